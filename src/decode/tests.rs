//! Pages in the encodings of the web, with a label, without, and with a wrong one.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, ISO_8859_2, KOI8_R, SHIFT_JIS, UTF_8, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253,
};

use super::*;

const RUSSIAN: &str = "Сегодня в городе открылась новая библиотека. Читатели ждали этого дня почти пять лет, \
    и очередь у входа выстроилась ещё до рассвета. Мы рады каждому гостю, - сказала директор.";
const GREEK: &str = "Η νέα βιβλιοθήκη της πόλης άνοιξε σήμερα τις πόρτες της. Οι αναγνώστες περίμεναν αυτή την ημέρα \
    σχεδόν πέντε χρόνια και η ουρά στην είσοδο σχηματίστηκε πριν από την αυγή.";
const POLISH: &str = "W mieście otwarto dziś nową bibliotekę. Czytelnicy czekali na ten dzień prawie pięć lat, \
    a kolejka przed wejściem ustawiła się jeszcze przed świtem. Książki już się cieszą – żółć, łąka, źdźbło.";
const FRENCH: &str = "La nouvelle bibliothèque de la ville a été inaugurée aujourd’hui. Les lecteurs attendaient ce \
    jour depuis près de cinq années, et la file s’est formée dès l’aube à l’entrée.";
const JAPANESE: &str = "本日、市内に新しい図書館が開館しました。利用者はこの日を五年近く待っており、夜明け前から入り口に列が\
    できました。「すべてのお客様を歓迎します」と館長は述べました。";
const CHINESE: &str = "今天，市里的新图书馆正式开放。读者们等这一天等了将近五年，天还没亮，门口就排起了长队。馆长说：“我们欢迎每一位\
    读者。”开馆第一天，共有三千多人办理了借书证。";
const TAIWANESE: &str = "今天，市區的新圖書館正式開放。讀者們等這一天等了將近五年，天還沒亮，門口就排起了長隊。館長說：「我們歡迎每\
    一位讀者。」開館第一天，共有三千多人辦理了借書證。";
const KOREAN: &str = "오늘 시내에 새 도서관이 문을 열었습니다. 독자들은 이날을 거의 다섯 해 동안 기다렸고, 새벽이 되기 전부터 입구에 \
    줄이 늘어섰습니다. 관장은 모든 손님을 환영한다고 말했습니다.";

const LANGUAGES: &[(&Encoding, &str, &str)] = &[
    (WINDOWS_1251, "windows-1251", RUSSIAN),
    (KOI8_R, "koi8-r", RUSSIAN),
    (WINDOWS_1253, "windows-1253", GREEK),
    (ISO_8859_2, "iso-8859-2", POLISH),
    (WINDOWS_1252, "iso-8859-1", FRENCH),
    (SHIFT_JIS, "shift_jis", JAPANESE),
    (EUC_JP, "euc-jp", JAPANESE),
    (GB18030, "gb18030", CHINESE),
    (BIG5, "big5", TAIWANESE),
    (EUC_KR, "euc-kr", KOREAN),
];

fn encode(encoding: &'static Encoding, html: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(html);
    assert!(!unmappable, "{}: {html}", encoding.name());
    bytes.into_owned()
}

/// ISO-8859-2 lacks the dash that the sentence has.
fn sentence(encoding: &'static Encoding, text: &str) -> String {
    if encoding == ISO_8859_2 { text.replace('–', "-") } else { text.to_owned() }
}

fn read_page<'p>(page: &'p Page<'_>) -> Decoded<'p> {
    decode(page, &Limits::default()).unwrap()
}

#[test]
fn labelled_pages_are_read_as_labelled() {
    for &(encoding, label, text) in LANGUAGES {
        let text = sentence(encoding, text);
        let html = format!("<!doctype html><meta charset='{label}'><p>{text}</p>");
        let page = Page::from_bytes(encode(encoding, &html));
        let decoded = read_page(&page);
        assert_eq!((decoded.encoding, decoded.found_by), (encoding.name(), FoundBy::Meta));
        assert_eq!(decoded.text, html);

        let html = format!("<p>{text}</p>");
        let page =
            Page::from_bytes(encode(encoding, &html)).content_type(format!("text/html; charset={label}"));
        let decoded = read_page(&page);
        assert_eq!((decoded.encoding, decoded.found_by), (encoding.name(), FoundBy::Http));
        assert_eq!(decoded.text, html);
    }
}

#[test]
fn unlabelled_pages_are_detected() {
    for &(encoding, _, text) in LANGUAGES {
        let html = format!("<p>{}</p>", sentence(encoding, text));
        let page = Page::from_bytes(encode(encoding, &html)).url("https://example.org/a");
        let decoded = read_page(&page);
        assert_eq!(decoded.found_by, FoundBy::Detection, "{}", encoding.name());
        assert_eq!(decoded.text, html, "{}", encoding.name());
    }
}

#[test]
fn detection_outlives_a_character_cut_in_two() {
    for &(encoding, _, text) in LANGUAGES.iter().filter(|language| !language.0.is_single_byte()) {
        let paragraph =
            encode(encoding, &format!("<p class='story'>{text}</p>\n<div class='separator'></div>"));
        let mut bytes = paragraph.repeat(80);
        // The second byte of the first character is gone.
        let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap();
        bytes.remove(first + 1);
        let page = Page::from_bytes(bytes);
        let decoded = read_page(&page);
        assert!(decoded.text.matches(text).count() >= 79, "{} read as {}", encoding.name(), decoded.encoding);
    }
}

#[test]
fn byte_order_marks_go_first() {
    let html = format!("<meta charset='iso-8859-1'><p>{RUSSIAN}</p>");
    let little: Vec<u8> = html.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = html.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases = [
        (b"\xFF\xFE".as_slice(), little.as_slice(), "UTF-16LE", FoundBy::Bom),
        (b"\xFE\xFF", &big, "UTF-16BE", FoundBy::Bom),
        (b"\xEF\xBB\xBF", html.as_bytes(), "UTF-8", FoundBy::Bom),
    ];
    for (mark, body, encoding, by) in cases {
        let page = Page::from_bytes([mark, body].concat()).content_type("text/html; charset=koi8-r");
        let decoded = read_page(&page);
        assert_eq!((decoded.encoding, decoded.found_by), (encoding, by));
        assert_eq!(decoded.text, html);
    }
}

#[test]
fn utf_16_is_seen_without_a_mark() {
    let html = format!("<!doctype html><html><head><title>Новости</title></head><p>{RUSSIAN}</p>");
    let little: Vec<u8> = html.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = html.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, encoding) in [(little, "UTF-16LE"), (big, "UTF-16BE")] {
        let page = Page::from_bytes(bytes);
        let decoded = read_page(&page);
        assert_eq!((decoded.encoding, decoded.found_by), (encoding, FoundBy::Detection));
        assert_eq!(decoded.text, html);
    }
}

#[test]
fn a_claim_must_fit_the_bytes() {
    let latin_meta = "<meta charset='iso-8859-1'>";
    let utf8_meta = "<meta charset='utf-8'>";
    // Header, meta, true encoding, text; then what is found.
    let cases: &[(&str, &str, &'static Encoding, &str, FoundBy)] = &[
        ("", latin_meta, UTF_8, FRENCH, FoundBy::Utf8),
        ("", "<meta charset='gb2312'>", UTF_8, CHINESE, FoundBy::Utf8),
        ("text/html; charset=iso-8859-1", "", UTF_8, RUSSIAN, FoundBy::Utf8),
        ("text/html; charset=iso-8859-1", utf8_meta, UTF_8, RUSSIAN, FoundBy::Meta),
        ("", utf8_meta, WINDOWS_1251, RUSSIAN, FoundBy::Detection),
        ("text/html; charset=utf-8", "<meta charset='windows-1251'>", WINDOWS_1251, RUSSIAN, FoundBy::Meta),
        (
            "text/html; charset=iso-8859-1",
            "<meta charset='windows-1251'>",
            WINDOWS_1251,
            RUSSIAN,
            FoundBy::Meta,
        ),
        ("text/html; charset=iso-8859-1", "<meta charset='iso-8859-2'>", WINDOWS_1252, FRENCH, FoundBy::Http),
        ("text/html; charset=windows-1251", latin_meta, WINDOWS_1251, RUSSIAN, FoundBy::Http),
        ("text/html; charset=windows-1251", "<meta charset='koi8-r'>", KOI8_R, RUSSIAN, FoundBy::Meta),
        ("text/html; charset=koi8-r", "<meta charset='windows-1251'>", KOI8_R, RUSSIAN, FoundBy::Http),
        ("", latin_meta, WINDOWS_1251, RUSSIAN, FoundBy::Detection),
        ("", latin_meta, GB18030, CHINESE, FoundBy::Detection),
        ("text/html; charset=gb2312", "", WINDOWS_1251, RUSSIAN, FoundBy::Detection),
        ("text/html; charset=euc-jp", "", SHIFT_JIS, JAPANESE, FoundBy::Detection),
        ("text/html; charset=bogus", "", WINDOWS_1251, RUSSIAN, FoundBy::Detection),
        ("text/html; charset=utf-16", "", UTF_8, FRENCH, FoundBy::Http),
    ];
    for (header, meta, encoding, text, by) in cases {
        let html = format!("{meta}<p>{text}</p>");
        let page = Page::from_bytes(encode(encoding, &html)).content_type(*header);
        let decoded = read_page(&page);
        assert_eq!(decoded.found_by, *by, "{header} {meta} {}", encoding.name());
        assert_eq!(decoded.text, html, "{header} {meta}");
    }
}

#[test]
fn a_declaration_behind_the_first_kilobyte_counts_where_the_bytes_are_not_utf_8() {
    let html = format!("<!-- {} --><meta charset='koi8-r'><p>ё</p>", "x".repeat(2000));
    let page = Page::from_bytes(encode(KOI8_R, &html));
    let decoded = read_page(&page);
    assert_eq!(
        (decoded.encoding, decoded.found_by, &*decoded.text),
        ("KOI8-R", FoundBy::Meta, html.as_str())
    );
}

#[test]
fn stray_bytes_do_not_spoil_utf_8() {
    let mut bytes = format!("<p>{RUSSIAN}</p>").into_bytes();
    bytes.extend_from_slice(b"<p>\x96</p>");
    for meta in ["", "<meta charset='utf-8'>", "<meta charset='windows-1251'>"] {
        let page = Page::from_bytes([meta.as_bytes(), &bytes].concat());
        let decoded = read_page(&page);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.text, format!("{meta}<p>{RUSSIAN}</p><p>\u{FFFD}</p>"));
    }
}

#[test]
fn ascii_bears_any_claim() {
    let cases: &[(&str, &str, FoundBy)] = &[
        ("<p>plain</p>", "UTF-8", FoundBy::Utf8),
        ("<meta charset='big5'><p>plain</p>", "Big5", FoundBy::Meta),
        ("<meta charset='utf-8'><p>plain</p>", "UTF-8", FoundBy::Meta),
        ("<meta charset='hz-gb-2312'><p>plain</p>", "UTF-8", FoundBy::Utf8),
    ];
    for (html, encoding, by) in cases {
        let page = Page::from_bytes(html.as_bytes());
        let decoded = read_page(&page);
        assert_eq!((decoded.encoding, decoded.found_by, &*decoded.text), (*encoding, *by, *html));
        assert!(matches!(decoded.text, Cow::Borrowed(_)));
    }
    // 日本 in ISO-2022-JP.
    for meta in ["", "<meta charset='iso-2022-jp'>"] {
        let page = Page::from_bytes([meta.as_bytes(), b"<p>\x1B$BF|K\\\x1B(B</p>"].concat());
        let decoded = read_page(&page);
        assert_eq!(
            (decoded.encoding, &*decoded.text),
            ("ISO-2022-JP", format!("{meta}<p>日本</p>").as_str())
        );
    }
}

#[test]
fn text_stays_as_it_is_given() {
    let page =
        Page::from_text("\u{FEFF}<meta charset='koi8-r'><p>é</p>").content_type("text/html; charset=big5");
    let decoded = read_page(&page);
    assert_eq!(decoded.text, "<meta charset='koi8-r'><p>é</p>");
    assert_eq!((decoded.encoding, decoded.found_by), ("UTF-8", FoundBy::Given));
    assert!(matches!(decoded.text, Cow::Borrowed(_)));
}

#[test]
fn what_is_no_page_is_refused() {
    let limits = Limits { bytes: 100, ..Limits::default() };
    let long = "a".repeat(101);
    let cases: &[(&[u8], &str, &str)] = &[
        (b"", "", "https://example.org/a: the page is empty"),
        (b" \r\n\t", "", "https://example.org/a: the page is empty"),
        (b"\xEF\xBB\xBF \n", "", "https://example.org/a: the page is empty"),
        (b"\xFF\xFE \0\n\0", "", "https://example.org/a: the page is empty"),
        (b"\xC2\xA0\xE3\x80\x80", "", "https://example.org/a: the page is empty"),
        (long.as_bytes(), "", "https://example.org/a: 101 bytes, over the limit of 100"),
        (b"%PDF-1.4", "", "https://example.org/a: not an HTML page, but application/pdf"),
        (b"<p>", "image/webp", "https://example.org/a: not an HTML page, but image/webp"),
        (b"\x00\x01\x02\x03\x04", "text/html", "https://example.org/a: not an HTML page, but binary data"),
    ];
    for (bytes, header, message) in cases {
        let page = Page::from_bytes(*bytes).url("https://example.org/a").content_type(*header);
        assert_eq!(decode(&page, &limits).unwrap_err().to_string(), *message);
    }
    for text in ["", "\n", "\u{FEFF}\u{A0}"] {
        assert_eq!(decode(&Page::from_text(text), &limits).unwrap_err().kind(), "empty");
    }
    assert_eq!(decode(&Page::from_text("%PDF-1.4"), &limits).unwrap_err().kind(), "not_html");
    assert_eq!(decode(&Page::from_text(long), &limits).unwrap_err().kind(), "too_large");
}

#[test]
fn any_bytes_and_any_url_give_a_result() {
    let urls =
        ["http://EXAMPLE.РФ./", "http://[::1]/", "http://a._X.b_c/", "mailto:a@b", "", "http://a.xn--p1ai/"];
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let pieces: &[&[u8]] =
        &[b"<meta ", b"charset=", b"<!--", b"'", b">", b"\x1B$B", b"\xE3\x81", b"\x81", b"\xC3", b" "];
    for round in 0..2000 {
        let mut bytes = Vec::new();
        for _ in 0..next() {
            if next() < 128 {
                bytes.extend_from_slice(pieces[next() as usize % pieces.len()]);
            } else {
                bytes.push(next() | 0x20);
            }
        }
        let page = Page::from_bytes(bytes).url(urls[round % urls.len()]);
        if let Err(error) = decode(&page, &Limits::default()) {
            assert!(["empty", "not_html"].contains(&error.kind()), "{error}");
        }
    }
}
