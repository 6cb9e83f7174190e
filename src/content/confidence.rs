//! How sure the body is: a calibrated probability that its bag F1 is 0.9 or more.

use super::blocks::{Cut, Holds};
use super::decide::Decision;
use super::features::Features;

/// The probability that the body is right, 0.01 to 0.99.
///
/// A logistic curve of the F1 that the blocks' scores promise for what was kept, fitted out of fold on 1,737 pages of
/// five sets by `training/fit/confidence.py`, where length and verdict added nothing; `training/README.md` has its
/// reliability there and on five other sets.
pub(super) fn confidence(cut: &Cut, features: &Features, decision: &Decision, likely: &[Option<f32>]) -> f32 {
    const BASE: f32 = -2.68;
    const PROMISED: f32 = 1.47;
    let promised = promised(cut, features, decision, likely).clamp(0.02, 0.995);
    let odds = BASE + PROMISED * (promised / (1.0 - promised)).ln();
    // Two digits: the probability is not known better than that.
    ((1.0 / (1.0 + (-odds).exp())).clamp(0.01, 0.99) * 100.0).round() / 100.0
}

/// The F1 of the kept blocks, were each the article's with the probability that the model gives it.
fn promised(cut: &Cut, features: &Features, decision: &Decision, likely: &[Option<f32>]) -> f32 {
    let (mut kept, mut right, mut whole) = (0.0, 0.0, 0.0);
    for (index, block) in cut.blocks.iter().enumerate() {
        let Some(score) = likely.get(index).copied().flatten().filter(|_| block.holds == Holds::Text) else {
            continue;
        };
        let length = features.blocks[index].length;
        whole += length * score;
        if decision.reasons[index].keeps() {
            kept += length;
            right += length * score;
        }
    }
    2.0 * right / (kept + whole).max(1.0)
}
