//! Words, stops and marks: the text as small tokens, in one pass.

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
        ',' | '，' | '、' => TokenKind::Comma,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => TokenKind::Stop,
        ':' | '：' => TokenKind::Colon,
        ';' | '；' => TokenKind::Semicolon,
        '(' | '[' | '{' | '（' | '【' | '《' => TokenKind::Open,
        ')' | ']' | '}' | '）' | '】' | '》' => TokenKind::Close,
        '–' | '—' | '―' | '−' => TokenKind::Dash,
        _ => TokenKind::Other,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '_' | '@' | '#')
}

/// Adds the tokens of one paragraph, `text[start..end]`, and a [`TokenKind::Break`].
pub(crate) fn tokenize(text: &str, start: usize, end: usize, options: Options, tokens: &mut Vec<Token>) {
    let Some(paragraph) = text.get(start..end) else { return };
    let mut chars = paragraph.char_indices().peekable();
    let mut spaced = true;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let mut stop = at + c.len_utf8();
        let mut next = chars.peek().map(|&(_, c)| c);
        let kind = if is_word(c) {
            let mut previous = c;
            let mut letters = c.is_alphabetic();
            let mut length = 1;
            let mut dot = false;
            while let Some(&(at, c)) = chars.peek() {
                if is_word(c) {
                    letters |= c.is_alphabetic();
                    length += 1;
                } else {
                    let after = paragraph.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
                    let joins = match c {
                        '\'' | '’' => {
                            previous.is_alphabetic()
                                && after.is_some_and(char::is_alphabetic)
                                && !options.elision
                        }
                        '-' | '‑' | '&' => after.is_some_and(char::is_alphanumeric),
                        '.' => {
                            if letters {
                                (length == 1 || dot) && after.is_some_and(char::is_alphabetic)
                            } else {
                                after.is_some_and(|c| c.is_ascii_digit())
                            }
                        }
                        ',' => !letters && after.is_some_and(|c| c.is_ascii_digit()),
                        _ => false,
                    };
                    if !joins {
                        break;
                    }
                    dot |= c == '.';
                    length = 0;
                }
                previous = c;
                stop = at + c.len_utf8();
                chars.next();
            }
            if letters { TokenKind::Word } else { TokenKind::Number }
        } else if let Some(mark) = mark_of(c) {
            // Two single marks in a row are one double mark, as typewriters and TeX make it.
            if mark.family == Family::Single && next == Some(c) {
                chars.next();
                stop += c.len_utf8();
                let glyph = if c == '`' { Glyph::Opens } else { mark.glyph };
                TokenKind::Mark(Mark { family: Family::Double, glyph })
            } else if c == '`' {
                TokenKind::Other
            } else {
                TokenKind::Mark(mark)
            }
        } else if c == '-' {
            while next == Some('-') {
                chars.next();
                stop += 1;
                next = chars.peek().map(|&(_, c)| c);
            }
            let raised = stop - at > 1 || spaced || next.is_none_or(char::is_whitespace);
            if raised { TokenKind::Dash } else { TokenKind::Other }
        } else {
            let kind = kind_of(c);
            if kind == TokenKind::Stop {
                while let Some(&(at, c)) = chars.peek().filter(|(_, c)| kind_of(*c) == TokenKind::Stop) {
                    stop = at + c.len_utf8();
                    chars.next();
                }
            }
            kind
        };
        tokens.push(Token {
            start: offset(start + at),
            end: offset(start + stop),
            kind,
            spaced,
            upper: c.is_uppercase(),
        });
        spaced = false;
    }
    tokens.push(Token {
        start: offset(end),
        end: offset(end),
        kind: TokenKind::Break,
        spaced: true,
        upper: false,
    });
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
        tokenize(text, 0, text.len(), options, &mut tokens);
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
