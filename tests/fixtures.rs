//! The pages of `fixtures/`: each gives what stands in the JSON beside it, and more than the baseline does.
//!
//! `TEARSHEET_BLESS=1 cargo test --test fixtures` writes the expectations anew (`fixtures/README.md`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use tearsheet::{Article, Extractor, Page, render};

/// The key of an expectation that says what is known about the page: `url`, `fetched`, `content_type`.
const PAGE: &str = "_page";

/// The key of an expectation that is the whole article as Markdown.
const MARKDOWN: &str = "_markdown";

/// Keys that a new expectation leaves out: figures that change with every improvement, and wordings.
const UNSAID: [&str; 6] =
    ["confidence", "schema_version", "word_count", "reading_seconds", "reason", "provenance"];

struct Fixture {
    name: String,
    html: Vec<u8>,
    path: PathBuf,
    expected: Option<Map<String, Value>>,
}

impl Fixture {
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let mut fixtures: Vec<Self> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
            .map(|html| {
                let path = html.with_extension("json");
                let expected = path.exists().then(|| {
                    serde_json::from_slice(&fs::read(&path).unwrap())
                        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
                });
                let name = html.file_stem().unwrap().to_string_lossy().into_owned();
                Self { name, html: fs::read(&html).unwrap(), path, expected }
            })
            .collect();
        fixtures.sort_by(|a, b| a.name.cmp(&b.name));
        assert!(fixtures.len() >= 30, "only {} fixtures in {}", fixtures.len(), folder.display());
        fixtures
    }

    /// What the page is known by, as `key` of [`PAGE`].
    fn known(&self, key: &str) -> Option<&str> {
        self.expected.as_ref()?.get(PAGE)?.get(key)?.as_str()
    }

    fn page(&self) -> Page<'_> {
        let mut page = Page::from_bytes(self.html.as_slice());
        if let Some(url) = self.known("url") {
            page = page.url(url);
        }
        if let Some(fetched) = self.known("fetched") {
            page = page.fetched(fetched);
        }
        if let Some(content_type) = self.known("content_type") {
            page = page.content_type(content_type);
        }
        page
    }

    fn extract(&self) -> Article {
        Extractor::default().extract(&self.page()).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The fields the expectation speaks of.
    fn fields(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.expected.iter().flatten().filter(|(key, _)| !key.starts_with('_'))
    }

    /// The body's text, for pages where the expectation gives one.
    fn text(&self) -> Option<&str> {
        self.expected.as_ref()?.get("text")?.as_str().filter(|text| !text.is_empty())
    }
}

#[test]
fn every_page_gives_what_stands_beside_it() {
    let bless = std::env::var_os("TEARSHEET_BLESS").is_some();
    let mut report = String::new();
    let mut failed = 0;
    let fixtures = Fixture::all();
    for fixture in &fixtures {
        let article = fixture.extract();
        let mut differences = faults(fixture, &article);
        let actual = serde_json::to_value(&article).unwrap();
        if bless {
            bless_fixture(fixture, &actual, &article.to_markdown());
        } else if fixture.expected.is_none() {
            differences.push("  has no expectation; TEARSHEET_BLESS=1 writes one".to_owned());
        }
        if !bless {
            for (key, expected) in fixture.fields() {
                compare(expected, &actual[key], key, &mut differences);
            }
            if let Some(expected) = fixture.expected.as_ref().and_then(|expected| expected.get(MARKDOWN)) {
                compare(expected, &json!(article.to_markdown()), "Markdown", &mut differences);
            }
        }
        if !differences.is_empty() {
            failed += 1;
            writeln!(report, "\n{}\n{}", fixture.name, differences.join("\n")).unwrap();
        }
    }
    assert!(failed == 0, "{failed} of {} fixtures differ (- expected, + found)\n{report}", fixtures.len());
}

/// The rules that every article keeps, whatever the page.
fn faults(fixture: &Fixture, article: &Article) -> Vec<String> {
    let mut faults = Vec::new();
    if fixture.extract() != *article {
        faults.push("  a second extraction gives another article".to_owned());
    }
    let json = serde_json::to_string(article).unwrap();
    match serde_json::from_str::<Article>(&json) {
        Ok(read) if read == *article => {}
        Ok(_) => faults.push("  JSON written and read back is another article".to_owned()),
        Err(error) => faults.push(format!("  JSON written can't be read back: {error}")),
    }
    if render::body_text(&article.body).text != article.text {
        faults.push("  `text` is not the text of `body`".to_owned());
    }
    for options in every_option() {
        if render::text(article, &options) != article.text {
            faults.push(format!("  {options:?} change the text"));
        }
    }
    let mut explained = Extractor::builder().provenance(true).build().extract(&fixture.page()).unwrap();
    explained.provenance = None;
    if explained != *article {
        faults.push("  asking for provenance changes the article".to_owned());
    }
    let headline = article.headline.as_deref().unwrap_or_default();
    for quote in &article.quotes {
        let whole = if quote.in_headline { headline } else { &article.text };
        if code_points(whole, quote.start, quote.end) != quote.text {
            faults.push(format!("  quote {:?} is not at {}..{}", quote.text, quote.start, quote.end));
        }
        if let Some(speaker) = &quote.speaker
            && speaker.start < speaker.end
            && ![whole, &article.text]
                .iter()
                .any(|text| code_points(text, speaker.start, speaker.end) == speaker.mention)
        {
            faults.push(format!(
                "  speaker {:?} is not at {}..{}",
                speaker.mention, speaker.start, speaker.end
            ));
        }
    }
    faults
}

/// Everything that a rendering may show or leave out, but for the headline, which comes before the text.
fn every_option() -> impl Iterator<Item = render::Options> {
    (0_u8..32).map(|switches| {
        let on = |switch: u8| switches & (1 << switch) != 0;
        let options = render::Options::default().headline(false);
        options.links(on(0)).images(on(1)).tables(on(2)).embeds(on(3)).front_matter(on(4))
    })
}

fn code_points(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// Whether `actual` holds what `expected` says: the keys that an object gives, every element of an array, and for
/// `null` nothing. What differs is written to `differences`.
fn compare(expected: &Value, actual: &Value, path: &str, differences: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, value) in expected {
                compare(
                    value,
                    actual.get(key).unwrap_or(&Value::Null),
                    &format!("{path}.{key}"),
                    differences,
                );
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            if path == "quotes" && !same_groups(expected, actual) {
                let groups: Vec<&Value> = actual.iter().map(|quote| &quote["group"]).collect();
                differences.push(format!("  quotes: groups are {}", json!(groups)));
            }
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(expected, actual, &format!("{path}[{index}]"), differences);
            }
        }
        // What one number means is seen against the others: `same_groups`.
        _ if path.starts_with("quotes[") && path.ends_with(".group") => {}
        (Value::String(expected), Value::String(actual)) if path == "text" && expected != actual => {
            differences.push(format!("  text:\n{}", diff(expected, actual)));
        }
        _ if expected == actual => {}
        (Value::Array(expected), Value::Array(actual)) => {
            let lines = |values: &[Value]| values.iter().map(brief).collect::<Vec<_>>().join("\n\n");
            let (expected, actual) = (lines(expected), lines(&shapes(expected, actual)));
            differences.push(format!("  {path}:\n{}", diff(&expected, &actual)));
        }
        _ => {
            let shown = if expected.is_null() { brief(actual) } else { brief(&shape(expected, actual)) };
            differences.push(format!("  {path}:\n    - {}\n    + {shown}", brief(expected)));
        }
    }
}

#[test]
fn a_comparison_sees_what_differs_and_only_that() {
    let found = json!({"headline": "Rain", "published": {"value": "2024", "raw": "2024"}, "tags": [],
        "quotes": [{"group": 4, "text": "a"}, {"group": 4, "text": "b"}]});
    for (expected, differing) in [
        (json!({"published": {"value": "2024"}, "tags": [], "site": null}), 0),
        (json!({"quotes": [{"group": 0}, {"group": 0}]}), 0),
        (json!({"quotes": [{"group": 0}, {"group": 1}]}), 1),
        (json!({"quotes": [{"text": "a"}]}), 1),
        (json!({"quotes": [{"text": "a"}, {"text": "c"}]}), 1),
        (json!({"headline": null, "published": null}), 2),
        (json!({"headline": "Ra", "published": {"value": "2024", "precision": "day"}}), 2),
    ] {
        let mut differences = Vec::new();
        for (key, value) in expected.as_object().unwrap() {
            compare(value, &found[key], key, &mut differences);
        }
        assert_eq!(differences.len(), differing, "{expected}: {differences:?}");
    }
}

/// Whether quotes that share a `group` in one list do so in the other; the numbers themselves are free.
fn same_groups(expected: &[Value], actual: &[Value]) -> bool {
    let mut there = HashMap::new();
    let mut back = HashMap::new();
    expected.iter().zip(actual).all(|(expected, actual)| {
        let (Some(a), Some(b)) = (expected["group"].as_u64(), actual["group"].as_u64()) else { return true };
        *there.entry(a).or_insert(b) == b && *back.entry(b).or_insert(a) == a
    })
}

/// The blocks of two texts side by side: common ones shortened, `-` only in the first, `+` only in the second.
fn diff(expected: &str, actual: &str) -> String {
    let blocks =
        |text: &'_ str| text.split("\n\n").filter(|block| !block.is_empty()).map(str::to_owned).collect();
    let (a, b): (Vec<String>, Vec<String>) = (blocks(expected), blocks(actual));
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            lines.push(format!("      {}", a[i].chars().take(60).collect::<String>()));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(format!("    - {}", a[i]));
            i += 1;
        } else {
            lines.push(format!("    + {}", b[j]));
            j += 1;
        }
    }
    lines.join("\n")
}

/// One line for a value, cut where it is long.
fn brief(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(400) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Writes a fixture's expectation anew from what was found: fields that agree stay, those that differ take the new
/// values in the old shape. A page without an expectation gets all that was found.
fn bless_fixture(fixture: &Fixture, actual: &Value, markdown: &str) {
    let mut blessed = Map::new();
    if fixture.expected.is_none() {
        blessed.insert(PAGE.to_owned(), json!({}));
        if let Value::Object(found) = compact(actual) {
            blessed.extend(found);
        }
    }
    for (key, expected) in fixture.expected.iter().flatten() {
        let mut differences = Vec::new();
        if !key.starts_with('_') {
            compare(expected, &actual[key], key, &mut differences);
        }
        let value = match key.as_str() {
            MARKDOWN => json!(markdown),
            _ if differences.is_empty() => expected.clone(),
            _ => shape(expected, &actual[key]),
        };
        blessed.insert(key.clone(), value);
        if !differences.is_empty() {
            println!("{}\n{}", fixture.name, differences.join("\n"));
        }
    }
    if fixture.expected.as_ref() != Some(&blessed) {
        fs::write(&fixture.path, format!("{:#}\n", Value::Object(blessed))).unwrap();
        println!("{}: written", fixture.name);
    }
}

/// `actual` cut to the keys that `expected` speaks of.
fn shape(expected: &Value, actual: &Value) -> Value {
    match (expected, actual) {
        // A block of another type has other fields.
        (Value::Object(a), Value::Object(b)) if a.get("type") == b.get("type") => a
            .iter()
            .map(|(key, value)| (key.clone(), shape(value, b.get(key).unwrap_or(&Value::Null))))
            .collect(),
        (Value::Array(a), Value::Array(b)) => Value::Array(shapes(a, b)),
        _ => compact(actual),
    }
}

/// [`shape`] for arrays; elements beyond those expected take the shape of the last one.
fn shapes(expected: &[Value], actual: &[Value]) -> Vec<Value> {
    actual
        .iter()
        .enumerate()
        .map(|(index, value)| match expected.get(index).or(expected.last()) {
            Some(pattern) => shape(pattern, value),
            None => compact(value),
        })
        .collect()
}

/// A value without nulls, empty lists and the keys of [`UNSAID`].
fn compact(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, value)| {
                !UNSAID.contains(&key.as_str())
                    && !value.is_null()
                    && value.as_array().is_none_or(|list| !list.is_empty())
            })
            .map(|(key, value)| (key.clone(), compact(value)))
            .collect(),
        Value::Array(list) => list.iter().map(compact).collect(),
        _ => value.clone(),
    }
}

#[test]
fn bodies_are_closer_to_the_expected_text_than_readability_s() {
    let mut table = String::new();
    let (mut ours, mut theirs, mut pages) = (0.0, 0.0, 0.0);
    for fixture in Fixture::all() {
        let Some(expected) = fixture.text() else { continue };
        let url = fixture.known("url").unwrap_or("https://example.org/").parse().unwrap();
        let baseline = readability::extractor::extract(&mut fixture.html.as_slice(), &url)
            .map_or_else(|_| String::new(), |product| without_tags(&product.content));
        let (a, b) = (f1(&fixture.extract().text, expected), f1(&baseline, expected));
        writeln!(table, "{a:.3}  {b:.3}  {}", fixture.name).unwrap();
        (ours, theirs, pages) = (ours + a, theirs + b, pages + 1.0);
    }
    let (ours, theirs) = (ours / pages, theirs / pages);
    println!("F1 of the words: tearsheet, readability\n{table}{ours:.3}  {theirs:.3}  mean of {pages} pages");
    assert!(ours > theirs, "tearsheet {ours:.3}, readability {theirs:.3}\n{table}");
}

/// The text of serialised HTML, blanks for tags: readability's own `text` glues the blocks together.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                text.push(' ');
            }
            _ if !in_tag => text.push(character),
            _ => {}
        }
    }
    text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// F1 of the bags of words.
fn f1(found: &str, expected: &str) -> f64 {
    let (found, expected) = (words(found), words(expected));
    let count = |bag: &HashMap<String, u32>| f64::from(bag.values().sum::<u32>());
    let hits: u32 = found.iter().map(|(word, n)| *n.min(expected.get(word).unwrap_or(&0))).sum();
    let both = count(&found) + count(&expected);
    if both == 0.0 { 1.0 } else { 2.0 * f64::from(hits) / both }
}

/// Words in lower case with their number; in scripts without blanks every character is one.
fn words(text: &str) -> HashMap<String, u32> {
    let alone =
        |c: char| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let mut bag = HashMap::new();
    let mut add = |word: &str| *bag.entry(word.to_lowercase()).or_insert(0) += 1;
    for run in text.split(|c: char| !c.is_alphanumeric() && !alone(c)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let end = if alone(first) { first.len_utf8() } else { rest.find(alone).unwrap_or(rest.len()) };
            add(&rest[..end]);
            rest = &rest[end..];
        }
    }
    bag
}
