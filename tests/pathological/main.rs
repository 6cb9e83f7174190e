//! Any page in, an article or a typed error out: shapes that parsers fear, limits, and bytes by chance.
//!
//! Work is counted in nodes and not in seconds, so that a slow machine can't fail a test.

// Clippy knows functions marked `#[test]` as tests, and not those that they share.
#![allow(clippy::panic, clippy::unwrap_used)]

mod chance;
mod shapes;

use std::cell::Cell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};
use tearsheet::article::LimitKind;
use tearsheet::{Article, Block, Error, Extractor, Limits, Page, quotes, render};

/// How often a shape's piece is repeated: beyond every limit of depth and attributes.
const REPEATS: usize = 1_000;

/// What every article has to fulfil, however odd the page.
fn check(article: &Article, name: &str) {
    let json: Article = serde_json::from_str(&article.to_json()).unwrap();
    assert_eq!(json.text, article.text, "{name}");
    assert_eq!(render::body_text(&article.body).text, article.text, "{name}: the text is not the body's");
    let length = article.text.chars().count();
    let headline = article.headline.as_deref().unwrap_or_default().chars().count();
    for quote in &article.quotes {
        let end = if quote.in_headline { headline } else { length };
        assert!(quote.start <= quote.end && quote.end <= end, "{name}: {quote:?}");
    }
    assert!((0.0..=1.0).contains(&article.confidence), "{name}: confidence {}", article.confidence);
    assert!(!article.verdict.reason.is_empty(), "{name}: a verdict without a reason");
    for text in [article.to_text(), article.to_markdown(), article.to_html(), article.to_json_pretty()] {
        assert!(!text.contains('\0'), "{name}: a NUL in the output");
    }
}

fn extract(html: &str, name: &str) -> Option<Article> {
    match tearsheet::extract(html, Some("https://daily.example/a")) {
        Ok(article) => {
            check(&article, name);
            Some(article)
        }
        Err(Error::Empty { .. } | Error::NotHtml { .. }) => None,
        Err(error) => panic!("{name}: {error}"),
    }
}

/// Paragraphs that differ: the same one again is boilerplate.
fn days(count: usize) -> String {
    let rain = "it rained again in the north, the weather service said, and the rivers rose by two metres.";
    (0..count).map(|day| format!("<p>On day {day} of that long year, {rain}</p>")).collect()
}

#[test]
fn every_shape_gives_an_article_or_a_typed_error() {
    for (name, shape) in shapes::markup() {
        extract(&shape(REPEATS), name);
    }
    for (name, shape) in shapes::markup().chain(shapes::pages()) {
        extract(&shapes::in_an_article(&shape(REPEATS / 10)), name);
    }
}

#[test]
fn every_text_gives_quotes_where_their_offsets_say() {
    for (name, shape) in shapes::texts() {
        let text = shape(REPEATS / 10);
        let length = text.chars().count();
        for quote in quotes::find(&text, None) {
            assert!(quote.start <= quote.end && quote.end <= length, "{name}: {quote:?}");
        }
    }
}

/// Counts tokens, and reads on as a tree builder would in text without markup.
#[derive(Default)]
struct Tokens(Cell<usize>);

impl TokenSink for Tokens {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        self.0.set(self.0.get() + 1);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => match &*tag.name {
                "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                "style" => TokenSinkResult::RawData(RawKind::Rawtext),
                "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            },
            _ => TokenSinkResult::Continue,
        }
    }
}

/// The work that a page makes: tokens, nodes, and steps of the tree builder and the guard.
fn work(html: &str) -> [usize; 3] {
    let limits = Limits { time: None, ..Limits::default() };
    let tokens = tearsheet::html::tokenize(html, Tokens::default(), &limits).0.get();
    // A page of U+0000 is refused as no HTML.
    let tree = Page::from_text(html).tree(&limits);
    let (nodes, steps) = tree.map_or((0, 0), |tree| (tree.len(), tree.steps()));
    [tokens, nodes, usize::try_from(steps).unwrap()]
}

#[test]
fn work_grows_no_faster_than_the_page() {
    for (name, shape) in shapes::markup() {
        // Past every limit of depth and attributes, so that what they bound is spent on both sides.
        let (once, four_times) = (work(&shape(4 * REPEATS)), work(&shape(16 * REPEATS)));
        for (once, four_times) in once.into_iter().zip(four_times) {
            assert!(2 * four_times <= 9 * once + 4096, "{name}: {once}, then {four_times}");
        }
        let [tokens, nodes, _] = once;
        let bytes = shape(4 * REPEATS).len();
        assert!(tokens <= bytes + 1, "{name}: {tokens} tokens of {bytes} bytes");
        assert!(nodes <= 64 * bytes + 64, "{name}: {nodes} nodes of {bytes} bytes");
    }
}

#[test]
fn many_attributes_on_one_tag_are_read_once() {
    // Without a limit, too: names are then looked up in a set.
    let limits = Limits { attributes: usize::MAX, time: None, ..Limits::default() };
    let html: String = (0..200_000).map(|n| format!(" a{n}=1 a{}=2", n / 2)).collect();
    let page = Page::from_text(format!("<p{html}>x"));
    let tree = page.tree(&limits).unwrap();
    let p = tree.descendants(tree.root()).find(|&id| tree.attrs(id).next().is_some()).unwrap();
    assert_eq!(tree.attrs(p).count(), 200_000);
}

#[test]
fn a_hundred_thousand_divs_keep_their_text() {
    let html = format!("<p>Above.</p>{}<p>It rained in the north.", "<div>".repeat(100_000));
    let page = Page::from_text(html);
    let tree = page.tree(&Limits::default()).unwrap();
    assert!(tree.len() < 2_000, "{} nodes", tree.len());
    let article = Extractor::default().extract(&page).unwrap();
    check(&article, "divs");
}

#[test]
fn deep_nesting_is_read_written_and_dropped_without_recursion() {
    // As deep as the limits go at all, on a stack that holds no recursion of that depth.
    let limits = Limits { depth: 4_096, time: None, ..Limits::default() };
    let deep =
        |piece: &str| format!("<h1>Rain</h1>{}<p>It rained in the north all week.", piece.repeat(3_000));
    let pieces =
        ["<div>", "<ul><li>", "<ol><li>x", "<blockquote>", "<table><tr><td>", "<section><p>x", "<em><div>"];
    let run = move || {
        for piece in pieces {
            let article =
                Extractor::builder().limits(limits).build().extract(&deep(piece).as_str().into()).unwrap();
            check(&article, piece);
            let copy = article.clone();
            assert_eq!(copy, article, "{piece}");
        }
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(run).unwrap().join().unwrap();
}

#[test]
fn one_long_word_and_many_short_paragraphs_survive() {
    let word = format!("<h1>Rain</h1><p>It rained. {} It stopped.</p>", "rain".repeat(1 << 18));
    let article = extract(&word, "word").unwrap();
    assert!(article.text.len() > 1 << 20, "{} bytes", article.text.len());
    let paragraphs = format!("<h1>Rain</h1><article>{}</article>", days(10_000));
    let article = extract(&paragraphs, "paragraphs").unwrap();
    let count = article.body.iter().filter(|block| matches!(block, Block::Paragraph { .. })).count();
    assert_eq!(count, 10_000);
}

#[test]
fn limits_cut_short_or_refuse() {
    let html = days(1_000);
    let with = |limits: Limits| Extractor::builder().limits(limits).build().extract(&html.as_str().into());

    let all = with(Limits::default()).unwrap();
    assert_eq!(all.partial, None);

    let some = with(Limits { nodes: 100, ..Limits::default() }).unwrap();
    let partial = some.partial.unwrap();
    assert_eq!(partial.limit, LimitKind::Nodes);
    assert!(partial.bytes_read < html.len() && some.text.len() < all.text.len());

    let error = with(Limits { bytes: html.len() - 1, ..Limits::default() }).unwrap_err();
    let (size, limit) = (Some(html.len() as u64), html.len() as u64 - 1);
    assert_eq!(error, Error::TooLarge { input: "<page>".to_owned(), size, limit });
    assert!(with(Limits { bytes: html.len(), ..Limits::default() }).is_ok());
}

#[test]
fn attributes_beyond_the_limit_are_dropped() {
    let html: String = (0..5_000).map(|n| format!(" a{n}=1")).collect();
    let page = Page::from_text(format!("<p{html}>It rained."));
    for limit in [10, 256] {
        let tree = page.tree(&Limits { attributes: limit, ..Limits::default() }).unwrap();
        let selector = tearsheet::html::Selector::parse("p").unwrap();
        let p = tree.select(tree.root(), &selector).next().unwrap();
        assert_eq!(tree.attrs(p).count(), limit);
    }
}

#[cfg(feature = "clock")]
#[test]
fn no_time_left_is_a_partial_article() {
    let limits = Limits { time: Some(std::time::Duration::ZERO), ..Limits::default() };
    let html = "<p>It rained in the north all week.</p>".repeat(20_000);
    let article = Extractor::builder().limits(limits).build().extract(&html.as_str().into()).unwrap();
    check(&article, "no time");
    let partial = article.partial.unwrap();
    assert_eq!(partial.limit, LimitKind::Time);
    assert!(partial.bytes_read < html.len());
}
