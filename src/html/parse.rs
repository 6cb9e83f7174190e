//! Text in, tree out, within the limits.

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
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

/// The same tree by html5ever's own tokenizer, without guard and limits: what tests and benches compare with. It is held
/// to the standard where html5ever 0.40 is not:
///
/// - Its tokenizer sends parse errors as tokens, and the tree builder takes one for the next token behind `<pre>`, of
///   which a newline is to be dropped
///   (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>). Here it gets no errors.
/// - `Tokenizer::feed` drops a U+FEFF wherever it begins, and it begins again behind each script. Only the first one of a
///   text is a byte order mark (<https://encoding.spec.whatwg.org/#decode>). Here that one is dropped.
#[doc(hidden)]
#[must_use]
pub fn parse_with_html5ever(text: &str) -> Tree {
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(WithoutErrors(builder(text, &Limits::default())), options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text.strip_prefix('\u{feff}').unwrap_or(text)));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.sink.finish()
}

/// Passes all on but parse errors.
struct WithoutErrors(TreeBuilder<Handle, ArenaSink>);

impl TokenSink for WithoutErrors {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match token {
            Token::ParseError(_) => TokenSinkResult::Continue,
            token => self.0.process_token(token, line),
        }
    }

    fn end(&self) {
        self.0.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.adjusted_current_node_present_but_not_in_html_namespace()
    }
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
