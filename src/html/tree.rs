//! The tree: an arena of small nodes that link to each other by number.

use std::fmt;

use super::names::{Name, Names};

/// A node of a [`Tree`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The node's index in the arena: below [`Tree::len`], so that facts about nodes can live in a `Vec`.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NodeId({})", self.0)
    }
}

/// The link that leads nowhere.
pub(super) const NIL: u32 = u32::MAX;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    Document,
    Element,
    Text,
}

/// The namespaces that tree building tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Space {
    Html,
    Svg,
    MathMl,
    Other,
}

/// 32 bytes. An element's `start` and `count` are its range of attributes, a text's are bytes of the buffer.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) parent: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) next: u32,
    pub(super) prev: u32,
    pub(super) start: u32,
    pub(super) count: u32,
    pub(super) name: Name,
    pub(super) kind: Kind,
    pub(super) space: Space,
}

/// A range of the arena's attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) start: u32,
    pub(super) count: u32,
}

impl Range {
    pub(super) const EMPTY: Self = Self { start: 0, count: 0 };
}

impl Node {
    pub(super) fn set_attributes(&mut self, range: Range) {
        (self.start, self.count) = (range.start, range.count);
    }
}

/// An attribute: its value is a range of the text buffer.
#[derive(Debug, Clone)]
pub(super) struct Attribute {
    pub(super) name: Name,
    pub(super) start: u32,
    pub(super) len: u32,
}

/// A parsed page.
///
/// Nodes are elements and texts; comments and the doctype are not kept, nor is the text of scripts and style
/// sheets, except that of JSON. Building and walking need no recursion, and neither does dropping.
///
/// ```
/// let page = tearsheet::Page::from_text("<ul><li>one<li>two</ul>");
/// let tree = page.tree(&tearsheet::Limits::default())?;
/// let items = tearsheet::html::Selector::parse("ul > li")?;
/// let texts: Vec<String> = tree.select(tree.root(), &items).map(|id| tree.text_content(id)).collect();
/// assert_eq!(texts, ["one", "two"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<Attribute>,
    pub(super) buffer: String,
    pub(super) names: Names,
    pub(super) quirks: bool,
    pub(super) steps: u64,
}

impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tree").field("nodes", &self.nodes.len()).field("bytes", &self.buffer.len()).finish()
    }
}

impl Tree {
    pub(super) fn new(bytes: usize) -> Self {
        let document = Node {
            parent: NIL,
            first: NIL,
            last: NIL,
            next: NIL,
            prev: NIL,
            start: 0,
            count: 0,
            name: Name::NONE,
            kind: Kind::Document,
            space: Space::Other,
        };
        let mut nodes = Vec::with_capacity(bytes / 96 + 16);
        nodes.push(document);
        Self {
            nodes,
            attributes: Vec::with_capacity(bytes / 128),
            buffer: String::with_capacity(bytes / 3),
            names: Names::default(),
            quirks: false,
            steps: 0,
        }
    }

    /// How many nodes the arena holds; every [`NodeId::index`] is below it. Some may hang on no parent.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a tree always holds its document")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How often the tree builder asked for an element's name while the tree was made, and the guard went to a
    /// parent: the work beyond tokens and nodes, which tests hold against the page's size.
    #[doc(hidden)]
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The document.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    fn link(link: u32) -> Option<NodeId> {
        (link != NIL).then_some(NodeId(link))
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The node's parent.
    #[inline]
    #[must_use]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        Self::link(self.node(id).parent)
    }

    /// The node's first child.
    #[inline]
    #[must_use]
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        Self::link(self.node(id).first)
    }

    /// The node's last child.
    #[must_use]
    pub fn last_child(&self, id: NodeId) -> Option<NodeId> {
        Self::link(self.node(id).last)
    }

    /// The sibling after the node.
    #[inline]
    #[must_use]
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        Self::link(self.node(id).next)
    }

    /// The sibling before the node.
    #[must_use]
    pub fn prev_sibling(&self, id: NodeId) -> Option<NodeId> {
        Self::link(self.node(id).prev)
    }

    /// The element's name; [`Name::NONE`] for a text and the document.
    #[inline]
    #[must_use]
    pub fn name(&self, id: NodeId) -> Name {
        self.node(id).name
    }

    /// The text of a name: `div`, `data-src`.
    #[must_use]
    pub fn name_text(&self, name: Name) -> &str {
        self.names.text(name)
    }

    /// The name with this text (lower case), if the page can have it.
    #[must_use]
    pub fn find_name(&self, text: &str) -> Option<Name> {
        self.names.find(text)
    }

    /// Whether the node is an element.
    #[inline]
    #[must_use]
    pub fn is_element(&self, id: NodeId) -> bool {
        self.node(id).kind == Kind::Element
    }

    /// Whether the node is an element of HTML rather than of SVG or MathML.
    #[must_use]
    pub fn is_html(&self, id: NodeId) -> bool {
        let node = self.node(id);
        node.kind == Kind::Element && node.space == Space::Html
    }

    /// The text of a text node, as in the page: white space is not folded.
    #[inline]
    #[must_use]
    pub fn text(&self, id: NodeId) -> Option<&str> {
        let node = self.node(id);
        (node.kind == Kind::Text).then(|| self.slice(node.start, node.count))
    }

    #[inline]
    pub(super) fn slice(&self, start: u32, len: u32) -> &str {
        let start = start as usize;
        self.buffer.get(start..start + len as usize).unwrap_or("")
    }

    /// The value of an attribute.
    #[inline]
    #[must_use]
    pub fn attr(&self, id: NodeId, name: Name) -> Option<&str> {
        self.attribute_range(id)
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| self.slice(attribute.start, attribute.len))
    }

    /// The element's attributes in the order of the page.
    #[inline]
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (Name, &str)> {
        self.attribute_range(id)
            .iter()
            .map(|attribute| (attribute.name, self.slice(attribute.start, attribute.len)))
    }

    fn attribute_range(&self, id: NodeId) -> &[Attribute] {
        let node = self.node(id);
        if node.kind != Kind::Element {
            return &[];
        }
        self.attribute_list(Range { start: node.start, count: node.count })
    }

    pub(super) fn attribute_list(&self, range: Range) -> &[Attribute] {
        let start = range.start as usize;
        self.attributes.get(start..start + range.count as usize).unwrap_or(&[])
    }

    /// The words of the `class` attribute.
    pub fn classes(&self, id: NodeId) -> impl Iterator<Item = &str> {
        self.attr(id, Name::CLASS).unwrap_or("").split_ascii_whitespace()
    }
}
