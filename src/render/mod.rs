//! stub
mod body_text;
pub use body_text::{BodyText, TextBlock, TextKind, body_text};
use crate::article::*;

/// Whether spans show nothing.
fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.text.chars().all(char::is_whitespace))
}

/// Whether no cell of a row shows anything.
fn is_blank_row(row: &Row) -> bool {
    row.cells.iter().all(|cell| is_blank(&cell.spans))
}

/// Whether an item can stand in a list without blank lines (Markdown) and without `p` (HTML): it is a paragraph,
/// a list, or a paragraph and a list.
fn is_tight(entry: &Entry) -> bool {
    matches!(
        entry.blocks.as_slice(),
        [] | [Block::Paragraph { .. } | Block::List { .. }] | [Block::Paragraph { .. }, Block::List { .. }]
    )
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
