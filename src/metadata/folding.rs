//! Comparing texts that different sources give for the same thing.

/// A text reduced to what tells it from others: letters and digits in lower case, single blanks between words.
/// Marks inside words (apostrophes) vanish, all others part words.
pub(super) fn folded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let start = at;
            while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
                at += 1;
            }
            part(&mut out, &mut blank);
            let end = out.len();
            out.push_str(text.get(start..at).unwrap_or(""));
            if let Some(word) = out.get_mut(end..) {
                word.make_ascii_lowercase();
            }
        } else if byte.is_ascii() {
            blank |= !matches!(byte, b'\'' | b'`');
            at += 1;
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            if is_caseless(c) {
                part(&mut out, &mut blank);
                out.push(c);
            } else if let Some(small) = small_of(c) {
                part(&mut out, &mut blank);
                out.push(small);
            } else if is_letter(c) {
                part(&mut out, &mut blank);
                out.extend(c.to_lowercase());
            } else {
                blank |= !matches!(c, '’' | '‘' | 'ʼ' | '\u{ad}' | '\u{200b}'..='\u{200d}');
            }
        }
    }
    out
}

/// Writes the blank that is owed between two words.
fn part(out: &mut String, blank: &mut bool) {
    if *blank && !out.is_empty() {
        out.push(' ');
    }
    *blank = false;
}

/// Whether a character beyond ASCII is a letter or a digit; the scripts of most pages need no look into
/// Unicode's tables.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | 'à'..='ö' | 'ø'..='ÿ' | 'α'..='ω') || c.is_alphanumeric()
}

/// Letters of scripts without small and capital ones: Hebrew, Arabic, Devanagari, kana, Han and Hangul.
fn is_caseless(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        || matches!(c, '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | '\u{904}'..='\u{939}')
}

/// The small letter of one of Latin, Greek or Cyrillic, where it is plain.
fn small_of(c: char) -> Option<char> {
    match c {
        'à'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => {
            char::from_u32(c as u32 + 0x20)
        }
        _ => None,
    }
}

/// How well two folded texts agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    None,
    /// Many words in common.
    Partial,
    /// One is the beginning or the end of the other.
    Contained,
    Equal,
}

/// Compares two folded texts as wholes.
pub(super) fn agreement(a: &str, b: &str) -> Agreement {
    if a.is_empty() || b.is_empty() {
        return Agreement::None;
    }
    if a == b {
        return Agreement::Equal;
    }
    if same_but_blanks(a, b) {
        return Agreement::Equal;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if edge(long, short) && (short.len() * 2 >= long.len() || short.chars().count() >= 8) {
        return Agreement::Contained;
    }
    Agreement::None
}

/// Compares two folded texts word by word, where they don't agree otherwise.
pub(super) fn loose_agreement(a: &str, b: &str) -> Agreement {
    match agreement(a, b) {
        Agreement::None if shared_words(a, b) => Agreement::Partial,
        agreement => agreement,
    }
}

/// Whether two folded texts differ in blanks alone.
pub(super) fn same_but_blanks(a: &str, b: &str) -> bool {
    let tight = |text: &'_ str| text.bytes().filter(|byte| *byte != b' ').collect::<Vec<u8>>();
    // The first letters tell nearly all pairs apart.
    a.bytes().next() == b.bytes().next()
        && a.bytes().next_back() == b.bytes().next_back()
        && a.len().abs_diff(b.len()) < 16
        && tight(a) == tight(b)
}

/// Whether most words of the shorter text stand in the longer one.
fn shared_words(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() > MOST_COMPARED || long.len() > MOST_COMPARED {
        return false;
    }
    let words: Vec<&str> = long.split(' ').collect();
    let mut own: Vec<&str> = short.split(' ').collect();
    own.sort_unstable();
    own.dedup();
    let count = |least: usize| {
        let counted = own.iter().filter(|word| word.len() >= least);
        counted.fold((0, 0), |(all, shared), word| (all + 1, shared + usize::from(words.contains(word))))
    };
    // Short words stand in any headline.
    let (all, shared) = match count(LEAST_WORD) {
        long @ (3.., _) => long,
        _ => count(1),
    };
    all >= 3 && shared * 10 >= all * 6
}

/// How many words of the shorter text that are more than particles stand in the longer one, too.
pub(super) fn words_in_common(a: &str, b: &str) -> usize {
    if a.len() > MOST_COMPARED || b.len() > MOST_COMPARED {
        return 0;
    }
    let words: Vec<&str> = a.split(' ').filter(|word| word.len() >= LEAST_WORD).collect();
    b.split(' ').filter(|word| words.contains(word)).count()
}

/// Bytes of the shortest word that tells one headline from another.
const LEAST_WORD: usize = 4;

/// Bytes of the longest texts that are compared word by word.
const MOST_COMPARED: usize = 1000;

/// Whether `part` is the beginning or the end of `whole`, at a word's edge.
fn edge(whole: &str, part: &str) -> bool {
    whole.strip_prefix(part).is_some_and(|rest| rest.starts_with(' '))
        || whole.strip_suffix(part).is_some_and(|rest| rest.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_fold_away() {
        assert_eq!(folded("“Don’t — go,” he  said."), "dont go he said");
        assert_eq!(folded("Ёлка: «Да»"), "ёлка да");
    }

    #[test]
    fn the_short_ways_of_folding_agree_with_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "{c:?}");
            assert!(!is_caseless(c) || c.is_alphanumeric() && c.to_lowercase().eq([c]), "{c:?}");
            let small = small_of(c);
            assert!(small.is_none_or(|small| c.is_alphanumeric() && c.to_lowercase().eq([small])), "{c:?}");
        }
    }

    #[test]
    fn agreement_has_degrees() {
        let cases = [
            ("rain in the north", "rain in the north", Agreement::Equal),
            ("rain in the north", "rain in the north the daily", Agreement::Contained),
            ("rain falls in the north again", "in the north rain falls", Agreement::Partial),
            ("rain in the north", "council votes", Agreement::None),
            ("", "council votes", Agreement::None),
        ];
        for (a, b, expected) in cases {
            assert_eq!(loose_agreement(a, b), expected, "{a} / {b}");
        }
    }
}
