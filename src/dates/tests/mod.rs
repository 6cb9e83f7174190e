//! The tables of the room: what is a date, what is none, and what holds for any text.

mod any_text;
mod fetch;
mod forms;
mod languages;
mod machine;
mod nothing;
mod places;

use super::{Hints, parse_machine};

/// Sunday, 5 May 2024, noon UTC.
const NOW: &str = "2024-05-05T12:00:00Z";

/// Language, text, date.
type Row = (&'static str, &'static str, &'static str);

fn hints(language: &str) -> Hints<'_> {
    Hints { language: (!language.is_empty()).then_some(language), ..Hints::default() }
}

fn hints_now(language: &str) -> Hints<'_> {
    Hints { now: parse_machine(NOW, &Hints::default()), ..hints(language) }
}

/// Checks a whole table before it fails.
fn check<'a>(rows: impl IntoIterator<Item = (&'a str, &'a str, Option<String>)>) {
    let wrong: Vec<String> = rows
        .into_iter()
        .filter_map(|(text, expected, found)| {
            let found = found.unwrap_or_default();
            (found != expected).then(|| format!("{text:?}: {expected:?} expected, {found:?} found"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
