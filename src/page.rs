//! What goes in: a page and what is known about it.

use std::borrow::Cow;
use std::fmt;

/// A page to extract from: bytes or text, with its URL and HTTP content type where known.
///
/// ```
/// use tearsheet::Page;
///
/// let page = Page::from_bytes(b"<p>\xcf\xf0\xe8\xe2\xe5\xf2".as_slice())
///     .url("https://example.org/a")
///     .content_type("text/html; charset=windows-1251");
/// ```
#[derive(Clone)]
pub struct Page<'a> {
    pub(crate) content: Content<'a>,
    pub(crate) url: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) fetched: Option<String>,
}

/// Bytes as they came, or text that somebody has decoded.
#[derive(Clone)]
pub(crate) enum Content<'a> {
    Bytes(Cow<'a, [u8]>),
    Text(Cow<'a, str>),
}

impl<'a> Page<'a> {
    /// A page as it came over the network or from a file; its encoding is found out.
    pub fn from_bytes(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self { content: Content::Bytes(bytes.into()), url: None, content_type: None, fetched: None }
    }

    /// A page that is decoded already.
    pub fn from_text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { content: Content::Text(text.into()), url: None, content_type: None, fetched: None }
    }

    /// The page's own URL: relative links are resolved against it. Without one, the URL that a saved page
    /// carries is used.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The HTTP `Content-Type` header: its charset goes before the page's own.
    #[must_use]
    pub fn content_type(mut self, header: impl Into<String>) -> Self {
        self.content_type = Some(header.into());
        self
    }

    /// When the page was fetched, RFC 3339 (`2024-05-05T09:30:00Z`). Dates after it are refused, and relative ones
    /// ("2 hours ago") are resolved against it; the library never reads the wall clock itself.
    #[must_use]
    pub fn fetched(mut self, timestamp: impl Into<String>) -> Self {
        self.fetched = Some(timestamp.into());
        self
    }

    /// The page as it was given: bytes, or the UTF-8 of text.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.content {
            Content::Bytes(bytes) => bytes,
            Content::Text(text) => text.as_bytes(),
        }
    }

    /// How errors name this page: its URL, or `<page>`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.url.as_deref().unwrap_or("<page>")
    }
}

impl<'a> From<&'a str> for Page<'a> {
    fn from(text: &'a str) -> Self {
        Self::from_text(text)
    }
}

impl<'a> From<&'a [u8]> for Page<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::from_bytes(bytes)
    }
}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("url", &self.url)
            .field("content_type", &self.content_type)
            .field("fetched", &self.fetched)
            .field("bytes", &self.as_bytes().len())
            .finish()
    }
}
