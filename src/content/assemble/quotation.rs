//! Whom and what a quotation quotes.

use super::address::Base;
use crate::html::{Name, NodeId, Tree};

/// The source of a quotation.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) cite: Option<String>,
    pub(super) url: Option<String>,
}

/// Longer texts are no names of persons or works.
const LONGEST: usize = 300;

/// What the elements say: the attribute `cite`, a `footer`, a `cite` that stands by itself, the caption of the figure
/// that holds the quotation.
pub(super) fn source(tree: &Tree, quotation: NodeId, base: &Base<'_>) -> Source {
    let named = || {
        let inside = tree.descendants(quotation).skip(1).find(|&id| match tree.name(id) {
            Name::FOOTER | Name::FIGCAPTION => true,
            Name::CITE => tree.parent(id) == Some(quotation),
            _ => false,
        });
        inside.or_else(|| {
            let figure = tree.ancestors(quotation).take(2).find(|&above| tree.name(above) == Name::FIGURE)?;
            tree.children(figure).find(|&child| tree.name(child) == Name::FIGCAPTION)
        })
    };
    let named = named();
    let cite = named.and_then(|id| whom(&tree.text_content(id)));
    let linked = || {
        let link = tree.descendants(named?).find_map(|id| tree.attr(id, Name::HREF))?;
        base.link(link)
    };
    let url = tree.attr(quotation, Name::CITE).and_then(|cite| base.link(cite)).or_else(linked);
    Source { cite, url }
}

/// The name without the dash before it.
pub(super) fn whom(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['—', '–', '-', '―', '~', '⸺', ' ']).trim();
    (!text.is_empty() && text.len() <= LONGEST).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn sources_stand_in_attributes_footers_and_captions() {
        for (html, cite, url) in [
            ("<blockquote cite=https://a.b/c>x</blockquote>", None, Some("https://a.b/c")),
            ("<blockquote>x<footer>— Roe, <cite>Rain</cite></footer></blockquote>", Some("Roe, Rain"), None),
            (
                "<blockquote>x<cite><a href=https://a.b/>Roe</a></cite></blockquote>",
                Some("Roe"),
                Some("https://a.b/"),
            ),
            ("<blockquote>x <p>in <cite>Rain</cite> it says</p></blockquote>", None, None),
            ("<figure><blockquote>x</blockquote><figcaption>Roe</figcaption></figure>", Some("Roe"), None),
            ("<blockquote cite=x>x</blockquote>", None, None),
        ] {
            let (tree, _) = crate::html::parse(html, &Limits::default());
            let quotation = tree.find(tree.root(), Name::BLOCKQUOTE).unwrap();
            let expected = Source { cite: cite.map(str::to_owned), url: url.map(str::to_owned) };
            assert_eq!(source(&tree, quotation, &Base::new(None)), expected, "{html}");
        }
    }
}
