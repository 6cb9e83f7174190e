//! What the words of `class` and `id` say about an element.
//!
//! Words are cut at everything that is no letter and where a small letter meets a capital: `entry-title`,
//! `postTitle` and `c-title__text` all hold `title`; `subtitled` doesn't.

use crate::html::{Name, NodeId, Tree};

mod lexicon;

use lexicon::LEXICON;

/// A set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u16);

impl Signs {
    pub(super) const AUTHOR: Self = Self(1);
    pub(super) const DATE: Self = Self(1 << 1);
    pub(super) const UPDATED: Self = Self(1 << 2);
    pub(super) const HEADLINE: Self = Self(1 << 3);
    pub(super) const KICKER: Self = Self(1 << 4);
    pub(super) const STANDFIRST: Self = Self(1 << 5);
    pub(super) const SOURCE: Self = Self(1 << 6);
    /// Names something beside the article.
    pub(super) const ASIDE: Self = Self(1 << 7);
    /// Names the article or a part of it.
    pub(super) const ENTRY: Self = Self(1 << 8);
    pub(super) const PUBLISHED: Self = Self(1 << 9);
    /// Names a biography or the like next to an author.
    pub(super) const ABOUT: Self = Self(1 << 10);
    /// Names the frame of the page: a masthead, a top bar.
    pub(super) const FRAME: Self = Self(1 << 11);
    pub(super) const SECTION: Self = Self(1 << 12);
    pub(super) const COMMENT: Self = Self(1 << 13);
    /// Names the lines with date and author of an article.
    pub(super) const META: Self = Self(1 << 14);
    pub(super) const FOOTER: Self = Self(1 << 15);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is any sign at all.
    pub(super) fn any(self) -> bool {
        self.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether an attribute's words are signs.
    pub(super) fn stand_in(name: Name) -> bool {
        matches!(name, Name::CLASS | Name::ID | Name::DATA_TESTID | Name::DATA_COMPONENT)
    }

    /// The signs of an element.
    pub(super) fn of(tree: &Tree, id: NodeId) -> Self {
        let values = tree.attrs(id).filter(|&(name, _)| Self::stand_in(name));
        values.fold(Self::default(), |signs, (_, value)| signs.with(Self::of_words(value)))
    }

    /// The signs of an attribute's words.
    pub(super) fn of_words(value: &str) -> Self {
        let mut signs = Self::default();
        let bytes = value.as_bytes();
        let bytes = bytes.get(..MOST_BYTES).unwrap_or(bytes);
        let (mut start, mut before) = (0, Kind::Other);
        for (at, &byte) in bytes.iter().enumerate() {
            let kind = KINDS[usize::from(byte)];
            if kind == Kind::Other {
                signs = signs.with(sign(bytes, start, at));
                start = at + 1;
            } else if kind == Kind::Capital && before == Kind::Small {
                signs = signs.with(sign(bytes, start, at));
                start = at;
            }
            before = kind;
        }
        signs.with(sign(bytes, start, bytes.len()))
    }
}

/// What a byte is to the words of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Other,
    Small,
    Capital,
}

static KINDS: [Kind; 256] = kinds();

const fn kinds() -> [Kind; 256] {
    let mut kinds = [Kind::Other; 256];
    let mut letter = 0;
    while letter < 26 {
        kinds[b'a' as usize + letter] = Kind::Small;
        kinds[b'A' as usize + letter] = Kind::Capital;
        letter += 1;
    }
    kinds
}

/// Bytes of one attribute that are read.
const MOST_BYTES: usize = 512;

/// Letters of the shortest word of the lexicon.
const SHORTEST: usize = 3;

/// Letters of the longest word that fits a key.
const LONGEST: usize = 16;

/// A word as a number: its letters, last one lowest.
const fn key(word: &[u8]) -> u128 {
    let (mut key, mut i) = (0, 0);
    while i < word.len() {
        key = (key << 8) | (word[i] | 0x20) as u128;
        i += 1;
    }
    key
}

/// The key of the word between two places: at once where 16 bytes follow its beginning.
fn key_between(bytes: &[u8], start: usize, end: usize) -> u128 {
    match bytes.get(start..).and_then(|rest| rest.first_chunk::<LONGEST>()) {
        Some(chunk) => {
            let small = u128::from_be_bytes([0x20; LONGEST]);
            (u128::from_be_bytes(*chunk) | small) >> (8 * (LONGEST - (end - start)))
        }
        None => key(bytes.get(start..end).unwrap_or(&[])),
    }
}

/// The sign of the word between two places.
fn sign(bytes: &[u8], start: usize, end: usize) -> Signs {
    if !(SHORTEST..=LONGEST).contains(&(end - start)) {
        return Signs(0);
    }
    let word = key_between(bytes, start, end);
    let mut slot = hash(word);
    // Nearly all words are none of ours: a small table says so without touching the large one.
    if SEEN[slot / 64] & (1 << (slot % 64)) == 0 {
        return Signs(0);
    }
    loop {
        match TABLE[slot] {
            (0, _) => return Signs(0),
            (key, sign) if key == word => return Signs(sign),
            _ => slot = (slot + 1) & MASK,
        }
    }
}

const MASK: usize = 4095;
static TABLE: [(u128, u16); MASK + 1] = table();
/// A bit for every slot that a word hashes to.
static SEEN: [u64; (MASK + 1) / 64] = seen();

const fn hash(word: u128) -> usize {
    let folded = (word ^ (word >> 64)) as u64;
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize & MASK
}

const fn table() -> [(u128, u16); MASK + 1] {
    let mut table = [(0, 0); MASK + 1];
    let mut list = 0;
    while list < LEXICON.len() {
        let (sign, words) = LEXICON[list];
        let mut i = 0;
        while i < words.len() {
            let key = key(words[i].as_bytes());
            let mut slot = hash(key);
            while table[slot].0 != 0 && table[slot].0 != key {
                slot = (slot + 1) & MASK;
            }
            table[slot] = (key, table[slot].1 | sign.0);
            i += 1;
        }
        list += 1;
    }
    table
}

const fn seen() -> [u64; (MASK + 1) / 64] {
    let mut seen = [0; (MASK + 1) / 64];
    let mut list = 0;
    while list < LEXICON.len() {
        let words = LEXICON[list].1;
        let mut i = 0;
        while i < words.len() {
            let slot = hash(key(words[i].as_bytes()));
            seen[slot / 64] |= 1 << (slot % 64);
            i += 1;
        }
        list += 1;
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_fits_and_is_found() {
        for (sign_of_list, words) in LEXICON {
            for word in *words {
                assert!((SHORTEST..=LONGEST).contains(&word.len()), "{word}");
                assert!(Signs::of_words(word).has(*sign_of_list), "{word}");
            }
        }
    }

    #[test]
    fn words_are_cut_at_case_and_punctuation() {
        let cases = [
            ("entry-title", Signs::HEADLINE, true),
            ("c-postTitle__text", Signs::HEADLINE, true),
            ("subtitled untitled", Signs::HEADLINE, false),
            ("related_posts", Signs::ASIDE, true),
            ("byline", Signs::AUTHOR, true),
            ("updated", Signs::UPDATED, true),
            ("datepicker", Signs::DATE, false),
        ];
        for (words, sign, expected) in cases {
            assert_eq!(Signs::of_words(words).has(sign), expected, "{words}");
        }
    }
}
