//! What a page is called, where several of its parts say so.

use super::*;

fn headline(html: &str) -> Option<String> {
    read(&format!("{html}{TEXT}")).headline
}

#[test]
fn the_headline_as_the_page_shows_it() {
    let ld = |headline: &str| {
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\"}}</script>"
        )
    };
    let cases = [
        // The kind of the piece on both sides.
        ("<h1>Opinion | Rain in the north | Editorial</h1>".to_owned(), "Rain in the north"),
        // The readings of characters are for those who need them.
        ("<h1><ruby>雨<rp>(</rp><rt>あめ</rt><rp>)</rp></ruby>が<ruby>降<rt>ふ</rt></ruby>る</h1>".to_owned(), "雨が降る"),
        // An old template: the site, a word of the system, the headline.
        (
            "<meta property=og:site_name content='Rain Remaining'><title>Rain Remaining » Blog Archive » Small rivers \
             rise</title><h1><a href=/>Rain Remaining</a></h1>"
                .to_owned(),
            "Small rivers rise",
        ),
        // A site's name that is a word of the headline.
        (
            "<meta property=og:site_name content=Rain><meta property=og:title content='Rain coats – how to choose'>\
             <title>Rain coats – how to choose | Rain</title><h1>Rain coats – how to choose</h1>"
                .to_owned(),
            "Rain coats – how to choose",
        ),
        // A section behind JSON-LD's headline, a kicker in an element of the heading.
        (
            format!(
                "{}<title>Wet again: Rain in the north | Weather | The Daily</title><h1><span class=kicker>Wet again:</span> \
                 <span>Rain in the north</span></h1>",
                ld("Wet again: Rain in the north | Weather")
            ),
            "Wet again: Rain in the north",
        ),
        // JSON-LD alone leaves the kicker out.
        (
            format!(
                "{}<meta property=og:title content='Story of the week | Rain in the north'><title>Story of the week | \
                 Rain in the north</title><h1><span>Story of the week</span> <span>Rain in the north</span></h1>",
                ld("Rain in the north")
            ),
            "Rain in the north",
        ),
        // A question that the text answers repeats a part of the title.
        (
            "<meta property=og:title content='What is northern rain - a guided introduction'><title>What is northern \
             rain - a guided introduction | Emplo</title><h1>An introduction to northern rain: what to know</h1><p>It \
             rains.<h2>What is northern rain?</h2>"
                .to_owned(),
            "An introduction to northern rain: what to know",
        ),
        // Words that any headline may have don't make a later heading the page's.
        (
            "<meta property=og:title content='Our favourite rainy spots in Hamburg'><title>Where to get wet in Hamburg | \
             The Daily</title><h1>The best weirs and quays for rain</h1><h1>Next in your guide to what is in Hamburg</h1>"
                .to_owned(),
            "The best weirs and quays for rain",
        ),
        // The list of a site's news.
        ("<title>News | National Rain Support Accelerator</title><h1>News</h1>".to_owned(), "News"),
        // No word of the heading is in what the page calls itself: a slogan.
        (
            "<meta property=og:title content='Rain gauges and buckets | Wet Goods'><title>Rain gauges and buckets | Wet \
             Goods</title><h1>Because every drop counts</h1>"
                .to_owned(),
            "Rain gauges and buckets",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(headline(&html).as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn a_front_page_without_a_heading_is_called_as_its_site() {
    let html = "<title>Home - The Rain Blog</title><meta property=og:title content=Home>\
                <meta property=og:site_name content='The Rain Blog'>";
    assert_eq!(headline(html).as_deref(), Some("The Rain Blog"));
    assert_eq!(headline("<title>Home</title>"), None);
}

#[test]
fn a_heading_that_links_to_the_front_page_behind_an_archive_is_the_sites() {
    let html = "<title>Rain talks » Small rivers rise</title><h1><a href=/web/20160218174457/http://rain.example/>Rain \
                talks</a></h1><h2>Small rivers rise</h2>";
    let url = "https://web.archive.example/web/20160218174457/http://rain.example/2010/05/rivers/";
    let metadata = read_at(&format!("{html}{TEXT}"), url, None);
    assert_eq!(metadata.headline.as_deref(), Some("Small rivers rise"));
}
