//! The metadata as YAML front matter.

use crate::article::Article;

/// Writes the fields that are there between two lines of `---`, strings in double quotes.
pub(super) fn write(article: &Article, out: &mut String) {
    out.push_str("---\n");
    let image = article.images.iter().find(|image| image.lead).map(|image| image.url.as_str());
    let site = article.site.as_ref().and_then(|site| site.name.as_deref());
    let source = article.source.as_ref().and_then(|source| source.name.as_deref());
    let authors: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let tags: Vec<&str> = article.tags.iter().map(String::as_str).collect();
    field(out, "title", article.headline.as_deref());
    field(out, "kicker", article.kicker.as_deref());
    field(out, "description", article.standfirst.as_deref());
    list(out, "authors", &authors);
    field(out, "date", article.published.as_ref().map(|moment| moment.value.as_str()));
    field(out, "updated", article.modified.as_ref().map(|moment| moment.value.as_str()));
    field(out, "url", article.canonical_url.as_deref().or(article.url.as_deref()));
    field(out, "site", site);
    field(out, "source", source);
    field(out, "language", article.language.as_deref());
    field(out, "section", article.section.as_deref());
    list(out, "tags", &tags);
    field(out, "image", image);
    out.push_str("---\n");
}

fn field(out: &mut String, name: &str, value: Option<&str>) {
    let Some(value) = value else { return };
    out.push_str(name);
    out.push_str(": ");
    quote(out, value);
    out.push('\n');
}

fn list(out: &mut String, name: &str, values: &[&str]) {
    if values.is_empty() {
        return;
    }
    out.push_str(name);
    out.push_str(":\n");
    for value in values {
        out.push_str("  - ");
        quote(out, value);
        out.push('\n');
    }
}

/// A double-quoted scalar (YAML 1.2.2, 7.3.1) that is a JSON string as well: everything that YAML doesn't count as
/// printable, and its line breaks, are escaped.
fn quote(out: &mut String, value: &str) {
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => escape(out, c),
            c if c.is_control() => escape(out, c),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Only characters of the basic plane come here: four digits do.
fn escape(out: &mut String, c: char) {
    let code = u32::from(c);
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        out.push(char::from_digit((code >> shift) & 15, 16).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Author;

    #[test]
    fn only_what_is_known_is_written_and_strings_are_safe() {
        let article = Article {
            headline: Some("A \"quoted\": #1 \\ two\n---\nlines\u{85}\u{2028}".to_owned()),
            authors: vec![Author::person("Jane Roe"), Author::person("- x: y")],
            ..Article::default()
        };
        let mut out = String::new();
        write(&article, &mut out);
        assert_eq!(
            out,
            "---\ntitle: \"A \\\"quoted\\\": #1 \\\\ two\\n---\\nlines\\u0085\\u2028\"\n\
             authors:\n  - \"Jane Roe\"\n  - \"- x: y\"\n---\n"
        );
        let title = out.lines().nth(1).unwrap().strip_prefix("title: ").unwrap();
        assert_eq!(serde_json::from_str::<String>(title).ok(), article.headline);
    }
}
