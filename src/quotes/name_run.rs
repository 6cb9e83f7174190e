//! Runs of capitalised words that are names.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::Flags;
use super::names::strip_possessive;
use super::outline::{ItemKind, Outline};
use super::stretch::Form;

impl Outline<'_> {
    /// Whether the item is a capitalised word that can be part of a name.
    pub(crate) fn is_name_word(&self, at: usize) -> bool {
        self.kind(at) == ItemKind::Word && self.is_upper(at) && !self.is(at, Flags::NOT_NAME | Flags::PRONOUN)
    }

    /// The last run of name words in these items, titles and roles stripped from its front.
    pub(crate) fn name_in(&self, items: Range<usize>) -> Option<Range<usize>> {
        let mut best: Option<Range<usize>> = None;
        let mut at = items.start;
        while at < items.end {
            if !self.is_name_word(at) {
                // `a spokesman for Trump`: the name after a preposition is somebody else's.
                let foreign =
                    !self.lexicon.options.inflected && self.is(at, Flags::PREPOSITION | Flags::PARTICLE);
                if foreign && at > items.start && !self.is_name_word(at - 1) {
                    break;
                }
                if foreign && best.is_some() && self.is(at, Flags::PREPOSITION) {
                    break;
                }
                at += 1;
                continue;
            }
            let run = self.name_run(at, items.end);
            let next = run.end.max(at + 1);
            let trimmed = self.strip_titles(run);
            let modifier = next < items.end && self.is_modified(next);
            if !trimmed.is_empty() && !modifier && self.can_be_name(&trimmed) {
                let longer = best.as_ref().is_none_or(|best| trimmed.len() > 1 || best.len() == 1);
                if longer {
                    best = Some(trimmed);
                }
            }
            at = next;
        }
        best
    }

    /// Whether the item is a noun that makes the capitalised words before it its attribute: `North Korean leader`.
    fn is_modified(&self, at: usize) -> bool {
        let no_noun = Flags::PREPOSITION
            | Flags::JOIN
            | Flags::RELATIVE
            | Flags::STOP
            | Flags::SPEECH
            | Flags::AUXILIARY
            | Flags::ADVERB
            | Flags::PRONOUN;
        let options = self.lexicon.options;
        options.accepts_by_default
            && self.kind(at) == ItemKind::Word
            && !self.is_upper(at)
            && !self.is(at, no_noun)
    }

    /// A run of name words from `at`, particles inside it.
    pub(crate) fn name_run(&self, at: usize, end: usize) -> Range<usize> {
        let mut last = at + 1;
        let mut next = at + 1;
        while next < end && next < at + 8 {
            if self.is_name_word(next) && self.adjacent(next) {
                last = next + 1;
            } else if !self.is(next, Flags::PARTICLE)
                || self.is(next, Flags::STOP) && self.lexicon.options.inflected
            {
                break;
            }
            next += 1;
        }
        at..last
    }

    /// Whether only a blank, an abbreviation's stop or a hyphen stands before the item.
    fn adjacent(&self, at: usize) -> bool {
        let (before, here) = (self.bytes(at - 1), self.bytes(at));
        here.start.saturating_sub(before.end) <= 3 && !self.ends_possessive(at - 1)
    }

    /// `Obama's`: what follows is another name.
    pub(crate) fn ends_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("'s") || word.ends_with("’s")
    }

    /// Takes titles and roles (`President`, `Mr`) from the front of a run; a run of them alone is no name.
    pub(crate) fn strip_titles(&self, run: Range<usize>) -> Range<usize> {
        let mut start = run.start;
        let adverb = self.lexicon.options.accepts_by_default
            && run.len() > 1
            && self.word(start).len() > 6
            && self.word(start).ends_with("ly")
            && !self.is(start, Flags::FIRST_NAME);
        if adverb {
            // `Interestingly Blocher`
            start += 1;
        }
        for at in run.clone() {
            if self.is(at, Flags::FIRST_NAME) {
                // `Anna de Boer`: no title stands behind a first name.
                break;
            }
            if self.is(at, Flags::ROLE | Flags::TITLE) {
                start = at + 1;
            }
        }
        // `Кремля Дмитрий Песков`: a name begins with its first name.
        if run.end - start > 2
            && !self.is(start, Flags::FIRST_NAME)
            && let Some(first) = (start + 1..run.end - 1).find(|&at| self.is(at, Flags::FIRST_NAME))
        {
            start = first;
        }
        // `Sprecher der Firma`, `Ministro da Fazenda`: what the role belongs to.
        let owner = start > run.start
            && !self.lexicon.options.accepts_by_default
            && matches!(
                self.word(start),
                "de" | "da" | "do" | "dos" | "das" | "del" | "du" | "des" | "di" | "della" | "der"
            );
        if owner {
            return run.end..run.end;
        }
        start..run.end
    }

    /// Whether a run of capitalised words names a person where every noun has a capital: by a first name, by a title or
    /// role before it, or because the text names a person of that last name elsewhere.
    pub(crate) fn names_person(&self, run: &Range<usize>, stripped: &Range<usize>) -> bool {
        if !self.lexicon.options.nouns_capitalised {
            return true;
        }
        !stripped.is_empty()
            && (stripped.start > run.start
                || stripped.clone().any(|at| self.is(at, Flags::FIRST_NAME))
                || run.start.checked_sub(1).is_some_and(|at| self.is(at, Flags::ROLE | Flags::TITLE))
                // `Ida Moll, Leiterin des Amtes`
                || run.len() > 1 && self.kind(run.end) == ItemKind::Comma && self.is(run.end + 1, Flags::ROLE)
                || self.surnames().contains(strip_possessive(self.word(stripped.end - 1))))
    }

    /// The last words of the names that begin with a known first name, a title or a role.
    fn surnames(&self) -> &HashSet<&'_ str> {
        self.surnames.get_or_init(|| {
            let mut found = HashSet::new();
            let mut at = 0;
            while let Some(next) = self.next_capital(at) {
                at = next + 1;
                if !self.is_name_word(next) {
                    continue;
                }
                let run = self.name_run(next, self.items.len());
                at = run.end.max(at);
                let stripped = self.strip_titles(run.clone());
                let told = stripped.start > run.start
                    || stripped.len() > 1 && self.is(stripped.start, Flags::FIRST_NAME);
                if told && !stripped.is_empty() {
                    found.insert(self.word(stripped.end - 1));
                }
            }
            found
        })
    }

    /// `Pause.`: a sentence of one word names nobody.
    pub(crate) fn is_whole_sentence(&self, at: usize) -> bool {
        let ends = |kind| matches!(kind, ItemKind::Stop | ItemKind::Break);
        ends(self.kind(at + 1)) && at.checked_sub(1).is_none_or(|before| ends(self.kind(before)))
    }

    /// Whether the item is a few marked words: a name inside a noun phrase.
    pub(crate) fn is_marked_name(&self, at: usize) -> bool {
        self.stretch(at).is_some_and(|inner| inner.form == Form::Marked && self.words_inside(inner, 5) < 5)
    }

    fn can_be_name(&self, run: &Range<usize>) -> bool {
        if self.ends_possessive(run.end - 1) {
            return false;
        }
        !self.lexicon.options.nouns_capitalised || run.len() > 1 || self.is(run.start, Flags::FIRST_NAME) || {
            // One capitalised German word may be any noun: no article may stand before a name.
            let before = run.start.checked_sub(1);
            !before.is_some_and(|before| {
                self.is(before, Flags::DETERMINER)
                    || (self.kind(before) == ItemKind::Word
                        && !self.is_upper(before)
                        && !self
                            .is(before, Flags::SPEECH | Flags::PREPOSITION | Flags::AUXILIARY | Flags::ROLE))
            })
        }
    }

    /// The last run of two or more name words that can be nominative, else the last single one.
    pub(crate) fn nominative_name(&self, items: Range<usize>) -> Option<Range<usize>> {
        let mut best: Option<Range<usize>> = None;
        let mut at = items.start;
        let mut bracketed = false;
        while at < items.end {
            match self.kind(at) {
                ItemKind::Open => bracketed = true,
                ItemKind::Close => bracketed = false,
                _ => {}
            }
            if bracketed || !self.is_name_word(at) {
                at += 1;
                continue;
            }
            let run = self.name_run(at, items.end);
            at = run.end.max(at + 1);
            let run = self.strip_titles(run);
            if run.is_empty() || !run.clone().all(|at| is_nominative(self.word(at))) {
                continue;
            }
            if run.start > items.start && self.is_foreign(run.start) && !self.is_upper(run.start - 1) {
                // `представитель Nordic Ferries`
                continue;
            }
            // A lone capitalised word after a noun is mostly a genitive: `глава Татарстана`.
            if best.as_ref().is_none_or(|best| run.len() > 1 || best.len() == 1) {
                best = Some(run);
            }
        }
        best.filter(|run| run.len() > 1 || self.is_lone_nominative(run.start, items.start))
    }

    /// Whether a word in Latin letters stands behind one in other letters: the name of a firm, not of a person.
    fn is_foreign(&self, at: usize) -> bool {
        let latin = |at: usize| self.word(at).starts_with(|c: char| c.is_ascii_alphabetic());
        self.kind(at - 1) == ItemKind::Word && latin(at) && !latin(at - 1)
    }

    fn is_lone_nominative(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        let lower_before = at > start && !self.is_upper(at - 1) && !self.is(at - 1, Flags::ROLE);
        // `съезда врачей Севера`
        let genitive = lower_before
            && word.ends_with(['а', 'я'])
            && !self.is(at, Flags::WOMAN)
            && self.flags(at - 1) == Flags::default();
        let oblique = genitive
            || word.ends_with(['и', 'ы', 'у', 'ю', 'е', 'і', 'ї'])
            || word.ends_with(['а', 'я'])
                && at > start
                && self.is(at - 1, Flags::ROLE)
                && !self.is(at, Flags::WOMAN);
        let acronym = word.chars().nth(1).is_some_and(char::is_uppercase);
        !(oblique || lower_before && acronym)
    }
}

/// Whether a capitalised Slavic word can stand in the nominative, by its ending.
fn is_nominative(word: &str) -> bool {
    const OBLIQUE: [&str; 14] =
        ["ого", "ому", "ему", "его", "ыми", "ими", "ых", "ову", "еву", "ину", "ovi", "ego", "emu", "ей"];
    const KEPT: [&str; 6] = ["Сергей", "Алексей", "Андрей", "Матвей", "Тимофей", "Соловей"];
    if KEPT.contains(&word) || word.ends_with("ей") && word.chars().count() <= 8 && !word.ends_with("ией")
    {
        return true;
    }
    !OBLIQUE.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 2)
        && !(word.ends_with("ом")
            && word.chars().count() > 5
            && (word.ends_with("вом") || word.ends_with("ном")))
        && !word.ends_with("ым")
}
