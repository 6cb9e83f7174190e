//! Published and modified: every date near the article is scored by what its source says of it, and the best
//! wins; a date that only might be right is refused.

use super::Resolver;
use super::lines::Around;
use crate::article::{Candidate, Moment, Origin, Precision, Source};
use crate::dates::{
    Basis, Hints, Label, Stamp, find_all, from_url, label_after, label_before, parse_machine,
};
use crate::html::{Name, NodeId};
use crate::metadata::folding::folded;
use crate::metadata::found::{Field, Found, Place, shortened};
use crate::metadata::text::{Line, lines_after, short_text, text_before};

/// The choice.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    /// Elements and texts that show dates of this article.
    pub(super) nodes: Vec<NodeId>,
}

/// A date with what speaks for it.
#[derive(Debug, Clone)]
struct Dated {
    stamp: Stamp,
    origin: Origin,
    raw: String,
    modified: bool,
    score: i32,
    node: Option<NodeId>,
    /// Whether the page labels it: "Published".
    stated: bool,
}

/// A published date needs this score.
const ENOUGH: i32 = 40;
/// Dates of one page that are compared.
const MOST_DATES: usize = 400;
/// Bytes of the longest line that is a dateline rather than prose.
const LINE_BYTES: usize = 220;
/// Lines below the headline that are searched for a labelled date.
const MOST_LINES: usize = 400;
/// Bytes of text between a headline and its date, at most.
const NEAR: u32 = 1200;
/// No page of the web is older.
const FIRST_YEAR: i16 = 1990;
/// A change so few seconds before the fetch is the page's making.
const MAKING_SECONDS: i64 = 300;

impl Resolver<'_> {
    pub(super) fn resolve_dates(&mut self, around: &Around, beside_byline: &Around) -> Dates {
        let language = self.languages().into_iter().next().map(|(tag, _)| tag);
        let now = self.context.fetched.and_then(|fetched| parse_machine(fetched, &Hints::default()));
        let hints = Hints { language: language.as_deref(), now, day_first: None };

        let mut losers: Vec<Candidate> = Vec::new();
        let mut dated = self.candidates(&hints, &mut losers);
        dated.extend(dates_in_lines(around, &hints));
        dated.extend(dates_in_lines(beside_byline, &hints));
        if let Some(url) = self.context.url {
            if let Some(stamp) = from_url(url.as_str()) {
                let score = if stamp.day.is_some() { 65 } else { 20 };
                let origin = Origin::new(Source::Url, "path");
                dated.push(Dated {
                    stamp,
                    origin,
                    raw: url.path().to_owned(),
                    modified: false,
                    score,
                    node: None,
                    stated: false,
                });
            }
        }
        dated.retain(|date| {
            let reason = implausible(&date.stamp, now.as_ref());
            losers.extend(
                reason.map(|reason| Candidate::new(date.origin.clone(), shortened(&date.raw), reason)),
            );
            reason.is_none()
        });
        let mut nodes: Vec<NodeId> =
            dated.iter().filter(|date| date.score >= ENOUGH).filter_map(|date| date.node).collect();
        nodes.dedup();

        dated.truncate(MOST_DATES);
        confirm(&mut dated);
        let published =
            best(dated.iter().filter(|date| !date.modified)).filter(|date| date.score >= ENOUGH).cloned();
        let published =
            published.or_else(|| only_day(&dated)).or_else(|| self.stated_far(&hints, now.as_ref()));
        let published = published.map(|date| stated_before(date, &dated));
        let published = published.map(|date| local(finer(date, &dated), &dated));
        let modified = self.modified(&dated, published.as_ref(), now.as_ref(), &mut losers);

        self.record_date(
            "published",
            published.as_ref(),
            dated.iter().filter(|date| !date.modified),
            &losers,
        );
        self.record_date("modified", modified.as_ref(), dated.iter().filter(|date| date.modified), &[]);
        let moment = |date: Dated| date.stamp.to_moment(shortened(&date.raw), date.origin);
        Dates { published: published.map(moment), modified: modified.map(moment), nodes }
    }

    /// The first date anywhere below the headline that the page labels: blogs put "Posted on" under the text.
    fn stated_far(&self, hints: &Hints<'_>, now: Option<&Stamp>) -> Option<Dated> {
        let tree = self.context.tree;
        let top =
            self.headline.map(|headline| headline.node).or_else(|| tree.find(tree.root(), Name::HEAD))?;
        let lines = lines_after(tree, self.context.marks, top, MOST_LINES);
        let dateline = |line: &&Line| {
            line.text.len() <= LINE_BYTES && line.text.bytes().filter(u8::is_ascii_digit).count() >= 4
        };
        lines.iter().filter(dateline).find_map(|line| {
            let date = find_all(&line.text, hints).into_iter().next()?;
            let label = label_before(line.text.get(..date.range.start)?)
                .or_else(|| label_after(line.text.get(date.range.end..)?))?;
            let good = matches!(label, Label::Published | Label::Created)
                && date.stamp.day.is_some()
                && date.basis == Basis::Stated
                && implausible(&date.stamp, now).is_none();
            (good && !self.is_line_beside(line)).then(|| Dated {
                stamp: date.stamp,
                origin: Origin::new(Source::Page, "line"),
                raw: line.text.clone(),
                modified: false,
                score: ENOUGH,
                node: Some(line.node),
                stated: true,
            })
        })
    }

    fn record_date<'d>(
        &mut self,
        field: &str,
        winner: Option<&Dated>,
        all: impl Iterator<Item = &'d Dated>,
        refused: &[Candidate],
    ) {
        let mut losers = refused.to_vec();
        for date in all.filter(|date| winner.is_none_or(|winner| winner.stamp != date.stamp)).take(24) {
            let reason =
                if winner.is_some() { "a better source says otherwise" } else { "too little speaks for it" };
            losers.push(Candidate::new(date.origin.clone(), shortened(&date.raw), reason));
        }
        self.record(field, winner.map(|winner| (winner.origin.clone(), shortened(&winner.raw))), losers);
    }

    fn modified(
        &self,
        dated: &[Dated],
        published: Option<&Dated>,
        now: Option<&Stamp>,
        losers: &mut Vec<Candidate>,
    ) -> Option<Dated> {
        let mut candidates: Vec<&Dated> =
            dated.iter().filter(|date| date.modified && date.score >= ENOUGH).collect();
        candidates.sort_by_key(|date| std::cmp::Reverse(date.score));
        candidates
            .into_iter()
            .find(|date| {
                let making = now.and_then(|now| Some(now.unix_seconds()? - date.stamp.unix_seconds()?));
                let reason = if published.is_some_and(|published| published.stamp.is_after(&date.stamp)) {
                    Some("lies before the publication")
                } else if making.is_some_and(|seconds| seconds.abs() < MAKING_SECONDS) {
                    Some("is the moment the page was made")
                } else {
                    None
                };
                losers.extend(
                    reason.map(|reason| Candidate::new(date.origin.clone(), date.raw.clone(), reason)),
                );
                reason.is_none()
            })
            .cloned()
    }

    /// The dates that sources name.
    fn candidates(&self, hints: &Hints<'_>, losers: &mut Vec<Candidate>) -> Vec<Dated> {
        let mut dated = Vec::new();
        let headline_at = self.headline.map(|headline| headline.at);
        for found in &self.findings.found {
            if !matches!(found.field, Field::Published | Field::Modified | Field::Date) {
                continue;
            }
            if self.is_beside(found) || self.is_in_other_article(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            match found.place.filter(|_| found.origin.source == Source::Page) {
                Some(place) => dated.extend(self.visible(found, place, headline_at, hints)),
                None => match machine(&found.value, hints) {
                    Some(stamp) => dated.push(Dated {
                        stamp,
                        origin: found.origin.clone(),
                        raw: found.value.clone(),
                        modified: found.field == Field::Modified,
                        score: weight(found),
                        node: found.place.map(|place| place.node),
                        stated: false,
                    }),
                    None => losers.push(found.lose("is no date")),
                },
            }
        }
        for (field, lost) in &self.findings.strangers {
            if *field == Field::Published {
                losers.push(lost.clone());
            }
        }
        dated
    }

    /// The dates of an element of the page.
    fn visible(
        &self,
        found: &Found,
        place: Place,
        headline_at: Option<u32>,
        hints: &Hints<'_>,
    ) -> Vec<Dated> {
        let tree = self.context.tree;
        let before = text_before(tree, place.node, 48);
        let outside = label_before(&before);
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
            let label = label.or(outside);
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
                    let label = label_before(text.get(..date.range.start).unwrap_or(""))
                        .or_else(|| label_after(text.get(date.range.end..).unwrap_or("")));
                    one(date.stamp, text.to_owned(), label, date.basis)
                })
                .collect::<Vec<_>>()
        };
        if found.value != shown {
            if let Some(stamp) = parse_machine(&found.value, hints).filter(|stamp| stamp.day.is_some()) {
                let label = label_before(&shown).or_else(|| {
                    find_all(&shown, hints)
                        .first()
                        .and_then(|date| label_before(shown.get(..date.range.start).unwrap_or("")))
                });
                return one(stamp, found.value.clone(), label, Basis::Stated).into_iter().collect();
            }
        }
        in_text(&shown)
    }
}

/// The dates in the lines next to the headline or to a byline.
fn dates_in_lines(around: &Around, hints: &Hints<'_>) -> Vec<Dated> {
    let mut dated = Vec::new();
    let text = around.after.iter().enumerate().filter(|(_, line)| line.text.len() > LINE_BYTES);
    // Behind the second paragraph stands no dateline any more.
    let end = text.map(|(index, _)| index).nth(1).unwrap_or(around.after.len());
    let head = around.after.get(..=end).unwrap_or(&around.after);
    let after = (0_usize..).zip(head).map(|(index, line)| (index, line, 0));
    let before = (0..).zip(&around.before).map(|(index, line)| (index, line, 6));
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
            let label = label_before(head).or_else(|| label_after(tail));
            if matches!(label, Some(Label::Copyright | Label::Event | Label::Accessed)) {
                continue;
            }
            // A date amid other words is a sentence's.
            let others = head.split_whitespace().count() + tail.split_whitespace().count();
            let prose = if label.is_some() { others as i32 / 6 } else { others as i32 * 2 };
            let labelled = if label.is_some() { 10 } else { 0 };
            let assumed = if date.basis == Basis::Stated { 0 } else { -10 };
            let coarse = if date.stamp.day.is_some() { 0 } else { -30 };
            let linked = if line.linked { -10 } else { 0 };
            dated.push(Dated {
                stamp: date.stamp,
                origin: Origin::new(Source::Page, "line"),
                raw: line.text.clone(),
                modified: label == Some(Label::Updated),
                score: 58 + labelled + assumed + coarse + linked - prose.min(40) - index as i32 * 2 - cost,
                node: Some(line.node),
                stated: label == Some(Label::Published),
            });
        }
    }
    dated
}

/// The date that a paragraph begins with: "(5 May 2024) …", "05.05.2024 – …".
fn dateline(line: &Line, hints: &Hints<'_>) -> Option<Dated> {
    let head = line.text.get(..line.text.floor_char_boundary(64))?;
    let date = find_all(head, hints).into_iter().next()?;
    let starts = head.get(..date.range.start)?.chars().all(|c| !c.is_alphanumeric());
    (starts && date.stamp.day.is_some() && date.basis == Basis::Stated).then(|| Dated {
        stamp: date.stamp,
        origin: Origin::new(Source::Page, "dateline"),
        raw: head.to_owned(),
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
    let plain = folded(text);
    // Nothing but the word and a date follows: no time of day.
    WORDS.iter().any(|word| {
        plain.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with(' ')
                || !word.is_ascii() && rest.starts_with(|c: char| c.is_numeric())
        })
    }) && !text.contains(':')
}

/// A machine's value; failing that, a date in words.
fn machine(value: &str, hints: &Hints<'_>) -> Option<Stamp> {
    parse_machine(value, hints).or_else(|| {
        find_all(value, hints).into_iter().find(|date| date.basis == Basis::Stated).map(|date| date.stamp)
    })
}

/// How much a named date counts by its source and its name.
fn weight(found: &Found) -> i32 {
    match (found.field, found.origin.source, found.rank) {
        (Field::Published, Source::JsonLd, 0) => 100,
        (Field::Published, Source::JsonLd, 4) => 86,
        (Field::Published, Source::JsonLd, _) => 80,
        (Field::Published, Source::OpenGraph, 0) => 92,
        (Field::Published, Source::OpenGraph, _) => 82,
        (Field::Published, Source::Microdata, 0) => 88,
        (Field::Published, Source::Microdata, _) => 72,
        (Field::Published, ..) => 84,
        (Field::Modified, Source::JsonLd, _) => 100,
        (Field::Modified, Source::OpenGraph, 0) => 90,
        (Field::Modified, Source::Microdata, _) => 86,
        (Field::Modified, Source::HtmlMeta, _) => 80,
        (Field::Modified, ..) => 70,
        _ => 60,
    }
}

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

/// Why a date cannot be one of this article's.
fn implausible(stamp: &Stamp, now: Option<&Stamp>) -> Option<&'static str> {
    if stamp.year < FIRST_YEAR {
        return Some("lies before the web");
    }
    // A day's grace: pages give local time without saying where.
    if now.is_some_and(|now| stamp.is_after(now) && !stamp.is_same_day(now)) {
        let next_day = now.and_then(|now| Some(stamp.unix_seconds()? - now.unix_seconds()?));
        if next_day.is_none_or(|seconds| seconds > 86_400) {
            return Some("lies in the future");
        }
    }
    (stamp.precision() < Precision::Month).then_some("is a year alone")
}

fn best<'d>(dates: impl Iterator<Item = &'d Dated>) -> Option<&'d Dated> {
    // The first of equals, in the order of the page.
    dates.fold(None, |best: Option<&Dated>, date| match best {
        Some(known) if known.score >= date.score => Some(known),
        _ => Some(date),
    })
}

/// Lets sources that agree on the day strengthen each other.
fn confirm(dated: &mut [Dated]) {
    let votes: Vec<i32> = dated
        .iter()
        .map(|date| {
            let mut kinds: Vec<Source> = dated
                .iter()
                .filter(|other| {
                    other.origin.source != date.origin.source && other.stamp.is_same_day(&date.stamp)
                })
                .map(|other| other.origin.source)
                .collect();
            kinds.sort_unstable();
            kinds.dedup();
            i32::try_from(kinds.len().min(3)).unwrap_or(0)
        })
        .collect();
    for (date, votes) in dated.iter_mut().zip(votes) {
        date.score += votes * 7;
    }
}

/// Where no date is good enough: the one day that all dates of the article's part of the page name.
fn only_day(dated: &[Dated]) -> Option<Dated> {
    let mut days =
        dated.iter().filter(|date| !date.modified && date.stamp.day.is_some() && date.score >= ENOUGH / 2);
    let first = days.next()?;
    days.all(|date| date.stamp.is_same_day(&first.stamp)).then(|| first.clone())
}

/// The same day told with its time by another source.
fn finer(date: Dated, dated: &[Dated]) -> Dated {
    if date.stamp.precision() > Precision::Day {
        return date;
    }
    let same = dated.iter().filter(|other| {
        !other.modified
            && other.stamp.is_same_day(&date.stamp)
            && other.stamp.precision() > date.stamp.precision()
            && other.score >= ENOUGH
    });
    same.max_by_key(|other| other.score).cloned().unwrap_or(date)
}

/// A machine's time in UTC may fall on another day than the one the page shows: then the page's is the local day.
fn local(date: Dated, dated: &[Dated]) -> Dated {
    let (Some(0), Some(at)) = (date.stamp.offset_minutes, date.stamp.unix_seconds()) else { return date };
    let shown: Vec<&Dated> = dated
        .iter()
        .filter(|other| !other.modified && other.score >= ENOUGH && other.stamp.day.is_some())
        .collect();
    let same_moment = |other: &&&Dated| {
        other.stamp.offset_minutes.is_some_and(|offset| offset != 0)
            && other.stamp.unix_seconds().is_some_and(|seconds| (seconds - at).abs() < 3600)
    };
    if let Some(other) = shown.iter().find(same_moment) {
        return (*other).clone();
    }
    let mut best: Option<&Dated> = None;
    for other in shown {
        if other.stamp.is_same_day(&date.stamp) && other.origin.source == Source::Page {
            return date;
        }
        // The day begins 14 hours before that of UTC in the east, and ends 12 hours after it in the west.
        let same_moment = other.stamp.offset_minutes.is_none()
            && day_start(&other.stamp).is_some_and(|start| at >= start - 14 * HOUR && at < start + 36 * HOUR);
        let comes_first = |best: &Dated| other.stamp.precision() > best.stamp.precision();
        if same_moment && !other.stamp.is_same_day(&date.stamp) && best.is_none_or(comes_first) {
            best = Some(other);
        }
    }
    best.cloned().unwrap_or(date)
}

/// A page that says "Published" next to its headline knows better than a machine's field of a later day: some
/// templates write the day of the last change there.
fn stated_before(date: Dated, dated: &[Dated]) -> Dated {
    if date.origin.source == Source::Page {
        return date;
    }
    let stated = dated.iter().filter(|other| {
        other.origin.source == Source::Page
            && !other.modified
            && other.stated
            && other.score >= ENOUGH + 20
            && other.stamp.day.is_some()
            && date.stamp.is_after(&other.stamp)
            && !other.stamp.is_same_day(&date.stamp)
    });
    let apart = |other: &Dated| Some(day_start(&date.stamp)? - day_start(&other.stamp)?);
    let known =
        stated.max_by_key(|other| other.score).filter(|other| apart(other).is_some_and(|apart| apart > DAY));
    known.cloned().unwrap_or(date)
}

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Seconds since 1970 to the beginning of a value's day, taken as one of UTC.
fn day_start(stamp: &Stamp) -> Option<i64> {
    let mut start = stamp.cut(Precision::Day);
    (start.hour, start.minute, start.offset_minutes) = (Some(0), Some(0), Some(0));
    stamp.day?;
    start.unix_seconds()
}
