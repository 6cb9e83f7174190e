//! Whether the whole article is there: what the page says of its length, and how its text ends.

use super::Clues;
use super::blocks::{Cut, Holds};
use super::decide::Decision;
use crate::article::{Access, Completeness, CompletenessState};
use crate::clean;
use crate::html::Tree;

/// Shorter articles are not measured: a caption more or less would decide.
const LEAST_WORDS: u32 = 50;
const LEAST_LETTERS: usize = 400;

/// From this share of what the page counts on the text is whole; pages count captions and headings in, or not.
const WHOLE: f32 = 0.7;

/// Below this share it is a beginning. Between the two nobody knows.
const BEGINNING: f32 = 0.4;

/// A beginning that breaks off is shorter than this, in characters.
const LONGEST_BEGINNING: u32 = 2000;

/// Compares what was kept with JSON-LD's `articleBody` and `wordCount`, and looks at the last line.
///
/// What a page says of who may read it decides nothing alone: of 41 saved pages with gold that call themselves paid or
/// metered, 36 carry an article of 1,500 characters and more. It tells what cut a text that is short by measure.
pub(super) fn measure(tree: &Tree, cut: &Cut, decision: &Decision, clues: &Clues<'_>) -> Completeness {
    let kept = || {
        let texts = cut.blocks.iter().zip(&decision.reasons);
        texts.filter(|(block, reason)| block.holds == Holds::Text && reason.keeps()).map(|(block, _)| block)
    };
    let paid = matches!(clues.signals.access, Access::Paywalled | Access::Metered);
    let beginning = if paid { CompletenessState::TruncatedByPaywall } else { CompletenessState::Teaser };
    let chars: u32 = kept().map(|block| block.counts.chars).sum();
    if chars < LONGEST_BEGINNING
        && let Some(reason) = ends_in_the_middle(tree, cut, decision, paid)
    {
        return Completeness::new(beginning, reason);
    }
    let body = clues.article_body.map(letters).filter(|&said| said >= LEAST_LETTERS);
    let count = clues.signals.word_count.filter(|&said| said >= LEAST_WORDS);
    let kept = || kept().map(|block| letters(&cut.text(tree, block))).sum::<usize>();
    let (share, measure) = match (body, count) {
        (Some(said), _) => {
            let kept = kept();
            (kept as f32 / said as f32, format!("JSON-LD has {said} letters of body, and {kept} are there"))
        }
        (None, Some(said)) => {
            // Five letters a word, over the alphabets of most newspapers.
            let words = kept() as f32 / 5.0;
            (words / said as f32, format!("JSON-LD counts {said} words, and {words:.0} are there"))
        }
        (None, None) => return Completeness::default(),
    };
    if share > WHOLE {
        Completeness::new(CompletenessState::Complete, measure)
    } else if share < BEGINNING && clues.signals.access != Access::Free {
        Completeness::new(beginning, measure)
    } else {
        Completeness::default()
    }
}

/// Whether the last paragraph breaks off with an ellipsis, and a link behind it leads to the rest or one pays for that:
/// many articles end in an ellipsis of their author's.
fn ends_in_the_middle(tree: &Tree, cut: &Cut, decision: &Decision, paid: bool) -> Option<&'static str> {
    /// As many texts behind the last paragraph are looked at.
    const NEAR: usize = 2;
    let is_text = |index: &usize| cut.blocks[*index].holds == Holds::Text;
    let last = (0..cut.blocks.len()).filter(is_text).rfind(|&index| decision.reasons[index].keeps())?;
    let end = cut.text(tree, &cut.blocks[last]);
    let end = end.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ']' | ')' | '"' | '”' | '»'));
    if !end.ends_with('…') && !end.ends_with("...") {
        return None;
    }
    let goes_on = (last + 1..cut.blocks.len()).filter(is_text).take(NEAR).any(|index| {
        let block = &cut.blocks[index];
        block.counts.link_chars > 0 && clean::leads_to_the_rest(&cut.text(tree, block))
    });
    match (goes_on, paid) {
        (true, _) => Some("the text breaks off, and a link leads to the rest"),
        (false, true) => Some("the text breaks off, and the page says that one pays for it"),
        (false, false) => None,
    }
}

/// Letters and digits outside tags.
fn letters(text: &str) -> usize {
    let mut in_tag = false;
    text.chars()
        .filter(|&c| {
            in_tag = c == '<' || in_tag && c != '>';
            !in_tag && c.is_alphanumeric()
        })
        .count()
}

#[cfg(test)]
mod tests {
    use crate::article::CompletenessState::{self, Complete, Teaser, TruncatedByPaywall, Unknown};

    fn state(head: &str, last: &str) -> CompletenessState {
        let day = |day| {
            format!("<p>On day {day} the river rose by two metres, and the bridge was closed to all.</p>")
        };
        let prose: String = (1..8).map(day).collect();
        let html = format!("<title>Rain</title>{head}<article><h1>Rain</h1>{prose}{last}</article>");
        crate::extract(&html, None).unwrap().completeness.state
    }

    fn json_ld(fields: &str) -> String {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain",{fields}}}</script>"#
        )
    }

    #[test]
    fn what_the_page_says_of_its_length_is_compared() {
        let body = "All that the river did in this week, told day by day. ".repeat(40);
        let paid = r#""isAccessibleForFree":false"#;
        let free = r#""isAccessibleForFree":true"#;
        let cases = [
            (String::new(), Unknown),
            (json_ld(r#""wordCount":100"#), Complete),
            (json_ld(r#""wordCount":150"#), Unknown),
            (json_ld(r#""wordCount":900"#), Teaser),
            (json_ld(&format!(r#""wordCount":900,{paid}"#)), TruncatedByPaywall),
            (json_ld(&format!(r#""wordCount":900,{free}"#)), Unknown),
            (json_ld(&format!(r#""articleBody":"{body}",{paid}"#)), TruncatedByPaywall),
            (json_ld(paid), Unknown),
        ];
        for (head, expected) in cases {
            assert_eq!(state(&head, ""), expected, "{head}");
        }
    }

    #[test]
    fn a_text_that_breaks_off_is_a_beginning_where_something_else_says_so_too() {
        let broken = "<p>On day 8 the river rose again, and nobody in the town knew what the…</p>";
        let link = r#"<p><a href="/rain">Continue reading</a></p>"#;
        let paid = json_ld(r#""isAccessibleForFree":false"#);
        assert_eq!(state("", broken), Unknown);
        assert_eq!(state("", &format!("{broken}{link}")), Teaser);
        assert_eq!(state("", &format!("<p>That was the week.</p>{link}")), Unknown);
        assert_eq!(state(&paid, broken), TruncatedByPaywall);
    }
}
