//! What the elements alone settle after the decision: parts that belong to the text around them whatever they look
//! like by themselves.

use super::Clues;
use super::blocks::{ContainerId, Cut, Holds};
use super::decide::{Decision, Reason};
use super::features::Features;
use super::hints::Hints;
use super::letters::{letters, same_letters};
use crate::clean;
use crate::html::{Name, Tree};

/// What is looked at.
struct Settling<'a> {
    tree: &'a Tree,
    cut: &'a Cut,
    features: &'a Features,
    clues: &'a Clues<'a>,
    /// What the model thinks of each block.
    likely: &'a [Option<f32>],
}

/// Settles a decision.
pub(super) fn settle(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    likely: &[Option<f32>],
    decision: &mut Decision,
) {
    let page = Settling { tree, cut, features, clues, likely };
    let kept =
        |reasons: &[Reason], index: usize| reasons[index].keeps() && cut.blocks[index].holds == Holds::Text;
    let reasons = &mut decision.reasons;
    let Some(first) = (0..reasons.len()).find(|&index| kept(reasons, index)) else { return };
    let last = (first..reasons.len()).rev().find(|&index| kept(reasons, index)).unwrap_or(first);
    page.lead_pictures(first, reasons);
    page.formulas(first..last, reasons);
    page.sections(page.section_above(first).unwrap_or(first)..last, reasons);
    page.pull_quotes(first..last, reasons);
}

impl Settling<'_> {
    /// Figures beside the headline are the article's, wherever its text stands.
    fn lead_pictures(&self, first: usize, reasons: &mut [Reason]) {
        /// Blocks before the headline, and from there to the text.
        const ABOVE: usize = 4;
        const BELOW: usize = 16;
        let Some(headline) = self.features.headline.filter(|&at| at <= first && first - at <= BELOW) else {
            return;
        };
        let above = headline.saturating_sub(ABOVE);
        for (index, reason) in reasons.iter_mut().enumerate().take(first).skip(above) {
            let block = &self.cut.blocks[index];
            let media = matches!(block.holds, Holds::Picture(_) | Holds::Embed(_));
            let around = self.features.containers[block.container as usize].inherited;
            let lost =
                matches!(*reason, Reason::Outside | Reason::Short) && !self.features.blocks[index].marked;
            let in_figure =
                || self.cut.around(block.container).take(6).any(|(_, around)| around.name == Name::FIGURE);
            if media && lost && !around.has(Hints::BESIDE | Hints::COMMENTS) && in_figure() {
                *reason = Reason::Media;
            }
        }
    }

    /// A formula between two paragraphs.
    fn formulas(&self, range: std::ops::Range<usize>, reasons: &mut [Reason]) {
        for index in range {
            let block = &self.cut.blocks[index];
            let unsure = matches!(reasons[index], Reason::Short | Reason::Unlikely | Reason::Meta);
            if !unsure || block.holds != Holds::Text || self.features.blocks[index].marked {
                continue;
            }
            let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
            let is_formula = pieces.iter().all(|piece| {
                let holder = self.tree.parent(piece.node);
                holder.is_some_and(|holder| !self.tree.is_html(holder))
                    || self.tree.text(piece.node).is_none_or(|text| text.trim().is_empty())
            });
            if is_formula && index > 0 && reasons[index - 1].keeps() {
                reasons[index] = Reason::Between;
            }
        }
    }

    /// A heading right between the headline, beside which it stands, and the first text.
    fn section_above(&self, first: usize) -> Option<usize> {
        let headline = self.features.headline?;
        let text = |at: &usize| self.cut.blocks[*at].holds == Holds::Text;
        let above = (headline + 1..first).rev().find(text)?;
        let parent = |at: usize| self.cut.container(&self.cut.blocks[at]).parent;
        (!(headline + 1..above).any(|at| text(&at)) && parent(above) == parent(headline)).then_some(above)
    }

    /// An `h1` behind the first text, or right above it, that says something else than the headline heads a section,
    /// where text follows.
    fn sections(&self, range: std::ops::Range<usize>, reasons: &mut [Reason]) {
        const UNLIKELY: f32 = 0.3;
        for index in range {
            let (block, of) = (&self.cut.blocks[index], &self.features.blocks[index]);
            if reasons[index] != Reason::Headline
                || of.heading != 1
                || of.marked
                || of.link_density > 0.5
                || self.likely.get(index).copied().flatten().is_some_and(|likely| likely < UNLIKELY)
            {
                continue;
            }
            let next = (index + 1..reasons.len()).find(|&at| self.cut.blocks[at].holds == Holds::Text);
            let headline = self.clues.headline.unwrap_or("");
            let text = self.cut.text(self.tree, block);
            let announces = || clean::announces_stories(&text) || clean::announces_comments(&text);
            if next.is_some_and(|next| reasons[next].keeps())
                && !same_letters(&text, headline)
                && !announces()
            {
                reasons[index] = Reason::Heading;
            }
        }
    }

    /// A pull quote that the text has is left out, whatever its element; one that the text does not have stays.
    fn pull_quotes(&self, range: std::ops::Range<usize>, reasons: &mut [Reason]) {
        /// Quotations that are looked for in the text, at most.
        const MOST: usize = 24;
        let candidates: Vec<usize> =
            range.clone().filter(|&index| self.is_set_apart(index, reasons[index])).take(MOST).collect();
        if candidates.is_empty() {
            return;
        }
        // The letters, a line for each block.
        let mut text = String::from("\n");
        for index in range {
            let running = self.cut.blocks[index].holds == Holds::Text
                && reasons[index].keeps()
                && !candidates.contains(&index);
            if running {
                let block = &self.cut.blocks[index];
                for piece in self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]) {
                    push_letters(&mut text, self.tree.text(piece.node).unwrap_or(""));
                }
                text.push('\n');
            }
        }
        for index in candidates {
            let quoted: Vec<char> = letters(&self.cut.text(self.tree, &self.cut.blocks[index])).collect();
            let stands = stands_in(&quoted, &text);
            // A whole paragraph that comes again is no pull quote.
            let whole: String = "\n".chars().chain(quoted.iter().copied()).chain("\n".chars()).collect();
            let comes_again = || memchr::memmem::find(text.as_bytes(), whole.as_bytes()).is_some();
            if stands && reasons[index].keeps() && !comes_again() {
                reasons[index] = Reason::Repeated;
            } else if !stands && reasons[index] == Reason::Repeated {
                reasons[index] = Reason::Text;
            }
        }
    }

    /// Whether a text is set apart as pull quotes are.
    fn is_set_apart(&self, index: usize, reason: Reason) -> bool {
        /// Shorter quotations stand in a text by chance, and longer ones are never pulled from it.
        const LEAST: f32 = 20.0;
        const LONGEST: f32 = 2000.0;
        const MOST: f32 = 400.0;
        let (block, of) = (&self.cut.blocks[index], &self.features.blocks[index]);
        if block.holds != Holds::Text || of.marked || of.in_list || !(LEAST..LONGEST).contains(&of.length) {
            return false;
        }
        let named = self.features.containers[block.container as usize].inherited.has(Hints::PULL_QUOTE);
        match reason {
            Reason::Repeated => named,
            _ => {
                // Quotations that hold much are the text itself, indented.
                let small = |id: ContainerId| self.features.containers[id as usize].length < MOST;
                let set_apart = || {
                    let mut around = self.cut.around(block.container).take(4);
                    around.any(|(id, container)| {
                        matches!(container.name, Name::ASIDE | Name::BLOCKQUOTE) && small(id)
                    })
                };
                // Who answers in a discussion quotes what stands there already.
                reason.keeps() && (named || !self.clues.signals.is_discussion() && set_apart())
            }
        }
    }
}

/// Adds the letters and digits of a text, lower case.
fn push_letters(target: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                target.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            target.extend(c.to_lowercase());
        }
    }
}

/// Whether most of a quotation's letters stand in a text: a word may be left out or put in.
fn stands_in(quoted: &[char], text: &str) -> bool {
    const PART: usize = 16;
    let whole: String = quoted.iter().collect();
    if quoted.is_empty() || memchr::memmem::find(text.as_bytes(), whole.as_bytes()).is_some() {
        return true;
    }
    let parts = quoted.chunks_exact(PART);
    let count = parts.len();
    let found = parts
        .filter(|part| {
            let part: String = part.iter().collect();
            memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some()
        })
        .count();
    count > 2 && found * 2 >= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_with_a_word_more_or_less() {
        let text: String = letters(
            "He said: “I do it because somebody ought to notice when they are gone from us for good.”",
        )
        .collect();
        for (quoted, stands) in [
            ("Somebody ought to notice when they are gone", true),
            ("“I do it because somebody ought to notice […] when they are gone from us for good!”", true),
            ("I do it because somebody, some day, ought to notice when they are gone from us for good", true),
            ("They sleep up there, on the wing", false),
            ("I do it because of the money and because nobody else did", false),
        ] {
            assert_eq!(stands_in(&letters(quoted).collect::<Vec<_>>(), &text), stands, "{quoted}");
        }
    }
}
