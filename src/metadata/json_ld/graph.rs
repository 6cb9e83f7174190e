//! The entities of all scripts, and which of them the page is about.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::metadata::folding::{Agreement, folded, loose_agreement};

pub(super) type Object = Map<String, Value>;

/// What is known of the page when its entity is sought.
#[derive(Debug)]
pub(in crate::metadata) struct Identity<'a> {
    /// The page's own URLs: as given, and canonical.
    pub(in crate::metadata) urls: Vec<&'a str>,
    /// Its titles by other sources, folded.
    pub(in crate::metadata) titles: Vec<String>,
}

/// Objects of a page that are looked at.
const MOST_OBJECTS: usize = 20_000;

/// What kind of thing a type is, as far as it bears on the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// No subject of a page: an organisation, a list of crumbs.
    Other,
    /// The site as such.
    Site,
    /// The page as such.
    Page,
    /// Something else a page can be about.
    Thing,
    /// An article of whatever kind.
    Article,
}

/// The class of a type (<https://schema.org/Article> and its subtypes, as of schema.org 28).
pub(super) fn class(name: &str) -> Class {
    let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
    match name {
        "NewsArticle"
        | "Article"
        | "BlogPosting"
        | "LiveBlogPosting"
        | "ReportageNewsArticle"
        | "AnalysisNewsArticle"
        | "OpinionNewsArticle"
        | "BackgroundNewsArticle"
        | "ReviewNewsArticle"
        | "AskPublicNewsArticle"
        | "AdvertiserContentArticle"
        | "SatiricalArticle"
        | "ScholarlyArticle"
        | "MedicalScholarlyArticle"
        | "TechArticle"
        | "APIReference"
        | "Report"
        | "SocialMediaPosting"
        | "DiscussionForumPosting"
        | "Newsarticle"
        | "newsArticle"
        | "article"
        | "blogPosting"
        | "Blogposting"
        | "News" => Class::Article,
        "Recipe"
        | "Product"
        | "ProfilePage"
        | "QAPage"
        | "HowTo"
        | "Review"
        | "Event"
        | "Movie"
        | "Book"
        | "VideoObject"
        | "PodcastEpisode"
        | "AudioObject"
        | "ImageGallery"
        | "ClaimReview"
        | "JobPosting"
        | "Course"
        | "Dataset"
        | "SoftwareApplication"
        | "CreativeWork"
        | "RadioEpisode"
        | "TVEpisode"
        | "Episode"
        | "Question"
        | "Quiz"
        | "MediaObject"
        | "Photograph"
        | "LegalService"
        | "Service"
        | "Game"
        | "VideoGame"
        | "MusicRecording"
        | "MusicAlbum" => Class::Thing,
        "WebPage" | "ItemPage" | "AboutPage" | "CollectionPage" | "FAQPage" | "MedicalWebPage"
        | "ContactPage" => Class::Page,
        "WebSite" | "Blog" | "NewsMediaOrganization" | "Organization" | "Newspaper" | "Corporation" => {
            Class::Site
        }
        _ => Class::Other,
    }
}

/// The names of an object's types.
pub(super) fn types(object: &Object) -> impl Iterator<Item = &str> {
    let value = object.get("@type").or_else(|| object.get("type"));
    let list: &[Value] = match value {
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    list.iter().filter_map(Value::as_str)
}

/// The entities of a page.
#[derive(Debug)]
pub(in crate::metadata) struct Entities<'a> {
    by_id: HashMap<&'a str, &'a Object>,
    /// What the page is about.
    pub(super) main: Option<&'a Object>,
    /// The page as such.
    pub(super) page: Option<&'a Object>,
    /// The site.
    pub(super) site: Option<&'a Object>,
    /// Articles that are not the page's own, with the reason.
    pub(super) others: Vec<(&'a Object, &'static str)>,
}

impl<'a> Entities<'a> {
    pub(super) fn choose(values: &'a [Value], page: &Identity<'_>) -> Self {
        let mut entities =
            Self { by_id: HashMap::new(), main: None, page: None, site: None, others: Vec::new() };
        let mut subjects: Vec<&'a Object> = Vec::new();
        // (value, whether an entity here may be what the page is about)
        let mut todo: Vec<(&'a Value, bool)> = values.iter().rev().map(|value| (value, true)).collect();
        let mut seen = 0;
        while let Some((value, own)) = todo.pop() {
            match value {
                Value::Array(list) => todo.extend(list.iter().rev().map(|item| (item, own))),
                Value::Object(object) => {
                    seen += 1;
                    if seen > MOST_OBJECTS {
                        break;
                    }
                    entities.enter(object, own, &mut subjects);
                    for (key, below) in object.iter().rev() {
                        if below.is_object() || below.is_array() {
                            todo.push((below, own && leads_to_subject(key)));
                        }
                    }
                }
                _ => {}
            }
        }
        entities.decide(&subjects, page);
        entities
    }

    fn enter(&mut self, object: &'a Object, own: bool, subjects: &mut Vec<&'a Object>) {
        if let Some(id) = object.get("@id").and_then(Value::as_str) {
            let known = self.by_id.entry(id).or_insert(object);
            if known.len() < object.len() {
                *known = object;
            }
        }
        if !own {
            return;
        }
        match types(object).map(class).max() {
            Some(Class::Article | Class::Thing) => subjects.push(object),
            Some(Class::Page) if self.page.is_none() => {
                self.page = Some(object);
            }
            Some(Class::Site) if self.site.is_none() => {
                self.site = Some(object);
            }
            _ => {}
        }
    }

    fn decide(&mut self, subjects: &[&'a Object], page: &Identity<'_>) {
        let articles = subjects.iter().filter(|object| is_article(object)).count();
        let mut best: Option<(i32, &'a Object)> = None;
        for &object in subjects {
            let score = fit(object, page) + if is_article(object) { 4 } else { 0 };
            // Where several articles are told of, the page's own has to be known by its URL or its headline.
            let enough = if is_article(object) && articles == 1 { 2 } else { 4 };
            if score < enough {
                self.others.push((object, "describes another page"));
                continue;
            }
            let loser = match best {
                Some((most, _)) if most >= score => Some(object),
                _ => best.replace((score, object)).map(|(_, before)| before),
            };
            self.others.extend(loser.map(|object| (object, "another entity fits the page better")));
        }
        self.main = best.map(|(_, object)| object);
    }

    /// The object a value stands for: itself, or what its `@id` refers to.
    pub(super) fn object(&self, value: &'a Value) -> Option<&'a Object> {
        let object = value.as_object()?;
        let id = object.get("@id").and_then(Value::as_str);
        match id.and_then(|id| self.by_id.get(id)) {
            Some(target) if target.len() > object.len() => Some(target),
            _ => Some(object),
        }
    }
}

/// Whether entities below a key may be what the page is about. Lists and mentions hold other pages'.
fn leads_to_subject(key: &str) -> bool {
    matches!(key, "@graph" | "mainEntity" | "mainEntityOfPage" | "@list" | "liveBlogPosting")
}

fn is_article(object: &Object) -> bool {
    types(object).any(|name| class(name) == Class::Article)
}

/// How well an entity fits the page: its URL and its headline, each for or against.
fn fit(object: &Object, page: &Identity<'_>) -> i32 {
    let mut score = 0;
    let urls = [object.get("url"), object.get("mainEntityOfPage"), object.get("@id")];
    let mut own =
        urls.into_iter().flatten().filter_map(url_of).filter(|url| !path(url).is_empty()).peekable();
    if own.peek().is_some() && !page.urls.is_empty() {
        let same = own.any(|url| page.urls.iter().any(|known| path(known) == path(url)));
        score += if same { 4 } else { -1 };
    }
    let headline = object.get("headline").or_else(|| object.get("name")).and_then(Value::as_str);
    if let (Some(headline), false) = (headline, page.titles.is_empty()) {
        let headline = folded(headline);
        let best = page.titles.iter().map(|title| loose_agreement(title, &headline)).max();
        score += match best {
            Some(Agreement::Equal) => 4,
            Some(Agreement::Contained) => 3,
            Some(Agreement::Partial) => 2,
            _ => -2,
        };
    }
    score
}

fn url_of(value: &Value) -> Option<&str> {
    match value {
        Value::String(url) => Some(url),
        Value::Object(object) => object.get("@id").or_else(|| object.get("url")).and_then(Value::as_str),
        _ => None,
    }
}

/// What tells a page from others of its site: the path without its slashes at the end, query and fragment.
fn path(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after.split_once('/').map_or("", |(_, path)| path);
    path.split(['?', '#']).next().unwrap_or("").trim_end_matches('/')
}
