//! The result: plain data, serialised by serde.
//!
//! Nothing here extracts anything. Every type is `#[non_exhaustive]` where it may grow; a value that was not
//! found is `None` or an empty list, never a guess.

mod body;
mod byline;
mod explained;
mod image;
mod moment;
mod provenance;
mod quote;
mod rights;
mod verdict;
mod versions;

pub use body::{Block, Cell, EmbedKind, Entry, NoticeKind, Numbering, Row, Script, Span};
pub use byline::{Author, AuthorKind, AuthorRole};
pub use explained::{Evidence, Explained};
pub use image::Image;
pub use moment::{Moment, Precision};
pub use provenance::{Candidate, Origin, Provenance, Source};
pub use quote::{Quote, QuoteKind, Speaker, SpeakerKind};
pub use rights::Rights;
pub use verdict::{
    Access, Completeness, CompletenessState, Direction, LimitKind, Partial, Verdict, VerdictKind,
};
pub use versions::{Alternate, Feed, FeedKind};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the serialised format, as `schema_version` carries it.
pub const SCHEMA_VERSION: &str = "1";

/// An article cut out of a page.
///
/// ```
/// let html = "<title>Rain | The Daily</title><h1>Rain in the north</h1><article><p>It rained for most of the \
///             week in the north, the weather service said, and the rivers rose by two metres.</p></article>";
/// let article = tearsheet::extract(html, Some("https://daily.example/rain"))?;
/// assert_eq!(article.headline.as_deref(), Some("Rain in the north"));
/// assert!(article.text.starts_with("It rained for most"));
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// The version of this format: [`SCHEMA_VERSION`].
    pub schema_version: String,
    /// The page's absolute URL, as given or as a saved page tells it.
    pub url: Option<String>,
    /// The absolute URL the page names as its canonical one.
    pub canonical_url: Option<String>,
    /// The absolute URL of the AMP version.
    pub amp_url: Option<String>,
    /// The absolute URL of the next part, where the page names one (`link rel=next`).
    pub next_url: Option<String>,
    /// The page in other languages, at most 64.
    pub alternates: Vec<Alternate>,
    /// The feeds that the page names, at most 64.
    pub feeds: Vec<Feed>,
    /// The short line above the headline.
    pub kicker: Option<String>,
    /// The headline as on the page, without the site's name.
    pub headline: Option<String>,
    /// The summary the page shows below the headline. Where it is the article's first paragraph to a reader, `text` begins
    /// with it; the renderers set it once.
    pub standfirst: Option<String>,
    /// Who wrote it, in the order of the page; fewer rather than wrong.
    pub authors: Vec<Author>,
    /// When it was first published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// The site that shows the page.
    pub site: Option<Site>,
    /// The original publisher, where the page is an aggregator's or a wire story.
    pub source: Option<Site>,
    /// The article's language: a BCP 47 tag (`en`, `pt-BR`).
    pub language: Option<String>,
    /// The direction of its script.
    pub direction: Direction,
    /// The section it stands in.
    pub section: Option<String>,
    /// The page's own tags and keywords.
    pub tags: Vec<String>,
    /// The licence: a URL or a name, as the page gives it.
    pub license: Option<String>,
    /// What the page says to machines about its use.
    pub rights: Rights,
    /// Who may read it.
    pub access: Access,
    /// The pictures: the lead image first, then those of the body in order.
    pub images: Vec<Image>,
    /// The body as typed blocks.
    pub body: Vec<Block>,
    /// The body as text: blocks joined by one blank line, list items and table rows by one line break, cells by
    /// a tab. Headline, captions, credits and embeds are not in it. The offsets of `quotes` point into it.
    pub text: String,
    /// Who said what. Of posts set into the body see [`quotes::of_posts`](crate::quotes::of_posts).
    pub quotes: Vec<Quote>,
    /// The links of the body.
    pub links: Vec<Link>,
    /// What kind of page this is.
    pub verdict: Verdict,
    /// Whether the whole article is there.
    pub completeness: Completeness,
    /// How likely the body is right, 0 to 1: that its words agree with those of a careful reader at an F1 of 0.9 or more.
    /// Calibrated on pages that the model was not learned from (`training/README.md`).
    pub confidence: f32,
    /// Field by field where the value came from; filled on request.
    pub provenance: Option<BTreeMap<String, Provenance>>,
    /// Set where a limit cut the page short.
    pub partial: Option<Partial>,
    /// Words of `text`; in scripts without spaces every character counts as one.
    pub word_count: u32,
    /// Reading time of `text` in seconds, at 238 words a minute (Brysbaert 2019, silent reading of English
    /// non-fiction) or 255 characters a minute for Chinese, Japanese and Thai.
    pub reading_seconds: u32,
}

impl Default for Article {
    fn default() -> Self {
        Self {
            schema_version: SCHEMA_VERSION.to_owned(),
            url: None,
            canonical_url: None,
            amp_url: None,
            next_url: None,
            alternates: Vec::new(),
            feeds: Vec::new(),
            kicker: None,
            headline: None,
            standfirst: None,
            authors: Vec::new(),
            published: None,
            modified: None,
            site: None,
            source: None,
            language: None,
            direction: Direction::default(),
            section: None,
            tags: Vec::new(),
            license: None,
            rights: Rights::default(),
            access: Access::default(),
            images: Vec::new(),
            body: Vec::new(),
            text: String::new(),
            quotes: Vec::new(),
            links: Vec::new(),
            verdict: Verdict::default(),
            completeness: Completeness::default(),
            confidence: 0.0,
            provenance: None,
            partial: None,
            word_count: 0,
            reading_seconds: 0,
        }
    }
}

/// A site: the publisher of the page, or its source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Site {
    /// Its name as the page gives it.
    pub name: Option<String>,
    /// Its absolute URL.
    pub url: Option<String>,
}

/// A link of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Link {
    /// The absolute URL.
    pub url: String,
    /// The linked words.
    pub text: String,
    /// The index of the body block it stands in.
    pub block: usize,
}
