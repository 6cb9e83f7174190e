//! What lines say that are no content, in small letters and many languages.

/// What a line is when it is nothing but this phrase (a colon or an arrow apart).
#[rustfmt::skip]
pub(super) const ADVERTISEMENT: &[&str] = &[
    "advertisement", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content",
    "story continues below advertisement", "article continues below advertisement",
    "advertisement - continue reading below", "scroll to continue", "anzeige", "werbung", "publicité",
    "annonce", "annonces", "publicidad", "anuncio", "anuncios", "publicidade", "pubblicità",
    "advertentie", "reclame", "reklama", "reklam", "reklamy", "hirdetés", "publicitate", "реклама",
    "διαφήμιση", "реклама на сайте", "oglas", "oglasi", "ilan", "annons", "mainos", "reklaam",
    "reklāma", "إعلان", "إعلانات", "פרסומת", "آگهی", "تبلیغات", "विज्ञापन", "โฆษณา", "quảng cáo",
    "iklan", "advertisement scroll to continue", "広告", "pr", "スポンサーリンク", "광고", "广告", "廣告",
];

/// Phrases that open a line with a link to another story, or head a list of them.
#[rustfmt::skip]
pub(super) const RELATED: &[&str] = &[
    // en
    "read also", "also read", "read more", "read next", "related", "related articles",
    "related stories", "related news", "related posts", "related content", "related topics",
    "related links", "related coverage", "more from", "more on this", "more on this story",
    "more stories", "more news", "you may also like", "you might also like", "recommended for you",
    "recommended", "recommended stories", "recommended reading", "don't miss", "most read",
    "most popular", "most viewed", "trending", "trending now", "latest news", "latest stories",
    "recent posts", "popular posts", "up next", "editors' picks", "editor's picks", "read more on this",
    "more in", "what to read next", "top stories", "also on", "sponsored stories", "around the web",
    "from around the web",
    // de
    "lesen sie auch", "lesen sie mehr", "lies auch", "mehr zum thema", "mehr dazu", "auch interessant",
    "das könnte sie auch interessieren", "weitere artikel", "meistgelesen", "meistgelesene artikel",
    "ähnliche artikel", "zum thema", "passend zum thema", "weiterlesen", "lesen sie hier", "mehr aus",
    // fr
    "lire aussi", "à lire aussi", "a lire aussi", "lire également", "à lire également", "voir aussi",
    "sur le même sujet", "les plus lus", "articles similaires", "à lire", "lire plus",
    "nos dernières actualités",
    // es, ca, gl
    "lee también", "lea también", "le puede interesar", "te puede interesar",
    "también te puede interesar", "leer también", "leer más", "lea además", "noticias relacionadas",
    "artículos relacionados", "más noticias", "lo más leído", "lo más visto", "más información",
    "llegeix també", "le tamén",
    // it
    "leggi anche", "leggi di più", "articoli correlati", "potrebbe interessarti",
    "potrebbe interessarti anche", "i più letti", "vedi anche",
    // pt
    "leia também", "leia mais", "veja também", "saiba mais", "notícias relacionadas", "mais lidas",
    "artigos relacionados", "lê também",
    // nl
    "lees ook", "lees meer", "lees verder", "meest gelezen", "gerelateerde artikelen", "bekijk ook",
    // pl
    "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "zobacz również",
    "przeczytaj także", "czytaj więcej", "polecamy", "polecane", "powiązane artykuły",
    "najczęściej czytane", "podobne artykuły", "więcej na ten temat", "sprawdź też",
    // cs, sk
    "čtěte také", "přečtěte si také", "čtěte více", "související články", "nejčtenější",
    "mohlo by vás zajímat", "prečítajte si aj", "čítajte aj", "súvisiace články", "najčítanejšie",
    "mohlo by vás zaujímať",
    // hu
    "olvassa el", "kapcsolódó cikkek", "kapcsolódó", "ajánlott cikkek", "ezt is ajánljuk",
    "legolvasottabb", "olvass tovább",
    // ro
    "citește și", "citeşte şi", "citește mai mult", "citește mai departe", "articole similare",
    "vezi și", "cele mai citite",
    // bg, mk
    "прочетете още", "прочети още", "вижте още", "още по темата", "свързани статии", "най-четени",
    "прочитај и", "поврзани вести",
    // el
    "διαβάστε επίσης", "διαβάστε ακόμα", "διαβάστε ακόμη", "διαβάστε περισσότερα", "δείτε επίσης",
    "σχετικά άρθρα", "δημοφιλή", "σχετικά θέματα", "τελευταία νέα", "διαβάστε σχετικά",
    "περισσότερα νέα",
    // ru, be
    "читайте также", "читать также", "читайте далее", "смотрите также", "см. также", "по теме",
    "материалы по теме", "ещё по теме", "еще по теме", "другие новости", "похожие новости",
    "похожие материалы", "последние новости", "популярное", "самое читаемое", "рекомендуем",
    "вам может быть интересно", "новости по теме", "главные новости", "новости партнеров",
    "новости партнёров", "больше новостей", "новости по дням", "ранее по теме", "чытайце таксама",
    "связанные новости", "другие материалы",
    // uk
    "читайте також", "дивіться також", "читати далі", "за темою", "схожі новини", "останні новини",
    "новини за темою", "популярні новини",
    // sr, hr, bs, sl
    "pročitajte još", "pročitajte i", "pročitaj još", "vezane vijesti", "povezani članci",
    "najčitanije", "прочитајте још", "прочитајте и", "повезане вести", "preberite tudi", "preberite še",
    "povezane novice", "najbolj brano", "pogledajte još",
    // tr, az
    "ayrıca bakınız", "ilgili haberler", "ilgili haber", "bunlar da ilginizi çekebilir",
    "ilginizi çekebilir", "en çok okunanlar", "i̇lgili haberler", "i̇lginizi çekebilir", "son haberler",
    "diğer haberler", "həmçinin oxuyun",
    // sv, da, nb
    "läs också", "läs även", "läs mer", "läs vidare", "relaterade artiklar", "mest läst", "læs også",
    "læs mere", "relaterede artikler", "mest læste", "les også", "les mer", "les videre",
    "relaterte artikler", "mest lest", "mest leste", "relaterte saker",
    // fi, et, lv, lt
    "lue myös", "lue lisää", "aiheesta lisää", "luetuimmat", "loe ka", "loe veel", "loe lisaks",
    "seotud lood", "loetumad", "lasi arī", "lasi vēl", "saistītie raksti", "lasītākie",
    "skaitykite taip pat", "taip pat skaitykite", "susiję straipsniai", "skaitomiausi",
    // ar, he, fa, ur
    "اقرأ أيضا", "اقرأ أيضاً", "إقرأ أيضا", "اقرأ المزيد", "مواضيع ذات صلة", "أخبار ذات صلة",
    "مقالات ذات صلة", "الأكثر قراءة", "قد يعجبك أيضا", "קראו גם", "קרא גם", "כתבות נוספות",
    "עוד בנושא", "אולי יעניין אותך", "הנקראות ביותר", "بیشتر بخوانید", "مطالب مرتبط", "اخبار مرتبط",
    "پربازدیدترین", "همچنین بخوانید", "یہ بھی پڑھیں", "مزید پڑھیں",
    // hi, bn, th
    "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "संबंधित खबरें", "আরও পড়ুন", "আরো পড়ুন",
    "อ่านเพิ่มเติม", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง", "อ่านข่าวเพิ่มเติม",
    // vi, id, ms
    "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "có thể bạn quan tâm",
    "tin cùng chuyên mục", "baca juga", "baca selengkapnya", "artikel terkait", "berita terkait",
    "terpopuler", "simak juga", "lihat juga",
    // ja, ko, zh
    "関連記事", "関連ニュース", "あわせて読みたい", "こちらもおすすめ", "おすすめ記事", "人気記事", "アクセスランキング", "最新記事", "続きを読む", "関連リンク",
    "관련기사", "관련 기사", "관련뉴스", "많이 본 뉴스", "인기기사", "추천기사", "相关阅读", "延伸阅读", "相关新闻", "相关文章", "推荐阅读", "热门文章",
    "猜你喜欢", "更多新闻", "最新文章", "热门新闻", "相關新聞", "延伸閱讀", "相關文章", "熱門新聞", "推薦閱讀", "更多报道", "相关报道", "相关链接",
];

/// How lines start that ask the reader to subscribe or to follow.
#[rustfmt::skip]
pub(super) const SUBSCRIBE: &[&str] = &[
    "subscribe to our", "subscribe now", "subscribe today", "sign up for our", "sign up to our", "sign up here",
    "sign up now", "follow us on", "follow us at", "like us on", "join our whatsapp", "join our telegram",
    "join us on", "get our newsletter", "download our app", "get the latest news delivered",
    "подписывайтесь на", "подпишитесь на", "подписывайся на", "подпишись на", "присоединяйтесь к нам", "следите за нами",
    "следите за новостями", "читайте нас в", "мы в телеграм", "мы в telegram", "вступайте в",
    "підписуйтесь на", "підписуйтеся на", "підпишіться на", "підпишись на", "читайте нас у", "стежте за нами",
    "abonnieren sie unseren", "abonnieren sie den", "folgen sie uns", "folge uns", "melden sie sich für unseren newsletter",
    "suivez-nous", "abonnez-vous", "inscrivez-vous à notre", "rejoignez-nous",
    "síguenos en", "siga-nos", "suscríbete", "suscríbase", "seguinos en", "únete a nuestro",
    "seguici su", "seguici anche", "iscriviti alla", "iscriviti al nostro", "segui il nostro",
    "siga o", "inscreva-se", "assine nossa newsletter", "participe do nosso canal", "entre no nosso grupo",
    "zapisz się na", "zapisz się do", "obserwuj nas", "śledź nas", "dołącz do nas", "polub nas na",
    "volg ons op", "schrijf je in voor", "följ oss på", "følg oss på", "følg os på", "seuraa meitä",
    "sledujte nás", "přihlaste se k odběru", "sledujte nás na", "iratkozzon fel", "kövessen minket",
    "ακολουθήστε μας", "ακολουθήστε το", "εγγραφείτε στο newsletter", "bizi takip edin",
    "urmăriți-ne", "urmărește-ne", "abonați-vă", "последвайте ни", "абонирайте се", "تابعونا على",
    "关注我们", "關注我們", "フォローしてね", "メルマガ登録", "구독하기",
];

/// Further headings over other stories: their letters alone.
#[rustfmt::skip]
const STORY_HEADINGS: &[&str] = &[
    "aktuellebeiträge", "altrenotizie", "articlesliés", "articolirecenti", "benzerhaberler",
    "bunlarıdabeğenebilirsiniz", "bàiviếtliênquan", "cititisi", "citițiși", "correlati",
    "danslamêmerubrique", "derniersarticles", "dernièresactualités", "empfehlungen",
    "entradasrelacionadas", "followus", "furtherreading", "gerelateerd", "inthenews", "latest",
    "latestarticles", "latestposts", "lesenswert", "meernieuws", "morearticles", "morelikethis",
    "moreonthistopic", "moretoread", "najnowsze", "neuestebeiträge", "notasrelacionadas",
    "notiziecorrelate", "notíciasemdestaque", "piùletti", "plusdarticles", "popular", "popularne",
    "popularnews", "popularnow", "postsrelacionados", "potrebberointeressartianche", "przeczytajteż",
    "recentarticles", "recommendedarticles", "relacionadas", "relacionados", "relatedreading", "seealso",
    "sharethis", "sharethisarticle", "sharethispost", "sharethisstory", "sondakika", "suggestedreading",
    "tepodríainteresar", "tipotrebbeinteressare", "topthemen", "ultimenotizie", "verwandteartikel",
    "verwandtethemen", "vocêpodegostar", "vousaimerezaussi", "wartoprzeczytać", "weiterebeiträge",
    "weiteremeldungen", "weiterethemen", "youmayalsobeinterestedin", "youmightalsobeinterestedin",
    "youmightbeinterestedin", "youmightlike", "àdécouvrir", "ähnlichebeiträge", "ähnlichethemen",
    "últimasnoticias", "últimasnotícias", "δείτεακόμα", "περισσότερα", "вамбудетинтересно",
    "главноезадень", "лентановостей", "популярне", "последние", "похожиестатьи", "прочетитеоще",
    "связанныематериалы", "статьипотеме", "чтопочитать", "おすすめ", "新着記事", "相關閱讀", "이시각주요뉴스",
];

/// Headings over comments of readers, and over forms to write them: their letters alone.
#[rustfmt::skip]
const COMMENT_HEADINGS: &[&str] = &[
    "addacomment", "ajouteruncommentaire", "bìnhluận", "cancelreply", "comentarii", "comentarios",
    "comentários", "commentaires", "commenti", "comments", "deixeoseucomentário", "deixeumaresposta",
    "deixeumcomentário", "dejaruncomentario", "dejaunarespuesta", "dejauncomentario", "diskussion",
    "dodajkomentarz", "escribetuopinión", "geefeenreactie", "ihrkommentar", "jointheconversation",
    "jointhediscussion", "komentar", "komentare", "komentarze", "komentáře", "kommentare", "kommentarer",
    "kommentarschreiben", "kommentarverfassen", "kommentit", "laisseruncommentaire", "lasciaunarisposta",
    "lasciauncommento", "lasăuncomentariu", "leaveacomment", "leaveareply", "leggenigjensvar",
    "leserkommentare", "lämnaettsvar", "napiszkomentarz", "opinie", "postacomment", "přidatkomentář",
    "reacties", "readercomments", "readerscomments", "reageer", "réagir", "schreibeeinenkommentar",
    "schreibeneinenkommentar", "skrivenkommentar", "tinggalkankomentar", "vosréactions", "writeacomment",
    "yorumlar", "yorumyap", "yorumyaz", "yourcomment", "zostawkomentarz", "αφήστεένασχόλιο", "σχόλια",
    "добавитькомментарий", "залишитикоментар", "коментари", "коментарі", "комментарии", "комментировать",
    "обсуждение", "оставитькомментарий", "اتركتعليقا", "التعليقات", "تعليقات", "コメント", "コメントする", "コメントを残す",
    "发表评论", "网友评论", "評論", "评论", "댓글", "댓글쓰기",
];

/// How lines begin that lead from the beginning of a text to the rest.
#[rustfmt::skip]
const CONTINUES: &[&str] = &[
    "continue reading", "continue to read", "keep reading", "read more", "read full", "read the full", "read the whole",
    "view full", "full article", "full story", "weiterlesen", "weiter lesen", "mehr lesen", "zum artikel", "lire la suite",
    "lire l'article", "lire plus", "seguir leyendo", "sigue leyendo", "continuar leyendo", "leer más", "leer artículo",
    "continua a leggere", "leggi tutto", "leggi l'articolo", "continue lendo", "continuar a ler", "ler mais", "leia mais",
    "lees verder", "lees meer", "verder lezen", "läs mer", "läs hela", "les mer", "les hele", "læs mere", "læs videre",
    "lue lisää", "czytaj dalej", "czytaj więcej", "číst dále", "číst více", "celý článek", "čítať ďalej", "tovább",
    "citește mai", "citeşte mai", "devamını oku", "devamı", "читать далее", "читать дальше", "читать полностью",
    "подробнее", "далее", "читати далі", "читати повністю", "διαβάστε περισσότερα", "συνέχεια", "اقرأ المزيد", "المزيد",
    "ادامه مطلب", "קרא עוד", "आगे पढ़ें", "और पढ़ें", "続きを読む", "続きを見る", "もっと見る", "阅读全文", "閱讀全文", "查看全文",
    "阅读更多", "더보기", "계속 읽기", "อ่านต่อ", "xem thêm", "đọc tiếp", "selengkapnya", "baca selengkapnya",
];

/// Whether a line leads from the beginning of a text to the rest.
pub(crate) fn leads_to_the_rest(line: &str) -> bool {
    let line = line.to_lowercase();
    CONTINUES.iter().any(|phrase| line.starts_with(phrase))
}

/// Whether a heading announces other stories.
pub(crate) fn announces_stories(heading: &str) -> bool {
    HEADINGS.holds(heading, STORIES)
}

/// Whether a heading announces comments of readers.
pub(crate) fn announces_comments(heading: &str) -> bool {
    HEADINGS.holds(heading, COMMENTS)
}

const STORIES: u8 = 1;
const COMMENTS: u8 = 2;

/// The headings by a hash of their letters, so that a line costs one look and not hundreds of comparisons.
static HEADINGS: Headings = Headings::build();

struct Headings {
    slots: [(u64, u8); Self::SLOTS],
}

impl Headings {
    /// A power of two, over twice the number of headings.
    const SLOTS: usize = 2048;

    const fn build() -> Self {
        let mut table = Self { slots: [(0, 0); Self::SLOTS] };
        let lists = [(RELATED, STORIES), (STORY_HEADINGS, STORIES), (COMMENT_HEADINGS, COMMENTS)];
        let mut list = 0;
        while list < lists.len() {
            let (phrases, kind) = lists[list];
            let mut at = 0;
            while at < phrases.len() {
                table.add(letters_hash(phrases[at].as_bytes()), kind);
                at += 1;
            }
            list += 1;
        }
        table
    }

    const fn add(&mut self, hash: u64, kind: u8) {
        let mut slot = hash as usize % Self::SLOTS;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) % Self::SLOTS;
        }
        self.slots[slot] = (hash, kind);
    }

    fn holds(&self, heading: &str, kind: u8) -> bool {
        let lower = heading.to_lowercase();
        let hash = letters_hash(lower.as_bytes());
        let mut slot = hash as usize % Self::SLOTS;
        while self.slots[slot].1 != 0 {
            if self.slots[slot].0 == hash {
                return self.slots[slot].1 == kind;
            }
            slot = (slot + 1) % Self::SLOTS;
        }
        false
    }
}

/// FNV-1a over a text's letters: over its bytes but those of ASCII that are no letters, and those of general
/// punctuation (U+2000 to U+203F, and « » of U+00A0 to U+00BF).
const fn letters_hash(text: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        let next = if at + 1 < text.len() { text[at + 1] } else { 0 };
        let skipped = match byte {
            0xe2 if next == 0x80 => 3,
            0xc2 => 2,
            0..=0x7f if !byte.is_ascii_alphabetic() => 1,
            _ => 0,
        };
        if skipped == 0 {
            hash = (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        } else {
            at += skipped;
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_small_letters_and_listed_once() {
        let mut all: Vec<&str> = ADVERTISEMENT.iter().chain(RELATED).copied().collect();
        for phrase in &all {
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(
                phrase.chars().next().is_some_and(char::is_alphanumeric) && phrase.len() <= 60,
                "{phrase}"
            );
        }
        all.sort_unstable();
        assert_eq!(all.windows(2).find(|pair| pair[0] == pair[1]), None);
    }

    #[test]
    fn headings_are_known_by_their_letters() {
        let stories = [
            "Read also",
            "READ ALSO:",
            "Читайте также",
            "«Последние»",
            "Más noticias",
            "関連記事",
            "See also…",
        ];
        for heading in stories {
            assert!(announces_stories(heading) && !announces_comments(heading), "{heading}");
        }
        for heading in ["Comments (12)", "Оставить комментарий", "Deja un comentario"] {
            assert!(announces_comments(heading) && !announces_stories(heading), "{heading}");
        }
        for heading in ["", "Background", "The latest on the flood", "12"] {
            assert!(!announces_comments(heading) && !announces_stories(heading), "{heading}");
        }
    }
}
