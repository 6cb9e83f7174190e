//! tearsheet cuts the article out of a web page.

pub mod article;
mod clean;
mod content;
mod dates;
mod decode;
mod error;
mod extract;
#[cfg(feature = "fetch")]
mod fetch;
pub mod html;
mod language;
mod limits;
mod metadata;
mod page;
pub mod quotes;
pub mod render;

pub use article::{Article, Block, Span};
pub use error::{Error, TimeoutPhase};
pub use extract::{Extractor, ExtractorBuilder, extract};
#[cfg(feature = "fetch")]
pub use fetch::{Fetcher, FetcherBuilder};
pub use limits::Limits;
pub use page::Page;
