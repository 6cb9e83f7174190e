//! One spelling for the spellings of a word: lower case, no accents, one form for letters that look alike.

/// The longest folded word or phrase the lexicon can hold, in bytes.
pub(super) const LONGEST: usize = 48;

/// A folded word under construction; a word that is too long for the lexicon is nobody's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folded {
    bytes: [u8; LONGEST],
    length: usize,
    overflowed: bool,
}

impl Folded {
    pub(super) fn new() -> Self {
        Self { bytes: [0; LONGEST], length: 0, overflowed: false }
    }

    /// The folded bytes, `None` when the word is too long.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        if self.overflowed { None } else { self.bytes.get(..self.length) }
    }

    /// Adds a character in folded form.
    pub(super) fn push(&mut self, c: char) {
        if let Some(byte) = u8::try_from(c).ok().filter(u8::is_ascii) {
            match self.bytes.get_mut(self.length) {
                Some(place) => {
                    *place = byte.to_ascii_lowercase();
                    self.length += 1;
                }
                None => self.overflowed = true,
            }
            return;
        }
        for c in c.to_lowercase() {
            match c {
                '\u{306}' => self.compose('и', 'й'),
                '\u{308}' => self.compose('і', 'ї'),
                _ if is_mark(c) => {}
                _ => self.push_exact(base_letter(c)),
            }
        }
    }

    /// A decomposed letter that is a letter of its own; other accents are dropped.
    fn compose(&mut self, base: char, composed: char) {
        let mut buffer = [0; 4];
        let base = base.encode_utf8(&mut buffer);
        if self.bytes.get(..self.length).is_some_and(|word| word.ends_with(base.as_bytes())) {
            self.length -= base.len();
            self.push_exact(composed);
        }
    }

    fn push_exact(&mut self, c: char) {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        match self.bytes.get_mut(self.length..self.length + encoded.len()) {
            Some(place) => {
                place.copy_from_slice(encoded);
                self.length += encoded.len();
            }
            None => self.overflowed = true,
        }
    }
}

/// Signs that stand on or between letters and don't make another word: accents, Arabic vowel signs and tatweel, the
/// nukta, joiners, the soft hyphen.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{93c}'
        | '\u{200c}' | '\u{200d}')
}

/// The letter without its accent. Cyrillic keeps the letters that differ by one (й, ї, ў).
fn base_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | '\u{1ea0}'..='\u{1eb7}' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | '\u{1eb8}'..='\u{1ec7}' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | '\u{1ec8}'..='\u{1ecb}' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | '\u{1ecc}'..='\u{1ee3}' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | '\u{1ee4}'..='\u{1ef1}' => 'u',
        'ý' | 'ÿ' | '\u{1ef2}'..='\u{1ef9}' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        '\u{958}' => '\u{915}',
        '\u{959}' => '\u{916}',
        '\u{95a}' => '\u{917}',
        '\u{95b}' => '\u{91c}',
        '\u{95c}' => '\u{921}',
        '\u{95d}' => '\u{922}',
        '\u{95e}' => '\u{92b}',
        '\u{95f}' => '\u{92f}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> Option<String> {
        let mut folded = Folded::new();
        word.chars().for_each(|c| folded.push(c));
        folded.bytes().map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[test]
    fn spellings_meet() {
        for (spelling, expected) in [
            ("Février", "fevrier"),
            ("fe\u{301}vrier", "fevrier"),
            ("ŚRODA", "sroda"),
            ("İstanbul", "istanbul"),
            ("KASIM", "kasim"),
            ("Kasım", "kasim"),
            ("Ιουνίου", "ιουνιου"),
            ("ΜΆΡΤΙΟΣ", "μαρτιοσ"),
            ("МАЙ", "май"),
            ("маи\u{306}", "май"),
            ("Cập nhật", "cap nhat"),
            ("أبريل", "ابریل"),
            ("फ़रवरी", "फरवरी"),
            ("سه\u{200c}شنبه", "سهشنبه"),
        ] {
            assert_eq!(folded(spelling).as_deref(), Some(expected), "{spelling}");
        }
        assert_eq!(folded(&"ä".repeat(40)), Some("a".repeat(40)));
        assert_eq!(folded(&"x".repeat(LONGEST + 1)), None);
    }
}
