//! Pages that parsers fear: each shape is a short piece of markup, many times over.

/// A named shape, made from how often its piece is repeated.
pub(crate) type Shape = (&'static str, fn(usize) -> String);

/// Every shape; where one is a known trap, its remark says whose.
pub(crate) const SHAPES: &[Shape] = &[
    // Nesting: a tree builder that walks its open elements needs time square in the depth.
    ("div", |n| "<div>".repeat(n)),
    ("div closed", |n| format!("{}x{}", "<div>".repeat(n), "</div>".repeat(n))),
    ("ul li", |n| "<ul><li>".repeat(n)),
    ("ol li text", |n| "<ol><li>one two three".repeat(n)),
    ("blockquote", |n| format!("{}It rained.", "<blockquote>".repeat(n))),
    ("blockquote p", |n| "<blockquote><p>It rained in the north.".repeat(n)),
    ("span", |n| "<span>".repeat(n)),
    ("h1", |n| "<h1>".repeat(n)),
    ("form", |n| "<form>".repeat(n)),
    ("button", |n| "<button>".repeat(n)),
    ("dl dt dd", |n| "<dl><dt>a<dd>b".repeat(n)),
    ("unknown end tags in depth", |n| format!("{}{}", "<div>".repeat(n), "</x>".repeat(n))),
    // Formatting elements: they are opened again in every block, and the adoption agency moves them.
    ("b", |n| "<b>".repeat(n)),
    ("b p", |n| "<b><p>".repeat(n)),
    ("nobr", |n| "<nobr>".repeat(n)),
    ("a", |n| "<a href=x>".repeat(n)),
    ("a div", |n| "<a href=x><div>".repeat(n)),
    ("b div /b", |n| "<b><div></b>".repeat(n)),
    ("b i div /b", |n| "<b><i><div></b>".repeat(n)),
    ("b with attributes, then p", |n| format!("{}{}", counted(n, "<b c=", ">"), "<p>x".repeat(n))),
    ("b id p", |n| "<b id=i><p>".repeat(n)),
    ("font i", |n| format!("{}{}{}", counted(n, "<b a", ">"), counted(n, "<i a", ">"), "x</b>".repeat(n))),
    ("font size", |n| counted(n, "<font size=", "><p>x</font>")),
    // Attributes.
    ("attributes of one tag", |n| format!("<p{}>x", counted(n, " a", ""))),
    ("the same attribute again", |n| format!("<p{}>x", " id=a".repeat(n))),
    ("a long attribute", |n| format!("<p title='{}'>x", "title and ".repeat(n))),
    ("classes", |n| format!("<p class='{}'>x", counted(n, " c", ""))),
    ("attributes of html", |n| counted(n, "<html a", "=1>")),
    // Paragraphs and text.
    ("p", |n| "<p>x".repeat(n)),
    ("p closed", |n| "<p>x</p>".repeat(n)),
    ("short paragraphs", |n| "<p>It rained.</p>".repeat(n)),
    ("/p", |n| "</p>".repeat(n)),
    ("br br", |n| "line<br><br>".repeat(n)),
    ("text nodes", |n| "x<br>y<hr>".repeat(n)),
    ("one word", |n| "word".repeat(n)),
    ("links", |n| "<a href=/a>a link</a> ".repeat(n)),
    ("headings", |n| "<h2>Part</h2><p>It rained.</p>".repeat(n)),
    ("images", |n| "<figure><img src=a.jpg><figcaption>Rain</figcaption></figure>".repeat(n)),
    // Tables: text in them is moved out in front (foster parenting).
    ("foster", |n| format!("<table>{}", "<tr>x<td>".repeat(n))),
    ("foster text", |n| format!("<table>{}", "x<tr></tr> y".repeat(n))),
    ("foster p", |n| format!("<table>{}", "<p>x</p>".repeat(n))),
    ("tables", |n| "<table>".repeat(n)),
    ("table td", |n| "<table><tr><td>".repeat(n)),
    ("rows", |n| format!("<table>{}</table>", "<tr><th>a<td>b".repeat(n))),
    ("colspan", |n| format!("<table>{}", "<tr><td colspan=65534 rowspan=65534>x".repeat(n))),
    // Comments and markup that never ends.
    ("comment", |n| format!("<!--{}", "-->a<!--".repeat(n))),
    ("comments", |n| "<!--".repeat(n)),
    ("comment dashes", |n| format!("<!--{}", "--!".repeat(n))),
    ("lt", |n| "<".repeat(n)),
    ("lt letter", |n| "<a".repeat(n)),
    ("open attribute", |n| format!("<p title=\"{}", "<p>x".repeat(n))),
    ("cdata", |n| "<![CDATA[x]]>".repeat(n)),
    ("processing instruction", |n| "<?xml x?>".repeat(n)),
    ("doctype", |n| "<!doctype html>".repeat(n)),
    // Foreign content.
    ("svg", |n| format!("<svg>{}", "<g>".repeat(n))),
    ("svg path", |n| format!("<svg>{}", "<path d='M'/>".repeat(n))),
    ("svg p", |n| "<svg><p>".repeat(n)),
    ("svg desc", |n| "<svg><desc>".repeat(n)),
    ("math", |n| format!("<math>{}", "<mi>x".repeat(n))),
    // Elements with rules of their own.
    ("script", |n| "<script>x</script>".repeat(n)),
    ("script comments", |n| format!("<script>{}", "<!--<script>".repeat(n))),
    ("json", |n| "<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>".repeat(n)),
    ("deep json", |n| format!("<script type=application/ld+json>{}</script>", "[{\"a\":".repeat(n))),
    ("style", |n| "<style>p{}</style>".repeat(n)),
    ("template", |n| "<template>".repeat(n)),
    ("select", |n| "<select><option>".repeat(n)),
    ("noscript", |n| "<noscript><p>x".repeat(n)),
    ("iframe", |n| "<iframe src=x></iframe>".repeat(n)),
    ("textarea", |n| format!("<textarea>{}", "</textare".repeat(n))),
    ("base", |n| "<base href=/a/>".repeat(n)),
    ("meta", |n| "<meta property=og:title content=Rain><meta name=author content='A B'>".repeat(n)),
    ("microdata", |n| "<div itemscope itemtype=https://schema.org/NewsArticle itemprop=hasPart>".repeat(n)),
    ("time", |n| "<time datetime=2024-05-05>5 May 2024</time> ".repeat(n)),
    // Parts of an article, many of them.
    ("pictures of formulas", |n| "<img class=tex alt='{\\displaystyle x}' src=a.png>".repeat(n)),
    ("code", |n| "<pre><code class=language-rust>let x = 1;</code></pre>".repeat(n)),
    ("table of code", |n| {
        let row = "<tr><td class=gutter>1</td><td class=code><pre>x = 1</pre></td></tr>";
        format!("<table class=highlight>{}</table>", row.repeat(n))
    }),
    ("long pull quote", |n| {
        let quote = counted(n, "word", " ");
        format!(
            "<blockquote class=pull-quote><p>{quote}</p></blockquote>{}",
            counted(n, "<p>It was day ", " of rain.")
        )
    }),
    ("names of one element around many texts", |n| {
        format!("<span class='{}'>{}</span>", "ab ".repeat(n), "A line of it, <br><br>".repeat(n))
    }),
    ("unseen words", |n| format!("<p>{}", "a <span hidden>x <b>y</b></span> and ".repeat(n))),
    ("interview", |n| "<p>Q: What is it?</p><p>Dora Whitfield: It is rain.</p>".repeat(n)),
    // Characters.
    ("nul", |n| format!("<p>{}", "\0".repeat(n))),
    ("nul mixed", |n| format!("<p>{}", "a\0".repeat(n))),
    ("ampersand", |n| "&".repeat(n)),
    ("entities", |n| "&amp;".repeat(n)),
    ("broken entities", |n| "&notit;&#x110000;&#xD800;&#99999999999;".repeat(n)),
    ("crlf", |n| "x\r\n".repeat(n)),
    ("combining", |n| format!("<p>a{}", "\u{301}".repeat(n))),
    ("direction marks", |n| format!("<p>{}", "\u{202e}a\u{2066}".repeat(n))),
    ("blanks", |n| format!("<p>{}</p>", "\u{3000}\u{a0} ".repeat(n))),
    // Quotes that open and don't close, and the reverse.
    ("opening marks", |n| format!("<p>{}", "“".repeat(n))),
    ("closing marks", |n| format!("<p>{}", "” said ".repeat(n))),
    ("straight marks", |n| format!("<p>{}", "\" said \" ".repeat(n))),
    ("angled marks", |n| format!("<p>{}", "«Да», — «нет» ".repeat(n))),
    ("quotes", |n| "<p>“It rained all week,” said Ann Lee. ".repeat(n)),
    ("apostrophes", |n| format!("<p>{}", "' ’ ‘".repeat(n))),
    ("nested marks", |n| format!("<p>{}x{}", "“‘".repeat(n), "’”".repeat(n))),
    ("names", |n| format!("<p>“It rained,” said {}", "Ann Lee ".repeat(n))),
    ("dates", |n| format!("<p>{}", "5 May 2024 12:00 ".repeat(n))),
    ("digits", |n| format!("<p>{}", "20240505".repeat(n))),
    ("consent words", |n| "<div>We use cookies. Accept all</div>".repeat(n)),
];

/// A piece with a number in it, counted up.
fn counted(n: usize, before: &str, after: &str) -> String {
    (0..n).map(|number| format!("{before}{number}{after}")).collect()
}
