//! Who says a stretch, by the words before it.

use super::attribution::{AHEAD, Attribution, BACK, How, Source};
use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{Mention, MentionKind};

impl Outline<'_> {
    /// Whether a verb stands right before the mark: `said, “…`, `said: “…`.
    pub(crate) fn is_announced(&self, place: usize) -> bool {
        let Some(joint) = place.checked_sub(1) else { return false };
        matches!(self.kind(joint), ItemKind::Comma | ItemKind::Colon)
            && joint > self.sentence(place).start
            && self.kind(joint - 1) == ItemKind::Word
            && self.is_verb(joint - 1)
            && !self.is(joint - 1, Flags::PARTICIPLE)
    }

    /// The last verb of speech left of the stretch in its sentence.
    pub(crate) fn verb_before(&self, place: usize) -> Option<usize> {
        let start = self.sentence(place).start.max(place.saturating_sub(BACK));
        let told = |at: &usize| self.kind(*at) == ItemKind::Word && self.is_verb(*at);
        // `kritisierte den Plan, den er geschrieben hatte, als „…“`: the verb that judges.
        let likened =
            place > start && self.is(place - 1, Flags::LIKE) && !self.lexicon.options.accepts_by_default;
        let judging = if likened {
            (start..place).rev().find(|at| self.is(*at, Flags::JUDGING) && told(at))
        } else {
            None
        };
        judging.or_else(|| (start..place).rev().find(told))
    }

    /// `S V “…”`; `spoken` is the source of a quote earlier in the same sentence.
    pub(crate) fn before(&self, place: usize, spoken: Option<&Source>) -> Option<Attribution> {
        let sentence = self.sentence(place);
        let verb = self.verb_before(place);
        if let Some(found) = self.agent_before(place, verb) {
            return Some(found);
        }
        let verb = verb?;
        let low = sentence.start.max(verb.saturating_sub(BACK));
        if self.is(verb, Flags::OUTLET)
            && let Some(object) = self.object_after(verb + 1, place)
        {
            return Some(self.attribution(How::Before, verb, Some(&object)));
        }
        if self.is(verb, Flags::DOCUMENT_VERB) {
            let document = self.document_near(verb, low, place);
            return Some(self.attribution(How::Before, verb, document.as_ref()));
        }
        if let Some(main) = self.main_clause(low, place).filter(|&main| verb < main) {
            let named = || self.first_phrase(main, place);
            let mention = self.opening_description(main, place).or_else(named)?;
            return Some(Attribution {
                how: How::Default,
                cue: None,
                verb: None,
                source: Some(self.source(&mention)),
            });
        }
        if self.kind(verb.saturating_sub(1)) == ItemKind::Comma && self.main_clause(low, place) == Some(verb)
        {
            // `In other words, explained X: “…”`.
            let mention = self.subject_after(verb + 1, place);
            return Some(self.attribution(How::Before, verb, mention.as_ref()));
        }
        let options = self.lexicon.options;
        // `kept asking`: a finite verb of two words.
        let finite = verb > low && matches!(self.word(verb - 1), "kept" | "keeps" | "keep");
        let participle = self.is(verb, Flags::PARTICIPLE) && !(finite && options.accepts_by_default);
        let infinitive = verb > low
            && (self.word(verb - 1) == "to"
                || self.is(verb, Flags::NOUN_TOO) && self.is(verb - 1, Flags::PREPOSITION));
        if participle || infinitive {
            if let Some(spoken) = spoken {
                let mut found = self.attribution(How::Before, verb, None);
                found.source = Some(spoken.clone());
                return Some(found);
            }
            // `footage of X asking`: whose participle it is stands right before it.
            let beside =
                (participle && options.accepts_by_default && verb > low && self.is_name_word(verb - 1))
                    .then(|| self.phrase_before(verb, low))
                    .flatten()
                    .filter(|mention| mention.kind == MentionKind::Name);
            let mention = beside
                .or_else(|| self.clause_subject(verb, low))
                .or_else(|| self.main_subject(verb, low, place));
            return Some(self.attribution(How::Before, verb, mention.as_ref()));
        }
        let inverted = options.inflected || options.verb_second;
        let opens_otherwise = self.opens_otherwise(verb, low);
        let after_join = verb > low && self.is(verb - 1, Flags::JOIN);
        let follows = || {
            self.subject_after(verb + 1, place).filter(|mention| {
                let person = matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun);
                // A German subject that is no name begins with its article.
                person && !self.is_oblique(mention.items.start)
                    || options.verb_second
                        && !after_join
                        && !self.is_oblique(mention.items.start)
                        && self.is(mention.items.start, Flags::DETERMINER)
                        && mention.items.len() > 1
            })
        };
        let precedes = || {
            let after_stretch = verb > low && self.kind(verb - 1) == ItemKind::Stretch;
            if after_join || after_stretch {
                return None;
            }
            // `mocked the press, called it …`: what stands before the comma is an object.
            self.subject_before(verb, low).filter(|mention| {
                let start = mention.items.start;
                !(self.kind(verb - 1) == ItemKind::Comma
                    && mention.kind == MentionKind::Description
                    && start > low
                    && self.is_verb(start - 1)
                    || self.is_oblique(start) && mention.kind != MentionKind::Name)
            })
        };
        let mut mention = if options.verb_second { self.german_subject(verb, low) } else { None };
        if mention.is_none() && options.verb_second && self.word(verb + 1) == "der" {
            // `Den Plan stellte der Vorsitzende X in Frage`: a man in the nominative, whatever opens the sentence.
            let named = precedes().is_some_and(|mention| mention.kind != MentionKind::Description);
            mention = follows().filter(|mention| !named && mention.kind == MentionKind::Name);
        }
        if mention.is_none() && inverted && opens_otherwise {
            mention = follows();
        }
        if mention.is_none() && options.inflected && verb == low + 1 && opens_otherwise {
            // `Как сообщил представитель ведомства, …`: whoever it is.
            mention = self.subject_after(verb + 1, place);
        }
        if mention.is_none() && options.inflected && verb == low + 2 && self.is(low, Flags::PREPOSITION) {
            // `Про це повідомляє пресслужба`
            let object = self.is(low + 1, Flags::PRONOUN | Flags::DETERMINER);
            mention = if object { self.subject_after(verb + 1, place) } else { None };
        }
        if mention.is_none() {
            mention = precedes();
        }
        let described = mention.as_ref().is_some_and(|mention| mention.kind == MentionKind::Description);
        if described && verb > low && self.kind(verb - 1) == ItemKind::Comma {
            mention = self.opening_name(low, verb).or(mention);
        }
        // `Minister oskarżył Jana Kruka`: whom the verb judges follows it.
        let role = mention.as_ref().is_some_and(|mention| {
            self.is(verb, Flags::JUDGING) && mention.items.clone().any(|at| self.is(at, Flags::ROLE))
        });
        let weak = !role && mention.as_ref().is_none_or(|mention| mention.kind == MentionKind::Description);
        if inverted && weak && !(options.verb_second && mention.is_some()) {
            mention = follows().or(mention);
        }
        let phrase = |mention: &Mention| {
            mention.kind == MentionKind::Description && !self.is(mention.items.start, Flags::ROLE)
        };
        if options.inflected && mention.as_ref().is_some_and(phrase) {
            // `Врач Ида Молль на съезде хирургов Севера заявила`: the name that opens the sentence.
            let named = self.late_name(low, verb);
            mention = named.filter(|named| self.is(named.items.start, Flags::FIRST_NAME)).or(mention);
        }
        if mention.is_none() && !options.accepts_by_default {
            // `Dijo en una ocasión Federico Fellini: «…»`: the name stands behind an adverbial.
            mention = follows().or_else(|| {
                self.name_in(verb + 1..place.min(verb + AHEAD))
                    .filter(|name| name.len() > 1)
                    .and_then(|name| self.mention(name))
            });
        }
        if mention.is_none() {
            if let Some(spoken) = spoken {
                let mut found = self.attribution(How::Before, verb, None);
                found.source = Some(spoken.clone());
                return Some(found);
            }
            mention = self.clause_subject(verb, low);
        }
        Some(self.attribution(How::Before, verb, mention.as_ref()))
    }

    /// `X was called by Y a “…”`: in the passive, the agent speaks.
    fn agent_before(&self, place: usize, verb: Option<usize>) -> Option<Attribution> {
        const NEAR: usize = 4;
        if !self.lexicon.options.accepts_by_default {
            return None;
        }
        let start = self.sentence(place).start.max(place.saturating_sub(BACK));
        let by =
            (start.max(verb.map_or(0, |verb| verb + 1))..place).rev().find(|&at| self.word(at) == "by")?;
        let passive = (start.max(by.saturating_sub(NEAR))..by)
            .rev()
            .find(|&at| self.is(at, Flags::SPEECH) && self.stands_in_passive(at))?;
        let mention = self.subject_after(by + 1, place)?;
        Some(self.attribution(How::Before, passive, Some(&mention)))
    }

    /// The subject of the clause behind a participle that opens the sentence: `Calling it “…”, X left the room`.
    fn main_subject(&self, verb: usize, low: usize, place: usize) -> Option<Mention> {
        let opens = verb <= low + 2 && low == self.sentence(place).start && self.is(verb, Flags::PARTICIPLE);
        let end = self.sentence(place).end.min(place + AHEAD);
        let comma = (place + 1..end)
            .find(|&at| self.kind(at) == ItemKind::Comma || self.kind(at) == ItemKind::Stretch);
        let comma = if self.last_inside(place) == Some(',') {
            // `After saying it was “…,” she left`
            Some(place).filter(|_| opens)?
        } else {
            comma.filter(|&at| opens && self.kind(at) == ItemKind::Comma)?
        };
        self.first_phrase(comma + 1, end).filter(|mention| {
            let near = mention.items.start <= comma + 4;
            near && matches!(mention.kind, MentionKind::Name | MentionKind::Pronoun)
        })
    }

    /// `X hatte die Zahl als „Unfug“ zurückgewiesen`, `Er wird als „Held“ bezeichnet`: the verb closes the clause.
    pub(crate) fn judged_after(&self, place: usize) -> Option<Attribution> {
        let verb = place + 1;
        if !self.lexicon.options.verb_second {
            return None;
        }
        let low = self.sentence(place).start.max(place.saturating_sub(BACK));
        if let Some(found) = self.talk_of(place, low) {
            return Some(found);
        }
        // `Als „Wortbruch“ bezeichnete Ida Moll den Plan`
        let fronted = place == low + 1
            && matches!(self.word(low), "Als" | "Von" | "Vor")
            && self.kind(verb) == ItemKind::Word
            && self.is_verb(verb);
        if fronted {
            let mention = self.subject_after(verb + 1, self.sentence(place).end)?;
            return Some(self.attribution(How::Before, verb, Some(&mention)));
        }
        let likened = place > 0 && self.is(place - 1, Flags::LIKE);
        if !likened || !self.is(verb, Flags::JUDGING) {
            return None;
        }
        let comma = (low..place).rev().find(|&at| self.kind(at) == ItemKind::Comma);
        if let Some(relative) = comma.map(|comma| comma + 1).filter(|&at| self.is(at, Flags::RELATIVE))
            && self.kind(verb + 1) == ItemKind::Comma
        {
            // `X, der das Projekt als „…“ bezeichnete,`
            let mention = self.subject_before(relative + 1, low);
            return Some(self.attribution(How::Before, verb, mention.as_ref()));
        }
        let auxiliary =
            (low..place).rev().find(|&at| self.is(at, Flags::AUXILIARY) && !self.is(at, Flags::ADVERB))?;
        let passive = matches!(self.word(auxiliary), "wird" | "wurde" | "werden" | "wurden" | "worden");
        let mention = if passive {
            let agent = (low..place).find(|&at| matches!(self.word(at), "von" | "vom"));
            agent.and_then(|agent| self.subject_after(agent + 1, place))
        } else if self.opens_otherwise(auxiliary, low) {
            self.subject_after(auxiliary + 1, place)
        } else {
            self.subject_before(auxiliary, low)
        };
        Some(self.attribution(How::Before, verb, mention.as_ref()))
    }

    /// `In dem Schreiben ist von „…“ die Rede`
    fn talk_of(&self, place: usize, low: usize) -> Option<Attribution> {
        let of = place > low + 1 && matches!(self.word(place - 1), "von" | "vom" | "einem" | "einer");
        let talk = place + 2;
        if !of || self.word(place + 1) != "die" || self.word(talk) != "Rede" {
            return None;
        }
        let opens = self.is(low, Flags::PREPOSITION);
        let mention = if opens { self.subject_after(low + 1, place) } else { None };
        let document = mention.map(|mention| Mention { kind: MentionKind::Document, ..mention });
        Some(self.attribution(How::Before, talk, document.as_ref()))
    }

    /// The auxiliary of a participle at the end of its clause: `X hatte die Rolle betont: “…”`, `wird X zitiert`.
    fn auxiliary_of(&self, verb: usize, low: usize) -> Option<usize> {
        let closes = matches!(
            self.kind(verb + 1),
            ItemKind::Colon | ItemKind::Comma | ItemKind::Stretch | ItemKind::Stop | ItemKind::Break
        );
        let finite =
            (low..verb).rev().take_while(|&at| self.kind(at) != ItemKind::Semicolon).find(|&at| {
                matches!(
                    self.word(at),
                    "hat" | "hatte" | "haben" | "hatten" | "habe" | "wird" | "werden" | "wurde" | "wurden"
                )
            })?;
        (closes && finite + 1 < verb).then_some(finite)
    }

    /// Whether a German article shows that its noun is no subject.
    pub(crate) fn is_oblique(&self, at: usize) -> bool {
        self.lexicon.options.verb_second
            && matches!(self.word(at), "den" | "dem" | "des" | "einen" | "einem" | "eines")
    }

    /// Whether something other than the subject stands before a verb, so that the subject follows it.
    pub(crate) fn opens_otherwise(&self, verb: usize, low: usize) -> bool {
        // `Auch die Ministerin äußerte`: the particle belongs to the subject.
        let focus = self.lexicon.options.verb_second
            && matches!(
                self.word(low),
                "Auch" | "Selbst" | "Sogar" | "Nur" | "Doch" | "Aber" | "Denn" | "Und"
            )
            && low + 1 < verb
            && !self.is(low + 1, Flags::PREPOSITION | Flags::ADVERB | Flags::AUXILIARY);
        if focus {
            return false;
        }
        verb == low
            || self.is(low, Flags::PREPOSITION | Flags::ADVERB)
            || self.lexicon.options.verb_second && matches!(self.word(low), "Den" | "Dem" | "Einen" | "Einem")
    }

    /// The subject of a German verb where its form or place shows it.
    fn german_subject(&self, verb: usize, low: usize) -> Option<Mention> {
        if self.is(verb + 1, Flags::HE) {
            // `lobte er`: a nominative.
            return self.mention(verb + 1..verb + 2);
        }
        if let Some(auxiliary) = self.auxiliary_of(verb, low) {
            let follows = || self.subject_after(auxiliary + 1, verb);
            let precedes = || self.subject_before(auxiliary, low);
            let opens = self.opens_otherwise(auxiliary, low);
            let mention = if opens { follows().or_else(precedes) } else { precedes().or_else(follows) };
            if mention.is_some() {
                return mention;
            }
        }
        // `Wie X in Bonn sagte, …`
        let clause = self.kind(verb + 1) == ItemKind::Comma && matches!(self.word(low), "Wie" | "wie");
        if clause { self.first_phrase(low + 1, verb) } else { None }
    }

    /// `Ida, a welder who gave no last name, fearing for her job, said`: the name that opens the sentence.
    fn opening_name(&self, low: usize, verb: usize) -> Option<Mention> {
        if !self.is_name_word(low) {
            return None;
        }
        let run = self.name_run(low, verb);
        let comma = self.kind(run.end) == ItemKind::Comma;
        self.mention(run).filter(|mention| comma && mention.kind == MentionKind::Name)
    }

    /// Where the main clause begins if the sentence opens with another: `When X suggested that, Y fired back: “…”`.
    fn main_clause(&self, low: usize, place: usize) -> Option<usize> {
        let aside = self.is(low, Flags::PREPOSITION) || self.is(low, Flags::PARTICIPLE) && self.is_upper(low);
        if !self.lexicon.options.accepts_by_default || !aside {
            return None;
        }
        let comma = (low..place.min(low + 30)).find(|&at| self.kind(at) == ItemKind::Comma)?;
        (comma + 2 < place).then_some(comma + 1)
    }

    /// The subject of a verb that has none beside it: of the finite verb before it, else the first of the sentence.
    fn clause_subject(&self, verb: usize, low: usize) -> Option<Mention> {
        let finite = (low..verb).rev().find(|&at| {
            self.kind(at) == ItemKind::Word
                && self.is_verb(at)
                && !self.is(at, Flags::PARTICIPLE)
                // `his recent attacks`: as likely a noun.
                && !(self.is(at, Flags::NOUN_TOO) && self.lexicon.options.accepts_by_default)
                && (at == low || self.word(at - 1) != "to")
        });
        let whole =
            |mention: &Mention| mention.items.len() > 1 || !self.is(mention.items.start, Flags::DETERMINER);
        if let Some(mention) = finite.and_then(|finite| self.subject_before(finite, low)).filter(whole) {
            return Some(mention);
        }
        self.opening_description(low, verb)
            .or_else(|| self.first_phrase(low, verb))
            .or_else(|| self.nominative_noun(low, verb))
    }

    /// `The North Korean leader went on …`: a determiner, then words up to a role.
    fn opening_description(&self, low: usize, verb: usize) -> Option<Mention> {
        if !self.is(low, Flags::DETERMINER) {
            return None;
        }
        let role = (low + 1..verb.min(low + 7))
            .take_while(|&at| self.kind(at) == ItemKind::Word)
            .find(|&at| self.is(at, Flags::ROLE) && !self.is_upper(at) || self.is(at, Flags::DOCUMENT))?;
        self.mention(low..role + 1)
    }
}
