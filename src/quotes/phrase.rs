//! Noun phrases without a tagger: who stands before or after a verb.

use std::ops::Range;

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline, narrow};
use super::stretch::Form;
use super::token::TokenKind;

/// The words that say who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Its items.
    pub(crate) items: Range<usize>,
    /// What it is.
    pub(crate) kind: MentionKind,
    /// It stands in a case other than the nominative.
    pub(crate) oblique: bool,
}

/// What a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionKind {
    Name,
    Pronoun,
    Description,
    Document,
}

/// Longest subject, in items.
const LONGEST: usize = 14;
/// Longest subject of a language with cases, where titles pile up before the name.
const LONGEST_INFLECTED: usize = 32;

impl Outline<'_> {
    /// The mention made of these items, classified.
    pub(crate) fn mention(&self, items: Range<usize>) -> Option<Mention> {
        if items.is_empty() {
            return None;
        }
        let kind = if items.len() == 1 && self.is(items.start, Flags::PRONOUN) {
            MentionKind::Pronoun
        } else if self.name_in(items.clone()).is_some() {
            MentionKind::Name
        } else if items.clone().any(|at| self.is(at, Flags::DOCUMENT)) {
            MentionKind::Document
        } else {
            MentionKind::Description
        };
        Some(Mention { items, kind, oblique: false })
    }

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
        for at in run.clone() {
            if self.is(at, Flags::ROLE | Flags::TITLE) && !self.is(at, Flags::FIRST_NAME) {
                start = at + 1;
            }
        }
        // `Кремля Дмитрий Песков`: a name begins with its first name.
        if run.end - start > 2 && !self.is(start, Flags::FIRST_NAME) {
            if let Some(first) = (start + 1..run.end - 1).find(|&at| self.is(at, Flags::FIRST_NAME)) {
                start = first;
            }
        }
        start..run.end
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

    /// The subject that follows a verb; `at` is the item after it.
    pub(crate) fn subject_after(&self, at: usize, end: usize) -> Option<Mention> {
        let inflected = self.lexicon.options.inflected;
        let mut start = at;
        while start < end && self.is(start, Flags::AUXILIARY | Flags::ADVERB) && start < at + 3 {
            start += 1;
        }
        if self.is(start, Flags::PRONOUN) && !self.is(start, Flags::DETERMINER) {
            return self.mention(start..start + 1);
        }
        if inflected {
            return self.inflected_subject_after(start, end);
        }
        let mut last = start;
        while last < end && last < start + LONGEST {
            let kind = self.kind(last);
            let goes_on = match kind {
                ItemKind::Word => {
                    let linking = matches!(
                        self.word(last),
                        "of" | "for"
                            | "de"
                            | "du"
                            | "di"
                            | "da"
                            | "des"
                            | "der"
                            | "del"
                            | "della"
                            | "do"
                            | "für"
                            | "von"
                            | "the"
                            | "vom"
                    );
                    let stops = Flags::STOP | Flags::PREPOSITION | Flags::JOIN | Flags::RELATIVE;
                    linking && last > start
                        || last == start && self.is(last, Flags::DETERMINER)
                        || !self.is(last, stops) && !(last > start && self.is(last, Flags::PARTICIPLE))
                }
                ItemKind::Number => true,
                ItemKind::Stretch => last > start && self.is_marked_name(last),
                _ => false,
            };
            if !goes_on || last > start && self.is(last, Flags::NOT_NAME) && self.is_upper(last) {
                break;
            }
            last += 1;
        }
        self.mention(start..self.trim_end(start, last))
    }

    /// Cuts linking words and participles from the end of a phrase.
    fn trim_end(&self, start: usize, mut last: usize) -> usize {
        let hanging = Flags::PREPOSITION | Flags::JOIN | Flags::ADVERB | Flags::AUXILIARY | Flags::DETERMINER;
        while last > start && self.is(last - 1, hanging) && !self.is_upper(last - 1) {
            last -= 1;
        }
        last
    }

    /// The subject after a verb in a language with cases: the last name that can be a nominative.
    fn inflected_subject_after(&self, start: usize, end: usize) -> Option<Mention> {
        let mut last = start;
        let mut pronoun = None;
        while last < end && last < start + LONGEST_INFLECTED {
            match self.kind(last) {
                ItemKind::Word => {
                    let stops = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE | Flags::JOIN;
                    if self.is(last, stops) && last > start && !self.is_upper(last) {
                        break;
                    }
                    if self.is(last, Flags::SPEECH) && last > start {
                        break;
                    }
                    if pronoun.is_none() && self.is(last, Flags::PERSON) {
                        pronoun = Some(last);
                    }
                }
                ItemKind::Number | ItemKind::Close => {}
                ItemKind::Open => {
                    // A gloss in brackets: the name may follow it.
                    let close = (last + 1..end.min(last + 8)).find(|&at| self.kind(at) == ItemKind::Close);
                    match close {
                        Some(close) => last = close,
                        None => break,
                    }
                }
                ItemKind::Stretch => {
                    if !self.is_marked_name(last) {
                        break;
                    }
                }
                _ => break,
            }
            last += 1;
        }
        let phrase = start..last;
        if let Some(name) = self.nominative_name(phrase.clone()) {
            return Some(Mention { items: name, kind: MentionKind::Name, oblique: false });
        }
        match pronoun {
            Some(at) => self.mention(at..at + 1),
            None => self.mention(start..self.trim_end(start, last)).map(|mut mention| {
                if mention.kind == MentionKind::Name {
                    mention.kind = MentionKind::Description;
                }
                mention
            }),
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
            // A lone capitalised word after a noun is mostly a genitive: `глава Татарстана`.
            if best.as_ref().is_none_or(|best| run.len() > 1 || best.len() == 1) {
                best = Some(run);
            }
        }
        best.filter(|run| run.len() > 1 || self.is_lone_nominative(run.start, items.start))
    }

    fn is_lone_nominative(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        let lower_before = at > start && !self.is_upper(at - 1) && !self.is(at - 1, Flags::ROLE);
        let oblique = word.ends_with(['и', 'ы', 'у', 'ю', 'е', 'і', 'ї'])
            || word.ends_with(['а', 'я'])
                && at > start
                && self.is(at - 1, Flags::ROLE)
                && !self.is(at, Flags::WOMAN);
        let acronym = word.chars().nth(1).is_some_and(char::is_uppercase);
        !oblique && !(lower_before && acronym)
    }

    /// The subject that stands before a verb, not before the item `low`.
    pub(crate) fn subject_before(&self, verb: usize, low: usize) -> Option<Mention> {
        let mut end = verb;
        while end > low
            && self.is(end - 1, Flags::AUXILIARY | Flags::ADVERB)
            && !self.is(end - 1, Flags::PRONOUN)
        {
            end -= 1;
        }
        if end > low
            && self.word(end - 1).ends_with("ly")
            && self.lexicon.options.accepts_by_default
            && !self.is_upper(end - 1)
        {
            end -= 1;
        }
        if end <= low {
            return None;
        }
        let last = end - 1;
        if self.is(last, Flags::RELATIVE) && last > low {
            // `Trump, who said`: the name before the relative.
            let before = if self.kind(last - 1) == ItemKind::Comma { last - 1 } else { last };
            return self.phrase_before(before, low);
        }
        if self.is(last, Flags::PRONOUN) {
            return self.mention(last..end);
        }
        match self.kind(last) {
            ItemKind::Comma | ItemKind::Dash | ItemKind::Close => {
                let opener = match self.kind(last) {
                    ItemKind::Close => ItemKind::Open,
                    other => other,
                };
                let floor = low.max(last.saturating_sub(28));
                let before = (floor..last).rev().find(|&at| self.kind(at) == opener);
                let from = before.unwrap_or(floor);
                if from <= low {
                    return before.is_none().then(|| self.phrase_before(last, low)).flatten();
                }
                let outer = self.phrase_before(from, low);
                match outer {
                    Some(mention)
                        if mention.kind != MentionKind::Description
                            || self.is(
                                from + 1,
                                Flags::PREPOSITION | Flags::PARTICIPLE | Flags::RELATIVE | Flags::DETERMINER,
                            ) =>
                    {
                        Some(mention)
                    }
                    // `A, B, said`: the appositive opens further back.
                    other => other.or_else(|| self.phrase_before(last, from + 1)),
                }
            }
            ItemKind::Word | ItemKind::Number | ItemKind::Stretch => self.phrase_before(end, low),
            _ => None,
        }
    }

    /// The noun phrase that ends before `end`.
    pub(crate) fn phrase_before(&self, end: usize, low: usize) -> Option<Mention> {
        let floor = low.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > floor {
            let at = start - 1;
            match self.kind(at) {
                ItemKind::Word => {
                    if self.is(at, Flags::PRONOUN) && !self.is(at, Flags::DETERMINER) && start == end {
                        return self.mention(at..end);
                    }
                    if self.is(at, Flags::JOIN) {
                        // `Kim and Putin said`: two names, one subject.
                        let joined =
                            self.is_name_word(at.saturating_sub(1)) && self.is_name_word(start) && at > floor;
                        if !joined || self.lexicon.options.nouns_capitalised {
                            break;
                        }
                    } else if self.is(at, Flags::RELATIVE) {
                        break;
                    } else if self.is(at, Flags::PREPOSITION | Flags::STOP)
                        && !self.is(at, Flags::DETERMINER | Flags::PARTICLE)
                    {
                        // `the chairman of the committee`: a noun stands before; `on Monday Trump`: a name stands alone.
                        let name = self.is_name_word(start) && !self.is(start, Flags::NOT_NAME);
                        let linking = matches!(
                            self.word(at),
                            "of" | "for"
                                | "from"
                                | "in"
                                | "at"
                                | "to"
                                | "with"
                                | "on"
                                | "für"
                                | "pour"
                                | "para"
                                | "per"
                        );
                        if !linking
                            || at == floor
                            || name && self.name_run(start, end).end == end && !self.noun_before(at)
                        {
                            break;
                        }
                    } else if self.is(at, Flags::SPEECH)
                        && !self.is(at, Flags::NOUN_TOO | Flags::ROLE)
                        && !self.is_upper(at)
                    {
                        break;
                    } else if self.is(at, Flags::AUXILIARY) && !self.is_upper(at) {
                        break;
                    }
                    start = at;
                    if self.is(at, Flags::DETERMINER) && !self.is_linked(at, floor) {
                        break;
                    }
                }
                ItemKind::Number => start = at,
                ItemKind::Stretch if self.is_marked_name(at) => start = at,
                ItemKind::Close => {
                    let open = (floor..at).rev().find(|&open| self.kind(open) == ItemKind::Open);
                    match open {
                        Some(open) => start = open,
                        None => break,
                    }
                }
                _ => break,
            }
        }
        while start < end
            && self.is(start, Flags::PREPOSITION | Flags::JOIN | Flags::ADVERB)
            && !self.is(start, Flags::DETERMINER | Flags::TITLE)
        {
            start += 1;
        }
        if self.lexicon.options.inflected {
            if let Some(name) = self.nominative_name(start..end) {
                return Some(Mention { items: name, kind: MentionKind::Name, oblique: false });
            }
        }
        self.mention(start..end)
    }

    /// Whether a noun, not a name, stands before a preposition: `the head of`.
    fn noun_before(&self, at: usize) -> bool {
        at > 0
            && self.kind(at - 1) == ItemKind::Word
            && (self.is(at - 1, Flags::ROLE) || !self.is_upper(at - 1) && !self.is(at - 1, Flags::SPEECH))
    }

    /// Whether a preposition that links two nouns stands before a determiner: `of the`.
    fn is_linked(&self, at: usize, floor: usize) -> bool {
        at > floor
            && matches!(self.word(at - 1), "of" | "for" | "from" | "at" | "in" | "with")
            && at > floor + 1
            && self.noun_before(at - 1)
    }

    /// The first noun phrase of a sentence, behind an opening phrase such as `On Monday,`.
    pub(crate) fn first_phrase(&self, start: usize, end: usize) -> Option<Mention> {
        let mut at = start;
        while at < end && matches!(self.kind(at), ItemKind::Dash | ItemKind::Open | ItemKind::Close)
            || self.is(at, Flags::JOIN) && at < end
        {
            at += 1;
        }
        if self.opens_aside(at) {
            let comma = (at..end.min(at + 30)).find(|&at| self.kind(at) == ItemKind::Comma);
            if let Some(comma) = comma {
                at = comma + 1;
            }
        }
        while at < end && self.is(at, Flags::ADVERB | Flags::JOIN)
            || self.kind(at) == ItemKind::Comma && at < end
        {
            at += 1;
        }
        if self.is(at, Flags::PRONOUN) && !self.is(at, Flags::DETERMINER) {
            return self.mention(at..at + 1);
        }
        let reach = at..end.min(at + 24);
        let name =
            reach.clone().find(|&at| self.is_name_word(at) && !self.is(at.saturating_sub(1), Flags::PREPOSITION));
        let person = (at..name.unwrap_or(reach.end)).find(|&at| self.is(at, Flags::PERSON));
        if let Some(person) = person {
            return self.mention(person..person + 1);
        }
        let name = name?;
        let run = self.name_run(name, end);
        let stripped = self.strip_titles(run.clone());
        self.mention(if stripped.is_empty() { run } else { stripped })
    }

    /// Whether a sentence opens with an aside that a comma ends: `On Monday,`, `Filling in for X,`, `Recently,`.
    fn opens_aside(&self, at: usize) -> bool {
        let word = self.word(at);
        let ending = word.len() > 4 && (word.ends_with("ing") || word.ends_with("ly"));
        self.is(at, Flags::PREPOSITION | Flags::PARTICIPLE) && !self.is(at, Flags::PRONOUN)
            || ending && self.lexicon.options.accepts_by_default
    }

    /// The bytes of a mention.
    pub(crate) fn mention_bytes(&self, items: &Range<usize>) -> Range<usize> {
        if items.is_empty() {
            return 0..0;
        }
        let start = self.bytes(items.start).start;
        let mut end = self.bytes(items.end - 1).end;
        // An abbreviation at the end keeps its stop: `Donald Trump Jr.`
        let next = self.items.get(items.end - 1).and_then(|item| self.tokens.get(item.index as usize + 1));
        if self.is(items.end - 1, Flags::ABBREVIATION)
            && next.is_some_and(|next| next.kind == TokenKind::Stop && next.start == narrow(end))
        {
            end += 1;
        }
        start..end.max(start)
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
