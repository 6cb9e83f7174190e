//! Interviews and transcripts: paragraphs that begin with who speaks, `Q:`, `Dora Whitfield:`.

use std::collections::{HashMap, HashSet};

use super::ParagraphKind;
use super::lexicon::{Flags, Lexicon};
use super::marks::piece;
use super::outline::narrow;
use super::stretch::{Form, Lines, Stretch};
use super::token::{Token, TokenKind};

/// Fewer labelled paragraphs are no interview.
const FEWEST: usize = 3;
/// A label has no more words.
const WORDS: usize = 5;
/// Letters for question and answer: English, French, Spanish, German, Polish, Russian, Ukrainian.
const LETTERS: [&str; 9] = ["Q", "A", "F", "R", "P", "O", "В", "О", "З"];

/// A paragraph with its label.
struct Labelled<'t> {
    /// The number of the paragraph.
    line: usize,
    /// The token of the colon.
    colon: usize,
    label: &'t str,
}

/// What each labelled paragraph of an interview says, by the number of the paragraph; nothing of a text that is none.
///
/// At least three paragraphs have to be labelled and at least one label has to come back. Labels such as `Price:` are
/// told from persons': those are letters of question and answer, names in capitals, names that begin with a first name
/// or that the text has as somebody's last name, or two words and more.
pub(crate) fn stretches(
    text: &str,
    tokens: &[Token],
    lines: &[Lines],
    lexicon: &Lexicon,
) -> HashMap<usize, Stretch> {
    let labelled: Vec<Labelled<'_>> =
        lines.iter().enumerate().filter_map(|(line, lines)| labelled(text, tokens, line, lines)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for found in &labelled {
        *counts.entry(found.label).or_default() += 1;
    }
    let enough = labelled.len() >= FEWEST && counts.values().any(|&count| count > 1);
    if !enough || counts.len() * 2 > labelled.len() + 1 {
        return HashMap::new();
    }
    let surnames = surnames(text, tokens, &counts);
    let speaks = |label: &str| {
        LETTERS.contains(&label)
            || surnames.contains(label)
            || label.chars().count() > 2 && label.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            || label.split_whitespace().nth(1).is_some()
            || lexicon.flags_of(label).any(Flags::FIRST_NAME)
    };
    let names = counts.keys().filter(|label| speaks(label)).count();
    if names < counts.len() {
        return HashMap::new();
    }
    labelled
        .into_iter()
        .filter_map(|found| {
            let end = lines.get(found.line)?.end;
            let first = narrow(found.colon + 1);
            let stretch = Stretch { from: first, to: end, first, end, form: Form::Labelled };
            (first < end).then_some((found.line, stretch))
        })
        .collect()
}

/// The label of a paragraph: a few words of which the first is capitalised, then a colon and more.
fn labelled<'t>(text: &'t str, tokens: &[Token], line: usize, lines: &Lines) -> Option<Labelled<'t>> {
    if lines.kind != ParagraphKind::Paragraph {
        return None;
    }
    let first = lines.first as usize;
    let words = tokens.get(first..lines.end as usize)?;
    let plain = |token: &Token| {
        token.kind == TokenKind::Word || token.kind == TokenKind::Stop && piece(text, *token) == "."
    };
    let length = words.iter().take(WORDS + 1).take_while(|token| plain(token)).count();
    let colon = words.get(length).filter(|token| token.kind == TokenKind::Colon)?;
    let upper =
        words.iter().take(length).filter(|token| token.kind == TokenKind::Word).all(|token| token.upper);
    if length == 0 || length > WORDS || !upper || words.len() <= length + 1 {
        return None;
    }
    let label = text.get(words.first()?.start as usize..colon.start as usize)?.trim();
    Some(Labelled { line, colon: first + length, label })
}

/// The labels that stand behind another capitalised word somewhere in the text: last names.
fn surnames<'t>(text: &'t str, tokens: &[Token], labels: &HashMap<&'t str, usize>) -> HashSet<&'t str> {
    let pairs = tokens.windows(2).filter_map(|pair| match pair {
        [first, second] => {
            let named = first.upper && second.upper && second.kind == TokenKind::Word;
            (named && first.kind == TokenKind::Word).then(|| piece(text, *second))
        }
        _ => None,
    });
    pairs.filter(|word| labels.contains_key(word)).collect()
}
