//! The pipeline: the whole way from a page to an article, on one screen.

use url::Url;

use crate::article::{Article, Block, Image, Link, Moment, Quote, Source, Span};
use crate::content::{Base, Clues, Signals};
use crate::error::Error;
use crate::html::Tree;
use crate::limits::Limits;
use crate::page::Page;
use crate::quotes::{self, Document, Paragraph, ParagraphKind};
use crate::render::{self, BodyText};
use crate::{clean, content, decode, html, language, metadata};

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
}

/// Builds an [`Extractor`].
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    extractor: Extractor,
}

impl ExtractorBuilder {
    /// What one page may cost. Default: [`Limits::default`].
    pub fn limits(mut self, limits: Limits) -> Self {
        self.extractor.limits = limits;
        self
    }

    /// The language of the pages, a BCP 47 tag: it goes before what a page says of itself, but not before what its
    /// text shows. Default: none.
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.extractor.language = Some(tag.into());
        self
    }

    /// Whether [`Article::provenance`] is filled. Default: no.
    pub fn provenance(mut self, wanted: bool) -> Self {
        self.extractor.provenance = wanted;
        self
    }

    /// The extractor.
    #[must_use]
    pub fn build(self) -> Extractor {
        self.extractor
    }
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
            leave_out: &leave_out,
            article_body: meta.article_body.as_deref(),
            signals: Signals {
                entity: meta.kind.as_deref(),
                title: title.as_deref(),
                word_count: meta.word_count,
                url: url.as_ref(),
            },
        };
        let base_url = base_url(&tree, url.as_ref());
        let mut found = content::find(&tree, &marks, &clues, &Base::new(base_url.as_ref()));
        let text = render::body_text(&found.body);
        let named = self.language.as_deref().or(meta.languages.first().map(|(tag, _)| tag.as_str()));
        let language = language::agree(named, &text.text);
        let quotes = find_quotes(&found.body, &text, meta.headline.as_deref(), language.as_deref());

        let mut meta = meta;
        if found.verdict.kind.is_barrier() || found.verdict.is_sure_index() {
            keep_declared(&mut meta);
        }

        let mut article = Article::default();
        article.direction = language::direction(language.as_deref(), &text.text);
        article.url = url.map(String::from);
        article.canonical_url = meta.canonical_url;
        article.amp_url = meta.amp_url;
        article.kicker = meta.kicker;
        article.headline = meta.headline;
        article.standfirst = meta.standfirst;
        article.authors = meta.authors;
        article.published = meta.published;
        article.modified = meta.modified;
        article.site = meta.site;
        article.source = meta.source;
        article.language = language;
        article.section = meta.section;
        article.tags = meta.tags;
        article.license = meta.license;
        article.access = meta.access;
        article.images = images(meta.images, &mut found.body);
        article.links = links(&found.body);
        (article.word_count, article.reading_seconds) = reading(&text.text);
        article.body = found.body;
        article.text = text.text;
        article.quotes = quotes;
        article.verdict = found.verdict;
        article.completeness = found.completeness;
        article.confidence = found.confidence;
        article.provenance = self.provenance.then_some(meta.provenance);
        article.partial = partial;
        Ok(article)
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

/// On a page that stands in place of an article, dates and bylines seen in its text or URL are those of something else. What its
/// metadata declare stays: a wall may stand before an article.
fn keep_declared(meta: &mut metadata::Metadata) {
    let declared = |source: Source| !matches!(source, Source::Page | Source::Url);
    let is_declared = |moment: &Moment| declared(moment.origin.source);
    meta.published = meta.published.take().filter(is_declared);
    meta.modified = meta.modified.take().filter(is_declared);
    let origin = meta.provenance.get("authors").and_then(|authors| authors.origin.as_ref());
    if origin.is_none_or(|origin| !declared(origin.source)) {
        meta.authors.clear();
    }
}

/// The quotes of headline and body.
fn find_quotes(
    body: &[Block],
    text: &BodyText,
    headline: Option<&str>,
    language: Option<&str>,
) -> Vec<Quote> {
    let mut paragraphs = Vec::new();
    for part in &text.blocks {
        let (kind, cite) = match body.get(part.index) {
            Some(Block::Paragraph { .. } | Block::Notice { .. }) => (ParagraphKind::Paragraph, None),
            Some(Block::Heading { .. }) => (ParagraphKind::Heading, None),
            Some(Block::Quotation { cite, .. }) => (ParagraphKind::Quotation, cite.as_deref()),
            Some(Block::List { .. } | Block::Table { .. }) => (ParagraphKind::List, None),
            _ => continue,
        };
        let mut start = part.bytes.start;
        for line in text.text.get(part.bytes.clone()).unwrap_or("").split('\n') {
            if !line.is_empty() {
                paragraphs.push(Paragraph {
                    block: part.index,
                    kind,
                    range: start..start + line.len(),
                    cite,
                });
            }
            start += line.len() + 1;
        }
    }
    quotes::find_in(&Document { headline, text: &text.text, paragraphs: &paragraphs, language })
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

/// The pictures of the page: the lead image, then those of the body. The lead image takes what the body knows of
/// it, and is marked there too.
fn images(leads: Vec<Image>, body: &mut [Block]) -> Vec<Image> {
    let mut images: Vec<Image> = leads.into_iter().take(1).collect();
    let figures = body.iter_mut().filter_map(|block| match block {
        Block::Figure { image } => Some(image),
        _ => None,
    });
    for figure in figures {
        match images.iter_mut().find(|image| same_picture(&image.url, &figure.url)) {
            Some(known) => {
                figure.lead = known.lead;
                *known = figure.clone();
            }
            None => images.push(figure.clone()),
        }
    }
    images
}

/// Whether two URLs name the same picture, query aside: sizes stand there.
fn same_picture(a: &str, b: &str) -> bool {
    let path = |url: &'_ str| url.split(['?', '#']).next().map(str::len);
    a == b || path(a).and_then(|len| a.get(..len)) == path(b).and_then(|len| b.get(..len))
}

fn links(body: &[Block]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (index, block) in body.iter().enumerate() {
        each_span(block, &mut |span| {
            let Some(url) = &span.link else { return };
            match links.last_mut() {
                // One link may be several spans, where a word of it is emphasised.
                Some(last) if last.url == *url && last.block == index => last.text.push_str(&span.text),
                _ => links.push(Link { url: url.clone(), text: span.text.clone(), block: index }),
            }
        });
    }
    links
}

/// Calls for every span of a block, in order.
fn each_span<'b>(block: &'b Block, call: &mut impl FnMut(&'b Span)) {
    let mut stack = vec![block];
    while let Some(block) = stack.pop() {
        match block {
            Block::Paragraph { spans } | Block::Heading { spans, .. } | Block::Notice { spans, .. } => {
                spans.iter().for_each(&mut *call);
            }
            Block::List { items, .. } => {
                stack.extend(items.iter().rev().flat_map(|item| item.blocks.iter().rev()))
            }
            Block::Quotation { blocks, .. } => stack.extend(blocks.iter().rev()),
            Block::Table { rows } => {
                rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.spans).for_each(&mut *call);
            }
            _ => {}
        }
    }
}

/// Words, and seconds to read them: 238 words a minute, or 255 characters of a script without blanks.
fn reading(text: &str) -> (u32, u32) {
    let dense = text.chars().filter(|&c| content::is_dense(c)).count();
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().any(|c| c.is_alphanumeric() && !content::is_dense(c)))
        .count();
    let seconds = words as f64 * 60.0 / 238.0 + dense as f64 * 60.0 / 255.0;
    ((words + dense) as u32, seconds.round() as u32)
}
