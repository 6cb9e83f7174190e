//! How a tree grows: nodes, attributes and text are added to the arena, and linked.

use html5ever::Attribute as Token;

use super::foreign::adjusted;
use super::names::Name;
use super::tokenizer::Tag;
use super::tree::{Attribute, Kind, NIL, Node, NodeId, Range, Space, Tree};

impl Tree {
    pub(super) fn push_node(&mut self, kind: Kind, name: Name, space: Space, start: u32, count: u32) -> u32 {
        let id = self.nodes.len() as u32;
        self.nodes.push(Node {
            parent: NIL,
            first: NIL,
            last: NIL,
            next: NIL,
            prev: NIL,
            start,
            count,
            name,
            kind,
            space,
        });
        id
    }

    pub(super) fn push_text_bytes(&mut self, text: &str) -> u32 {
        let start = self.buffer.len() as u32;
        self.buffer.push_str(text);
        start
    }

    pub(super) fn push_tag_attributes(&mut self, space: Space, tag: &Tag<'_>) -> Range {
        let start = self.attributes.len() as u32;
        for (name, value) in tag.attributes() {
            let name = self.names.intern(adjusted(space, name));
            let start = self.push_text_bytes(value);
            self.attributes.push(Attribute { name, start, len: value.len() as u32 });
        }
        Range { start, count: self.attributes.len() as u32 - start }
    }

    /// These attributes, which have the names of HTML, for an element in this namespace: an `a` or a `font` in an
    /// `svg` is none of the formatting elements.
    pub(super) fn named_as_in(&mut self, space: Space, range: Range) -> Range {
        if !matches!(space, Space::Svg | Space::MathMl) {
            return range;
        }
        let (start, count) = (range.start as usize, range.count as usize);
        let copied = self.attributes.len();
        self.attributes.extend_from_within(start..start + count);
        for at in copied..self.attributes.len() {
            let name = adjusted(space, self.names.text(self.attributes[at].name)).to_owned();
            self.attributes[at].name = self.names.intern(&name);
        }
        Range { start: copied as u32, count: range.count }
    }

    pub(super) fn push_attributes(&mut self, attrs: &[Token]) {
        for attr in attrs {
            let local = &attr.name.local;
            let name = match &attr.name.prefix {
                Some(prefix) if !prefix.is_empty() => self.names.intern(&format!("{prefix}:{local}")),
                _ => self.names.intern(local),
            };
            let start = self.push_text_bytes(&attr.value);
            self.attributes.push(Attribute { name, start, len: attr.value.len() as u32 });
        }
    }

    pub(super) fn detach(&mut self, id: u32) {
        let Node { parent, next, prev, .. } = self.nodes[id as usize];
        match self.nodes.get_mut(prev as usize) {
            Some(node) => node.next = next,
            None if parent != NIL => self.nodes[parent as usize].first = next,
            None => {}
        }
        match self.nodes.get_mut(next as usize) {
            Some(node) => node.prev = prev,
            None if parent != NIL => self.nodes[parent as usize].last = prev,
            None => {}
        }
        let node = &mut self.nodes[id as usize];
        (node.parent, node.next, node.prev) = (NIL, NIL, NIL);
    }

    /// Puts a node below `parent`, before `before` (or last, where that is `NIL`).
    pub(super) fn attach(&mut self, parent: u32, before: u32, id: u32) {
        self.detach(id);
        let prev = match self.nodes.get_mut(before as usize) {
            Some(node) => std::mem::replace(&mut node.prev, id),
            None => std::mem::replace(&mut self.nodes[parent as usize].last, id),
        };
        match self.nodes.get_mut(prev as usize) {
            Some(node) => node.next = id,
            None => self.nodes[parent as usize].first = id,
        }
        let node = &mut self.nodes[id as usize];
        (node.parent, node.next, node.prev) = (parent, before, prev);
    }

    /// Adds text below `parent`, before `before`. It joins the text before it where that is the last in the
    /// buffer, and else is a node of its own: moving the older text would cost time square in its length.
    pub(super) fn insert_text(&mut self, parent: u32, before: u32, text: &str) {
        if text.is_empty() || !self.keeps_text(NodeId(parent)) {
            return;
        }
        let prev = match self.nodes.get(before as usize) {
            Some(node) => node.prev,
            None => self.nodes[parent as usize].last,
        };
        let end = self.buffer.len() as u32;
        if let Some(node) = self.nodes.get_mut(prev as usize)
            && node.kind == Kind::Text
            && node.start + node.count == end
        {
            node.count += text.len() as u32;
            self.buffer.push_str(text);
            return;
        }
        let start = self.push_text_bytes(text);
        let id = self.push_node(Kind::Text, Name::NONE, Space::Other, start, text.len() as u32);
        self.attach(parent, before, id);
    }

    /// Scripts and style sheets are not kept, but for JSON (JSON-LD and states of applications) and formulas.
    fn keeps_text(&self, parent: NodeId) -> bool {
        match self.name(parent) {
            Name::SCRIPT => self.attr(parent, Name::TYPE).is_some_and(is_data),
            Name::STYLE => false,
            _ => true,
        }
    }
}

/// Whether a script's type names JSON (`application/json`, `application/ld+json`) or TeX (`math/tex`), with whatever
/// parameters.
pub(super) fn is_data(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or("").trim();
    let tail = essence.len().checked_sub(4).and_then(|at| essence.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("json")) || essence.eq_ignore_ascii_case("math/tex")
}
