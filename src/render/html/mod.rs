//! HTML of a fixed list of tags and attributes.

mod tags;

use std::slice::Iter;

use tags::{List, Tag};

use super::masthead::Masthead;
use super::{Options, clock, embed_label, is_blank, is_blank_row, is_tight, seen, url};
use crate::article::{
    Article, Block, Direction, EmbedKind, Entry, Image, Moment, NoticeKind, Row, Script, Span,
};

/// The article as an `article` element, safe to set into a page.
///
/// Tags: `a article aside blockquote br caption cite code dd del dl dt em figcaption figure footer h1`…`h6 hr img li ol p pre
/// small strong sub sup table tbody td th time tr ul`. Attributes: `alt class colspan datetime dir height href lang
/// rowspan src start reversed type value width`. URLs are absolute and of the schemes `http`, `https` and (links) `mailto`; what has another URL is shown without it.
///
/// ```
/// use tearsheet::{Article, Block, Span, render};
///
/// let mut article = Article::default();
/// let mut span = Span::plain("<b>");
/// span.link = Some("javascript:alert(1)".to_owned());
/// article.body = vec![Block::Paragraph { spans: vec![span] }];
/// assert_eq!(
///     render::html(&article, &render::Options::default()),
///     "<article>\n<p>&lt;b&gt;</p>\n</article>\n"
/// );
/// ```
#[must_use]
pub fn html(article: &Article, options: &Options) -> String {
    let mut setter = Setter { out: String::with_capacity(article.text.len() * 3 / 2 + 256), options };
    setter.out.push_str("<article");
    if let Some(language) = &article.language {
        setter.attribute("lang", language);
    }
    if article.direction == Direction::Rtl {
        setter.attribute("dir", "rtl");
    }
    setter.out.push_str(">\n");
    if options.headline {
        setter.masthead(article);
    }
    setter.blocks(&article.body);
    setter.out.push_str("</article>\n");
    setter.out
}

struct Setter<'o> {
    out: String,
    options: &'o Options,
}

enum Frame<'a> {
    /// Blocks, what is written after them, and whether paragraphs among them are set without `p`.
    Blocks {
        rest: Iter<'a, Block>,
        close: &'static str,
        /// Of a quotation, whom and what it quotes.
        cite: (Option<&'a str>, Option<&'a str>),
        bare: bool,
    },
    Entries {
        rest: Iter<'a, Entry>,
        kind: List,
    },
}

impl Setter<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut stack =
            vec![Frame::Blocks { rest: blocks.iter(), close: "", cite: (None, None), bare: false }];
        while let Some(frame) = stack.last_mut() {
            match frame {
                Frame::Blocks { rest, close, cite, bare } => match rest.next() {
                    Some(Block::Quotation { blocks, cite, url }) => {
                        self.out.push_str("<blockquote>\n");
                        let close = "</blockquote>\n";
                        let cite = (cite.as_deref(), url.as_deref());
                        stack.push(Frame::Blocks { rest: blocks.iter(), close, cite, bare: false });
                    }
                    Some(Block::List { ordered, start, reversed, numbering, items }) => {
                        let kind = if items.iter().any(|item| !is_blank(&item.term)) {
                            List::Definitions
                        } else if *ordered {
                            List::Numbers
                        } else {
                            List::Bullets
                        };
                        self.out.push_str(kind.open());
                        if let (List::Numbers, Some(start)) = (kind, start) {
                            self.attribute("start", &start.to_string());
                        }
                        if kind == List::Numbers {
                            if *reversed {
                                self.out.push_str(" reversed");
                            }
                            if let Some(numbering) = numbering {
                                self.attribute("type", tags::numbering(*numbering));
                            }
                        }
                        self.out.push_str(">\n");
                        stack.push(Frame::Entries { rest: items.iter(), kind });
                    }
                    Some(Block::Paragraph { spans }) if *bare => self.spans(spans),
                    Some(leaf) => self.leaf(leaf),
                    None => {
                        let ((cite, url), close) = (*cite, *close);
                        self.cite(cite, url);
                        self.out.push_str(close);
                        stack.pop();
                    }
                },
                Frame::Entries { rest, kind } => match rest.next() {
                    Some(entry) => {
                        let (open, close) = kind.item();
                        if *kind == List::Definitions {
                            self.element("<dt>", &entry.term, "</dt>\n");
                        }
                        match entry.number.filter(|_| *kind == List::Numbers) {
                            Some(number) => {
                                self.out.push_str("<li");
                                self.attribute("value", &number.to_string());
                                self.out.push('>');
                            }
                            None => self.out.push_str(open),
                        }
                        let bare =
                            is_tight(entry) || matches!(entry.blocks.as_slice(), [Block::Paragraph { .. }]);
                        stack.push(Frame::Blocks {
                            rest: entry.blocks.iter(),
                            close,
                            cite: (None, None),
                            bare,
                        });
                    }
                    None => {
                        self.out.push_str(kind.close());
                        stack.pop();
                    }
                },
            }
        }
    }

    fn leaf(&mut self, block: &Block) {
        match block {
            Block::Paragraph { spans } => self.element("<p>", spans, "</p>\n"),
            Block::Heading { level, spans } => {
                let (open, close) = match level {
                    0 | 1 => ("<h1>", "</h1>\n"),
                    2 => ("<h2>", "</h2>\n"),
                    3 => ("<h3>", "</h3>\n"),
                    4 => ("<h4>", "</h4>\n"),
                    5 => ("<h5>", "</h5>\n"),
                    _ => ("<h6>", "</h6>\n"),
                };
                self.element(open, spans, close);
            }
            Block::Notice { kind, spans } => {
                let open = match kind {
                    NoticeKind::Correction => "<aside class=\"notice correction\">\n<p>",
                    NoticeKind::Update => "<aside class=\"notice update\">\n<p>",
                    NoticeKind::Editor => "<aside class=\"notice editor\">\n<p>",
                };
                self.element(open, spans, "</p>\n</aside>\n");
            }
            Block::Preformatted { language, text } if !text.trim().is_empty() => {
                self.preformatted(language.as_deref(), text);
            }
            Block::Table { caption, rows } if rows.iter().any(|row| !is_blank_row(row)) => {
                let caption = caption.as_deref().and_then(seen);
                if self.options.tables {
                    self.table(caption, rows);
                } else {
                    let caption: Vec<Span> = caption.map(Span::plain).into_iter().collect();
                    self.element("<p class=\"caption\">", &caption, "</p>\n");
                    self.rows_as_lines(rows);
                }
            }
            Block::Figure { image } if self.options.images => self.figure(image),
            Block::Embed { kind, url, caption } if self.options.embeds => {
                self.embed(*kind, url, caption.as_deref());
            }
            Block::Update { posted, spans } => self.update(posted.as_ref(), spans),
            Block::Separator => self.out.push_str("<hr>\n"),
            _ => {}
        }
    }

    fn masthead(&mut self, article: &Article) {
        let masthead = Masthead::of(article);
        if let Some(headline) = masthead.headline {
            self.element("<h1>", &[Span::plain(headline)], "</h1>\n");
        }
        if let Some(standfirst) = masthead.standfirst {
            self.element("<p class=\"standfirst\">", &[Span::plain(standfirst)], "</p>\n");
        }
        if masthead.names.is_some() || masthead.date.is_some() {
            self.out.push_str("<p class=\"byline\">");
            if let Some(names) = &masthead.names {
                self.text(names);
            }
            if let Some(date) = masthead.date {
                if masthead.names.is_some() {
                    self.out.push_str(" · ");
                }
                self.time(date, date);
            }
            self.out.push_str("</p>\n");
        }
        if let Some(image) = masthead.lead.filter(|_| self.options.images) {
            self.figure(image);
        }
    }

    fn element(&mut self, open: &str, spans: &[Span], close: &str) {
        if is_blank(spans) {
            return;
        }
        self.out.push_str(open);
        self.spans(spans);
        self.out.push_str(close);
    }

    /// A heading with the time before it.
    fn update(&mut self, posted: Option<&Moment>, spans: &[Span]) {
        if posted.is_none() && is_blank(spans) {
            return;
        }
        self.out.push_str("<h2 class=\"update\">");
        if let Some(posted) = posted {
            self.time(&posted.value, &clock(posted));
            if !is_blank(spans) {
                self.out.push(' ');
            }
        }
        self.spans(spans);
        self.out.push_str("</h2>\n");
    }

    fn time(&mut self, value: &str, shown: &str) {
        self.out.push_str("<time");
        self.attribute("datetime", value);
        self.out.push('>');
        self.text(shown);
        self.out.push_str("</time>");
    }

    fn cite(&mut self, cite: Option<&str>, url: Option<&str>) {
        let url = url.filter(|url| url::link(url).is_some());
        let Some(cite) = cite.and_then(seen).or(url) else { return };
        self.out.push_str("<footer><cite>");
        let link = url.or_else(|| url::link(cite).is_some().then_some(cite)).map(str::to_owned);
        self.spans(&[Span { link, ..Span::plain(cite) }]);
        self.out.push_str("</cite></footer>\n");
    }

    fn preformatted(&mut self, language: Option<&str>, text: &str) {
        self.out.push_str("<pre>");
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '-' | '.' | '_');
        if let Some(language) = language.filter(|name| !name.is_empty() && name.chars().all(is_word)) {
            self.out.push_str("<code class=\"language-");
            self.out.push_str(language);
            self.out.push_str("\">");
            self.escaped(text, Place::Preformatted);
            self.out.push_str("</code></pre>\n");
        } else {
            // A parser drops the first line break after `<pre>`.
            self.out.push('\n');
            self.escaped(text, Place::Preformatted);
            self.out.push_str("</pre>\n");
        }
    }

    fn table(&mut self, caption: Option<&str>, rows: &[Row]) {
        self.out.push_str("<table>\n");
        if let Some(caption) = caption {
            self.element("<caption>", &[Span::plain(caption)], "</caption>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in rows.iter().filter(|row| !is_blank_row(row)) {
            self.out.push_str("<tr>");
            for cell in &row.cells {
                let (open, close) = if cell.header { ("<th", "</th>") } else { ("<td", "</td>") };
                self.out.push_str(open);
                for (name, over) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                    if over > 1 {
                        self.attribute(name, &over.to_string());
                    }
                }
                self.out.push('>');
                self.spans(&cell.spans);
                self.out.push_str(close);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn rows_as_lines(&mut self, rows: &[Row]) {
        let mut before = "<p>";
        for row in rows {
            for cell in row.cells.iter().filter(|cell| !is_blank(&cell.spans)) {
                self.out.push_str(before);
                before = " | ";
                self.spans(&cell.spans);
            }
            if before == " | " {
                before = "<br>";
            }
        }
        self.out.push_str("</p>\n");
    }

    fn figure(&mut self, image: &Image) {
        let picture = url::picture(&image.url);
        let (caption, credit) =
            (image.caption.as_deref().and_then(seen), image.credit.as_deref().and_then(seen));
        if picture.is_none() && caption.is_none() && credit.is_none() {
            return;
        }
        self.out.push_str("<figure>");
        if let Some(picture) = picture {
            self.out.push_str("<img");
            self.attribute("src", &picture);
            self.attribute("alt", image.alt.as_deref().unwrap_or_default());
            for (name, size) in [("width", image.width), ("height", image.height)] {
                if let Some(size) = size {
                    self.attribute(name, &size.to_string());
                }
            }
            self.out.push('>');
        }
        if caption.is_some() || credit.is_some() {
            self.out.push_str("<figcaption>");
            if let Some(caption) = caption {
                self.text(caption);
            }
            if let Some(credit) = credit {
                self.out.push_str(if caption.is_some() { " <small>" } else { "<small>" });
                self.text(credit);
                self.out.push_str("</small>");
            }
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn embed(&mut self, kind: EmbedKind, url: &str, caption: Option<&str>) {
        let Some(url) = url::link(url) else { return };
        let label = embed_label(kind);
        self.out.push_str("<p class=\"embed ");
        self.out.push_str(&label.to_ascii_lowercase());
        self.out.push_str("\"><a");
        self.attribute("href", &url);
        self.out.push('>');
        self.out.push_str(label);
        self.out.push_str("</a>");
        if let Some(caption) = caption.and_then(seen) {
            self.out.push_str("<br>");
            self.text(caption);
        }
        self.out.push_str("</p>\n");
    }

    /// Sets spans; what neighbours share stays open between them.
    fn spans(&mut self, spans: &[Span]) {
        let mut open: Vec<Tag<'_>> = Vec::with_capacity(5);
        for span in spans.iter().filter(|span| !span.text.is_empty()) {
            let tags = self.tags(span);
            let shared = open.iter().zip(tags.iter().flatten()).take_while(|(open, tag)| open == tag).count();
            for tag in open.drain(shared..).rev() {
                self.out.push_str(tag.end());
            }
            for tag in tags.into_iter().flatten().skip(shared) {
                self.open(tag);
                open.push(tag);
            }
            self.text(&span.text);
        }
        for tag in open.iter().rev() {
            self.out.push_str(tag.end());
        }
    }

    /// The tags of a span from the outside in.
    fn tags<'s>(&self, span: &'s Span) -> [Option<Tag<'s>>; 6] {
        let link = span.link.as_deref().filter(|link| self.options.links && url::link(link).is_some());
        [
            link.map(Tag::Link),
            span.strong.then_some(Tag::Strong),
            span.emphasis.then_some(Tag::Emphasis),
            span.deleted.then_some(Tag::Deleted),
            span.script.map(Tag::Script),
            span.code.then_some(Tag::Code),
        ]
    }

    fn open(&mut self, tag: Tag<'_>) {
        let tag = match tag {
            Tag::Link(link) => {
                self.out.push_str("<a");
                if let Some(url) = url::link(link) {
                    self.attribute("href", &url);
                }
                ">"
            }
            Tag::Strong => "<strong>",
            Tag::Emphasis => "<em>",
            Tag::Deleted => "<del>",
            Tag::Script(Script::Subscript) => "<sub>",
            Tag::Script(Script::Superscript) => "<sup>",
            Tag::Code => "<code>",
        };
        self.out.push_str(tag);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.escaped(value, Place::Attribute);
        self.out.push('"');
    }

    fn text(&mut self, text: &str) {
        self.escaped(text, Place::Text);
    }

    fn escaped(&mut self, text: &str, place: Place) {
        let mut rest = text;
        let is_special = |byte: u8| match byte {
            b'&' | b'<' | b'>' | b'\r' | 0 => true,
            b'"' => place == Place::Attribute,
            b'\n' => place == Place::Text,
            _ => false,
        };
        while let Some(at) = rest.bytes().position(is_special) {
            let (plain, tail) = rest.split_at(at);
            self.out.push_str(plain);
            let mut chars = tail.chars();
            self.out.push_str(match chars.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\n') => "<br>",
                Some('\0') => "\u{fffd}",
                // A parser would make a line break of it.
                _ => "&#13;",
            });
            rest = chars.as_str();
        }
        self.out.push_str(rest);
    }
}

/// Where text is escaped for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between tags; line breaks are `br`.
    Text,
    /// In `pre`; line breaks stay.
    Preformatted,
    /// Between double quotes.
    Attribute,
}
