//! Cuts text into numbers, words and marks. Native digits become numbers, dashes of all kinds one dash.

use super::fold::{Folded, is_mark};
use super::lexicon::{self, Entry, Hash};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Number),
    /// A run of letters, with its entry where the lexicon has it.
    Word(Option<Entry>),
    /// Any other character but blanks, full-width forms as their ASCII ones.
    Mark(char),
}

/// A run of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Stops at the greatest value that fits.
    pub(super) value: u32,
    /// How many digits.
    pub(super) width: usize,
    /// Whether the digits are Persian.
    pub(super) persian: bool,
}

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Byte offsets into the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it follows the token before it without a blank.
    pub(super) glued: bool,
}

/// The most characters of a word in a script that has no blanks.
const LONGEST_UNSPACED: usize = 14;

/// The most characters of a run of Chinese numerals.
const LONGEST_NUMERAL: usize = 6;

/// The tokens of a text, in order.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut glued = false;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() || is_invisible(first) {
            glued &= !first.is_whitespace();
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = token(rest, first);
        tokens.push(Token { kind, start: at, end: at + length, glued });
        glued = true;
        at += length;
    }
    tokens
}

fn token(rest: &str, first: char) -> (Kind, usize) {
    if first.is_ascii_alphabetic() {
        word(rest)
    } else if digit(first).is_some() {
        number(rest)
    } else if is_unspaced(first) {
        numeral(rest).unwrap_or_else(|| unspaced_word(rest, first))
    } else if is_letter(first) {
        word(rest)
    } else {
        (Kind::Mark(plain_mark(first)), first.len_utf8())
    }
}

/// The value of a digit: ASCII, full-width, Arabic-Indic, Persian, Devanagari, Bengali, Thai.
pub(super) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        _ => return None,
    };
    u32::from(c).checked_sub(u32::from(zero))
}

fn number(rest: &str) -> (Kind, usize) {
    let mut number = Number { value: 0, width: 0, persian: false };
    let mut length = 0;
    for c in rest.chars() {
        let Some(value) = digit(c) else { break };
        number.value = number.value.saturating_mul(10).saturating_add(value);
        number.width += 1;
        number.persian |= matches!(c, '\u{6f0}'..='\u{6f9}');
        length += c.len_utf8();
    }
    (Kind::Number(number), length)
}

/// A number in Chinese numerals, only before a sign that counts a part of a date or time: `二〇二四年`, `元年`.
fn numeral(rest: &str) -> Option<(Kind, usize)> {
    let mut positional: u32 = 0;
    let mut tens: Option<u32> = None;
    let mut width = 0;
    let mut length = 0;
    for c in rest.chars() {
        let value = match c {
            '〇' | '零' | '○' => 0,
            '一' | '元' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' if tens.is_none() => {
                tens = Some(if width == 0 { 1 } else { positional });
                positional = 0;
                width += 1;
                length += c.len_utf8();
                continue;
            }
            '年' | '月' | '日' | '号' | '號' | '时' | '時' | '点' | '點' | '分' if width > 0 => {
                let value =
                    tens.map_or(positional, |tens| tens.saturating_mul(10).saturating_add(positional));
                let width = if tens.is_some() { width.min(2) } else { width };
                return Some((Kind::Number(Number { value, width, persian: false }), length));
            }
            _ => return None,
        };
        width += 1;
        if width > LONGEST_NUMERAL {
            return None;
        }
        positional = positional.saturating_mul(10).saturating_add(value);
        length += c.len_utf8();
    }
    None
}

/// The longest word of the lexicon that the text begins with, or one letter that is none.
fn unspaced_word(rest: &str, first: char) -> (Kind, usize) {
    let mut hash = Hash::new();
    let mut length = 0;
    let mut longest = None;
    for c in rest.chars().take(LONGEST_UNSPACED) {
        // Thai abbreviations have full stops inside.
        if !is_unspaced(c) && (c != '.' || !is_thai(first)) {
            break;
        }
        let end = length + c.len_utf8();
        let (Some(letter), Some(word)) = (rest.get(length..end), rest.get(..end)) else { break };
        hash.push(letter.as_bytes());
        length = end;
        if let Some(entry) = hash.find(word.as_bytes()) {
            longest = Some((entry, length));
        }
    }
    longest.map_or((Kind::Word(None), first.len_utf8()), |(entry, length)| (Kind::Word(Some(entry)), length))
}

/// A run of letters, or a phrase of up to three of them where the lexicon has it.
fn word(rest: &str) -> (Kind, usize) {
    let mut folded = Folded::new();
    let length = fold_letters(rest, &mut folded);
    let Some(bytes) = folded.bytes() else { return (Kind::Word(None), length) };
    let mut hash = Hash::new();
    hash.push(bytes);
    let mut longest = (hash.find(bytes), length);
    let mut end = length;
    let mut may_go_on = hash.may_start_phrase();
    for _ in 0..2 {
        let Some(following) = rest.get(end..).filter(|_| may_go_on) else { break };
        let mut letters = following.chars();
        if !letters.next().is_some_and(|c| c == ' ' || c == '\u{a0}') {
            break;
        }
        let following = letters.as_str();
        folded.push(' ');
        let added = fold_letters(following, &mut folded);
        if added == 0 {
            break;
        }
        let Some(bytes) = folded.bytes() else { break };
        end = rest.len() - following.len() + added;
        if let Some(entry) = lexicon::find(bytes) {
            longest = (Some(entry), end);
        }
        let mut hash = Hash::new();
        hash.push(bytes);
        may_go_on = hash.may_start_phrase();
    }
    (Kind::Word(longest.0), longest.1)
}

/// Folds the letters that the text begins with and returns how many bytes they take.
fn fold_letters(text: &str, folded: &mut Folded) -> usize {
    let mut length = 0;
    for c in text.chars() {
        let goes_on = if c.is_ascii() {
            c.is_ascii_alphabetic()
        } else {
            is_letter(c) && !is_unspaced(c) && digit(c).is_none() || length > 0 && is_mark(c)
        };
        if !goes_on {
            break;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    length
}

/// Letters, and the signs of Indic scripts that Unicode counts as marks.
fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() || c == '\u{94d}' }
}

fn is_thai(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}')
}

/// Scripts that are written without blanks between words, or with endings glued on (Hangul).
fn is_unspaced(c: char) -> bool {
    is_thai(c)
        || matches!(c,
            '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Characters that are not there for the reader: direction marks, zero-width blanks, byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The ASCII form of a full-width sign, one dash for all, one apostrophe for all.
fn plain_mark(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '´' => '\'',
        '\u{2236}' => ':',
        '、' | '،' => ',',
        '。' => '.',
        '\u{2044}' => '/',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<String> {
        tokenize(text)
            .iter()
            .map(|token| {
                let glue = if token.glued { "+" } else { "" };
                match token.kind {
                    Kind::Number(number) => format!("{glue}{}/{}", number.value, number.width),
                    Kind::Word(entry) => {
                        let known = if entry.is_some() { "" } else { "?" };
                        format!("{glue}{}{known}", &text[token.start..token.end])
                    }
                    Kind::Mark(mark) => format!("{glue}{mark}"),
                }
            })
            .collect()
    }

    #[test]
    fn tokens() {
        for (text, expected) in [
            ("May 05,2024", "May|5/2|+,|+2024/4"),
            ("il y a 2 heures", "il y a|2/1|heures"),
            ("ilex y a", "ilex?|y a"),
            ("2024年5月5日", "2024/4|+年|+5/1|+月|+5/1|+日"),
            ("二〇二四年十二月三十一日", "2024/4|+年|+12/2|+月|+31/2|+日"),
            ("元年三月", "1/1|+年|+3/1|+月"),
            ("5 พ.ค. 2567", "5/1|พ.ค.|2567/4"),
            ("٥ مايو ٢٠٢٤", "5/1|مايو|2024/4"),
            ("２０２４／５", "2024/4|+/|+5/1"),
            ("5\u{2013}7", "5/1|+-|+7/1"),
            ("\u{200f}5\u{200e}.6", "5/1|+.|+6/1"),
            ("99999999999", "4294967295/11"),
        ] {
            assert_eq!(kinds(text).join("|"), expected, "{text}");
        }
    }
}
