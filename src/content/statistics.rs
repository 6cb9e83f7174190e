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

/// Counts a text. `in_link` says whether it is linked.
pub(crate) fn count(text: &str, in_link: bool) -> Counts {
    let mut counts = Counts::default();
    let mut in_word = false;
    let mut pending_end = false;
    for c in text.chars() {
        if c <= ' ' || matches!(c, '\u{a0}' | '\u{3000}') {
            in_word = false;
            counts.ends += u32::from(std::mem::take(&mut pending_end));
            continue;
        }
        counts.chars += 1;
        counts.words += u32::from(!in_word);
        in_word = true;
        match c {
            '.' | '!' | '?' => pending_end = true,
            '…' | '。' | '！' | '？' | '।' | '۔' | '؟' | '．' | '｡' | '；' => {
                pending_end = false;
                counts.ends += 1;
            }
            ',' | ';' | '،' | '、' | '，' => {
                counts.commas += 1;
                pending_end = false;
            }
            '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '“' | '」' => {
                counts.ends += u32::from(std::mem::take(&mut pending_end));
            }
            '0'..='9' => {
                counts.digits += 1;
                pending_end = false;
            }
            'A'..='Z' => {
                counts.upper += 1;
                pending_end = false;
            }
            '|' | '/' | '•' | '·' | '©' | '®' | '€' | '£' | '¥' | '$' | '%' | '+' | '*' | '#' | '@' | '='
            | '<' | '>' | '›' | '→' => {
                counts.symbols += 1;
                pending_end = false;
            }
            _ => {
                pending_end = false;
                if ('\u{c0}'..'\u{590}').contains(&c) {
                    counts.upper += u32::from(c.is_uppercase());
                } else if c >= '\u{660}' {
                    if is_dense(c) {
                        counts.dense += 1;
                    } else if c.is_numeric() {
                        counts.digits += 1;
                    }
                }
            }
        }
    }
    counts.ends += u32::from(pending_end);
    if in_link {
        counts.link_chars = counts.chars;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

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
