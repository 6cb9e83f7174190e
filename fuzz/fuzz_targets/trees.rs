//! Our trees are html5ever's, and the documents that we give to scraper are its own.

#![no_main]

#[path = "../../tests/conformance/deviations.rs"]
mod deviations;
mod markup;
#[path = "../../tests/conformance/trees.rs"]
mod trees;

use deviations::deviates;
use libfuzzer_sys::fuzz_target;
use scraper::Html;
use tearsheet::{Limits, Page};
use trees::difference;

/// With so many bytes, one or more an element or attribute, no input reaches what the parse bounds and html5ever does
/// not: 48 differing formatting elements, 256 attributes of a tag.
const LONGEST: usize = 240;

fuzz_target!(|input: &[u8]| {
    let mut text = markup::text(input.get(..LONGEST).unwrap_or(input));
    // Control characters make a page binary data, which is refused, unless they stand far behind its beginning.
    if text.contains(|c: char| c.is_ascii_control() && !c.is_ascii_whitespace()) {
        text.insert_str(0, &"\n".repeat(1024));
    }
    assert_eq!(difference(&text), None, "{text:?}");
    if let Ok(document) = Page::from_text(&text).to_scraper(&Limits::default()) {
        let is_equal = document == Html::parse_document(&text);
        assert!(is_equal || deviates(&text), "not scraper's document: {text:?}");
    }
});
