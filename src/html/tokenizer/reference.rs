//! Character references (<https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>).

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use memchr::memchr;

/// The longest name, `CounterClockwiseContourIntegral;`, has 32 characters.
const LONGEST: usize = 32;
/// The longest names that may stand without their semicolon, such as `frac12`.
const LONGEST_BARE: usize = 6;

/// Adds `text` with its references decoded; the first ampersand is at `first`.
pub(super) fn decode(text: &str, first: usize, in_attribute: bool, out: &mut String) {
    let (clean, mut rest) = text.split_at_checked(first).unwrap_or((text, ""));
    out.push_str(clean);
    while let Some(after) = rest.strip_prefix('&') {
        let length = reference(after, in_attribute, out);
        if length == 0 {
            out.push('&');
        }
        let after = after.get(length..).unwrap_or("");
        let end = memchr(b'&', after.as_bytes()).unwrap_or(after.len());
        let (clean, next) = after.split_at_checked(end).unwrap_or((after, ""));
        out.push_str(clean);
        rest = next;
    }
}

/// Adds an attribute's value with its references decoded and U+0000 replaced.
pub(super) fn decode_attribute(value: &str, out: &mut String) {
    let start = out.len();
    let first = memchr(b'&', value.as_bytes()).unwrap_or(value.len());
    decode(value, first, true, out);
    if memchr(0, value.as_bytes()).is_some() {
        let fixed = out.get(start..).unwrap_or("").replace('\0', "\u{fffd}");
        out.truncate(start);
        out.push_str(&fixed);
    }
}

/// Decodes the reference behind an ampersand, and gives its length there: 0 where there is none.
fn reference(text: &str, in_attribute: bool, out: &mut String) -> usize {
    match text.as_bytes() {
        [b'#', b'x' | b'X', digits @ ..] => numeric(digits, 16, out).map_or(0, |length| length + 2),
        [b'#', digits @ ..] => numeric(digits, 10, out).map_or(0, |length| length + 1),
        [first, ..] if first.is_ascii_alphabetic() => named(text, in_attribute, out),
        _ => 0,
    }
}

/// Decodes a number; gives the length of digits and semicolon.
fn numeric(digits: &[u8], base: u32, out: &mut String) -> Option<usize> {
    let mut number = 0_u32;
    let mut length = 0;
    while let Some(digit) = digits.get(length).and_then(|&byte| char::from(byte).to_digit(base)) {
        number = number.saturating_mul(base).saturating_add(digit);
        length += 1;
    }
    if length == 0 {
        return None;
    }
    out.push(match number {
        0 => '\u{fffd}',
        // These numbers mean what they mean in windows-1252.
        0x80..=0x9f => C1_REPLACEMENTS
            .get(number as usize - 0x80)
            .copied()
            .flatten()
            .or(char::from_u32(number))
            .unwrap_or('\u{fffd}'),
        _ => char::from_u32(number).unwrap_or('\u{fffd}'),
    });
    Some(length + usize::from(digits.get(length) == Some(&b';')))
}

/// Decodes the longest name that `text` begins with.
fn named(text: &str, in_attribute: bool, out: &mut String) -> usize {
    let bytes = text.as_bytes();
    // Nine of ten references on pages are these.
    for (name, character) in [("amp;", '&'), ("nbsp;", '\u{a0}'), ("quot;", '"'), ("lt;", '<'), ("gt;", '>')]
    {
        if bytes.starts_with(name.as_bytes()) {
            out.push(character);
            return name.len();
        }
    }
    let run = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(run) == Some(&b';') && push_named(text, run + 1, out) {
        return run + 1;
    }
    for length in (2..=run.min(LONGEST_BARE)).rev() {
        // In an attribute, `&copy=1` and `&copyright` are parts of an address rather than references.
        let next = bytes.get(length);
        let is_address = in_attribute && next.is_some_and(|&b| b == b'=' || b.is_ascii_alphanumeric());
        if let Some(name) = find(text, length) {
            if is_address {
                return 0;
            }
            push(name, out);
            return length;
        }
    }
    0
}

/// The one or two characters of a name.
fn find(text: &str, length: usize) -> Option<(u32, u32)> {
    // The table has the beginnings of names, too, with nothing to them.
    NAMED_ENTITIES.get(text.get(..length)?).copied().filter(|&(first, _)| first != 0)
}

fn push_named(text: &str, length: usize, out: &mut String) -> bool {
    find(text, length).map(|name| push(name, out)).is_some()
}

fn push((first, second): (u32, u32), out: &mut String) {
    out.extend(char::from_u32(first));
    if second != 0 {
        out.extend(char::from_u32(second));
    }
}
