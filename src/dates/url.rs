//! Dates in the path of a URL. Position, not shape: a segment of its own, or the front or back of one.

use super::calendar::{Calendar, Years, resolve};
use super::lexicon::{self, Sense};
use super::stamp::Stamp;

/// A URL with more bytes than this carries a payload, not a date.
const LONGEST_URL: usize = 2048;

/// The date in a URL's path: `/2024/05/05/`, `/2024/may/05/`, `/2024-05-05-slug`, `/slug-20240505.html`,
/// `/2024-05/05/`, `/2024/0505/`, `/29-10-2021`; `/2024/05/slug` gives the month. Query and fragment say nothing. Dates that make up
/// segments of their own go before those within one.
pub(crate) fn from_url(url: &str) -> Option<Stamp> {
    if url.len() > LONGEST_URL {
        return None;
    }
    // An archive's URL ends with the one it keeps.
    let path = url.split(['?', '#']).next()?;
    let path =
        path.rsplit_once("://").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let windows = || (0..segments.len()).filter_map(|at| segments.get(at..));
    windows()
        .find_map(day_of_segments)
        .or_else(|| segments.last().and_then(|segment| timed_day(segment)))
        .or_else(|| segments.iter().rev().find_map(|segment| day_within(segment)))
        .or_else(|| windows().find_map(month_of_segments))
}

/// A day in whole segments.
fn day_of_segments(segments: &[&str]) -> Option<Stamp> {
    let (first, rest) = segments.split_first()?;
    let second = rest.first().copied().unwrap_or("");
    if let Some(year) = number(first, 4, 4) {
        if let Some(month_and_day) = number(second, 4, 4) {
            return day(year, month_and_day / 100, month_and_day % 100);
        }
        if let Some((month, day_number)) = second.split_once('-') {
            return day(year, number(month, 1, 2)?, number(day_number, 1, 2)?);
        }
        return day(year, month_of(second)?, number(rest.get(1)?, 1, 2)?);
    }
    if let Some(year_and_month) = number(first, 6, 6) {
        return day(year_and_month / 100, year_and_month % 100, number(second, 1, 2)?);
    }
    if let Some((year, month)) = first.split_once(['-', '_'])
        && let Some(day_number) = number(second, 1, 2)
    {
        return day(number(year, 4, 4)?, number(month, 1, 2)?, day_number);
    }
    // "/05/31/2024/", only where one of them is no month.
    let (a, b, year) = (number(first, 1, 2)?, number(second, 1, 2)?, number(rest.get(1)?, 4, 4)?);
    match (a > 12, b > 12) {
        (true, false) => day(year, b, a),
        (false, true) => day(year, a, b),
        _ => None,
    }
}

/// A year and a month in whole segments, with something behind them.
fn month_of_segments(segments: &[&str]) -> Option<Stamp> {
    let (first, rest) = segments.split_first()?;
    let (year, month, behind) = match number(first, 4, 4) {
        Some(year) => (year, month_of(rest.first()?)?, rest.get(1)?),
        None => {
            let (year, month) = first.split_once('-')?;
            (number(year, 4, 4)?, number(month, 2, 2)?, rest.first()?)
        }
    };
    // What stands where a day would, but is none, makes the month doubtful too.
    if number(behind, 1, 2).is_some() {
        return None;
    }
    resolve(Calendar::Gregorian, year, u8::try_from(month).ok()?, None, Years::of_page(None))
}

/// A day that is the front or the back of a segment, or all of it.
fn day_within(segment: &str) -> Option<Stamp> {
    let name = match segment.rsplit_once('.') {
        Some((name, ending)) if ending.len() <= 5 && !ending.bytes().all(|byte| byte.is_ascii_digit()) => {
            name
        }
        _ => segment,
    };
    let parts: Vec<&str> = name.split(['-', '_', '.', '~']).collect();
    at_front(&parts).or_else(|| at_back(&parts))
}

fn at_front(parts: &[&str]) -> Option<Stamp> {
    // Chinese sites put a letter before it: "t20240505_123".
    let first = parts.first()?;
    let compact = first.strip_prefix(['t', 'c', 'a']).unwrap_or(first);
    let separated = || match parts {
        // Two digits each: "2024-5-1" is a release.
        [year, month, day_number, ..] if month.len() != 1 => {
            day(number(year, 4, 4)?, month_of(month)?, number(day_number, 2, 2)?)
        }
        _ => None,
    };
    compact_day(compact).or_else(separated)
}

fn at_back(parts: &[&str]) -> Option<Stamp> {
    let separated = || match parts {
        [.., year, month, day_number] => {
            day(number(year, 4, 4)?, number(month, 2, 2)?, number(day_number, 2, 2)?)
        }
        _ => None,
    };
    compact_day(parts.last()?).or_else(separated).or_else(|| day_first(parts))
}

/// `29-10-2021` as all of a segment, where the first number is no month.
fn day_first(parts: &[&str]) -> Option<Stamp> {
    let [first, month, year] = parts else { return None };
    let first = number(first, 2, 2).filter(|&day| day > 12)?;
    day(number(year, 4, 4)?, number(month, 2, 2)?, first)
}

/// `20240505`.
fn compact_day(digits: &str) -> Option<Stamp> {
    let date = number(digits, 8, 8)?;
    day(date / 10_000, date / 100 % 100, date % 100)
}

/// `20240505103000.html` as the last segment; further in front it is the time of a capture.
fn timed_day(segment: &str) -> Option<Stamp> {
    let digits = segment.split('.').next()?;
    number(digits, 12, 14)?;
    compact_day(digits.get(..8)?)
}

fn day(year: u32, month: u32, day: u32) -> Option<Stamp> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    resolve(Calendar::Gregorian, year, month, Some(day), Years::of_page(None))
}

/// A month by number or by a name on which all languages agree.
fn month_of(segment: &str) -> Option<u32> {
    if let Some(month) = number(segment, 1, 2) {
        return Some(month);
    }
    let entry = lexicon::find(segment.to_lowercase().as_bytes())?;
    let mut months = entry.senses().filter_map(|(sense, _)| match sense {
        Sense::Month(month) => Some(u32::from(month)),
        _ => None,
    });
    let month = months.next()?;
    months.all(|other| other == month).then_some(month)
}

/// A segment that is a number of `fewest` to `most` digits; values beyond nine digits are cut to their front.
fn number(segment: &str, fewest: usize, most: usize) -> Option<u32> {
    let fits = (fewest..=most).contains(&segment.len()) && segment.bytes().all(|byte| byte.is_ascii_digit());
    segment.get(..segment.len().min(9)).filter(|_| fits)?.parse().ok()
}
