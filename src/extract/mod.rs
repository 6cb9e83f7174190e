//! The pipeline: the whole way from a page to an article, on one screen.

mod builder;
mod fields;

pub use builder::ExtractorBuilder;

use url::Url;

use crate::article::{Article, Explained, SCHEMA_VERSION};
use crate::content::{Base, Clues, Signals};
use crate::error::Error;
use crate::html::Tree;
use crate::limits::Limits;
use crate::page::Page;
use crate::{clean, content, decode, html, language, metadata, render};

/// Extracts articles from pages.
///
/// One extractor serves any number of pages and threads.
///
/// ```
/// use tearsheet::{Extractor, Page};
///
/// let extractor = Extractor::builder().provenance(true).build();
/// let page = Page::from_bytes(b"<h1>Rain</h1><p>It rained in the north for most of the week.</p>".as_slice())
///     .url("https://daily.example/rain");
/// let article = extractor.extract(&page)?;
/// assert_eq!(article.headline.as_deref(), Some("Rain"));
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Extractor {
    limits: Limits,
    language: Option<String>,
    provenance: bool,
    #[cfg(feature = "training")]
    model: Option<std::sync::Arc<content::Model>>,
}

impl Extractor {
    /// Starts from the defaults.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Extracts the article of a page.
    ///
    /// A page without an article is no error: [`Article::verdict`] says what it is instead.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::TooLarge`] and [`Error::NotHtml`], each naming the page;
    /// [`Error::InvalidUrl`] where the page's URL can't be read.
    pub fn extract(&self, page: &Page<'_>) -> Result<Article, Error> {
        self.run(page, false).map(|(article, _)| article)
    }

    /// Extracts the article of a page and tells of each block of the page why it is in the article or not.
    ///
    /// # Errors
    /// As [`Extractor::extract`].
    pub fn explain(&self, page: &Page<'_>) -> Result<(Article, Vec<Explained>), Error> {
        self.run(page, true)
    }

    #[cfg(not(feature = "training"))]
    fn model(&self) -> &content::Model {
        content::Model::built_in()
    }

    #[cfg(feature = "training")]
    fn model(&self) -> &content::Model {
        self.model.as_deref().unwrap_or_else(|| content::Model::built_in())
    }

    fn run(&self, page: &Page<'_>, explain: bool) -> Result<(Article, Vec<Explained>), Error> {
        let decoded = decode::decode(page, &self.limits)?;
        let (tree, partial) = html::parse(&decoded.text, &self.limits);
        let url = own_url(page, &decoded.text)?;
        let marks = clean::mark(&tree);
        let meta = metadata::collect(&metadata::Context {
            tree: &tree,
            marks: &marks,
            url: url.as_ref(),
            fetched: page.fetched.as_deref(),
            language: self.language.as_deref(),
        });
        let leave_out = [meta.byline_nodes.as_slice(), &meta.date_nodes].concat();
        let title = tree.find(tree.root(), html::Name::TITLE).map(|title| tree.text_content(title));
        let clues = Clues {
            headline: meta.headline.as_deref(),
            headline_node: meta.headline_node,
            standfirst: meta.standfirst.as_deref(),
            authors: &meta.authors,
            leave_out: &leave_out,
            article_body: meta.article_body.as_deref(),
            signals: Signals {
                entity: meta.kind.as_deref(),
                title: title.as_deref(),
                word_count: meta.word_count,
                access: meta.access,
                url: url.as_ref(),
            },
        };
        let base_url = base_url(&tree, url.as_ref());
        let base = Base::new(base_url.as_ref());
        let mut found = content::find(&tree, &marks, &clues, &base, self.model(), explain);
        let text = render::body_text(&found.body);
        let named = self.language.as_deref().or(meta.languages.first().map(|(tag, _)| tag.as_str()));
        let language = language::agree(named, &text.text);
        let quotes = fields::find_quotes(&found.body, &text, meta.headline.as_deref(), language.as_deref());

        let mut meta = meta;
        if found.verdict.kind.is_barrier() || found.verdict.is_sure_index() {
            fields::keep_declared(&mut meta);
        }
        if self.provenance {
            meta.provenance.insert("encoding".to_owned(), fields::encoding(&decoded));
        }
        let (word_count, reading_seconds) = fields::reading(&text.text);
        let article = Article {
            schema_version: SCHEMA_VERSION.to_owned(),
            url: url.map(String::from),
            canonical_url: meta.canonical_url,
            amp_url: meta.amp_url,
            next_url: meta.next_url,
            alternates: meta.alternates,
            feeds: meta.feeds,
            kicker: meta.kicker,
            headline: meta.headline,
            standfirst: meta.standfirst,
            authors: meta.authors,
            published: meta.published,
            modified: meta.modified,
            site: meta.site,
            source: meta.source,
            direction: language::direction(language.as_deref(), &text.text),
            language,
            section: meta.section,
            tags: meta.tags,
            license: meta.license,
            rights: meta.rights,
            access: meta.access,
            images: fields::images(meta.images, &mut found.body),
            links: fields::links(&found.body),
            body: found.body,
            text: text.text,
            quotes,
            verdict: found.verdict,
            completeness: found.completeness,
            confidence: found.confidence,
            provenance: self.provenance.then_some(meta.provenance),
            partial,
            word_count,
            reading_seconds,
        };
        Ok((article, found.explained))
    }
}

/// Extracts the article of a page that is text already, with the default limits.
///
/// ```
/// let article = tearsheet::extract("<h1>Rain</h1><p>It rained in the north all week.</p>", None)?;
/// assert_eq!(article.headline.as_deref(), Some("Rain"));
/// # Ok::<(), tearsheet::Error>(())
/// ```
///
/// # Errors
/// As [`Extractor::extract`].
pub fn extract(html: &str, url: Option<&str>) -> Result<Article, Error> {
    let mut page = Page::from_text(html);
    if let Some(url) = url {
        page = page.url(url);
    }
    Extractor::default().extract(&page)
}

impl Page<'_> {
    /// The page's tree, to query it oneself.
    ///
    /// # Errors
    /// As [`Extractor::extract`].
    pub fn tree(&self, limits: &Limits) -> Result<Tree, Error> {
        let decoded = decode::decode(self, limits)?;
        Ok(html::parse(&decoded.text, limits).0)
    }

    /// The page as a document of the crate `scraper` (0.29), as `scraper::Html::parse_document` makes it of its text, by
    /// our tokenizer and so in less time. Two rare things are as in the standard, and not as in html5ever 0.40: a newline
    /// behind `<pre>` and a parse error is dropped, and U+FEFF behind a script stays. It keeps what [`Page::tree`] leaves out: comments, and the text
    /// of scripts and style sheets.
    ///
    /// Of the limits, bytes, nodes, attributes and time are heeded; depth is not, so take [`Page::tree`] for pages
    /// that anyone may have written.
    ///
    /// ```
    /// let page = tearsheet::Page::from_text("<ul><li>one<li>two</ul>");
    /// let document = page.to_scraper(&tearsheet::Limits::default())?;
    /// assert_eq!(document, scraper::Html::parse_document("<ul><li>one<li>two</ul>"));
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Extractor::extract`].
    pub fn to_scraper(&self, limits: &Limits) -> Result<scraper::Html, Error> {
        let decoded = decode::decode(self, limits)?;
        Ok(html::to_scraper(&decoded.text, limits))
    }
}

/// The page's URL: the caller's, which must be one, or the one a saved page carries.
fn own_url(page: &Page<'_>, text: &str) -> Result<Option<Url>, Error> {
    match &page.url {
        Some(given) => match Url::parse(given) {
            Ok(url) => Ok(Some(url)),
            Err(error) => Err(Error::InvalidUrl { url: given.clone(), reason: error.to_string() }),
        },
        None => Ok(crate::page::saved_url(text).and_then(|saved| Url::parse(&saved).ok())),
    }
}

/// What relative addresses are resolved against: the first `base` element, or the page's URL
/// (<https://html.spec.whatwg.org/multipage/semantics.html#the-base-element>).
fn base_url(tree: &Tree, url: Option<&Url>) -> Option<Url> {
    let head = tree.find(tree.root(), html::Name::HEAD)?;
    let base = tree.children(head).find(|&child| tree.name(child) == html::Name::BASE);
    let href = base.and_then(|base| tree.attr(base, html::Name::HREF));
    match (href, url) {
        (Some(href), Some(url)) => url.join(href.trim()).ok().or_else(|| Some(url.clone())),
        (Some(href), None) => Url::parse(href.trim()).ok(),
        (None, url) => url.cloned(),
    }
}
