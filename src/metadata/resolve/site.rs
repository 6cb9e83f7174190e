//! The site, and the original publisher where the page shows somebody else's article.

use super::Resolver;
use super::authors::looks_personal;
use super::lines::Around;
use crate::article::{Origin, Site, Source};
use crate::metadata::folding::folded;
use crate::metadata::found::{Field, Found};
use crate::metadata::page::source_line;
use crate::metadata::url::{absolute, host, host_name, is_home, is_host};
use url::Url;

/// Names of a site that are kept: every name of the page is compared with them.
const MOST_NAMES: usize = 24;

impl Resolver<'_> {
    /// All the names the site goes by, folded, those that its sources give and that of its host.
    pub(super) fn site_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let own_is_home = self.context.url.is_some_and(is_home);
        // Some templates write the article's title where the site's name belongs.
        let is_title = |name: &str| {
            let told = self.of(Field::Headline).filter(|found| found.origin.source == Source::OpenGraph);
            let mut titles = self.of(Field::Title).chain(told);
            let begins = |title: &str| {
                name.split_whitespace().nth(3).is_some()
                    && title
                        .strip_prefix(name)
                        .is_some_and(|rest| rest.starts_with(" |") || rest.starts_with(" - "))
            };
            !own_is_home && titles.any(|found| found.value == name || begins(&found.value))
        };
        for found in self.of(Field::SiteName) {
            if names.len() >= MOST_NAMES {
                break;
            }
            if self.is_beside(found) && found.origin.source != Source::Microdata {
                continue;
            }
            // Some write the author where the publisher belongs.
            let is_author = found.origin.path.ends_with("publisher]")
                && self.of(Field::Author).any(|author| author.value == found.value)
                && looks_personal(&found.value);
            if is_author {
                continue;
            }
            let name = folded(&found.value);
            if !name.is_empty() && name.len() <= 60 && !names.contains(&name) && !is_title(&found.value) {
                names.push(name);
            }
        }
        let urls = self.of(Field::Canonical).filter_map(|found| Url::parse(&found.value).ok());
        for url in self.context.url.cloned().into_iter().chain(urls) {
            let (host, name) = (host(&url), host_name(host(&url)));
            for name in [folded(host), name] {
                if name.len() >= 2 && !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    pub(super) fn resolve_site(&mut self) -> Option<Site> {
        let own = self.context.url;
        let name = self.first("site", Field::SiteName, |found| {
            let words = found.value.split_whitespace().count();
            if words > 8 || found.origin.path == "meta[copyright]" {
                Err("is no name")
            } else {
                Ok(found.value.clone())
            }
        });
        let given = self.of(Field::SiteName).filter(|found| Some(&found.value) == name.as_ref());
        let given = given.filter_map(|found| absolute(found.url.as_deref()?, self.base())).next();
        let url = own
            .map(|own| own.origin().ascii_serialization())
            .filter(|origin| origin.starts_with("http"))
            .and_then(|origin| absolute(&origin, None))
            .or(given);
        (name.is_some() || url.is_some()).then(|| named(name, url))
    }

    pub(super) fn resolve_source(&mut self, around: &Around, canonical: Option<&str>) -> Option<Site> {
        let own = self.context.url;
        let lines = around.before.iter().take(4).chain(around.after.iter().take(8));
        for line in lines {
            let Some(source) = source_line::read(self.context.tree, line, self.base(), own) else { continue };
            // "Source: The Daily" on The Daily's own page says nothing.
            if self.sites.contains(&folded(&source.name)) {
                continue;
            }
            let origin = Origin::new(Source::Page, "source line");
            self.record("source", Some((origin, source.raw)), Vec::new());
            return Some(named(Some(source.name), source.url));
        }
        let explicit: Option<&Found> =
            self.of(Field::Source).find(|found| found.origin.source != Source::Page);
        if let Some(found) = explicit {
            let (origin, raw) = (found.origin.clone(), found.value.clone());
            let url = found.url.clone().or_else(|| absolute(&raw, None));
            let foreign = url.as_deref().and_then(|url| Url::parse(url).ok());
            let foreign = foreign.filter(|url| own.is_none_or(|own| host(own) != host(url)));
            if foreign.is_some() || url.is_none() && !self.sites.contains(&folded(&raw)) {
                self.record("source", Some((origin, raw.clone())), Vec::new());
                let name = foreign.as_ref().map(|url| host(url).to_owned()).or(Some(raw));
                let name = name.filter(|name| !name.contains("://") || is_host(name));
                return Some(named(name, foreign.map(|url| url.origin().ascii_serialization())));
            }
        }
        // A canonical URL on another site says that the article is that site's.
        let (own, canonical) = (own?, Url::parse(canonical?).ok()?);
        if host_name(host(own)) == host_name(host(&canonical))
            || host(own).ends_with(host(&canonical))
            || host(&canonical).ends_with(host(own))
        {
            return None;
        }
        let origin = Origin::new(Source::HtmlMeta, "link[rel=canonical]");
        self.record("source", Some((origin, canonical.as_str().to_owned())), Vec::new());
        let url = absolute(&canonical.origin().ascii_serialization(), None);
        Some(named(Some(host(&canonical).to_owned()), url))
    }
}

fn named(name: Option<String>, url: Option<String>) -> Site {
    Site { name, url }
}
