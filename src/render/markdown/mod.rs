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

use super::grid::grid;
use super::masthead::Masthead;
use super::{Options, clock, embed_label, front_matter, is_blank, is_blank_row, is_tight, seen, url};
use crate::article::{Article, Block, Cell, EmbedKind, Entry, Image, Moment, Row, Span};

/// The article as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown, ending in a line break.
///
/// Characters that Markdown would take for markup are escaped. Where CommonMark has no way to mark an emphasis (in
/// the middle of a word beside punctuation, for one) the words stay and the mark goes. Deleted text stands in `<del>`. A notice is emphasised; the
/// `cite` of a quotation is its last paragraph, after a dash; a table has the header row that Markdown demands,
/// an empty one unless its first row is one, and empty cells where one reaches over several; its caption stands above
/// it, emphasised; the entry of a live blog is a heading that begins with its time. Quotations beyond 64 levels and lists beyond 32 are set flat.
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
    /// Blocks, and of a quotation whom and what it quotes.
    Blocks {
        rest: Iter<'a, Block>,
        pushed: bool,
        cite: (Option<&'a str>, Option<&'a str>),
    },
    Entries {
        rest: Iter<'a, Entry>,
        pushed: bool,
    },
}

impl Setter<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut stack = vec![Frame::Blocks { rest: blocks.iter(), pushed: false, cite: (None, None) }];
        while let Some(frame) = stack.last_mut() {
            match frame {
                Frame::Blocks { rest, pushed, cite } => match rest.next() {
                    Some(Block::Quotation { blocks, cite, url }) => {
                        let pushed = self.margin.push(Level::quotation());
                        let cite = (cite.as_deref(), url.as_deref());
                        stack.push(Frame::Blocks { rest: blocks.iter(), pushed, cite });
                    }
                    Some(Block::List { ordered, start, reversed, items, .. }) => {
                        let tight = items.iter().all(is_tight);
                        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
                        let first = ordered.then(|| start.unwrap_or(if *reversed { count } else { 1 }));
                        let pushed = self.margin.push(Level::list(first, *reversed, tight));
                        stack.push(Frame::Entries { rest: items.iter(), pushed });
                    }
                    Some(leaf) => self.leaf(leaf),
                    None => {
                        let (pushed, (cite, url)) = (*pushed, std::mem::take(cite));
                        self.cite(cite, url);
                        stack.pop();
                        if pushed {
                            self.margin.pop();
                        }
                    }
                },
                Frame::Entries { rest, pushed } => match rest.next() {
                    Some(entry) => {
                        let pushed = *pushed && self.margin.push(Level::item(entry.number));
                        let term: Vec<Span> =
                            entry.term.iter().map(|span| Span { strong: true, ..span.clone() }).collect();
                        self.paragraph(&term);
                        stack.push(Frame::Blocks { rest: entry.blocks.iter(), pushed, cite: (None, None) });
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
            Block::Table { caption, rows } => {
                if rows.iter().any(|row| !is_blank_row(row)) {
                    self.caption(caption.as_deref());
                }
                if self.options.tables {
                    self.table(rows);
                } else {
                    self.rows_as_lines(rows);
                }
            }
            Block::Figure { image } if self.options.images => self.figure(image),
            Block::Embed { kind, url, caption } if self.options.embeds => {
                self.embed(*kind, url, caption.as_deref());
            }
            Block::Update { posted, spans } => self.update(posted.as_ref(), spans),
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

    /// A heading with the time before it.
    fn update(&mut self, posted: Option<&Moment>, spans: &[Span]) {
        let mut line: Vec<Span> = posted.map(|posted| Span::plain(clock(posted))).into_iter().collect();
        if !is_blank(spans) {
            if let Some(time) = line.first_mut() {
                time.text.push_str(" · ");
            }
            line.extend(spans.iter().cloned());
        }
        self.heading(2, &line);
    }

    fn caption(&mut self, caption: Option<&str>) {
        if let Some(caption) = caption.and_then(seen) {
            self.paragraph(&[Span { emphasis: true, ..Span::plain(caption) }]);
        }
    }

    fn cite(&mut self, cite: Option<&str>, url: Option<&str>) {
        let url = url.filter(|url| url::link(url).is_some());
        // An address is a link to itself.
        let Some(cite) = cite.and_then(seen).or(url) else { return };
        let link = url.or_else(|| url::link(cite).is_some().then_some(cite)).map(str::to_owned);
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
        let rows = grid(rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let Some((first, below)) = rows.split_first() else { return };
        self.margin.start();
        let headed = first.iter().flatten().all(|cell| cell.header || is_blank(&cell.spans));
        self.row(if headed { first } else { &[] }, columns);
        self.margin.new_line(false);
        self.margin.out.push('|');
        for _ in 0..columns {
            self.margin.out.push_str(" --- |");
        }
        for row in if headed { below } else { &rows } {
            self.margin.new_line(false);
            // A short row is not filled up: the parser does that, and many columns in one row can't swell the rest.
            self.row(row, row.len());
        }
    }

    fn row(&mut self, row: &[Option<&Cell>], columns: usize) {
        let links = self.options.links;
        self.margin.out.push('|');
        for column in 0..columns {
            self.margin.out.push(' ');
            if let Some(cell) = row.get(column).copied().flatten().filter(|cell| !is_blank(&cell.spans)) {
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

    /// A link, and below it the caption, emphasised.
    fn embed(&mut self, kind: EmbedKind, url: &str, caption: Option<&str>) {
        let Some(url) = url::link(url) else { return };
        self.margin.start();
        let mut writer = self.writer(Place::Paragraph);
        writer.syntax("[");
        writer.syntax(embed_label(kind));
        writer.destination(&url);
        if let Some(caption) = caption.and_then(seen) {
            writer.line_break();
            inline::write(&[Span { emphasis: true, ..Span::plain(caption) }], &mut writer, false);
        }
    }
}
