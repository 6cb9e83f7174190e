//! Pull quotes: a quotation block that repeats the running text is no quotation of its own.

use std::collections::{HashMap, HashSet};

use super::{Document, ParagraphKind};
use crate::article::Quote;

/// A block of fewer letters may repeat the text by chance.
const FEWEST: usize = 20;
/// So many blocks are looked for in the running text; pages have a handful.
const MOST: usize = 32;

/// Drops what a quotation block repeats from the running text; the speaker that only the block tells goes to the quote
/// that stays.
pub(super) fn fold(mut quotes: Vec<Quote>, document: &Document<'_>) -> Vec<Quote> {
    let pulled: HashSet<usize> = document
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Quotation)
        .map(|paragraph| paragraph.block)
        .collect();
    if pulled.is_empty() {
        return quotes;
    }
    let is_pulled =
        |quote: &Quote| !quote.in_headline && quote.block.is_some_and(|block| pulled.contains(&block));
    let running: HashMap<String, usize> = quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| !is_pulled(quote) && !quote.in_headline)
        .map(|(at, quote)| (folded(&quote.text), at))
        .collect();
    let mut text = None;
    let mut looked = 0;
    let mut repeats = HashSet::new();
    let mut told = Vec::new();
    for (at, quote) in quotes.iter().enumerate().filter(|(_, quote)| is_pulled(quote)) {
        let letters = folded(&quote.text);
        if let Some(&same) = running.get(&letters) {
            repeats.insert(at);
            told.push((same, quote.speaker.clone()));
        } else if letters.len() >= FEWEST && looked < MOST {
            looked += 1;
            let text = text.get_or_insert_with(|| running_text(document));
            if memchr::memmem::find(text.as_bytes(), letters.as_bytes()).is_some() {
                repeats.insert(at);
            }
        }
    }
    for (at, speaker) in told {
        if let Some(quote) = quotes.get_mut(at)
            && quote.speaker.is_none()
        {
            quote.speaker = speaker;
        }
    }
    let mut at = 0;
    quotes.retain(|_| {
        at += 1;
        !repeats.contains(&(at - 1))
    });
    quotes
}

/// Letters and digits only, in small letters.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The folded text of the paragraphs that are no quotation blocks.
fn running_text(document: &Document<'_>) -> String {
    let mut all = String::new();
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Paragraph)
    {
        all.push_str(&folded(document.text.get(paragraph.range.clone()).unwrap_or_default()));
        // Nothing runs over the end of a paragraph.
        all.push('\n');
    }
    all
}
