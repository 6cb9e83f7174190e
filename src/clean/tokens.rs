//! What the words of `class`, `id` and the like say of an element.
//!
//! A name such as `article__share-bar` or `relatedPosts` is cut at everything but letters and digits and where a small
//! letter meets a capital; whole pieces are looked up. So `ad` is not in `header`, nor `share` in `shareholder`.

/// What a piece of a name may mean: a bit each, so that one name's meanings are one number.
pub(super) struct Sense;

macro_rules! senses {
    ($($bit:literal $name:ident: $words:literal)*) => {
        impl Sense {
            $(pub(super) const $name: u64 = 1 << $bit;)*
        }
        /// The lexicon: blank-separated words with their sense.
        const LEXICON: &[(&str, u64)] = &[$(($words, Sense::$name),)*];
    };
}

senses! {
    0 AD: "ad ads advert adverts advertise advertisement advertisements advertising advertorial adslot adslots adunit adbox \
        adcontainer adwrapper adwrap adzone adspace adblock adbanner adsense adsbygoogle adlabel admarker adplace adtech \
        dfp gpt googleads doubleclick reklama reklam reklame werbung anzeige anzeigen publicite publicidad publicidade \
        annons annonse mainos reclame pubblicita teads leaderboard skyscraper mpu billboard"
    1 SPONSOR: "sponsored sponsor sponsors sponsorship"
    2 SHARE: "share shares sharing sharebar sharebox sharebuttons sharelinks sharethis sharedaddy addthis addtoany a2a \
        shareaholic shariff sharing socialshare socialsharing sharetools partage teilen compartir condividi ssba heateor"
    3 SOCIAL: "social socials socialmedia socialbar sociallinks socialicons socialbuttons"
    4 FOLLOW: "follow followus followbutton"
    5 NEWSLETTER: "newsletter newsletters mailchimp newslettersignup emailsignup mailinglist"
    6 SUBSCRIBE: "subscribe subscription subscriptions signup optin"
    7 RELATED: "related relateds relatedposts relatedarticles relatedcontent relatednews relatedlinks relatedstories relacionadas \
        relacionados relacionado verwandt similaire yarpp crp recirc recirculation upnext morefrom readalso readnext \
        seealso mostread mostpopular mostviewed topstories latestnews recentposts"
    8 RECOMMEND: "recommended recommend recommendation recommendations recommends recommender recommendable empfehlungen"
    9 EXCHANGE: "outbrain taboola zergnet mgid revcontent plista ligatus engageya dable popin contentad cxense \
        strossle adnow relap smi2 gnezdo24 24smi lentainform infox directadvert tizer teaserexchange"
    10 POPULAR: "popular trending trendings trends toplist topten beliebt meistgelesen"
    11 MORE: "more"
    12 READ: "read"
    13 NEXT: "next prev previous"
    14 LATEST: "latest recent newest"
    15 ITEMS: "news article articles story stories post posts from headlines reading reads read viewed shared commented \
        popular entries links link"
    16 MOST: "most"
    17 NAV: "nav navi navigation navbar navbars topnav subnav sidenav mainnav navmenu sitenav navlist navlinks"
    18 MENU: "menu menus submenu megamenu mainmenu topmenu hamburger offcanvas dropdown menubar"
    19 BREADCRUMB: "breadcrumb breadcrumbs crumb crumbs breadcrumbbar brotkrumen"
    20 PAGER: "pagination pager paginator pagenavi pagenav paging paginate wppagenavi prevnext"
    21 SKIP: "skip skiplink skiplinks skipnav"
    22 FOOTER: "footer colophon sitefooter pagefooter"
    23 HEADER: "masthead siteheader topbar"
    24 SIDEBAR: "sidebar siderail rightrail leftrail"
    25 COMMENT: "comment comments commentlist commentform commentarea commentsection commentbox kommentare kommentar commentaires \
        comentarios commenti reacties komentarze kommentarer kommentit"
    26 COMMENTS_HOST: "disqus livefyre commento spotim openweb viafoura hypercomments cackle giscus utterances fbcomments coral"
    27 LOGIN: "login signin logon loginform userlogin register registration captcha recaptcha"
    28 SEARCH: "search searchform searchbox searchbar"
    29 CALENDAR: "calendar calendars datepicker kalender calendario calendrier minicalendar archivecalendar"
    30 WIDGET: "weather wetter meteo horoscope horoscopes ticker stockticker poll polls countdown currencies exchangerates"
    31 COOKIE: "cookie cookies cookiebar cookiebanner cookienotice cookieconsent cookielaw cookiepolicy cookiewarning \
        cookiemessage cookieinfo cookiealert cookiepopup cookiedisclaimer"
    32 GDPR: "gdpr rgpd dsgvo ccpa lgpd cookieconsent eucookie eucookielaw cookielaw cookiebanner cookienotice cookiebar"
    33 CONSENT: "consent consents cookieconsent"
    34 NOTICE: "banner notice notices notification bar popup pop modal overlay dialog message msg alert law disclaimer wall box \
        warning prompt toast consent policy info layer bottom top sticky wrapper wrap container root panel widget"
    35 MODAL: "modal popup overlay lightbox popover tooltip toast interstitial"
    36 TAGS: "tags taglist tagcloud tagslist keywords tagbox"
    37 SCREEN_READER: "srs sronly visuallyhidden screenreader screenreadertext visuallyhide offscreen"
    38 SR: "sr screen visually visibly"
    39 ONLY: "only hidden reader hide"
    40 NEGATION: "has have no not non without with hide show enable enabled disable disabled supports can"
    41 TAXONOMY: "tag category cat term topic taxonomy"
    42 CONTENT: "body content text article story main paragraph prose copy post entry page"
    43 LIST: "list cloud links items"
    44 APP: "app apps appstore googleplay"
    45 PROMO: "promo promos promotion promotions promobox crosspromo"
    46 DOWNLOAD: "download install badge badges promo banner"
    47 PRINT: "print printbutton"
    48 BUTTONS: "button buttons btn btns icon icons tools toolbar bar links link actions action widget block box container wrapper \
        group list row area section panel"
    49 AUTHOR: "author authors byline"
    50 ALSO: "also"
    51 LIKE: "like love interest"
    52 FOLDED: "accordion accordions collapse collapsed collapsible expand expanded expandable expander toggle tab tabs tabpanel \
        tabpane pane faq answer answers details readmore truncated spoiler paywall premium"
    53 TOP: "top"
    54 STORIES: "stories news headlines posts articles"
}

const MASK: usize = 1023;
static SLOTS: [Slot; MASK + 1] = slots();

/// A word with its hash (which tells most other words from it) and its senses.
#[derive(Clone, Copy)]
struct Slot {
    word: &'static str,
    hash: u32,
    senses: u64,
}

const fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn slot_of(hash: u32) -> usize {
    ((hash ^ (hash >> 15)) as usize) & MASK
}

const SEED: u32 = 0x811c_9dc5;

/// The lexicon as an open hash table, made at compile time. A word listed under several senses has them all.
const fn slots() -> [Slot; MASK + 1] {
    let mut slots = [Slot { word: "", hash: 0, senses: 0 }; MASK + 1];
    let mut entry = 0;
    while entry < LEXICON.len() {
        let (words, sense) = LEXICON[entry];
        let mut rest = words;
        while !rest.is_empty() {
            let bytes = rest.as_bytes();
            let mut end = 0;
            let mut hash = SEED;
            while end < bytes.len() && bytes[end] != b' ' {
                hash = hash_step(hash, bytes[end]);
                end += 1;
            }
            let (word, tail) = rest.split_at(end);
            if end > 0 {
                let mut slot = slot_of(hash);
                while !slots[slot].word.is_empty() && !same(slots[slot].word, word) {
                    slot = (slot + 1) & MASK;
                }
                slots[slot] = Slot { word, hash, senses: slots[slot].senses | sense };
            }
            rest = if tail.is_empty() { tail } else { tail.split_at(1).1 };
        }
        entry += 1;
    }
    slots
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The senses of one name (one word of a class, an id).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Senses {
    /// Of all its pieces.
    pub(super) all: u64,
    /// Of its first piece.
    pub(super) first: u64,
    /// Of its last piece.
    pub(super) last: u64,
    /// How many pieces it has.
    pub(super) pieces: u32,
    /// How many of them are in the lexicon.
    pub(super) known: u32,
}

impl Senses {
    pub(super) fn has(self, senses: u64) -> bool {
        self.all & senses != 0
    }
}

/// The longest word of the lexicon fits, longer pieces are unknown.
const LONGEST: usize = 24;

/// Cuts one name into pieces and looks them up.
///
/// A name that is cut by a capital into bits of one or two letters is a hash of a style sheet's compiler
/// (`fxAdQz`) rather than words: its pieces don't count, except whole runs between hyphens.
pub(super) fn senses(name: &str) -> Senses {
    let mut senses = Senses::default();
    let bytes = name.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if !first.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        let mut small = false;
        let mut hash = SEED;
        // Where the piece ends without its number, and its hash there.
        let mut word = (start, SEED);
        while let Some(&byte) = bytes.get(at) {
            if !byte.is_ascii_alphanumeric() || small && byte.is_ascii_uppercase() {
                break;
            }
            small = byte.is_ascii_lowercase();
            hash = hash_step(hash, byte.to_ascii_lowercase());
            at += 1;
            if !byte.is_ascii_digit() {
                word = (at, hash);
            }
        }
        let len = at - start;
        let (end, hash) = word;
        let cut_by_capital = (start > 0 && bytes[start - 1].is_ascii_alphanumeric())
            || bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        let opaque = len > LONGEST || cut_by_capital && len < 3 && has_short_neighbour(bytes, start, at);
        let sense = if opaque { 0 } else { look_up(bytes.get(start..end).unwrap_or(&[]), hash) };
        senses.all |= sense;
        if senses.pieces == 0 {
            senses.first = sense;
        }
        senses.last = sense;
        senses.pieces += 1;
        senses.known += u32::from(sense != 0);
    }
    senses
}

/// Whether the run of letters around a piece holds another piece of one or two letters.
fn has_short_neighbour(bytes: &[u8], start: usize, end: usize) -> bool {
    let before =
        bytes.get(..start).unwrap_or(&[]).iter().rev().take_while(|b| b.is_ascii_lowercase()).count();
    let after = bytes.get(end + 1..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_lowercase()).count();
    let starts = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
    let goes_on = bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    (starts && before < 3) || (goes_on && after < 2)
}

/// The senses of a word in letters of any size; `hash` is that of its small letters.
fn look_up(word: &[u8], hash: u32) -> u64 {
    if word.len() < 2 {
        return 0;
    }
    let mut slot = slot_of(hash);
    loop {
        let known = &SLOTS[slot];
        if known.word.is_empty() || known.hash == hash && known.word.as_bytes().eq_ignore_ascii_case(word) {
            return known.senses;
        }
        slot = (slot + 1) & MASK;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_pieces_only() {
        for (name, wanted) in [
            ("ad", Sense::AD),
            ("top-ad-300", Sense::AD),
            ("adSlot", Sense::AD),
            ("ad1", Sense::AD),
            ("article__share-bar", Sense::SHARE),
            ("relatedPosts", Sense::RELATED),
            ("RELATED", Sense::RELATED),
            ("main_nav", Sense::NAV),
            ("wp-block-latest-posts", Sense::LATEST),
        ] {
            assert!(senses(name).has(wanted), "{name}");
        }
        for (name, unwanted) in [
            ("header", Sense::AD),
            ("shareholder", Sense::SHARE),
            ("navigate", Sense::NAV),
            ("load", Sense::AD),
            ("unrelated", Sense::RELATED),
            ("fxAdQz", Sense::AD),
            ("sc-1ad2b", Sense::AD),
            ("commentary", Sense::COMMENT),
            ("a", Sense::AD),
            ("", Sense::AD),
            ("été-ad\u{e9}", Sense::NAV),
        ] {
            assert!(!senses(name).has(unwanted), "{name}");
        }
    }

    #[test]
    fn every_word_of_the_lexicon_is_found() {
        let mut words = 0;
        for (list, sense) in LEXICON {
            for word in list.split(' ').filter(|word| !word.is_empty()) {
                let hash = word.bytes().fold(SEED, hash_step);
                assert!(look_up(word.as_bytes(), hash) & sense != 0, "{word}");
                assert!(word.len() <= LONGEST, "{word}");
                words += 1;
            }
        }
        assert!(words < MASK * 2 / 3, "{words} words: the table is too full");
    }
}
