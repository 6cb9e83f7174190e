//! Code with its white space and language.

use crate::html::{Name, NodeId, Step, Tree, is_breaking};

/// Class words of the columns and marks in which highlighters set the numbers of lines.
const GUTTERS: &[&str] = &[
    "gutter",
    "line-number",
    "line-numbers",
    "line-numbers-rows",
    "line_number",
    "linenumber",
    "linenumbers",
    "lineno",
    "linenos",
    "linenodiv",
    "lnt",
    "lntd",
    "ln",
    "ln-num",
    "lnum",
    "rouge-gutter",
    "blob-num",
    "hljs-ln-numbers",
    "hljs-ln-n",
    "crayon-num",
    "crayon-nums",
    "code-line-number",
    "codemirror-linenumber",
    "codemirror-gutter-wrapper",
];

/// What an element holds, as it stands there: white space as it is, a line for each element that a highlighter made
/// of one, without the numbers of lines and the buttons beside them.
pub(super) fn text(tree: &Tree, top: NodeId) -> String {
    let mut text = String::new();
    // The length of the text where each open line element began, and whether one has just ended.
    let mut lines: Vec<(NodeId, usize)> = Vec::new();
    let mut ended = false;
    let mut walk = tree.walk(top);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(part) = tree.text(id) {
                    let between =
                        ended || tree.parent(id).is_some_and(|parent| is_table_part(tree.name(parent)));
                    if !(between && part.trim().is_empty()) {
                        text.push_str(part);
                        ended = false;
                    }
                } else if is_left_out(tree.name(id)) || id != top && is_gutter(tree, id) {
                    walk.skip_children(id);
                } else if tree.name(id) == Name::BR {
                    text.push('\n');
                } else if tree.name(id) == Name::TD {
                    if !text.is_empty() && !text.ends_with(char::is_whitespace) {
                        text.push('\t');
                    }
                } else if id != top && is_line(tree.name(id)) {
                    if !text.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                    lines.push((id, text.len()));
                    ended = false;
                }
            }
            Step::Leave(id) => {
                if let Some((_, start)) = lines.pop_if(|(open, _)| *open == id) {
                    if text.len() == start || !text.ends_with('\n') {
                        text.push('\n');
                    }
                    ended = true;
                }
            }
        }
    }
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    let from = text.len() - text.trim_start_matches('\n').len();
    text.truncate(text.trim_end().len());
    text.split_off(from.min(text.len()))
}

/// Whether an element in which white space counts holds text alone: on some pages it holds headings and tables.
pub(super) fn is_text(tree: &Tree, pre: NodeId) -> bool {
    tree.descendants(pre).all(|id| match tree.name(id) {
        Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::UL | Name::OL => false,
        Name::TABLE => is_code_table(tree, id),
        _ => true,
    })
}

fn is_line(name: Name) -> bool {
    is_breaking(name)
        && !matches!(name, Name::TD | Name::TH | Name::TABLE | Name::TBODY | Name::PRE | Name::BR)
}

fn is_table_part(name: Name) -> bool {
    matches!(name, Name::TR | Name::TBODY | Name::THEAD | Name::TABLE)
}

fn is_left_out(name: Name) -> bool {
    matches!(name, Name::BUTTON | Name::SCRIPT | Name::STYLE | Name::TEMPLATE | Name::SVG | Name::TEXTAREA)
}

/// Whether an element holds the numbers of lines, and nothing but them.
pub(super) fn is_gutter(tree: &Tree, id: NodeId) -> bool {
    let named =
        |node| tree.classes(node).any(|class| GUTTERS.iter().any(|name| class.eq_ignore_ascii_case(name)));
    // A column of numbers is a cell, the `pre` in it need not be named.
    let cell = || {
        let around = tree.ancestors(id).take(3);
        let cell = around.into_iter().find(|&above| tree.name(above) == Name::TD);
        tree.name(id) == Name::PRE && cell.is_some_and(named)
    };
    (named(id) || cell()) && is_numbers(tree, id)
}

fn is_numbers(tree: &Tree, id: NodeId) -> bool {
    let mut texts = tree.descendants(id).filter_map(|id| tree.text(id));
    texts.all(|text| text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace()))
}

/// Whether a table is code, with the number of every line in a cell before it.
pub(super) fn is_code_table(tree: &Tree, table: NodeId) -> bool {
    /// Nodes up to the first cells.
    const NEAR: usize = 24;
    let cell = tree.descendants(table).take(NEAR).find(|&id| matches!(tree.name(id), Name::TD | Name::TH));
    let numbered = || tree.find_name("data-line-number");
    cell.is_some_and(|cell| {
        is_gutter(tree, cell)
            || numbered().is_some_and(|name| tree.attr(cell, name).is_some()) && is_numbers(tree, cell)
    })
}

/// The language that the names of an element, of the `code` in it or of the elements around it tell.
pub(super) fn language(tree: &Tree, pre: NodeId) -> Option<String> {
    let inside = tree.descendants(pre).take(40).find(|&id| tree.name(id) == Name::CODE);
    let around = tree.ancestors(pre).take(4).filter(|&above| {
        // An element around more than this code names the language of the page, if any.
        tree.children(above).filter(|&child| tree.is_element(child)).nth(2).is_none()
            || tree.name(above) == Name::TR
    });
    let named =
        [Some(pre), inside].into_iter().flatten().chain(around).find_map(|node| named_language(tree, node));
    named.filter(|name| {
        !matches!(name.as_str(), "text" | "plaintext" | "plain" | "txt" | "none" | "nohighlight")
    })
}

fn named_language(tree: &Tree, node: NodeId) -> Option<String> {
    const PREFIXES: &[&str] =
        &["language-", "lang-", "lang:", "highlight-source-", "highlight-text-", "brush:", "highlight-"];
    // Words that stand before the name of the language in a class of highlighters.
    const MARKS: &[&str] = &["sourceCode", "highlight", "hljs", "prettyprint", "brush:", "code-block"];
    let clean = |name: &str| {
        let name = name.trim_matches(|c: char| c == ';' || c == ',' || c.is_whitespace()).to_lowercase();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '-' | '.' | '_');
        (!name.is_empty() && name.len() <= 24 && name.chars().all(is_word)).then_some(name)
    };
    let attributes = || {
        let other = ["data-code-language", "data-enlighter-language", "data-codetag"];
        let known = [Some(Name::DATA_LANG), Some(Name::DATA_LANGUAGE), Some(Name::LANGUAGE)];
        let other = other.iter().map(|name| tree.find_name(name));
        let own = (tree.name(node) == Name::PRE || tree.name(node) == Name::CODE).then_some(Name::LANG);
        known
            .into_iter()
            .chain(other)
            .chain([own])
            .flatten()
            .find_map(|name| tree.attr(node, name))
            .and_then(clean)
    };
    let by_prefix =
        |class: &str| PREFIXES.iter().find_map(|prefix| class.strip_prefix(prefix)).and_then(clean);
    let by_mark = || {
        let mut classes = tree.classes(node);
        let mark = classes.next().filter(|class| MARKS.contains(class))?;
        let name = classes.next().and_then(clean)?;
        (mark == "brush:" || KNOWN.contains(&name.as_str())).then_some(name)
    };
    attributes().or_else(|| tree.classes(node).find_map(by_prefix)).or_else(by_mark)
}

/// Languages that stand alone as a class behind the mark of a highlighter.
const KNOWN: &[&str] = &[
    "bash",
    "c",
    "clojure",
    "console",
    "cpp",
    "c++",
    "cs",
    "csharp",
    "css",
    "dart",
    "diff",
    "dockerfile",
    "elixir",
    "erlang",
    "fortran",
    "fsharp",
    "go",
    "graphql",
    "groovy",
    "haskell",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "jsx",
    "julia",
    "kotlin",
    "latex",
    "less",
    "lisp",
    "lua",
    "makefile",
    "markdown",
    "matlab",
    "nginx",
    "nix",
    "objectivec",
    "ocaml",
    "perl",
    "php",
    "powershell",
    "prolog",
    "protobuf",
    "python",
    "py",
    "r",
    "ruby",
    "rb",
    "rust",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "vb",
    "vim",
    "xml",
    "yaml",
    "yml",
    "zig",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn parsed(html: &str) -> (Tree, NodeId) {
        let (tree, _) = crate::html::parse(html, &Limits::default());
        let pre = tree.find(tree.root(), Name::PRE).unwrap();
        (tree, pre)
    }

    #[test]
    fn white_space_stays_and_numbers_go() {
        for (html, expected) in [
            ("<pre>\n  a\n\n\tb  c\n</pre>", "  a\n\n\tb  c"),
            ("<pre>a<br>b\r\nc</pre>", "a\nb\nc"),
            ("<pre><div>a</div><div></div>\n<div>b\n</div><div>c</div></pre>", "a\n\nb\nc"),
            (
                "<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>b<button>Copy</button></pre>",
                "a\nb",
            ),
            ("<pre><code><span class=ln>x1</span> y</code></pre>", "x1 y"),
            (
                "<pre><table><tr><td class=gutter>1</td><td>a </td></tr> <tr><td class=gutter>2</td><td> b</td></tr></table></pre>",
                "a \n b",
            ),
            ("<pre>\n\n</pre>", ""),
        ] {
            let (tree, pre) = parsed(html);
            assert_eq!(text(&tree, pre), expected, "{html}");
        }
    }

    #[test]
    fn languages_are_told_by_the_names_around_code() {
        for (html, expected) in [
            ("<pre class='brush: js; toolbar: false'>x</pre>", Some("js")),
            ("<pre><code class='hljs language-c++'>x</code></pre>", Some("c++")),
            (
                "<div class='highlight-python notranslate'><div class=highlight><pre>x</pre></div></div>",
                Some("python"),
            ),
            ("<figure class='highlight go'><pre>x</pre></figure>", Some("go")),
            ("<pre class='highlight'>x</pre>", None),
            ("<pre data-lang=Rust>x</pre>", Some("rust")),
            ("<pre class=language-plaintext>x</pre>", None),
            ("<div class=lang-de><p>a</p><p>b</p><pre>x</pre></div>", None),
        ] {
            let (tree, pre) = parsed(html);
            assert_eq!(language(&tree, pre).as_deref(), expected, "{html}");
        }
    }
}
