//! An article as plain text, Markdown, HTML or JSON.
//!
//! Rendering decides nothing about the content: whatever the options, the paragraphs read the same. The options
//! say which of the other blocks are shown and how. Nothing here recurses, so a body may be nested as deeply as
//! memory allows.
//!
//! | format | what it keeps to |
//! | --- | --- |
//! | [`text`] | the contract of [`Article::text`]; see [`body_text`] |
//! | [`markdown`] | CommonMark with GFM tables; what the article says can't become markup |
//! | [`html`] | a fixed list of tags and attributes, `http`, `https` and `mailto` links |

mod body_text;
mod front_matter;
mod grid;
mod html;
mod markdown;
mod masthead;
mod url;

pub use body_text::{BodyText, TextBlock, TextKind, body_text};
pub use html::html;
pub use markdown::markdown;

use crate::article::{Article, Block, EmbedKind, Entry, Moment, Row, Span};

/// What a rendering shows besides the text.
///
/// ```
/// use tearsheet::{Article, Block, Span, render};
///
/// let mut article = Article::default();
/// article.headline = Some("Rain in the north".to_owned());
/// article.body = vec![Block::Paragraph { spans: vec![Span::plain("It rained.")] }];
///
/// let options = render::Options::default().headline(false);
/// assert_eq!(render::markdown(&article, &options), "It rained.\n");
/// assert_eq!(article.to_markdown(), "# Rain in the north\n\nIt rained.\n");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Whether linked words are links. Default `true`; without it the words stay. No effect on plain text.
    pub links: bool,
    /// Whether figures are shown, each with its caption and credit. Default `true`. No effect on plain text, which
    /// never has them.
    pub images: bool,
    /// Whether tables are tables. Default `true`; without it every row is a line whose cells are set apart by
    /// `|`. No effect on plain text, where cells are always set apart by a tab.
    pub tables: bool,
    /// Whether the headline comes first (`#`, `h1`), with the standfirst, a line of authors and date, and the
    /// lead image unless the body shows it. Default `true`.
    pub headline: bool,
    /// Whether Markdown starts with the metadata as YAML front matter. Default `false`. No effect elsewhere.
    pub front_matter: bool,
    /// Whether what is set in from elsewhere is shown, as a link. Default `true`. No effect on plain text.
    pub embeds: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { links: true, images: true, tables: true, headline: true, front_matter: false, embeds: true }
    }
}

impl Options {
    /// Sets [`links`](Self::links).
    #[must_use]
    pub fn links(mut self, links: bool) -> Self {
        self.links = links;
        self
    }

    /// Sets [`images`](Self::images).
    #[must_use]
    pub fn images(mut self, images: bool) -> Self {
        self.images = images;
        self
    }

    /// Sets [`tables`](Self::tables).
    #[must_use]
    pub fn tables(mut self, tables: bool) -> Self {
        self.tables = tables;
        self
    }

    /// Sets [`headline`](Self::headline).
    #[must_use]
    pub fn headline(mut self, headline: bool) -> Self {
        self.headline = headline;
        self
    }

    /// Sets [`front_matter`](Self::front_matter).
    #[must_use]
    pub fn front_matter(mut self, front_matter: bool) -> Self {
        self.front_matter = front_matter;
        self
    }

    /// Sets [`embeds`](Self::embeds).
    #[must_use]
    pub fn embeds(mut self, embeds: bool) -> Self {
        self.embeds = embeds;
        self
    }
}

/// The article as plain text: headline, standfirst and byline if asked for, then the body as [`body_text`] sets
/// it, all joined by one blank line. There is no line break at the end.
#[must_use]
pub fn text(article: &Article, options: &Options) -> String {
    let body = body_text(&article.body).text;
    if !options.headline {
        return body;
    }
    let masthead = masthead::Masthead::of(article);
    let byline = masthead.byline();
    let parts = [masthead.headline, masthead.standfirst, byline.as_deref(), Some(body.as_str())];
    let mut out = String::with_capacity(body.len() + 256);
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(part);
    }
    out
}

impl Article {
    /// The article as plain text: [`render::text`](text()) with the default options.
    #[must_use]
    pub fn to_text(&self) -> String {
        text(self, &Options::default())
    }

    /// The article as Markdown: [`render::markdown`](markdown()) with the default options.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown(self, &Options::default())
    }

    /// The article as HTML: [`render::html`](html()) with the default options.
    #[must_use]
    pub fn to_html(&self) -> String {
        html(self, &Options::default())
    }

    /// The whole article as JSON on one line. A number JSON has no form for (a confidence that is not finite)
    /// becomes `null`.
    ///
    /// serde recurses over the blocks: a body that the caller nested beyond what the stack holds must not be
    /// given to it. Extraction nests at most 16 deep.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing to a string can't fail, and every key of the format is a string.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The whole article as indented JSON; else as [`to_json`](Self::to_json).
    #[must_use]
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// White space and byte order marks.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// The text without what is not seen at its edges, if anything is left.
fn seen(text: &str) -> Option<&str> {
    Some(text.trim_matches(is_unseen)).filter(|text| !text.is_empty())
}

/// Whether spans show nothing.
fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.text.chars().all(is_unseen))
}

/// Whether no cell of a row shows anything.
fn is_blank_row(row: &Row) -> bool {
    row.cells.iter().all(|cell| is_blank(&cell.spans))
}

/// Whether an item can stand in a list without blank lines (Markdown) and without `p` (HTML): it is a paragraph,
/// a list, or a paragraph and a list.
fn is_tight(entry: &Entry) -> bool {
    is_blank(&entry.term)
        && matches!(
            entry.blocks.as_slice(),
            [] | [Block::Paragraph { .. } | Block::List { .. }]
                | [Block::Paragraph { .. }, Block::List { .. }]
        )
}

/// The time of a live blog's entry for readers: `2024-05-05 17:42`, without seconds and offset.
fn clock(moment: &Moment) -> String {
    moment.value.chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

/// The word that stands for an embed.
fn embed_label(kind: EmbedKind) -> &'static str {
    match kind {
        EmbedKind::Video => "Video",
        EmbedKind::Audio => "Audio",
        EmbedKind::Post => "Post",
        EmbedKind::Map => "Map",
        EmbedKind::Other => "Embed",
    }
}
