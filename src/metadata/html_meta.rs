//! The other `meta` elements, `link`, `title` and the root's attributes.
//!
//! Dublin Core (<https://www.dublincore.org/specifications/dublin-core/dcmi-terms/>), HTML's own names, and those
//! that search engines and content systems made customary.

use super::cleaning::cleaned;
use super::date_keys::date_of;
use super::found::{Field, Found};
use crate::article::Source;

/// Reads one `meta` by its key in lower case.
pub(super) fn read(key: &str, content: &str, found: &mut Vec<Found>) {
    let (field, rank) = match key {
        "title" | "dc.title" | "dcterms.title" | "dc:title" | "dcterms:title" | "parsely-title"
        | "sailthru.title" | "citation_title" | "headline" | "cxenseparse:title" | "hdl" | "twtr.title"
        | "mrc__share_title" | "vr:title" => (Field::Headline, 0),
        "description" | "dc.description" | "dcterms.description" | "sailthru.description" => {
            (Field::Description, 0)
        }
        "author" | "parsely-author" | "sailthru.author" | "citation_author" | "byl" | "article.author" => {
            (Field::Author, 0)
        }
        "dc.creator"
        | "dcterms.creator"
        | "dc:creator"
        | "dcterms:creator"
        | "dcsext.author"
        | "authors"
        | "cxenseparse:author"
        | "cxenseparse:recs:author"
        | "news_author"
        | "byline"
        | "articleauthor"
        | "article:author_name"
        | "creator"
        | "parsely-authors"
        | "dc.contributor"
        | "shareaholic:article_author_name"
        | "autor"
        | "vr:author" => (Field::Author, 1),
        "parsely-pub-date"
        | "pubdate"
        | "publishdate"
        | "publish_date"
        | "publish-date"
        | "published_time"
        | "dc.date.issued"
        | "dcterms.issued"
        | "dcterms.available"
        | "datepublished"
        | "publication_date"
        | "citation_publication_date"
        | "citation_online_date"
        | "sailthru.date"
        | "article.published"
        | "published-date"
        | "publisheddate"
        | "originalpublicationdate"
        | "article_date_original"
        | "ptime"
        | "pdate"
        | "cxenseparse:recs:publishtime"
        | "cxenseparse:publishtime"
        | "shareaholic:article_published_time"
        | "date.published"
        | "content_create_date"
        | "dc.date.created"
        | "dcterms.created"
        | "created"
        | "date-published"
        | "pub_date"
        | "publish_time"
        | "publishtime"
        | "published"
        | "firstpublished"
        | "sort_date"
        | "dc.created"
        | "rbpubdate"
        | "date_published"
        | "original-publish-date"
        | "vr:published_time"
        | "datecreated"
        | "article:create_date"
        | "originalpublishdate" => (Field::Published, 0),
        "dc.date"
        | "dc:date"
        | "dcterms.date"
        | "date"
        | "dc.date.publication"
        | "article.date"
        | "displaydate"
        | "timestamp"
        | "newsdate"
        | "weibo:article:create_at"
        | "bt:pubdate"
        | "release_date"
        | "posted_date"
        | "dcterms.dateaccepted"
        | "article_date"
        | "eomportal-lastupdate-orig" => (Field::Date, 0),
        "dcterms.modified"
        | "dc.date.modified"
        | "last-modified"
        | "lastmod"
        | "modified"
        | "datemodified"
        | "article.updated"
        | "last_modified"
        | "revised"
        | "utime"
        | "modificationdate"
        | "lastmodified"
        | "dc.modified"
        | "lmodif"
        | "updated_time"
        | "date_modified"
        | "last_updated"
        | "weibo:article:update_at"
        | "eomportal-lastupdate"
        | "content-last-modified"
        | "article:update_date" => (Field::Modified, 0),
        "application-name" | "apple-mobile-web-app-title" => (Field::SiteName, 1),
        "dc.publisher" | "dcterms.publisher" | "publisher" | "citation_publisher" | "copyright" => {
            (Field::SiteName, 2)
        }
        "citation_journal_title" | "parsely-site" | "source" | "cxenseparse:sitename" => (Field::SiteName, 1),
        "original-source" | "syndication-source" => (Field::Source, 0),
        "language" | "dc.language" | "dcterms.language" | "content-language" => (Field::Language, 1),
        "section" | "parsely-section" | "cxenseparse:section" | "article.section" | "category" => {
            (Field::Section, 0)
        }
        "keywords" | "news_keywords" | "parsely-tags" | "sailthru.tags" => {
            let path = format!("meta[{key}]");
            for tag in content.split([',', ';', '、']).take(64) {
                let rank = u8::from(key == "keywords");
                found.push(Found::new(Field::Tag, cleaned(tag), Source::HtmlMeta, path.as_str()).rank(rank));
            }
            return;
        }
        "dc.rights" | "dcterms.license" | "dcterms.rights" | "rights" => (Field::License, 1),
        "parsely-image-url" | "sailthru.image.full" | "thumbnail" => (Field::Image, 0),
        "parsely-link" => (Field::Canonical, 2),
        "page.content.locked" | "content_tier" | "content-tier" | "paywall" => (Field::Access, 0),
        // Only a text with digits is a date.
        _ if !content.bytes().any(|byte| byte.is_ascii_digit()) => return,
        _ => match date_of(key) {
            Some(field) => (field, 2),
            None => return,
        },
    };
    let mut value = cleaned(content);
    if key == "citation_author" {
        // Catalogues put the family name first.
        if let Some((family, given)) = value.split_once(", ").filter(|(_, given)| !given.contains(',')) {
            value = format!("{given} {family}");
        }
    }
    if !value.is_empty() {
        found.push(Found::new(field, value, Source::HtmlMeta, format!("meta[{key}]")).rank(rank));
    }
}

/// Reads one `link`.
pub(super) fn link(rel: &str, href: &str, found: &mut Vec<Found>) {
    for word in rel.split_ascii_whitespace() {
        let field = match word {
            _ if word.eq_ignore_ascii_case("canonical") => Field::Canonical,
            _ if word.eq_ignore_ascii_case("amphtml") => Field::Amp,
            _ if word.eq_ignore_ascii_case("license") => Field::License,
            _ if word.eq_ignore_ascii_case("image_src") => Field::Image,
            _ if word.eq_ignore_ascii_case("syndication-source")
                || word.eq_ignore_ascii_case("original-source") =>
            {
                Field::Source
            }
            _ => continue,
        };
        let rank = u8::from(field == Field::Image) * 2;
        found.push(Found::new(field, href.trim(), Source::HtmlMeta, format!("link[rel={word}]")).rank(rank));
    }
}
