//! The text of the heading that was chosen.

use super::{Heading, MOST_BYTES, Witness, without_rubric};
use crate::article::Source;
use crate::html::{Name, NodeId, Tree};
use crate::metadata::folding::{Agreement, folded};
use crate::metadata::resolve::Resolver;
use crate::metadata::signs::Signs;
use crate::metadata::site_name;
use crate::metadata::text::short_text;

impl Resolver<'_> {
    /// The text of a heading as the headline: without a kicker or a credit that stands inside it, where a
    /// witness has the rest.
    pub(super) fn shown(&self, heading: &Heading<'_>, witnesses: &[Witness<'_>]) -> String {
        let tree = self.context.tree;
        let whole = without_permalink(&heading.found.value);
        let strong = witnesses.iter().any(|witness| witness.weight >= 7 && witness.folded == heading.folded);
        let least = if heading.best == Agreement::Contained { 5 } else { 7 };
        let known = |text: &str| {
            let plain = folded(text);
            witnesses.iter().any(|witness| witness.weight >= least && witness.folded == plain)
        };
        let inner = tree.descendants(heading.place.node).skip(1).take(24);
        // JSON-LD alone says what the site itself counts to the headline; titles for other sites join both.
        let counted = witnesses.iter().any(|witness| witness.weight >= 8 && witness.folded == heading.folded);
        let before = |id| is_label(tree, id) || !counted && Signs::of(tree, id).has(Signs::KICKER);
        for id in inner.filter(|&id| tree.is_element(id) && before(id)) {
            let rest = short_text(tree, id, MOST_BYTES).and_then(|kicker| {
                let rest = whole.strip_prefix(kicker.as_str())?;
                Some(rest.trim_start_matches(|c: char| {
                    c.is_whitespace() || matches!(c, ':' | '-' | '–' | '|' | '.')
                }))
            });
            if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
                return rest.to_owned();
            }
        }
        // A kicker in an element of its own that one of the best sources leaves out, though another joins both.
        let told = witnesses.iter().find(|witness| {
            matches!(witness.found.origin.source, Source::OpenGraph | Source::JsonLd)
                && witness.weight >= 7
                && witness.folded != heading.folded
                && heading.folded.ends_with(&witness.folded)
        });
        if let Some(told) = told.filter(|_| strong) {
            let inner =
                tree.descendants(heading.place.node).skip(1).take(24).filter(|&id| tree.is_element(id));
            let mut parts = inner.filter_map(|id| short_text(tree, id, MOST_BYTES));
            if let Some(part) = parts.find(|part| folded(part) == told.folded) {
                return part;
            }
        }
        if !strong {
            let inner = tree.descendants(heading.place.node).skip(1).take(24);
            for id in inner.filter(|&id| tree.is_element(id)) {
                let Some(part) = short_text(tree, id, MOST_BYTES).filter(|part| part != whole) else {
                    continue;
                };
                if known(&part) {
                    return part;
                }
                let ends = [whole.strip_prefix(part.as_str()), whole.strip_suffix(part.as_str())];
                let rest = ends
                    .into_iter()
                    .flatten()
                    .map(|rest| rest.trim().trim_start_matches([':', '|', '–']).trim());
                if let Some(rest) = rest.into_iter().find(|rest| !rest.is_empty() && known(rest)) {
                    return rest.to_owned();
                }
            }
        }
        // "Kicker: headline" in one text.
        if !strong {
            let ends = whole.char_indices().filter(|(_, c)| matches!(c, ':' | '|' | '–' | '.')).take(4);
            let rests = ends.filter_map(|(at, c)| whole.get(at + c.len_utf8()..)).map(str::trim);
            if let Some(rest) =
                rests.into_iter().find(|rest| !rest.is_empty() && self.is_told(rest, witnesses))
            {
                return rest.to_owned();
            }
        }
        // Elements set apart by style alone leave their words without a mark or a blank between.
        let in_parts =
            tree.children(heading.place.node).filter(|&id| tree.is_element(id) && tree.name(id) != Name::BR);
        let in_parts = in_parts.take(3).count() >= 2;
        let tight = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let respaced = witnesses.iter().find(|witness| {
            witness.text.len() > whole.len()
                && (in_parts && witness.folded == heading.folded
                    || witness.folded.len() >= heading.folded.len() && tight(&witness.text) == tight(whole))
        });
        if let Some(witness) = respaced {
            return witness.text.clone();
        }
        without_rubric(&site_name::without(whole, &self.sites, false)).to_owned()
    }

    /// Whether JSON-LD or Open Graph gives just this as the headline.
    fn is_told(&self, text: &str, witnesses: &[Witness<'_>]) -> bool {
        let plain = folded(text);
        witnesses.iter().any(|witness| witness.weight >= 7 && witness.folded == plain)
    }
}

/// Whether an element inside a heading is a label before it: forums set the kind of a thread there.
fn is_label(tree: &Tree, id: NodeId) -> bool {
    let class = tree.attr(id, Name::CLASS).unwrap_or("");
    class.split_ascii_whitespace().any(|word| matches!(word, "label" | "prefix" | "thread-prefix"))
}

/// A heading's text without the sign of the link to itself that generators of documentation set behind it.
fn without_permalink(text: &str) -> &str {
    text.trim_end().trim_end_matches(['¶', '🔗']).trim_end()
}
