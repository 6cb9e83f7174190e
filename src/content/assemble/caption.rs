//! Captions and credits, told apart by their elements and by their words.

use super::Assembly;
use super::picture::caption_and_credit;
use crate::content::blocks::{Block, Holds};
use crate::content::decide::Reason;
use crate::html::{Name, NodeId, Tree, push_folded};

/// Blocks among which a picture's caption is looked for: before and behind it in a figure, behind it without one.
const IN_FIGURE: usize = 24;
const BEHIND: usize = 3;

/// Class words of elements that hold who took or owns a picture.
const CREDITS: &[&str] = &[
    "credit",
    "credits",
    "copyright",
    "photographer",
    "fotograf",
    "fotografo",
    "photographe",
    "attribution",
    "rights",
    "photocredit",
    "imagecredit",
    "fotocredit",
    "bildnachweis",
    "bildquelle",
    "source",
    "quelle",
    "agency",
    "author",
    "copyrightholder",
    "credittext",
    "creator",
];

/// What is written under a picture or an embed.
#[derive(Debug, Default)]
pub(super) struct Caption {
    pub(super) text: Option<String>,
    pub(super) credit: Option<String>,
}

impl Assembly<'_> {
    /// The caption of a picture or an embed: in its figure, or right behind it.
    pub(super) fn caption(&self, index: usize) -> Caption {
        let blocks = &self.cut.blocks;
        let is_text = |at: usize| blocks[at].holds == Holds::Text;
        let figure = self
            .cut
            .around(blocks[index].container)
            .take(6)
            .find(|(_, container)| container.name == Name::FIGURE)
            .map(|(_, container)| {
                let first = (container.first as usize).max(index.saturating_sub(IN_FIGURE));
                first..(container.end as usize).min(index + IN_FIGURE)
            });
        let end = (index + 1..blocks.len().min(index + 1 + BEHIND))
            .find(|&at| self.decision.reasons[at] != Reason::Caption);
        let behind = index + 1..end.unwrap_or((index + 1 + BEHIND).min(blocks.len()));
        let range = match figure {
            // Of several pictures in a figure each has the caption behind it, if it has one.
            Some(figure) => {
                let next = (index + 1..figure.end).find(|&at| !is_text(at)).unwrap_or(figure.end);
                let alone = next == figure.end && (figure.start..index).all(is_text);
                if alone || !(index + 1..next).any(is_text) { figure } else { index + 1..next }
            }
            None => behind,
        };
        let mut caption = Caption::default();
        for at in range {
            if is_text(at) && self.is_caption(at) {
                self.add_caption(&blocks[at], &mut caption);
            }
        }
        caption
    }

    /// Whether a text is a caption: decided, or by its element where the figure stands outside the text.
    fn is_caption(&self, at: usize) -> bool {
        let in_caption = || {
            let around = self.cut.around(self.cut.blocks[at].container).take(4);
            around.into_iter().any(|(_, container)| container.name == Name::FIGCAPTION)
        };
        match self.decision.reasons[at] {
            Reason::Caption => true,
            Reason::Outside => self.features.blocks[at].in_figure && in_caption(),
            _ => false,
        }
    }

    fn add_caption(&self, block: &Block, caption: &mut Caption) {
        let (mut text, mut named) = (String::new(), String::new());
        let (mut blank, mut blank_named) = (false, false);
        let mut last: Option<(NodeId, bool)> = None;
        for piece in self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]) {
            let Some(part) = self.tree.text(piece.node) else {
                (blank, blank_named) = (true, true);
                continue;
            };
            let parent = self.tree.parent(piece.node).unwrap_or(piece.node);
            let is_credit = match last {
                Some((known, is_credit)) if known == parent => is_credit,
                _ => is_credit(self.tree, parent),
            };
            // Parts that stand side by side are words apart.
            blank |= last.is_some_and(|(_, before)| before != is_credit);
            blank_named |= blank;
            last = Some((parent, is_credit));
            if is_credit {
                push_folded(&mut named, part, &mut blank_named);
            } else {
                push_folded(&mut text, part, &mut blank);
            }
        }
        // An element that is called a credit and holds a whole sentence holds the caption as well.
        let both = text.is_empty() && (named.chars().count() > 80 || named.trim_end().ends_with('.'));
        if both {
            text = std::mem::take(&mut named);
        }
        let (own, by) = caption_and_credit(&text);
        let (before, after) = caption_and_credit(&named);
        caption.credit = caption.credit.take().or(after).or(before).or(by);
        if let Some(own) = own {
            match &mut caption.text {
                Some(all) if all.contains(&own) => {}
                Some(all) => {
                    all.push(' ');
                    all.push_str(&own);
                }
                none => *none = Some(own),
            }
        }
    }
}

/// Whether an element, or one around it inside the caption, is called a credit.
fn is_credit(tree: &Tree, node: NodeId) -> bool {
    std::iter::once(node)
        .chain(tree.ancestors(node))
        .take(4)
        .take_while(|&id| !matches!(tree.name(id), Name::FIGURE | Name::BODY | Name::ARTICLE | Name::MAIN))
        .any(|id| {
            let values = [Name::CLASS, Name::ITEMPROP].into_iter().filter_map(|name| tree.attr(id, name));
            values.flat_map(str::split_ascii_whitespace).any(names_credit)
        })
}

/// Whether the last word of a class is one for credits: `photo-credit`, `imageCredit`, `media__copyright`.
fn names_credit(class: &str) -> bool {
    let last = class.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(class);
    let bytes = last.as_bytes();
    let hump = (1..bytes.len()).rev().find(|&at| {
        bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase)
    });
    let word = hump.and_then(|at| last.get(at..)).unwrap_or(last);
    CREDITS.iter().any(|credit| word.eq_ignore_ascii_case(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_credits_end_with_their_word() {
        for (class, credit) in [
            ("photo-credit", true),
            ("imageCredit", true),
            ("media__copyright", true),
            ("credit", true),
            ("credit-card", false),
            ("accredited", false),
            ("caption", false),
        ] {
            assert_eq!(names_credit(class), credit, "{class}");
        }
    }
}
