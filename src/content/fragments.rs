//! Sentences that an unseen inline element cuts in two: a word for screen readers in a link, an icon.
//!
//! What a rule marks stands in a container of its own, so the text before it and behind it are two blocks. They are
//! one paragraph to a reader, and are decided and set as one.

use super::blocks::{Block, Container, Cut, Holds};
use crate::clean::Rule;
use crate::html::{Name, NodeId, Tree, is_breaking};

/// Nodes between two fragments, at most.
const REACH: usize = 64;

/// Blocks between them.
const NEAR: usize = 6;

/// For each block the fragment that goes on with its paragraph.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    /// Pairs of a block and the one that goes on with it, in order.
    next: Vec<(u32, u32)>,
    /// The second of each pair, in order.
    later: Vec<u32>,
}

impl Fragments {
    /// Finds them: one look at each container that is no block-level element.
    pub(super) fn find(tree: &Tree, cut: &Cut) -> Self {
        let mut next: Vec<(u32, u32)> = Vec::new();
        for container in &cut.containers {
            if !is_unseen(container) {
                continue;
            }
            // Pictures and other unseen elements may stand between.
            let own = |block: &Block| block.container == container.parent;
            let beside = |at: u32| {
                let block = cut.blocks.get(at as usize)?;
                let between = match own(block) {
                    true => block.holds != Holds::Text,
                    false => is_unseen(cut.container(block)),
                };
                (!between).then_some((at, block))
            };
            let before = (0..container.first).rev().take(NEAR).find_map(beside);
            let after = (container.end..).take(NEAR).find_map(beside);
            if let (Some((at, from)), Some((to, goes_on))) = (before, after)
                && own(from)
                && own(goes_on)
                && is_one_line(tree, cut, from, goes_on)
            {
                next.push((at, to));
            }
        }
        next.sort_unstable();
        next.dedup();
        let mut later: Vec<u32> = next.iter().map(|&(_, to)| to).collect();
        later.sort_unstable();
        Self { next, later }
    }

    /// The fragment that goes on with a block's paragraph.
    pub(super) fn after(&self, block: usize) -> Option<usize> {
        let block = u32::try_from(block).ok()?;
        let at = self.next.binary_search_by_key(&block, |&(from, _)| from).ok()?;
        self.next.get(at).map(|&(_, to)| to as usize)
    }

    /// Whether a block goes on with the paragraph of another.
    pub(super) fn goes_on(&self, block: usize) -> bool {
        u32::try_from(block).is_ok_and(|block| self.later.binary_search(&block).is_ok())
    }

    /// A block with all that go on with it.
    pub(super) fn paragraph(&self, block: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(block), |&at| self.after(at))
    }

    /// The blocks with which paragraphs of several fragments begin.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = usize> {
        self.next.iter().map(|&(from, _)| from as usize).filter(|&from| !self.goes_on(from))
    }
}

/// Whether a container is one only because a rule marked it.
fn is_unseen(container: &Container) -> bool {
    container.rule == Some(Rule::Hidden) && !is_breaking(container.name) && container.name != Name::NOSCRIPT
}

/// Whether no browser breaks the line between two blocks.
fn is_one_line(tree: &Tree, cut: &Cut, from: &Block, to: &Block) -> bool {
    let pieces = cut.pieces.get(from.first as usize..from.end as usize).unwrap_or(&[]);
    let last = pieces.iter().rev().find(|piece| tree.text(piece.node).is_some());
    let first = cut.pieces.get(to.first as usize);
    let (Some(last), Some(first)) = (last, first) else { return false };
    let mut at = last.node;
    let mut breaks = 0;
    for _ in 0..REACH {
        let Some(next) = following(tree, at) else { return false };
        if next == first.node {
            return true;
        }
        let name = tree.name(next);
        if name == Name::BR {
            breaks += 1;
        }
        if breaks > 1 || is_breaking(name) && name != Name::BR {
            return false;
        }
        at = next;
    }
    false
}

/// The node behind another in document order, unless a line ends before it.
fn following(tree: &Tree, id: NodeId) -> Option<NodeId> {
    if let Some(child) = tree.first_child(id) {
        return Some(child);
    }
    let mut at = id;
    loop {
        if let Some(next) = tree.next_sibling(at) {
            return Some(next);
        }
        at = tree.parent(at).filter(|&parent| !is_breaking(tree.name(parent)))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn unseen_elements_join_what_they_part() {
        let hidden = "<span style=display:none>x</span>";
        for (html, parts) in [
            (format!("<p>a {hidden}b {hidden}c</p>"), 3),
            (format!("<p>a <b>b{hidden}</b> <i>c</i></p>"), 2),
            (format!("<p>a<br>{hidden}b</p>"), 2),
            (format!("<p>a<br><br>{hidden}b</p>"), 1),
            (format!("<div>a<p>b</p>{hidden}c</div>"), 1),
            (format!("<p>a {hidden}</p><p>b</p>"), 1),
            ("<p>a <span>b</span> c</p>".to_owned(), 1),
        ] {
            let (tree, _) = crate::html::parse(&html, &Limits::default());
            let cut = crate::content::blocks::cut(&tree, &crate::clean::mark(&tree));
            let fragments = Fragments::find(&tree, &cut);
            assert_eq!(fragments.paragraph(0).count(), parts, "{html}");
        }
    }
}
