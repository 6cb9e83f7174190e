//! Hints, ranges, and URLs.

use super::super::{Basis, find, find_all, from_url, order_shown};
use super::{check, hints, hints_now};

#[test]
fn day_first_goes_before_the_language() {
    let mut hints = hints("en-US");
    hints.day_first = Some(true);
    assert_eq!(find("05/06/2024", &hints).unwrap().stamp.iso(), "2024-06-05");
    hints.day_first = Some(false);
    hints.language = None;
    assert_eq!(find("05/06/24", &hints).unwrap().stamp.iso(), "2024-05-06");
}

#[test]
fn other_dates_show_the_order() {
    for (text, day_first) in [
        ("posted 28/11/2025 at 7:07 pm, 01/12/2025", Some(true)),
        ("11-29-2024, 09:03 AM", Some(false)),
        ("28/11/2025 and 11/28/2025", None),
        ("01/12/2025", None),
        ("2025/11/28", None),
        ("128/11/2025 or 28/11/20255", None),
        ("", None),
    ] {
        assert_eq!(order_shown(text), day_first, "{text}");
    }
}

#[test]
fn every_date_with_its_place() {
    let text = "Published 5 May 2024, 10:30 | Updated: May 6, 2024 (12 comments)";
    let found = find_all(text, &hints("en"));
    let places: Vec<_> = found.iter().map(|found| (&text[found.range.clone()], found.stamp.iso())).collect();
    assert_eq!(
        places,
        [("5 May 2024, 10:30", "2024-05-05T10:30".to_owned()), ("May 6, 2024", "2024-05-06".to_owned()),]
    );
    let text = "10:30 Uhr, 5. Mai 2024; gestern, 9:00";
    let found = find_all(text, &hints_now("de"));
    assert_eq!(&text[found[0].range.clone()], "10:30 Uhr, 5. Mai 2024");
    assert_eq!((found[0].basis, found[1].basis), (Basis::Stated, Basis::Relative));
    assert_eq!(find("12 March", &hints_now("en")).unwrap().basis, Basis::YearAssumed);
}

#[test]
fn a_word_behind_the_date_is_no_word_for_year() {
    let table: [(&str, &str, &str); 7] = [
        ("", "02.02.2022 A-Frauen", "2022-02-02"),
        ("de", "02.02.2022 A-Frauen", "2022-02-02"),
        ("de", "2. Februar 2022 A-Jugend", "2022-02-02"),
        ("de", "02.02.2022 A 7 gesperrt", "2022-02-02"),
        ("en", "02.02.2022 g-force", "2022-02-02"),
        ("et", "02.02.2022 a", "2022-02-02"),
        ("ru", "02.02.2022 г. - Москва", "2022-02-02"),
    ];
    check(table.map(|(language, text, iso)| {
        let found = find_all(text, &hints(language)).into_iter().next();
        (text, iso, found.map(|found| found.stamp.iso()))
    }));
}

#[test]
fn dates_in_urls() {
    let table = [
        ("https://example.org/2024/05/05/slug", "2024-05-05"),
        ("https://example.org/2024/5/5/slug.html", "2024-05-05"),
        ("https://example.org/world/2024/may/05/slug", "2024-05-05"),
        ("https://example.org/2024-05-05-slug", "2024-05-05"),
        ("https://example.org/a/2024-05-05/slug", "2024-05-05"),
        ("https://example.org/slug-2024-05-05.html", "2024-05-05"),
        ("https://example.org/slug-20240505", "2024-05-05"),
        ("https://example.org/20240505/slug", "2024-05-05"),
        ("https://example.org/news/20240505103000.html", "2024-05-05"),
        ("http://example.cn/n1/2024/0505/c1001-40230000.html", "2024-05-05"),
        ("https://example.de/meldungen/29-10-2021", "2021-10-29"),
        ("http://example.cn/2024-05/05/c_1129999999.htm", "2024-05-05"),
        ("http://example.cn/202405/05/t20240505_529999.shtml", "2024-05-05"),
        ("http://example.cn/a/t20240505_529999.shtml", "2024-05-05"),
        ("https://example.org/31/05/2024/slug", "2024-05-31"),
        ("https://example.org/05/31/2024/slug", "2024-05-31"),
        ("https://example.org/2024/05/slug", "2024-05"),
        ("https://example.org/2024-05/slug", "2024-05"),
        ("https://web.archive.org/web/20240607080910/https://example.org/2024/05/05/slug", "2024-05-05"),
        ("https://web.archive.org/web/20240607080910/https://example.org/slug", ""),
        ("https://web.archive.org/web/20240607080910/example.org/slug", ""),
        ("https://example.org/t/2024-5-1-2024-5-2-issue", ""),
        ("/2024/05/05/slug", "2024-05-05"),
        ("https://example.org/2024/05/05/election-2025-11-04", "2024-05-05"),
        ("https://example.org", ""),
        ("https://example.org/2024", ""),
        ("https://example.org/2024/05", ""),
        ("https://example.org/?date=2024-05-05", ""),
        ("https://example.org/a#2024/05/05/b", ""),
        ("https://example.org/05/06/2024/slug", ""),
        ("https://example.org/2024/13/05/slug", ""),
        ("https://example.org/2024/02/30/slug", ""),
        ("https://example.org/article/20249999", ""),
        ("https://example.org/article-1202405051", ""),
        ("https://example.org/article/120240505", ""),
        ("https://example.org/1984/05/05/slug", ""),
        ("https://20240505.example.org/slug", ""),
        ("https://example.org/top-10-of-2024-5-best", ""),
        ("", ""),
    ];
    check(table.map(|(url, iso)| (url, iso, from_url(url).map(|stamp| stamp.iso()))));
}
