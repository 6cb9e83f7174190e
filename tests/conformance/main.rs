//! Our tokenizer beside the standard's own tests and beside html5ever's tokenizer: the same tokens, the same trees.

// Clippy knows functions marked `#[test]` as tests, and not those that they share.
#![allow(clippy::panic, clippy::unwrap_used, clippy::print_stderr)]

mod deviations;
mod differential;
mod html5lib;
mod pages;
mod pieces;
mod tokens;
mod trees;
