//! Marks paired into stretches: mixed, nested, coalesced, over several paragraphs.

use super::ParagraphKind;
use super::lexicon::{Flags, Lexicon};
use super::marks::{Direction, Sign, is_measure, piece};
use super::token::{Family, Token, TokenKind};

/// A stretch of text between marks, or speech set off by dashes or by its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The first token, the mark included.
    pub(crate) from: u32,
    /// The end token, the mark included.
    pub(crate) to: u32,
    /// The first token inside.
    pub(crate) first: u32,
    /// The end token inside.
    pub(crate) end: u32,
    /// How it is set off.
    pub(crate) form: Form,
}

/// How a stretch is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// By marks.
    Marked,
    /// By dashes.
    Dashed,
    /// By a quotation block.
    Block,
    /// By who speaks, in front of the paragraph.
    Labelled,
}

/// A paragraph as tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lines {
    /// Its first token.
    pub(crate) first: u32,
    /// Its [`TokenKind::Break`].
    pub(crate) end: u32,
    /// What the page makes of it.
    pub(crate) kind: ParagraphKind,
    /// The block it belongs to.
    pub(crate) block: usize,
}

/// No quotation without a reopening mark runs over more paragraphs than this.
const MOST_PARAGRAPHS: usize = 6;
/// How many marks are looked at to see whether an inner quotation is closed.
const FORESIGHT: usize = 24;
/// No quotation is nested deeper than this; deeper marks are text.
const MOST_LEVELS: usize = 8;

/// Pairs the marks of one text.
pub(crate) struct Pairing<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) paragraphs: &'t [Lines],
    pub(crate) lexicon: &'static Lexicon,
}

impl Pairing<'_> {
    /// The outer stretches, in order.
    pub(crate) fn stretches(&self, signs: &[Sign]) -> Vec<Stretch> {
        let doubles: Vec<Sign> = signs.iter().filter(|sign| sign.family == Family::Double).copied().collect();
        let mut found = self.pair(&doubles);
        if !found.iter().any(|stretch| self.has_words(stretch, 4)) {
            let singles: Vec<Sign> =
                signs.iter().filter(|sign| sign.family == Family::Single).copied().collect();
            let single = self.pair_single(&singles);
            found = merge(found, single);
        }
        if signs.iter().any(|sign| sign.family == Family::Corner) {
            let corners: Vec<Sign> =
                signs.iter().filter(|sign| sign.family == Family::Corner).copied().collect();
            found = merge(found, self.pair(&corners));
        }
        found
    }

    fn has_words(&self, stretch: &Stretch, count: usize) -> bool {
        let inside = self.tokens.get(stretch.first as usize..stretch.end as usize).unwrap_or_default();
        inside.iter().filter(|token| token.kind == TokenKind::Word).nth(count - 1).is_some()
    }

    fn pair(&self, signs: &[Sign]) -> Vec<Stretch> {
        let mut found = Vec::new();
        let mut stack: Vec<usize> = Vec::new();
        // Complete inner pairs of the open stretch: they are the stretches if the outer mark proves stray.
        let mut inner: Vec<(usize, usize)> = Vec::new();
        let mut next = 0;
        for paragraph in 0..self.paragraphs.len() {
            let start = next;
            while signs.get(next).is_some_and(|sign| sign.paragraph as usize == paragraph) {
                next += 1;
            }
            let here = signs.get(start..next).unwrap_or_default();
            let mut closers_left = here.iter().filter(|sign| sign.direction == Direction::Closes).count();
            let mut openers_left = here.iter().filter(|sign| sign.direction == Direction::Opens).count();
            for (offset, sign) in here.iter().enumerate() {
                match sign.direction {
                    Direction::Closes => closers_left -= 1,
                    Direction::Opens => openers_left -= 1,
                    _ => {}
                }
                let at = start + offset;
                let token = sign.token as usize;
                let reopens = offset == 0
                    && !stack.is_empty()
                    && self.paragraphs[paragraph].first == sign.token
                    && sign.direction != Direction::Closes;
                if reopens {
                    continue;
                }
                let closes = match sign.direction {
                    Direction::Closes => true,
                    Direction::Either => !stack.is_empty(),
                    Direction::Opens => false,
                    Direction::None => continue,
                };
                if closes {
                    let Some(open) = stack.pop() else { continue };
                    let all = self.coalesces(token) && closers_left <= openers_left;
                    if stack.is_empty() || all {
                        let outer = stack.first().copied().unwrap_or(open);
                        stack.clear();
                        inner.clear();
                        self.add(signs, outer, at, &mut found);
                    } else {
                        inner.push((open, at));
                    }
                    continue;
                }
                if stack.is_empty() {
                    if !is_measure(token, self.tokens) {
                        stack.push(at);
                    }
                } else if stack.len() < MOST_LEVELS {
                    let enough = self.balances(here, offset, stack.len() + 1);
                    if !enough {
                        stack.clear();
                        for (open, close) in inner.drain(..) {
                            self.add(signs, open, close, &mut found);
                        }
                    }
                    stack.push(at);
                }
            }
            if let Some(&outer) = stack.first() {
                if self.continues(signs, paragraph, next) {
                    stack.truncate(1);
                    debug_assert_eq!(stack.first(), Some(&outer));
                } else {
                    stack.clear();
                    for (open, close) in inner.drain(..) {
                        self.add(signs, open, close, &mut found);
                    }
                }
            }
        }
        found
    }

    /// Whether what opens at a sign, `levels` deep by then, is closed with all around it in this paragraph.
    fn balances(&self, here: &[Sign], offset: usize, levels: usize) -> bool {
        let mut depth = levels;
        for sign in here.iter().skip(offset + 1).take(FORESIGHT) {
            match sign.direction {
                Direction::Opens => depth += 1,
                Direction::Closes
                    if self.lexicon.options.inflected && self.coalesces(sign.token as usize) =>
                {
                    return true;
                }
                Direction::Closes | Direction::Either => depth -= 1,
                Direction::None => {}
            }
            if depth == 0 {
                return true;
            }
        }
        false
    }

    fn add(&self, signs: &[Sign], open: usize, close: usize, found: &mut Vec<Stretch>) {
        let (Some(open), Some(close)) = (signs.get(open), signs.get(close)) else { return };
        let (from, to) = (open.token, close.token + 1);
        if close.token > open.token + 1 {
            found.push(Stretch { from, to, first: from + 1, end: close.token, form: Form::Marked });
        }
    }

    /// Whether one closing mark ends every level: at the end of the paragraph, or before a dash that follows
    /// punctuation (`…как-то "жмутся", - заметил`).
    fn coalesces(&self, token: usize) -> bool {
        let kind = |at: usize| self.tokens.get(at).map_or(TokenKind::Break, |token| token.kind);
        match kind(token + 1) {
            TokenKind::Break | TokenKind::Dash => true,
            TokenKind::Comma | TokenKind::Stop => {
                matches!(kind(token + 2), TokenKind::Break | TokenKind::Dash)
            }
            _ => false,
        }
    }

    /// Whether the quotation open at the end of a paragraph goes on in the next; `next` is its first sign.
    fn continues(&self, signs: &[Sign], paragraph: usize, next: usize) -> bool {
        let (Some(here), Some(following)) =
            (self.paragraphs.get(paragraph), self.paragraphs.get(paragraph + 1))
        else {
            return false;
        };
        if !joined(here, following) {
            return false;
        }
        let first = signs.get(next).filter(|sign| sign.paragraph as usize == paragraph + 1);
        if first.is_some_and(|sign| sign.token == following.first && sign.direction != Direction::Closes) {
            return true;
        }
        let Some(sign) = signs.get(next) else { return false };
        let last = sign.paragraph as usize;
        if last > paragraph + MOST_PARAGRAPHS || sign.direction == Direction::Opens {
            return false;
        }
        let unbroken =
            (paragraph..last).all(|at| match (self.paragraphs.get(at), self.paragraphs.get(at + 1)) {
                (Some(a), Some(b)) => joined(a, b),
                _ => false,
            });
        unbroken && self.attribution_follows(sign.token as usize)
    }

    fn attribution_follows(&self, token: usize) -> bool {
        let before = token.checked_sub(1).and_then(|at| self.tokens.get(at)).map(|token| token.kind);
        let after = self.tokens.get(token + 1).map(|token| token.kind);
        let joint =
            matches!(before, Some(TokenKind::Comma | TokenKind::Stop)) || after == Some(TokenKind::Comma);
        joint
            && self
                .tokens
                .iter()
                .skip(token + 1)
                .take(10)
                .take_while(|token| token.kind != TokenKind::Break)
                .any(|token| {
                    token.kind == TokenKind::Word
                        && self.lexicon.flags(&piece(self.text, *token).to_lowercase()).any(Flags::SPEECH)
                })
    }

    /// British marks: apostrophes stay words.
    fn pair_single(&self, signs: &[Sign]) -> Vec<Stretch> {
        let mut found = Vec::new();
        let mut at = 0;
        let mut barren = None;
        while let Some(sign) = signs.get(at) {
            if sign.direction != Direction::Opens || barren == Some(sign.paragraph) {
                at += 1;
                continue;
            }
            let mut close = None;
            let mut next = at + 1;
            while let Some(later) = signs.get(next).filter(|later| later.paragraph == sign.paragraph) {
                if later.direction == Direction::Closes {
                    if !self.is_plural(later, signs, next) {
                        close = Some(next);
                        break;
                    }
                    if close.is_none() {
                        close = Some(next);
                    }
                }
                next += 1;
            }
            match close {
                Some(close) => {
                    self.add(signs, at, close, &mut found);
                    at = close + 1;
                }
                None => {
                    barren = Some(sign.paragraph);
                    at += 1;
                }
            }
        }
        found
    }

    /// `the voters' choice`: a plural's apostrophe, if another mark can close before one opens.
    fn is_plural(&self, sign: &Sign, signs: &[Sign], at: usize) -> bool {
        let token = sign.token as usize;
        let before = token.checked_sub(1).and_then(|before| self.tokens.get(before));
        let plural = before.is_some_and(|before| piece(self.text, *before).ends_with(['s', 'S']));
        let goes_on = self
            .tokens
            .get(token + 1)
            .is_some_and(|after| after.kind == TokenKind::Word && after.spaced && !after.upper);
        plural
            && goes_on
            && signs
                .iter()
                .skip(at + 1)
                .take_while(|later| later.paragraph == sign.paragraph && later.direction != Direction::Opens)
                .any(|later| later.direction == Direction::Closes)
    }
}

/// Whether nothing stands between two paragraphs.
fn joined(here: &Lines, following: &Lines) -> bool {
    here.kind == following.kind
        && matches!(here.kind, ParagraphKind::Paragraph | ParagraphKind::Quotation)
        && following.block <= here.block + 1
}

/// Two lists of stretches in one order; what lies inside another goes.
fn merge(first: Vec<Stretch>, second: Vec<Stretch>) -> Vec<Stretch> {
    let mut all = first;
    all.extend(second);
    all.sort_by_key(|stretch| (stretch.from, std::cmp::Reverse(stretch.to)));
    let mut end = 0;
    all.retain(|stretch| {
        let outer = stretch.from >= end;
        if outer {
            end = stretch.to;
        }
        outer
    });
    all
}
