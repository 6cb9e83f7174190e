//! The headline: what the page shows as one, confirmed by what its metadata say.

mod naming;
mod shown;

use super::Resolver;
use crate::article::{Candidate, Origin, Source};
use crate::html::Name;
use crate::metadata::cleaning::cleaned;
use crate::metadata::folding::{Agreement, agreement, folded, loose_agreement, words_in_common};
use crate::metadata::found::{Field, Found, Place, shortened};
use crate::metadata::site_name;
use crate::metadata::text::{head, trimmed};
use crate::metadata::url::{absolute, is_home};
use url::Url;

/// The choice.
#[derive(Debug, Default)]
pub(super) struct Headline {
    pub(super) text: Option<String>,
    pub(super) place: Option<Place>,
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
    place: Place,
    folded: String,
    score: i32,
    best: Agreement,
}

/// A heading needs this much to be the headline.
const ENOUGH: i32 = 5;

/// Headings of the first level that may be the site's.
const MOST_MASTHEADS: usize = 4;

/// Bytes of the longest headline.
const MOST_BYTES: usize = 600;

impl<'a> Resolver<'a> {
    pub(super) fn resolve_headline(&mut self) -> Headline {
        self.learn_mastheads();
        let witnesses = self.witnesses();
        let mut headings = self.headings(&witnesses);
        headings.sort_by_key(|heading| std::cmp::Reverse((heading.score, heading.best)));
        let good = headings.iter().take_while(|heading| heading.score >= ENOUGH);
        let taken =
            good.into_iter().find(|heading| heading.found.rank == 0 || !self.is_masthead(heading.found));
        // The first of those with the greatest weight.
        let told = witnesses.iter().rev().max_by_key(|witness| witness.weight);
        let (headline, winner) = match (taken, told) {
            (Some(heading), _) => {
                let slogan = Some(heading).filter(|heading| heading.best < Agreement::Equal);
                let name = slogan.and_then(|slogan| self.name_of_page(slogan, &witnesses));
                let text = name.unwrap_or_else(|| self.shown(heading, &witnesses));
                let winner = (heading.found.origin.clone(), shortened(&heading.found.value));
                (Headline { text: Some(text), place: Some(heading.place) }, Some(winner))
            }
            (None, Some(witness)) => {
                let winner = (witness.found.origin.clone(), shortened(&witness.found.value));
                // A title may have the site's name in a form that nothing else tells: the part that the page
                // shows is the headline.
                let shown = || {
                    let mut parts = site_name::parts_of(&witness.text);
                    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
                    let long = parts.into_iter().filter(|part| part.split_whitespace().nth(1).is_some());
                    long.take(3).find_map(|part| Some((part.to_owned(), self.place_of(&folded(part))?)))
                };
                let (text, place) = match self.place_of(&witness.folded) {
                    Some(place) => (witness.text.clone(), Some(place)),
                    None => match shown().filter(|_| witness.found.field == Field::Title) {
                        Some((text, place)) => (text, Some(place)),
                        None => (witness.text.clone(), None),
                    },
                };
                (Headline { text: Some(text), place }, Some(winner))
            }
            (None, None) => self.name_of_site(),
        };
        let plain = headline.text.as_deref().map(folded).unwrap_or_default();
        let mut headline = headline;
        if let Some(whole) = self.name_of_home(&plain) {
            headline.text = Some(whole);
        }
        let mut losers: Vec<Candidate> = Vec::new();
        for witness in witnesses.iter().filter(|witness| witness.folded != plain) {
            losers.push(witness.found.lose("the page shows another headline"));
        }
        for heading in headings.iter().filter(|heading| heading.folded != plain).take(8) {
            losers.push(heading.found.lose("no other source confirms it as well"));
        }
        let winner: Option<(Origin, String)> = winner;
        self.record("headline", winner, losers);
        // What looks like a tag in the page's own text is text.
        let text = headline.text.map(|text| if text.contains('<') { text } else { cleaned(&text) });
        let text = text.filter(|text| !text.is_empty());
        Headline { text, place: headline.place }
    }

    /// A heading of the first level that links to the front page is a name of the site.
    fn learn_mastheads(&mut self) {
        let headings = self.of(Field::Headline).filter(|found| found.origin.path == "h1");
        for found in headings.take(MOST_MASTHEADS) {
            let name = folded(&found.value);
            if !name.is_empty() && name.len() <= 60 && self.is_masthead(found) && !self.sites.contains(&name)
            {
                self.sites.push(name);
            }
        }
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
                (_, Field::Title, _) => 5,
                (Source::JsonLd, _, 0) => 8,
                (Source::JsonLd, _, 1..=2) => 4,
                (Source::JsonLd, ..) => 1,
                (Source::OpenGraph, _, 0) => 7,
                (Source::OpenGraph, ..) => 5,
                (Source::Microdata, ..) => 5,
                _ => 4,
            };
            let same = |other: &&Witness<'_>| other.found.origin == found.origin;
            if witnesses.iter().filter(same).count() >= 2 {
                continue;
            }
            let guess = found.field == Field::Title || weight == 8;
            let text = site_name::without(&cleaned(&found.value), &self.sites, guess);
            let text = without_rubric(&text).to_owned();
            let folded = folded(&text);
            if folded.is_empty() || self.sites.contains(&folded) || is_stub(&folded) {
                continue;
            }
            witnesses.push(Witness { found, text, folded, weight });
        }
        witnesses
    }

    fn headings(&self, witnesses: &[Witness<'_>]) -> Vec<Heading<'a>> {
        let headings: Vec<(&Found, String)> = self
            .of(Field::Headline)
            .filter(|found| {
                found.origin.source == Source::Page && (found.rank > 0 || !self.is_masthead(found))
            })
            .map(|found| (found, folded(&found.value)))
            .collect();
        let own = |(found, _): &&(&Found, String)| found.rank == 0 && !self.is_beside(found);
        let lonely = headings.iter().filter(own).count() == 1;
        let first = headings.iter().find(own).filter(|_| lonely);
        let first = first.and_then(|(found, plain)| Some((plain.clone(), found.place?.at)));
        let title = self.of(Field::Title).next().map(|found| folded(&found.value)).unwrap_or_default();
        // A first heading that says what the title ends with is the site's.
        let is_first = |(found, plain): &(&Found, String)| found.rank == 0 && !title.ends_with(plain);
        let without_first = !headings.iter().any(is_first)
            && witnesses.iter().all(|witness| witness.found.field == Field::Title);
        let tree = self.context.tree;
        let site_first = self.sites.iter().any(|site| title.starts_with(site.as_str()));
        let mut result: Vec<Heading<'_>> = Vec::new();
        for (found, plain) in headings {
            let Some(place) = found.place else { continue };
            // The list of a site's news is called so where its title begins with the word.
            let rubric = found.rank == 0
                && matches!(plain.as_str(), "news" | "blog")
                && title.strip_prefix(plain.as_str()).is_some_and(|rest| rest.starts_with(' '));
            if plain.is_empty() || self.sites.contains(&plain) || is_stub(&plain) && !rubric {
                continue;
            }
            let (mut score, best) = confirmed(&plain, witnesses, found.rank == 0);
            score += match found.rank {
                0 => 5,
                2 => 1,
                _ => 2,
            };
            // Where all that tells is the title, and no heading of the first level is there.
            if found.rank == 2 && without_first {
                score += 2;
            }
            if found.rank == 0 && lonely {
                score += 3;
            }
            // A title starts with the headline and ends with the site's motto, unless it starts with the site's name.
            if best < Agreement::Equal && !site_first && title.len() > plain.len() && title.ends_with(&plain)
            {
                score -= 6;
            }
            // A breadcrumb's last crumb is a short form of the headline, even where it is an `h1`.
            if self.is_beside(found) {
                let in_nav = tree.ancestors(place.node).take(8).any(|above| tree.name(above) == Name::NAV);
                score = if in_nav { 0 } else { score - 5 };
            }
            if result.iter().any(|before| before.folded == plain) {
                score -= 1;
            }
            // Headings below the first level are headlines only where something else says so, and a question that
            // the text answers repeats a part of what the one first heading says.
            let repeats = || {
                best < Agreement::Equal
                    && first
                        .as_ref()
                        .is_some_and(|(first, at)| *at < place.at && words_in_common(first, &plain) >= 2)
            };
            if found.rank > 0 && (best < Agreement::Contained || repeats()) {
                score = 0;
            }
            result.push(Heading { found, place, folded: plain, score, best });
        }
        result
    }

    /// Where the page shows a headline that no heading marks up: the first element with just that text.
    fn place_of(&self, plain: &str) -> Option<Place> {
        let tree = self.context.tree;
        let first = plain.chars().next()?;
        let body = tree.find(tree.root(), Name::BODY)?;
        let mut at = 0_u32;
        for id in tree.descendants(body) {
            let Some(text) = tree.text(id).map(trimmed).filter(|text| !text.is_empty()) else { continue };
            let starts = text
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(|c| c.to_lowercase().next() == Some(first));
            // Nearly all texts differ within a few letters.
            if starts
                && text.len() <= MOST_BYTES
                && plain.starts_with(&folded(head(text, 16)))
                && folded(text) == plain
            {
                let place = Place { node: tree.parent(id)?, at, aside: None, article: None };
                let linked = tree.ancestors(id).take(3).any(|above| tree.name(above) == Name::A);
                if !linked {
                    return Some(place);
                }
            }
            at = at.saturating_add(text.len() as u32);
        }
        None
    }

    /// Whether a heading is the site's: it links to the front page.
    fn is_masthead(&self, found: &Found) -> bool {
        let tree = self.context.tree;
        let Some(place) = found.place else { return false };
        let inner = tree.descendants(place.node).take(12).find(|&id| tree.name(id) == Name::A);
        let link = inner.or_else(|| tree.ancestors(place.node).take(3).find(|&id| tree.name(id) == Name::A));
        let href =
            link.and_then(|link| tree.attr(link, Name::HREF)).and_then(|href| absolute(href, self.base()));
        let own_is_home = self.context.url.is_some_and(is_home);
        !own_is_home && href.and_then(|href| Url::parse(&href).ok()).is_some_and(|url| is_home(&url))
    }
}

/// How much witnesses speak for a heading: the best of every source counts.
fn confirmed(plain: &str, witnesses: &[Witness<'_>], loose: bool) -> (i32, Agreement) {
    let mut best = Agreement::None;
    let mut by_source: Vec<(Source, Field, i32)> = Vec::new();
    for witness in witnesses {
        let compare = if loose { loose_agreement } else { agreement };
        let agreement = compare(&witness.folded, plain);
        best = best.max(agreement);
        let score = match agreement {
            Agreement::Equal => witness.weight,
            // A heading may be a piece of the title by being its last word; more of it says more.
            Agreement::Contained if plain.len() * 3 >= witness.folded.len() => witness.weight * 2 / 3,
            Agreement::Contained => witness.weight / 3,
            Agreement::Partial => witness.weight / 2,
            Agreement::None => 0,
        };
        let key = (witness.found.origin.source, witness.found.field);
        match by_source.iter_mut().find(|(source, field, _)| (*source, *field) == key) {
            Some((_, _, most)) => *most = score.max(*most),
            None => by_source.push((key.0, key.1, score)),
        }
    }
    (by_source.iter().map(|(_, _, score)| score).sum(), best)
}

/// A headline without the kind of the piece that a bar sets apart: "Opinion | …", "… | Editorial".
fn without_rubric(text: &str) -> &str {
    const RUBRICS: &[&str] = &[
        "opinion",
        "editorial",
        "analysis",
        "perspective",
        "commentary",
        "column",
        "letters",
        "obituary",
        "review",
        "kommentar",
        "meinung",
        "analyse",
        "leitartikel",
        "opinión",
        "opinião",
        "opinione",
        "commento",
        "édito",
        "tribune",
        "chronique",
        "мнение",
        "колонка",
    ];
    let is_rubric = |part: &str| part.len() <= 24 && RUBRICS.contains(&part.trim().to_lowercase().as_str());
    let mut whole = text;
    // "Opinion | … | Editorial": on both sides.
    for _ in 0..2 {
        let rest = match (whole.split_once(" | "), whole.rsplit_once(" | ")) {
            (Some((first, rest)), _) if is_rubric(first) => rest,
            (_, Some((rest, last))) if is_rubric(last) => rest,
            _ => break,
        };
        if rest.split_whitespace().nth(1).is_none() {
            break;
        }
        whole = rest.trim();
    }
    whole
}

/// Titles that say nothing: what content systems put where nobody wrote one.
fn is_stub(folded: &str) -> bool {
    matches!(
        folded,
        "home"
            | "index"
            | "untitled"
            | "news"
            | "blog"
            | "article"
            | "startseite"
            | "search"
            | "menu"
            | "404"
            | "title"
            | "main page"
            | "homepage"
            // The bubble of a browser's translator, saved with the page.
            | "original text"
    )
}
