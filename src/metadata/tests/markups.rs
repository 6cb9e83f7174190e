//! One field in the markups that sites give it in.

use super::*;
use crate::article::AuthorRole;

fn page(head: &str, line: &str) -> Metadata {
    read(&format!("<title>Rain in the north</title>{head}<h1>Rain in the north</h1>{line}{TEXT}"))
}

#[test]
fn modified_dates() {
    let day = "2024-05-06";
    let heads = [
        r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain in the north","datePublished":"2024-05-05","dateModified":"2024-05-06T10:00:00Z"}</script>"#,
        r#"<meta property="article:modified_time" content="2024-05-06T10:00:00Z">"#,
        r#"<meta property="og:updated_time" content="2024-05-06T10:00:00Z">"#,
        r#"<meta name="last-modified" content="2024-05-06">"#,
        r#"<meta name="dcterms.modified" content="2024-05-06">"#,
    ];
    for head in heads {
        let modified = page(head, "").modified.unwrap_or_else(|| panic!("{head}"));
        assert!(modified.value.starts_with(day), "{head}: {}", modified.value);
    }
    let lines = [
        "<p>Published 5 May 2024, updated 6 May 2024</p>",
        "<p>5. Mai 2024 | Aktualisiert am 6. Mai 2024</p>",
        "<p class=date>Publié le 5 mai 2024, mis à jour le 6 mai 2024</p>",
        "<p>Опубликовано: 5 мая 2024. Обновлено: 6 мая 2024</p>",
        "<article itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Rain in the north</h1>\
         <meta itemprop=dateModified content=2024-05-06>",
        "<time class=updated datetime=2024-05-06T10:00:00Z>6 May</time>",
        "<p>发布时间：2024-05-05 10:30 更新时间：2024-05-06 08:00</p>",
        "<p>Last updated <time datetime=2024-05-06>May 6</time></p>",
    ];
    for line in lines {
        let read = page("", line);
        let modified = read.modified.unwrap_or_else(|| panic!("{line}"));
        assert!(modified.value.starts_with(day), "{line}: {}", modified.value);
        assert!(read.published.is_none_or(|published| published.value.starts_with("2024-05-05")), "{line}");
    }
}

#[test]
fn roles() {
    use AuthorRole::{Contributor, Editor, Photographer, Translator, Writer};
    let cases: &[(&str, &[(&str, AuthorRole)])] = &[
        (
            "<p class=byline>By Jane Doe | Photos by Tom Hedge</p>",
            &[("Jane Doe", Writer), ("Tom Hedge", Photographer)],
        ),
        (
            "<p class=byline>By Jane Doe | Edited by Ann Brook</p>",
            &[("Jane Doe", Writer), ("Ann Brook", Editor)],
        ),
        (
            "<p class=byline>Jane Doe | Additional reporting by Ann Brook</p>",
            &[("Jane Doe", Writer), ("Ann Brook", Contributor)],
        ),
        (
            "<p class=byline>Von Hans Müller | Übersetzung: Eva Berg</p>",
            &[("Hans Müller", Writer), ("Eva Berg", Translator)],
        ),
        (
            "<p class=byline>Von Hans Müller | Fotos: Eva Berg</p>",
            &[("Hans Müller", Writer), ("Eva Berg", Photographer)],
        ),
        (
            "<div class=author>Автор: Иван Петров | Фото: Анна Речная</div>",
            &[("Иван Петров", Writer), ("Анна Речная", Photographer)],
        ),
        (
            "<div class=auteur>Par Jeanne Dupont | Traduction de Luc Petit</div>",
            &[("Jeanne Dupont", Writer), ("Luc Petit", Translator)],
        ),
        ("<div class=author>责任编辑：王小明</div>", &[("王小明", Editor)]),
    ];
    for (line, expected) in cases {
        let read = page("", line);
        let found: Vec<(&str, AuthorRole)> =
            read.authors.iter().map(|author| (author.name.as_str(), author.role)).collect();
        assert_eq!(found, *expected, "{line}");
    }
}

#[test]
fn who_took_the_picture_is_no_author() {
    let lines = [
        "<p>Photo: Tom Hedge</p>",
        "<p>Foto: Tom Hedge / dpa</p>",
        "<p>Photo by Tom Hedge on Example</p>",
        "<p>Фото: Анна Речная</p>",
        "<div class=author>Foto: Tom Hedge</div>",
        "<p>Fotos: Tom Hedge</p>",
        "<p>Photographie : Luc Petit</p>",
    ];
    for line in lines {
        assert_eq!(names(&page("", line)), [""; 0], "{line}");
        let with_writer = format!("{line}<p>By Jane Doe</p>");
        assert_eq!(names(&page("", &with_writer)), ["Jane Doe"], "{line}");
    }
}

#[test]
fn bylines_by_language() {
    let cases = [
        ("<p>By Jane Doe</p>", "Jane Doe"),
        ("<p>Автор: Иван Петров</p>", "Иван Петров"),
        ("<p>Von Hans Müller</p>", "Hans Müller"),
        ("<p>Par Jeanne Dupont</p>", "Jeanne Dupont"),
        ("<p>Por Ana García</p>", "Ana García"),
        ("<p>Di Marco Rossi</p>", "Marco Rossi"),
        ("<p>Por João Silva</p>", "João Silva"),
        ("<p>Door Jan Jansen</p>", "Jan Jansen"),
        ("<p>Autor: Jan Kowalski</p>", "Jan Kowalski"),
        ("<p>Автор: Олена Шевчук</p>", "Олена Шевчук"),
        ("<p>Autor: Petr Novák</p>", "Petr Novák"),
        ("<p>Av Anna Svensson</p>", "Anna Svensson"),
        ("<p>Yazan: Ayşe Demir</p>", "Ayşe Demir"),
        ("<p>文/王小明</p>", "王小明"),
        ("<p>某某日报记者 王小明</p>", "王小明"),
        ("<p>執筆：山田太郎</p>", "山田太郎"),
        ("<p>글 김철수</p>", "김철수"),
        ("<p>بقلم: أحمد علي</p>", "أحمد علي"),
        ("<p>5 May 2024 · Jane Doe</p>", "Jane Doe"),
        ("<p>This post was written by Jane Doe, Head of Marketing.</p>", "Jane Doe"),
    ];
    for (line, expected) in cases {
        assert_eq!(names(&page("", line)), [expected], "{line}");
    }
    // A rubric beside a date is no name.
    let topic = "<p>5 May 2024 · Mental Health</p><p>Much of mental health is rain and its end.</p>";
    assert_eq!(names(&page("", topic)), [""; 0]);
}

#[test]
fn access() {
    use Access::{Free, Metered, Paywalled, Unknown};
    let ld = |body: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain in the north",{body}}}</script>"#
        )
    };
    let cases = [
        (ld(r#""isAccessibleForFree":false"#), Paywalled),
        (ld(r#""isAccessibleForFree":"True""#), Free),
        (ld(r#""isAccessibleForFree":"http://schema.org/False""#), Paywalled),
        (
            ld(r#""hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}"#),
            Paywalled,
        ),
        (
            ld(
                r#""hasPart":[{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".paid"}]"#,
            ),
            Paywalled,
        ),
        (r#"<meta property="article:content_tier" content="metered">"#.to_owned(), Metered),
        (r#"<meta property="article:content_tier" content="locked">"#.to_owned(), Paywalled),
        (r#"<meta name="content_tier" content="free">"#.to_owned(), Free),
        (r#"<meta name="page.content.locked" content="true">"#.to_owned(), Paywalled),
        (ld(r#""isAccessibleForFree":"perhaps""#), Unknown),
    ];
    for (head, expected) in cases {
        assert_eq!(page(&head, "").access, expected, "{head}");
    }
}

#[test]
fn sources() {
    let cases = [
        ("", "<p>Source: Other Courier</p>", "Other Courier"),
        ("", "<p>Источник: РусьЕв</p>", "РусьЕв"),
        ("", "<p>Quelle: <a href=https://other.example/n/1>Anderer Bote</a></p>", "Anderer Bote"),
        ("", "<p>5 May 2024 | Source: Other Courier</p>", "Other Courier"),
        ("", "<p>2024-05-05 10:30　来源：某某报　作者：王小明</p>", "某某报"),
        ("", "<p>出典：某某新聞</p>", "某某新聞"),
        ("", "<p><a href=https://other.example/>other.example</a></p>", "other.example"),
        ("<link rel=canonical href=https://other.example/news/rain>", "", "other.example"),
        ("<meta name=original-source content=https://other.example/n/1>", "", "other.example"),
        ("<link rel=syndication-source href=https://other.example/n/1>", "", "other.example"),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain in the north","isBasedOn":{"@type":"CreativeWork","name":"Other Courier","url":"https://other.example/n/1"}}</script>"#,
            "",
            "other.example",
        ),
    ];
    for (head, line, expected) in cases {
        let source = page(head, line).source.and_then(|source| source.name);
        assert_eq!(source.as_deref(), Some(expected), "{head}{line}");
    }
}

#[test]
fn headlines_with_more_in_them() {
    let ld = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Weather: Rain in the north"}</script>"#;
    let cases = [
        // JSON-LD joins the kicker, the title for other sites doesn't.
        (
            format!(
                "{ld}<meta property=og:title content='Rain in the north'><h2 class=title><b>Weather:</b> <i>Rain in the north</i></h2>"
            ),
            "Rain in the north",
        ),
        ("<h1>Rain in the north | Opinion</h1>".to_owned(), "Rain in the north"),
        ("<title>Opinion | Rain in the north</title>".to_owned(), "Rain in the north"),
        // What looks like a tag is what the page is about.
        ("<h1>The &lt;table&gt; element explained</h1>".to_owned(), "The <table> element explained"),
        // What a script shows later.
        ("<h1>Rain in the north<x-tip hidden>Save for later</x-tip></h1>".to_owned(), "Rain in the north"),
        // The site comes first in the title, the headline last.
        (
            "<title>Daily » Blog Archive » Rain in the north</title><h1><a href=/>Daily</a></h1><h2>Rain in the north</h2>"
                .to_owned(),
            "Rain in the north",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(read(&format!("{html}{TEXT}")).headline.as_deref(), Some(expected), "{html}");
    }
    let home = "<title>The Daily: news for the whole north</title><h1>News for the whole north</h1>";
    let url = "https://thedaily.example/";
    assert_eq!(read_at(home, url, None).headline.as_deref(), Some("The Daily: news for the whole north"));
}

#[test]
fn dates_that_are_not_the_articles() {
    let lines = [
        "<p>Version 5.2 was released on November 5, 2019, and it is the first of them that runs on both of the banks.</p>",
        "<p>The next meeting of the whole cooperative takes place on 5 February 2020 at the inn beside the old weir.</p>",
    ];
    for line in lines {
        assert_eq!(page("", line).published, None, "{line}");
    }
    let html = "<title>Rain in the north | Weather | 05.05.2024</title><h1>Rain in the north</h1>\
                <p>The weir, 24 April 2024</p>";
    assert_eq!(read(&format!("{html}{TEXT}")).published.unwrap().value, "2024-05-05");
    let html = "<title>Weekly report 14. - 20. Januar 2022 - Daily</title><h1>Weekly report</h1>";
    assert_eq!(read(&format!("{html}{TEXT}")).published, None);
}
