//! Small pages: which texts stay, and which rule marks the others.

use super::*;
use crate::html::parse;
use crate::limits::Limits;

/// Three paragraphs of an article.
const ARTICLE: &str = "<h1>Crane falls into the harbour</h1>\
    <p>The harbour was closed on Tuesday after a crane had fallen into the water near the old lighthouse, the port said.</p>\
    <p>Nobody was hurt, said Maria Holm, who runs the ferry. “We heard a bang and saw the water rise,” she told the paper.</p>\
    <p>Divers will look at the crane on Thursday. The ferry runs from the northern pier until further notice, she added.</p>";

const BODY: [&str; 3] = ["The harbour was closed", "Nobody was hurt", "Divers will look"];

/// The rule over the text that contains `needle`, if any; the text must be there.
fn rule_over(html: &str, needle: &str) -> Option<Rule> {
    let (tree, _) = parse(html, &Limits::default());
    let marks = mark(&tree);
    let text = tree
        .descendants(tree.root())
        .find(|&id| tree.text(id).is_some_and(|text| text.contains(needle)))
        .unwrap_or_else(|| panic!("no {needle:?} in {html}"));
    tree.ancestors(text).find_map(|id| marks.rule(id))
}

#[track_caller]
fn check(html: &str, stay: &[&str], marked: &[(&str, Rule)]) {
    for needle in stay {
        assert_eq!(rule_over(html, needle), None, "{needle:?} in {html}");
    }
    for (needle, rule) in marked {
        assert_eq!(rule_over(html, needle), Some(*rule), "{needle:?} in {html}");
    }
}

/// The article with something before and after it.
#[track_caller]
fn check_around(before: &str, after: &str, marked: &[(&str, Rule)]) {
    check(&format!("<body>{before}<div>{ARTICLE}</div>{after}"), &BODY, marked);
}

#[test]
fn what_is_no_content_is_marked_by_its_rule() {
    use Rule::*;
    for (html, needle, rule) in [
        ("<div hidden>Not shown</div>", "Not shown", Hidden),
        ("<div style='color:red; DISPLAY : none !important'>Not shown</div>", "Not shown", Hidden),
        ("<p style=visibility:hidden>Not shown</p>", "Not shown", Hidden),
        ("<span aria-hidden=true>*</span>", "*", Hidden),
        ("<template><p>For scripts</p></template>", "For scripts", Hidden),
        (
            "<noscript>Please switch on scripts <img width=1 height=1 src=//c/p.gif></noscript>",
            "Please switch",
            Hidden,
        ),
        ("<dialog>Closed for now</dialog>", "Closed for now", Hidden),
        ("<div class=screen-reader-text>Opens in a new window</div>", "Opens in a new", Hidden),
        ("<nav><a href=/>Home</a></nav>", "Home", Navigation),
        ("<div role=navigation><a href=/>Home</a></div>", "Home", Navigation),
        ("<header><a href=/>The Daily Bugle</a></header>", "The Daily Bugle", Navigation),
        ("<footer>© The Daily Bugle</footer>", "© The Daily", Navigation),
        ("<ol class=breadcrumb><li><a href=/>Home</a></li><li>Harbour</li></ol>", "Harbour", Navigation),
        ("<div class='pagination'><a href=2>Next page</a></div>", "Next page", Navigation),
        ("<a class=skip-link href=#main>Skip to content</a>", "Skip to content", Navigation),
        (
            "<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a><li><a href=4>Four</a></ul>",
            "Three",
            LinkList,
        ),
        ("<div class=share-bar>Tell your friends</div>", "Tell your friends", Share),
        ("<div class=socialLinks><a href=x>Fediverse</a></div>", "Fediverse", Share),
        ("<div id=newsletter_signup>Get our letter every day.</div>", "Get our letter", Subscribe),
        ("<section class=article__related><a href=b>Other story</a></section>", "Other story", Promotion),
        ("<div class='more-stories'><a href=b>Other story</a></div>", "Other story", Promotion),
        ("<div id=taboola-below><a href=b>One weird trick</a></div>", "One weird trick", Promotion),
        ("<div class=ad-slot-2>Buy a boat now</div>", "Buy a boat", Advertisement),
        ("<p>ADVERTISEMENT</p>", "ADVERTISEMENT", Advertisement),
        ("<div>– Реклама –</div>", "Реклама", Advertisement),
        ("<form action=/q><input><p>Search the archive</p></form>", "Search the archive", Form),
        ("<select><option>Norway</option></select>", "Norway", Form),
        ("<button>OK</button>", "OK", Form),
        (
            "<div id=comments><p>I saw it fall, it was loud. My dog ran away and came back on Sunday evening.</p></div>",
            "I saw it",
            Comments,
        ),
        ("<div id=disqus_thread>Loading</div>", "Loading", Comments),
        ("<div class=calendar>May 2024</div>", "May 2024", Widget),
        ("<aside id=weather>12 degrees</aside>", "12 degrees", Widget),
    ] {
        check_around("", html, &[(needle, rule)]);
    }
}

#[test]
fn broad_and_partial_names_lose_nothing() {
    for class in [
        "widget",
        "banner",
        "header",
        "section",
        "sidebar",
        "aside",
        "elementor-widget-text-editor",
        "hero-banner",
        "navigate",
        "unrelated",
        "shareholder-news",
        "advance",
        "loading",
        "commentary",
        "has-ads",
        "no-sidebar",
        "with-comments",
        "tag-newsletter",
        "category-social-media",
        "social-policy",
        "cookie-recipe",
        "teaser",
        "article-top",
        "cmp-container",
        "modal-open",
        "fxAdQz",
        "top-[var(--nav-height)]",
    ] {
        let html = format!(
            "<body><div>{ARTICLE}</div><div class='{class}'><p>The crane was built in 1974 and served the port for fifty years. It weighs \
             ninety tons, according to its maker.</p></div>"
        );
        check(&html, &["The crane was built", BODY[0]], &[]);
    }
}

#[test]
fn no_rule_takes_the_article() {
    for wrapped in [
        format!("<body><aside class=sidebar>{ARTICLE}</aside>"),
        format!("<body><form id=aspnetForm action=/><input type=hidden>{ARTICLE}</form>"),
        format!("<body><div class='related newsletter share ad'>{ARTICLE}</div>"),
        format!("<body><nav>{ARTICLE}</nav>"),
        format!("<body><footer>{ARTICLE}</footer>"),
        format!("<body style='display:none'>{ARTICLE}"),
        format!("<body><div style='display:none'>{ARTICLE}</div>"),
        format!("<body><div aria-hidden=true>{ARTICLE}</div>"),
        format!("<body><div hidden id='S:0'>{ARTICLE}</div>"),
        format!("<body><div class=comments>{ARTICLE}</div>"),
        format!("<body><table><tr><td>{ARTICLE}</td></tr></table>"),
        format!("<body><noscript>{ARTICLE}<img src=a.jpg></noscript>"),
    ] {
        check(&wrapped, &BODY, &[]);
    }
}

#[test]
fn marks_that_leave_no_prose_are_undone() {
    let paragraph = |name| {
        format!(
            "<div class={name}><p>{} by {name} was long enough to be a paragraph of an article, as it seems.</p></div>",
            "Text"
        )
    };
    let html = format!(
        "<body>{}{}{}<p>Nothing else.</p>",
        paragraph("related"),
        paragraph("sponsored"),
        paragraph("newsletter")
    );
    assert!(
        ["related", "sponsored", "newsletter"]
            .iter()
            .any(|name| rule_over(&html, &format!("by {name}")).is_none())
    );
}

#[test]
fn parts_that_unfold_stay() {
    let answer = "The ferry takes bicycles free of charge, as it has done since 1990. Dogs need a ticket of their own.";
    for part in [
        format!("<div class=accordion><h3>Bicycles?</h3><div hidden>{answer}</div></div>"),
        format!("<div role=tabpanel hidden>{answer}</div>"),
        format!("<div id=faq-1 class=collapse style='display:none'>{answer}</div>"),
        format!("<div aria-expanded=false>{answer}</div>"),
        format!("<details><summary>Bicycles?</summary>{answer}</details>"),
        format!("<h2><button>The ferry takes bicycles</button></h2><p>{answer}</p>"),
    ] {
        check(&format!("<body><div>{ARTICLE}</div>{part}"), &["The ferry takes bicycles", BODY[1]], &[]);
    }
    let inside = format!("<body><article>{ARTICLE}<div style='display:none'><p>{answer}</p></div></article>");
    check(&inside, &["The ferry takes bicycles"], &[]);
}

#[test]
fn traps_of_the_field() {
    for (html, stay) in [
        // A paragraph that is one long link.
        (
            "<p><a href=x>The port said that it had warned the owner of the crane three times since the spring, in letters that the paper has \
             seen and that it will print in full tomorrow. The owner denies it and says that no letter ever came.</a></p>",
            "The port said that",
        ),
        // Lists inside the text.
        (
            "<ul><li>Ferries leave at nine and at noon.<li>Tickets cost two crowns.<li>Dogs travel free.<li>Bring a coat.</ul>",
            "Tickets cost",
        ),
        (
            "<ul><li><a href=a>The ferry</a>, which is old<li><a href=b>The pier</a>, which is new<li><a href=c>The light</a> at night</ul>",
            "which is old",
        ),
        // A word of a sentence with a telling name.
        (
            "<p>It was <span class=share>his share</span> of the harbour that he sold to the town in the end.</p>",
            "his share",
        ),
        // Real pictures for those without scripts.
        (
            "<noscript><img src=crane.jpg width=800 alt=Crane> Photo of the crane</noscript>",
            "Photo of the crane",
        ),
        // Code whose highlighter has its own names.
        ("<pre><span class=comment>// moves the crane</span></pre>", "moves the crane"),
        // A heading whose id is its text.
        ("<section id=respond-to-review-comments><p>Answer every comment.</p></section>", "Answer every"),
        ("<h2 id=related-work>Related work on cranes</h2>", "Related work on cranes"),
        // "Read more" as a verb of the text.
        (
            "<p>Read more books, said the teacher, and you will know <a href=x>more</a> of cranes than I do.</p>",
            "Read more books",
        ),
        ("<p>Related species include the heron.</p>", "Related species"),
        ("<p>Ad hoc repairs followed.</p>", "Ad hoc"),
    ] {
        check(&format!("<body><div>{ARTICLE}{html}</div>"), &[stay, BODY[2]], &[]);
    }
    // The first article is a teaser card; the lead is a heading; text stands beside blocks; lines end with br.
    let page = "<body><article class=card><a href=b>Other story</a></article><h2>The lead stands in a heading, and it is long enough for two lines.</h2>\
        <div>Text beside a block that says what happened in the harbour on Tuesday night.<div>Inner block</div>Tail text of the story.</div>\
        <div>First line of the story, which ends here.<br><br>Second line of it, which ends there.</div>";
    check(page, &["The lead stands", "Text beside", "Tail text", "First line", "Second line"], &[]);
}

#[test]
fn promotions_in_the_text_are_lines_with_a_link() {
    for line in [
        "<p>Read also: <a href=b>Ferry sinks off the northern cape</a></p>",
        "<p><b>Читайте также:</b> <a href=b>Паром затонул у северного мыса</a></p>",
        "<p>Lesen Sie auch: <a href=b>Fähre vor dem Nordkap gesunken</a></p>",
        "<p>À lire aussi &gt; <a href=b>Un ferry coule au large du cap</a></p>",
        "<div>Διαβάστε επίσης: <a href=b>Βυθίστηκε πλοίο στα ανοιχτά</a></div>",
        "<p>Czytaj też: <a href=b>Prom zatonął przy północnym przylądku</a></p>",
        "<p>あわせて読みたい：<a href=b>北の岬の沖でフェリーが沈没した</a></p>",
        "<p>延伸阅读：<a href=b>渡轮在北角附近海域沉没事故调查</a></p>",
        "<p>اقرأ أيضا: <a href=b>غرق عبارة قبالة الرأس الشمالي</a></p>",
    ] {
        let html = format!("<body><article>{ARTICLE}{line}</article>");
        let link = line.split("href=b>").nth(1).unwrap().split('<').next().unwrap();
        check(&html, &BODY, &[(link, Rule::Promotion)]);
    }
    let list = "<h3>Related articles</h3><ul><li><a href=b>Ferry sinks</a><li><a href=c>Pier burns</a></ul>";
    check_around("", list, &[("Related articles", Rule::Promotion), ("Pier burns", Rule::Promotion)]);
}

#[test]
fn a_month_of_days_is_a_calendar() {
    let days: String = (1..=31)
        .map(|day| format!("<td>{day}</td>{}", if day % 7 == 0 { "</tr><tr>" } else { "" }))
        .collect();
    check_around(
        "",
        &format!("<table><tr><th>Пн<th>Вт</tr><tr>{days}</tr></table>"),
        &[("Пн", Rule::Widget), ("17", Rule::Widget)],
    );
    check(&format!("<body>{ARTICLE}<table><tr><td>Cranes<td>17</tr></table>"), &["Cranes"], &[]);
}

#[test]
fn odd_trees_are_no_trouble() {
    let deep = format!("{}Related{}", "<div><span></span>".repeat(2000), "</div>".repeat(2000));
    let labels = "<p>Related</p><p></p>".repeat(2000);
    let cookies = "<div>We use cookies, by continuing you agree, accept".repeat(600);
    for html in [
        "",
        "<",
        "<table><table><td>1",
        "<a><a><a>x",
        "<frameset><frame>",
        "<svg><nav>x</nav></svg>",
        &deep,
        &labels,
        &cookies,
    ] {
        let (tree, _) = parse(html, &Limits::default());
        let marks = mark(&tree);
        for name in [Name::HTML, Name::BODY] {
            assert_eq!(tree.find(tree.root(), name).and_then(|id| marks.rule(id)), None, "{name:?}");
        }
    }
}

#[test]
fn rules_have_names_of_their_own() {
    let mut names: Vec<&str> =
        Rule::WEAKEST_FIRST.iter().chain([&Rule::Consent]).map(|rule| rule.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 11);
}
