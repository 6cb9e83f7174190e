//! The entries of a live blog: elements beside each other, each with a time of its own.

use std::collections::HashMap;

use url::Url;

use super::Assembly;
use crate::article::{Moment, Origin, Precision, Source};
use crate::content::blocks::{Block, ContainerId, Holds};
use crate::dates::{self, Hints};
use crate::html::{Name, NodeId, Tree};

/// Fewer entries than this are none.
const LEAST: usize = 2;

/// With this many entries a page is a live blog whose address only hints at it.
const SURE: usize = 3;

/// Elements from a time up to its entry, at most.
const STEPS: usize = 6;

/// Whether a page is a live blog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Live {
    /// Nothing says so.
    No,
    /// A word of its address does.
    Hinted,
    /// The page says it is one.
    Said,
}

impl Live {
    /// What the address of a page hints at.
    pub(crate) fn hinted(url: Option<&Url>) -> Self {
        const WORDS: &[&str] = &[
            "live",
            "liveblog",
            "liveblogs",
            "liveticker",
            "ticker",
            "livestory",
            "livenews",
            "direct",
            "directo",
            "diretta",
            "aovivo",
            "kokoblog",
        ];
        let is_word = |part: &str| WORDS.iter().any(|word| part.eq_ignore_ascii_case(word));
        let named = url.is_some_and(|url| url.path().split(['/', '-', '_', '.']).any(is_word));
        if named { Self::Hinted } else { Self::No }
    }
}

/// An entry.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(super) container: ContainerId,
    /// The element of its time.
    pub(super) time: NodeId,
    pub(super) posted: Option<Moment>,
}

impl Assembly<'_> {
    /// The entries of a live blog, in order; none where the page is no live blog.
    pub(super) fn entries(&self) -> Vec<Entry> {
        if self.live == Live::No {
            return Vec::new();
        }
        let tree = self.tree;
        let top = self.cut.containers[self.decision.container as usize].node;
        let times: Vec<NodeId> = tree.descendants(top).filter(|&id| is_time(tree, id)).collect();
        // How many elements of one parent, alike, hold a time.
        let mut numbers: HashMap<(NodeId, Name), usize> = HashMap::new();
        let mut alike: Vec<Vec<(NodeId, NodeId)>> = Vec::new();
        for &time in &times {
            let mut at = time;
            for _ in 0..STEPS {
                let Some(parent) = tree.parent(at) else { break };
                let number = *numbers.entry((parent, tree.name(at))).or_insert(alike.len());
                if number == alike.len() {
                    alike.push(Vec::new());
                }
                let Some(family) = alike.get_mut(number) else { break };
                // The first time of an entry is its own.
                if family.last().is_none_or(|&(last, _)| last != at) {
                    family.push((at, time));
                }
                if parent == top {
                    break;
                }
                at = parent;
            }
        }
        let containers: HashMap<NodeId, ContainerId> = self
            .cut
            .containers
            .iter()
            .enumerate()
            .filter(|(_, container)| container.rule.is_none())
            .map(|(id, container)| (container.node, id as ContainerId))
            .collect();
        let mut best: Vec<Entry> = Vec::new();
        let mut most = 0;
        for family in alike {
            let entries: Vec<Entry> = family
                .into_iter()
                .filter_map(|(node, time)| {
                    let &container = containers.get(&node)?;
                    self.kept_letters(container).map(|_| Entry { container, time, posted: None })
                })
                .collect();
            let letters: u32 = entries.iter().filter_map(|entry| self.kept_letters(entry.container)).sum();
            // Of two levels with as many entries the one that holds more is the entries'.
            if entries.len() >= LEAST && (entries.len(), letters) > (best.len(), most) {
                (best, most) = (entries, letters);
            }
        }
        best.sort_by_key(|entry| entry.container);
        for entry in &mut best {
            let node = self.cut.containers[entry.container as usize].node;
            entry.posted = moment(tree, entry.time, node);
        }
        // Where only the address says that the page is a live blog, the times must, too.
        let dated = best.iter().filter(|entry| entry.posted.is_some()).count();
        if self.live == Live::Said || dated >= SURE { best } else { Vec::new() }
    }

    /// The letters of the article in a container, if any.
    fn kept_letters(&self, container: ContainerId) -> Option<u32> {
        let container = &self.cut.containers[container as usize];
        let letters = (container.first as usize..container.end as usize)
            .filter(|&at| self.decision.reasons[at].keeps() && self.cut.blocks[at].holds == Holds::Text)
            .map(|at| self.cut.blocks[at].counts.chars)
            .sum();
        (letters > 0).then_some(letters)
    }

    /// Whether a block is the time of an entry and nothing else.
    pub(super) fn is_time_of(&self, entry: &Entry, block: &Block) -> bool {
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        !pieces.is_empty()
            && pieces.iter().all(|piece| {
                self.tree.is_within(piece.node, entry.time)
                    || self.tree.text(piece.node).is_none_or(|text| text.trim().is_empty())
            })
    }
}

/// Whether an element is a time that tells its machine form.
fn is_time(tree: &Tree, id: NodeId) -> bool {
    match tree.name(id) {
        Name::TIME => true,
        Name::META => {
            tree.attr(id, Name::ITEMPROP).is_some_and(|property| property.trim() == "datePublished")
        }
        Name::NONE => false,
        _ => tree.attr(id, Name::DATETIME).is_some(),
    }
}

/// When an entry was posted: the machine form of its time, or what the elements from there up to the entry tell.
fn moment(tree: &Tree, time: NodeId, entry: NodeId) -> Option<Moment> {
    const ATTRIBUTES: &[&str] = &[
        "data-post-time",
        "data-posted",
        "data-published",
        "data-published-at",
        "data-publish-date",
        "data-timestamp",
        "data-time",
        "data-date",
        "data-created",
        "data-utc",
    ];
    let read = |value: &str| {
        let hints = Hints { language: None, now: None, day_first: None };
        let stamp =
            dates::parse_machine(value, &hints).filter(|stamp| stamp.precision() >= Precision::Minute)?;
        Some(stamp.to_moment(value.trim(), Origin::new(Source::Page, "live blog entry")))
    };
    let own = tree.attr(time, Name::DATETIME).or_else(|| tree.attr(time, Name::CONTENT));
    own.and_then(read).or_else(|| {
        let names: Vec<Name> = ATTRIBUTES.iter().filter_map(|name| tree.find_name(name)).collect();
        let outside = tree.parent(entry);
        let up = std::iter::once(time)
            .chain(tree.ancestors(time))
            .take_while(|&at| Some(at) != outside)
            .take(STEPS + 1);
        up.flat_map(|at| names.iter().filter_map(move |&name| tree.attr(at, name))).find_map(read)
    })
}
