//! Chooses every field's value among its candidates, and keeps the losers with the reason.

mod authors;
mod dates;
mod headline;
mod images;
mod lines;
mod site;
mod tags;

use std::collections::BTreeMap;

use url::Url;

use super::found::{Field, Found, Place, shortened};
use super::json_ld::Entity;
use super::scan::Findings;
use super::url::{absolute, is_home};
use super::{Context, Metadata, rights};
use crate::article::{Access, Candidate, Direction, Origin, Provenance};
use crate::html::NodeId;

/// What the choice of any field may look at.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) findings: &'a Findings,
    /// The names of the site, folded: its own, and that of its host.
    pub(super) sites: Vec<String>,
    /// Where the headline is shown.
    pub(super) headline: Option<Place>,
    /// The first article that starts after the headline.
    next_article: Option<NodeId>,
    provenance: BTreeMap<String, Provenance>,
}

impl<'a> Resolver<'a> {
    /// The candidates of a field.
    fn of(&self, field: Field) -> impl Iterator<Item = &'a Found> + use<'a> {
        self.findings.found.iter().filter(move |found| found.field == field)
    }

    /// Whether a candidate stands beside the article.
    fn is_beside(&self, found: &Found) -> bool {
        found.place.is_some_and(|place| self.findings.is_beside(self.context.tree, &place, self.headline))
    }

    /// Whether a candidate stands in another article of the page than the headline does.
    fn is_in_other_article(&self, found: &Found) -> bool {
        let tree = self.context.tree;
        let (Some(place), Some(headline)) = (found.place, self.headline) else { return false };
        let Some(article) = place.article else { return false };
        // The headline may stand above the `article` that holds the text; then the first one after it is its own.
        !tree.is_within(headline.node, article) && self.next_article != Some(article)
    }

    fn base(&self) -> Option<&'a Url> {
        self.findings.base.as_ref()
    }

    fn record(&mut self, field: &str, winner: Option<(Origin, String)>, losers: Vec<Candidate>) {
        if winner.is_some() || !losers.is_empty() {
            self.provenance.insert(field.to_owned(), Provenance::new(winner, losers));
        }
    }

    /// Takes the first good candidate of a field by source, then by rank.
    fn first(
        &mut self,
        name: &str,
        field: Field,
        mut good: impl FnMut(&Found) -> Result<String, &'static str>,
    ) -> Option<String> {
        let mut candidates: Vec<&Found> = self.of(field).collect();
        candidates.sort_by_key(|found| (found.rank, found.origin.source));
        let mut chosen: Option<(Origin, String, String)> = None;
        let mut losers = Vec::new();
        for found in candidates {
            if self.is_beside(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            match good(found) {
                Err(reason) => losers.push(found.lose(reason)),
                Ok(value) => match &chosen {
                    None => chosen = Some((found.origin.clone(), shortened(&found.value), value)),
                    Some((_, _, best)) if *best == value => {}
                    Some(_) => losers.push(found.lose("a better source says otherwise")),
                },
            }
        }
        let (winner, value) = chosen.map(|(origin, raw, value)| ((origin, raw), value)).unzip();
        self.record(name, winner, losers);
        value
    }
}

/// Resolves all fields.
pub(super) fn resolve(context: &Context<'_>, findings: &Findings, entity: Entity) -> Metadata {
    let mut resolver = Resolver {
        context,
        findings,
        sites: Vec::new(),
        headline: None,
        next_article: None,
        provenance: BTreeMap::new(),
    };
    resolver.sites = resolver.site_names();
    let mut metadata = Metadata {
        kind: entity.kind,
        article_body: entity.article_body,
        word_count: entity.word_count,
        ..Metadata::default()
    };
    let headline = resolver.resolve_headline();
    metadata.headline_node = headline.place.map(|place| place.node);
    metadata.headline = headline.text;
    resolver.headline = headline.place;
    resolver.next_article = headline.place.and_then(|headline| {
        let places = findings.found.iter().filter_map(|found| found.place);
        places.filter(|place| place.node > headline.node).find_map(|place| place.article)
    });

    let around = resolver.lines_around();
    metadata.kicker = resolver.resolve_kicker(metadata.headline.as_deref());
    metadata.standfirst = resolver.resolve_standfirst(metadata.headline.as_deref(), &around);
    (metadata.authors, metadata.byline_nodes) = resolver.resolve_authors(&around);
    let beside_byline = resolver.lines_beside(&metadata.byline_nodes);
    let dates = resolver.resolve_dates(&around, &beside_byline);
    metadata.published = dates.published;
    metadata.modified = dates.modified;
    metadata.date_nodes = dates.nodes;

    metadata.canonical_url = resolver.resolve_canonical();
    metadata.amp_url = resolver.first("amp_url", Field::Amp, |found| {
        absolute(&found.value, findings.base.as_ref()).ok_or("is no absolute URL")
    });
    let base = findings.base.as_ref();
    metadata.next_url = findings.links.next(base);
    metadata.alternates = findings.links.alternates(base);
    metadata.feeds = findings.links.feeds(base);
    metadata.rights = rights::resolved(&findings.rights, base);
    metadata.site = resolver.resolve_site();
    metadata.source = resolver.resolve_source(&around, metadata.canonical_url.as_deref());
    metadata.languages = resolver.languages();
    metadata.direction = resolver.direction();
    metadata.section = resolver.resolve_section();
    metadata.tags = resolver.resolve_tags();
    metadata.license = resolver.first("license", Field::License, |found| Ok(found.value.clone()));
    metadata.access = resolver.resolve_access();
    metadata.images = resolver.resolve_images();
    if findings.scripts.broken() > 0 {
        let origin = Origin::new(crate::article::Source::JsonLd, "script");
        let broken = format!("{} of the scripts", findings.scripts.broken());
        resolver.record(
            "json_ld",
            None,
            vec![Candidate::new(origin, broken, "is no JSON even after mending")],
        );
    }
    metadata.provenance = resolver.provenance;
    metadata
}

impl Resolver<'_> {
    fn resolve_canonical(&mut self) -> Option<String> {
        let base = self.base();
        let own = self.context.url;
        self.first("canonical_url", Field::Canonical, |found| {
            let absolute = absolute(&found.value, base).ok_or("is no absolute URL")?;
            let url = Url::parse(&absolute).map_err(|_| "is no absolute URL")?;
            if is_home(&url) && own.is_none_or(|own| !is_home(own)) {
                return Err("is the front page");
            }
            Ok(absolute)
        })
    }

    /// The languages the markup names, best first; which one is the article's, its text decides later.
    fn languages(&self) -> Vec<(String, Origin)> {
        let mut languages: Vec<(String, Origin)> = Vec::new();
        if let Some(language) = self.context.language {
            languages.push((language.to_owned(), Origin::new(crate::article::Source::Caller, "language")));
        }
        let mut candidates: Vec<&Found> = self.of(Field::Language).collect();
        candidates.sort_by_key(|found| (found.rank, found.origin.source));
        for found in candidates {
            let tag = found.value.split([',', ';', ' ']).next().unwrap_or("").replace('_', "-");
            let primary = tag.split('-').next().unwrap_or("");
            let is_tag = (2..=3).contains(&primary.len())
                && tag.len() <= 35
                && tag.split('-').all(|part| {
                    part.len() <= 8 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric())
                })
                && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
            if is_tag && !languages.iter().any(|(known, _)| known.eq_ignore_ascii_case(&tag)) {
                languages.push((tag, found.origin.clone()));
            }
        }
        languages
    }

    fn direction(&self) -> Option<Direction> {
        let found = self.of(Field::Direction).last()?;
        match found.value.to_ascii_lowercase().as_str() {
            "rtl" => Some(Direction::Rtl),
            "ltr" => Some(Direction::Ltr),
            _ => None,
        }
    }

    fn resolve_access(&mut self) -> Access {
        let value = self.first("access", Field::Access, |found| {
            let value = found.value.to_ascii_lowercase();
            let locks = found.origin.path.contains("locked") || found.origin.path.contains("paywall");
            let access = match value.rsplit('/').next().unwrap_or("") {
                "true" | "yes" | "1" if locks => "paywalled",
                "false" | "no" | "0" if locks => "free",
                "true" | "yes" | "1" | "free" => "free",
                "false" | "no" | "0" | "locked" | "paid" | "premium" | "subscriber" | "subscription" => {
                    "paywalled"
                }
                "metered" => "metered",
                _ => return Err("says neither free nor paid"),
            };
            Ok(access.to_owned())
        });
        match value.as_deref() {
            Some("free") => Access::Free,
            Some("metered") => Access::Metered,
            Some("paywalled") => Access::Paywalled,
            _ => Access::Unknown,
        }
    }
}
