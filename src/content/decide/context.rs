//! What a block's neighbours decide: leads, short texts between paragraphs, headings, media, repetitions.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Page, Reason};
use crate::content::blocks::{Block, ContainerId, Holds};
use crate::content::hints::Hints;
use crate::content::letters::hash;
use crate::html::Name;

impl Page<'_> {
    /// The lead before the container: running text between the headline and the article.
    pub(super) fn lead(&self, reasons: &mut [Reason]) {
        let start = self.range().start;
        let Some(headline) = self.features.headline.filter(|&at| at < start && start - at <= 13) else {
            return;
        };
        for (index, reason) in reasons.iter_mut().enumerate().take(start).skip(headline + 1) {
            let features = &self.features.blocks[index];
            let around = self.features.containers[self.cut.blocks[index].container as usize].inherited;
            let paragraph = self.cut.container(&self.cut.blocks[index]).name == Name::P;
            if *reason == Reason::Outside
                && features.is_good()
                && paragraph
                && features.length > 80.0
                && !around.has(Hints::LOCAL)
                && !self.is_left_out(&self.cut.blocks[index])
            {
                *reason = Reason::Lead;
            }
        }
    }

    /// Short texts between kept ones: lines of dialogue, single sentences.
    pub(super) fn between(&self, reasons: &mut [Reason]) {
        let range = self.range();
        let Some(last) = range.clone().rev().find(|&index| reasons[index].keeps()) else { return };
        let Some(first) = range.clone().find(|&index| reasons[index].keeps()) else { return };
        for index in first..=last {
            let features = &self.features.blocks[index];
            let block = &self.cut.blocks[index];
            if reasons[index] == Reason::Links && self.is_linked_paragraph(index, reasons) {
                reasons[index] = Reason::Between;
            }
            if reasons[index] != Reason::Short || features.heading > 0 || block.holds != Holds::Text {
                continue;
            }
            let known =
                self.witness.is_some_and(|witness| witness.shares[index].is_some_and(|share| share < 0.1));
            let sentence = block.counts.ends > 0 || features.in_quotation;
            let direct = matches!(self.cut.container(block).name, Name::P | Name::BLOCKQUOTE | Name::PRE)
                || block.container == self.chosen;
            if !known && features.link_density < 0.5 && !features.in_table && (sentence || direct) {
                reasons[index] = Reason::Between;
            }
        }
        // One short sentence right after the last paragraph is its end more often than not.
        if let Some(index) = (last + 1..range.end).find(|&index| self.cut.blocks[index].holds == Holds::Text)
        {
            let features = &self.features.blocks[index];
            let block = &self.cut.blocks[index];
            if reasons[index] == Reason::Short
                && block.counts.ends > 0
                && features.heading == 0
                && features.link_density < 0.2
                && self.cut.container(block).name == Name::P
                && self.cut.container(block).parent == self.cut.container(&self.cut.blocks[last]).parent
            {
                reasons[index] = Reason::Between;
            }
        }
    }

    /// Whether a block is a paragraph among paragraphs that is one long link.
    fn is_linked_paragraph(&self, index: usize, reasons: &[Reason]) -> bool {
        const LONG: f32 = 90.0;
        let block = &self.cut.blocks[index];
        let holder = |block: &Block| {
            let container = self.cut.container(block);
            (container.name == Name::P).then_some(container.parent)
        };
        let own = holder(block);
        let beside = |at: Option<usize>| {
            at.is_some_and(|at| reasons[at].keeps() && holder(&self.cut.blocks[at]) == own)
        };
        let after = (index + 1 < reasons.len()).then_some(index + 1);
        own.is_some()
            && self.features.blocks[index].length > LONG
            && beside(index.checked_sub(1))
            && beside(after)
    }

    /// A heading is kept where kept text follows before the next heading of its rank, and text came before it
    /// or it opens the article.
    pub(super) fn headings(&self, reasons: &mut [Reason]) {
        let mut below: [bool; 7] = [false; 7];
        for index in self.range().rev() {
            let features = &self.features.blocks[index];
            let level = usize::from(features.heading.min(6));
            if level == 0 {
                if reasons[index].keeps() {
                    below = [true; 7];
                }
                continue;
            }
            let follows = below[level];
            for under in below.iter_mut().skip(level) {
                *under = false;
            }
            if reasons[index] == Reason::Short && follows && features.link_density < 0.8 {
                reasons[index] = Reason::Heading;
            }
        }
    }

    /// Pictures and embeds from the headline to the last kept text.
    pub(super) fn media(&self, reasons: &mut [Reason]) {
        let range = self.range();
        let Some(last) = range.clone().rev().find(|&index| reasons[index].keeps()) else { return };
        for (reason, block) in reasons.iter_mut().zip(&self.cut.blocks).take(last + 1).skip(range.start) {
            if *reason == Reason::Short && block.holds != Holds::Text {
                *reason = Reason::Media;
            }
        }
    }

    /// Texts that stand in the article twice: a version for phones, a pull quote. The first stays. What is repeated
    /// among the children of one element, the author repeats.
    pub(super) fn repeated(&self, reasons: &mut [Reason]) {
        const LEAST: f32 = 50.0;
        // Texts that begin alike are compared as a whole; of those that don't, the beginning says enough.
        let mut starts: HashMap<u64, Option<usize>> = HashMap::new();
        let mut seen: HashMap<u64, ContainerId> = HashMap::new();
        for (index, reason) in reasons.iter_mut().enumerate() {
            let block = &self.cut.blocks[index];
            if !reason.keeps() || block.holds != Holds::Text || self.features.blocks[index].in_table {
                continue;
            }
            if self.features.blocks[index].length >= LEAST {
                let holder = |block: &Block| self.cut.container(block).parent;
                let first = match starts.entry(self.start(block)) {
                    Entry::Vacant(entry) => {
                        entry.insert(Some(index));
                        continue;
                    }
                    Entry::Occupied(mut entry) => entry.get_mut().take(),
                };
                if let Some(first) = first.map(|first| &self.cut.blocks[first]) {
                    seen.insert(self.fingerprint(first), holder(first));
                }
                let holder = holder(block);
                if *seen.entry(self.fingerprint(block)).or_insert(holder) != holder {
                    *reason = Reason::Repeated;
                }
            }
        }
    }

    /// A number for the letters of a block.
    fn fingerprint(&self, block: &Block) -> u64 {
        hash(self.letters(block))
    }

    /// A number for the first letters of a block.
    fn start(&self, block: &Block) -> u64 {
        const LETTERS: usize = 24;
        hash(self.letters(block).take(LETTERS))
    }

    fn letters(&self, block: &Block) -> impl Iterator<Item = char> {
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        let texts = pieces.iter().filter_map(|piece| self.tree.text(piece.node));
        texts.flat_map(str::chars).filter(|c| c.is_alphanumeric())
    }
}
