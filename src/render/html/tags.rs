//! The tags around lists and around stretches of text.

use crate::article::{Numbering, Script};

/// The kinds of lists that HTML has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Bullets,
    Numbers,
    Definitions,
}

impl List {
    /// The start of its tag, for attributes to follow.
    pub(super) fn open(self) -> &'static str {
        match self {
            Self::Bullets => "<ul",
            Self::Numbers => "<ol",
            Self::Definitions => "<dl",
        }
    }

    pub(super) fn close(self) -> &'static str {
        match self {
            Self::Bullets => "</ul>\n",
            Self::Numbers => "</ol>\n",
            Self::Definitions => "</dl>\n",
        }
    }

    /// The tags around what is in an item.
    pub(super) fn item(self) -> (&'static str, &'static str) {
        if self == Self::Definitions { ("<dd>", "</dd>\n") } else { ("<li>", "</li>\n") }
    }
}

/// The `type` of a numbered list.
pub(super) fn numbering(numbering: Numbering) -> &'static str {
    match numbering {
        Numbering::SmallLetters => "a",
        Numbering::LargeLetters => "A",
        Numbering::SmallRoman => "i",
        Numbering::LargeRoman => "I",
    }
}

/// Inline markup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    Link(&'a str),
    Strong,
    Emphasis,
    Deleted,
    Script(Script),
    Code,
}

impl Tag<'_> {
    pub(super) fn end(self) -> &'static str {
        match self {
            Tag::Link(_) => "</a>",
            Tag::Strong => "</strong>",
            Tag::Emphasis => "</em>",
            Tag::Deleted => "</del>",
            Tag::Script(Script::Subscript) => "</sub>",
            Tag::Script(Script::Superscript) => "</sup>",
            Tag::Code => "</code>",
        }
    }
}
