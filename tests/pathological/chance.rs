//! Pages by chance: bytes, tag soup, and pages with pieces cut, moved and changed.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tearsheet::{Error, Extractor, Page};

use super::check;

/// Pieces of markup and text that mean something to some stage.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<article>",
    "</article>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=/x>",
    "</a>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<br>",
    "<hr>",
    "<pre>",
    "</pre>",
    "<code>",
    "<blockquote>",
    "</blockquote>",
    "<q>",
    "<figure>",
    "<img src=a.jpg alt=b>",
    "<figcaption>",
    "</figure>",
    "<svg>",
    "<math>",
    "</svg>",
    "<template>",
    "</template>",
    "<select>",
    "<option>",
    "<script>",
    "</script>",
    "<script type=application/ld+json>",
    "{\"@type\":\"NewsArticle\",",
    "\"headline\":\"Rain\"}",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<meta property=og:title content='Rain'>",
    "<html lang=ru>",
    "<body>",
    "</body>",
    "</html>",
    "<head>",
    "<base href=//b/>",
    "<link rel=canonical href=/c>",
    "<form>",
    "<input>",
    "<button>",
    "<iframe src=https://youtube.com/embed/a></iframe>",
    "<noscript>",
    "<nav>",
    "</nav>",
    "<aside>",
    "<div hidden>",
    "<div class=cookie-consent>",
    "<time datetime=2024-05-05T10:00:00+02:00>",
    "</time>",
    "<span itemprop=author>",
    "</span>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    "&lt",
    "\0",
    "“It rained,” said Ann Lee. ",
    "«Да», — сказал Иван Петров. ",
    "„Es regnet“, sagte er. ",
    "「雨です」と述べた。",
    "It rained in the north for most of the week, the weather service said. ",
    "By Ann Lee",
    "5 May 2024",
    "\u{301}",
    "\u{202e}",
    "مطر في الشمال. ",
    "\r\n",
    " ",
    "'",
    "\"",
    "<",
    ">",
    "=",
    "/",
];

/// A page with all that articles have, to be damaged.
const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rain in the north | The Daily</title>
<link rel="canonical" href="https://daily.example/rain"><meta property="og:image" content="/rain.jpg">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Rain in the north",
"datePublished":"2024-05-05T10:00:00+02:00","author":[{"@type":"Person","name":"Ann Lee"}]}</script></head><body>
<div id="cookie-banner"><p>We use cookies.</p><button>Accept all</button></div><nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article><h1>Rain in the north</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a>, 5 May 2024</p>
<figure><img src="rain.jpg" alt="Rain"><figcaption>The river. Photo: Bo Li</figcaption></figure>
<p>“It rained all week,” said <b>Bo Li</b> of the weather service, “and the rivers <a href="/rose">rose</a> by two metres.”</p>
<h2>What comes next</h2><ul><li>More rain<ul><li>in the north</li></ul></li><li>Sun</li></ul><blockquote><p>«Дождь», — сказал Иван.</p></blockquote>
<table><tr><th>Day</th><th>mm</th></tr><tr><td>Monday</td><td>12</td></tr></table><pre><code>let rain = 12;</code></pre></article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Sun in the south</a></li></ul></aside><footer>© The Daily</footer></body></html>"#;

/// Encodings of every kind: one byte a character, several, with states, replaced, unknown.
const LABELS: &[&str] = &[
    "utf-8",
    "windows-1251",
    "koi8-r",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "gb18030",
    "big5",
    "euc-kr",
    "utf-16le",
    "utf-16be",
    "x-user-defined",
    "hz-gb-2312",
    "nonsense",
];

/// Where and how a page is damaged.
#[derive(Debug, Clone)]
enum Damage {
    Cut(usize, usize),
    Double(usize, usize),
    Change(usize, u8),
    Insert(usize, &'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = 0..PAGE.len();
    prop_oneof![
        (place.clone(), 0..400usize).prop_map(|(at, length)| Damage::Cut(at, length)),
        (place.clone(), 0..400usize).prop_map(|(at, length)| Damage::Double(at, length)),
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        (place, select(PIECES)).prop_map(|(at, piece)| Damage::Insert(at, piece)),
    ]
}

fn damaged(steps: &[Damage]) -> Vec<u8> {
    let mut page = PAGE.as_bytes().to_vec();
    for step in steps {
        let range = |at: usize, length: usize| at.min(page.len())..(at + length).min(page.len());
        match *step {
            Damage::Cut(at, length) => {
                page.drain(range(at, length));
            }
            Damage::Double(at, length) => {
                let piece = page[range(at, length)].to_vec();
                page.extend(piece);
            }
            Damage::Change(at, byte) => page.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
            Damage::Insert(at, piece) => {
                let at = at.min(page.len());
                page.splice(at..at, piece.bytes());
            }
        }
    }
    page
}

/// Extracts, and checks what comes out.
fn try_out(bytes: &[u8], url: &str, content_type: &str) {
    let page = Page::from_bytes(bytes).url(url).content_type(content_type);
    match Extractor::builder().provenance(true).build().extract(&page) {
        Ok(article) => check(&article, &format!("{:?}", String::from_utf8_lossy(bytes))),
        Err(Error::Empty { .. } | Error::NotHtml { .. } | Error::InvalidUrl { .. }) => {}
        Err(error) => panic!("{error}: {:?}", String::from_utf8_lossy(bytes)),
    }
}

#[test]
fn the_page_to_be_damaged_is_a_good_one() {
    let article = tearsheet::extract(PAGE, Some("https://daily.example/rain")).unwrap();
    assert_eq!(article.headline.as_deref(), Some("Rain in the north"));
    assert!(article.text.contains("It rained all week"), "{}", article.text);
    assert!(!article.text.contains("cookies"), "{}", article.text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..2_000), url in "\\PC{0,40}", content_type in "\\PC{0,40}") {
        try_out(&bytes, &url, &content_type);
    }

    #[test]
    fn any_text_in_any_encoding(
        text in vec(prop_oneof![4 => 0x20..0x7f_u8, 2 => 0x80..=0xff_u8, 1 => select(b"\n\r\x0e\x0f\x1b<>&;".as_slice())], 0..2_000),
        label in select(LABELS),
    ) {
        let meta = format!("<meta charset={label}><p>");
        try_out(&[meta.as_bytes(), &text].concat(), "https://daily.example/a", "text/html");
        try_out(&text, "https://daily.example/a", &format!("text/html; charset={label}"));
    }

    #[test]
    fn any_soup(pieces in vec(select(PIECES), 0..200)) {
        try_out(pieces.concat().as_bytes(), "https://daily.example/a", "text/html");
    }

    #[test]
    fn any_damage(steps in vec(damage(), 1..12)) {
        try_out(&damaged(&steps), "https://daily.example/a", "text/html; charset=utf-8");
    }
}
