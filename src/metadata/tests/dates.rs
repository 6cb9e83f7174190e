//! Which day is the article's, by what the page says around it.

use super::*;

fn published(html: &str) -> Option<String> {
    read(html).published.map(|moment| moment.value)
}

#[test]
fn published_dates_in_the_markups_of_systems() {
    let head = "<title>Rain in the north | The Daily</title>";
    let h1 = "<h1>Rain in the north</h1>";
    let cases = [
        // WordPress, old and new.
        (format!("{head}{h1}<time class='entry-date published' datetime=2024-05-05>5</time>"), "2024-05-05"),
        (
            format!("{head}{h1}<time class='entry-date published updated' datetime=2024-05-05>5</time>"),
            "2024-05-05",
        ),
        (
            format!("{head}{h1}<abbr class=published title=2024-05-05T10:00:00Z>Sunday</abbr>"),
            "2024-05-05T10:00:00Z",
        ),
        (
            format!("{head}{h1}{TEXT}<p>This entry was posted in News on May 5, 2024 by Jane.</p>"),
            "2024-05-05",
        ),
        // A box of facts named "document data".
        (
            format!(
                "<html lang=de>{head}{h1}<div class='docData news'><span class=label>Datum:</span> <span \
                 class=value>05.05.2024</span></div>"
            ),
            "2024-05-05",
        ),
        // Keys of meta that systems make up.
        (
            format!("{head}<meta name=w-published-date content=2024-05-05T06:03:43.274Z>{h1}"),
            "2024-05-05T06:03:43Z",
        ),
        (format!("{head}<meta property=article:published:time content=2024-05-05>{h1}"), "2024-05-05"),
        (format!("{head}<meta name=cms-publishDate content='May 5, 2024'>{h1}"), "2024-05-05"),
        // `time` without an attribute, and with the words as its attribute.
        (format!("{head}{h1}<time>May 5, 2024</time>"), "2024-05-05"),
        (format!("{head}{h1}<time datetime='5.May.2024'>5.May.2024</time>"), "2024-05-05"),
        // Facts side by side in one line.
        (
            format!("{head}{h1}<p>by Jane · May 5, 2024 at 3:00 am · One comment so far</p>"),
            "2024-05-05T03:00",
        ),
        // A byline that share buttons stand in.
        (
            format!(
                "{head}{h1}<div class=ShareByline><div>By Jane Doe</div><div>May 5, 2024, 4:19 PM</div><button>Share \
                 </button></div>"
            ),
            "2024-05-05T16:19",
        ),
        // The foot of an entry, as Movable Type calls it.
        (
            format!(
                "{head}{h1}{TEXT}<div class=asset-footer>By Jane on May 5, 2024, 11:51 | 0 Comments</div>"
            ),
            "2024-05-05T11:51",
        ),
        // A class that says "comment" of an opinion piece.
        (
            format!(
                "<html lang=de>{head}{h1}<div class='PublishDate HeaderComment_publishDate'>5. Mai 2024</div>"
            ),
            "2024-05-05",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(published(&format!("{html}{TEXT}")).as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn days_of_other_things_are_not_the_articles() {
    let head = "<title>Rain in the north | The Daily</title><h1>Rain in the north</h1>";
    let book =
        "<div class=book><p><b>Author:</b> Ann Brook<br><b>Released:</b> June 17, 2023 by Hedge Books</div>";
    let post = "<blockquote class=instagram-media><p>Rain! <time datetime=2023-03-12T19:30:12Z>12 March</time>\
                </blockquote>";
    let cases = [
        format!("{head}<p>by Jane · May 5, 2024 · One comment</p>{TEXT}{book}"),
        format!("{head}{post}<p class=date>May 5, 2024</p>{TEXT}"),
        format!(
            "{head}<p class=date>May 5, 2024</p>{TEXT}<div class=field--name-changed><time datetime=2024-07-07>7 July</time></div>"
        ),
    ];
    for html in cases {
        assert_eq!(published(&html).as_deref(), Some("2024-05-05"), "{html}");
    }
    assert_eq!(published(&format!("{head}{TEXT}{post}")), None);
    let number = "<p class=date>Updated May 5, 2024</p>";
    let reprint = "<p>The Weekly No. 1229 (published May 27, 2024)</p>";
    assert_eq!(published(&format!("{head}{number}{}{reprint}", TEXT.repeat(20))), None);
    // A date of a draft, which the page calls the first publication, after the day of the publication itself.
    let journal = format!(
        "<meta name=citation_date content=2024-05-05>{head}<p>Published on <time>05.May.2024</time></p><p>Preprint, first \
         published <time>04.Apr.2024</time></p>{TEXT}"
    );
    assert_eq!(published(&journal).as_deref(), Some("2024-05-05"));
}

#[test]
fn the_day_of_a_change_is_no_day_of_publication() {
    let head = "<title>Rain in the north | The Daily</title><h1>Rain in the north</h1>";
    for line in [
        "<p>Updated on May 5, 2024</p>",
        "<p class=date>Last modified: May 5, 2024</p>",
        "<html lang=de><p>Stand: 5. Mai 2024</p>",
        "<html lang=fr><p>Mis à jour le 5 mai 2024</p>",
        "<html lang=zh><p>更新时间：2024年5月5日</p>",
        "<div class=field--name-changed><time datetime=2024-05-05>5 May</time></div>",
    ] {
        let metadata = read(&format!("{head}{line}{TEXT}"));
        assert_eq!(metadata.published, None, "{line}");
        assert_eq!(metadata.modified.map(|moment| moment.value).as_deref(), Some("2024-05-05"), "{line}");
    }
}

#[test]
fn days_of_the_page_and_of_what_stands_around_the_article() {
    let title = "<title>Rain in the north | The Daily</title>";
    let h1 = "<h1>Rain in the north</h1>";
    let cases = [
        // Widgets with the day of the fetch.
        format!("{title}<div class=topbar>Today is Saturday, June 1, 2024</div>{h1}{TEXT}"),
        format!("{title}<div>Сегодня, 1 июня 2024</div>{h1}{TEXT}"),
        format!(
            "{title}<div class=clock><time datetime=2024-06-01T00:00:00Z>June 1, 2024</time></div>{}{h1}{TEXT}",
            TEXT.repeat(4)
        ),
        // Calendars, menus, the foot of the page.
        format!("{title}{h1}{TEXT}<table class=calendar><caption>May 2024</caption><tr><td>5<td>6</table>"),
        format!("{title}<nav><a href=/2024/05/05>5 May 2024</a></nav>{h1}{TEXT}"),
        format!("{title}{h1}{TEXT}<footer>© 1999–2024 The Daily. Updated 5 May 2024</footer>"),
        format!("{title}{h1}{TEXT}<p>Copyright 5 May 2024 The Daily</p>"),
        // Comments and other stories.
        format!(
            "{title}{h1}{TEXT}<div id=comments><div class=comment><time datetime=2024-05-05>5 May</time></div></div>"
        ),
        format!(
            "{title}{h1}{TEXT}<section class=related-posts><h3>Snow</h3><time>5 May 2024</time></section>"
        ),
        format!("{title}{h1}{}<aside><h3>Snow</h3><p class=date>5 May 2024</p></aside>", TEXT.repeat(8)),
        // What is to come, what is before the web, day zero and its evening.
        format!("{title}<meta property=article:published_time content=2031-01-01>{h1}{TEXT}"),
        format!("{title}<meta property=article:published_time content=1963-05-05>{h1}{TEXT}"),
        format!("{title}<meta property=article:published_time content=0>{h1}{TEXT}"),
        format!("{title}<meta property=article:published_time content=1970-01-01T00:00:00Z>{h1}{TEXT}"),
        format!("{title}<meta property=article:published_time content=1969-12-31T19:00:00-05:00>{h1}{TEXT}"),
        format!("{title}<meta property=article:published_time content=0001-01-01T00:00:00>{h1}{TEXT}"),
        format!("{title}{h1}<p>Event date: 5 May 2024</p>{TEXT}"),
    ];
    for html in cases {
        let published =
            read_at(&html, "https://daily.example/news/rain", Some("2024-06-01T00:00:00Z")).published;
        assert_eq!(published, None, "{html}");
    }
}

#[test]
fn what_is_told_from_the_fetch_is_read_against_it_alone() {
    let html =
        format!("<title>Rain in the north</title><h1>Rain in the north</h1><time>3 hours ago</time>{TEXT}");
    let url = "https://daily.example/news/rain";
    assert_eq!(read_at(&html, url, None).published, None);
    let published = read_at(&html, url, Some("2024-06-01T12:00:00Z")).published.unwrap();
    assert_eq!((published.value.as_str(), published.precision), ("2024-06-01T09", Precision::Hour));
}
