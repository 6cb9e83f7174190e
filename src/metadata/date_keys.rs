//! Keys of `meta` that name a date, whatever a content system puts around the words: `cms-publish-date`,
//! `article:published:time`, `nastooh:publishDate`.

use super::found::Field;

/// What a key of `meta` that no list has names a date of.
pub(super) fn date_of(key: &str) -> Option<Field> {
    let letters: String = key.chars().filter(char::is_ascii_alphabetic).collect();
    let says = |words: &[&str]| words.iter().any(|word| letters.contains(word));
    // The end of a licence, the beginning of an event, the number of an article.
    if says(&["expir", "start", "end", "event", "valid", "articleid", "embargo"]) {
        return None;
    }
    if says(MODIFIED) {
        return Some(Field::Modified);
    }
    says(PUBLISHED).then_some(Field::Published)
}

const PUBLISHED: &[&str] = &[
    "publishdate",
    "publisheddate",
    "publishedon",
    "publishedat",
    "publishedtime",
    "publishtime",
    "publicationdate",
    "publicationtime",
    "datepub",
    "pubdate",
    "pubday",
    "firstpublish",
    "dateissued",
    "dateavailable",
    "citationdate",
];

const MODIFIED: &[&str] = &[
    "lastpublish",
    "lastupdate",
    "lastmodif",
    "modifieddate",
    "modifiedtime",
    "modifiedat",
    "modificationdate",
    "datemodif",
    "dateupdate",
    "updatedate",
    "updateddate",
    "updatedtime",
    "updatedat",
    "updatetime",
    "moddate",
    "revisiondate",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_by_their_words() {
        let cases = [
            ("w-published-date", Some(Field::Published)),
            ("article:published:time", Some(Field::Published)),
            ("http://ogp.me/ns/article#published_time", Some(Field::Published)),
            ("og:publish_date", Some(Field::Published)),
            ("nastooh:publishdate", Some(Field::Published)),
            ("iso-8601-publish-date", Some(Field::Published)),
            ("citation_date", Some(Field::Published)),
            ("date.available", Some(Field::Published)),
            ("lastpublisheddate", Some(Field::Modified)),
            ("article:updated_time", Some(Field::Modified)),
            ("date.updated", Some(Field::Modified)),
            ("last_updated_date", Some(Field::Modified)),
            ("bt:moddate", Some(Field::Modified)),
            ("article:expiration_time", None),
            ("event:publish_date", None),
            ("validatedat", None),
            ("article:publisher", None),
            ("cxenseparse:recs:articleid", None),
            ("build_sha", None),
            ("viewport", None),
        ];
        for (key, expected) in cases {
            assert_eq!(date_of(key), expected, "{key}");
        }
    }
}
