//! What stands in the article without being a block of the cut: elements of their own for films and posts, pictures
//! for readers without scripts, widgets that a script would put there.

use std::collections::HashMap;

use super::{Assembly, embed, formula, picture};
use crate::article::{Block as Typed, Span};
use crate::content::blocks::{Block, ContainerId, Holds};
use crate::content::hints::Hints;
use crate::content::statistics::Counts;
use crate::html::{Name, NodeId, Tree};

/// Something to set in.
#[derive(Debug)]
pub(super) struct Inset {
    /// It stands behind this block of the cut.
    pub(super) behind: usize,
    /// A block in its place.
    pub(super) block: Block,
    pub(super) typed: Typed,
}

impl Assembly<'_> {
    /// What is to be set in between the first kept text and the last, in order.
    pub(super) fn insets(&self, first: usize, last: usize) -> Vec<Inset> {
        let top = self.cut.containers[self.decision.container as usize].node;
        let own = embed::own_elements(self.tree);
        let amp_img = self.tree.find_name("amp-img");
        let telegram = self.tree.find_name("data-telegram-post");
        let wanted: Vec<NodeId> = self
            .tree
            .descendants(top)
            .filter(|&id| {
                let name = self.tree.name(id);
                match name {
                    Name::NONE | Name::P | Name::SPAN | Name::A => false,
                    Name::DIV => self.tree.attr(id, Name::DATA_HREF).is_some(),
                    Name::SCRIPT => {
                        telegram.is_some_and(|name| self.tree.attr(id, name).is_some())
                            || stands_alone(self.tree, id)
                    }
                    Name::NOSCRIPT => holds_the_picture(self.tree, id),
                    _ => Some(name) == amp_img || own.contains(&name),
                }
            })
            .collect();
        if wanted.is_empty() { Vec::new() } else { self.place(top, &wanted, first, last) }
    }

    fn place(&self, top: NodeId, wanted: &[NodeId], first: usize, last: usize) -> Vec<Inset> {
        let containers: HashMap<NodeId, ContainerId> =
            self.cut.containers.iter().enumerate().map(|(id, at)| (at.node, id as ContainerId)).collect();
        let mut blocks: HashMap<NodeId, usize> = HashMap::new();
        for (index, block) in self.cut.blocks.iter().enumerate() {
            let node = match block.holds {
                Holds::Text => self.cut.pieces.get(block.first as usize).map(|piece| piece.node),
                Holds::Picture(node) | Holds::Embed(node) => Some(node),
                Holds::Rule => None,
            };
            if let Some(node) = node {
                blocks.insert(node, index);
            }
        }
        let mut wanted = wanted.iter().copied().peekable();
        let mut behind = 0;
        let mut out = Vec::new();
        for id in self.tree.descendants(top) {
            if let Some(&index) = blocks.get(&id) {
                behind = behind.max(index);
            }
            if wanted.next_if_eq(&id).is_none() || !(first..last).contains(&behind) {
                continue;
            }
            let around = self.tree.ancestors(id).find_map(|above| containers.get(&above).copied());
            let container = around.unwrap_or(self.decision.container);
            let beside =
                self.features.containers[container as usize].inherited.has(Hints::BESIDE | Hints::COMMENTS);
            if self.cut.containers[container as usize].rule.is_some() || beside {
                continue;
            }
            if let Some(typed) = self.inset(id) {
                let block = Block {
                    holds: Holds::Embed(id),
                    container,
                    first: 0,
                    end: 0,
                    counts: Counts::default(),
                    strong: 0,
                };
                out.push(Inset { behind, block, typed });
            }
        }
        out
    }

    fn inset(&self, id: NodeId) -> Option<Typed> {
        if self.tree.name(id) == Name::SCRIPT
            && let Some(formula) = formula::of_script(self.tree, id)
        {
            return Some(Typed::Paragraph { spans: vec![Span::plain(formula)] });
        }
        let img = match self.tree.name(id) {
            Name::NOSCRIPT => self.tree.find(id, Name::IMG)?,
            _ => id,
        };
        embed::embed(self.tree, id, self.base)
            .or_else(|| picture::picture(self.tree, img, self.base).map(|image| Typed::Figure { image }))
    }
}

/// Whether a script is a formula in an element that holds nothing else.
fn stands_alone(tree: &Tree, script: NodeId) -> bool {
    let is_math = tree.attr(script, Name::TYPE).is_some_and(|kind| kind.trim_start().starts_with("math/"));
    let texts = |parent| {
        let mut texts = tree
            .descendants(parent)
            .filter(|&id| tree.parent(id) != Some(script))
            .filter_map(|id| tree.text(id));
        texts.any(|text| !text.trim().is_empty())
    };
    is_math && tree.parent(script).is_some_and(|parent| !texts(parent))
}

/// Whether a `noscript` holds the only picture of its figure.
fn holds_the_picture(tree: &Tree, noscript: NodeId) -> bool {
    let Some(figure) = tree.ancestors(noscript).take(5).find(|&above| tree.name(above) == Name::FIGURE)
    else {
        return false;
    };
    let pictures = |top| tree.descendants(top).filter(|&id| tree.name(id) == Name::IMG).count();
    let inside = pictures(noscript);
    inside > 0 && pictures(figure) == inside
}
