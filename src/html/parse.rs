//! Text in, tree out, within the limits.

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::guard::Guard;
use super::sink::{ArenaSink, Handle};
use super::tokenizer::{normalised, run};
use super::tree::Tree;
use crate::article::Partial;
use crate::limits::Limits;

/// Bytes between two looks at the clock.
pub(super) const PIECE: usize = 16 << 10;

/// Parses a page: text without byte order mark, as it is decoded; a second one is text.
///
/// Scripting counts as off, so that the contents of `noscript` are nodes: many pages keep their real pictures there.
/// A limit that is reached ends the parse; the tree then holds what was read, and the mark says so.
pub(crate) fn parse(text: &str, limits: &Limits) -> (Tree, Option<Partial>) {
    let text = normalised(text);
    let mut guard = Guard::new(builder(&text, limits), limits);
    run(&text, &mut guard, limits.attributes);
    let (sink, partial) = guard.finish();
    (sink.finish(), partial)
}

/// The same tree by html5ever's own tokenizer, without guard and limits: what tests and benches compare with.
#[doc(hidden)]
#[must_use]
pub fn parse_with_html5ever(text: &str) -> Tree {
    let tokenizer = Tokenizer::new(builder(text, &Limits::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.sink.finish()
}

fn builder(text: &str, limits: &Limits) -> TreeBuilder<Handle, ArenaSink> {
    let options =
        TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    TreeBuilder::new(ArenaSink::new(text.len(), limits.attributes), options)
}

/// The time limit. Without the feature `clock` it never runs out.
pub(super) struct Clock {
    #[cfg(feature = "clock")]
    end: Option<std::time::Instant>,
}

impl Clock {
    #[cfg(feature = "clock")]
    pub(super) fn start(limits: &Limits) -> Self {
        Self { end: limits.time.and_then(|time| std::time::Instant::now().checked_add(time)) }
    }

    #[cfg(not(feature = "clock"))]
    pub(super) fn start(_limits: &Limits) -> Self {
        Self {}
    }

    #[cfg(feature = "clock")]
    pub(super) fn is_over(&self) -> bool {
        self.end.is_some_and(|end| std::time::Instant::now() >= end)
    }

    #[cfg(not(feature = "clock"))]
    pub(super) fn is_over(&self) -> bool {
        false
    }
}
