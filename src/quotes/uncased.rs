//! Attribution in scripts without capitals, where the verb comes first: `وقال وزير الخارجية سامح شكري: «…»`.

use std::ops::Range;

use super::attribution::{Attribution, BACK, How, Source};
use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};

/// A speaker has no more words.
const WORDS: usize = 10;
/// A label has no more words.
const LABEL: usize = 5;
/// The verb stands no further behind the mark.
const NEAR: usize = 3;

impl Outline<'_> {
    /// A verb before the mark, a label, a verb or an according-to phrase behind it.
    pub(crate) fn uncased(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence(place);
        let low = sentence.start.max(place.saturating_sub(BACK));
        let joint = matches!(self.last_inside(place), Some('،' | ',' | '!' | '؟' | '?' | '.'))
            || self.kind(place + 1) == ItemKind::Comma;
        let end = sentence.end.min(place + 1 + NEAR);
        let after = || (place + 1..end).filter(|_| joint).find_map(|at| self.told_at(at, sentence.end));
        let verb = (low..place).rev().find(|&at| self.is(at, Flags::SPEECH));
        let Some(verb) = verb else { return self.uncased_label(place, low).or_else(after) };
        let mut items = self.uncased_phrase(verb + 1, place);
        if items.is_empty() && verb > low && verb - low <= LABEL {
            // `بوتين يقول إن «…»`
            let plain =
                (low..verb).all(|at| self.kind(at) == ItemKind::Word && !self.is(at, Flags::PREPOSITION));
            if plain {
                items = low..verb;
            }
        }
        Some(self.uncased_attribution(How::Before, verb, items))
    }

    fn told_at(&self, at: usize, end: usize) -> Option<Attribution> {
        if self.is(at, Flags::SPEECH) {
            let items = self.uncased_phrase(at + 1, end);
            return (!items.is_empty()).then(|| self.uncased_attribution(How::After, at, items));
        }
        self.according_at(at, end)
    }

    /// `بوتين: «…»`
    fn uncased_label(&self, place: usize, low: usize) -> Option<Attribution> {
        let colon = place.checked_sub(1).filter(|&at| self.kind(at) == ItemKind::Colon && at > low)?;
        let items = low..colon;
        let plain = items.len() <= LABEL
            && items.clone().all(|at| {
                self.kind(at) == ItemKind::Word && !self.is(at, Flags::PREPOSITION | Flags::DOCUMENT)
            });
        plain.then(|| self.uncased_attribution(How::Label, colon, items))
    }

    /// The words from `at` on up to what ends a subject.
    fn uncased_phrase(&self, at: usize, end: usize) -> Range<usize> {
        let bound = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE | Flags::SPEECH | Flags::ADVERB;
        let last = (at..end.min(at + WORDS))
            .find(|&at| self.kind(at) != ItemKind::Word || self.is(at, bound))
            .unwrap_or(end.min(at + WORDS));
        at..last.max(at)
    }

    fn uncased_attribution(&self, how: How, verb: usize, items: Range<usize>) -> Attribution {
        let mut found = self.attribution(how, verb, None);
        if items.is_empty() {
            return found;
        }
        let pronoun = items.len() == 1 && self.is(items.start, Flags::PRONOUN);
        let document = items.clone().any(|at| self.is(at, Flags::DOCUMENT));
        let name = self.trailing_name(&items).filter(|_| !pronoun && !document);
        let kind = match (pronoun, document, &name) {
            (true, ..) => MentionKind::Pronoun,
            (_, true, _) => MentionKind::Document,
            (_, _, Some(_)) => MentionKind::Name,
            _ => MentionKind::Description,
        };
        let mention = Mention { items, kind, oblique: false };
        let source = self.source(&mention);
        found.source = Some(Source { name: name.map(|name| self.mention_bytes(&name)), ..source });
        found
    }

    /// The words behind the last role or word with an article: `وزير الخارجية سامح شكري`.
    fn trailing_name(&self, items: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST_NAME: usize = 4;
        let plain = |at: &usize| !self.is(*at, Flags::ROLE) && !self.word(*at).starts_with("ال");
        let length = items.clone().rev().take_while(plain).count();
        let name = items.end - length..items.end;
        // One word behind a role is as likely what the role is of: `رئيس حكومة`.
        let alone = length == 1 && items.len() > 1;
        (length > 0 && length <= LONGEST_NAME && !alone).then_some(name)
    }
}
