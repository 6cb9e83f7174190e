//! Formulas as one line of text: their TeX where the page has it, else MathML read aloud in signs.

use crate::html::{Name, NodeId, Step, Tree};

/// Class words of pictures that are formulas; their alternative text is TeX.
const PICTURES: &[&str] = &[
    "latex",
    "tex",
    "math",
    "mwe-math-fallback-image-inline",
    "mwe-math-fallback-image-display",
    "ql-img-inline-formula",
    "ql-img-displayed-equation",
];

/// The `math` element around a node.
pub(super) fn around(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let holder = tree.parent(node).filter(|&holder| !tree.is_html(holder))?;
    std::iter::once(holder).chain(tree.ancestors(holder)).find(|&above| tree.name(above) == Name::MATH)
}

/// The element that holds a formula in all its versions: KaTeX and the encyclopedias set several side by side.
pub(super) fn holder(tree: &Tree, math: NodeId) -> NodeId {
    let named = |&above: &NodeId| {
        tree.classes(above)
            .any(|class| matches!(class, "katex" | "mwe-math-element" | "MathJax" | "MathJax_Display"))
            || tree.name_text(tree.name(above)) == "mjx-container"
    };
    tree.ancestors(math).take(6).filter(named).last().unwrap_or(math)
}

/// The formula of a `math` element.
pub(super) fn of_math(tree: &Tree, math: NodeId) -> String {
    let tex = tree.descendants(math).find(|&id| {
        let encoding = || tree.find_name("encoding").and_then(|name| tree.attr(id, name));
        tree.name(id) == Name::ANNOTATION
            && encoding().is_some_and(|encoding| encoding.to_ascii_lowercase().contains("tex"))
    });
    let alternative = || tree.find_name("alttext").and_then(|name| tree.attr(math, name));
    match tex.map(|tex| tree.text_content(tex)).filter(|tex| !tex.is_empty()) {
        Some(tex) => plain(&tex).to_owned(),
        None => match alternative().map(plain).filter(|text| !text.is_empty()) {
            Some(text) => text.to_owned(),
            None => signs(tree, math),
        },
    }
}

/// The formula of a script that MathJax reads.
pub(super) fn of_script(tree: &Tree, script: NodeId) -> Option<String> {
    let is_tex = tree.attr(script, Name::TYPE).is_some_and(|kind| {
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("math/tex"))
    });
    let text = is_tex.then(|| tree.text_content(script))?;
    Some(plain(&text).to_owned()).filter(|text| !text.is_empty())
}

/// The element in which MathJax has set a formula around a node, and the formula.
pub(super) fn set_by_mathjax(tree: &Tree, node: NodeId) -> Option<(NodeId, String)> {
    /// Elements around a sign.
    const DEEPEST: usize = 24;
    let is_set = |&above: &NodeId| {
        tree.classes(above).any(|class| {
            matches!(
                class,
                "MathJax"
                    | "MathJax_Display"
                    | "MathJax_SVG"
                    | "MathJax_SVG_Display"
                    | "mjx-chtml"
                    | "MJXc-display"
            )
        })
    };
    let preview = tree
        .ancestors(node)
        .take(2)
        .find(|&above| tree.classes(above).any(|class| class == "MathJax_Preview"));
    if let Some(preview) = preview {
        // What stands there until the formula is set.
        return Some((preview, String::new()));
    }
    let holder = tree.ancestors(node).take(DEEPEST).filter(is_set).last()?;
    let siblings = std::iter::successors(tree.next_sibling(holder), |&at| tree.next_sibling(at)).take(2);
    let script =
        siblings.filter(|&at| tree.name(at) == Name::SCRIPT).find_map(|script| of_script(tree, script));
    let math = || tree.find(holder, Name::MATH).map(|math| of_math(tree, math));
    Some((holder, script.or_else(math).unwrap_or_else(|| tree.text_content(holder))))
}

/// The formula that a picture shows.
pub(super) fn of_picture(tree: &Tree, img: NodeId) -> Option<&str> {
    let named = tree.classes(img).any(|class| PICTURES.contains(&class));
    tree.attr(img, Name::ALT).filter(|_| named).map(plain).filter(|alt| !alt.is_empty())
}

/// TeX without what only tells its size.
fn plain(tex: &str) -> &str {
    let tex = tex.trim();
    let inside = tex.strip_prefix('{').and_then(|inside| inside.strip_suffix('}'));
    match inside.and_then(|inside| inside.trim_start().strip_prefix("\\displaystyle")) {
        Some(inside) => inside.trim(),
        None => tex,
    }
}

/// MathML in one line: `a/b`, `x^2`, `y_1`, `√(x+1)`.
fn signs(tree: &Tree, math: NodeId) -> String {
    let mut out = String::new();
    let mut walk = tree.walk(math);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    for sign in text.split_whitespace() {
                        push_sign(&mut out, sign);
                    }
                    continue;
                }
                let name = tree.name(id);
                if matches!(name, Name::ANNOTATION | Name::ANNOTATION_XML) {
                    walk.skip_children(id);
                    continue;
                }
                out.push_str(before(tree, id));
                if matches!(tree.name_text(name), "msqrt" | "mroot") {
                    push_sign(&mut out, "√");
                }
                if is_bracketed(tree, id) {
                    push_sign(&mut out, "(");
                }
            }
            Step::Leave(id) if is_bracketed(tree, id) => out.push(')'),
            Step::Leave(_) => {}
        }
    }
    out
}

/// Adds a sign, with a blank before it where that makes it easier to read.
fn push_sign(out: &mut String, sign: &str) {
    const CLOSING: &[char] = &[')', ']', '}', ',', ';', '!', '\u{2032}'];
    const OPENING: &[char] = &['(', '[', '{', '^', '_', '/', '√', ' '];
    if !out.is_empty() && !out.ends_with(OPENING) && !sign.starts_with(CLOSING) {
        out.push(' ');
    }
    out.push_str(sign);
}

/// The sign between an element and the one before it.
fn before(tree: &Tree, id: NodeId) -> &'static str {
    let Some(parent) = tree.parent(id) else { return "" };
    let elements = || tree.children(parent).filter(|&child| tree.is_element(child));
    let place = elements().take(4).position(|child| child == id).unwrap_or(0);
    match (tree.name_text(tree.name(parent)), place) {
        ("mfrac", 1) => "/",
        ("msup" | "mover", 1) | ("msubsup" | "munderover", 2) => "^",
        ("msub" | "munder" | "msubsup" | "munderover", 1) => "_",
        ("mtable", 1..) => "; ",
        ("mtr", 1..) => " ",
        _ => "",
    }
}

/// Whether an element is a part of several signs where one is expected.
fn is_bracketed(tree: &Tree, id: NodeId) -> bool {
    let several = |id| tree.children(id).filter(|&child| tree.is_element(child)).nth(1).is_some();
    let within = tree.parent(id).is_some_and(|parent| {
        matches!(tree.name_text(tree.name(parent)), "mfrac" | "msup" | "msub" | "msubsup" | "mroot")
    });
    within && tree.name(id) == Name::MROW && several(id)
        || tree.name_text(tree.name(id)) == "msqrt"
            && (several(id)
                || tree.first_child(id).is_some_and(|row| tree.name(row) == Name::MROW && several(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn mathml_is_one_line() {
        for (html, expected) in [
            (
                "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac></math>",
                "(a + 1)/b",
            ),
            ("<math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mn>1</mn></msub></math>", "x^2 y_1"),
            ("<math><msqrt><mi>g</mi><mi>d</mi></msqrt></math>", "√(g d)"),
            (
                "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\xi</annotation></semantics></math>",
                "\\xi",
            ),
            ("<math alttext='{\\displaystyle x}'><mi>x</mi></math>", "x"),
        ] {
            let (tree, _) = crate::html::parse(html, &Limits::default());
            let math = tree.find(tree.root(), Name::MATH).unwrap();
            assert_eq!(of_math(&tree, math), expected, "{html}");
        }
    }
}
