//! Which URLs are written, and how.

use std::borrow::Cow;

/// The URL as it may stand in a link: absolute, `http`, `https` or `mailto`; anything else is `None`.
///
/// As in the URL standard, control characters and blanks around it and line breaks and tabs inside go, so that
/// `java\nscript:` is seen for what it is; what would end an attribute or a Markdown link is percent-encoded.
pub(super) fn link(raw: &str) -> Option<Cow<'_, str>> {
    let cleaned = clean(raw);
    (is_web(&cleaned) || starts_with(&cleaned, "mailto:")).then_some(cleaned)
}

/// The URL as it may stand for a picture: absolute, `http` or `https`.
pub(super) fn picture(raw: &str) -> Option<Cow<'_, str>> {
    let cleaned = clean(raw);
    is_web(&cleaned).then_some(cleaned)
}

fn is_web(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| starts_with(url, scheme) && url.len() > scheme.len())
}

fn starts_with(url: &str, scheme: &str) -> bool {
    url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn clean(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    if !trimmed.contains(is_odd) {
        return Cow::Borrowed(trimmed);
    }
    let mut cleaned = String::with_capacity(trimmed.len() + 16);
    let mut buffer = [0; 4];
    for c in trimmed.chars() {
        if matches!(c, '\t' | '\n' | '\r') {
            continue;
        }
        if !is_odd(c) {
            cleaned.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut buffer).bytes() {
            cleaned.push('%');
            for digit in [byte >> 4, byte & 15] {
                cleaned.push(
                    char::from_digit(u32::from(digit), 16).map_or('0', |digit| digit.to_ascii_uppercase()),
                );
            }
        }
    }
    Cow::Owned(cleaned)
}

/// What a URL can't have (and browsers encode), apart from a backslash.
fn is_odd(c: char) -> bool {
    matches!(c, '<' | '>' | '"' | '`') || c.is_control() || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_web_and_mail_addresses_are_links() {
        let cases = [
            ("https://a.b/c?d=e&f#g", Some("https://a.b/c?d=e&f#g")),
            (" HTTP://a.b ", Some("HTTP://a.b")),
            ("mailto:a@b.c", Some("mailto:a@b.c")),
            ("https://a.b/ü (x)", Some("https://a.b/ü%20(x)")),
            ("https://a.b/\"><script>", Some("https://a.b/%22%3E%3Cscript%3E")),
            ("ht\ntps://a.b", Some("https://a.b")),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("vbscript:x", None),
            ("//a.b/c", None),
            ("/c", None),
            ("https:a", None),
            ("https://", None),
            ("", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(link(raw).as_deref(), expected, "{raw:?}");
        }
        assert_eq!(picture("mailto:a@b.c"), None);
        assert_eq!(picture("data:image/png;base64,x"), None);
        assert_eq!(picture("https://a.b/c.png").as_deref(), Some("https://a.b/c.png"));
    }
}
