//! Values that are a date as a whole: attributes, metadata, JSON-LD.

use super::calendar::{Calendar, Years, resolve};
use super::lexicon::{self, Sense};
use super::stamp::Stamp;
use super::{Hints, text, zone};

/// A value with more bytes than this is no date.
const LONGEST_VALUE: usize = 120;

/// The years a value may have: archives of newspapers are on the web.
const YEARS: Years = Years { first: 1900, last: 2100 };

/// 1990 and 2100 in seconds since 1970: numbers outside are no timestamps.
const TIMESTAMPS: std::ops::Range<i64> = 631_152_000..4_102_444_800;

/// The date that a value is as a whole: ISO 8601 in its variants, Unix seconds or milliseconds, RFC 2822 and 850,
/// what JavaScript and `ctime` print, else a single date as [`super::find`] reads it. The first day of 1970 is a
/// forgotten field, not a date.
pub(crate) fn parse_machine(value: &str, hints: &Hints<'_>) -> Option<Stamp> {
    let value = value.trim_matches(|c: char| c.is_whitespace() || "\"'`()[]{},;\\".contains(c));
    if value.is_empty() || value.len() > LONGEST_VALUE {
        return None;
    }
    let stamp = if value.bytes().all(|byte| byte.is_ascii_digit()) {
        digits(value)
    } else {
        iso(value.as_bytes()).or_else(|| text::whole(value, hints, YEARS))
    };
    stamp.filter(|stamp| !is_epoch(stamp))
}

/// Day zero, or the evening before where an offset moved it.
fn is_epoch(stamp: &Stamp) -> bool {
    stamp.unix_seconds() == Some(0) || stamp.year == 1970 && stamp.month == Some(1) && stamp.day == Some(1)
}

/// A date, a date with a time, or a timestamp, in digits alone.
fn digits(value: &str) -> Option<Stamp> {
    let compact = || {
        let mut cursor = Cursor { bytes: value.as_bytes(), at: 0 };
        let mut stamp = compact_date(&mut cursor)?;
        if cursor.at < value.len() {
            compact_time(&mut cursor, &mut stamp)?;
        }
        (cursor.at == value.len()).then_some(stamp)
    };
    let timestamp = |divisor: i64| {
        let seconds = value.parse::<i64>().ok()? / divisor;
        TIMESTAMPS.contains(&seconds).then(|| Stamp::of_unix_seconds(seconds)).flatten()
    };
    match value.len() {
        4 => value.parse().ok().filter(|year| (1900..=2100).contains(year)).map(Stamp::of_year),
        8 | 14 => compact(),
        12 => compact().or_else(|| timestamp(1000)),
        9 | 10 => timestamp(1),
        13 => timestamp(1000),
        16 => timestamp(1_000_000),
        _ => None,
    }
}

/// `2024-05-05T10:00:00.000+03:00` with all that is done to it: blanks and slashes as separators, missing zeros,
/// compact forms, zone names.
fn iso(bytes: &[u8]) -> Option<Stamp> {
    let mut cursor = Cursor { bytes, at: 0 };
    let mut stamp = separated_date(&mut cursor).or_else(|| {
        cursor.at = 0;
        compact_date(&mut cursor)
    })?;
    if cursor.is_at_end() || stamp.day.is_none() {
        return cursor.is_at_end().then_some(stamp);
    }
    // "2024-05-05+02:00" and "2024-05-05Z" are dates with a zone.
    let before_time = cursor.at;
    if offset(&mut cursor).is_some() && cursor.is_at_end() {
        return Some(stamp);
    }
    cursor.at = before_time;
    cursor.skip(b" \t,_+-");
    let told = cursor.take(b'T') || cursor.take(b't');
    cursor.skip(b" \t");
    if !told {
        cursor.skip_zone_name();
    }
    if time(&mut cursor, &mut stamp).is_some() {
        let rest = cursor.rest();
        let in_one_piece = !rest.iter().any(u8::is_ascii_whitespace);
        return (is_trailer(rest) || told && in_one_piece).then_some(stamp);
    }
    // "2024-05-05T" and a broken time leave the date.
    told.then(|| stamp.cut(crate::article::Precision::Day))
}

/// `2024-05-05`, `2024/5/5`, `2024.05.05`, `2024 05 05`, `2024-05`.
fn separated_date(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let year = cursor.number(4, 4)?;
    let separator = cursor.peek().filter(|byte| b"-/. ".contains(byte))?;
    cursor.at += 1;
    let month = u8::try_from(cursor.number(1, 2)?).ok()?;
    let before_day = cursor.at;
    let mut day = None;
    if cursor.take(separator) {
        day = cursor.number(1, 2).and_then(|day| u8::try_from(day).ok());
        if day.is_none() {
            cursor.at = before_day;
        }
    }
    // "2024-0505" and "2024 5" are something else.
    if separator == b' ' && day.is_none() || cursor.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        return None;
    }
    resolve(Calendar::Gregorian, year, month, day, YEARS)
}

/// `20240505`.
fn compact_date(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let year = cursor.number(4, 4)?;
    let month = u8::try_from(cursor.number(2, 2)?).ok()?;
    let day = u8::try_from(cursor.number(2, 2)?).ok()?;
    resolve(Calendar::Gregorian, year, month, Some(day), YEARS)
}

/// `1030`, `103015`.
fn compact_time(cursor: &mut Cursor<'_>, stamp: &mut Stamp) -> Option<()> {
    let hour = cursor.number(2, 2)?;
    let minute = cursor.number(2, 2)?;
    let second = cursor.number(2, 2);
    set_time(stamp, hour, Some(minute), second)
}

/// A time of day, its fraction, its half and its offset.
fn time(cursor: &mut Cursor<'_>, stamp: &mut Stamp) -> Option<()> {
    if cursor.digits_ahead() >= 4 {
        compact_time(cursor, stamp)?;
    } else {
        let hour = cursor.number(1, 2)?;
        let separated = |cursor: &mut Cursor<'_>| {
            let start = cursor.at;
            let number = cursor.peek().filter(|byte| b":.-h".contains(byte)).and_then(|_| {
                cursor.at += 1;
                cursor.number(2, 2)
            });
            if number.is_none() {
                cursor.at = start;
            }
            number
        };
        let minute = separated(cursor);
        let second = minute.and_then(|_| separated(cursor));
        set_time(stamp, hour, minute, second)?;
    }
    if cursor.take(b'.') || cursor.take(b',') || cursor.take(b':') {
        cursor.skip(b"0123456789");
    }
    cursor.skip(b" \t");
    half_of_day(cursor, stamp);
    cursor.skip(b" \t");
    stamp.offset_minutes = offset(cursor).or_else(|| named_offset(cursor, stamp));
    Some(())
}

fn set_time(stamp: &mut Stamp, hour: u32, minute: Option<u32>, second: Option<u32>) -> Option<()> {
    let part = |value: Option<u32>, limit: u32| match value {
        Some(value) if value > limit => None,
        // A leap second is the last of its minute.
        Some(value) => Some(Some(u8::try_from(value.min(59)).ok()?)),
        None => Some(None),
    };
    let (minute, second) = (part(minute, 59)?, part(second, 60)?);
    let mut hour = u8::try_from(hour).ok().filter(|hour| *hour <= 24)?;
    if hour == 24 {
        if minute.unwrap_or(0) > 0 || second.unwrap_or(0) > 0 {
            return None;
        }
        *stamp = Stamp::of_date_time(stamp.date()?.tomorrow().ok()?.at(0, 0, 0, 0))?;
        hour = 0;
    }
    (stamp.hour, stamp.minute, stamp.second) = (Some(hour), minute, second);
    Some(())
}

/// Takes `AM` or `PM`; an hour of the 24-hour clock stays what it is.
fn half_of_day(cursor: &mut Cursor<'_>, stamp: &mut Stamp) {
    if cursor.take_word(b"pm") {
        stamp.hour = stamp.hour.map(|hour| if hour < 12 { hour + 12 } else { hour });
    } else if cursor.take_word(b"am") {
        stamp.hour = stamp.hour.map(|hour| if hour == 12 { 0 } else { hour });
    }
}

/// `Z`, `UTC`, `GMT+03`, `+0300`, `-03:00`.
fn offset(cursor: &mut Cursor<'_>) -> Option<i16> {
    let told = cursor.take(b'Z') || cursor.take(b'z') || cursor.take_word(b"utc") || cursor.take_word(b"gmt");
    let start = cursor.at;
    if told {
        cursor.skip(b" ");
    }
    let signed = cursor.peek().filter(|sign| matches!(sign, b'+' | b'-')).and_then(|sign| {
        cursor.at += 1;
        let hours = cursor.number(1, 2)?;
        cursor.take(b':');
        let minutes = cursor.number(2, 2).unwrap_or(0);
        zone::offset(sign == b'-', hours, minutes)
    });
    if signed.is_none() {
        cursor.at = start;
    }
    signed.or(told.then_some(0))
}

/// `CEST`, `PST`, `ET`: a name that the lexicon has, in capitals.
fn named_offset(cursor: &mut Cursor<'_>, stamp: &Stamp) -> Option<i16> {
    let name: Vec<u8> = cursor.rest().iter().take_while(|byte| byte.is_ascii_uppercase()).copied().collect();
    let entry = lexicon::find(&name.to_ascii_lowercase())?;
    let offset = entry.senses().find_map(|(sense, _)| match sense {
        Sense::Zone(offset) => Some(offset),
        Sense::ZoneOfUnitedStates(standard) => zone::united_states_offset(stamp.date()?, standard),
        _ => None,
    })?;
    cursor.at += name.len();
    Some(offset)
}

/// What may follow a date and time without changing it: a zone's name, a remark in parentheses.
fn is_trailer(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii();
    matches!(rest.first(), None | Some(b'(' | b'['))
        || rest.len() <= 5 && rest.iter().all(u8::is_ascii_uppercase)
}

/// Reads ASCII from the front.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Takes a word, given in small letters, in either case.
    fn take_word(&mut self, word: &[u8]) -> bool {
        let found = self.rest().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if found {
            self.at += word.len();
        }
        found
    }

    fn skip(&mut self, bytes: &[u8]) {
        while self.peek().is_some_and(|byte| bytes.contains(&byte)) {
            self.at += 1;
        }
    }

    /// Skips the name of a zone between date and time: `2024-05-05CET10:00:00+0100`.
    fn skip_zone_name(&mut self) {
        let length = self.rest().iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        if (3..=5).contains(&length) {
            self.at += length;
        }
    }

    fn digits_ahead(&self) -> usize {
        self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// Takes a number of `fewest` to `most` digits; longer runs are taken in part.
    fn number(&mut self, fewest: usize, most: usize) -> Option<u32> {
        let length = self.digits_ahead().min(most);
        if length < fewest {
            return None;
        }
        let digits = self.rest().get(..length)?;
        self.at += length;
        Some(digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
    }
}
