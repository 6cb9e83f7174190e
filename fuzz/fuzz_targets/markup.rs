//! Bytes as markup.

#[path = "../../tests/conformance/pieces.rs"]
mod pieces;

use std::borrow::Cow;

use pieces::PIECES;

/// The markup of an input. The first byte says what the others are: with an even one, the text itself; with an odd one,
/// a list of pieces.
pub(crate) fn bytes(input: &[u8]) -> Cow<'_, [u8]> {
    match input.split_first() {
        Some((kind, rest)) if kind % 2 == 1 => {
            Cow::Owned(rest.iter().copied().map(piece).collect::<String>().into())
        }
        Some((_, rest)) => Cow::Borrowed(rest),
        None => Cow::Borrowed(&[]),
    }
}

/// The markup of an input as text; what is no UTF-8 becomes U+FFFD.
#[allow(dead_code, reason = "not every target wants text")]
pub(crate) fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(&bytes(input)).into_owned()
}

/// A piece by its number; the numbers above are characters, from the blank on.
fn piece(number: u8) -> Cow<'static, str> {
    match PIECES.get(usize::from(number)) {
        Some(piece) => Cow::Borrowed(piece),
        None => Cow::Owned(char::from(b' ' + (number - PIECES.len() as u8)).into()),
    }
}
