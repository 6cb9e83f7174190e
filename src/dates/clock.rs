//! Times of day with their zones: `10:30`, `10.30 Uhr`, `10h30`, `2:05 p.m. ET`, `下午2时5分`.

use super::lexicon::Sense;
use super::reader::Reader;
use super::zone;

/// A time of day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    /// 0 to 24; 24 only with no minutes.
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    pub(super) zone: Option<Zone>,
    /// The token behind it.
    pub(super) end: usize,
}

/// An offset, or one that depends on the day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Zone {
    /// Minutes east of UTC.
    Fixed(i16),
    /// The standard offset of a zone of the United States.
    UnitedStates(i16),
}

/// Languages that write a time with a full stop and nothing else to tell it.
const DOTTED: [&str; 7] = ["fi", "da", "nb", "sv", "id", "it", "et"];

/// The time that begins at a token. `beside_date` says that a date stands before it.
pub(super) fn clock(reader: &Reader<'_>, at: usize, beside_date: bool) -> Option<Clock> {
    let before = half_of_day(reader, at);
    let at = before.map_or(at, |(_, end)| end);
    let (mut clock, certain) = digits(reader, at, beside_date)?;
    let after = half_of_day(reader, clock.end);
    if let Some((_, end)) = after {
        clock.end = end;
    }
    if !certain && after.is_none() && !has_hour_word(reader, clock.end) {
        return None;
    }
    let half = after.or(before).map(|(half, _)| half);
    clock.hour = match half {
        Some(Half::Second) if clock.hour < 12 => clock.hour + 12,
        Some(Half::First) if clock.hour == 12 => 0,
        _ => clock.hour,
    };
    clock.end = reader.skip_word(clock.end, Sense::AfterHour);
    if let Some((zone, end)) = zone_at(reader, clock.end, clock.second.is_some()) {
        clock.zone = Some(zone);
        clock.end = end;
    }
    let valid =
        clock.hour < 24 || clock.hour == 24 && clock.minute == Some(0) && clock.second.unwrap_or(0) == 0;
    valid.then_some(clock)
}

fn has_hour_word(reader: &Reader<'_>, at: usize) -> bool {
    reader.is(at, Sense::AfterHour)
}

/// The digits, and whether they are a time without a word that says so.
fn digits(reader: &Reader<'_>, at: usize, beside_date: bool) -> Option<(Clock, bool)> {
    let number = reader.number(at)?;
    if number.width == 4 {
        return military(reader, at).map(|clock| (clock, true));
    }
    let hour = reader.short_number(at).filter(|hour| *hour <= 24)?;
    let clock = |minute, second, end| Clock { hour, minute, second, zone: None, end };
    if reader.glued_mark(at + 1, ':') {
        let minute = sixtieth(reader, at + 2).filter(|_| reader.glued(at + 2))?;
        if !reader.glued_mark(at + 3, ':') {
            return Some((clock(Some(minute), None, at + 3), true));
        }
        let second = sixtieth(reader, at + 4).filter(|_| reader.glued(at + 4))?;
        let mut end = at + 5;
        let fraction =
            reader.glued_mark(end, '.') || reader.glued_mark(end, ',') || reader.glued_mark(end, ':');
        if fraction && reader.glued(end + 1) && reader.number(end + 1).is_some() {
            end += 2;
        }
        return Some((clock(Some(minute), Some(second), end), true));
    }
    if reader.is(at + 1, Sense::AfterHour) {
        return Some((with_hour_word(reader, at, hour), true));
    }
    if reader.glued_mark(at + 1, '.')
        && reader.glued(at + 2)
        && let Some(minute) = sixtieth(reader, at + 2)
    {
        // "24.05.2024" is a date.
        if reader.glued_mark(at + 3, '.') && reader.glued(at + 4) && reader.number(at + 4).is_some() {
            return None;
        }
        let after_clock_word = at.checked_sub(1).is_some_and(|before| {
            let before = if reader.mark(before) == Some('.') { before.saturating_sub(1) } else { before };
            reader.is(before, Sense::Clock)
        });
        let certain = after_clock_word || beside_date && reader.language_is(&DOTTED);
        return Some((clock(Some(minute), None, at + 3), certain));
    }
    Some((clock(None, None, at + 1), false))
}

/// `10h30`, `10 h 30 min`, `10時30分15秒`, `10 Uhr`; the token at `at` is the hour.
fn with_hour_word(reader: &Reader<'_>, at: usize, hour: u8) -> Clock {
    let mut clock =
        Clock { hour, minute: None, second: None, zone: None, end: reader.skip_glued(at + 2, '.') };
    let at = clock.end;
    let Some(minute) = reader.short_number(at).filter(|minute| *minute < 60) else { return clock };
    let counted = reader.is(at + 1, Sense::AfterMinute);
    // "10 Uhr 15. Mai": a number on its own is minutes only when it touches the hour or ends the time.
    let alone = sixtieth(reader, at).is_some()
        && (reader.glued(at)
            || reader.mark(at + 1) != Some('.')
                && reader.pick(at + 1, |sense| matches!(sense, Sense::Month(_)).then_some(())).is_none());
    if !counted && !alone {
        return clock;
    }
    clock.minute = Some(minute);
    clock.end = at + 1;
    if counted {
        clock.end = reader.skip_glued(at + 2, '.');
        let at = clock.end;
        let second = reader.short_number(at).filter(|second| *second < 60);
        if let Some(second) = second.filter(|_| reader.is(at + 1, Sense::AfterSecond)) {
            clock.second = Some(second);
            clock.end = at + 2;
        }
    }
    clock
}

/// `0930 GMT`, `1430 hrs`.
fn military(reader: &Reader<'_>, at: usize) -> Option<Clock> {
    let number = reader.number(at)?;
    let hour = u8::try_from(number.value / 100).ok()?;
    let minute = u8::try_from(number.value % 100).ok().filter(|minute| *minute < 60)?;
    let told = reader.is(at + 1, Sense::AfterHour)
        || zone_at(reader, at + 1, false)
            .is_some_and(|(_, end)| reader.mark(at + 1).is_none() && end > at + 1);
    told.then_some(Clock { hour, minute: Some(minute), second: None, zone: None, end: at + 1 })
}

/// Two digits below sixty; a leap second counts as the last of its minute.
fn sixtieth(reader: &Reader<'_>, at: usize) -> Option<u8> {
    let number = reader.number(at).filter(|number| number.width == 2 && number.value <= 60)?;
    u8::try_from(number.value.min(59)).ok()
}

#[derive(Debug, Clone, Copy)]
enum Half {
    First,
    Second,
}

/// `am`, `p.m.`, `μ.μ.`, `午後`, and the token behind.
fn half_of_day(reader: &Reader<'_>, at: usize) -> Option<(Half, usize)> {
    let abbreviated = match (reader.raw(at), reader.raw(at + 2)) {
        ("a" | "A", "m" | "M") | ("π" | "Π", "μ" | "Μ") | ("ق", "ظ") => Some(Half::First),
        ("p" | "P", "m" | "M") | ("μ" | "Μ", "μ" | "Μ") | ("ب", "ظ") => Some(Half::Second),
        _ => None,
    };
    if let Some(half) = abbreviated.filter(|_| reader.mark(at + 1) == Some('.')) {
        return Some((half, reader.skip_glued(at + 3, '.')));
    }
    let half = reader.pick(at, |sense| match sense {
        Sense::Morning => Some(Half::First),
        Sense::Afternoon => Some(Half::Second),
        _ => None,
    })?;
    Some((half, reader.skip_glued(at + 1, '.')))
}

/// `GMT`, `(GMT+7)`, `UTC +02:00`, `+0300`, `EST`, `ET`, and the token behind.
fn zone_at(reader: &Reader<'_>, at: usize, has_seconds: bool) -> Option<(Zone, usize)> {
    let opened = matches!(reader.mark(at), Some('(' | '['));
    let at = if opened { at + 1 } else { at };
    let named = reader
        .pick(at, |sense| match sense {
            Sense::Zone(offset) => Some(Zone::Fixed(offset)),
            Sense::ZoneOfUnitedStates(standard) => Some(Zone::UnitedStates(standard)),
            _ => None,
        })
        .filter(|_| is_zone_spelling(reader, at));
    let (zone, end) = match named {
        Some(Zone::Fixed(0)) => signed_offset(reader, at + 1, true)
            .map_or((Zone::Fixed(0), at + 1), |(offset, end)| (Zone::Fixed(offset), end)),
        // "CET+0100"
        Some(zone) if reader.glued_mark(at + 1, '+') => signed_offset(reader, at + 1, true)
            .map_or((zone, at + 1), |(offset, end)| (Zone::Fixed(offset), end)),
        Some(zone) => (zone, at + 1),
        None => {
            let (offset, end) = signed_offset(reader, at, has_seconds || opened)?;
            (Zone::Fixed(offset), end)
        }
    };
    let closed = opened && matches!(reader.mark(end), Some(')' | ']'));
    Some((zone, if closed { end + 1 } else { end }))
}

/// Names count in capitals only, `Z` only where it touches the time; Moscow's also in small letters.
fn is_zone_spelling(reader: &Reader<'_>, at: usize) -> bool {
    let raw = reader.raw(at);
    match raw {
        "Z" | "z" => reader.glued(at),
        "мск" => true,
        _ => raw.chars().all(char::is_uppercase),
    }
}

/// `+3`, `+0300`, `+03:00`. Without a name before it (`told`), a minus may as well open the end of a span of time:
/// then it counts only as in ` -0400`.
fn signed_offset(reader: &Reader<'_>, at: usize, told: bool) -> Option<(i16, usize)> {
    let negative = match reader.mark(at)? {
        '+' => false,
        '-' => true,
        _ => return None,
    };
    let number = reader.number(at + 1).filter(|_| reader.glued(at + 1))?;
    if negative && !told && (reader.glued(at) || number.width != 4) {
        return None;
    }
    let (hours, minutes, end) = match number.width {
        4 => (number.value / 100, number.value % 100, at + 2),
        1 | 2 if reader.glued_mark(at + 2, ':') && reader.glued(at + 3) => {
            let minutes = reader.number(at + 3).filter(|number| number.width == 2)?;
            (number.value, minutes.value, at + 4)
        }
        1 | 2 => (number.value, 0, at + 2),
        _ => return None,
    };
    Some((zone::offset(negative, hours, minutes)?, end))
}
