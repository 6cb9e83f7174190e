//! Words numbered in the order they come.

use std::hash::{BuildHasher, RandomState};

/// Words with their numbers: their text in one string, found by an open hash table.
#[derive(Debug, Default)]
pub(super) struct WordNumbers {
    text: String,
    /// Where each word ends in the text, and its hash.
    words: Vec<(u32, u64)>,
    /// One more than the number of a word, or 0; a power of two of them, or none.
    slots: Vec<u32>,
    /// Words come from pages: nobody outside shall know which of them meet in one slot.
    hasher: RandomState,
}

impl WordNumbers {
    /// The number of a word that came before.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.look(word, self.hasher.hash_one(word))
    }

    /// The number of a word: below the count of different words so far.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let hash = self.hasher.hash_one(word);
        self.look(word, hash).unwrap_or_else(|| self.add(word, hash))
    }

    fn add(&mut self, word: &str, hash: u64) -> u32 {
        if (self.words.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        self.text.push_str(word);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let number = self.words.len() as u32;
        self.words.push((end, hash));
        self.place(hash, number);
        number
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for number in 0..self.words.len() {
            self.place(self.words[number].1, number as u32);
        }
    }

    fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let end = |at: usize| self.words.get(at).map_or(0, |word| word.0 as usize);
        self.text.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or("")
    }

    /// The number of a word.
    fn look(&self, word: &str, hash: u64) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots.get(slot)?.checked_sub(1)?;
            let known = self.words.get(number as usize)?;
            if known.1 == hash && self.text(number) == word {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn place(&mut self, hash: u64, number: u32) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while self.slots.get(slot).is_some_and(|&taken| taken != 0) {
            slot = (slot + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers() {
        let mut numbers = WordNumbers::default();
        assert_eq!(numbers.find(""), None);
        for round in 0..2 {
            for word in 0..1000 {
                assert_eq!(numbers.number(&format!("wörd {word}")), word, "{round}");
            }
        }
        assert_eq!(numbers.find("wörd 7"), Some(7));
        assert_eq!(numbers.find("wörd"), None);
        assert_eq!(numbers.number(""), 1000);
        assert_eq!(numbers.find(""), Some(1000));
    }
}
