//! The lines around a place of the page, as a reader sees them.

use super::signs::Signs;
use super::text::{head, is_silent, trimmed};
use crate::clean::{Marks, Rule};
use crate::html::{Name, NodeId, Tree, is_breaking, push_folded};

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

/// Bytes of a line that are read where it may be a label, a byline or a date: no such line is longer.
pub(super) const READ_BYTES: usize = 300;

/// The lines after an element, in order, none of which is read much beyond `bytes`.
pub(super) fn lines_after<'t>(
    tree: &'t Tree,
    marks: &'t Marks,
    from: NodeId,
    bytes: usize,
) -> LinesAfter<'t> {
    let next = following(tree, from);
    LinesAfter { tree, marks, next, seen: 0, lines: Lines::of(bytes) }
}

/// The iterator of [`lines_after`].
pub(super) struct LinesAfter<'t> {
    tree: &'t Tree,
    marks: &'t Marks,
    next: Option<(NodeId, bool)>,
    seen: usize,
    lines: Lines,
}

impl Iterator for LinesAfter<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let tree = self.tree;
        while let Some((id, climbed)) = self.next {
            self.seen += 1;
            self.lines.broken |= climbed;
            if self.seen > MOST_TEXTS * 8 {
                break;
            }
            let name = tree.name(id);
            let mut done = None;
            if let Some(text) = tree.text(id) {
                done = self.lines.add(tree, id, text);
                self.next = following(tree, id);
            } else if is_silent(name) || self.marks.rule(id).is_some_and(|rule| !holds_byline(tree, id, rule))
            {
                self.next = following(tree, id);
            } else {
                self.lines.broken |= is_breaking(name);
                self.next = match tree.first_child(id) {
                    Some(child) => Some((child, false)),
                    None => following(tree, id),
                };
            }
            if done.is_some() {
                return done;
            }
        }
        self.next = None;
        self.lines.open.take()
    }
}

/// Whether an element that share buttons give its name to is the line of author and date that they stand in.
fn holds_byline(tree: &Tree, id: NodeId, rule: Rule) -> bool {
    rule == Rule::Share && Signs::of(tree, id).has(Signs::AUTHOR)
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
            if tree.text(at).is_some_and(|text| !is_blank(text)) {
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
    let mut lines = Lines::of(READ_BYTES);
    let mut all = Vec::new();
    for (index, &(id, _)) in texts.iter().enumerate().rev() {
        // `broken` tells of the border between a text and the one after it.
        lines.broken |= texts.get(index + 1).is_none_or(|(_, broken)| *broken);
        all.extend(lines.add(tree, id, tree.text(id).unwrap_or("")));
    }
    all.extend(lines.open);
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

/// Joins texts to lines.
struct Lines {
    /// The line that texts are still added to.
    open: Option<Line>,
    broken: bool,
    blank: bool,
    /// The text that was added last.
    last: Option<NodeId>,
    /// No line is read much beyond this.
    bytes: usize,
}

impl Lines {
    fn of(bytes: usize) -> Self {
        Self { open: None, broken: false, blank: false, last: None, bytes }
    }

    /// Adds a text, and gives the line before it where it begins a new one.
    fn add(&mut self, tree: &Tree, id: NodeId, text: &str) -> Option<Line> {
        if is_blank(text) {
            self.blank |= !text.is_empty();
            return None;
        }
        let link = tree.ancestors(id).take(4).find(|&above| tree.name(above) == Name::A);
        let mut done = None;
        match self.open.as_mut().filter(|_| !self.broken) {
            Some(line) => {
                line.linked &= link.is_some();
                // Facts side by side in elements of their own: the style sheet sets them apart.
                let touches = !self.blank && !text.starts_with(char::is_whitespace);
                if touches && self.last.is_some_and(|last| are_apart(tree, last, id)) {
                    line.text.push('\t');
                }
                push_within(&mut line.text, text, &mut self.blank, self.bytes);
            }
            None => {
                let mut line = Line { text: String::new(), node: id, link, linked: link.is_some() };
                self.blank = false;
                push_within(&mut line.text, text, &mut self.blank, self.bytes);
                done = self.open.replace(line);
            }
        }
        self.broken = false;
        self.last = Some(id);
        done
    }
}

/// Appends text with white space folded, until the whole is longer than `bytes`.
fn push_within(target: &mut String, text: &str, blank: &mut bool, bytes: usize) {
    let mut rest = text;
    while !rest.is_empty() && target.len() <= bytes {
        let next = head(rest, bytes.saturating_add(4));
        push_folded(target, next, blank);
        rest = rest.get(next.len()..).unwrap_or("");
    }
}

/// Whether a text is white space alone.
fn is_blank(text: &str) -> bool {
    trimmed(text).is_empty()
}

/// Whether two texts stand in different elements with nothing but tags between them.
fn are_apart(tree: &Tree, before: NodeId, after: NodeId) -> bool {
    tree.parent(before) != tree.parent(after)
        && tree.next_sibling(before).is_none()
        && tree.prev_sibling(after).is_none()
}
