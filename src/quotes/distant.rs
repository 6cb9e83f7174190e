//! Subjects that stand away from their verb: behind an adverbial, in the office that speaks, behind whom they tell it.

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{LONGEST, Mention, MentionKind};

/// Where and when one speaks, by the beginning of the word: no office.
const NO_OFFICES: [&str; 18] = [
    "эфир",
    "интервью",
    "ход",
    "бесед",
    "разговор",
    "рамк",
    "коммент",
    "соцсет",
    "ефір",
    "розмов",
    "межах",
    "інтерв",
    "rozmow",
    "wywiad",
    "komentarz",
    "rozhovor",
    "reakc",
    "wpis",
];

impl Outline<'_> {
    /// The office of a plural verb without a subject: `сообщили журналистам в пресс-службе ведомства`.
    pub(crate) fn office_after(&self, at: usize, end: usize) -> Option<Mention> {
        /// So many words for whom it was said to may stand between.
        const NEAR: usize = 4;
        let verb = at.checked_sub(1).map_or("", |verb| self.word(verb));
        if !["ли", "но", "li", "no"].iter().any(|ending| verb.ends_with(ending)) {
            return None;
        }
        let within = |at: usize| matches!(self.word(at), "в" | "во" | "у" | "w" | "we" | "v" | "ve" | "na");
        let preposition = (at..end.min(at + NEAR)).find(|&at| within(at))?;
        let addressed = |at: usize| {
            self.is(at, Flags::STOP | Flags::ADVERB)
                || self.is_upper(at)
                || self.kind(at) == ItemKind::Stretch
        };
        let mut told = at..preposition;
        if !told.clone().all(addressed) || told.any(|at| self.is(at, Flags::FIRST_NAME | Flags::PERSON)) {
            return None;
        }
        let mut last = preposition + 1;
        let bound = Flags::STOP | Flags::PREPOSITION | Flags::RELATIVE | Flags::SPEECH | Flags::ADVERB;
        while last < end && last < preposition + LONGEST {
            let joins = self.is(last, Flags::JOIN) || self.word(last) == "по";
            let goes_on = match self.kind(last) {
                ItemKind::Word => joins && last > preposition + 1 || !joins && !self.is(last, bound),
                ItemKind::Number => last > preposition + 1,
                ItemKind::Stretch => self.is_marked_name(last),
                _ => false,
            };
            if !goes_on {
                break;
            }
            last += 1;
        }
        // `сказали в четверг`, `рассказали в интервью`
        let first = preposition + 1;
        let place = |stem: &&str| self.word(first).starts_with(*stem);
        if self.is(first, Flags::NOT_NAME) || last == first || NO_OFFICES.iter().any(place) {
            return None;
        }
        let items = first..self.trim_end(first, last);
        (!items.is_empty()).then_some(Mention { items, kind: MentionKind::Description, oblique: true })
    }

    /// The full name behind an adverbial: `ogłosił wczoraj w ratuszu zastępca burmistrza Jan Moll`.
    pub(crate) fn late_name(&self, start: usize, end: usize) -> Option<Mention> {
        let options = self.lexicon.options;
        let goes_on = |at: usize| match self.kind(at) {
            ItemKind::Word => !self.is(at, Flags::RELATIVE) || self.is(at, Flags::DETERMINER),
            ItemKind::Number => true,
            ItemKind::Stretch => self.is_marked_name(at),
            ItemKind::Dash => self.is(at + 1, Flags::ROLE),
            _ => false,
        };
        let end = (start..end).find(|&at| !goes_on(at)).unwrap_or(end);
        let mut at = start;
        while at < end {
            if !self.is_name_word(at) {
                at += 1;
                continue;
            }
            let run = self.name_run(at, end);
            at = run.end.max(at + 1);
            let mut name = self.strip_titles(run.clone());
            let before = run.start.saturating_sub(1);
            // `napisał na Portalu Jan Moll`: what is governed stands before the first name.
            let governed = name.start == run.start && self.is(before, Flags::PREPOSITION | Flags::PARTICLE);
            if options.inflected && name.len() > 2 && self.shows_case(name.start) {
                // `doradca Molla Ewa Kern`
                name.start += 1;
            }
            let known = self.is(name.start, Flags::FIRST_NAME);
            let nominative = !options.inflected
                || (known || !self.shows_case(name.start)) && self.nominative_name(name.clone()).is_some();
            if name.len() > 1 && !governed && nominative {
                return self.mention(name).filter(|mention| mention.kind == MentionKind::Name);
            }
        }
        None
    }

    /// Whether a Slavic name ends as none does in the nominative, unless it is known to.
    fn shows_case(&self, at: usize) -> bool {
        const OBLIQUE: [&str; 14] =
            ["у", "ю", "ы", "и", "е", "ом", "ем", "ой", "y", "ego", "owi", "em", "ę", "ą"];
        !self.is(at, Flags::FIRST_NAME) && OBLIQUE.iter().any(|ending| self.word(at).ends_with(ending))
    }

    /// Where a phrase begins that has a marked name in front.
    pub(crate) fn behind_marked(&self, start: usize, end: usize) -> usize {
        let marked = self.kind(start) == ItemKind::Stretch && start + 1 < end;
        if marked { start + 1 } else { start }
    }
}
