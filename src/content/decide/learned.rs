//! The rules' decision with what the model says.

use super::{Decision, Page, Reason};
use crate::clean;
use crate::content::Clues;
use crate::content::blocks::{Cut, Holds};
use crate::content::choose;
use crate::content::features::Features;
use crate::content::letters::{letters, same_letters};
use crate::html::{Name, Tree};

/// The score from which on a block is the article's lies between these.
const LEAST: f32 = 0.25;
const MOST: f32 = 0.5;

/// Below one, as the forest's scores are too low on the pages where it is unsure (mean F1 of ten sets, out of fold: .9239
/// to .9241).
const EAGER: f32 = 0.85;

/// From here on what the rules know for running text stays, and not below, however unsure the model is of the page: a
/// paragraph apart, behind an advertisement.
const RUNNING: f32 = 0.4;

/// From here on a text stays that the rules leave out and that stands below what announces comments or other stories.
const BELOW_ANNOUNCEMENT: f32 = 0.6;

/// From here on the standfirst stays where the rules did not know it for running text: the model does not know that it is
/// one. Where a page showed one, the gold body had it on 84 of 86 pages of fundus, 61 of 69 of naeb, 284 of 299 of daniel
/// and 101 of 146 of wcxb.
const STANDFIRST: f32 = 0.2;

/// Behind so much of an article a legal notice is not what the page is about.
const SOME_TEXT: f32 = 200.0;

/// The most blocks between the headline and the container of its article.
const LEAD: usize = 24;

/// Decides over a page with the model's scores; where there are none, the rules have decided.
pub(crate) fn with_scores(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    rules: &Decision,
    scores: &[Option<f32>],
) -> Decision {
    let mut reasons = rules.reasons.clone();
    if scores.iter().all(Option::is_none) {
        return Decision { reasons, container: rules.container };
    }
    let threshold = threshold(features, scores);
    let chosen = &cut.containers[rules.container as usize];
    let chosen = chosen.first as usize..chosen.end as usize;
    // What stands between the headline and the article's container is its lead more often than not.
    let lead = features.headline.filter(|&at| at < chosen.start && chosen.start - at <= LEAD);
    let chosen = lead.unwrap_or(chosen.start)..chosen.end;
    let outside = outside(features, rules, &chosen, scores, threshold);
    let standfirst = standfirst(tree, cut, clues);
    let mut announced = false;
    let mut read = 0.0;
    for (index, score) in scores.iter().enumerate() {
        let reason = reasons[index];
        announced = reason == Reason::Announcement || announced && !reason.keeps();
        let Some(score) = *score else { continue };
        let inside = chosen.contains(&index) || reason.keeps();
        let least = match reason {
            Reason::Text | Reason::Witness => RUNNING,
            _ if standfirst == Some(index) => STANDFIRST,
            _ if announced => threshold.max(BELOW_ANNOUNCEMENT),
            _ if inside => threshold,
            _ => outside,
        };
        if score > least && !is_elsewhere(tree, cut, features, clues, index, reason, score) {
            if read > SOME_TEXT && clean::opens_legal_notice(cut.opening(tree, &cut.blocks[index])) {
                reasons[index] = Reason::Legal;
                continue;
            }
            read += features.blocks[index].length;
            if !reason.keeps() {
                reasons[index] = Reason::Learned;
            }
        } else if reason.keeps() {
            reasons[index] = Reason::Unlikely;
        }
    }
    if let Some(index) = standfirst.filter(|&index| reasons[index].keeps())
        && is_said_again(tree, cut, index, &reasons)
    {
        reasons[index] = Reason::Repeated;
    }
    let container = choose::common(cut, features, |index| {
        cut.blocks[index].holds == Holds::Text && reasons[index].keeps()
    });
    let page = Page { tree, cut, features, clues, witness: None, chosen: container, first_text: 0 };
    page.last_lines(scores, &mut reasons);
    page.quotations(rules, &mut reasons);
    page.lone_headings(scores, &mut reasons);
    page.lone_labels(&mut reasons);
    page.pictures(&mut reasons);
    page.repeated(&mut reasons);
    Decision { reasons, container }
}

/// The text that the metadata take for the standfirst.
fn standfirst(tree: &Tree, cut: &Cut, clues: &Clues<'_>) -> Option<usize> {
    let said = clues.standfirst?;
    let longest = said.len();
    let is_as_long = |chars: u32| (longest / 4..=longest + 8).contains(&(chars as usize));
    cut.blocks.iter().position(|block| {
        block.holds == Holds::Text
            && is_as_long(block.counts.chars)
            && same_letters(&cut.text(tree, block), said)
    })
}

/// Whether one of the first paragraphs behind a text has all of it, behind a dateline mostly.
fn is_said_again(tree: &Tree, cut: &Cut, index: usize, reasons: &[Reason]) -> bool {
    const PARAGRAPHS: usize = 4;
    let text = |at: usize| letters(&cut.text(tree, &cut.blocks[at])).collect::<String>();
    let said = text(index);
    let kept = |at: &usize| cut.blocks[*at].holds == Holds::Text && reasons[*at].keeps();
    (index + 1..reasons.len()).filter(kept).take(PARAGRAPHS).any(|at| text(at).contains(&said))
}

/// Whether a text has its place outside the body for certain: the headline, captions, what the metadata have taken,
/// lines that announce something else. Nothing stands in the body twice.
fn is_elsewhere(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    index: usize,
    reason: Reason,
    score: f32,
) -> bool {
    /// From here on the model is surer than names and places.
    const SURE: f32 = 0.9;
    /// And from here on where the text is longer than bylines are: a lead that begins with place and day.
    const SURE_OF_LEAD: f32 = 0.65;
    const LEAD: f32 = 60.0;
    /// And from here on where a heading is not the headline that was found.
    const SURE_OF_HEADING: f32 = 0.5;
    /// The longest line that is a name.
    const LONGEST_NAME: u32 = 60;
    let text = || cut.text(tree, &cut.blocks[index]);
    match reason {
        Reason::Repeated | Reason::Announcement => true,
        Reason::Headline => {
            score < SURE_OF_HEADING || clues.headline.is_none_or(|headline| same_letters(&text(), headline))
        }
        Reason::Meta => score < if features.blocks[index].length < LEAD { SURE } else { SURE_OF_LEAD },
        Reason::Caption => features.blocks[index].in_figure || score < SURE && is_below_picture(cut, index),
        // "Read also: another headline".
        Reason::Links | Reason::Short | Reason::Beside | Reason::Marked
            if features.blocks[index].link_density > 0.3 =>
        {
            text().split_once([':', '：']).is_some_and(|(before, _)| clean::announces_stories(before))
        }
        Reason::Short | Reason::Outside if cut.blocks[index].counts.chars < LONGEST_NAME => {
            let text = text();
            clues.authors.iter().any(|author| same_letters(&text, &author.name))
        }
        _ => false,
    }
}

/// Whether the block before a text is a picture in the element around the text's own.
fn is_below_picture(cut: &Cut, index: usize) -> bool {
    let around = cut.container(&cut.blocks[index]).parent;
    let before = index.checked_sub(1).and_then(|before| cut.blocks.get(before));
    before.is_some_and(|before| {
        let own = before.container;
        matches!(before.holds, Holds::Picture(_))
            && (own == around
                || own == cut.blocks[index].container
                || cut.containers[own as usize].parent == around)
    })
}

/// The score from which on keeping a block raises the F1 that is to be expected: half of the best F1 that any
/// threshold promises (Lipton, Elkan and Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1").
/// A page that is clear to the model has a high one; one that is not keeps more.
fn threshold(features: &Features, scores: &[Option<f32>]) -> f32 {
    let mut known: Vec<(f32, f32)> = scores
        .iter()
        .zip(&features.blocks)
        .filter_map(|(score, of)| score.map(|score| (score, of.length)))
        .collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    let whole: f32 = known.iter().map(|(score, length)| score * length).sum();
    let (mut kept, mut right, mut best) = (0.0, 0.0, 0.0_f32);
    for (score, length) in known {
        kept += length;
        right += score * length;
        best = best.max(2.0 * right / (kept + whole).max(1.0));
    }
    (best / 2.0 * EAGER).clamp(LEAST, MOST)
}

/// The threshold for blocks outside the container that the rules chose: where what is inside is sure to be the
/// article, what is outside must be nearly as sure, lest every teaser below a short article comes along.
fn outside(
    features: &Features,
    rules: &Decision,
    chosen: &std::ops::Range<usize>,
    scores: &[Option<f32>],
    threshold: f32,
) -> f32 {
    const GAP: f32 = 0.4;
    /// Less text than this is no article to go by.
    const LEAST: f32 = 200.0;
    let (mut sum, mut length) = (0.0, 0.0);
    for (index, score) in scores.iter().enumerate() {
        let inside = chosen.contains(&index) || rules.reasons[index].keeps();
        if let Some(score) = score.filter(|&score| inside && score > threshold) {
            sum += score * features.blocks[index].length;
            length += features.blocks[index].length;
        }
    }
    if length < LEAST { threshold } else { threshold.max(sum / length - GAP) }
}

impl Page<'_> {
    /// Short lines without the end of a sentence after the last paragraph, of which neither rules nor model are sure:
    /// names, places, signatures.
    fn last_lines(&self, scores: &[Option<f32>], reasons: &mut [Reason]) {
        const SHORT: f32 = 60.0;
        const SURE: f32 = 0.75;
        const MOST: usize = 2;
        let mut dropped = 0;
        for last in (0..reasons.len()).rev() {
            let block = &self.cut.blocks[last];
            if block.holds != Holds::Text || !reasons[last].keeps() {
                continue;
            }
            let of = &self.features.blocks[last];
            let in_data = self.features.data_tables[block.container as usize].is_some();
            let plain = of.heading == 0 && !of.in_list && !in_data && !of.preformatted && !of.in_quotation;
            let unsure = reasons[last] == Reason::Learned && scores[last].is_some_and(|score| score < SURE);
            if dropped == MOST || !(plain && unsure && of.length < SHORT && block.counts.ends == 0) {
                return;
            }
            dropped += 1;
            reasons[last] = Reason::Unlikely;
        }
    }

    /// Of a quotation that stays, whom it quotes stays too.
    fn quotations(&self, rules: &Decision, reasons: &mut [Reason]) {
        for index in 1..reasons.len() {
            let quoted = |at: usize| {
                let around = self.cut.around(self.cut.blocks[at].container);
                let mut quotations = around.filter(|(_, container)| container.name == Name::BLOCKQUOTE);
                quotations.next().map(|(id, _)| id)
            };
            if reasons[index] == Reason::Unlikely
                && self.features.blocks[index].in_quotation
                && reasons[index - 1].keeps()
                && quoted(index - 1) == quoted(index)
            {
                reasons[index] = rules.reasons[index];
            }
        }
    }

    /// Headings that nothing follows before the next of their rank are dropped, unless they are texts that are set as
    /// headings: long, and the article's to the model.
    fn lone_headings(&self, scores: &[Option<f32>], reasons: &mut [Reason]) {
        const LONG: f32 = 30.0;
        const SURE: f32 = 0.7;
        let mut below = [false; 7];
        for index in (0..reasons.len()).rev() {
            let of = &self.features.blocks[index];
            let level = usize::from(of.heading.min(6));
            let is_text = of.length >= LONG && scores[index].is_some_and(|score| score >= SURE);
            if level == 0 || is_text {
                if reasons[index].keeps() && self.cut.blocks[index].holds == Holds::Text {
                    below = [true; 7];
                }
                continue;
            }
            if reasons[index].keeps() && !below[level] {
                reasons[index] = Reason::Short;
            }
            let kept = reasons[index].keeps();
            for under in below.iter_mut().skip(level) {
                *under = false;
            }
            // A heading under another one is what follows that.
            for above in below.iter_mut().take(level) {
                *above |= kept;
            }
        }
    }

    /// A short line whose container holds nothing else that is kept goes with what it labels: the title of a list of
    /// contents.
    fn lone_labels(&self, reasons: &mut [Reason]) {
        const LONGEST: f32 = 40.0;
        const FEWEST: usize = 3;
        let is_text = |index: usize| self.cut.blocks[index].holds == Holds::Text;
        // Texts and kept texts before each block.
        let mut before = vec![(0, 0)];
        for (index, reason) in reasons.iter().enumerate() {
            let (texts, kept) = before[index];
            let text = is_text(index);
            before.push((texts + usize::from(text), kept + usize::from(text && reason.keeps())));
        }
        for (index, reason) in reasons.iter_mut().enumerate() {
            let (block, of) = (&self.cut.blocks[index], &self.features.blocks[index]);
            let label = is_text(index) && of.heading == 0 && of.length < LONGEST && block.counts.ends == 0;
            if !label || !reason.keeps() || of.in_list || of.in_quotation || of.preformatted {
                continue;
            }
            let around = &self.cut.containers[self.cut.container(block).parent as usize];
            let (start, end) = (before[around.first as usize], before[around.end as usize]);
            if end.1 - start.1 == 1 && end.0 - start.0 >= FEWEST {
                *reason = Reason::Unlikely;
            }
        }
    }

    /// Pictures and embeds stay between kept texts.
    fn pictures(&self, reasons: &mut [Reason]) {
        let text = |index: &usize| self.cut.blocks[*index].holds == Holds::Text;
        let all = || (0..reasons.len()).filter(text);
        let Some(last) = all().rev().find(|&index| reasons[index].keeps()) else {
            for (reason, block) in reasons.iter_mut().zip(&self.cut.blocks) {
                if block.holds != Holds::Text && reason.keeps() {
                    *reason = Reason::Short;
                }
            }
            return;
        };
        let first = all().find(|&index| reasons[index].keeps()).unwrap_or(last);
        let mut next_kept = vec![false; reasons.len()];
        let mut kept = false;
        for index in (0..reasons.len()).rev() {
            next_kept[index] = kept;
            if text(&index) {
                kept = reasons[index].keeps();
            }
        }
        let mut kept = false;
        for index in 0..reasons.len() {
            if text(&index) {
                kept = reasons[index].keeps();
                continue;
            }
            let between = (first..last).contains(&index);
            match reasons[index] {
                Reason::Outside if between && kept && next_kept[index] => reasons[index] = Reason::Media,
                Reason::Short if between => reasons[index] = Reason::Media,
                Reason::Media if index > last => reasons[index] = Reason::Short,
                _ => {}
            }
        }
    }
}
