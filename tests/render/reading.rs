//! What a body says and what a CommonMark parser reads, in the same form.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use tearsheet::article::{Image, Row, Script};
use tearsheet::{Block, Span};

/// One visible character with its look; white space is folded to one plain blank.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Glyph {
    pub(crate) c: char,
    pub(crate) strong: bool,
    pub(crate) emphasis: bool,
    pub(crate) code: bool,
    pub(crate) script: Option<Script>,
    pub(crate) deleted: bool,
    /// The URL, with `!` before that of a picture.
    pub(crate) link: Option<String>,
}

/// A piece of the structure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// A quotation, a list, an item, a table or a row begins.
    Open(&'static str),
    /// It ends.
    Close,
    /// A paragraph, a heading or a cell.
    Leaf(String, Vec<Glyph>),
    /// Code with its language.
    Code(String, String),
    /// A rule.
    Rule,
}

/// Structure and text, without the looks.
pub(crate) fn outline(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Leaf(kind, glyphs) => {
                format!("{kind}: {}", glyphs.iter().map(|glyph| glyph.c).collect::<String>())
            }
            other => format!("{other:?}"),
        })
        .collect()
}

fn add(leaf: &mut Vec<Glyph>, text: &str, look: &Glyph) {
    for c in text.chars().filter(|c| *c != '\u{feff}') {
        if c.is_whitespace() {
            if leaf.last().is_some_and(|glyph| glyph.c != ' ') {
                leaf.push(Glyph { c: ' ', ..Glyph::default() });
            }
        } else {
            leaf.push(Glyph { c: if c == '\0' { '\u{fffd}' } else { c }, ..look.clone() });
        }
    }
}

fn trimmed(mut leaf: Vec<Glyph>) -> Vec<Glyph> {
    if leaf.last().is_some_and(|glyph| glyph.c == ' ') {
        leaf.pop();
    }
    leaf
}

/// The URL as a reader of the page would follow it, if it is one that may be written.
fn followed(url: &str) -> Option<String> {
    let url: String = url.trim().chars().filter(|c| *c != '\n').collect();
    if !["https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
        return None;
    }
    let replaced =
        [(" ", "%20"), ("<", "%3C"), (">", "%3E"), ("\"", "%22"), ("`", "%60"), ("\u{a0}", "%C2%A0")];
    Some(replaced.iter().fold(url, |url, (c, code)| url.replace(c, code)))
}

fn said(spans: &[Span]) -> Vec<Glyph> {
    let mut leaf = Vec::new();
    for span in spans {
        let look = Glyph {
            c: ' ',
            strong: span.strong,
            emphasis: span.emphasis,
            code: span.code,
            script: span.script,
            deleted: span.deleted,
            link: span.link.as_deref().and_then(followed),
        };
        add(&mut leaf, &span.text, &look);
    }
    trimmed(leaf)
}

fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.text.replace('\u{feff}', "").trim().is_empty())
}

/// What a body says. Recursive: for the small bodies of tests.
pub(crate) fn of_body(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        block_says(block, &mut pieces);
    }
    pieces
}

fn block_says(block: &Block, pieces: &mut Vec<Piece>) {
    match block {
        Block::Paragraph { spans }
        | Block::Heading { spans, .. }
        | Block::Notice { spans, .. }
        | Block::Update { spans, .. }
            if is_blank(spans) => {}
        Block::Paragraph { spans } => pieces.push(Piece::Leaf("p".to_owned(), said(spans))),
        Block::Heading { level, spans } => {
            pieces.push(Piece::Leaf(format!("h{}", level.clamp(&1, &6)), said(spans)));
        }
        Block::Update { spans, .. } => pieces.push(Piece::Leaf("h2".to_owned(), said(spans))),
        Block::Notice { spans, .. } => {
            let leaf =
                said(spans).into_iter().map(|glyph| Glyph { emphasis: glyph.c != ' ', ..glyph }).collect();
            pieces.push(Piece::Leaf("p".to_owned(), leaf));
        }
        Block::Quotation { blocks, .. } => {
            nested("quotation", pieces, |pieces| pieces.extend(of_body(blocks)));
        }
        Block::List { ordered, items, .. } => {
            nested(if *ordered { "ordered" } else { "bullets" }, pieces, |pieces| {
                for item in items {
                    nested("item", pieces, |pieces| {
                        if !is_blank(&item.term) {
                            let term = said(&item.term).into_iter();
                            let term = term.map(|glyph| Glyph { strong: glyph.c != ' ', ..glyph }).collect();
                            pieces.push(Piece::Leaf("p".to_owned(), term));
                        }
                        pieces.extend(of_body(&item.blocks));
                    });
                }
            });
        }
        Block::Preformatted { language, text } => {
            if !text.trim().is_empty() {
                let language =
                    language.as_deref().filter(|name| ["rust", "c++"].contains(name)).unwrap_or_default();
                let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
                let text = text.strip_suffix('\n').unwrap_or(&text);
                pieces.push(Piece::Code(language.to_owned(), text.to_owned()));
            }
        }
        Block::Table { rows, .. } => table_says(rows, pieces),
        Block::Figure { image } => figure_says(image, pieces),
        Block::Embed { url, .. } => {
            if let Some(url) = followed(url) {
                pieces.push(Piece::Leaf(
                    "embed".to_owned(),
                    vec![Glyph { link: Some(url), ..Glyph::default() }],
                ));
            }
        }
        Block::Separator => pieces.push(Piece::Rule),
        other => panic!("unknown {other:?}"),
    }
}

/// Containers without anything in them are not there.
fn nested(kind: &'static str, pieces: &mut Vec<Piece>, fill: impl FnOnce(&mut Vec<Piece>)) {
    let start = pieces.len();
    pieces.push(Piece::Open(kind));
    fill(pieces);
    if pieces.len() == start + 1 {
        pieces.pop();
    } else {
        pieces.push(Piece::Close);
    }
}

fn table_says(rows: &[Row], pieces: &mut Vec<Piece>) {
    let rows: Vec<&Row> =
        rows.iter().filter(|row| row.cells.iter().any(|cell| !is_blank(&cell.spans))).collect();
    let Some(first) = rows.first() else { return };
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let headed = first.cells.iter().all(|cell| cell.header || is_blank(&cell.spans));
    nested("table", pieces, |pieces| {
        let header = if headed { None } else { Some(Row::default()) };
        for row in header.iter().chain(rows) {
            nested("row", pieces, |pieces| {
                for column in 0..columns {
                    let spans = row.cells.get(column).map(|cell| cell.spans.as_slice()).unwrap_or_default();
                    pieces.push(Piece::Leaf("cell".to_owned(), said(spans)));
                }
            });
        }
    });
}

fn figure_says(image: &Image, pieces: &mut Vec<Piece>) {
    let mut leaf = Vec::new();
    let url = followed(&image.url).filter(|url| url.starts_with("http"));
    let full =
        |text: &Option<String>| text.clone().filter(|text| !text.replace('\u{feff}', "").trim().is_empty());
    let (caption, credit) = (full(&image.caption), full(&image.credit));
    if url.is_none() && caption.is_none() && credit.is_none() {
        return;
    }
    if let Some(url) = url {
        let look = Glyph { link: Some(format!("!{url}")), ..Glyph::default() };
        add(&mut leaf, image.alt.as_deref().unwrap_or_default().trim(), &look);
        add(&mut leaf, "\n", &look);
    }
    if let Some(caption) = caption {
        add(&mut leaf, &caption, &Glyph { emphasis: true, ..Glyph::default() });
        add(&mut leaf, " ", &Glyph::default());
    }
    if let Some(credit) = credit {
        add(&mut leaf, &format!("({})", credit.replace('\u{feff}', "").trim()), &Glyph::default());
    }
    pieces.push(Piece::Leaf("p".to_owned(), trimmed(leaf)));
}

/// What a parser reads. Fails on HTML other than `sub`, `sup`, `del` and `br`.
pub(crate) fn of_markdown(markdown: &str, options: Options) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut look = Glyph::default();
    let mut leaf: Option<(String, Vec<Glyph>)> = None;
    let mut code: Option<(String, String)> = None;
    for event in Parser::new_ext(markdown, options) {
        let open = |kind: &str| Some((kind.to_owned(), Vec::new()));
        // The text of a tight item has no paragraph of its own.
        let close = |leaf: &mut Option<(String, Vec<Glyph>)>, pieces: &mut Vec<Piece>| {
            if let Some((kind, glyphs)) = leaf.take() {
                pieces.push(Piece::Leaf(kind, trimmed(glyphs)));
            }
        };
        let text = |leaf: &mut Option<(String, Vec<Glyph>)>, text: &str, look: &Glyph| {
            add(&mut leaf.get_or_insert_with(|| ("p".to_owned(), Vec::new())).1, text, look);
        };
        match event {
            Event::Start(tag) => match tag {
                Tag::Paragraph => leaf = open("p"),
                Tag::Heading { level, .. } => leaf = open(&level.to_string()),
                Tag::TableCell => leaf = open("cell"),
                Tag::BlockQuote(None) => {
                    close(&mut leaf, &mut pieces);
                    pieces.push(Piece::Open("quotation"));
                }
                Tag::List(start) => {
                    close(&mut leaf, &mut pieces);
                    if start.is_some_and(|start| start != 1) {
                        return Err(format!("list starts at {start:?} in\n{markdown}"));
                    }
                    pieces.push(Piece::Open(if start.is_some() { "ordered" } else { "bullets" }));
                }
                Tag::Item => pieces.push(Piece::Open("item")),
                Tag::Table(_) => pieces.push(Piece::Open("table")),
                Tag::TableHead | Tag::TableRow => pieces.push(Piece::Open("row")),
                Tag::CodeBlock(CodeBlockKind::Fenced(language)) => {
                    code = Some((language.to_string(), String::new()));
                }
                Tag::Emphasis => look.emphasis = true,
                Tag::Strong => look.strong = true,
                Tag::Link { dest_url, .. } => {
                    // An embed is a paragraph of one link; its label is not text of the body.
                    look.link = Some(dest_url.to_string());
                }
                Tag::Image { dest_url, .. } => {
                    look.link = Some(format!("!{dest_url}"));
                    text(&mut leaf, "", &look);
                }
                other => return Err(format!("unexpected {other:?} in\n{markdown}")),
            },
            Event::End(end) => match end {
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => close(&mut leaf, &mut pieces),
                TagEnd::BlockQuote(_)
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow => {
                    close(&mut leaf, &mut pieces);
                    pieces.push(Piece::Close);
                }
                TagEnd::CodeBlock => {
                    if let Some((language, text)) = code.take() {
                        let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                        pieces.push(Piece::Code(language, text));
                    }
                }
                TagEnd::Emphasis => look.emphasis = false,
                TagEnd::Strong => look.strong = false,
                TagEnd::Link | TagEnd::Image => look.link = None,
                other => return Err(format!("unexpected end of {other:?} in\n{markdown}")),
            },
            Event::Text(content) => match &mut code {
                Some((_, code)) => code.push_str(&content),
                None => text(&mut leaf, &content, &look),
            },
            Event::Code(content) => text(&mut leaf, &content, &Glyph { code: true, ..look.clone() }),
            Event::SoftBreak | Event::HardBreak => text(&mut leaf, "\n", &look),
            Event::Rule => pieces.push(Piece::Rule),
            Event::InlineHtml(html) => match html.as_ref() {
                "<sub>" => look.script = Some(Script::Subscript),
                "<sup>" => look.script = Some(Script::Superscript),
                "</sub>" | "</sup>" => look.script = None,
                "<del>" => look.deleted = true,
                "</del>" => look.deleted = false,
                "<br>" => text(&mut leaf, "\n", &look),
                other => return Err(format!("HTML {other:?} in\n{markdown}")),
            },
            other => return Err(format!("unexpected {other:?} in\n{markdown}")),
        }
    }
    Ok(pieces.into_iter().map(as_embed).collect())
}

/// A paragraph that is one link `Video` or `Embed` is an embed.
fn as_embed(piece: Piece) -> Piece {
    let Piece::Leaf(kind, glyphs) = &piece else { return piece };
    let text: String = glyphs.iter().map(|glyph| glyph.c).collect();
    let link = glyphs.first().and_then(|glyph| glyph.link.clone());
    if kind == "p" && ["Video", "Embed"].contains(&text.as_str()) && link.is_some() {
        return Piece::Leaf("embed".to_owned(), vec![Glyph { link, ..Glyph::default() }]);
    }
    piece
}
