//! The authors: the first source that names people, all of its names, in its order.

mod lines;
mod page;
mod roles;
mod signed;

use std::collections::{HashMap, HashSet};

use super::Resolver;
use super::lines::Around;
use crate::article::{Author, AuthorKind, AuthorRole, Candidate, Origin, Source};
use crate::html::NodeId;
use crate::metadata::folding::{folded, same_but_blanks};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::names::{
    Named, Trust, bare, has_given_name, is_organisation, is_plausible, is_unspaced, read_names, role_after,
};
use crate::metadata::text::text_before;
use crate::metadata::url::absolute;

/// One source's answer.
struct Answer {
    origin: Origin,
    raw: String,
    authors: Vec<Author>,
    nodes: Vec<NodeId>,
    /// Whether every name stands in a link to its owner's page, next to the headline.
    linked: bool,
    /// Whether a line next to the headline says by its label that these people wrote it.
    labelled: bool,
}

impl Answer {
    /// People, but for those who took the pictures.
    fn persons(&self) -> usize {
        let counts =
            |author: &&Author| author.kind == AuthorKind::Person && author.role != AuthorRole::Photographer;
        self.authors.iter().filter(counts).count()
    }

    /// Whether none of its people did more than take the pictures.
    fn is_credit(&self) -> bool {
        self.authors.iter().all(|author| author.role == AuthorRole::Photographer)
    }

    /// People by their full names, none of which is the site's: accounts have names of one word.
    fn full_names(&self, sites: &[String]) -> usize {
        let full = |author: &&Author| {
            author.kind == AuthorKind::Person
                && author.role != AuthorRole::Photographer
                && (author.name.contains(' ') || author.name.chars().any(is_unspaced))
                && !sites.iter().any(|site| same_but_blanks(site, &folded(&author.name)))
        };
        self.authors.iter().filter(full).count()
    }

    /// People who wrote it.
    fn writers(&self) -> usize {
        let writes =
            |author: &&Author| author.kind == AuthorKind::Person && author.role == AuthorRole::Writer;
        self.authors.iter().filter(writes).count()
    }

    /// Whether its line says by its label that these people wrote it, and says nothing else.
    fn is_list(&self) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let named: usize = self.authors.iter().map(|author| letters(&author.name)).sum();
        self.labelled
            && letters(&self.raw) <= named + LABEL_LETTERS + 4 * self.authors.len()
            && self.authors.iter().all(|author| has_given_name(&author.name))
    }

    /// Whether all these people are among its own.
    fn has_all<'n>(&self, others: impl IntoIterator<Item = &'n Author>) -> bool {
        let own: HashSet<String> = self.authors.iter().map(|author| person(&author.name)).collect();
        others.into_iter().all(|other| own.contains(&person(&other.name)))
    }
}

/// Names whose accents are sought in other sources.
const MOST_SPELLINGS: usize = 64;

/// Letters of a label before names: "written by".
const LABEL_LETTERS: usize = 12;

/// Bytes of an organisation's name.
const ORGANISATION_BYTES: usize = 100;

/// Bytes of text between a headline and its byline, at most.
const NEAR_BYTES: u32 = 1500;

impl Resolver<'_> {
    pub(super) fn resolve_authors(&mut self, around: &Around) -> (Vec<Author>, Vec<NodeId>) {
        let mut losers: Vec<Candidate> = Vec::new();
        let page = self.page_bylines(&mut losers);
        let mut answers: Vec<Answer> = Vec::new();
        answers.extend(self.structured(Source::JsonLd, 0..=1, &mut losers));
        answers.extend(self.structured(Source::Microdata, 0..=0, &mut losers));
        answers.extend(page);
        answers.extend(self.text_byline(around));
        answers.extend(self.structured(Source::JsonLd, 4..=5, &mut losers));
        answers.extend(self.structured(Source::HtmlMeta, 0..=0, &mut losers));
        answers.extend(self.structured(Source::HtmlMeta, 1..=1, &mut losers));
        answers.extend(self.structured(Source::OpenGraph, 0..=1, &mut losers));
        answers.extend(self.structured(Source::OpenGraph, 6..=6, &mut losers));
        answers.retain(|answer| !answer.is_credit());
        if answers.iter().all(|answer| answer.writers() == 0) {
            let sure = !answers.is_empty();
            answers.extend(self.name_beside_date(around, sure));
        }
        if answers.iter().all(|answer| answer.writers() == 0) {
            let far = self.author_stated_far().or_else(|| self.signed());
            answers.extend(far);
        }
        let nodes = answers.iter().flat_map(|answer| answer.nodes.iter().copied()).collect();

        let chosen = answers
            .iter()
            .position(|answer| answer.writers() > 0)
            .or_else(|| answers.iter().position(|answer| answer.persons() > 0))
            .or_else(|| (!answers.is_empty()).then_some(0));
        let Some(chosen) = chosen else {
            let others = self.others(&[]);
            self.record(
                "authors",
                others.first().map(|(origin, author)| (origin.clone(), author.name.clone())),
                losers,
            );
            return (others.into_iter().map(|(_, author)| author).collect(), nodes);
        };
        // An account that a machine's field gives, where the page shows a name.
        let is_account = |answer: &Answer| {
            matches!(answer.origin.source, Source::JsonLd | Source::HtmlMeta)
                && answer.full_names(&self.sites) == 0
        };
        let byline = answers.get(chosen).filter(|chosen| is_account(chosen)).and_then(|_| {
            answers.iter().position(|answer| {
                answer.origin.source == Source::Page
                    && answer.full_names(&self.sites) == 1
                    && answer.authors.iter().all(|author| answer.raw.len() <= author.name.len() + 40)
                    && answer.authors.len() == 1
            })
        });
        let chosen = byline.unwrap_or(chosen);
        // A byline that names all of these and more people, by links to their pages, is the fuller one.
        let fuller = answers.iter().position(|answer| {
            answers.get(chosen).is_some_and(|chosen| {
                chosen.persons() > 0
                    && (answer.linked || answer.is_list() || is_catalogued(&answer.origin))
                    && answer.authors.iter().all(|author| author.name.contains(' '))
                    && answer.writers() > chosen.persons()
                    && answer.has_all(chosen.authors.iter().filter(|a| a.kind == AuthorKind::Person))
            })
        });
        let winner = answers.remove(fuller.unwrap_or(chosen));
        for answer in &answers {
            let same = answer.authors.len() == winner.authors.len() && winner.has_all(&answer.authors);
            if !same {
                let reason =
                    if answer.persons() == 0 { "names no person" } else { "a better source says otherwise" };
                losers.push(Candidate::new(answer.origin.clone(), shortened(&answer.raw), reason));
            }
        }
        let mut authors = winner.authors;
        for author in authors.iter_mut().take(MOST_SPELLINGS) {
            let spelled = answers
                .iter()
                .flat_map(|answer| answer.authors.iter().take(MOST_SPELLINGS))
                .find(|other| respells(&other.name, &author.name));
            if let Some(other) = spelled {
                author.name.clone_from(&other.name);
            }
        }
        // The same people with a link elsewhere: the link is theirs.
        let mut urls: HashMap<String, &String> = HashMap::new();
        for other in answers.iter().flat_map(|answer| &answer.authors) {
            if let Some(url) = &other.url {
                urls.entry(person(&other.name)).or_insert(url);
            }
        }
        for author in authors.iter_mut().filter(|author| author.url.is_none()) {
            author.url = urls.get(&person(&author.name)).map(|&url| url.clone());
        }
        // Who did something else by another line of the page.
        let mut known: HashSet<String> = authors.iter().map(|author| person(&author.name)).collect();
        for other in answers.iter().filter(|answer| answer.origin.source == Source::Page) {
            for author in &other.authors {
                let helps = author.kind == AuthorKind::Person
                    && matches!(
                        author.role,
                        AuthorRole::Editor | AuthorRole::Translator | AuthorRole::Contributor
                    );
                if helps && known.insert(person(&author.name)) {
                    authors.push(author.clone());
                }
            }
        }
        let others = self.others(&authors);
        authors.extend(others.into_iter().map(|(_, author)| author));
        self.record("authors", Some((winner.origin, shortened(&winner.raw))), losers);
        (authors, nodes)
    }

    fn author(&self, named: Named, url: Option<&str>, kind: Option<AuthorKind>, role: AuthorRole) -> Author {
        let url = url.and_then(|url| absolute(url, self.base()));
        let organisation = named.kind == AuthorKind::Organization
            && !(kind == Some(AuthorKind::Person) && looks_personal(&named.name))
            || kind == Some(AuthorKind::Organization) && named.name.split(' ').count() != 2;
        let mut author = Author::person(named.name);
        author.kind = if organisation { AuthorKind::Organization } else { AuthorKind::Person };
        author.role = if role == AuthorRole::Writer { named.role } else { role };
        author.url = url;
        author
    }

    /// The names of a field that holds nothing else.
    fn names_of(&self, found: &Found) -> Vec<Named> {
        let mut names = read_names(&found.value, Trust::Field, &self.sites);
        let is_person = |named: &Named| named.kind == AuthorKind::Person;
        let value = found.value.trim();
        // "Centre for Weather and Rivers" is one.
        let one = found.kind == Some(AuthorKind::Organization)
            && value.len() <= ORGANISATION_BYTES
            && !value.contains([',', ';', '|', '/', '(', '©']);
        if one && !names.is_empty() && !names.iter().any(is_person) {
            names.truncate(1);
            names.iter_mut().for_each(|named| value.clone_into(&mut named.name));
        }
        if names.is_empty() && found.kind == Some(AuthorKind::Person) && is_account_name(value) {
            let (kind, role) = (AuthorKind::Person, AuthorRole::Writer);
            names.push(Named { name: value.to_owned(), kind, role });
        }
        names
    }

    /// The names of the candidates of one source.
    fn structured(
        &self,
        source: Source,
        ranks: std::ops::RangeInclusive<u8>,
        losers: &mut Vec<Candidate>,
    ) -> Option<Answer> {
        let mut answer: Option<Answer> = None;
        let mut strays: HashSet<String> = HashSet::new();
        let mut known: HashSet<String> = HashSet::new();
        let mut candidates: Vec<&Found> = Vec::new();
        for found in self.of(Field::Author) {
            if found.origin.source != source || !ranks.contains(&found.rank) {
                continue;
            }
            if self.is_beside(found) || self.is_in_other_article(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            candidates.push(found);
        }
        let away = |found: &Found| {
            let (place, headline) = (found.place?, self.headline?);
            Some(place.at.abs_diff(headline.at))
        };
        let nearest = candidates.iter().filter_map(|found| away(found)).min();
        for found in candidates {
            // Names far behind the first ones are those of other articles and of comments.
            if away(found).is_some_and(|away| nearest.is_some_and(|nearest| away > nearest + NEAR_BYTES / 2))
            {
                losers.push(found.lose("stands farther from the headline"));
                continue;
            }
            let before = found.place.filter(|_| source == Source::Microdata);
            let before = before.map(|place| text_before(self.context.tree, place.node, 48));
            if before.is_some_and(|before| role_after(&before).is_none()) {
                losers.push(found.lose("is no author"));
                continue;
            }
            let names = self.names_of(found);
            if names.is_empty() {
                losers.push(found.lose("is no name"));
                continue;
            }
            let alone = names.len() == 1;
            let answer = answer.get_or_insert_with(|| Answer {
                origin: found.origin.clone(),
                raw: found.value.clone(),
                authors: Vec::new(),
                nodes: Vec::new(),
                linked: false,
                labelled: false,
            });
            answer.nodes.extend(found.place.map(|place| place.node));
            for named in names {
                if known.insert(person(&named.name)) {
                    let url = found.url.as_deref().filter(|_| alone);
                    let author = self.author(named, url, found.kind, found.role);
                    // Said to be a person, but an employer in many words, beside people.
                    let is_stray =
                        author.kind == AuthorKind::Organization && author.name.split(' ').count() > 4;
                    if found.kind == Some(AuthorKind::Person) && is_stray {
                        strays.insert(author.name.clone());
                    }
                    answer.authors.push(author);
                }
            }
        }
        if let Some(answer) = answer.as_mut().filter(|answer| answer.persons() > 0) {
            answer.authors.retain(|author| !strays.contains(&author.name));
        }
        answer
    }
}

/// Whether a source lists the authors as library catalogues do, all of them.
fn is_catalogued(origin: &Origin) -> bool {
    matches!(origin.path.as_str(), "meta[citation_author]" | "meta[dc.contributor]" | "meta[dc.creator]")
}

/// What is the same in two writings of a person's name: without titles, in small letters.
fn person(name: &str) -> String {
    bare(name).to_lowercase()
}

/// Whether one word may be the name of somebody's account: "rain_watcher77".
fn is_account_name(word: &str) -> bool {
    (3..=30).contains(&word.len())
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !word.contains('-')
        && !is_organisation(word, &[])
        && word.starts_with(char::is_alphabetic)
}

/// Whether one name is the other with the accents that a machine's field has lost.
fn respells(accented: &str, plain: &str) -> bool {
    plain.is_ascii()
        && !accented.is_ascii()
        && accented.chars().count() == plain.len()
        && accented.chars().zip(plain.chars()).all(|(a, b)| a == b || (!a.is_ascii() && a.is_alphabetic()))
}

/// A site may bear its owner's name.
pub(super) fn looks_personal(name: &str) -> bool {
    (2..=3).contains(&name.split(' ').count())
        && !is_organisation(name, &[])
        && is_plausible(name, Trust::Byline)
}
