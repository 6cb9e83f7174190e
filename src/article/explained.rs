use serde::{Deserialize, Serialize};

/// Why one block of the page is in the article or not.
///
/// ```
/// use tearsheet::{Extractor, Page};
///
/// let html = "<nav><a href=/>Home</a></nav><h1>Rain</h1><p>It rained in the north for most of the week, and the \
///             rivers rose by two metres, the weather service said.</p>";
/// let (article, blocks) = Extractor::default().explain(&Page::from_text(html))?;
/// let reasons: Vec<_> = blocks.iter().map(|block| (block.kept, block.reason.as_str())).collect();
/// assert_eq!(reasons, [(false, "marked: navigation"), (false, "headline"), (true, "text")]);
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explained {
    /// The block's text, white space folded; empty for a picture, an embed, a rule.
    pub text: String,
    /// The elements around it, innermost first: `p < div.story < main`.
    pub path: String,
    /// Whether it is in the article.
    pub kept: bool,
    /// What decided.
    pub reason: String,
    /// How much it is like a paragraph of running text, 0 to 1.
    pub quality: f32,
    /// The share of its characters inside links, 0 to 1.
    pub link_density: f32,
    /// How likely the model finds it part of the article, 0 to 1; absent where it was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likely: Option<f32>,
    /// The features that counted most for or against it where the model was asked, the strongest first; at most five.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strongest: Vec<Evidence>,
    /// The block's features, for `training/` alone.
    #[cfg(feature = "training")]
    #[doc(hidden)]
    #[serde(skip)]
    pub features: Vec<f32>,
    /// The slots of the words around it, for `training/` alone.
    #[cfg(feature = "training")]
    #[doc(hidden)]
    #[serde(skip)]
    pub slots: Vec<u16>,
}

/// A feature of a block and what it did to the model's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The feature's name, as in `src/content/model/vector.rs`: `link density`, `+1 length`.
    pub feature: String,
    /// Its value.
    pub value: f32,
    /// By how much it moved the log odds of being the article's, all other features staying as they are: against
    /// the value in the middle of all blocks that the model was learned from. Above zero speaks for the article.
    pub effect: f32,
}

impl Evidence {
    /// A feature's effect.
    pub(crate) fn new(feature: &str, value: f32, effect: f32) -> Self {
        Self { feature: feature.to_owned(), value, effect }
    }
}

impl Explained {
    /// An explanation without its figures.
    pub(crate) fn new(text: String, path: String, kept: bool, reason: String) -> Self {
        Self {
            text,
            path,
            kept,
            reason,
            quality: 0.0,
            link_density: 0.0,
            likely: None,
            strongest: Vec::new(),
            #[cfg(feature = "training")]
            features: Vec::new(),
            #[cfg(feature = "training")]
            slots: Vec::new(),
        }
    }
}
