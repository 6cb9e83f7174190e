//! Attribution by other means than a verb with its subject: according to whom, whom an outlet quotes, which writing
//! says it, the author's words inside the marks.

use super::attribution::{AHEAD, Attribution, BACK, How};
use super::lexicon::{Flags, PhraseSource, lower};
use super::marks::piece;
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};
use super::token::{Token, TokenKind};

impl Outline<'_> {
    /// The object of a verb of passing on: `цитирует РБК главу компании`.
    pub(crate) fn object_after(&self, at: usize, end: usize) -> Option<Mention> {
        let inflected = self.lexicon.options.inflected;
        let mut start = at;
        while start < end && self.is(start, Flags::AUXILIARY | Flags::ADVERB) {
            start += 1;
        }
        let outlet = start;
        if inflected {
            // The outlet is in the nominative, an acronym or a marked name; the speaker begins in lower case.
            while start < end && (self.is_upper(start) || self.kind(start) == ItemKind::Stretch) {
                start += 1;
            }
        }
        let mut last = start;
        let bound = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE;
        while last < end
            && self.kind(last) == ItemKind::Word
            && (!self.is(last, bound) || self.is_upper(last))
            && last < start + 12
        {
            last += 1;
        }
        if inflected && last == start {
            // `цитирует Путина ТАСС`, `цитирует ТАСС Путина`: the word that is no acronym.
            let name =
                (outlet..last).find(|&at| self.word(at).chars().nth(1).is_some_and(char::is_lowercase))?;
            let run = self.name_run(name, last);
            return Some(Mention { items: run, kind: MentionKind::Name, oblique: true });
        }
        let mut mention = self.mention(start..last)?;
        if self.is(start, Flags::ROLE)
            || mention.kind == MentionKind::Name
            || mention.kind == MentionKind::Pronoun
        {
            mention.oblique = true;
            return Some(mention);
        }
        // `цитирует ТАСС собеседника`: somebody in the accusative.
        let object = inflected
            && start > outlet
            && last == start + 1
            && self.word(start).ends_with(['а', 'я', 'у', 'ю']);
        if object {
            mention.oblique = true;
            return Some(mention);
        }
        None
    }

    /// The writing in which something is said: `говорится в сообщении ведомства`, `В сообщении говорится`.
    pub(crate) fn document_near(&self, verb: usize, low: usize, end: usize) -> Option<Mention> {
        let is = |at: &usize| self.is(*at, Flags::DOCUMENT);
        if self.lexicon.options.verb_second
            && let Some(at) = (verb + 1..end.min(verb + 4)).find(|&at| self.is(at, Flags::PREPOSITION))
            && let Some(mut mention) = self.subject_after(at + 1, end)
        {
            // `heißt es in der Begründung`: whatever stands there is a writing.
            if mention.kind == MentionKind::Description {
                mention.kind = MentionKind::Document;
            }
            mention.oblique = true;
            return Some(mention);
        }
        let found = (verb + 1..end.min(verb + 8)).find(is).or_else(|| (low..verb).rev().take(10).find(is))?;
        let mut last = found + 1;
        while last < end
            && last < found + 5
            && self.kind(last) == ItemKind::Word
            && last != verb
            && !self.is(last, Flags::STOP | Flags::PREPOSITION)
            && !self.is(last, Flags::SPEECH)
        {
            last += 1;
        }
        Some(Mention { items: found..last, kind: MentionKind::Document, oblique: true })
    }

    /// An according-to phrase that begins at an item.
    pub(crate) fn according_at(&self, at: usize, end: usize) -> Option<Attribution> {
        if !self.is(at, Flags::ACCORDING) {
            return None;
        }
        let mut word = String::new();
        lower(self.word(at), &mut word);
        for phrase in self.lexicon.according(&word) {
            let length = phrase.rest.len();
            let mut other = String::new();
            let matches = phrase.rest.iter().enumerate().all(|(offset, expected)| {
                let here = at + 1 + offset;
                lower(self.word(here), &mut other);
                here < end
                    && (*expected == "~" && (self.is_upper(here) || self.is(here, Flags::DETERMINER))
                        || other == *expected)
            });
            if !matches {
                continue;
            }
            let next = at + 1 + length;
            let mention = match phrase.source {
                PhraseSource::Within => (at..next)
                    .find(|&at| self.is(at, Flags::PERSON | Flags::DETERMINER))
                    .or_else(|| (at + 1..next).find(|&at| self.is_upper(at)))
                    .or_else(|| next.checked_sub(1))
                    .and_then(|at| self.mention(at..at + 1))
                    .map(|mut mention| {
                        mention.kind = MentionKind::Pronoun;
                        mention
                    }),
                PhraseSource::Precedes => self.phrase_before(at, self.sentence(at).start),
                PhraseSource::Follows => self.subject_after(next, end),
                PhraseSource::Opens => self.subject_after(next, end).filter(|mention| {
                    let items = mention.items.clone();
                    at == self.sentence(at).start
                        && self.kind(items.end) == ItemKind::Comma
                        && (mention.kind != MentionKind::Description
                            || items.clone().any(|at| self.is(at, Flags::ROLE)))
                }),
                PhraseSource::Genitive => self.genitive_after(next, end),
            };
            let mention = mention?;
            let start = self.bytes(at).start;
            let cue = start..self.bytes(next - 1).end;
            return Some(Attribution {
                how: How::According,
                cue: Some(cue),
                verb: Some(at),
                source: Some(self.source(&mention)),
            });
        }
        None
    }

    fn genitive_after(&self, at: usize, end: usize) -> Option<Mention> {
        let mut last = at;
        let bound = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE | Flags::SPEECH | Flags::AUXILIARY;
        while last < end
            && last < at + 16
            && (self.kind(last) == ItemKind::Word && !self.is(last, bound)
                || self.kind(last) == ItemKind::Stretch && self.is_marked_name(last))
        {
            last += 1;
        }
        let mut mention = self.mention(at..last)?;
        if let Some(name) = self.name_in(at..last).filter(|name| name.len() > 1) {
            mention.items = name;
        }
        mention.oblique = true;
        Some(mention)
    }

    /// The according-to phrase of the sentence that is nearest to the stretch, and its distance.
    pub(crate) fn according(&self, place: usize) -> Option<(usize, Attribution)> {
        let sentence = self.sentence(place);
        let start = sentence.start.max(place.saturating_sub(BACK));
        let end = sentence.end.min(place + AHEAD);
        // `jego zdaniem` before `zdaniem`: the longer phrase.
        let longer = |at: usize| at.checked_sub(1).filter(|&at| at >= start);
        let left = (start..place).rev().find_map(|at| {
            let found = self.according_at(at, place)?;
            let whole = longer(at).and_then(|at| self.according_at(at, place));
            Some((place - at, whole.unwrap_or(found)))
        });
        let right =
            || (place + 1..end).find_map(|at| self.according_at(at, end).map(|found| (at - place, found)));
        left.or_else(right)
    }

    /// The author's words inside the marks: `«Цены, — сказал он, — будут расти»`, `« C’est fini, précise-t-il. »`.
    pub(crate) fn embedded(&self, place: usize) -> Option<Attribution> {
        let stretch = *self.stretch(place)?;
        let inside = self.tokens.get(stretch.first as usize..stretch.end as usize)?;
        let mut word = String::new();
        for (offset, pair) in inside.windows(3).enumerate() {
            let [first, second, third] = pair else { continue };
            // The author's words: between dashes, in French and Italian between commas too.
            let dashed = second.kind == TokenKind::Dash && third.kind == TokenKind::Word;
            let verb = if dashed {
                2
            } else if first.kind == TokenKind::Comma
                && second.kind == TokenKind::Word
                && self.lexicon.options.elision
            {
                1
            } else {
                continue;
            };
            let joint = matches!(first.kind, TokenKind::Comma | TokenKind::Stop);
            if dashed && !joint && !self.lexicon.options.dialogue && !self.lexicon.options.elision {
                continue;
            }
            let Some(token) = inside.get(offset + verb) else { continue };
            lower(piece(self.text, *token), &mut word);
            let clitic = self.lexicon.clitic(&word).is_some();
            let flags = self.lexicon.flags(&word);
            let speaks = flags.any(Flags::SPEECH) && !flags.any(Flags::PARTICIPLE) && !token.upper;
            if !(clitic || speaks) {
                continue;
            }
            let ends = |token: &Token| match token.kind {
                TokenKind::Dash | TokenKind::Stop => true,
                TokenKind::Comma => !dashed,
                _ => false,
            };
            let rest = inside.get(offset + verb..).unwrap_or_default();
            let length = rest.iter().take(AHEAD).position(ends).unwrap_or(rest.len().min(AHEAD));
            if (dashed || !clitic) && !rest.get(length).is_some_and(ends) {
                continue;
            }
            let clause: Vec<_> = rest.iter().take(length).copied().collect();
            let outline = Outline::new(self.text, self.lexicon, clause, Vec::new());
            let end = outline.items.len();
            if let Some(mut found) = outline.clitic_after(0, end) {
                found.how = How::Embedded;
                return Some(found);
            }
            let Some(mention) = outline.subject_after(1, end) else { continue };
            let told = mention.kind != MentionKind::Description
                || mention.items.clone().any(|at| outline.is(at, Flags::ROLE | Flags::DETERMINER));
            if !dashed && !told {
                continue;
            }
            return Some(Attribution {
                how: How::Embedded,
                cue: Some(outline.bytes(0)),
                verb: None,
                source: Some(outline.source(&mention)),
            });
        }
        None
    }
}
