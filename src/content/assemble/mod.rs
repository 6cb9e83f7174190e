//! Puts the kept blocks together to the typed body.
//!
//! Blocks come in document order; the lists and quotations around them are opened and closed on a stack as the
//! elements around the blocks change.

mod address;
mod caption;
mod code;
mod embed;
mod formula;
mod frames;
mod inset;
mod live;
mod marks;
mod notice;
mod numbers;
mod picture;
mod quotation;
mod spans;
mod table;

pub(crate) use address::Base;
pub(crate) use live::Live;

use std::collections::{HashMap, HashSet};

use super::blocks::{Block, ContainerId, Cut, Holds, Piece};
use super::decide::Decision;
use super::features::Features;
use super::hints::Hints;
use crate::article::{Block as Typed, Image, Span};
use crate::html::{Name, NodeId, Tree};
use frames::Frames;
use inset::Inset;
use live::Entry;

/// What the assembly works on.
pub(crate) struct Assembly<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) cut: &'a Cut,
    pub(crate) features: &'a Features,
    pub(crate) decision: &'a Decision,
    pub(crate) base: &'a Base<'a>,
    /// Whether the page is a live blog.
    pub(crate) live: Live,
    /// What is found once for all blocks.
    pub(crate) known: Known,
}

/// What is known of a page before its blocks are put together.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The entries of a live blog.
    entries: Vec<Entry>,
    /// The attributes in which scripts find pictures.
    lazy: Vec<Name>,
    /// The elements in which white space counts that hold text alone.
    verbatim: HashSet<ContainerId>,
    /// Whether MathJax has set formulas.
    mathjax: bool,
    /// The blocks of the cut that are texts, in order.
    texts: Vec<usize>,
}

impl Assembly<'_> {
    /// The body.
    pub(crate) fn body(&mut self) -> Vec<Typed> {
        self.known = Known {
            entries: self.entries(),
            lazy: picture::lazy_attributes(self.tree),
            verbatim: self.verbatim(),
            mathjax: self.tree.find_name("data-mathml").is_some(),
            texts: (0..self.cut.blocks.len())
                .filter(|&index| self.cut.blocks[index].holds == Holds::Text)
                .collect(),
        };
        let this = &*self;
        let kept = |index: &usize| {
            this.decision.reasons[*index].keeps() && this.cut.blocks[*index].holds == Holds::Text
        };
        let first = (0..this.cut.blocks.len()).find(kept);
        let last = (0..this.cut.blocks.len()).rev().find(kept);
        let insets = match (first, last) {
            (Some(first), Some(last)) => this.insets(first, last),
            _ => Vec::new(),
        };
        this.put_together(insets)
    }

    fn put_together(&self, insets: Vec<Inset>) -> Vec<Typed> {
        let mut frames = Frames::new(self);
        let mut pictures = self.pictures(&insets);
        let mut insets = insets.into_iter().peekable();
        let mut entries = self.known.entries.iter().peekable();
        // The entry that the blocks are in.
        let mut entry: Option<&Entry> = None;
        let mut done = 0;
        for (index, block) in self.cut.blocks.iter().enumerate() {
            while let Some(inset) = insets.next_if(|inset| inset.behind < index) {
                set_in(&mut frames, inset, &mut pictures);
            }
            if !self.decision.reasons[index].keeps() || index < done {
                continue;
            }
            if let Some(next) = entries.next_if(|next| self.holds(next.container, index)) {
                entry = Some(next);
                done = self.begin_entry(&mut frames, next, index).unwrap_or(done);
            }
            if index < done || entry.is_some_and(|entry| self.is_time_line(entry, index)) {
                continue;
            }
            match block.holds {
                Holds::Text => done = self.text(&mut frames, index, block).unwrap_or(done),
                Holds::Picture(img) => {
                    if let Some(image) = pictures.remove(&img) {
                        frames.push(block, Typed::Figure { image });
                    } else if let Some(formula) = self.lone_formula(index, img) {
                        frames.push(block, Typed::Paragraph { spans: vec![Span::plain(formula)] });
                    }
                }
                Holds::Embed(node) => {
                    if let Some(mut embed) = embed::embed(self.tree, node, self.base) {
                        if let Typed::Embed { caption, .. } = &mut embed {
                            *caption = caption.take().or_else(|| self.caption(index).text);
                        }
                        frames.push(block, embed);
                    }
                }
                Holds::Rule => frames.push(block, Typed::Separator),
            }
        }
        for inset in insets {
            set_in(&mut frames, inset, &mut pictures);
        }
        let mut body = frames.finish();
        trim(&mut body);
        body
    }

    fn holds(&self, container: ContainerId, index: usize) -> bool {
        let container = &self.cut.containers[container as usize];
        (container.first as usize..container.end as usize).contains(&index)
    }

    /// Whether a container is an entry of a live blog.
    pub(super) fn is_entry(&self, id: ContainerId) -> bool {
        self.known.entries.binary_search_by_key(&id, |entry| entry.container).is_ok()
    }

    fn is_time_line(&self, entry: &Entry, index: usize) -> bool {
        entry.posted.is_some()
            && self.holds(entry.container, index)
            && self.is_time_of(entry, &self.cut.blocks[index])
    }

    /// Begins an entry with its time and its heading, if that is the first text; then the answer is the block to go on
    /// with.
    fn begin_entry(&self, frames: &mut Frames<'_>, entry: &Entry, index: usize) -> Option<usize> {
        let container = &self.cut.containers[entry.container as usize];
        let heading = (index..container.end as usize)
            .filter(|&at| self.cut.blocks[at].holds == Holds::Text && self.decision.reasons[at].keeps())
            .find(|&at| !self.is_time_line(entry, at))
            .filter(|&at| self.features.blocks[at].heading > 0);
        let spans = heading.map(|at| {
            let mut spans = self.spans(at);
            spans::plain_if_all_strong(&mut spans);
            spans
        });
        let posted = entry.posted.clone();
        if posted.is_none() && spans.is_none() {
            frames.push_top(Typed::Separator);
            return None;
        }
        frames.push_top(Typed::Update { posted, spans: spans.unwrap_or_default() });
        heading.map(|at| at + 1)
    }

    fn data_table(&self, block: &Block) -> Option<ContainerId> {
        self.features.data_tables[block.container as usize].filter(|&table| table > self.decision.container)
    }

    /// The spans of a block.
    pub(super) fn spans(&self, index: usize) -> Vec<Span> {
        let pictures = self.formula_pictures(index);
        let block = &self.cut.blocks[index];
        let run = (block.first, self.pieces(block));
        spans::spans(self.tree, self.base, run, &pictures, self.known.mathjax)
    }

    fn pieces(&self, block: &Block) -> &[Piece] {
        self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[])
    }

    /// The pictures inside a text that are formulas, with the number of the piece that each stands before.
    fn formula_pictures(&self, index: usize) -> Vec<(u32, NodeId)> {
        let mut pictures: Vec<(u32, NodeId)> = Vec::new();
        let text = &self.cut.blocks[index];
        // What stands inside a run of text comes before it.
        for block in self.cut.blocks[..index].iter().rev() {
            match block.holds {
                Holds::Picture(img) if block.first >= text.first && block.first <= text.end => {
                    if formula::of_picture(self.tree, img).is_some() {
                        pictures.push((block.first, img));
                    }
                }
                Holds::Embed(_) if block.first >= text.first => {}
                _ => break,
            }
        }
        pictures.sort_unstable_by_key(|&(before, _)| before);
        pictures
    }

    /// The formula of a picture that stands in no text.
    fn lone_formula(&self, index: usize, img: NodeId) -> Option<String> {
        let formula = formula::of_picture(self.tree, img)?;
        let picture = &self.cut.blocks[index];
        let next = self.known.texts.partition_point(|&text| text < index);
        let inside = self.known.texts.get(next).is_some_and(|&text| {
            let text = &self.cut.blocks[text];
            text.container == picture.container && (text.first..=text.end).contains(&picture.first)
        });
        (!inside).then(|| formula.to_owned())
    }

    /// Sets a text; where it takes blocks that follow along, the answer is the one to go on with.
    fn text(&self, frames: &mut Frames<'_>, index: usize, block: &Block) -> Option<usize> {
        if let Some(id) = self.data_table(block) {
            let table = &self.cut.containers[id as usize];
            let typed = if code::is_code_table(self.tree, table.node) {
                let (text, language) =
                    (code::text(self.tree, table.node), code::language(self.tree, table.node));
                Typed::Preformatted { language, text }
            } else {
                self.table(id)
            };
            frames.push(block, typed);
            self.pictures_of_table(frames, id);
            return Some(table.end as usize);
        }
        if let Some((id, pre)) = self.preformatted(index) {
            if !code::is_gutter(self.tree, pre) {
                let (text, language) = (code::text(self.tree, pre), code::language(self.tree, pre));
                frames.push(block, Typed::Preformatted { language, text });
            }
            return Some((self.cut.containers[id as usize].end as usize).max(index + 1));
        }
        let mut spans = self.spans(index);
        let container = self.cut.container(block);
        if self.features.blocks[index].in_quotation && self.names_whom(block) {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            frames.cite(block, &text);
            return None;
        }
        let level = match container.name {
            Name::H1 => 1,
            Name::H2 => 2,
            Name::H3 => 3,
            Name::H4 => 4,
            Name::H5 => 5,
            Name::H6 => 6,
            _ => 0,
        };
        if level > 0 {
            spans::plain_if_all_strong(&mut spans);
            frames.push(block, Typed::Heading { level, spans });
            return None;
        }
        if container.name == Name::DT {
            spans::plain_if_all_strong(&mut spans);
            frames.term(block, spans);
            return None;
        }
        let hints = self.features.containers[block.container as usize].inherited;
        let kind = if hints.has(Hints::NOTICE) {
            let parent = self.cut.containers[container.parent as usize].node;
            let small = self.cut.containers[container.parent as usize].end - container.first < 8;
            let around = if small { self.tree.text_content(parent) } else { String::new() };
            Some(notice::named(&spans, &around))
        } else {
            notice::by_words(&spans)
        };
        let typed = match kind {
            Some(kind) => Typed::Notice { kind, spans },
            None if hints.has(Hints::PULL_QUOTE) && !self.features.blocks[index].in_quotation => {
                Typed::Quotation { blocks: vec![Typed::Paragraph { spans }], cite: None, url: None }
            }
            None => Typed::Paragraph { spans },
        };
        frames.push(block, typed);
        None
    }

    /// The pictures in the cells of a table stand behind it.
    fn pictures_of_table(&self, frames: &mut Frames<'_>, id: ContainerId) {
        let table = &self.cut.containers[id as usize];
        for block in self.cut.blocks.get(table.first as usize..table.end as usize).unwrap_or(&[]) {
            if let Holds::Picture(img) = block.holds
                && let Some(image) = picture::picture(self.tree, img, self.base, &self.known.lazy)
            {
                let around = &self.cut.containers[table.parent as usize];
                let beside = Block { container: table.parent, ..block.clone() };
                if around.rule.is_none() {
                    frames.push(&beside, Typed::Figure { image });
                }
            }
        }
    }

    /// Whether a block of a quotation says whom it quotes: a `footer`, or a `cite` from its first word on.
    fn names_whom(&self, block: &Block) -> bool {
        if matches!(self.cut.container(block).name, Name::FOOTER | Name::FIGCAPTION) {
            return true;
        }
        let holder = self.cut.container(block).node;
        let said = self.pieces(block).iter().find(|piece| {
            self.tree.text(piece.node).is_some_and(|text| text.chars().any(char::is_alphanumeric))
        });
        said.is_some_and(|piece| {
            self.tree
                .ancestors(piece.node)
                .take_while(|&id| id != holder)
                .any(|id| self.tree.name(id) == Name::CITE)
        })
    }

    /// The element around a block in which white space counts.
    fn preformatted(&self, index: usize) -> Option<(ContainerId, NodeId)> {
        if !self.features.blocks[index].preformatted {
            return None;
        }
        let block = &self.cut.blocks[index];
        self.cut
            .around(block.container)
            .find(|(_, container)| matches!(container.name, Name::PRE | Name::LISTING))
            .map(|(id, container)| (id, container.node))
            .filter(|(id, _)| self.known.verbatim.contains(id))
    }

    fn verbatim(&self) -> HashSet<ContainerId> {
        let all = self.cut.containers.iter().enumerate();
        all.filter(|(_, container)| matches!(container.name, Name::PRE | Name::LISTING))
            .filter(|(_, container)| code::is_text(self.tree, container.node))
            .map(|(id, _)| id as ContainerId)
            .collect()
    }

    /// The pictures of the body by their elements. Of several versions of one the first stays, in the largest size, with
    /// the caption that any of them has.
    fn pictures(&self, insets: &[Inset]) -> HashMap<NodeId, Image> {
        let mut pictures: HashMap<NodeId, Image> = HashMap::new();
        let mut met: HashMap<String, NodeId> = HashMap::new();
        let mut add = |node: NodeId, image: Image| match met.entry(picture::identity(&image.url)) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(node);
                pictures.insert(node, image);
            }
            std::collections::hash_map::Entry::Occupied(entry) => {
                if let Some(first) = pictures.get_mut(entry.get()) {
                    merge(first, image);
                }
            }
        };
        for (index, block) in self.cut.blocks.iter().enumerate() {
            let Holds::Picture(img) = block.holds else { continue };
            if !self.decision.reasons[index].keeps() || formula::of_picture(self.tree, img).is_some() {
                continue;
            }
            if let Some(mut image) = picture::picture(self.tree, img, self.base, &self.known.lazy) {
                let caption = self.caption(index);
                (image.caption, image.credit) = (caption.text, caption.credit);
                add(img, image);
            }
        }
        for inset in insets {
            if let (Holds::Embed(node), Typed::Figure { image }) = (inset.block.holds, &inset.typed) {
                add(node, image.clone());
            }
        }
        pictures
    }
}

/// Sets something in; a picture only where it is the first of its versions.
fn set_in(frames: &mut Frames<'_>, inset: Inset, pictures: &mut HashMap<NodeId, Image>) {
    let typed = match (inset.block.holds, inset.typed) {
        (Holds::Embed(node), Typed::Figure { .. }) => {
            pictures.remove(&node).map(|image| Typed::Figure { image })
        }
        (_, typed) => Some(typed),
    };
    if let Some(typed) = typed {
        frames.push(&inset.block, typed);
    }
}

/// Adds to a picture what another version of it knows.
fn merge(first: &mut Image, other: Image) {
    if other.width > first.width {
        (first.url, first.width, first.height) = (other.url, other.width, other.height);
    }
    first.alt = first.alt.take().or(other.alt);
    first.caption = first.caption.take().or(other.caption);
    first.credit = first.credit.take().or(other.credit);
}

/// Pictures and rules at the end of the body, after the last text, say nothing.
fn trim(body: &mut Vec<Typed>) {
    while matches!(body.last(), Some(Typed::Separator)) {
        body.pop();
    }
}
