//! JSON-LD as sites write it, and microdata and RDFa that say the same.

use super::*;

const DAY: &str = "2024-05-05";

/// What a page with these scripts says of its publication.
fn published(scripts: &str) -> Option<String> {
    let html =
        format!("<title>Rain in the north | The Daily</title>{scripts}<h1>Rain in the north</h1>{TEXT}");
    read(&html).published.map(|moment| moment.value)
}

fn script(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

#[test]
fn scripts_however_they_are_written() {
    let article = r#"{"@type":"NewsArticle","headline":"Rain in the north","datePublished":"2024-05-05"}"#;
    let cases = [
        script(article),
        script(&format!("[{article}]")),
        script(&format!("[[{{\"@type\":\"Organization\"}}],{article}]")),
        script(&format!(
            "{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebSite\"}},{article}]}}"
        )),
        script(&format!("{{\"@type\":\"WebPage\",\"mainEntity\":{article}}}")),
        // Several scripts, one of them beyond mending.
        script("{{{ nothing") + &script("") + &script(article),
        // Two values in one script.
        script(&format!("{article}{{\"@type\":\"Organization\"}}")),
        // Marks around the data.
        script(&format!("<!-- {article} -->")),
        script(&format!("//<![CDATA[\n{article}\n//]]>")),
        script(&format!("/* <![CDATA[ */{article}/* ]]> */")),
        script(&format!("\u{feff}{article};")),
        // Raw line breaks and tabs in a string, a trailing comma, a comment, a quotation mark, an escape of no kind.
        script(
            "{\"@type\":\"NewsArticle\",\"description\":\"one\ntwo\tthree\",\"datePublished\":\"2024-05-05\"}",
        ),
        script(r#"{"@type":"NewsArticle","datePublished":"2024-05-05",}"#),
        script(r#"{"@type":"NewsArticle","keywords":["a","b",],"datePublished":"2024-05-05",}"#),
        script("{\"@type\":\"NewsArticle\", // the date\n\"datePublished\":\"2024-05-05\"}"),
        script(r#"{"@type":"NewsArticle","description":"the "best" day","datePublished":"2024-05-05"}"#),
        script(r#"{"@type":"NewsArticle","description":"it\'s","datePublished":"2024-05-05"}"#),
        script(r#"{"@type":"NewsArticle","datePublished":"2024-05-05","description":"cut off"#),
        // References escaped for HTML, which a script doesn't decode.
        script(
            "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2024-05-05&quot;}",
        ),
        // The type in a list, as a URL, and with a profile behind the media type.
        script(r#"{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2024-05-05"}"#),
        script(r#"{"@type":"https://schema.org/NewsArticle","datePublished":"2024-05-05"}"#),
        format!("<script type='application/ld+json; charset=utf-8'>{article}</script>"),
        format!("<script type='Application/LD+JSON'>{article}</script>"),
        // The value in a list, and as a typed one.
        script(r#"{"@type":"NewsArticle","datePublished":["2024-05-05"]}"#),
        script(r#"{"@type":"NewsArticle","datePublished":{"@type":"Date","@value":"2024-05-05"}}"#),
    ];
    for scripts in cases {
        assert_eq!(published(&scripts).as_deref(), Some(DAY), "{scripts}");
    }
}

#[test]
fn every_kind_of_article() {
    for kind in [
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "MedicalScholarlyArticle",
        "TechArticle",
        "Report",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "LiveBlogPosting",
    ] {
        let html = script(&format!(
            "{{\"@type\":\"{kind}\",\"headline\":\"Rain in the north\",\"datePublished\":\"2024-05-05\"}}"
        ));
        assert_eq!(published(&html).as_deref(), Some(DAY), "{kind}");
    }
}

#[test]
fn what_the_page_is_about() {
    let entity = |kind: &str| script(&format!("{{\"@type\":\"{kind}\",\"name\":\"Rain in the north\"}}"));
    for kind in ["Recipe", "Product", "ProfilePage", "LiveBlogPosting", "Event", "JobPosting", "VideoObject"]
    {
        let html =
            format!("<title>Rain in the north</title>{}<h1>Rain in the north</h1>{TEXT}", entity(kind));
        assert_eq!(read(&html).kind.as_deref(), Some(kind));
    }
    // An article goes before what it has beside it.
    let both = entity("Product") + &entity("VideoObject") + &entity("NewsArticle") + &entity("WebPage");
    let html = format!("<title>Rain in the north</title>{both}<h1>Rain in the north</h1>{TEXT}");
    assert_eq!(read(&html).kind.as_deref(), Some("NewsArticle"));
}

#[test]
fn the_entity_of_this_page_among_many() {
    let own = r#"{"@type":"NewsArticle","headline":"Rain in the north","url":"https://daily.example/news/rain-in-the-north","datePublished":"2024-05-05"}"#;
    let other = r#"{"@type":"NewsArticle","headline":"Snow in the south","url":"https://daily.example/news/snow","datePublished":"2023-01-01"}"#;
    let third = r#"{"@type":"NewsArticle","headline":"Rain and more rain","url":"https://daily.example/news/more","datePublished":"2022-01-01"}"#;
    let cases = [
        script(&format!("[{other},{own},{third}]")),
        script(other) + &script(third) + &script(own),
        script(&format!(r#"{{"@type":"ItemList","itemListElement":[{other},{third}]}}"#)) + &script(own),
        script(&format!(r#"{{"@type":"WebPage","mentions":[{other}],"mainEntity":{own}}}"#)),
        // By its URL where the headline is another, by `mainEntityOfPage` where there is no URL.
        script(&own.replace("Rain in the north", "What the rain did")) + &script(other),
        script(&own.replace("\"url\":", "\"mainEntityOfPage\":")) + &script(other),
        script(&own.replace("\"url\":\"https://daily.example/news/rain-in-the-north\"", "\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":\"https://daily.example/news/rain-in-the-north\"}"))
            + &script(other),
        // The entries of a live blog are not the article.
        script(&format!(
            r#"{{"@type":"LiveBlogPosting","headline":"Rain in the north","datePublished":"2024-05-05","liveBlogUpdate":[{{"@type":"BlogPosting","headline":"Rain in the north, again","datePublished":"2024-05-07"}},{other}]}}"#
        )),
        // Nor are its comments.
        script(
            r#"{"@type":"NewsArticle","headline":"Rain in the north","datePublished":"2024-05-05","comment":[{"@type":"Comment","datePublished":"2024-05-09","author":{"name":"Loud Voice"}}]}"#,
        ),
    ];
    for scripts in cases {
        assert_eq!(published(&scripts).as_deref(), Some(DAY), "{scripts}");
    }
    // Where no entity is the page's own, none counts.
    assert_eq!(published(&script(&format!("[{other},{third}]"))), None);
}

#[test]
fn references_are_followed() {
    let html = script(
        r##"{"@graph":[{"@type":"NewsArticle","headline":"Rain in the north","author":[{"@id":"#jane"},{"@id":"#tom"}],"publisher":{"@id":"#daily"},"image":{"@id":"#rain"}},
        {"@id":"#jane","@type":"Person","name":"Jane Doe"},{"@id":"#daily","@type":"Organization","name":"The Daily"},{"@id":"#rain","@type":"ImageObject","url":"https://daily.example/rain.jpg"}]}"##,
    ) + &script(r##"{"@id":"#tom","@type":"Person","name":"Tom Hedge"}"##);
    let html = format!("<title>Rain in the north</title>{html}<h1>Rain in the north</h1>{TEXT}");
    let metadata = read(&html);
    assert_eq!(names(&metadata), ["Jane Doe", "Tom Hedge"]);
    assert_eq!(metadata.site.and_then(|site| site.name).as_deref(), Some("The Daily"));
    assert_eq!(
        metadata.images.first().map(|image| image.url.as_str()),
        Some("https://daily.example/rain.jpg")
    );
    // In a circle, to nothing, and to itself.
    for json in [
        r##"{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","author":{"@id":"#a"},"name":{"@id":"#b"}}]}"##,
        r##"{"@type":"NewsArticle","author":{"@id":"#none"},"publisher":{"@id":""}}"##,
        r##"{"@id":"#a","@type":"NewsArticle","author":{"@id":"#a"},"mainEntity":{"@id":"#a"}}"##,
    ] {
        let html =
            format!("<title>Rain in the north</title>{}<h1>Rain in the north</h1>{TEXT}", script(json));
        assert!(read(&html).authors.is_empty(), "{json}");
    }
}

#[test]
fn size_and_depth_are_bounded() {
    let article = r#"{"@type":"NewsArticle","headline":"Rain in the north","datePublished":"2024-05-05"}"#;
    for hostile in [
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
        format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)),
        format!("{{\"@graph\":[{}]}}", vec!["{\"@type\":\"Organization\"}"; 30_000].join(",")),
        format!("{{\"author\":[{}]}}", vec!["\"Jane Doe\""; 50_000].join(",")),
    ] {
        // What stands beside it is read.
        assert_eq!(published(&(script(article) + &script(&hostile))).as_deref(), Some(DAY));
    }
    // Beyond two megabytes nothing is read.
    let padding = script(&format!("{{\"a\":\"{}\"}}", "x".repeat(2 << 20)));
    assert_eq!(published(&(padding + &script(article))), None);
}

#[test]
fn microdata_and_rdfa_say_the_same() {
    let markups = [
        "<article itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Rain in the north</h1><span \
         itemprop=author itemscope itemtype=https://schema.org/Person><span itemprop=name>Jane Doe</span></span><time \
         itemprop=datePublished datetime=2024-05-05>5 May</time>",
        "<article itemscope itemtype='http://schema.org/BlogPosting'><h1 itemprop='name headline'>Rain in the north</h1>\
         <meta itemprop=datePublished content=2024-05-05><a itemprop=author href=/jane>Jane Doe</a>",
        "<article vocab=https://schema.org/ typeof=NewsArticle><h1 property=headline>Rain in the north</h1><span \
         property=author typeof=Person><span property=name>Jane Doe</span></span><time property=datePublished \
         datetime=2024-05-05>5 May</time>",
        "<article typeof='schema:Article'><h1 property='schema:headline'>Rain in the north</h1><span \
         property='schema:author'>Jane Doe</span><span property='schema:datePublished' content=2024-05-05>5 May</span>",
    ];
    for markup in markups {
        let metadata = read(&format!("<title>The Daily</title>{markup}{TEXT}</article>"));
        assert_eq!(metadata.headline.as_deref(), Some("Rain in the north"), "{markup}");
        assert_eq!(names(&metadata), ["Jane Doe"], "{markup}");
        assert_eq!(metadata.published.map(|moment| moment.value).as_deref(), Some(DAY), "{markup}");
    }
}
