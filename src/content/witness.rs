//! JSON-LD's `articleBody` as a witness: it lacks structure and often paragraphs, but where it agrees with a part
//! of the page it tells which part the publisher calls the body.

use super::blocks::{Cut, Holds};
use super::letters;
use crate::html::Tree;

/// How much of each block the witness knows.
#[derive(Debug)]
pub(crate) struct Witness {
    /// For each block the share of it that the witness has, 0 to 1; `None` where the block is too short to tell.
    pub(crate) shares: Vec<Option<f32>>,
    /// Whether most of what the witness says is on the page.
    pub(crate) agrees: bool,
}

impl Witness {
    /// Whether the witness has a block.
    pub(crate) fn knows(&self, block: usize) -> bool {
        self.shares.get(block).copied().flatten().is_some_and(|share| share > 0.6)
    }
}

/// Characters of a stretch that is looked up. Shorter ones agree by chance.
const STRETCH: usize = 24;

/// A witness says at least this many letters and digits.
const LEAST: usize = 200;

/// Hears the witness.
pub(crate) fn hear(tree: &Tree, cut: &Cut, body: &str) -> Option<Witness> {
    let said = letters(body);
    if said.len() < LEAST {
        return None;
    }
    let mut known: Vec<u64> = said.windows(STRETCH).map(hash_of).collect();
    known.sort_unstable();
    known.dedup();
    let mut found = 0;
    let shares = cut
        .blocks
        .iter()
        .map(|block| {
            if block.holds != Holds::Text || cut.container(block).rule.is_some() {
                return None;
            }
            let text = letters(&cut.text(tree, block));
            if text.len() < STRETCH {
                return None;
            }
            let stretches = text.chunks_exact(STRETCH);
            let all = stretches.len();
            let hits = stretches.filter(|stretch| known.binary_search(&hash_of(stretch)).is_ok()).count();
            found += hits * STRETCH;
            Some(hits as f32 / all as f32)
        })
        .collect();
    Some(Witness { shares, agrees: found * 10 >= said.len() * 6 })
}

/// Letters and digits alone, lower case: what survives tags, entities and typography.
fn letters(text: &str) -> Vec<char> {
    let mut inside_tag = false;
    text.chars()
        .filter(|&c| {
            match c {
                '<' => inside_tag = true,
                '>' => inside_tag = false,
                _ => {}
            }
            !inside_tag && c.is_alphanumeric()
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn hash_of(stretch: &[char]) -> u64 {
    letters::hash(stretch.iter().copied())
}
