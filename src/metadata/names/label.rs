//! What stands before names: "By", "Author:", "Photos by".

use super::{lexicon, person};
use crate::article::AuthorRole;

/// The text without what stands before names, and the role that stood there.
pub(super) fn unlabelled(text: &str) -> (&str, Option<AuthorRole>) {
    let mut text = trimmed(text);
    let mut role = None;
    // "Author: By Jane Doe": labels come in pairs.
    for _ in 0..2 {
        let Some(first) = first_byte(text) else { break };
        let others = OTHER_ROLES.from(first).filter_map(|at| lexicon::OTHER_ROLES.get(at));
        let mut others = others.filter_map(|&(label, role)| Some((strip_label(text, label)?, role)));
        let found = others.next().or_else(|| {
            LABELS
                .from(first)
                .filter_map(|at| strip_label(text, lexicon::LABELS.get(at)?))
                .min_by_key(|rest| rest.len())
                .map(|rest| (rest, AuthorRole::Writer))
        });
        match found {
            Some((rest, found)) => {
                text = rest;
                role = role.or(Some(found));
            }
            None => break,
        }
    }
    (text, role)
}

/// A text without the marks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '：' | '.' | '*' | '|' | '/' | '－' | '-' | '—' | '–')
    })
}

/// Whether a text begins with a label of those who edited, translated or contributed.
pub(in crate::metadata) fn names_other_role(text: &str) -> bool {
    let text = text.strip_prefix('(').unwrap_or(text);
    let Some(&[first, second]) = text.as_bytes().first_chunk() else { return false };
    let pair = pair(first, second);
    if PAIRS[pair / 64] & (1 << (pair % 64)) == 0 {
        return false;
    }
    let Some(first) = first_byte(text) else { return false };
    let labels = OTHER_ROLES.from(first).filter_map(|at| lexicon::OTHER_ROLES.get(at));
    let mut labels = labels.filter(|(_, role)| *role != AuthorRole::Photographer);
    labels.any(|(label, _)| strip_label(text, label).is_some())
}

/// The first byte of a text in small letters.
fn first_byte(text: &str) -> Option<u8> {
    let first = text.chars().next()?.to_lowercase().next()?;
    first.encode_utf8(&mut [0; 4]).bytes().next()
}

/// Two bytes as a number; ASCII letters in lower case. Letters beyond ASCII count by their first byte.
const fn pair(first: u8, second: u8) -> usize {
    let second = if first < 0x80 && second < 0x80 { second.to_ascii_lowercase() } else { 0 };
    (first.to_ascii_lowercase() as usize) << 8 | second as usize
}

/// A bit for every pair of bytes that such a label may begin with.
static PAIRS: [u64; 1024] = pairs();

const fn pairs() -> [u64; 1024] {
    let mut pairs = [0; 1024];
    let mut at = 0;
    while at < lexicon::OTHER_ROLES.len() {
        let (label, role) = lexicon::OTHER_ROLES[at];
        if !matches!(role, AuthorRole::Photographer) {
            let bytes = label.as_bytes();
            let first = pair(bytes[0], bytes[1]);
            pairs[first / 64] |= 1 << (first % 64);
            // Capitals of letters beyond ASCII begin with the byte of the small ones or with the one before it.
            if bytes[0] >= 0x80 {
                let capital = pair(bytes[0] - 1, 0);
                pairs[capital / 64] |= 1 << (capital % 64);
            }
        }
        at += 1;
    }
    pairs
}

/// Whether a text begins with a label whose names are no authors: "Reviewed by Jane Doe".
pub(super) fn is_others(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '.' | '*' | '✓' | '(' | '&')
    });
    let text = text.strip_prefix("and ").unwrap_or(text);
    let Some(first) = text.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    let begins = |label: &&&str| label.as_bytes().first() == Some(&first) || first >= 0x80;
    lexicon::OTHERS.iter().filter(begins).any(|label| strip_label(text, label).is_some())
}

/// Words by their first byte: of each byte the first word's number plus one, of each word that of the next word
/// with the same first byte.
struct ByFirst<const COUNT: usize> {
    heads: [u8; 256],
    next: [u8; COUNT],
}

static LABELS: ByFirst<{ lexicon::LABELS.len() }> = labels();
static OTHER_ROLES: ByFirst<{ lexicon::OTHER_ROLES.len() }> = other_roles();

const fn labels() -> ByFirst<{ lexicon::LABELS.len() }> {
    let mut index = ByFirst { heads: [0; 256], next: [0; lexicon::LABELS.len()] };
    let mut at = lexicon::LABELS.len();
    while at > 0 {
        index.put(at, lexicon::LABELS[at - 1]);
        at -= 1;
    }
    index
}

const fn other_roles() -> ByFirst<{ lexicon::OTHER_ROLES.len() }> {
    let mut index = ByFirst { heads: [0; 256], next: [0; lexicon::OTHER_ROLES.len()] };
    let mut at = lexicon::OTHER_ROLES.len();
    while at > 0 {
        index.put(at, lexicon::OTHER_ROLES[at - 1].0);
        at -= 1;
    }
    index
}

impl<const COUNT: usize> ByFirst<COUNT> {
    /// Sets the word of this number, counted from one, before those that are in already.
    const fn put(&mut self, number: usize, word: &str) {
        let first = word.as_bytes()[0] as usize;
        self.next[number - 1] = self.heads[first];
        self.heads[first] = number as u8;
    }

    /// The places of the words that begin with a byte, in their order.
    fn from(&self, first: u8) -> impl Iterator<Item = usize> {
        let place = |number: u8| usize::from(number).checked_sub(1);
        let head = self.heads.get(usize::from(first)).copied().and_then(place);
        std::iter::successors(head, move |&at| self.next.get(at).copied().and_then(place))
    }
}

/// The rest after a label, which a blank or a colon has to follow (but not in scripts without blanks).
fn strip_label<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in label.chars() {
        if !is_same_letter(rest.next()?, expected) {
            return None;
        }
    }
    let rest = rest.as_str();
    let mut letters = label.chars().rev();
    // One sign alone begins many words: "文" and "文化".
    let no_blanks = letters
        .next()
        .is_some_and(|c| !c.is_ascii() && person::is_unspaced(c) && letters.next().is_some() || c == '/');
    let parted = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || is_after(c));
    // "Da Silva", "Di Maria", "Von Trapp": a small word before a name is a label only as the start of a line,
    // which is where this is asked; a name of one word after it is no byline.
    (parted || no_blanks).then(|| {
        rest.trim_start_matches(|c: char| c.is_whitespace() || is_after(c) || matches!(c, '-' | '–'))
    })
}

/// Marks between a label and the names.
fn is_after(c: char) -> bool {
    matches!(c, ':' | '：' | '/' | '／' | '|' | '＝' | '・')
}

fn is_same_letter(one: char, other: char) -> bool {
    if one.is_ascii() && other.is_ascii() {
        one.eq_ignore_ascii_case(&other)
    } else {
        one == other || one.to_lowercase().eq(other.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_found_by_its_first_byte() {
        assert!(lexicon::LABELS.len() < 256);
        for label in lexicon::LABELS {
            let mut found = LABELS.from(label.as_bytes()[0]).map(|at| lexicon::LABELS[at]);
            assert!(found.any(|found| found == *label), "{label}");
        }
        for (label, _) in lexicon::OTHER_ROLES {
            let mut found = OTHER_ROLES.from(label.as_bytes()[0]).map(|at| lexicon::OTHER_ROLES[at].0);
            assert!(found.any(|found| found == *label), "{label}");
        }
    }

    #[test]
    fn labels_come_off_in_pairs_and_tell_the_role() {
        let cases = [
            ("Author: By Jane Doe", "Jane Doe", Some(AuthorRole::Writer)),
            ("Photos by Jane Doe", "Jane Doe", Some(AuthorRole::Photographer)),
            ("Jane Doe", "Jane Doe", None),
            ("Bystander Doe", "Bystander Doe", None),
            ("", "", None),
        ];
        for (text, rest, role) in cases {
            assert_eq!(unlabelled(text), (rest, role), "{text}");
        }
    }
}
