//! Names out of bylines: one string that may hold several people with labels, offices, cities and agencies
//! around them.

mod label;
mod lexicon;
mod person;
mod reporters;
mod words;

pub(super) use label::names_other_role;
use label::{is_others, trimmed, unlabelled};
pub(super) use person::{bare, has_given_name, is_office_line, is_organisation, is_plausible, is_unspaced};
use reporters::in_line;
pub(super) use reporters::{at_end, at_start};
use words::Sense;

use crate::article::{AuthorKind, AuthorRole};

/// One name read from a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) kind: AuthorKind,
    pub(super) role: AuthorRole,
}

/// How much a text is trusted to be a name at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Any line of the page: it has to look like a person's name in all its parts.
    Line,
    /// An element whose class says byline.
    Byline,
    /// A link to an author's page.
    Link,
    /// A field that holds a name and nothing else: JSON-LD, microdata, `meta`.
    Field,
}

/// Bytes of the longest byline.
const MOST_BYTES: usize = 600;

/// Bytes of the longest line that is a byline by its label.
const MOST_LINE_BYTES: usize = 180;

/// The names of a byline in their order. `sites` are the folded names of the site, which are no persons.
pub(super) fn read_names(text: &str, trust: Trust, sites: &[String]) -> Vec<Named> {
    if text.len() > MOST_BYTES || text.contains("://") || text.starts_with("www.") {
        return Vec::new();
    }
    let text = without_parentheses(text);
    let mut names: Vec<Named> = Vec::new();
    let mut role = AuthorRole::Writer;
    let mut others = false;
    for segment in segments(&text) {
        if is_others(segment) {
            others = true;
            continue;
        }
        let (segment, labelled) = unlabelled(segment);
        others &= labelled.is_none();
        if others {
            continue;
        }
        let label_only = segment.is_empty() && labelled.is_some();
        if let Some(labelled) = labelled {
            role = labelled;
        }
        if label_only {
            continue;
        }
        // "by Paul" in a byline: the label vouches for a single word.
        let trust = if labelled.is_some() && trust == Trust::Byline { Trust::Link } else { trust };
        let parts = parts(segment);
        let several = parts.iter().filter(|part| part.split(' ').count() >= 2).count();
        let of_organisation =
            parts.len() > 1 && parts.first().is_some_and(|part| is_organisation(part, sites));
        let mut described = false;
        // The person that the part before named, to whom a degree belongs.
        let mut graduate: Option<usize> = None;
        for part in parts {
            if let Some(named) = graduate.and_then(|at| names.get_mut(at))
                && person::is_degree(part, &named.name)
            {
                named.name.push_str(", ");
                named.name.push_str(part);
                continue;
            }
            graduate = None;
            let (part, labelled) = unlabelled(part);
            // "Jane Doe, MD, cardiologist, North Clinic": behind a small word stands what she is.
            described |= several > 0
                && labelled.is_none()
                && part.starts_with(|c: char| c.is_ascii_lowercase())
                && !Sense::of(part.split(' ').next().unwrap_or("")).has(Sense::PARTICLE);
            if described && !names.is_empty() {
                continue;
            }
            role = labelled.unwrap_or(role);
            // "daily.example, Berlin, Germany": words behind an organisation say where it is.
            if of_organisation && part.split(' ').count() == 1 && !is_organisation(part, sites) {
                continue;
            }
            // "Jane Doe, Berlin": one word beside a full name is a city or an agency.
            if several > 0 && part.split(' ').count() == 1 && part.is_ascii() && !person::is_agency(part) {
                continue;
            }
            if let Some(several) = reporters::names_in_a_row(part) {
                names.extend(several.into_iter().map(|name| Named { name, kind: AuthorKind::Person, role }));
                continue;
            }
            if let Some((name, kind)) = person::read(part, trust, sites)
                && !names.iter().any(|known| known.name.to_lowercase() == name.to_lowercase())
            {
                graduate = (kind == AuthorKind::Person).then_some(names.len());
                names.push(Named { name, kind, role });
            }
        }
    }
    if names.iter().any(|named| named.kind == AuthorKind::Person) {
        names.retain(|named| named.kind == AuthorKind::Person);
    }
    names
}

/// What a text that ends with a label says of the names behind it: `None` where they are no authors.
pub(super) fn role_after(text: &str) -> Option<AuthorRole> {
    let last = segments(text).pop().unwrap_or("");
    let last = last.rsplit(['.', ',', '⋅', '(']).find(|part| !part.trim().is_empty()).unwrap_or("");
    if is_others(last) {
        return None;
    }
    match unlabelled(last) {
        ("", role) => Some(role.unwrap_or_default()),
        _ => Some(AuthorRole::Writer),
    }
}

/// Whether a line is a byline by its label: "By Jane Doe". Gives its names.
pub(super) fn labelled_names(line: &str, sites: &[String]) -> Option<Vec<Named>> {
    if line.len() > MOST_LINE_BYTES {
        return None;
    }
    // "(Reporting by Jane Doe; Editing by Tom Hedge)"
    let inner = line.trim().strip_prefix('(').and_then(|line| line.trim_end_matches('.').strip_suffix(')'));
    let line = inner.unwrap_or(line);
    let labelled = |text| {
        let (rest, label) = unlabelled(text);
        let label = label?;
        let mut names = read_names(rest, Trust::Line, sites);
        // "By Jane": one word with a capital, and nothing else on the line.
        if names.is_empty()
            && says_by(text)
            && let Some(name) = single_name(rest)
        {
            names = read_names(name, Trust::Link, sites);
        }
        // "By The Weather Service": every word with a capital.
        let is_name = |text: &str| {
            (2..=4).contains(&text.split(' ').count())
                && text
                    .split(' ')
                    .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        };
        if names.is_empty() && says_by(text) && is_name(rest) && is_organisation(rest, sites) {
            names = read_names(rest, Trust::Field, sites);
        }
        for named in names.iter_mut().filter(|named| named.role == AuthorRole::Writer) {
            named.role = label;
        }
        (!rest.is_empty() && !names.is_empty()).then_some(names)
    };
    labelled(line).or_else(|| after_date(line).find_map(labelled)).or_else(|| in_line(line))
}

/// The one part of a line that is somebody's full name, where it is set apart from what stands beside it.
pub(super) fn name_set_apart(line: &str, sites: &[String]) -> Option<Named> {
    let parts = segments(line);
    let full = |part: &&str| {
        (2..=3).contains(&part.split(' ').count())
            && part.len() >= 7
            && part.split(' ').all(|word| {
                let mut chars = word.chars();
                chars.next().is_some_and(char::is_uppercase)
                    && chars.clone().any(char::is_lowercase)
                    && chars.all(|c| c.is_lowercase() || matches!(c, '-' | '’' | '\'') || c.is_uppercase())
            })
    };
    let mut names = parts.into_iter().filter(full).filter_map(|part| {
        let (name, kind) = person::read(part, Trust::Line, sites)?;
        (kind == AuthorKind::Person && name == part).then_some(Named { name, kind, role: AuthorRole::Writer })
    });
    let name = names.next()?;
    names.next().is_none().then_some(name)
}

/// Whether a line begins with words that can be no other sentence's: "Written by", "Author:", not "By".
pub(super) fn states_author(line: &str) -> bool {
    if in_line(line).is_some() {
        return true;
    }
    let line = trimmed(line);
    let (rest, label) = unlabelled(line);
    let Some(label) =
        line.len().checked_sub(rest.len()).and_then(|end| line.get(..end)).filter(|_| label.is_some())
    else {
        return false;
    };
    let label = label.trim();
    let is_phrase = label.split(' ').count() > 1;
    let noun = label.trim_end_matches([':', '：', '/', '／', ' ']);
    // "By:" stands below quotations, too.
    is_phrase || noun.len() < label.len() && !is_small_label(noun)
}

fn is_small_label(label: &str) -> bool {
    let label = label.to_lowercase();
    matches!(
        label.as_str(),
        "by" | "von" | "par" | "por" | "di" | "da" | "av" | "af" | "door" | "words" | "text"
    ) || matches!(label.as_str(), "interview" | "haber" | "от" | "theo" | "aus" | "vom" | "του" | "της")
}

/// Whether a line is the label of a byline and nothing else: "Written by".
pub(super) fn label_alone(line: &str) -> bool {
    line.len() < 40 && matches!(unlabelled(line), ("", Some(AuthorRole::Writer)))
}

/// The single word with a capital that a text is, or that stands in it before a date or the like.
fn single_name(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace();
    let name = words.next()?;
    let mut chars = name.chars();
    let is_name =
        chars.next().is_some_and(char::is_uppercase) && name.len() >= 3 && chars.all(char::is_alphabetic);
    let ends = words.next().is_none_or(|next| {
        next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '@' | '|' | '•' | '·' | '-' | '–'))
            || matches!(next, "on" | "at" | "am" | "um" | "le" | "el" | "il" | "op" | "den")
    });
    (is_name && ends).then_some(name)
}

/// Whether a line begins with a label that is no noun: "Text size" is a button.
fn says_by(line: &str) -> bool {
    let first = line.trim_start().split([' ', ':']).next().unwrap_or("");
    ["by", "von", "par", "por", "posted", "written"].iter().any(|label| first.eq_ignore_ascii_case(label))
}

/// The parts of a line after one with digits: "May 5, 2024 - by Jane Doe", "5 mai 2024, par Jeanne Dupont".
fn after_date(line: &str) -> impl Iterator<Item = &str> {
    let parts = segments(line).into_iter().flat_map(|segment| segment.split(", "));
    let last_digit = |part: &str| part.rfind(|c: char| c.is_ascii_digit());
    // "05/05/2024 by Jane Doe": the name stands in the part of the date.
    parts.skip_while(move |part| last_digit(part).is_none()).filter_map(move |part| match last_digit(part) {
        Some(last) => part.get(last + 1..).filter(|rest| rest.starts_with(' ')),
        None => Some(part),
    })
}

/// Cuts a byline where its parts are set apart.
fn segments(text: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        let cuts = match c {
            '\n' | '|' | '•' | '·' | '»' | '›' | '｜' | '●' | '▪' | '■' | '→' | '\t' => true,
            '-' | '–' | '—' | '―' => before.is_whitespace() && after.is_whitespace(),
            '/' | '／' => !text.get(..at).is_some_and(|head| head.ends_with('文')),
            _ => false,
        };
        if cuts {
            segments.extend(text.get(start..at));
            start = at + c.len_utf8();
        }
        before = c;
    }
    segments.extend(text.get(start..));
    segments.retain_mut(|segment| {
        *segment = segment.trim();
        !segment.is_empty()
    });
    segments
}

/// Cuts a segment at commas and conjunctions.
fn parts(segment: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in segment.split([',', ';', '&', '+', '、', '，', '；', '،']) {
        let (mut start, mut word_start) = (0, 0);
        // A conjunction stands between two words.
        for word in piece.split_inclusive(' ') {
            let end = word_start + word.len();
            let bare = word.trim();
            let inside = word_start > start && end < piece.len();
            if inside && Sense::of(&bare.to_lowercase()).has(Sense::CONJUNCTION) && is_conjunction(bare) {
                parts.extend(piece.get(start..word_start));
                start = end;
            }
            word_start = end;
        }
        parts.extend(piece.get(start..));
    }
    parts.retain_mut(|part| {
        *part = part.trim();
        !part.is_empty()
    });
    parts
}

/// "E" with a capital is an initial, "AND" is not.
fn is_conjunction(word: &str) -> bool {
    word.chars().count() > 1 || word.chars().all(char::is_lowercase)
}

/// Text without what stands in parentheses or brackets; an open one ends the text.
fn without_parentheses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '（' | '【' => depth += 1,
            ')' | ']' | '）' | '】' => depth = depth.saturating_sub(1),
            // Soft hyphens and marks without width.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, trust: Trust) -> Vec<String> {
        read_names(text, trust, &["the daily".to_owned()]).into_iter().map(|named| named.name).collect()
    }

    #[test]
    fn bylines_give_names() {
        let cases: &[(&str, &[&str])] = &[
            ("By Jane Doe and John Smith", &["Jane Doe", "John Smith"]),
            ("By Jane Doe, Staff Writer", &["Jane Doe"]),
            ("Jane Doe Senior Political Correspondent", &["Jane Doe"]),
            ("Von Hans Müller, Berlin", &["Hans Müller"]),
            ("Von Hans Müller und Eva von der Heide", &["Hans Müller", "Eva von der Heide"]),
            ("Par Jeanne Dupont et Luc Petit", &["Jeanne Dupont", "Luc Petit"]),
            ("Автор: Иван Петров", &["Иван Петров"]),
            ("Jane Doe in Berlin", &["Jane Doe"]),
            ("By Jane Doe | May 5, 2024 | 3 min read", &["Jane Doe"]),
            ("Posted by Jane Doe on May 5, 2024", &["Jane Doe"]),
            ("文/王小明", &["王小明"]),
            ("By Jane Doe | Fact-checked by Tom Hedge", &["Jane Doe"]),
            (
                "This post was written by Jane Doe, Head of Marketing and Community Development.",
                &["Jane Doe"],
            ),
            ("By Jane Doe In", &["Jane Doe"]),
            ("By April Doe", &["April Doe"]),
            ("The Daily, Berlin, Germany", &["The Daily"]),
            ("By Jane Doe\nReviewed by\tTom Hedge, PhD\nBy John Smith", &["Jane Doe", "John Smith"]),
            ("Jane Doe, Former Head of Sales", &["Jane Doe"]),
            ("Jane Doe And John Smith For The Daily", &["Jane Doe", "John Smith"]),
            ("Jane Doe @jane", &["Jane Doe"]),
            ("Sun Dec 17, 2023 11:23 am", &[]),
            ("Minutes ago", &[]),
            ("jane@daily.example", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, Trust::Byline), *expected, "{text}");
        }
    }

    #[test]
    fn sentences_are_no_bylines() {
        let cases = [
            "By the end of the week, the river had risen",
            "Von der Leyen trat zurück",
            "Por fin llega la lluvia",
            "Di Maria segna",
            "By 2030 it will be gone",
        ];
        for line in cases {
            assert_eq!(labelled_names(line, &[]), None, "{line}");
        }
        let lines = [
            "By Jane Doe",
            "May 5, 2024 - by Jane Doe",
            "5 mai 2024, 10:30 | par Jane Doe",
            "5.5.2024\tText: Jane Doe",
            "05/05/2024 by Jane Doe, Representative to the Committee",
        ];
        for line in lines {
            let names = labelled_names(line, &[]).unwrap_or_default();
            assert_eq!(names.first().map(|named| named.name.as_str()), Some("Jane Doe"), "{line}");
        }
    }

    #[test]
    fn labels_tell_the_role_of_what_follows() {
        let cases = [
            ("By", Some(AuthorRole::Writer)),
            ("Jane Doe. Edited by", Some(AuthorRole::Editor)),
            ("5 May 2024 | Fact-checked by", None),
            ("and", Some(AuthorRole::Writer)),
            ("", Some(AuthorRole::Writer)),
        ];
        for (text, expected) in cases {
            assert_eq!(role_after(text), expected, "{text}");
        }
        for (line, expected) in
            [("Written by", true), ("By:", true), ("Photos by", false), ("By Jane", false)]
        {
            assert_eq!(label_alone(line), expected, "{line}");
        }
        for (line, expected) in
            [("Written by Jane Doe", true), ("AUTHOR: Jane Doe", true), ("By Jane", false)]
        {
            assert_eq!(states_author(line), expected, "{line}");
        }
    }

    #[test]
    fn single_names_need_a_label_that_is_no_noun() {
        let cases =
            [("By Jane", Some("Jane")), ("06.11.2023 13:30 von Olga", Some("Olga")), ("Text Size", None)];
        for (line, expected) in cases {
            let names = labelled_names(line, &[]).unwrap_or_default();
            assert_eq!(names.first().map(|named| named.name.as_str()), expected, "{line}");
        }
    }

    #[test]
    fn organisations_are_told() {
        let kinds = |text| {
            read_names(text, Trust::Field, &["the daily".to_owned()])
                .into_iter()
                .map(|n| n.kind)
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds("Reuters"), [AuthorKind::Organization]);
        assert_eq!(kinds("The Daily"), [AuthorKind::Organization]);
        assert_eq!(kinds("Jane Doe"), [AuthorKind::Person]);
    }
}
