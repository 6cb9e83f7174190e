use super::*;
use crate::article::LimitKind;
use crate::limits::Limits;

fn tree(html: &str) -> Tree {
    parse(html, &Limits::default()).0
}

/// The tree in one line: `name(child child "text")`.
fn outline(html: &str) -> String {
    let tree = tree(html);
    let mut out = String::new();
    for step in tree.walk(tree.root()) {
        match step {
            Step::Enter(id) => match tree.text(id) {
                Some(text) => out.push_str(&format!("{text:?} ")),
                None => out.push_str(&format!("{}(", tree.name_text(tree.name(id)))),
            },
            Step::Leave(_) => {
                out.truncate(out.trim_end().len());
                out.push_str(") ");
            }
        }
    }
    out.trim_end().to_owned()
}

#[test]
fn trees_are_those_of_a_browser() {
    let cases = [
        ("", "(html(head() body()))"),
        ("<p>a<p>b", r#"(html(head() body(p("a") p("b"))))"#),
        ("a<b>c<p>d</b>e", r#"(html(head() body("a" b("c") p(b("d") "e"))))"#),
        ("<table>x<tr><td>y</table>", r#"(html(head() body("x" table(tbody(tr(td("y")))))))"#),
        ("<svg><title>t</title></svg>z", r#"(html(head() body(svg(title("t")) "z")))"#),
        ("<noscript><img></noscript>", "(html(head(noscript()) body(img())))"),
        ("<body><noscript><img></noscript>", "(html(head() body(noscript(img()))))"),
        ("<script>1</script><style>2</style>", "(html(head(script() style()) body()))"),
        ("<script type='application/LD+JSON'>{}</script>", r#"(html(head(script("{}")) body()))"#),
        ("<!-- c -->a<!-- c -->b", r#"(html(head() body("ab")))"#),
        ("<template><p>t</template>", r#"(html(head(template(p("t"))) body()))"#),
    ];
    for (html, expected) in cases {
        assert_eq!(outline(html), expected, "{html}");
    }
}

#[test]
fn attributes_of_formatting_elements_stay_with_the_element() {
    let tree = tree("<b class=one>a<p>b</b><code class='language-x'>c</code>");
    let bold: Vec<_> = tree.descendants(tree.root()).filter(|&id| tree.name(id) == Name::B).collect();
    assert_eq!(tree.attr(bold[0], Name::CLASS), Some("one"));
    let code = tree.find(tree.root(), Name::CODE).unwrap();
    assert_eq!(tree.attr(code, Name::CLASS), Some("language-x"));
}

#[test]
fn attributes_come_together() {
    let tree = tree("<html lang=ru><body class=a><body id=b class=c><html lang=en dir=rtl>");
    let html = tree.find(tree.root(), Name::HTML).unwrap();
    let body = tree.find(tree.root(), Name::BODY).unwrap();
    assert_eq!(tree.attr(html, Name::LANG), Some("ru"));
    assert_eq!(tree.attr(html, Name::DIR), Some("rtl"));
    assert_eq!(tree.attr(body, Name::CLASS), Some("a"));
    assert_eq!(tree.attr(body, Name::ID), Some("b"));
}

#[test]
fn text_is_folded() {
    let tree = tree("<div> a\n\n b<br>c<p>d</p>e<b>f</b>g&nbsp; h</div>");
    assert_eq!(tree.text_content(tree.root()), "a b c d efg h");
}

#[test]
fn selectors_select() {
    let tree = tree(
        "<main id=m><p class='a b' data-x=1>1</p><p>2<span>3</span></p><x-card>4</x-card></main><p>5</p>",
    );
    let cases = [
        ("p", "1|23|5"),
        ("main > p.b", "1"),
        ("#m p:not(.a)", "23"),
        ("[data-x='1']", "1"),
        ("p:has(span), x-card", "23|4"),
        ("p:nth-child(2)", "23|5"),
        ("p + p", "23"),
        (":root > body > p", "5"),
        ("h1", ""),
    ];
    for (css, expected) in cases {
        let selector = Selector::parse(css).unwrap();
        let found: Vec<_> = tree.select(tree.root(), &selector).map(|id| tree.text_content(id)).collect();
        assert_eq!(found.join("|"), expected, "{css}");
    }
    assert_eq!(Selector::parse("p >").unwrap_err().selector, "p >");
}

#[test]
fn walks_stay_below_their_top_and_skip_on_request() {
    let tree = tree("<ul><li>a<li>b</ul>c");
    let list = tree.find(tree.root(), Name::UL).unwrap();
    assert_eq!(tree.descendants(list).count(), 5);
    let mut walk = tree.walk(list);
    let mut seen = 0;
    while let Some(step) = walk.next() {
        if let Step::Enter(id) = step {
            seen += 1;
            if tree.name(id) == Name::LI {
                walk.skip_children(id);
            }
        }
    }
    assert_eq!(seen, 3);
}

#[test]
fn limits_cut_and_say_so() {
    let limits = Limits { nodes: 1000, ..Limits::default() };
    let (tree, partial) = parse(&"<i>x</i>".repeat(10_000), &limits);
    assert_eq!(partial.unwrap().limit, LimitKind::Nodes);
    assert!((1000..2000).contains(&tree.len()), "{}", tree.len());

    let (tree, partial) =
        parse(&format!("<a {}>", (0..999).map(|i| format!("a{i} ")).collect::<String>()), &limits);
    assert_eq!(partial, None);
    let link = tree.find(tree.root(), Name::A).unwrap();
    assert_eq!(tree.attrs(link).count(), limits.attributes);
}

#[test]
fn a_time_limit_of_nothing_stops_after_the_first_piece() {
    let limits = Limits { time: Some(std::time::Duration::ZERO), ..Limits::default() };
    let (_, partial) = parse(&"<p>text".repeat(10_000), &limits);
    if cfg!(feature = "clock") {
        let partial = partial.unwrap();
        assert_eq!(partial.limit, LimitKind::Time);
        assert!((16 << 10..17 << 10).contains(&partial.bytes_read), "{}", partial.bytes_read);
    } else {
        assert_eq!(partial, None);
    }
}

#[test]
fn depth_is_capped_and_the_text_kept() {
    let html = format!("{}deep<script>not this</script>er{}", "<div>".repeat(5000), "</div>".repeat(5000));
    let tree = tree(&html);
    assert_eq!(tree.text_content(tree.root()), "deeper");
    let deepest = tree.descendants(tree.root()).map(|id| tree.ancestors(id).count()).max().unwrap();
    assert!(deepest <= 514, "{deepest}");
}
