//! Pages that some stage may fear: each shape is a short piece of markup, many times over.
//!
//! The tests of this folder read them all, and `benches/growth.rs` counts what they cost.

// Each of both uses a part.
#![allow(dead_code)]

mod body;
mod markup;
mod metadata;
mod page;
mod text;

/// A named shape, made from how often its piece is repeated.
pub(crate) type Shape = (&'static str, fn(usize) -> String);

/// Pages that are hard behind the parse.
pub(crate) fn pages() -> impl Iterator<Item = &'static Shape> {
    [metadata::METADATA, page::PAGE, body::BODY, text::TEXT].into_iter().flatten()
}

/// The pages that are hard to parse.
pub(crate) fn markup() -> impl Iterator<Item = &'static Shape> {
    markup::MARKUP.iter()
}

/// Plain texts, for quotations.
pub(crate) fn texts() -> impl Iterator<Item = &'static Shape> {
    text::PLAIN.iter()
}

/// What stands on a page beside the shape, so that stages behind the parse have an article to choose.
pub(crate) fn in_an_article(shape: &str) -> String {
    let of_the_head = ["<title", "<base", "<meta", "<link"].iter().any(|start| shape.starts_with(start));
    let (head, body) = if of_the_head { (shape, "") } else { ("", shape) };
    let rain = "and the rivers rose by two metres in the north, the weather service said";
    format!(
        "<html lang=en>{head}<title>Rain in the north | The Daily</title><body><article><h1>Rain in the north</h1>\
         <p>It rained for most of the week, {rain} on Monday.</p>{body}\
         <p>“We have not seen the like,” said Tom Ferrie, the mayor of Brack, {rain}.</p></article>"
    )
}

/// A piece with a number in it, counted up.
fn counted(n: usize, before: &str, after: &str) -> String {
    each(n, |number| format!("{before}{number}{after}"))
}

/// Pieces that differ by their number.
fn each(n: usize, piece: impl Fn(usize) -> String) -> String {
    (0..n).map(piece).collect()
}

/// A word of letters for a number, the first one large: names that differ.
fn name(number: usize) -> String {
    let letters = b"abcdefghiklmnoprstuvwyz";
    let mut name = String::from(char::from(b"ABCDEFGHIKLMNOPRSTUVWYZ"[number % 23]));
    let mut rest = number / 23;
    for _ in 0..4 {
        name.push(char::from(letters[rest % 23]));
        name.push(char::from(b"aeiou"[rest % 5]));
        rest /= 23;
    }
    name
}
