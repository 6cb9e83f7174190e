//! Bylines in running text: lines that say by their label who wrote it, and names beside a date.

use super::super::Resolver;
use super::super::lines::Around;
use super::Answer;
use crate::article::{AuthorRole, Origin, Source};
use crate::dates::{Hints, find_all};
use crate::html::Name;
use crate::metadata::folding::folded;
use crate::metadata::found::Field;
use crate::metadata::line::{Line, lines_after};
use crate::metadata::names::{
    Named, Trust, has_given_name, is_office_line, label_alone, labelled_names, name_set_apart, read_names,
    states_author,
};
use crate::metadata::text::short_text;

/// Lines below the headline that are searched for one that says who wrote it.
const MOST_LINES: usize = 160;

/// Bytes of the longest such line.
const LINE_BYTES: usize = 120;

impl Resolver<'_> {
    /// A line next to the headline that says by its label to be a byline.
    pub(super) fn text_byline(&self, around: &Around) -> Option<Answer> {
        let after = around.after.iter().take(10);
        let next = around.after.iter().skip(1).map(Some).chain([None]);
        let lines = after.zip(next).chain(around.before.iter().take(2).map(|line| (line, None)));
        let mut organisation: Option<Answer> = None;
        for (label, next) in lines {
            let named = labelled_names(&label.text, &self.sites).map(|names| (label, names));
            // The label may be a line of its own.
            let named = named.or_else(|| {
                let line = next.filter(|line| line.text.len() < 120 && label_alone(&label.text))?;
                let names = read_names(&line.text, Trust::Byline, &self.sites);
                (!names.is_empty()).then_some((line, names))
            });
            let Some((line, names)) = named else { continue };
            let answer = self.line_answer(line, names);
            if answer.is_credit() {
                continue;
            }
            if answer.persons() > 0 {
                return Some(Answer { labelled: answer.writers() > 0, ..answer });
            }
            organisation = organisation.or(Some(answer));
        }
        organisation
    }

    /// A name that stands beside a date next to the headline: "5 May 2024 · Jane Doe"; where it has to be `sure`, one
    /// with a common given name.
    pub(super) fn name_beside_date(&self, around: &Around, sure: bool) -> Option<Answer> {
        let lines = around.before.first().into_iter().chain(around.after.iter().take(5));
        let is_line = |line: &&Line| {
            line.text.len() <= LINE_BYTES
                && (!line.linked || has_given_name(&line.text))
                && !line.text.contains(['»', '©', '›', '>', '$', '€'])
        };
        let lines: Vec<&Line> = lines.filter(is_line).collect();
        let mut dated = false;
        for (index, line) in lines.iter().enumerate() {
            let here = has_date(&line.text);
            let next = lines.get(index + 1);
            let before_date = next.is_some_and(|next| next.text.len() < 48 && has_date(&next.text));
            let before_office = next.is_some_and(|next| is_office_line(&next.text));
            let named = name_set_apart(&line.text, &self.sites)
                .filter(|_| here || before_date || dated || before_office)
                .filter(|named| !self.is_topic(&named.name))
                .filter(|named| has_given_name(&named.name) || !sure && (here || before_date || dated));
            if let Some(named) = named {
                return Some(self.line_answer(line, vec![named]));
            }
            dated = here && line.text.len() < 48;
        }
        None
    }

    /// Whether words with capitals are a topic's rather than a name's: the page writes the last one small, too,
    /// or the headline or the site has one of them.
    pub(super) fn is_topic(&self, name: &str) -> bool {
        let tree = self.context.tree;
        let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
        let last = words.last().map_or("", String::as_str);
        let heading = self.headline.and_then(|place| short_text(tree, place.node, 400));
        let heading = heading.map(|heading| folded(&heading)).unwrap_or_default();
        let shared = |text: &str| text.split(' ').any(|word| words.iter().any(|own| own == word));
        shared(&heading)
            || self.sites.iter().any(|site| shared(site))
            || tree.descendants(tree.root()).filter_map(|id| tree.text(id)).any(|text| {
                text.match_indices(last).any(|(at, _)| {
                    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                    edge(text.get(..at).and_then(|head| head.chars().next_back()))
                        && edge(text.get(at + last.len()..).and_then(|tail| tail.chars().next()))
                })
            })
    }

    /// Who anywhere below the headline is said to have written it, where nothing else tells and all such lines agree.
    pub(super) fn author_stated_far(&self) -> Option<Answer> {
        // A page without any date is hardly an article.
        self.findings.found.iter().find(|found| matches!(found.field, Field::Published | Field::Date))?;
        let lines = lines_after(self.context.tree, self.context.marks, self.headline?.node, LINE_BYTES);
        let mut answer: Option<Answer> = None;
        let mut label_before = false;
        for line in lines.take(MOST_LINES) {
            let labelled = std::mem::take(&mut label_before);
            if line.text.len() > LINE_BYTES || self.is_line_beside(&line) {
                continue;
            }
            label_before = label_alone(&line.text) && line.text.contains(' ');
            let names = if labelled {
                // "Article by" on the line before.
                Some(read_names(&line.text, Trust::Line, &self.sites)).filter(|names| !names.is_empty())
            } else {
                Some(&line.text)
                    .filter(|text| states_author(text))
                    .and_then(|text| labelled_names(text, &self.sites))
            };
            let Some(names) = names else { continue };
            let next = self.line_answer(&line, names);
            match &answer {
                None if next.writers() > 0 => answer = Some(next),
                Some(known) if !known.has_all(&next.authors) => return None,
                _ => {}
            }
        }
        answer
    }

    pub(super) fn line_answer(&self, line: &Line, names: Vec<Named>) -> Answer {
        let url = line.link.and_then(|link| self.context.tree.attr(link, Name::HREF));
        let authors =
            names.into_iter().map(|named| self.author(named, url, None, AuthorRole::Writer)).collect();
        Answer {
            origin: Origin::new(Source::Page, "byline"),
            raw: line.text.clone(),
            authors,
            nodes: vec![line.node],
            linked: false,
            labelled: false,
        }
    }
}

/// Whether a line holds a day of a year.
fn has_date(line: &str) -> bool {
    line.bytes().filter(u8::is_ascii_digit).count() >= 3
        && (find_all(line, &Hints::default()).iter().any(|date| date.stamp.day.is_some())
            || has_bare_day(line))
}

/// Whether a line holds a day whose parts may be read in either order: "02/03/2024".
fn has_bare_day(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let mut parts = word.trim_matches(|c: char| !c.is_alphanumeric()).split(['/', '-', '.']);
        let mut number = |digits: std::ops::RangeInclusive<usize>| {
            parts
                .next()
                .is_some_and(|part| digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
        };
        number(1..=2) && number(1..=2) && number(2..=4) && parts.next().is_none()
    })
}
