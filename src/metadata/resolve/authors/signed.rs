//! Signatures: names set apart right above the text or right below it, and in the parentheses that begin or end it.

use super::super::Resolver;
use super::Answer;
use crate::article::{AuthorKind, AuthorRole};
use crate::html::{Name, NodeId, Tree};
use crate::metadata::line::{Line, lines_after};
use crate::metadata::names::{
    Named, Trust, at_end, at_start, has_given_name, is_unspaced, labelled_names, read_names,
};
use crate::metadata::text::{is_silent, short_text, trimmed};

/// Lines below the headline that are searched.
const MOST_LINES: usize = 400;

/// Bytes of a line that is a paragraph of the text.
const LONG_BYTES: usize = 140;

/// Bytes of the longest signature.
const SIGNATURE_BYTES: usize = 64;

/// Lines that may be signatures: more of them are headings.
const MOST_SIGNATURES: usize = 6;

/// Bytes of a line that are read.
const READ_BYTES: usize = 240;

/// Texts below the headline that are searched for parentheses at their end.
const MOST_TEXTS: usize = 4000;

/// Paragraphs of the text that may begin with a dateline.
const MOST_STARTS: usize = 3;

impl Resolver<'_> {
    /// Who signed the text, where nothing else tells.
    pub(super) fn signed(&self) -> Option<Answer> {
        let headline = self.headline?.node;
        let lines = lines_after(self.context.tree, self.context.marks, headline, READ_BYTES);
        let lines: Vec<Line> = lines.take(MOST_LINES).filter(|line| !self.is_line_beside(line)).collect();
        let long = |line: &&Line| line.text.len() >= LONG_BYTES && !line.linked;
        for line in lines.iter().filter(long).take(MOST_STARTS) {
            if let Some(names) = at_start(&line.text) {
                return Some(self.line_answer(line, names));
            }
        }
        self.signature(&lines).or_else(|| self.in_last_parentheses(headline))
    }

    /// A line with nothing but names, set off by its type, between the text and what is around it.
    fn signature(&self, lines: &[Line]) -> Option<Answer> {
        let long =
            |line: Option<&Line>| line.is_some_and(|line| line.text.len() >= LONG_BYTES && !line.linked);
        let mut signed: Option<Answer> = None;
        let mut began = false;
        let mut tried = 0;
        for (index, line) in lines.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| lines.get(before));
            let after = lines.get(index + 1);
            let opens = !began && long(after);
            let closes = long(before) && !long(after);
            began |= long(Some(line));
            if !(opens || closes) || line.text.len() > SIGNATURE_BYTES || line.linked {
                continue;
            }
            // A look at one may be a look at the whole page.
            if has_given_name(&line.text) {
                tried += 1;
            }
            if tried > MOST_SIGNATURES {
                return None;
            }
            let labelled =
                || labelled_names(&line.text, &self.sites).filter(|names| is_said_by_label(line, names));
            let Some(names) = self.only_names(line).or_else(labelled) else { continue };
            let next = self.line_answer(line, names);
            // Several of them are headings.
            if signed.as_ref().is_some_and(|known| !known.has_all(&next.authors)) {
                return None;
            }
            signed.get_or_insert(next);
        }
        signed
    }

    /// The people of a line that holds nothing else and is set off by its type.
    fn only_names(&self, line: &Line) -> Option<Vec<Named>> {
        if !is_set_off(self.context.tree, line) {
            return None;
        }
        let names = read_names(&line.text, Trust::Line, &self.sites);
        let conjunctions = 4 * names.len().saturating_sub(1);
        let full = |named: &Named| {
            is_writer(named)
                && (2..=4).contains(&named.name.split(' ').count())
                && has_given_name(&named.name)
                && !self.is_topic(&named.name)
        };
        let good =
            !names.is_empty() && letters_beside(line, &names) <= conjunctions && names.iter().all(full);
        good.then_some(names)
    }

    /// The names in the parentheses that end a paragraph: those that say "reporter", else those of the last one.
    fn in_last_parentheses(&self, headline: NodeId) -> Option<Answer> {
        let tree = self.context.tree;
        let texts = tree.descendants(tree.root()).skip_while(|&id| id <= headline);
        let mut best: Option<(Line, Vec<Named>, bool)> = None;
        for id in texts.filter(|&id| tree.text(id).is_some()).take(MOST_TEXTS) {
            let text = trimmed(tree.text(id).unwrap_or(""));
            let Some(last) = text.chars().next_back() else { continue };
            if !matches!(last, ')' | '）' | '】') || !text.chars().any(is_unspaced) {
                continue;
            }
            let Some((names, labelled)) = at_end(text) else { continue };
            let line =
                Line { text: text.chars().rev().take(40).collect(), node: id, link: None, linked: false };
            let out = |above| self.context.marks.rule(above).is_some() || is_silent(tree.name(above));
            let marked = || tree.ancestors(id).any(out);
            if best.as_ref().is_some_and(|(_, _, known)| *known && !labelled)
                || marked()
                || self.is_line_beside(&line)
            {
                continue;
            }
            // Several reporters each sign their part.
            if labelled && best.as_ref().is_some_and(|(_, known, said)| *said && *known != names) {
                return None;
            }
            let text = format!("…{}", line.text.chars().rev().collect::<String>());
            best = Some((Line { text, ..line }, names, labelled));
        }
        let (line, names, _) = best?;
        Some(self.line_answer(&line, names))
    }
}

/// Letters of a label and of an office beside names.
const LABEL_LETTERS: usize = 24;

/// Whether a line holds a label with the names of writers, and little else.
fn is_said_by_label(line: &Line, names: &[Named]) -> bool {
    names.iter().all(is_writer) && letters_beside(line, names) <= LABEL_LETTERS
}

/// Letters of a line that belong to none of its names.
fn letters_beside(line: &Line, names: &[Named]) -> usize {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let named: usize = names.iter().map(|named| letters(&named.name)).sum();
    letters(&line.text).saturating_sub(named)
}

fn is_writer(named: &Named) -> bool {
    named.kind == AuthorKind::Person && named.role == AuthorRole::Writer
}

/// Whether a line's own element sets it off: bold, slanted, or on the right.
fn is_set_off(tree: &Tree, line: &Line) -> bool {
    tree.ancestors(line.node).take(4).any(|above| {
        let set = match tree.name(above) {
            Name::STRONG | Name::B | Name::EM | Name::I => true,
            _ => {
                let aligned = |text: &str| {
                    text.split(';').any(|rule| {
                        rule.split_once(':').is_some_and(|(key, value)| {
                            key.trim() == "text-align" && matches!(value.trim(), "right" | "end")
                        })
                    })
                };
                tree.attr(above, Name::STYLE).is_some_and(aligned)
                    || tree.attr(above, Name::ALIGN).is_some_and(|align| align.eq_ignore_ascii_case("right"))
            }
        };
        set && short_text(tree, above, SIGNATURE_BYTES * 2).is_some_and(|text| text == line.text)
    })
}
