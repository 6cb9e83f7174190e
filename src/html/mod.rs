//! The parsed page: a tree of small nodes, walks over it, and CSS selection.
//!
//! html5ever's tree builder makes the tree, so it is the one a browser would make (without scripts). Nothing in
//! this room knows what an article is.

mod guard;
mod names;
mod parse;
mod select;
mod sink;
mod tree;
mod walk;

pub use names::Name;
pub use select::{InvalidSelector, Selector};
pub use tree::{NodeId, Tree};
pub use walk::{Step, Walk};

pub(crate) use parse::parse;
pub(crate) use walk::{is_breaking, is_space, push_folded};

#[cfg(test)]
mod tests;
