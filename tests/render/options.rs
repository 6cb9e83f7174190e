//! Options change the looks only.

use proptest::prelude::*;
use pulldown_cmark::Options as Extensions;
use tearsheet::article::{Author, Image, Moment};
use tearsheet::render::{self, Options};
use tearsheet::{Article, Block};

use crate::bodies::{self, article, paragraph, row, span};
use crate::reading;

/// The paragraphs of the body that stand in no table, figure or embed.
fn paragraphs(body: &[Block], options: &Options) -> Vec<String> {
    let markdown = render::markdown(&article(body.to_vec()), options);
    reading::outline(&reading::of_markdown(&markdown, Extensions::ENABLE_TABLES).unwrap())
        .into_iter()
        .filter(|line| line.starts_with("p:") || line.starts_with('h'))
        .collect()
}

proptest! {
    #![proptest_config(bodies::cases(300))]

    #[test]
    fn the_paragraphs_read_the_same_whatever_the_options(
        body in prop::collection::vec(bodies::hostile_spans(), 0..5),
        switches in prop::array::uniform4(any::<bool>()),
    ) {
        let [links, images, tables, embeds] = switches;
        let options = Options::default().links(links).images(images).tables(tables).embeds(embeds);
        let plain: Vec<Block> = body.into_iter().map(|spans| Block::Paragraph { spans }).collect();
        let mut full = Vec::new();
        for block in &plain {
            full.push(block.clone());
            full.push(Block::Separator);
        }
        prop_assert_eq!(paragraphs(&full, &options), paragraphs(&plain, &Options::default()));
        let text = render::text(&article(full), &options);
        prop_assert_eq!(text, render::body_text(&plain).text);
    }
}

fn rich() -> Article {
    let mut image = Image::new("https://a.b/c.png");
    image.lead = true;
    let mut article = article(vec![
        Block::Paragraph { spans: vec![span("", "A "), span("l", "link"), span("", ".")] },
        Block::Table { caption: None, rows: vec![row(true, &["a", "b"]), row(false, &["c", "d"])] },
        Block::Figure { image: Image::new("https://a.b/d.png") },
        Block::Embed {
            kind: tearsheet::article::EmbedKind::Map,
            url: "https://a.b/e".to_owned(),
            caption: None,
        },
    ]);
    article.headline = Some("Rain".to_owned());
    article.standfirst = Some("More of it.".to_owned());
    article.authors = vec![Author::person("Jane Roe"), Author::person("Ivan Petrov")];
    article.images = vec![image, Image::new("https://a.b/d.png")];
    let moment = r#"{"value": "2024-05-05", "precision": "day", "offset_known": false, "raw": "",
                     "origin": {"source": "page", "path": "time"}}"#;
    article.published = serde_json::from_str::<Moment>(moment).ok();
    article
}

#[test]
fn every_option_does_what_it_says() {
    let none = Options::default().links(false).images(false).tables(false).headline(false).embeds(false);
    let cases = [
        (none, "A link.\n\na \\| b\\\nc \\| d\n"),
        (none.links(true), "A [link](https://a.b/).\n\na \\| b\\\nc \\| d\n"),
        (none.tables(true), "A link.\n\n| a | b |\n| --- | --- |\n| c | d |\n"),
        (none.images(true), "A link.\n\na \\| b\\\nc \\| d\n\n![](https://a.b/d.png)\n"),
        (none.embeds(true), "A link.\n\na \\| b\\\nc \\| d\n\n[Map](https://a.b/e)\n"),
        (
            none.headline(true),
            "# Rain\n\nMore of it.\n\n*Jane Roe, Ivan Petrov · 2024-05-05*\n\nA link.\n\na \\| b\\\nc \\| d\n",
        ),
        (
            none.front_matter(true),
            "---\ntitle: \"Rain\"\ndescription: \"More of it.\"\nauthors:\n  - \"Jane Roe\"\n  - \"Ivan Petrov\"\n\
             date: \"2024-05-05\"\nimage: \"https://a.b/c.png\"\n---\n\nA link.\n\na \\| b\\\nc \\| d\n",
        ),
    ];
    for (options, expected) in cases {
        assert_eq!(render::markdown(&rich(), &options), expected, "{options:?}");
    }
    assert_eq!(
        render::html(&rich(), &none.headline(true)),
        "<article>\n<h1>Rain</h1>\n<p class=\"standfirst\">More of it.</p>\n<p class=\"byline\">Jane Roe, Ivan Petrov \
         · <time datetime=\"2024-05-05\">2024-05-05</time></p>\n<p>A link.</p>\n<p>a | b<br>c | d</p>\n</article>\n"
    );
    let lead = "![](https://a.b/c.png)";
    assert!(rich().to_markdown().contains(lead));
    let mut shown = rich();
    shown.body.push(Block::Figure { image: Image::new("https://a.b/c.png") });
    assert_eq!(shown.to_markdown().matches(lead).count(), 1);
}

#[test]
fn text_has_the_headline_and_the_contract_of_the_field() {
    assert_eq!(
        rich().to_text(),
        "Rain\n\nMore of it.\n\nJane Roe, Ivan Petrov · 2024-05-05\n\nA link.\n\na\tb\nc\td"
    );
    assert_eq!(render::text(&rich(), &Options::default().headline(false)), "A link.\n\na\tb\nc\td");
    assert_eq!(article(vec![paragraph("a")]).to_text(), "a");
}

#[test]
fn json_is_read_back() {
    let article = rich();
    for json in [article.to_json(), article.to_json_pretty()] {
        assert_eq!(serde_json::from_str::<Article>(&json).ok().as_ref(), Some(&article));
    }
    assert!(!article.to_json().contains('\n'));
}
