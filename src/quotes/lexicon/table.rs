//! Reading the tables.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use super::words::{Affixes, Words};
use super::{Flags, Lexicon, Phrase, PhraseSource};

/// Hashes the short words of our own fixed tables; nothing from a page is ever a key.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordHasher;

/// The state of [`WordHasher`]: FNV-1a over eight bytes at a time.
#[derive(Debug)]
pub(crate) struct WordHash(u64);

impl BuildHasher for WordHasher {
    type Hasher = WordHash;

    fn build_hasher(&self) -> WordHash {
        WordHash(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHash {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            for (to, from) in word.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.0 = (self.0.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct Entries {
    lexicon: Lexicon,
    words: HashMap<&'static str, Flags, WordHasher>,
    prefixes: HashMap<&'static str, Flags, WordHasher>,
    suffixes: Vec<(&'static str, Flags)>,
    participle_endings: Vec<&'static str>,
}

impl Lexicon {
    /// Reads a table.
    pub(super) fn parse(table: &'static str) -> Self {
        let mut entries = Entries::default();
        let mut section = "";
        for line in table.lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => section = name,
                None => entries.read(section, line),
            }
        }
        let has_affixes = !(entries.prefixes.is_empty()
            && entries.suffixes.is_empty()
            && entries.lexicon.clitics.is_empty());
        Self {
            has_affixes,
            words: Words::new(entries.words.into_iter()),
            prefixes: Affixes::beginnings(entries.prefixes.into_iter()),
            suffixes: Affixes::endings(entries.suffixes.into_iter()),
            ..entries.lexicon
        }
    }
}

impl Entries {
    fn read(&mut self, section: &str, line: &'static str) {
        let keyed = line.split_once(':').map(|(key, words)| (key.trim(), words.trim()));
        match section {
            "options" => self.read_option(keyed.unwrap_or((line, ""))),
            "verbs" => self.read_verb(keyed, Flags::SPEECH),
            "verbs naming" => self.read_verb(keyed, Flags::SPEECH | Flags::NAMING | Flags::JUDGING),
            "verbs judging" => self.read_verb(keyed, Flags::SPEECH | Flags::JUDGING),
            "verbs outlet" => self.read_verb(keyed, Flags::SPEECH | Flags::OUTLET),
            "verbs document" => self.add_all(line, Flags::SPEECH | Flags::DOCUMENT_VERB),
            "verbs before" => self.lexicon.verbs_before.extend(line.split_whitespace()),
            "verbs after" => self.lexicon.verbs_after.extend(line.split_whitespace()),
            "pronouns" | "titles" => self.read_gendered(section, keyed),
            "according" => self.read_according(line),
            "separable" => read_pairs(&mut self.lexicon.separable, keyed),
            "governing" => read_pairs(&mut self.lexicon.governing, keyed),
            "mute" => read_pairs(&mut self.lexicon.mute, keyed),
            "scare" => self.read_scare(line),
            "class nouns" => self.read_class_nouns(line),
            _ => {
                if let Some(flags) = flags_of_section(section) {
                    self.add_all(line, flags);
                }
            }
        }
    }

    fn read_option(&mut self, (key, value): (&'static str, &'static str)) {
        let yes = value == "yes";
        match key {
            "accept" => self.lexicon.options.accepts_by_default = value == "default",
            "inflected" => self.lexicon.options.inflected = yes,
            "dialogue" => {
                self.lexicon.options.dialogue = yes || value == "comma";
                self.lexicon.options.comma_ends = value == "comma";
            }
            "nouns-capitalised" => self.lexicon.options.nouns_capitalised = yes,
            "verb-second" => self.lexicon.options.verb_second = yes,
            "elision" => self.lexicon.options.elision = yes,
            "verb-final" => self.lexicon.options.verb_final = yes,
            "uncased" => self.lexicon.options.uncased = yes,
            "ideographic" => self.lexicon.options.ideographic = yes,
            "participle-endings" => self.participle_endings.extend(value.split_whitespace()),
            "clitics" => self.lexicon.clitics.extend(value.split_whitespace()),
            _ => {}
        }
    }

    fn read_verb(&mut self, keyed: Option<(&'static str, &'static str)>, flags: u32) {
        let Some((lemma, forms)) = keyed else { return };
        let english = self.lexicon.options.accepts_by_default;
        // A Slavic infinitive has no subject of its own.
        let named = if self.lexicon.options.inflected { "" } else { lemma };
        for form in forms.split_whitespace().chain(named.split_whitespace()) {
            let mut all = flags;
            if self.participle_endings.iter().any(|ending| form.ends_with(ending)) && form != lemma {
                all |= Flags::PARTICIPLE;
            }
            if english && (form == lemma || form.ends_with('s') && form != "says") {
                all |= Flags::NOUN_TOO;
            }
            self.words.entry(form).or_default().0 |= all;
        }
    }

    fn read_gendered(&mut self, section: &str, keyed: Option<(&'static str, &'static str)>) {
        let Some((gender, words)) = keyed else { return };
        let flags = match (section, gender) {
            ("pronouns", "m") => Flags::HE,
            ("pronouns", "f") => Flags::SHE,
            ("pronouns", "p") => Flags::THEY,
            ("pronouns", _) => Flags::OTHER_PRONOUN,
            (_, "m") => Flags::TITLE | Flags::MAN,
            (_, "f") => Flags::TITLE | Flags::WOMAN,
            _ => Flags::TITLE,
        };
        self.add_all(words, flags);
    }

    fn read_according(&mut self, line: &'static str) {
        let (phrase, source) = match line.split_once(':') {
            Some((phrase, source)) => (phrase.trim(), source.trim()),
            None => (line, ""),
        };
        let source = match source {
            "g" => PhraseSource::Genitive,
            "post" => PhraseSource::Precedes,
            "opens" => PhraseSource::Opens,
            "m" | "f" | "p" => PhraseSource::Within,
            _ => PhraseSource::Follows,
        };
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { return };
        self.words.entry(first).or_default().0 |= Flags::ACCORDING;
        self.lexicon.according.entry(first).or_default().push(Phrase { rest: words.collect(), source });
        if let Some(phrases) = self.lexicon.according.get_mut(first) {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    fn read_scare(&mut self, line: &'static str) {
        for word in line.split_whitespace() {
            self.words.entry(word).or_default().0 |= Flags::SCARE;
        }
    }

    fn read_class_nouns(&mut self, line: &'static str) {
        for word in line.split_whitespace() {
            if let Some(stem) = word.strip_suffix('*') {
                self.lexicon.class_nouns.insert(stem, true);
            } else if let Some(tail) = word.strip_prefix('-') {
                self.lexicon.class_suffixes.push(tail);
            } else {
                self.lexicon.class_nouns.entry(word).or_insert(false);
            }
        }
    }

    fn add_all(&mut self, words: &'static str, flags: u32) {
        for word in words.split_whitespace() {
            if let Some(stem) = word.strip_suffix('*') {
                self.prefixes.entry(stem).or_default().0 |= flags;
            } else if let Some(tail) = word.strip_prefix('-') {
                self.suffixes.push((tail, Flags(flags)));
            } else {
                self.words.entry(word).or_default().0 |= flags;
            }
        }
    }
}

/// Reads `forms: words`.
fn read_pairs(
    table: &mut HashMap<&'static str, Vec<&'static str>, WordHasher>,
    keyed: Option<(&'static str, &'static str)>,
) {
    let Some((forms, words)) = keyed else { return };
    for form in forms.split_whitespace() {
        table.entry(form).or_default().extend(words.split_whitespace());
    }
}

fn flags_of_section(section: &str) -> Option<u32> {
    Some(match section {
        "roles" => Flags::ROLE,
        "names m" => Flags::MAN | Flags::FIRST_NAME,
        "names f" => Flags::WOMAN | Flags::FIRST_NAME,
        "particles" => Flags::PARTICLE,
        "determiners" => Flags::DETERMINER,
        "prepositions" => Flags::PREPOSITION,
        "joins" => Flags::JOIN,
        "relatives" => Flags::RELATIVE,
        "likening" => Flags::LIKE,
        "stops" => Flags::STOP,
        "auxiliaries" => Flags::AUXILIARY,
        "adverbs" => Flags::ADVERB,
        "not names" => Flags::NOT_NAME,
        "abbreviations" => Flags::ABBREVIATION,
        "documents" => Flags::DOCUMENT,
        "speech nouns" => Flags::SPEECH_NOUN,
        "reported speech" => Flags::REPORTED,
        _ => return None,
    })
}
