use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Image {
    /// The absolute URL of the largest version the page offers.
    pub url: String,
    /// The text for those who don't see it.
    pub alt: Option<String>,
    /// The caption, without the credit.
    pub caption: Option<String>,
    /// Who took it or owns it, without the label (`Photo:`).
    pub credit: Option<String>,
    /// Width in pixels, as the page says.
    pub width: Option<u32>,
    /// Height in pixels, as the page says.
    pub height: Option<u32>,
    /// Whether it is the article's lead image.
    pub lead: bool,
}

impl Image {
    /// A picture of which the URL alone is known.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }
}
