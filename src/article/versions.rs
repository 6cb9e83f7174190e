use serde::{Deserialize, Serialize};

/// The same page in another language (`link rel=alternate hreflang`).
///
/// The set that a page gives names itself, too, mostly
/// (<https://developers.google.com/search/docs/specialty/international/localized-versions>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Alternate {
    /// The language as the page writes it: a BCP 47 tag, or `x-default` for readers of none of the others.
    pub language: String,
    /// The absolute URL.
    pub url: String,
}

impl Alternate {
    /// A version of the page.
    pub fn new(language: impl Into<String>, url: impl Into<String>) -> Self {
        Self { language: language.into(), url: url.into() }
    }
}

/// A feed that the page names (`link rel=alternate` with the type of one).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Feed {
    /// Its format.
    pub kind: FeedKind,
    /// The absolute URL.
    pub url: String,
    /// What the page calls it.
    pub title: Option<String>,
}

impl Feed {
    /// A feed without a title.
    pub fn new(kind: FeedKind, url: impl Into<String>) -> Self {
        Self { kind, url: url.into(), title: None }
    }
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FeedKind {
    /// RSS (<https://www.rssboard.org/rss-specification>).
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed (<https://www.jsonfeed.org/version/1.1/>).
    Json,
}
