//! CSS selection over our tree, with scraper's selector types.

use std::fmt;

use html5ever::{Namespace, ns};
use scraper::selector::{CssLocalName, CssString, NonTSPseudoClass, Parser, PseudoElement, Simple};
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
};
use selectors::matching::{ElementSelectorFlags, SelectorCaches, matches_selector};
use selectors::parser::{ParseRelative, SelectorList};
use selectors::{Element, OpaqueElement};

use super::names::Name;
use super::tree::{Kind, NIL, NodeId, Space, Tree};

/// A list of CSS selectors, as `querySelectorAll` takes it.
///
/// `:is`, `:where`, `:not`, `:has` and the tree-structural pseudo-classes are known; states (`:hover`) and
/// pseudo-elements are not.
#[derive(Debug, Clone)]
pub struct Selector {
    list: SelectorList<Simple>,
}

/// A text that is no CSS selector.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{selector:?} is not a CSS selector: {reason}")]
#[non_exhaustive]
pub struct InvalidSelector {
    /// The text given.
    pub selector: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Selector {
    /// Reads a list of selectors.
    ///
    /// # Errors
    /// [`InvalidSelector`], where the text is none.
    pub fn parse(selector: &str) -> Result<Self, InvalidSelector> {
        let mut input = cssparser::Parser::new(selector);
        match SelectorList::parse(&Parser, &mut input, ParseRelative::No) {
            Ok(list) => Ok(Self { list }),
            Err(error) => {
                Err(InvalidSelector { selector: selector.to_owned(), reason: format!("{:?}", error.kind) })
            }
        }
    }
}

impl Tree {
    /// The elements at or below `top` that match, in document order.
    pub fn select<'t>(&'t self, top: NodeId, selector: &'t Selector) -> impl Iterator<Item = NodeId> + 't {
        let mut caches = SelectorCaches::default();
        self.descendants(top)
            .filter(move |&id| self.is_element(id) && self.matches_with(id, selector, &mut caches))
    }

    /// Whether an element matches.
    #[must_use]
    pub fn matches(&self, id: NodeId, selector: &Selector) -> bool {
        self.is_element(id) && self.matches_with(id, selector, &mut SelectorCaches::default())
    }

    fn matches_with(&self, id: NodeId, selector: &Selector, caches: &mut SelectorCaches) -> bool {
        let quirks = if self.quirks { QuirksMode::Quirks } else { QuirksMode::NoQuirks };
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            caches,
            quirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        let element = ElementRef { tree: self, id };
        selector.list.slice().iter().any(|one| matches_selector(one, 0, None, &element, &mut context))
    }
}

/// An element as the matching asks for it.
#[derive(Clone, Copy)]
struct ElementRef<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl fmt::Debug for ElementRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl<'t> ElementRef<'t> {
    fn at(self, id: NodeId) -> Option<Self> {
        self.tree.is_element(id).then_some(Self { tree: self.tree, id })
    }

    fn text(self, name: Name) -> &'t str {
        self.tree.name_text(name)
    }
}

impl Element for ElementRef<'_> {
    type Impl = Simple;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.tree.node(self.id))
    }

    fn parent_element(&self) -> Option<Self> {
        self.tree.parent(self.id).and_then(|id| self.at(id))
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        std::iter::successors(self.tree.prev_sibling(self.id), |&id| self.tree.prev_sibling(id))
            .find_map(|id| self.at(id))
    }

    fn next_sibling_element(&self) -> Option<Self> {
        std::iter::successors(self.tree.next_sibling(self.id), |&id| self.tree.next_sibling(id))
            .find_map(|id| self.at(id))
    }

    fn first_element_child(&self) -> Option<Self> {
        self.tree.children(self.id).find_map(|id| self.at(id))
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.tree.is_html(self.id)
    }

    fn has_local_name(&self, name: &CssLocalName) -> bool {
        let own = self.tree.name(self.id);
        match own.local_name() {
            Some(local) => *local == name.0,
            None => self.text(own) == &*name.0,
        }
    }

    fn has_namespace(&self, namespace: &Namespace) -> bool {
        match self.tree.node(self.id).space {
            Space::Html => *namespace == ns!(html),
            Space::Svg => *namespace == ns!(svg),
            Space::MathMl => *namespace == ns!(mathml),
            Space::Other => *namespace == ns!(),
        }
    }

    fn is_same_type(&self, other: &Self) -> bool {
        let (own, other) = (self.tree.node(self.id), other.tree.node(other.id));
        own.name == other.name && own.space == other.space
    }

    fn attr_matches(
        &self,
        ns: &NamespaceConstraint<&Namespace>,
        local_name: &CssLocalName,
        operation: &AttrSelectorOperation<&CssString>,
    ) -> bool {
        if matches!(ns, NamespaceConstraint::Specific(url) if **url != ns!()) {
            return false;
        }
        let value = self.tree.find_name(&local_name.0).and_then(|name| self.tree.attr(self.id, name));
        value.is_some_and(|value| operation.eval_str(value))
    }

    fn match_non_ts_pseudo_class(
        &self,
        class: &NonTSPseudoClass,
        _context: &mut MatchingContext<'_, Simple>,
    ) -> bool {
        match *class {}
    }

    fn match_pseudo_element(
        &self,
        element: &PseudoElement,
        _context: &mut MatchingContext<'_, Simple>,
    ) -> bool {
        match *element {}
    }

    fn apply_selector_flags(&self, _flags: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        let name = self.tree.name(self.id);
        matches!(name, Name::A | Name::AREA) && self.tree.attr(self.id, Name::HREF).is_some()
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &CssLocalName, case: CaseSensitivity) -> bool {
        self.tree.attr(self.id, Name::ID).is_some_and(|own| case.eq(own.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, class: &CssLocalName, case: CaseSensitivity) -> bool {
        self.tree.classes(self.id).any(|own| case.eq(own.as_bytes(), class.0.as_bytes()))
    }

    fn has_custom_state(&self, _name: &CssLocalName) -> bool {
        false
    }

    fn imported_part(&self, _name: &CssLocalName) -> Option<CssLocalName> {
        None
    }

    fn is_part(&self, _name: &CssLocalName) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.tree.first_child(self.id).is_none()
    }

    fn is_root(&self) -> bool {
        let parent = self.tree.node(self.id).parent;
        parent != NIL && self.tree.node(NodeId(parent)).kind == Kind::Document
    }

    fn add_element_unique_hashes(&self, _filter: &mut BloomFilter) -> bool {
        false
    }
}
