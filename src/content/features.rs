//! What is known of each block and container before anything is decided: one pass over what the cut gave.

use super::Clues;
use super::blocks::{Block, Container, ContainerId, Cut, Holds};
use super::hints::{self, Hints};
use super::letters::same_letters;
use super::tables;
use crate::clean::Rule;
use crate::html::{Name, Tree};

/// The features of a page: one entry a container, one a block.
#[derive(Debug)]
pub(crate) struct Features {
    pub(crate) containers: Vec<ContainerFeatures>,
    pub(crate) blocks: Vec<BlockFeatures>,
    /// The length of all good text of the page.
    pub(crate) good: f32,
    /// For each container the nearest table of data around it.
    pub(crate) data_tables: Vec<Option<ContainerId>>,
    /// The block that is the headline.
    pub(crate) headline: Option<usize>,
}

/// What is known of a container.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ContainerFeatures {
    /// The hints of its own names.
    pub(crate) own: Hints,
    /// Of the hints around it and its own, those that hold for everything inside.
    pub(crate) inherited: Hints,
    /// The length of its good text.
    pub(crate) good: f32,
    /// The length of its text.
    pub(crate) length: f32,
    /// The length of its linked text.
    pub(crate) linked: f32,
    /// How many lines it holds that are one link and as long as a headline: those of other stories.
    pub(crate) linked_titles: u32,
}

/// What is known of a block.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BlockFeatures {
    /// How much it is like a paragraph of running text, 0 to 1.
    pub(crate) quality: f32,
    pub(crate) length: f32,
    pub(crate) link_density: f32,
    /// 1 to 6 for a heading, 0 for anything else.
    pub(crate) heading: u8,
    pub(crate) in_list: bool,
    pub(crate) in_table: bool,
    pub(crate) in_figure: bool,
    pub(crate) in_quotation: bool,
    pub(crate) preformatted: bool,
    /// Marked by a rule of `clean`.
    pub(crate) marked: bool,
}

impl BlockFeatures {
    /// From here on a block counts as running text.
    pub(crate) const GOOD: f32 = 0.55;

    pub(crate) fn is_good(&self) -> bool {
        self.quality >= Self::GOOD && !self.marked
    }

    /// Whether it is one link, as long as a headline.
    pub(crate) fn is_linked_title(&self) -> bool {
        !self.marked && self.link_density > 0.8 && (20.0..200.0).contains(&self.length)
    }
}

/// Computes the features of a page.
pub(crate) fn compute(tree: &Tree, cut: &Cut, clues: &Clues<'_>) -> Features {
    let mut reader = hints::Reader::new(tree);
    let mut containers: Vec<ContainerFeatures> = cut
        .containers
        .iter()
        .map(|container| ContainerFeatures { own: reader.read(container.node), ..Default::default() })
        .collect();
    let discussion = clues.signals.is_discussion();
    let mut blocks: Vec<BlockFeatures> = Vec::with_capacity(cut.blocks.len());
    let mut inside = vec![Inside::default(); cut.containers.len()];
    for (index, container) in cut.containers.iter().enumerate() {
        let around = if index == 0 { Inside::default() } else { inside[container.parent as usize] };
        inside[index] = around.enter(container);
    }
    for block in &cut.blocks {
        let mut features = judge(block, &inside[block.container as usize]);
        features.marked =
            cut.container(block).rule.is_some_and(|rule| !(discussion && rule == Rule::Comments));
        blocks.push(features);
    }
    if blocks.iter().filter(|block| block.is_good()).map(|block| block.length).sum::<f32>() < LITTLE {
        lift_short_sentences(cut, &mut blocks);
    }
    for (block, features) in cut.blocks.iter().zip(&blocks).filter(|(_, features)| !features.marked) {
        let container = &mut containers[block.container as usize];
        container.length += features.length;
        container.linked += block.counts.link_chars as f32;
        container.linked_titles += u32::from(features.is_linked_title());
        if features.is_good() {
            container.good += features.length;
        }
    }
    for index in (1..containers.len()).rev() {
        let below = containers[index];
        let above = &mut containers[cut.containers[index].parent as usize];
        above.good += below.good;
        above.length += below.length;
        above.linked += below.linked;
        above.linked_titles += below.linked_titles;
    }
    let good = containers.first().map_or(0.0, |top| top.good);
    let headline = headline(tree, cut, &blocks, clues);
    for index in 0..containers.len() {
        let mut holds = containers[index].own;
        let range = cut.containers[index].first as usize..cut.containers[index].end as usize;
        // What holds the headline and text, or most of the page, is not beside the article, whatever it is called.
        if range.len() > 3 && headline.is_some_and(|headline| range.contains(&headline)) {
            holds = holds.without(Hints::LOCAL);
        } else if containers[index].good > 0.5 * good {
            holds = holds.without(Hints::LOCAL & !Hints::COMMENTS);
        }
        let above = if index == 0 {
            Hints::default()
        } else {
            containers[cut.containers[index].parent as usize].inherited
        };
        if discussion {
            holds = holds.without(Hints::COMMENTS);
        }
        containers[index].inherited = holds.only(Hints::LOCAL).with(above);
    }
    let data_tables = tables::data_tables(cut, &containers);
    Features { containers, blocks, good, data_tables, headline }
}

/// The block that is the headline: in the element that the metadata took it from, or the first with its letters.
fn headline(tree: &Tree, cut: &Cut, blocks: &[BlockFeatures], clues: &Clues<'_>) -> Option<usize> {
    // The metadata may have taken it from an element inside the heading.
    const DEEPEST: usize = 4;
    let in_node = clues.headline_node.and_then(|node| {
        let mut around = std::iter::once(node).chain(tree.ancestors(node)).take(DEEPEST);
        let container = around.find_map(|node| cut.containers.iter().find(|found| found.node == node))?;
        (container.first < container.end).then_some(container.first as usize)
    });
    in_node.or_else(|| {
        let headline = clues.headline?;
        let letters = headline.chars().filter(|c| !c.is_whitespace()).count() as f32;
        let near = (0.7 * letters - 4.0)..(1.3 * letters + 4.0);
        let alike = |index: &usize| {
            let length = cut.blocks[*index].counts.chars as f32;
            near.contains(&length) && same_letters(&cut.text(tree, &cut.blocks[*index]), headline)
        };
        let headings = || (0..blocks.len()).filter(|&index| blocks[index].heading > 0);
        headings().find(alike).or_else(|| (0..blocks.len()).find(alike))
    })
}

/// A page with less running text than this has none, unless its short sentences are it.
const LITTLE: f32 = 150.0;

/// Verse, dialogue and flashes: where a page has no longer text, short sentences in paragraphs count as running text.
fn lift_short_sentences(cut: &Cut, blocks: &mut [BlockFeatures]) {
    for (block, features) in cut.blocks.iter().zip(blocks) {
        let sentence = block.counts.ends > 0 && features.length > 12.0 && features.link_density < 0.2;
        if sentence && cut.container(block).name == Name::P && features.quality > 0.0 {
            features.quality = features.quality.max(BlockFeatures::GOOD);
        }
    }
}

/// The elements that a container stands in, as far as they matter to its blocks.
#[derive(Debug, Clone, Copy, Default)]
struct Inside {
    heading: u8,
    list: bool,
    table: bool,
    figure: bool,
    quotation: bool,
    preformatted: bool,
}

impl Inside {
    fn enter(mut self, container: &Container) -> Self {
        match container.name {
            Name::H1 => self.heading = 1,
            Name::H2 => self.heading = 2,
            Name::H3 => self.heading = 3,
            Name::H4 => self.heading = 4,
            Name::H5 => self.heading = 5,
            Name::H6 => self.heading = 6,
            Name::LI | Name::DT | Name::DD => self.list = true,
            Name::TD | Name::TH => self.table = true,
            Name::FIGURE | Name::FIGCAPTION => self.figure = true,
            // A figure may hold a table, code or a quotation instead of a picture; they are no caption.
            Name::TABLE => self.figure = false,
            Name::BLOCKQUOTE => (self.quotation, self.figure) = (true, false),
            Name::PRE | Name::LISTING => (self.preformatted, self.figure) = (true, false),
            _ => {}
        }
        self
    }
}

fn judge(block: &Block, inside: &Inside) -> BlockFeatures {
    let mut features = BlockFeatures {
        heading: inside.heading,
        in_list: inside.list,
        in_table: inside.table,
        in_figure: inside.figure,
        in_quotation: inside.quotation,
        preformatted: inside.preformatted,
        ..Default::default()
    };
    if block.holds == Holds::Text {
        features.length = block.counts.length();
        features.link_density = block.counts.link_density();
        features.quality = quality(block);
        if inside.heading > 0 {
            features.quality = features.quality.min(0.4);
        }
    }
    features
}

/// How much a text is like running text: long, with ends of sentences, little of it linked.
fn quality(block: &Block) -> f32 {
    let counts = &block.counts;
    let length = counts.length();
    let density = counts.link_density();
    let mut quality: f32 = match length {
        200.0.. => 0.85,
        120.0.. => 0.75,
        70.0.. => 0.6,
        35.0.. => 0.45,
        15.0.. => 0.3,
        _ => 0.15,
    };
    quality += if counts.ends > 0 { 0.15 } else { -0.15 };
    if counts.commas > 0 {
        quality += 0.03;
    }
    if density > 0.25 {
        // A paragraph that is one long link keeps half of its standing.
        let loss = if length > 150.0 && counts.ends > 0 { 0.5 } else { 1.0 };
        quality -= (density - 0.25) * loss;
    }
    if counts.digits * 3 > counts.chars {
        quality -= 0.25;
    }
    quality.clamp(0.0, 1.0)
}
