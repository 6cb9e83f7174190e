//! Ways through the tree, all of them without recursion.

use super::names::Name;
use super::tree::{NodeId, Tree};

/// A step of [`Tree::walk`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A node, before its children.
    Enter(NodeId),
    /// An element or the document, after its children.
    Leave(NodeId),
}

/// The iterator of [`Tree::walk`].
#[derive(Debug, Clone)]
pub struct Walk<'t> {
    tree: &'t Tree,
    top: NodeId,
    next: Option<Step>,
}

impl Walk<'_> {
    /// Leaves out the children of the element that was entered last: its [`Step::Leave`] comes next.
    pub fn skip_children(&mut self, entered: NodeId) {
        if self.tree.text(entered).is_none() {
            self.next = Some(Step::Leave(entered));
        }
    }

    fn after(&self, id: NodeId) -> Option<Step> {
        if id == self.top {
            return None;
        }
        match self.tree.next_sibling(id) {
            Some(next) => Some(Step::Enter(next)),
            None => self.tree.parent(id).map(Step::Leave),
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let step = self.next?;
        self.next = match step {
            Step::Enter(id) => match self.tree.first_child(id) {
                Some(child) => Some(Step::Enter(child)),
                None if self.tree.text(id).is_some() => self.after(id),
                None => Some(Step::Leave(id)),
            },
            Step::Leave(id) => self.after(id),
        };
        Some(step)
    }
}

impl Tree {
    /// The node and all below it, in document order, entering and leaving.
    #[must_use]
    pub fn walk(&self, top: NodeId) -> Walk<'_> {
        Walk { tree: self, top, next: Some(Step::Enter(top)) }
    }

    /// The node and all below it, in document order.
    pub fn descendants(&self, top: NodeId) -> impl Iterator<Item = NodeId> {
        self.walk(top).filter_map(|step| match step {
            Step::Enter(id) => Some(id),
            Step::Leave(_) => None,
        })
    }

    /// The node's children in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// The node's ancestors, nearest first, the document last.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(id), |&ancestor| self.parent(ancestor))
    }

    /// Whether `id` is `ancestor` or below it.
    #[must_use]
    pub fn is_within(&self, id: NodeId, ancestor: NodeId) -> bool {
        id == ancestor || self.ancestors(id).any(|above| above == ancestor)
    }

    /// The first element of this name at or below the node.
    #[must_use]
    pub fn find(&self, top: NodeId, name: Name) -> Option<NodeId> {
        self.descendants(top).find(|&id| self.name(id) == name)
    }

    /// All text below the node, white space folded to single blanks, ends trimmed. Elements that end a line in
    /// a browser (`br`, `p`, `div`, table cells …) count as white space.
    #[must_use]
    pub fn text_content(&self, top: NodeId) -> String {
        let mut text = String::new();
        let mut blank = false;
        for step in self.walk(top) {
            match step {
                Step::Enter(id) => match self.text(id) {
                    Some(piece) => push_folded(&mut text, piece, &mut blank),
                    None => blank |= is_breaking(self.name(id)),
                },
                Step::Leave(id) => blank |= is_breaking(self.name(id)),
            }
        }
        text
    }
}

/// Appends text with white space folded; `blank` tells whether a blank is owed before the next word.
pub(crate) fn push_folded(target: &mut String, text: &str, blank: &mut bool) {
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(is_space).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(word);
        if !head.is_empty() {
            if *blank && !target.is_empty() {
                target.push(' ');
            }
            *blank = false;
            target.push_str(head);
        }
        let trimmed = tail.trim_start_matches(is_space);
        *blank |= trimmed.len() < tail.len();
        rest = trimmed;
    }
}

/// HTML's white space (<https://infra.spec.whatwg.org/#ascii-whitespace>) and the blanks that pages use like it.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether an element starts a new line in a browser's default style
/// (<https://html.spec.whatwg.org/multipage/rendering.html>), or is a table cell.
pub(crate) fn is_breaking(name: Name) -> bool {
    matches!(
        name,
        Name::ADDRESS
            | Name::ARTICLE
            | Name::ASIDE
            | Name::BLOCKQUOTE
            | Name::BODY
            | Name::BR
            | Name::CAPTION
            | Name::CENTER
            | Name::DD
            | Name::DETAILS
            | Name::DIALOG
            | Name::DIR
            | Name::DIV
            | Name::DL
            | Name::DT
            | Name::FIELDSET
            | Name::FIGCAPTION
            | Name::FIGURE
            | Name::FOOTER
            | Name::FORM
            | Name::FRAMESET
            | Name::H1
            | Name::H2
            | Name::H3
            | Name::H4
            | Name::H5
            | Name::H6
            | Name::HEADER
            | Name::HGROUP
            | Name::HR
            | Name::HTML
            | Name::LEGEND
            | Name::LI
            | Name::LISTING
            | Name::MAIN
            | Name::MENU
            | Name::NAV
            | Name::OL
            | Name::OPTGROUP
            | Name::OPTION
            | Name::P
            | Name::PLAINTEXT
            | Name::PRE
            | Name::SEARCH
            | Name::SECTION
            | Name::SUMMARY
            | Name::TABLE
            | Name::TBODY
            | Name::TD
            | Name::TFOOT
            | Name::TH
            | Name::THEAD
            | Name::TR
            | Name::UL
            | Name::XMP
    )
}
