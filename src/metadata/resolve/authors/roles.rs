//! Those who did something else than write it: edited, translated, contributed.

use std::collections::HashSet;

use super::super::Resolver;
use super::person;
use crate::article::{Author, AuthorKind, AuthorRole, Origin, Source};
use crate::html::{Name, NodeId, Tree};
use crate::metadata::found::{Field, Found};
use crate::metadata::line::Line;
use crate::metadata::names::{Named, has_given_name, is_unspaced, labelled_names};
use crate::metadata::page::ROLE_RANK;
use crate::metadata::text::short_text;

/// Bytes of the longest line that names them.
const LINE_BYTES: usize = 160;

/// People of other roles that are kept.
const MOST: usize = 12;

impl Resolver<'_> {
    /// The people of other roles that are not among the authors already, with where they are named.
    pub(super) fn others(&self, known: &[Author]) -> Vec<(Origin, Author)> {
        let mut others: Vec<(Origin, Author)> = Vec::new();
        let mut known: HashSet<String> = known.iter().map(|author| person(&author.name)).collect();
        for found in self.of(Field::Author) {
            let names = match found.origin.source {
                Source::JsonLd | Source::Microdata
                    if found.role != AuthorRole::Writer
                        && found.kind != Some(AuthorKind::Organization)
                        && !self.is_beside(found) =>
                {
                    self.names_of(found)
                }
                Source::Page if found.rank == ROLE_RANK => self.names_beside_role(found),
                _ => continue,
            };
            for named in names {
                let role = if found.role == AuthorRole::Writer { named.role } else { found.role };
                let author = self.author(named, found.url.as_deref(), found.kind, role);
                let counts = author.kind == AuthorKind::Person && others.len() < MOST;
                if counts && known.insert(person(&author.name)) {
                    others.push((found.origin.clone(), author));
                }
            }
        }
        others
    }

    /// The names of a line of the article that begins with a role: "Translated by Jane Doe".
    fn names_beside_role(&self, found: &Found) -> Vec<Named> {
        let (Some(place), Some(headline)) = (found.place, self.headline) else { return Vec::new() };
        let tree = self.context.tree;
        let line = Line { text: String::new(), node: place.node, link: None, linked: false };
        let marked = || tree.ancestors(place.node).any(|above| self.context.marks.rule(above).is_some());
        if place.node <= headline.node || marked() || self.is_line_beside(&line) {
            return Vec::new();
        }
        let own = tree.text(place.node).and_then(|own| labelled_names(own.trim(), &self.sites));
        let around = || labelled_names(&line_around(tree, place.node)?, &self.sites);
        let mut names = own.or_else(around).unwrap_or_default();
        let wrote = |role| matches!(role, AuthorRole::Writer | AuthorRole::Photographer);
        names.retain(|named| {
            !wrote(named.role) && (has_given_name(&named.name) || named.name.chars().all(is_unspaced))
        });
        names
    }
}

/// The text of the element around a text, or of the one around that where it holds the label alone.
fn line_around(tree: &Tree, text: NodeId) -> Option<String> {
    let own = tree.text(text)?.trim();
    let outer = tree.ancestors(text).take(3).take_while(|&above| !matches!(tree.name(above), Name::BODY));
    outer
        .filter_map(|above| short_text(tree, above, LINE_BYTES))
        .find(|line| line.len() > own.len() || own.len() > 24)
}
