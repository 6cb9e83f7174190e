//! What one page may cost.

use std::time::Duration;

/// The bounds of one extraction, all on by default.
///
/// `bytes` is refused with an error before any work; the others stop the parse and give the article of what
/// was read, marked by [`Article::partial`](crate::Article::partial).
///
/// ```
/// let limits = tearsheet::Limits { bytes: 1 << 20, ..Default::default() };
/// let extractor = tearsheet::Extractor::builder().limits(limits).build();
/// let page = "<p>".repeat(1 << 20);
/// assert_eq!(extractor.extract(&page.as_str().into()).unwrap_err().kind(), "too_large");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the page as given. Default 32 MiB: the largest of 4,469 measured pages has 5 MB.
    pub bytes: usize,
    /// Nodes (elements and texts) of the tree. Default 1,000,000.
    pub nodes: usize,
    /// Ancestors of an element; deeper start tags are skipped, their text is kept. Default 512, as in Blink and
    /// WebKit; taken as 8 where less and 4,096 where more. html5ever's tree builder needs time square in the depth, so this bounds the time.
    pub depth: usize,
    /// Attributes of one tag; further ones are dropped. Default 256.
    pub attributes: usize,
    /// Time for one page, looked at as the parser consumes input; `None` for no limit. Default 10 s.
    /// Takes the feature `clock` (on by default), and has no effect without it.
    pub time: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 32 << 20,
            nodes: 1_000_000,
            depth: 512,
            attributes: 256,
            time: Some(Duration::from_secs(10)),
        }
    }
}
