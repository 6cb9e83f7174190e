//! What the assembly of the body and its renderings may fear.

use super::{Shape, counted, each, name};

pub(super) const BODY: &[Shape] = &[
    // Blocks.
    ("paragraphs that differ", |n| {
        counted(n, "<p>On day ", " of that long year it rained again in the north.</p>")
    }),
    ("paragraphs, then again", |n| {
        counted(n, "<p>On day ", " of that year it rained in the north.</p>").repeat(2)
    }),
    ("the headline again", |n| "<p>Rain in the north</p>".repeat(n)),
    ("headings that differ", |n| counted(n, "<h2 id=h>Part ", "</h2>")),
    ("headings of first level", |n| counted(n, "<h1>Part ", "</h1><p>It rained in the north for a day.</p>")),
    ("headings in each other", |n| "<h2><div>Part".repeat(n)),
    ("paragraphs of br", |n| counted(n, "It rained in the north on day ", ".<br><br>")),
    ("paragraphs of blanks", |n| "<p>&nbsp;</p>".repeat(n)),
    ("paragraphs of one link", |n| counted(n, "<p><a href=/a>Rain, day ", "</a></p>")),
    ("rules", |n| "<hr><p>* * *</p>".repeat(n)),
    ("notices", |n| counted(n, "<p>Correction, May ", ": An earlier version told of snow.</p>")),
    ("a notice of many", |n| format!("<p>Update: {}</p>", "this has been changed. ".repeat(n))),
    // Lists.
    ("list", |n| format!("<ul>{}</ul>", "<li>one <a href=x>two</a>".repeat(n))),
    ("list of paragraphs", |n| format!("<ol>{}</ol>", "<li><p>one</p><p>two</p>".repeat(n))),
    ("numbered list", |n| format!("<ol start=7 reversed>{}</ol>", counted(n, "<li value=", ">one"))),
    ("lists", |n| "<ol><li>one</ol>".repeat(n)),
    ("lists in each other, closed", |n| "<ul><li>x<ul><li>y</ul><li>z</ul>".repeat(n)),
    ("deep lists with lines", |n| format!("{}{}", "<ul><li>".repeat(200), counted(n, "<p>line ", "</p>"))),
    ("deep quotations with lines", |n| {
        format!("{}{}", "<blockquote>".repeat(200), counted(n, "<p>line ", "</p>"))
    }),
    ("definitions", |n| {
        format!("<dl>{}</dl>", "<dt>Term</dt><dd>It is a thing that is a thing.</dd>".repeat(n))
    }),
    ("terms of one definition", |n| format!("<dl>{}<dd>x</dl>", "<dt>Term</dt>".repeat(n))),
    ("definitions of one term", |n| format!("<dl><dt>x{}</dl>", "<dd>It is a thing.".repeat(n))),
    // Tables.
    ("wide table", |n| format!("<table><tr>{}</table>", "<td>1 <td>two".repeat(n))),
    ("tables of data", |n| "<table><tr><th>a<th>b<tr><td>1<td>2</table>".repeat(n)),
    ("table of wide cells", |n| format!("<table>{}</table>", "<tr><td colspan=1000>x<td>y".repeat(n))),
    ("table of high cells", |n| format!("<table>{}</table>", "<tr><td rowspan=1000>x<td>y".repeat(n))),
    ("table of wide and high cells", |n| {
        format!("<table>{}</table>", "<tr><td rowspan=1000 colspan=1000>x".repeat(n))
    }),
    ("table of one wide row", |n| {
        format!("<table><tr>{}{}</table>", "<td colspan=1000>x".repeat(50), "<tr><td>y<td>z".repeat(n))
    }),
    ("table of a long cell", |n| {
        format!("<table><tr><td>{}<td>y{}</table>", "word ".repeat(n), "<tr><td>y<td>z".repeat(n))
    }),
    ("table with caption", |n| format!("<table><caption>{}</caption><tr><th>a<td>b</table>", "c ".repeat(n))),
    ("bars in tables", |n| format!("<table>{}</table>", "<tr><th>a|b<td>c|<br>d".repeat(n))),
    ("tables in each other", |n| "<table><tr><td>x<td>1<tr><td>y".repeat(n)),
    ("tables of layout", |n| {
        "<table><tr><td><p>It rained in the north.</p><p>It stopped.</p></table>".repeat(n)
    }),
    // Code.
    ("paragraphs in code", |n| format!("<pre>{}<h2>x</h2></pre>", "<p>It rained.</p>".repeat(n))),
    ("tables in code", |n| format!("<pre>{}</pre>", "<table><tr><td>x</table>".repeat(n))),
    ("numbers of lines in code", |n| {
        format!("<pre>{}</pre>", counted(n, "<span class=ln>", "</span> x = 1\n"))
    }),
    ("code", |n| "<pre><code class=language-rust>let x = 1;</code></pre>".repeat(n)),
    ("lines of code", |n| {
        format!("<pre><code class=language-rust>{}</code></pre>", "let x = 1;\n".repeat(n))
    }),
    ("coloured code", |n| format!("<pre><code>{}</code></pre>", "<span class=k>let</span> x;\n".repeat(n))),
    ("code in lines", |n| {
        format!("<div class=highlight>{}</div>", "<div class=line><code>x = 1</code></div>".repeat(n))
    }),
    ("table of code", |n| {
        let row = "<tr><td class=gutter>1</td><td class=code><pre>x = 1</pre></td></tr>";
        format!("<table class=highlight>{}</table>", row.repeat(n))
    }),
    ("table of two columns of code", |n| {
        let (numbers, lines) = (counted(n, "", "\n"), counted(n, "x = ", "\n"));
        format!("<table><tr><td><pre>{numbers}</pre><td><pre>{lines}</pre></table>")
    }),
    ("inline code", |n| format!("<p>{}</p>", "so <code>x</code> is ".repeat(n))),
    ("grave accents in code", |n| format!("<p><code>{}</code></p>", "`` ` ".repeat(n))),
    ("grave accents that grow", |n| {
        format!("<p>{}</p>", each(n, |i| format!("<code>{}</code> x ", "`".repeat(i % 40))))
    }),
    ("a fence of grave accents", |n| format!("<pre>{}</pre>", "`".repeat(n))),
    // Quotations and pull quotes.
    ("long pull quote", |n| {
        let quote = counted(n, "word", " ");
        format!(
            "<blockquote class=pull-quote><p>{quote}</p></blockquote>{}",
            counted(n, "<p>It was day ", " of rain.")
        )
    }),
    ("pull quotes", |n| {
        each(n, |i| {
            format!(
                "<aside class=pullquote>I do it because somebody ought to notice day {i}</aside><p>It rained on day {i}.</p>"
            )
        })
    }),
    ("signed quotations", |n| {
        counted(
            n,
            "<blockquote><p>“Somebody ought to notice day ",
            ".”</p><footer>Ann Lee</footer></blockquote>",
        )
    }),
    ("cites in a quotation", |n| format!("<blockquote>{}</blockquote>", "<cite>Ann Lee</cite> x".repeat(n))),
    ("q", |n| format!("<p>{}</p>", "<q>so it is</q> he said, ".repeat(n))),
    ("q in each other", |n| "<q>so ".repeat(n)),
    // Pictures.
    ("figures around many texts", |n| format!("{}{}", "<figure>".repeat(400), "x<br>".repeat(n))),
    ("many pictures of many figures", |n| {
        format!("{}{}", "<figure>".repeat(5), counted(n, "<img src=a", ".jpg><br>x"))
    }),
    ("pictures with one caption behind", |n| {
        format!("<figure>{}<p>It rained.</p></figure>", counted(n, "<p>x</p><img src=a", ".jpg>"))
    }),
    ("pictures", |n| counted(n, "<img src=a", ".jpg alt='Rain in the north'>")),
    ("figures", |n| {
        counted(
            n,
            "<figure><img data-src=a",
            ".jpg><figcaption>The river. Photo: Bo Li</figcaption></figure>",
        )
    }),
    ("figures in each other", |n| "<figure><img src=a.jpg><div>".repeat(n)),
    ("figures around tables", |n| {
        format!("{}{}", "<figure>".repeat(n), "<table><tr><td>x</table></figure>".repeat(n))
    }),
    ("many pictures of a figure", |n| {
        format!("<figure>{}<figcaption>Rain</figcaption></figure>", counted(n, "<img src=a", ".jpg>"))
    }),
    ("many captions of a figure", |n| {
        format!("<figure><img src=a.jpg>{}</figure>", "<figcaption>Rain</figcaption>".repeat(n))
    }),
    ("a long caption", |n| {
        format!(
            "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
            "Rain (Photo: Bo Li) ".repeat(n)
        )
    }),
    ("lines that caption", |n| counted(n, "<img src=a.png><p class=caption>The river on day ", "</p>")),
    ("srcset", |n| format!("<img srcset='{}'>", counted(n, "a", ".jpg 100w, "))),
    ("sources of a picture", |n| {
        format!("<picture>{}<img src=a.jpg></picture>", counted(n, "<source srcset='a", ".jpg 1x'>"))
    }),
    ("noscript pictures", |n| counted(n, "<figure><noscript><img src=a", ".jpg></noscript></figure>")),
    ("data pictures", |n| format!("<img src='data:image/png;base64,{}'>", "AAAA".repeat(n))),
    ("pictures in links", |n| counted(n, "<a href=/x><img src=a", ".jpg></a>")),
    ("alternative text again", |n| {
        "<img src=a.jpg alt='It rained in the north'><p>It rained in the north</p>".repeat(n)
    }),
    ("pictures of formulas", |n| "<img class=tex alt='{\\displaystyle x}' src=a.png>".repeat(n)),
    // Embeds and formulas.
    ("films", |n| counted(n, "<iframe src=https://www.youtube.com/embed/", "></iframe>")),
    ("posts", |n| {
        counted(
            n,
            "<blockquote class=twitter-tweet><p>Rain</p><a href=https://twitter.com/a/status/",
            ">May</a></blockquote>",
        )
    }),
    ("recordings", |n| {
        "<audio src=a.mp3></audio><video><source src=b.mp4></video><object data=c.pdf></object>".repeat(n)
    }),
    ("formulas", |n| {
        "so <math><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></math> is ".repeat(n)
    }),
    ("formulas of script", |n| "<p><script type='math/tex'>x</script></p>".repeat(n)),
    ("a long formula", |n| format!("<math>{}</math>", "<mrow><mi>x</mi><mo>+</mo></mrow>".repeat(n))),
    ("a long formula of TeX", |n| format!("<p>\\({}\\)</p>", "\\frac{x}{y} $ ".repeat(n))),
    // Inside a paragraph.
    ("a long link around many looks", |n| {
        format!("<p><a href='/{}'>{}</a>", "a".repeat(10 * n), "a <b>b</b> <i>c</i> ".repeat(n))
    }),
    ("a link around many paragraphs", |n| format!("<a href='#top'>{}</a>", "<p>It rained.</p>".repeat(n))),
    ("a link to a note around many paragraphs", |n| format!("<a href='#fn1'>{}</a>", "<p>1</p>".repeat(n))),
    ("unseen words", |n| format!("<p>{}", "a <span hidden>x <b>y</b></span> and ".repeat(n))),
    ("links that differ", |n| format!("<p>{}</p>", counted(n, "word <a href=/", ">so it is</a> and "))),
    ("looks", |n| {
        format!(
            "<p>{}</p>",
            "<b>a</b><i>b</i><sub>c</sub><sup>d</sup><code>e</code><a href=x>f</a> ".repeat(n)
        )
    }),
    ("looks without blanks", |n| format!("<p>{}</p>", "a<b>.b.</b>c<i> d</i>".repeat(n))),
    ("looks in each other, closed", |n| format!("<p>{}</p>", "<b><i><u><em>x</em></u></i></b>".repeat(n))),
    ("a look around many texts", |n| format!("{}<p>{}", "<span><em>".repeat(100), "x <b>y</b> ".repeat(n))),
    ("deleted and inserted", |n| {
        format!("<p>{}</p>", "<del>snow</del><ins>rain</ins> and <s>hail</s> ".repeat(n))
    }),
    ("letters each in an element", |n| format!("<p>{}</p>", "<span>a</span>".repeat(n))),
    ("ruby", |n| format!("<p>{}</p>", "<ruby>雨<rp>(</rp><rt>あめ</rt><rp>)</rp></ruby>".repeat(n))),
    ("addresses in texts", |n| format!("<p>{}</p>", "https://daily.example/a(b)_c*d ".repeat(n))),
    ("footnotes", |n| {
        let notes = "<li id=f1>Note <a href='#r'>↩</a></li>".repeat(n);
        format!("<p>{}</p><ol>{notes}</ol>", "word<sup><a href='#f1'>1</a></sup> ".repeat(n))
    }),
    ("footnotes that differ", |n| {
        let marks = each(n, |i| format!("word<sup id=r{i}><a href='#f{i}'>{i}</a></sup> "));
        format!(
            "<p>{marks}</p><ol>{}</ol>",
            each(n, |i| format!("<li id=f{i}>Note {i} <a href='#r{i}'>↩</a></li>"))
        )
    }),
    ("footnotes to nowhere", |n| format!("<p>{}</p>", counted(n, "word<a href='#f", "'>[1]</a> "))),
    ("markdown", |n| format!("<p>{}</p>", "*a_ [b](c) <d> #e `f` 1. ~g~ \\ ![ ".repeat(n))),
    ("brackets", |n| format!("<p>{}</p>", "[".repeat(n))),
    ("brackets of links", |n| format!("<p>{}</p>", "<a href='a(('>[</a>".repeat(n))),
    ("asterisks", |n| format!("<p>{}</p>", "<i>*</i>*<b>*</b> ".repeat(n))),
    // Live blogs and interviews.
    ("live", |n| {
        each(n, |i| {
            format!(
                "<div class=post><time datetime=2024-05-05T10:{:02}:00Z>10:{:02}</time><h2>Rain {i}</h2><p>It rained on day {i}.</p></div>",
                i % 60,
                i % 60
            )
        })
    }),
    ("live of clocks", |n| {
        each(n, |i| {
            format!(
                "<div class=live-entry><span class=time>{:02}:{:02}</span><p>It rained in the north, entry {i}.</p></div>",
                23 - i / 60 % 24,
                59 - i % 60
            )
        })
    }),
    ("interview", |n| "<p>Q: What is it?</p><p>Dora Whitfield: It is rain.</p>".repeat(n)),
    ("interview of many", |n| {
        each(n, |i| format!("<p>{} {}: It is rain, I think.</p>", name(i), name(7 * i)))
    }),
    ("interview in bold", |n| counted(n, "<p><b>What is day ", "?</b></p><p>It is rain, I think.</p>")),
];
