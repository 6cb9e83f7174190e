//! Other forms of the page, and what it says of its use, in the markups of real systems.

use super::*;
use crate::article::FeedKind;

fn head(head: &str) -> Metadata {
    read(&format!("{head}<h1>Rain in the north</h1>{TEXT}"))
}

#[test]
fn the_page_in_other_languages() {
    let page = "https://daily.example/news/rain-in-the-north";
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "<link rel=alternate hreflang=en href=''><link rel=alternate hreflang=de href=/de/regen>\
             <link rel=alternate hreflang=x-default href=https://daily.example/>",
            &[("de", "https://daily.example/de/regen"), ("x-default", "https://daily.example/")],
        ),
        // Polylang and WPML.
        (
            r#"<link rel="alternate" href="https://daily.example/" hreflang="en" /><link rel="alternate" href="https://daily.example/fr/" hreflang="fr" />"#,
            &[("en", "https://daily.example/"), ("fr", "https://daily.example/fr/")],
        ),
        // Relative to a base that comes behind.
        (
            "<link rel=alternate hreflang=pt-BR href=chuva><base href=/pt/>",
            &[("pt-BR", "https://daily.example/pt/chuva")],
        ),
        // Twice, in capitals, among other words of `rel`.
        (
            "<link rel='Alternate canonical' hreflang=es-419 href=/es><link rel=alternate hreflang=es-419 href=/es>",
            &[("es-419", "https://daily.example/es")],
        ),
        ("<link rel=alternate media='only screen' href=https://m.daily.example/>", &[]),
        (
            "<link rel=alternate hreflang='not a tag' href=/x><link rel=alternate hreflang=de href='mailto:a@b'>",
            &[],
        ),
        ("<link rel=stylesheet hreflang=de href=/de.css>", &[]),
    ];
    for (html, expected) in cases {
        let alternates = head(html).alternates;
        let found: Vec<_> = alternates.iter().map(|one| (one.language.as_str(), one.url.as_str())).collect();
        assert_eq!(&found.as_slice(), expected, "{html} on {page}");
    }
    let many = "<link rel=alternate hreflang=de href=/de>".repeat(9);
    let many: String =
        (0..200).map(|n| format!("<link rel=alternate hreflang=de href=/de/{n}>")).collect::<String>()
            + &many;
    assert_eq!(head(&many).alternates.len(), 64);
}

/// Format, URL and title of a feed.
type Named = (FeedKind, &'static str, Option<&'static str>);

#[test]
fn feeds() {
    use FeedKind::{Atom, Json, Rss};
    let cases: &[(&str, &[Named])] = &[
        // WordPress.
        (
            r#"<link rel="alternate" type="application/rss+xml" title="The Daily &raquo; Feed" href="https://daily.example/feed/" /><link rel="alternate" title="JSON" type="application/json" href="https://daily.example/wp-json/wp/v2/posts/1" />"#,
            &[(Rss, "https://daily.example/feed/", Some("The Daily » Feed"))],
        ),
        // Blogger.
        (
            "<link rel='alternate' type='application/atom+xml' title='Rain - Atom' href='/feeds/posts/default' />\
             <link rel='alternate' type='application/rss+xml' title='Rain - RSS' href='/feeds/posts/default?alt=rss' />\
             <link rel='service.post' type='application/atom+xml' href='/feeds/1/posts/default' />",
            &[
                (Atom, "https://daily.example/feeds/posts/default", Some("Rain - Atom")),
                (Rss, "https://daily.example/feeds/posts/default?alt=rss", Some("Rain - RSS")),
            ],
        ),
        (
            "<link rel=alternate type='application/feed+json; charset=utf-8' href=feed.json>",
            &[(Json, "https://daily.example/news/feed.json", None)],
        ),
        ("<link rel=alternate type='application/json+oembed' href=/oembed>", &[]),
        ("<link rel=alternate type=application/rss+xml href='javascript:void(0)'>", &[]),
        (
            "<link rel=alternate type=application/rss+xml hreflang=de href=/de.rss>\
             <link rel=alternate type=application/rss+xml href=/de.rss>",
            &[(Rss, "https://daily.example/de.rss", None)],
        ),
    ];
    for (html, expected) in cases {
        let feeds = head(html).feeds;
        let found: Vec<_> =
            feeds.iter().map(|feed| (feed.kind, feed.url.as_str(), feed.title.as_deref())).collect();
        assert_eq!(&found.as_slice(), expected, "{html}");
    }
    let many: String =
        (0..200).map(|n| format!("<link rel=alternate type=application/rss+xml href=/{n}.rss>")).collect();
    assert_eq!(head(&many).feeds.len(), 64);
}

#[test]
fn the_next_part() {
    let cases = [
        ("<link rel=next href='?page=2'>", Some("https://daily.example/news/rain-in-the-north?page=2")),
        ("<link rel=prev href=/1><link rel=next href=/3>", Some("https://daily.example/3")),
        // The next post of a blog.
        ("<link rel='next' title='Snow in the south' href='https://daily.example/snow/'>", None),
        ("<link rel=next href='data:text/html,x'>", None),
    ];
    for (html, expected) in cases {
        assert_eq!(head(html).next_url.as_deref(), expected, "{html}");
    }
}

#[test]
fn rights() {
    let robots = |html: &str| head(html).rights;
    let none = Rights::default();
    // Yoast and The SEO Framework write limits that are none.
    let yoast = robots(
        "<meta name='robots' content='index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1' />",
    );
    assert_eq!((yoast.no_index, yoast.no_ai, yoast.max_snippet), (false, false, None));
    assert_eq!(yoast.robots.len(), 5);
    assert_eq!(yoast.robots.last().map(String::as_str), Some("max-video-preview:-1"));
    let art = robots("<meta name=\"robots\" content=\"noai, noimageai\">");
    assert_eq!((art.no_ai, art.no_image_ai, art.robots.len()), (true, true, 2));
    let pictures = robots("<META NAME=ROBOTS CONTENT=NoImageAI>");
    assert_eq!((pictures.no_ai, pictures.no_image_ai), (false, true));
    let limits = robots(
        "<meta name=robots content='max-snippet: 160'><meta name=robots content=max-snippet:50,nofollow>",
    );
    assert_eq!(limits.max_snippet, Some(50));
    assert_eq!(robots("<meta name=robots content=nosnippet>").max_snippet, Some(0));
    assert!(robots("<meta name=robots content=none>").no_index);
    assert!(robots("<meta name=robots content='noindex,noarchive'>").no_index);
    // What one search engine is told holds for that one.
    assert_eq!(robots("<meta name=googlebot content=noindex>"), none);
    let reserved = robots(
        "<meta name=\"tdm-reservation\" content=\"1\"><meta name=\"tdm-policy\" content=\"/policies/tdm.json\">",
    );
    assert_eq!(reserved.tdm_reserved, Some(true));
    assert_eq!(reserved.tdm_policy.as_deref(), Some("https://daily.example/policies/tdm.json"));
    assert_eq!(robots("<meta name=tdm-reservation content=0>").tdm_reserved, Some(false));
    assert_eq!(robots("<meta name=tdm-reservation content=yes>"), none);
    assert_eq!(robots("<meta name=tdm-policy content='javascript:1'>"), none);
    let long = format!("<meta name=robots content='{}'>", "a,".repeat(10) + &"x".repeat(200));
    assert_eq!(robots(&long).robots, ["a"]);
    let many: Vec<String> = (0..500).map(|n| format!("d{n}")).collect();
    assert_eq!(robots(&format!("<meta name=robots content='{}'>", many.join(","))).robots.len(), 64);
}
