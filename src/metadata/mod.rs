//! The fields of the article: collected by source, chosen in one place.
//!
//! Every source file hands over candidates and knows no other source; `resolve` alone chooses, and keeps the
//! losers with the reason.

mod cleaning;
mod date_keys;
mod folding;
mod found;
mod html_meta;
mod json_ld;
mod line;
mod links;
mod microdata;
mod names;
mod open_graph;
mod page;
mod resolve;
mod rights;
mod scan;
mod signs;
mod site_name;
mod text;
mod url;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::article::{
    Access, Alternate, Author, Direction, Feed, Image, Moment, Origin, Provenance, Rights, Site,
};
use crate::clean::Marks;
use crate::html::{NodeId, Tree};

/// What the fields are collected from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The page.
    pub(crate) tree: &'a Tree,
    /// What on it is no content.
    pub(crate) marks: &'a Marks,
    /// Its own URL.
    pub(crate) url: Option<&'a ::url::Url>,
    /// When it was fetched, RFC 3339.
    pub(crate) fetched: Option<&'a str>,
    /// Its language by the caller.
    pub(crate) language: Option<&'a str>,
}

/// The fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Metadata {
    pub(crate) headline: Option<String>,
    pub(crate) kicker: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) authors: Vec<Author>,
    pub(crate) published: Option<Moment>,
    pub(crate) modified: Option<Moment>,
    pub(crate) site: Option<Site>,
    pub(crate) source: Option<Site>,
    pub(crate) canonical_url: Option<String>,
    pub(crate) amp_url: Option<String>,
    pub(crate) next_url: Option<String>,
    pub(crate) alternates: Vec<Alternate>,
    pub(crate) feeds: Vec<Feed>,
    /// The languages that the markup names, best first; the text decides.
    pub(crate) languages: Vec<(String, Origin)>,
    /// The direction that the markup names.
    pub(crate) direction: Option<Direction>,
    pub(crate) section: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) license: Option<String>,
    pub(crate) rights: Rights,
    pub(crate) access: Access,
    /// Candidates for the lead image, best first.
    pub(crate) images: Vec<Image>,
    /// The article's text by JSON-LD: a witness for the body.
    pub(crate) article_body: Option<String>,
    /// The article's words by JSON-LD.
    pub(crate) word_count: Option<u32>,
    /// The type of the entity that the page is about: `NewsArticle`, `Product`, `ProfilePage`.
    pub(crate) kind: Option<String>,
    /// The element that shows the headline.
    pub(crate) headline_node: Option<NodeId>,
    /// Elements and texts of bylines.
    pub(crate) byline_nodes: Vec<NodeId>,
    /// Elements and texts of dates.
    pub(crate) date_nodes: Vec<NodeId>,
    /// Where every value came from.
    pub(crate) provenance: BTreeMap<String, Provenance>,
}

/// Collects the fields of a page.
pub(crate) fn collect(context: &Context<'_>) -> Metadata {
    let mut findings = scan::scan(context);
    let mut described = Vec::new();
    let entity = {
        let identity = identity(context, &findings);
        let entities = findings.scripts.entities(&identity);
        let entity = entities.collect(&mut described);
        findings.strangers =
            entities.strangers().map(|(found, reason)| (found.field, found.lose(reason))).collect();
        entity
    };
    findings.found.append(&mut described);
    resolve::resolve(context, &findings, entity)
}

/// Titles and URLs that tell this page from others, at most.
const MOST_TITLES: usize = 12;

/// What tells this page from others, to find its own entity.
fn identity<'a>(context: &Context<'a>, findings: &'a scan::Findings) -> json_ld::Identity<'a> {
    use found::Field;

    let mut urls: Vec<&str> = context.url.iter().map(|url| url.as_str()).collect();
    let mut titles: Vec<String> = Vec::new();
    let mut headings = 0;
    for found in &findings.found {
        if titles.len() + urls.len() >= MOST_TITLES {
            break;
        }
        match found.field {
            Field::Canonical => urls.push(&found.value),
            Field::Title => titles.push(folding::folded(&found.value)),
            Field::Headline if found.place.is_none() => titles.push(folding::folded(&found.value)),
            // Further down a page that lists articles has their headlines, too.
            Field::Headline if found.origin.path == "h1" && headings < 2 => {
                headings += 1;
                titles.push(folding::folded(&found.value));
            }
            _ => {}
        }
    }
    json_ld::Identity { urls, titles }
}
