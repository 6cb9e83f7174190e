//! Random and mutated markup through both tokenizers.

use proptest::prelude::*;

use super::deviations::deviates;
use super::pieces::PIECES;
use super::tokens::{Taker, ours, theirs};
use super::trees::difference;

/// What the fuzz targets of `fuzz/` found, where we were wrong.
const FOUND: &[&str] = &[
    // Only the first byte order mark is none of the text.
    "\u{feff}\u{feff}a",
    // Formatting elements that are equal, in HTML and in foreign content.
    "<svg><title><font color=red><math><font color=red><font color=red><font color=red><p>a<p>b",
    // An `a` or `font` in foreign content has attributes with names in mixed case.
    "<svg><a viewbox=0>",
    "<svg><font viewbox=0 size=>",
    "<svg><font viewbox=0>",
    "<math><a definitionurl=x>",
    "<svg><desc><a viewbox=0><p>a</a><p>b",
    // A link stays open behind more than eight nested elements, and of equal ones three do.
    concat!(
        "<a b><pre><pre><pre><pre><font><pre><pre><pre><pre><a b><pre><pre><pre><pre><pre><pre><pre><pre>",
        "<a b><pre><pre><pre><pre><pre><pre><pre><pre><a b></font>",
    ),
];

#[test]
fn what_was_found_stays_right() {
    for text in FOUND {
        assert_eq!(ours(text, Taker::default()), theirs(text, Taker::default()), "{text:?}");
        assert_eq!(difference(text), None, "{text:?}");
    }
}

#[test]
fn deviations_of_html5ever_are_known() {
    let deviating = [
        "<pre></>\r\n</h2>",
        "<textarea>&#10",
        "<listing></></>\n",
        "<script></script>\u{feff}",
        "<meta charset=utf-8>\u{feff}a",
    ];
    let plain =
        ["<pre>\n", "<pre>\n</>\n", "<p></>\n", "<pre><!-->\n", "\u{feff}\u{feff}", "<p></p>\u{feff}"];
    for (texts, expected) in [(&deviating[..], true), (&plain[..], false)] {
        for text in texts {
            assert_eq!(deviates(text), expected, "{text:?}");
            assert_eq!(difference(text), None, "{text:?}");
        }
    }
}

fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[a-zA-Z<>&;#!/=\"' \\-\\[\\]]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Cuts markup short and drops a part of it, so that constructs end and begin everywhere.
fn mutated() -> impl Strategy<Value = String> {
    (markup(), any::<proptest::sample::Index>(), any::<proptest::sample::Index>()).prop_map(
        |(text, from, to)| {
            let chars: Vec<char> = text.chars().collect();
            if chars.is_empty() {
                return text;
            }
            let (from, to) = (from.index(chars.len()), to.index(chars.len()));
            chars.iter().take(from.min(to)).chain(chars.iter().skip(from.max(to))).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_html5evers(text in prop_oneof![markup(), mutated()]) {
        prop_assert_eq!(ours(&text, Taker::default()), theirs(&text, Taker::default()));
    }

    #[test]
    fn trees_are_html5evers(text in prop_oneof![markup(), mutated()]) {
        prop_assert_eq!(difference(&text), None);
    }
}
