//! Pieces become spans: white space folded, looks and links kept.

use super::address::Base;
use super::{formula, marks};
use crate::article::{Script, Span};
use crate::content::blocks::{Look, Piece};
use crate::html::{Name, NodeId, Tree, is_breaking, is_space, push_folded};

/// The spans of a block's pieces, whose first has the number `first`. `pictures` are those that are formulas, each with
/// the number of the piece it stands before.
pub(super) fn spans(
    tree: &Tree,
    base: &Base<'_>,
    (first, pieces): (u32, &[Piece]),
    pictures: &[(u32, NodeId)],
    mathjax: bool,
) -> Vec<Span> {
    let mut writer = Writer::new(tree, base);
    writer.formulas.mathjax = mathjax;
    let mut pictures = pictures.iter().copied().peekable();
    for (piece, number) in pieces.iter().zip(first..) {
        while let Some((_, img)) = pictures.next_if(|&(before, _)| before <= number) {
            writer.formula_picture(img);
        }
        writer.piece(piece);
    }
    for (_, img) in pictures {
        writer.formula_picture(img);
    }
    writer.finish()
}

/// What is known of the formulas of a paragraph.
#[derive(Default)]
struct Formulas {
    /// Whether MathJax has set formulas of the page.
    mathjax: bool,
    /// The formula that has been written last, in all its versions.
    written: Option<NodeId>,
    /// Its markup ended with white space.
    blank: bool,
}

/// How a link is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reference {
    /// As it is.
    No,
    /// The number of a footnote, in brackets.
    Note,
    /// The way back from a footnote to the text, a sign beside a heading: not text.
    Way,
}

struct Writer<'a> {
    tree: &'a Tree,
    base: &'a Base<'a>,
    out: Vec<Span>,
    blank: bool,
    breaks: bool,
    link: Option<NodeId>,
    url: Option<String>,
    reference: Reference,
    formulas: Formulas,
}

impl<'a> Writer<'a> {
    fn new(tree: &'a Tree, base: &'a Base<'a>) -> Self {
        Self {
            tree,
            base,
            out: Vec::new(),
            blank: false,
            breaks: false,
            link: None,
            url: None,
            reference: Reference::No,
            formulas: Formulas::default(),
        }
    }

    fn piece(&mut self, piece: &Piece) {
        if piece.look.has(Look::BREAK) {
            self.breaks = true;
            return;
        }
        let Some(text) = self.tree.text(piece.node) else { return };
        if piece.link != self.link {
            self.link = piece.link;
            let href = self.link.and_then(|node| self.tree.attr(node, Name::HREF));
            self.url = href.and_then(|href| self.base.link(href));
            self.reference = match (self.link, href) {
                (Some(link), Some(href)) => reference(self.tree, link, href, piece.look),
                _ => Reference::No,
            };
            if let (Reference::Note, Some(link)) = (self.reference, self.link) {
                let number = format!("[{}]", self.tree.text_content(link).trim());
                self.write(&number, look(piece.look));
            }
        }
        if self.reference != Reference::No {
            self.blank |= self.reference == Reference::Note && text.ends_with(is_space);
            return;
        }
        if self.is_formula(piece) {
            return;
        }
        let mut span = look(piece.look);
        span.link.clone_from(&self.url);
        match marks::missing(self.tree, piece.node, text) {
            (false, false) => self.write(text, span),
            (open, close) => self.quoted(piece.node, text, &span, open, close),
        }
        if let Some(formula) = script_behind(self.tree, piece.node) {
            self.write(&formula, Span::default());
        }
    }

    /// Writes a text with the marks of the `q` around it, its white space outside.
    fn quoted(&mut self, node: NodeId, text: &str, span: &Span, open: bool, close: bool) {
        let (before, after) = marks::of_language(self.tree);
        // The marks look like the `q`, not like the elements in it.
        let direct = self.tree.parent(node).is_some_and(|parent| self.tree.name(parent) == Name::Q);
        let mark = if direct { span.clone() } else { Span::default() };
        let mut words = text;
        if open {
            self.blank |= text.starts_with(is_space);
            self.write(before, mark.clone());
            words = words.trim_start();
        }
        if close {
            words = words.trim_end();
        }
        self.write(words, span.clone());
        if close {
            self.write(after, mark);
            self.blank |= text.ends_with(is_space);
        }
    }

    /// Writes the formula that a piece is part of, once; `false` where it is none.
    fn is_formula(&mut self, piece: &Piece) -> bool {
        if self.formulas.written.is_some_and(|written| self.tree.is_within(piece.node, written)) {
            self.formulas.blank = self.tree.text(piece.node).is_some_and(|text| text.ends_with(is_space));
            return true;
        }
        let (holder, text) = if let Some(math) = formula::around(self.tree, piece.node) {
            (formula::holder(self.tree, math), formula::of_math(self.tree, math))
        } else if self.formulas.mathjax
            && let Some(set) = formula::set_by_mathjax(self.tree, piece.node)
        {
            set
        } else {
            return false;
        };
        self.formulas.written = Some(holder);
        self.blank |= self.tree.text(piece.node).is_some_and(|text| text.starts_with(is_space));
        self.formulas.blank = false;
        self.write(&text, look(piece.look));
        true
    }

    fn formula_picture(&mut self, img: NodeId) {
        // Of a formula that stands in the text already the picture is the second version.
        let twin = self.formulas.written.is_some_and(|written| self.tree.is_within(img, written));
        if let Some(text) = formula::of_picture(self.tree, img).filter(|_| !twin) {
            self.write(text, Span::default());
        }
    }

    fn write(&mut self, text: &str, mut span: Span) {
        let mut words = text.trim_matches(is_space);
        if self.out.is_empty() || self.breaks {
            words = words.trim_start_matches(is_indent);
        }
        if words.is_empty() {
            self.blank |= !text.is_empty();
            return;
        }
        self.blank |= text.starts_with(is_space);
        // Pages are set anew with the blanks around a formula inside of it.
        self.blank |= std::mem::take(&mut self.formulas.blank) && words.starts_with(char::is_alphanumeric);
        if let Some(last) = self.out.last_mut() {
            // A blank belongs to the plainer side of a border, so that no link starts or ends with it.
            let gap = if std::mem::take(&mut self.breaks) {
                "\n"
            } else if self.blank {
                " "
            } else {
                ""
            };
            if last.same_look(&span) || is_plain(last) {
                last.text.push_str(gap);
            } else if is_plain(&span) {
                span.text.push_str(gap);
            } else if !gap.is_empty() {
                self.out.push(Span::plain(gap));
            }
        }
        self.breaks = false;
        self.blank = text.ends_with(is_space);
        match self.out.last_mut() {
            Some(last) if last.same_look(&span) => push_folded(&mut last.text, words, &mut false),
            _ => {
                push_folded(&mut span.text, words, &mut false);
                self.out.push(span);
            }
        }
    }

    fn finish(mut self) -> Vec<Span> {
        if let Some(last) = self.out.last_mut() {
            last.text.truncate(last.text.trim_end_matches(is_indent).len());
        }
        self.out
    }
}

/// How a link to a place on the page is written.
fn reference(tree: &Tree, link: NodeId, href: &str, look: Look) -> Reference {
    const WAYS: &[char] = &[
        '↩', '↑', '⤴', '⬆', '⇧', '↵', '⏎', '⮐', '⤶', '↖', '▲', '△', '^', '¶', '#', '§', '🔗', '\u{fe0e}',
        '\u{fe0f}',
    ];
    const NOTES: &[&str] = &["fn", "footnote", "_ftn", "ftn", "cite_note", "cite_ref", "sdfootnote", "_edn"];
    let href = href.trim();
    let Some((page, place)) = href.split_once('#') else { return Reference::No };
    let is_note = NOTES.iter().any(|note| place.starts_with(note));
    if !page.is_empty() && !is_note {
        return Reference::No;
    }
    let Some(text) = label(tree, link) else { return Reference::No };
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let raised = || look.has(Look::SUP) || tree.find(link, Name::SUP).is_some();
    if digits && (is_note || raised()) {
        Reference::Note
    } else if !text.is_empty() && text.chars().all(|c| WAYS.contains(&c)) {
        Reference::Way
    } else {
        Reference::No
    }
}

/// What a link with little in it says. A link may stand around the texts of a whole page, and each of them asks.
fn label(tree: &Tree, link: NodeId) -> Option<String> {
    /// Nodes and bytes of the longest label: a sign with its variant in an element or two.
    const MOST: usize = 16;
    const BYTES: usize = 256;
    let few = tree.descendants(link).take(MOST + 1).count() <= MOST;
    let short =
        || tree.descendants(link).filter_map(|id| tree.text(id)).map(str::len).sum::<usize>() <= BYTES;
    (few && short()).then(|| tree.text_content(link))
}

/// The formula of a script that follows a text: MathJax puts the formula in its place.
fn script_behind(tree: &Tree, text: NodeId) -> Option<String> {
    /// Empty elements between the text and the script, and elements that end with the text.
    const NEAR: usize = 3;
    let mut at = text;
    for _ in 0..NEAR {
        let Some(next) = tree.next_sibling(at) else {
            at = tree.parent(at).filter(|&parent| !is_breaking(tree.name(parent)))?;
            continue;
        };
        if tree.name(next) == Name::SCRIPT {
            return formula::of_script(tree, next);
        }
        if !tree.is_element(next) || tree.first_child(next).is_some() {
            return None;
        }
        at = next;
    }
    None
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
    span.link.is_none()
        && !span.emphasis
        && !span.strong
        && !span.code
        && !span.deleted
        && span.script.is_none()
}

fn look(look: Look) -> Span {
    Span {
        emphasis: look.has(Look::EMPHASIS),
        strong: look.has(Look::STRONG),
        code: look.has(Look::CODE),
        deleted: look.has(Look::DELETED),
        script: if look.has(Look::SUB) {
            Some(Script::Subscript)
        } else {
            look.has(Look::SUP).then_some(Script::Superscript)
        },
        ..Span::default()
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
            (format!("In 1322<sup><a href=#fn1>1</a></sup>, {text}"), format!("In 1322|[1]|, {text}")),
            (format!("In 1322<a href=#fn1>1</a>. {text} <a href=#r1>↩︎</a>"), format!("In 1322[1]. {text}")),
            (format!("In 1322<sup><a href=/note>1</a></sup>, {text}"), format!("In 1322|[1]|, {text}")),
            (format!("x<sup>2</sup> <script type=math/tex>y</script>, {text}"), format!("x|2| y, {text}")),
            (format!("\u{3000}\u{3000}Indented,\u{3000}{text}\u{3000}"), format!("Indented,\u{3000}{text}")),
        ];
        for (html, expected) in cases {
            assert_eq!(spans(&html), expected, "{html}");
        }
    }
}
