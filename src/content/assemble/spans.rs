//! Pieces become spans: white space folded, looks and links kept.

use super::address::Base;
use crate::article::{Script, Span};
use crate::content::blocks::{Look, Piece};
use crate::html::{Name, Tree, is_space};

/// The spans of a run of pieces.
pub(super) fn spans(tree: &Tree, pieces: &[Piece], base: &Base<'_>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut blank = false;
    let mut breaks = false;
    let mut link = None;
    let mut url: Option<String> = None;
    for piece in pieces {
        if piece.look.has(Look::BREAK) {
            breaks = true;
            continue;
        }
        let Some(text) = tree.text(piece.node) else { continue };
        if piece.link != link {
            link = piece.link;
            url = link.and_then(|node| tree.attr(node, Name::HREF)).and_then(|href| base.link(href));
        }
        let mut span = look(piece.look);
        span.link.clone_from(&url);
        let mut words = text.trim_matches(is_space);
        if out.is_empty() || breaks {
            words = words.trim_start_matches(is_indent);
        }
        if words.is_empty() {
            blank |= !text.is_empty();
            continue;
        }
        blank |= text.starts_with(is_space);
        if let Some(last) = out.last_mut() {
            // A blank belongs to the plainer side of a border, so that no link starts or ends with it.
            let gap = if std::mem::take(&mut breaks) {
                "\n"
            } else if blank {
                " "
            } else {
                ""
            };
            if last.same_look(&span) || !is_plain(last) && !is_plain(&span) && gap.is_empty() {
                span.text.push_str(gap);
            } else if is_plain(last) {
                last.text.push_str(gap);
            } else if is_plain(&span) {
                span.text.push_str(gap);
            } else {
                out.push(Span::plain(gap));
            }
        }
        breaks = false;
        fold_into(&mut span.text, words);
        blank = text.ends_with(is_space);
        match out.last_mut() {
            Some(last) if last.same_look(&span) => last.text.push_str(&span.text),
            _ => out.push(span),
        }
    }
    if let Some(last) = out.last_mut() {
        last.text.truncate(last.text.trim_end_matches(is_indent).len());
    }
    out
}

/// Blanks, and the ideographic space with which Chinese and Japanese pages indent their paragraphs.
fn is_indent(c: char) -> bool {
    is_space(c) || c == '\u{3000}'
}

/// Joins two runs of spans by a text between them.
pub(super) fn join(target: &mut Vec<Span>, more: Vec<Span>, between: &str) {
    if !target.is_empty() && !more.is_empty() {
        match target.last_mut() {
            Some(last) if is_plain(last) => last.text.push_str(between),
            _ => target.push(Span::plain(between)),
        }
    }
    target.extend(more);
}

/// Takes the strong look off a heading that is strong as a whole: headings are, anyway.
pub(super) fn plain_if_all_strong(spans: &mut [Span]) {
    if spans.iter().all(|span| span.strong || span.text.trim().is_empty()) {
        for span in spans {
            span.strong = false;
        }
    }
}

fn is_plain(span: &Span) -> bool {
    span.link.is_none() && !span.emphasis && !span.strong && !span.code && span.script.is_none()
}

fn look(look: Look) -> Span {
    Span {
        emphasis: look.has(Look::EMPHASIS),
        strong: look.has(Look::STRONG),
        code: look.has(Look::CODE),
        script: if look.has(Look::SUB) {
            Some(Script::Subscript)
        } else {
            look.has(Look::SUP).then_some(Script::Superscript)
        },
        ..Span::default()
    }
}

fn fold_into(target: &mut String, words: &str) {
    let mut blank = false;
    for c in words.chars() {
        if is_space(c) {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            target.push(' ');
        }
        target.push(c);
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Block;

    /// The spans of the one paragraph of a page, in brackets where they link.
    fn spans(paragraph: &str) -> String {
        let filler = "The rivers rose by two metres in the night, and the bridge was closed to all traffic.";
        let html = format!("<h1>Rain</h1><div><p>{paragraph}</p><p>{filler}</p></div>");
        let article = crate::extract(&html, Some("https://example.org/a")).unwrap();
        let Some(Block::Paragraph { spans }) = article.body.first() else { return String::new() };
        spans
            .iter()
            .map(|span| if span.link.is_some() { format!("[{}]", span.text) } else { span.text.clone() })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn blanks_go_to_the_plain_side_of_a_border() {
        let text = "the bridge over the river was closed on Monday, said the mayor.";
        let cases = [
            (format!("See <a href=/b> the map </a>of {text}"), format!("See |[the map]| of {text}")),
            (format!("See<a href=/b> the map</a>, {text}"), format!("See |[the map]|, {text}")),
            (
                format!("<a href=/b>One</a> <a href=/c>two</a> and {text}"),
                format!("[One]| |[two]| and {text}"),
            ),
            (format!("A line,<br> another and {text}"), format!("A line,\nanother and {text}")),
            (format!("\u{3000}\u{3000}Indented,\u{3000}{text}\u{3000}"), format!("Indented,\u{3000}{text}")),
        ];
        for (html, expected) in cases {
            assert_eq!(spans(&html), expected, "{html}");
        }
    }
}
