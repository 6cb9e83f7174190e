//! What the readers of metadata may fear.

use super::{Shape, counted, each, name};

fn json(text: &str) -> String {
    format!("<script type=application/ld+json>{text}</script>")
}

/// An article's entity with these properties, each with a comma behind it.
fn entity(properties: &str) -> String {
    json(&format!("{{\"@type\":\"NewsArticle\",{properties}\"headline\":\"Rain in the north\"}}"))
}

pub(super) const METADATA: &[Shape] = &[
    // JSON-LD.
    ("json", |n| json("{\"@type\":\"NewsArticle\"}").repeat(n)),
    ("deep json", |n| json(&"[{\"a\":".repeat(n))),
    ("json of entities", |n| {
        let entity =
            |i| format!("{{\"@type\":\"NewsArticle\",\"headline\":\"Rain {i}\",\"url\":\"/rain/{i}\"}},");
        json(&format!("[{}1]", each(n, entity)))
    }),
    ("json in a circle", |n| {
        let node = |i| {
            format!(
                "{{\"@id\":\"#{i}\",\"@type\":\"Person\",\"name\":\"Ann\",\"author\":{{\"@id\":\"#{}\"}}}},",
                (i + 1) % n.max(1)
            )
        };
        json(&format!(
            "{{\"@graph\":[{}{{\"@type\":\"Article\",\"author\":{{\"@id\":\"#0\"}}}}]}}",
            each(n, node)
        ))
    }),
    ("json authors", |n| {
        let author = |i| {
            format!("{{\"@type\":\"Person\",\"name\":\"{} {}\",\"url\":\"/{i}\"}},", name(i), name(7 * i))
        };
        entity(&format!("\"author\":[{}null],", each(n, author)))
    }),
    ("json authors in one line", |n| {
        entity(&format!("\"author\":\"{}\",", each(n, |i| format!("{} {}, ", name(i), name(7 * i)))))
    }),
    ("json author again", |n| entity(&"\"author\":{\"name\":\"Ann Lee\"},".repeat(n))),
    ("json keywords", |n| entity(&format!("\"keywords\":\"{}\",", counted(n, "word ", ", ")))),
    ("json images", |n| entity(&format!("\"image\":[{}\"\"],", counted(n, "\"/", ".jpg\",")))),
    ("json article body", |n| {
        let text = counted(n, "It rained on day ", " of the year. ");
        format!("{}<p>{text}</p>", entity(&format!("\"articleBody\":\"{text}\",")))
    }),
    ("json article body in paragraphs", |n| {
        let body = counted(n, "It rained on day ", " of that long year. ");
        format!(
            "{}{}",
            entity(&format!("\"articleBody\":\"{body}\",")),
            counted(n, "<p>It rained on day ", " of that long year.</p>")
        )
    }),
    ("json headlines", |n| json("{\"@type\":\"Article\",\"headline\":\"It rains\"}").repeat(n)),
    ("json parts", |n| {
        json(&format!("{}1{}", "{\"@type\":\"WebPage\",\"mainEntity\":".repeat(n), "}".repeat(n)))
    }),
    ("json with marks inside", |n| {
        entity(&format!("\"description\":\"{}\",", "a \"word\" of it ".repeat(n)))
    }),
    ("json with line breaks", |n| entity(&format!("\"description\":\"{}\",", "a\n\t".repeat(n)))),
    ("json comments", |n| entity(&"/* x */ // y\n".repeat(n))),
    ("json commas", |n| entity(&",".repeat(n))),
    ("json escaped", |n| entity(&format!("\"description\":\"{}\",", "&amp;amp;lt;p&gt;\\u00e9".repeat(n)))),
    ("json live blog", |n| {
        let update = |i| {
            format!(
                "{{\"@type\":\"BlogPosting\",\"headline\":\"Rain {i}\",\"datePublished\":\"2024-05-05T10:00:00Z\",\"articleBody\":\"It rained {i}\"}},"
            )
        };
        let post = |i| {
            format!(
                "<div class=post><time datetime=2024-05-05T10:00:00Z>10:00</time><h2>Rain {i}</h2><p>It rained {i}</p></div>"
            )
        };
        let data = format!("{{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[{}1]}}", each(n, update));
        format!("{}{}", json(&data), each(n, post))
    }),
    ("json dates", |n| entity(&"\"datePublished\":\"2024-05-05\",".repeat(n))),
    ("json date of many words", |n| entity(&format!("\"datePublished\":\"{}\",", "5 May 2024 ".repeat(n)))),
    // Elements of the head.
    ("meta", |n| "<meta property=og:title content=Rain><meta name=author content='A B'>".repeat(n)),
    ("meta names", |n| counted(n, "<meta name=n", " content=x>")),
    ("meta authors", |n| each(n, |i| format!("<meta name=author content='{} {}'>", name(i), name(7 * i)))),
    ("meta author of many", |n| {
        format!("<meta name=author content='{}'>", each(n, |i| format!("{} {} and ", name(i), name(7 * i))))
    }),
    ("meta images", |n| counted(n, "<meta property=og:image content=/", ".jpg>")),
    ("meta tags", |n| counted(n, "<meta property=article:tag content='word ", "'>")),
    ("meta titles", |n| counted(n, "<meta property=og:title content='Rain in the north, day ", "'>")),
    ("meta descriptions", |n| {
        counted(n, "<meta name=description content='It rained in the north on day ", "'>")
    }),
    ("meta dates", |n| "<meta property=article:published_time content='2024-05-05T10:00:00Z'>".repeat(n)),
    ("meta date of many words", |n| format!("<meta name=date content='{}'>", "5 May 2024, ".repeat(n))),
    ("a long description", |n| {
        format!("<meta name=description content='{0}'><p>{0}</p>", counted(n, "word", " "))
    }),
    ("a long title", |n| format!("<title>{0}</title><h1>{0}</h1>", counted(n, "word", " | "))),
    ("a long title of dashes", |n| format!("<title>{}</title><h1>x</h1>", "Rain - ".repeat(n))),
    ("a long title, many headings", |n| {
        format!("<title>{}</title>{}", counted(n, "word", " "), counted(n, "<h1>word", " of it</h1>"))
    }),
    ("titles", |n| counted(n, "<title>Rain ", "</title>")),
    ("site names", |n| {
        format!(
            "{}<title>Rain | Daily</title>",
            counted(n, "<meta property=og:site_name content='Daily ", "'>")
        )
    }),
    ("canonical links", |n| counted(n, "<link rel=canonical href=/rain/", ">")),
    ("alternates", |n| counted(n, "<link rel=alternate hreflang=de href=/de/", ">")),
    ("licences", |n| "<link rel=license href=https://creativecommons.org/licenses/by/4.0/>".repeat(n)),
    ("a long address", |n| {
        format!("<link rel=canonical href='https://daily.example/{}'>", "2024/05/05/".repeat(n))
    }),
    ("bases", |n| "<base href=a/>".repeat(n)),
    ("a long base and links", |n| {
        format!(
            "<base href='https://daily.example/{}'><p>{}",
            "a/".repeat(n),
            "<a href=../x>word</a> <img src=b.jpg> ".repeat(n)
        )
    }),
    // Microdata.
    ("microdata of long names", |n| {
        format!(
            "<div itemscope itemtype='{}/Article'><b itemprop='{}'>x</b></div>",
            "a/".repeat(n),
            "a:".repeat(n)
        )
    }),
    ("microdata", |n| "<div itemscope itemtype=https://schema.org/NewsArticle itemprop=hasPart>".repeat(n)),
    ("microdata authors", |n| {
        each(n, |i| {
            format!(
                "<div itemprop=author itemscope><span itemprop=name>{} {}</span></div>",
                name(i),
                name(7 * i)
            )
        })
    }),
    ("microdata authors in each other", |n| {
        "<div itemprop=author itemscope><b itemprop=name>Ann Lee".repeat(n)
    }),
    ("microdata authors around texts", |n| {
        format!("{}{}", "<div itemprop=author>".repeat(400), "x<br>".repeat(n))
    }),
    ("microdata itemref", |n| {
        let ids = counted(n, " i", "");
        format!(
            "<div itemscope itemref='{ids}'></div>{}",
            each(n, |i| format!("<div id=i{i} itemscope itemref=i{}><b itemprop=name>x</b></div>", n - i))
        )
    }),
    ("microdata properties", |n| {
        format!(
            "<div itemscope itemtype=https://schema.org/NewsArticle><p itemprop='{}'>Rain</p>",
            "name headline author ".repeat(n)
        )
    }),
    ("microdata headlines", |n| counted(n, "<h2 itemprop=headline>Rain ", "</h2>")),
    ("comments of readers", |n| {
        "<div itemprop=comment itemscope itemtype=https://schema.org/Comment><b itemprop=author>Ann Lee</b><p>It rained here too.</p></div>".repeat(n)
    }),
    // What the page shows.
    ("bylines", |n| "<div class=byline>By Ann Lee and Bob Ray | 5 May 2024</div>".repeat(n)),
    ("bylines that differ", |n| each(n, |i| format!("<p class=byline>By {} {}</p>", name(i), name(7 * i)))),
    ("a byline of many", |n| {
        format!("<p class=byline>By {}</p>", each(n, |i| format!("{} {}, ", name(i), name(7 * i))))
    }),
    ("a byline of many in links", |n| {
        format!(
            "<p class=byline>By {}</p>",
            each(n, |i| format!("<a rel=author href=/{i}>{} {}</a> and ", name(i), name(7 * i)))
        )
    }),
    ("a byline of letters", |n| format!("<p class=byline>By {}</p>", "A. ".repeat(n))),
    ("a byline of marks", |n| format!("<p class=byline>By Ann Lee {}</p>", "| / · — ".repeat(n))),
    ("authors by their links", |n| {
        each(n, |i| format!("<a rel=author href=/{i}>{} {}</a>", name(i), name(7 * i)))
    }),
    ("boxes of authors", |n| {
        each(n, |i| format!("<div class=author-bio><b>{} {}</b> writes of rain.</div>", name(i), name(7 * i)))
    }),
    ("lines with author, day and source", |n| "<div>Ann Lee 5 May 2024 Source: The Daily</div>".repeat(n)),
    ("sources", |n| counted(n, "<p>Source: The Daily ", "</p>")),
    ("time", |n| "<time datetime=2024-05-05>5 May 2024</time> ".repeat(n)),
    ("times that differ", |n| {
        each(n, |i| {
            format!(
                "<time datetime=2024-05-05T{:02}:{:02}:{:02}Z>x</time> ",
                i / 3600 % 24,
                i / 60 % 60,
                i % 60
            )
        })
    }),
    ("days in words", |n| counted(n, "<span class=date>Published: 5 May ", "</span>")),
    ("days in a line", |n| {
        format!("<p class=date>{}</p>", "Published 5 May 2024, updated 6 May 2024 at 10:00 ".repeat(n))
    }),
    ("days in numbers", |n| format!("<p class=date>{}</p>", "1/2/3/4.5.6-7-8 ".repeat(n))),
    ("days of ago", |n| "<span class=date>3 hours ago</span>".repeat(n)),
    ("days in texts", |n| format!("<p>{}</p>", "on Monday, 5 May 2024, it rained and ".repeat(n))),
    ("clocks", |n| format!("<p class=date>{}</p>", "10:00:00 +02:00 ".repeat(n))),
    ("crumbs", |n| format!("<nav class=breadcrumb>{}</nav>", counted(n, "<a href=/c>Part ", "</a> › "))),
    ("tags", |n| counted(n, "<a rel=tag href=/t>word ", "</a>")),
    ("kickers and standfirsts", |n| {
        counted(n, "<p class=kicker>Weather</p><p class=standfirst>It rained in the north, day ", "</p>")
    }),
    ("headlines", |n| counted(n, "<h1>Rain in the north, day ", "</h1>")),
    ("headlines with a class", |n| counted(n, "<div class=headline>Rain in the north, day ", "</div>")),
    ("languages", |n| counted(n, "<p lang=x", ">It rained.</p>")),
];
