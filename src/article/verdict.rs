use serde::{Deserialize, Serialize};

/// What kind of page it is, and why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Verdict {
    /// The kind.
    pub kind: VerdictKind,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// In a few words what decided.
    pub reason: String,
}

impl Verdict {
    /// A verdict.
    pub(crate) fn new(kind: VerdictKind, confidence: f32, reason: impl Into<String>) -> Self {
        // Two digits: more would claim a precision that no rule has.
        Self { kind, confidence: (confidence * 100.0).round() / 100.0, reason: reason.into() }
    }

    /// Whether the page is a list of other pages beyond doubt, as a site's front page is.
    pub(crate) fn is_sure_index(&self) -> bool {
        self.kind == VerdictKind::Index && self.confidence >= 0.75
    }
}

/// The kinds of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerdictKind {
    /// One article.
    Article,
    /// A running report of dated entries.
    LiveBlog,
    /// Pictures with captions.
    Gallery,
    /// A list of links or teasers.
    Index,
    /// Something for sale.
    Product,
    /// A discussion.
    Forum,
    /// A demand for consent in place of the article.
    ConsentWall,
    /// A check for robots in place of the article.
    BotWall,
    /// A page that only a script would fill.
    ScriptShell,
    /// "Not found", "forbidden", a server's error.
    ErrorPage,
    /// None of these.
    #[default]
    Other,
}

impl VerdictKind {
    /// Whether the page stands in place of the article: what it says is not content, and the body is left empty.
    #[must_use]
    pub fn is_barrier(self) -> bool {
        matches!(self, Self::ConsentWall | Self::BotWall | Self::ScriptShell | Self::ErrorPage)
    }
}

/// Who may read the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Access {
    /// Everybody.
    Free,
    /// Everybody, some times.
    Metered,
    /// Those who pay or register.
    Paywalled,
    /// The page doesn't say.
    #[default]
    Unknown,
}

/// Whether the whole article is there, and how one knows: by the length that JSON-LD states, or by a text that breaks
/// off. Out of fold, 97 of 100 pages said to be complete have nine tenths of their text or more; that a page calls
/// itself paid is in `access` and decides nothing here, as most such pages carry the whole text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Completeness {
    /// Whether.
    pub state: CompletenessState,
    /// How one knows.
    pub reason: String,
}

impl Completeness {
    /// A state with its reason.
    pub(crate) fn new(state: CompletenessState, reason: impl Into<String>) -> Self {
        Self { state, reason: reason.into() }
    }
}

/// Whether the whole article is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletenessState {
    /// All of it.
    Complete,
    /// Its beginning; the rest is for subscribers.
    TruncatedByPaywall,
    /// A summary that links to the article.
    Teaser,
    /// Not known.
    #[default]
    Unknown,
}

/// The direction in which a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// A limit that cut the page short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Partial {
    /// Which limit.
    pub limit: LimitKind,
    /// Bytes of the page (decoded to UTF-8) that were read.
    pub bytes_read: usize,
}

impl Partial {
    pub(crate) fn new(limit: LimitKind, bytes_read: usize) -> Self {
        Self { limit, bytes_read }
    }
}

/// The limits that cut a page short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LimitKind {
    /// [`Limits::nodes`](crate::Limits::nodes).
    Nodes,
    /// [`Limits::time`](crate::Limits::time).
    Time,
}
