//! tearsheet cuts the article out of a web page.

pub mod article;
mod clean;
mod dates;
mod decode;
mod error;
#[cfg(feature = "fetch")]
mod fetch;
pub mod html;
mod limits;
mod metadata;
mod page;
pub mod render;

pub use article::{Article, Block, Span};
pub use error::{Error, TimeoutPhase};
pub use limits::Limits;
pub use page::Page;
