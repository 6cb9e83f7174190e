//! Dates as news pages print them: machine values, visible text in some forty languages, URLs. Knows nothing of HTML.
//!
//! | entry | reads |
//! | --- | --- |
//! | [`parse_machine`] | a value that is a date as a whole: `datetime`, `content`, JSON-LD |
//! | [`find`], [`find_all`] | dates within a line of visible text |
//! | [`from_url`] | a URL's path |
//! | [`order_shown`] | which of day and month a page puts first |
//! | [`label_before`], [`label_after`], [`label_around`] | the word that says what a date is |
//!
//! Absent beats guessed: `05/06/2024` without a hint of the order is no date, nor is one out of range or a part of
//! a longer number.

mod calendar;
mod clock;
mod fold;
mod labels;
mod lexicon;
mod machine;
mod numeric;
mod reader;
mod relative;
mod stamp;
mod text;
mod tokens;
mod url;
mod words;
mod zone;

#[cfg(test)]
mod tests;

#[cfg(test)]
use labels::label_after;
pub(crate) use labels::{Label, label_around, label_before};
pub(crate) use machine::parse_machine;
pub(crate) use numeric::order_shown;
pub(crate) use stamp::Stamp;
#[cfg(test)]
use text::find;
pub(crate) use text::{Basis, find_all};
pub(crate) use url::from_url;

/// What is known about the page a date stands on.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hints<'a> {
    /// The page's language, BCP 47: settles month names that two languages share and the order of day and month.
    pub(crate) language: Option<&'a str>,
    /// When the page was fetched: relative dates and dates without a year are read against it.
    pub(crate) now: Option<Stamp>,
    /// Whether `05/06/2024` is the fifth of June; goes before the language.
    pub(crate) day_first: Option<bool>,
}

impl Hints<'_> {
    /// The primary subtag of the language, under the name of the lexicon that serves it.
    fn primary_language(&self) -> Option<&str> {
        let tag = self.language?.split(['-', '_']).next()?;
        match tag {
            "" => None,
            "no" | "nn" => Some("nb"),
            "bs" | "sh" | "cnr" => Some("sr"),
            "mo" => Some("ro"),
            "iw" => Some("he"),
            "in" => Some("id"),
            other => Some(other),
        }
    }
}
