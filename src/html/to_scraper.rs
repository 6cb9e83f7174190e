//! Our tokens through scraper's own tree sink.

use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use scraper::{Html, HtmlTreeSink};

use super::parse::{Clock, PIECE};
use super::tokenizer::forward;
use crate::limits::Limits;

/// The tree that `scraper::Html::parse_document` would give, in less of its time.
pub(crate) fn to_scraper(text: &str, limits: &Limits) -> Html {
    let clock = Clock::start(limits);
    let mut next_look = PIECE;
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let builder = forward(text, builder, limits.attributes, |builder, consumed| {
        let looks = consumed >= next_look;
        if looks {
            next_look = consumed + PIECE;
        }
        builder.sink.0.borrow().tree.values().len() < limits.nodes && !(looks && clock.is_over())
    });
    builder.sink.finish()
}
