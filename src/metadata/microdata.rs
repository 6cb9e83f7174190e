//! Microdata (`itemprop`) and RDFa (`property`) in the body.
//!
//! <https://html.spec.whatwg.org/multipage/microdata.html>, <https://www.w3.org/TR/rdfa-lite/>

use super::cleaning::cleaned;
use super::found::{Field, Found, Place};
use super::text::short_text;
use crate::article::{AuthorKind, AuthorRole, Source};
use crate::html::{Name, NodeId, Tree};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Article,
    Author(AuthorRole),
    Publisher,
    Comment,
    Picture,
    Other,
}

/// The items that are open at a place of the walk.
#[derive(Debug, Default)]
pub(super) struct Items {
    open: Vec<(NodeId, Item)>,
    /// How many of them are comments.
    comments: usize,
    /// The page of the author whose item is open.
    author_url: Option<String>,
    author_kind: Option<AuthorKind>,
}

/// Properties that one element is the value of.
const MOST_PROPERTIES: usize = 16;

/// No property's text is longer.
const MOST_BYTES: usize = 400;

impl Items {
    /// The article that is open here, outermost but for those around it.
    pub(super) fn article(&self) -> Option<NodeId> {
        self.open.iter().rev().find(|(_, item)| *item == Item::Article).map(|&(id, _)| id)
    }

    /// Whether a comment is open here.
    pub(super) fn in_comment(&self) -> bool {
        self.comments > 0
    }

    pub(super) fn leave(&mut self, id: NodeId) {
        while self.open.last().is_some_and(|&(open, _)| open == id) {
            if let Some((_, Item::Comment)) = self.open.pop() {
                self.comments -= 1;
            }
        }
    }

    /// Reads an element that has `itemprop`, `itemscope`, `property` or `typeof`.
    pub(super) fn enter(&mut self, tree: &Tree, id: NodeId, place: Place, found: &mut Vec<Found>) {
        let properties =
            tree.attr(id, Name::ITEMPROP).or_else(|| tree.attr(id, Name::PROPERTY)).unwrap_or("");
        let is_item = tree.attr(id, Name::ITEMSCOPE).is_some() || tree.attr(id, Name::TYPEOF).is_some();
        let innermost = self.open.last().map(|&(_, item)| item);
        let in_picture = innermost == Some(Item::Picture)
            || tree
                .ancestors(id)
                .take(6)
                .any(|above| matches!(tree.name(above), Name::FIGURE | Name::FIGCAPTION));
        if !self.in_comment() && !in_picture {
            for property in properties.split_ascii_whitespace().take(MOST_PROPERTIES) {
                self.property(tree, id, property, innermost, is_item, place, found);
            }
        }
        if is_item {
            let kind = tree.attr(id, Name::ITEMTYPE).or_else(|| tree.attr(id, Name::TYPEOF)).unwrap_or("");
            let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or("");
            let item = match (role_of(properties), kind) {
                (_, "Comment" | "UserComments" | "Answer") => Item::Comment,
                (_, "ImageObject" | "VideoObject" | "Photograph") => Item::Picture,
                (Some(role), _) => Item::Author(role),
                _ if properties.split_ascii_whitespace().any(|p| local(p) == "publisher") => Item::Publisher,
                (_, "BlogPosting" | "SocialMediaPosting" | "Report" | "Recipe") => Item::Article,
                (_, kind) if kind.ends_with("Article") => Item::Article,
                _ => Item::Other,
            };
            self.comments += usize::from(item == Item::Comment);
            if matches!(item, Item::Author(_)) {
                self.author_url = None;
                self.author_kind = if kind.ends_with("Organization") {
                    Some(AuthorKind::Organization)
                } else {
                    (kind == "Person").then_some(AuthorKind::Person)
                };
            }
            self.open.push((id, item));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the state of one place of the walk")]
    fn property(
        &mut self,
        tree: &Tree,
        id: NodeId,
        property: &str,
        innermost: Option<Item>,
        is_item: bool,
        place: Place,
        found: &mut Vec<Found>,
    ) {
        let name = local(property);
        let (field, rank) = match (name, innermost) {
            ("headline", _) => (Field::Headline, 0),
            ("name", Some(Item::Article)) => (Field::Headline, 1),
            ("title", _) if property.starts_with("dc") => (Field::Headline, 1),
            ("name", Some(Item::Author(_))) => (Field::Author, 0),
            ("name", Some(Item::Publisher)) => (Field::SiteName, 0),
            ("url" | "sameAs", Some(Item::Author(_))) => {
                self.author_url = tree.attr(id, Name::HREF).map(str::to_owned);
                return;
            }
            ("author" | "creator", _) if !is_item => (Field::Author, 0),
            ("editor" | "contributor", _) if !is_item => (Field::Author, 2),
            ("datePublished" | "published_time" | "pubdate", _) => (Field::Published, 0),
            ("dateCreated" | "uploadDate" | "issued" | "created", _) => (Field::Published, 1),
            ("dateModified" | "modified_time" | "modified", _) => (Field::Modified, 0),
            ("date", _) => (Field::Date, 0),
            ("articleSection", _) => (Field::Section, 0),
            ("keywords", _) => (Field::Tag, 0),
            ("description", Some(Item::Article)) => (Field::Description, 0),
            ("inLanguage", _) => (Field::Language, 0),
            ("isAccessibleForFree", _) => (Field::Access, 0),
            ("license", _) => (Field::License, 0),
            ("image" | "url" | "contentUrl", Some(Item::Article)) if name == "image" && !is_item => {
                (Field::Image, 0)
            }
            _ => return,
        };
        let Some(value) = value(tree, id, field) else { return };
        let mut one = Found::new(field, value, Source::Microdata, name).rank(rank).at(place);
        if field == Field::Author {
            one.url = tree
                .attr(id, Name::HREF)
                .map(str::to_owned)
                .or_else(|| tree.find(id, Name::A).and_then(|a| tree.attr(a, Name::HREF)).map(str::to_owned))
                .or_else(|| self.author_url.take());
            one.kind = self.author_kind;
            one.role = match (innermost, name) {
                (Some(Item::Author(role)), _) => role,
                (_, "editor") => AuthorRole::Editor,
                (_, "contributor") => AuthorRole::Contributor,
                _ => AuthorRole::Writer,
            };
        }
        found.push(one);
    }
}

/// A property without its prefix: `schema:author`, `https://schema.org/author`.
fn local(property: &str) -> &str {
    property.rsplit([':', '/']).next().unwrap_or(property)
}

fn role_of(properties: &str) -> Option<AuthorRole> {
    properties.split_ascii_whitespace().find_map(|property| match local(property) {
        "author" | "creator" => Some(AuthorRole::Writer),
        "editor" => Some(AuthorRole::Editor),
        "contributor" => Some(AuthorRole::Contributor),
        "translator" => Some(AuthorRole::Translator),
        _ => None,
    })
}

/// A property's value (<https://html.spec.whatwg.org/multipage/microdata.html#values>), but the text of a link.
fn value(tree: &Tree, id: NodeId, field: Field) -> Option<String> {
    let attribute = |name| tree.attr(id, name).map(str::trim).filter(|value| !value.is_empty());
    let value = match field {
        Field::Image => {
            attribute(Name::CONTENT).or_else(|| attribute(Name::SRC)).or_else(|| attribute(Name::HREF))
        }
        _ => attribute(Name::CONTENT).or_else(|| attribute(Name::DATETIME)),
    };
    match value {
        Some(value) => Some(cleaned(value)),
        None if field == Field::Image => None,
        None => short_text(tree, id, MOST_BYTES).map(|text| cleaned(&text)),
    }
    .filter(|value| !value.is_empty())
}
