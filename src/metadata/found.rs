//! What the sources hand over: candidates for fields, with where they stood.

use super::text::head;
use crate::article::{AuthorKind, AuthorRole, Candidate, Origin, Source};
use crate::html::NodeId;

/// What a candidate is a candidate for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    /// The `title` of the document or its copies: a headline with the site's name on it, mostly.
    Title,
    Kicker,
    Standfirst,
    /// A summary that the page need not show.
    Description,
    Author,
    Published,
    Modified,
    /// A date that doesn't say of what.
    Date,
    SiteName,
    Source,
    Canonical,
    Amp,
    Language,
    Direction,
    Section,
    Tag,
    License,
    Access,
    Image,
}

/// A candidate.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) field: Field,
    pub(super) value: String,
    /// The link that comes with the value: an author's page, a publisher's site.
    pub(super) url: Option<String>,
    /// Whether the source says person or organisation.
    pub(super) kind: Option<AuthorKind>,
    pub(super) role: AuthorRole,
    /// How little the place says within its source: 0 where it names the very field.
    pub(super) rank: u8,
    pub(super) origin: Origin,
    /// The byline it is a part of, where it stands inside another candidate for an author.
    pub(super) group: Option<NodeId>,
    /// Where in the page it stood; `None` for what stands in the head or in scripts.
    pub(super) place: Option<Place>,
}

impl Found {
    pub(super) fn new(
        field: Field,
        value: impl Into<String>,
        source: Source,
        path: impl Into<String>,
    ) -> Self {
        Self {
            field,
            value: value.into(),
            url: None,
            kind: None,
            role: AuthorRole::Writer,
            rank: 0,
            origin: Origin::new(source, path),
            group: None,
            place: None,
        }
    }

    pub(super) fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    pub(super) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The candidate as one that lost.
    pub(super) fn lose(&self, reason: &str) -> Candidate {
        Candidate::new(self.origin.clone(), shortened(&self.value), reason)
    }
}

/// No raw value of the provenance is longer than this.
const RAW_BYTES: usize = 300;

/// The first characters of a text, for provenance.
pub(super) fn shortened(text: &str) -> String {
    let head = head(text, RAW_BYTES);
    if head.len() < text.len() { format!("{head}…") } else { text.to_owned() }
}

/// A place in the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) node: NodeId,
    /// Bytes of text before it.
    pub(super) at: u32,
    /// The outermost element around it that is no part of the article: related stories, comments, navigation.
    pub(super) aside: Option<NodeId>,
    /// The nearest `article`, or element that says to be one, around it.
    pub(super) article: Option<NodeId>,
}
