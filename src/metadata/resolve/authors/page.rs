//! The bylines that the page's markup names: by `rel`, class and link.

use super::super::Resolver;
use super::{Answer, NEAR_BYTES};
use crate::article::{Author, AuthorKind, AuthorRole, Candidate, Source};
use crate::html::{Name, NodeId, Tree};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::names::{Named, Trust, is_organisation, is_plausible, label_alone, role_after};
use crate::metadata::page::ROLE_RANK;
use crate::metadata::page::byline::{self, Linked};
use crate::metadata::text::text_before;

impl Resolver<'_> {
    /// The bylines of the page near the headline, nearest group first.
    pub(super) fn page_bylines(&self, losers: &mut Vec<Candidate>) -> Option<Answer> {
        let tree = self.context.tree;
        let headline_at = self.headline.map(|headline| headline.at);
        let mut best: Option<(u32, Answer)> = None;
        // People that bylines far from the headline name: of this article only if all name the same.
        let mut distant: Option<Answer> = None;
        let mut distant_differ = false;
        let mut all: Vec<&Found> = self
            .of(Field::Author)
            .filter(|found| found.origin.source == Source::Page && found.rank < ROLE_RANK)
            .collect();
        all.sort_by_key(|found| found.rank);
        for found in all {
            let Some(place) = found.place else { continue };
            if self.is_beside(found) || self.is_in_other_article(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            let trust = if found.rank == 1 || found.rank > 2 { Trust::Byline } else { Trust::Link };
            let (names, text) = byline::read(tree, place.node, trust, &self.sites);
            let close = headline_at.is_some_and(|at| place.at >= at && place.at - at <= NEAR_BYTES / 2);
            let says_by = || label_alone(&text_before(tree, place.node, 48));
            let account =
                || account(tree, place.node, &text).filter(|_| found.rank <= 1 && (close || says_by()));
            let names = if names.is_empty() { account().into_iter().collect() } else { names };
            // The name beside a picture.
            if !names.is_empty() && names.iter().all(|linked| linked.named.role == AuthorRole::Photographer) {
                losers.push(Candidate::new(found.origin.clone(), shortened(&text), "took the pictures"));
                continue;
            }
            if names.is_empty() {
                if !text.is_empty() && text.len() < 80 {
                    losers.push(Candidate::new(found.origin.clone(), text, "is no name"));
                }
                continue;
            }
            // The element holds the name alone; the label before it says who "checked" or "edited".
            let Some(role) = role_after(&text_before(tree, place.node, 48)) else {
                losers.push(found.lose("is no author"));
                continue;
            };
            let distance = match headline_at {
                Some(at) => at.abs_diff(place.at),
                None => place.at.min(NEAR_BYTES * 4),
            };
            // Above the headline or far below it bylines are mostly other articles'.
            let above = headline_at.is_some_and(|at| place.at < at);
            let far = if above { distance > NEAR_BYTES / 3 } else { distance > NEAR_BYTES }
                && headline_at.is_some();
            let cost = distance.min(20_000) / 4
                + u32::from(found.rank) * 150
                + if above { 300 } else { 0 }
                + if names.iter().all(|linked| linked.named.kind == AuthorKind::Organization) {
                    1500
                } else {
                    0
                };
            let mut authors: Vec<Author> = Vec::new();
            for linked in names {
                let url = linked.url.or_else(|| found.url.clone());
                authors.push(self.author(linked.named, url.as_deref(), None, role));
            }
            let linked = !far && authors.iter().all(|author| author.url.is_some());
            let answer = Answer {
                origin: found.origin.clone(),
                raw: text,
                authors,
                nodes: vec![place.node],
                linked,
                labelled: false,
            };
            if far {
                match &distant {
                    Some(known) => {
                        distant_differ |= !known.has_all(&answer.authors);
                    }
                    None => distant = Some(answer),
                }
                continue;
            }
            match &mut best {
                // Names of one and the same place belong together: "By A" and "B" in elements of their own.
                Some((known, before)) if self.is_sibling(before, &answer, cost.abs_diff(*known)) => {
                    for author in answer.authors {
                        if !before.has_all([&author]) {
                            before.authors.push(author);
                        }
                    }
                    before.nodes.extend(answer.nodes);
                    if before.persons() > 0 {
                        before.authors.retain(|author| author.kind == AuthorKind::Person);
                    }
                }
                Some((known, before)) if *known <= cost => {
                    if !before.has_all(&answer.authors) {
                        losers.push(Candidate::new(
                            answer.origin,
                            shortened(&answer.raw),
                            "stands farther from the headline",
                        ));
                    }
                }
                _ => best = Some((cost, answer)),
            }
        }
        best.map(|(_, answer)| answer).or(distant.filter(|_| !distant_differ))
    }

    /// Whether two bylines stand in elements of the same kind next to each other; `apart` is the difference in cost.
    fn is_sibling(&self, one: &Answer, other: &Answer, apart: u32) -> bool {
        let tree = self.context.tree;
        let (Some(&first), Some(&second)) = (one.nodes.last(), other.nodes.first()) else { return false };
        if tree.name(first) != tree.name(second)
            || tree.is_within(first, second)
            || tree.is_within(second, first)
        {
            return false;
        }
        let same_class = tree.attr(first, Name::CLASS) == tree.attr(second, Name::CLASS);
        let levels = match apart {
            0..=15 => 5,
            16..250 => 3,
            _ => return false,
        };
        let up = |id: NodeId| tree.ancestors(id).take(levels).collect::<Vec<_>>();
        let above = up(second);
        same_class && up(first).iter().any(|ancestor| above.contains(ancestor))
    }
}

/// The commonest ends of host names.
const TOPS: &[&str] =
    &["com", "net", "org", "info", "de", "ru", "co", "uk", "io", "fr", "it", "es", "pl", "jp", "cn"];

/// The name of an account that its element's class says to be one: a single word, or small ones, which no byline has.
fn account(tree: &Tree, id: NodeId, text: &str) -> Option<Linked> {
    let has = |name, words: &[&str]| {
        tree.attr(id, name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|word| words.contains(&word)))
    };
    let names = has(Name::CLASS, &["username", "bigusername", "fn", "nickname"]);
    let says = names || has(Name::CLASS, &["vcard"]) || has(Name::REL, &["author"]);
    let letters: String = text.chars().filter(|c| !c.is_numeric()).collect();
    let words = text.split_whitespace().count();
    // "b.scherer" is an account, "weather.example" a host.
    let is_host = || text.rsplit('.').next().is_some_and(|top| TOPS.contains(&top)) && text.contains('.');
    let is_word = (2..=30).contains(&text.len())
        && (words == 1 || names && (2..=3).contains(&words) && letters.len() == text.len())
        && !text.contains(['@', '/', ':'])
        && letters.chars().any(char::is_alphabetic)
        && !is_host()
        && !is_organisation(&text.replace('.', " "), &[])
        && is_plausible(&letters, Trust::Field);
    (says && is_word).then(|| Linked {
        named: Named { name: text.to_owned(), kind: AuthorKind::Person, role: AuthorRole::Writer },
        url: tree.attr(id, Name::HREF).map(str::to_owned),
    })
}
