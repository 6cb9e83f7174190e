//! The tokens of a text with what their words mean on this page.

use super::Hints;
use super::calendar::Years;
use super::lexicon::{self, Sense};
use super::tokens::{Kind, Number, Token, tokenize};

/// A text to read dates from. Positions are numbers of tokens; beyond the ends there is nothing.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// The meanings of the words that the lexicon has, in the order of the tokens.
    senses: Vec<(Sense, &'static str)>,
    /// Where the meanings of each token end; they begin where those of the token before it do.
    ends: Vec<usize>,
    pub(super) hints: &'a Hints<'a>,
    /// The page's language as the lexicon has it.
    pub(super) language: Option<&'a str>,
    /// The years a date may have.
    pub(super) years: Years,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, hints: &'a Hints<'a>, years: Years) -> Self {
        let (tokens, language) = (tokenize(text), hints.primary_language());
        let mut senses = Vec::new();
        let mut ends = Vec::with_capacity(tokens.len());
        for token in &tokens {
            if let Kind::Word(Some(entry)) = token.kind {
                senses.extend(entry.senses_in(language));
            }
            ends.push(senses.len());
        }
        Self { text, tokens, senses, ends, hints, language, years }
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.kind(at)? {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A number of one or two digits.
    pub(super) fn short_number(&self, at: usize) -> Option<u8> {
        self.number(at).filter(|number| number.width <= 2).and_then(|number| u8::try_from(number.value).ok())
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether a token follows the one before it without a blank.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a token is this mark and follows without a blank.
    pub(super) fn glued_mark(&self, at: usize, mark: char) -> bool {
        self.glued(at) && self.mark(at) == Some(mark)
    }

    /// The token as it stands in the text.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or("")
    }

    /// What the word at a position means, with the language of each meaning.
    pub(super) fn senses(&self, at: usize) -> &[(Sense, &'static str)] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|&end| self.senses.get(start..end)).unwrap_or(&[])
    }

    /// The first meaning that `choose` takes.
    pub(super) fn pick<T>(&self, at: usize, choose: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().find_map(|&(sense, _)| choose(sense))
    }

    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.senses(at).iter().any(|&(found, _)| found == sense)
    }

    /// Whether a word means this in any language: templates are left in the language they came in.
    pub(super) fn is_anywhere(&self, at: usize, sense: Sense) -> bool {
        match self.kind(at) {
            Some(Kind::Word(Some(entry))) => entry.senses().any(|(found, _)| found == sense),
            _ => false,
        }
    }

    /// Whether the page's language is one of these.
    pub(super) fn language_is(&self, languages: &[&str]) -> bool {
        self.language.is_some_and(|own| languages.iter().any(|language| own.eq_ignore_ascii_case(language)))
    }

    /// Whether a word that has this meaning in `of` may be taken for it on this page without other evidence.
    pub(super) fn speaks(&self, of: &str) -> bool {
        self.language.is_none_or(|own| own.eq_ignore_ascii_case(of) || !lexicon::knows(own))
    }

    /// Skips a word with this meaning and the full stop of its abbreviation.
    pub(super) fn skip_word(&self, at: usize, sense: Sense) -> usize {
        if self.is(at, sense) { self.skip_glued(at + 1, '.') } else { at }
    }

    /// Skips the word for year behind one. A single Latin letter is that in its own language alone, and what a hyphen
    /// joins to more is another word: "02.02.2022 A-Team".
    pub(super) fn skip_after_year(&self, at: usize) -> usize {
        let single = self.raw(at).len() == 1;
        let own = |&(sense, language): &(Sense, &str)| {
            sense == Sense::AfterYear && (!single || self.speaks(language))
        };
        let joined = self.glued_mark(at + 1, '-') && self.glued(at + 2);
        if !joined && self.senses(at).iter().any(own) { self.skip_glued(at + 1, '.') } else { at }
    }

    /// Skips a mark that follows without a blank.
    pub(super) fn skip_glued(&self, at: usize, mark: char) -> usize {
        if self.glued_mark(at, mark) { at + 1 } else { at }
    }
}
