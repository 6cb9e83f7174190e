//! Calendars other than the Gregorian, and the window of two-digit years.

use jiff::civil::Date;

use super::stamp::Stamp;

/// How a year and a month are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calendar {
    /// The civil calendar of most of the world.
    Gregorian,
    /// Solar Hijri, Iran and Afghanistan: years from 622, months from the spring equinox.
    Jalali,
    /// The Gregorian calendar with its years counted from here, year 1 being the one after.
    Since(i16),
}

/// Thailand's calendar: 2567 is 2024.
pub(super) const BUDDHIST: Calendar = Calendar::Since(-543);

/// The years that a date on a page may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Years {
    pub(super) first: i16,
    pub(super) last: i16,
}

impl Years {
    /// News in HTML: not before 1990, and at most a year ahead of the fetch (announced events).
    pub(super) fn of_page(now: Option<Stamp>) -> Self {
        Self { first: 1990, last: now.map_or(2100, |now| now.year.saturating_add(1)) }
    }

    fn hold(self, year: i16) -> bool {
        (self.first..=self.last).contains(&year)
    }
}

/// A date in the Gregorian calendar; `None` where there is no such day or the year is out of range.
pub(super) fn resolve(
    calendar: Calendar,
    year: u32,
    month: u8,
    day: Option<u8>,
    years: Years,
) -> Option<Stamp> {
    let year = i16::try_from(year).ok()?;
    let stamp = match calendar {
        Calendar::Gregorian => Stamp::of_date(year, month, day)?,
        Calendar::Since(zero) => Stamp::of_date(year.checked_add(zero)?, month, day)?,
        // A Jalali month lies across two Gregorian ones.
        Calendar::Jalali => gregorian_of_jalali(year, month, day?)?,
    };
    years.hold(stamp.year).then_some(stamp)
}

/// `24` is 2024, `99` is 1999; what lies between 2041 and 1989 is no year of a web page.
pub(super) fn full_year(two_digits: u32) -> Option<u32> {
    match two_digits {
        0..=40 => Some(2000 + two_digits),
        90..=99 => Some(1900 + two_digits),
        _ => None,
    }
}

/// The 33-year cycle has eight leap years (Birashk's rule for 1244 to 1472 of the calendar, which agrees with the
/// astronomical one there).
fn is_jalali_leap(year: i16) -> bool {
    matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

/// Counts days from 1 Farvardin 1375, which was 20 March 1996.
fn gregorian_of_jalali(year: i16, month: u8, day: u8) -> Option<Stamp> {
    const ANCHOR: i16 = 1375;
    if !(1300..=1472).contains(&year) || !(1..=12).contains(&month) || day == 0 {
        return None;
    }
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ if is_jalali_leap(year) => 30,
        _ => 29,
    };
    if day > length {
        return None;
    }
    let year_length = |year: i16| if is_jalali_leap(year) { 366 } else { 365 };
    let whole_years: i64 = if year >= ANCHOR {
        (ANCHOR..year).map(year_length).sum()
    } else {
        -(year..ANCHOR).map(year_length).sum::<i64>()
    };
    let months = i64::from(month) - 1;
    let days = whole_years + months * 30 + months.min(6) + i64::from(day) - 1;
    let anchor = Date::new(1996, 3, 20).ok()?;
    let date = anchor.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Stamp::of_date(date.year(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jalali_days() {
        for (jalali, gregorian) in [
            ((1403, 1, 1), "2024-03-20"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 1, 1), "2025-03-21"),
            ((1403, 2, 16), "2024-05-05"),
            ((1400, 1, 1), "2021-03-21"),
            ((1399, 12, 30), "2021-03-20"),
            ((1399, 1, 1), "2020-03-20"),
            ((1375, 1, 1), "1996-03-20"),
            ((1370, 10, 11), "1992-01-01"),
            ((1357, 11, 22), "1979-02-11"),
            ((1390, 7, 1), "2011-09-23"),
        ] {
            let (year, month, day) = jalali;
            assert_eq!(gregorian_of_jalali(year, month, day).unwrap().iso(), gregorian, "{jalali:?}");
        }
        assert_eq!(gregorian_of_jalali(1404, 12, 30), None);
        assert_eq!(gregorian_of_jalali(1403, 7, 31), None);
        assert_eq!(gregorian_of_jalali(1403, 13, 1), None);
    }

    #[test]
    fn years_of_other_calendars() {
        let years = Years::of_page(None);
        let iso = |calendar, year| resolve(calendar, year, 5, Some(5), years).map(|stamp| stamp.iso());
        assert_eq!(iso(BUDDHIST, 2567).as_deref(), Some("2024-05-05"));
        assert_eq!(iso(Calendar::Since(2018), 6).as_deref(), Some("2024-05-05"));
        assert_eq!(iso(Calendar::Gregorian, 1989), None);
        assert_eq!(iso(Calendar::Gregorian, 99_999), None);
        assert_eq!(resolve(Calendar::Jalali, 1403, 2, None, years), None);
    }

    #[test]
    fn two_digit_years() {
        assert_eq!(full_year(24), Some(2024));
        assert_eq!(full_year(99), Some(1999));
        assert_eq!(full_year(67), None);
    }
}
