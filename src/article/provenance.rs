use serde::{Deserialize, Serialize};

/// Where a value stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Origin {
    /// The kind of source.
    pub source: Source,
    /// The place in it: `datePublished`, `meta[property=article:published_time]`, `time.published`.
    pub path: String,
}

impl Origin {
    /// A place in a source.
    pub fn new(source: Source, path: impl Into<String>) -> Self {
        Self { source, path: path.into() }
    }
}

/// A kind of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// A `script` of type `application/ld+json`.
    JsonLd,
    /// `meta property="og:…"`, `article:…`, `twitter:…`.
    OpenGraph,
    /// Any other `meta`, `link` or `title`.
    HtmlMeta,
    /// `itemprop` and RDFa.
    Microdata,
    /// The page's visible markup and text.
    Page,
    /// The URL.
    Url,
    /// The HTTP header.
    Http,
    /// Detection on the text.
    Detection,
    /// What the caller said.
    Caller,
}

/// How the value of one field came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Provenance {
    /// Where the value came from; `None` where no candidate was good enough.
    pub origin: Option<Origin>,
    /// The value as it stood there.
    pub raw: Option<String>,
    /// The candidates that were not taken.
    pub losers: Vec<Candidate>,
}

impl Provenance {
    /// The winner's place and text, and the rest.
    pub(crate) fn new(winner: Option<(Origin, String)>, losers: Vec<Candidate>) -> Self {
        let (origin, raw) = winner.unzip();
        Self { origin, raw, losers }
    }
}

/// A candidate that lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Candidate {
    /// Where it stood.
    pub origin: Origin,
    /// What it said.
    pub raw: String,
    /// Why it was not taken.
    pub reason: String,
}

impl Candidate {
    /// A candidate with the reason it lost.
    pub(crate) fn new(origin: Origin, raw: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { origin, raw: raw.into(), reason: reason.into() }
    }
}
