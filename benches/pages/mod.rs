//! The pages that are measured, and the ways that they go.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use tearsheet::{Extractor, Limits, Page};
use url::Url;

/// One way of a page's text through a library, its result dropped.
pub(crate) type Way = (&'static str, fn(&str));

/// What is measured, on the same text: decoding is left out everywhere.
pub(crate) const WAYS: [Way; 5] = [
    ("scraper parse", |html| drop(black_box(scraper::Html::parse_document(html)))),
    ("html5ever, our arena", |html| drop(black_box(tearsheet::html::parse_with_html5ever(html)))),
    ("tearsheet parse", |html| drop(black_box(Page::from_text(html).tree(&LIMITS)))),
    ("tearsheet extract", |html| {
        drop(black_box(Extractor::builder().limits(LIMITS).build().extract(&Page::from_text(html))));
    }),
    ("readability extract", |html| {
        let url = Url::parse("https://daily.example/").ok();
        drop(black_box(url.map(|url| readability::extractor::extract(&mut html.as_bytes(), &url))));
    }),
];

/// The defaults, and all the time it takes.
const LIMITS: Limits = Limits { bytes: 32 << 20, nodes: 1_000_000, depth: 512, attributes: 256, time: None };

/// The pages below a folder, sorted: `.html` and `.html.gz`.
pub(crate) fn below(top: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let name = path.to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".html") || name.ends_with(".html.gz") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

/// A page as text; what is not UTF-8 becomes replacement characters.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    let mut file = File::open(path)?;
    if path.extension().is_some_and(|ending| ending == "gz") {
        MultiGzDecoder::new(file).read_to_end(&mut bytes)?;
    } else {
        file.read_to_end(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The fixtures of this crate.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}
