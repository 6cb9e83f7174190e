//! CommonMark with the tables of GFM.
//!
//! | file | idea |
//! | --- | --- |
//! | `margin` | what stands before every line: quotation marks and list items |
//! | `inline` | spans as nested links, strong and emphasised text |
//! | `segment` | which stretches of spans get which delimiters |
//! | `flanking` | where delimiters work |
//! | `escape` | text that can't become markup |

mod escape;
mod flanking;
mod inline;
mod margin;
mod segment;

use std::slice::Iter;

use escape::{Place, Writer};
use margin::{Level, Margin};

use super::masthead::Masthead;
use super::{Options, embed_label, front_matter, is_blank, is_blank_row, is_tight, seen, url};
use crate::article::{Article, Block, EmbedKind, Entry, Image, Row, Span};

/// The article as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown, ending in a line break.
///
/// Characters that Markdown would take for markup are escaped. Where CommonMark has no way to mark an emphasis (in
/// the middle of a word beside punctuation, for one) the words stay and the mark goes. A notice is emphasised; the
/// `cite` of a quotation is its last paragraph, after a dash; a table has the header row that Markdown demands,
/// an empty one unless its first row is one. Quotations beyond 64 levels and lists beyond 32 are set flat.
///
/// ```
/// use tearsheet::{Article, Block, Span, render};
///
/// let mut article = Article::default();
/// article.body = vec![Block::Paragraph { spans: vec![Span::plain("1986. A *good* year")] }];
/// assert_eq!(render::markdown(&article, &render::Options::default()), "1986\\. A \\*good\\* year\n");
/// ```
#[must_use]
pub fn markdown(article: &Article, options: &Options) -> String {
    let mut setter =
        Setter { margin: Margin::new(article.text.len() + article.text.len() / 4 + 256), options };
    if options.headline {
        setter.masthead(&Masthead::of(article));
    }
    setter.blocks(&article.body);
    let body = setter.margin.finish();
    if !options.front_matter {
        return body;
    }
    let mut out = String::with_capacity(body.len() + 1024);
    front_matter::write(article, &mut out);
    if !body.is_empty() {
        out.push('\n');
        out.push_str(&body);
    }
    out
}

struct Setter<'o> {
    margin: Margin,
    options: &'o Options,
}

enum Frame<'a> {
    Blocks { rest: Iter<'a, Block>, pushed: bool, cite: Option<&'a str> },
    Entries { rest: Iter<'a, Entry>, pushed: bool },
}

impl Setter<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut stack = vec![Frame::Blocks { rest: blocks.iter(), pushed: false, cite: None }];
        while let Some(frame) = stack.last_mut() {
            match frame {
                Frame::Blocks { rest, pushed, cite } => match rest.next() {
                    Some(Block::Quotation { blocks, cite }) => {
                        let pushed = self.margin.push(Level::quotation());
                        stack.push(Frame::Blocks { rest: blocks.iter(), pushed, cite: cite.as_deref() });
                    }
                    Some(Block::List { ordered, items }) => {
                        let pushed = self.margin.push(Level::list(*ordered, items.iter().all(is_tight)));
                        stack.push(Frame::Entries { rest: items.iter(), pushed });
                    }
                    Some(leaf) => self.leaf(leaf),
                    None => {
                        let (pushed, cite) = (*pushed, cite.take());
                        if let Some(cite) = cite {
                            self.cite(cite);
                        }
                        stack.pop();
                        if pushed {
                            self.margin.pop();
                        }
                    }
                },
                Frame::Entries { rest, pushed } => match rest.next() {
                    Some(entry) => {
                        let pushed = *pushed && self.margin.push(Level::item());
                        stack.push(Frame::Blocks { rest: entry.blocks.iter(), pushed, cite: None });
                    }
                    None => {
                        let pushed = *pushed;
                        stack.pop();
                        if pushed {
                            self.margin.pop();
                        }
                    }
                },
            }
        }
    }

    fn leaf(&mut self, block: &Block) {
        match block {
            Block::Paragraph { spans } => self.paragraph(spans),
            Block::Heading { level, spans } => self.heading(*level, spans),
            Block::Notice { spans, .. } => {
                let set_off: Vec<Span> =
                    spans.iter().map(|span| Span { emphasis: true, ..span.clone() }).collect();
                self.paragraph(&set_off);
            }
            Block::Preformatted { language, text } => self.preformatted(language.as_deref(), text),
            Block::Table { rows } if self.options.tables => self.table(rows),
            Block::Table { rows } => self.rows_as_lines(rows),
            Block::Figure { image } if self.options.images => self.figure(image),
            Block::Embed { kind, url } if self.options.embeds => self.embed(*kind, url),
            Block::Separator => {
                let first = self.margin.start();
                // Dashes or stars would be one rule together with the marker of a list item.
                self.margin.out.push_str(if first { "___" } else { "***" });
            }
            _ => {}
        }
    }

    fn masthead(&mut self, masthead: &Masthead<'_>) {
        if let Some(headline) = masthead.headline {
            self.heading(1, &[Span::plain(headline)]);
        }
        if let Some(standfirst) = masthead.standfirst {
            self.paragraph(&[Span::plain(standfirst)]);
        }
        if let Some(byline) = masthead.byline() {
            self.paragraph(&[Span { emphasis: true, ..Span::plain(byline) }]);
        }
        if let Some(image) = masthead.lead.filter(|_| self.options.images) {
            self.figure(image);
        }
    }

    fn writer(&mut self, place: Place) -> Writer<'_> {
        Writer::new(&mut self.margin.out, &self.margin.prefix, place)
    }

    fn paragraph(&mut self, spans: &[Span]) {
        if is_blank(spans) {
            return;
        }
        self.margin.start();
        let links = self.options.links;
        inline::write(spans, &mut self.writer(Place::Paragraph), links);
    }

    fn heading(&mut self, level: u8, spans: &[Span]) {
        if is_blank(spans) {
            return;
        }
        self.margin.start();
        for _ in 0..level.clamp(1, 6) {
            self.margin.out.push('#');
        }
        self.margin.out.push(' ');
        let links = self.options.links;
        inline::write(spans, &mut self.writer(Place::Line), links);
    }

    fn cite(&mut self, cite: &str) {
        let Some(cite) = seen(cite) else { return };
        // An address is a link to itself.
        let link = url::link(cite).is_some().then(|| cite.to_owned());
        self.paragraph(&[Span::plain("— "), Span { link, ..Span::plain(cite) }]);
    }

    fn preformatted(&mut self, language: Option<&str>, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.margin.start();
        let fence = "`".repeat(escape::longest_backtick_run(text).max(2) + 1);
        self.margin.out.push_str(&fence);
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '-' | '.' | '_');
        if let Some(language) = language.filter(|language| language.chars().all(is_word)) {
            self.margin.out.push_str(language);
        }
        let text = text.strip_suffix('\n').unwrap_or(text);
        let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
        for line in lines {
            self.margin.new_line(line.is_empty());
            self.margin
                .out
                .extend(line.chars().map(|c| if c == '\0' { char::REPLACEMENT_CHARACTER } else { c }));
        }
        self.margin.new_line(false);
        self.margin.out.push_str(&fence);
    }

    fn table(&mut self, rows: &[Row]) {
        let mut rows = rows.iter().filter(|row| !is_blank_row(row)).peekable();
        let columns = rows.clone().map(|row| row.cells.len()).max().unwrap_or(0);
        let Some(first) = rows.peek() else { return };
        self.margin.start();
        let headed = first.cells.iter().all(|cell| cell.header || is_blank(&cell.spans));
        let header = if headed { rows.next() } else { None };
        self.row(header, columns);
        self.margin.new_line(false);
        self.margin.out.push('|');
        for _ in 0..columns {
            self.margin.out.push_str(" --- |");
        }
        for row in rows {
            self.margin.new_line(false);
            // A short row is not filled up: the parser does that, and many columns in one row can't swell the rest.
            self.row(Some(row), row.cells.len());
        }
    }

    fn row(&mut self, row: Option<&Row>, columns: usize) {
        let links = self.options.links;
        self.margin.out.push('|');
        let mut cells = row.map(|row| row.cells.iter()).unwrap_or_default();
        for _ in 0..columns {
            self.margin.out.push(' ');
            if let Some(cell) = cells.next().filter(|cell| !is_blank(&cell.spans)) {
                inline::write(&cell.spans, &mut self.writer(Place::Cell), links);
                self.margin.out.push(' ');
            }
            self.margin.out.push('|');
        }
    }

    fn rows_as_lines(&mut self, rows: &[Row]) {
        let mut rows = rows.iter().filter(|row| !is_blank_row(row)).peekable();
        if rows.peek().is_none() {
            return;
        }
        self.margin.start();
        let links = self.options.links;
        let mut writer = self.writer(Place::Paragraph);
        while let Some(row) = rows.next() {
            let mut cells = row.cells.iter().filter(|cell| !is_blank(&cell.spans)).peekable();
            while let Some(cell) = cells.next() {
                inline::write(&cell.spans, &mut writer, links);
                if cells.peek().is_some() {
                    writer.text(" | ");
                }
            }
            if rows.peek().is_some() {
                writer.line_break();
            }
        }
    }

    /// The picture, and below it the caption, emphasised, with the credit in brackets.
    fn figure(&mut self, image: &Image) {
        let picture = url::picture(&image.url);
        let (caption, credit) =
            (image.caption.as_deref().and_then(seen), image.credit.as_deref().and_then(seen));
        if picture.is_none() && caption.is_none() && credit.is_none() {
            return;
        }
        self.margin.start();
        let mut writer = self.writer(Place::Paragraph);
        if let Some(picture) = &picture {
            writer.syntax("![");
            writer.place = Place::Line;
            writer.text(image.alt.as_deref().and_then(seen).unwrap_or_default());
            writer.place = Place::Paragraph;
            writer.destination(picture);
            if caption.is_some() || credit.is_some() {
                writer.line_break();
            }
        }
        let mut spans = Vec::with_capacity(2);
        spans.extend(caption.map(|caption| Span { emphasis: true, ..Span::plain(caption) }));
        if let Some(credit) = credit {
            spans.push(Span::plain(if spans.is_empty() {
                format!("({credit})")
            } else {
                format!(" ({credit})")
            }));
        }
        if !spans.is_empty() {
            inline::write(&spans, &mut writer, false);
        }
    }

    fn embed(&mut self, kind: EmbedKind, url: &str) {
        let Some(url) = url::link(url) else { return };
        self.margin.start();
        let mut writer = self.writer(Place::Paragraph);
        writer.syntax("[");
        writer.syntax(embed_label(kind));
        writer.destination(&url);
    }
}
