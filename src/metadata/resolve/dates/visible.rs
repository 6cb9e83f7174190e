//! Dates that readers see: in elements named for them, and in the lines around headline and byline.

use super::{Dated, LINE_BYTES, speaks_of_itself};
use crate::article::{Origin, Source};
use crate::dates::{Basis, Hints, Label, Stamp, find_all, label_around, label_before, parse_machine};
use crate::metadata::folding::folded;
use crate::metadata::found::{Field, Found, Place};
use crate::metadata::line::Line;
use crate::metadata::resolve::Resolver;
use crate::metadata::resolve::lines::Around;
use crate::metadata::site_name::parts_of;
use crate::metadata::text::{head, short_text, text_before};

/// Bytes of text between a headline and its date, at most.
const NEAR: u32 = 1200;

impl Resolver<'_> {
    /// The dates of an element of the page.
    pub(super) fn visible(
        &self,
        found: &Found,
        place: Place,
        headline_at: Option<u32>,
        hints: &Hints<'_>,
    ) -> Vec<Dated> {
        let tree = self.context.tree;
        let before = text_before(tree, place.node, 48);
        let shown = short_text(tree, place.node, 240).unwrap_or_default();
        let is_time = found.origin.path == "time";
        if !is_time && (is_today(&shown) || is_today(&before)) {
            return Vec::new();
        }
        let base = match (found.field, is_time) {
            (Field::Published, true) => 78,
            (Field::Published, false) => 74,
            (Field::Modified, _) => 70,
            (_, true) => 70,
            _ if found.rank == 2 => 52,
            _ => 62,
        } + distance(place.at, headline_at);
        let one = |stamp: Stamp, raw: String, label: Option<Label>, basis: Basis| {
            let label = label.or_else(|| label_before(&before));
            let modified = match label {
                Some(Label::Updated) => true,
                Some(Label::Published | Label::Created) => false,
                Some(Label::Copyright | Label::Event | Label::Accessed) => return None,
                None => found.field == Field::Modified,
            };
            let labelled = if matches!(label, Some(Label::Published | Label::Created)) { 8 } else { 0 };
            let assumed = if basis == Basis::Stated { 0 } else { -12 };
            let coarse = if stamp.day.is_some() { 0 } else { -30 };
            let score = base + labelled + assumed + coarse;
            Some(Dated {
                stamp,
                origin: found.origin.clone(),
                raw,
                modified,
                score,
                node: Some(place.node),
                stated: label == Some(Label::Published),
            })
        };
        let in_text = |text: &str| {
            find_all(text, hints)
                .into_iter()
                .filter_map(|date| {
                    let before = text.get(..date.range.start).unwrap_or("");
                    let label = label_around(before, text.get(date.range.end..).unwrap_or(""));
                    one(date.stamp, text.to_owned(), label, date.basis)
                })
                .collect::<Vec<_>>()
        };
        if found.value != shown
            && let Some(stamp) = parse_machine(&found.value, hints).filter(|stamp| stamp.day.is_some())
        {
            let label = label_before(&shown).or_else(|| {
                find_all(&shown, hints)
                    .first()
                    .and_then(|date| label_before(shown.get(..date.range.start).unwrap_or("")))
            });
            return one(stamp, found.value.clone(), label, Basis::Stated).into_iter().collect();
        }
        in_text(&shown)
    }
}

/// What sets a date apart within a line.
const SEPARATORS: [char; 6] = ['|', '•', '·', '–', '—', '/'];

/// What sets a part of a line apart from the others for sure.
const APART: [char; 4] = ['|', '•', '·', '\t'];

/// Words of a line beside its date that are no sentence yet.
pub(super) const MOST_OTHERS: usize = 16;

/// The date that is a part of the document's title: "Rain in the north | Weather | 05.05.2024".
pub(super) fn date_in_title(found: &Found, hints: &Hints<'_>) -> Option<Dated> {
    let parts = parts_of(&found.value);
    // "14 – 20 January 2024" is no part of its own.
    let apart = parts.windows(2).find(|pair| {
        pair.first().is_some_and(|part| !part.ends_with(|c: char| c.is_ascii_digit() || c == '.'))
            && pair.get(1).is_some_and(|part| part.len() <= 32)
            && pair.get(1).is_some_and(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 5)
    })?;
    let part = *apart.get(1)?;
    let date = find_all(part, hints).into_iter().next().filter(|date| date.range == (0..part.len()))?;
    (date.stamp.day.is_some() && date.basis == Basis::Stated).then(|| Dated {
        stamp: date.stamp,
        origin: found.origin.clone(),
        raw: part.to_owned(),
        modified: false,
        score: 64,
        node: None,
        stated: false,
    })
}

/// What a date next to a byline far from the headline costs: a book's author and its day stand so in a review.
const FAR: i32 = 14;

/// What a date above the headline costs.
const ABOVE: i32 = 6;

/// The dates in the lines next to the headline or to a byline.
pub(super) fn dates_in_lines(around: &Around, hints: &Hints<'_>) -> Vec<Dated> {
    let mut dated = Vec::new();
    let far = if around.far { FAR } else { 0 };
    let text = around.after.iter().enumerate().filter(|(_, line)| line.text.len() > LINE_BYTES);
    // Behind the second paragraph stands no dateline any more.
    let end = text.map(|(index, _)| index).nth(1).unwrap_or(around.after.len());
    let head = around.after.get(..=end).unwrap_or(&around.after);
    let after = (0_usize..).zip(head).map(|(index, line)| (index, line, 0));
    let before = (0..).zip(&around.before).map(|(index, line)| (index, line, ABOVE));
    let own = around.own.iter().map(|line| (0, line, 4));
    for (index, line, cost) in own.chain(after).chain(before) {
        if line.text.len() > LINE_BYTES {
            dated.extend(dateline(line, hints));
            continue;
        }
        let above = index.checked_sub(1).and_then(|at| around.after.get(at));
        if is_today(&line.text)
            || cost == 0 && above.is_some_and(|above| above.text.len() < 24 && is_today(&above.text))
        {
            continue;
        }
        for date in find_all(&line.text, hints) {
            let head = line.text.get(..date.range.start).unwrap_or("");
            let tail = line.text.get(date.range.end..).unwrap_or("");
            let label = label_around(head, tail);
            if matches!(label, Some(Label::Copyright | Label::Event | Label::Accessed)) {
                continue;
            }
            // A date amid other words is a sentence's, and so are the words before it. What a bar or a dot sets apart
            // is no part of it.
            let words = |text: &str| text.split_whitespace().count();
            let others = words(head.rsplit(APART).next().unwrap_or(head))
                + words(tail.split(APART).next().unwrap_or(tail));
            let label = label.filter(|_| others <= MOST_OTHERS || speaks_of_itself(&line.text));
            // Today's date above the headline, among the weather and the rates, is the page's.
            let of_today = hints.now.is_some_and(|now| now.is_same_day(&date.stamp));
            if cost == ABOVE && of_today && label.is_none() && others > 2 {
                continue;
            }
            let prose = if label.is_some() { others as i32 / 6 } else { others as i32 * 2 };
            let labelled = if label.is_some() { 10 } else { 0 };
            let assumed = if date.basis == Basis::Stated { 0 } else { -10 };
            let coarse = if date.stamp.day.is_some() { 0 } else { -30 };
            let linked = if line.linked { -10 } else { 0 };
            // Not even where it is the only date of the page.
            let apart = tail.trim_start().starts_with(SEPARATORS) || head.trim_end().ends_with(SEPARATORS);
            let sentence = if label.is_none() && others > MOST_OTHERS - 6 && !apart { -20 } else { 0 };
            dated.push(Dated {
                stamp: date.stamp,
                origin: Origin::new(Source::Page, "line"),
                raw: line.text.clone(),
                modified: label == Some(Label::Updated),
                score: 58 + labelled + assumed + coarse + linked + sentence
                    - prose.min(40)
                    - index as i32 * 2
                    - cost
                    - far,
                node: Some(line.node),
                stated: label == Some(Label::Published),
            });
        }
    }
    dated
}

/// The date that a paragraph begins with: "(5 May 2024) …", "05.05.2024 – …", "Press release of 5 May 2024 | …".
fn dateline(line: &Line, hints: &Hints<'_>) -> Option<Dated> {
    let start = head(&line.text, 64);
    let date = find_all(start, hints).into_iter().next()?;
    let before = start.get(..date.range.start)?;
    // "Press release of 5 May 2024 | Berlin": what follows is set apart.
    let labelled = || {
        let next = start.get(date.range.end..).and_then(|rest| rest.trim_start().chars().next());
        before.len() <= 28
            && label_before(before) == Some(Label::Published)
            && next.is_some_and(|next| matches!(next, '|' | '–' | '—' | '-' | '/' | ':'))
    };
    let starts = before.chars().all(|c| !c.is_alphanumeric()) || labelled();
    (starts && date.stamp.day.is_some() && date.basis == Basis::Stated).then(|| Dated {
        stamp: date.stamp,
        origin: Origin::new(Source::Page, "dateline"),
        raw: start.to_owned(),
        modified: false,
        score: 48,
        node: None,
        stated: false,
    })
}

/// Whether a text is that of a widget which shows today's date: "Сегодня, 5 мая 2024".
fn is_today(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "today",
        "today is",
        "heute",
        "hoy",
        "hoje",
        "oggi",
        "aujourd hui",
        "aujourdhui",
        "dzisiaj",
        "dziś",
        "dnes",
        "сегодня",
        "сьогодні",
        "сёння",
        "днес",
        "bugün",
        "σήμερα",
        "vandaag",
        "idag",
        "i dag",
        "tänään",
        "azi",
        "astăzi",
        "danas",
        "данас",
        "今天",
        "今日",
        "오늘",
        "اليوم",
        "امروز",
        "היום",
        "hari ini",
        "hôm nay",
        "วันนี้",
    ];
    if text.contains(':') {
        return false;
    }
    // Its first letter tells nearly every text from the words.
    let letter = text.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next());
    if letter.is_none() || WORDS.iter().all(|word| word.chars().next() != letter) {
        return false;
    }
    // Nothing but the word and a date follows: no time of day.
    let plain = folded(head(text, HEAD_BYTES));
    let Some(first) = plain.bytes().next() else { return false };
    WORDS.iter().filter(|word| word.as_bytes().first() == Some(&first)).any(|word| {
        plain.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with(' ')
                || !word.is_ascii() && rest.starts_with(|c: char| c.is_numeric())
        })
    })
}

/// Bytes of a text that may begin with the word for today.
const HEAD_BYTES: usize = 48;

/// What a place far from the headline costs a date.
fn distance(at: u32, headline_at: Option<u32>) -> i32 {
    let Some(headline) = headline_at else {
        return if at < NEAR * 2 { -5 } else { -25 };
    };
    match (at < headline, at.abs_diff(headline)) {
        // Above the headline stand its kicker and date, and further up the page's own date of today.
        (true, 0..=200) => -4,
        (true, 201..=500) => -18,
        (true, _) => -34,
        (false, away) if away <= NEAR => 0,
        (false, away) if away <= NEAR * 4 => -12,
        (false, _) => -26,
    }
}
