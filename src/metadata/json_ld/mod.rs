//! Reads JSON-LD scripts: schema.org's description of the article, where the page has one.
//!
//! <https://schema.org/docs/gs.html>, <https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents>

mod entity;
mod graph;
mod repair;

pub(super) use entity::Entity;
pub(super) use graph::{Entities, Identity};

use serde_json::Value;

/// Bytes of JSON-LD that are read on one page.
const MOST_BYTES: usize = 2 << 20;

/// The values of a page's JSON-LD scripts.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    values: Vec<Value>,
    bytes: usize,
    /// How many scripts could not be read even after mending.
    broken: usize,
}

impl Scripts {
    /// Takes one script.
    pub(super) fn read(&mut self, text: &str) {
        self.bytes = self.bytes.saturating_add(text.len());
        if text.trim().is_empty() || self.bytes > MOST_BYTES {
            return;
        }
        if let Ok(value) = serde_json::from_str(text) {
            self.values.push(value);
            return;
        }
        let mended = repair::repaired(text);
        let before = self.values.len();
        let readable = serde_json::Deserializer::from_str(&mended).into_iter().map_while(Result::ok);
        self.values.extend(readable);
        self.broken += usize::from(self.values.len() == before);
    }

    pub(super) fn broken(&self) -> usize {
        self.broken
    }

    /// The entities of all scripts, the one that describes this page apart.
    pub(super) fn entities(&self, page: &Identity<'_>) -> Entities<'_> {
        Entities::choose(&self.values, page)
    }
}
