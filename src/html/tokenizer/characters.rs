//! What each byte means inside a tag.

/// White space as the tokenizer knows it; `\r` is gone before it begins.
pub(super) const SPACE: u8 = 1;
/// Ends the name of an element.
pub(super) const ENDS_NAME: u8 = 2;
/// Ends the name of an attribute, unless it stands first.
pub(super) const ENDS_ATTRIBUTE: u8 = 4;
/// Ends an unquoted value.
pub(super) const ENDS_VALUE: u8 = 8;
/// Stands otherwise in a name than in the input: upper case and U+0000.
pub(super) const CHANGES: u8 = 16;
/// Stands otherwise in a value than in the input: a reference's ampersand and U+0000.
pub(super) const DECODES: u8 = 32;

const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let spaces = b"\t\n\x0c ";
    let mut i = 0;
    while i < spaces.len() {
        classes[spaces[i] as usize] = SPACE | ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE;
        i += 1;
    }
    classes[b'/' as usize] = ENDS_NAME | ENDS_ATTRIBUTE;
    classes[b'>' as usize] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE;
    classes[b'=' as usize] = ENDS_ATTRIBUTE;
    classes[0] = CHANGES | DECODES;
    classes[b'&' as usize] = DECODES;
    let mut letter = b'A';
    while letter <= b'Z' {
        classes[letter as usize] = CHANGES;
        letter += 1;
    }
    classes
}

/// Whether the byte is of one of these classes.
pub(super) fn is(byte: u8, classes: u8) -> bool {
    CLASSES[byte as usize] & classes != 0
}

/// Where the first byte at or after `from` is of one of the classes `ends`, and the classes of the bytes before it.
pub(super) fn scan(bytes: &[u8], from: usize, ends: u8) -> (usize, u8) {
    let mut met = 0;
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        let class = CLASSES[byte as usize];
        if class & ends != 0 {
            break;
        }
        met |= class;
        at += 1;
    }
    (at, met)
}
