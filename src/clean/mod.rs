//! Marks what is certainly not the article. Nothing is deleted: a mark names its rule, and later stages pass
//! over what is marked.

use crate::html::{NodeId, Tree};

/// Why an element and all below it is not content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Rule {
    /// Not shown: `hidden`, `display:none`, `aria-hidden`, `template`.
    Hidden = 1,
}

/// The marks of one page: one byte a node.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    rules: Vec<Option<Rule>>,
}

impl Marks {
    /// The rule that marked this very element.
    pub(crate) fn rule(&self, id: NodeId) -> Option<Rule> {
        self.rules.get(id.index()).copied().flatten()
    }
}

/// Marks the elements of a page.
pub(crate) fn mark(tree: &Tree) -> Marks {
    Marks { rules: vec![None; tree.len()] }
}
