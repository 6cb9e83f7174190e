//! Bodies to render: short hands for tests, and strategies for hostile ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tearsheet::article::{Cell, EmbedKind, Entry, Image, NoticeKind, Row, Script};
use tearsheet::{Article, Block, Span};

/// So many random cases, or as many as `PROPTEST_CASES` says; failures are printed, not kept in files.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(count);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub(crate) fn article(body: Vec<Block>) -> Article {
    let mut article = Article::default();
    article.body = body;
    article
}

/// A span with a look: `e` emphasis, `s` strong, `c` code, `^` superscript, `_` subscript, `d` deleted, `l` a link.
pub(crate) fn span(look: &str, text: &str) -> Span {
    let mut span = Span::plain(text);
    for c in look.chars() {
        match c {
            'e' => span.emphasis = true,
            's' => span.strong = true,
            'c' => span.code = true,
            '^' => span.script = Some(Script::Superscript),
            '_' => span.script = Some(Script::Subscript),
            'd' => span.deleted = true,
            'l' => span.link = Some("https://a.b/".to_owned()),
            other => panic!("no look {other}"),
        }
    }
    span
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph { spans: vec![Span::plain(text)] }
}

pub(crate) fn spans(spans: &[(&str, &str)]) -> Block {
    Block::Paragraph { spans: spans.iter().map(|(look, text)| span(look, text)).collect() }
}

/// An item of this number.
pub(crate) fn numbered(number: u32, blocks: Vec<Block>) -> Entry {
    let mut entry = Entry::new(blocks);
    entry.number = Some(number);
    entry
}

pub(crate) fn list(ordered: bool, items: Vec<Vec<Block>>) -> Block {
    Block::List {
        ordered,
        start: None,
        reversed: false,
        numbering: None,
        items: items.into_iter().map(Entry::new).collect(),
    }
}

pub(crate) fn definitions(items: Vec<(Vec<Span>, Vec<Block>)>) -> Block {
    let items = items.into_iter().map(|(term, blocks)| Entry::definition(term, blocks)).collect();
    Block::List { ordered: false, start: None, reversed: false, numbering: None, items }
}

pub(crate) fn quotation(blocks: Vec<Block>) -> Block {
    Block::Quotation { blocks, cite: None, url: None }
}

pub(crate) fn row(header: bool, cells: &[&str]) -> Row {
    Row::new(cells.iter().map(|text| Cell::new(header, vec![Span::plain(*text)])).collect())
}

const SHARDS: &[&str] = &[
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "```",
    "[",
    "]",
    "(",
    ")",
    "](",
    "<",
    ">",
    "&",
    "amp;",
    "&amp;",
    "&#35;",
    "#",
    "##",
    "+",
    "+++",
    "-",
    "--",
    "---",
    "- ",
    "=",
    "===",
    ".",
    "!",
    "![",
    "|",
    "||",
    "\\|",
    "~",
    "~~",
    "~~~",
    "\\",
    "\\\\",
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "1",
    "1.",
    "1. ",
    "12) ",
    "1986. ",
    "a",
    "word",
    "é",
    "文",
    "字",
    "«",
    "»",
    "“",
    "”",
    "—",
    "。",
    "€",
    "Ⓐ",
    ":",
    ": ",
    ":-",
    ":-:",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?",
    "<https://a.b>",
    "https://a.b/",
    "www.a.b",
    "a@b.c",
    "[x](y)",
    "[x]: y",
    "[ ] ",
    "[x] ",
    "[^1]",
    "[^1]: ",
    "[!NOTE]",
    "^",
    "$",
    "$$",
    "\"",
    "'",
    "\"><script>alert(1)</script>",
    "javascript:",
    "😀",
    "\u{301}",
    "\u{200b}",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\t",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "snake_case",
    "x*y",
    "{#id}",
    "<br>",
    "<sub>",
    "%",
    ",",
    ";",
    "?",
];

const URLS: &[&str] = &[
    "https://a.b/",
    "https://a.b/c_(d)",
    "https://a.b/c)d((e",
    "https://a.b/?a=1&copy;=2&amp",
    "https://a.b/x y",
    "https://a.b/<x>\"'`|\\|*_*[x](y)",
    "https://a.b/\u{a0}ü",
    "mailto:a@b.c",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "https://a.b/#\"><script>",
    "/relative",
    "",
];

pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    vec(select(SHARDS), 0..8).prop_map(|shards| shards.concat())
}

pub(crate) fn url() -> impl Strategy<Value = String> {
    select(URLS).prop_map(str::to_owned)
}

fn hostile_span() -> impl Strategy<Value = Span> {
    let script =
        select(&[None, None, None, None, None, Some(Script::Subscript), Some(Script::Superscript)][..]);
    let rarely = || prop::bool::weighted(0.2);
    let look = (any::<bool>(), any::<bool>(), rarely(), script, rarely());
    (hostile_text(), option::weighted(0.3, url()), look).prop_map(|(text, link, look)| {
        let mut span = Span::plain(text);
        span.link = link;
        (span.emphasis, span.strong, span.code, span.script, span.deleted) = look;
        span
    })
}

pub(crate) fn hostile_spans() -> impl Strategy<Value = Vec<Span>> {
    prop_oneof![vec(hostile_span(), 0..6), hostile_text().prop_map(|text| vec![Span::plain(text)])]
}

/// Spans as they mostly are: words with blanks between the looks.
pub(crate) fn common_spans() -> impl Strategy<Value = Vec<Span>> {
    let words =
        vec(select(&["rain", "снег", "文字", "it's", "a-b", "x_y", "5*3", "[sic]", "a\nb"][..]), 1..4);
    let looks = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.3));
    vec((words, looks), 1..8).prop_map(|parts| {
        let mut spans = Vec::new();
        for (words, (emphasis, strong, link)) in parts {
            let mut text = words.join(" ");
            // The outermost characters of a stretch are letters: CommonMark can mark it wherever it stands.
            text = format!("n{text}n");
            let mut span = Span::plain(text);
            (span.emphasis, span.strong) = (emphasis, strong);
            span.link = link.then(|| "https://a.b/".to_owned());
            spans.push(span);
            spans.push(Span::plain(" "));
        }
        spans
    })
}

fn hostile_row() -> impl Strategy<Value = Row> {
    let cell =
        (any::<bool>(), vec(hostile_span(), 0..3)).prop_map(|(header, spans)| Cell::new(header, spans));
    vec(cell, 0..4).prop_map(Row::new)
}

fn hostile_image() -> impl Strategy<Value = Image> {
    let text = || option::of(hostile_text());
    (url(), text(), text(), text()).prop_map(|(url, alt, caption, credit)| {
        let mut image = Image::new(url);
        (image.alt, image.caption, image.credit) = (alt, caption, credit);
        image
    })
}

fn hostile_leaf() -> impl Strategy<Value = Block> {
    let language =
        option::of(select(&["rust", "c++", "no word", "a`b", "", "\"><script>"][..]).prop_map(str::to_owned));
    let kind = select(&[NoticeKind::Correction, NoticeKind::Update, NoticeKind::Editor][..]);
    let embed = select(&[EmbedKind::Video, EmbedKind::Other][..]);
    prop_oneof![
        6 => hostile_spans().prop_map(|spans| Block::Paragraph { spans }),
        2 => (0_u8..8, hostile_spans()).prop_map(|(level, spans)| Block::Heading { level, spans }),
        1 => (kind, hostile_spans()).prop_map(|(kind, spans)| Block::Notice { kind, spans }),
        2 => (language, vec(hostile_text(), 0..5))
            .prop_map(|(language, lines)| Block::Preformatted { language, text: lines.join("\n") }),
        2 => vec(hostile_row(), 0..5).prop_map(|rows| Block::Table { caption: None, rows }),
        1 => hostile_image().prop_map(|image| Block::Figure { image }),
        1 => (embed, url()).prop_map(|(kind, url)| Block::Embed { kind, url, caption: None }),
        1 => hostile_spans().prop_map(|spans| Block::Update { posted: None, spans }),
        1 => Just(Block::Separator),
    ]
}

/// Bodies of every kind of block, nested, with texts made of markup.
pub(crate) fn hostile_body() -> impl Strategy<Value = Vec<Block>> {
    let block = hostile_leaf().prop_recursive(4, 24, 4, |inner| {
        let plain = hostile_spans().prop_map(|spans| vec![Block::Paragraph { spans }]);
        let item = prop_oneof![plain, vec(inner.clone(), 0..4)];
        prop_oneof![
            vec(inner, 0..4).prop_map(quotation),
            (any::<bool>(), vec(item.clone(), 0..4)).prop_map(|(ordered, items)| list(ordered, items)),
            vec((hostile_spans(), item), 0..3).prop_map(definitions),
        ]
    });
    vec(block, 0..6)
}
