//! Speech set off by dashes: `— Мы победим, — сказал капитан.`, `—No —dijo él—.`

use super::lexicon::{Flags, Lexicon};
use super::marks::piece;
use super::stretch::{Form, Lines, Stretch};
use super::token::{Family, Token, TokenKind};

/// How far from its dash the verb of the author's words may stand.
const REACH: usize = 4;

/// The stretches of speech in a paragraph that begins with a dash; none unless the author's words are found in it.
pub(crate) fn stretches(text: &str, tokens: &[Token], paragraph: &Lines, lexicon: &Lexicon) -> Vec<Stretch> {
    let (first, end) = (paragraph.first as usize, paragraph.end as usize);
    let mut found = Vec::new();
    if tokens.get(first).is_none_or(|token| token.kind != TokenKind::Dash) {
        return found;
    }
    let mut open = Some(first);
    let mut attributed = false;
    for at in first + 1..end {
        let Some(token) = tokens.get(at) else { break };
        let comma = lexicon.options.comma_ends && token.kind == TokenKind::Comma;
        // The author's sentence ends, speech goes on.
        let resumes = lexicon.options.comma_ends && token.kind == TokenKind::Stop && open.is_none();
        if resumes {
            open = Some(at);
            continue;
        }
        if token.kind != TokenKind::Dash && !(comma && open.is_some()) {
            continue;
        }
        match open {
            Some(from) if is_authors(text, tokens, at + 1, lexicon) => {
                push(tokens, from, at, &mut found);
                attributed = true;
                open = None;
            }
            None => open = Some(at),
            Some(_) => {}
        }
    }
    if let Some(from) = open {
        push(tokens, from, end, &mut found);
    }
    if !attributed {
        found.clear();
    }
    found
}

fn is_authors(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let inside = |token: &&Token| match token.kind {
        TokenKind::Word => true,
        // `s’est exclamé`
        TokenKind::Mark(mark) => lexicon.options.elision && mark.family == Family::Single,
        _ => false,
    };
    let words = tokens.iter().skip(at).take(REACH).take_while(inside);
    for (count, token) in words.filter(|token| token.kind == TokenKind::Word).enumerate() {
        if count == 0 && token.upper {
            return false;
        }
        let flags = lexicon.flags(&piece(text, *token).to_lowercase());
        if flags.any(Flags::SPEECH) {
            return true;
        }
        // Behind a comma, where speech has commas of its own, only the verb's own words come before it.
        if lexicon.options.comma_ends && !flags.any(Flags::AUXILIARY) {
            return false;
        }
    }
    false
}

/// The speech after the dash `from` up to the token `to`, without the punctuation at its joints.
fn push(tokens: &[Token], from: usize, to: usize, found: &mut Vec<Stretch>) {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let mut first = from + 1;
    while first < to && matches!(kind(first), Some(TokenKind::Stop | TokenKind::Comma | TokenKind::Semicolon))
    {
        first += 1;
    }
    let mut end = to;
    while end > first && kind(end - 1) == Some(TokenKind::Comma) {
        end -= 1;
    }
    if first < end {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        found.push(Stretch {
            from: narrow(from),
            to: narrow(to),
            first: narrow(first),
            end: narrow(end),
            form: Form::Dashed,
        });
    }
}
