//! Puts the kept blocks together to the typed body.
//!
//! Blocks come in document order; the lists and quotations around them are opened and closed on a stack as the
//! elements around the blocks change.

mod address;
mod embed;
mod frames;
mod picture;
mod spans;
mod table;

pub(crate) use address::Base;

use std::collections::HashSet;

use super::blocks::{Block, ContainerId, Cut, Holds};
use super::decide::{Decision, Reason};
use super::features::Features;
use super::hints::Hints;
use crate::article::{Block as Typed, Image, NoticeKind, Span};
use crate::html::{Name, NodeId, Tree};
use frames::Frames;

/// Blocks after a picture among which its caption is looked for.
const CAPTION_REACH: usize = 24;

/// What the assembly works on.
pub(crate) struct Assembly<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) cut: &'a Cut,
    pub(crate) features: &'a Features,
    pub(crate) decision: &'a Decision,
    pub(crate) base: &'a Base<'a>,
}

impl Assembly<'_> {
    /// The body.
    pub(crate) fn body(&self) -> Vec<Typed> {
        let mut frames = Frames::new(self);
        let mut seen: HashSet<String> = HashSet::new();
        let mut done = 0;
        for (index, block) in self.cut.blocks.iter().enumerate() {
            if !self.decision.reasons[index].keeps() || index < done {
                continue;
            }
            match block.holds {
                Holds::Text => {
                    if let Some(table) = self.data_table(block) {
                        frames.push(block, self.table(table));
                        done = self.cut.containers[table as usize].end as usize;
                    } else {
                        self.text(&mut frames, index, block);
                    }
                }
                Holds::Picture(img) => {
                    if let Some(image) = self.figure(index, img)
                        && seen.insert(image.url.clone())
                    {
                        frames.push(block, Typed::Figure { image });
                    }
                }
                Holds::Embed(node) => {
                    if let Some(embed) = embed::embed(self.tree, node, self.base) {
                        frames.push(block, embed);
                    }
                }
                Holds::Rule => frames.push(block, Typed::Separator),
            }
        }
        let mut body = frames.finish();
        trim(&mut body);
        body
    }

    fn data_table(&self, block: &Block) -> Option<ContainerId> {
        self.features.data_tables[block.container as usize].filter(|&table| table > self.decision.container)
    }

    pub(super) fn spans(&self, block: &Block) -> Vec<Span> {
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        spans::spans(self.tree, pieces, self.base)
    }

    fn text(&self, frames: &mut Frames<'_>, block_index: usize, block: &Block) {
        if let Some(pre) = self.preformatted(block) {
            frames.push_preformatted(block, self.raw(block), code_language(self.tree, pre));
            return;
        }
        let mut spans = self.spans(block);
        let container = self.cut.container(block);
        if self.features.blocks[block_index].in_quotation && self.names_whom(block) {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            frames.cite(block, text.trim_start_matches(['—', '–', '-', '―', '~']).trim());
            return;
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
            return;
        }
        if container.name == Name::DT {
            for span in &mut spans {
                span.strong = true;
            }
        }
        let hints = self.features.containers[block.container as usize].inherited;
        if hints.has(Hints::NOTICE) {
            let kind = notice_kind(&spans);
            frames.push(block, Typed::Notice { kind, spans });
        } else {
            frames.push(block, Typed::Paragraph { spans });
        }
    }

    /// Whether a block of a quotation says whom it quotes: a `footer`, or a `cite` from its first word on.
    fn names_whom(&self, block: &Block) -> bool {
        if matches!(self.cut.container(block).name, Name::FOOTER | Name::FIGCAPTION) {
            return true;
        }
        let holder = self.cut.container(block).node;
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        let said = pieces.iter().find(|piece| {
            self.tree.text(piece.node).is_some_and(|text| text.chars().any(char::is_alphanumeric))
        });
        said.is_some_and(|piece| {
            self.tree
                .ancestors(piece.node)
                .take_while(|&id| id != holder)
                .any(|id| self.tree.name(id) == Name::CITE)
        })
    }

    fn preformatted(&self, block: &Block) -> Option<NodeId> {
        self.cut
            .around(block.container)
            .take(4)
            .find(|(_, container)| matches!(container.name, Name::PRE | Name::LISTING))
            .map(|(_, container)| container.node)
    }

    /// The text of a block with its white space.
    fn raw(&self, block: &Block) -> String {
        let mut text = String::new();
        for piece in self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]) {
            text.push_str(self.tree.text(piece.node).unwrap_or("\n"));
        }
        text.trim_matches(['\n', '\r']).trim_end().replace("\r\n", "\n").replace('\r', "\n")
    }

    /// A picture with the caption that stands in its figure, or right after it.
    fn figure(&self, index: usize, img: NodeId) -> Option<Image> {
        let mut image = picture::picture(self.tree, img, self.base)?;
        let block = &self.cut.blocks[index];
        let figure = self
            .cut
            .around(block.container)
            .take(6)
            .find(|(_, container)| container.name == Name::FIGURE)
            .map(|(_, container)| {
                container.first as usize..(container.end as usize).min(index + CAPTION_REACH)
            });
        let range = figure.unwrap_or(index + 1..(index + 2).min(self.cut.blocks.len()));
        let mut caption = String::new();
        let mut credit = None;
        for at in range {
            let beside = &self.cut.blocks[at];
            if beside.holds != Holds::Text || self.decision.reasons[at] != Reason::Caption {
                continue;
            }
            let text = self.cut.text(self.tree, beside);
            let (own, by) = picture::caption_and_credit(&text);
            credit = credit.or(by);
            if let Some(own) = own.filter(|own| !caption.contains(own.as_str())) {
                if !caption.is_empty() {
                    caption.push(' ');
                }
                caption.push_str(&own);
            }
        }
        image.caption = (!caption.is_empty()).then_some(caption);
        image.credit = credit;
        Some(image)
    }
}

/// Pictures and rules at the end of the body, after the last text, say nothing.
fn trim(body: &mut Vec<Typed>) {
    while matches!(body.last(), Some(Typed::Separator)) {
        body.pop();
    }
}

/// The language that the classes of a `pre` or of the `code` in it name.
fn code_language(tree: &Tree, pre: NodeId) -> Option<String> {
    let code = tree.children(pre).find(|&child| tree.name(child) == Name::CODE);
    [Some(pre), code, tree.parent(pre)].into_iter().flatten().find_map(|node| {
        let named = tree.attr(node, Name::DATA_LANG).or_else(|| tree.attr(node, Name::DATA_LANGUAGE));
        named.map(str::to_owned).or_else(|| {
            tree.classes(node).find_map(|class| {
                let prefixes = ["language-", "lang-", "highlight-source-", "brush:"];
                let name = prefixes.iter().find_map(|prefix| class.strip_prefix(prefix))?;
                (!name.is_empty()).then(|| name.to_lowercase())
            })
        })
    })
}

/// Which remark a notice is, by its first words.
fn notice_kind(spans: &[Span]) -> NoticeKind {
    let start: String =
        spans.iter().flat_map(|span| span.text.chars()).take(40).collect::<String>().to_lowercase();
    const CORRECTION: &[&str] =
        &["correct", "clarif", "исправ", "уточнение", "berichtig", "korrektur", "rectific"];
    const UPDATE: &[&str] =
        &["update", "обновл", "aktualis", "mise à jour", "actualiz", "aggiorn", "atualiz"];
    let says = |words: &[&str]| words.iter().any(|word| start.contains(word));
    if says(CORRECTION) {
        NoticeKind::Correction
    } else if says(UPDATE) {
        NoticeKind::Update
    } else {
        NoticeKind::Editor
    }
}
