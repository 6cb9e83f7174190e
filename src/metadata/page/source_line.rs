//! The line that names the original publisher: "Source: …" or the site's linked address near the headline.

use crate::html::{Name, Tree};
use crate::metadata::line::Line;
use crate::metadata::url::{absolute, host, is_host};
use url::Url;

/// A source that a line names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::metadata) struct SourceLine {
    pub(in crate::metadata) name: String,
    pub(in crate::metadata) url: Option<String>,
    /// The text of the line.
    pub(in crate::metadata) raw: String,
}

/// "Source" in the languages of the field.
const LABELS: &[&str] = &[
    "source",
    "sources",
    "источник",
    "источники",
    "первоисточник",
    "quelle",
    "fuente",
    "fonte",
    "źródło",
    "zdroj",
    "джерело",
    "крыніца",
    "bron",
    "kilde",
    "källa",
    "lähde",
    "kaynak",
    "πηγή",
    "forrás",
    "sursa",
    "sumber",
    "nguồn",
    "المصدر",
    "מקור",
    "来源",
    "來源",
    "出典",
    "출처",
    "original article",
    "originally published at",
    "originally published on",
    "read the original at",
];

/// Bytes of the longest label, with room for capitals that are longer than their small letters.
const MOST_LABEL_BYTES: usize = 40;

/// Reads one line near the headline; `own` is the page's own URL.
pub(in crate::metadata) fn read(
    tree: &Tree,
    line: &Line,
    base: Option<&Url>,
    own: Option<&Url>,
) -> Option<SourceLine> {
    let link =
        || line.link.and_then(|link| tree.attr(link, Name::HREF)).and_then(|href| absolute(href, base));
    let foreign = |url: &str| {
        let Ok(url) = Url::parse(url) else { return false };
        own.is_none_or(|own| host(own) != host(&url))
    };
    let text = line.text.trim();
    if line.linked && is_host(text) {
        let named = format!("http://{}", text.trim_start_matches("https://").trim_start_matches("http://"));
        if own.is_some() && !foreign(&named) {
            return None;
        }
        // The link may lead through the aggregator's own counter; then the name is all that is known.
        let url = link().filter(|url| foreign(url)).or(Some(named).filter(|_| own.is_none() || line.linked));
        let url = url.and_then(|url| absolute(&url, None));
        return Some(SourceLine { name: text.trim_end_matches('/').to_owned(), url, raw: text.to_owned() });
    }
    let rest = labelled(text)?;
    if rest.is_empty() || rest.chars().count() > 60 {
        return None;
    }
    let inner = tree.ancestors(line.node).take(3).find_map(|above| tree.find(above, Name::A));
    let url = link()
        .or_else(|| inner.and_then(|a| tree.attr(a, Name::HREF)).and_then(|href| absolute(href, base)))
        .filter(|url| foreign(url));
    Some(SourceLine { name: rest.to_owned(), url, raw: text.to_owned() })
}

/// What follows the label and its colon, in the line or in a part of it that is set apart.
fn labelled(text: &str) -> Option<&str> {
    // No label is without a colon; 0xef begins the wide one.
    memchr::memchr2(b':', 0xef, text.as_bytes())?;
    let parts = text.split(['|', '•', '·', '\t']);
    parts.chain(chinese(text)).find_map(|part| labelled_part(part.trim()))
}

/// The source within a line of Chinese, where blanks part the facts: "2024-05-05 10:30 来源：某某报 作者：王小明".
fn chinese(text: &str) -> Option<&str> {
    if text.is_ascii() {
        return None;
    }
    let start = ["来源：", "来源:", "來源：", "來源:"].iter().find_map(|label| text.find(label))?;
    let rest = text.get(start..)?;
    let colon = rest.find([':', '：'])?;
    let name = rest.get(colon..)?.find(|c: char| c.is_alphanumeric()).map(|at| colon + at)?;
    let end = rest.get(name..)?.find(char::is_whitespace).map_or(rest.len(), |at| name + at);
    rest.get(..end)
}

fn labelled_part(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once([':', '：'])?;
    let label = label.trim();
    (label.len() <= MOST_LABEL_BYTES && LABELS.contains(&label.to_lowercase().as_str()))
        .then(|| rest.trim().trim_end_matches('.'))
}
