//! Dates counted from the fetch: `2 hours ago`, `vor drei Tagen` in digits, `yesterday, 10:30`.

use jiff::Span;

use crate::article::Precision;

use super::lexicon::{Sense, Unit};
use super::reader::Reader;
use super::stamp::Stamp;

/// A span of time before now that begins at a token, as precise as its unit (a week leaves the day open: a page
/// that says "2 weeks ago" has rounded), and the token behind.
pub(super) fn ago(reader: &Reader<'_>, at: usize) -> Option<(Stamp, usize)> {
    let now = reader.hints.now?;
    let (amount, unit, end) = if reader.is(at, Sense::AgoBefore) {
        let (amount, unit, end) = amount(reader, at + 1).or_else(|| implied(reader, at + 1))?;
        (amount, unit, rest(reader, end))
    } else {
        behind(reader, at)?
    };
    Some((before(now, amount, unit)?, end))
}

/// `2 hours ago`, `1 day, 2 hours ago`, `час назад`, `2 órája`.
fn behind(reader: &Reader<'_>, at: usize) -> Option<(u32, Unit, usize)> {
    if let Some(number) = reader.number(at).filter(|number| number.width <= 3) {
        let unit = reader.pick(at + 1, |sense| match sense {
            Sense::UnitAgo(unit) => Some(unit),
            _ => None,
        });
        if let Some(unit) = unit {
            return Some((number.value, unit, at + 2));
        }
    }
    let (amount, unit, end) = amount(reader, at).or_else(|| implied(reader, at))?;
    let end = rest(reader, end);
    reader.is_anywhere(end, Sense::AgoAfter).then_some((amount, unit, end + 1))
}

/// A number, or the word for one, and a unit.
fn amount(reader: &Reader<'_>, at: usize) -> Option<(u32, Unit, usize)> {
    let amount = match reader.number(at) {
        Some(number) => (number.width <= 3).then_some(number.value)?,
        None => reader.is(at, Sense::One).then_some(1)?,
    };
    // "un'ora"
    let at = reader.skip_glued(at + 1, '\'');
    let unit = reader.pick(at, |sense| match sense {
        Sense::Unit(unit, _) => Some(unit),
        _ => None,
    })?;
    Some((amount, unit, reader.skip_glued(at + 1, '.')))
}

/// A unit that says its number itself: `час`, `ساعتين`.
fn implied(reader: &Reader<'_>, at: usize) -> Option<(u32, Unit, usize)> {
    let (unit, amount) = reader.pick(at, |sense| match sense {
        Sense::Unit(unit, amount) if amount > 0 => Some((unit, amount)),
        _ => None,
    })?;
    Some((u32::from(amount), unit, at + 1))
}

/// Skips a second, finer amount: `1 day, 2 hours`.
fn rest(reader: &Reader<'_>, at: usize) -> usize {
    let finer = if reader.mark(at) == Some(',') { at + 1 } else { at };
    amount(reader, finer).map_or(at, |(_, _, end)| end)
}

fn before(now: Stamp, amount: u32, unit: Unit) -> Option<Stamp> {
    let span = Span::new();
    let (span, precision) = match unit {
        Unit::Second => (span.try_seconds(amount), Precision::Minute),
        Unit::Minute => (span.try_minutes(amount), Precision::Minute),
        Unit::Hour => (span.try_hours(amount), Precision::Hour),
        Unit::Day => (span.try_days(amount), Precision::Day),
        Unit::Week => (span.try_weeks(amount), Precision::Month),
        Unit::Month => (span.try_months(amount), Precision::Month),
        Unit::Year => (span.try_years(amount), Precision::Year),
    };
    // A fetch known to the day says nothing about hours.
    if now.precision() < precision {
        return None;
    }
    let time = now.date_time()?.checked_sub(span.ok()?).ok()?;
    let stamp = Stamp { offset_minutes: now.offset_minutes, ..Stamp::of_date_time(time)? };
    Some(stamp.cut(precision))
}

/// The day that "today" or "yesterday" names, and the token behind the word.
pub(super) fn named_day(reader: &Reader<'_>, at: usize) -> Option<(Stamp, usize)> {
    let now = reader.hints.now?;
    // Short words like Hungarian "ma" mean this in their own language only.
    let own = |language| reader.speaks(language) || !reader.raw(at).is_ascii();
    let own_senses = reader.senses(at).iter().filter(|(_, language)| own(language));
    let days = own_senses.copied().find_map(|(sense, _)| match sense {
        Sense::Today => Some(0),
        Sense::Yesterday => Some(1),
        Sense::DayBeforeYesterday => Some(2),
        _ => None,
    })?;
    Some((before(now, days, Unit::Day)?, at + 1))
}
