//! Attribution by the clause that closes a sentence, `… about the “old guard” in the party, said X`, and by the owner of
//! what was said: `X’s call for a “fresh start”`.

use super::attribution::{Attribution, BACK, How, Source};
use super::lexicon::{Flags, lower};
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};

/// So many items may stand between an owner and the noun of speech, and between that noun and the mark.
const NEAR: usize = 4;
/// The subject and the verb of a closing clause have no more items than this.
const CLAUSE: usize = 14;

impl Outline<'_> {
    /// The clause at the end of the sentence: `…, X said`, `…, said X, a farmer from Y`.
    pub(crate) fn closing(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence(place);
        if self.lexicon.options.ideographic || sentence.end > place + BACK {
            return None;
        }
        if self.lexicon.options.verb_second
            && let Some(found) = self.closing_so(place, sentence.end)
        {
            return Some(found);
        }
        // Where a marked stretch has to earn it, only one that opens the sentence can be told of at its end.
        let opens = place == sentence.start
            && self.stretch(place).is_some_and(|stretch| self.words_inside(stretch, NEAR) == NEAR);
        if !self.lexicon.options.accepts_by_default && !opens {
            return None;
        }
        let end = (place..sentence.end)
            .rev()
            .find(|&at| !matches!(self.kind(at), ItemKind::Stop | ItemKind::Break))
            .map_or(place, |last| last + 1);
        (place + 1..end)
            .rev()
            .filter(|&at| self.kind(at) == ItemKind::Comma || self.last_inside(at) == Some(','))
            .find_map(|joint| {
                let at = joint + 1;
                let (verb, mention) = self.verb_first(at, end).or_else(|| self.subject_first(at, end))?;
                Some(self.attribution(How::After, verb, Some(&mention)))
            })
    }

    /// `Er habe „nie daran gedacht“, zu gehen, so Holm.`
    fn closing_so(&self, place: usize, end: usize) -> Option<Attribution> {
        const LONGEST: usize = 12;
        let low = place.max(end.saturating_sub(LONGEST));
        let so =
            (low + 1..end).rev().find(|&at| self.word(at) == "so" && self.kind(at - 1) == ItemKind::Comma)?;
        if self.is(so + 1, Flags::AUXILIARY | Flags::SPEECH | Flags::ADVERB) {
            return None;
        }
        let mention = self.subject_after(so + 1, end)?;
        let person = mention.kind == MentionKind::Name
            || self.is(mention.items.start, Flags::DETERMINER | Flags::ROLE);
        person.then(|| self.attribution(How::After, so, Some(&mention)))
    }

    /// Whether what stands before the mark may yield to a clause that closes the sentence.
    pub(crate) fn is_weak(&self, place: usize, before: &Attribution) -> bool {
        let named = before
            .source
            .as_ref()
            .is_some_and(|source| matches!(source.kind, MentionKind::Name | MentionKind::Pronoun));
        let near = before
            .verb
            .is_some_and(|verb| place.abs_diff(verb) <= NEAR * 2 && !self.is(verb, Flags::NOUN_TOO));
        !(self.is_announced(place) || named && near)
    }

    /// `“…,” reacted X`: a word that no table knows, between words of a sentence and a name, tells as well.
    pub(crate) fn unknown_verb(&self, place: usize, at: usize, end: usize) -> Option<Attribution> {
        const SENTENCE: usize = 4;
        let verb = (at..end.min(at + 2)).find(|&at| !self.is(at, Flags::AUXILIARY))?;
        let mut word = String::new();
        lower(self.word(verb), &mut word);
        let options = self.lexicon.options;
        let english = options.accepts_by_default && !(word.ends_with("ed") && word.len() > 4);
        let plain =
            self.kind(verb) == ItemKind::Word && !self.is_upper(verb) && self.flags(verb) == Flags::default();
        let words = self.stretch(place).map_or(0, |stretch| self.words_inside(stretch, SENTENCE));
        let alone = self.sentence(place).start == place;
        if english || !plain || words < SENTENCE || !alone || self.lexicon.is_class_noun(&word) {
            return None;
        }
        if !self.is_name_word(verb + 1) && !self.is(verb + 1, Flags::ROLE | Flags::TITLE) {
            return None;
        }
        let mention =
            self.subject_after(verb + 1, end).filter(|mention| mention.kind == MentionKind::Name)?;
        Some(self.attribution(How::After, verb, Some(&mention)))
    }

    /// A finite verb of speech that is no noun.
    fn is_telling(&self, at: usize) -> bool {
        self.kind(at) == ItemKind::Word
            && self.is_verb(at)
            && !self.is(at, Flags::PARTICIPLE | Flags::NAMING | Flags::OUTLET | Flags::JUDGING)
            && (!self.is(at, Flags::NOUN_TOO) || self.word(at).ends_with('s'))
    }

    fn verb_first(&self, at: usize, end: usize) -> Option<(usize, Mention)> {
        // `, ha spiegato il sindaco`
        let auxiliaries = if self.lexicon.options.accepts_by_default { 0 } else { 2 };
        let at =
            (at..at + auxiliaries).find(|&at| !self.is(at, Flags::AUXILIARY)).unwrap_or(at + auxiliaries);
        if !self.is_telling(at) || self.is(at, Flags::NOUN_TOO) {
            return None;
        }
        let mention = self.subject_after(at + 1, end)?;
        let mut items = mention.items.clone();
        let somebody = mention.kind != MentionKind::Description || items.any(|at| self.is(at, Flags::ROLE));
        let plain = mention.items.clone().all(|at| self.kind(at) != ItemKind::Stretch);
        (somebody && plain).then_some((at, mention))
    }

    fn subject_first(&self, at: usize, end: usize) -> Option<(usize, Mention)> {
        let opens = Flags::JOIN | Flags::RELATIVE | Flags::PREPOSITION | Flags::PARTICIPLE;
        if self.is(at, opens) && !self.is(at, Flags::PERSON | Flags::DETERMINER) {
            return None;
        }
        let words = (at..end.min(at + CLAUSE)).take_while(|&at| self.kind(at) == ItemKind::Word);
        let verb = words.skip(1).find(|&at| self.is_telling(at))?;
        let next = verb + 1;
        // `X said the plan …` goes on with what was said; `X said on Monday` does not.
        let closes = next >= end
            || self.kind(next) == ItemKind::Comma
            || self.is(next, Flags::STOP | Flags::PREPOSITION);
        let clause =
            self.is(next, Flags::RELATIVE | Flags::PERSON) || matches!(self.word(next), "that" | "it");
        if !closes || clause {
            return None;
        }
        let mention = self.subject_before(verb, at)?;
        (mention.items.start <= at + 1).then_some((verb, mention))
    }

    /// Whose words a noun of speech before the mark means, and where that noun stands.
    pub(crate) fn owner(&self, place: usize) -> Option<(usize, Attribution)> {
        if self.verb_before(place).is_some_and(|verb| self.is(verb, Flags::JUDGING | Flags::NAMING)) {
            return None;
        }
        let low = self.sentence(place).start;
        let noun = (low.max(place.saturating_sub(NEAR + 1))..place)
            .rev()
            .take_while(|&at| self.kind(at) == ItemKind::Word)
            .find(|&at| self.is(at, Flags::SPEECH_NOUN))?;
        // `X’s statement was “…”`: somebody else's verdict.
        if (noun..place).any(|at| matches!(self.word(at), "was" | "is" | "were" | "are")) {
            return None;
        }
        let owner = (low.max(noun.saturating_sub(NEAR))..noun)
            .rev()
            .take_while(|&at| self.kind(at) == ItemKind::Word)
            .find(|&at| self.ends_possessive(at) || self.is(at, Flags::DETERMINER))?;
        let source = if self.ends_possessive(owner) {
            self.named_owner(owner, low)?
        } else {
            self.possessive(owner, low)?
        };
        let found = Attribution {
            how: How::Before,
            cue: Some(self.bytes(noun)),
            verb: Some(noun),
            source: Some(source),
        };
        Some((noun, found))
    }

    fn named_owner(&self, last: usize, low: usize) -> Option<Source> {
        if !self.is_name_word(last) {
            return None;
        }
        let mut first = last;
        while first > low && self.is_name_word(first - 1) && !self.ends_possessive(first - 1) {
            first -= 1;
        }
        let name = self.strip_titles(first..last + 1);
        let mut bytes = self.mention_bytes(&name);
        let word = self.word(last);
        let ending = word.len() - word.trim_end_matches("'s").trim_end_matches("’s").len();
        bytes.end = bytes.end.saturating_sub(ending).max(bytes.start);
        (!name.is_empty()).then(|| Source {
            bytes: bytes.clone(),
            name: Some(bytes),
            kind: MentionKind::Name,
            oblique: false,
            flags: Flags(0),
        })
    }

    fn possessive(&self, at: usize, low: usize) -> Option<Source> {
        let mut word = String::new();
        lower(self.word(at), &mut word);
        let flags = match word.as_str() {
            "his" => Flags(Flags::HE),
            "her" => Flags(Flags::SHE),
            _ => return None,
        };
        let name = self
            .first_phrase(low, at)
            .filter(|mention| mention.kind == MentionKind::Name)
            .map(|mention| self.mention_bytes(&mention.items));
        Some(Source { bytes: self.bytes(at), name, kind: MentionKind::Pronoun, oblique: true, flags })
    }
}
