use serde::{Deserialize, Serialize};

use super::{Image, Moment};

/// One block of the body.
///
/// Serialised with its kind as `type`: `{"type": "paragraph", "spans": […]}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Its text.
        spans: Vec<Span>,
    },
    /// A heading inside the body.
    Heading {
        /// 1 to 6, as in HTML.
        level: u8,
        /// Its text.
        spans: Vec<Span>,
    },
    /// A list. In a definition list every item has a [`term`](Entry::term).
    List {
        /// Numbered or not.
        ordered: bool,
        /// The number of the first item of a numbered list, where it is not 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// Whether its numbers fall: without a [`start`](Self::List::start) from the count of its items down to 1.
        #[serde(default, skip_serializing_if = "is_false")]
        reversed: bool,
        /// What it is numbered by, where that is not digits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        numbering: Option<Numbering>,
        /// Its items.
        items: Vec<Entry>,
    },
    /// A quotation set apart (`blockquote`).
    Quotation {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Whom or what it quotes, as the page says.
        cite: Option<String>,
        /// The absolute URL of the source, where the page gives one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// Text whose white space counts: code, verse.
    Preformatted {
        /// The programming language, where the page names it.
        language: Option<String>,
        /// The text with its line breaks.
        text: String,
    },
    /// A table of data; a layout table is not one.
    Table {
        /// What it is called. Like the caption of a picture it is not part of [`text`](super::Article::text).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// A picture with its caption.
    Figure {
        /// The picture.
        image: Image,
    },
    /// Something from elsewhere set into the page.
    Embed {
        /// What it is.
        kind: EmbedKind,
        /// Its absolute URL.
        url: String,
        /// What is written under it; of a post its words and author. Not part of [`text`](super::Article::text).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
    },
    /// A remark of the editors about the article.
    Notice {
        /// Which kind of remark.
        kind: NoticeKind,
        /// Its text.
        spans: Vec<Span>,
    },
    /// Where an entry of a live blog begins. It is the blocks up to the next one.
    ///
    /// The entries are not nested: the paragraphs stay blocks of the body, which quotes and links point to, and who
    /// knows nothing of live blogs reads this as a heading.
    Update {
        /// When the entry was posted.
        posted: Option<Moment>,
        /// Its heading; empty where it has none.
        spans: Vec<Span>,
    },
    /// A break between parts (`hr`).
    Separator,
}

/// A stretch of text with one look and at most one link.
///
/// Neighbouring spans are set without anything between them; the only line break in `text` is one the page set
/// itself (`br`). A flat run of spans, rather than nested ones, can be read and written without recursion.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Span {
    /// The text, white space folded.
    pub text: String,
    /// The absolute URL it links to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Emphasised (`em`, `i`).
    #[serde(skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// Strong (`strong`, `b`).
    #[serde(skip_serializing_if = "is_false")]
    pub strong: bool,
    /// Code (`code`, `kbd`, `samp`, `tt`).
    #[serde(skip_serializing_if = "is_false")]
    pub code: bool,
    /// Above or below the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<Script>,
    /// Struck out (`del`, `s`): the page shows it as no longer true. What was put in its place (`ins`) is plain text.
    #[serde(skip_serializing_if = "is_false")]
    pub deleted: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Span {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether two spans have the same look and link, so that their texts can be one span.
    #[must_use]
    pub fn same_look(&self, other: &Self) -> bool {
        self.emphasis == other.emphasis
            && self.strong == other.strong
            && self.code == other.code
            && self.script == other.script
            && self.deleted == other.deleted
            && self.link == other.link
    }
}

/// Above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// `sub`.
    Subscript,
    /// `sup`.
    Superscript,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default)]
pub struct Entry {
    /// What is defined, in a definition list (`dt`); a line each where there are several. Empty in other lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub term: Vec<Span>,
    /// Its number in a numbered list, where it does not follow from the item before. Those behind it go on from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Its blocks: a paragraph, mostly; lists inside lists are blocks of the entry.
    pub blocks: Vec<Block>,
}

/// What the items of a list are numbered by (<https://html.spec.whatwg.org/multipage/grouping-content.html#attr-ol-type>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// a, b, c.
    SmallLetters,
    /// A, B, C.
    LargeLetters,
    /// i, ii, iii.
    SmallRoman,
    /// I, II, III.
    LargeRoman,
}

impl Entry {
    /// An item of these blocks.
    #[must_use]
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { term: Vec::new(), number: None, blocks }
    }

    /// What a definition list says of a term.
    #[must_use]
    pub fn definition(term: Vec<Span>, blocks: Vec<Block>) -> Self {
        Self { term, number: None, blocks }
    }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Row {
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row of these cells.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Cell {
    /// Whether it heads its row or column (`th`).
    pub header: bool,
    /// How many columns it reaches over, from 1 to 1000.
    #[serde(skip_serializing_if = "is_one")]
    pub columns: u16,
    /// How many rows it reaches over, from 1 to 1000. The rows below have no cell in its place.
    #[serde(skip_serializing_if = "is_one")]
    pub rows: u16,
    /// Its text.
    pub spans: Vec<Span>,
}

impl Default for Cell {
    fn default() -> Self {
        Self::new(false, Vec::new())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_one(value: &u16) -> bool {
    *value == 1
}

impl Cell {
    /// A cell of this text.
    #[must_use]
    pub fn new(header: bool, spans: Vec<Span>) -> Self {
        Self { header, columns: 1, rows: 1, spans }
    }
}

/// What an embed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EmbedKind {
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// A post of a social network.
    Post,
    /// A map.
    Map,
    /// A document, a chart, anything else in a frame.
    Other,
}

/// What a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeKind {
    /// Something was wrong and has been put right.
    Correction,
    /// Something was added.
    Update,
    /// Any other remark of the editors.
    Editor,
}
