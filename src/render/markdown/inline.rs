//! Spans as inline Markdown.

use std::borrow::Cow;

use super::super::{is_unseen, url};
use super::escape::{Place, Writer};
use super::segment::{Kind, Markup};
use crate::article::{Script, Span};

/// A stretch of text with one look, or the white space between two.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) text: &'a str,
    /// White space: it never stands at the edge of markup.
    pub(super) gap: bool,
    /// The number of its link.
    pub(super) link: Option<usize>,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    pub(super) script: Option<Script>,
    pub(super) deleted: bool,
}

/// Writes spans without the white space at the edges. Links are those of [`url::link`], if `links`.
pub(super) fn write(spans: &[Span], writer: &mut Writer<'_>, links: bool) {
    if let [span] = spans
        && span.same_look(&Span::default())
    {
        writer.text(without_lead(&span.text).trim_end());
        return;
    }
    let (items, urls) = items(spans, writer.place, links);
    let markup = Markup::of(&items);
    let mut tokens = markup.tokens.iter().peekable();
    let mut at = 0;
    loop {
        while let Some(token) = tokens.next_if(|token| token.at <= at) {
            let Some(segment) = markup.segments.get(token.segment).filter(|_| markup.is_written(token))
            else {
                continue;
            };
            let linked = items.get(segment.start).and_then(|item| item.link).and_then(|link| urls.get(link));
            match (segment.kind, token.opens, linked) {
                (Kind::Link, true, _) => writer.syntax("["),
                (Kind::Link, false, Some(url)) => writer.destination(url),
                _ => writer.syntax(markup.delimiter(segment)),
            }
        }
        let Some(item) = items.get(at) else { return };
        at += 1;
        if item.gap {
            if item.text.contains('\n') {
                writer.line_break();
            } else {
                writer.text(item.text);
            }
            continue;
        }
        let tag = match item.script {
            None => None,
            Some(Script::Subscript) => Some(("<sub>", "</sub>")),
            Some(Script::Superscript) => Some(("<sup>", "</sup>")),
        };
        if item.deleted {
            writer.syntax("<del>");
        }
        if let Some((open, _)) = tag {
            writer.syntax(open);
        }
        if item.code {
            // Two code spans side by side would be misread: without markup between them they are one.
            let mut code = Cow::Borrowed(item.text);
            while let Some(next) = items
                .get(at)
                .filter(|next| next.code && next.script == item.script && next.deleted == item.deleted)
            {
                let here = || tokens.clone().take_while(|token| token.at <= at);
                if next.gap || here().any(|token| markup.is_written(token)) {
                    break;
                }
                // Tokens that are not written.
                while tokens.next_if(|token| token.at <= at).is_some() {}
                code.to_mut().push_str(next.text);
                at += 1;
            }
            writer.code(&code);
        } else {
            writer.text(item.text);
        }
        if let Some((_, close)) = tag {
            writer.syntax(close);
        }
        if item.deleted {
            writer.syntax("</del>");
        }
    }
}

/// Cuts spans into texts and the gaps between them.
fn items<'a>(spans: &'a [Span], place: Place, links: bool) -> (Vec<Item<'a>>, Vec<Cow<'a, str>>) {
    let mut items: Vec<Item<'a>> = Vec::with_capacity(spans.len() * 2);
    let mut urls: Vec<Cow<'a, str>> = Vec::new();
    let mut last_link = None;
    for span in spans {
        let rest = if items.is_empty() { without_lead(&span.text) } else { span.text.trim_start() };
        let before = span.text.get(..span.text.len() - rest.len()).unwrap_or_default();
        let link = span.link.as_deref().filter(|_| links);
        // Neighbours with one URL are one link.
        if link.is_some() && link == last_link {
            last_link = link;
        } else if let Some(url) = link.and_then(url::link) {
            urls.push(url);
            last_link = link;
        } else {
            last_link = None;
        }
        let link = last_link.and(urls.len().checked_sub(1));
        let (core, after) = rest.split_at_checked(rest.trim_end().len()).unwrap_or_default();
        for (text, gap) in [(before, true), (core, false), (after, true)] {
            if text.is_empty() {
                continue;
            }
            // In a cell, a backslash before a bar inside of code is read in more than one way.
            let code = span.code && !(place == Place::Cell && text.contains("\\|"));
            let item = Item {
                text,
                gap,
                link,
                strong: span.strong,
                emphasis: span.emphasis,
                code,
                script: span.script,
                deleted: span.deleted,
            };
            push(&mut items, item);
        }
    }
    if items.last().is_some_and(|item| item.gap) {
        items.pop();
    }
    // Where a link begins a paragraph, `]:` in its code would end the label of a reference definition.
    for at in 0..items.len() {
        let ends_label = items.get(at).is_some_and(|item| {
            let colon_follows =
                || items.get(at + 1).is_some_and(|next| next.code && next.text.starts_with(':'));
            let brackets = item.text.contains("]:") || (item.text.ends_with(']') && colon_follows());
            item.code && item.link.is_some() && brackets
        });
        if let Some(item) = items.get_mut(at).filter(|_| ends_label) {
            item.code = false;
        }
    }
    // A gap belongs to a stretch that it itself and both its neighbours belong to.
    for at in 1..items.len() {
        if let Some([before, gap, after]) = items.get_mut(at - 1..=at + 1)
            && gap.gap
        {
            gap.strong &= before.strong && after.strong;
            gap.emphasis &= before.emphasis && after.emphasis;
            gap.link = gap.link.filter(|_| gap.link == before.link && gap.link == after.link);
        }
    }
    (items, urls)
}

/// The text without what is not seen at the start of a block. A byte order mark there would hide from some parsers
/// what the text starts with, and not from others.
fn without_lead(text: &str) -> &str {
    text.trim_start_matches(is_unseen)
}

/// Adds an item; gaps side by side become one, and there is none at the start.
fn push<'a>(items: &mut Vec<Item<'a>>, item: Item<'a>) {
    match items.last_mut() {
        None if item.gap => {}
        Some(before) if before.gap && item.gap => {
            if item.text.contains('\n') {
                before.text = item.text;
            }
            before.strong &= item.strong;
            before.emphasis &= item.emphasis;
            before.link = before.link.filter(|_| before.link == item.link);
        }
        _ => items.push(item),
    }
}
