//! Dates with the month in words (`5. Mai 2024`, `May 5, 2024`, `2024 m. gegužės 5 d.`) or with counting words
//! behind the numbers (`2024年5月5日`).

use super::calendar::{BUDDHIST, Calendar, full_year};
use super::clock::clock;
use super::lexicon::Sense;
use super::reader::Reader;

/// A date as it is written, not yet checked against the calendar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Date {
    pub(super) year: Option<u32>,
    pub(super) month: u8,
    pub(super) day: Option<u8>,
    pub(super) calendar: Calendar,
    /// The token behind it.
    pub(super) end: usize,
    /// All in digits and separators.
    pub(super) numeric: bool,
    /// Too little to be a date without a time of day next to it.
    pub(super) needs_clock: bool,
}

/// The name of a month.
#[derive(Debug, Clone, Copy)]
struct Month {
    number: u8,
    calendar: Calendar,
    /// The page's language has this name.
    own: bool,
    /// Reads as a month even without a day or year to go with it.
    certain: bool,
    thai: bool,
    end: usize,
}

/// The date in words that begins at a token.
pub(super) fn date(reader: &Reader<'_>, at: usize) -> Option<Date> {
    counted(reader, at)
        .or_else(|| day_first(reader, at))
        .or_else(|| year_first(reader, at))
        .or_else(|| month_first(reader, at))
}

/// `2024年5月5日`, `令和6年5月5日`, `5月5日`, `2024년 5월`.
fn counted(reader: &Reader<'_>, at: usize) -> Option<Date> {
    let era = reader.pick(at, |sense| match sense {
        Sense::Era(calendar) => Some(calendar),
        _ => None,
    });
    let mut at = if era.is_some() { at + 1 } else { at };
    let first = reader.number(at)?;
    let mut year = None;
    if reader.is(at + 1, Sense::AfterYear) {
        year = Some(match (era, first.width) {
            (Some(_), 1..=3) | (None, 4) => first.value,
            (None, 2) => full_year(first.value)?,
            _ => return None,
        });
        at += 2;
    } else if era.is_some() {
        return None;
    }
    let month = reader.short_number(at).filter(|_| reader.is(at + 1, Sense::AfterMonth))?;
    at += 2;
    let day = reader.short_number(at).filter(|_| reader.is(at + 1, Sense::AfterDay));
    if day.is_some() {
        at += 2;
    } else if year.is_none() {
        return None;
    }
    let calendar = era.unwrap_or(Calendar::Gregorian);
    Some(Date { year, month, day, calendar, end: at, numeric: false, needs_clock: false })
}

/// `5. Mai 2024`, `5th of May, 2024`, `5 de mayo de 2024`, `05-May-24`, and without the year.
fn day_first(reader: &Reader<'_>, at: usize) -> Option<Date> {
    let (day, behind_day) = day(reader, at)?;
    // "Issue 5, May 2024" is no fifth of May; "Sunday 5, May 2024" is.
    let after_weekday = at.checked_sub(1).is_some_and(|before| reader.is(before, Sense::Weekday));
    let (at_month, separator) = separators(reader, behind_day, if after_weekday { ".-/," } else { ".-/" });
    let month = month(reader, at_month)?;
    if let Some((year, end)) = year(reader, month, separator) {
        return full(month, day, year, reader, end);
    }
    // "5 May 5, 2024": the first number is something else's.
    let another = month_first(reader, at_month).is_some_and(|date| date.year.is_some());
    if another { None } else { without_year(reader, month, day) }
}

/// A day and a month, where no number follows that may be the year and isn't sure to be.
fn without_year(reader: &Reader<'_>, month: Month, day: u8) -> Option<Date> {
    let (behind, _) = separators(reader, month.end, ".,'");
    let may_be_year = reader.short_number(behind).is_some() && clock(reader, behind, true).is_none();
    if may_be_year || !month.certain || month.calendar != Calendar::Gregorian {
        return None;
    }
    Some(Date {
        year: None,
        month: month.number,
        day: Some(day),
        calendar: month.calendar,
        end: month.end,
        numeric: false,
        needs_clock: !month.own,
    })
}

/// `2024. május 5.`, `2024 m. gegužės 5 d.`, `2024. gada 5. maijs`, `2024-May-05`.
fn year_first(reader: &Reader<'_>, at: usize) -> Option<Date> {
    let year = reader.number(at).filter(|number| number.width == 4)?.value;
    let (after_year, _) = separators(reader, at + 1, "-/,.");
    let behind_word = reader.skip_word(after_year, Sense::AfterYear);
    if behind_word > after_year
        && let Some((day, behind_day)) = day(reader, behind_word)
        && let Some(month) = month(reader, reader.skip_glued(behind_day, '.'))
    {
        return full(month, day, year, reader, month.end);
    }
    let month = month(reader, behind_word)?;
    // "2024 NIS2": not in Turkish.
    if !month.own && behind_word == at + 1 {
        return None;
    }
    let (at_day, _) = separators(reader, month.end, "-/,.");
    let (day, behind_day) = day(reader, at_day)?;
    let (at_another, _) = separators(reader, behind_day, ",.");
    if is_time(reader, behind_day) || reader.number(at_another).is_some_and(|number| number.width == 4) {
        return None;
    }
    let end = reader.skip_word(reader.skip_glued(behind_day, '.'), Sense::AfterDay);
    full(month, day, year, reader, end)
}

/// `May 5, 2024`, `gegužės 5`, `May 2024`.
fn month_first(reader: &Reader<'_>, at: usize) -> Option<Date> {
    let month = month(reader, at)?;
    // "31 Feb 2024" is no February either, nor is "31 October 23" the 23rd.
    let after_number = at.checked_sub(1).is_some_and(|before| {
        let before = if reader.mark(before) == Some('.') { before.saturating_sub(1) } else { before };
        reader.number(before).is_some() || reader.is(before, Sense::Ordinal)
    });
    let (at_day, separator) = separators(reader, month.end, ",.-/");
    if !month.own && at_day == month.end && reader.glued(at_day) {
        return None;
    }
    if let Some((day, behind_day)) = day(reader, at_day) {
        if is_time(reader, behind_day) {
            return None;
        }
        let ending = Month { end: behind_day, ..month };
        if let Some((year, end)) = year(reader, ending, separator) {
            return full(month, day, year, reader, end);
        }
        return if after_number { None } else { without_year(reader, ending, day) };
    }
    if after_number || !(month.own && month.certain) {
        return None;
    }
    let (year, end) = year(reader, month, None)?;
    Some(Date {
        year: Some(year),
        month: month.number,
        day: None,
        calendar: calendar_of(reader, month, year)?,
        end,
        numeric: false,
        needs_clock: false,
    })
}

fn full(month: Month, day: u8, year: u32, reader: &Reader<'_>, end: usize) -> Option<Date> {
    Some(Date {
        year: Some(year),
        month: month.number,
        day: Some(day),
        calendar: calendar_of(reader, month, year)?,
        end,
        numeric: false,
        needs_clock: false,
    })
}

/// How the year is counted that stands with a month; `None` where they don't fit.
fn calendar_of(reader: &Reader<'_>, month: Month, year: u32) -> Option<Calendar> {
    match month.calendar {
        Calendar::Jalali => (1300..1500).contains(&year).then_some(Calendar::Jalali),
        _ if year >= 2400 && (month.thai || reader.language_is(&["th"])) => Some(BUDDHIST),
        calendar => Some(calendar),
    }
}

/// A month's name, or its number behind the word for month; the full stop of an abbreviation goes with it.
fn month(reader: &Reader<'_>, at: usize) -> Option<Month> {
    if reader.is(at, Sense::BeforeMonth) {
        let number = reader.short_number(at + 1).filter(|number| (1..=12).contains(number));
        if let Some(number) = number {
            let calendar = Calendar::Gregorian;
            return Some(Month { number, calendar, own: true, certain: true, thai: false, end: at + 2 });
        }
    }
    let mut found: Option<(u8, Calendar)> = None;
    let raw = reader.raw(at);
    // Words in letters of their own don't mean something else on a page that says it is in English.
    let mut own = !raw.is_ascii();
    let mut thai = false;
    let mut capitals_only = true;
    let mut english = false;
    for &(sense, language) in reader.senses(at) {
        let month = match sense {
            Sense::Month(number) => (number, Calendar::Gregorian),
            Sense::Jalali(number) => (number, Calendar::Jalali),
            _ => continue,
        };
        if found.is_some_and(|found| found != month) {
            return None;
        }
        found = Some(month);
        own |= reader.speaks(language);
        thai |= language == "th";
        english |= language == "en";
        capitals_only &= matches!(language, "en" | "de");
    }
    let (number, calendar) = found?;
    // "may" in small letters is a verb; a short word of an unknown language may be anything.
    let lower = capitals_only && raw.chars().next().is_some_and(char::is_lowercase);
    let short = raw.is_ascii() && raw.len() <= 3 && reader.language.is_none() && !english;
    let mut end = reader.skip_glued(at + 1, '.');
    // "مايو/أيار": the same month by two names.
    let same = |sense| matches!(sense, Sense::Month(other) if other == number).then_some(());
    if reader.mark(end) == Some('/') && reader.pick(end + 1, same).is_some() {
        end += 2;
    }
    Some(Month { number, calendar, own, certain: !lower && !short, thai, end })
}

/// The number of a day with its ordinal ending.
fn day(reader: &Reader<'_>, at: usize) -> Option<(u8, usize)> {
    let day = reader.short_number(at).filter(|day| (1..=31).contains(day))?;
    let mut end = at + 1;
    if reader.glued(end) {
        if reader.is(end, Sense::Ordinal) || reader.mark(end) == Some('°') {
            end += 1;
        } else if reader.mark(end) == Some('-') && reader.glued(end + 1) && reader.is(end + 1, Sense::Ordinal)
        {
            end += 2;
        }
    }
    Some((day, end))
}

/// The year that follows a month (and a day), and the token behind it and its word for year. Two digits are a year
/// behind an apostrophe, where `separator` stands before the month or day too, behind a Thai month, and where the date
/// ends with them.
fn year(reader: &Reader<'_>, month: Month, separator: Option<char>) -> Option<(u32, usize)> {
    let (at, last) = separators(reader, month.end, ".,-/'");
    let number = reader.number(at)?;
    if is_time(reader, at + 1) {
        return None;
    }
    let year = match number.width {
        4 => number.value,
        2 if month.thai => 2500 + number.value,
        2 if last == Some('\'') && reader.glued(at) => full_year(number.value)?,
        2 if matches!(last, Some('-' | '/' | '.')) && last == separator && reader.glued(at) => {
            full_year(number.value)?
        }
        2 if month.own
            && month.certain
            && matches!(last, None | Some(',' | '.'))
            && ends_date(reader, at + 1, last.is_none()) =>
        {
            full_year(number.value)?
        }
        _ => return None,
    };
    Some((year, reader.skip_after_year(at + 1)))
}

/// Whether a date ends behind two digits that may be a year or the first of a list ("June 12, 17 and 19"): a time
/// follows, or where nothing separates them from the month, no word.
fn ends_date(reader: &Reader<'_>, behind: usize, joined: bool) -> bool {
    let is_gap = |at: usize| matches!(reader.mark(at), Some('-' | ',' | '|' | '@'));
    let at_clock = if is_gap(behind) { behind + 1 } else { behind };
    clock(reader, at_clock, true).is_some_and(|clock| clock.minute.is_some())
        || joined && matches!(reader.mark(behind), Some('|' | ')' | ']' | '·' | '•'))
        || joined && reader.kind(behind).is_none()
}

/// Whether the number before this token is the hour of a time: `10:30`, `10 Uhr`, `10 am`.
fn is_time(reader: &Reader<'_>, behind: usize) -> bool {
    reader.glued_mark(behind, ':') && reader.glued(behind + 1) && reader.number(behind + 1).is_some()
        || [Sense::AfterHour, Sense::Morning, Sense::Afternoon]
            .iter()
            .any(|sense| reader.is(behind, *sense) && !reader.is(behind, Sense::AfterYear))
}

/// Skips up to three of these marks and of joining words; gives the last mark. A dash joins only what it
/// touches, a slash needs blanks on both sides or none.
fn separators(reader: &Reader<'_>, at: usize, marks: &str) -> (usize, Option<char>) {
    let mut last = None;
    let mut end = at;
    for _ in 0..3 {
        match reader.mark(end) {
            Some(mark) if marks.contains(mark) => {
                let (before, behind) = (reader.glued(end), reader.glued(end + 1));
                if mark == '-' && !(before && behind) || mark == '/' && before != behind {
                    break;
                }
                last = Some(mark);
            }
            // "d'avril"
            None if reader.is(end, Sense::Joiner) => end = reader.skip_glued(end + 1, '\'') - 1,
            _ => break,
        }
        end += 1;
    }
    (end, last)
}
