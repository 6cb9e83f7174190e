//! The words around dates, a table a language, and one hash index over all of them that is built at compile time.
//!
//! Words stand in folded form (lower case, no accents; see [`super::fold`]), a phrase with single blanks.

mod baltic;
mod east_asian;
mod east_slavic;
mod germanic;
mod greek_turkish;
mod right_to_left;
mod romance;
mod south_asian;
mod uralic;
mod west_slavic;

use super::calendar::Calendar;
use super::labels::Label;
use super::zone;

/// What a word means beside a date. A word may mean several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A Gregorian month, 1 to 12.
    Month(u8),
    /// A month of the Solar Hijri calendar, 1 to 12.
    Jalali(u8),
    /// A day of the week.
    Weekday,
    /// The first half of the day: `am`, `上午`.
    Morning,
    /// The second half: `pm`, `下午`.
    Afternoon,
    /// May stand between the parts of a date or between date and time: `de`, `at`, `den`.
    Joiner,
    /// Stands before a time only: `kl`, `godz`, `ore`.
    Clock,
    /// Behind the number of a day: `th`, `er`.
    Ordinal,
    /// Behind the year: `г.`, `年`.
    AfterYear,
    /// Behind the number of a month: `月`.
    AfterMonth,
    /// Before the number of a month: `tháng`.
    BeforeMonth,
    /// Behind the number of a day: `日`.
    AfterDay,
    /// Behind the hours: `Uhr`, `h`, `時`.
    AfterHour,
    /// Behind the minutes: `分`.
    AfterMinute,
    /// Behind the seconds: `秒`.
    AfterSecond,
    /// Before the year: counts years otherwise (`令和`).
    Era(Calendar),
    /// This very day.
    Today,
    /// The day before.
    Yesterday,
    /// The day before that.
    DayBeforeYesterday,
    /// A unit of time, and how many of it the word itself says (`ساعتين`: two hours); 0 where a number is needed.
    Unit(Unit, u8),
    /// A unit and "ago" in one word: `órája`.
    UnitAgo(Unit),
    /// The number one in words.
    One,
    /// "Ago", behind the unit.
    AgoAfter,
    /// "Ago", before the number: `vor`, `il y a`.
    AgoBefore,
    /// Says what a date is.
    Label(Label),
    /// A time zone, minutes east of UTC.
    Zone(i16),
    /// A zone of the United States without saying winter or summer (`ET`), with its standard time.
    ZoneOfUnitedStates(i16),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Senses with their words.
pub(super) type Words = &'static [(Sense, &'static [&'static str])];

/// The words of one language.
pub(super) struct Lexicon {
    /// The primary subtag; empty for words of no language.
    language: &'static str,
    /// Names of the months in all their forms, January first.
    months: [&'static [&'static str]; 12],
    words: Words,
}

const ZONES: Lexicon = Lexicon { language: "", months: [&[]; 12], words: zone::NAMES };

static LEXICONS: [&Lexicon; 42] = [
    &ZONES,
    &germanic::ENGLISH,
    &germanic::GERMAN,
    &germanic::DUTCH,
    &germanic::SWEDISH,
    &germanic::DANISH,
    &germanic::NORWEGIAN,
    &romance::FRENCH,
    &romance::SPANISH,
    &romance::ITALIAN,
    &romance::PORTUGUESE,
    &romance::ROMANIAN,
    &romance::CATALAN,
    &west_slavic::POLISH,
    &west_slavic::CZECH,
    &west_slavic::SLOVAK,
    &west_slavic::CROATIAN,
    &west_slavic::SERBIAN_LATIN,
    &east_slavic::RUSSIAN,
    &east_slavic::UKRAINIAN,
    &east_slavic::BELARUSIAN,
    &east_slavic::BULGARIAN,
    &east_slavic::SERBIAN,
    &baltic::LITHUANIAN,
    &baltic::LATVIAN,
    &uralic::ESTONIAN,
    &uralic::FINNISH,
    &uralic::HUNGARIAN,
    &greek_turkish::GREEK,
    &greek_turkish::TURKISH,
    &right_to_left::ARABIC,
    &right_to_left::PERSIAN,
    &right_to_left::HEBREW,
    &south_asian::HINDI,
    &south_asian::THAI,
    &south_asian::VIETNAMESE,
    &south_asian::INDONESIAN,
    &south_asian::MALAY,
    &east_asian::CHINESE,
    &east_asian::JAPANESE,
    &east_asian::KOREAN,
    &SYMBOLS,
];

/// Signs that are words to the tokenizer.
const SYMBOLS: Lexicon =
    Lexicon { language: "", months: [&[]; 12], words: &[(Sense::Ordinal, &["º", "ª"])] };

/// Where a word stands: number of the lexicon plus one (0 is an empty slot), row (months first), word in the row.
#[derive(Clone, Copy)]
struct Slot {
    lexicon: u8,
    row: u8,
    word: u8,
    /// Bits of the word's hash that don't choose the slot: they tell most other words apart.
    tag: u8,
}

/// Slots of the index, a power of two: at most half of them are taken.
const SIZE: usize = 8192;

/// Bits of the filter that says whether a phrase may begin with a word.
const FILTER: usize = 4096;

struct Index {
    slots: [Slot; SIZE],
    phrase_starts: [u64; FILTER / 64],
}

static INDEX: Index = build();

/// FNV-1a, 32 bits.
const HASH_START: u32 = 0x811c_9dc5;

const fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn slot_of(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize % SIZE
}

const fn tag_of(hash: u32) -> u8 {
    (hash >> 24) as u8
}

const fn filter_bit(hash: u32) -> (usize, u64) {
    let bit = (hash ^ (hash >> 13)) as usize % FILTER;
    (bit / 64, 1 << (bit % 64))
}

#[expect(clippy::cast_possible_truncation, reason = "a test counts lexicons, rows and words")]
const fn build() -> Index {
    let empty = Slot { lexicon: 0, row: 0, word: 0, tag: 0 };
    let mut index = Index { slots: [empty; SIZE], phrase_starts: [0; FILTER / 64] };
    let mut lexicon = 0;
    while lexicon < LEXICONS.len() {
        let mut row = 0;
        while row < 12 + LEXICONS[lexicon].words.len() {
            let words = words_of(LEXICONS[lexicon], row);
            let mut word = 0;
            while word < words.len() {
                let bytes = words[word].as_bytes();
                let mut hash = HASH_START;
                let mut at = 0;
                while at < bytes.len() {
                    if bytes[at] == b' ' {
                        let (cell, bit) = filter_bit(hash);
                        index.phrase_starts[cell] |= bit;
                    }
                    hash = hash_step(hash, bytes[at]);
                    at += 1;
                }
                let mut slot = slot_of(hash);
                while index.slots[slot].lexicon != 0 {
                    slot = (slot + 1) % SIZE;
                }
                let (lexicon, row, number) = (lexicon as u8 + 1, row as u8, word as u8);
                index.slots[slot] = Slot { lexicon, row, word: number, tag: tag_of(hash) };
                word += 1;
            }
            row += 1;
        }
        lexicon += 1;
    }
    index
}

const fn words_of(lexicon: &'static Lexicon, row: usize) -> &'static [&'static str] {
    if row < 12 { lexicon.months[row] } else { lexicon.words[row - 12].1 }
}

impl Slot {
    fn lexicon(self) -> Option<&'static Lexicon> {
        LEXICONS.get(usize::from(self.lexicon).checked_sub(1)?).copied()
    }

    fn word(self) -> Option<&'static str> {
        let lexicon = self.lexicon()?;
        let row = usize::from(self.row);
        let words = match lexicon.months.get(row) {
            Some(words) => words,
            None => lexicon.words.get(row - lexicon.months.len())?.1,
        };
        words.get(usize::from(self.word)).copied()
    }

    fn sense(self) -> Option<(Sense, &'static str)> {
        let lexicon = self.lexicon()?;
        let sense = match self.row {
            0..12 => Sense::Month(self.row + 1),
            row => lexicon.words.get(usize::from(row) - lexicon.months.len())?.0,
        };
        Some((sense, lexicon.language))
    }
}

/// A word of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry(u16);

/// A hash that grows with its word, so that the prefixes of a run of letters are looked up in one pass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    pub(super) fn new() -> Self {
        Self(HASH_START)
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash_step(hash, *byte));
    }

    /// The entry for the word of this hash.
    pub(super) fn find(self, word: &[u8]) -> Option<Entry> {
        let tag = tag_of(self.0);
        probe(slot_of(self.0))
            .filter(|(_, slot)| slot.tag == tag)
            .find(|(_, slot)| slot.word().is_some_and(|known| known.as_bytes() == word))
            .and_then(|(at, _)| u16::try_from(at).ok())
            .map(Entry)
    }

    /// Whether a phrase may begin with the word of this hash.
    pub(super) fn may_start_phrase(self) -> bool {
        let (cell, bit) = filter_bit(self.0);
        INDEX.phrase_starts.get(cell).is_some_and(|cell| cell & bit != 0)
    }
}

/// The entry of a folded word or phrase.
pub(super) fn find(word: &[u8]) -> Option<Entry> {
    let mut hash = Hash::new();
    hash.push(word);
    hash.find(word)
}

/// The taken slots from `start` to the first empty one.
fn probe(start: usize) -> impl Iterator<Item = (usize, Slot)> {
    (0..SIZE)
        .map(move |step| (start + step) % SIZE)
        .filter_map(|at| INDEX.slots.get(at).map(|slot| (at, *slot)))
        .take_while(|(_, slot)| slot.lexicon != 0)
}

impl Entry {
    /// What the word means, with the language it means it in (empty: any).
    pub(super) fn senses(self) -> impl Iterator<Item = (Sense, &'static str)> {
        let first = INDEX.slots.get(usize::from(self.0));
        let (tag, word) = (first.map(|slot| slot.tag), first.and_then(|slot| slot.word()));
        probe(usize::from(self.0))
            .filter(move |(_, slot)| Some(slot.tag) == tag && slot.word() == word)
            .filter_map(|(_, slot)| slot.sense())
    }

    /// What the word means on a page in `language`: where that language has the word, the others have no say.
    pub(super) fn senses_in(
        self,
        language: Option<&str>,
    ) -> impl Iterator<Item = (Sense, &'static str)> + use<'_> {
        let own = language.filter(|language| self.senses().any(|(_, of)| of.eq_ignore_ascii_case(language)));
        self.senses()
            .filter(move |(_, of)| own.is_none_or(|own| of.is_empty() || of.eq_ignore_ascii_case(own)))
    }
}

/// Whether a language has a lexicon.
pub(super) fn knows(language: &str) -> bool {
    LEXICONS.iter().any(|lexicon| lexicon.language.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::super::fold::Folded;
    use super::*;

    fn all_words() -> impl Iterator<Item = (&'static Lexicon, usize, &'static str)> {
        LEXICONS.iter().flat_map(|lexicon| {
            (0..12 + lexicon.words.len())
                .flat_map(move |row| words_of(lexicon, row).iter().map(move |word| (*lexicon, row, *word)))
        })
    }

    #[test]
    fn words_are_folded_and_found() {
        for (lexicon, row, word) in all_words() {
            let mut folded = Folded::new();
            word.chars().for_each(|c| folded.push(c));
            let folded = folded.bytes().expect(word);
            assert_eq!(std::str::from_utf8(folded), Ok(word), "{}: write it folded", lexicon.language);
            let sense = if row < 12 {
                Sense::Month(u8::try_from(row + 1).unwrap())
            } else {
                lexicon.words[row - 12].0
            };
            let entry = find(word.as_bytes()).expect(word);
            assert!(entry.senses().any(|found| found == (sense, lexicon.language)), "{word}");
        }
        assert_eq!(find(b"tearsheet"), None);
        assert_eq!(find(b""), None);
    }

    #[test]
    fn the_index_has_room() {
        assert!(all_words().count() * 2 < SIZE);
        for lexicon in LEXICONS {
            assert!(lexicon.words.len() + 12 <= 256, "{}", lexicon.language);
            for row in 0..lexicon.words.len() + 12 {
                assert!(words_of(lexicon, row).len() <= 256, "{}", lexicon.language);
            }
        }
    }

    #[test]
    fn every_language_has_its_months_and_says_a_word_once() {
        for lexicon in LEXICONS.iter().filter(|lexicon| !lexicon.language.is_empty()) {
            let mut seen = std::collections::HashMap::new();
            for (row, month) in lexicon.months.iter().enumerate() {
                let counted = matches!(lexicon.language, "zh" | "ja" | "ko");
                assert_eq!(month.is_empty(), counted, "{} {row}", lexicon.language);
                for word in *month {
                    assert_eq!(seen.insert(word, row), None, "{} {word}", lexicon.language);
                }
            }
        }
    }

    #[test]
    fn the_pages_language_decides() {
        let month = |language| {
            let entry = find(b"listopada").unwrap();
            entry.senses_in(language).map(|(sense, _)| sense).collect::<Vec<_>>()
        };
        assert_eq!(month(Some("pl")), [Sense::Month(11)]);
        assert_eq!(month(Some("hr")), [Sense::Month(10)]);
        assert_eq!(month(Some("en")).len(), 2);
    }
}
