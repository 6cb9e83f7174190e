//! What the rules that look for furniture may fear: classes, consent, navigation, forms, other stories.

use super::{Shape, counted, each};

pub(super) const PAGE: &[Shape] = &[
    ("names of one element around many texts", |n| {
        format!("<span class='{}'>{}</span>", "ab ".repeat(n), "A line of it, <br><br>".repeat(n))
    }),
    ("names of one element around many paragraphs", |n| {
        format!(
            "<div class='{}'>{}</div>",
            counted(n, "share-", " "),
            counted(n, "<p>It rained on day ", ".</p>")
        )
    }),
    ("one long name around many paragraphs", |n| {
        format!("<div id='{}'>{}</div>", "a-b_cD".repeat(n), counted(n, "<p>It rained on day ", ".</p>"))
    }),
    ("names that differ", |n| {
        each(n, |i| format!("<div class='c{i} d-{i}' id=i{i}><p>It rained.</p></div>"))
    }),
    ("styles", |n| format!("<p style='{}'>x", "display:block; color:red;".repeat(n))),
    ("style sheets", |n| format!("<style>{}</style>", counted(n, ".c", "{display:none}"))),
    ("hidden", |n| "<div hidden><p>It rained.".repeat(n)),
    ("hidden texts", |n| "<div style='display:none'><p>It rained.</div>".repeat(n)),
    // Consent.
    ("consent words", |n| "<div>We use cookies. Accept all</div>".repeat(n)),
    ("consent words in one text", |n| {
        format!("<div><p>{}</p></div>", "We use cookies and your consent. ".repeat(n))
    }),
    ("consent in each other", |n| "<div>We use cookies <button>Accept all</button>".repeat(n)),
    ("consent buttons", |n| format!("<div>We use cookies. {}</div>", "<button>Accept</button>".repeat(n))),
    ("consent platforms", |n| "<div id=onetrust-banner-sdk class=cookie-consent><p>It rained.".repeat(n)),
    ("consent partners", |n| {
        format!(
            "<div class=consent>{}</div>",
            counted(4 * n, "<p>Partner ", " stores data on your device.</p>")
        )
    }),
    // Navigation and other stories.
    // Four empties a repeat: below a thousand the cost is that of the nested elements alone.
    ("dates around many empties", |n| {
        format!("{}{}", "<div class=date>".repeat(100), "<b></b>".repeat(4 * n))
    }),
    ("titles around many empties", |n| format!("{}{}", "<div class=title>".repeat(100), "<b></b>".repeat(n))),
    ("notices around many texts", |n| {
        format!("{}{}", "<div class=correction>".repeat(400), "x<br><br>".repeat(n))
    }),
    ("pull quotes around many texts", |n| {
        format!("{}{}", "<div class=pullquote>".repeat(400), "x<br><br>".repeat(n))
    }),
    ("inline elements around many texts", |n| {
        format!("{}{}", "<span class=share>".repeat(400), "x <br>".repeat(n))
    }),
    ("names of the parent around many footers", |n| {
        format!("<div class='{}'>{}</div>", "ab ".repeat(n), "<footer>x</footer>".repeat(n))
    }),
    ("unnamed blanks around many elements", |n| {
        format!("<p>{}{}", " ".repeat(n), "<span class=share>x</span>".repeat(n))
    }),
    ("navigation", |n| format!("<nav><ul>{}</ul></nav>", counted(n, "<li><a href=/", ">Weather</a>"))),
    ("navigations", |n| "<nav><a href=/>Home</a></nav>".repeat(n)),
    ("lists of links", |n| "<ul><li><a href=/a>Sun in the south</a><li><a href=/b>Snow</a></ul>".repeat(n)),
    ("cards", |n| {
        counted(n, "<div class=card><a href=/a><img src=a.jpg><h3>Rain ", "</h3></a><p>It rained.</p></div>")
    }),
    ("related", |n| {
        "<aside class=related><h3>Read more</h3><a href=/a>Sun in the south</a></aside>".repeat(n)
    }),
    ("related lines", |n| "<p><strong>Read more: <a href=/a>Sun in the south</a></strong></p>".repeat(n)),
    ("share", |n| "<div class=share><a href=https://x.example/share>Share</a></div>".repeat(n)),
    ("comments in each other", |n| "<div class=comment><b>Ann</b><p>It rained here too.".repeat(n)),
    ("comments", |n| "<div class=comment><b>Ann</b><p>It rained here too.</p></div>".repeat(n)),
    ("footers", |n| "<footer>© The Daily</footer>".repeat(n)),
    ("headers in each other", |n| "<header><section><main><article>".repeat(n)),
    ("contents", |n| {
        format!(
            "<ul>{}</ul>{}",
            counted(n, "<li><a href=#s", ">Part</a>"),
            each(n, |i| format!("<h2 id=s{i}>Part</h2><p>It rained.</p>"))
        )
    }),
    ("contents, many lists", |n| "<p>Contents</p><ul><li><a href=#a>x y</a></li></ul>".repeat(n)),
    ("short lines", |n| "<div>Share</div><div>Print</div>".repeat(n)),
    ("lines of labels", |n| "<p>Photo: Bo Li</p><p>Tags:</p><p>Follow us</p>".repeat(n)),
    ("forms", |n| "<form><label>Name<input></label><button>Send</button></form>".repeat(n)),
    ("fields of a form", |n| format!("<form>{}</form>", "<label>Name <input></label>".repeat(n))),
    ("advertisements", |n| "<div class=ad>Advertisement</div>".repeat(n)),
    ("frames with a page inside", |n| {
        format!("<iframe srcdoc='{}'></iframe>", "&lt;p&gt;It rained.".repeat(n))
    }),
    ("empty elements", |n| "<div></div><p></p><span></span>".repeat(n)),
    ("divs around one text", |n| "<div><div><div>It rained.</div></div></div>".repeat(n)),
    ("divs around many texts", |n| {
        format!("{}{}", "<div class=story-body>".repeat(400), counted(n, "<p>It rained on day ", ".</p>"))
    }),
    ("articles", |n| counted(n, "<article><h2>Rain ", "</h2><p>It rained in the north.</p></article>")),
    ("articles in each other", |n| counted(n, "<article><h2>Rain ", "</h2><p>It rained in the north.</p>")),
    ("products", |n| {
        "<div class=product><img src=a.jpg><span class=price>€ 5.00</span><button>Add to cart</button></div>"
            .repeat(n)
    }),
    ("posts of a forum", |n| {
        counted(
            n,
            "<div class=post><a class=author>Ann</a><time>5 May 2024</time><p>It rained here, day ",
            "</p></div>",
        )
    }),
    ("answers", |n| {
        counted(n, "<div itemprop=suggestedAnswer itemscope><p>It is rain, answer ", ".</p></div>")
    }),
    ("pay walls", |n| "<div class=paywall>Subscribe to read on</div>".repeat(n)),
    ("no scripts", |n| "<noscript>Please enable JavaScript</noscript>".repeat(n)),
];
