//! What goes in: a page and what is known about it.

use std::borrow::Cow;
use std::fmt;

use memchr::memmem;

/// How far into a saved page its URL is looked for, in bytes: savers write it before or right after the `html` tag.
const SAVED_URL_REACH: usize = 4096;

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

/// The URL that a page saved by a browser carries in a comment near its start.
///
/// Two forms are known: `<!-- saved from url=(0023)https://example.org/a -->` of Internet Explorer, Chrome and Edge,
/// where the number is the URL's length, and the comment of SingleFile with a line `url: https://example.org/a`.
pub(crate) fn saved_url(text: &str) -> Option<String> {
    let reach = (0..=text.len().min(SAVED_URL_REACH)).rev().find(|&at| text.is_char_boundary(at))?;
    let mut rest = text.get(..reach)?;
    loop {
        let (_, comment) = rest.split_once("<!--")?;
        let (comment, after) = comment.split_once("-->")?;
        if let Some(url) = url_in_comment(comment.trim()) {
            return Some(url);
        }
        rest = after;
    }
}

fn url_in_comment(comment: &str) -> Option<String> {
    let url = if let Some(mark) = comment.strip_prefix("saved from url=") {
        let mark = mark.trim_start();
        let length = mark.strip_prefix('(').and_then(|number| number.split_once(')'));
        // Chrome writes two hyphens, which could end the comment, as `%2D%2D`.
        length.map_or(mark, |(_, url)| url).trim().replace("%2D%2D", "--")
    } else if memmem::find(comment.as_bytes(), b"Page saved with SingleFile").is_some() {
        let line = comment.lines().find_map(|line| line.trim().strip_prefix("url:"))?;
        line.trim().to_owned()
    } else {
        return None;
    };
    // `about:internet` and `file:` say nothing about where a page came from.
    let parsed = url::Url::parse(&url).ok()?;
    (matches!(parsed.scheme(), "http" | "https") && !url.contains(char::is_whitespace)).then_some(url)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_url_of_a_saved_page() {
        let cases = [
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0023)https://example.org/a -->",
                Some("https://example.org/a"),
            ),
            ("<!-- saved from url=(0021)https://example.org/a-->", Some("https://example.org/a")),
            ("<!-- saved from url=(9999)https://example.org/a -->", Some("https://example.org/a")),
            ("<!-- saved from url=https://example.org/(a) -->", Some("https://example.org/(a)")),
            ("<!-- saved from url=(0024)https://example.org/a%2D%2Db -->", Some("https://example.org/a--b")),
            ("<!-- x --><!--saved from url=(0021)http://example.org/ü -->", Some("http://example.org/ü")),
            (
                "<html><!--\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Tue-->",
                Some("https://example.org/a"),
            ),
            (
                "<!--\r\n Page saved with SingleFile\r\n url: https://example.org/a\r\n-->",
                Some("https://example.org/a"),
            ),
            ("<!-- Page saved with SingleFile -->", None),
            ("<!-- url: https://example.org/a -->", None),
            ("<!-- saved from url=(0014)about:internet -->", None),
            ("<!-- saved from url=(0018)file:///C:/page.html -->", None),
            ("<!-- saved from url=(0021)https://example.org/a and more -->", None),
            ("<!-- saved from url=(0021 -->", None),
            ("<!-- saved from url=(0021)https://example.org/a", None),
            ("<p>saved from url=(0021)https://example.org/a --></p>", None),
            ("<!--", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(saved_url(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn looks_for_a_saved_url_at_the_start_only() {
        let mark = "<!-- saved from url=(0021)https://example.org/a -->";
        let near = format!("{}{mark}", "ж".repeat(2000));
        let far = format!("{}{mark}", "ж".repeat(2030));
        assert_eq!(saved_url(&near).as_deref(), Some("https://example.org/a"));
        assert_eq!(saved_url(&far), None);
    }
}
