//! html5ever's tree builder writes into our arena through this sink.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::ElemName;
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute as Token, LocalName, Namespace, QualName, local_name, ns};

use super::guard::marked_format;
use super::names::Name;
use super::tokenizer::Tag;
use super::tree::{Kind, NIL, NodeId, Range, Space, Tree};

/// What the tree builder holds of a node: 8 bytes that know the element's name, so that the builder's constant
/// questions for it don't touch the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Handle {
    id: u32,
    name: Name,
    space: Space,
}

/// Nodes that are not kept (comments) have this handle.
const DROPPED: Handle = Handle { id: NIL, name: Name::NONE, space: Space::Other };

/// The sink.
#[derive(Debug)]
pub(super) struct ArenaSink {
    tree: RefCell<Tree>,
    /// The element that was inserted last, or the parent of the one that was popped last: near the insertion
    /// point, for the guard's walk.
    position: Cell<u32>,
    last_created: Cell<Handle>,
    attributes_most: usize,
    /// The attributes of formatting elements, by the numbers that the guard gave them.
    formats: RefCell<Vec<Range>>,
    /// The name of the tag that the builder has got last, in both forms.
    tag: RefCell<(LocalName, Name)>,
    /// What the tree builder has asked so far, and the guard walked.
    steps: Cell<u64>,
}

/// An element's name as the tree builder wants it.
#[derive(Debug)]
pub(super) enum Named {
    Constant(&'static LocalName, Space),
    Other(LocalName, Space),
}

static HTML: Namespace = ns!(html);
static SVG: Namespace = ns!(svg);
static MATHML: Namespace = ns!(mathml);
static NONE: Namespace = ns!();

impl ElemName for Named {
    fn ns(&self) -> &Namespace {
        let (Self::Constant(_, space) | Self::Other(_, space)) = self;
        match space {
            Space::Html => &HTML,
            Space::Svg => &SVG,
            Space::MathMl => &MATHML,
            Space::Other => &NONE,
        }
    }

    fn local_name(&self) -> &LocalName {
        match self {
            Self::Constant(name, _) => name,
            Self::Other(name, _) => name,
        }
    }
}

impl ArenaSink {
    pub(super) fn new(bytes: usize, attributes_most: usize) -> Self {
        Self {
            tree: RefCell::new(Tree::new(bytes)),
            position: Cell::new(0),
            last_created: Cell::new(DROPPED),
            attributes_most,
            formats: RefCell::default(),
            tag: RefCell::new((local_name!(""), Name::NONE)),
            steps: Cell::new(0),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.tree.borrow().nodes.len()
    }

    /// How many ancestors the insertion point has, counted up to `most`. Walked rather than counted along:
    /// counts go stale when the adoption agency moves subtrees.
    pub(super) fn depth(&self, most: usize) -> usize {
        let tree = self.tree.borrow();
        let mut at = self.position.get();
        let mut depth = 0;
        while depth < most {
            match tree.nodes.get(at as usize) {
                Some(node) if node.parent != NIL => at = node.parent,
                _ => break,
            }
            depth += 1;
        }
        self.steps.set(self.steps.get() + depth as u64);
        depth
    }

    /// The name of a start tag, which the builder gets next.
    pub(super) fn announce(&self, local: LocalName, known: Option<Name>, text: &str) -> Name {
        let name = known.unwrap_or_else(|| self.tree.borrow_mut().names.intern(text));
        self.tag.replace((local, name));
        name
    }

    /// Gives the attributes of a start tag to its element, if the builder made one since `before` nodes were there.
    pub(super) fn give_attributes(&self, before: usize, name: Name, tag: &Tag<'_>) {
        let tree = &mut *self.tree.borrow_mut();
        let handle = self.last_created.get();
        let is_fresh = handle.id != NIL && handle.id as usize >= before;
        if is_fresh && is_made_for(tree, &handle, name) {
            let range = tree.push_tag_attributes(handle.space, tag);
            tree.nodes[handle.id as usize].set_attributes(range);
        }
    }

    /// Adds the attributes of a formatting element's tag.
    pub(super) fn push_attributes(&self, tag: &Tag<'_>) -> Range {
        self.tree.borrow_mut().push_tag_attributes(Space::Html, tag)
    }

    /// Whether these attributes are those of the tag.
    pub(super) fn has_attributes(&self, range: Range, tag: &Tag<'_>) -> bool {
        let tree = self.tree.borrow();
        let attributes = tree.attribute_list(range);
        attributes.len() == tag.attributes().len()
            && attributes.iter().zip(tag.attributes()).all(|(attribute, (name, value))| {
                tree.slice(attribute.start, attribute.len) == value && tree.name_text(attribute.name) == name
            })
    }

    /// Makes formatting elements that are marked by this number have these attributes.
    pub(super) fn set_format(&self, number: usize, range: Range) {
        let mut formats = self.formats.borrow_mut();
        if formats.len() <= number {
            formats.resize(number + 1, Range::EMPTY);
        }
        if let Some(format) = formats.get_mut(number) {
            *format = range;
        }
    }
}

/// Whether the builder makes an element with this handle for a tag of this name.
fn is_made_for(tree: &Tree, handle: &Handle, tag: Name) -> bool {
    handle.name == tag
        || match handle.space {
            Space::Html => tag == Name::IMAGE && handle.name == Name::IMG,
            // Some names of SVG are in mixed case.
            _ => tree.names.text(handle.name).eq_ignore_ascii_case(tree.names.text(tag)),
        }
}

impl TreeSink for ArenaSink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = Named;

    fn finish(self) -> Tree {
        let mut tree = self.tree.into_inner();
        tree.steps = self.steps.get();
        tree
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: Name::NONE, space: Space::Other }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Named {
        self.steps.set(self.steps.get() + 1);
        match target.name.local_name() {
            Some(name) => Named::Constant(name, target.space),
            None => Named::Other(self.tree.borrow().name_text(target.name).into(), target.space),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Token>, _flags: ElementFlags) -> Handle {
        let tree = &mut *self.tree.borrow_mut();
        let space = if name.ns == ns!(html) {
            Space::Html
        } else if name.ns == ns!(svg) {
            Space::Svg
        } else if name.ns == ns!(mathml) {
            Space::MathMl
        } else {
            Space::Other
        };
        let tag = self.tag.borrow();
        let name = if tag.0 == name.local { tag.1 } else { tree.names.intern(&name.local) };
        let range = match marked_format(&attrs) {
            Some(number) => {
                let range = self.formats.borrow().get(usize::from(number)).copied().unwrap_or(Range::EMPTY);
                tree.named_as_in(space, range)
            }
            None => {
                let start = tree.attributes.len() as u32;
                tree.push_attributes(&attrs);
                Range { start, count: attrs.len() as u32 }
            }
        };
        let id = tree.push_node(Kind::Element, name, space, range.start, range.count);
        let handle = Handle { id, name, space };
        self.last_created.set(handle);
        handle
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        DROPPED
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        DROPPED
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let tree = &mut *self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) if node.id != NIL => {
                tree.attach(parent.id, NIL, node.id);
                self.position.set(node.id);
            }
            NodeOrText::AppendNode(_) => {}
            NodeOrText::AppendText(text) => tree.insert_text(parent.id, NIL, &text),
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        let tree = &mut *self.tree.borrow_mut();
        let parent = tree.nodes[sibling.id as usize].parent;
        if parent == NIL {
            return;
        }
        match new_node {
            NodeOrText::AppendNode(node) if node.id != NIL => {
                tree.attach(parent, sibling.id, node.id);
                self.position.set(node.id);
            }
            NodeOrText::AppendNode(_) => {}
            NodeOrText::AppendText(text) => tree.insert_text(parent, sibling.id, &text),
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let has_parent = self.tree.borrow().nodes[element.id as usize].parent != NIL;
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn pop(&self, node: &Handle) {
        let parent = self.tree.borrow().nodes[node.id as usize].parent;
        if parent != NIL {
            self.position.set(parent);
        }
    }

    /// A template's contents are its children: nothing here runs scripts that would tell the two apart.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        *target
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point>
    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        let tree = self.tree.borrow();
        let encoding = tree.names.find("encoding").and_then(|name| tree.attr(NodeId(handle.id), name));
        encoding.is_some_and(|encoding| {
            encoding.eq_ignore_ascii_case("text/html")
                || encoding.eq_ignore_ascii_case("application/xhtml+xml")
        })
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.borrow_mut().quirks = mode == QuirksMode::Quirks;
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Token>) {
        let tree = &mut *self.tree.borrow_mut();
        let node = &tree.nodes[target.id as usize];
        let (start, count) = (node.start as usize, node.count as usize);
        let room = self.attributes_most.saturating_sub(count);
        let missing: Vec<Token> = attrs
            .into_iter()
            .filter(|attr| {
                let name = tree.names.find(&attr.name.local);
                name.is_none_or(|name| tree.attr(NodeId(target.id), name).is_none())
            })
            .take(room)
            .collect();
        if missing.is_empty() {
            return;
        }
        let moved = tree.attributes.len();
        tree.attributes.extend_from_within(start..start + count);
        tree.push_attributes(&missing);
        let node = &mut tree.nodes[target.id as usize];
        (node.start, node.count) = (moved as u32, (count + missing.len()) as u32);
    }

    fn remove_from_parent(&self, target: &Handle) {
        if target.id != NIL {
            self.tree.borrow_mut().detach(target.id);
        }
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let tree = &mut *self.tree.borrow_mut();
        while let Some(child) = tree.first_child(NodeId(node.id)) {
            tree.attach(new_parent.id, NIL, child.0);
        }
    }
}
