//! The value: a civil date and time as precise as the text gives it.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::article::{Moment, Origin, Precision};

/// A civil date, or date and time, in the Gregorian calendar. A part is there only where all the coarser ones are.
///
/// Its order is that of civil time, the offset coming last; [`Stamp::is_after`] compares instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Stamp {
    pub(crate) year: i16,
    /// 1 to 12.
    pub(crate) month: Option<u8>,
    /// 1 to 31.
    pub(crate) day: Option<u8>,
    /// 0 to 23.
    pub(crate) hour: Option<u8>,
    /// 0 to 59.
    pub(crate) minute: Option<u8>,
    /// 0 to 59.
    pub(crate) second: Option<u8>,
    /// Minutes east of UTC.
    pub(crate) offset_minutes: Option<i16>,
}

impl Stamp {
    /// A year alone.
    pub(super) fn of_year(year: i16) -> Self {
        Self { year, month: None, day: None, hour: None, minute: None, second: None, offset_minutes: None }
    }

    /// A month, or a day where `day` is given; `None` where the calendar has no such.
    pub(super) fn of_date(year: i16, month: u8, day: Option<u8>) -> Option<Self> {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day.unwrap_or(1)).ok()?).ok()?;
        Some(Self { month: Some(month), day, ..Self::of_year(year) })
    }

    /// The instant so many seconds after 1970, in UTC.
    pub(super) fn of_unix_seconds(seconds: i64) -> Option<Self> {
        let timestamp = jiff::Timestamp::from_second(seconds).ok()?;
        let mut stamp = Self::of_date_time(Offset::UTC.to_datetime(timestamp))?;
        stamp.offset_minutes = Some(0);
        Some(stamp)
    }

    /// To the second, without an offset.
    pub(super) fn of_date_time(time: DateTime) -> Option<Self> {
        let part = |value: i8| u8::try_from(value).ok();
        Some(Self {
            year: time.year(),
            month: Some(part(time.month())?),
            day: Some(part(time.day())?),
            hour: Some(part(time.hour())?),
            minute: Some(part(time.minute())?),
            second: Some(part(time.second())?),
            offset_minutes: None,
        })
    }

    /// The day, where there is one.
    pub(super) fn date(&self) -> Option<Date> {
        Date::new(self.year, i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?).ok()
    }

    /// The date and time, missing parts of the time taken as zero; `None` without a day.
    pub(super) fn date_time(&self) -> Option<DateTime> {
        let part = |value: Option<u8>| i8::try_from(value.unwrap_or(0)).ok();
        self.date().and_then(|date| {
            DateTime::new(
                date.year(),
                date.month(),
                date.day(),
                part(self.hour)?,
                part(self.minute)?,
                part(self.second)?,
                0,
            )
            .ok()
        })
    }

    /// How far the value goes.
    pub(crate) fn precision(&self) -> Precision {
        match (self.month, self.day, self.hour, self.minute, self.second) {
            (None, ..) => Precision::Year,
            (_, None, ..) => Precision::Month,
            (_, _, None, ..) => Precision::Day,
            (_, _, _, None, _) => Precision::Hour,
            (_, _, _, _, None) => Precision::Minute,
            _ => Precision::Second,
        }
    }

    /// The value without what is finer than `precision`.
    pub(crate) fn cut(mut self, precision: Precision) -> Self {
        if precision < Precision::Second {
            self.second = None;
        }
        if precision < Precision::Minute {
            self.minute = None;
            self.offset_minutes = None;
        }
        if precision < Precision::Hour {
            self.hour = None;
        }
        if precision < Precision::Day {
            self.day = None;
        }
        if precision < Precision::Month {
            self.month = None;
        }
        self
    }

    /// ISO 8601 as [`Moment::value`] has it: the offset from the minute on, where it is known.
    pub(crate) fn iso(&self) -> String {
        use std::fmt::Write;

        let mut iso = format!("{:04}", self.year);
        let parts =
            [('-', self.month), ('-', self.day), ('T', self.hour), (':', self.minute), (':', self.second)];
        for (separator, part) in parts {
            let Some(part) = part else { break };
            // Writing to a string cannot fail.
            let _ = write!(iso, "{separator}{part:02}");
        }
        match self.offset_minutes {
            Some(0) if self.minute.is_some() => iso.push('Z'),
            Some(offset) if self.minute.is_some() => {
                let sign = if offset < 0 { '-' } else { '+' };
                let minutes = offset.unsigned_abs();
                let _ = write!(iso, "{sign}{:02}:{:02}", minutes / 60, minutes % 60);
            }
            _ => {}
        }
        iso
    }

    /// The value for the article: `raw` is the text that was read, `origin` where it stood.
    pub(crate) fn to_moment(self, raw: impl Into<String>, origin: Origin) -> Moment {
        let offset_known = self.offset_minutes.is_some() && self.minute.is_some();
        Moment::new(self.iso(), self.precision(), offset_known, raw.into(), origin)
    }

    /// Seconds since 1970, where minute and offset are known.
    pub(crate) fn unix_seconds(&self) -> Option<i64> {
        self.minute?;
        let offset = Offset::from_seconds(i32::from(self.offset_minutes?) * 60).ok()?;
        Some(offset.to_timestamp(self.date_time()?).ok()?.as_second())
    }

    /// Whether this is later: by instant where both have an offset, else by civil time as far as both go.
    pub(crate) fn is_after(&self, other: &Self) -> bool {
        self.compare(other) == Ordering::Greater
    }

    /// Instants where both have an offset, else civil time as far as both go. No total order: see [`Ord`] for one.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        if let (Some(mine), Some(others)) = (self.unix_seconds(), other.unix_seconds()) {
            return mine.cmp(&others);
        }
        let precision = self.precision().min(other.precision());
        let civil = |stamp: &Self| Self { offset_minutes: None, ..stamp.cut(precision) };
        civil(self).cmp(&civil(other))
    }

    /// Whether both name the same day of the calendar.
    pub(crate) fn is_same_day(&self, other: &Self) -> bool {
        self.day.is_some() && (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(iso: &str) -> Stamp {
        super::super::parse_machine(iso, &super::super::Hints::default()).unwrap()
    }

    #[test]
    fn iso_is_cut_to_precision() {
        for iso in [
            "2024",
            "2024-05",
            "2024-05-05",
            "2024-05-05T09",
            "2024-05-05T09:30",
            "2024-05-05T09:30:15",
            "2024-05-05T09:30+03:00",
            "2024-05-05T09:30:15-04:30",
            "2024-05-05T09:30:15Z",
        ] {
            assert_eq!(stamp(iso).iso(), iso);
        }
        assert_eq!(stamp("2024-05-05T09:30:15Z").cut(Precision::Hour).iso(), "2024-05-05T09");
        assert_eq!(stamp("2024-05-05T09:30:15Z").cut(Precision::Year).iso(), "2024");
    }

    #[test]
    fn the_moment_says_what_is_known() {
        let origin = Origin::new(crate::article::Source::HtmlMeta, "date");
        let moment = stamp("2024-05-05T09:30:15+03:00").to_moment("raw", origin.clone());
        assert_eq!((moment.value.as_str(), moment.offset_known), ("2024-05-05T09:30:15+03:00", true));
        let moment = stamp("2024-05-05T09:30").to_moment("raw", origin);
        assert_eq!((moment.precision, moment.offset_known), (Precision::Minute, false));
    }

    #[test]
    fn instants_go_before_civil_time() {
        assert!(stamp("2024-05-05T09:30Z").is_after(&stamp("2024-05-05T10:30+03:00")));
        assert!(stamp("2024-05-05T09:30Z") < stamp("2024-05-05T10:30+03:00"));
        assert!(stamp("2024-05-05T10:30").is_after(&stamp("2024-05-05T09:30Z")));
        assert!(!stamp("2024-05-05T10:30").is_after(&stamp("2024-05-05")));
        assert!(stamp("2024-05-05T10:30").is_same_day(&stamp("2024-05-05")));
        assert!(!stamp("2024-05").is_same_day(&stamp("2024-05")));
    }

    #[test]
    fn impossible_days_are_refused() {
        assert_eq!(Stamp::of_date(2024, 2, Some(30)), None);
        assert_eq!(Stamp::of_date(2023, 2, Some(29)), None);
        assert_eq!(Stamp::of_date(2024, 13, None), None);
        assert_eq!(Stamp::of_date(2024, 0, None), None);
        assert!(Stamp::of_date(2024, 2, Some(29)).is_some());
    }
}
