//! Which way each mark looks: told by what stands around it, not by its glyph alone.

use super::stretch::Lines;
use super::token::{Family, Glyph, Token, TokenKind};

/// A quotation mark in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sign {
    /// Its token.
    pub(crate) token: u32,
    /// The paragraph it stands in.
    pub(crate) paragraph: u32,
    /// What it pairs with.
    pub(crate) family: Family,
    /// Which way it looks.
    pub(crate) direction: Direction,
}

/// Which way a mark looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// It opens.
    Opens,
    /// It closes.
    Closes,
    /// Where it stands decides: it opens outside a quote and closes inside one.
    Either,
    /// No quotation mark: an apostrophe, an inch.
    None,
}

/// What stands beside a mark, other marks looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Blank,
    /// An opening bracket or a dash on the left, punctuation, a closing bracket or a dash on the right.
    Edge,
    Digit,
    Inner,
}

/// Contractions that begin with an apostrophe.
const ELIDED: [&str; 10] = ["tis", "twas", "em", "til", "cause", "n", "round", "bout", "cuz", "twill"];

/// Every mark of the text with its direction; `marks` are their tokens.
pub(crate) fn signs(text: &str, tokens: &[Token], marks: &[u32], paragraphs: &[Lines]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::with_capacity(marks.len());
    let mut lefts = Vec::with_capacity(marks.len());
    let mut left = Side::Blank;
    let mut paragraph = 0;
    for &token in marks {
        while paragraphs.get(paragraph as usize).is_some_and(|lines| lines.end < token) {
            paragraph += 1;
        }
        let at = token as usize;
        let Some(Token { kind: TokenKind::Mark(mark), spaced, .. }) = tokens.get(at) else { continue };
        let marked = signs.last().is_some_and(|last| last.token + 1 == token);
        if !marked || *spaced {
            left = if *spaced { Side::Blank } else { left_side(at, text, tokens) };
        }
        lefts.push(left);
        signs.push(Sign { token, paragraph, family: mark.family, direction: Direction::None });
    }
    let mut right = Side::Blank;
    let mut last = usize::MAX;
    for (sign, left) in signs.iter_mut().zip(lefts).rev() {
        let at = sign.token as usize;
        let next = tokens.get(at + 1);
        let spaced = next.is_none_or(|token| token.spaced);
        if last != at + 1 || spaced {
            right = if spaced { Side::Blank } else { right_side(at, text, tokens) };
        }
        last = at;
        sign.direction = direction(at, text, tokens, left, right);
    }
    signs
}

fn left_side(at: usize, text: &str, tokens: &[Token]) -> Side {
    let Some(token) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return Side::Blank };
    match token.kind {
        TokenKind::Break => Side::Blank,
        TokenKind::Dash | TokenKind::Open => Side::Edge,
        TokenKind::Number => Side::Digit,
        TokenKind::Other if matches!(piece(text, *token), "/" | "-" | "*" | "=") => Side::Edge,
        _ => Side::Inner,
    }
}

fn right_side(at: usize, text: &str, tokens: &[Token]) -> Side {
    let Some(token) = tokens.get(at + 1) else { return Side::Blank };
    match token.kind {
        TokenKind::Break => Side::Blank,
        TokenKind::Dash
        | TokenKind::Close
        | TokenKind::Comma
        | TokenKind::Stop
        | TokenKind::Colon
        | TokenKind::Semicolon => Side::Edge,
        TokenKind::Other if matches!(piece(text, *token), "/" | "-" | "*") => Side::Edge,
        _ => Side::Inner,
    }
}

pub(crate) fn piece(text: &str, token: Token) -> &str {
    text.get(token.start as usize..token.end as usize).unwrap_or_default()
}

fn direction(at: usize, text: &str, tokens: &[Token], left: Side, right: Side) -> Direction {
    let Some(token) = tokens.get(at) else { return Direction::None };
    let TokenKind::Mark(mark) = token.kind else { return Direction::None };
    let opens = matches!(left, Side::Blank | Side::Edge);
    let closes = matches!(right, Side::Blank | Side::Edge);
    match mark.family {
        Family::Corner => match mark.glyph {
            Glyph::Opens => Direction::Opens,
            _ => Direction::Closes,
        },
        Family::Double => match (mark.glyph, opens, closes) {
            (Glyph::Straight | Glyph::Closes, true, false) => Direction::Opens,
            (Glyph::Straight | Glyph::Opens, false, true) => Direction::Closes,
            (Glyph::Straight, ..) => Direction::Either,
            // `“` opens in English and closes in German.
            (Glyph::Opens, true, true) | (Glyph::Opens, false, false) if piece(text, *token) == "“" => {
                Direction::Either
            }
            (Glyph::Opens, ..) => Direction::Opens,
            (Glyph::Closes, ..) => Direction::Closes,
        },
        Family::Single => {
            let angle = matches!(piece(text, *token), "‹" | "›");
            if angle {
                return if mark.glyph == Glyph::Opens { Direction::Opens } else { Direction::Closes };
            }
            if opens && !closes {
                let next = tokens.get(at + 1).copied();
                let elided = next.is_some_and(|next| {
                    let word = piece(text, next);
                    next.kind == TokenKind::Number
                        || word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3
                        || ELIDED.iter().any(|known| known.eq_ignore_ascii_case(word))
                });
                if elided { Direction::None } else { Direction::Opens }
            } else if !opens && closes && left != Side::Digit {
                Direction::Closes
            } else {
                Direction::None
            }
        }
    }
}

/// Whether the mark after a number is an inch or a second when no quote is open: `6'2"`.
pub(crate) fn is_measure(at: usize, tokens: &[Token]) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|token| token.kind == TokenKind::Number)
        && tokens.get(at).is_some_and(|token| !token.spaced)
}
