//! The parsed page: a tree of small nodes, walks over it, and CSS selection.
//!
//! A tokenizer of our own feeds html5ever's tree builder, so the tree is the one a browser would make (without scripts).
//! Nothing in this room knows what an article is.

mod foreign;
mod formats;
mod growth;
mod guard;
mod memo;
mod names;
mod parse;
mod select;
mod sink;
mod to_scraper;
mod tokenizer;
mod tree;
mod walk;

pub use names::Name;
#[doc(hidden)]
pub use parse::parse_with_html5ever;
pub use select::{InvalidSelector, Selector};
pub use tokenizer::tokenize;
pub use tree::{NodeId, Tree};
pub use walk::{Step, Walk};

pub(crate) use memo::{Memo, hash};
pub(crate) use parse::parse;
pub(crate) use to_scraper::to_scraper;
pub(crate) use walk::{is_breaking, is_space, push_folded};

#[cfg(test)]
mod tests;
