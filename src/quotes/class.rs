//! What a character is to a word, at the price of one look into a table for most letters.

/// What a character is: several of the constants at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class(pub(super) u8);

impl Class {
    /// Part of a word: a letter, a number, a combining mark, a soft hyphen, `_`, `@`, `#`.
    pub(crate) const WORD: u8 = 1;
    /// A letter.
    pub(crate) const LETTER: u8 = 1 << 1;
    /// A capital.
    pub(crate) const UPPER: u8 = 1 << 2;
    /// A letter or a number.
    pub(crate) const ALPHANUMERIC: u8 = 1 << 3;
    /// White space.
    pub(crate) const SPACE: u8 = 1 << 4;
    /// `0` to `9`.
    pub(crate) const DIGIT: u8 = 1 << 5;

    /// What a word may go on behind, or a byte that has to be read together with the next.
    pub(crate) const JOINT: u8 = 1 << 6;

    const SMALL: u8 = Self::WORD | Self::LETTER | Self::ALPHANUMERIC;
    const CAPITAL: u8 = Self::SMALL | Self::UPPER;

    /// Whether one of these is set.
    #[inline]
    pub(crate) fn any(self, mask: u8) -> bool {
        self.0 & mask != 0
    }

    /// The class of a character.
    #[cfg(test)]
    pub(crate) fn of(c: char) -> Self {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => BYTES[usize::from(byte)],
            _ => Self(other(c)),
        }
    }

    /// Whether a character is a letter.
    pub(crate) fn is_letter(c: char) -> bool {
        if c.is_ascii() { c.is_ascii_alphabetic() } else { other(c) & Self::LETTER != 0 }
    }

    /// The class of the character that begins at a byte of the text, and its length; `None` at the end.
    #[inline]
    pub(crate) fn at(text: &str, at: usize) -> Option<(Self, usize)> {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some((BYTES[usize::from(byte)], 1));
        }
        let c = text.get(at..)?.chars().next()?;
        Some((Self(other(c)), c.len_utf8()))
    }
}

/// The classes of single bytes, where a word may go on with any of them: those of ASCII, and letters for the bytes of
/// characters that are all letters (Cyrillic, Latin Extended-A, most ideographs and Hangul). Any other first byte of a
/// character is a joint.
pub(crate) static BYTES: [Class; 256] = bytes();

const fn bytes() -> [Class; 256] {
    let mut classes = [Class(0); 256];
    let mut byte = 0;
    while byte < u8::MAX {
        classes[byte as usize] = Class(match byte {
            b'a'..=b'z' => Class::SMALL,
            b'A'..=b'Z' => Class::CAPITAL,
            b'0'..=b'9' => Class::WORD | Class::ALPHANUMERIC | Class::DIGIT,
            b'_' | b'@' | b'#' => Class::WORD,
            b'\t'..=b'\r' | b' ' => Class::SPACE,
            b'\'' | b'-' | b'&' | b'.' | b',' => Class::JOINT,
            0x80..=0xbf | 0xc4 | 0xc5 | 0xd0 | 0xd1 | 0xe5..=0xe9 | 0xeb | 0xec => Class::SMALL,
            0xc0.. => Class::JOINT,
            _ => 0,
        });
        byte += 1;
    }
    classes
}

fn other(c: char) -> u8 {
    match c {
        // The letters of most texts: one comparison or two.
        '\u{430}'..='\u{45f}' | '\u{3ac}'..='\u{3ce}' | '\u{df}'..='\u{f6}' | '\u{f8}'..='\u{ff}' => {
            Class::SMALL
        }
        '\u{400}'..='\u{42f}'
        | '\u{391}'..='\u{3a1}'
        | '\u{3a3}'..='\u{3ab}'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{de}' => Class::CAPITAL,
        '\u{4e00}'..='\u{9fff}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{620}'..='\u{657}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{904}'..='\u{939}'
        | '\u{e01}'..='\u{e30}' => Class::SMALL,
        '\u{2010}'..='\u{2027}' | '\u{ab}' | '\u{bb}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => {
            0
        }
        '\u{a0}' | '\u{3000}' => Class::SPACE,
        _ => slow(c),
    }
}

/// By the tables of the standard library.
fn slow(c: char) -> u8 {
    if c.is_whitespace() {
        return Class::SPACE;
    }
    let mut class = 0;
    if c.is_alphabetic() {
        class |= Class::SMALL;
        class |= if c.is_uppercase() { Class::UPPER } else { 0 };
    } else if c.is_numeric() {
        class |= Class::WORD | Class::ALPHANUMERIC;
    }
    if matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
        class |= Class::WORD;
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_agree_with_the_standard_library() {
        for c in '\0'..=char::MAX {
            let class = Class::of(c);
            let word = c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '_' | '@' | '#');
            assert_eq!(class.any(Class::WORD), word, "{c:?}");
            assert_eq!(class.any(Class::LETTER), c.is_alphabetic(), "{c:?}");
            assert_eq!(class.any(Class::UPPER), c.is_uppercase(), "{c:?}");
            assert_eq!(class.any(Class::ALPHANUMERIC), c.is_alphanumeric(), "{c:?}");
            assert_eq!(class.any(Class::SPACE), c.is_whitespace(), "{c:?}");
            assert_eq!(class.any(Class::DIGIT), c.is_ascii_digit(), "{c:?}");
        }
        // Bytes that stand for letters belong to nothing else.
        let mut buffer = [0; 4];
        for c in '\u{80}'..=char::MAX {
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            let class = BYTES[usize::from(bytes[0])];
            assert!(class == Class(Class::JOINT) || c.is_alphabetic(), "{c:?}");
            assert!(bytes[1..].iter().all(|&byte| BYTES[usize::from(byte)] == Class(Class::SMALL)));
        }
        assert_eq!(Class::at("aé", 1), Some((Class(Class::SMALL), 2)));
        assert_eq!(Class::at("aé", 3), None);
    }
}
