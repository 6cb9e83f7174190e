//! What kind of page it is: no page ends in a silent empty article.

use url::Url;

use super::Clues;
use super::blocks::{Cut, Holds};
use super::completeness;
use super::decide::Decision;
use super::features::Features;
use crate::article::{Access, Completeness, Verdict, VerdictKind};
use crate::clean::{self, Rule};
use crate::html::{Name, Tree};

/// What a page says of itself.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Signals<'a> {
    /// The type of JSON-LD's main entity: `NewsArticle`, `Product`.
    pub(crate) entity: Option<&'a str>,
    /// The `title` element's text.
    pub(crate) title: Option<&'a str>,
    /// Words of the article as JSON-LD counts them.
    pub(crate) word_count: Option<u32>,
    /// Who may read it, as the page says.
    pub(crate) access: Access,
    /// The page's URL.
    pub(crate) url: Option<&'a Url>,
}

impl Signals<'_> {
    /// Whether the page is a discussion: what readers wrote is its content.
    pub(crate) fn is_discussion(&self) -> bool {
        if matches!(self.entity, Some("DiscussionForumPosting" | "QAPage")) {
            return true;
        }
        let Some(url) = self.url else { return false };
        let host = url.host_str().unwrap_or("");
        let named = |word: &str| {
            matches!(
                word,
                "forum"
                    | "forums"
                    | "board"
                    | "boards"
                    | "community"
                    | "discuss"
                    | "discussion"
                    | "discussions"
                    | "bbs"
            )
        };
        let in_path = url.path().split('/').any(|part| {
            let word = part.split('.').next().unwrap_or(part);
            matches!(
                word,
                "viewtopic" | "showthread" | "viewthread" | "threads" | "thread" | "topic" | "topics"
            ) || named(word) && word != "community" && word != "board"
        });
        in_path || host.split('.').any(named)
    }
}

/// The verdict with what goes along.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) completeness: Completeness,
}

/// Less running text than this, in letters, is no article by itself: a short sentence.
const LITTLE: f32 = 100.0;

/// A demand for consent is shorter than this.
const CONSENT: f32 = 2000.0;

/// What the page amounts to in figures.
struct Figures {
    kept: f32,
    /// What the rules alone kept: they look for one article, and find little on pages of another kind.
    kept_by_rules: f32,
    good_outside: f32,
    consent: f32,
    linked: f32,
    length: f32,
    links_in_headings: u32,
    scripts: u32,
    /// The kept text, where it is little.
    text: String,
}

/// Judges a page.
pub(crate) fn judge(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    rules: &Decision,
    decision: &Decision,
    clues: &Clues<'_>,
) -> Judged {
    let figures = measure(tree, cut, features, rules, decision);
    let verdict = kind(tree, &figures, clues);
    let is_article = matches!(verdict.kind, VerdictKind::Article | VerdictKind::LiveBlog);
    let completeness =
        if is_article { completeness::measure(tree, cut, decision, clues) } else { Completeness::default() };
    Judged { verdict, completeness }
}

fn measure(tree: &Tree, cut: &Cut, features: &Features, rules: &Decision, decision: &Decision) -> Figures {
    let mut figures = Figures {
        kept: 0.0,
        kept_by_rules: 0.0,
        good_outside: 0.0,
        consent: 0.0,
        linked: 0.0,
        length: 0.0,
        links_in_headings: 0,
        text: String::new(),
        scripts: tree.descendants(tree.root()).filter(|&id| tree.name(id) == Name::SCRIPT).count() as u32,
    };
    for (index, block) in cut.blocks.iter().enumerate() {
        if block.holds != Holds::Text {
            continue;
        }
        let of = &features.blocks[index];
        if cut.container(block).rule == Some(Rule::Consent) {
            figures.consent += of.length;
            continue;
        }
        figures.length += of.length;
        figures.linked += block.counts.link_chars as f32;
        if of.heading > 1 && of.link_density > 0.8 {
            figures.links_in_headings += 1;
        }
        if rules.reasons[index].keeps() {
            figures.kept_by_rules += of.length;
        }
        if decision.reasons[index].keeps() {
            figures.kept += of.length;
            if figures.kept < CONSENT {
                figures.text.push_str(&cut.text(tree, block));
                figures.text.push('\n');
            }
        } else if of.is_good() {
            figures.good_outside += of.length;
        }
    }
    figures
}

fn kind(tree: &Tree, figures: &Figures, clues: &Clues<'_>) -> Verdict {
    let title = clues.signals.title.or(clues.headline).unwrap_or("").to_lowercase();
    let entity = clues.signals.entity.unwrap_or("");
    let short = figures.kept < 900.0;
    let bare = matches!(title.trim(), "404" | "403" | "500" | "not found" | "error" | "forbidden");
    if short && (bare || says(&title, ERRORS)) {
        return Verdict::new(VerdictKind::ErrorPage, 0.9, "the title is that of an error");
    }
    if short {
        let start = start_of_text(tree).to_lowercase();
        if says(&title, BOT_CHECKS)
            || figures.length < 2000.0 && figures.kept < 600.0 && says(&start, BOT_CHECKS)
        {
            return Verdict::new(VerdictKind::BotWall, 0.9, "the page checks for a robot");
        }
        if figures.kept < 500.0 && says(&start, NEEDS_SCRIPT) && figures.length < 1500.0 {
            return Verdict::new(
                VerdictKind::ScriptShell,
                0.85,
                "the page asks for JavaScript and has no text of its own",
            );
        }
    }
    let says_article = entity.ends_with("Article") || entity.ends_with("Posting") && entity != "JobPosting";
    // `/?p=959` is an article by its number.
    let numbered = |query: &str| query.bytes().any(|byte| byte.is_ascii_digit());
    if clues.signals.url.is_some_and(|url| url.path() == "/" && !url.query().is_some_and(numbered))
        && !says_article
        && figures.linked > 0.4 * figures.length
        && figures.length > 400.0
    {
        return Verdict::new(VerdictKind::Index, 0.75, "the front page of a site, mostly links");
    }
    if figures.kept < LITTLE && !(says_article && figures.kept > 60.0) {
        if figures.consent > 100.0 && figures.consent > 2.0 * (figures.length - figures.linked) {
            return Verdict::new(VerdictKind::ConsentWall, 0.85, "the text is a demand for consent");
        }
        if figures.length < 100.0 && figures.scripts >= 2 {
            return Verdict::new(VerdictKind::ScriptShell, 0.8, "scripts and no text");
        }
        if figures.linked > 0.5 * figures.length && figures.length > 400.0 {
            return Verdict::new(VerdictKind::Index, 0.7, "mostly links");
        }
    }
    if !says_article
        && figures.kept < CONSENT
        && figures.good_outside < 500.0
        && figures.kept > 0.4 * (figures.length - figures.linked)
        && clean::asks_for_consent(&figures.text)
    {
        return Verdict::new(VerdictKind::ConsentWall, 0.8, "all there is to read asks for consent");
    }
    let short = figures.kept_by_rules < 900.0;
    match entity {
        "LiveBlogPosting" => {
            return Verdict::new(VerdictKind::LiveBlog, 0.95, "JSON-LD says LiveBlogPosting");
        }
        _ if clues.signals.is_discussion() => {
            return Verdict::new(VerdictKind::Forum, 0.9, "JSON-LD or the URL says a discussion");
        }
        "Product" if short => return Verdict::new(VerdictKind::Product, 0.8, "JSON-LD says Product"),
        "CollectionPage" | "ItemList" | "SearchResultsPage" if short => {
            return Verdict::new(VerdictKind::Index, 0.8, "JSON-LD says a collection");
        }
        "ImageGallery" if short => {
            return Verdict::new(VerdictKind::Gallery, 0.8, "JSON-LD says ImageGallery");
        }
        _ => {}
    }
    if !says_article
        && figures.links_in_headings >= 6
        && figures.kept_by_rules < 0.5 * (figures.kept + figures.good_outside + figures.linked)
    {
        return Verdict::new(
            VerdictKind::Index,
            0.45,
            "many headings that are links, and no text that stands out",
        );
    }
    if says_article && figures.kept > 60.0 {
        return Verdict::new(
            VerdictKind::Article,
            0.95,
            "the page calls itself an article, and the text is there",
        );
    }
    let linked = figures.linked > 0.5 * figures.length && figures.length > 400.0;
    if !says_article && figures.kept_by_rules < LITTLE && linked {
        return Verdict::new(VerdictKind::Index, 0.7, "mostly links");
    }
    if figures.kept >= LITTLE {
        let share = figures.kept / figures.length.max(1.0);
        return Verdict::new(VerdictKind::Article, (0.6 + 0.3 * share).min(0.9), "running text stands out");
    }
    if figures.linked > 0.5 * figures.length && figures.length > 200.0 {
        return Verdict::new(VerdictKind::Index, 0.6, "mostly links");
    }
    Verdict::new(VerdictKind::Other, 0.5, "little running text")
}

/// The first two thousand bytes of visible text, `noscript` with it.
fn start_of_text(tree: &Tree) -> String {
    let mut text = String::new();
    let mut blank = false;
    for id in tree.descendants(tree.root()) {
        if let Some(piece) = tree.text(id) {
            let parent = tree.parent(id).map(|parent| tree.name(parent));
            if !matches!(parent, Some(Name::SCRIPT | Name::STYLE | Name::TITLE)) {
                crate::html::push_folded(&mut text, piece, &mut blank);
                blank = true;
            }
        }
        if text.len() > 2000 {
            break;
        }
    }
    text
}

fn says(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}

const ERRORS: &[&str] = &[
    "error 404",
    "404 error",
    "404 not found",
    "404 -",
    "404 –",
    "404 |",
    "| 404",
    "page not found",
    "403 forbidden",
    "access denied",
    "internal server error",
    "bad gateway",
    "service unavailable",
    "error 500",
    "page doesn't exist",
    "page does not exist",
    "seite nicht gefunden",
    "page introuvable",
    "página no encontrada",
    "pagina non trovata",
    "página não encontrada",
    "страница не найдена",
    "сторінку не знайдено",
    "nie znaleziono",
    "strona nie istnieje",
    "sayfa bulunamadı",
    "pagina niet gevonden",
    "sidan hittades inte",
    "siden blev ikke fundet",
    "stránka nenalezena",
    "页面不存在",
    "ページが見つかりません",
    "페이지를 찾을 수 없습니다",
];

const BOT_CHECKS: &[&str] = &[
    "just a moment...",
    "attention required! | cloudflare",
    "checking your browser",
    "verify you are human",
    "are you a robot",
    "you are not a robot",
    "not a bot",
    "please verify",
    "security check",
    "ddos-guard",
    "captcha",
    "проверка браузера",
    "подтвердите, что вы не робот",
    "unusual traffic",
    "ray id",
    "pardon our interruption",
];

const NEEDS_SCRIPT: &[&str] = &[
    "enable javascript",
    "javascript is disabled",
    "javascript is required",
    "requires javascript",
    "turn on javascript",
    "need to enable javascript",
    "activate javascript",
    "javascript aktivieren",
    "aktivieren sie javascript",
    "activer javascript",
    "activez javascript",
    "activar javascript",
    "active javascript",
    "habilite o javascript",
    "abilita javascript",
    "включите javascript",
    "включить javascript",
    "увімкніть javascript",
    "włącz javascript",
    "javascript'i etkinleştirin",
    "schakel javascript in",
    "javascriptを有効",
    "启用javascript",
    "启用 javascript",
    "자바스크립트",
    "your browser does not support javascript",
];

#[cfg(test)]
mod tests {
    use crate::article::VerdictKind;

    fn kind(html: &str) -> VerdictKind {
        crate::extract(html, None).unwrap().verdict.kind
    }

    #[test]
    fn pages_that_are_no_articles_are_told() {
        let teaser = "<div><h2><a href=/x>A headline of some other story that is long</a></h2><a href=/x>More</a></div>";
        let day = |day| {
            format!("<p>On day {day} the river rose by two metres, and the bridge was closed to all.</p>")
        };
        let prose: String = (1..10).map(day).collect();
        let cases = [
            (format!("<title>Story</title><h1>Story</h1>{prose}"), VerdictKind::Article),
            (format!("<title>News</title>{}", teaser.repeat(20)), VerdictKind::Index),
            ("<title>404 Not Found</title><h1>Not Found</h1><p>The page is gone.</p>".to_owned(), VerdictKind::ErrorPage),
            ("<title>Just a moment...</title><p>Checking your browser before accessing.</p>".to_owned(), VerdictKind::BotWall),
            (
                "<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>\
                 <script src=a.js></script>"
                    .to_owned(),
                VerdictKind::ScriptShell,
            ),
        ];
        for (html, expected) in cases {
            assert_eq!(kind(&html), expected, "{html}");
        }
    }
}
