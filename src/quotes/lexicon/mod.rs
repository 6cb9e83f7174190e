//! What the languages' words mean to a quotation: verbs of speech, pronouns, titles, words that come before a name.
//!
//! One table a language, `xx.txt`, which can be extended without touching code:
//!
//! * `[section]` opens a section; a line that begins with `#` is a remark.
//! * Words are separated by blanks. In `[verbs …]` each line is `lemma: forms`; in `[pronouns]`, `[titles]` it is
//!   `m:`, `f:`, `p:` (plural) or `o:` (other) and the words; in `[according]` it is a phrase of one line,
//!   with `: g` if a genitive follows, `: post` if the name precedes, `: m` (`f`, `p`) if it holds a pronoun, `: opens`
//!   if it has to open the sentence.
//! * `[options]` comes first: how the language is read, and by which endings its participles are known.
//! * In `[separable]` each line is `forms: particles`: the forms speak only with a particle behind them (`stellte … fest`).
//! * In `[mute]` each line is `forms: words`: the forms say nothing when one of the words follows (`continued to`).
//! * In `[governing]` each line is `forms: prepositions`: what stands in marks behind the preposition is said, even
//!   where it looks like a title (`sprach von einer „Katastrophe“`).
//! * `word*` stands for every word that begins so, `-word` for every word that ends so.
//!
//! A new language is a new table and its line in [`Lexicon::of`].

mod table;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) use table::WordHasher;
use words::{Affixes, Small, Words};

/// What a word may be; several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags(pub(crate) u32);

impl Flags {
    /// A verb of speech, of any class.
    pub(crate) const SPEECH: u32 = 1;
    /// It gives its object a name or a character: `called`, `назвал`.
    pub(crate) const NAMING: u32 = 1 << 1;
    /// It judges: what it quotes is part of a sentence.
    pub(crate) const JUDGING: u32 = 1 << 2;
    /// Its object speaks, its subject passes it on: `цитирует`.
    pub(crate) const OUTLET: u32 = 1 << 3;
    /// A document speaks, in an oblique case: `говорится`.
    pub(crate) const DOCUMENT_VERB: u32 = 1 << 4;
    /// A verb form whose subject stands elsewhere: `adding`, `подчеркнув`.
    pub(crate) const PARTICIPLE: u32 = 1 << 5;
    /// The plain or present form of an English verb, often a noun.
    pub(crate) const NOUN_TOO: u32 = 1 << 6;
    /// Third person, masculine.
    pub(crate) const HE: u32 = 1 << 7;
    /// Third person, feminine.
    pub(crate) const SHE: u32 = 1 << 8;
    /// Third person, plural.
    pub(crate) const THEY: u32 = 1 << 9;
    /// First or second person, or a relative used as subject.
    pub(crate) const OTHER_PRONOUN: u32 = 1 << 10;
    /// Ends the subject that follows a verb.
    pub(crate) const STOP: u32 = 1 << 11;
    /// A preposition or the beginning of a subordinate clause.
    pub(crate) const PREPOSITION: u32 = 1 << 12;
    /// `and`, `but`.
    pub(crate) const JOIN: u32 = 1 << 13;
    /// An article or a possessive.
    pub(crate) const DETERMINER: u32 = 1 << 14;
    /// `has`, `would`, `not`: stands between the subject and its verb.
    pub(crate) const AUXILIARY: u32 = 1 << 15;
    /// Stands between the subject and its verb too: `also`.
    pub(crate) const ADVERB: u32 = 1 << 16;
    /// What somebody is: `president`; before a name it is no part of it.
    pub(crate) const ROLE: u32 = 1 << 17;
    /// `Mr`, `Frau`.
    pub(crate) const TITLE: u32 = 1 << 18;
    /// A man's first name, or a man's title.
    pub(crate) const MAN: u32 = 1 << 19;
    /// A woman's first name, or a woman's title.
    pub(crate) const WOMAN: u32 = 1 << 20;
    /// Lower-case part of a name: `de`, `bin`.
    pub(crate) const PARTICLE: u32 = 1 << 21;
    /// Its full stop ends no sentence.
    pub(crate) const ABBREVIATION: u32 = 1 << 22;
    /// Capitalised at the start of a sentence or by habit, and no name: `The`, `Monday`.
    pub(crate) const NOT_NAME: u32 = 1 << 23;
    /// Begins an according-to phrase.
    pub(crate) const ACCORDING: u32 = 1 << 24;
    /// A writing that can speak: `report`.
    pub(crate) const DOCUMENT: u32 = 1 << 25;
    /// `so-called`.
    pub(crate) const SCARE: u32 = 1 << 26;
    /// `who`, `that`, `который`.
    pub(crate) const RELATIVE: u32 = 1 << 27;
    /// A first name, whatever else it is.
    pub(crate) const FIRST_NAME: u32 = 1 << 28;
    /// A verb in the mood of reported speech: `sei`, `habe`.
    pub(crate) const REPORTED: u32 = 1 << 29;
    /// What is said, as a noun: `claim`, `promise`.
    pub(crate) const SPEECH_NOUN: u32 = 1 << 30;
    /// Stands between a judging verb and what it says of its object: `als`, `como`, `jako`.
    pub(crate) const LIKE: u32 = 1 << 31;
    /// Any third-person pronoun.
    pub(crate) const PERSON: u32 = Self::HE | Self::SHE | Self::THEY;
    /// Any pronoun.
    pub(crate) const PRONOUN: u32 = Self::PERSON | Self::OTHER_PRONOUN;

    /// Whether one of these is set.
    pub(crate) fn any(self, mask: u32) -> bool {
        self.0 & mask != 0
    }
}

/// An according-to phrase after its first word.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// The words after the first; `~` stands for a name in the genitive (`in Trump's words`).
    pub(crate) rest: Vec<&'static str>,
    /// Whose words: what follows in the sentence, or the pronoun inside the phrase.
    pub(crate) source: PhraseSource,
}

/// Where the speaker of an according-to phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhraseSource {
    /// After the phrase.
    Follows,
    /// After the phrase, in the genitive.
    Genitive,
    /// Before it: `dem Minister zufolge`.
    Precedes,
    /// After the phrase, which opens the sentence and ends in a comma: `Pour Ida Moll, «…»`.
    Opens,
    /// In it, a pronoun or `~`.
    Within,
}

/// How a language is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Every marked stretch is a quote unless something speaks against it.
    pub(crate) accepts_by_default: bool,
    /// Names have cases.
    pub(crate) inflected: bool,
    /// Speech set off by dashes.
    pub(crate) dialogue: bool,
    /// A comma ends the speech behind a dash: `– Nej, säger hon.`
    pub(crate) comma_ends: bool,
    /// Every noun is capitalised.
    pub(crate) nouns_capitalised: bool,
    /// The subject follows the verb when anything else opens the sentence.
    pub(crate) verb_second: bool,
    /// Short words join the next by an apostrophe: `l’homme`.
    pub(crate) elision: bool,
    /// The verb stands behind what is said, its subject before it.
    pub(crate) verb_final: bool,
    /// The script has no capitals.
    pub(crate) uncased: bool,
    /// Words stand without blanks.
    pub(crate) ideographic: bool,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// How it is read.
    pub(crate) options: Options,
    words: Words,
    prefixes: Affixes,
    suffixes: Affixes,
    class_nouns: HashMap<&'static str, bool, WordHasher>,
    class_suffixes: Vec<&'static str>,
    according: HashMap<&'static str, Vec<Phrase>, WordHasher>,
    clitics: Vec<&'static str>,
    /// Forms of verbs that speak only with one of these particles behind them: `stellte … fest`.
    separable: HashMap<&'static str, Vec<&'static str>, WordHasher>,
    /// Forms that tell nothing before one of these words: `continued to`.
    mute: HashMap<&'static str, Vec<&'static str>, WordHasher>,
    /// Verbs with the prepositions by which they govern what is said: `sprach von`.
    governing: HashMap<&'static str, Vec<&'static str>, WordHasher>,
    /// Clitics, beginnings or endings are known.
    has_affixes: bool,
    /// Verbs that stand before the mark, where words stand without blanks.
    pub(crate) verbs_before: Vec<&'static str>,
    /// Verbs that stand after it.
    pub(crate) verbs_after: Vec<&'static str>,
}

macro_rules! tables {
    ($($code:literal),*) => {
        /// The tables by language code, each parsed on first use.
        static TABLES: [(&str, LazyLock<Lexicon>); [$($code),*].len()] = [
            $(($code, LazyLock::new(|| Lexicon::parse(include_str!(concat!($code, ".txt")))))),*
        ];
    };
}

tables!["en", "ru", "de", "fr", "es", "it", "pt", "pl", "uk", "zh", "ja", "nl", "cs", "sv", "tr", "ar"];

/// The lexicon of a language that has none: marks and structure are all there is.
static UNKNOWN: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// The lexicon for a language tag such as `en` or `pt-BR`.
    pub(crate) fn of(language: Option<&str>) -> &'static Self {
        let Some(tag) = language else { return &UNKNOWN };
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        TABLES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(code))
            .map_or(&*UNKNOWN, |(_, lexicon)| &**lexicon)
    }

    /// What a lower-case word may be.
    pub(crate) fn flags(&self, word: &str) -> Flags {
        self.find(word.as_bytes())
    }

    /// What a word in letters of any size may be.
    pub(crate) fn flags_of(&self, word: &str) -> Flags {
        if self.words.is_empty() {
            return Flags::default();
        }
        // Most words are short, in ASCII, and in the table or nowhere.
        if let Some(small) = words::pack(word.as_bytes()).and_then(words::small) {
            let flags = self.words.get_short(small);
            if flags.0 != 0 || !self.has_affixes {
                return flags;
            }
        }
        match Small::of(word) {
            Some(small) => self.find(small.bytes()),
            None => {
                let mut small = String::new();
                lower(word, &mut small);
                self.flags(&small)
            }
        }
    }

    fn find(&self, word: &[u8]) -> Flags {
        let flags = self.words.get(word);
        if flags.0 != 0 {
            return flags;
        }
        if !self.clitics.is_empty()
            && let Some((head, _)) = self.split_clitic(word)
        {
            return self.words.get(head);
        }
        self.prefixes.of_beginning(word).or_else(|| self.suffixes.of_ending(word)).unwrap_or_default()
    }

    /// Whether the verb carries its subject: `précise-t-il`; the flags of that pronoun.
    pub(crate) fn clitic(&self, word: &str) -> Option<Flags> {
        let (_, tail) = self.split_clitic(word.as_bytes())?;
        Some(self.words.get(tail.strip_prefix(b"t-").unwrap_or(tail))).filter(|flags| flags.0 != 0)
    }

    /// The word before its first hyphen, if a clitic is what follows.
    fn split_clitic<'w>(&self, word: &'w [u8]) -> Option<(&'w [u8], &'w [u8])> {
        let hyphen = word.iter().position(|&byte| byte == b'-')?;
        let (head, tail) = (word.get(..hyphen)?, word.get(hyphen + 1..)?);
        self.clitics.iter().any(|clitic| clitic.as_bytes() == tail).then_some((head, tail))
    }

    /// Whether a marked stretch right after this lower-case word is a name: `газета`, `song`.
    pub(crate) fn is_class_noun(&self, word: &str) -> bool {
        if self.class_nouns.contains_key(word) {
            return true;
        }
        let starts = word.char_indices().skip(2).take(14).any(|(at, c)| {
            word.get(..at + c.len_utf8()).is_some_and(|head| self.class_nouns.get(head) == Some(&true))
        });
        starts || self.class_suffixes.iter().any(|tail| word.ends_with(tail))
    }

    /// The particles one of which has to follow this form for it to speak; none if it speaks alone.
    pub(crate) fn particles(&self, word: &str) -> &[&'static str] {
        self.separable.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a verb tells nothing before this word.
    pub(crate) fn is_mute(&self, word: &str, next: &str) -> bool {
        !self.mute.is_empty() && self.mute.get(word).is_some_and(|words| words.contains(&next))
    }

    /// Whether a verb takes what is said with this preposition; an article that stands for both counts too.
    pub(crate) fn governs(&self, verb: &str, preposition: &str) -> bool {
        !self.governing.is_empty()
            && self
                .governing
                .get(verb)
                .is_some_and(|words| words.iter().any(|word| word.eq_ignore_ascii_case(preposition)))
    }

    /// The according-to phrases that begin with this lower-case word.
    pub(crate) fn according(&self, word: &str) -> &[Phrase] {
        self.according.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether any verb is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.verbs_after.is_empty()
    }
}

/// Writes the lower-case form of a word.
pub(crate) fn lower(word: &str, to: &mut String) {
    to.clear();
    for c in word.chars() {
        words::small_letters(c, |c| {
            to.push(c);
            Some(())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read() {
        for (code, _) in &TABLES {
            let lexicon = Lexicon::of(Some(code));
            assert!(!lexicon.is_empty(), "{code}");
        }
        assert!(Lexicon::of(Some("xx")).is_empty());
        assert!(Lexicon::of(None).is_empty());
        assert!(!Lexicon::of(Some("pt-BR")).is_empty());
    }

    #[test]
    fn words_are_what_their_language_makes_them() {
        let cases = [
            ("en", "said", Flags::SPEECH),
            ("en", "adding", Flags::PARTICIPLE),
            ("en", "called", Flags::NAMING),
            ("en", "he", Flags::HE),
            ("ru", "президента", Flags::ROLE),
            ("ru", "цитирует", Flags::OUTLET),
            ("ru", "подчеркнув", Flags::PARTICIPLE),
            ("ru", "говорится", Flags::DOCUMENT_VERB),
            ("de", "innenministerin", Flags::ROLE),
            ("fr", "précise-t-il", Flags::SPEECH),
        ];
        for (code, word, flag) in cases {
            assert!(Lexicon::of(Some(code)).flags(word).any(flag), "{code} {word}");
        }
    }

    #[test]
    fn class_nouns_match_by_stem() {
        assert!(Lexicon::of(Some("ru")).is_class_noun("газету"));
        assert!(Lexicon::of(Some("de")).is_class_noun("tageszeitung"));
        assert!(!Lexicon::of(Some("en")).is_class_noun("singles"));
    }
}
