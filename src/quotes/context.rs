//! Who says a stretch whose own sentence does not tell: the sentences before it, the name at hand.

use std::ops::Range;

use super::attribution::{Attribution, BACK, How, Source};
use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};

impl Outline<'_> {
    /// The subject of the sentence before the one that holds the stretch.
    pub(crate) fn previous(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence_at(self.sentence_number(place).checked_sub(1)?);
        let low = sentence.start.max(sentence.end.saturating_sub(BACK * 2));
        let verb = (low..sentence.end).rev().find(|&at| {
            self.kind(at) == ItemKind::Word && self.is_verb(at) && !self.is(at, Flags::PARTICIPLE)
        });
        let options = self.lexicon.options;
        let inverted = options.inflected || options.verb_second;
        let person = |mention: &Mention| matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun);
        let spoken = verb.and_then(|verb| {
            let follows = || self.subject_after(verb + 1, sentence.end).filter(person);
            if inverted {
                follows().or_else(|| self.subject_before(verb, low))
            } else {
                self.subject_before(verb, low)
            }
        });
        let mention = spoken.filter(person).or_else(|| self.first_phrase(low, sentence.end))?;
        Some(Attribution { how: How::Previous, cue: None, verb: None, source: Some(self.source(&mention)) })
    }

    /// Who was last said to speak before a sentence in the mood of reported speech: `X criticised the plan. It were …`.
    pub(crate) fn reporter(&self, place: usize, last: Option<usize>) -> Option<Attribution> {
        /// So many sentences of reported speech may follow the one that names the speaker.
        const REACH: usize = 5;
        let number = self.sentence_number(place);
        for back in 1..=REACH {
            let sentence = self.sentence_at(number.checked_sub(back)?);
            if last.is_some_and(|last| sentence.contains(&last)) {
                return None;
            }
            let low = sentence.start.max(sentence.end.saturating_sub(BACK * 2));
            let verb = (low..sentence.end).find(|&at| self.kind(at) == ItemKind::Word && self.is_verb(at));
            let Some(verb) = verb else { continue };
            let spoken = |mention: &Mention| {
                matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun)
                    && !self.is(mention.items.start, Flags::OTHER_PRONOUN)
                    // `Die Hausverwaltung versicherte`
                    || mention.items.start == sentence.start
                        && mention.items.len() > 1
                        && mention.items.end == verb
                        && self.is(sentence.start, Flags::DETERMINER)
                        && !self.is_oblique(sentence.start)
            };
            let opens_otherwise = self.opens_otherwise(verb, low);
            let follows = || self.subject_after(verb + 1, sentence.end).filter(spoken);
            let precedes = || self.subject_before(verb, low).filter(spoken);
            let mention =
                if opens_otherwise { follows().or_else(precedes) } else { precedes().or_else(follows) };
            if let Some(mention) = mention.or_else(|| self.first_phrase(low, sentence.end)) {
                return Some(Attribution {
                    how: How::Previous,
                    cue: None,
                    verb: None,
                    source: Some(self.source(&mention)),
                });
            }
        }
        None
    }

    /// The name that opens the sentence of a pronoun: `X said in May that he felt “…”`.
    pub(crate) fn antecedent(&self, place: usize, source: &Source) -> Option<Range<usize>> {
        if source.kind != MentionKind::Pronoun || !source.flags.any(Flags::HE | Flags::SHE) {
            return None;
        }
        let sentence = self.sentence(place);
        let low = sentence.start.max(place.saturating_sub(BACK));
        let at = (low..sentence.end.min(place)).find(|&at| self.bytes(at).start == source.bytes.start)?;
        let mention = self.first_phrase(low, at).filter(|mention| mention.kind == MentionKind::Name)?;
        Some(self.mention_bytes(&mention.items))
    }

    /// The first name or pronoun of the sentence left of the stretch.
    pub(crate) fn by_default(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence(place);
        let low = sentence.start.max(place.saturating_sub(BACK));
        let mention = self.first_phrase(low, place).or_else(|| self.nominative_noun(low, place))?;
        Some(Attribution { how: How::Default, cue: None, verb: None, source: Some(self.source(&mention)) })
    }

    /// Whether the mention stands right before a verb in the mood of reported speech: it is spoken about.
    pub(crate) fn is_spoken_about(&self, source: &Range<usize>, low: usize, end: usize) -> bool {
        let next = (low..end).find(|&at| self.bytes(at).start >= source.end);
        next.is_some_and(|next| self.is(next, Flags::REPORTED)) || {
            let before = (low..end).take_while(|&at| self.bytes(at).end <= source.start).last();
            before.is_some_and(|before| self.is(before, Flags::REPORTED))
        }
    }
}
