//! Our tokens are html5ever's.

#![no_main]

mod markup;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/conformance/tokens.rs"]
mod tokens;

use libfuzzer_sys::fuzz_target;
use tokens::{Taker, ours, theirs};

fuzz_target!(|input: &[u8]| {
    let text = markup::text(input);
    assert_eq!(ours(&text, Taker::default()), theirs(&text, Taker::default()), "{text:?}");
});
