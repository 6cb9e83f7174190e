//! The headline: what the page shows as one, confirmed by what its metadata say.

use super::Resolver;
use crate::article::{Candidate, Origin, Source};
use crate::html::{Name, NodeId};
use crate::metadata::folding::{Agreement, agreement, cleaned, folded};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::site_name;
use crate::metadata::text::short_text;

/// The choice.
#[derive(Debug, Default)]
pub(super) struct Headline {
    pub(super) text: Option<String>,
    pub(super) node: Option<NodeId>,
}

/// What a source outside the visible page says the headline is.
struct Witness<'a> {
    found: &'a Found,
    text: String,
    folded: String,
    weight: i32,
}

/// A heading of the page with how well it is confirmed.
struct Heading<'a> {
    found: &'a Found,
    text: String,
    score: i32,
    best: Agreement,
}

/// A heading needs this much to be the headline.
const ENOUGH: i32 = 6;

impl<'a> Resolver<'a> {
    pub(super) fn resolve_headline(&mut self) -> Headline {
        let witnesses = self.witnesses();
        let mut headings = self.headings(&witnesses);
        headings.sort_by_key(|heading| std::cmp::Reverse(heading.score));
        let taken = headings.first().filter(|heading| heading.score >= ENOUGH);
        let mut losers: Vec<Candidate> = Vec::new();
        let (text, node, origin, raw) = match taken {
            Some(heading) => {
                let (text, node) = self.shown(heading, &witnesses);
                (Some(text), Some(node), Some(heading.found.origin.clone()), heading.text.clone())
            }
            None => match witnesses.iter().max_by_key(|witness| witness.weight) {
                Some(witness) => {
                    (Some(witness.text.clone()), None, Some(witness.found.origin.clone()), witness.found.value.clone())
                }
                None => (None, None, None, String::new()),
            },
        };
        let plain = text.as_deref().map(folded).unwrap_or_default();
        for witness in witnesses.iter().filter(|witness| witness.folded != plain) {
            losers.push(witness.found.lose("the page shows another headline"));
        }
        for heading in headings.iter().filter(|heading| folded(&heading.text) != plain).take(8) {
            losers.push(heading.found.lose("no other source confirms it as well"));
        }
        self.record("headline", origin.map(|origin: Origin| (origin, shortened(&raw))), losers);
        Headline { text: text.map(|text| cleaned(&text)).filter(|text| !text.is_empty()), node }
    }

    /// Titles from the head, JSON-LD and microdata, without the site's name.
    fn witnesses(&self) -> Vec<Witness<'a>> {
        let mut witnesses: Vec<Witness<'a>> = Vec::new();
        let sources = self.of(Field::Headline).chain(self.of(Field::Title));
        for found in sources.filter(|found| found.origin.source != Source::Page) {
            if self.is_beside(found) {
                continue;
            }
            let weight = match (found.origin.source, found.field, found.rank) {
                (_, Field::Title, _) => 3,
                (Source::JsonLd, _, 0) => 8,
                (Source::JsonLd, _, 1..=2) => 4,
                (Source::JsonLd, ..) => 1,
                (Source::OpenGraph, _, 0) => 7,
                (Source::OpenGraph, ..) => 5,
                (Source::Microdata, ..) => 5,
                _ => 4,
            };
            // What the first title of a kind says, its copies need not say again.
            let same = |other: &&Witness<'_>| other.found.origin == found.origin;
            if witnesses.iter().filter(same).count() >= 2 {
                continue;
            }
            let text = site_name::without(&cleaned(&found.value), &self.sites, found.field == Field::Title);
            let folded = folded(&text);
            if folded.is_empty() || self.sites.contains(&folded) || is_stub(&folded) {
                continue;
            }
            witnesses.push(Witness { found, text, folded, weight });
        }
        witnesses
    }

    fn headings(&self, witnesses: &[Witness<'_>]) -> Vec<Heading<'a>> {
        let mut seen: Vec<String> = Vec::new();
        let headings: Vec<&Found> =
            self.of(Field::Headline).filter(|found| found.origin.source == Source::Page).collect();
        let own = |found: &&&Found| found.rank == 0 && !self.is_beside(found);
        let lonely = headings.iter().filter(own).count() == 1;
        let mut result = Vec::new();
        for found in headings {
            let plain = folded(&found.value);
            if plain.is_empty() || self.sites.contains(&plain) || is_stub(&plain) {
                continue;
            }
            let mut score = match found.rank {
                0 => 4,
                2 => 1,
                _ => 2,
            };
            if found.rank == 0 && lonely {
                score += 3;
            }
            if self.is_beside(found) {
                score -= 5;
            }
            if seen.contains(&plain) {
                score -= 1;
            }
            let mut best = Agreement::None;
            for witness in witnesses {
                let agreement = agreement(&witness.folded, &plain);
                best = best.max(agreement);
                score += match agreement {
                    Agreement::Equal => witness.weight,
                    // A heading may be a piece of the title by being its last word; more of it says more.
                    Agreement::Contained if plain.len() * 3 >= witness.folded.len() => witness.weight * 2 / 3,
                    Agreement::Contained => witness.weight / 3,
                    Agreement::Partial => witness.weight / 2,
                    Agreement::None => 0,
                };
            }
            // Headings below the first level are headlines only where something else says so.
            if found.rank > 0 && best < Agreement::Contained {
                score = 0;
            }
            seen.push(plain);
            result.push(Heading { found, text: found.value.clone(), score, best });
        }
        result
    }

    /// The text of a heading as the headline: without a kicker or a credit that stands inside it, where a
    /// witness has the rest.
    fn shown(&self, heading: &Heading<'_>, witnesses: &[Witness<'_>]) -> (String, NodeId) {
        let tree = self.context.tree;
        let Some(place) = heading.found.place else { return (heading.text.clone(), tree.root()) };
        let plain = folded(&heading.text);
        if heading.best == Agreement::Contained {
            let inner = tree.descendants(place.node).skip(1).take(24).filter(|&id| {
                tree.is_element(id) && !matches!(tree.name(id), Name::BR | Name::IMG | Name::SVG)
            });
            for id in inner {
                let Some(text) = short_text(tree, id, 600) else { continue };
                let part = folded(&text);
                let confirmed = witnesses.iter().any(|witness| witness.weight >= 5 && witness.folded == part);
                if confirmed && part != plain {
                    return (text, place.node);
                }
            }
        }
        let text = site_name::without(&heading.text, &self.sites, false);
        (text, place.node)
    }
}

/// Titles that say nothing: what content systems put where nobody wrote one.
fn is_stub(folded: &str) -> bool {
    matches!(
        folded,
        "home" | "index" | "untitled" | "news" | "blog" | "article" | "startseite" | "search" | "menu" | "404" | "title" | "main page" | "homepage"
    )
}
