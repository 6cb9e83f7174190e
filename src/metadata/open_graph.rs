//! `meta` elements of Open Graph and of Twitter's cards.
//!
//! <https://ogp.me>, <https://developer.x.com/en/docs/twitter-for-websites/cards>

use super::cleaning::cleaned;
use super::date_keys::date_of;
use super::found::{Field, Found};
use crate::article::Source;

/// Whether a key belongs to this file.
pub(super) fn owns(key: &str) -> bool {
    ["og:", "article:", "twitter:", "fb:", "book:", "video:", "product:"]
        .iter()
        .any(|prefix| key.starts_with(prefix))
}

/// Reads one `meta` by its key in lower case.
pub(super) fn read(key: &str, content: &str, found: &mut Vec<Found>) {
    let (field, rank) = match key {
        "og:title" => (Field::Headline, 0),
        "twitter:title" | "twitter:text:title" => (Field::Headline, 1),
        "og:description" => (Field::Description, 0),
        "twitter:description" => (Field::Description, 1),
        "article:author" | "article:author:name" | "og:article:author" => (Field::Author, 0),
        "og:author" | "book:author" => (Field::Author, 1),
        // Cards label two free lines; "Written by" is what WordPress puts there, and its value stands in `data1`.
        "twitter:data1" => (Field::Author, 6),
        "article:published_time" | "og:article:published_time" | "article:published" => (Field::Published, 0),
        "og:published_time"
        | "og:pubdate"
        | "video:release_date"
        | "og:release_date"
        | "article:publish_date" => (Field::Published, 1),
        "article:modified_time" | "og:article:modified_time" | "article:modified" => (Field::Modified, 0),
        "og:updated_time" => (Field::Modified, 1),
        "og:site_name" => (Field::SiteName, 0),
        "twitter:site:name" => (Field::SiteName, 3),
        "og:url" => (Field::Canonical, 1),
        "og:locale" => (Field::Language, 1),
        "article:section" => (Field::Section, 0),
        "article:tag" | "og:article:tag" => (Field::Tag, 0),
        "og:image" | "og:image:url" | "og:image:secure_url" => (Field::Image, 0),
        "twitter:image" | "twitter:image:src" => (Field::Image, 1),
        "article:content_tier" => (Field::Access, 0),
        _ if !content.bytes().any(|byte| byte.is_ascii_digit()) => return,
        _ => match date_of(key) {
            Some(field) => (field, 2),
            None => return,
        },
    };
    let value = cleaned(content);
    if !value.is_empty() {
        found.push(Found::new(field, value, Source::OpenGraph, format!("meta[{key}]")).rank(rank));
    }
}
