//! Reads the element of a byline: its links first, else its text.

use crate::article::{AuthorKind, AuthorRole};
use crate::html::{Name, NodeId, Tree};
use crate::metadata::names::{Named, Trust, read_names, role_after};
use crate::metadata::text::{Piece, pieces};

/// Bytes of the longest byline.
const MOST_BYTES: usize = 320;

/// A name with the link it stood in.
#[derive(Debug, Clone)]
pub(in crate::metadata) struct Linked {
    pub(in crate::metadata) named: Named,
    pub(in crate::metadata) url: Option<String>,
}

/// The names of a byline's element, and its text.
pub(in crate::metadata) fn read(
    tree: &Tree,
    id: NodeId,
    trust: Trust,
    sites: &[String],
) -> (Vec<Linked>, String) {
    let Some(pieces) = pieces(tree, id, MOST_BYTES) else { return (Vec::new(), String::new()) };
    let text = joined(&pieces);
    let mut linked: Vec<Linked> = Vec::new();
    let outer = tree.ancestors(id).take(2).find(|&above| tree.name(above) == Name::A);
    let mut role = Some(AuthorRole::Writer);
    for piece in &pieces {
        if piece.link.is_none()
            && piece.text.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
        {
            // "and" and what parts names leave the role as it was.
            role = if piece.text.chars().count() > 3 || role_after(&piece.text).is_none() {
                role_after(&piece.text)
            } else {
                role
            };
        }
        let Some(link) = piece.link.or(outer) else { continue };
        let href = tree.attr(link, Name::HREF).unwrap_or("");
        let is_page =
            tree.attr(link, Name::REL).is_some_and(|rel| rel.contains("author")) || leads_to_author(href);
        let Some(role) = role.filter(|_| is_page) else { continue };
        for mut named in read_names(&piece.text, trust.max(Trust::Link), sites) {
            if role != AuthorRole::Writer {
                named.role = role;
            }
            if !linked.iter().any(|known| known.named.name == named.name) {
                linked.push(Linked { named, url: Some(href.to_owned()).filter(|href| !href.is_empty()) });
            }
        }
    }
    let is_person = |linked: &Linked| linked.named.kind == AuthorKind::Person;
    // The link may hold the office, too.
    if linked.iter().any(is_person) {
        linked.retain(is_person);
    }
    if linked.is_empty() {
        let names = read_names(&text, trust, sites).into_iter();
        linked = names.map(|named| Linked { named, url: None }).collect();
    }
    (linked, text)
}

/// The pieces as one text: lines parted by line breaks, pieces that are more than one word by tabs.
fn joined(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let mut last_words = 0;
    for piece in pieces {
        let words = piece.text.split(' ').count();
        if !text.is_empty() {
            let apart = words > 1 && last_words > 1;
            text.push(if piece.after_break {
                '\n'
            } else if apart {
                '\t'
            } else {
                ' '
            });
        }
        text.push_str(&piece.text);
        last_words = words;
    }
    text
}

/// Whether a link leads to somebody's page.
pub(in crate::metadata) fn leads_to_author(href: &str) -> bool {
    if href.starts_with("mailto:") {
        return true;
    }
    let path = href.split_once("://").map_or(href, |(_, rest)| rest).to_ascii_lowercase();
    path.split(['/', '?', '&', '=', '.', ',', '-', '_']).any(|word| {
        matches!(
            word,
            "author"
                | "authors"
                | "autor"
                | "autoren"
                | "autores"
                | "auteur"
                | "auteurs"
                | "people"
                | "person"
                | "profile"
                | "profiles"
                | "profil"
                | "staff"
                | "by"
                | "writer"
                | "writers"
                | "journalist"
                | "journalists"
                | "reporter"
                | "reporters"
                | "contributor"
                | "contributors"
                | "columnist"
                | "columnists"
                | "user"
                | "users"
                | "bio"
                | "member"
                | "members"
                | "autore"
                | "firmas"
                | "redakteur"
                | "correspondents"
                | "personen"
                | "redaktion"
                | "autorzy"
                | "avtor"
                | "persons"
                | "team"
                | "journaliste"
                | "byline"
                | "bylines"
                | "opinionista"
                | "yazarlar"
                | "producers"
                | "creator"
                | "creators"
                | "periodista"
                | "periodistas"
                | "menschen"
                | "userinfo"
        )
    })
}

/// Whether a link's path has an author's page in it: the short test for any link of the page.
pub(in crate::metadata) fn is_author_page(href: &str) -> bool {
    let href = href.as_bytes();
    let mut colons = memchr::memchr_iter(b':', href);
    let host = colons.find_map(|at| href.get(at + 1..)?.strip_prefix(b"//"));
    let mut parts = host.unwrap_or(href).split(|byte| matches!(byte, b'/' | b'?')).skip(1);
    while let Some(part) = parts.next() {
        if matches!(
            part,
            b"author"
                | b"authors"
                | b"autor"
                | b"autoren"
                | b"auteur"
                | b"auteurs"
                | b"autores"
                | b"writers"
                | b"by"
                | b"yazarlar"
        ) {
            return parts.next().is_some_and(|name| !name.is_empty());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn author_pages_are_told_by_their_path() {
        let cases = [
            ("https://daily.example/author/jane-doe", true),
            ("/people/jane", true),
            ("/by/jane", true),
            ("/authority/water", false),
            ("https://twitter.example/jane", false),
        ];
        for (href, expected) in cases {
            assert_eq!(leads_to_author(href), expected, "{href}");
        }
    }
}
