//! Who says a stretch, by the words after it, a label or a signature; what an attribution is.

use std::ops::Range;

use super::lexicon::{Flags, lower};
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};
use super::stretch::Form;

/// The route by which the speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// `“…,” said X`.
    After,
    /// `X said: “…”`.
    Before,
    /// `according to X`.
    According,
    /// `X: “…”`.
    Label,
    /// The author's words stand inside the marks.
    Embedded,
    /// Speech between dashes.
    Dash,
    /// The second half of a split quote: `“…,” said X, “…”`.
    Split,
    /// The same speaker goes on.
    Inherit,
    /// The sentence before names the speaker.
    Previous,
    /// The name at hand.
    Default,
    /// A quotation block.
    Block,
    /// Nobody found.
    Nobody,
}

/// Who says a stretch, as far as the sentence tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The route.
    pub(crate) how: How,
    /// The telling word, in bytes.
    pub(crate) cue: Option<Range<usize>>,
    /// Its item, and what it may be.
    pub(crate) verb: Option<usize>,
    /// The speaker.
    pub(crate) source: Option<Source>,
}

/// The words that name a speaker, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// All of them.
    pub(crate) bytes: Range<usize>,
    /// The name among them.
    pub(crate) name: Option<Range<usize>>,
    /// What they are.
    pub(crate) kind: MentionKind,
    /// They stand in another case than the nominative.
    pub(crate) oblique: bool,
    /// Gender of a pronoun, of a first name or a title.
    pub(crate) flags: Flags,
}

/// How far back a verb may stand, in items.
pub(crate) const BACK: usize = 44;
/// How far ahead it may stand.
pub(crate) const AHEAD: usize = 28;

/// Whether a German auxiliary makes its subject the one who is quoted.
fn is_passive(word: &str) -> bool {
    matches!(word, "wird" | "wurde" | "werden" | "wurden")
}

impl Outline<'_> {
    /// The source a mention makes.
    pub(crate) fn source(&self, mention: &Mention) -> Source {
        let mut flags = Flags::default();
        for at in mention.items.clone() {
            flags.0 |= self.flags(at).0 & (Flags::PERSON | Flags::MAN | Flags::WOMAN | Flags::OTHER_PRONOUN);
        }
        let relative = mention.kind == MentionKind::Pronoun && self.is(mention.items.start, Flags::RELATIVE);
        let name = if relative {
            self.name_of_relative(mention.items.start)
        } else {
            self.name_in(mention.items.clone())
        };
        let name = name.map(|name| self.mention_bytes(&name));
        let mut bytes = self.mention_bytes(&mention.items);
        if mention.kind == MentionKind::Pronoun
            && self.lexicon.options.accepts_by_default
            && let Some(tail) = self.text.get(bytes.clone()).and_then(|word| word.find(['\'', '’']))
        {
            // `he’d said`
            bytes.end = bytes.start + tail;
        }
        Source {
            bytes,
            name: if mention.kind == MentionKind::Name || relative { name } else { None },
            kind: mention.kind,
            oblique: mention.oblique,
            flags,
        }
    }

    pub(crate) fn attribution(&self, how: How, verb: usize, mention: Option<&Mention>) -> Attribution {
        Attribution {
            how,
            cue: Some(self.bytes(verb)),
            verb: Some(verb),
            source: mention.map(|mention| self.source(mention)),
        }
    }

    /// Whether the item is a verb of speech and no noun of the same form.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        if !self.is(at, Flags::SPEECH) || self.is_upper(at) && at > 0 && self.kind(at - 1) == ItemKind::Word {
            return false;
        }
        // `heißt es in der Mitteilung` quotes, `heißt Vulkan` names.
        if self.lexicon.options.verb_second && self.is(at, Flags::DOCUMENT_VERB) && self.word(at + 1) != "es"
        {
            return false;
        }
        if !self.has_particle(at) {
            return false;
        }
        if self.lexicon.is_mute(self.word(at), self.word(at + 1)) {
            return false;
        }
        if !self.lexicon.options.accepts_by_default || at == 0 {
            return true;
        }
        if self.stands_in_passive(at) && !self.is(at, Flags::OUTLET) {
            return false;
        }
        let before = at - 1;
        if self.kind(before) != ItemKind::Word {
            return !self.is(at, Flags::NOUN_TOO)
                || self.kind(before) == ItemKind::Comma
                || self.kind(before) == ItemKind::Stretch;
        }
        let counted = matches!(self.word(before), "two" | "three" | "many" | "most" | "some");
        let determiner = self.is(before, Flags::DETERMINER) && !self.is(before, Flags::PERSON) && !counted;
        // `from noted scholars`
        let attribute = self.word(at).ends_with("ed")
            && matches!(self.word(before), "of" | "from" | "with" | "for" | "against" | "into");
        if determiner || attribute || self.ends_possessive(before) {
            return false;
        }
        if !self.is(at, Flags::NOUN_TOO) {
            return true;
        }
        // A form that is a noun too needs a subject before it and none of a noun's company after it.
        let subject = self.is_upper(before)
            || self.is(before, Flags::PRONOUN | Flags::AUXILIARY | Flags::ADVERB | Flags::RELATIVE | Flags::ROLE)
            || self.word(before) == "to"
            || self.word(before).ends_with('s')
            || counted
            // `the letter reads`
            || self.word(at).ends_with('s')
                && (before.saturating_sub(3)..before).any(|at| self.is(at, Flags::DETERMINER));
        let noun = self.is(at + 1, Flags::AUXILIARY) || matches!(self.word(at + 1), "of" | "as");
        subject && !noun
    }

    /// `was called`: who stands before the verb does not speak.
    pub(crate) fn stands_in_passive(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let low = at.saturating_sub(NEAR);
        let manner = |at: usize| self.is(at, Flags::ADVERB) || self.word(at).ends_with("ly");
        let be = (low..at).rev().find(|&at| !manner(at));
        !self.is(at, Flags::PARTICIPLE)
            && be.is_some_and(|be| {
                matches!(self.word(be), "is" | "are" | "was" | "were" | "be" | "been" | "being")
            })
    }

    /// Whether a verb that speaks only with its particle has it: `stellte … fest`, but not `stellte … vor`.
    fn has_particle(&self, at: usize) -> bool {
        let particles = self.lexicon.particles(self.word(at));
        let ends = |kind| matches!(kind, ItemKind::Break | ItemKind::Semicolon);
        particles.is_empty()
            || (at + 1..at + 1 + AHEAD)
                .take_while(|&at| !ends(self.kind(at)))
                .any(|at| particles.contains(&self.word(at)))
    }

    /// The words after the stretch: `said X`, `X said`, `— сказал X`.
    pub(crate) fn after(&self, place: usize) -> Option<Attribution> {
        let sentence = self.sentence(place);
        let end = sentence.end.min(place + AHEAD);
        let last = self.last_inside(place)?;
        let mut joint = matches!(last, ',' | '!' | '?' | '…' | '，' | '—' | '–')
            || self.stretch(place)?.form == Form::Dashed;
        let mut at = place + 1;
        while at < end && matches!(self.kind(at), ItemKind::Comma | ItemKind::Dash) && at < place + 4 {
            joint = true;
            at += 1;
        }
        if at >= end || self.kind(at) != ItemKind::Word {
            return None;
        }
        let dash = self.kind(at - 1) == ItemKind::Dash;
        if joint && let Some(found) = self.according_at(at, end) {
            return Some(found);
        }
        if let Some(found) = self.clitic_after(at, end) {
            return Some(found);
        }
        if self.word(at).eq_ignore_ascii_case("as") && self.lexicon.options.accepts_by_default {
            at += 1;
        } else {
            let joined = self.is(at, Flags::JOIN | Flags::RELATIVE) && !self.is(at, Flags::PERSON);
            let aside = self.is(at, Flags::PREPOSITION)
                && !dash
                && !self.is(at, Flags::SPEECH)
                && !self.lexicon.options.verb_second;
            if joined || aside {
                return None;
            }
        }
        let so = self.lexicon.options.nouns_capitalised && self.word(at) == "so" && joint;
        if so && !self.is(at + 1, Flags::AUXILIARY | Flags::SPEECH) {
            let mention = self.subject_after(at + 1, end);
            return Some(self.attribution(How::After, at, mention.as_ref()));
        }
        let Some(verb) = self.first_verb(at, end) else {
            return if joint { self.unknown_verb(place, at, end) } else { None };
        };
        let direct =
            (at..verb).all(|at| self.is(at, Flags::AUXILIARY | Flags::ADVERB) && !self.is(at, Flags::PERSON));
        if !joint {
            let words = self.words_inside(self.stretch(place)?, 4);
            let near = direct && words >= 2 && !self.is(verb, Flags::NOUN_TOO)
                || verb == at + 1 && self.is(at, Flags::PERSON);
            if !near || self.is(verb, Flags::NAMING) {
                return None;
            }
        }
        if self.is(verb, Flags::OUTLET) {
            if is_passive(self.word(at)) && verb > at + 1 {
                // `…“, wird der Pfarrer im Blatt zitiert`
                let quoted = self.subject_after(at + 1, verb);
                return quoted.map(|mention| self.attribution(How::After, verb, Some(&mention)));
            }
            let object = self.object_after(verb + 1, end);
            return object.map(|mention| self.attribution(How::After, verb, Some(&mention)));
        }
        if self.is(verb, Flags::DOCUMENT_VERB) {
            let document = self.document_near(verb, at, end);
            return Some(self.attribution(How::After, verb, document.as_ref()));
        }
        let follows = || self.subject_after(verb + 1, end);
        let precedes = || self.subject_before(verb, at);
        let options = self.lexicon.options;
        // `aside from the cost, said X`: a subject before the verb would have come first.
        let inverted = options.accepts_by_default
            && self.kind(verb - 1) == ItemKind::Comma
            && !self.is_upper(at)
            && !self.is(at, Flags::DETERMINER | Flags::PRONOUN | Flags::ROLE | Flags::RELATIVE);
        let mention = if direct || inverted {
            follows()
        } else if options.inflected || options.verb_second || self.is(at, Flags::PREPOSITION) {
            let before = precedes().filter(|mention| {
                matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun)
                    && !self.is(at, Flags::PREPOSITION)
            });
            before.or_else(follows)
        } else {
            precedes().or_else(follows)
        };
        // `so lautet der Titel`: a name, not speech.
        let titled = mention.as_ref().is_some_and(|mention| {
            let mut word = String::new();
            self.word(verb).starts_with("laute")
                && mention.items.clone().any(|at| {
                    lower(self.word(at), &mut word);
                    self.lexicon.is_class_noun(&word)
                })
        });
        if titled {
            return None;
        }
        // English says it the other way round.
        let late =
            if joint && direct && !options.accepts_by_default { self.late_name(verb + 1, end) } else { None };
        let described = |mention: &Mention| mention.kind == MentionKind::Description && options.inflected;
        let mention = match (mention, late) {
            // `заявил заместитель декана по учебной работе Пётр Лунин`
            (Some(mention), Some(late))
                if described(&mention) && self.is(late.items.start, Flags::FIRST_NAME) =>
            {
                Some(late)
            }
            (mention, late) => mention.or(late),
        };
        let untold = self.is(verb, Flags::JUDGING) && mention.is_none() && !options.accepts_by_default;
        if untold || mention.is_none() && !joint {
            return None;
        }
        Some(self.attribution(How::After, verb, mention.as_ref()))
    }

    fn first_verb(&self, at: usize, end: usize) -> Option<usize> {
        for next in at..end {
            match self.kind(next) {
                ItemKind::Stop | ItemKind::Semicolon | ItemKind::Colon | ItemKind::Break => return None,
                ItemKind::Stretch
                    if self.stretch(next).is_some_and(|inner| self.words_inside(inner, 5) > 4) =>
                {
                    return None;
                }
                ItemKind::Word if next == at && self.is(next, Flags::PARTICIPLE) => return None,
                ItemKind::Word if self.is_verb(next) && !self.is(next, Flags::PARTICIPLE) => {
                    // `… and X said` begins a clause of its own.
                    let own = (at..next).any(|at| {
                        self.is(at, Flags::JOIN) && self.kind(at.saturating_sub(1)) == ItemKind::Comma
                    });
                    let infinitive = next > at && self.word(next - 1) == "to";
                    if infinitive {
                        continue;
                    }
                    return (!own).then_some(next);
                }
                _ => {}
            }
        }
        None
    }

    /// `précise-t-il`, `a-t-il dit`.
    pub(crate) fn clitic_after(&self, at: usize, end: usize) -> Option<Attribution> {
        let mut word = String::new();
        lower(self.word(at), &mut word);
        let pronoun = self.lexicon.clitic(&word)?;
        let verb = if self.is(at, Flags::SPEECH) {
            at
        } else {
            (at + 1..end.min(at + 4)).find(|&at| self.is(at, Flags::SPEECH))?
        };
        let bytes = self.bytes(at);
        let tail = self.word(at).rsplit('-').next().map_or(0, str::len);
        let source = Source {
            bytes: bytes.end - tail..bytes.end,
            name: None,
            kind: MentionKind::Pronoun,
            oblique: false,
            flags: Flags(pronoun.0 & Flags::PRONOUN),
        };
        let mut cue = self.bytes(verb);
        if verb == at {
            cue.end = cue.start + self.word(at).split('-').next().map_or(0, str::len);
        }
        Some(Attribution { how: How::After, cue: Some(cue), verb: Some(verb), source: Some(source) })
    }

    /// `S: “…”`.
    pub(crate) fn label(&self, place: usize) -> Option<Attribution> {
        let colon = place.checked_sub(1).filter(|&at| self.kind(at) == ItemKind::Colon)?;
        let sentence = self.sentence(place);
        if colon <= sentence.start {
            return None;
        }
        let mut run = colon;
        while run > sentence.start
            && (self.is_name_word(run - 1) || self.is(run - 1, Flags::JOIN) && run < colon)
        {
            run -= 1;
        }
        if colon > run && run > sentence.start && self.kind(run - 1) == ItemKind::Dash {
            // `The vote is near — Ida Moll: “…”`
            let mention = self.mention(self.strip_titles(run..colon))?;
            return Some(Attribution {
                how: How::Label,
                cue: Some(self.bytes(colon)),
                verb: None,
                source: Some(self.source(&mention)),
            });
        }
        if colon - sentence.start > 8 {
            return None;
        }
        let items = sentence.start..colon;
        let plain = items
            .clone()
            .all(|at| self.kind(at) == ItemKind::Word && !self.is(at, Flags::SPEECH | Flags::PREPOSITION));
        let first = self.is_name_word(items.start) || self.is(items.start, Flags::ROLE);
        if !plain || !first {
            return None;
        }
        let name = self.name_in(items.clone()).or_else(|| self.lexicon.is_empty().then(|| items.clone()))?;
        let mention = Mention { items: name, kind: MentionKind::Name, oblique: false };
        Some(Attribution {
            how: How::Label,
            cue: Some(self.bytes(colon)),
            verb: None,
            source: Some(self.source(&mention)),
        })
    }

    /// `Q: …`, `Dora Whitfield: …`: the label of a turn in an interview.
    pub(crate) fn interviewed(&self, place: usize) -> Option<Attribution> {
        let colon = place.checked_sub(1).filter(|&at| self.kind(at) == ItemKind::Colon)?;
        let start = (0..colon).rev().find(|&at| self.kind(at) == ItemKind::Break).map_or(0, |end| end + 1);
        let mut mention = self.mention(start..colon)?;
        if mention.items.len() == 1 && self.word(start).chars().nth(1).is_none() {
            // A letter is nobody's name.
            mention.kind = MentionKind::Description;
        }
        Some(Attribution {
            how: How::Label,
            cue: Some(self.bytes(colon)),
            verb: None,
            source: Some(self.source(&mention)),
        })
    }

    /// `“…” — Name`: the signature after a quote.
    pub(crate) fn signed(&self, place: usize) -> Option<Attribution> {
        let mut dash = place + 1;
        let mut line = false;
        let block = self.stretch(place).is_some_and(|stretch| stretch.form == Form::Block);
        if !self.lexicon.options.dialogue || block {
            // The signature may be a line of its own.
            while dash < place + 3 && matches!(self.kind(dash), ItemKind::Stop | ItemKind::Break) {
                line |= self.kind(dash) == ItemKind::Break;
                dash += 1;
            }
        }
        if self.kind(dash) != ItemKind::Dash || !self.is_name_word(dash + 1) {
            return None;
        }
        let end = (dash + 1..dash + 8).find(|&at| self.kind(at) != ItemKind::Word).unwrap_or(dash + 8);
        let run = self.name_run(dash + 1, end);
        let ends =
            matches!(self.kind(end), ItemKind::Stop | ItemKind::Break | ItemKind::Stretch | ItemKind::Comma);
        if run.end != end || run.len() < 2 && !line || !ends {
            return None;
        }
        let mention = self.mention(run)?;
        Some(Attribution {
            how: How::Label,
            cue: Some(self.bytes(dash)),
            verb: None,
            source: Some(self.source(&mention)),
        })
    }
}
