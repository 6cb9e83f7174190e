//! What stands above the body.

use super::{body_text, seen};
use crate::article::{Article, Block, Image};

/// Headline, standfirst, authors, date and lead image, those that are there.
pub(super) struct Masthead<'a> {
    pub(super) headline: Option<&'a str>,
    /// Unless the body begins with the same words.
    pub(super) standfirst: Option<&'a str>,
    /// The authors' names: `Jane Roe, Ivan Petrov`.
    pub(super) names: Option<String>,
    pub(super) date: Option<&'a str>,
    /// The lead image, unless a figure of the body shows it.
    pub(super) lead: Option<&'a Image>,
}

impl<'a> Masthead<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let names: Vec<&str> = article.authors.iter().filter_map(|author| seen(&author.name)).collect();
        Self {
            headline: article.headline.as_deref().and_then(seen),
            standfirst: article
                .standfirst
                .as_deref()
                .and_then(seen)
                .filter(|standfirst| !begins_with(&article.body, standfirst)),
            names: (!names.is_empty()).then(|| names.join(", ")),
            date: article.published.as_ref().and_then(|moment| seen(&moment.value)),
            lead: article.images.iter().find(|image| image.lead && !is_shown(&article.body, &image.url)),
        }
    }

    /// Names and date on one line, without words of any language: `Jane Roe, Ivan Petrov · 2024-05-05`.
    pub(super) fn byline(&self) -> Option<String> {
        let parts: Vec<&str> = self.names.as_deref().into_iter().chain(self.date).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

fn is_shown(body: &[Block], url: &str) -> bool {
    body.iter().any(|block| matches!(block, Block::Figure { image } if image.url == url))
}

/// Whether a body begins with the letters of a text: many a page takes its summary from the first paragraphs.
fn begins_with(body: &[Block], text: &str) -> bool {
    /// Blocks that a summary can have been taken from.
    const FIRST: usize = 4;
    let first = body_text(body.get(..FIRST).unwrap_or(body)).text;
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(&first).starts_with(&letters(text))
}
