//! The authors: the first source that names people, all of its names, in its order.

use std::collections::HashSet;

use super::Resolver;
use super::lines::Around;
use crate::article::{Author, AuthorKind, AuthorRole, Candidate, Origin, Source};
use crate::dates::{Hints, find_all};
use crate::html::{Name, NodeId, Tree};
use crate::metadata::folding::{folded, same_but_blanks};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::line::{Line, lines_after};
use crate::metadata::names::{
    Named, Trust, is_organisation, is_plausible, is_unspaced, label_alone, labelled_names, name_set_apart,
    read_names, role_after, states_author,
};
use crate::metadata::page::byline::{self, Linked};
use crate::metadata::text::{short_text, text_before};
use crate::metadata::url::absolute;

/// One source's answer.
struct Answer {
    origin: Origin,
    raw: String,
    authors: Vec<Author>,
    nodes: Vec<NodeId>,
    /// Whether every name stands in a link to its owner's page, next to the headline.
    linked: bool,
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

    /// Whether all these people are among its own.
    fn has_all<'n>(&self, others: impl IntoIterator<Item = &'n Author>) -> bool {
        let own: HashSet<String> = self.authors.iter().map(|author| author.name.to_lowercase()).collect();
        others.into_iter().all(|other| own.contains(&other.name.to_lowercase()))
    }
}

/// Bytes of text between a headline and its byline, at most.
const NEAR_BYTES: u32 = 1500;

/// Lines below the headline that are searched for one that says who wrote it.
const MOST_LINES: usize = 160;

/// Bytes of the longest such line.
const LINE_BYTES: usize = 120;

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
        if answers.is_empty() {
            answers.extend(self.name_beside_date(around));
        }
        if answers.iter().all(|answer| answer.persons() == 0) {
            answers.extend(self.author_stated_far());
        }
        let nodes = answers.iter().flat_map(|answer| answer.nodes.iter().copied()).collect();

        let chosen = answers
            .iter()
            .position(|answer| answer.persons() > 0)
            .or_else(|| (!answers.is_empty()).then_some(0));
        let Some(chosen) = chosen else {
            self.record("authors", None, losers);
            return (Vec::new(), nodes);
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
                    && (answer.linked || is_catalogued(&answer.origin))
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
        for author in &mut authors {
            let spelled = answers
                .iter()
                .flat_map(|answer| &answer.authors)
                .find(|other| respells(&other.name, &author.name));
            if let Some(other) = spelled {
                author.name.clone_from(&other.name);
            }
        }
        // The same people with a link elsewhere: the link is theirs.
        for author in authors.iter_mut().filter(|author| author.url.is_none()) {
            let name = author.name.to_lowercase();
            let known = answers.iter().flat_map(|answer| &answer.authors);
            author.url =
                known.filter(|other| other.name.to_lowercase() == name).find_map(|other| other.url.clone());
        }
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

    /// The names of the candidates of one source.
    fn structured(
        &self,
        source: Source,
        ranks: std::ops::RangeInclusive<u8>,
        losers: &mut Vec<Candidate>,
    ) -> Option<Answer> {
        let mut answer: Option<Answer> = None;
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
            let names = read_names(&found.value, Trust::Field, &self.sites);
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
            });
            answer.nodes.extend(found.place.map(|place| place.node));
            for named in names {
                if known.insert(named.name.to_lowercase()) {
                    let url = found.url.as_deref().filter(|_| alone);
                    answer.authors.push(self.author(named, url, found.kind, found.role));
                }
            }
        }
        answer
    }

    /// The bylines of the page near the headline, nearest group first.
    fn page_bylines(&self, losers: &mut Vec<Candidate>) -> Option<Answer> {
        let tree = self.context.tree;
        let headline_at = self.headline.map(|headline| headline.at);
        let mut best: Option<(u32, Answer)> = None;
        // People that bylines far from the headline name: of this article only if all name the same.
        let mut distant: Option<Answer> = None;
        let mut distant_differ = false;
        let mut all: Vec<&Found> =
            self.of(Field::Author).filter(|found| found.origin.source == Source::Page).collect();
        all.sort_by_key(|found| found.rank);
        for found in all {
            let Some(place) = found.place else { continue };
            if self.is_beside(found) || self.is_in_other_article(found) {
                continue;
            }
            let trust = if found.rank == 1 || found.rank > 2 { Trust::Byline } else { Trust::Link };
            let (names, text) = byline::read(tree, place.node, trust, &self.sites);
            let close = headline_at.is_some_and(|at| place.at >= at && place.at - at <= NEAR_BYTES / 2);
            let account = || account(tree, place.node, &text).filter(|_| close && found.rank <= 1);
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
            let answer =
                Answer { origin: found.origin.clone(), raw: text, authors, nodes: vec![place.node], linked };
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
                Some((known, before)) if self.is_sibling(before, &answer) && cost.abs_diff(*known) < 250 => {
                    for author in answer.authors {
                        if !before.has_all([&author]) {
                            before.authors.push(author);
                        }
                    }
                    before.nodes.extend(answer.nodes);
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

    /// Whether two bylines stand in elements of the same kind next to each other.
    fn is_sibling(&self, one: &Answer, other: &Answer) -> bool {
        let tree = self.context.tree;
        let (Some(&first), Some(&second)) = (one.nodes.last(), other.nodes.first()) else { return false };
        if tree.name(first) != tree.name(second)
            || tree.is_within(first, second)
            || tree.is_within(second, first)
        {
            return false;
        }
        let same_class = tree.attr(first, Name::CLASS) == tree.attr(second, Name::CLASS);
        let up = |id: NodeId| tree.ancestors(id).take(3).collect::<Vec<_>>();
        let above = up(second);
        same_class && up(first).iter().any(|ancestor| above.contains(ancestor))
    }

    /// A line next to the headline that says by its label to be a byline.
    fn text_byline(&self, around: &Around) -> Option<Answer> {
        let after = around.after.iter().take(10);
        let next = around.after.iter().skip(1).map(Some).chain([None]);
        let lines = after.zip(next).chain(around.before.iter().take(2).map(|line| (line, None)));
        let mut organisation: Option<Answer> = None;
        for (label, next) in lines {
            let named = labelled_names(&label.text, &self.sites).map(|names| (label, names));
            // The label may be a line of its own.
            let named = named.or_else(|| {
                let line = next.filter(|line| line.text.len() < 120 && label_alone(&label.text))?;
                let names = read_names(&line.text, Trust::Byline, &self.sites);
                (!names.is_empty()).then_some((line, names))
            });
            let Some((line, names)) = named else { continue };
            let answer = self.line_answer(line, names);
            if answer.is_credit() {
                continue;
            }
            if answer.persons() > 0 {
                return Some(answer);
            }
            organisation = organisation.or(Some(answer));
        }
        organisation
    }

    /// A name that stands beside a date next to the headline: "5 May 2024 · Jane Doe".
    fn name_beside_date(&self, around: &Around) -> Option<Answer> {
        let lines = around.before.first().into_iter().chain(around.after.iter().take(5));
        let is_line = |line: &&Line| {
            line.text.len() <= LINE_BYTES
                && !line.linked
                && !line.text.contains(['»', '©', '›', '>', '$', '€'])
        };
        let lines: Vec<&Line> = lines.filter(is_line).collect();
        let mut dated = false;
        for (index, line) in lines.iter().enumerate() {
            let here = has_date(&line.text);
            let next = lines.get(index + 1).is_some_and(|next| next.text.len() < 48 && has_date(&next.text));
            let named = name_set_apart(&line.text, &self.sites).filter(|_| here || next || dated);
            if let Some(named) = named.filter(|named| !self.is_topic(&named.name)) {
                return Some(self.line_answer(line, vec![named]));
            }
            dated = here && line.text.len() < 48;
        }
        None
    }

    /// Whether words with capitals are a topic's rather than a name's: the page writes the last one small, too,
    /// or the headline or the site has one of them.
    fn is_topic(&self, name: &str) -> bool {
        let tree = self.context.tree;
        let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
        let last = words.last().map_or("", String::as_str);
        let heading = self.headline.and_then(|place| short_text(tree, place.node, 400));
        let heading = heading.map(|heading| folded(&heading)).unwrap_or_default();
        let shared = |text: &str| text.split(' ').any(|word| words.iter().any(|own| own == word));
        shared(&heading)
            || self.sites.iter().any(|site| shared(site))
            || tree.descendants(tree.root()).filter_map(|id| tree.text(id)).any(|text| {
                text.match_indices(last).any(|(at, _)| {
                    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                    edge(text.get(..at).and_then(|head| head.chars().next_back()))
                        && edge(text.get(at + last.len()..).and_then(|tail| tail.chars().next()))
                })
            })
    }

    /// Who anywhere below the headline is said to have written it, where nothing else tells and all such lines agree.
    fn author_stated_far(&self) -> Option<Answer> {
        // A page without any date is hardly an article.
        self.findings.found.iter().find(|found| matches!(found.field, Field::Published | Field::Date))?;
        let lines = lines_after(self.context.tree, self.context.marks, self.headline?.node, LINE_BYTES);
        let mut answer: Option<Answer> = None;
        for line in lines.take(MOST_LINES) {
            if line.text.len() > LINE_BYTES || !states_author(&line.text) || self.is_line_beside(&line) {
                continue;
            }
            let Some(names) = labelled_names(&line.text, &self.sites) else { continue };
            let next = self.line_answer(&line, names);
            match &answer {
                None if next.persons() > 0 => answer = Some(next),
                Some(known) if !known.has_all(&next.authors) => return None,
                _ => {}
            }
        }
        answer
    }

    fn line_answer(&self, line: &Line, names: Vec<Named>) -> Answer {
        let url = line.link.and_then(|link| self.context.tree.attr(link, Name::HREF));
        let authors =
            names.into_iter().map(|named| self.author(named, url, None, AuthorRole::Writer)).collect();
        Answer {
            origin: Origin::new(Source::Page, "byline"),
            raw: line.text.clone(),
            authors,
            nodes: vec![line.node],
            linked: false,
        }
    }
}

/// Whether a source lists the authors as library catalogues do, all of them.
fn is_catalogued(origin: &Origin) -> bool {
    matches!(origin.path.as_str(), "meta[citation_author]" | "meta[dc.contributor]" | "meta[dc.creator]")
}

/// Whether a line holds a day of a year.
fn has_date(line: &str) -> bool {
    line.bytes().filter(u8::is_ascii_digit).count() >= 3
        && find_all(line, &Hints::default()).iter().any(|date| date.stamp.day.is_some())
}

/// The name of an account that its element's class says to be one: a single word, which no byline has.
fn account(tree: &Tree, id: NodeId, text: &str) -> Option<Linked> {
    let has = |name, words: &[&str]| {
        tree.attr(id, name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|word| words.contains(&word)))
    };
    let says = has(Name::CLASS, &["username", "bigusername", "fn", "nickname", "vcard"])
        || has(Name::REL, &["author"]);
    let letters: String = text.chars().filter(|c| !c.is_numeric()).collect();
    let is_word = (3..=30).contains(&text.len())
        && !text.contains(char::is_whitespace)
        && !text.contains(['@', '/', ':'])
        && letters.chars().any(char::is_alphabetic)
        && !is_organisation(text, &[])
        && is_plausible(&letters, Trust::Field);
    (says && is_word).then(|| Linked {
        named: Named { name: text.to_owned(), kind: AuthorKind::Person, role: AuthorRole::Writer },
        url: tree.attr(id, Name::HREF).map(str::to_owned),
    })
}

/// Whether one name is the other with the accents that a machine's field has lost.
fn respells(accented: &str, plain: &str) -> bool {
    plain.is_ascii()
        && !accented.is_ascii()
        && accented.chars().count() == plain.len()
        && accented.chars().zip(plain.chars()).all(|(a, b)| a == b || (!a.is_ascii() && a.is_alphabetic()))
}

/// A site may bear its owner's name.
fn looks_personal(name: &str) -> bool {
    (2..=3).contains(&name.split(' ').count())
        && !is_organisation(name, &[])
        && is_plausible(name, Trust::Byline)
}
