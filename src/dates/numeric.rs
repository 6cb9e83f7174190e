//! Dates in digits: `05.06.2024`, `05/06/2024`, `2024-06-05`.

use super::Hints;
use super::calendar::{BUDDHIST, Calendar, Years, full_year};
use super::reader::Reader;
use super::text::first_part;
use super::tokens::{Kind, Number};
use super::words::Date;

/// Languages that put the day first and full stops between, without a year too (`12.05. 14:30`).
const DOTTED: [&str; 20] = [
    "de", "ru", "uk", "be", "bg", "sr", "hr", "cs", "sk", "pl", "fi", "et", "lv", "nb", "da", "tr", "ro",
    "it", "he", "el",
];

/// Languages that write the year first even when it has two digits or no leading zeros follow.
const YEAR_FIRST: [&str; 6] = ["zh", "ja", "ko", "hu", "lt", "fa"];

/// Whether a text writes the day before the month, as its dates with one number above twelve show; `None` where it
/// has none, or some of each kind. For [`super::Hints::day_first`] from the other dates of a page.
pub(crate) fn order_shown(text: &str) -> Option<bool> {
    let hints = Hints::default();
    let reader = Reader::new(first_part(text), &hints, Years::of_page(None));
    let mut shown = None;
    for at in 0..reader.tokens.len() {
        let separator = reader.mark(at + 1).filter(|mark| matches!(mark, '/' | '-'));
        let tight = (1..5).all(|step| reader.glued(at + step));
        if separator.is_none() || !tight || reader.glued(at) || reader.mark(at + 3) != separator {
            continue;
        }
        let parts = (reader.short_number(at), reader.short_number(at + 2), reader.number(at + 4));
        let (Some(first), Some(second), Some(Number { width: 4, .. })) = parts else { continue };
        let day_first = match (first, second) {
            (13..=31, 1..=12) => true,
            (1..=12, 13..=31) => false,
            _ => continue,
        };
        if shown.is_some_and(|shown| shown != day_first) {
            return None;
        }
        shown = Some(day_first);
    }
    shown
}

/// The date in digits that begins at a token.
pub(super) fn date(reader: &Reader<'_>, at: usize) -> Option<Date> {
    let first = reader.number(at)?;
    let separator = reader.mark(at + 1).filter(|mark| matches!(mark, '.' | '/' | '-'))?;
    let second = reader.number(at + 2).filter(|number| number.width <= 2)?;
    let third = reader.number(at + 4).filter(|_| reader.mark(at + 3) == Some(separator));
    // "12.05. 14:30" has no third part.
    let Some(third) = third.filter(|_| reader.glued(at + 4) || !reader.glued(at + 2)) else {
        return day_and_month(reader, at, first, separator, second);
    };
    let [dot, inner, other_dot, last] = [1, 2, 3, 4].map(|step| reader.glued(at + step));
    let well_spaced = match separator {
        '.' => dot && other_dot && inner == last,
        '/' => dot == inner && inner == other_dot && other_dot == last,
        _ => dot && inner && other_dot && last,
    };
    if !well_spaced {
        return None;
    }
    let tight = inner && last;
    let (year, calendar, month, day) = match (first.width, third.width) {
        (4, 1 | 2) => {
            let zero_led = second.width == 2 && third.width == 2;
            // Releases of software are numbered so too.
            if separator == '.' && tight && !zero_led && !reader.language_is(&YEAR_FIRST) {
                return None;
            }
            let (year, calendar) = year_of(reader, first)?;
            (year, calendar, second.value, third.value)
        }
        (1 | 2, 4) => {
            let (year, calendar) = year_of(reader, third)?;
            let (day, month) = day_and_month_of(reader, separator, first.value, second.value)?;
            (year, calendar, month, day)
        }
        (1 | 2, 2) => two_digit_year(reader, at, separator, [first, second, third])?,
        _ => return None,
    };
    let end = reader.skip_after_year(reader.skip_glued(at + 5, '.'));
    Some(Date {
        year: Some(year),
        month: u8::try_from(month).ok()?,
        day: Some(u8::try_from(day).ok()?),
        calendar,
        end,
        numeric: true,
        needs_clock: false,
    })
}

/// A year of four digits and how it is counted.
fn year_of(reader: &Reader<'_>, year: Number) -> Option<(u32, Calendar)> {
    let calendar = match year.value {
        1300..=1499 if year.persian || reader.language_is(&["fa"]) => Calendar::Jalali,
        2400.. if reader.language_is(&["th"]) => BUDDHIST,
        _ => Calendar::Gregorian,
    };
    Some((year.value, calendar))
}

/// Which of two numbers is the day; `None` where nothing says so.
fn day_and_month_of(reader: &Reader<'_>, separator: char, first: u32, second: u32) -> Option<(u32, u32)> {
    if second > 12 {
        return Some((second, first));
    }
    let day_first = separator == '.' || first > 12 || first == second || day_first(reader)?;
    Some(if day_first { (first, second) } else { (second, first) })
}

/// Whether `05/06/2024` is the fifth of June on this page. The United States and the Philippines put the month
/// first, Canada uses both orders, East Asia neither as a rule.
fn day_first(reader: &Reader<'_>) -> Option<bool> {
    if reader.hints.day_first.is_some() {
        return reader.hints.day_first;
    }
    let tag = reader.hints.language?;
    let region = tag.rsplit(['-', '_']).next().filter(|region| region.len() == 2 && region.len() < tag.len());
    let region = region.map(str::to_ascii_uppercase);
    match (reader.language?, region.as_deref()) {
        (_, Some("US" | "PH")) => Some(false),
        ("en" | "EN", None) => Some(false),
        ("en" | "EN" | "fr" | "FR", Some("CA")) => None,
        ("zh" | "ja" | "ko" | "ZH" | "JA" | "KO", _) => None,
        _ => Some(true),
    }
}

/// Two digits may be a year only where the whole looks like a date: with zeros in front or after nothing that it
/// could count, and where the order is known.
fn two_digit_year(
    reader: &Reader<'_>,
    at: usize,
    separator: char,
    [first, second, third]: [Number; 3],
) -> Option<(u32, Calendar, u32, u32)> {
    let stands_alone = match at.checked_sub(1).and_then(|before| reader.kind(before)) {
        None | Some(Kind::Mark(_) | Kind::Word(Some(_))) => true,
        Some(Kind::Word(None) | Kind::Number(_)) => false,
    };
    let zero_led = first.width == 2 && second.width == 2;
    if !stands_alone && (!zero_led || separator == '-') {
        return None;
    }
    // "2.2.21" is also the number of a section or a release.
    if !zero_led && separator == '.' && !reader.language_is(&DOTTED) {
        return None;
    }
    if separator != '.' && reader.language_is(&YEAR_FIRST) {
        return Some((full_year(first.value)?, Calendar::Gregorian, second.value, third.value));
    }
    if separator == '-' && reader.language.is_none() && reader.hints.day_first.is_none() {
        return None;
    }
    let (day, month) = day_and_month_of(reader, separator, first.value, second.value)?;
    if reader.language_is(&["th"]) && third.value >= 50 {
        return Some((2500 + third.value, BUDDHIST, month, day));
    }
    Some((full_year(third.value)?, Calendar::Gregorian, month, day))
}

/// A day and a month without a year; it takes a time next to it to make a date of them.
fn day_and_month(
    reader: &Reader<'_>,
    at: usize,
    first: Number,
    separator: char,
    second: Number,
) -> Option<Date> {
    if first.width > 2 || !reader.glued(at + 1) || !reader.glued(at + 2) {
        return None;
    }
    let (day, month) = match separator {
        '.' if reader.language_is(&DOTTED) => (first.value, second.value),
        '/' if reader.language_is(&["ja", "ko", "zh"]) => (second.value, first.value),
        '-' if reader.language_is(&["zh"]) && first.width == 2 && second.width == 2 => {
            (second.value, first.value)
        }
        _ => return None,
    };
    Some(Date {
        year: None,
        month: u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?,
        day: Some(u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?),
        calendar: Calendar::Gregorian,
        end: reader.skip_glued(at + 3, '.'),
        numeric: true,
        needs_clock: true,
    })
}
