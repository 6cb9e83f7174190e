//! Whether a text can hold speech at all: spares most pages without quotations the reading.

use super::class::Class;
use super::lexicon::Options;
use super::{Paragraph, ParagraphKind};

/// Whether a paragraph has what may set speech off: a mark, a dash at its start, a quotation block.
pub(super) fn may_speak(text: &str, paragraph: &Paragraph<'_>, options: Options) -> bool {
    let Some(text) = text.get(paragraph.range.clone()) else { return false };
    paragraph.kind == ParagraphKind::Quotation
        || text.trim_start().starts_with(['-', '–', '—', '―', '−'])
        || has_mark(text, options)
}

/// Whether paragraphs may begin with who speaks.
pub(super) fn may_interview(text: &str, paragraphs: &[Paragraph<'_>]) -> bool {
    /// So many bytes a label may have, and so many paragraphs an interview has at least.
    const LABEL: usize = 80;
    const FEWEST: usize = 3;
    let labelled = |paragraph: &&Paragraph<'_>| {
        let start = paragraph.range.start;
        let end = paragraph.range.end.min(start + LABEL);
        paragraph.kind == ParagraphKind::Paragraph
            && text.as_bytes().get(start..end).is_some_and(|head| memchr::memchr(b':', head).is_some())
    };
    paragraphs.iter().filter(labelled).nth(FEWEST - 1).is_some()
}

/// Whether a mark stands in the text; an apostrophe inside a word is none.
fn has_mark(text: &str, options: Options) -> bool {
    let bytes = text.as_bytes();
    let inside_word = |at: usize, len: usize| {
        !options.elision
            && text.get(..at).and_then(|head| head.chars().next_back()).is_some_and(Class::is_letter)
            && text.get(at + len..).and_then(|tail| tail.chars().next()).is_some_and(Class::is_letter)
    };
    if memchr::memchr3_iter(b'"', b'\'', b'`', bytes).any(|at| bytes[at] != b'\'' || !inside_word(at, 1)) {
        return true;
    }
    // The marks of other scripts begin with one of four bytes: those of U+00AB, of U+2018, of U+300C, of U+FF02.
    let quotes = |at: usize| match bytes.get(at..at + 3) {
        Some([0xc2, 0xab | 0xbb, _] | [0xe2, 0x80, 0x98 | 0x9a..=0x9f | 0xb9 | 0xba]) => true,
        Some([0xe2, 0x80, 0x99]) => !inside_word(at, 3),
        Some([0xef, 0xbc, 0x82]) => true,
        _ => bytes.get(at..) == Some("»".as_bytes()) || bytes.get(at..) == Some("«".as_bytes()),
    };
    memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(quotes)
        || memchr::memchr_iter(0xe3, bytes)
            .any(|at| matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x8c..=0x8f | 0x9d | 0x9e])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_seen() {
        for mark in "\"＂“«„‟〝”»〞'`‘‚‛‹’›「『」』".chars() {
            for text in [format!("{mark}"), format!("ab {mark}"), format!("{mark}, ab"), format!("я{mark} б")]
            {
                assert!(has_mark(&text, Options::default()), "{text}");
            }
        }
        for text in [
            "",
            "It’s what they don't say.",
            "Він сказав об’єкт – і все.",
            "これは、これ。",
            "“”".trim_matches(['“', '”']),
        ] {
            assert!(!has_mark(text, Options::default()), "{text}");
        }
        let french = Options { elision: true, ..Options::default() };
        assert!(has_mark("l’homme", french) && has_mark("l'homme", french));
    }

    #[test]
    fn dashes_and_blocks_may_speak() {
        let of = |text: &str, kind| {
            may_speak(
                text,
                &Paragraph { block: 0, kind, range: 0..text.len(), cite: None },
                Options::default(),
            )
        };
        assert!(of(" — Yes", ParagraphKind::Paragraph) && of("Yes", ParagraphKind::Quotation));
        assert!(!of("Yes — no", ParagraphKind::Paragraph));
    }
}
