//! What single words say of a name, looked up in one table that is made at compile time.

use super::lexicon;

/// What a word may be: a bit for each list of the lexicon that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sense(u16);

impl Sense {
    pub(super) const CONJUNCTION: Self = Self(1);
    pub(super) const END: Self = Self(1 << 1);
    pub(super) const PARTICLE: Self = Self(1 << 2);
    pub(super) const OFFICE: Self = Self(1 << 3);
    pub(super) const OFFICE_START: Self = Self(1 << 4);
    pub(super) const SHORT_DATE: Self = Self(1 << 5);
    pub(super) const ORGANISATION: Self = Self(1 << 6);
    pub(super) const AGENCY: Self = Self(1 << 7);
    pub(super) const NEVER: Self = Self(1 << 8);
    pub(super) const GIVEN: Self = Self(1 << 9);

    /// What a word in lower case is; an agency's name may be several.
    pub(super) fn of(word: &str) -> Self {
        if word.len() > LONGEST {
            return Self(0);
        }
        let hash = hash(word.as_bytes());
        let mut slot = hash as usize & MASK;
        loop {
            let Slot { word: known, senses } = TABLE[slot];
            if known == word || known.is_empty() {
                return Self(senses);
            }
            slot = (slot + 1) & MASK;
        }
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const LISTS: &[(Sense, &[&str])] = &[
    (Sense::CONJUNCTION, lexicon::CONJUNCTIONS),
    (Sense::END, lexicon::ENDS),
    (Sense::PARTICLE, lexicon::PARTICLES),
    (Sense::OFFICE, lexicon::OFFICES),
    (Sense::OFFICE_START, lexicon::OFFICE_STARTS),
    (Sense::SHORT_DATE, lexicon::SHORT_DATES),
    (Sense::ORGANISATION, lexicon::ORGANISATIONS),
    (Sense::AGENCY, lexicon::AGENCIES),
    (Sense::NEVER, lexicon::NEVER),
    (Sense::GIVEN, lexicon::GIVEN),
];

/// A word with its senses; an empty word in a free slot.
#[derive(Clone, Copy)]
struct Slot {
    word: &'static str,
    senses: u16,
}

const MASK: usize = 4095;
static TABLE: [Slot; MASK + 1] = table();
/// Bytes of the longest word.
const LONGEST: usize = longest();

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), its high bits folded in.
const fn hash(word: &[u8]) -> u32 {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash ^ (hash >> 15)
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn table() -> [Slot; MASK + 1] {
    let mut table = [Slot { word: "", senses: 0 }; MASK + 1];
    let mut list = 0;
    while list < LISTS.len() {
        let (sense, words) = LISTS[list];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            let mut slot = hash(word) as usize & MASK;
            while !table[slot].word.is_empty() && !is_same(table[slot].word.as_bytes(), word) {
                slot = (slot + 1) & MASK;
            }
            table[slot] = Slot { word: words[at], senses: table[slot].senses | sense.0 };
            at += 1;
        }
        list += 1;
    }
    table
}

const fn longest() -> usize {
    let (mut longest, mut list) = (0, 0);
    while list < LISTS.len() {
        let mut at = 0;
        while at < LISTS[list].1.len() {
            if LISTS[list].1[at].len() > longest {
                longest = LISTS[list].1[at].len();
            }
            at += 1;
        }
        list += 1;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_lists_say() {
        let words: Vec<&str> = LISTS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in words.iter().copied().chain(["", "jane", "doe", "de la", "editorx", "edito"]) {
            for (sense, list) in LISTS {
                assert_eq!(Sense::of(word).has(*sense), list.contains(&word), "{word} {sense:?}");
            }
        }
    }

    #[test]
    fn words_are_in_the_form_in_which_they_are_looked_up() {
        let mut words = LISTS.iter().flat_map(|(_, words)| *words);
        assert!(words.all(|word| *word == word.to_lowercase() && !word.is_empty()));
    }
}
