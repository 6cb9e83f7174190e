//! Other forms of the page that `link` names: in other languages, as feeds, its next part.
//!
//! <https://html.spec.whatwg.org/multipage/links.html#rel-alternate>

use url::Url;

use super::cleaning::cleaned;
use super::url::absolute;
use crate::article::{Alternate, Feed, FeedKind};
use crate::html::{Name, NodeId, Tree};

/// Links of a kind that one page may have.
const MOST: usize = 64;

/// The links as they stand; relative ones wait for the base, which may come behind them.
#[derive(Debug, Default)]
pub(super) struct Links {
    alternates: Vec<Alternate>,
    feeds: Vec<Feed>,
    next: Option<String>,
}

impl Links {
    /// Reads one `link`.
    pub(super) fn read(&mut self, tree: &Tree, id: NodeId, rel: &str, href: &str) {
        let says = |word: &str| rel.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(word));
        let attribute = |name| tree.attr(id, name).map(str::trim).filter(|value| !value.is_empty());
        // With a title it is the next post of a blog, not the next part of this one.
        if says("next") && self.next.is_none() && attribute(Name::TITLE).is_none() {
            self.next = Some(href.to_owned());
        }
        if !says("alternate") {
            return;
        }
        if let Some(kind) = attribute(Name::TYPE).and_then(kind_of) {
            if self.feeds.len() < MOST {
                let title = attribute(Name::TITLE).map(cleaned).filter(|title| !title.is_empty());
                self.feeds.push(Feed { title, ..Feed::new(kind, href) });
            }
        } else if let Some(language) = attribute(Name::HREFLANG).filter(|tag| is_tag(tag))
            && self.alternates.len() < MOST
        {
            self.alternates.push(Alternate::new(language, href));
        }
    }

    /// The versions in other languages, absolute, each once.
    pub(super) fn alternates(&self, base: Option<&Url>) -> Vec<Alternate> {
        let mut alternates: Vec<Alternate> = Vec::new();
        for Alternate { language, url } in &self.alternates {
            let Some(url) = absolute(url, base) else { continue };
            let one = Alternate::new(language.as_str(), url);
            if !alternates.contains(&one) {
                alternates.push(one);
            }
        }
        alternates
    }

    /// The feeds, absolute, each once.
    pub(super) fn feeds(&self, base: Option<&Url>) -> Vec<Feed> {
        let mut feeds: Vec<Feed> = Vec::new();
        for feed in &self.feeds {
            let Some(url) = absolute(&feed.url, base) else { continue };
            if !feeds.iter().any(|known| known.url == url) {
                feeds.push(Feed { url, ..feed.clone() });
            }
        }
        feeds
    }

    /// The next part of the page, absolute.
    pub(super) fn next(&self, base: Option<&Url>) -> Option<String> {
        absolute(self.next.as_deref()?, base)
    }
}

/// The feed that a media type is of. `application/json` is an interface of the content system, mostly.
fn kind_of(media_type: &str) -> Option<FeedKind> {
    let essence = media_type.split(';').next().unwrap_or("").trim();
    let is = |known: &str| essence.eq_ignore_ascii_case(known);
    if is("application/rss+xml") || is("application/rdf+xml") {
        Some(FeedKind::Rss)
    } else if is("application/atom+xml") {
        Some(FeedKind::Atom)
    } else {
        is("application/feed+json").then_some(FeedKind::Json)
    }
}

/// Whether a text has the form of a language tag (RFC 5646, at most 35 bytes as its section 4.4.1 advises).
fn is_tag(text: &str) -> bool {
    text.len() <= 35
        && text.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
