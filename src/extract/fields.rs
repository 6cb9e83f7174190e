//! The fields of an article that follow from others.

use crate::article::{Block, Candidate, Image, Link, Origin, Provenance, Quote, Source, Span};
use crate::decode::{Decoded, FoundBy};
use crate::quotes::{self, Document, Paragraph, ParagraphKind};
use crate::render::BodyText;
use crate::{content, metadata};

/// On a page that stands in place of an article, dates and bylines seen in its text or URL are those of something
/// else. What its metadata declare stays: a wall may stand before an article.
pub(super) fn keep_declared(meta: &mut metadata::Metadata) {
    for field in ["published", "modified", "authors"] {
        let Some(provenance) = meta.provenance.get_mut(field) else { continue };
        let seen = provenance.origin.take_if(|origin| matches!(origin.source, Source::Page | Source::Url));
        let Some(seen) = seen else { continue };
        let raw = provenance.raw.take().unwrap_or_default();
        provenance.losers.push(Candidate::new(seen, raw, "the page stands in place of an article"));
        match field {
            "published" => meta.published = None,
            "modified" => meta.modified = None,
            _ => meta.authors.clear(),
        }
    }
}

/// How the page's encoding was found.
pub(super) fn encoding(decoded: &Decoded<'_>) -> Provenance {
    let (source, path) = match decoded.found_by {
        FoundBy::Bom => (Source::Page, "byte order mark"),
        FoundBy::Http => (Source::Http, "content-type"),
        FoundBy::Meta => (Source::HtmlMeta, "charset"),
        FoundBy::Utf8 => (Source::Detection, "valid UTF-8"),
        FoundBy::Detection => (Source::Detection, "bytes"),
        FoundBy::Given => (Source::Caller, "text"),
    };
    Provenance::new(Some((Origin::new(source, path), decoded.encoding.to_owned())), Vec::new())
}

/// The quotes of headline and body.
pub(super) fn find_quotes(
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

/// The pictures of the page: the lead image, then those of the body. The lead image takes what the body knows of
/// it, and is marked there too.
pub(super) fn images(leads: Vec<Image>, body: &mut [Block]) -> Vec<Image> {
    let mut images: Vec<Image> = leads.into_iter().take(1).collect();
    for block in body {
        let Block::Figure { image: figure } = block else { continue };
        match images.first_mut() {
            Some(lead) if lead.lead && same_picture(&lead.url, &figure.url) => {
                figure.lead = true;
                lead.clone_from(figure);
            }
            _ => images.push(figure.clone()),
        }
    }
    images
}

/// Whether two URLs name the same picture, query aside: sizes stand there.
fn same_picture(a: &str, b: &str) -> bool {
    let path = |url| str::split(url, ['?', '#']).next();
    path(a) == path(b)
}

/// The links of the body.
pub(super) fn links(body: &[Block]) -> Vec<Link> {
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
                stack.extend(items.iter().rev().flat_map(|item| item.blocks.iter().rev()));
            }
            Block::Quotation { blocks, .. } => stack.extend(blocks.iter().rev()),
            Block::Table { rows } => {
                rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.spans).for_each(&mut *call);
            }
            _ => {}
        }
    }
}

/// No script without blanks comes before Thai.
const FIRST_DENSE: char = '\u{e00}';

/// Words, and seconds to read them: 238 words a minute, or 255 characters of a script without blanks.
pub(super) fn reading(text: &str) -> (u32, u32) {
    let (mut words, mut dense, mut in_word) = (0_usize, 0_usize, false);
    for c in text.chars() {
        if c.is_whitespace() {
            words += usize::from(in_word);
            in_word = false;
        } else if c >= FIRST_DENSE && content::is_dense(c) {
            dense += 1;
        } else {
            in_word = in_word || c.is_alphanumeric();
        }
    }
    words += usize::from(in_word);
    let seconds = words as f64 * 60.0 / 238.0 + dense as f64 * 60.0 / 255.0;
    ((words + dense) as u32, seconds.round() as u32)
}
