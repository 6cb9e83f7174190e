use serde::{Deserialize, Serialize};

/// A quotation with its speaker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// The words inside the marks.
    pub text: String,
    /// Whole speech or a part of a sentence.
    pub kind: QuoteKind,
    /// Where it starts: Unicode code points of [`Article::text`](super::Article::text), or of the headline if
    /// `in_headline`.
    pub start: usize,
    /// Where it ends (exclusive), in the same unit.
    pub end: usize,
    /// The index of the body block it starts in; `None` in a headline.
    pub block: Option<usize>,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The word that tells so: `said`, `по словам`.
    pub cue: Option<String>,
    /// Quotes of one utterance (split by the author's words, or over paragraphs) have the same number.
    pub group: u32,
    /// Whether it stands in the headline.
    pub in_headline: bool,
    /// How sure the attribution is, 0 to 1.
    pub confidence: f32,
}

impl Quote {
    /// A quote of which text, kind and place are known.
    pub fn new(text: impl Into<String>, kind: QuoteKind, start: usize, end: usize) -> Self {
        Self {
            text: text.into(),
            kind,
            start,
            end,
            block: None,
            speaker: None,
            cue: None,
            group: 0,
            in_headline: false,
            confidence: 0.0,
        }
    }
}

/// Whole speech or a part of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// A sentence or more of somebody's speech.
    Direct,
    /// Some words of it, built into the author's sentence.
    Partial,
}

/// Who says a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker {
    /// The full name, where the article gives one.
    pub name: Option<String>,
    /// The words of the attribution: `Kim`, `he`, `the North Korean leader`.
    pub mention: String,
    /// What the mention is.
    pub kind: SpeakerKind,
    /// Where the mention starts: code points, as [`Quote::start`]. Equal to `end` where the mention stands outside
    /// the text (the source of a quotation set apart).
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
}

impl Speaker {
    /// A mention at a place.
    pub fn new(mention: impl Into<String>, kind: SpeakerKind, start: usize, end: usize) -> Self {
        Self { name: None, mention: mention.into(), kind, start, end }
    }
}

/// What the mention of a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A name.
    Name,
    /// A pronoun.
    Pronoun,
    /// A description: `a spokeswoman for the ministry`.
    Description,
    /// A document: a report, a statement, a law.
    Document,
}
