//! The author's text with each stretch as one item, cut into sentences: what attribution reads.

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{Flags, Lexicon};
use super::marks::piece;
use super::stretch::{Form, Stretch};
use super::token::{Token, TokenKind};

/// A word, a stop or a whole stretch.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Its token, or the number of the stretch.
    pub(crate) index: u32,
    /// What it is.
    pub(crate) kind: ItemKind,
    /// The word begins with a capital.
    pub(crate) upper: bool,
    /// What the word may be; most words are never asked.
    flags: Cell<Flags>,
}

impl Item {
    /// Stands for what nobody asked for yet: all flags at once, which no word has.
    const UNREAD: Flags = Flags(u32::MAX);

    fn new(index: u32, kind: ItemKind, upper: bool) -> Self {
        let flags = if kind == ItemKind::Word { Self::UNREAD } else { Flags::default() };
        Self { index, kind, upper, flags: Cell::new(flags) }
    }
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Word,
    Number,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Stretch,
    Break,
}

/// The author's text of one body or headline.
pub(crate) struct Outline<'t> {
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) tokens: Vec<Token>,
    pub(crate) stretches: Vec<Stretch>,
    pub(crate) items: Vec<Item>,
    /// The item of each stretch.
    pub(crate) places: Vec<u32>,
    /// The end of each sentence.
    sentences: Vec<u32>,
    /// Last names known to be persons', where capitals don't tell; read when first asked for.
    pub(crate) surnames: OnceCell<HashSet<&'t str>>,
}

impl<'t> Outline<'t> {
    /// Lays out the text around the stretches.
    pub(crate) fn new(
        text: &'t str,
        lexicon: &'static Lexicon,
        tokens: Vec<Token>,
        stretches: Vec<Stretch>,
    ) -> Self {
        let mut outline = Self {
            text,
            lexicon,
            tokens,
            stretches,
            items: Vec::new(),
            places: Vec::new(),
            sentences: Vec::new(),
            surnames: OnceCell::new(),
        };
        outline.lay_out();
        outline.cut_sentences();
        outline
    }

    fn lay_out(&mut self) {
        let mut items = Vec::with_capacity(self.tokens.len());
        let mut at = 0;
        for (number, found) in self.stretches.iter().enumerate() {
            let from = found.from as usize;
            // A stretch that begins inside another is none, and ends the list.
            if from < at || from >= self.tokens.len() {
                break;
            }
            self.push_words(at..from, &mut items);
            self.places.push(narrow(items.len()));
            items.push(Item::new(narrow(number), ItemKind::Stretch, false));
            // Author's words between dashes keep the dash that closes the speech.
            at = (found.to as usize).max(from + 1);
        }
        self.push_words(at..self.tokens.len(), &mut items);
        self.items = items;
    }

    fn push_words(&self, range: Range<usize>, items: &mut Vec<Item>) {
        let start = range.start;
        for (offset, &token) in self.tokens.get(range).unwrap_or_default().iter().enumerate() {
            let at = start + offset;
            let kind = match token.kind {
                TokenKind::Word => ItemKind::Word,
                TokenKind::Number => ItemKind::Number,
                TokenKind::Comma => ItemKind::Comma,
                TokenKind::Stop if self.is_abbreviation(items.last(), token, self.tokens.get(at + 1)) => {
                    continue;
                }
                TokenKind::Stop => ItemKind::Stop,
                TokenKind::Colon => ItemKind::Colon,
                TokenKind::Semicolon => ItemKind::Semicolon,
                TokenKind::Dash => ItemKind::Dash,
                TokenKind::Open => ItemKind::Open,
                TokenKind::Close => ItemKind::Close,
                TokenKind::Break => ItemKind::Break,
                TokenKind::Mark(_) | TokenKind::Other => continue,
            };
            items.push(Item::new(narrow(at), kind, token.upper));
        }
    }

    /// Whether a full stop belongs to the word before it.
    fn is_abbreviation(&self, last: Option<&Item>, stop: Token, next: Option<&Token>) -> bool {
        let Some(item) = last.filter(|item| item.kind == ItemKind::Word) else { return false };
        let Some(word) = self.tokens.get(item.index as usize).filter(|word| word.end == stop.start) else {
            return false;
        };
        if piece(self.text, stop) != "." {
            return false;
        }
        // `(R-Fla.)`, `R-Ky., said`, `U.S. officials`: no sentence ends before these.
        let goes_on = next.is_some_and(|next| match next.kind {
            TokenKind::Comma | TokenKind::Close | TokenKind::Semicolon => true,
            TokenKind::Word => next.spaced && !next.upper && self.lexicon.options.accepts_by_default,
            _ => false,
        });
        if goes_on {
            return true;
        }
        let text = piece(self.text, *word);
        let initial = item.upper && text.chars().nth(1).is_none();
        // `the U.S. Embassy`, but `left the U.S. The talks`.
        let state = text == "U.S"
            && next.is_some_and(|next| {
                let opener = Flags::NOT_NAME | Flags::PRONOUN | Flags::DETERMINER;
                next.kind == TokenKind::Word && !self.lexicon.flags_of(piece(self.text, *next)).any(opener)
            });
        initial || state || self.read(item).any(Flags::ABBREVIATION)
    }

    fn cut_sentences(&mut self) {
        let mut ends = Vec::with_capacity(self.items.len() / 16 + 1);
        for (at, item) in self.items.iter().enumerate() {
            if matches!(item.kind, ItemKind::Break | ItemKind::Stop | ItemKind::Stretch)
                && self.ends_sentence(at)
            {
                ends.push(narrow(at + 1));
            }
        }
        ends.push(narrow(self.items.len()));
        self.sentences = ends;
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let kind = |at: usize| self.items.get(at).map_or(ItemKind::Break, |item| item.kind);
        let next = self.items.get(at + 1);
        match kind(at) {
            ItemKind::Break => true,
            ItemKind::Stop => match kind(at + 1) {
                ItemKind::Word => {
                    let options = self.lexicon.options;
                    next.is_some_and(|next| next.upper) || options.ideographic || options.uncased
                }
                ItemKind::Comma | ItemKind::Close | ItemKind::Break | ItemKind::Semicolon => false,
                // `…, said X. — Иначе`: speech goes on after the dash.
                _ => true,
            },
            ItemKind::Stretch => {
                if self.form_of(at) != Some(Form::Marked) {
                    return false;
                }
                let Some(last) = self.last_inside(at) else { return false };
                let starts = match kind(at + 1) {
                    ItemKind::Word => next.is_some_and(|next| next.upper),
                    ItemKind::Stretch => true,
                    _ => false,
                };
                match last {
                    '.' | '…' | '。' => starts,
                    // `“Really?” Smith said`: a question ends no sentence of the author's by itself.
                    '!' | '?' => starts && !self.verb_near(at + 1),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Whether a verb of speech follows, over a speaker and what he is: `Will Moll, head of the union's office, said`.
    fn verb_near(&self, at: usize) -> bool {
        const NEAR: usize = 8;
        const BEHIND_NAME: usize = 18;
        let named = (at + 1..at + 5).find(|&at| self.kind(at) != ItemKind::Word);
        let aside = named.is_some_and(|comma| {
            self.kind(comma) == ItemKind::Comma && (at..comma).all(|at| self.is_upper(at))
        });
        self.items
            .iter()
            .skip(at)
            .take(if aside { BEHIND_NAME } else { NEAR })
            .take_while(|item| matches!(item.kind, ItemKind::Word | ItemKind::Comma | ItemKind::Number))
            .any(|item| self.read(item).any(Flags::SPEECH))
    }

    /// The items of the sentence that holds an item.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        self.sentence_at(self.sentence_number(at))
    }

    /// The number of the sentence that holds an item.
    pub(crate) fn sentence_number(&self, at: usize) -> usize {
        if at < self.items.len() { self.sentences.partition_point(|&end| end as usize <= at) } else { 0 }
    }

    /// The items of a sentence by number.
    pub(crate) fn sentence_at(&self, number: usize) -> Range<usize> {
        let Some(&end) = self.sentences.get(number) else { return 0..0 };
        let start = number.checked_sub(1).and_then(|before| self.sentences.get(before));
        start.map_or(0, |&start| start as usize)..end as usize
    }

    /// What an item may be: looked up when first asked for.
    #[inline]
    fn read(&self, item: &Item) -> Flags {
        let flags = item.flags.get();
        if flags == Item::UNREAD { self.look_up(item) } else { flags }
    }

    #[inline(never)]
    fn look_up(&self, item: &Item) -> Flags {
        let word = self.tokens.get(item.index as usize).map_or("", |token| piece(self.text, *token));
        let flags = self.lexicon.flags_of(word);
        item.flags.set(flags);
        flags
    }

    /// What the item may be.
    #[inline]
    pub(crate) fn flags(&self, at: usize) -> Flags {
        self.items.get(at).map_or(Flags::default(), |item| self.read(item))
    }

    /// The first item from `at` on that is a capitalised word.
    pub(crate) fn next_capital(&self, at: usize) -> Option<usize> {
        let rest = self.items.get(at..)?;
        rest.iter().position(|item| item.upper && item.kind == ItemKind::Word).map(|next| at + next)
    }

    #[inline]
    pub(crate) fn kind(&self, at: usize) -> ItemKind {
        self.items.get(at).map_or(ItemKind::Break, |item| item.kind)
    }

    /// Whether the item may be one of these.
    #[inline]
    pub(crate) fn is(&self, at: usize, mask: u32) -> bool {
        self.flags(at).any(mask)
    }

    #[inline]
    pub(crate) fn is_upper(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.upper)
    }

    /// The text of a word or stop.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        let Some(item) = self.items.get(at).filter(|item| item.kind != ItemKind::Stretch) else { return "" };
        self.tokens.get(item.index as usize).map_or("", |token| piece(self.text, *token))
    }

    pub(crate) fn stretch(&self, at: usize) -> Option<&Stretch> {
        let item = self.items.get(at).filter(|item| item.kind == ItemKind::Stretch)?;
        self.stretches.get(item.index as usize)
    }

    fn form_of(&self, at: usize) -> Option<Form> {
        self.stretch(at).map(|stretch| stretch.form)
    }

    /// The last character inside a stretch, blanks and inner marks looked through.
    pub(crate) fn last_inside(&self, at: usize) -> Option<char> {
        let stretch = self.stretch(at)?;
        let inside = self.tokens.get(stretch.first as usize..stretch.end as usize)?;
        let last = inside.iter().rev().take(4).find(|token| !matches!(token.kind, TokenKind::Mark(_)))?;
        piece(self.text, *last).chars().next_back()
    }

    /// The bytes of an item.
    pub(crate) fn bytes(&self, at: usize) -> Range<usize> {
        match self.items.get(at) {
            Some(item) if item.kind == ItemKind::Stretch => match self.stretches.get(item.index as usize) {
                Some(stretch) => {
                    let start =
                        self.tokens.get(stretch.from as usize).map_or(0, |token| token.start as usize);
                    let end = (stretch.to as usize).checked_sub(1).and_then(|last| self.tokens.get(last));
                    start..end.map_or(start, |token| token.end as usize)
                }
                None => 0..0,
            },
            Some(item) => self
                .tokens
                .get(item.index as usize)
                .map_or(0..0, |token| token.start as usize..token.end as usize),
            None => 0..0,
        }
    }

    /// The words a stretch holds, none counted after `most`.
    pub(crate) fn words_inside(&self, stretch: &Stretch, most: usize) -> usize {
        let inside = self.tokens.get(stretch.first as usize..stretch.end as usize).unwrap_or_default();
        let counts = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        inside.iter().filter(counts).take(most).count()
    }
}

pub(crate) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
