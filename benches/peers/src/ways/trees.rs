//! From text to a tree.

use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::RcDom;
use tearsheet::{Limits, Page};

use super::{Way, given, tried};

/// The first is the one that others are compared with.
pub(crate) const TREES: &[Way] = &[
    Way {
        name: "html5ever, our arena",
        package: "html5ever",
        run: |text| given(tearsheet::html::parse_with_html5ever(text)),
    },
    Way { name: "scraper tree", package: "scraper", run: |text| given(scraper::Html::parse_document(text)) },
    Way { name: "rcdom tree", package: "markup5ever_rcdom", run: |text| given(rcdom(text)) },
    Way { name: "dom_query tree", package: "dom_query", run: |text| given(dom_query::Document::from(text)) },
    Way {
        name: "tearsheet tree",
        package: "tearsheet",
        run: |text| tried(Page::from_text(text).tree(&Limits::default())),
    },
    Way {
        name: "scraper, our tokens",
        package: "tearsheet",
        run: |text| tried(Page::from_text(text).to_scraper(&Limits::default())),
    },
];

/// html5ever's own tree of counted nodes. Without scripting, as all the others parse.
fn rcdom(text: &str) -> RcDom {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    html5ever::parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(text)
}
