//! Decides block by block what is the article.

use std::collections::HashSet;

use super::blocks::{Block, ContainerId, Cut, Holds};
use super::features::{BlockFeatures, Features, same_letters};
use super::hints::Hints;
use super::witness::Witness;
use super::{Clues, choose, tail};
use crate::html::{Name, NodeId, Tree};

/// Why a block is in the article or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Running text inside the article's container.
    Text,
    /// The witness of JSON-LD has it.
    Witness,
    /// A heading over kept text.
    Heading,
    /// An item of a list that belongs to the text.
    ListItem,
    /// A short text between paragraphs.
    Between,
    /// The first paragraph, which stands before the container.
    Lead,
    /// A cell of a table of data.
    Cell,
    /// A picture or an embed between kept text.
    Media,
    /// Outside the article's container.
    Outside,
    /// A rule of `clean` marked it.
    Marked,
    /// The headline again.
    Headline,
    /// A fact about the article: byline, date, section, tags.
    Meta,
    /// Beside the article by the names of its elements.
    Beside,
    /// Caption or credit: they go to the picture.
    Caption,
    /// Mostly links.
    Links,
    /// Too short to be text, and nothing around it to belong to.
    Short,
    /// The same text stands in the article already.
    Repeated,
}

impl Reason {
    pub(crate) fn keeps(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Witness
                | Self::Heading
                | Self::ListItem
                | Self::Between
                | Self::Lead
                | Self::Cell
                | Self::Media
        )
    }
}

/// The decision over a page: one reason a block.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) reasons: Vec<Reason>,
    /// The container of the article.
    pub(crate) container: ContainerId,
}

/// What the decisions look at.
struct Page<'a> {
    tree: &'a Tree,
    cut: &'a Cut,
    features: &'a Features,
    clues: &'a Clues<'a>,
    witness: Option<&'a Witness>,
    chosen: ContainerId,
}

/// Decides over a page.
pub(crate) fn decide(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    witness: Option<&Witness>,
) -> Decision {
    let witness = witness.filter(|witness| witness.agrees && !clues.signals.is_discussion());
    let chosen = choose::choose(tree, cut, features, clues, witness);
    let page = Page { tree, cut, features, clues, witness, chosen };
    let mut reasons: Vec<Reason> = (0..cut.blocks.len()).map(|index| page.first_look(index)).collect();
    page.lists(&mut reasons);
    page.tables(&mut reasons);
    page.lead(&mut reasons);
    if witness.is_none() {
        tail::cut_off(tree, cut, features, page.range(), &mut reasons);
    }
    page.between(&mut reasons);
    page.headings(&mut reasons);
    page.media(&mut reasons);
    page.repeated(&mut reasons);
    Decision { reasons, container: chosen }
}

impl Page<'_> {
    fn range(&self) -> std::ops::Range<usize> {
        let container = &self.cut.containers[self.chosen as usize];
        container.first as usize..container.end as usize
    }

    fn around(&self, block: &Block) -> Hints {
        // What the chosen container itself is called says nothing against what is in it.
        let own = self.features.containers[self.chosen as usize].inherited;
        self.features.containers[block.container as usize].inherited.without_all(own)
    }

    /// What a block is by itself; lists, headings and short texts are settled by what is around them.
    fn first_look(&self, index: usize) -> Reason {
        let block = &self.cut.blocks[index];
        let features = &self.features.blocks[index];
        if features.marked {
            return Reason::Marked;
        }
        if !self.range().contains(&index) {
            return Reason::Outside;
        }
        let around = self.around(block);
        let share = self.witness.and_then(|witness| witness.shares[index]);
        if share.is_some_and(|share| share > 0.6) {
            return if features.heading > 0 { Reason::Short } else { Reason::Witness };
        }
        if around.has(Hints::COMMENTS) {
            return Reason::Beside;
        }
        if block.holds != Holds::Text {
            return if around.has(Hints::BESIDE) { Reason::Beside } else { Reason::Short };
        }
        if !features.is_good() && self.is_left_out(block) {
            return Reason::Meta;
        }
        if self.repeats_headline(block, features) {
            return Reason::Headline;
        }
        if around.has(Hints::CAPTION) || features.in_figure {
            return Reason::Caption;
        }
        if features.in_quotation && self.cut.container(block).name == Name::FOOTER {
            return Reason::Short;
        }
        if around.has(Hints::BESIDE) && !(features.quality > 0.8 && features.length > 250.0) {
            return Reason::Beside;
        }
        if around.has(Hints::PULL_QUOTE) {
            return Reason::Repeated;
        }
        if around.has(Hints::META) && (features.length < 160.0 || features.link_density > 0.3) {
            return Reason::Meta;
        }
        if around.has(Hints::STANDFIRST) && features.length < 500.0 && self.before_text(index) {
            return Reason::Meta;
        }
        // The witness knows most of the article and not this.
        if share.is_some_and(|share| share < 0.1) && features.quality < 0.9 {
            return Reason::Short;
        }
        if features.preformatted {
            return Reason::Text;
        }
        if features.link_density > 0.65 && !(features.length > 150.0 && block.counts.ends > 0) {
            return Reason::Links;
        }
        if features.is_good() && !features.in_table {
            return Reason::Text;
        }
        Reason::Short
    }

    /// Whether nothing before the block inside the container is good text.
    fn before_text(&self, index: usize) -> bool {
        let range = self.range();
        !(range.start..index).any(|before| {
            let block = &self.cut.blocks[before];
            self.features.blocks[before].is_good() && !self.around(block).has(Hints::LOCAL)
        })
    }

    /// Whether a block is a line of facts that the metadata have taken.
    fn is_left_out(&self, block: &Block) -> bool {
        const LONGEST_LINE: f32 = 250.0;
        if self.clues.leave_out.is_empty() || block.counts.length() > LONGEST_LINE {
            return false;
        }
        let holder = self.cut.container(block).node;
        let taken = |node: NodeId| self.clues.leave_out.contains(&node);
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        self.cut.around(block.container).take(3).any(|(_, around)| taken(around.node))
            || pieces.iter().take(8).any(|piece| {
                taken(piece.node)
                    || self.tree.ancestors(piece.node).take_while(|&above| above != holder).take(8).any(taken)
            })
    }

    fn repeats_headline(&self, block: &Block, features: &BlockFeatures) -> bool {
        let Some(headline) = self.clues.headline else { return false };
        if features.heading == 1 {
            return true;
        }
        let most = headline.chars().count() as f32 * 1.5 + 20.0;
        features.length <= most && same_letters(&self.cut.text(self.tree, block), headline)
    }

    /// A list belongs to the text where it is not mostly links and text is kept before or after it.
    fn lists(&self, reasons: &mut [Reason]) {
        let range = self.range();
        let mut index = range.start;
        while index < range.end {
            if !self.features.blocks[index].in_list {
                index += 1;
                continue;
            }
            let Some(list) = self.list_around(&self.cut.blocks[index]) else {
                index += 1;
                continue;
            };
            let container = &self.cut.containers[list as usize];
            let (first, end) = (container.first as usize, (container.end as usize).min(range.end));
            let end = end.max(index + 1);
            if self.list_belongs(list, first, end, reasons) {
                for (reason, block) in reasons[first..end].iter_mut().zip(&self.cut.blocks[first..end]) {
                    if matches!(*reason, Reason::Short | Reason::Links | Reason::Meta)
                        && block.holds == Holds::Text
                    {
                        *reason = Reason::ListItem;
                    }
                }
            } else {
                for reason in &mut reasons[first..end] {
                    if *reason == Reason::Text {
                        *reason = Reason::Links;
                    }
                }
            }
            index = end;
        }
    }

    /// The outermost list around a block, inside the chosen container.
    fn list_around(&self, block: &Block) -> Option<ContainerId> {
        self.cut
            .around(block.container)
            .take_while(|&(id, _)| id != self.chosen)
            .filter(|(_, container)| {
                matches!(container.name, Name::UL | Name::OL | Name::DL | Name::MENU | Name::DIR)
            })
            .last()
            .map(|(id, _)| id)
    }

    fn list_belongs(&self, list: ContainerId, first: usize, end: usize, reasons: &[Reason]) -> bool {
        let features = &self.features.containers[list as usize];
        if features.length < 1.0 {
            return false;
        }
        let density = features.linked / features.length;
        let around = features.inherited.without_all(self.features.containers[self.chosen as usize].inherited);
        if around.has(Hints::BESIDE | Hints::META | Hints::COMMENTS) && features.good < 0.5 * features.length
        {
            return false;
        }
        // Titles that are links, with summaries: other stories.
        if features.linked_titles >= 2 && features.good < 400.0 * features.linked_titles as f32 {
            return false;
        }
        let items = (end - first).max(1) as f32;
        let near = |mut indices: std::iter::Take<Box<dyn Iterator<Item = usize> + '_>>| {
            indices.any(|index| reasons[index].keeps())
        };
        let range = self.range();
        let before: Box<dyn Iterator<Item = usize>> = Box::new((range.start..first).rev());
        let after: Box<dyn Iterator<Item = usize>> = Box::new(end..range.end);
        let surrounded = (near(before.take(3)), near(after.take(3)));
        match density {
            d if d > 0.7 => false,
            d if d > 0.4 => surrounded.0 && surrounded.1 && features.length / items > 40.0,
            _ => surrounded.0 || surrounded.1 || features.good > 0.5 * features.length,
        }
    }

    /// Cells of tables of data, and of layout tables that hold the text.
    fn tables(&self, reasons: &mut [Reason]) {
        for index in self.range() {
            let features = &self.features.blocks[index];
            if !features.in_table || reasons[index] != Reason::Short {
                continue;
            }
            if features.is_good() {
                reasons[index] = Reason::Text;
            } else if features.link_density < 0.5 && self.in_data_table(&self.cut.blocks[index]) {
                reasons[index] = Reason::Cell;
            }
        }
    }

    /// Whether the nearest table lies inside the chosen container and has rows of cells that are short.
    fn in_data_table(&self, block: &Block) -> bool {
        let table = self
            .cut
            .around(block.container)
            .take_while(|&(id, _)| id != self.chosen)
            .find(|(_, container)| container.name == Name::TABLE);
        table.is_some_and(|(id, table)| {
            let features = &self.features.containers[id as usize];
            let cells = (table.end - table.first) as f32;
            cells >= 4.0 && features.linked < 0.4 * features.length && features.length / cells < 120.0
        })
    }

    /// The lead before the container: running text between the headline and the article.
    fn lead(&self, reasons: &mut [Reason]) {
        let start = self.range().start;
        let headline = self.clues.headline_node.and_then(|node| {
            let holder = self.cut.containers.iter().position(|container| container.node == node)?;
            Some(self.cut.containers[holder].end as usize)
        });
        let Some(from) = headline.filter(|&from| from <= start && start - from <= 12) else { return };
        for index in from..start {
            let features = &self.features.blocks[index];
            let around = self.features.containers[self.cut.blocks[index].container as usize].inherited;
            let paragraph = self.cut.container(&self.cut.blocks[index]).name == Name::P;
            if reasons[index] == Reason::Outside
                && features.is_good()
                && paragraph
                && features.length > 80.0
                && !around.has(Hints::LOCAL)
                && !self.is_left_out(&self.cut.blocks[index])
            {
                reasons[index] = Reason::Lead;
            }
        }
    }

    /// Short texts between kept ones: lines of dialogue, single sentences.
    fn between(&self, reasons: &mut [Reason]) {
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
    fn headings(&self, reasons: &mut [Reason]) {
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
    fn media(&self, reasons: &mut [Reason]) {
        let range = self.range();
        let Some(last) = range.clone().rev().find(|&index| reasons[index].keeps()) else { return };
        for index in range.start..=last {
            if reasons[index] == Reason::Short && self.cut.blocks[index].holds != Holds::Text {
                reasons[index] = Reason::Media;
            }
        }
    }

    /// Texts that stand in the article twice: a version for phones, a pull quote. The first stays.
    fn repeated(&self, reasons: &mut [Reason]) {
        const LEAST: f32 = 50.0;
        let mut seen: HashSet<u64> = HashSet::new();
        for (index, reason) in reasons.iter_mut().enumerate() {
            let block = &self.cut.blocks[index];
            if !reason.keeps() || block.holds != Holds::Text || self.features.blocks[index].in_table {
                continue;
            }
            if self.features.blocks[index].length >= LEAST && !seen.insert(self.fingerprint(block)) {
                *reason = Reason::Repeated;
            }
        }
    }

    /// A number for the letters of a block (FNV-1a over its characters).
    fn fingerprint(&self, block: &Block) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325;
        for piece in self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]) {
            for c in self.tree.text(piece.node).unwrap_or("").chars().filter(|c| c.is_alphanumeric()) {
                hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
            }
        }
        hash
    }
}
