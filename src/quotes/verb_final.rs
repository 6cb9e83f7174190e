//! Attribution where the verb stands behind the mark and its subject before it: `Bakan Şimşek, “…” dedi`.

use super::attribution::{Attribution, How};
use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};

/// So many words may stand between the mark and its verb: `şeklinde bir değerlendirmede bulundu`.
const NEAR: usize = 6;
/// A described speaker has no more words.
const WORDS: usize = 4;

impl Outline<'_> {
    /// The verb behind the mark with the subject before it, or behind a participle: `“…” diyen Bakan Şimşek`.
    pub(crate) fn verb_final(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence(place);
        let end = sentence.end.min(place + 1 + NEAR);
        let first = if self.kind(place + 1) == ItemKind::Comma { place + 2 } else { place + 1 };
        let verb = (first..end)
            .take_while(|&at| self.kind(at) == ItemKind::Word && !self.is_upper(at))
            .find(|&at| self.is(at, Flags::SPEECH))?;
        let mention = if self.is(verb, Flags::PARTICIPLE) {
            let after = self.subject_after(verb + 1, sentence.end);
            after.filter(|mention| mention.kind != MentionKind::Description)
        } else {
            self.subject_at_mark(place, sentence.start)
        };
        Some(self.attribution(How::After, verb, mention.as_ref()))
    }

    /// The subject that ends at the mark or at the comma before it, else the first name of the sentence.
    fn subject_at_mark(&self, place: usize, low: usize) -> Option<Mention> {
        let comma = place > low && self.kind(place - 1) == ItemKind::Comma;
        let edge = if comma { place - 1 } else { place };
        let mut start = edge;
        while start > low && self.is_name_word(start - 1) {
            start -= 1;
        }
        let name = self.strip_titles(start..edge);
        if !name.is_empty() && name.end == edge {
            return self.mention(name);
        }
        if edge > low && self.is(edge - 1, Flags::PRONOUN | Flags::ROLE) {
            let mut start = edge - 1;
            while start > low
                && edge - start < WORDS
                && self.kind(start - 1) == ItemKind::Word
                && !self.is(start - 1, Flags::SPEECH | Flags::STOP)
            {
                start -= 1;
            }
            let start = if self.is(edge - 1, Flags::PRONOUN) { edge - 1 } else { start };
            return self.mention(start..edge);
        }
        let named = |mention: &Mention| matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun);
        self.first_phrase(low, edge).filter(named)
    }
}
