//! How sites ask for consent, by language, in small letters.
//!
//! Stems rather than words where a language inflects. Written from what such banners say; a banner has a term of the
//! subject, the site speaking of itself or to the reader, and an answer it wants.

/// The phrases of one language.
#[derive(Debug)]
pub(super) struct Wording {
    /// BCP 47.
    pub(super) language: &'static str,
    /// What it is about: cookies, the processing of data.
    pub(super) subject: &'static [&'static str],
    /// The site speaks of itself, or to the reader: "we use", "by continuing".
    pub(super) voice: &'static [&'static str],
    /// The answers it offers, and what comes with them: "accept", "settings", "privacy policy".
    pub(super) answer: &'static [&'static str],
}

const fn wording(
    language: &'static str,
    subject: &'static [&'static str],
    voice: &'static [&'static str],
    answer: &'static [&'static str],
) -> Wording {
    Wording { language, subject, voice, answer }
}

pub(super) const WORDINGS: &[Wording] = &[
    wording(
        "en",
        &["cookie", "store and/or access information on a device", "process personal data", "we value your privacy", "your privacy choices"],
        &["we use", "uses cookies", "use cookies", "our partners", "by continuing", "by using", "by clicking", "you agree", "you consent", "our website", "this site", "this website", "we and our", "your experience", "our use of"],
        &["accept", "agree", "consent", "got it", "privacy policy", "cookie policy", "cookie settings", "preferences", "learn more", "manage", "reject", "decline", "find out more", "more information", "opt out", "settings"],
    ),
    wording(
        "de",
        &["cookie", "personenbezogene daten", "datenschutzeinstellungen", "privatsphäre"],
        &["wir verwenden", "verwenden wir", "wir nutzen", "nutzen wir", "wir setzen", "verwendet cookies", "nutzt cookies", "unsere partner", "unsere website", "diese website", "unserer website", "diese webseite", "unsere webseite", "wenn sie", "durch die nutzung", "sie stimmen", "erklären sie sich", "stimmen sie", "stimmst du", "weiteren nutzung", "weitere nutzung", "weiterer nutzung", "internetauftritt"],
        &["akzeptieren", "zustimmen", "zustimmung", "einverstanden", "einwilligung", "ablehnen", "einstellungen", "datenschutzerklärung", "mehr erfahren", "weitere informationen", "mehr informationen", "verstanden"],
    ),
    wording(
        "fr",
        &["cookie", "traceurs", "données personnelles"],
        &["nous utilisons", "ce site utilise", "notre site", "nos partenaires", "en poursuivant", "en continuant", "vous acceptez", "vous proposons", "votre navigation", "nous et nos", "votre consentement", "utilise des cookies"],
        &["accepter", "acceptez", "refuser", "paramétrer", "paramètres", "consentement", "politique de confidentialité", "en savoir plus", "personnaliser", "j'accepte", "d'accord", "gérer"],
    ),
    wording(
        "es",
        &["cookie", "datos personales"],
        &["utilizamos", "usamos", "este sitio", "esta web", "nuestro sitio", "nuestra web", "nuestros socios", "si continúa", "si continúas", "al continuar", "al navegar", "utiliza cookies", "usa cookies", "propias y de terceros"],
        &["aceptar", "acepta", "aceptas", "rechazar", "configurar", "configuración", "consentimiento", "política de", "más información", "preferencias", "de acuerdo", "consiente"],
    ),
    wording(
        "it",
        &["cookie", "dati personali"],
        &["utilizziamo", "usiamo", "questo sito", "il nostro sito", "nostri partner", "utilizza cookie", "utilizza i cookie", "proseguendo", "continuando", "cliccando", "chiudendo", "noi e i nostri"],
        &["accetta", "accetto", "accetti", "acconsenti", "rifiuta", "consenso", "informativa", "preferenze", "impostazioni", "maggiori informazioni", "scopri di più", "personalizza", "saperne di più"],
    ),
    wording(
        "pt",
        &["cookie", "dados pessoais"],
        &["utilizamos", "usamos", "este site", "nosso site", "nossos parceiros", "utiliza cookies", "usa cookies", "ao continuar", "ao navegar", "você concorda", "ao utilizar", "o nosso site"],
        &["aceitar", "aceito", "aceita", "concorda", "rejeitar", "consentimento", "política de", "saiba mais", "saber mais", "preferências", "configurações", "definições", "gerir"],
    ),
    wording(
        "ca",
        &["cookie", "galetes"],
        &["utilitzem", "fem servir", "aquest lloc", "aquest web", "si continueu", "si continues"],
        &["acceptar", "accepta", "rebutja", "configura", "més informació", "política de"],
    ),
    wording(
        "nl",
        &["cookie", "persoonsgegevens"],
        &["wij gebruiken", "we gebruiken", "maken gebruik", "gebruikt cookies", "onze website", "deze website", "deze site", "onze partners", "door verder", "door gebruik", "plaatsen wij", "ga je akkoord"],
        &["accepteren", "accepteer", "akkoord", "toestemming", "weigeren", "instellingen", "voorkeuren", "meer informatie", "meer weten", "privacybeleid", "cookiebeleid"],
    ),
    wording(
        "pl",
        &["cookie", "ciastecz", "danych osobowych"],
        &["naszej strony", "informujemy", "naszych serwisów", "używamy", "wykorzystujemy", "korzystamy", "stosujemy", "strona używa", "strona korzysta", "serwis wykorzystuje", "serwis używa", "serwis korzysta", "nasza strona", "nasi partnerzy", "nasz serwis", "korzystanie z", "korzystając", "dalsze korzystanie", "w ramach naszej witryny", "ta strona", "ten serwis"],
        &["akceptuj", "zgadzam", "zgoda", "zgodę", "zgody", "zgadzasz", "odrzuć", "ustawienia", "ustawień", "polityk", "więcej informacji", "dowiedz się", "przeglądarki", "wyrażasz", "rozumiem", "zamknij"],
    ),
    wording(
        "cs",
        &["cookie", "osobních údajů"],
        &["používáme", "používá", "tento web", "tyto stránky", "naše stránky", "naši partneři", "používáním", "pokračováním", "využíváme"],
        &["souhlas", "přijmout", "odmítnout", "nastavení", "více informací", "rozumím", "přijmu", "povolit", "zásady"],
    ),
    wording(
        "sk",
        &["cookie", "osobných údajov"],
        &["používame", "používa", "táto stránka", "tento web", "naši partneri", "používaním", "pokračovaním", "využívame"],
        &["súhlas", "prijať", "odmietnuť", "nastaveni", "viac informácií", "rozumiem", "povoliť", "zásady"],
    ),
    wording(
        "hu",
        &["cookie", "süti", "sütik", "személyes adat"],
        &["használunk", "használ", "weboldal", "honlap", "oldalunk", "partnereink", "böngészés", "látogatásával", "használatával"],
        &["elfogad", "hozzájárul", "elutasít", "beállítás", "további információ", "rendben", "adatvédelmi", "beleegyez", "részletek"],
    ),
    wording(
        "ro",
        &["cookie", "date cu caracter personal", "datele personale"],
        &["folosim", "utilizăm", "acest site", "site-ul nostru", "partenerii noștri", "folosește cookie", "utilizează", "prin continuarea", "continuarea navigării", "continuând"],
        &["accept", "sunt de acord", "refuz", "setări", "consimțământ", "acord", "politica de", "mai multe informații", "află mai mult", "preferințe"],
    ),
    wording(
        "bg",
        &["cookie", "бисквитк", "лични данни"],
        &["използва", "този сайт", "нашият сайт", "нашите партньори", "продължавайки", "с използването", "уебсайт"],
        &["приемам", "приеми", "съгласие", "съгласен", "съгласявате", "отказ", "настройки", "повече информация", "научете повече", "политика", "разбрах"],
    ),
    wording(
        "el",
        &["cookie", "προσωπικών δεδομένων", "προσωπικά δεδομένα"],
        &["χρησιμοποιούμε", "χρησιμοποιεί", "ιστοσελίδα", "ιστότοπος", "ιστότοπό", "συνεργάτες μας", "συνεχίζοντας", "η χρήση"],
        &["αποδοχή", "αποδέχ", "συμφων", "συγκατάθεσ", "απόρριψη", "ρυθμίσεις", "περισσότερα", "πληροφορίες", "πολιτική", "προτιμήσεις"],
    ),
    wording(
        "ru",
        &["cookie", "куки", "кукис", "персональных данных", "персональные данные", "метрическ"],
        &["мы используем", "сайт использует", "сайте используются", "сайта использует", "наш веб-сайт", "наш сайт", "этот сайт", "нашего сайта", "нашем сайте", "продолжая", "прежде чем продолжить", "оставаясь на", "используя", "вы соглашаетесь", "вы принимаете", "для улучшения"],
        &["соглас", "соглаша", "принять", "принимаю", "принимаете", "политик", "подробнее", "настройк", "отказаться", "понятно", "хорошо"],
    ),
    wording(
        "uk",
        &["cookie", "кукі", "печив", "персональних даних", "персональні дані"],
        &["ми використовуємо", "сайт використовує", "цей сайт", "наш сайт", "наші партнери", "продовжуючи", "використовуючи", "ви погоджуєтесь", "ви погоджуєтеся", "нашого сайту"],
        &["погодж", "прийняти", "приймаю", "згод", "згід", "політик", "детальніше", "докладніше", "налаштуван", "відхилити", "зрозуміло"],
    ),
    wording(
        "sr",
        &["cookie", "kolačić", "колачић", "колачињ"],
        &["koristimo", "koristi", "користимо", "користи", "naš sajt", "ovaj sajt", "овај сајт", "nastavkom", "наставком", "korišćenjem", "коришћењем"],
        &["prihvat", "slaž", "saglas", "прихват", "слаж", "сагласн", "podešavanj", "подешавањ", "više informacija", "saznaj", "више", "politik"],
    ),
    wording(
        "hr",
        &["cookie", "kolačić", "osobnih podataka"],
        &["koristimo", "koristi", "ova stranica", "naša web", "naši partneri", "nastavkom", "korištenjem", "web stranica"],
        &["prihva", "slaž", "suglas", "odbij", "postavk", "više informacija", "saznaj", "pravila", "politik", "u redu"],
    ),
    wording(
        "sl",
        &["cookie", "piškotk", "osebnih podatkov"],
        &["uporabljamo", "uporablja", "spletno mesto", "spletna stran", "naši partnerji", "z nadaljevanjem", "z uporabo", "z obiskom"],
        &["strinja", "sprejm", "soglas", "zavrni", "nastavitv", "več informacij", "več o", "izvedite", "v redu", "dovoli"],
    ),
    wording(
        "tr",
        &["çerez", "cookie", "kişisel veri"],
        &["kullanıyoruz", "faydalanıyoruz", "yararlanıyoruz", "sitemizi", "kullanmaktadır", "kullanılmaktadır", "kullanır", "sitemiz", "web sitemiz", "bu site", "bu web sitesi", "ortaklarımız", "devam ederek", "kullanarak", "sizlere"],
        &["kabul", "onay", "reddet", "ayarlar", "daha fazla", "izin ver", "politika", "tercih", "detaylı bilgi", "ayrıntılı", "aydınlatma"],
    ),
    wording(
        "sv",
        &["cookie", "kakor", "personuppgifter"],
        &["vi använder", "använder cookies", "använder kakor", "den här webbplatsen", "vår webbplats", "våra partner", "genom att", "om du fortsätter", "webbplatsen"],
        &["godkänn", "acceptera", "samtycke", "samtycker", "neka", "avvisa", "inställningar", "läs mer", "mer information", "jag förstår", "hantera"],
    ),
    wording(
        "da",
        &["cookie", "personoplysninger", "persondata"],
        &["vi bruger", "vi anvender", "bruger cookies", "anvender cookies", "dette website", "hjemmesiden", "vores website", "vores partnere", "ved at", "denne hjemmeside"],
        &["accepter", "accepterer", "samtykke", "afvis", "indstillinger", "læs mere", "tillad", "nødvendige", "privatlivspolitik"],
    ),
    wording(
        "nb",
        &["cookie", "informasjonskaps", "personopplysninger"],
        &["vi bruker", "vi benytter", "bruker cookies", "bruker informasjonskaps", "dette nettstedet", "nettstedet", "våre partnere", "ved å", "våre nettsider"],
        &["godta", "aksepter", "samtykke", "avvis", "innstillinger", "les mer", "tillat", "personvern", "samtykker"],
    ),
    wording(
        "fi",
        &["eväste", "cookie", "henkilötieto"],
        &["käytämme", "käyttää", "sivustomme", "sivusto", "verkkosivu", "kumppanimme", "jatkamalla", "käyttämällä", "palvelumme"],
        &["hyväksy", "suostu", "kieltäy", "hylkää", "asetukset", "asetuksi", "lisätieto", "lue lisää", "tietosuoja", "sallia", "salli"],
    ),
    wording(
        "et",
        &["küpsis", "cookie", "isikuandme"],
        &["kasutame", "kasutab", "veebileht", "veebilehel", "see sait", "meie partnerid", "jätkates", "kasutades"],
        &["nõustu", "nõus", "keeldu", "seaded", "lisainfo", "rohkem", "lugege", "loe lähemalt", "privaatsus", "luba"],
    ),
    wording(
        "lv",
        &["sīkdat", "sīkfail", "cookie", "personas dat"],
        &["izmanto", "lietojam", "mūsu partneri", "šī vietne", "šajā vietnē", "tīmekļa vietn", "mājas lap", "turpinot", "vietne"],
        &["piekrīt", "piekrist", "pieņem", "apstiprin", "noraidīt", "iestatījum", "vairāk", "uzzini", "privātum", "sapratu"],
    ),
    wording(
        "lt",
        &["slapuk", "cookie", "asmens duomen"],
        &["naudojame", "naudojami", "naudoja", "svetainė", "mūsų partneriai", "tęsdami", "naršydami", "naudodamiesi", "spausdami"],
        &["sutik", "sutinku", "priimti", "atmesti", "nustatym", "daugiau", "privatum", "politik", "leisti"],
    ),
    wording(
        "ar",
        &["ملفات تعريف الارتباط", "ملفات الارتباط", "كوكيز", "الكوكيز", "cookie"],
        &["نستخدم", "يستخدم", "موقعنا", "هذا الموقع", "شركاؤنا", "باستخدام", "بمتابعة", "باستمرار", "استمرارك", "تجربتك", "يستعمل"],
        &["أوافق", "موافق", "قبول", "توافق", "رفض", "إعدادات", "سياسة", "المزيد", "اقبل", "الموافقة"],
    ),
    wording(
        "he",
        &["עוגיות", "קוקיז", "cookie", "קבצי cookie"],
        &["אנו משתמשים", "אנחנו משתמשים", "האתר משתמש", "אתר זה", "באתר זה", "המשך", "בשימוש", "השותפים שלנו", "עושה שימוש"],
        &["מסכים", "אישור", "קבל", "הסכמה", "דחה", "הגדרות", "מדיניות", "מידע נוסף", "הבנתי", "לאשר"],
    ),
    wording(
        "fa",
        &["کوکی", "cookie"],
        &["استفاده می", "ما از", "این سایت", "وب سایت", "وب‌سایت", "با ادامه", "تجربه"],
        &["موافق", "قبول", "پذیر", "رد کردن", "تنظیمات", "بیشتر", "سیاست", "متوجه"],
    ),
    wording(
        "hi",
        &["कुकी", "कूकी", "cookie"],
        &["हम", "उपयोग करते", "इस्तेमाल करते", "यह साइट", "वेबसाइट", "हमारी", "जारी रख"],
        &["स्वीकार", "सहमत", "सहमति", "अस्वीकार", "सेटिंग", "नीति", "अधिक जान", "और जान"],
    ),
    wording(
        "th",
        &["คุกกี้", "cookie"],
        &["เราใช้", "มีการใช้", "เว็บไซต์นี้", "เว็บไซต์ของเรา", "ใช้คุกกี้", "เพื่อพัฒนา", "ประสบการณ์"],
        &["ยอมรับ", "ยินยอม", "ตกลง", "ปฏิเสธ", "ตั้งค่า", "นโยบาย", "เพิ่มเติม", "รายละเอียด"],
    ),
    wording(
        "vi",
        &["cookie"],
        &["chúng tôi sử dụng", "sử dụng cookie", "trang web này", "website này", "đối tác của chúng tôi", "bằng cách", "tiếp tục", "trải nghiệm"],
        &["chấp nhận", "đồng ý", "từ chối", "cài đặt", "chính sách", "tìm hiểu thêm", "xem thêm"],
    ),
    wording(
        "id",
        &["cookie", "kuki"],
        &["kami menggunakan", "menggunakan cookie", "menggunakan kuki", "situs ini", "situs web", "mitra kami", "dengan melanjutkan", "laman web", "pengalaman anda", "anda setuju"],
        &["terima", "setuju", "menyetujui", "tolak", "pengaturan", "kebijakan", "pelajari", "selengkapnya", "dasar privasi"],
    ),
    wording(
        "ja",
        &["クッキー", "cookie"],
        &["当サイト", "本サイト", "当社", "弊社", "このサイト", "このウェブサイト", "当ウェブサイト", "使用して", "利用して", "使用し", "続行", "続ける"],
        &["同意", "許可", "拒否", "設定", "ポリシー", "詳細", "承諾", "詳しく", "了承", "閉じる"],
    ),
    wording(
        "ko",
        &["쿠키", "cookie", "개인정보"],
        &["사용합니다", "사용하고", "이 사이트", "웹사이트", "당사", "저희", "계속", "이용하"],
        &["동의", "수락", "허용", "거부", "설정", "정책", "자세히", "방침", "확인"],
    ),
    wording(
        "zh",
        &["cookie", "小甜饼", "曲奇"],
        &["我们使用", "我們使用", "本网站", "本網站", "使用cookie", "使用 cookie", "继续使用", "繼續使用", "继续浏览", "繼續瀏覽", "我们的合作", "您的体验", "我们和"],
        &["同意", "接受", "拒绝", "拒絕", "设置", "設定", "政策", "了解更多", "隐私", "隱私", "更多信息", "更多資訊"],
    ),
];

/// Pieces of the subjects' words by which texts are found worth reading, without a first letter that may be a
/// capital. A page in plain ASCII needs the first list only.
pub(super) fn hints(texts: &str) -> impl Iterator<Item = &'static str> {
    const ASCII: &[&str] = &["ookie", "COOKIE", "our partners", "your privacy", "ersonal data", "nformasjonskaps", "slapuk", "kakor"];
    const OTHER: &[&str] = &[
        "ersonenbezogene", "Slapuk", "Kakor", "väste", "üpsis", "sīkdat", "Sīkdat", "sīkfail", "Sīkfail", "iškotk", "olačić", "erez",
        "ütik", "iastecz", "aleta", "raceurs", "onnées personnelles", "куки", "Куки", "кукі", "печив", "исквитк", "олачић",
        "персональн", "עוגיות", "קוקי", "تعريف الارتباط", "ملفات الارتباط", "كوكيز", "کوکی", "कुकी", "कूकी", "คุกกี้", "クッキー", "쿠키", "小甜饼",
    ];
    ASCII.iter().chain(OTHER.iter().filter(|_| !texts.is_ascii())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_small_letters_and_whole() {
        assert!(WORDINGS.len() >= 25);
        for wording in WORDINGS {
            for list in [wording.subject, wording.voice, wording.answer] {
                assert!(!list.is_empty(), "{}", wording.language);
                for phrase in list {
                    assert_eq!(*phrase, phrase.to_lowercase(), "{}", wording.language);
                    assert_eq!(*phrase, phrase.trim(), "{}", wording.language);
                }
            }
        }
    }

    #[test]
    fn languages_are_listed_once() {
        for wanted in [
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "bg", "el", "ru", "uk", "sr", "hr", "sl", "tr", "sv",
            "da", "nb", "fi", "et", "lv", "lt", "ar", "he", "fa", "hi", "th", "vi", "id", "ja", "ko", "zh",
        ] {
            assert_eq!(WORDINGS.iter().filter(|wording| wording.language == wanted).count(), 1, "{wanted}");
        }
    }
}
