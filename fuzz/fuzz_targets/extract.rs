//! Any bytes give an article, which renders, or an error.

#![no_main]

mod markup;

use libfuzzer_sys::fuzz_target;
use tearsheet::{Extractor, Page};

/// What is known of the page from outside, by the input's first byte.
const KNOWN: [(Option<&str>, Option<&str>); 4] = [
    (None, None),
    (Some("https://daily.example/2024/05/05/rain?a=1#b"), None),
    (None, Some("text/html; charset=windows-1251")),
    (Some("https://daily.example/"), Some("text/html; charset=utf-8")),
];

fuzz_target!(|input: &[u8]| {
    let (url, content_type) = KNOWN[usize::from(input.first().copied().unwrap_or(0) >> 1) % KNOWN.len()];
    let mut page = Page::from_bytes(markup::bytes(input)).fetched("2024-05-06T09:30:00Z");
    if let Some(url) = url {
        page = page.url(url);
    }
    if let Some(header) = content_type {
        page = page.content_type(header);
    }
    match Extractor::builder().provenance(true).build().explain(&page) {
        Ok((article, _)) => {
            let renderings = [article.to_text(), article.to_markdown(), article.to_html(), article.to_json()];
            assert!(renderings.iter().all(|rendering| rendering.is_char_boundary(rendering.len())));
        }
        Err(error) => assert!(!error.kind().is_empty() && !error.to_string().is_empty()),
    }
});
