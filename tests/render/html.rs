//! HTML has the tags and attributes it says it has, and the text of the body.

use proptest::prelude::*;
use scraper::{Html, Node};
use tearsheet::article::{Author, Image, Site};
use tearsheet::render::{self, Options};
use tearsheet::{Block, Span};

use crate::bodies::{self, article, definitions, list, paragraph, row, spans};

const TAGS: &str = "a article aside blockquote br caption cite code dd del dl dt em figcaption figure footer h1 h2 h3 h4 h5 \
                    h6 hr img li ol p pre small strong sub sup table tbody td th time tr ul";
const ATTRIBUTES: &str =
    "alt class colspan datetime dir height href lang rowspan src start reversed type value width";

/// The visible text without white space. Fails on a tag, attribute or URL that must not be there.
fn read(html: &str) -> Result<String, TestCaseError> {
    let tree = Html::parse_fragment(html);
    let mut text = String::new();
    for node in tree.tree.nodes() {
        match node.value() {
            Node::Text(content) => text.push_str(&visible(content)),
            Node::Element(element) => {
                // `html` and `body` are the parser's own.
                let allowed = matches!(element.name(), "html" | "body")
                    || TAGS.split_whitespace().any(|tag| tag == element.name());
                prop_assert!(allowed, "<{}> in {html}", element.name());
                for (name, value) in element.attrs() {
                    prop_assert!(
                        ATTRIBUTES.split_whitespace().any(|known| known == name),
                        "{name} in {html}"
                    );
                    if matches!(name, "href" | "src") {
                        let safe =
                            ["https://", "http://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
                        prop_assert!(safe, "{value} in {html}");
                    }
                }
            }
            Node::Document | Node::Fragment => {}
            other => return Err(TestCaseError::fail(format!("{other:?} in {html}"))),
        }
    }
    Ok(text)
}

/// The text without white space and byte order marks.
fn visible(text: &str) -> String {
    let is_seen = |c: &char| !c.is_whitespace() && *c != '\u{feff}';
    text.chars().filter(is_seen).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}

proptest! {
    #![proptest_config(bodies::cases(1000))]

    #[test]
    fn the_text_is_that_of_the_body(body in bodies::hostile_body()) {
        let article = article(body);
        let html = render::html(&article, &Options::default().images(false).embeds(false));
        prop_assert_eq!(read(&html)?, visible(&render::body_text(&article.body).text), "{}", html);
    }

    #[test]
    fn nothing_gets_out_of_its_place(
        body in bodies::hostile_body(),
        texts in prop::collection::vec(bodies::hostile_text(), 8),
        url in bodies::url(),
    ) {
        let mut article = article(body);
        article.headline = Some(texts[0].clone());
        article.standfirst = Some(texts[1].clone());
        article.language = Some(texts[2].clone());
        article.authors = vec![Author::person(&*texts[3])];
        let mut image = Image::new(url);
        (image.alt, image.caption, image.credit) = (Some(texts[4].clone()), Some(texts[5].clone()), Some(texts[6].clone()));
        image.lead = true;
        article.images = vec![image];
        article.body.push(Block::Quotation { blocks: vec![], cite: Some(texts[7].clone()), url: None });
        article.site = Some(Site::default());
        read(&article.to_html())?;
    }
}

#[test]
fn blocks_have_their_elements() {
    let mut linked = Span::plain("a \"b\"");
    linked.link = Some("https://a.b/?c=\"&d".to_owned());
    let mut image = Image::new("https://a.b/c.png");
    (image.alt, image.width) = (Some("\"x\"".to_owned()), Some(640));
    (image.caption, image.credit) = (Some("Rain.".to_owned()), Some("Roe".to_owned()));
    let notice = tearsheet::article::NoticeKind::Correction;
    let mut wide = row(true, &["a"]);
    wide.cells[0].columns = 2;
    let cases = [
        (paragraph("a < b & \"c\"\nd"), "<p>a &lt; b &amp; \"c\"<br>d</p>"),
        (Block::Paragraph { spans: vec![linked] }, "<p><a href=\"https://a.b/?c=%22&amp;d\">a \"b\"</a></p>"),
        (
            spans(&[("e", "a"), ("es", "b"), ("s", "c"), ("^", "d"), ("c", "e")]),
            "<p><em>a</em><strong><em>b</em>c</strong><sup>d</sup><code>e</code></p>",
        ),
        (
            list(true, vec![vec![paragraph("a")], vec![paragraph("b"), paragraph("c")]]),
            "<ol>\n<li>a</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ol>",
        ),
        (
            Block::Table { caption: None, rows: vec![row(true, &["a"]), row(false, &["b"])] },
            "<table>\n<tbody>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</tbody>\n</table>",
        ),
        (
            Block::Preformatted { language: Some("rust".to_owned()), text: "a\n  b".to_owned() },
            "<pre><code class=\"language-rust\">a\n  b</code></pre>",
        ),
        (Block::Preformatted { language: None, text: "\na".to_owned() }, "<pre>\n\na</pre>"),
        (
            Block::Figure { image },
            "<figure><img src=\"https://a.b/c.png\" alt=\"&quot;x&quot;\" width=\"640\">\
             <figcaption>Rain. <small>Roe</small></figcaption></figure>",
        ),
        (
            Block::Notice { kind: notice, spans: vec![Span::plain("x")] },
            "<aside class=\"notice correction\">\n<p>x</p>\n</aside>",
        ),
        (
            Block::Quotation { blocks: vec![paragraph("a")], cite: Some("Roe".to_owned()), url: None },
            "<blockquote>\n<p>a</p>\n<footer><cite>Roe</cite></footer>\n</blockquote>",
        ),
        (
            Block::Embed {
                kind: tearsheet::article::EmbedKind::Video,
                url: "https://a.b/".to_owned(),
                caption: None,
            },
            "<p class=\"embed video\"><a href=\"https://a.b/\">Video</a></p>",
        ),
        (
            definitions(vec![(vec![Span::plain("t")], vec![paragraph("a")])]),
            "<dl>\n<dt>t</dt>\n<dd>a</dd>\n</dl>",
        ),
        (
            Block::Quotation {
                blocks: vec![paragraph("a")],
                cite: Some("Roe".to_owned()),
                url: Some("https://a.b/".to_owned()),
            },
            "<blockquote>\n<p>a</p>\n<footer><cite><a href=\"https://a.b/\">Roe</a></cite></footer>\n</blockquote>",
        ),
        (
            Block::Table { caption: Some("c".to_owned()), rows: vec![wide] },
            "<table>\n<caption>c</caption>\n<tbody>\n<tr><th colspan=\"2\">a</th></tr>\n</tbody>\n</table>",
        ),
        (Block::Update { posted: None, spans: vec![Span::plain("h")] }, "<h2 class=\"update\">h</h2>"),
        (Block::Separator, "<hr>"),
    ];
    for (block, expected) in cases {
        let html = article(vec![block]).to_html();
        assert_eq!(html, format!("<article>\n{expected}\n</article>\n"));
    }
}
