//! The marks that browsers set around `q`, which are not in the text of a page.

use crate::html::{Name, NodeId, Tree};

/// The marks of a language (<https://html.spec.whatwg.org/multipage/rendering.html#quotes>, after CLDR).
pub(super) fn of_language(tree: &Tree) -> (&'static str, &'static str) {
    let html = tree.find(tree.root(), Name::HTML);
    let tag = html.and_then(|html| tree.attr(html, Name::LANG)).unwrap_or("");
    match tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase().as_str() {
        "fr" | "it" | "es" | "ca" | "ru" | "uk" | "be" | "el" | "no" | "nb" | "nn" | "fa" => ("«", "»"),
        "de" | "cs" | "sk" | "sl" | "bg" | "lt" | "et" | "is" | "lv" => ("„", "“"),
        "pl" | "ro" | "hu" | "hr" | "sr" => ("„", "”"),
        "sv" | "fi" => ("”", "”"),
        "ja" => ("「", "」"),
        _ => ("“", "”"),
    }
}

/// Whether a text is the first and whether it is the last of a `q`, and has no mark of its own there.
pub(super) fn missing(tree: &Tree, node: NodeId, text: &str) -> (bool, bool) {
    const MARKS: &[char] =
        &['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '‚', '「', '」', '『', '』', '‹', '›'];
    let open = is_edge(tree, node, Tree::prev_sibling) && !text.trim_start().starts_with(MARKS);
    let close = is_edge(tree, node, Tree::next_sibling) && !text.trim_end().ends_with(MARKS);
    (open, close)
}

/// Whether nothing of a `q` stands beyond a text.
fn is_edge(tree: &Tree, text: NodeId, beyond: fn(&Tree, NodeId) -> Option<NodeId>) -> bool {
    /// Elements between the `q` and its text.
    const DEEPEST: usize = 3;
    let mut at = text;
    for _ in 0..DEEPEST {
        if beyond(tree, at).is_some() {
            return false;
        }
        match tree.parent(at) {
            Some(parent) if tree.name(parent) == Name::Q => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}
