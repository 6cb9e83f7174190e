//! The names of an article: full names by their last word, and what is said about them.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::slavic;

/// A full name of the article.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// As the article writes it, in the nominative where that is known.
    pub(crate) name: String,
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

/// A description of a person: the role and the capitalised word before it.
#[derive(Debug, Clone)]
struct Alias {
    role: String,
    modifier: Option<String>,
    person: u32,
    at: usize,
}

/// The index of an article's names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    people: Vec<Person>,
    by_key: HashMap<String, Vec<u32>>,
    /// By the first word: family names come first in Korean, Chinese, Hungarian.
    by_first: HashMap<String, Vec<u32>>,
    namings: Vec<Naming>,
    aliases: HashMap<String, Vec<Alias>>,
    inflected: bool,
}

/// The names of a text, read when the first of them is asked for.
pub(crate) struct Named<'o, 't> {
    outline: &'o Outline<'t>,
    names: OnceCell<Names>,
}

impl<'o, 't> Named<'o, 't> {
    pub(crate) fn new(outline: &'o Outline<'t>) -> Self {
        Self { outline, names: OnceCell::new() }
    }

    pub(crate) fn read(&self) -> &Names {
        self.names.get_or_init(|| Names::read(self.outline))
    }
}

/// Full names kept for one last word.
const MOST_ALIKE: usize = 8;

impl Names {
    /// Reads the names of a text's own words; names inside quotes are not looked at.
    pub(crate) fn read(outline: &Outline<'_>) -> Self {
        let mut names = Self { inflected: outline.lexicon.options.inflected, ..Self::default() };
        let mut at = 0;
        while at < outline.items.len() {
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

    fn add(&mut self, outline: &Outline<'_>, run: usize, name: std::ops::Range<usize>) {
        let bytes = outline.mention_bytes(&name);
        let Some(written) = outline.text.get(bytes.clone()) else { return };
        let written = strip_possessive(written);
        let last = strip_possessive(outline.word(name.end - 1));
        let key = self.key(last);
        let mut gender = Flags::default();
        for at in run..name.end {
            gender.0 |= outline.flags(at).0 & (Flags::MAN | Flags::WOMAN);
        }
        let sentence_start = outline.sentence(run).start == run;
        let person = if name.len() >= 2 {
            let nominative = if self.inflected {
                slavic::nominative(written, outline.lexicon)
            } else {
                written.to_owned()
            };
            if gender.0 == 0 && self.inflected {
                gender = slavic::gender(&nominative);
            }
            Some(self.person(key, nominative, bytes.start, gender))
        } else {
            let alike = self.by_key.get(&key).or_else(|| self.by_first.get(&last.to_lowercase()));
            let known = alike.and_then(|alike| alike.last().copied());
            if known.is_none() && sentence_start {
                return;
            }
            known
        };
        let Some(person) = person else { return };
        if let Some(known) = self.people.get_mut(person as usize) {
            known.gender.0 |= gender.0;
        }
        self.namings.push(Naming { at: bytes.start, person });
        if name.len() >= 2 {
            self.describe(outline, run, name, person, bytes.start);
        }
    }

    fn key(&self, last: &str) -> String {
        let lower = last.to_lowercase();
        if self.inflected { slavic::stem(&lower).to_owned() } else { lower }
    }

    fn person(&mut self, key: String, name: String, at: usize, gender: Flags) -> u32 {
        let alike = self.by_key.entry(key).or_default();
        let people = &self.people;
        if let Some(known) =
            alike.iter().find(|&&known| people.get(known as usize).is_some_and(|known| known.name == name))
        {
            return *known;
        }
        let number = u32::try_from(self.people.len()).unwrap_or(u32::MAX);
        if alike.len() < MOST_ALIKE {
            alike.push(number);
        }
        if let Some(first) = name.split_whitespace().next() {
            let alike = self.by_first.entry(first.to_lowercase()).or_default();
            if alike.len() < MOST_ALIKE {
                alike.push(number);
            }
        }
        self.people.push(Person { name, at, gender });
        number
    }

    /// Notes the roles beside a name: `канцлер Германии Ангела Меркель`, `Maria Lopez, a spokeswoman for`.
    fn describe(
        &mut self,
        outline: &Outline<'_>,
        run: usize,
        name: std::ops::Range<usize>,
        person: u32,
        at: usize,
    ) {
        let mut roles = Vec::new();
        let low = run.saturating_sub(6);
        for before in (low..name.start).rev() {
            if outline.kind(before) != ItemKind::Word
                || outline.is(before, Flags::SPEECH | Flags::PREPOSITION)
            {
                break;
            }
            if outline.is(before, Flags::ROLE) {
                roles.push(before);
            }
        }
        if outline.kind(name.end) == ItemKind::Comma {
            for after in name.end + 1..name.end + 8 {
                if outline.kind(after) != ItemKind::Word || outline.is(after, Flags::SPEECH | Flags::RELATIVE)
                {
                    break;
                }
                if outline.is(after, Flags::ROLE) {
                    roles.push(after);
                }
            }
        }
        for role in roles.into_iter().take(4) {
            let modifier = role
                .checked_sub(1)
                .filter(|&before| {
                    outline.is_upper(before) && !outline.is(before, Flags::ROLE | Flags::NOT_NAME)
                })
                .map(|before| outline.word(before).to_lowercase());
            let role = self.key(outline.word(role));
            let aliases = self.aliases.entry(role.clone()).or_default();
            if aliases.len() < MOST_ALIKE * 4 {
                aliases.push(Alias { role, modifier, person, at });
            }
        }
    }

    /// The full name whose last word this is: the latest before `at`, else the first after it.
    pub(crate) fn full(&self, last: &str, at: usize, gender: Flags) -> Option<&Person> {
        let last = strip_possessive(last);
        let alike = self.by_key.get(&self.key(last)).or_else(|| self.by_first.get(&last.to_lowercase()))?;
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
    ) -> Option<&Person> {
        let aliases = self.aliases.get(&self.key(role))?;
        let fits = |alias: &&Alias| {
            alias.at < at
                && match (&alias.modifier, modifier) {
                    (Some(known), Some(wanted)) => known == &wanted.to_lowercase(),
                    _ => true,
                }
                && self.people.get(alias.person as usize).is_some_and(|person| agrees(person.gender, gender))
        };
        let alias = aliases.iter().rev().find(fits)?;
        debug_assert!(!alias.role.is_empty());
        self.people.get(alias.person as usize)
    }

    /// The person named last before `at`, of that gender.
    pub(crate) fn latest(&self, at: usize, gender: Flags) -> Option<&Person> {
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
