//! What is learned: for each block of text how likely it is the article's.
//!
//! A forest looks at the block, at what is around it on the page, and at what the rules decided. The file that holds
//! it is made by `training/`.

mod forest;
mod ground;
mod lexicon;
#[cfg(feature = "training")]
mod shorten;
mod vector;

use std::sync::LazyLock;

use super::Clues;
use super::blocks::Cut;
use super::decide::Decision;
use super::features::Features;
use super::witness::Witness;
use crate::article::Evidence;
use crate::html::Tree;
use forest::{Bytes, Columns, Forest, LANES};

#[cfg(feature = "training")]
pub(crate) use shorten::shorten;

/// The learned part of the room.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// How many texts of an article are left, where pages are shortened.
    #[cfg(feature = "training")]
    pub(crate) shorten: Option<usize>,
    lexicon: Vec<i8>,
    /// The middle value of each feature over the training pages.
    typical: Vec<f32>,
    forest: Forest,
}

/// What the model says of a page's blocks, one entry a block.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    /// How likely each block is the article's, 0 to 1; `None` where nobody was asked.
    pub(crate) likely: Vec<Option<f32>>,
    /// For each block the features that count most, where asked for.
    pub(crate) strongest: Vec<Vec<Evidence>>,
    /// The vectors, for training.
    #[cfg(feature = "training")]
    pub(crate) shown: Vec<Shown>,
}

/// A block's vector, for training.
#[cfg(feature = "training")]
#[derive(Debug, Default, Clone)]
pub(crate) struct Shown {
    pub(crate) block: usize,
    pub(crate) vector: Vec<f32>,
    pub(crate) slots: Vec<u16>,
}

/// What the model looks at.
#[derive(Clone, Copy)]
pub(crate) struct Sight<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) cut: &'a Cut,
    pub(crate) features: &'a Features,
    pub(crate) clues: &'a Clues<'a>,
    pub(crate) witness: Option<&'a Witness>,
    /// What the rules decided.
    pub(crate) rules: &'a Decision,
}

/// The first bytes of a model's file: its kind and version.
const MAGIC: &[u8] = b"tearsheet roles 2\n";

/// Times [`LANES`] blocks that the forest is pruned for at once: most pages have fewer.
const BATCH: usize = 16;

/// Features that an explanation names.
const NAMED: usize = 5;

impl Model {
    /// The model that the library comes with.
    pub(crate) fn built_in() -> &'static Self {
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::read(include_bytes!("roles.bin")).unwrap_or_default());
        &MODEL
    }

    /// The names of the features.
    #[cfg(feature = "training")]
    pub(crate) fn feature_names() -> &'static [&'static str] {
        vector::NAMES
    }

    /// Reads a model; `None` where the bytes are none for these features.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let width = vector::NAMES.len();
        if bytes.u16()? as usize != width {
            return None;
        }
        let lexicon = bytes.take(lexicon::SLOTS)?.iter().map(|&byte| i8::from_le_bytes([byte])).collect();
        let typical = (0..width).map(|_| bytes.f32()).collect::<Option<Vec<f32>>>()?;
        let forest = Forest::read(&mut bytes, width)?;
        bytes.0.is_empty().then_some(Self {
            lexicon,
            typical,
            forest,
            #[cfg(feature = "training")]
            shorten: None,
        })
    }

    /// Scores the blocks of a page; `explain` asks for what counted most.
    pub(crate) fn score(&self, sight: &Sight<'_>, explain: bool) -> Scores {
        let mut scores = Scores::default();
        scores.likely.resize(sight.cut.blocks.len(), None);
        if self.forest.is_empty() && !cfg!(feature = "training") {
            return scores;
        }
        let asked = ground::asked(sight);
        let ground = ground::Ground::of(sight, &self.lexicon, &asked);
        let mut vectors = vector::Vectors::of(sight, &ground, &asked);
        let mut row = Vec::with_capacity(vector::NAMES.len());
        if explain {
            scores.strongest.resize(sight.cut.blocks.len(), Vec::new());
        }
        for batch in asked.chunks(BATCH * LANES) {
            let mut all: Vec<Columns> =
                vec![vec![[0.0; LANES]; vector::NAMES.len()]; batch.len().div_ceil(LANES)];
            for (number, &block) in batch.iter().enumerate() {
                vectors.next(&mut row);
                let (columns, lane) = (&mut all[number / LANES], number % LANES);
                for (column, &value) in columns.iter_mut().zip(&row) {
                    // The first block stands in for those that the last columns lack.
                    match lane {
                        0 => *column = [value; LANES],
                        lane => column[lane] = value,
                    }
                }
                if explain && !self.forest.is_empty() {
                    scores.strongest[block] = self.strongest(&row);
                }
                #[cfg(feature = "training")]
                scores.shown.push(Shown {
                    block,
                    vector: row.clone(),
                    slots: ground::slots(sight, block, block == asked[0]),
                });
            }
            if !self.forest.is_empty() {
                let odds = self.forest.score(&all);
                for (&block, &odds) in batch.iter().zip(odds.as_flattened()) {
                    scores.likely[block] = Some(likely(odds));
                }
            }
        }
        scores
    }

    /// The features that speak most for or against a block: by how much its log odds fall where a feature has its
    /// middle value instead, and all others stay.
    fn strongest(&self, row: &[f32]) -> Vec<Evidence> {
        let own: Columns = row.iter().map(|&value| [value; LANES]).collect();
        let score = |columns: &Columns| self.forest.score(std::slice::from_ref(columns))[0];
        let odds = score(&own)[0];
        let mut columns = own.clone();
        let mut all = Vec::new();
        let places: Vec<usize> = (0..row.len()).filter(|&place| row[place] != self.typical[place]).collect();
        for some in places.chunks(LANES) {
            for (lane, &place) in some.iter().enumerate() {
                columns[place][lane] = self.typical[place];
            }
            let without = score(&columns);
            for (&place, without) in some.iter().zip(without) {
                columns[place] = own[place];
                let effect = odds - without;
                all.push(Evidence::new(vector::NAMES[place], row[place], effect));
            }
        }
        all.retain(|evidence| evidence.effect != 0.0);
        all.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()));
        all.truncate(NAMED);
        all
    }
}

/// The probability that log odds stand for: the logistic curve, by arithmetic that is the same on every machine.
fn likely(odds: f32) -> f32 {
    1.0 / (1.0 + exp(-odds))
}

/// The exponential, to about six digits, for arguments within ±30.
fn exp(x: f32) -> f32 {
    let y = (x * std::f32::consts::LOG2_E).clamp(-43.0, 43.0);
    let whole = y.floor();
    let part = (y - whole) * std::f32::consts::LN_2;
    // Taylor's series up to the sixth power, for arguments below 0.7.
    let series = (1..=6).rev().fold(1.0_f32, |sum, n| 1.0 + sum * part / n as f32);
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT_IN: &[u8] = include_bytes!("roles.bin");

    #[test]
    fn the_built_in_model_is_one() {
        let model = Model::read(BUILT_IN).unwrap();
        assert!(!model.forest.is_empty());
    }

    #[test]
    fn other_bytes_are_no_model_or_one_that_ends() {
        let columns = vec![[0.5; LANES]; vector::NAMES.len()];
        let mut state = 7_u32;
        let mut next = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        let head = MAGIC.len() + 2 + lexicon::SLOTS + 4 * vector::NAMES.len();
        for _ in 0..300 {
            let mut bytes = BUILT_IN.to_vec();
            for _ in 0..1 + next(6) {
                let at = if next(2) == 0 { next(bytes.len()) } else { head + next(bytes.len() - head) };
                bytes[at] = next(256) as u8;
            }
            bytes.truncate(bytes.len() - [0, 1, 8, 500][next(4)]);
            if let Some(model) = Model::read(&bytes) {
                assert!(
                    model
                        .forest
                        .score(std::slice::from_ref(&columns))
                        .as_flattened()
                        .iter()
                        .all(|odds| odds.is_finite())
                );
            }
        }
        assert!(Model::read(b"").is_none() && Model::read(MAGIC).is_none());
    }

    #[test]
    fn odds_become_probabilities() {
        for (odds, probability) in
            [(0.0, 0.5), (2.0, 0.880_797), (-5.0, 0.006_693), (90.0, 1.0), (-90.0, 0.0)]
        {
            assert!((likely(odds) - probability).abs() < 1e-5, "{odds}");
        }
    }
}
