use serde::{Deserialize, Serialize};

/// What the page says to machines about its use. HTTP headers that say the same (`X-Robots-Tag`,
/// `tdm-reservation`) and `robots.txt` are not part of a page and not here.
///
/// ```
/// let html = "<meta name=robots content='noai, max-snippet:120'><meta name=tdm-reservation content=1>\
///             <h1>Rain</h1><p>It rained in the north all week.</p>";
/// let rights = tearsheet::extract(html, None)?.rights;
/// assert!(rights.no_ai && !rights.no_index);
/// assert_eq!((rights.max_snippet, rights.tdm_reserved), (Some(120), Some(true)));
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Rights {
    /// The directives of `<meta name="robots">` in small letters, as the page orders them, at most 64. Those for one
    /// search engine alone (`googlebot`) are left out.
    pub robots: Vec<String>,
    /// No search engine is to list the page: `noindex`, `none`.
    pub no_index: bool,
    /// Its text is not to train models: `noai`.
    pub no_ai: bool,
    /// Its pictures are not to train models: `noimageai`; `noai` says it of them, too.
    pub no_image_ai: bool,
    /// The longest extract that may be shown, in characters; 0 is none at all (`nosnippet`). Absent where the page
    /// sets no limit, also where it says so (`max-snippet:-1`).
    pub max_snippet: Option<u32>,
    /// Whether the rights to mine text and data are reserved, where the page says
    /// (<https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/>).
    pub tdm_reserved: Option<bool>,
    /// The absolute URL of the terms on which mining is allowed.
    pub tdm_policy: Option<String>,
}
