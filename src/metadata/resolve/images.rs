//! The lead image's candidates.

use super::Resolver;
use crate::article::{Candidate, Image, Origin};
use crate::metadata::found::{Field, Found};
use crate::metadata::url::absolute;

/// Candidates that are kept.
const MOST: usize = 4;

impl Resolver<'_> {
    /// The images that the page's metadata name, best first, absolute, without logos and placeholders.
    pub(super) fn resolve_images(&mut self) -> Vec<Image> {
        let mut candidates: Vec<&Found> = self.of(Field::Image).collect();
        candidates.sort_by_key(|found| (found.rank, found.origin.source));
        let mut images: Vec<Image> = Vec::new();
        let mut winner: Option<(Origin, String)> = None;
        let mut losers: Vec<Candidate> = Vec::new();
        for found in candidates {
            if self.is_beside(found) || self.is_in_other_article(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            let Some(url) = absolute(&found.value, self.base()) else {
                losers.push(found.lose("is no absolute URL"));
                continue;
            };
            if is_placeholder(&url) {
                losers.push(found.lose("is a logo or a placeholder"));
                continue;
            }
            if images.len() < MOST && !images.iter().any(|known| known.url == url) {
                winner.get_or_insert_with(|| (found.origin.clone(), found.value.clone()));
                let mut image = Image::new(url);
                image.lead = images.is_empty();
                images.push(image);
            }
        }
        self.record("images", winner, losers);
        images
    }
}

/// Whether a file's name says that it is no picture of the article.
fn is_placeholder(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url).to_ascii_lowercase();
    let file = path.rsplit('/').next().unwrap_or("");
    file.split(['-', '_', '.']).any(|word| {
        matches!(
            word,
            "logo"
                | "placeholder"
                | "blank"
                | "spacer"
                | "pixel"
                | "favicon"
                | "avatar"
                | "gravatar"
                | "fallback"
                | "noimage"
        )
    })
}
