//! The room as a whole, on small pages.

mod bylines;
mod dates;
mod headlines;
mod json_ld;
mod markups;
mod rights;

use super::*;
use crate::article::{AuthorKind, Precision, Source};
use crate::limits::Limits;

fn read_at(html: &str, url: &str, fetched: Option<&str>) -> Metadata {
    let (tree, _) = crate::html::parse(html, &Limits::default());
    let marks = crate::clean::mark(&tree);
    let url = ::url::Url::parse(url).ok();
    collect(&Context { tree: &tree, marks: &marks, url: url.as_ref(), fetched, language: None })
}

fn read(html: &str) -> Metadata {
    read_at(html, "https://daily.example/news/rain-in-the-north", None)
}

fn names(metadata: &Metadata) -> Vec<&str> {
    metadata.authors.iter().map(|author| author.name.as_str()).collect()
}

const TEXT: &str = "<p>It rained for most of the week in the north, the weather service said, and the rivers rose by two \
                    metres in places; the council met on Tuesday.</p>";

#[test]
fn an_aggregators_page_gives_headline_and_source_but_no_date() {
    let html = format!(
        "<html lang=ru><title>«We will wait,» says the mayor - Новости</title><div class=t1><b>«We will wait,» says \
         the mayor</b></div><div><a href='/go?u=1'>source.example</a></div><h1>«We will wait,» says the mayor</h1>\
         <div>{TEXT}</div><div class=c><h3>Новости по дням</h3><div>Сегодня,<br>5 мая 2024</div></div>"
    );
    let metadata = read_at(&html, "https://aggregator.example/n/1", None);
    assert_eq!(metadata.headline.as_deref(), Some("«We will wait,» says the mayor"));
    assert_eq!(metadata.source.and_then(|source| source.name).as_deref(), Some("source.example"));
    assert_eq!(metadata.published, None);
    assert_eq!(metadata.languages.first().map(|(tag, _)| tag.as_str()), Some("ru"));
}

#[test]
fn json_ld_names_what_the_page_shows() {
    let html = format!(
        r#"<title>Rain in the north | The Daily</title><meta property="og:site_name" content="The Daily">
        <script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
          {{"@type": "WebSite", "name": "The Daily", "url": "https://daily.example/"}},
          {{"@type": ["NewsArticle"], "headline": "Rain in the north", "author": {{"@id": "/people/jane"}},
            "datePublished": "2024-05-05T09:30:00+03:00", "dateModified": "2024-05-06T10:00:00+03:00",
            "isAccessibleForFree": false, "articleSection": "Weather", "keywords": "rain, rivers",
            "publisher": {{"@type": "Organization", "name": "The Daily"}}, "wordCount": 240,
            "image": {{"@type": "ImageObject", "url": "/i/rain.jpg"}}}},
          {{"@type": "Person", "@id": "/people/jane", "name": "Jane Doe", "url": "https://daily.example/people/jane"}},
        ]}}</script><h1>Rain in the north</h1>{TEXT}"#
    );
    let metadata = read(&html);
    assert_eq!(metadata.headline.as_deref(), Some("Rain in the north"));
    assert_eq!(names(&metadata), ["Jane Doe"]);
    assert_eq!(metadata.authors[0].url.as_deref(), Some("https://daily.example/people/jane"));
    let published = metadata.published.unwrap();
    assert_eq!((published.value.as_str(), published.offset_known), ("2024-05-05T09:30:00+03:00", true));
    assert_eq!(metadata.modified.unwrap().value, "2024-05-06T10:00:00+03:00");
    assert_eq!(metadata.access, Access::Paywalled);
    assert_eq!(metadata.section.as_deref(), Some("Weather"));
    assert_eq!(metadata.tags, ["rain", "rivers"]);
    assert_eq!(metadata.site.unwrap().name.as_deref(), Some("The Daily"));
    assert_eq!(metadata.images[0].url, "https://daily.example/i/rain.jpg");
    assert_eq!((metadata.word_count, metadata.kind.as_deref()), (Some(240), Some("NewsArticle")));
}

#[test]
fn another_articles_entity_counts_for_nothing() {
    let html = format!(
        r#"<title>Rain in the north</title><script type="application/ld+json">[
        {{"@type": "NewsArticle", "headline": "Council votes on bridges", "url": "https://daily.example/news/bridges",
          "author": "Other Person", "datePublished": "2020-01-01"}},
        {{"@type": "ItemList", "itemListElement": [{{"@type": "NewsArticle", "headline": "Rain in the north",
          "datePublished": "2021-01-01"}}]}}]</script><h1>Rain in the north</h1><p>By Jane Doe</p>
        <p>5 May 2024, 10:15</p>{TEXT}"#
    );
    let metadata = read(&html);
    assert_eq!(names(&metadata), ["Jane Doe"]);
    assert_eq!(metadata.published.unwrap().value, "2024-05-05T10:15");
    let provenance = &metadata.provenance["published"];
    assert!(provenance.losers.iter().any(|loser| loser.raw == "2020-01-01"), "{provenance:?}");
}

#[test]
fn the_headline_is_the_pages_own() {
    let cases = [
        // The logo is an `h1`, the headline an `h2`.
        (
            "<title>Rain in the north - The Daily</title><h1><a href='/'>The Daily</a></h1><h2>Rain in the north</h2>",
            "Rain in the north",
        ),
        // A breadcrumb ends with a short form.
        (
            "<meta property='og:title' content='Rain in the north: rivers rise'><nav><h1>Rain</h1></nav><h2>Rain in the north: rivers rise</h2>",
            "Rain in the north: rivers rise",
        ),
        // Typographic marks are those of the page.
        ("<title>\"Rain\" - it's here</title><h1>“Rain” – it’s here</h1>", "“Rain” – it’s here"),
        // The kicker is told from the headline.
        (
            "<title>Rain in the north</title><h1><span class=kicker>Weather</span>: <span>Rain in the north</span></h1>",
            "Rain in the north",
        ),
        // References escaped twice.
        ("<meta property='og:title' content='Rain &amp;amp; &amp;quot;mud&amp;quot;'>", "Rain & \"mud\""),
        // No heading at all.
        ("<title>Rain in the north | The Daily</title><p>text", "Rain in the north"),
    ];
    for (html, expected) in cases {
        assert_eq!(read(html).headline.as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn authors_are_people_of_this_article() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<p class=byline>By <a rel=author href=/a/jane>Jane Doe</a> and <a rel=author href=/a/j>John Smith</a></p>",
            &["Jane Doe", "John Smith"],
        ),
        ("<p>Von Hans Müller, Berlin</p>", &["Hans Müller"]),
        ("<div class=author>Автор: Иван Петров</div>", &["Иван Петров"]),
        ("<div class=comments><p class=author>Loud Voice</p></div>", &[]),
        ("<div class=related-posts><span class=author>Other Person</span></div>", &[]),
        ("<div class=author>3 minutes ago</div>", &[]),
        ("<meta name=author content='https://daily.example/jane'>", &[]),
        ("<meta name=author content='Jane Doe, Reuters'>", &["Jane Doe"]),
        ("<figure><span class=author>Photo Person</span></figure>", &[]),
    ];
    for (line, expected) in cases {
        let html = format!("<title>Rain in the north</title><h1>Rain in the north</h1>{line}{TEXT}");
        assert_eq!(names(&read(&html)), *expected, "{line}");
    }
    let html = format!("<h1>Rain in the north</h1><p class=byline>By Reuters Staff</p>{TEXT}");
    assert_eq!(read(&html).authors[0].kind, AuthorKind::Organization);
}

#[test]
fn dates_are_the_articles() {
    let cases = [
        ("<time datetime='2024-05-05T09:30:00Z'>today</time>", Some("2024-05-05T09:30:00Z")),
        ("<p class=date>5. Mai 2024</p>", Some("2024-05-05")),
        ("<p>Updated 6 May 2024</p>", None),
        ("<div class=related><time datetime=2024-05-05>5 May</time></div>", None),
        ("<footer>© 2024 The Daily, 5 May 2024</footer>", None),
        ("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>", None),
        ("<meta property='article:published_time' content='2031-01-01T00:00:00Z'>", None),
        ("<ol class=comments><li><time datetime=2024-05-05>5 May</time></ol>", None),
    ];
    for (line, expected) in cases {
        let html =
            format!("<html lang=de><title>Rain in the north</title><h1>Rain in the north</h1>{line}{TEXT}");
        let url = "https://daily.example/news/rain";
        let published = read_at(&html, url, Some("2024-06-01T00:00:00Z")).published;
        assert_eq!(published.as_ref().map(|moment| moment.value.as_str()), expected, "{line}");
    }
}

#[test]
fn the_url_dates_where_nothing_else_does() {
    let html = format!("<h1>Rain in the north</h1>{TEXT}");
    let published = read_at(&html, "https://daily.example/2024/05/05/rain", None).published.unwrap();
    assert_eq!((published.value.as_str(), published.precision), ("2024-05-05", Precision::Day));
    assert_eq!(published.origin.source, Source::Url);
}

#[test]
fn utc_gives_way_to_the_day_the_page_shows() {
    let html = format!(
        "<meta property='article:published_time' content='2024-05-06T01:49:00Z'><h1>Rain in the north</h1>\
         <p class=date>May 5, 2024</p>{TEXT}"
    );
    assert_eq!(read(&html).published.unwrap().value, "2024-05-05");
}

#[test]
fn a_canonical_url_to_the_front_page_is_refused() {
    let html = "<link rel=canonical href=/><link rel=amphtml href=/amp/rain><h1>Rain</h1>";
    let metadata = read(html);
    assert_eq!(metadata.canonical_url, None);
    assert_eq!(metadata.amp_url.as_deref(), Some("https://daily.example/amp/rain"));
}

#[test]
fn a_canonical_url_elsewhere_is_the_source() {
    let metadata =
        read("<link rel=canonical href=https://other.example/news/rain><h1>Rain in the north</h1>");
    let source = metadata.source.unwrap();
    assert_eq!(source.name.as_deref(), Some("other.example"));
    assert_eq!(source.url.as_deref(), Some("https://other.example/"));
}

#[test]
fn microdata_of_comments_and_pictures_is_passed_over() {
    let html = format!(
        "<article itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Rain in the north</h1>\
         <span itemprop=author itemscope itemtype=https://schema.org/Person><b itemprop=name>Jane Doe</b></span>\
         <meta itemprop=datePublished content=2024-05-05>\
         <div itemprop=image itemscope itemtype=https://schema.org/ImageObject><i itemprop=author>Photo Person</i></div>{TEXT}\
         <div itemprop=comment itemscope itemtype=https://schema.org/Comment><b itemprop=author>Loud Voice</b>\
         <meta itemprop=datePublished content=2024-05-09></div></article>"
    );
    let metadata = read(&html);
    assert_eq!(names(&metadata), ["Jane Doe"]);
    assert_eq!(metadata.published.unwrap().value, "2024-05-05");
}

#[test]
fn hostile_pages_come_to_an_end() {
    let pages = [
        String::new(),
        "<div class=author>".repeat(20_000),
        "<meta name=author content='a b'>".repeat(50_000),
        format!("<script type=application/ld+json>{}</script>", "[".repeat(100_000)),
        format!(
            "<script type=application/ld+json>{}</script>",
            "{\"@graph\":[{\"@type\":\"Article\",\"a\":\"".repeat(5_000)
        ),
        format!("<h1>{}</h1>", "&amp;amp;".repeat(50_000)),
        "<h2 class=title>a b c d e f</h2>".repeat(20_000),
        format!("<title>{}</title>", "a - ".repeat(20_000)),
    ];
    for page in pages {
        let _ = read(&page);
    }
}
