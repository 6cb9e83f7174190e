//! The decisions over a page, in words.

use super::blocks::{Container, Cut, Holds};
use super::decide::{Decision, Reason};
use super::features::Features;
use super::model::Scores;
use crate::article::Explained;
use crate::html::{Name, Tree};

/// Containers that a path shows.
const SHOWN: usize = 5;

/// Why each block stayed or went, in the order of the page.
pub(super) fn explain(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    decision: &Decision,
    scores: Scores,
) -> Vec<Explained> {
    let mut all: Vec<Explained> = cut
        .blocks
        .iter()
        .zip(&features.blocks)
        .zip(&decision.reasons)
        .map(|((block, of), &reason)| {
            let text = if block.holds == Holds::Text { cut.text(tree, block) } else { String::new() };
            let around = cut.around(block.container).take(SHOWN);
            let path: Vec<String> = around.map(|(_, container)| element(tree, container)).collect();
            let mut explained =
                Explained::new(text, path.join(" < "), reason.keeps(), name(cut.container(block), reason));
            explained.quality = of.quality;
            explained.link_density = of.link_density;
            explained
        })
        .collect();
    for (explained, likely) in all.iter_mut().zip(scores.likely) {
        explained.likely = likely;
    }
    for (explained, strongest) in all.iter_mut().zip(scores.strongest) {
        explained.strongest = strongest;
    }
    #[cfg(feature = "training")]
    for shown in scores.shown {
        if let Some(explained) = all.get_mut(shown.block) {
            explained.features = shown.vector;
            explained.slots = shown.slots;
        }
    }
    all
}

/// An element as a selector would name it.
fn element(tree: &Tree, container: &Container) -> String {
    let mut out = tree.name_text(container.name).to_owned();
    if let Some(id) = tree.attr(container.node, Name::ID) {
        out.push('#');
        out.push_str(id);
    }
    for class in tree.classes(container.node) {
        out.push('.');
        out.push_str(class);
    }
    out
}

fn name(container: &Container, reason: Reason) -> String {
    match reason {
        Reason::Text => "text",
        Reason::Witness => "json-ld has it",
        Reason::Heading => "heading over kept text",
        Reason::ListItem => "item of a list in the text",
        Reason::Between => "between kept texts",
        Reason::Lead => "lead before the container",
        Reason::Cell => "cell of a table of data",
        Reason::Media => "between kept texts",
        Reason::Outside => "outside the article",
        Reason::Marked => {
            return container.rule.map_or_else(String::new, |rule| format!("marked: {}", rule.name()));
        }
        Reason::Headline => "headline",
        Reason::Meta | Reason::NamedMeta => "byline, date or another fact about the article",
        Reason::Announcement => "announces other stories or comments",
        Reason::Legal => "legal notice",
        Reason::Beside => "beside the article",
        Reason::Caption => "caption or credit",
        Reason::Links => "links",
        Reason::Short => "short",
        Reason::Learned => "the model finds it likely",
        Reason::Unlikely => "the model finds it unlikely",
        Reason::Repeated => "stands in the article already",
    }
    .to_owned()
}
