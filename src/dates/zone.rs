//! Time-zone names. Where a name is used in several places, the one that news means is taken, or none.

use jiff::civil::{Date, Weekday};

use super::lexicon::{Sense, Words};

/// Names and their offsets; they count only in capitals (`EST`, not French `est`). Figures: IANA time zone database.
pub(super) const NAMES: Words = &[
    (Sense::Zone(0), &["utc", "gmt", "z", "wet"]),
    (Sense::Zone(60), &["cet", "mez", "bst", "wat", "west"]),
    (Sense::Zone(120), &["cest", "mesz", "eet", "sast", "cat"]),
    (Sense::Zone(180), &["msk", "мск", "eest", "trt", "eat", "idt"]),
    (Sense::Zone(210), &["irst"]),
    (Sense::Zone(240), &["gst"]),
    (Sense::Zone(300), &["pkt"]),
    (Sense::Zone(330), &["ist"]),
    (Sense::Zone(345), &["npt"]),
    (Sense::Zone(420), &["wib", "ict"]),
    (Sense::Zone(480), &["wita", "hkt", "sgt", "myt", "pht", "awst"]),
    (Sense::Zone(540), &["wit", "jst", "kst"]),
    (Sense::Zone(570), &["acst"]),
    (Sense::Zone(600), &["aest"]),
    (Sense::Zone(630), &["acdt"]),
    (Sense::Zone(660), &["aedt"]),
    (Sense::Zone(720), &["nzst"]),
    (Sense::Zone(780), &["nzdt"]),
    (Sense::Zone(-150), &["ndt"]),
    (Sense::Zone(-180), &["brt", "art", "adt"]),
    (Sense::Zone(-210), &["nst"]),
    (Sense::Zone(-240), &["edt", "ast"]),
    (Sense::Zone(-300), &["est", "cdt"]),
    (Sense::Zone(-360), &["cst", "mdt"]),
    (Sense::Zone(-420), &["mst", "pdt"]),
    (Sense::Zone(-480), &["pst", "akdt"]),
    (Sense::Zone(-540), &["akst"]),
    (Sense::Zone(-600), &["hst"]),
    (Sense::ZoneOfUnitedStates(-300), &["et"]),
    (Sense::ZoneOfUnitedStates(-360), &["ct"]),
    (Sense::ZoneOfUnitedStates(-420), &["mt"]),
    (Sense::ZoneOfUnitedStates(-480), &["pt"]),
];

/// The offset in force on a day in a zone of the United States: an hour ahead from the second Sunday of March to
/// the first of November (Energy Policy Act of 2005; before 2007 the rule was another, and the answer is none).
pub(super) fn united_states_offset(day: Date, standard_minutes: i16) -> Option<i16> {
    if day.year() < 2007 {
        return None;
    }
    let begins = Date::new(day.year(), 3, 1).ok()?.nth_weekday_of_month(2, Weekday::Sunday).ok()?;
    let ends = Date::new(day.year(), 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Sunday).ok()?;
    Some(if (begins..ends).contains(&day) { standard_minutes + 60 } else { standard_minutes })
}

/// Hours and minutes east of UTC as minutes, within what the world uses (−12:00 to +14:00).
pub(super) fn offset(negative: bool, hours: u32, minutes: u32) -> Option<i16> {
    let total = i16::try_from(hours.checked_mul(60)?.checked_add(minutes)?).ok()?;
    let limit = if negative { 12 * 60 } else { 14 * 60 };
    (minutes < 60 && total <= limit).then_some(if negative { -total } else { total })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_of_the_united_states() {
        for (day, expected) in [
            ((2024, 3, 9), Some(-300)),
            ((2024, 3, 10), Some(-240)),
            ((2024, 11, 2), Some(-240)),
            ((2024, 11, 3), Some(-300)),
            ((2006, 7, 1), None),
        ] {
            let (year, month, number) = day;
            assert_eq!(
                united_states_offset(Date::new(year, month, number).unwrap(), -300),
                expected,
                "{day:?}"
            );
        }
    }

    #[test]
    fn offsets_of_the_world() {
        assert_eq!(offset(false, 5, 30), Some(330));
        assert_eq!(offset(true, 3, 0), Some(-180));
        assert_eq!(offset(false, 14, 0), Some(840));
        assert_eq!(offset(false, 15, 0), None);
        assert_eq!(offset(true, 13, 0), None);
        assert_eq!(offset(false, 4, 60), None);
    }
}
