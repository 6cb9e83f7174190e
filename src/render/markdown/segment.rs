//! Which stretches of an inline text are linked, strong and emphasised, nested properly, and which of the
//! delimiters work.
//!
//! Why the written delimiters match as meant: every literal `*` is escaped, and so is every literal `_` that is
//! not inside a word. Strong text has `**`; emphasis has `*`, or `_` where `*` would touch `**`. So there are only
//! runs of one or two `*` and of one `_`, a kind is never open twice, and `*` can't match `**` by the rule of
//! three. Links are never split, and the inside of one is matched on its own.

use super::flanking::{Class, class, delimits};
use super::inline::Item;

/// What a stretch is; in this order from the outside to the inside where stretches are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Links somewhere.
    Link,
    /// Strong.
    Strong,
    /// Emphasised.
    Emphasis,
}

/// A stretch of items.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) kind: Kind,
    /// The index of its first item.
    pub(super) start: usize,
    /// The index after its last item.
    end: usize,
    /// Whether it is written.
    kept: bool,
    /// The indexes of the tokens that open and close it.
    tokens: (usize, usize),
}

/// One delimiter or bracket of a segment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// The index of the item it stands before.
    pub(super) at: usize,
    pub(super) segment: usize,
    pub(super) opens: bool,
}

/// The markup of an inline text.
#[derive(Debug, Default)]
pub(super) struct Markup {
    pub(super) segments: Vec<Segment>,
    /// All tokens in the order of the text.
    pub(super) tokens: Vec<Token>,
}

impl Markup {
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let links = ranges(items, |item| item.link);
        let strong = ranges(items, |item| item.strong.then_some(0));
        let emphasis = ranges(items, |item| item.emphasis.then_some(0));
        let strong = split(items, &strong, &links);
        let emphasis = split(items, &split(items, &emphasis, &links), &strong);
        let mut segments = Vec::with_capacity(links.len() + strong.len() + emphasis.len());
        for (kind, ranges) in [(Kind::Link, &links), (Kind::Strong, &strong), (Kind::Emphasis, &emphasis)] {
            segments.extend(ranges.iter().map(|&(start, end)| Segment {
                kind,
                start,
                end,
                kept: true,
                tokens: (0, 0),
            }));
        }
        segments.sort_by_key(|segment| (segment.start, usize::MAX - segment.end, segment.kind));
        let mut markup = Self { segments, tokens: Vec::new() };
        markup.place_tokens();
        markup.settle(items);
        markup
    }

    /// Closes and opens the segments in the order of the text; those that are open lie around each other.
    fn place_tokens(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        for segment in 0..self.segments.len() {
            let Some(start) = self.segments.get(segment).map(|segment| segment.start) else { break };
            self.close(&mut open, start);
            let opening = self.tokens.len();
            if let Some(begun) = self.segments.get_mut(segment) {
                begun.tokens.0 = opening;
            }
            self.tokens.push(Token { at: start, segment, opens: true });
            open.push(segment);
        }
        self.close(&mut open, usize::MAX);
    }

    /// Closes what ends before the item `limit`.
    fn close(&mut self, open: &mut Vec<usize>, limit: usize) {
        while let Some(&segment) = open.last() {
            let closing = self.tokens.len();
            let Some(ended) = self.segments.get_mut(segment).filter(|segment| segment.end <= limit) else {
                return;
            };
            ended.tokens.1 = closing;
            let at = ended.end;
            self.tokens.push(Token { at, segment, opens: false });
            open.pop();
        }
    }

    /// Drops the segments whose delimiters would not work, until all that are left do.
    fn settle(&mut self, items: &[Item<'_>]) {
        let mut doubtful: Vec<usize> = (0..self.segments.len()).collect();
        while let Some(index) = doubtful.pop() {
            let Some(segment) = self.segments.get(index) else { continue };
            if !segment.kept || segment.kind == Kind::Link || self.works(segment, items) {
                continue;
            }
            // Delimiters are punctuation to what stands beside them: without these, the neighbours' may not work.
            for token in [segment.tokens.0, segment.tokens.1] {
                let at = self.tokens.get(token).map(|token| token.at);
                let same = |token: &&Token| Some(token.at) == at;
                let before = self.tokens.get(..token).unwrap_or_default().iter().rev().take_while(same);
                let after = self.tokens.get(token..).unwrap_or_default().iter().take_while(same);
                doubtful.extend(before.chain(after).map(|token| token.segment));
            }
            if let Some(segment) = self.segments.get_mut(index) {
                segment.kept = false;
            }
        }
    }

    fn works(&self, segment: &Segment, items: &[Item<'_>]) -> bool {
        let underscore = segment.kind == Kind::Emphasis && self.touches_strong(segment);
        let (opening, closing) = segment.tokens;
        let edge = |neighbour: Option<&Token>, item: Option<Class>| match neighbour {
            Some(_) => Class::Punctuation,
            None => item.unwrap_or(Class::Space),
        };
        let last_of = |at: usize| at.checked_sub(1).and_then(|at| items.get(at)).map(Item::last_class);
        let first_of = |at: usize| items.get(at).map(Item::first_class);
        let (before, after) = (self.beside(opening, false), self.beside(closing, true));
        // Two runs of one kind would be one run.
        let same = |token: Option<&Token>| {
            token
                .and_then(|token| self.segments.get(token.segment))
                .is_some_and(|other| other.kind == segment.kind)
        };
        !same(before)
            && !same(after)
            && delimits(
                edge(before, last_of(segment.start)),
                edge(self.beside(opening, true), first_of(segment.start)),
                underscore,
            )
            && delimits(
                edge(after, first_of(segment.end)),
                edge(self.beside(closing, false), last_of(segment.end)),
                underscore,
            )
    }

    /// The written token right before or after a token, with no text between.
    fn beside(&self, token: usize, after: bool) -> Option<&Token> {
        let at = self.tokens.get(token)?.at;
        let written = |token: &&Token| self.is_written(token);
        if after {
            self.tokens.get(token + 1..)?.iter().take_while(|token| token.at == at).find(written)
        } else {
            self.tokens.get(..token)?.iter().rev().take_while(|token| token.at == at).find(written)
        }
    }

    fn touches_strong(&self, segment: &Segment) -> bool {
        [segment.tokens.0, segment.tokens.1]
            .into_iter()
            .flat_map(|token| [self.beside(token, false), self.beside(token, true)])
            .any(|token| {
                token
                    .and_then(|token| self.segments.get(token.segment))
                    .is_some_and(|other| other.kind == Kind::Strong)
            })
    }

    pub(super) fn is_written(&self, token: &Token) -> bool {
        self.segments.get(token.segment).is_some_and(|segment| segment.kept)
    }

    /// The delimiter of a strong or emphasised segment.
    pub(super) fn delimiter(&self, segment: &Segment) -> &'static str {
        match segment.kind {
            Kind::Strong => "**",
            _ if self.touches_strong(segment) => "_",
            _ => "*",
        }
    }
}

/// The longest ranges of items with the same value.
fn ranges(items: &[Item<'_>], value: impl Fn(&Item<'_>) -> Option<usize>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for (at, item) in items.iter().enumerate() {
        let value = value(item);
        match found.last_mut() {
            Some((_, end)) if value.is_some() && value == before => *end = at + 1,
            _ if value.is_some() => found.push((at, at + 1)),
            _ => {}
        }
        before = value;
    }
    found
}

/// Cuts the ranges where they reach only partly into one of `others`. Both lists are sorted and without overlaps.
fn split(items: &[Item<'_>], all: &[(usize, usize)], others: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut parts = Vec::with_capacity(all.len());
    let mut others = others.iter().copied().peekable();
    for &(start, end) in all {
        let mut from = start;
        while let Some((other_start, other_end)) = others.peek().copied().filter(|other| other.0 < end) {
            if other_start < start && start < other_end && other_end < end {
                add(items, &mut parts, from, other_end);
                from = other_end;
            } else if start < other_start && end < other_end {
                add(items, &mut parts, from, other_start);
                from = other_start;
            }
            // One that goes on after this range may meet the next as well.
            if other_end > end {
                break;
            }
            others.next();
        }
        add(items, &mut parts, from, end);
    }
    parts
}

/// Adds a range without the white space at its edges.
fn add(items: &[Item<'_>], parts: &mut Vec<(usize, usize)>, mut start: usize, mut end: usize) {
    let is_gap = |at: usize| items.get(at).is_some_and(|item| item.gap);
    while start < end && is_gap(start) {
        start += 1;
    }
    while start < end && is_gap(end - 1) {
        end -= 1;
    }
    if start < end {
        parts.push((start, end));
    }
}

impl Item<'_> {
    fn first_class(&self) -> Class {
        self.edge_class(self.text.chars().next())
    }

    fn last_class(&self) -> Class {
        self.edge_class(self.text.chars().next_back())
    }

    fn edge_class(&self, edge: Option<char>) -> Class {
        match edge {
            _ if self.gap => Class::Space,
            _ if self.code || self.script.is_some() || self.deleted => Class::Punctuation,
            Some(edge) => class(edge),
            None => Class::Space,
        }
    }
}
