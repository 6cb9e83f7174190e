//! Random and mutated markup through both tokenizers.

use proptest::prelude::*;

use super::pieces::PIECES;
use super::tokens::{Taker, ours, theirs};
use super::trees::difference;

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
