//! What URLs tell, and relative ones made absolute.

use url::Url;

use super::folding::folded;

/// Longer addresses are none, in bytes.
pub(super) const LONGEST: usize = 4096;

/// A URL made absolute; only `http` and `https`.
pub(super) fn absolute(reference: &str, base: Option<&Url>) -> Option<String> {
    let reference = reference.trim();
    if reference.is_empty() || reference.len() > LONGEST {
        return None;
    }
    let url = match base {
        Some(base) => base.join(reference).ok()?,
        None => Url::parse(reference).ok()?,
    };
    (matches!(url.scheme(), "http" | "https") && url.host_str().is_some()).then(|| url.into())
}

/// The host without `www.` and the like.
pub(super) fn host(url: &Url) -> &str {
    let host = url.host_str().unwrap_or("");
    ["www.", "m.", "amp.", "mobile."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(host)
}

/// The host as a name a reader would know: `The-Daily.co.uk` is `the daily`; second-level suffixes are dropped.
pub(super) fn host_name(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    let suffix = match labels.as_slice() {
        [.., second, top] if labels.len() > 2 && top.len() == 2 && second.len() <= 3 => 2,
        _ => 1,
    };
    let rest = labels.len().saturating_sub(suffix);
    labels.get(rest.saturating_sub(1)).map_or(String::new(), |label| folded(label))
}

/// Whether a URL is a site's front page.
pub(super) fn is_home(url: &Url) -> bool {
    let path = url.path().trim_matches('/');
    // An archive keeps the page's own URL behind its own: `/web/20200102030405/https://daily.example/`.
    let path = path
        .rsplit_once("://")
        .or_else(|| path.rsplit_once(":/"))
        .map_or(path, |(_, kept)| kept.trim_matches('/').split_once('/').map_or("", |(_, path)| path));
    url.query().is_none()
        && (path.is_empty() || matches!(path, "index.html" | "index.php" | "index.htm" | "home") || {
            // `/de`, `/en-us`: the front page of a language.
            path.len() <= 5 && path.split('-').all(|part| part.len() == 2)
        })
}

/// Whether a text is a host name as readers see it: `rusjev.net`, `www.daily.example`.
pub(super) fn is_host(text: &str) -> bool {
    let text = text.trim().trim_end_matches('/');
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let mut labels = text.split('.');
    text.contains('.')
        && text.len() <= 60
        && !text.contains(char::is_whitespace)
        && labels.all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && text
            .rsplit('.')
            .next()
            .is_some_and(|top| top.chars().count() >= 2 && top.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_from_words() {
        let cases =
            [("rusjev.net", true), ("www.daily.example", true), ("U.S. talks", false), ("3.14", false)];
        for (text, expected) in cases {
            assert_eq!(is_host(text), expected, "{text}");
        }
    }

    #[test]
    fn names_of_hosts() {
        let cases =
            [("the-daily.co.uk", "the daily"), ("news.daily.example", "daily"), ("spiegel.de", "spiegel")];
        for (host, expected) in cases {
            assert_eq!(host_name(host), expected, "{host}");
        }
    }

    #[test]
    fn only_web_urls_are_made_absolute() {
        let base = Url::parse("https://daily.example/a/b").ok();
        assert_eq!(absolute("../c", base.as_ref()).as_deref(), Some("https://daily.example/c"));
        assert_eq!(absolute("javascript:alert(1)", base.as_ref()), None);
        assert_eq!(absolute("/c", None), None);
    }

    #[test]
    fn front_pages_are_known() {
        for (url, expected) in
            [("https://a.example/", true), ("https://a.example/en", true), ("https://a.example/x-y", false)]
        {
            assert_eq!(is_home(&Url::parse(url).unwrap()), expected, "{url}");
        }
    }
}
