//! What stands before a subject or between it and its verb: datelines and asides, relative clauses (`Trump, who in 2010
//! said`), ages and places (`Ida Moll, 22, of Flint, Mich.,`).

use std::ops::Range;

use super::lexicon::Flags;
use super::outline::{ItemKind, Outline};
use super::phrase::{LONGEST, Mention, MentionKind};

impl Outline<'_> {
    /// `Ida Moll, 22, of Flint, Mich., said`: the name before an aside that ends in a place with a comma inside;
    /// `from` is that comma, `last` the one before the verb.
    pub(crate) fn behind_place(&self, from: usize, last: usize, low: usize) -> Option<Mention> {
        let named = (from + 1..last).all(|at| self.is_name_word(at)) && last - from <= 3;
        let mut start = from;
        while start > low && self.is_name_word(start - 1) {
            start -= 1;
        }
        let placed = start < from
            && start > low
            && matches!(self.word(start - 1), "of" | "in" | "from" | "near" | "at" | "outside");
        let floor = low.max(start.saturating_sub(LONGEST));
        let comma = (floor..start).find(|&at| self.kind(at) == ItemKind::Comma)?;
        let first = if self.is(low, Flags::JOIN) { low + 1 } else { low };
        let run = self.name_run(first, comma);
        let opens = named && placed && first < comma && self.is_name_word(first) && run.end == comma;
        if opens { self.mention(run).filter(|mention| mention.kind == MentionKind::Name) } else { None }
    }

    /// The relative pronoun that is the subject of a verb at `end`: right before it, or before `in 2010`.
    pub(crate) fn relative_before(&self, end: usize, low: usize) -> Option<usize> {
        const ADVERBIAL: usize = 4;
        let is = |at: usize| self.is(at, Flags::RELATIVE) && at > low;
        if is(end - 1) {
            return Some(end - 1);
        }
        let inside =
            |at: usize| matches!(self.kind(at), ItemKind::Word | ItemKind::Number) && !self.is_name_word(at);
        let near = (low.max(end.saturating_sub(ADVERBIAL + 1))..end).rev();
        let at = near.take_while(|&at| inside(at)).find(|&at| self.is(at, Flags::RELATIVE))?;
        (is(at) && self.is(at + 1, Flags::PREPOSITION) && self.kind(at - 1) == ItemKind::Comma).then_some(at)
    }

    /// The name that ends right before a relative pronoun or the comma before it.
    pub(crate) fn name_of_relative(&self, at: usize) -> Option<Range<usize>> {
        let before = |at: usize, kind: ItemKind| at > 0 && self.kind(at - 1) == kind;
        let mut end = if before(at, ItemKind::Comma) { at - 1 } else { at };
        if before(end, ItemKind::Close) {
            // `Mike Lee (R-Utah), who`
            let floor = end.saturating_sub(LONGEST);
            end = (floor..end).rev().find(|&at| self.kind(at) == ItemKind::Open)?;
        }
        let mut start = end;
        while start > 0 && end - start < LONGEST && self.is_name_word(start - 1) {
            start -= 1;
        }
        let name = self.strip_titles(start..end);
        (!name.is_empty()).then_some(name)
    }

    /// The dash behind a dateline: `NEW YORK (Agency) —`.
    pub(crate) fn dateline(&self, start: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        let dash = (start..end.min(start + LONGEST)).find(|&at| self.kind(at) == ItemKind::Dash)?;
        let place = |at: usize| match self.kind(at) {
            ItemKind::Word => self.is_upper(at),
            kind => {
                matches!(kind, ItemKind::Comma | ItemKind::Number | ItemKind::Open | ItemKind::Close)
            }
        };
        (dash > start && (start..dash).all(place)).then_some(dash)
    }

    /// Whether a sentence opens with an aside that a comma ends: `On Monday,`, `Filling in for X,`, `Recently,`.
    pub(crate) fn opens_aside(&self, at: usize) -> bool {
        let word = self.word(at);
        let adverb = word.ends_with("ly") && !self.is(at, Flags::FIRST_NAME) && !self.is_name_word(at + 1);
        let ending = word.len() > 4 && (word.ends_with("ing") || adverb);
        self.is(at, Flags::PREPOSITION | Flags::PARTICIPLE) && !self.is(at, Flags::PRONOUN)
            || ending && self.lexicon.options.accepts_by_default
    }
}
