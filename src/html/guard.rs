//! Keeps html5ever's tree builder out of the shapes that cost it time or nodes square in their size, or worse, and
//! sends it no more than it needs.
//!
//! Two things cost it such time (measured on html5ever 0.40, servo/html5ever issue 788): depth, as the builder scans its
//! stack of open elements for most tags; and formatting elements with differing attributes, each of which it rebuilds
//! in every later paragraph. The guard stands between tokenizer and builder. Depth is capped. Attributes don't pass
//! through the builder at all, but for the few that it decides by: they go to the arena when the element is
//! there, and a formatting element carries the number of its attributes ([`Formats`]), of which there are only so many.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{self, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, QualName, local_name, ns};

use super::formats::Formats;
use super::growth::is_data;
use super::names::Name;
use super::parse::{Clock, PIECE};
use super::sink::{ArenaSink, Handle};
use super::tokenizer::{Doctype, Next, Raw, Receiver, Tag, attribute, raw_state};
use crate::article::{LimitKind, Partial};
use crate::limits::Limits;

/// No stack of open elements deeper than this, whatever the limits say: the builder's cost per tag grows with it.
const DEEPEST: usize = 4096;

pub(super) struct Guard {
    builder: TreeBuilder<Handle, ArenaSink>,
    depth: usize,
    /// While the arena has fewer nodes than this, the insertion point cannot be too deep.
    shallow_until: usize,
    nodes: usize,
    clock: Clock,
    next_look: usize,
    partial: Option<Partial>,
    formats: Formats,
    /// Whether an `svg` or `math` was met: before, no place is foreign.
    met_foreign: bool,
    /// Whether the raw text that is being read is dropped.
    drops_text: bool,
    /// The raw text element that was swallowed, up to its end tag.
    swallowing: bool,
}

impl Guard {
    pub(super) fn new(builder: TreeBuilder<Handle, ArenaSink>, limits: &Limits) -> Self {
        Self {
            builder,
            depth: limits.depth.clamp(8, DEEPEST),
            shallow_until: 0,
            nodes: limits.nodes,
            clock: Clock::start(limits),
            next_look: PIECE,
            partial: None,
            formats: Formats::default(),
            met_foreign: false,
            drops_text: false,
            swallowing: false,
        }
    }

    /// The builder's sink, and the limit that ended the input.
    pub(super) fn finish(self) -> (ArenaSink, Option<Partial>) {
        (self.builder.sink, self.partial)
    }

    fn send(&self, token: Token) -> Next {
        match self.builder.process_token(token, 1) {
            TokenSinkResult::Plaintext => Next::PlainText,
            TokenSinkResult::RawData(kind) => Next::Raw(raw_state(kind)),
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => Next::Data,
        }
    }

    /// Whether the insertion point has as many ancestors as it may. They are walked rather than counted along, as
    /// counts go stale when the adoption agency moves subtrees; but none gets deeper by more than one a new node.
    fn is_too_deep(&mut self) -> bool {
        let nodes = self.builder.sink.nodes();
        if nodes < self.shallow_until {
            return false;
        }
        let depth = self.builder.sink.depth(self.depth);
        self.shallow_until = nodes + (self.depth - depth);
        depth >= self.depth
    }

    fn is_foreign(&self) -> bool {
        self.met_foreign && self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }

    /// What the builder must see of the attributes.
    fn attributes_to_decide_by(&self, name: Name, tag: &Tag<'_>) -> Vec<html5ever::Attribute> {
        match name {
            // These can come to an element that is there already.
            Name::HTML | Name::BODY => tag.attributes().map(|(name, value)| attribute(name, value)).collect(),
            Name::INPUT => {
                let hidden =
                    |(name, value): (&str, &str)| name == "type" && value.eq_ignore_ascii_case("hidden");
                if tag.attributes().any(hidden) { vec![attribute("type", "hidden")] } else { Vec::new() }
            }
            // Foreign content ends at a `font` with one of these. They are told everywhere: fonts that are equal must be
            // equal to the builder, whichever content they stand in.
            Name::FONT => {
                let breaks_out = tag.attributes().any(|(name, _)| matches!(name, "color" | "face" | "size"));
                if breaks_out { vec![attribute("color", "")] } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    fn token(&self, kind: TagKind, name: LocalName, tag: &Tag<'_>, attrs: Vec<html5ever::Attribute>) -> Next {
        let self_closing = tag.self_closing;
        self.send(Token::TagToken(tokenizer::Tag {
            kind,
            name,
            self_closing,
            attrs,
            had_duplicate_attributes: false,
        }))
    }
}

/// html5ever's name for a tag, whose name is `known` to us or not.
fn local_name_of(known: Option<Name>, tag: &Tag<'_>) -> LocalName {
    match known.and_then(Name::local_name) {
        Some(local) => local.clone(),
        None => LocalName::from(tag.name),
    }
}

/// The attribute by which the builder tells formatting elements apart, and the sink finds their attributes: no
/// attribute of a page has its namespace.
fn mark(format: u8) -> html5ever::Attribute {
    html5ever::Attribute {
        name: QualName::new(None, ns!(xmlns), local_name!("format")),
        value: StrTendril::from_char(char::from(format)),
    }
}

/// The number of a mark.
pub(super) fn marked_format(attrs: &[html5ever::Attribute]) -> Option<u8> {
    let first = attrs.first()?;
    if first.name.ns != ns!(xmlns) || first.name.local != local_name!("format") {
        return None;
    }
    first.value.as_bytes().first().copied()
}

impl Receiver for Guard {
    fn start_tag(&mut self, tag: &Tag<'_>) -> Next {
        let known = Name::known(tag.name);
        let name = known.unwrap_or(Name::NONE);
        if self.is_too_deep() && !is_void(name) {
            return match raw_kind(name) {
                Some(raw) => {
                    self.swallowing = true;
                    Next::Raw(raw)
                }
                None => Next::Data,
            };
        }
        self.met_foreign |= name == Name::SVG || name == Name::MATH;
        let mut attrs = self.attributes_to_decide_by(name, tag);
        let is_passed_on = name == Name::HTML || name == Name::BODY;
        let is_marked = is_formatting(name) && tag.attributes().len() > 0;
        if is_marked {
            let format = self.formats.number(name == Name::A, tag, &self.builder.sink);
            attrs.insert(0, mark(format));
        }
        let before = self.builder.sink.nodes();
        let local = local_name_of(known, tag);
        let own = self.builder.sink.announce(local.clone(), known, tag.name);
        let next = self.token(TagKind::StartTag, local, tag, attrs);
        if !is_marked && !is_passed_on && tag.attributes().len() > 0 {
            self.builder.sink.give_attributes(before, own, tag);
        }
        if let Next::Raw(_) = next {
            let media_type = tag.attributes().find(|&(name, _)| name == "type");
            self.drops_text = match name {
                Name::SCRIPT => !media_type.is_some_and(|(_, value)| is_data(value)),
                _ => name == Name::STYLE,
            };
        }
        next
    }

    fn end_tag(&mut self, tag: &Tag<'_>) {
        self.drops_text = false;
        if std::mem::take(&mut self.swallowing) {
            return;
        }
        self.token(TagKind::EndTag, local_name_of(Name::known(tag.name), tag), tag, Vec::new());
    }

    fn text(&mut self, text: &str) {
        if !self.drops_text && !self.swallowing {
            self.send(Token::CharacterTokens(StrTendril::from_slice(text)));
        }
    }

    fn null(&mut self) {
        self.send(Token::NullCharacterToken);
    }

    /// A comment parts the text of a table, and is nothing else to the tree.
    fn comment(&mut self, _text: &str) {
        self.send(Token::CommentToken(StrTendril::new()));
    }

    fn doctype(&mut self, doctype: Doctype) {
        self.send(Token::DoctypeToken(doctype.into()));
    }

    fn end_of_file(&mut self) {
        self.send(Token::EOFToken);
        self.builder.end();
    }

    fn in_foreign_content(&self) -> bool {
        self.is_foreign()
    }

    fn goes_on(&mut self, consumed: usize) -> bool {
        if self.builder.sink.nodes() >= self.nodes {
            self.partial = Some(Partial::new(LimitKind::Nodes, consumed));
        } else if consumed >= self.next_look {
            self.next_look = consumed + PIECE;
            if self.clock.is_over() {
                self.partial = Some(Partial::new(LimitKind::Time, consumed));
            }
        }
        self.partial.is_none()
    }
}

/// Elements that hold nothing (<https://html.spec.whatwg.org/multipage/syntax.html#void-elements>): they don't
/// deepen the tree.
fn is_void(name: Name) -> bool {
    matches!(
        name,
        Name::AREA
            | Name::BASE
            | Name::BR
            | Name::COL
            | Name::EMBED
            | Name::HR
            | Name::IMG
            | Name::INPUT
            | Name::LINK
            | Name::META
            | Name::SOURCE
            | Name::TRACK
            | Name::WBR
    )
}

/// The formatting elements (<https://html.spec.whatwg.org/multipage/parsing.html#formatting>).
fn is_formatting(name: Name) -> bool {
    matches!(
        name,
        Name::A
            | Name::B
            | Name::BIG
            | Name::CODE
            | Name::EM
            | Name::FONT
            | Name::I
            | Name::NOBR
            | Name::S
            | Name::SMALL
            | Name::STRIKE
            | Name::STRONG
            | Name::TT
            | Name::U
    )
}

/// How the tokenizer must read on where the start tag of a raw text element is swallowed.
fn raw_kind(name: Name) -> Option<Raw> {
    match name {
        Name::SCRIPT => Some(Raw::Script),
        Name::STYLE | Name::XMP | Name::IFRAME | Name::NOEMBED | Name::NOFRAMES => Some(Raw::Rawtext),
        Name::TEXTAREA | Name::TITLE => Some(Raw::Rcdata),
        _ => None,
    }
}
