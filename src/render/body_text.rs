//! The body as text, with the place of every block in it.

use std::ops::Range;
use std::slice::Iter;

use super::{is_blank, is_blank_row};
use crate::article::{Block, Entry, Row, Span};

/// The body as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BodyText {
    /// The text, as [`Article::text`](crate::Article::text) has it.
    pub text: String,
    /// The blocks of the body that have text, in order.
    pub blocks: Vec<TextBlock>,
}

/// Where a block of the body stands in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextBlock {
    /// The index of the block in the body.
    pub index: usize,
    /// What it is.
    pub kind: TextKind,
    /// Its place in Unicode code points, without the blank lines around it.
    pub chars: Range<usize>,
    /// The same place in bytes.
    pub bytes: Range<usize>,
}

/// The kinds of blocks that have text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextKind {
    /// [`Block::Paragraph`].
    Paragraph,
    /// [`Block::Heading`].
    Heading,
    /// [`Block::List`].
    List,
    /// [`Block::Quotation`].
    Quotation,
    /// [`Block::Preformatted`].
    Preformatted,
    /// [`Block::Table`].
    Table,
    /// [`Block::Notice`].
    Notice,
    /// [`Block::Update`].
    Update,
}

impl TextKind {
    fn of(block: &Block) -> Option<Self> {
        match block {
            Block::Paragraph { .. } => Some(Self::Paragraph),
            Block::Heading { .. } => Some(Self::Heading),
            Block::List { .. } => Some(Self::List),
            Block::Quotation { .. } => Some(Self::Quotation),
            Block::Preformatted { .. } => Some(Self::Preformatted),
            Block::Table { .. } => Some(Self::Table),
            Block::Notice { .. } => Some(Self::Notice),
            Block::Update { .. } => Some(Self::Update),
            Block::Figure { .. } | Block::Embed { .. } | Block::Separator => None,
        }
    }
}

/// Sets a body as text and tells where each of its blocks stands.
///
/// Blocks are joined by one blank line, everything inside a list and the rows of a table by one line break, the
/// cells of a row by a tab; the term of a definition is a line before it. White space at the edges of a block goes; a line break inside a cell becomes a blank. What
/// has no text (figures with their captions, embeds, separators, empty paragraphs and rows) leaves no trace, nor
/// does the `cite` of a quotation, the caption of a table, the time of a live blog's entry.
///
/// ```
/// use tearsheet::{Block, Span, render};
///
/// let paragraph = |text: &str| Block::Paragraph { spans: vec![Span::plain(text)] };
/// let body = [paragraph("Noël."), Block::Separator, paragraph("Then.")];
/// let set = render::body_text(&body);
/// assert_eq!(set.text, "Noël.\n\nThen.");
/// assert_eq!((set.blocks[1].index, set.blocks[1].chars.clone(), set.blocks[1].bytes.clone()), (2, 7..12, 8..13));
/// ```
#[must_use]
pub fn body_text(blocks: &[Block]) -> BodyText {
    let mut setter = Setter::default();
    let mut placed = Vec::with_capacity(blocks.len());
    // Bytes and code points up to the end of the last block that had text.
    let (mut bytes, mut chars) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let Some(kind) = TextKind::of(block) else { continue };
        setter.first = None;
        setter.block(block);
        let Some(start) = setter.first else { continue };
        let start_chars = chars + count(&setter.text, bytes..start);
        bytes = setter.text.len();
        chars = start_chars + count(&setter.text, start..bytes);
        placed.push(TextBlock { index, kind, chars: start_chars..chars, bytes: start..bytes });
    }
    BodyText { text: setter.text, blocks: placed }
}

fn count(text: &str, range: Range<usize>) -> usize {
    text.get(range).map_or(0, |part| part.chars().count())
}

#[derive(Default)]
struct Setter {
    text: String,
    /// Where the first text of the present block starts.
    first: Option<usize>,
}

enum Frame<'a> {
    Blocks(Iter<'a, Block>),
    Entries(Iter<'a, Entry>),
}

impl Setter {
    fn block(&mut self, block: &Block) {
        let mut stack = Vec::new();
        // The length of the stack at which the outermost list began, and whether that list has text yet.
        let mut list: Option<(usize, bool)> = None;
        let mut next = Some(block);
        loop {
            if let Some(block) = next.take() {
                match block {
                    Block::Quotation { blocks, .. } => stack.push(Frame::Blocks(blocks.iter())),
                    Block::List { items, .. } => {
                        list = list.or(Some((stack.len(), false)));
                        stack.push(Frame::Entries(items.iter()));
                    }
                    leaf => {
                        let gap = if matches!(list, Some((_, true))) { "\n" } else { "\n\n" };
                        if self.leaf(leaf, gap) {
                            list = list.map(|(depth, _)| (depth, true));
                        }
                    }
                }
            }
            match stack.last_mut() {
                None => return,
                Some(Frame::Blocks(rest)) => next = rest.next(),
                Some(Frame::Entries(rest)) => {
                    if let Some(entry) = rest.next() {
                        if !is_blank(&entry.term) {
                            self.open(if matches!(list, Some((_, true))) { "\n" } else { "\n\n" });
                            self.spans(&entry.term, false);
                            list = list.map(|(depth, _)| (depth, true));
                        }
                        stack.push(Frame::Blocks(entry.blocks.iter()));
                        continue;
                    }
                }
            }
            if next.is_none() {
                stack.pop();
                list = list.filter(|&(depth, _)| depth < stack.len());
            }
        }
    }

    /// Sets a block that holds no others; tells whether it had text.
    fn leaf(&mut self, block: &Block, gap: &str) -> bool {
        match block {
            Block::Paragraph { spans }
            | Block::Heading { spans, .. }
            | Block::Notice { spans, .. }
            | Block::Update { spans, .. } => {
                if is_blank(spans) {
                    return false;
                }
                self.open(gap);
                self.spans(spans, false);
            }
            Block::Preformatted { text, .. } => {
                // Its first line may be indented: only whole blank lines go.
                let text = text.trim_end();
                let lead = text.len() - text.trim_start().len();
                let start = text.get(..lead).and_then(|lead| lead.rfind('\n')).map_or(0, |at| at + 1);
                let Some(text) = text.get(start..).filter(|text| !text.is_empty()) else { return false };
                self.open(gap);
                self.text.push_str(text);
            }
            Block::Table { rows, .. } => {
                let mut rows = rows.iter().filter(|row| !is_blank_row(row));
                let Some(first) = rows.next() else { return false };
                self.open(gap);
                self.row(first);
                for row in rows {
                    self.text.push('\n');
                    self.row(row);
                }
            }
            _ => return false,
        }
        true
    }

    fn open(&mut self, gap: &str) {
        if !self.text.is_empty() {
            self.text.push_str(gap);
        }
        self.first = self.first.or(Some(self.text.len()));
    }

    fn row(&mut self, row: &Row) {
        for (column, cell) in row.cells.iter().enumerate() {
            if column > 0 {
                self.text.push('\t');
            }
            self.spans(&cell.spans, true);
        }
    }

    /// Sets spans without the white space around them; on one line if `line`.
    fn spans(&mut self, spans: &[Span], line: bool) {
        let start = self.text.len();
        for span in spans {
            let text = if self.text.len() == start { span.text.trim_start() } else { &span.text };
            if line && text.contains(['\n', '\t']) {
                self.text.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            } else {
                self.text.push_str(text);
            }
        }
        let end = self.text.get(start..).map_or(start, |set| start + set.trim_end().len());
        self.text.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Cell, EmbedKind, Image, NoticeKind};

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { spans: vec![Span::plain(text)] }
    }

    fn list(items: Vec<Vec<Block>>) -> Block {
        Block::List {
            ordered: false,
            start: None,
            reversed: false,
            numbering: None,
            items: items.into_iter().map(Entry::new).collect(),
        }
    }

    fn quotation(blocks: Vec<Block>) -> Block {
        Block::Quotation { blocks, cite: Some("nobody".to_owned()), url: None }
    }

    fn row(cells: &[&str]) -> Row {
        Row::new(cells.iter().map(|text| Cell::new(false, vec![Span::plain(*text)])).collect())
    }

    #[test]
    fn blocks_are_joined_as_the_contract_says() {
        let nested = list(vec![vec![paragraph("a")], vec![paragraph("b"), list(vec![vec![paragraph("c")]])]]);
        let figure =
            Block::Figure { image: Image { caption: Some("no".to_owned()), ..Image::new("https://a.b/c") } };
        let cases: &[(Vec<Block>, &str)] = &[
            (vec![], ""),
            (vec![paragraph("a"), paragraph("b")], "a\n\nb"),
            (vec![paragraph(" a \n"), paragraph(" "), paragraph("b")], "a\n\nb"),
            (vec![paragraph("x"), nested.clone(), paragraph("y")], "x\n\na\nb\nc\n\ny"),
            (vec![nested.clone(), nested], "a\nb\nc\n\na\nb\nc"),
            (vec![list(vec![vec![paragraph("a"), paragraph("b")], vec![paragraph("c")]])], "a\nb\nc"),
            (vec![list(vec![vec![quotation(vec![paragraph("a"), paragraph("b")])]])], "a\nb"),
            (
                vec![quotation(vec![paragraph("a"), list(vec![vec![paragraph("b")]]), paragraph("c")])],
                "a\n\nb\n\nc",
            ),
            (
                vec![Block::Table {
                    caption: Some("no".to_owned()),
                    rows: vec![row(&["a", "", "b\nc"]), row(&["", " "]), row(&["d"])],
                }],
                "a\t\tb c\nd",
            ),
            (vec![paragraph("a"), figure, Block::Separator, paragraph("b")], "a\n\nb"),
            (vec![Block::Embed { kind: EmbedKind::Video, url: "https://a.b".to_owned(), caption: None }], ""),
            (vec![Block::Notice { kind: NoticeKind::Update, spans: vec![Span::plain("n")] }], "n"),
            (
                vec![Block::List {
                    ordered: false,
                    start: None,
                    reversed: false,
                    numbering: None,
                    items: vec![
                        Entry::definition(vec![Span::plain("t")], vec![paragraph("a")]),
                        Entry::definition(vec![Span::plain("u")], vec![]),
                    ],
                }],
                "t\na\nu",
            ),
            (
                vec![
                    Block::Update { posted: None, spans: vec![] },
                    paragraph("a"),
                    Block::Update { posted: None, spans: vec![Span::plain("h")] },
                ],
                "a\n\nh",
            ),
            (vec![Block::Preformatted { language: None, text: "\n \n  a\n b\n\n".to_owned() }], "  a\n b"),
        ];
        for (blocks, expected) in cases {
            assert_eq!(body_text(blocks).text, *expected, "{blocks:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_blocks_in_bytes_and_code_points() {
        let body = [
            Block::Separator,
            paragraph("Noël—🎄"),
            paragraph(""),
            quotation(vec![paragraph("é"), paragraph("b")]),
            Block::Heading { level: 2, spans: vec![Span::plain("Ende")] },
        ];
        let set = body_text(&body);
        let shown: Vec<(usize, TextKind, &str)> =
            set.blocks.iter().map(|b| (b.index, b.kind, &set.text[b.bytes.clone()])).collect();
        assert_eq!(
            shown,
            [
                (1, TextKind::Paragraph, "Noël—🎄"),
                (3, TextKind::Quotation, "é\n\nb"),
                (4, TextKind::Heading, "Ende")
            ]
        );
        let chars: Vec<char> = set.text.chars().collect();
        for block in &set.blocks {
            let by_chars: String = chars[block.chars.clone()].iter().collect();
            assert_eq!(by_chars, set.text[block.bytes.clone()]);
        }
    }
}
