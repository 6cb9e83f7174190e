//! Quote or not: names, titles, terms and scare quotes are none.

use super::attribution::{Attribution, How};
use super::lexicon::{Flags, lower};
use super::marks::piece;
use super::outline::{ItemKind, Outline};
use super::stretch::Form;
use super::token::TokenKind;

/// What a stretch looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Its words, none counted after 40.
    pub(crate) words: usize,
    /// It starts with a capital.
    pub(crate) upper: bool,
    /// Words that start with a capital or have at most three letters, of those counted.
    capitals: usize,
    /// A stop or a comma stands inside, or right after the closing mark.
    stops: bool,
    /// It ends in a stop.
    ends: bool,
}

/// How many words of a stretch are looked at.
const LOOK: usize = 40;

impl Outline<'_> {
    /// The shape of the stretch at an item.
    pub(crate) fn shape(&self, place: usize) -> Shape {
        let mut shape = Shape { words: 0, upper: false, capitals: 0, stops: false, ends: false };
        let Some(stretch) = self.stretch(place) else { return shape };
        let inside = self.tokens.get(stretch.first as usize..stretch.end as usize).unwrap_or_default();
        let mut first = true;
        for token in inside.iter().take(LOOK * 2) {
            match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    if first {
                        shape.upper = token.upper;
                        first = false;
                    }
                    shape.words += 1;
                    // Three characters have twelve bytes at most.
                    let short =
                        || token.end - token.start <= 12 && piece(self.text, *token).chars().nth(3).is_none();
                    let counts = token.upper || token.kind == TokenKind::Number || short();
                    shape.capitals += usize::from(counts);
                }
                TokenKind::Stop | TokenKind::Comma | TokenKind::Semicolon => shape.stops = true,
                _ => {}
            }
        }
        shape.ends =
            self.last_inside(place).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ',' | '。' | '，'));
        shape
    }

    /// Whether the stretch is somebody's words.
    pub(crate) fn is_quote(&self, place: usize, shape: Shape, found: Option<&Attribution>) -> bool {
        if shape.words == 0 {
            return false;
        }
        if self.stretch(place).is_some_and(|stretch| stretch.form != Form::Marked) {
            return true;
        }
        let how = found.map(|found| found.how);
        if matches!(how, Some(How::After | How::Embedded)) {
            // `MSNBC’s “Morning Joe,” suggested`: a title in front of a verb is still a title.
            let title = shape.upper && shape.capitals == shape.words;
            // `star of television’s “Scandal,” thanked`
            let owned = title && place > 0 && self.ends_possessive(place - 1);
            return !(title && self.is_named(place, shape) || owned || self.is_part(place, shape));
        }
        // `по его словам «…»`: the cue is no name of a kind.
        let cued = found
            .filter(|found| found.how == How::According)
            .and_then(|found| found.cue.as_ref())
            .is_some_and(|cue| place > 0 && cue.end == self.bytes(place - 1).end);
        let part = how.is_none() && self.lexicon.options.accepts_by_default && self.is_part(place, shape);
        if part || !cued && self.is_named(place, shape) || self.is_scare(place) {
            return false;
        }
        if self.lexicon.options.accepts_by_default {
            return how == Some(How::Label) || !self.is_title(place, shape);
        }
        self.earns(place, shape, found)
    }

    /// The same without capitals to tell by: a verb has to announce it, or be near.
    pub(crate) fn is_uncased_quote(&self, place: usize, shape: Shape, found: &Attribution) -> bool {
        const NEAR: usize = 6;
        const WORDS: usize = 3;
        let announced = place > 0 && self.kind(place - 1) == ItemKind::Colon;
        let near = found.verb.is_some_and(|verb| place.abs_diff(verb) <= NEAR);
        shape.words > 0
            && !self.is_named(place, shape)
            && !self.in_brackets(place)
            && (announced
                || shape.words >= WORDS && found.how != How::Inherit
                || near && shape.words >= WORDS)
    }

    /// A class noun before the mark: `газета «…»`, `the song “…”`.
    fn is_named(&self, place: usize, shape: Shape) -> bool {
        let Some(before) = place.checked_sub(1) else { return false };
        if self.is_attribute(place) {
            return true;
        }
        let titled = shape.upper && shape.words <= 6 && shape.capitals == shape.words;
        let mut before = before;
        if self.kind(before) == ItemKind::Comma && titled && before > self.sentence(place).start {
            // `her new film, “The Quarry”`
            before -= 1;
        }
        if self.kind(before) != ItemKind::Word {
            return false;
        }
        let mut word = String::new();
        // `known as “X”`
        let linked = self.lexicon.options.accepts_by_default && self.word(before) == "as" && before > 0;
        let noun = if linked { before - 1 } else { before };
        lower(self.word(noun), &mut word);
        if self.lexicon.is_class_noun(&word) {
            // `назвал проект «безумием»`: the noun is what the verb judges.
            let said = self.is(noun, Flags::SPEECH) && self.is(noun.saturating_sub(1), Flags::AUXILIARY);
            let judged = (!shape.upper || said)
                && !self.lexicon.options.accepts_by_default
                && (said || (noun.saturating_sub(3)..noun).any(|at| self.is(at, Flags::JUDGING)));
            if judged {
                return false;
            }
            let long = shape.words > 8 && shape.ends && shape.capitals < shape.words;
            return !long;
        }
        // `called “X”` gives a name, `called him “a liar”` judges.
        self.is(before, Flags::NAMING)
            && shape.upper
            && shape.words <= 6
            && shape.capitals * 10 >= shape.words * 7
    }

    /// `In der „Rundschau“ schreibt X`: a few words that an article ties to the sentence.
    fn is_part(&self, place: usize, shape: Shape) -> bool {
        let tied = place > self.sentence(place).start && self.is(place - 1, Flags::DETERMINER);
        let class =
            place > 0 && self.kind(place + 1) != ItemKind::Comma && self.kind(place + 1) != ItemKind::Dash;
        let show = self.lexicon.options.accepts_by_default
            && place > self.sentence(place).start
            && shape.upper
            && shape.capitals == shape.words
            && shape.words <= 5
            && !matches!(self.last_inside(place), Some('!' | '?'))
            && (matches!(self.word(place - 1), "on" | "On" | "of" | "in" | "In" | "for" | "with")
                && (shape.words > 1 || self.word(place - 1).eq_ignore_ascii_case("on"))
                || self.is_broadcast(place));
        show || self.lexicon.options.verb_second
            && (tied && shape.upper && shape.words <= 4 && !shape.ends
                || class && self.is_named(place, shape))
    }

    /// `on Fox News’s “…”`: what a station owns.
    fn is_broadcast(&self, place: usize) -> bool {
        const NEAR: usize = 4;
        let owned = place > 0 && self.ends_possessive(place - 1) && self.is_upper(place - 1);
        let low = self.sentence(place).start.max(place.saturating_sub(NEAR + 1));
        owned && (low..place - 1).rev().find(|&at| !self.is_upper(at)).is_some_and(|at| self.word(at) == "on")
    }

    /// A value of markup left in the text: `author="…"`.
    fn is_attribute(&self, place: usize) -> bool {
        let Some(stretch) = self.stretch(place) else { return false };
        let before = (stretch.from as usize).checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|before| piece(self.text, *before) == "=")
    }

    fn is_scare(&self, place: usize) -> bool {
        let low = place.saturating_sub(2);
        let near = (low..place).rev().take_while(|&at| self.kind(at) == ItemKind::Word);
        // `så kallade ”…”`, `so called “…”`
        let called = place > self.sentence(place).start + 1
            && self.is(place - 1, Flags::NAMING)
            && matches!(self.word(place - 2), "så" | "so" | "So" | "Så");
        // `s’est dite « inquiète »`: the same form as a verb.
        let scare = |at: usize| {
            self.is(at, Flags::SCARE)
                && !(self.is(at, Flags::SPEECH) && self.is(at.saturating_sub(1), Flags::AUXILIARY))
        };
        called || near.clone().any(scare) && near.count() > 0
    }

    /// A few capitalised words without a stop.
    fn is_title(&self, place: usize, shape: Shape) -> bool {
        let comma = place > 0 && matches!(self.kind(place - 1), ItemKind::Comma | ItemKind::Colon);
        let judged = self
            .verb_before(place)
            .is_some_and(|verb| place - verb <= 4 || place - verb <= 7 && self.is(verb, Flags::NAMING));
        shape.upper && shape.words <= 6 && shape.capitals == shape.words && !shape.ends && !comma && !judged
    }

    /// Whether the stretch is the next title in a list: `“Gone With the Wind” and “The Women.”`.
    pub(crate) fn is_listed(&self, place: usize, title: usize, shape: Shape) -> bool {
        let joined =
            (title + 1..place).all(|at| self.kind(at) == ItemKind::Comma || self.is(at, Flags::JOIN));
        joined && place <= title + 3 && shape.upper && shape.capitals == shape.words && shape.words <= 8
    }

    /// Where marks are for names as much as for speech, a stretch must have earned it.
    fn earns(&self, place: usize, shape: Shape, found: Option<&Attribution>) -> bool {
        let sentence = self.sentence(place);
        let before = place.checked_sub(1).filter(|&at| at >= sentence.start);
        let colon = before.is_some_and(|at| self.kind(at) == ItemKind::Colon);
        let comma = before.is_some_and(|at| self.kind(at) == ItemKind::Comma);
        let how = found.map(|found| found.how);
        // A German noun has its capital anyway: a title has more of them.
        let capitals =
            !self.lexicon.options.nouns_capitalised || shape.words <= 2 || shape.capitals == shape.words;
        let title = shape.upper && capitals && shape.words <= 6 && !shape.ends && !colon && !comma;
        if self.in_brackets(place) {
            return false;
        }
        match how {
            Some(How::Label) => shape.words >= 2,
            Some(How::Before | How::According) => {
                let verb = found.and_then(|found| found.verb).unwrap_or(place);
                let distance = place.abs_diff(verb);
                let naming = self.is(verb, Flags::NAMING);
                if colon {
                    return shape.words >= 2 || shape.upper;
                }
                // Where every noun has a capital, one says nothing against a judging word: `nannte es „Wortbruch“`.
                let judged =
                    self.lexicon.options.nouns_capitalised && self.is(verb, Flags::JUDGING) && distance <= 8;
                // `nennt man …`, `nennt sich …`: what something is called.
                let term = naming
                    && (verb + 1..place.min(verb + 4)).any(|at| matches!(self.word(at), "man" | "sich"));
                // `określił to jako „…”`
                let likened = before.is_some_and(|at| self.is(at, Flags::LIKE))
                    && self.is(verb, Flags::JUDGING)
                    && !title;
                // `sprach von einer „Katastrophe für die Stadt“`
                let governed = distance <= 12
                    && (place.saturating_sub(2).max(sentence.start)..place)
                        .any(|at| self.lexicon.governs(self.word(verb), self.word(at)));
                if (judged || likened || governed) && !term {
                    return true;
                }
                if comma && distance <= 4 && self.lexicon.options.nouns_capitalised {
                    // `Er sagte, „Härten“ dürfe es nicht geben`
                    return true;
                }
                if title {
                    return false;
                }
                if !shape.upper && self.is_reported(place) {
                    return true;
                }
                if shape.words <= 2 {
                    // `skandierte „Voss raus!“`
                    let called = distance == 1 && matches!(self.last_inside(place), Some('!' | '?'));
                    if called {
                        return true;
                    }
                    let governed = how == Some(How::According) && distance <= 12
                        || naming && distance <= 6
                        || distance <= 10;
                    return !shape.upper && governed;
                }
                !shape.upper || shape.words >= 4
            }
            Some(How::Split) => {
                !title && (shape.words >= 4 || !shape.upper && shape.words >= 2 || shape.ends)
            }
            // A whole sentence between marks.
            _ => {
                let opens = place == sentence.start || colon;
                let sentence_shaped =
                    shape.upper && shape.words >= 4 && opens && (shape.ends || shape.stops || colon);
                sentence_shaped || !title && (!shape.upper || shape.words >= 4) && self.is_reported(place)
            }
        }
    }

    /// Whether a verb of the sentence stands in the mood of reported speech: `sei`, `habe`.
    pub(crate) fn is_reported(&self, place: usize) -> bool {
        let sentence = self.sentence(place);
        let near = sentence.start.max(place.saturating_sub(LOOK))..sentence.end.min(place + LOOK);
        near.into_iter().any(|at| self.is(at, Flags::REPORTED))
    }

    fn in_brackets(&self, place: usize) -> bool {
        place > 0 && self.kind(place - 1) == ItemKind::Open && self.kind(place + 1) == ItemKind::Close
    }
}
