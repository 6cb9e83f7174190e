//! Words, stops and marks: the text as small tokens, in one pass.

use super::class::{BYTES, Class};
use super::lexicon::Options;

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it starts, in bytes.
    pub(crate) start: u32,
    /// Where it ends, in bytes.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: TokenKind,
    /// White space or the start of a paragraph stands before it.
    pub(crate) spaced: bool,
    /// Its first letter is a capital.
    pub(crate) upper: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with the apostrophes, hyphens and dots inside them.
    Word,
    /// Digits.
    Number,
    /// A quotation mark.
    Mark(Mark),
    /// A dash of any length that is no hyphen.
    Dash,
    /// A comma.
    Comma,
    /// One or several of `. ! ? …`.
    Stop,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// The end of a paragraph.
    Break,
    /// Anything else.
    Other,
}

/// A quotation mark by its glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Which marks it can pair with.
    pub(crate) family: Family,
    /// What the glyph says about its direction.
    pub(crate) glyph: Glyph,
}

/// Marks that pair with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// `“ ” „ " « »`.
    Double,
    /// `‘ ’ ‚ ' ‹ ›`.
    Single,
    /// `「 」 『 』`.
    Corner,
}

/// The direction a glyph has by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// `“ « „ ‘`.
    Opens,
    /// `” » ’`.
    Closes,
    /// `" '`.
    Straight,
}

fn mark_of(c: char) -> Option<Mark> {
    let (family, glyph) = match c {
        '"' | '＂' => (Family::Double, Glyph::Straight),
        '“' | '«' | '„' | '‟' | '〝' => (Family::Double, Glyph::Opens),
        '”' | '»' | '〞' => (Family::Double, Glyph::Closes),
        '\'' | '`' => (Family::Single, Glyph::Straight),
        '‘' | '‚' | '‛' | '‹' => (Family::Single, Glyph::Opens),
        '’' | '›' => (Family::Single, Glyph::Closes),
        '「' | '『' => (Family::Corner, Glyph::Opens),
        '」' | '』' => (Family::Corner, Glyph::Closes),
        _ => return None,
    };
    Some(Mark { family, glyph })
}

fn kind_of(c: char) -> TokenKind {
    match c {
        ',' | '，' | '、' | '،' => TokenKind::Comma,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' => TokenKind::Stop,
        ':' | '：' => TokenKind::Colon,
        ';' | '；' | '؛' => TokenKind::Semicolon,
        '(' | '[' | '{' | '（' | '【' | '《' => TokenKind::Open,
        ')' | ']' | '}' | '）' | '】' | '》' => TokenKind::Close,
        '–' | '—' | '―' | '−' => TokenKind::Dash,
        _ => TokenKind::Other,
    }
}

/// Adds the tokens of one paragraph, `text[start..end]`, and a [`TokenKind::Break`]; and the numbers of its marks.
pub(crate) fn tokenize(
    text: &str,
    start: usize,
    end: usize,
    options: Options,
    tokens: &mut Vec<Token>,
    marks: &mut Vec<u32>,
) {
    let Some(paragraph) = text.get(start..end) else { return };
    let mut at = 0;
    let mut spaced = true;
    while let Some((class, len)) = Class::at(paragraph, at) {
        if class.any(Class::SPACE) {
            spaced = true;
            at += len;
            continue;
        }
        let (kind, stop) = if class.any(Class::WORD) {
            word(paragraph, at, options)
        } else {
            sign(paragraph, at, spaced).unwrap_or((TokenKind::Other, at + len))
        };
        if matches!(kind, TokenKind::Mark(_)) {
            marks.push(offset(tokens.len()));
        }
        tokens.push(Token {
            start: offset(start + at),
            end: offset(start + stop),
            kind,
            spaced,
            upper: class.any(Class::UPPER),
        });
        spaced = paragraph.as_bytes().get(stop) == Some(&b' ');
        at = stop + usize::from(spaced);
    }
    tokens.push(Token {
        start: offset(end),
        end: offset(end),
        kind: TokenKind::Break,
        spaced: true,
        upper: false,
    });
}

/// The class of a byte inside a word.
fn class(byte: u8) -> u8 {
    BYTES[usize::from(byte)].0
}

/// The word or number that begins at a byte: what it is and where it ends.
fn word(text: &str, start: usize, options: Options) -> (TokenKind, usize) {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let run = rest.iter().position(|&byte| class(byte) & Class::WORD == 0).unwrap_or(rest.len());
    if rest.get(run).is_some_and(|&byte| class(byte) & Class::JOINT != 0) {
        return joined(text, start, options);
    }
    let letters = rest.iter().take(run).any(|&byte| class(byte) & Class::LETTER != 0);
    (if letters { TokenKind::Word } else { TokenKind::Number }, start + run)
}

/// The same of a word with joints in it, or with characters whose bytes don't tell that they are letters.
#[inline(never)]
fn joined(text: &str, start: usize, options: Options) -> (TokenKind, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    // Where the word or the part of it after the last joint begins.
    let mut part = start;
    // The classes of all its characters together, and of the last.
    let mut all = 0;
    let mut last = 0;
    let mut dotted = false;
    loop {
        while let Some(class) =
            bytes.get(at).map(|&byte| class(byte)).filter(|class| class & Class::WORD != 0)
        {
            all |= class;
            last = class;
            at += 1;
        }
        let Some(&joint) = bytes.get(at) else { break };
        let len = match joint {
            b'\'' | b'-' | b'&' | b'.' | b',' => 1,
            0..=0x7f => break,
            _ => {
                let Some((class, len)) = Class::at(text, at) else { break };
                if class.any(Class::WORD) {
                    all |= class.0;
                    last = class.0;
                    at += len;
                    continue;
                }
                len
            }
        };
        let (letters, after_letter) = (all & Class::LETTER != 0, last & Class::LETTER != 0);
        let next = |mask: u8| Class::at(text, at + len).is_some_and(|(class, _)| class.any(mask));
        let joins = match joint {
            b'\'' => after_letter && !options.elision && next(Class::LETTER),
            b'-' | b'&' => next(Class::ALPHANUMERIC),
            // Initials, and names of sites: `U.S`, `lenta.ru`.
            b'.' if letters => {
                let lower = || Class::at(text, at + len).is_some_and(|(class, _)| !class.any(Class::UPPER));
                next(Class::LETTER) && (dotted || is_one_character(bytes, part, at) || lower())
            }
            b'.' => next(Class::DIGIT),
            b',' => !letters && next(Class::DIGIT),
            _ => match text.get(at..at + len) {
                Some("’") => after_letter && !options.elision && next(Class::LETTER),
                Some("‑") => next(Class::ALPHANUMERIC),
                _ => false,
            },
        };
        if !joins {
            break;
        }
        dotted |= joint == b'.';
        last = 0;
        at += len;
        part = at;
    }
    (if all & Class::LETTER != 0 { TokenKind::Word } else { TokenKind::Number }, at)
}

/// Whether these bytes are those of one character.
fn is_one_character(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = bytes.get(start + 1..end).unwrap_or_default();
    end > start && next.iter().all(|byte| byte & 0xc0 == 0x80)
}

/// The mark, dash or stop that begins at a byte: what it is and where it ends.
#[inline(never)]
fn sign(text: &str, at: usize, spaced: bool) -> Option<(TokenKind, usize)> {
    let mut rest = text.get(at..)?.chars();
    let c = rest.next()?;
    let mut stop = at + c.len_utf8();
    if let Some(mark) = mark_of(c) {
        // Two single marks in a row are one double mark, as typewriters and TeX make it.
        if mark.family == Family::Single && rest.next() == Some(c) {
            let glyph = if c == '`' { Glyph::Opens } else { mark.glyph };
            return Some((TokenKind::Mark(Mark { family: Family::Double, glyph }), stop + c.len_utf8()));
        }
        return Some((if c == '`' { TokenKind::Other } else { TokenKind::Mark(mark) }, stop));
    }
    if c == '-' {
        let mut next = rest.next();
        while next == Some('-') {
            stop += 1;
            next = rest.next();
        }
        let raised = stop - at > 1 || spaced || next.is_none_or(char::is_whitespace);
        return Some((if raised { TokenKind::Dash } else { TokenKind::Other }, stop));
    }
    let kind = kind_of(c);
    if kind == TokenKind::Stop {
        stop += rest.take_while(|&c| kind_of(c) == TokenKind::Stop).map(char::len_utf8).sum::<usize>();
    }
    Some((kind, stop))
}

/// Offsets fit `u32`: the room takes no longer text.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, options: Options) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0, text.len(), options, &mut tokens, &mut Vec::new());
        tokens.iter().map(|token| &text[token.start as usize..token.end as usize]).collect()
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        let plain = Options::default();
        assert_eq!(
            words("Mr. O'Brien’s U.S. $15-an-hour", plain),
            ["Mr", ".", "O'Brien’s", "U.S", ".", "$", "15-an-hour", ""]
        );
        assert_eq!(words("1,200.5 -- вице-премьер...", plain), ["1,200.5", "--", "вице-премьер", "...", ""]);
        assert_eq!(words("''So,'' he", plain), ["''", "So", ",", "''", "he", ""]);
        let french = Options { elision: true, ..Options::default() };
        assert_eq!(words("l’homme précise-t-il", french), ["l", "’", "homme", "précise-t-il", ""]);
    }
}
