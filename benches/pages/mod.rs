//! The pages that are measured, and the ways that they go.

mod files;

use std::hint::black_box;
use std::path::{Path, PathBuf};

use tearsheet::{Extractor, Limits, Page};
use url::Url;

pub(crate) use files::{below, text};

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

/// The fixtures of this crate.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}
