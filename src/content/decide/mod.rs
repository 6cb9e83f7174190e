//! Decides block by block what is the article.

mod context;
mod learned;
mod lists;

pub(crate) use learned::with_scores;

use super::blocks::{Block, ContainerId, Cut, Holds};
use super::features::{BlockFeatures, Features};
use super::hints::Hints;
use super::letters::same_letters;
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
    /// A fact about the article that the metadata have taken: byline, date.
    Meta,
    /// A fact about the article by the names of its elements: byline, date, section, tags, standfirst.
    NamedMeta,
    /// A line that announces other stories or comments.
    Announcement,
    /// Who holds the rights, who answers for nothing.
    Legal,
    /// Beside the article by the names of its elements.
    Beside,
    /// Caption or credit: they go to the picture.
    Caption,
    /// Mostly links.
    Links,
    /// Too short to be text, and nothing around it to belong to.
    Short,
    /// The model finds it likely.
    Learned,
    /// The model finds it unlikely.
    Unlikely,
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
                | Self::Learned
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
    first_text: usize,
}

/// Decides over a page.
pub(crate) fn decide(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    witness: Option<&Witness>,
) -> Decision {
    let choice = choose::choose(tree, cut, features, clues, witness);
    let (chosen, witness) = (choice.container, choice.witness);
    let mut page = Page { tree, cut, features, clues, witness, chosen, first_text: 0 };
    page.first_text = page.first_text();
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
        if self.witness.is_some_and(|witness| witness.knows(index)) {
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
            return Reason::NamedMeta;
        }
        if around.has(Hints::STANDFIRST) && features.length < 500.0 && index < self.first_text {
            return Reason::NamedMeta;
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

    /// The first block of running text in the container that nothing around it speaks against; 0 where all have
    /// such names, which then say nothing.
    fn first_text(&self) -> usize {
        let is_text = |&index: &usize| {
            self.features.blocks[index].is_good() && !self.around(&self.cut.blocks[index]).has(Hints::LOCAL)
        };
        self.range().find(is_text).unwrap_or(0)
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
}
