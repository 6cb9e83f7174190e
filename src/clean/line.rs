//! Single lines that say themselves what they are: "Read also: …", "Advertisement", a heading "Related articles".

use super::statistics::Statistics;
use super::{Marking, Page, Rule, Subject};
use crate::html::{Name, NodeId, Step, Tree, is_breaking};

/// What a line is when it is nothing but this phrase (a colon or an arrow apart).
const ADVERTISEMENT: &[&str] = &[
    "advertisement", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content", "story continues below advertisement",
    "article continues below advertisement", "advertisement - continue reading below", "scroll to continue",
    "anzeige", "werbung", "publicité", "annonce", "annonces", "publicidad", "anuncio", "anuncios", "publicidade", "pubblicità",
    "advertentie", "reclame", "reklama", "reklam", "reklamy", "hirdetés", "publicitate", "реклама", "διαφήμιση", "реклама на сайте",
    "oglas", "oglasi", "ilan", "annons", "mainos", "reklaam", "reklāma", "إعلان", "إعلانات", "פרסומת", "آگهی", "تبلیغات", "विज्ञापन",
    "โฆษณา", "quảng cáo", "iklan", "advertisement scroll to continue", "広告", "pr", "スポンサーリンク", "광고", "广告", "廣告",
];

/// Phrases that open a line with a link to another story, or head a list of them.
const RELATED: &[&str] = &[
    // en
    "read also", "also read", "read more", "read next", "related", "related articles", "related stories", "related news",
    "related posts", "related content", "related topics", "related links", "related coverage", "more from", "more on this",
    "more on this story", "more stories", "more news", "you may also like", "you might also like", "recommended for you", "recommended",
    "recommended stories", "recommended reading", "don't miss", "most read", "most popular", "most viewed", "trending", "trending now",
    "latest news", "latest stories", "recent posts", "popular posts", "up next", "editors' picks", "editor's picks", "read more on this",
    "more in", "what to read next", "top stories", "also on", "sponsored stories", "around the web", "from around the web",
    // de
    "lesen sie auch", "lesen sie mehr", "lies auch", "mehr zum thema", "mehr dazu", "auch interessant", "das könnte sie auch interessieren",
    "weitere artikel", "meistgelesen", "meistgelesene artikel", "ähnliche artikel", "zum thema", "passend zum thema", "weiterlesen",
    "lesen sie hier", "mehr aus",
    // fr
    "lire aussi", "à lire aussi", "a lire aussi", "lire également", "à lire également", "voir aussi", "sur le même sujet",
    "les plus lus", "articles similaires", "à lire", "lire plus", "nos dernières actualités",
    // es, ca, gl
    "lee también", "lea también", "le puede interesar", "te puede interesar", "también te puede interesar", "leer también", "leer más",
    "lea además", "noticias relacionadas", "artículos relacionados", "más noticias", "lo más leído", "lo más visto", "más información",
    "llegeix també", "le tamén",
    // it
    "leggi anche", "leggi di più", "articoli correlati", "potrebbe interessarti", "potrebbe interessarti anche", "i più letti", "vedi anche",
    // pt
    "leia também", "leia mais", "veja também", "saiba mais", "notícias relacionadas", "mais lidas", "artigos relacionados", "lê também",
    // nl
    "lees ook", "lees meer", "lees verder", "meest gelezen", "gerelateerde artikelen", "bekijk ook",
    // pl
    "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "zobacz również", "przeczytaj także", "czytaj więcej",
    "polecamy", "polecane", "powiązane artykuły", "najczęściej czytane", "podobne artykuły", "więcej na ten temat", "sprawdź też",
    // cs, sk
    "čtěte také", "přečtěte si také", "čtěte více", "související články", "nejčtenější", "mohlo by vás zajímat", "prečítajte si aj",
    "čítajte aj", "súvisiace články", "najčítanejšie", "mohlo by vás zaujímať",
    // hu
    "olvassa el", "kapcsolódó cikkek", "kapcsolódó", "ajánlott cikkek", "ezt is ajánljuk", "legolvasottabb", "olvass tovább",
    // ro
    "citește și", "citeşte şi", "citește mai mult", "citește mai departe", "articole similare", "vezi și", "cele mai citite",
    // bg, mk
    "прочетете още", "прочети още", "вижте още", "още по темата", "свързани статии", "най-четени", "прочитај и", "поврзани вести",
    // el
    "διαβάστε επίσης", "διαβάστε ακόμα", "διαβάστε ακόμη", "διαβάστε περισσότερα", "δείτε επίσης", "σχετικά άρθρα", "δημοφιλή",
    "σχετικά θέματα", "τελευταία νέα", "διαβάστε σχετικά", "περισσότερα νέα",
    // ru, be
    "читайте также", "читать также", "читайте далее", "смотрите также", "см. также", "по теме", "материалы по теме", "ещё по теме",
    "еще по теме", "другие новости", "похожие новости", "похожие материалы", "последние новости", "популярное", "самое читаемое",
    "рекомендуем", "вам может быть интересно", "новости по теме", "главные новости", "новости партнеров", "новости партнёров",
    "больше новостей", "новости по дням", "ранее по теме", "чытайце таксама", "связанные новости", "другие материалы",
    // uk
    "читайте також", "дивіться також", "читати далі", "за темою", "схожі новини", "останні новини", "новини за темою", "популярні новини",
    // sr, hr, bs, sl
    "pročitajte još", "pročitajte i", "pročitaj još", "vezane vijesti", "povezani članci", "najčitanije", "прочитајте још", "прочитајте и",
    "повезане вести", "preberite tudi", "preberite še", "povezane novice", "najbolj brano", "pogledajte još",
    // tr, az
    "ayrıca bakınız", "ilgili haberler", "ilgili haber", "bunlar da ilginizi çekebilir", "ilginizi çekebilir", "en çok okunanlar",
    "i̇lgili haberler", "i̇lginizi çekebilir", "son haberler", "diğer haberler", "həmçinin oxuyun",
    // sv, da, nb
    "läs också", "läs även", "läs mer", "läs vidare", "relaterade artiklar", "mest läst", "læs også", "læs mere", "relaterede artikler",
    "mest læste", "les også", "les mer", "les videre", "relaterte artikler", "mest lest", "mest leste", "relaterte saker",
    // fi, et, lv, lt
    "lue myös", "lue lisää", "aiheesta lisää", "luetuimmat", "loe ka", "loe veel", "loe lisaks", "seotud lood", "loetumad", "lasi arī",
    "lasi vēl", "saistītie raksti", "lasītākie", "skaitykite taip pat", "taip pat skaitykite", "susiję straipsniai", "skaitomiausi",
    // ar, he, fa, ur
    "اقرأ أيضا", "اقرأ أيضاً", "إقرأ أيضا", "اقرأ المزيد", "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "الأكثر قراءة", "قد يعجبك أيضا",
    "שתפו", "קראו גם", "קרא גם", "כתבות נוספות", "עוד בנושא", "אולי יעניין אותך", "הנקראות ביותר", "بیشتر بخوانید", "مطالب مرتبط", "اخبار مرتبط",
    "پربازدیدترین", "همچنین بخوانید", "یہ بھی پڑھیں", "مزید پڑھیں",
    // hi, bn, th
    "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "संबंधित खबरें", "আরও পড়ুন", "আরো পড়ুন", "อ่านเพิ่มเติม", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง", "อ่านข่าวเพิ่มเติม",
    // vi, id, ms
    "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "có thể bạn quan tâm", "tin cùng chuyên mục", "baca juga", "baca selengkapnya",
    "artikel terkait", "berita terkait", "terpopuler", "simak juga", "lihat juga",
    // ja, ko, zh
    "関連記事", "関連ニュース", "あわせて読みたい", "こちらもおすすめ", "おすすめ記事", "人気記事", "アクセスランキング", "最新記事", "続きを読む", "関連リンク",
    "관련기사", "관련 기사", "관련뉴스", "많이 본 뉴스", "인기기사", "추천기사", "相关阅读", "延伸阅读", "相关新闻", "相关文章", "推荐阅读", "热门文章",
    "猜你喜欢", "更多新闻", "最新文章", "热门新闻", "相關新聞", "延伸閱讀", "相關文章", "熱門新聞", "推薦閱讀", "更多报道", "相关报道", "相关链接",
];

/// The longest line looked at, in letters, and the longest phrase, in bytes.
const LINE: u32 = 300;
const PHRASE: usize = 96;

pub(super) fn line(page: &Page<'_>, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
    let own = subject.own;
    if own.text < 2 || own.text > LINE || !is_line(page.tree, subject) {
        return None;
    }
    if !may_open(page.tree, subject.id) {
        return None;
    }
    let opening = Opening::of(page.tree, subject.id);
    let rest = opening.rest_after(own.text);
    match opening.phrase()? {
        Rule::Advertisement if rest == 0 => Some(Rule::Advertisement),
        Rule::Promotion if rest == 0 && own.text < 60 => {
            mark_list_after(page, subject, marking)
        }
        // The rest of the line is the other story's headline, as a link.
        Rule::Promotion if opening.is_cut && own.link * 10 >= rest * 8 && own.link >= 15 => Some(Rule::Promotion),
        _ => None,
    }
}

/// The first bytes of every phrase as a set of hashes: spares most lines the search.
const FIRST: [u64; 64] = first_bytes();
/// So many bytes are hashed: the length of the shortest phrase.
const HASHED: usize = 2;

const fn first_bytes() -> [u64; 64] {
    let mut set = [0; 64];
    let mut list = 0;
    while list < 2 {
        let phrases = if list == 0 { ADVERTISEMENT } else { RELATED };
        let mut at = 0;
        while at < phrases.len() {
            let bytes = phrases[at].as_bytes();
            let hash = hash(bytes[0], bytes[1]);
            set[hash / 64] |= 1 << (hash % 64);
            at += 1;
        }
        list += 1;
    }
    set
}

const fn hash(first: u8, second: u8) -> usize {
    (first as usize * 37 + second as usize * 11) % 4096
}

/// Whether a line's first two bytes are those of a phrase.
fn may_open(tree: &Tree, line: NodeId) -> bool {
    let first = tree.descendants(line).filter_map(|id| tree.text(id)).flat_map(str::chars).skip_while(|c| !c.is_alphanumeric());
    let mut bytes = [0_u8; 16];
    let mut len = 0;
    for small in first.take(HASHED).flat_map(char::to_lowercase) {
        let Some(slots) = bytes.get_mut(len..len + small.len_utf8()) else { break };
        small.encode_utf8(slots);
        len += small.len_utf8();
    }
    let hash = hash(bytes[0], bytes[1]);
    len >= HASHED && FIRST[hash / 64] & (1 << (hash % 64)) != 0
}

/// Whether an element is a line: a block with no block in it.
fn is_line(tree: &Tree, subject: &Subject<'_>) -> bool {
    let block = matches!(
        subject.name,
        Name::P
            | Name::DIV
            | Name::LI
            | Name::H2
            | Name::H3
            | Name::H4
            | Name::H5
            | Name::H6
            | Name::DT
            | Name::TD
            | Name::ASIDE
            | Name::SECTION
            | Name::HEADER
            | Name::FIGCAPTION
            | Name::BLOCKQUOTE
            | Name::CENTER
    );
    block && !tree.children(subject.id).take(12).any(|child| is_breaking(tree.name(child)) && tree.name(child) != Name::BR)
}

/// The label of a list of other stories: marks the list that follows it, or that it opens.
fn mark_list_after(page: &Page<'_>, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
    let tree = page.tree;
    let is_list = |id: NodeId| {
        let list = page.statistics(id);
        list.links >= 1
            && list.link_percent() >= 60
            && page.prose_percent(list) < 10
            && !list.holds(Statistics::HEADLINE)
            && !matches!(tree.name(id), Name::BODY | Name::MAIN | Name::HTML)
    };
    let mut list = None;
    // The label may be wrapped: its list is then next to the wrapper.
    for holder in std::iter::once(subject.id).chain(tree.ancestors(subject.id)).take(3) {
        let next = std::iter::successors(tree.next_sibling(holder), |&id| tree.next_sibling(id))
            .find(|&id| tree.is_element(id) && page.statistics(id).text > 0);
        if let Some(next) = next {
            list = Some(next).filter(|&next| is_list(next));
            break;
        }
    }
    let list = list?;
    if page.is_enabled(Rule::Promotion) {
        marking.set(list, Rule::Promotion, page.statistics(list).prose);
    }
    Some(Rule::Promotion)
}

/// The first bytes of a line in small letters, as far as a phrase can reach.
struct Opening {
    bytes: [u8; PHRASE],
    len: usize,
    /// Letters of the whole line that are in the phrase.
    letters: u32,
    /// Whether the phrase ends at a colon or where a link begins or ends.
    is_cut: bool,
    rule: Option<Rule>,
}

impl Opening {
    fn of(tree: &Tree, line: NodeId) -> Self {
        let mut opening = Self { bytes: [0; PHRASE], len: 0, letters: 0, is_cut: false, rule: None };
        let mut cuts = [0_usize; 8];
        let mut cut = 0;
        let mut blank = false;
        'walk: for step in tree.walk(line) {
            let Step::Enter(id) = step else { continue };
            let Some(text) = tree.text(id) else { continue };
            if let Some(slot) = cuts.get_mut(cut).filter(|_| opening.len > 0) {
                *slot = opening.len;
                cut += 1;
            }
            for c in text.chars() {
                if crate::html::is_space(c) {
                    blank = opening.len > 0;
                    continue;
                }
                // Arrows, bullets and the like before the first letter.
                if opening.len == 0 && !c.is_alphanumeric() {
                    continue;
                }
                let mut encoded = [0; 4];
                for small in Some(' ').filter(|_| std::mem::take(&mut blank)).into_iter().chain(c.to_lowercase()) {
                    let bytes = small.encode_utf8(&mut encoded).as_bytes();
                    let Some(slots) = opening.bytes.get_mut(opening.len..opening.len + bytes.len()) else { break 'walk };
                    slots.copy_from_slice(bytes);
                    opening.len += bytes.len();
                }
            }
        }
        opening.find(&cuts);
        opening
    }

    fn find(&mut self, cuts: &[usize]) {
        let text = std::str::from_utf8(self.bytes.get(..self.len).unwrap_or(&[])).unwrap_or("");
        for (phrases, rule) in [(ADVERTISEMENT, Rule::Advertisement), (RELATED, Rule::Promotion)] {
            // The longest phrase: "read more" opens "read more on this".
            let found = phrases
                .iter()
                .filter(|phrase| text.starts_with(**phrase))
                .max_by_key(|phrase| phrase.len());
            let Some(phrase) = found else { continue };
            let rest = text.get(phrase.len()..).unwrap_or("");
            let after = rest.trim_start();
            let cut = after.starts_with([':', '：', '|', '>', '»', '→', '–', '—', '-', '▸', '▶', '…', '·']);
            self.is_cut = cut || cuts.iter().any(|&at| at == phrase.len() || at == phrase.len() + rest.len() - after.len());
            let ended = after.trim_matches(|c: char| !c.is_alphanumeric());
            let whole = ended.is_empty() && self.len < PHRASE - 8;
            let letters = |text: &str| text.chars().filter(|c| !crate::html::is_space(*c)).count() as u32;
            self.letters = if whole { u32::MAX } else { letters(phrase) };
            self.rule = Some(rule);
            return;
        }
    }

    fn phrase(&self) -> Option<Rule> {
        self.rule
    }

    /// Letters of the line after the phrase.
    fn rest_after(&self, line: u32) -> u32 {
        line.saturating_sub(self.letters)
    }
}
