//! Banners of many languages, and articles that speak of the same things.

use crate::clean::{Rule, mark};
use crate::html::parse;
use crate::limits::Limits;

fn rule_over(html: &str, needle: &str) -> Option<Rule> {
    let (tree, _) = parse(html, &Limits::default());
    let marks = mark(&tree);
    let text = tree
        .descendants(tree.root())
        .find(|&id| tree.text(id).is_some_and(|text| text.contains(needle)))
        .unwrap_or_else(|| panic!("no {needle:?} in {html}"));
    tree.ancestors(text).find_map(|id| marks.rule(id))
}

/// What a banner says, by language.
const BANNERS: &[(&str, &str)] = &[
    ("en", "We use cookies to give you the best experience. By continuing you agree to our cookie policy."),
    (
        "de",
        "Wir verwenden Cookies, um unsere Website zu verbessern. Mehr erfahren Sie in der Datenschutzerklärung.",
    ),
    (
        "fr",
        "Nous utilisons des cookies pour mesurer l'audience. En poursuivant, vous acceptez leur utilisation.",
    ),
    (
        "es",
        "Utilizamos cookies propias y de terceros. Si continúa navegando, acepta su uso. Más información.",
    ),
    (
        "it",
        "Questo sito utilizza cookie. Proseguendo la navigazione acconsenti al loro uso. Maggiori informazioni.",
    ),
    (
        "pt",
        "Este site utiliza cookies. Ao continuar a navegar, você concorda com a nossa política de privacidade.",
    ),
    ("nl", "Wij gebruiken cookies om onze website te verbeteren. Ga je akkoord? Meer informatie."),
    ("pl", "Nasza strona używa plików cookie. Korzystając z niej, wyrażasz zgodę na ich używanie."),
    ("cs", "Tento web používá soubory cookie. Jeho používáním s tím souhlasíte. Více informací."),
    ("sk", "Táto stránka používa súbory cookie. Jej používaním vyjadrujete súhlas. Viac informácií."),
    ("hu", "Weboldalunk sütiket használ. Az oldal használatával elfogadja ezt. További információ."),
    (
        "ro",
        "Acest site folosește cookie-uri. Prin continuarea navigării sunteți de acord. Mai multe informații.",
    ),
    ("bg", "Този сайт използва бисквитки. Продължавайки, се съгласявате с това. Повече информация."),
    ("el", "Η ιστοσελίδα χρησιμοποιεί cookies. Συνεχίζοντας, συμφωνείτε με τη χρήση τους. Περισσότερα."),
    ("ru", "Наш сайт использует файлы cookie. Продолжая, вы соглашаетесь с политикой конфиденциальности."),
    ("uk", "Цей сайт використовує файли cookie. Продовжуючи, ви погоджуєтеся з цим. Детальніше."),
    ("sr", "Овај сајт користи колачиће. Наставком прихватате њихово коришћење. Сазнајте више."),
    ("hr", "Ova stranica koristi kolačiće. Nastavkom se slažete s njihovom uporabom. Saznajte više."),
    (
        "sl",
        "Spletno mesto uporablja piškotke. Z nadaljevanjem se strinjate z njihovo uporabo. Več informacij.",
    ),
    ("tr", "Web sitemizde çerezler kullanıyoruz. Devam ederek kabul etmiş olursunuz. Daha fazla bilgi."),
    ("sv", "Vi använder kakor på webbplatsen. Genom att fortsätta godkänner du det. Läs mer."),
    ("da", "Vi bruger cookies på dette website. Ved at fortsætte accepterer du det. Læs mere."),
    ("nb", "Nettstedet bruker informasjonskapsler. Ved å fortsette godtar du dette. Les mer."),
    ("fi", "Sivustomme käyttää evästeitä. Jatkamalla hyväksyt niiden käytön. Lue lisää."),
    ("et", "See sait kasutab küpsiseid. Jätkates nõustute nende kasutamisega. Loe lähemalt."),
    ("lv", "Šī vietne izmanto sīkdatnes. Turpinot jūs piekrītat to izmantošanai. Uzzini vairāk."),
    ("lt", "Svetainė naudoja slapukus. Tęsdami naršymą sutinkate su jų naudojimu. Daugiau."),
    ("ar", "يستخدم موقعنا ملفات تعريف الارتباط. باستمرار التصفح فإنك توافق على ذلك. المزيد."),
    ("he", "האתר משתמש בקבצי עוגיות. המשך הגלישה מהווה הסכמה. מידע נוסף במדיניות הפרטיות."),
    ("fa", "این سایت از کوکی ها استفاده می کند. با ادامه، شما موافق هستید. بیشتر بدانید."),
    ("hi", "हमारी वेबसाइट कुकी का उपयोग करती है। जारी रखकर आप सहमत होते हैं। अधिक जानें।"),
    ("th", "เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาประสบการณ์ของคุณ โปรดยอมรับนโยบายของเรา"),
    ("vi", "Chúng tôi sử dụng cookie. Bằng cách tiếp tục, bạn đồng ý với chính sách của chúng tôi."),
    ("id", "Situs ini menggunakan cookie. Dengan melanjutkan, Anda setuju dengan kebijakan kami."),
    (
        "ja",
        "当サイトではクッキーを使用しています。続行すると同意したものとみなします。詳細はポリシーをご覧ください。",
    ),
    ("ko", "이 사이트는 쿠키를 사용합니다. 계속 이용하면 동의하는 것으로 봅니다. 자세히 보기"),
    ("zh", "本网站使用Cookie。继续使用即表示您同意我们的隐私政策。了解更多"),
];

const FLASH: &str = "Putin met Kim at the space port on Wednesday, his office said.";

#[test]
fn a_plain_div_in_any_language_is_told_by_what_it_says() {
    for (language, banner) in BANNERS {
        let needle: String = banner.chars().take(12).collect();
        let story = format!("<h1>Talks begin</h1><div><p>{FLASH}</p></div>");
        for html in [
            format!("<body><div>{banner}</div><div>{story}</div>"),
            format!("<body><div>{story}</div><div><div>{banner} <a href=p>?</a></div><div>OK</div></div>"),
            format!("<body><main>{story}<div class=fixed>{banner}</div></main>"),
        ] {
            assert_eq!(rule_over(&html, &needle), Some(Rule::Consent), "{language}: {html}");
            assert_eq!(
                rule_over(&html, FLASH),
                None,
                "a flash shorter than the banner stays: {language}: {html}"
            );
            assert_eq!(rule_over(&html, "Talks begin"), None, "{language}");
        }
    }
}

#[test]
fn the_motivating_page() {
    let html = "<body><div class=a1><span>Наш веб-сайт использует файлы cookie, чтобы предоставить вам возможность просматривать релевантную \
        информацию. Прежде чем продолжить использование нашего веб-сайта, вы соглашаетесь и принимаете нашу политику использования файлов \
        cookie и конфиденциальность.</span></div><div class=a2><h1>Talks begin</h1><p>Putin met Kim at the space port.</p></div>";
    assert_eq!(rule_over(html, "Наш веб-сайт"), Some(Rule::Consent));
    assert_eq!(rule_over(html, "Putin met Kim"), None);
}

#[test]
fn platforms_and_dialogs_are_told_by_their_roots() {
    let story = format!("<div><h1>Talks begin</h1><p>{FLASH}</p></div>");
    let long = "<h2>Strictly necessary cookies</h2><p>These cookies are needed for the site to work, and you cannot switch them off.</p>".repeat(30);
    for banner in [
        "<div id=onetrust-consent-sdk><p>Before you go on</p></div>".to_owned(),
        "<div id=sp_message_container_81234><p>Before you go on</p></div>".to_owned(),
        "<div class='x cky-consent-container'><p>Before you go on</p></div>".to_owned(),
        "<div class=cookie-notice-inner><p>Before you go on</p><p>we use cookies, do you agree?</p></div>"
            .to_owned(),
        format!(
            "<div role=dialog aria-modal=true><p>Before you go on</p><p>We use cookies on our website.</p>{long}<b>Accept</b></div>"
        ),
    ] {
        let html = format!("<body>{story}{banner}");
        assert_eq!(rule_over(&html, "Before you go on"), Some(Rule::Consent), "{html}");
        assert_eq!(rule_over(&html, FLASH), None, "{html}");
    }
}

#[test]
fn an_article_about_cookies_stays() {
    let paragraphs = [
        "We use cookies, say the banners that greet everyone who reads the news on the web, and you agree to them or leave.",
        "By continuing to use this site you accept our cookie policy: a sentence that a court in Luxembourg has called void.",
        "The ministry wants browsers to ask for consent once. Cookie settings would then be sent along with every request.",
        "Our website does not show a banner, says the publisher. More information would only tire the reader, she thinks.",
    ];
    let text: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
    let divs: String = paragraphs.iter().map(|text| format!("<div>{text}</div>")).collect();
    for html in [
        format!("<body><h1>The end of the cookie banner</h1>{text}"),
        format!("<body><div><h1>The end of the cookie banner</h1><div>{text}</div></div>"),
        format!("<body><article><h1>The end of the cookie banner</h1>{text}</article>"),
        format!("<body><main><article><h1>The end</h1><div>{divs}</div></article></main>"),
        format!("<body><div class=category-cookies id=cookies><h1>The end</h1>{text}{text}{text}</div>"),
    ] {
        for needle in paragraphs {
            assert_eq!(rule_over(&html, needle), None, "{html}");
        }
    }
}

#[test]
fn a_cookie_to_eat_is_no_consent() {
    let html = "<body><div><h1>Cookies</h1><p>We use butter for our cookies. Accept no margarine.</p></div><div>Cookies keep for a week in a tin.</div>";
    assert_eq!(rule_over(html, "keep for a week"), None);
}
