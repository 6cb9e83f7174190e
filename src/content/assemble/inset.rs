//! What stands in the article without being a block of the cut: elements of their own for films and posts, pictures
//! for readers without scripts, widgets that a script would put there.

use std::collections::{HashMap, HashSet};

use super::{Assembly, embed, formula, picture};
use crate::article::{Block as Typed, Span};
use crate::content::blocks::{Block, Container, ContainerId, Holds};
use crate::content::hints::Hints;
use crate::content::statistics::Counts;
use crate::content::tables::inside;
use crate::html::{Name, NodeId};

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
        let mut wanted: HashSet<NodeId> = HashSet::new();
        for container in inside(self.cut, self.decision.container) {
            wanted.extend(self.in_container(container));
        }
        if !own.is_empty() || amp_img.is_some() || telegram.is_some() {
            let named = self.tree.descendants(top).filter(|&id| match self.tree.name(id) {
                Name::NONE => false,
                Name::SCRIPT => telegram.is_some_and(|name| self.tree.attr(id, name).is_some()),
                name => Some(name) == amp_img || own.contains(&name),
            });
            wanted.extend(named);
        }
        if wanted.is_empty() { Vec::new() } else { self.place(top, &wanted, first, last) }
    }

    /// What a container is or holds that the cut has passed over.
    fn in_container(&self, container: &Container) -> Option<NodeId> {
        let blocks = self.cut.blocks.get(container.first as usize..container.end as usize)?;
        match container.name {
            Name::DIV if self.tree.attr(container.node, Name::DATA_HREF).is_some() => Some(container.node),
            // A figure without a picture may have it where readers without scripts find it.
            Name::FIGURE if blocks.iter().all(|block| block.holds == Holds::Text) => {
                let mut inside = self.tree.descendants(container.node);
                inside.find(|&id| {
                    self.tree.name(id) == Name::NOSCRIPT && self.tree.find(id, Name::IMG).is_some()
                })
            }
            Name::P | Name::DIV if blocks.is_empty() => self.tree.children(container.node).find(|&id| {
                self.tree.name(id) == Name::SCRIPT && formula::of_script(self.tree, id).is_some()
            }),
            _ => None,
        }
    }

    fn place(&self, top: NodeId, wanted: &HashSet<NodeId>, first: usize, last: usize) -> Vec<Inset> {
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
        let mut behind = 0;
        let mut out = Vec::new();
        for id in self.tree.descendants(top) {
            if let Some(&index) = blocks.get(&id) {
                behind = behind.max(index);
            }
            if !wanted.contains(&id) || !(first..last).contains(&behind) {
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
        embed::embed(self.tree, id, self.base).or_else(|| {
            picture::picture(self.tree, img, self.base, &self.known.lazy).map(|image| Typed::Figure { image })
        })
    }
}
