//! Which of the dates it is.

use super::{Dated, ENOUGH};
use crate::article::{Precision, Source};
use crate::dates::Stamp;

/// No page of the web is older.
const FIRST_YEAR: i16 = 1990;

/// Why a date cannot be one of this article's.
pub(super) fn implausible(stamp: &Stamp, now: Option<&Stamp>) -> Option<&'static str> {
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

pub(super) fn best<'d>(dates: impl Iterator<Item = &'d Dated>) -> Option<&'d Dated> {
    // The first of equals, in the order of the page.
    dates.fold(None, |best: Option<&Dated>, date| match best {
        Some(known) if known.score >= date.score => Some(known),
        _ => Some(date),
    })
}

/// Lets sources that agree on the day strengthen each other.
pub(super) fn confirm(dated: &mut [Dated]) {
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
pub(super) fn only_day(dated: &[Dated]) -> Option<Dated> {
    let mut days =
        dated.iter().filter(|date| !date.modified && date.stamp.day.is_some() && date.score >= ENOUGH / 2);
    let first = days.next()?;
    days.all(|date| date.stamp.is_same_day(&first.stamp)).then(|| first.clone())
}

/// The same day told with its time by another source.
pub(super) fn finer(date: Dated, dated: &[Dated]) -> Dated {
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
pub(super) fn local(date: Dated, dated: &[Dated]) -> Dated {
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
pub(super) fn stated_before(date: Dated, dated: &[Dated]) -> Dated {
    // The page says it of the machine's day, too: an earlier one is that of a draft.
    let is_stated = |other: &&Dated| {
        other.origin.source == Source::Page && other.stated && other.stamp.is_same_day(&date.stamp)
    };
    if date.origin.source == Source::Page || dated.iter().any(|other| is_stated(&other)) {
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
