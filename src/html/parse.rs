//! Text in, tree out, within the limits.

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::guard::Guard;
use super::sink::ArenaSink;
use super::tree::Tree;
use crate::article::{LimitKind, Partial};
use crate::limits::Limits;

/// Bytes between two looks at the clock and at the number of nodes.
const PIECE: usize = 16 << 10;

/// Parses a page.
///
/// Scripting counts as off, so that the contents of `noscript` are nodes: many pages keep their real pictures there.
/// A limit that is reached ends the parse; the tree then holds what was read, and the mark says so.
pub(crate) fn parse(text: &str, limits: &Limits) -> (Tree, Option<Partial>) {
    let clock = Clock::start(limits);
    let options =
        TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(ArenaSink::new(text.len(), limits.attributes), options);
    let tokenizer = Tokenizer::new(Guard::new(builder, limits), TokenizerOpts::default());
    let input = BufferQueue::default();

    let mut partial = None;
    let mut at = 0;
    while at < text.len() {
        let mut end = (at + PIECE).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        input.push_back(StrTendril::from_slice(text.get(at..end).unwrap_or("")));
        at = end;
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if tokenizer.sink.is_full() {
            partial = Some(Partial::new(LimitKind::Nodes, at));
        } else if clock.is_over() && at < text.len() {
            partial = Some(Partial::new(LimitKind::Time, at));
        }
        if partial.is_some() {
            break;
        }
    }
    tokenizer.end();
    (tokenizer.sink.into_sink().finish(), partial)
}

/// The time limit. Without the feature `clock` it never runs out.
struct Clock {
    #[cfg(feature = "clock")]
    end: Option<std::time::Instant>,
}

impl Clock {
    #[cfg(feature = "clock")]
    fn start(limits: &Limits) -> Self {
        Self { end: limits.time.and_then(|time| std::time::Instant::now().checked_add(time)) }
    }

    #[cfg(not(feature = "clock"))]
    fn start(_limits: &Limits) -> Self {
        Self {}
    }

    #[cfg(feature = "clock")]
    fn is_over(&self) -> bool {
        self.end.is_some_and(|end| std::time::Instant::now() >= end)
    }

    #[cfg(not(feature = "clock"))]
    fn is_over(&self) -> bool {
        false
    }
}
