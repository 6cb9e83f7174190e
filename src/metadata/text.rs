//! Short texts of elements and the lines around a place, all of bounded length.

use crate::clean::Marks;
use crate::html::{Name, NodeId, Step, Tree, is_breaking, push_folded};

/// Nodes that are looked at for one short text.
const MOST_NODES: usize = 200;

/// The text of an element, folded, cut once it is longer than `bytes`. `None` where there is more than that, or
/// nothing.
pub(super) fn short_text(tree: &Tree, id: NodeId, bytes: usize) -> Option<String> {
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
                None if is_silent(tree.name(at)) => walk.skip_children(at),
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

/// A line of the page, as a reader sees it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    /// The first text of it.
    pub(super) node: NodeId,
    /// The link around its first text.
    pub(super) link: Option<NodeId>,
    /// Whether all of it is linked.
    pub(super) linked: bool,
}

/// Texts that are looked at on either side of a place.
const MOST_TEXTS: usize = 160;

/// The lines after an element, at most `most`, in order.
pub(super) fn lines_after(tree: &Tree, marks: &Marks, from: NodeId, most: usize) -> Vec<Line> {
    let mut lines = Lines::default();
    let mut next = following(tree, from);
    let mut seen = 0;
    while let Some((id, climbed)) = next {
        seen += 1;
        lines.broken |= climbed;
        if seen > MOST_TEXTS * 8 || lines.done.len() > most {
            break;
        }
        let name = tree.name(id);
        if let Some(text) = tree.text(id) {
            lines.add(tree, id, text);
            next = following(tree, id);
        } else if is_silent(name) || marks.rule(id).is_some() {
            next = following(tree, id);
        } else {
            lines.broken |= is_breaking(name);
            next = match tree.first_child(id) {
                Some(child) => Some((child, false)),
                None => following(tree, id),
            };
        }
    }
    lines.finish(most)
}

/// The lines before an element, at most `most`, the nearest first.
pub(super) fn lines_before(tree: &Tree, marks: &Marks, from: NodeId, most: usize) -> Vec<Line> {
    let mut texts: Vec<(NodeId, bool)> = Vec::new();
    let mut at = from;
    let mut broken = true;
    let mut borders = 0;
    for _ in 0..MOST_TEXTS * 8 {
        if texts.len() >= MOST_TEXTS || borders > most {
            break;
        }
        if let Some(before) = tree.prev_sibling(at) {
            at = before;
            while !is_silent(tree.name(at)) && marks.rule(at).is_none() {
                broken |= is_breaking(tree.name(at));
                match tree.last_child(at) {
                    Some(last) => at = last,
                    None => break,
                }
            }
            if tree.text(at).is_some_and(|text| !text.trim().is_empty()) {
                texts.push((at, broken));
                borders += usize::from(broken);
                broken = false;
            }
        } else {
            match tree.parent(at) {
                Some(parent) => at = parent,
                None => break,
            }
            broken |= is_breaking(tree.name(at));
        }
    }
    let mut lines = Lines::default();
    for (index, &(id, _)) in texts.iter().enumerate().rev() {
        // `broken` tells of the border between a text and the one after it.
        lines.broken |= texts.get(index + 1).is_none_or(|(_, broken)| *broken);
        lines.add(tree, id, tree.text(id).unwrap_or(""));
    }
    let mut all = lines.finish(usize::MAX);
    all.reverse();
    all.truncate(most);
    all
}

/// The node after a node and all below it, and whether the end of an element that ends a line lies between.
fn following(tree: &Tree, id: NodeId) -> Option<(NodeId, bool)> {
    let mut at = id;
    let mut broken = is_breaking(tree.name(at));
    loop {
        if let Some(next) = tree.next_sibling(at) {
            return Some((next, broken));
        }
        at = tree.parent(at)?;
        broken |= is_breaking(tree.name(at));
    }
}

#[derive(Default)]
struct Lines {
    done: Vec<Line>,
    broken: bool,
    blank: bool,
    /// The text that was added last.
    last: Option<NodeId>,
}

impl Lines {
    fn add(&mut self, tree: &Tree, id: NodeId, text: &str) {
        if text.trim().is_empty() {
            self.blank |= !text.is_empty();
            return;
        }
        let link = tree.ancestors(id).take(4).find(|&above| tree.name(above) == Name::A);
        match self.done.last_mut().filter(|_| !self.broken) {
            Some(line) => {
                line.linked &= link.is_some();
                // Facts side by side in elements of their own: the style sheet sets them apart.
                let touches = !self.blank && !text.starts_with(char::is_whitespace);
                if touches && self.last.is_some_and(|last| are_apart(tree, last, id)) {
                    line.text.push('\t');
                }
                push_folded(&mut line.text, text, &mut self.blank);
            }
            None => {
                let mut line = Line { text: String::new(), node: id, link, linked: link.is_some() };
                self.blank = false;
                push_folded(&mut line.text, text, &mut self.blank);
                self.done.push(line);
            }
        }
        self.broken = false;
        self.last = Some(id);
    }

    fn finish(mut self, most: usize) -> Vec<Line> {
        self.done.truncate(most);
        self.done
    }
}

/// Whether two texts stand in different elements with nothing but tags between them.
fn are_apart(tree: &Tree, before: NodeId, after: NodeId) -> bool {
    tree.parent(before) != tree.parent(after)
        && tree.next_sibling(before).is_none()
        && tree.prev_sibling(after).is_none()
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

/// The first bytes of a text, at most so many, whole characters alone.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

/// What follows the first bytes of a text, whole characters alone.
fn tail(text: &str, start: usize) -> &str {
    let start = (start..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text.get(start..).unwrap_or("")
}
