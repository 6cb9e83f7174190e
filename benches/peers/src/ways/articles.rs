//! From text to an article, each with its default options and the page's URL.

use url::Url;

use super::{Way, given, tried};

/// The URL that relative links are resolved against.
const ADDRESS: &str = "https://daily.example/news/rain";

/// The first is the one that others are compared with: a parse and nothing else.
pub(crate) const ARTICLES: &[Way] = &[
    Way {
        name: "html5ever, parse alone",
        package: "html5ever",
        run: |text| given(tearsheet::html::parse_with_html5ever(text)),
    },
    Way {
        name: "tearsheet",
        package: "tearsheet",
        run: |text| tried(tearsheet::extract(text, Some(ADDRESS))),
    },
    Way { name: "dom_smoothie", package: "dom_smoothie", run: dom_smoothie },
    Way { name: "readability", package: "readability", run: readability },
    Way {
        name: "libreadability",
        package: "libreadability",
        run: |text| tried(libreadability::extract(text, Some(ADDRESS))),
    },
    Way { name: "trafilatura", package: "trafilatura", run: trafilatura },
    Way { name: "rs-trafilatura", package: "rs-trafilatura", run: rs_trafilatura },
];

fn dom_smoothie(text: &str) -> bool {
    let parsed = dom_smoothie::Readability::new(text, Some(ADDRESS), None);
    tried(parsed.and_then(|mut readability| readability.parse()))
}

fn readability(text: &str) -> bool {
    Url::parse(ADDRESS).is_ok_and(|url| tried(readability::extractor::extract(&mut text.as_bytes(), &url)))
}

fn trafilatura(text: &str) -> bool {
    Url::parse(ADDRESS)
        .is_ok_and(|url| tried(trafilatura::extract(text, &trafilatura::Options::default().with_url(url))))
}

fn rs_trafilatura(text: &str) -> bool {
    let options = rs_trafilatura::Options { url: Some(ADDRESS.to_owned()), ..Default::default() };
    tried(rs_trafilatura::extract_with_options(text, &options))
}
