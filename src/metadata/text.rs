//! Short texts of elements and their pieces, all of bounded length.

use crate::html::{Name, NodeId, Step, Tree, is_breaking, push_folded};

/// Nodes that are looked at for one short text.
const MOST_NODES: usize = 200;

/// The text of an element, folded, cut once it is longer than `bytes`. `None` where there is more than that, or
/// nothing.
pub(super) fn short_text(tree: &Tree, id: NodeId, bytes: usize) -> Option<String> {
    text_without(tree, id, bytes, |_| false)
}

/// [`short_text`] without elements below that are told not to count.
pub(super) fn text_without(
    tree: &Tree,
    id: NodeId,
    bytes: usize,
    out: impl Fn(NodeId) -> bool,
) -> Option<String> {
    let mut text = String::new();
    let mut blank = false;
    let mut walk = tree.walk(id);
    let mut nodes = 0;
    while let Some(step) = walk.next() {
        nodes += 1;
        match step {
            Step::Enter(at) => match tree.text(at) {
                Some(piece) => {
                    if piece.len() > bytes * 4 {
                        return None;
                    }
                    push_folded(&mut text, piece, &mut blank);
                }
                None if is_silent(tree.name(at)) || at != id && out(at) => walk.skip_children(at),
                None => blank |= is_breaking(tree.name(at)),
            },
            Step::Leave(at) => blank |= is_breaking(tree.name(at)),
        }
        if text.len() > bytes || nodes > MOST_NODES * 2 {
            return None;
        }
    }
    (!text.is_empty()).then_some(text)
}

/// Elements whose text is not read out.
pub(super) fn is_silent(name: Name) -> bool {
    matches!(
        name,
        Name::SCRIPT
            | Name::STYLE
            | Name::SVG
            | Name::TEMPLATE
            | Name::BUTTON
            | Name::SELECT
            | Name::TEXTAREA
            | Name::NOSCRIPT
    )
}

/// The pieces of a short element: texts between any two tags, each with the link around it. `None` where there
/// are more than `bytes`.
pub(super) fn pieces(tree: &Tree, id: NodeId, bytes: usize) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut link: Option<NodeId> = None;
    let mut broken = true;
    let (mut total, mut nodes) = (0, 0);
    let mut walk = tree.walk(id);
    while let Some(step) = walk.next() {
        nodes += 1;
        if nodes > MOST_NODES * 2 {
            return None;
        }
        match step {
            Step::Enter(at) => match tree.text(at) {
                Some(piece) => {
                    if piece.len() > bytes * 4 {
                        return None;
                    }
                    let mut text = String::new();
                    push_folded(&mut text, piece, &mut false);
                    if text.is_empty() {
                        continue;
                    }
                    total += text.len();
                    if total > bytes {
                        return None;
                    }
                    pieces.push(Piece { text, link, after_break: broken });
                    broken = false;
                }
                None if is_silent(tree.name(at)) || matches!(tree.name(at), Name::FIGURE) => {
                    walk.skip_children(at);
                }
                None => {
                    broken |= is_breaking(tree.name(at));
                    if tree.name(at) == Name::A {
                        link = Some(at);
                    }
                }
            },
            Step::Leave(at) => {
                broken |= is_breaking(tree.name(at));
                if link == Some(at) {
                    link = None;
                }
            }
        }
    }
    Some(pieces)
}

/// A text between two tags.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) link: Option<NodeId>,
    /// Whether a line starts with it.
    pub(super) after_break: bool,
}

/// The text right before an element, at most about `bytes` of it, within its nearest relatives.
pub(super) fn text_before(tree: &Tree, id: NodeId, bytes: usize) -> String {
    let mut at = id;
    for _ in 0..12 {
        if let Some(before) = tree.prev_sibling(at) {
            at = before;
            while let Some(last) = tree.last_child(at).filter(|_| !is_silent(tree.name(at))) {
                at = last;
            }
            if let Some(text) = tree.text(at).map(str::trim).filter(|text| !text.is_empty()) {
                let start = text.len().saturating_sub(bytes);
                return tail(text, start).to_owned();
            }
        } else {
            match tree.parent(at) {
                Some(parent)
                    if !matches!(tree.name(parent), Name::BODY | Name::ARTICLE | Name::MAIN | Name::HTML) =>
                {
                    at = parent;
                }
                _ => break,
            }
        }
    }
    String::new()
}

/// A text without the white space around it; that of ASCII, which is nearly all, needs no decoding.
pub(super) fn trimmed(text: &str) -> &str {
    let text = text.trim_ascii();
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if is_plain(text.as_bytes().first()) && is_plain(text.as_bytes().last()) { text } else { text.trim() }
}

/// The first bytes of a text, at most so many, whole characters alone.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    (0..4).find_map(|back| text.get(..bytes.checked_sub(back)?)).unwrap_or("")
}

/// What follows the first bytes of a text, whole characters alone.
fn tail(text: &str, start: usize) -> &str {
    let start = (start..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text.get(start..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_at_the_ends_falls_off() {
        for text in ["", " ", "\n word and word \n", "\u{a0}", "\u{3000}word\u{a0} ", "\u{b}a"] {
            assert_eq!(trimmed(text), text.trim(), "{text:?}");
        }
    }

    #[test]
    fn heads_are_whole_characters() {
        let cases =
            [("word", 9, "word"), ("word", 2, "wo"), ("дождь", 3, "д"), ("дождь", 1, ""), ("", 0, "")];
        for (text, bytes, expected) in cases {
            assert_eq!(head(text, bytes), expected, "{text} {bytes}");
        }
    }
}
