//! Section and tags.

use super::Resolver;
use crate::article::{Candidate, Origin};
use crate::metadata::folding::folded;
use crate::metadata::found::{Field, Found, shortened};

/// Tags that are kept.
const MOST: usize = 40;
const MOST_CHARS: usize = 60;

impl Resolver<'_> {
    pub(super) fn resolve_section(&mut self) -> Option<String> {
        let sites = self.sites.clone();
        self.first("section", Field::Section, |found| {
            let value = found.value.trim();
            if value.is_empty() || value.chars().count() > MOST_CHARS || value.contains("://") {
                return Err("is no name of a section");
            }
            if sites.contains(&folded(value)) {
                return Err("is the site's name");
            }
            Ok(value.to_owned())
        })
    }

    /// The tags of the first source that has any; bare `keywords` last, as many sites put all theirs there.
    pub(super) fn resolve_tags(&mut self) -> Vec<String> {
        let mut candidates: Vec<&Found> = self.of(Field::Tag).collect();
        candidates.sort_by_key(|found| (found.rank, found.origin.source));
        let mut tags: Vec<String> = Vec::new();
        let mut known: Vec<String> = Vec::new();
        let mut origin: Option<Origin> = None;
        let mut losers: Vec<Candidate> = Vec::new();
        for found in candidates {
            let same = origin.as_ref().is_none_or(|origin| *origin == found.origin);
            for tag in found.value.split(',').map(str::trim) {
                let chars = tag.chars().count();
                let good = (2..=MOST_CHARS).contains(&chars) && !tag.contains("://") && !tag.starts_with('{');
                if !good || tags.len() >= MOST {
                    continue;
                }
                let plain = folded(tag);
                if known.contains(&plain) {
                    continue;
                }
                if same {
                    origin.get_or_insert_with(|| found.origin.clone());
                    tags.push(tag.to_owned());
                    known.push(plain);
                } else if losers.len() < MOST {
                    losers.push(found.lose("another source has tags"));
                }
            }
        }
        let raw = shortened(&tags.join(", "));
        self.record("tags", origin.map(|origin| (origin, raw)), losers);
        tags
    }
}
