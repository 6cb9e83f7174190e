//! Markdown survives a CommonMark parser.

use std::mem::ManuallyDrop;

use proptest::prelude::*;
use pulldown_cmark::Options as Extensions;
use tearsheet::article::{EmbedKind, Entry, Image, Moment, Numbering};
use tearsheet::render::{self, Options};
use tearsheet::{Block, Span};

use crate::bodies::{self, article, definitions, list, numbered, paragraph, quotation, row, spans};
use crate::reading::{self, Piece};

fn render(body: Vec<Block>) -> String {
    render::markdown(&article(body), &Options::default())
}

#[track_caller]
fn check(body: &[Block], exact: bool) -> Result<(), TestCaseError> {
    let markdown = render(body.to_vec());
    let gfm = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_GFM
        | Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Extensions::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Extensions::ENABLE_DEFINITION_LIST;
    let said = reading::of_body(body);
    for extensions in [Extensions::ENABLE_TABLES, gfm] {
        let read = reading::of_markdown(&markdown, extensions).map_err(TestCaseError::fail)?;
        prop_assert_eq!(reading::outline(&said), reading::outline(&read), "\n{}", markdown);
        for (said, read) in said.iter().zip(&read) {
            let (Piece::Leaf(kind, said), Piece::Leaf(_, read)) = (said, read) else { continue };
            for (said, read) in said.iter().zip(read).filter(|(said, _)| said.c != ' ') {
                let same = said.link == read.link
                    && said.script == read.script
                    && said.deleted == read.deleted
                    && (said.code == read.code || (said.code && (kind == "cell" || said.link.is_some())))
                    && (said.strong == read.strong || (said.strong && !exact))
                    && (said.emphasis == read.emphasis || (said.emphasis && !exact));
                prop_assert!(same, "said {said:?}\nread {read:?}\n{markdown}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(bodies::cases(2000))]

    #[test]
    fn hostile_bodies_are_read_as_they_are(body in bodies::hostile_body()) {
        check(&body, false)?;
    }

    #[test]
    fn hostile_spans_are_read_as_they_are(spans in bodies::hostile_spans()) {
        check(&[Block::Paragraph { spans }], false)?;
    }

    #[test]
    fn looks_between_blanks_are_kept_whole(spans in bodies::common_spans()) {
        check(&[Block::Paragraph { spans: spans.clone() }], true)?;
        check(&[Block::Heading { level: 2, spans }], true)?;
    }
}

#[test]
fn text_that_looks_like_markup_is_escaped_where_it_must_be() {
    let cases = [
        ("1986. Nice year", "1986\\. Nice year"),
        ("1986.5 is a number", "1986.5 is a number"),
        ("1) one", "1\\) one"),
        ("- not a list", "\\- not a list"),
        ("-5 degrees", "-5 degrees"),
        ("+ plus", "\\+ plus"),
        ("# not a heading", "\\# not a heading"),
        ("#hashtag", "#hashtag"),
        ("> not a quotation", "\\> not a quotation"),
        ("a > b < c", "a > b < c"),
        ("a <b> c", "a \\<b> c"),
        ("AT&T &amp; &copy", "AT&T \\&amp; \\&copy"),
        ("5 * 3 * 2", "5 \\* 3 \\* 2"),
        ("snake_case and _this_", "snake_case and \\_this\\_"),
        ("[a](b) ![c]", "\\[a\\](b) !\\[c\\]"),
        ("a\n---", "a\\\n\\---"),
        ("a\n===", "a\\\n\\==="),
        ("a | b\n:-|-:", "a \\| b\\\n\\:-\\|-:"),
        ("C:\\dir `x`", "C:\\\\dir \\`x\\`"),
        ("~~~", "\\~\\~\\~"),
        ("Wow!", "Wow\\!"),
        ("one\n2. two", "one\\\n2\\. two"),
    ];
    for (text, expected) in cases {
        assert_eq!(render(vec![paragraph(text)]), format!("{expected}\n"), "{text:?}");
    }
}

#[test]
fn looks_get_delimiters_that_work() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("", "a "), ("e", "b"), ("", " c")], "a *b* c"),
        (&[("", "a"), ("e", " b "), ("", "c")], "a *b* c"),
        (&[("s", "a"), ("es", " b"), ("s", " c")], "**a *b* c**"),
        (&[("e", "a"), ("es", " b"), ("e", " c")], "*a **b** c*"),
        (&[("es", "a")], "**_a_**"),
        (&[("", "un"), ("e", "frigging"), ("", "believable")], "un*frigging*believable"),
        (&[("s", "Name:"), ("e", "text")], "**Name:**_text_"),
        (&[("", "x"), ("s", "Name:"), ("", "text")], "xName:text"),
        (&[("", "文"), ("s", "字"), ("", "文")], "文**字**文"),
        (&[("", "文"), ("s", "“字”"), ("", "文")], "文“字”文"),
        (&[("e", ""), ("s", " "), ("", "a")], "a"),
        (&[("c", "a`b"), ("", " "), ("c", "`")], "``a`b`` `` ` ``"),
        (&[("c", "a"), ("ce", "b"), ("", "c")], "`ab`c"),
        (&[("lc", "]: x"), ("lc", "[0]")], "[\\]: x`[0]`](https://a.b/)"),
        (&[("", "See"), ("l", " this "), ("", "page")], "See [this](https://a.b/) page"),
        (&[("e", "a "), ("el", "b"), ("e", " c")], "*a [b](https://a.b/) c*"),
        (&[("l", "a "), ("ls", "b"), ("l", " c")], "[a **b** c](https://a.b/)"),
        (&[("s", "a "), ("sl", "b"), ("l", " c")], "**a** [**b** c](https://a.b/)"),
        (&[("", "H"), ("_", "2"), ("", "O")], "H<sub>2</sub>O"),
        (&[("", "in "), ("d", "May"), ("", " June")], "in <del>May</del> June"),
        (&[("", "Look!"), ("l", "a")], "Look\\![a](https://a.b/)"),
        (&[("e", "a\n"), ("e", "b"), ("", "\nc")], "*a\\\nb*\\\nc"),
    ];
    for (body, expected) in cases {
        assert_eq!(render(vec![spans(body)]), format!("{expected}\n"), "{body:?}");
    }
}

#[test]
fn urls_stay_whole() {
    let cases = [
        ("https://a.b/c_(d)", "[x](https://a.b/c_(d))"),
        ("https://a.b/c)", "[x](https://a.b/c\\))"),
        ("https://a.b/c d", "[x](https://a.b/c%20d)"),
        ("https://a.b/?a&copy;", "[x](https://a.b/?a\\&copy;)"),
        ("javascript:alert(1)", "x"),
    ];
    for (url, expected) in cases {
        let mut span = Span::plain("x");
        span.link = Some(url.to_owned());
        assert_eq!(render(vec![Block::Paragraph { spans: vec![span] }]), format!("{expected}\n"));
    }
}

#[test]
fn blocks_are_set_apart() {
    let item = |text: &str| vec![paragraph(text)];
    let code = |text: &str| Block::Preformatted { language: Some("rust".to_owned()), text: text.to_owned() };
    let mut image = Image::new("https://a.b/c.png");
    image.alt = Some("a [b]".to_owned());
    image.caption = Some("Rain.".to_owned());
    image.credit = Some("Roe".to_owned());
    let term = |text: &str| vec![Span::plain(text)];
    let mut wide = row(true, &["w"]);
    wide.cells[0].columns = 2;
    let moment: Moment = serde_json::from_str(
        r#"{"value": "2024-05-05T17:42:00+02:00", "precision": "second", "offset_known": true, "raw": "",
            "origin": {"source": "page", "path": "time"}}"#,
    )
    .unwrap();
    let cases = [
        (vec![list(false, vec![item("a"), item("b")]), list(false, vec![item("c")])], "- a\n- b\n\n* c"),
        (vec![list(true, vec![item("a")]), list(true, vec![item("b")])], "1. a\n\n1) b"),
        (
            vec![list(false, vec![vec![paragraph("a"), list(true, vec![item("b")])], item("c")])],
            "- a\n  1. b\n- c",
        ),
        (vec![list(false, vec![vec![paragraph("a"), paragraph("b")], item("c")])], "- a\n\n  b\n\n- c"),
        (vec![list(false, vec![vec![Block::Separator], item("a")])], "- ___\n\n- a"),
        (
            vec![quotation(vec![paragraph("a\nb"), quotation(vec![paragraph("c")])]), paragraph("d")],
            "> a\\\n> b\n>\n> > c\n\nd",
        ),
        (vec![quotation(vec![paragraph("a")]), quotation(vec![paragraph("b")])], "> a\n\n> b"),
        (vec![quotation(vec![]), list(false, vec![vec![]]), paragraph(" ")], ""),
        (vec![quotation(vec![code("a\n\n```\nb\n")])], "> ````rust\n> a\n>\n> ```\n> b\n> ````"),
        (
            vec![Block::Table { caption: None, rows: vec![row(true, &["a", "b|c"]), row(false, &["d\ne"])] }],
            "| a | b\\|c |\n| --- | --- |\n| d<br>e |",
        ),
        (vec![Block::Table { caption: None, rows: vec![row(false, &["a"])] }], "| |\n| --- |\n| a |"),
        (
            vec![Block::List {
                ordered: true,
                start: Some(3),
                reversed: false,
                numbering: None,
                items: vec![Entry::new(item("a")), Entry::new(item("b"))],
            }],
            "3. a\n4. b",
        ),
        (
            vec![Block::List {
                ordered: true,
                start: None,
                reversed: true,
                numbering: Some(Numbering::SmallRoman),
                items: vec![Entry::new(item("a")), numbered(7, item("b")), Entry::new(item("c"))],
            }],
            "3. a\n7. b\n6. c",
        ),
        (vec![definitions(vec![(term("t"), item("a"))])], "- **t**\n\n  a"),
        (
            vec![Block::Table { caption: Some("c".to_owned()), rows: vec![wide, row(true, &["a", "b"])] }],
            "*c*\n\n| w | |\n| --- | --- |\n| a | b |",
        ),
        (
            vec![Block::Embed {
                kind: EmbedKind::Post,
                url: "https://a.b/c".to_owned(),
                caption: Some("words".to_owned()),
            }],
            "[Post](https://a.b/c)\\\n*words*",
        ),
        (
            vec![
                Block::Update { posted: Some(moment), spans: term("h") },
                Block::Update { posted: None, spans: vec![] },
            ],
            "## 2024-05-05 17:42 · h",
        ),
        (
            vec![Block::Quotation {
                blocks: item("a"),
                cite: Some("Roe".to_owned()),
                url: Some("https://a.b/".to_owned()),
            }],
            "> a\n>\n> — [Roe](https://a.b/)",
        ),
        (vec![Block::Figure { image }], "![a \\[b\\]](https://a.b/c.png)\\\n*Rain.* (Roe)"),
        (vec![Block::Heading { level: 3, spans: vec![Span::plain("C# in #")] }], "### C\\# in \\#"),
        (
            vec![Block::Quotation { blocks: item("a"), cite: Some("Roe".to_owned()), url: None }],
            "> a\n>\n> — Roe",
        ),
    ];
    for (body, expected) in cases {
        let expected = if expected.is_empty() { String::new() } else { format!("{expected}\n") };
        assert_eq!(render(body.clone()), expected, "{body:?}");
    }
}

#[test]
fn a_hundred_thousand_levels_are_no_trouble() {
    let mut quotations = vec![paragraph("deep")];
    let mut lists = vec![paragraph("deep")];
    for level in 0..100_000 {
        quotations = vec![paragraph("q"), quotation(quotations)];
        lists = vec![list(level % 2 == 0, vec![lists])];
    }
    // Dropping it would recurse.
    let body = ManuallyDrop::new(article(vec![quotation(quotations), lists.remove(0)]));
    assert_eq!(render::body_text(&body.body).text.len(), 2 * "deep".len() + 3 * 100_000 + 2);
    let markdown = body.to_markdown();
    assert!(markdown.contains("> deep\n") && markdown.ends_with(" deep\n"));
    assert!(body.to_html().contains("<p>deep</p>"));
}
