//! From the marked tree to the typed body: cut, look, decide, assemble.
//!
//! Blocks (`blocks`), what is known of them (`features`), what the rules decide over them (`choose`, `decide`, `tail`),
//! what a model that was learned from pages says to that (`model`), the decision (`decide::learned`), what the elements
//! alone settle behind it (`settled`) and what is made of it (`assemble`) are apart, so that each can be replaced or shown
//! alone.

mod assemble;
mod blocks;
mod choose;
mod completeness;
mod confidence;
mod decide;
mod explain;
mod features;
mod hints;
mod letters;
mod model;
mod settled;
mod statistics;
mod tables;
mod tail;
mod verdict;
mod witness;

pub(crate) use assemble::Base;
pub(crate) use model::Model;
pub(crate) use statistics::is_dense;
pub(crate) use verdict::Signals;

use crate::article::{Author, Block, Completeness, Explained, Verdict, VerdictKind};
use crate::clean::Marks;
use crate::html::{NodeId, Tree};
use assemble::{Assembly, Known, Live};

/// What the stages before know that helps to find the body.
#[derive(Debug, Default)]
pub(crate) struct Clues<'a> {
    /// The headline, which is not repeated in the body.
    pub(crate) headline: Option<&'a str>,
    /// The element it stands in.
    pub(crate) headline_node: Option<NodeId>,
    /// The summary below the headline. Where the page shows it, the body begins with it.
    pub(crate) standfirst: Option<&'a str>,
    /// Who wrote it: a line that is a name is not body.
    pub(crate) authors: &'a [Author],
    /// Lines of facts (byline, date) that are not body.
    pub(crate) leave_out: &'a [NodeId],
    /// The body as JSON-LD gives it.
    pub(crate) article_body: Option<&'a str>,
    /// What the page says of itself, for the verdict.
    pub(crate) signals: Signals<'a>,
}

/// The body and what is thought of it.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) body: Vec<Block>,
    pub(crate) verdict: Verdict,
    pub(crate) completeness: Completeness,
    pub(crate) confidence: f32,
    /// Why each block stayed or went, where asked for.
    pub(crate) explained: Vec<Explained>,
}

/// The confidence where a page stands in place of the article.
const NOTHING: f32 = 0.05;

/// Finds the body of a page.
pub(crate) fn find(
    tree: &Tree,
    marks: &Marks,
    clues: &Clues<'_>,
    base: &Base<'_>,
    model: &Model,
    explain: bool,
) -> Content {
    let cut = blocks::cut(tree, marks);
    #[cfg(feature = "training")]
    let cut = shortened(tree, cut, clues, model);
    let features = features::compute(tree, &cut, clues);
    let witness = clues.article_body.and_then(|body| witness::hear(tree, &cut, body));
    let rules = decide::decide(tree, &cut, &features, clues, witness.as_ref());
    let sight = model::Sight {
        tree,
        cut: &cut,
        features: &features,
        clues,
        witness: witness.as_ref(),
        rules: &rules,
    };
    let scores = model.score(&sight, explain);
    let mut decision = decide::with_scores(tree, &cut, &features, clues, &rules, &scores.likely);
    settled::settle(tree, &cut, &features, clues, &scores.likely, &mut decision);
    let judged = verdict::judge(tree, &cut, &features, &rules, &decision, clues);
    let confidence = if judged.verdict.kind.is_barrier() {
        NOTHING
    } else {
        confidence::confidence(&cut, &features, &decision, &scores.likely)
    };
    let explained =
        if explain { explain::explain(tree, &cut, &features, &decision, scores) } else { Vec::new() };
    let body = if judged.verdict.kind.is_barrier() {
        Vec::new()
    } else {
        let said = judged.verdict.kind == VerdictKind::LiveBlog;
        let live = if said { Live::Said } else { Live::hinted(clues.signals.url) };
        Assembly {
            tree,
            cut: &cut,
            features: &features,
            decision: &decision,
            base,
            live,
            known: Known::default(),
        }
        .body()
    };
    Content { body, verdict: judged.verdict, completeness: judged.completeness, confidence, explained }
}

/// The cut without most of the article's texts, where training asks for it.
#[cfg(feature = "training")]
fn shortened(tree: &Tree, mut cut: blocks::Cut, clues: &Clues<'_>, model: &Model) -> blocks::Cut {
    if let Some(left) = model.shorten {
        let features = features::compute(tree, &cut, clues);
        let rules = decide::decide(tree, &cut, &features, clues, None);
        model::shorten(&mut cut, &rules, left);
    }
    cut
}
