//! Noun phrases without a tagger: who stands before or after a verb.

use std::ops::Range;

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline, narrow};
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
pub(crate) const LONGEST: usize = 14;
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
            return self.office_after(at, end).or_else(|| self.inflected_subject_after(start, end));
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
                        || last > start && self.is_upper(last) && self.is(last - 1, Flags::DETERMINER)
                        || !(self.is(last, stops)
                            || self.begins_predicate(last, start)
                            || last > start && self.is(last, Flags::PARTICIPLE))
                }
                ItemKind::Number => true,
                ItemKind::Stretch => last > start && self.is_marked_name(last),
                _ => false,
            };
            // `on Wednesday`, but `a Wednesday editorial`.
            let day = last > start
                && self.is(last, Flags::NOT_NAME)
                && self.is_upper(last)
                && !self.is(last - 1, Flags::DETERMINER);
            if !goes_on || day {
                break;
            }
            last += 1;
        }
        let end = self.trim_end(start, last);
        // `tweeted another`
        let alone = end == start
            && last == start + 1
            && matches!(self.word(start), "another" | "one" | "many" | "some" | "several" | "others");
        self.mention(start..if alone { last } else { end })
    }

    /// `Volgens de bond is het plan …`: the verb behind the phrase.
    fn begins_predicate(&self, at: usize, start: usize) -> bool {
        self.lexicon.options.verb_second
            && at > start
            && self.is(at, Flags::AUXILIARY | Flags::REPORTED)
            && !self.is_upper(at)
    }

    /// Cuts linking words and participles from the end of a phrase.
    pub(crate) fn trim_end(&self, start: usize, mut last: usize) -> usize {
        let hanging = Flags::PREPOSITION | Flags::JOIN | Flags::ADVERB | Flags::AUXILIARY | Flags::DETERMINER;
        while last > start && self.is(last - 1, hanging) && !self.is_upper(last - 1) {
            last -= 1;
        }
        last
    }

    /// The subject after a verb in a language with cases: the last name that can be a nominative.
    fn inflected_subject_after(&self, start: usize, end: usize) -> Option<Mention> {
        // `заявил в эфире …`: no subject begins with a preposition.
        if self.is(start, Flags::PREPOSITION | Flags::RELATIVE) && !self.is_upper(start) {
            return None;
        }
        let mut last = start;
        let mut pronoun = None;
        while last < end && last < start + LONGEST_INFLECTED {
            match self.kind(last) {
                ItemKind::Word => {
                    let stops = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE | Flags::JOIN;
                    // `jeden z kierowców`, `один из них`
                    let partitive = last == start + 1 && matches!(self.word(last), "z" | "из" | "із" | "з");
                    if self.is(last, stops) && last > start && !self.is_upper(last) && !partitive {
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
                // `заместитель декана - заведующий кафедрой Пётр Лунин`
                ItemKind::Dash if self.is(last + 1, Flags::ROLE) && !self.is_upper(last + 1) => {}
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
            // `przekazała „Echu” rodzina`: whom it was said to comes first.
            None => self.mention(self.behind_marked(start, last)..self.trim_end(start, last)).map(
                |mut mention| {
                    if mention.kind == MentionKind::Name {
                        mention.kind = MentionKind::Description;
                    }
                    mention
                },
            ),
        }
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
        let options = self.lexicon.options;
        let clitics = !(options.accepts_by_default || options.inflected || options.verb_second);
        while clitics && end > low + 1 && self.is(end - 1, Flags::DETERMINER) && !self.is_upper(end - 1) {
            // `Ida o chama`: an article right before a verb is its object.
            end -= 1;
        }
        if end <= low {
            return None;
        }
        let last = end - 1;
        if let Some(relative) = self.relative_before(end, low) {
            // `Trump, who said`: the relative, for the name before it.
            if self.name_of_relative(relative).is_some() {
                let items = relative..relative + 1;
                return Some(Mention { items, kind: MentionKind::Pronoun, oblique: false });
            }
            let before = if self.kind(relative - 1) == ItemKind::Comma { relative - 1 } else { relative };
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
                if self.kind(last) == ItemKind::Comma
                    && let Some(named) = self.behind_place(from, last, low)
                {
                    return Some(named);
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
                    } else if self.is(at, Flags::RELATIVE) && !self.is_article(at, floor) {
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
                    } else if !self.is_upper(at)
                        && (self.is(at, Flags::AUXILIARY)
                            || self.is(at, Flags::SPEECH) && !self.is(at, Flags::NOUN_TOO | Flags::ROLE))
                    {
                        break;
                    }
                    start = at;
                    if self.is(at, Flags::DETERMINER)
                        && !self.is_linked(at, floor)
                        && !self.is_genitive(at, floor)
                    {
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
        if self.lexicon.options.inflected
            && let Some(name) = self.nominative_name(start..end)
        {
            return Some(Mention { items: name, kind: MentionKind::Name, oblique: false });
        }
        self.mention(start..end)
    }

    /// Whether a German `der` is an article, not a relative behind a comma.
    fn is_article(&self, at: usize, floor: usize) -> bool {
        self.lexicon.options.verb_second
            && self.is(at, Flags::DETERMINER)
            && (at == floor
                || self.is_genitive(at, floor)
                || !matches!(self.kind(at - 1), ItemKind::Comma | ItemKind::Word))
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
            && matches!(
                self.word(at - 1),
                "of" | "for" | "from" | "at" | "in" | "with" | "de" | "di" | "da" | "von"
            )
            && at > floor + 1
            && self.noun_before(at - 1)
    }

    /// Whether a German article makes what follows the attribute of the noun before it: `der Leiter des Amtes`.
    fn is_genitive(&self, at: usize, floor: usize) -> bool {
        self.lexicon.options.nouns_capitalised
            && matches!(self.word(at), "des" | "der" | "eines" | "einer")
            && at > floor + 1
            && self.kind(at - 1) == ItemKind::Word
            && self.is_upper(at - 1)
            && !self.is(at - 1, Flags::NOT_NAME)
    }

    /// The first noun phrase of a sentence, behind an opening phrase such as `On Monday,`.
    pub(crate) fn first_phrase(&self, start: usize, end: usize) -> Option<Mention> {
        let mut at = start;
        while at < end
            && (self.is(at, Flags::JOIN)
                || matches!(self.kind(at), ItemKind::Dash | ItemKind::Open | ItemKind::Close))
        {
            at += 1;
        }
        if let Some(dash) = self.dateline(at, end) {
            at = dash + 1;
        }
        if self.opens_aside(at) {
            let comma = (at..end.min(at + 30)).find(|&at| self.kind(at) == ItemKind::Comma);
            if let Some(comma) = comma {
                at = comma + 1;
            }
        }
        while at < end && (self.is(at, Flags::ADVERB | Flags::JOIN) || self.kind(at) == ItemKind::Comma) {
            at += 1;
        }
        if self.is(at, Flags::PRONOUN) && !self.is(at, Flags::DETERMINER) {
            return self.mention(at..at + 1);
        }
        let reach = at..end.min(at + 24);
        let mut past = at;
        let name = reach.clone().find(|&at| {
            if at < past || !self.is_name_word(at) || self.is(at.saturating_sub(1), Flags::PREPOSITION) {
                return false;
            }
            if !self.lexicon.options.nouns_capitalised {
                return !self.is_whole_sentence(at);
            }
            let run = self.name_run(at, end);
            past = run.end;
            self.names_person(&run, &self.strip_titles(run.clone()))
        });
        let person = (at..name.unwrap_or(reach.end)).find(|&at| self.is(at, Flags::PERSON));
        if let Some(person) = person {
            return self.mention(person..person + 1);
        }
        let name = name?;
        let run = self.name_run(name, end);
        if self.ends_possessive(run.end - 1) && self.lexicon.options.accepts_by_default {
            // `Scott’s relatives`: what the name owns is the subject.
            let stops = Flags::SPEECH
                | Flags::AUXILIARY
                | Flags::PREPOSITION
                | Flags::STOP
                | Flags::JOIN
                | Flags::RELATIVE;
            let owned = (run.end..end.min(run.end + 4))
                .take_while(|&at| self.kind(at) == ItemKind::Word && !self.is(at, stops))
                .last();
            return self.mention(run.start..owned.map_or(run.end, |last| last + 1));
        }
        let stripped = self.strip_titles(run.clone());
        self.mention(if stripped.is_empty() { run } else { stripped })
    }

    /// A German noun that may be the subject: `der italienische Innenminister`.
    pub(crate) fn nominative_noun(&self, low: usize, end: usize) -> Option<Mention> {
        const ADJECTIVES: usize = 4;
        if !self.lexicon.options.nouns_capitalised {
            return None;
        }
        let article = (low..end).find(|&at| {
            matches!(
                self.word(at),
                "der" | "Der" | "die" | "Die" | "das" | "Das" | "ein" | "Ein" | "eine" | "Eine"
            ) && (at == low
                || !self.is(at - 1, Flags::PREPOSITION)
                    && !self.is_upper(at - 1)
                    && self.kind(at - 1) != ItemKind::Comma)
        })?;
        let noun = (article + 1..end.min(article + 2 + ADJECTIVES))
            .take_while(|&at| self.kind(at) == ItemKind::Word)
            .find(|&at| self.is_upper(at))?;
        let mut last = noun + 1;
        while last < end && self.kind(last) == ItemKind::Word && self.is_upper(last) {
            last += 1;
        }
        self.mention(article..last)
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
            && self.text.as_bytes().get(end) == Some(&b'.')
        {
            end += 1;
        }
        start..end.max(start)
    }
}
