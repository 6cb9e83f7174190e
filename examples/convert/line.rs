//! One input, one line of JSON.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use serde::Serialize;
use tearsheet::{Article, Error, Page};

use super::inputs::Input;
use super::read::{Failure, read_file};

/// What became of an input.
#[derive(Debug)]
pub(crate) struct Line {
    /// The JSON, without a line break.
    pub(crate) json: String,
    /// Bytes of the page, decompressed; 0 where it was not read.
    pub(crate) bytes: usize,
    pub(crate) failed: bool,
}

#[derive(Serialize)]
struct Record<'a> {
    id: Option<&'a str>,
    path: Option<&'a str>,
    url: Option<&'a str>,
    article: Option<&'a Article>,
    error: Option<&'a Failure>,
    seconds: f64,
}

impl Line {
    /// Reads and extracts an input. Whatever happens becomes a line.
    pub(crate) fn of(
        input: &Input,
        limit: usize,
        extract: &impl Fn(&Page<'_>) -> Result<Article, Error>,
    ) -> Self {
        let (mut bytes, mut took) = (0, Duration::ZERO);
        let name = input.path.as_deref().unwrap_or("<page>");
        let outcome = page(input, limit).and_then(|content| {
            bytes = content.len();
            let mut page = Page::from_bytes(content);
            // Some corpora have marks of their own where a URL should be; the page is worth reading anyway.
            if let Some(url) = input.url.as_deref().filter(|url| is_web(url)) {
                page = page.url(url);
            }
            let started = Instant::now();
            // The library doesn't panic. Should it, one page is lost and not the run.
            let result = catch_unwind(AssertUnwindSafe(|| extract(&page)));
            took = started.elapsed();
            result.map_err(|payload| panicked(name, &*payload))?.map_err(|error| Failure::of(&error, name))
        });
        let record = Record {
            id: input.id.as_deref(),
            path: input.path.as_deref(),
            url: input.url.as_deref(),
            article: outcome.as_ref().ok(),
            error: outcome.as_ref().err(),
            seconds: (took.as_secs_f64() * 1e6).round() / 1e6,
        };
        // Writing to a string can't fail, and every key of the format is a string.
        let json = serde_json::to_string(&record).unwrap_or_default();
        Self { json, bytes, failed: outcome.is_err() }
    }
}

fn page(input: &Input, limit: usize) -> Result<Vec<u8>, Failure> {
    read_file(input.file.as_ref().map_err(Clone::clone)?, limit)
}

fn is_web(url: &str) -> bool {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn panicked(name: &str, payload: &(dyn Any + Send)) -> Failure {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
    Failure { kind: "panic", message: format!("{name}: {text}") }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_panic_becomes_an_error_line() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let input = Input {
            id: Some("1".to_owned()),
            path: Some("Cargo.toml".to_owned()),
            url: Some("xhttps://example.org".to_owned()),
            file: Ok(file),
        };
        let line = Line::of(&input, 1 << 20, &|page| panic!("{} fell over", page.name()));
        let value: Value = serde_json::from_str(&line.json).unwrap();
        assert!(line.failed && line.bytes > 0);
        assert_eq!(value["id"], "1");
        assert_eq!(value["url"], "xhttps://example.org");
        assert_eq!(value["article"], Value::Null);
        assert_eq!(value["error"], json!({"kind": "panic", "message": "Cargo.toml: <page> fell over"}));
        assert!(value["seconds"].as_f64().is_some());
    }
}
