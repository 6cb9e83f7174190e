//! A block as a vector of figures, with what is around it.

use super::Sight;
use super::ground::{self, Ground, Near, inside};
use crate::clean::Rule;
use crate::content::decide::Reason;
use crate::html::Name;

/// The names of the features, in order.
#[rustfmt::skip]
pub(crate) const NAMES: &[&str] = &[
    "length", "words", "link density", "sentence ends", "length per end", "commas", "upper", "symbols", "quality",
    "heading", "pieces", "tag", "last letter", "repeats", "word length", "in data table",
    "hint beside", "hint caption", "hint meta", "hint standfirst",
    "depth", "inside main", "inside aside", "inside footer", "inside section", "inside figure",
    "words own", "words own least", "words own most", "words inline", "words parent", "words sum", "words least",
    "words most",
    "parent share", "parent link density", "parent kept", "parent blocks", "parent headings",
    "grandparent share", "grandparent blocks", "grandparent mean length",
    "great share", "great link density", "great kept", "great mean length",
    "rule reason", "rule keeps", "mark", "in chosen", "up to chosen", "down to chosen", "chosen share",
    "chosen link density", "witness", "after first kept", "before last kept", "kept before", "kept share before",
    "from headline", "good from headline", "position", "position in chosen", "good before", "good after",
    "shape count", "shape share", "shape link density", "shape kept", "shape mean length", "shape good", "shape seen",
    "page length", "page link density", "page good", "page kept share", "page long", "page blocks", "page articles",
    "page items", "page linked headings", "page headings", "page entity", "url depth", "url last", "url digits",
    "url words", "url words least", "url words most", "page words", "page words least", "page words most",
    "page discussion", "first headings before", "facts before",
    "-1 quality", "-1 words", "+1 quality", "+1 words", "-2 quality", "-2 words", "+2 quality", "+2 words",
    "mean quality before", "mean quality after", "mean link density before", "kept near after", "next heading",
    "last heading",
];

/// The vectors of the asked blocks, one after the other.
pub(super) struct Vectors<'a> {
    sight: &'a Sight<'a>,
    ground: &'a Ground,
    asked: &'a [usize],
    headings: Vec<(f32, f32)>,
    /// How many blocks of each shape came before.
    seen: Vec<f32>,
    at: usize,
}

impl<'a> Vectors<'a> {
    pub(super) fn of(sight: &'a Sight<'a>, ground: &'a Ground, asked: &'a [usize]) -> Self {
        Self {
            sight,
            ground,
            asked,
            headings: heading_distances(sight, asked),
            seen: vec![0.0; ground.shapes.len()],
            at: 0,
        }
    }

    /// Writes the next block's vector to `out`.
    pub(super) fn next(&mut self, out: &mut Vec<f32>) {
        out.clear();
        let at = self.at;
        let row = Row { sight: self.sight, ground: self.ground, asked: self.asked, at };
        let seen = &mut self.seen[self.ground.shape_of[at] as usize];
        row.own(out);
        row.place(out);
        row.rules(out);
        row.shape(out, *seen);
        row.page(out);
        row.neighbours(out);
        row.windows(out, self.headings[at]);
        debug_assert_eq!(out.len(), NAMES.len(), "features and their names");
        *seen += 1.0;
        self.at += 1;
    }
}

struct Row<'a> {
    sight: &'a Sight<'a>,
    ground: &'a Ground,
    asked: &'a [usize],
    at: usize,
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

fn share(part: f32, whole: f32) -> f32 {
    part / whole.max(1.0)
}

impl Row<'_> {
    fn index(&self) -> usize {
        self.asked[self.at]
    }

    fn own(&self, out: &mut Vec<f32>) {
        let index = self.index();
        let block = &self.sight.cut.blocks[index];
        let of = &self.sight.features.blocks[index];
        let counts = &block.counts;
        let chars = counts.chars.max(1) as f32;
        out.extend([
            of.length,
            counts.words as f32,
            of.link_density,
            counts.ends as f32,
            of.length / (counts.ends as f32 + 1.0),
            counts.commas as f32,
            counts.upper as f32 / chars,
            counts.symbols as f32 / chars,
            of.quality,
            f32::from(of.heading),
            (block.end - block.first) as f32,
            tag(self.sight.cut.container(block).name),
            letter(last(self.sight, index)),
            self.ground.repeats[self.at],
            chars / counts.words.max(1) as f32,
            flag(self.sight.features.data_tables[block.container as usize].is_some()),
        ]);
    }

    fn place(&self, out: &mut Vec<f32>) {
        let cut = self.sight.cut;
        let block = &cut.blocks[self.index()];
        let features = &self.sight.features.containers[block.container as usize];
        out.extend(
            ground::HINTS.iter().map(|&hint| flag(features.inherited.has(hint) || features.own.has(hint))),
        );
        let place = &self.ground.places[block.container as usize];
        out.push(f32::from(cut.container(block).depth));
        for bit in [inside::MAIN, inside::ASIDE, inside::FOOTER, inside::SECTION, inside::FIGURE] {
            out.push(flag(place.inside & bit != 0));
        }
        let parent_id = cut.container(block).parent;
        let parent = &self.ground.places[parent_id as usize];
        out.extend([place.own.mean, place.own.least, place.own.most, self.ground.inline[self.at]]);
        out.extend([parent.own.mean, place.sum, place.least, place.most]);
        let page = &self.ground.page;
        let own_is_paragraph = place.blocks <= 1.0;
        let holder_id = if own_is_paragraph { parent_id } else { block.container };
        let grand_id = cut.containers[holder_id as usize].parent;
        let great_id = cut.containers[grand_id as usize].parent;
        let holder = &self.ground.places[holder_id as usize];
        let grand = &self.ground.places[grand_id as usize];
        let great = &self.ground.places[great_id as usize];
        out.extend([
            share(holder.length, page.length),
            share(holder.linked, holder.length),
            share(holder.kept, holder.length),
            holder.blocks,
            share(holder.headings, holder.blocks),
            share(grand.length, page.length),
            grand.blocks,
            share(grand.length, grand.blocks),
            share(great.length, page.length),
            share(great.linked, great.length),
            share(great.kept, great.length),
            share(great.length, great.blocks),
        ]);
    }

    fn rules(&self, out: &mut Vec<f32>) {
        let index = self.index();
        let Sight { cut, rules, .. } = *self.sight;
        let block = &cut.blocks[index];
        let place = &self.ground.places[block.container as usize];
        let chosen_container = &cut.containers[rules.container as usize];
        let chosen = &self.ground.places[rules.container as usize];
        let page = &self.ground.page;
        let range = chosen_container.first as usize..chosen_container.end as usize;
        let reason = rules.reasons[index];
        let witness = self.sight.witness.and_then(|witness| witness.shares[index]);
        out.extend([
            reason_rank(reason),
            flag(reason.keeps()),
            cut.container(block).rule.map_or(0.0, mark_rank),
            flag(range.contains(&index)),
            f32::from(cut.container(block).depth.saturating_sub(place.meets)),
            f32::from(chosen_container.depth.saturating_sub(place.meets)),
            share(chosen.length, page.length),
            share(chosen.linked, chosen.length),
            witness.unwrap_or(-1.0),
            difference(index, page.first_kept),
            difference(page.last_kept, index),
            self.ground.kept_before[self.at],
            share(self.ground.kept_before[self.at], page.kept),
            page.headline.map_or(999.0, |headline| difference(index, headline)),
            page.headline.map_or(-1.0, |headline| self.good_since(headline)),
            share(self.ground.before[self.at], page.length),
            position(index, &range),
            self.ground.good_before[self.at],
            page.good - self.ground.good_before[self.at],
        ]);
    }

    /// The good text between the headline and this block, negative before the headline.
    fn good_since(&self, headline: usize) -> f32 {
        let at = self.asked.partition_point(|&index| index < headline).min(self.asked.len() - 1);
        self.ground.good_before[self.at] - self.ground.good_before[at]
    }

    fn shape(&self, out: &mut Vec<f32>, seen: f32) {
        let shape = &self.ground.shapes[self.ground.shape_of[self.at] as usize];
        out.extend([
            shape.count,
            share(shape.length, self.ground.page.length),
            share(shape.linked, shape.length),
            share(shape.kept, shape.length),
            share(shape.length, shape.count),
            share(shape.good, shape.length),
            seen,
        ]);
    }

    fn page(&self, out: &mut Vec<f32>) {
        let page = &self.ground.page;
        out.extend([
            page.length,
            share(page.linked, page.length),
            page.good,
            share(page.kept, page.length),
            page.long,
            page.blocks,
            page.articles,
            share(page.items, page.blocks),
            page.linked_headings,
            page.headings,
            page.entity,
            page.url_depth,
            page.url_last,
            page.url_digits,
            page.url_words.mean,
            page.url_words.least,
            page.url_words.most,
            page.page_words.mean,
            page.page_words.least,
            page.page_words.most,
            page.discussion,
            self.ground.tops_before[self.at],
            self.ground.facts_before[self.at],
        ]);
    }

    fn neighbours(&self, out: &mut Vec<f32>) {
        for step in [-1_isize, 1, -2, 2] {
            let Some(at) = self.at.checked_add_signed(step).filter(|&at| at < self.asked.len()) else {
                out.extend([-1.0; 2]);
                continue;
            };
            let index = self.asked[at];
            let of = &self.sight.features.blocks[index];
            let place = &self.ground.places[self.sight.cut.blocks[index].container as usize];
            out.extend([if of.marked { -1.0 } else { of.quality }, place.sum]);
        }
    }

    fn windows(&self, out: &mut Vec<f32>, headings: (f32, f32)) {
        const REACH: usize = 6;
        let (before, rest) = self.ground.near.split_at(self.at);
        let before = &before[before.len().saturating_sub(REACH)..];
        let after = &rest[1..rest.len().min(1 + REACH)];
        out.extend([
            mean(before, |near| near.quality),
            mean(after, |near| near.quality),
            mean(before, |near| near.link_density),
            mean(after, |near| near.kept),
            headings.0,
            headings.1,
        ]);
    }
}

/// The mean of a figure over blocks, by their weight.
fn mean(blocks: &[Near], figure: impl Fn(&Near) -> f32) -> f32 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for block in blocks {
        sum += block.weight * figure(block);
        weight += block.weight;
    }
    share(sum, weight)
}

/// For each asked block how far the next heading and the last one are, in blocks.
fn heading_distances(sight: &Sight<'_>, asked: &[usize]) -> Vec<(f32, f32)> {
    const FAR: f32 = 60.0;
    let is_heading = |at: usize| sight.features.blocks[asked[at]].heading > 0;
    let mut distances = vec![(FAR, FAR); asked.len()];
    let mut far = FAR;
    for (at, distance) in distances.iter_mut().enumerate() {
        far = if is_heading(at) { 0.0 } else { FAR.min(far + 1.0) };
        distance.1 = far;
    }
    far = FAR;
    for (at, distance) in distances.iter_mut().enumerate().rev() {
        distance.0 = far;
        far = if is_heading(at) { 1.0 } else { FAR.min(far + 1.0) };
    }
    distances
}

fn difference(a: usize, b: usize) -> f32 {
    if b == usize::MAX {
        return 0.0;
    }
    (a as f32 - b as f32).clamp(-400.0, 400.0)
}

fn position(index: usize, range: &std::ops::Range<usize>) -> f32 {
    (index as f32 - range.start as f32) / range.len().max(1) as f32
}

/// The last character of a block that is no white space.
fn last(sight: &Sight<'_>, index: usize) -> char {
    let block = &sight.cut.blocks[index];
    let pieces = sight.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
    let texts = pieces.iter().rev().filter_map(|piece| sight.tree.text(piece.node));
    texts.flat_map(|text| text.chars().rev()).find(|c| !c.is_whitespace()).unwrap_or(' ')
}

/// A class of characters as a number.
fn letter(c: char) -> f32 {
    match c {
        '.' | '。' | '．' | '।' | '۔' | '｡' => 0.0,
        '!' | '?' | '！' | '？' | '؟' => 1.0,
        '…' => 2.0,
        '"' | '”' | '»' | '’' | '\'' | '」' | '』' => 3.0,
        '“' | '„' | '«' | '‘' | '「' | '『' => 4.0,
        ')' | ']' | '）' | '】' => 5.0,
        ',' | '，' | '、' | '،' => 6.0,
        ':' | '：' => 7.0,
        ';' | '；' => 8.0,
        '(' | '[' | '（' | '【' => 9.0,
        '-' | '–' | '—' | '―' => 10.0,
        '•' | '·' | '*' | '■' | '●' | '▪' | '►' | '→' | '›' | '>' | '|' | '/' => 11.0,
        '#' | '@' | '&' | '+' => 12.0,
        '$' | '€' | '£' | '¥' | '%' | '©' | '®' => 13.0,
        c if c.is_numeric() => 14.0,
        c if crate::content::statistics::is_dense(c) => 15.0,
        c if c.is_lowercase() => 16.0,
        c if c.is_uppercase() => 17.0,
        c if c.is_alphabetic() => 18.0,
        _ => 19.0,
    }
}

/// Names of elements in an order of likeness.
fn tag(name: Name) -> f32 {
    match name {
        Name::P => 0.0,
        Name::BLOCKQUOTE => 1.0,
        Name::PRE | Name::LISTING => 2.0,
        Name::LI => 3.0,
        Name::DD => 4.0,
        Name::DT => 5.0,
        Name::H2 | Name::H3 | Name::H4 => 6.0,
        Name::H1 => 7.0,
        Name::H5 | Name::H6 => 8.0,
        Name::TD => 9.0,
        Name::TH => 10.0,
        Name::DIV => 11.0,
        Name::SECTION | Name::ARTICLE | Name::MAIN => 12.0,
        Name::BODY => 13.0,
        Name::FIGCAPTION | Name::FIGURE | Name::CAPTION => 14.0,
        Name::ADDRESS => 15.0,
        Name::HEADER => 16.0,
        Name::FOOTER => 17.0,
        Name::ASIDE => 18.0,
        Name::NAV => 19.0,
        Name::FORM | Name::FIELDSET | Name::LEGEND => 20.0,
        Name::SUMMARY | Name::DETAILS => 21.0,
        _ => 22.0,
    }
}

fn reason_rank(reason: Reason) -> f32 {
    match reason {
        Reason::Witness => 0.0,
        Reason::Text => 1.0,
        Reason::Lead => 2.0,
        Reason::Between => 3.0,
        Reason::ListItem => 4.0,
        Reason::Heading => 5.0,
        Reason::Cell => 6.0,
        Reason::Media => 7.0,
        Reason::Short => 8.0,
        Reason::Caption => 9.0,
        Reason::Meta | Reason::NamedMeta => 10.0,
        Reason::Headline => 11.0,
        Reason::Repeated => 12.0,
        Reason::Links => 13.0,
        Reason::Beside | Reason::Announcement => 14.0,
        Reason::Outside => 15.0,
        Reason::Marked => 16.0,
        Reason::Learned | Reason::Unlikely | Reason::Legal => 17.0,
    }
}

fn mark_rank(rule: Rule) -> f32 {
    1.0 + f32::from(rule as u8)
}
