use serde::{Deserialize, Serialize};

use super::Origin;

/// A date as precise as the page gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Moment {
    /// ISO 8601, cut to `precision`: `2024`, `2024-05`, `2024-05-05`, `2024-05-05T09:30`, `2024-05-05T09:30:15`;
    /// from the minute on followed by the offset where it is known (`+03:00`, `Z`). The calendar is Gregorian.
    pub value: String,
    /// How far `value` goes.
    pub precision: Precision,
    /// Whether the page gives the offset to UTC. Where it doesn't, `value` is local time of an unknown place.
    pub offset_known: bool,
    /// The text on the page that was read.
    pub raw: String,
    /// Where it stood.
    pub origin: Origin,
}

impl Moment {
    /// Puts a moment together; [`crate::dates`](crate) makes them from text.
    pub(crate) fn new(
        value: String,
        precision: Precision,
        offset_known: bool,
        raw: String,
        origin: Origin,
    ) -> Self {
        Self { value, precision, offset_known, raw, origin }
    }
}

/// How far a date goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// The hour.
    Hour,
    /// The minute.
    Minute,
    /// The second (fractions are cut off).
    Second,
}
