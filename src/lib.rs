//! tearsheet cuts the article out of a web page: headline, body, quotes with their speakers, authors and dates, as
//! plain typed data.
//!
//! ```
//! let html = r#"<html lang=en><title>Rain in the north | The Daily</title><nav><a href=/>Home</a></nav>
//!     <h1>Rain in the north</h1><p class=byline>By Ann Lee</p><time datetime=2024-05-05>5 May 2024</time>
//!     <p>It rained in the north for most of the week, and the rivers rose by two metres.</p>
//!     <p>“We have not seen the like,” said Tom Ferrie, the mayor of Brack.</p>"#;
//! let article = tearsheet::extract(html, Some("https://daily.example/rain"))?;
//!
//! assert_eq!(article.headline.as_deref(), Some("Rain in the north"));
//! assert_eq!(article.authors[0].name, "Ann Lee");
//! assert_eq!(article.published.as_ref().unwrap().value, "2024-05-05");
//! assert_eq!(article.body.len(), 2);
//! let speaker = article.quotes[0].speaker.as_ref().unwrap();
//! assert_eq!(speaker.name.as_deref(), Some("Tom Ferrie"));
//! # Ok::<(), tearsheet::Error>(())
//! ```
//!
//! # From a page to an article
//!
//! | step | what it does |
//! | --- | --- |
//! | [`Page`] | bytes or text, with URL and content type where known |
//! | decode | byte order mark, HTTP, `meta`, UTF-8, detection |
//! | [`html`] | our tokenizer and html5ever's tree builder make a [`Tree`](html::Tree) of small nodes, once |
//! | clean | named rules mark what is certainly not content: consent, navigation, forms, other stories |
//! | metadata | JSON-LD, Open Graph, `meta`, microdata and the page are collected and resolved, with provenance |
//! | content | the page is cut into blocks; the article's are chosen and put together as [`Block`]s |
//! | [`quotes`] | who said what |
//! | [`render`] | text, Markdown, HTML, JSON |
//!
//! [`Extractor`] goes the whole way; [`extract()`] is the short form. A page without an article is no error:
//! [`Article::verdict`] says what it is instead. Options of rendering never change which text is chosen.
//!
//! # Promises
//!
//! Any bytes give an [`Article`] or an [`Error`], within [`Limits`] that are on by default. There is no `unsafe` and
//! no recursion over the page. The same page gives the same article, always.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! | --- | --- | --- |
//! | `clock` | yes | the time limit of [`Limits`] |
//! | `fetch` | no | `Fetcher`: pages from the network, by reqwest with rustls |
//! | `training` | no | nothing for users: what the project's own training tool needs |
//!
//! Without features the library reads no network, no file, no thread and no clock.
#![cfg_attr(docsrs, feature(doc_cfg))]

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
#[cfg_attr(docsrs, doc(cfg(feature = "fetch")))]
pub use fetch::{Fetcher, FetcherBuilder};
pub use limits::Limits;
pub use page::Page;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
