//! What the visible markup shows: headings, bylines, dates, kicker, standfirst, by element names and by the
//! words of their classes.

pub(super) mod byline;
pub(super) mod source_line;

use super::cleaning::cleaned;
use super::found::{Field, Found, Place};
use super::names::names_other_role;
use super::scan::Said;
use super::signs::Signs;
use super::text::{short_text, text_without};
use crate::article::Source;
use crate::html::{Name, NodeId, Tree};

/// Candidates of one field that one page may have.
const MOST: usize = 300;
/// Headings of the first level that are read beyond that.
const MOST_FIRST: usize = 20;
const HEADLINE_BYTES: usize = 600;
const DATE_BYTES: usize = 160;
const TAG_BYTES: usize = 120;
const STANDFIRST_BYTES: usize = 1500;

/// The rank of a text that says who did something else than write it.
pub(super) const ROLE_RANK: u8 = 8;
/// Such texts of one page that are read.
const MOST_ROLES: usize = 24;

/// Whether a word is among those of a `rel`.
fn says(rel: &str, word: &str) -> bool {
    rel.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether a quotation is a post of a social network as its embed code sets it.
fn is_post(tree: &Tree, id: NodeId) -> bool {
    const NETWORKS: &[&str] = &[
        "twitter",
        "instagram",
        "tiktok",
        "reddit",
        "bluesky",
        "mastodon",
        "threads",
        "facebook",
        "fb-post",
    ];
    let class = tree.attr(id, Name::CLASS).unwrap_or("").to_ascii_lowercase();
    NETWORKS.iter().any(|network| class.contains(network))
}

/// Reads the body's elements in their order.
#[derive(Debug, Default)]
pub(super) struct Page {
    headings: usize,
    dates: usize,
    authors: usize,
    lines: usize,
    tags: usize,
    roles: usize,
    /// Inside this element everything belongs to one byline.
    byline: Option<NodeId>,
    /// The element of this name that some sites put in place of `time`.
    relative_time: Option<Name>,
    /// Inside a figure, names and dates are the picture's.
    figures: usize,
    /// Inside a post of a social network, which stands in a quotation with a class or a source, dates are the post's.
    embed: Option<NodeId>,
}

impl Page {
    pub(super) fn new(tree: &Tree) -> Self {
        Self { relative_time: tree.find_name("relative-time"), ..Self::default() }
    }

    pub(super) fn leave(&mut self, name: Name, id: NodeId) {
        if name == Name::FIGURE {
            self.figures = self.figures.saturating_sub(1);
        }
        if self.byline == Some(id) {
            self.byline = None;
        }
        if self.embed == Some(id) {
            self.embed = None;
        }
    }

    /// Whether a text begins with a role: "Translated by".
    pub(super) fn is_role(&self, text: &str) -> bool {
        self.roles < MOST_ROLES && self.figures == 0 && names_other_role(text)
    }

    pub(super) fn role(&mut self, place: Place, found: &mut Vec<Found>) {
        self.roles += 1;
        found.push(Found::new(Field::Author, "", Source::Page, "role").rank(ROLE_RANK).at(place));
    }

    /// Whether an element may hold anything for this source.
    pub(super) fn asks_for(&self, name: Name, said: Said<'_>, in_aside: bool) -> bool {
        said.signs.any()
            || match name {
                Name::A => said.rel.is_some() || !in_aside && said.href.is_some_and(byline::is_author_page),
                Name::H1 | Name::H2 | Name::TIME | Name::FIGURE | Name::BLOCKQUOTE => true,
                _ => Some(name) == self.relative_time,
            }
    }

    pub(super) fn enter(
        &mut self,
        tree: &Tree,
        id: NodeId,
        said: Said<'_>,
        place: Place,
        found: &mut Vec<Found>,
    ) {
        let signs = said.signs;
        let name = tree.name(id);
        if name == Name::FIGURE {
            self.figures += 1;
        }
        if name == Name::BLOCKQUOTE && self.embed.is_none() && is_post(tree, id) {
            self.embed = Some(id);
        }
        if self.figures == 0 {
            self.author(tree, id, said, place, found);
            self.date(tree, id, signs, place, found);
        }
        if let Some(rel) = said.rel.filter(|_| name == Name::A) {
            self.tag(tree, id, rel, place, found);
        }
        self.heading(tree, id, signs, place, found);
        self.line(tree, id, signs, place, found);
    }

    /// Links that say they lead to a tag (<https://microformats.org/wiki/rel-tag>); blogs' `category tag` is a section.
    fn tag(&mut self, tree: &Tree, id: NodeId, rel: &str, place: Place, found: &mut Vec<Found>) {
        if self.tags < MOST
            && says(rel, "tag")
            && !says(rel, "category")
            && let Some(text) = short_text(tree, id, TAG_BYTES)
        {
            self.tags += 1;
            found.push(Found::new(Field::Tag, text, Source::Page, "a[rel=tag]").rank(2).at(place));
        }
    }

    fn heading(&mut self, tree: &Tree, id: NodeId, signs: Signs, place: Place, found: &mut Vec<Found>) {
        let name = tree.name(id);
        let (path, rank) = match name {
            Name::H1 => ("h1", 0),
            Name::H2 => ("h2", 2),
            Name::H3 if signs.has(Signs::HEADLINE) => ("h3.title", 3),
            Name::DIV
            | Name::SPAN
            | Name::P
            | Name::TD
            | Name::STRONG
            | Name::B
            | Name::FONT
            | Name::H3
            | Name::H4
            | Name::A
            | Name::HEADER
            | Name::SECTION
                if signs.has(Signs::HEADLINE) =>
            {
                (".title", 3)
            }
            _ => return,
        };
        // A shop's menus may use up the others before the page's own heading comes.
        if self.headings >= MOST + if name == Name::H1 { MOST_FIRST } else { 0 } {
            return;
        }
        // The reading of a character stands beside it for those who need it.
        let unsaid =
            |id| matches!(tree.name(id), Name::RT | Name::RP) || tree.attr(id, Name::HIDDEN).is_some();
        if let Some(text) = text_without(tree, id, HEADLINE_BYTES, unsaid) {
            self.headings += 1;
            found.push(Found::new(Field::Headline, text, Source::Page, path).rank(rank).at(place));
        }
    }

    fn author(&mut self, tree: &Tree, id: NodeId, said: Said<'_>, place: Place, found: &mut Vec<Found>) {
        let (name, signs) = (tree.name(id), said.signs);
        let rel = name == Name::A && said.rel.is_some_and(|rel| says(rel, "author"));
        let led =
            || name == Name::A && place.aside.is_none() && said.href.is_some_and(byline::is_author_page);
        if self.authors >= MOST || !(rel || signs.has(Signs::AUTHOR) || led()) {
            return;
        }
        if matches!(name, Name::BODY | Name::HTML | Name::IMG | Name::INPUT | Name::LINK) {
            return;
        }
        self.authors += 1;
        let (path, rank) = match (rel, signs.has(Signs::AUTHOR)) {
            (true, _) => ("a[rel=author]", 0),
            (_, true) => (".author", 1),
            _ => ("a[href*=author]", 2),
        };
        let about = u8::from(signs.has(Signs::ABOUT)) * 4;
        let mut one = Found::new(Field::Author, "", Source::Page, path).rank(rank + about).at(place);
        one.url = said.href.map(str::to_owned);
        one.group = self.byline;
        if self.byline.is_none() {
            self.byline = Some(id);
        }
        found.push(one);
    }

    fn date(&mut self, tree: &Tree, id: NodeId, signs: Signs, place: Place, found: &mut Vec<Found>) {
        let name = tree.name(id);
        let is_time = name == Name::TIME || Some(name) == self.relative_time;
        let named = [Signs::DATE, Signs::META, Signs::AUTHOR].into_iter().any(|sign| signs.has(sign));
        if !(is_time || named) || self.dates >= MOST || self.embed.is_some() {
            return;
        }
        let attribute = if is_time || name == Name::ABBR {
            tree.attr(id, Name::DATETIME).or_else(|| tree.attr(id, Name::CONTENT)).or_else(|| {
                tree.find_name("title").filter(|_| name == Name::ABBR).and_then(|title| tree.attr(id, title))
            })
        } else {
            tree.attr(id, Name::CONTENT).or_else(|| tree.attr(id, Name::DATETIME))
        };
        let value = match attribute.map(str::trim).filter(|value| !value.is_empty()) {
            Some(value) => Some(value.to_owned()),
            None => short_text(tree, id, DATE_BYTES),
        };
        let Some(value) =
            value.filter(|value| value.bytes().any(|byte| byte.is_ascii_digit()) || !value.is_ascii())
        else {
            return;
        };
        self.dates += 1;
        // Systems that print fields name the element around the time.
        let around = || {
            let above = tree.parent(id).filter(|_| is_time && !signs.has(Signs::PUBLISHED));
            above.map(|above| Signs::of(tree, above)).unwrap_or_default()
        };
        let is_update = |signs: Signs| signs.has(Signs::UPDATED) && !signs.has(Signs::PUBLISHED);
        let field = if is_update(signs) || is_update(around()) {
            Field::Modified
        } else if signs.has(Signs::PUBLISHED) || tree.attr(id, Name::PUBDATE).is_some() {
            Field::Published
        } else {
            Field::Date
        };
        let path = if is_time { "time" } else { ".date" };
        let rank = match (is_time, signs.has(Signs::DATE)) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2,
        };
        found.push(Found::new(field, value, Source::Page, path).rank(rank).at(place));
    }

    fn line(&mut self, tree: &Tree, id: NodeId, signs: Signs, place: Place, found: &mut Vec<Found>) {
        let field = if signs.has(Signs::KICKER) {
            Field::Kicker
        } else if signs.has(Signs::STANDFIRST) {
            Field::Standfirst
        } else {
            return;
        };
        if self.lines >= MOST {
            return;
        }
        self.lines += 1;
        let most = if field == Field::Kicker { 120 } else { STANDFIRST_BYTES };
        if let Some(text) = short_text(tree, id, most) {
            let path = if field == Field::Kicker { ".kicker" } else { ".standfirst" };
            found.push(Found::new(field, cleaned(&text), Source::Page, path).at(place));
        }
    }
}
