//! Candidates out of the entities.

use serde_json::Value;

use super::graph::{Class, Entities, Object, class, types};
use crate::article::{AuthorKind, AuthorRole, Source};
use crate::metadata::cleaning::cleaned;
use crate::metadata::found::{Field, Found};

/// What the entity of the page says beside the candidates.
#[derive(Debug, Default)]
pub(in crate::metadata) struct Entity {
    pub(in crate::metadata) kind: Option<String>,
    pub(in crate::metadata) article_body: Option<String>,
    pub(in crate::metadata) word_count: Option<u32>,
}

/// People of one article that are read.
const MOST_NAMES: usize = 32;

/// Tags of one article that are read.
const MOST_TAGS: usize = 64;

/// Keys with the field they are candidates for and how little they say (0: they name it).
const TEXTS: &[(&str, Field, u8)] = &[
    ("headline", Field::Headline, 0),
    ("name", Field::Headline, 1),
    ("title", Field::Headline, 2),
    ("alternativeHeadline", Field::Headline, 3),
    ("description", Field::Description, 0),
    ("datePublished", Field::Published, 0),
    ("dateCreated", Field::Published, 1),
    ("uploadDate", Field::Published, 2),
    ("dateModified", Field::Modified, 0),
    ("inLanguage", Field::Language, 0),
    ("articleSection", Field::Section, 0),
    ("license", Field::License, 0),
    ("isAccessibleForFree", Field::Access, 0),
];

impl<'a> Entities<'a> {
    /// The page's own entity, and candidates from it, from the description of the page, and of the site.
    pub(in crate::metadata) fn collect(&self, found: &mut Vec<Found>) -> Entity {
        let mut entity = Entity::default();
        if let Some(main) = self.main {
            entity.kind = types(main).max_by_key(|name| class(name)).map(str::to_owned);
            entity.article_body = text(main.get("articleBody")).filter(|body| !body.trim().is_empty());
            entity.word_count = match main.get("wordCount") {
                Some(Value::Number(number)) => number.as_u64().and_then(|count| u32::try_from(count).ok()),
                Some(Value::String(count)) => count.trim().parse().ok(),
                _ => None,
            };
            self.object_texts(main, "", 0, found);
            self.people(main, "", 0, found);
            self.names_of_sites(main, 0, found);
            self.images(main, found);
        }
        for (object, name) in [(self.page, "WebPage."), (self.site, "WebSite.")] {
            let Some(object) = object.filter(|object| self.main != Some(*object)) else { continue };
            let is_page = types(object).map(class).max() == Some(Class::Page);
            if is_page {
                if entity.kind.is_none() {
                    entity.kind = types(object).next().map(str::to_owned);
                }
                self.object_texts(object, name, 4, found);
                self.people(object, name, 4, found);
                self.names_of_sites(object, 1, found);
            } else if let Some(site) = text(object.get("name")) {
                let mut site =
                    Found::new(Field::SiteName, cleaned(&site), Source::JsonLd, "WebSite.name").rank(2);
                site.url = text(object.get("url"));
                found.push(site);
            }
        }
        entity
    }

    /// Dates and headlines of articles that are not the page's own, with the reason; for provenance.
    pub(in crate::metadata) fn strangers(&self) -> impl Iterator<Item = (Found, &'static str)> + '_ {
        self.others.iter().take(8).flat_map(|(object, reason)| {
            let fields = [("headline", Field::Headline), ("datePublished", Field::Published)];
            fields.into_iter().filter_map(move |(key, field)| {
                Some((Found::new(field, text(object.get(key))?, Source::JsonLd, key), *reason))
            })
        })
    }

    fn object_texts(&self, object: &'a Object, path: &str, rank: u8, found: &mut Vec<Found>) {
        for &(key, field, low) in TEXTS {
            let Some(value) = object.get(key) else { continue };
            let first = match value {
                Value::Array(list) => list.first(),
                one => Some(one),
            };
            let value = match first {
                Some(Value::Bool(flag)) => Some(flag.to_string()),
                Some(Value::Object(object)) => {
                    text(object.get("name").or_else(|| object.get("@value")).or_else(|| object.get("@id")))
                }
                other => text(other),
            };
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                let path = format!("{path}{key}");
                found.push(Found::new(field, cleaned(&value), Source::JsonLd, path).rank(rank + low));
            }
        }
        // https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
        let parts = match object.get("hasPart") {
            Some(Value::Array(list)) => list.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let locked = parts.iter().take(8).find_map(|part| {
            let flag = self.object(part)?.get("isAccessibleForFree")?;
            text(Some(flag)).or_else(|| flag.as_bool().map(|flag| flag.to_string()))
        });
        if let Some(value) = locked {
            let path = format!("{path}hasPart.isAccessibleForFree");
            found.push(Found::new(Field::Access, value, Source::JsonLd, path).rank(rank + 1));
        }
        for tag in object.get("keywords").into_iter().flat_map(strings).take(MOST_TAGS) {
            found.push(Found::new(Field::Tag, cleaned(&tag), Source::JsonLd, "keywords").rank(rank));
        }
    }

    fn people(&self, object: &'a Object, path: &str, rank: u8, found: &mut Vec<Found>) {
        let keys = [
            ("author", AuthorRole::Writer, 0),
            ("creator", AuthorRole::Writer, 1),
            ("contributor", AuthorRole::Contributor, 2),
            ("editor", AuthorRole::Editor, 3),
            ("translator", AuthorRole::Translator, 3),
        ];
        for (key, role, low) in keys {
            let Some(value) = object.get(key) else { continue };
            let mut count = 0;
            let mut todo = vec![value];
            while let Some(value) = todo.pop() {
                count += 1;
                if count > MOST_NAMES {
                    break;
                }
                let (name, url, kind) = match value {
                    Value::String(name) => (Some(name.clone()), None, None),
                    Value::Array(list) => {
                        todo.extend(list.iter().rev());
                        continue;
                    }
                    Value::Object(_) => self.person(value, &mut todo),
                    _ => continue,
                };
                let Some(name) = name.filter(|name| !name.trim().is_empty()) else { continue };
                let mut person =
                    Found::new(Field::Author, cleaned(&name), Source::JsonLd, format!("{path}{key}"))
                        .rank(rank + low);
                person.url = url;
                person.kind = kind;
                person.role = role;
                found.push(person);
            }
        }
    }

    fn person(
        &self,
        value: &'a Value,
        todo: &mut Vec<&'a Value>,
    ) -> (Option<String>, Option<String>, Option<AuthorKind>) {
        let Some(object) = self.object(value) else { return (None, None, None) };
        let kind = types(object).find_map(|name| match name.rsplit('/').next() {
            Some("Person") => Some(AuthorKind::Person),
            Some(name) if name.ends_with("Organization") || name == "Corporation" => {
                Some(AuthorKind::Organization)
            }
            _ => None,
        });
        let name = match object.get("name").or_else(|| object.get("@name")) {
            Some(list @ Value::Array(_)) => {
                todo.push(list);
                None
            }
            Some(inner @ Value::Object(_)) => {
                todo.push(inner);
                None
            }
            other => text(other).or_else(|| {
                let part = |key: &str| text(object.get(key));
                Some(format!("{} {}", part("givenName")?, part("familyName")?))
            }),
        };
        let url = text(object.get("url")).or_else(|| text(object.get("sameAs")));
        (name, url, kind)
    }

    fn names_of_sites(&self, object: &'a Object, rank: u8, found: &mut Vec<Found>) {
        let keys = [
            ("publisher", Field::SiteName),
            ("sourceOrganization", Field::SiteName),
            ("isPartOf", Field::SiteName),
            ("isBasedOn", Field::Source),
        ];
        for (low, (key, field)) in (0_u8..).zip(keys) {
            let first = match object.get(key) {
                Some(Value::Array(list)) => list.first(),
                other => other,
            };
            let Some(value) = first else { continue };
            let (name, url) = match self.object(value) {
                Some(site) if key == "isPartOf" && types(site).map(class).max() != Some(Class::Site) => {
                    continue;
                }
                Some(site) => (text(site.get("name")), text(site.get("url"))),
                None => (text(Some(value)), None),
            };
            if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
                let mut site = Found::new(field, cleaned(&name), Source::JsonLd, key).rank(rank + low);
                site.url = url;
                found.push(site);
            }
        }
    }

    fn images(&self, object: &'a Object, found: &mut Vec<Found>) {
        let first = match object.get("image").or_else(|| object.get("thumbnailUrl")) {
            Some(Value::Array(list)) => list.first(),
            other => other,
        };
        let url = first.and_then(|value| match self.object(value) {
            Some(image) => text(image.get("url").or_else(|| image.get("contentUrl"))),
            None => text(Some(value)),
        });
        if let Some(url) = url {
            found.push(Found::new(Field::Image, url, Source::JsonLd, "image"));
        }
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => match list.first()? {
            Value::String(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// The texts of a string with commas, or of a list.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text.split(',').map(|part| part.trim().to_owned()).collect(),
        Value::Array(list) => list
            .iter()
            .filter_map(|item| match item {
                Value::String(text) => Some(text.clone()),
                Value::Object(object) => text(object.get("name")),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
