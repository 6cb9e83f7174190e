//! Keeps html5ever's tree builder out of the shapes that cost it time or nodes square in their size, or worse.
//!
//! Three things do that (measured on html5ever 0.40, servo/html5ever issue 788): depth, as the builder scans its
//! stack of open elements for most tags; formatting elements with differing attributes, each of which it rebuilds in
//! every later paragraph; and attributes on one tag. The guard stands between tokenizer and builder, as a sink
//! of tokens. On real pages it changes nothing.

use std::cell::{Cell, RefCell};

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{LocalName, local_name};

use super::sink::{ArenaSink, Handle};
use crate::limits::Limits;

/// No stack of open elements deeper than this, whatever the limits say: the builder's cost per tag grows with it.
const DEEPEST: usize = 4096;

pub(super) struct Guard {
    builder: TreeBuilder<Handle, ArenaSink>,
    depth: usize,
    attributes: usize,
    nodes: usize,
    full: Cell<bool>,
    /// The raw text element that was swallowed and whose text is dropped up to its end tag.
    swallowing: RefCell<Option<LocalName>>,
}

impl Guard {
    pub(super) fn new(builder: TreeBuilder<Handle, ArenaSink>, limits: &Limits) -> Self {
        Self {
            builder,
            depth: limits.depth.clamp(8, DEEPEST),
            attributes: limits.attributes,
            nodes: limits.nodes,
            full: Cell::new(false),
            swallowing: RefCell::new(None),
        }
    }

    /// Whether the limit of nodes is reached; no further token is passed on.
    pub(super) fn is_full(&self) -> bool {
        self.full.get()
    }

    pub(super) fn into_sink(self) -> ArenaSink {
        self.builder.sink
    }

    fn start_tag(&self, mut tag: Tag, line: u64) -> TokenSinkResult<Handle> {
        if !is_void(&tag.name) && self.builder.sink.depth(self.depth) >= self.depth {
            return match raw_kind(&tag.name) {
                Some(kind) => {
                    self.swallowing.replace(Some(tag.name));
                    TokenSinkResult::RawData(kind)
                }
                None => TokenSinkResult::Continue,
            };
        }
        tag.attrs.truncate(self.attributes);
        if tag.attrs.is_empty() || !is_formatting(&tag.name) {
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        // Without attributes the standard's own rule of three equal entries caps the list of formatting
        // elements. The element itself gets its attributes afterwards; only later copies of it have none.
        let (name, attrs) = (tag.name.clone(), std::mem::take(&mut tag.attrs));
        let before = self.builder.sink.nodes();
        let result = self.builder.process_token(Token::TagToken(tag), line);
        if let Some(created) = self.builder.sink.created_since(before, &name) {
            self.builder.sink.add_attrs_if_missing(&created, attrs);
        }
        result
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.full.get() && token != Token::EOFToken {
            return TokenSinkResult::Continue;
        }
        self.full.set(self.builder.sink.nodes() >= self.nodes);
        if let Some(name) = &*self.swallowing.borrow() {
            match &token {
                Token::TagToken(tag) if tag.kind == TagKind::EndTag && tag.name == *name => {}
                Token::EOFToken => return self.builder.process_token(token, line),
                _ => return TokenSinkResult::Continue,
            }
        }
        if self.swallowing.take().is_some() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CommentToken(_) | Token::ParseError(_) => TokenSinkResult::Continue,
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start_tag(tag, line),
            other => self.builder.process_token(other, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements that hold nothing (<https://html.spec.whatwg.org/multipage/syntax.html#void-elements>): they don't
/// deepen the tree.
fn is_void(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
    )
}

/// The formatting elements (<https://html.spec.whatwg.org/multipage/parsing.html#formatting>) but for `a`, of
/// which the standard keeps only one open.
fn is_formatting(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("b")
            | local_name!("big")
            | local_name!("code")
            | local_name!("em")
            | local_name!("font")
            | local_name!("i")
            | local_name!("nobr")
            | local_name!("s")
            | local_name!("small")
            | local_name!("strike")
            | local_name!("strong")
            | local_name!("tt")
            | local_name!("u")
    )
}

/// How the tokenizer must read on where the start tag of a raw text element is swallowed.
fn raw_kind(name: &LocalName) -> Option<RawKind> {
    match *name {
        local_name!("script") => Some(RawKind::ScriptData),
        local_name!("style")
        | local_name!("xmp")
        | local_name!("iframe")
        | local_name!("noembed")
        | local_name!("noframes") => Some(RawKind::Rawtext),
        local_name!("textarea") | local_name!("title") => Some(RawKind::Rcdata),
        _ => None,
    }
}
