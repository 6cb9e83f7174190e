//! Which URLs are fetched, and where a redirect leads.

use url::Url;

use crate::error::Error;

/// The URL that a caller asks for.
pub(crate) fn parse(text: &str) -> Result<Url, Error> {
    let url = Url::parse(text)
        .map_err(|error| Error::InvalidUrl { url: text.to_owned(), reason: error.to_string() })?;
    if is_web(&url) {
        Ok(url)
    } else {
        Err(Error::UnsupportedScheme { scheme: url.scheme().to_owned(), url: text.to_owned() })
    }
}

/// A redirect that is not followed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) target: String,
    pub(crate) reason: String,
}

/// Where a `Location` header leads from a URL.
pub(crate) fn redirect(from: &Url, location: &[u8], allow_downgrade: bool) -> Result<Url, Refusal> {
    // Many servers send the path in raw UTF-8, as browsers expect.
    let location = String::from_utf8_lossy(location);
    let refusal = |target: &str, reason: String| Err(Refusal { target: target.to_owned(), reason });
    let url = match from.join(&location) {
        Ok(url) => url,
        Err(error) => return refusal(&location, error.to_string()),
    };
    if !is_web(&url) {
        let reason = format!("only http and https are fetched, not {}", url.scheme());
        return refusal(url.as_str(), reason);
    }
    if from.scheme() == "https" && url.scheme() == "http" && !allow_downgrade {
        return refusal(&name(&url), "it leaves https for http".to_owned());
    }
    Ok(url)
}

/// A URL as pages and errors name it: without user name and password.
pub(crate) fn name(url: &Url) -> String {
    let mut url = url.clone();
    // Both fail for URLs without a host alone, which carry neither.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_asked_for() {
        for (text, kind) in [
            ("example.org/a", "invalid_url"),
            ("", "invalid_url"),
            ("http://", "invalid_url"),
            ("http://a b/", "invalid_url"),
            ("http://[::1/", "invalid_url"),
            ("http://example.org:99999/", "invalid_url"),
            ("file:///etc/passwd", "unsupported_scheme"),
            ("ftp://example.org/", "unsupported_scheme"),
            ("data:text/html,a", "unsupported_scheme"),
            ("javascript:alert(1)", "unsupported_scheme"),
            ("localhost:8080/a", "unsupported_scheme"),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(error.kind(), kind, "{text}");
            assert!(error.to_string().contains(text), "{error}");
        }
        assert_eq!(parse(" HTTP://Example.ORG ").unwrap().as_str(), "http://example.org/");
    }

    #[test]
    fn redirects_followed() {
        for (from, location, target) in [
            ("http://a.example/b/c", "/d", "http://a.example/d"),
            ("http://a.example/b/c", "d?e", "http://a.example/b/d?e"),
            ("http://a.example/b", "//c.example/", "http://c.example/"),
            ("http://a.example/", "https://a.example/", "https://a.example/"),
            ("https://a.example/", "https://b.example/", "https://b.example/"),
            (
                "https://a.example/",
                "/новости",
                "https://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
            ),
        ] {
            let found = redirect(&Url::parse(from).unwrap(), location.as_bytes(), false);
            assert_eq!(found.as_ref().map(Url::as_str), Ok(target), "{from} {location}");
        }
    }

    #[test]
    fn redirects_refused() {
        for (from, location, target, reason) in [
            ("http://a.example/", "file:///etc/passwd", "file:///etc/passwd", "not file"),
            ("http://a.example/", "ftp://b.example/", "ftp://b.example/", "not ftp"),
            ("http://a.example/", "http://", "http://", "empty host"),
            ("https://a.example/", "http://a.example/b", "http://a.example/b", "leaves https"),
            ("https://a.example/", "http://u:p@b.example/", "http://b.example/", "leaves https"),
        ] {
            let refusal = redirect(&Url::parse(from).unwrap(), location.as_bytes(), false).unwrap_err();
            assert_eq!(refusal.target, target);
            assert!(refusal.reason.contains(reason), "{refusal:?}");
        }
        let from = Url::parse("https://a.example/").unwrap();
        assert!(redirect(&from, b"http://a.example/b", true).is_ok());
        assert!(redirect(&from, b"ftp://a.example/b", true).is_err());
        assert!(redirect(&from, b"http://\xff\xfe/", true).is_err());
    }

    #[test]
    fn names_carry_no_secrets() {
        let url = Url::parse("https://user:secret@example.org/a?b#c").unwrap();
        assert_eq!(name(&url), "https://example.org/a?b#c");
    }
}
