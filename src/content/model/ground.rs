//! What the model needs to know of the page and its containers before it looks at single blocks.

use super::Sight;
use super::lexicon::{self, Said};
use crate::clean::Rule;
use crate::content::blocks::{Block, Container, Holds};
use crate::content::hints::Hints;
use crate::html::{self, Name, NodeId};

/// The elements around a container, as flags.
pub(super) mod inside {
    pub(in crate::content::model) const MAIN: u8 = 1;
    pub(in crate::content::model) const ASIDE: u8 = 2;
    pub(in crate::content::model) const FOOTER: u8 = 4;
    pub(in crate::content::model) const SECTION: u8 = 8;
    pub(in crate::content::model) const FIGURE: u8 = 16;
}

/// What is known of a container.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) inside: u8,
    pub(super) own: Said,
    /// A number for its name and classes.
    pub(super) look: u64,
    /// What the words of its ancestors and its own say, the farther the less.
    pub(super) sum: f32,
    pub(super) least: f32,
    pub(super) most: f32,
    /// The length of its text.
    pub(super) length: f32,
    pub(super) linked: f32,
    pub(super) good: f32,
    /// Of its text, what the rules keep.
    pub(super) kept: f32,
    pub(super) blocks: f32,
    pub(super) headings: f32,
    /// How deep the container is that holds it and the one that the rules chose.
    pub(super) meets: u16,
}

/// What is known of blocks that look alike: those in elements of the same name and classes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    pub(super) count: f32,
    pub(super) length: f32,
    pub(super) linked: f32,
    pub(super) kept: f32,
    pub(super) good: f32,
}

/// The page.
#[derive(Debug, Default)]
pub(super) struct Ground {
    pub(super) places: Vec<Place>,
    /// For each asked block its shape, and the length of text before it.
    pub(super) shapes: Vec<Shape>,
    pub(super) shape_of: Vec<u32>,
    pub(super) before: Vec<f32>,
    pub(super) good_before: Vec<f32>,
    pub(super) kept_before: Vec<f32>,
    /// For each asked block how many first-rank headings, and lines of facts after the first kept text, come before.
    pub(super) tops_before: Vec<f32>,
    pub(super) facts_before: Vec<f32>,
    /// How often a block's text stands on the page.
    pub(super) repeats: Vec<f32>,
    /// What the words of the inline element say that each asked block starts in.
    pub(super) inline: Vec<f32>,
    /// What the windows around a block add up of each asked block.
    pub(super) near: Vec<Near>,
    pub(super) page: PageFacts,
}

/// A block as its neighbours see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    /// How much it weighs in a mean.
    pub(super) weight: f32,
    /// Its quality; 0 where it is marked.
    pub(super) quality: f32,
    pub(super) link_density: f32,
    /// Whether the rules keep it.
    pub(super) kept: f32,
}

/// Figures of the whole page.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct PageFacts {
    pub(super) length: f32,
    pub(super) linked: f32,
    pub(super) good: f32,
    pub(super) kept: f32,
    pub(super) long: f32,
    pub(super) blocks: f32,
    pub(super) articles: f32,
    pub(super) items: f32,
    pub(super) linked_headings: f32,
    pub(super) headings: f32,
    pub(super) entity: f32,
    /// What the words of the URL, and those of the page as a whole, say of the kind of page.
    pub(super) url_words: Said,
    pub(super) page_words: Said,
    pub(super) url_depth: f32,
    pub(super) url_last: f32,
    pub(super) url_digits: f32,
    pub(super) discussion: f32,
    pub(super) first_kept: usize,
    pub(super) last_kept: usize,
    pub(super) headline: Option<usize>,
}

/// The blocks that the model is asked about: texts, but for those that the marks are sure of (measured: one in two
/// hundred of them is an article's).
pub(super) fn asked(sight: &Sight<'_>) -> Vec<usize> {
    let sure = |rule| matches!(rule, Rule::Consent | Rule::Navigation | Rule::Share | Rule::Subscribe);
    let blocks = sight.cut.blocks.iter().enumerate();
    let asked = blocks.filter(|(_, block)| {
        block.holds == Holds::Text && !sight.cut.container(block).rule.is_some_and(sure)
    });
    asked.map(|(index, _)| index).collect()
}

impl Ground {
    pub(super) fn of(sight: &Sight<'_>, table: &[i8], asked: &[usize]) -> Self {
        let mut words = lexicon::Reader::new(table, sight.tree);
        let mut ground = Self { places: places(sight, &mut words, asked), ..Self::default() };
        // Many blocks in a row may begin in the same element.
        let mut last = (None, 0.0);
        for &index in asked {
            let node = inline(sight, &sight.cut.blocks[index]);
            if node != last.0 {
                last = (node, node.map_or(0.0, |node| words.say(node).mean));
            }
            ground.inline.push(last.1);
        }
        let (mut length, mut good, mut kept, mut tops, mut facts) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for &index in asked {
            ground.tops_before.push(tops);
            ground.facts_before.push(facts);
            tops += if sight.features.blocks[index].heading == 1 { 1.0 } else { 0.0 };
            let around = sight.features.containers[sight.cut.blocks[index].container as usize].inherited;
            facts += if kept > 0.0 && around.has(Hints::META) { 1.0 } else { 0.0 };
            ground.before.push(length);
            ground.good_before.push(good);
            ground.kept_before.push(kept);
            let of = &sight.features.blocks[index];
            ground.near.push(Near {
                weight: of.length.min(400.0),
                quality: if of.marked { 0.0 } else { of.quality },
                link_density: of.link_density,
                kept: if sight.rules.reasons[index].keeps() { 1.0 } else { 0.0 },
            });
            if of.marked {
                continue;
            }
            length += of.length;
            good += if of.is_good() { of.length } else { 0.0 };
            kept += if sight.rules.reasons[index].keeps() { of.length } else { 0.0 };
        }
        ground.sum_up(sight, asked);
        ground.count_shapes(sight, asked);
        ground.count_repeats(sight, asked);
        ground.page = page_facts(sight, table, asked, &ground);
        ground
    }

    fn sum_up(&mut self, sight: &Sight<'_>, asked: &[usize]) {
        for &index in asked {
            let block = &sight.cut.blocks[index];
            let of = &sight.features.blocks[index];
            let place = &mut self.places[block.container as usize];
            place.length += of.length;
            place.linked += of.length * of.link_density;
            place.blocks += 1.0;
            place.headings += if of.heading > 0 { 1.0 } else { 0.0 };
            place.good += if of.is_good() { of.length } else { 0.0 };
            place.kept += if sight.rules.reasons[index].keeps() { of.length } else { 0.0 };
        }
        for index in (1..self.places.len()).rev() {
            let below = self.places[index];
            let above = &mut self.places[sight.cut.containers[index].parent as usize];
            above.length += below.length;
            above.linked += below.linked;
            above.blocks += below.blocks;
            above.headings += below.headings;
            above.good += below.good;
            above.kept += below.kept;
        }
    }

    fn count_shapes(&mut self, sight: &Sight<'_>, asked: &[usize]) {
        let key = |&index: &usize| self.shape_key(sight, index);
        let mut keys: Vec<(u64, u32)> = asked.iter().map(key).zip(0..).collect();
        keys.sort_unstable();
        self.shape_of = vec![0; asked.len()];
        let mut last = None;
        for (key, at) in keys {
            if last != Some(key) {
                self.shapes.push(Shape::default());
                last = Some(key);
            }
            let number = self.shapes.len() - 1;
            let index = asked[at as usize];
            let of = &sight.features.blocks[index];
            self.shape_of[at as usize] = number as u32;
            let shape = &mut self.shapes[number];
            shape.count += 1.0;
            shape.length += of.length;
            shape.linked += of.length * of.link_density;
            shape.kept += if sight.rules.reasons[index].keeps() { of.length } else { 0.0 };
            shape.good += if of.is_good() { of.length } else { 0.0 };
        }
    }

    /// A number for the look of the element that a block stands in, and of the element around that.
    fn shape_key(&self, sight: &Sight<'_>, index: usize) -> u64 {
        let around = sight.cut.around(sight.cut.blocks[index].container).take(2);
        around.fold(0, |key, (id, _)| key.wrapping_mul(PRIME).rotate_left(29) ^ self.places[id as usize].look)
    }

    fn count_repeats(&mut self, sight: &Sight<'_>, asked: &[usize]) {
        let mut keys: Vec<(u64, u32)> =
            asked.iter().enumerate().map(|(at, &index)| (text_key(sight, index), at as u32)).collect();
        keys.sort_unstable();
        self.repeats = vec![1.0; asked.len()];
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            for &(_, at) in same {
                self.repeats[at as usize] = same.len() as f32;
            }
        }
    }
}

const PRIME: u64 = 0x0100_0000_01b3;

/// A number for the start of a block's text and its length.
fn text_key(sight: &Sight<'_>, index: usize) -> u64 {
    const PIECES: usize = 3;
    const BYTES: usize = 48;
    let block = &sight.cut.blocks[index];
    let pieces = sight.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
    let mut start = [0; PIECES * BYTES];
    let texts = pieces.iter().take(PIECES).filter_map(|piece| sight.tree.text(piece.node));
    let bytes = texts.flat_map(|text| text.trim_ascii().as_bytes().iter().take(BYTES));
    let length = start.iter_mut().zip(bytes).map(|(to, &byte)| *to = byte).count();
    let counts = u64::from(block.counts.chars) << 32 | u64::from(block.counts.words);
    html::hash(&start[..length]).wrapping_mul(PRIME) ^ counts
}

/// A number for the name and the classes of an element.
fn look(sight: &Sight<'_>, container: &Container) -> u64 {
    let class = sight.tree.attr(container.node, Name::CLASS).unwrap_or("");
    let start = class.as_bytes().get(..64).unwrap_or(class.as_bytes());
    html::hash(start).wrapping_add(u64::from(container.name.0)).wrapping_mul(PRIME)
}

fn places<'a>(sight: &Sight<'a>, words: &mut lexicon::Reader<'a>, asked: &[usize]) -> Vec<Place> {
    let cut = sight.cut;
    // Of containers without an asked block nobody wants to know the words.
    let mut wanted = vec![false; cut.containers.len()];
    for &index in asked {
        wanted[cut.blocks[index].container as usize] = true;
    }
    for index in (1..wanted.len()).rev() {
        if wanted[index] {
            wanted[cut.containers[index].parent as usize] = true;
        }
    }
    let mut chosen_path = vec![false; cut.containers.len()];
    for (id, _) in cut.around(sight.rules.container) {
        chosen_path[id as usize] = true;
    }
    let mut places: Vec<Place> = Vec::with_capacity(cut.containers.len());
    for (index, container) in cut.containers.iter().enumerate() {
        let above = if index == 0 { Place::default() } else { places[container.parent as usize] };
        let own = if wanted[index] { words.say(container.node) } else { Said::default() };
        places.push(Place {
            inside: above.inside | flag(container.name) | role(sight, container.node),
            own,
            look: if wanted[index] { look(sight, container) } else { 0 },
            sum: 0.75 * above.sum + own.mean,
            least: above.least.min(own.least),
            most: above.most.max(own.most),
            meets: if chosen_path[index] { container.depth } else { above.meets },
            ..Place::default()
        });
    }
    places
}

fn flag(name: Name) -> u8 {
    match name {
        Name::MAIN => inside::MAIN,
        Name::ASIDE => inside::ASIDE,
        Name::FOOTER => inside::FOOTER,
        Name::SECTION => inside::SECTION,
        Name::FIGURE | Name::FIGCAPTION => inside::FIGURE,
        _ => 0,
    }
}

fn role(sight: &Sight<'_>, node: NodeId) -> u8 {
    match sight.tree.attr(node, Name::ROLE) {
        Some("main") => inside::MAIN,
        Some("complementary") => inside::ASIDE,
        Some("contentinfo") => inside::FOOTER,
        _ => 0,
    }
}

/// What stands for the words of a URL where there is none.
const ABSENT: Said = Said { mean: -9.0, least: -9.0, most: -9.0 };

fn page_facts(sight: &Sight<'_>, table: &[i8], asked: &[usize], ground: &Ground) -> PageFacts {
    let keeps = |index: &&usize| sight.rules.reasons[**index].keeps();
    let top = ground.places.first().copied().unwrap_or_default();
    let mut facts = PageFacts {
        length: top.length,
        linked: top.linked,
        good: top.good,
        kept: top.kept,
        headings: top.headings,
        blocks: asked.len() as f32,
        first_kept: asked.iter().find(keeps).copied().unwrap_or(usize::MAX),
        last_kept: asked.iter().rev().find(keeps).copied().unwrap_or(0),
        headline: sight.features.headline,
        articles: sight.cut.containers.iter().filter(|container| container.name == Name::ARTICLE).count()
            as f32,
        discussion: f32::from(u8::from(sight.clues.signals.is_discussion())),
        entity: entity(sight.clues.signals.entity),
        url_words: ABSENT,
        page_words: lexicon::sum_up(table, |give| {
            lexicon::each_page_slot(sight.tree, sight.clues.signals.entity, give);
        }),
        url_depth: -1.0,
        url_last: -1.0,
        url_digits: -1.0,
        ..PageFacts::default()
    };
    for &index in asked {
        let of = &sight.features.blocks[index];
        if of.length > 120.0 && of.link_density < 0.3 && !of.marked {
            facts.long += 1.0;
        }
        facts.items += if of.in_list { 1.0 } else { 0.0 };
        facts.linked_headings += if of.heading > 1 && of.link_density > 0.8 { 1.0 } else { 0.0 };
    }
    if let Some(url) = sight.clues.signals.url {
        facts.url_words = lexicon::sum_up(table, |give| lexicon::each_url_slot(url, give));
        let path = url.path();
        facts.url_depth = path.split('/').filter(|part| !part.is_empty()).count() as f32;
        let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or("");
        facts.url_last = last.len() as f32;
        facts.url_digits = path.bytes().filter(u8::is_ascii_digit).count() as f32;
    }
    facts
}

fn entity(name: Option<&str>) -> f32 {
    let Some(name) = name else { return 0.0 };
    match name {
        "DiscussionForumPosting" | "QAPage" | "Question" => 6.0,
        "LiveBlogPosting" => 2.0,
        "Product" | "ProductGroup" | "Offer" => 7.0,
        "CollectionPage" | "ItemList" | "SearchResultsPage" | "OfferCatalog" => 8.0,
        "WebPage" | "WebSite" | "AboutPage" | "FAQPage" | "ContactPage" => 4.0,
        "Organization" | "LocalBusiness" | "Service" | "Corporation" => 5.0,
        name if name.ends_with("Article") || name.ends_with("Posting") => 1.0,
        _ => 3.0,
    }
}

#[cfg(feature = "training")]
/// The slots of the words around a block, for the table of words; for the first block those of the page with them.
pub(super) fn slots(sight: &Sight<'_>, index: usize, first: bool) -> Vec<u16> {
    let block = &sight.cut.blocks[index];
    let mut slots = Vec::new();
    let mut give = |slot: usize| slots.push(slot as u16);
    if let Some(node) = inline(sight, block) {
        lexicon::each_slot(sight.tree, node, &mut give);
    }
    for (_, container) in sight.cut.around(block.container).take(6) {
        lexicon::each_slot(sight.tree, container.node, &mut give);
    }
    if first {
        lexicon::each_page_slot(sight.tree, sight.clues.signals.entity, &mut give);
        if let Some(url) = sight.clues.signals.url {
            lexicon::each_url_slot(url, &mut give);
        }
    }
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// The inline element that a block starts in.
pub(super) fn inline(sight: &Sight<'_>, block: &Block) -> Option<NodeId> {
    let first = sight.cut.pieces.get(block.first as usize..block.end as usize)?.iter();
    let text = first
        .map(|piece| piece.node)
        .find(|&node| sight.tree.text(node).is_some_and(|text| !text.trim_ascii().is_empty()))?;
    let parent = sight.tree.parent(text)?;
    (parent != sight.cut.container(block).node).then_some(parent)
}

/// The hints that are given as features.
pub(super) const HINTS: [u16; 4] = [Hints::BESIDE, Hints::CAPTION, Hints::META, Hints::STANDFIRST];
