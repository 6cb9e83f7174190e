//! What is learned: for each block of text how likely it is the article's.
//!
//! Two forests: the first looks at the block and what is around it on the page, the second at the first one's
//! answers for the blocks near by. The file that holds them is made by `training/`.

mod around;
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
use crate::html::Tree;
use forest::{Bytes, Forest};

#[cfg(feature = "training")]
pub(crate) use shorten::shorten;

/// The learned part of the room.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// How many texts of an article are left, where pages are shortened.
    #[cfg(feature = "training")]
    pub(crate) shorten: Option<usize>,
    lexicon: Vec<i8>,
    first: Forest,
    second: Forest,
}

/// What the model says of a page's blocks, one entry a block.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    /// How likely each block is the article's, 0 to 1; `None` where nobody was asked.
    pub(crate) likely: Vec<Option<f32>>,
    /// The vectors, for training.
    #[cfg(feature = "training")]
    pub(crate) shown: Vec<Shown>,
}

/// A block's vectors, for training.
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
const MAGIC: &[u8] = b"tearsheet roles 1\n";

impl Model {
    /// The model that the library comes with.
    pub(crate) fn built_in() -> &'static Self {
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::read(include_bytes!("roles.bin")).unwrap_or_default());
        &MODEL
    }

    /// The names of the features of both looks.
    #[cfg(feature = "training")]
    pub(crate) fn feature_names() -> (&'static [&'static str], &'static [&'static str]) {
        (vector::NAMES, around::NAMES)
    }

    /// Reads a model; `None` where the bytes are none for these features.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        if bytes.u16()? as usize != vector::NAMES.len() || bytes.u16()? as usize != around::NAMES.len() {
            return None;
        }
        let lexicon = bytes.take(lexicon::SLOTS)?.iter().map(|&byte| i8::from_le_bytes([byte])).collect();
        let first = Forest::read(&mut bytes, vector::NAMES.len())?;
        let second = Forest::read(&mut bytes, around::NAMES.len())?;
        bytes.0.is_empty().then_some(Self {
            lexicon,
            first,
            second,
            #[cfg(feature = "training")]
            shorten: None,
        })
    }

    /// Scores the blocks of a page.
    pub(crate) fn score(&self, sight: &Sight<'_>) -> Scores {
        let mut scores = Scores::default();
        scores.likely.resize(sight.cut.blocks.len(), None);
        if self.first.is_empty() && !cfg!(feature = "training") {
            return scores;
        }
        let asked = ground::asked(sight);
        let ground = ground::Ground::of(sight, &self.lexicon, &asked);
        let vectors = vector::vectors(sight, &ground, &asked);
        let rows = || vectors.chunks_exact(vector::NAMES.len());
        let first: Vec<f32> = rows().map(|row| likely(self.first.score(row))).collect();
        let context = around::Context::of(sight, &ground, &asked, &first);
        let mut second = vec![0.0; around::NAMES.len()];
        for ((at, &block), row) in asked.iter().enumerate().zip(rows()) {
            context.vector(sight, &asked, &first, at, row, &mut second);
            if !self.second.is_empty() {
                scores.likely[block] = Some(likely(self.second.score(&second)));
            }
            #[cfg(feature = "training")]
            scores.shown.push(Shown {
                block,
                vector: [row, &second].concat(),
                slots: ground::slots(sight, block, at == 0),
            });
        }
        scores
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
        assert!(!model.first.is_empty() && !model.second.is_empty());
    }

    #[test]
    fn other_bytes_are_no_model_or_one_that_ends() {
        let vector = vec![0.5; vector::NAMES.len().max(around::NAMES.len())];
        let mut state = 7_u32;
        let mut next = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        let head = MAGIC.len() + 4 + lexicon::SLOTS;
        for _ in 0..300 {
            let mut bytes = BUILT_IN.to_vec();
            for _ in 0..1 + next(6) {
                let at = if next(2) == 0 { next(bytes.len()) } else { head + next(bytes.len() - head) };
                bytes[at] = next(256) as u8;
            }
            bytes.truncate(bytes.len() - [0, 1, 8, 500][next(4)]);
            if let Some(model) = Model::read(&bytes) {
                assert!(!model.first.score(&vector).is_nan());
                assert!(!model.second.score(&vector).is_nan());
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
