//! Relative addresses become absolute URLs.

use url::Url;

/// No address of a site is longer, in bytes (<https://www.sitemaps.org/protocol.html#locdef>). A link is written at each
/// text in it, so that one long address would be written as often as it has texts.
const LONGEST: usize = 2048;

/// What relative addresses of a page are resolved against.
#[derive(Debug)]
pub(crate) struct Base<'a> {
    url: Option<&'a Url>,
}

impl<'a> Base<'a> {
    pub(crate) fn new(url: Option<&'a Url>) -> Self {
        Self { url: url.filter(|url| url.as_str().len() <= LONGEST) }
    }

    /// The absolute URL of a link; `None` for an anchor on the page itself, a script, and what can't be made
    /// absolute.
    pub(crate) fn link(&self, href: &str) -> Option<String> {
        let href = href.trim();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        self.resolve(href, &["http", "https", "mailto"])
    }

    /// The absolute URL of something that is loaded.
    pub(crate) fn resource(&self, src: &str) -> Option<String> {
        let src = src.trim();
        if src.is_empty() {
            return None;
        }
        self.resolve(src, &["http", "https"])
    }

    fn resolve(&self, address: &str, schemes: &[&str]) -> Option<String> {
        if address.len() > LONGEST {
            return None;
        }
        let url = match self.url {
            Some(base) => base.join(address).ok()?,
            None => Url::parse(address).ok()?,
        };
        schemes.contains(&url.scheme()).then(|| url.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_absolute_or_nothing() {
        let url = Url::parse("https://example.org/news/a").unwrap();
        let base = Base::new(Some(&url));
        let long = "a".repeat(LONGEST + 1);
        let cases = [
            ("b", Some("https://example.org/news/b")),
            ("//cdn.example/c", Some("https://cdn.example/c")),
            (" /d ", Some("https://example.org/d")),
            ("mailto:e@example.org", Some("mailto:e@example.org")),
            ("#f", None),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("", None),
            (&long, None),
        ];
        for (href, expected) in cases {
            assert_eq!(base.link(href).as_deref(), expected, "{href}");
        }
        assert_eq!(Base::new(None).link("b"), None);
    }
}
