//! What stands above the body.

use crate::article::{Article, Block, Image};

/// Headline, standfirst, byline and lead image, those that are there.
pub(super) struct Masthead<'a> {
    pub(super) headline: Option<&'a str>,
    pub(super) standfirst: Option<&'a str>,
    /// The authors' names and the date: `Jane Roe, Ivan Petrov · 2024-05-05`. No words of any language are added.
    pub(super) byline: Option<String>,
    /// The lead image, unless a figure of the body shows it.
    pub(super) lead: Option<&'a Image>,
}

impl<'a> Masthead<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let names: Vec<&str> = article.authors.iter().filter_map(|author| full(&author.name)).collect();
        let names = names.join(", ");
        let date = article.published.as_ref().and_then(|moment| full(&moment.value));
        let byline = match (names.is_empty(), date) {
            (true, None) => None,
            (true, Some(date)) => Some(date.to_owned()),
            (false, None) => Some(names),
            (false, Some(date)) => Some(format!("{names} · {date}")),
        };
        Self {
            headline: article.headline.as_deref().and_then(full),
            standfirst: article.standfirst.as_deref().and_then(full),
            byline,
            lead: article.images.iter().find(|image| image.lead && !is_shown(&article.body, &image.url)),
        }
    }
}

/// The text without the white space around it, if anything is left.
fn full(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn is_shown(body: &[Block], url: &str) -> bool {
    body.iter().any(|block| matches!(block, Block::Figure { image } if image.url == url))
}
