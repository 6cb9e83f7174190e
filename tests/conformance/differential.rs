//! Random and mutated markup through both tokenizers.

use proptest::prelude::*;

use super::tokens::{Taker, ours, theirs};
use super::trees::difference;

/// What markup is made of, with the pieces that change a tokenizer's state.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=a>",
    "</div>",
    "<b>",
    "<b id=1>",
    "<b id=2>",
    "</b>",
    "<i class='x y'>",
    "</i>",
    "<a href=\"?a=1&amp;b=2&copy=3\">",
    "<a>",
    "</a>",
    "<script>",
    "</script>",
    "</script ",
    "<SCRIPT type=application/json>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "</title/>",
    "<textarea>",
    "\n",
    "</textarea>",
    "<xmp>",
    "</xmp>",
    "<plaintext>",
    "<svg>",
    "</svg>",
    "<svg viewbox=0 xlink:href=#a>",
    "<path d=M1/>",
    "<foreignobject>",
    "<math>",
    "</math>",
    "<mi>",
    "<annotation-xml encoding=text/html>",
    "<![CDATA[",
    "]]>",
    "]]",
    "<!--",
    "-->",
    "--!>",
    "--",
    "-",
    "!",
    "<!-->",
    "<!--->",
    "<!",
    "<?",
    "<?pi x?>",
    "</",
    "</>",
    "</ ",
    "<",
    ">",
    "/>",
    "/",
    "=",
    "\"",
    "'",
    "`",
    " ",
    "\t",
    "\r",
    "\r\n",
    "\u{c}",
    "\0",
    "&",
    "&amp;",
    "&amp",
    "&ampx",
    "&notit;",
    "&not",
    "&notin;",
    "&#",
    "&#x",
    "&#x41;",
    "&#128;",
    "&#0;",
    "&#xD800;",
    "&#1114112;",
    "&#99999999999;",
    "&nbsp;",
    "&acE;",
    "&CounterClockwiseContourIntegral;",
    "<!doctype html>",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" 'about:x'>",
    "<!doctype",
    " public",
    " SYSTEM",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<caption>",
    "<select>",
    "<option>",
    "</select>",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<body class=b id=x>",
    "<html lang=en>",
    "<head>",
    "</head>",
    "<frameset>",
    "<input type=hidden>",
    "<input TYPE=Hidden value=v>",
    "<image src=a>",
    "<form>",
    "</form>",
    "<pre>",
    "<li>",
    "<br/>",
    "</br>",
    "<h1>",
    "</h2>",
    "<font color=red>",
    "<font size=1>",
    "<font>",
    "</font>",
    "<nobr>",
    "<x-card data-a=1 DATA-A=2 b>",
    "<img src=a alt='b\"c' src=d>",
    "<a b=c d='e'f=\"g\"h>",
    "<a =b= c==d>",
    "a",
    "Z",
    "\u{e9}",
    "\u{1f600}",
    "\u{feff}",
    "<!--<script>",
    "<!--<script>-->",
    "</scripty",
    "<button>",
    "<ruby><rt>",
    "<object>",
    "<marquee>",
    "<iframe>",
    "</iframe>",
];

fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[a-zA-Z<>&;#!/=\"' \\-\\[\\]]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Cuts markup short and drops a part of it, so that constructs end and begin everywhere.
fn mutated() -> impl Strategy<Value = String> {
    (markup(), any::<proptest::sample::Index>(), any::<proptest::sample::Index>()).prop_map(
        |(text, from, to)| {
            let chars: Vec<char> = text.chars().collect();
            if chars.is_empty() {
                return text;
            }
            let (from, to) = (from.index(chars.len()), to.index(chars.len()));
            chars.iter().take(from.min(to)).chain(chars.iter().skip(from.max(to))).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_html5evers(text in prop_oneof![markup(), mutated()]) {
        prop_assert_eq!(ours(&text, Taker::default()), theirs(&text, Taker::default()));
    }

    #[test]
    fn trees_are_html5evers(text in prop_oneof![markup(), mutated()]) {
        prop_assert_eq!(difference(&text), None);
    }
}
