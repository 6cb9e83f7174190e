//! The second look: a block with the first answers for the blocks near by and for the containers around.

use std::sync::LazyLock;

use super::Sight;
use super::ground::Ground;
use super::vector;

/// The names of the features that come after those of the first look which it keeps.
#[rustfmt::skip]
pub(crate) const NAMES: &[&str] = &[
    "own", "-1", "+1", "-2", "+2", "-3", "+3", "-4", "+4", "-5", "+5", "mean near", "mean before", "mean after",
    "most before", "most after", "mean of shape",
    "a1 mean", "a1 share", "a2 mean", "a2 share", "a3 mean", "a3 share", "a4 mean", "a4 share", "a5 mean", "a5 share",
    "a6 mean", "a6 share",
    "score before", "score after", "page score", "gap before", "gap after", "list mean", "length of likely",
    "kept mean", "above kept mean", "kept share", "other mean", "chosen mean", "rank",
    "length", "link density", "sentence ends", "heading", "tag", "rule reason", "mark", "words sum", "witness",
    "from headline", "in chosen", "page entity", "first letter", "last letter", "repeats", "inside item", "inside figure",
    "inside aside", "inside table", "hint meta", "hint caption", "+1 length", "+1 link density", "+1 heading", "+1 same parent",
    "-1 heading", "-1 same parent", "series", "quality", "page link density", "page long", "parent link density",
    "first headings before", "facts before", "shape kept", "grandparent kept", "good from headline", "down to chosen", "up to chosen",
    "url words", "page words", "url words least", "page words least",
];

/// Features of the first look that the second sees too, from this place on in [`NAMES`].
const KEPT_FROM: usize = 42;

/// Where those stand in the first vector.
static SHOWN: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let place = |name: &&str| vector::NAMES.iter().position(|other| other == name).unwrap_or(0);
    NAMES[KEPT_FROM..].iter().map(place).collect()
});

/// What the second look needs of the whole page.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// For each container the sum of length by score, and of length.
    sums: Vec<(f32, f32)>,
    /// Before each asked block: length by score.
    before: Vec<f32>,
    /// The mean score of what the rules keep and its share of the page's, and the mean of the rest.
    kept: (f32, f32, f32),
    chosen: f32,
    /// For each asked block the share of the page's text that has a higher score.
    ranks: Vec<f32>,
    /// For each asked block the mean score of the blocks that look like it.
    alike: Vec<f32>,
    /// Blocks since the last likely one, and to the next.
    gaps: Vec<(f32, f32)>,
}

impl Context {
    pub(super) fn of(sight: &Sight<'_>, ground: &Ground<'_>, asked: &[usize], first: &[f32]) -> Self {
        let mut context = Self { sums: vec![(0.0, 0.0); sight.cut.containers.len()], ..Self::default() };
        let mut sum = 0.0;
        for (&index, &score) in asked.iter().zip(first) {
            let length = weight(sight, index);
            context.before.push(sum);
            sum += length * score;
            let holder = &mut context.sums[sight.cut.blocks[index].container as usize];
            holder.0 += length * score;
            holder.1 += length;
        }
        context.before.push(sum);
        for index in (1..context.sums.len()).rev() {
            let below = context.sums[index];
            let above = &mut context.sums[sight.cut.containers[index].parent as usize];
            above.0 += below.0;
            above.1 += below.1;
        }
        let mut alike = vec![(0.0_f32, 0.0_f32); ground.shapes.len()];
        for ((&shape, &index), &score) in ground.shape_of.iter().zip(asked).zip(first) {
            let length = weight(sight, index);
            let of = &mut alike[shape as usize];
            *of = (of.0 + length * score, of.1 + length);
        }
        let mean = |&shape: &u32| alike[shape as usize].0 / alike[shape as usize].1.max(1.0);
        context.alike = ground.shape_of.iter().map(mean).collect();
        context.gaps = gaps(first);
        let (mut kept, mut other) = ((0.0, 0.0), (0.0, 0.0));
        for (&index, &score) in asked.iter().zip(first) {
            let length = weight(sight, index);
            let of = if sight.rules.reasons[index].keeps() { &mut kept } else { &mut other };
            *of = (of.0 + length * score, of.1 + length);
        }
        context.kept = (kept.0 / kept.1.max(1.0), kept.0 / sum.max(1.0), other.0 / other.1.max(1.0));
        let chosen = context.sums.get(sight.rules.container as usize).copied().unwrap_or_default();
        context.chosen = chosen.0 / chosen.1.max(1.0);
        context.ranks = ranks(sight, asked, first);
        context
    }

    /// Writes the vector of one asked block to `row`.
    pub(super) fn vector(
        &self,
        sight: &Sight<'_>,
        asked: &[usize],
        first: &[f32],
        at: usize,
        base: &[f32],
        row: &mut [f32],
    ) {
        let mut values = row.iter_mut();
        let mut put = |value: f32| {
            if let Some(slot) = values.next() {
                *slot = value;
            }
        };
        let score =
            |step: isize| at.checked_add_signed(step).and_then(|at| first.get(at)).copied().unwrap_or(-1.0);
        put(first[at]);
        for step in 1..=5 {
            put(score(-step));
            put(score(step));
        }
        let mean = |range: std::ops::Range<usize>| {
            let (mut sum, mut length) = (0.0, 0.0);
            for other in range {
                let own = weight(sight, asked[other]);
                sum += own * first[other];
                length += own;
            }
            if length > 0.0 { sum / length } else { -1.0 }
        };
        let most = |range: std::ops::Range<usize>| first[range].iter().copied().fold(0.0, f32::max);
        let start = at.saturating_sub(8);
        let end = (at + 9).min(asked.len());
        put(mean(start..end));
        put(mean(start..at));
        put(mean(at + 1..end));
        put(most(start..at));
        put(most(at + 1..end));
        put(self.alike[at]);
        let whole = self.before.last().copied().unwrap_or(0.0);
        let container = sight.cut.blocks[asked[at]].container;
        let mut holders = sight.cut.around(container).skip(1);
        for _ in 0..6 {
            match holders.next() {
                Some((id, _)) => {
                    let (sum, length) = self.sums[id as usize];
                    put(sum / length.max(1.0));
                    put(sum / whole.max(1.0));
                }
                None => {
                    put(-1.0);
                    put(-1.0);
                }
            }
        }
        put(self.before[at] / whole.max(1.0));
        put((whole - self.before[at]) / whole.max(1.0));
        put(whole);
        put(self.gaps[at].0);
        put(self.gaps[at].1);
        let list = sight.cut.around(container).find(|(_, around)| {
            matches!(around.name, crate::html::Name::UL | crate::html::Name::OL | crate::html::Name::TABLE)
        });
        put(list.map_or(-1.0, |(id, _)| self.sums[id as usize].0 / self.sums[id as usize].1.max(1.0)));
        put(weight(sight, asked[at]) * first[at]);
        put(self.kept.0);
        put(first[at] - self.kept.0);
        put(self.kept.1);
        put(self.kept.2);
        put(self.chosen);
        put(self.ranks[at]);
        for &place in SHOWN.iter() {
            put(base.get(place).copied().unwrap_or(0.0));
        }
    }
}

fn weight(sight: &Sight<'_>, index: usize) -> f32 {
    sight.features.blocks[index].length.clamp(1.0, 600.0)
}

fn gaps(first: &[f32]) -> Vec<(f32, f32)> {
    const FAR: f32 = 60.0;
    let mut gaps = vec![(FAR, FAR); first.len()];
    let mut far = FAR;
    for (gap, &score) in gaps.iter_mut().zip(first) {
        gap.0 = far;
        far = if score > 0.5 { 0.0 } else { FAR.min(far + 1.0) };
    }
    far = FAR;
    for (gap, &score) in gaps.iter_mut().zip(first).rev() {
        gap.1 = far;
        far = if score > 0.5 { 0.0 } else { FAR.min(far + 1.0) };
    }
    gaps
}

fn ranks(sight: &Sight<'_>, asked: &[usize], first: &[f32]) -> Vec<f32> {
    let mut order: Vec<usize> = (0..first.len()).collect();
    order.sort_by(|&a, &b| first[b].total_cmp(&first[a]));
    let whole: f32 = asked.iter().map(|&index| weight(sight, index)).sum();
    let mut ranks = vec![0.0; first.len()];
    let mut above = 0.0;
    for at in order {
        ranks[at] = above / whole.max(1.0);
        above += weight(sight, asked[at]);
    }
    ranks
}
