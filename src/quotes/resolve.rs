//! From the words of an attribution to a person of the article.

use super::attribution::Source;
use super::lexicon::{Flags, Lexicon, lower};
use super::names::{Named, agrees, strip_possessive};
use super::phrase::MentionKind;
use super::slavic;

/// A speaker named before.
#[derive(Debug, Clone)]
pub(crate) struct LastSpeaker {
    /// The full name.
    pub(crate) name: String,
    /// Man or woman.
    pub(crate) gender: Flags,
    /// The paragraph of the quote.
    pub(crate) paragraph: usize,
}

/// A pronoun is taken for the last speaker within this many paragraphs.
const REACH: usize = 2;

/// What a resolution needs to know.
pub(crate) struct Resolver<'a, 't> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) names: &'a Named<'a, 't>,
}

impl Resolver<'_, '_> {
    /// The full name of a source, if the article gives one, with the gender it shows.
    pub(crate) fn name(
        &self,
        source: &Source,
        at: usize,
        paragraph: usize,
        last: Option<&LastSpeaker>,
    ) -> Option<(String, Flags)> {
        match source.kind {
            MentionKind::Name => self.by_name(source, at),
            // A possessive whose owner the sentence names.
            MentionKind::Pronoun => self
                .by_name(source, at)
                .filter(|(_, gender)| agrees(*gender, source.flags))
                .or_else(|| self.by_pronoun(source, at, paragraph, last)),
            MentionKind::Description => {
                self.by_apposition(source).or_else(|| self.by_description(source, at))
            }
            MentionKind::Document => None,
        }
    }

    fn by_name(&self, source: &Source, at: usize) -> Option<(String, Flags)> {
        let mut written = strip_possessive(self.text.get(source.name.clone()?)?);
        if self.lexicon.options.verb_final
            && let Some((bare, _)) = written.rsplit_once(['\'', '’'])
        {
            // `Erdoğan’a göre`: a Turkish case ending.
            written = bare;
        }
        let joined = || written.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((_, last)) = written.trim_end().rsplit_once(char::is_whitespace) {
            let name = if self.lexicon.options.inflected {
                slavic::nominative(written, source.oblique, self.lexicon)
            } else {
                joined()
            };
            let gender =
                self.names.read().full(last, at, Flags(0)).map_or(source.flags, |person| person.gender);
            return Some((name, gender));
        }
        if let Some(person) =
            self.names.read().full(written, at, Flags(source.flags.0 & (Flags::MAN | Flags::WOMAN)))
        {
            return Some((person.name.clone().into_owned(), person.gender));
        }
        let acronym = written.chars().nth(1).is_some_and(char::is_uppercase);
        (!acronym).then(|| (joined(), source.flags))
    }

    fn by_pronoun(
        &self,
        source: &Source,
        at: usize,
        paragraph: usize,
        last: Option<&LastSpeaker>,
    ) -> Option<(String, Flags)> {
        if !source.flags.any(Flags::HE | Flags::SHE) {
            return None;
        }
        if let Some(last) =
            last.filter(|last| paragraph <= last.paragraph + REACH && agrees(last.gender, source.flags))
        {
            return Some((last.name.clone(), last.gender));
        }
        self.names
            .read()
            .latest(at, source.flags)
            .map(|person| (person.name.clone().into_owned(), person.gender))
    }

    /// The name right after a description: `the librarian, Constance Webb`.
    fn by_apposition(&self, source: &Source) -> Option<(String, Flags)> {
        const MOST_WORDS: usize = 4;
        let rest = self.text.get(source.bytes.end..)?.strip_prefix(", ")?;
        let end = rest
            .find(['.', ',', ';', ':', '!', '?', '(', '\n', '”', '»', '"', '–', '—'])
            .unwrap_or(rest.len());
        let words: Vec<&str> = rest.get(..end)?.split_whitespace().take(MOST_WORDS + 1).collect();
        let is_name = |word: &&str| word.starts_with(char::is_uppercase);
        let particle = |word: &str| {
            matches!(word, "de" | "da" | "do" | "dos" | "del" | "la" | "van" | "von" | "der" | "di")
        };
        let named = (2..=MOST_WORDS).contains(&words.len())
            && words.first().is_some_and(is_name)
            && words.last().is_some_and(is_name)
            && words.iter().all(|word| is_name(word) || particle(word));
        named.then(|| (words.join(" "), source.flags))
    }

    fn by_description(&self, source: &Source, at: usize) -> Option<(String, Flags)> {
        let words: Vec<&str> = self.text.get(source.bytes.clone())?.split_whitespace().take(8).collect();
        let mut lowered = String::new();
        for (position, word) in words.iter().enumerate() {
            lower(word.trim_matches(|c: char| !c.is_alphanumeric()), &mut lowered);
            if !self.lexicon.flags(&lowered).any(Flags::ROLE) {
                continue;
            }
            // `a spokeswoman` is somebody new, `the spokeswoman` somebody known.
            if words.first().is_some_and(|first| {
                matches!(
                    first.to_lowercase().as_str(),
                    "a" | "an" | "one" | "another" | "un" | "une" | "ein" | "eine" | "uma" | "um" | "una"
                )
            }) {
                return None;
            }
            let modifier = position
                .checked_sub(1)
                .and_then(|before| words.get(before))
                .filter(|word| word.starts_with(char::is_uppercase) && position > 1);
            return self
                .names
                .read()
                .described(&lowered, modifier.copied(), at, source.flags)
                .map(|person| (person.name.clone().into_owned(), person.gender));
        }
        None
    }
}
