//! Finds dates in a line of visible text.

use std::ops::Range;

use super::calendar::{Calendar, Years, resolve};
use super::clock::{Clock, Zone, clock};
use super::lexicon::Sense;
use super::reader::Reader;
use super::stamp::Stamp;
use super::tokens::{self, Kind};
use super::words::Date;
use super::{Hints, numeric, relative, words, zone};

/// How much of a text is read, in bytes: no dateline is longer.
const LONGEST_TEXT: usize = 32 * 1024;

/// The most dates that [`find_all`] gives.
const MOST_DATES: usize = 64;

/// Texts longer than this hold "an hour ago" and the like as prose.
const LONGEST_WITHOUT_DIGITS: usize = 200;

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) stamp: Stamp,
    /// The bytes it takes, from its first number or name to its last.
    pub(crate) range: Range<usize>,
    pub(crate) basis: Basis,
}

/// How much of a date the text says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Basis {
    /// All of it.
    Stated,
    /// Day and month; the year is the one that brings them closest before the fetch.
    YearAssumed,
    /// The distance from the fetch.
    Relative,
}

/// The first date in a line of visible text: years from 1990 to the one after the fetch, no part of a longer number
/// or of a span of days.
#[cfg(test)]
pub(crate) fn find(text: &str, hints: &Hints<'_>) -> Option<Found> {
    search(text, hints, Years::of_page(hints.now), 1).pop()
}

/// The first 64 dates in a line of visible text.
pub(crate) fn find_all(text: &str, hints: &Hints<'_>) -> Vec<Found> {
    search(text, hints, Years::of_page(hints.now), MOST_DATES)
}

/// The date that is the whole text but for weekdays, labels and what follows in parentheses.
pub(super) fn whole(text: &str, hints: &Hints<'_>, years: Years) -> Option<Stamp> {
    let found = search(text, hints, years, 1).pop().filter(|found| found.basis == Basis::Stated)?;
    let (before, after) = (text.get(..found.range.start)?, text.get(found.range.end..)?);
    let after = after.split('(').next().unwrap_or(after);
    let is_filling = |text: &str| {
        tokens::tokenize(text).iter().all(|token| matches!(token.kind, Kind::Mark(_) | Kind::Word(Some(_))))
    };
    (is_filling(before) && is_filling(after)).then_some(found.stamp)
}

fn search(text: &str, hints: &Hints<'_>, years: Years, most: usize) -> Vec<Found> {
    let text = first_part(text);
    let mut found = Vec::new();
    if !may_hold_date(text, hints) {
        return found;
    }
    let reader = Reader::new(text, hints, years);
    let mut at = 0;
    while at < reader.tokens.len() && found.len() < most {
        match moment(&reader, at) {
            Some(moment) => {
                let behind = behind_span(&reader, &moment);
                let range = match (reader.tokens.get(at), reader.tokens.get(moment.end.saturating_sub(1))) {
                    (Some(first), Some(last)) if behind.is_none() => Some(first.start..last.end),
                    _ => None,
                };
                found.extend(range.map(|range| Found { stamp: moment.stamp, range, basis: moment.basis }));
                at = behind.unwrap_or(moment.end).max(at + 1);
            }
            None => at = behind_cluster(&reader, at),
        }
    }
    found
}

/// As much of a text as is read.
pub(super) fn first_part(text: &str) -> &str {
    (0..4).find_map(|back| text.get(..LONGEST_TEXT - back)).unwrap_or(text)
}

fn may_hold_date(text: &str, hints: &Hints<'_>) -> bool {
    let is_numeral = |c| tokens::digit(c).is_some() || matches!(c, '〇' | '一'..='鿿');
    hints.now.is_some() && text.len() <= LONGEST_WITHOUT_DIGITS
        || text.bytes().any(|byte| byte.is_ascii_digit())
        || !text.is_ascii() && text.chars().any(is_numeral)
}

/// A date, read, with the token behind it.
struct Moment {
    stamp: Stamp,
    basis: Basis,
    end: usize,
    has_clock: bool,
}

fn moment(reader: &Reader<'_>, at: usize) -> Option<Moment> {
    let startable = match reader.kind(at)? {
        Kind::Number(_) => true,
        Kind::Word(entry) => entry.is_some(),
        Kind::Mark(_) => false,
    };
    if !startable || !is_free_before(reader, at) {
        return None;
    }
    date_then_clock(reader, at)
        .or_else(|| clock_then_date(reader, at))
        .or_else(|| distance(reader, at))
        .or_else(|| day_then_clock(reader, at))
}

fn date(reader: &Reader<'_>, at: usize) -> Option<Date> {
    numeric::date(reader, at).or_else(|| words::date(reader, at)).filter(|date| is_free_behind(reader, *date))
}

fn date_then_clock(reader: &Reader<'_>, at: usize) -> Option<Moment> {
    let mut date = date(reader, at).filter(|_| !ends_span(reader, at))?;
    let clock = date.day.and_then(|_| clock(reader, fillers(reader, date.end), true));
    if date.needs_clock && clock.is_none_or(|clock| clock.minute.is_none()) {
        return None;
    }
    let mut end = clock.map_or(date.end, |clock| clock.end);
    // "Sun May 5 10:00:00 CEST 2024"
    if date.year.is_none()
        && clock.is_some_and(|clock| clock.second.is_some())
        && let Some(year) = reader.number(end).filter(|number| number.width == 4)
    {
        date.year = Some(year.value);
        end += 1;
    }
    let (stamp, basis) = stamp(reader, date, clock)?;
    Some(Moment { stamp, basis, end, has_clock: clock.is_some() })
}

fn clock_then_date(reader: &Reader<'_>, at: usize) -> Option<Moment> {
    let clock = clock(reader, at, false)?;
    let at_date = fillers(reader, clock.end);
    if let Some(date) = date(reader, at_date).filter(|date| date.day.is_some()) {
        let (stamp, basis) = stamp(reader, date, Some(clock))?;
        return Some(Moment { stamp, basis, end: date.end, has_clock: true });
    }
    let (day, end) = relative::named_day(reader, at_date)?;
    let stamp = at_time(day, clock)?;
    Some(Moment { stamp, basis: Basis::Relative, end, has_clock: true })
}

fn distance(reader: &Reader<'_>, at: usize) -> Option<Moment> {
    let (stamp, end) = relative::ago(reader, at)?;
    Some(Moment { stamp, basis: Basis::Relative, end, has_clock: true })
}

/// "Yesterday" says when only with a time, or alone: in prose it is a word like others.
fn day_then_clock(reader: &Reader<'_>, at: usize) -> Option<Moment> {
    let (day, end) = relative::named_day(reader, at)?;
    let moment = |stamp, end| Moment { stamp, basis: Basis::Relative, end, has_clock: true };
    if let Some(clock) = clock(reader, fillers(reader, end), true) {
        return Some(moment(at_time(day, clock)?, clock.end));
    }
    let is_mark_or_label = |at: usize| {
        reader.mark(at).is_some()
            || reader.pick(at, |sense| matches!(sense, Sense::Label(_)).then_some(())).is_some()
    };
    let alone = (0..at).all(is_mark_or_label) && (end..reader.tokens.len()).all(is_mark_or_label);
    alone.then(|| moment(day, end))
}

fn stamp(reader: &Reader<'_>, date: Date, clock: Option<Clock>) -> Option<(Stamp, Basis)> {
    let (day, basis) = match date.year {
        Some(year) => (resolve(date.calendar, year, date.month, date.day, reader.years)?, Basis::Stated),
        None => (day_before_now(reader.hints.now?, date)?, Basis::YearAssumed),
    };
    match clock {
        Some(clock) => Some((at_time(day, clock)?, basis)),
        None => Some((day, basis)),
    }
}

/// The last time that a day of the year was, counting tomorrow as past: the page may be ahead by its time zone.
fn day_before_now(now: Stamp, date: Date) -> Option<Stamp> {
    if date.calendar != Calendar::Gregorian {
        return None;
    }
    let tomorrow = now.date()?.tomorrow().ok()?;
    [now.year, now.year.checked_sub(1)?]
        .into_iter()
        .filter_map(|year| Stamp::of_date(year, date.month, date.day))
        .find(|stamp| stamp.date().is_some_and(|day| day <= tomorrow))
}

fn at_time(mut day: Stamp, clock: Clock) -> Option<Stamp> {
    let date = day.date()?;
    let offset_minutes = match clock.zone {
        Some(Zone::Fixed(offset)) => Some(offset),
        Some(Zone::UnitedStates(standard)) => zone::united_states_offset(date, standard),
        None => None,
    };
    let mut hour = clock.hour;
    if hour == 24 {
        day = Stamp::of_date_time(date.tomorrow().ok()?.at(0, 0, 0, 0))?;
        hour = 0;
    }
    Some(Stamp { hour: Some(hour), minute: clock.minute, second: clock.second, offset_minutes, ..day })
}

/// Skips what may stand between a date and its time.
fn fillers(reader: &Reader<'_>, at: usize) -> usize {
    let mut end = at;
    for _ in 0..6 {
        let filler = match reader.kind(end) {
            Some(Kind::Mark(mark)) => ",-|/•·・@()[]:;.*«»~".contains(mark),
            Some(Kind::Word(_)) => {
                matches!(reader.raw(end), "T" | "t") && reader.glued(end)
                    || reader
                        .pick(end, |sense| {
                            let joins = matches!(
                                sense,
                                Sense::Joiner
                                    | Sense::Clock
                                    | Sense::Weekday
                                    | Sense::AfterYear
                                    | Sense::AfterDay
                            );
                            joins.then_some(())
                        })
                        .is_some()
            }
            _ => false,
        };
        if !filler {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a date may begin here: no letter, sign or longer number runs into it.
fn is_free_before(reader: &Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| reader.glued(at)) else { return true };
    match reader.kind(before) {
        Some(Kind::Number(_)) => false,
        Some(Kind::Word(entry)) => {
            let raw = reader.raw(before);
            entry.is_some() && raw.chars().nth(2).is_some() || is_unspaced_end(raw)
        }
        Some(Kind::Mark(mark)) => {
            if "+$€£¥₹#_=&%~^<>\\".contains(mark) {
                return false;
            }
            let Some(further) = before.checked_sub(1).filter(|_| reader.glued(before)) else { return true };
            match reader.kind(further) {
                Some(Kind::Number(_)) => !"-/.:,'".contains(mark),
                Some(Kind::Word(None)) => !"-/.".contains(mark) || is_unspaced_end(reader.raw(further)),
                _ => true,
            }
        }
        None => true,
    }
}

/// Whether a word ends in a script that has no blanks between words.
fn is_unspaced_end(word: &str) -> bool {
    word.chars().next_back().is_some_and(
        |c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'),
    )
}

/// Whether a date ends here rather than runs on as a longer number, an id or a span of days.
fn is_free_behind(reader: &Reader<'_>, date: Date) -> bool {
    let end = date.end;
    let runs_into_number = reader.glued(end + 1) && reader.number(end + 1).is_some();
    if reader.glued(end) {
        let runs_on = match reader.kind(end) {
            Some(Kind::Number(_)) => !is_clock(reader, end),
            Some(Kind::Word(None)) => {
                // Blocks of text glued together begin with a capital.
                let raw = reader.raw(end);
                !matches!(raw, "T" | "t") && raw.chars().next().is_some_and(char::is_lowercase)
            }
            Some(Kind::Mark('-')) if date.numeric => {
                reader.glued(end + 1) && matches!(reader.kind(end + 1), Some(Kind::Word(None)))
                    || runs_into_number && !is_clock(reader, end + 1)
            }
            Some(Kind::Mark('-' | '/' | '.' | ':' | ',')) => runs_into_number && !is_clock(reader, end + 1),
            Some(Kind::Mark('%' | '_' | '=')) => true,
            _ => false,
        };
        if runs_on {
            return false;
        }
    }
    let incomplete = date.year.is_none() || date.day.is_none();
    !(incomplete && reader.mark(end) == Some('-') && opens_day(reader, end + 1))
}

fn is_clock(reader: &Reader<'_>, at: usize) -> bool {
    clock(reader, at, true).is_some()
}

/// Whether a number that is no time stands here.
fn opens_day(reader: &Reader<'_>, at: usize) -> bool {
    reader.number(at).is_some() && !is_clock(reader, at)
}

/// Whether the date here is the end of a span: `5 – 7 May`, `30 April – 7 May`.
fn ends_span(reader: &Reader<'_>, at: usize) -> bool {
    let Some(dash) = at.checked_sub(1).filter(|dash| reader.mark(*dash) == Some('-')) else { return false };
    let Some(mut before) = dash.checked_sub(1) else { return false };
    if reader.mark(before) == Some('.') {
        before = before.saturating_sub(1);
    }
    let is_day = reader.short_number(before).is_some_and(|day| (1..=31).contains(&day));
    let is_minute = before.checked_sub(1).is_some_and(|colon| matches!(reader.mark(colon), Some(':' | '.')));
    let is_month = reader
        .pick(before, |sense| matches!(sense, Sense::Month(_) | Sense::Jalali(_)).then_some(()))
        .is_some();
    is_day && !is_minute || is_month
}

/// Behind the second date of a span of whole days; such a span is a date of what happened, not of the page.
fn behind_span(reader: &Reader<'_>, moment: &Moment) -> Option<usize> {
    if moment.has_clock || reader.mark(moment.end) != Some('-') {
        return None;
    }
    let second = date(reader, moment.end + 1).filter(|date| date.year.is_some() && date.day.is_some())?;
    Some(second.end)
}

/// Behind a number and all that is glued to it by separators: its parts are no dates either.
fn behind_cluster(reader: &Reader<'_>, at: usize) -> usize {
    let mut end = at + 1;
    if reader.number(at).is_some() {
        while reader.glued(end)
            && (reader.number(end).is_some() || matches!(reader.mark(end), Some('.' | '/' | '-' | ':')))
        {
            end += 1;
        }
    }
    end
}
