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

    #[inline]
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

    #[inline]
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
    let bytes = text.as_bytes();
    let mut at = 0;
    // Room for all of it at once; indents of a page's source are often longer than its words.
    target.reserve(text.trim_ascii().len());
    while at < bytes.len() {
        let length = space_length(bytes, at);
        if length > 0 {
            *blank = true;
            at += length;
            continue;
        }
        // Words with single blanks between them are as they shall be.
        let start = at;
        while let Some(&byte) = bytes.get(at) {
            let length = if may_be_space(byte) { space_length(bytes, at) } else { 0 };
            let single = byte == b' ' && bytes.get(at + 1).is_some_and(|&next| !may_be_space(next));
            if length > 0 && !single {
                break;
            }
            at += 1;
        }
        if *blank && !target.is_empty() {
            target.push(' ');
        }
        *blank = false;
        target.push_str(text.get(start..at).unwrap_or(""));
    }
}

/// Whether a white space character may begin with this byte.
fn may_be_space(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0xc2 | 0xe2 | 0xef)
}

/// How many bytes the white space character ([`is_space`]) takes that begins here; 0 where there is none.
fn space_length(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b' ' | b'\t' | b'\n' | b'\r' | b'\x0c', ..]) => 1,
        Some([0xc2, 0xa0, ..]) => 2,
        Some([0xe2, 0x80, 0xa8 | 0xa9, ..] | [0xef, 0xbb, 0xbf, ..]) => 3,
        _ => 0,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_folds() {
        let cases = [
            ("", "", false),
            ("  \n", "", true),
            ("one two", "one two", false),
            (" one  two\n\tthree ", "one two three", true),
            ("one\u{a0}two\u{2028}three\u{feff}", "one two three", true),
            ("one \u{a0}two", "one two", false),
            ("“é” ï\u{200b}x é", "“é” ï\u{200b}x é", false),
            ("a ", "a", true),
            ("a “b”", "a “b”", false),
        ];
        for (text, expected, owed) in cases {
            let (mut folded, mut blank) = (String::new(), false);
            push_folded(&mut folded, text, &mut blank);
            assert_eq!((folded.as_str(), blank), (expected, owed), "{text:?}");
        }
    }

    #[test]
    fn a_blank_that_is_owed_comes_before_the_next_word() {
        let (mut folded, mut blank) = (String::new(), true);
        for piece in ["one", " ", "two", "three ", "four"] {
            push_folded(&mut folded, piece, &mut blank);
        }
        assert_eq!(folded, "one twothree four");
    }

    #[test]
    fn spaces_are_known_by_their_bytes() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let expected = if is_space(c) { text.len() } else { 0 };
            assert_eq!(space_length(text.as_bytes(), 0), expected, "{c:?}");
            assert!(!is_space(c) || may_be_space(text.as_bytes()[0]), "{c:?}");
        }
    }
}
