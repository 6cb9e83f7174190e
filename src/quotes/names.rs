//! The names of an article: full names by their last word, and what is said about them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline, narrow};
use super::slavic;
use super::word_numbers::WordNumbers;

/// A full name of the article.
#[derive(Debug, Clone)]
pub(crate) struct Person<'t> {
    /// As the article writes it, in the nominative where that is known.
    pub(crate) name: Cow<'t, str>,
    /// Where it first stands; names of the headline come before all others.
    pub(crate) at: usize,
    /// Man or woman, by first name, title or ending.
    pub(crate) gender: Flags,
}

/// A place where a person is named.
#[derive(Debug, Clone, Copy)]
struct Naming {
    at: usize,
    person: u32,
}

/// A description of a person: the capitalised word before a role.
#[derive(Debug, Clone, Copy)]
struct Alias {
    modifier: Option<u32>,
    person: u32,
    at: usize,
}

/// Persons with one word of their names in common.
#[derive(Debug, Default)]
struct Alike {
    persons: [u32; MOST_ALIKE],
    count: usize,
}

impl Alike {
    fn add(&mut self, person: u32) {
        if let Some(slot) = self.persons.get_mut(self.count) {
            *slot = person;
            self.count += 1;
        }
    }

    /// All of them, if there are any.
    fn all(&self) -> Option<&[u32]> {
        self.persons.get(..self.count).filter(|persons| !persons.is_empty())
    }
}

/// What is known of a word in small letters, or of its stem.
#[derive(Debug, Default)]
struct Entry {
    /// The persons whose last word it is.
    last: Alike,
    /// The persons whose first word it is: family names come first in Korean, Chinese, Hungarian.
    first: Alike,
    /// The persons whose role it is.
    role: Vec<Alias>,
}

/// The numbers of a word's entries.
#[derive(Debug, Clone, Copy)]
struct Spelling {
    /// In small letters.
    small: u32,
    /// Without its case ending, in languages that have cases.
    key: u32,
}

/// The index of an article's names.
#[derive(Debug, Default)]
pub(crate) struct Names<'t> {
    people: Vec<Person<'t>>,
    namings: Vec<Naming>,
    words: WordNumbers,
    entries: Vec<Entry>,
    inflected: bool,
    /// Room for a word in small letters.
    lower: String,
}

/// The names of a text, read when the first of them is asked for.
pub(crate) struct Named<'o, 't> {
    outline: &'o Outline<'t>,
    names: OnceCell<Names<'t>>,
}

impl<'o, 't> Named<'o, 't> {
    pub(crate) fn new(outline: &'o Outline<'t>) -> Self {
        Self { outline, names: OnceCell::new() }
    }

    pub(crate) fn read(&self) -> &Names<'t> {
        self.names.get_or_init(|| Names::read(self.outline))
    }
}

/// Full names kept for one last word.
const MOST_ALIKE: usize = 8;

impl<'t> Names<'t> {
    /// Reads the names of a text's own words; names inside quotes are not looked at.
    fn read(outline: &Outline<'t>) -> Self {
        let mut names = Self { inflected: outline.lexicon.options.inflected, ..Self::default() };
        let mut at = 0;
        while let Some(next) = outline.next_capital(at) {
            at = next;
            if !outline.is_name_word(at) {
                at += 1;
                continue;
            }
            let run = outline.name_run(at, outline.items.len());
            let next = run.end.max(at + 1);
            let name = outline.strip_titles(run.clone());
            // `North Korean leader`: the words say of which country, not who.
            let attribute = outline.is(next, Flags::ROLE) && !outline.is_upper(next);
            if !name.is_empty() && !attribute {
                names.add(outline, at, name);
            }
            at = next;
        }
        names
    }

    fn add(&mut self, outline: &Outline<'t>, run: usize, name: Range<usize>) {
        let bytes = outline.mention_bytes(&name);
        let Some(written) = outline.text.get(bytes.clone()) else { return };
        let written = strip_possessive(written);
        let last = strip_possessive(outline.word(name.end - 1));
        let mut gender = Flags::default();
        for at in run..name.end {
            gender.0 |= outline.flags(at).0 & (Flags::MAN | Flags::WOMAN);
        }
        let person = if name.len() >= 2 {
            let nominative = if self.inflected {
                Cow::Owned(slavic::nominative(written, false, outline.lexicon))
            } else {
                Cow::Borrowed(written)
            };
            if gender.0 == 0 && self.inflected {
                gender = slavic::gender(&nominative);
            }
            let key = self.spelling(last).key;
            self.person(key, nominative, bytes.start, gender)
        } else {
            let mut lower = std::mem::take(&mut self.lower);
            lower_case(last, &mut lower);
            let known = self.alike(&lower).and_then(<[u32]>::last).copied();
            self.lower = lower;
            let Some(known) = known else { return };
            known
        };
        if let Some(known) = self.people.get_mut(person as usize) {
            known.gender.0 |= gender.0;
        }
        self.namings.push(Naming { at: bytes.start, person });
        if name.len() >= 2 {
            self.describe(outline, run, name, person, bytes.start);
        }
    }

    /// The persons with this last word, in small letters, or, if there are none, with this first word.
    fn alike(&self, lower: &str) -> Option<&[u32]> {
        let entry = |number: u32| self.entries.get(number as usize);
        if !self.inflected {
            let entry = entry(self.words.find(lower)?)?;
            return entry.last.all().or_else(|| entry.first.all());
        }
        let last = self.known_key(lower).and_then(entry).and_then(|entry| entry.last.all());
        last.or_else(|| self.words.find(lower).and_then(entry).and_then(|entry| entry.first.all()))
    }

    /// The numbers of a word's entries.
    fn spelling(&mut self, word: &str) -> Spelling {
        let mut lower = std::mem::take(&mut self.lower);
        lower_case(word, &mut lower);
        let small = self.number(&lower);
        let key = if self.inflected { self.number(slavic::stem(&lower)) } else { small };
        self.lower = lower;
        Spelling { small, key }
    }

    /// The number of an entry, a new one if need be.
    fn number(&mut self, word: &str) -> u32 {
        let number = self.words.number(word);
        if number as usize >= self.entries.len() {
            self.entries.push(Entry::default());
        }
        number
    }

    /// The number of the entry of a word in small letters, without its case ending.
    fn known_key(&self, lower: &str) -> Option<u32> {
        self.words.find(if self.inflected { slavic::stem(lower) } else { lower })
    }

    fn person(&mut self, key: u32, name: Cow<'t, str>, at: usize, gender: Flags) -> u32 {
        let number = narrow(self.people.len());
        let people = &self.people;
        let same = |known: &&u32| people.get(**known as usize).is_some_and(|known| known.name == name);
        if let Some(entry) = self.entries.get_mut(key as usize) {
            if let Some(known) = entry.last.all().unwrap_or_default().iter().find(same) {
                return *known;
            }
            entry.last.add(number);
        }
        if let Some(first) = name.split_whitespace().next() {
            let first = self.spelling(first).small;
            if let Some(entry) = self.entries.get_mut(first as usize) {
                entry.first.add(number);
            }
        }
        self.people.push(Person { name, at, gender });
        number
    }

    /// Notes the roles beside a name: `канцлер Германии Ангела Меркель`, `Maria Lopez, a spokeswoman for`.
    fn describe(&mut self, outline: &Outline<'t>, run: usize, name: Range<usize>, person: u32, at: usize) {
        /// So many roles of one mention are noted.
        const MOST_ROLES: usize = 4;
        let mut roles = [0; MOST_ROLES];
        let mut count = 0;
        let mut note = |role: usize| {
            if let Some(slot) = roles.get_mut(count) {
                *slot = role;
                count += 1;
            }
        };
        let low = run.saturating_sub(6);
        for before in (low..name.start).rev() {
            if outline.kind(before) != ItemKind::Word
                || outline.is(before, Flags::SPEECH | Flags::PREPOSITION)
            {
                break;
            }
            if outline.is(before, Flags::ROLE) {
                note(before);
            }
        }
        if outline.kind(name.end) == ItemKind::Comma {
            for after in name.end + 1..name.end + 8 {
                if outline.kind(after) != ItemKind::Word || outline.is(after, Flags::SPEECH | Flags::RELATIVE)
                {
                    break;
                }
                if outline.is(after, Flags::ROLE) {
                    note(after);
                }
            }
        }
        for &role in roles.get(..count).unwrap_or_default() {
            let modifier = role
                .checked_sub(1)
                .filter(|&before| {
                    outline.is_upper(before) && !outline.is(before, Flags::ROLE | Flags::NOT_NAME)
                })
                .map(|before| self.spelling(outline.word(before)).small);
            let role = self.spelling(outline.word(role)).key;
            let entry = self.entries.get_mut(role as usize);
            if let Some(entry) = entry.filter(|entry| entry.role.len() < MOST_ALIKE * 4) {
                entry.role.push(Alias { modifier, person, at });
            }
        }
    }

    /// The full name whose last word this is: the latest before `at`, else the first after it.
    pub(crate) fn full(&self, last: &str, at: usize, gender: Flags) -> Option<&Person<'t>> {
        let lower = strip_possessive(last).to_lowercase();
        let alike = self.alike(&lower)?;
        let people = || {
            alike
                .iter()
                .filter_map(|&number| self.people.get(number as usize))
                .filter(|person| agrees(person.gender, gender))
        };
        people().filter(|person| person.at <= at).max_by_key(|person| person.at).or_else(|| people().next())
    }

    /// The person a description means: the nearest before `at` with that role, of that gender.
    pub(crate) fn described(
        &self,
        role: &str,
        modifier: Option<&str>,
        at: usize,
        gender: Flags,
    ) -> Option<&Person<'t>> {
        let number = self.known_key(&role.to_lowercase())?;
        let modifier = modifier.map(|word| self.words.find(&word.to_lowercase()));
        let fits = |alias: &&Alias| {
            alias.at < at
                && (alias.modifier.is_none() || modifier.is_none_or(|modifier| alias.modifier == modifier))
                && self.people.get(alias.person as usize).is_some_and(|person| agrees(person.gender, gender))
        };
        let alias = self.entries.get(number as usize)?.role.iter().rev().find(fits)?;
        self.people.get(alias.person as usize)
    }

    /// The person named last before `at`, of that gender.
    pub(crate) fn latest(&self, at: usize, gender: Flags) -> Option<&Person<'t>> {
        let end = self.namings.partition_point(|naming| naming.at < at);
        self.namings
            .get(..end)?
            .iter()
            .rev()
            .take(8)
            .filter_map(|naming| self.people.get(naming.person as usize))
            .find(|person| person.gender.0 != 0 && agrees(person.gender, gender))
    }
}

/// Writes a word in small letters, as `str::to_lowercase` does.
fn lower_case(word: &str, to: &mut String) {
    to.clear();
    if word.is_ascii() {
        to.push_str(word);
        to.make_ascii_lowercase();
        return;
    }
    if word.contains('Σ') {
        // Its small letter depends on its place.
        to.push_str(&word.to_lowercase());
        return;
    }
    for c in word.chars() {
        match c {
            '\u{430}'..='\u{45f}' => to.push(c),
            _ if c.is_ascii() => to.push(c.to_ascii_lowercase()),
            _ => to.extend(c.to_lowercase()),
        }
    }
}

/// Whether a person known as man or woman can be meant by a word of this gender.
pub(crate) fn agrees(person: Flags, word: Flags) -> bool {
    let man = person.any(Flags::MAN) && !person.any(Flags::WOMAN);
    let woman = person.any(Flags::WOMAN) && !person.any(Flags::MAN);
    !(man && word.any(Flags::SHE | Flags::WOMAN) && !word.any(Flags::HE | Flags::MAN)
        || woman && word.any(Flags::HE | Flags::MAN) && !word.any(Flags::SHE | Flags::WOMAN))
}

/// A name without the ending of the English genitive.
pub(crate) fn strip_possessive(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}
