//! The words of a table laid out for look-ups: by a hash of their bytes, by their beginnings, by their endings.

use super::Flags;

/// Words by hash, open addressing, half empty at least.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Those of up to eight bytes, by these bytes.
    short: Vec<(u64, Flags)>,
    long: Vec<(u32, Flags, &'static str)>,
}

impl Words {
    /// Lays out words, each with what it may be; none of them may be nothing.
    pub(super) fn new(words: impl ExactSizeIterator<Item = (&'static str, Flags)>) -> Self {
        if words.len() == 0 {
            return Self::default();
        }
        let len = (words.len() * 2).next_power_of_two();
        let mut all =
            Self { short: vec![(0, Flags::default()); len], long: vec![(0, Flags::default(), ""); len] };
        for (word, flags) in words {
            if let Some(eight) = pack(word.as_bytes()) {
                let mut at = slot(eight, len);
                while all.short.get(at).is_some_and(|slot| slot.1.0 != 0) {
                    at = (at + 1) & (len - 1);
                }
                all.short[at] = (eight, flags);
            } else {
                let hash = hash(word.as_bytes());
                let mut at = hash as usize & (len - 1);
                while all.long.get(at).is_some_and(|slot| slot.1.0 != 0) {
                    at = (at + 1) & (len - 1);
                }
                all.long[at] = (hash, flags, word);
            }
        }
        all
    }

    pub(super) fn is_empty(&self) -> bool {
        self.short.is_empty()
    }

    /// What a word in small letters may be.
    pub(super) fn get(&self, word: &[u8]) -> Flags {
        match pack(word) {
            Some(eight) => self.get_short(eight),
            None => self.get_long(word),
        }
    }

    /// What a word of up to eight bytes may be.
    pub(super) fn get_short(&self, word: u64) -> Flags {
        let mut at = slot(word, self.short.len());
        loop {
            let Some(&(known, flags)) = self.short.get(at) else { return Flags::default() };
            if flags.0 == 0 || known == word {
                return flags;
            }
            at = (at + 1) & (self.short.len() - 1);
        }
    }

    fn get_long(&self, word: &[u8]) -> Flags {
        let hash = hash(word);
        let mut at = hash as usize;
        loop {
            at &= self.long.len().wrapping_sub(1);
            let Some(&(known, flags, text)) = self.long.get(at) else { return Flags::default() };
            if flags.0 == 0 || known == hash && text.as_bytes() == word {
                return flags;
            }
            at += 1;
        }
    }
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

fn slot(word: u64, len: usize) -> usize {
    (word.wrapping_mul(FACTOR) >> 40) as usize & len.wrapping_sub(1)
}

/// The bytes of a word of up to eight of them, zeros behind.
pub(super) fn pack(word: &[u8]) -> Option<u64> {
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        // The last four overlap the first where the word has less than eight.
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        let shift = word.len().checked_sub(4).filter(|shift| *shift <= 4)? * 8;
        return Some(u64::from(first) | u64::from(last) << shift);
    }
    let byte = |at: usize| u64::from(word.get(at).copied().unwrap_or(0));
    Some(byte(0) | byte(1) << 8 | byte(2) << 16)
}

/// Makes the bytes of a word in ASCII small letters; `None` of another.
pub(super) fn small(word: u64) -> Option<u64> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    if word & HIGH != 0 {
        return None;
    }
    // The high bit of each byte tells whether it is at least `A`, and whether it is above `Z`.
    let from_a = word + 0x3f3f_3f3f_3f3f_3f3f;
    let above_z = word + 0x2525_2525_2525_2525;
    Some(word | (from_a & !above_z & HIGH) >> 2)
}

/// Of a word of more than eight bytes: over its length and eight bytes at a time, the last eight again where they don't
/// come out even.
fn hash(word: &[u8]) -> u32 {
    let mut hash = word.len() as u64;
    let mut mix = |bytes: u64| hash = (hash.rotate_left(23) ^ bytes).wrapping_mul(FACTOR);
    word.as_chunks::<8>().0.iter().for_each(|eight| mix(u64::from_le_bytes(*eight)));
    if let Some(last) = word.last_chunk::<8>() {
        mix(u64::from_le_bytes(*last));
    }
    (hash >> 32) as u32
}

/// Beginnings or endings of words, in buckets by their first or last bytes.
#[derive(Debug, Default)]
pub(super) struct Affixes {
    buckets: Vec<Vec<(&'static str, Flags)>>,
}

/// A power of two.
const BUCKETS: usize = 256;

impl Affixes {
    /// Beginnings of three to sixteen characters. Of two that fit, the shorter counts.
    pub(super) fn beginnings(beginnings: impl Iterator<Item = (&'static str, Flags)>) -> Self {
        let mut affixes = Self::default();
        for (text, flags) in beginnings {
            let length = text.chars().count();
            if (3..=16).contains(&length) {
                affixes.add(start(text.as_bytes()), text, flags);
            }
        }
        for bucket in &mut affixes.buckets {
            bucket.sort_by_key(|(text, _)| text.len());
        }
        affixes
    }

    /// Endings of two bytes at least. Of two that fit, the earlier counts.
    pub(super) fn endings(endings: impl Iterator<Item = (&'static str, Flags)>) -> Self {
        let mut affixes = Self::default();
        for (text, flags) in endings {
            affixes.add(end(text.as_bytes()), text, flags);
        }
        affixes
    }

    fn add(&mut self, bucket: Option<usize>, text: &'static str, flags: Flags) {
        self.buckets.resize(BUCKETS, Vec::new());
        if let Some(bucket) = bucket.and_then(|bucket| self.buckets.get_mut(bucket)) {
            bucket.push((text, flags));
        }
    }

    fn bucket(&self, bucket: Option<usize>) -> &[(&'static str, Flags)] {
        bucket.and_then(|bucket| self.buckets.get(bucket)).map_or(&[], Vec::as_slice)
    }

    /// What a word may be by its beginning.
    pub(super) fn of_beginning(&self, word: &[u8]) -> Option<Flags> {
        if self.buckets.is_empty() {
            return None;
        }
        let found = self.bucket(start(word)).iter().find(|(text, _)| word.starts_with(text.as_bytes()));
        found.map(|(_, flags)| *flags)
    }

    /// What a word may be by its ending.
    pub(super) fn of_ending(&self, word: &[u8]) -> Option<Flags> {
        if self.buckets.is_empty() {
            return None;
        }
        let found = self.bucket(end(word)).iter().find(|(text, _)| word.ends_with(text.as_bytes()));
        found.map(|(_, flags)| *flags)
    }
}

/// The bucket of a beginning: by its first three bytes, or by four where letters take two.
fn start(word: &[u8]) -> Option<usize> {
    let bytes = match word {
        [a, b, c, ..] if a.is_ascii() => [*a, *b, *c, 0],
        [a, b, c, d, ..] => [*a, *b, *c, *d],
        _ => return None,
    };
    Some((u32::from_le_bytes(bytes).wrapping_mul(0x9e37_79b1) >> 24) as usize % BUCKETS)
}

/// The bucket of an ending: by its last two bytes.
fn end(word: &[u8]) -> Option<usize> {
    let bytes = *word.last_chunk::<2>()?;
    Some((u32::from(u16::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b1) >> 24) as usize % BUCKETS)
}

/// The longest word, in bytes, that is made small without an allocation.
const LONGEST: usize = 64;

/// A word in small letters.
pub(super) struct Small {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Small {
    /// `None` if the word is too long.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut small = Self { bytes: [0; LONGEST], len: word.len() };
        small.bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        let mut all = 0;
        for eight in small.bytes.as_chunks_mut::<8>().0.iter_mut().take(word.len().div_ceil(8)) {
            all |= u64::from_le_bytes(*eight);
            eight.make_ascii_lowercase();
        }
        if all & 0x8080_8080_8080_8080 == 0 { Some(small) } else { Self::of_any(word) }
    }

    fn of_any(word: &str) -> Option<Self> {
        let mut small = Self { bytes: [0; LONGEST], len: 0 };
        for c in word.chars() {
            small_letters(c, |c| small.push(c))?;
        }
        Some(small)
    }

    fn push(&mut self, c: char) -> Option<()> {
        let end = self.len + c.len_utf8();
        c.encode_utf8(self.bytes.get_mut(self.len..end)?);
        self.len = end;
        Some(())
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// Gives the small letters of a character as the tables have them: apostrophes and hyphens of one kind, no soft ones.
pub(super) fn small_letters(c: char, mut give: impl FnMut(char) -> Option<()>) -> Option<()> {
    match c {
        '’' => give('\''),
        '‑' => give('-'),
        '\u{ad}' => Some(()),
        '\u{430}'..='\u{45f}' => give(c),
        '\u{410}'..='\u{42f}' => give(char::from_u32(u32::from(c) + 0x20).unwrap_or(c)),
        _ if c.is_ascii() => give(c.to_ascii_lowercase()),
        _ => c.to_lowercase().try_for_each(give),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_bytes_alone() {
        let words =
            ["a", "is", "the", "said", "canny", "minister", "ministers", "президент", "director-general"];
        let table = Words::new(words.iter().enumerate().map(|(at, word)| (*word, Flags(at as u32 + 1))));
        for (at, word) in words.iter().enumerate() {
            assert_eq!(table.get(word.as_bytes()), Flags(at as u32 + 1), "{word}");
            for cut in 0..word.len() {
                let part = &word.as_bytes()[..cut];
                let known = words.iter().position(|word| word.as_bytes() == part);
                assert_eq!(table.get(part), Flags(known.map_or(0, |at| at as u32 + 1)), "{part:?}");
            }
        }
        assert_eq!(Words::default().get(b"the"), Flags(0));
    }

    #[test]
    fn words_are_packed_and_made_small() {
        assert_eq!(pack(b""), Some(0));
        for word in ["a", "of", "The", "said", "O'Neil", "MINISTR", "@Za[`z{}"] {
            let mut bytes = [0; 8];
            bytes[..word.len()].copy_from_slice(word.as_bytes());
            assert_eq!(pack(word.as_bytes()), Some(u64::from_le_bytes(bytes)), "{word}");
            assert_eq!(
                small(u64::from_le_bytes(bytes)),
                pack(word.to_ascii_lowercase().as_bytes()),
                "{word}"
            );
        }
        assert_eq!(pack(b"ministers"), None);
        assert_eq!(pack("й".as_bytes()).and_then(small), None);
    }

    #[test]
    fn the_shorter_beginning_and_the_earlier_ending_count() {
        let beginnings =
            [("президентск", Flags(1)), ("президент", Flags(2)), ("min", Flags(4)), ("pr", Flags(8))];
        let affixes = Affixes::beginnings(beginnings.into_iter());
        for (word, flags) in [
            ("президентский", Some(2)),
            ("президент", Some(2)),
            ("minor", Some(4)),
            ("mi", None),
            ("president", None),
        ] {
            assert_eq!(affixes.of_beginning(word.as_bytes()), flags.map(Flags), "{word}");
        }
        let affixes =
            Affixes::endings([("sprecher", Flags(1)), ("er", Flags(2)), ("recher", Flags(4))].into_iter());
        for (word, flags) in [("sprecher", Some(1)), ("recher", Some(2)), ("er", Some(2)), ("r", None)] {
            assert_eq!(affixes.of_ending(word.as_bytes()), flags.map(Flags), "{word}");
        }
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for word in [
            "The",
            "O’NEIL-X",
            "Éluard",
            "ПРЕЗИДЕНТ",
            "Ёлка",
            "Їжак",
            "ΑΒΓ",
            "İzmir",
            "a\u{ad}b",
            "COOPERATE-AND-MORE",
        ] {
            let expected: String = word
                .chars()
                .filter(|c| *c != '\u{ad}')
                .map(|c| if c == '’' { '\'' } else { c })
                .flat_map(char::to_lowercase)
                .collect();
            let small = Small::of(word).unwrap();
            assert_eq!(std::str::from_utf8(small.bytes()), Ok(expected.as_str()));
        }
        assert!(Small::of(&"a".repeat(65)).is_none() && Small::of(&"é".repeat(33)).is_none());
        assert!(Small::of(&"a".repeat(64)).is_some());
    }
}
