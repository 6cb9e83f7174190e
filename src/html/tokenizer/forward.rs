//! Our tokens for html5ever's sinks.

use html5ever::interface::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, ScriptEscapeKind};
use html5ever::tokenizer::{self, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{LocalName, QualName, ns};
use memchr::memchr_iter;

use super::{Doctype, Next, Raw, Receiver, Tag, normalised, run};
use crate::limits::Limits;

/// Sends the tokens of a text to any sink that html5ever's tokenizer could feed, such as its tree builder, and gives
/// the sink back.
///
/// The tokens are those of the HTML standard, as from html5ever's tokenizer, in a third of its time. Differences: parse
/// errors are not told, text comes in larger or other pieces, and a byte order mark is text (html5ever drops it by
/// default). Of [`Limits`], the number of attributes of a tag is heeded.
///
/// ```
/// use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};
///
/// /// Counts tags.
/// #[derive(Default)]
/// struct Tags(std::cell::Cell<usize>);
///
/// impl TokenSink for Tags {
///     type Handle = ();
///     fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
///         self.0.set(self.0.get() + usize::from(matches!(token, Token::TagToken(_))));
///         TokenSinkResult::Continue
///     }
/// }
///
/// let tags = tearsheet::html::tokenize("<p>One <b>two</b>", Tags::default(), &Default::default());
/// assert_eq!(tags.0.get(), 3);
/// ```
pub fn tokenize<S: TokenSink>(text: &str, sink: S, limits: &Limits) -> S {
    forward(text, sink, limits.attributes, |_, _| true)
}

/// Sends the tokens to a sink while `goes_on` says so, which is asked with the sink and the bytes consumed.
pub(in super::super) fn forward<S, F>(text: &str, sink: S, attributes: usize, goes_on: F) -> S
where
    S: TokenSink,
    F: FnMut(&S, usize) -> bool,
{
    let text = normalised(text);
    let mut forward = Forward { sink, goes_on, text: &text, line: 1, lines_to: 0 };
    run(&text, &mut forward, attributes);
    forward.sink.end();
    forward.sink
}

struct Forward<'i, S, F> {
    sink: S,
    goes_on: F,
    text: &'i str,
    /// The number of the line in which the current token begins.
    line: u64,
    /// Up to where lines are counted.
    lines_to: usize,
}

impl<S: TokenSink, F> Forward<'_, S, F> {
    fn send(&mut self, token: Token) -> Next {
        match self.sink.process_token(token, self.line) {
            TokenSinkResult::Plaintext => Next::PlainText,
            TokenSinkResult::RawData(kind) => Next::Raw(raw_state(kind)),
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => Next::Data,
        }
    }

    fn tag(&mut self, kind: TagKind, tag: &Tag<'_>) -> Next {
        let attrs = tag.attributes().map(|(name, value)| attribute(name, value)).collect();
        self.send(Token::TagToken(tokenizer::Tag {
            kind,
            name: LocalName::from(tag.name),
            self_closing: tag.self_closing,
            attrs,
            had_duplicate_attributes: tag.has_duplicates,
        }))
    }
}

/// An attribute as html5ever's tokenizer makes it: without namespace.
pub(in super::super) fn attribute(name: &str, value: &str) -> Attribute {
    Attribute {
        name: QualName::new(None, ns!(), LocalName::from(name)),
        value: StrTendril::from_slice(value),
    }
}

impl From<Doctype> for tokenizer::Doctype {
    fn from(doctype: Doctype) -> Self {
        Self {
            name: doctype.name.map(StrTendril::from),
            public_id: doctype.public.map(StrTendril::from),
            system_id: doctype.system.map(StrTendril::from),
            force_quirks: doctype.forces_quirks,
        }
    }
}

/// The raw text that a sink asks for.
pub(in super::super) fn raw_state(kind: RawKind) -> Raw {
    match kind {
        RawKind::Rcdata => Raw::Rcdata,
        RawKind::Rawtext => Raw::Rawtext,
        RawKind::ScriptData => Raw::Script,
        RawKind::ScriptDataEscaped(ScriptEscapeKind::Escaped) => Raw::EscapedScript,
        RawKind::ScriptDataEscaped(ScriptEscapeKind::DoubleEscaped) => Raw::DoubleEscapedScript,
    }
}

impl<S: TokenSink, F: FnMut(&S, usize) -> bool> Receiver for Forward<'_, S, F> {
    fn start_tag(&mut self, tag: &Tag<'_>) -> Next {
        self.tag(TagKind::StartTag, tag)
    }

    fn end_tag(&mut self, tag: &Tag<'_>) {
        self.tag(TagKind::EndTag, tag);
    }

    fn text(&mut self, text: &str) {
        self.send(Token::CharacterTokens(StrTendril::from_slice(text)));
    }

    fn null(&mut self) {
        self.send(Token::NullCharacterToken);
    }

    fn comment(&mut self, text: &str) {
        self.send(Token::CommentToken(text.replace('\0', "\u{fffd}").into()));
    }

    fn doctype(&mut self, doctype: Doctype) {
        self.send(Token::DoctypeToken(doctype.into()));
    }

    fn end_of_file(&mut self) {
        self.send(Token::EOFToken);
    }

    fn in_foreign_content(&self) -> bool {
        self.sink.adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn goes_on(&mut self, consumed: usize) -> bool {
        let lines = self.text.as_bytes().get(self.lines_to..consumed).unwrap_or(&[]);
        self.line += memchr_iter(b'\n', lines).count() as u64;
        self.lines_to = consumed;
        (self.goes_on)(&self.sink, consumed)
    }
}
