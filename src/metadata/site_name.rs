//! Takes the site's name off a title, whatever the separator and the side.

use std::borrow::Cow;

use super::folding::folded;
use super::url::is_host;

/// A title without the names of the site at its ends. `guess` also drops a last part that nothing confirms but
/// whose separator is used for nothing else; that is for the document's title alone.
pub(super) fn without(title: &str, sites: &[String], guess: bool) -> String {
    let mut parts = parts(title);
    if parts.len() < 2 {
        return title.trim().to_owned();
    }
    // "The Daily » Blog Archive » Rain": old templates of WordPress.
    parts.retain(|part| !is_archive(part.text));
    let mut dropped = false;
    while parts.len() > 1 {
        // "The Daily: rain" names the site, "Daily rain: it pours" doesn't.
        let colon = parts.get(1).is_some_and(|second| second.colon);
        if parts.last().is_some_and(|part| is_site(part.text, sites, part.colon)) {
            parts.pop();
        } else if parts.first().is_some_and(|part| is_site(part.text, sites, colon || !guess)) {
            parts.remove(0);
        } else {
            break;
        }
        dropped = true;
    }
    if guess && !dropped {
        while parts.len() > 1 && parts.last().is_some_and(|part| part.strong && words(part.text) <= 5) {
            let rest: usize = parts.iter().rev().skip(1).map(|part| words(part.text)).sum();
            if rest < 2 {
                break;
            }
            parts.pop();
        }
    }
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return title.trim().to_owned() };
    title.get(first.start..last.start + last.text.len()).unwrap_or(title).trim().to_owned()
}

fn is_archive(part: &str) -> bool {
    ["Blog Archive", "Blog Archiv", "Blog-Archiv", "Blog Archives"].contains(&part)
}

/// The parts of a title between its separators.
pub(super) fn parts_of(title: &str) -> Vec<&str> {
    parts(title).into_iter().map(|part| part.text.trim()).collect()
}

struct Part<'t> {
    text: &'t str,
    start: usize,
    /// Whether the separator before it is one that hardly ever stands within a headline.
    strong: bool,
    /// Whether that separator is a colon, which stands within headlines, too.
    colon: bool,
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Cuts a title at its separators.
fn parts(title: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut start, mut strong, mut colon) = (0, false, false);
    let mut before = ' ';
    let mut chars = title.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        let spaced = before.is_whitespace() && after.is_whitespace();
        let separates = match c {
            '|' | '｜' | '¦' | '•' | '›' | '∙' | '●' | '‹' | '❘' | '│' => true,
            '-' | '–' | '—'
                if !before.is_ascii()
                    && !after.is_ascii()
                    && !before.is_lowercase()
                    && !after.is_lowercase() =>
            {
                true
            }
            '»' | '«' | '·' | ':' | '/' | '~' | '>' | '<' | '_' => {
                spaced
                    || (c == '_' && !before.is_ascii() && !after.is_ascii())
                    || (c == ':' && after.is_whitespace())
            }
            '-' | '–' | '—' | '―' => spaced,
            _ => false,
        };
        if separates {
            parts.extend(part(title, start, at, strong, colon));
            start = at + c.len_utf8();
            colon = c == ':';
            strong =
                matches!(c, '|' | '｜' | '¦' | '•' | '›' | '»' | '«' | '·' | '●' | '_' | '❘' | '│' | '‹');
        }
        before = c;
    }
    parts.extend(part(title, start, title.len(), strong, colon));
    parts
}

fn part(title: &str, start: usize, end: usize, strong: bool, colon: bool) -> Option<Part<'_>> {
    let raw = title.get(start..end)?;
    let text = raw.trim();
    let start = start + (raw.len() - raw.trim_start().len());
    (!text.is_empty()).then_some(Part { text, start, strong, colon })
}

/// Whether a part is a name of the site, or its address; `whole` asks for just the name, with nothing added.
fn is_site(part: &str, sites: &[String], whole: bool) -> bool {
    let plain = folded(part);
    if plain.is_empty() {
        return false;
    }
    let tight = plain.replace(' ', "");
    let few = !whole && words(part) <= 5;
    is_host(part)
        || sites.iter().any(|site| {
            let site = without_blanks(site);
            tight == *site
                || few
                    && (site.chars().nth(3).is_some()
                        && tight.len() <= site.len() * 3
                        && (tight.starts_with(&*site) || tight.ends_with(&*site))
                        || tight.chars().nth(4).is_some()
                            && (site.starts_with(&tight) || site.ends_with(&tight)))
        })
}

fn without_blanks(text: &str) -> Cow<'_, str> {
    if text.contains(' ') { Cow::Owned(text.replace(' ', "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_goes_whatever_the_separator() {
        let sites = ["the daily".to_owned(), "daily".to_owned()];
        let cases = [
            ("Rain in the north | The Daily", "Rain in the north"),
            ("The Daily - Rain in the north", "Rain in the north"),
            ("Rain in the north – The Daily News", "Rain in the north"),
            ("Rain » The Daily", "Rain"),
            ("Rain: floods - and mud", "Rain: floods - and mud"),
            ("Rain in the north | Weather | The Daily", "Rain in the north | Weather"),
            ("Rain in the north - daily.example", "Rain in the north"),
            ("The Daily: Rain in the north", "Rain in the north"),
            ("«I will stand,» says Kim", "«I will stand,» says Kim"),
            ("Daily rain comes back: what to pack", "Daily rain comes back: what to pack"),
            ("2024: the year of a new Daily", "2024: the year of a new Daily"),
        ];
        for (title, expected) in cases {
            assert_eq!(without(title, &sites, false), expected, "{title}");
        }
        assert_eq!(without("Rain in the north | Weather now", &[], true), "Rain in the north");
        assert_eq!(without("Rain in the north - Weather now", &[], true), "Rain in the north - Weather now");
    }
}
