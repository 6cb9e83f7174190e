//! Where the delimiters of emphasis work.
//!
//! CommonMark (0.31.2, 6.2) lets a run of `*` open only before a character that is no white space, and before
//! punctuation only after white space or punctuation; closing is the mirror image; `_` must besides not stand inside
//! a word. Parsers disagree on what punctuation is (0.31 added the symbols), so of what isn't punctuation for all of
//! them both readings must do.

/// What a character is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// White space, the start or end of a line.
    Space,
    /// Punctuation for every parser.
    Punctuation,
    /// Letters, digits: neither for any parser.
    Other,
    /// Symbols, marks, rare punctuation.
    Unsure,
}

pub(super) fn class(c: char) -> Class {
    match c {
        '\t' | '\n' | '\u{c}' | '\r' | ' ' => Class::Space,
        // Written as the replacement character, a symbol.
        '\0' => Class::Unsure,
        _ if c.is_ascii_punctuation() => Class::Punctuation,
        _ if c.is_ascii() => Class::Other,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Class::Space
        }
        // Letters in circles and squares are alphabetic, but symbols.
        '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}' => Class::Unsure,
        _ if is_punctuation(c) => Class::Punctuation,
        _ if c.is_alphanumeric() => Class::Other,
        _ => Class::Unsure,
    }
}

/// The common characters of the general categories P* outside of ASCII (Unicode 16).
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
            | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5f3}' | '\u{5f4}'
            | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}'
            | '\u{964}' | '\u{965}'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
            | '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}'
            | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}' | '\u{ff3b}'..='\u{ff3d}'
            | '\u{ff5b}' | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}'
    )
}

/// Whether a delimiter between `outside` and `inside` opens (or closes: the rules are mirror images) emphasis of what
/// is inside, for every parser. `underscore` says which delimiter it is.
pub(super) fn delimits(outside: Class, inside: Class, underscore: bool) -> bool {
    let apart = matches!(outside, Class::Space | Class::Punctuation);
    match inside {
        Class::Space => false,
        Class::Other => apart || !underscore,
        Class::Punctuation | Class::Unsure => apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_those_of_all_parsers() {
        let cases = [
            (' ', Class::Space),
            ('\u{a0}', Class::Space),
            ('a', Class::Other),
            ('я', Class::Other),
            ('文', Class::Other),
            ('5', Class::Other),
            ('.', Class::Punctuation),
            ('$', Class::Punctuation),
            ('«', Class::Punctuation),
            ('—', Class::Punctuation),
            ('。', Class::Punctuation),
            ('€', Class::Unsure),
            ('\u{301}', Class::Unsure),
            ('Ⓐ', Class::Unsure),
            ('🎄', Class::Unsure),
        ];
        for (c, expected) in cases {
            assert_eq!(class(c), expected, "{c:?}");
        }
    }
}
