//! Counts over a stretch of text: what a block is judged by before anybody reads it.

use std::ops::AddAssign;

/// Counts of one block's text, or of many blocks' together. All are of characters, not bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Characters other than white space.
    pub(crate) chars: u32,
    /// Of them, those inside links.
    pub(crate) link_chars: u32,
    /// Words between white space.
    pub(crate) words: u32,
    /// Marks that end a sentence, where a blank, a closing mark or the end follows.
    pub(crate) ends: u32,
    /// Commas and their like.
    pub(crate) commas: u32,
    /// Digits of any script.
    pub(crate) digits: u32,
    /// Characters of scripts that are written without blanks.
    pub(crate) dense: u32,
    /// Capital letters.
    pub(crate) upper: u32,
    /// Marks that stand in lists, prices and controls rather than in sentences: `|`, `•`, `€`, `/`.
    pub(crate) symbols: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.chars = self.chars.saturating_add(other.chars);
        self.link_chars = self.link_chars.saturating_add(other.link_chars);
        self.words = self.words.saturating_add(other.words);
        self.ends = self.ends.saturating_add(other.ends);
        self.commas = self.commas.saturating_add(other.commas);
        self.digits = self.digits.saturating_add(other.digits);
        self.dense = self.dense.saturating_add(other.dense);
        self.upper = self.upper.saturating_add(other.upper);
        self.symbols = self.symbols.saturating_add(other.symbols);
    }
}

impl Counts {
    /// The share of characters inside links, 0 to 1.
    pub(crate) fn link_density(&self) -> f32 {
        if self.chars == 0 { 0.0 } else { self.link_chars as f32 / self.chars as f32 }
    }

    /// The length as if it were written in an alphabet: a character of Chinese, Japanese or Thai carries about
    /// what 2.5 letters carry.
    pub(crate) fn length(&self) -> f32 {
        self.chars as f32 + 1.5 * self.dense as f32
    }
}

/// Whether a character belongs to a script that is written without blanks between words.
pub(crate) fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{20000}'..='\u{2fa1f}')
}

/// What stands before a character, as far as it matters to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The start of the text or white space.
    Blank,
    /// A character of a word.
    Word,
    /// A mark that ends a sentence if a blank, a closing mark or the end follows.
    End,
}

/// Counts of a run of ASCII, a byte each, so that one addition adds what a character counts for.
#[derive(Clone, Copy)]
struct Packed(u64);

impl Packed {
    const CHARS: u32 = 0;
    const WORDS: u32 = 8;
    const ENDS: u32 = 16;
    const COMMAS: u32 = 24;
    const DIGITS: u32 = 32;
    const UPPER: u32 = 40;
    const SYMBOLS: u32 = 48;

    fn part(self, shift: u32) -> u32 {
        u32::from((self.0 >> shift) as u8)
    }
}

/// Characters of a run: each counts at most once, and a byte of [`Packed`] holds that.
const RUN: usize = 255;

/// For each ASCII character what it counts for behind each [`Before`], and what it is to the next one.
static ASCII: [([u64; 3], Before); 128] = ascii();

const fn ascii() -> [([u64; 3], Before); 128] {
    let mut table = [([0; 3], Before::Blank); 128];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        let closing = matches!(c, b'"' | b'\'' | b')' | b']');
        if c <= b' ' {
            table[byte].0[Before::End as usize] = 1 << Packed::ENDS;
        } else {
            let own = match c {
                b',' | b';' => 1 << Packed::COMMAS,
                b'0'..=b'9' => 1 << Packed::DIGITS,
                b'A'..=b'Z' => 1 << Packed::UPPER,
                b'|' | b'/' | b'$' | b'%' | b'+' | b'*' | b'#' | b'@' | b'=' | b'<' | b'>' => {
                    1 << Packed::SYMBOLS
                }
                _ => 0,
            };
            let each = own + (1 << Packed::CHARS);
            let end = if closing { 1 << Packed::ENDS } else { 0 };
            let before = if matches!(c, b'.' | b'!' | b'?') { Before::End } else { Before::Word };
            table[byte] = ([each + (1 << Packed::WORDS), each, each + end], before);
        }
        byte += 1;
    }
    table
}

/// Counts a text. `in_link` says whether it is linked.
pub(crate) fn count(text: &str, in_link: bool) -> Counts {
    let mut counts = Counts::default();
    let mut before = Before::Blank;
    let mut rest = text;
    while !rest.is_empty() {
        rest = count_ascii(rest, &mut counts, &mut before);
        let mut chars = rest.chars();
        while let Some(c) = chars.clone().next().filter(|c| !c.is_ascii()) {
            count_other(c, &mut counts, &mut before);
            chars.next();
        }
        rest = chars.as_str();
    }
    counts.ends += u32::from(before == Before::End);
    if in_link {
        counts.link_chars = counts.chars;
    }
    counts
}

/// Counts the ASCII that a text starts with, up to [`RUN`] characters, and gives the rest.
fn count_ascii<'t>(text: &'t str, counts: &mut Counts, before: &mut Before) -> &'t str {
    let bytes = text.as_bytes();
    let mut sum = Packed(0);
    let mut length = 0;
    for &byte in bytes.iter().take(RUN) {
        let Some((values, kind)) = ASCII.get(usize::from(byte)) else { break };
        sum.0 += values[*before as usize];
        *before = *kind;
        length += 1;
    }
    counts.chars += sum.part(Packed::CHARS);
    counts.words += sum.part(Packed::WORDS);
    counts.ends += sum.part(Packed::ENDS);
    counts.commas += sum.part(Packed::COMMAS);
    counts.digits += sum.part(Packed::DIGITS);
    counts.upper += sum.part(Packed::UPPER);
    counts.symbols += sum.part(Packed::SYMBOLS);
    text.get(length..).unwrap_or("")
}

/// Counts a character beyond ASCII.
fn count_other(c: char, counts: &mut Counts, before: &mut Before) {
    let ends = *before == Before::End;
    if matches!(c, '\u{a0}' | '\u{3000}') {
        counts.ends += u32::from(ends);
        *before = Before::Blank;
        return;
    }
    counts.chars += 1;
    counts.words += u32::from(*before == Before::Blank);
    *before = Before::Word;
    match c {
        '…' | '。' | '！' | '？' | '।' | '۔' | '؟' | '．' | '｡' | '；' => counts.ends += 1,
        '،' | '、' | '，' => counts.commas += 1,
        '”' | '’' | '»' | '“' | '」' => counts.ends += u32::from(ends),
        '•' | '·' | '©' | '®' | '€' | '£' | '¥' | '›' | '→' => counts.symbols += 1,
        '\u{c0}'..'\u{590}' => counts.upper += u32::from(c.is_uppercase()),
        '\u{660}'.. if is_dense(c) => counts.dense += 1,
        '\u{660}'.. => counts.digits += u32::from(c.is_numeric()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_are_counted_whole() {
        let text = "A, 1/2 b. ".repeat(100);
        let c = count(&text, true);
        assert_eq!((c.chars, c.link_chars, c.words, c.ends, c.commas), (700, 700, 300, 100, 100));
        assert_eq!((c.digits, c.upper, c.symbols), (200, 100, 100));
    }

    #[test]
    fn counts_are_of_characters() {
        let cases = [
            ("", 0, 0, 0, 0, 0),
            ("Two words.", 9, 2, 1, 0, 0),
            ("At 3.5 percent, he said. “Yes.”", 26, 6, 2, 1, 0),
            ("www.example.org", 15, 1, 0, 0, 0),
            ("今天下雨。明天晴。", 9, 1, 2, 0, 7),
            ("Вчера, в 10:30", 12, 3, 0, 1, 0),
        ];
        for (text, chars, words, ends, commas, dense) in cases {
            let c = count(text, false);
            assert_eq!(
                (c.chars, c.words, c.ends, c.commas, c.dense),
                (chars, words, ends, commas, dense),
                "{text}"
            );
        }
        assert_eq!(count("a link", true).link_density(), 1.0);
    }
}
