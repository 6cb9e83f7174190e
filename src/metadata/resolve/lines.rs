//! The lines around the headline: kicker above, standfirst below, and what else is short and near.

use super::Resolver;
use crate::article::{Candidate, Origin, Source};
use crate::html::NodeId;
use crate::metadata::folding::{Agreement, agreement, folded};
use crate::metadata::found::{Field, Found, Place, shortened};
use crate::metadata::line::{Line, READ_BYTES, lines_after, lines_before};
use crate::metadata::text::{head, short_text};

/// The lines before (nearest first) and after the headline.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The headline's own line.
    pub(super) own: Option<Line>,
    pub(super) before: Vec<Line>,
    pub(super) after: Vec<Line>,
    /// Whether it is far from the headline.
    pub(super) far: bool,
}

/// Bytes of text between the headline and what is next to it, at most.
const NEAR: u32 = 1200;

/// Lines below the headline that are read.
const MOST_LINES: usize = 16;

/// Bytes of text between headline and standfirst, at most.
const STANDFIRST_NEAR: u32 = 600;

impl Resolver<'_> {
    pub(super) fn lines_around(&self) -> Around {
        let Some(headline) = self.headline.map(|place| place.node) else { return Around::default() };
        let (tree, marks) = (self.context.tree, self.context.marks);
        let text = short_text(tree, headline, 400);
        let own = text.map(|text| Line { text, node: headline, link: None, linked: false });
        let mut before = lines_before(tree, marks, headline, 8);
        let mut after: Vec<Line> = lines_after(tree, marks, headline, READ_BYTES).take(MOST_LINES).collect();
        before.retain(|line| !self.is_line_beside(line));
        after.retain(|line| !self.is_line_beside(line));
        Around { own, before, after, far: false }
    }

    /// Whether a line stands in a region beside the article.
    pub(super) fn is_line_beside(&self, line: &Line) -> bool {
        if !self.findings.has_asides() {
            return false;
        }
        let tree = self.context.tree;
        let aside = tree.ancestors(line.node).filter(|&above| self.findings.is_aside(above)).last();
        let place = Place { node: line.node, at: 0, aside, article: None };
        self.findings.is_beside(tree, &place, self.headline)
    }

    /// The lines next to the first bylines.
    pub(super) fn lines_beside(&self, bylines: &[NodeId]) -> Around {
        let (tree, marks) = (self.context.tree, self.context.marks);
        let mut around = Around::default();
        let near = |byline: NodeId| {
            let found = self.of(Field::Author).filter_map(|found| found.place);
            let place = found.into_iter().find(|place| place.node == byline);
            let apart = place.zip(self.headline).map(|(place, headline)| place.at.abs_diff(headline.at));
            apart.is_none_or(|apart| apart <= NEAR)
        };
        around.far = !bylines.iter().take(2).any(|&byline| near(byline));
        for &byline in bylines.iter().take(2).filter(|&&byline| around.far || near(byline)) {
            around.before.extend(lines_before(tree, marks, byline, 2));
            around.after.extend(lines_after(tree, marks, byline, READ_BYTES).take(3));
        }
        around.before.retain(|line| !self.is_line_beside(line));
        around.after.retain(|line| !self.is_line_beside(line));
        around
    }

    /// The candidate of a line's field that is nearest to the headline on the given side.
    fn nearest(
        &mut self,
        name: &str,
        field: Field,
        most: u32,
        below: bool,
        headline: Option<&str>,
    ) -> Option<String> {
        let Place { at, node, .. } = self.headline?;
        let tree = self.context.tree;
        let headline = headline.map(folded).unwrap_or_default();
        let mut best: Option<(u32, &Found)> = None;
        let mut losers: Vec<Candidate> = Vec::new();
        for found in self.of(field) {
            let Some(place) = found.place else { continue };
            let distance = place.at.abs_diff(at);
            let repeats = agreement(&folded(&found.value), &headline) >= Agreement::Contained;
            let inside = tree.is_within(place.node, node) && place.node != node;
            let wrong_side = if inside { below } else { (place.at >= at) != below && distance > 0 };
            let repeats = repeats && !inside;
            if repeats || wrong_side || distance > most || self.is_beside(found) {
                continue;
            }
            match best {
                Some((nearest, _)) if nearest <= distance => {
                    losers.push(found.lose("stands farther from the headline"));
                }
                _ => {
                    if let Some((_, before)) = best.replace((distance, found)) {
                        losers.push(before.lose("stands farther from the headline"));
                    }
                }
            }
        }
        let (_, found) = best?;
        self.record(name, Some((found.origin.clone(), shortened(&found.value))), losers);
        Some(found.value.clone())
    }

    pub(super) fn resolve_kicker(&mut self, headline: Option<&str>) -> Option<String> {
        self.nearest("kicker", Field::Kicker, 200, false, headline)
    }

    /// The summary below the headline: by its class, or the line that the description repeats.
    pub(super) fn resolve_standfirst(&mut self, headline: Option<&str>, around: &Around) -> Option<String> {
        if let Some(text) = self.nearest("standfirst", Field::Standfirst, STANDFIRST_NEAR, true, headline)
            && (text.split_whitespace().count() >= 4 || !text.is_ascii())
        {
            return Some(text);
        }
        let descriptions: Vec<String> =
            self.of(Field::Description).map(|found| folded(&found.value)).collect();
        let text = around.after.iter().take(4).find_map(|line| {
            let start = folded(head(&line.text, 48));
            if !descriptions.iter().any(|description| description.starts_with(&start)) {
                return None;
            }
            let text = self.whole(line)?;
            let plain = folded(&text);
            (plain.len() >= 30 && descriptions.contains(&plain)).then_some(text)
        })?;
        let origin = Origin::new(Source::Page, "line below the headline");
        self.record("standfirst", Some((origin, shortened(&text))), Vec::new());
        Some(text)
    }

    /// The text of a line below the headline, however long.
    fn whole(&self, line: &Line) -> Option<String> {
        if line.text.len() <= READ_BYTES {
            return Some(line.text.clone());
        }
        let lines = lines_after(self.context.tree, self.context.marks, self.headline?.node, usize::MAX);
        lines.take(MOST_LINES).find(|whole| whole.node == line.node).map(|whole| whole.text)
    }
}
