//! Languages: tags, scripts, detection.

mod function_words;

use crate::article::Direction;

/// Characters of text that detection looks at; more makes it slower and no surer.
const SAMPLE: usize = 1000;

/// Texts shorter than this many letters are not detected: chance is too high.
const LEAST: usize = 80;

/// A BCP 47 tag in its usual writing (`en`, `pt-BR`, `zh-Hant`), from what pages write: `en_US`, `EN-us`,
/// `ru-RU,ru`. `None` for what is no tag.
pub(crate) fn tag(text: &str) -> Option<String> {
    let text = text.trim().split([',', ';', ' ']).next()?;
    let mut parts = text.split(['-', '_']);
    let primary = parts.next()?.to_ascii_lowercase();
    let letters = primary.chars().all(|c| c.is_ascii_alphabetic());
    if !(2..=3).contains(&primary.len()) || !letters || matches!(primary.as_str(), "und" | "mul" | "zxx") {
        return None;
    }
    let mut tag = primary;
    for part in parts.take(2) {
        if !part.chars().all(|c| c.is_ascii_alphanumeric()) {
            break;
        }
        match part.len() {
            2 => tag.extend(["-", &part.to_ascii_uppercase()]),
            3 => tag.extend(["-", part]),
            4 => {
                let (head, tail) = part.split_at(1);
                tag.extend(["-", &head.to_ascii_uppercase(), &tail.to_ascii_lowercase()]);
            }
            _ => break,
        }
    }
    Some(tag)
}

/// The primary language of a tag: `pt` of `pt-BR`.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The language of a text, by its letters: a primary tag. `None` where the text is short or nothing is sure.
pub(crate) fn detect(text: &str) -> Option<&'static str> {
    let sample = text.char_indices().nth(SAMPLE).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    if sample.chars().filter(|c| c.is_alphabetic()).take(LEAST).count() < LEAST {
        return None;
    }
    if let Some(plain) = function_words::plain_language(sample) {
        return Some(plain);
    }
    let info = whatlang::detect(sample)?;
    (info.is_reliable() || info.confidence() > 0.5).then(|| two_letters(info.lang()))?
}

/// The article's language from what the markup says and what the text says: the markup's tag where the text
/// agrees or is silent, the text's where it is sure of another.
pub(crate) fn agree(markup: Option<&str>, text: &str) -> Option<String> {
    let said = markup.and_then(tag);
    let seen = detect(text);
    match (said, seen) {
        (Some(said), Some(seen)) if is_same(primary(&said), seen) => Some(said),
        (_, Some(seen)) => Some(seen.to_owned()),
        (said, None) => said,
    }
}

/// Whether two primary tags may name the same text: detection can't tell every pair of neighbours apart.
fn is_same(said: &str, seen: &str) -> bool {
    const NEAR: &[&[&str]] = &[
        &["nb", "no", "nn", "da"],
        &["sr", "hr", "bs", "sh", "cnr", "me"],
        &["id", "ms"],
        &["pt", "gl"],
        &["es", "ca", "gl", "an", "ast"],
        &["zh", "yue", "cmn"],
        &["cs", "sk"],
        &["ru", "be", "bg", "uk", "mk"],
        &["af", "nl", "fy", "li"],
        &["fa", "ps", "ur", "ckb"],
        &["hi", "mr", "ne"],
        &["en", "sco"],
        &["he", "iw", "yi"],
        &["tl", "fil"],
        &["az", "tr"],
    ];
    said == seen
        || NEAR.iter().any(|group| group.contains(&said) && group.contains(&seen) && !is_sure(said, seen))
}

/// Pairs of a group that letters do tell apart.
fn is_sure(said: &str, seen: &str) -> bool {
    matches!((said, seen), ("ru", "uk" | "bg") | ("uk", "ru") | ("bg", "ru") | ("es", "ca") | ("ca", "es"))
}

/// The direction of a language's script.
pub(crate) fn direction(tag: Option<&str>, text: &str) -> Direction {
    let rtl_language = tag.is_some_and(|tag| {
        matches!(primary(tag), "ar" | "he" | "fa" | "ur" | "yi" | "ps" | "ckb" | "sd" | "ug" | "dv" | "iw")
    });
    let (mut rtl, mut letters) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(400) {
        letters += 1;
        rtl +=
            u32::from(matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'));
    }
    let is_rtl = if letters == 0 { rtl_language } else { rtl * 2 > letters };
    if is_rtl { Direction::Rtl } else { Direction::Ltr }
}

/// ISO 639-1 where there is one.
fn two_letters(lang: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang;
    Some(match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_pages_write_them() {
        let cases = [
            ("en_US", Some("en-US")),
            ("EN-us", Some("en-US")),
            ("ru", Some("ru")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("pt-br, pt", Some("pt-BR")),
            ("es-419", Some("es-419")),
            ("english", None),
            ("", None),
            ("und", None),
        ];
        for (text, expected) in cases {
            assert_eq!(tag(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_text_overrules_a_template() {
        let english = "The weather service said on Monday that the rivers in the north of the country would rise by \
                       two metres before the end of the week, and asked people to stay away from the banks.";
        assert_eq!(agree(Some("ru"), english).as_deref(), Some("en"));
        assert_eq!(agree(Some("en-GB"), english).as_deref(), Some("en-GB"));
        assert_eq!(agree(None, english).as_deref(), Some("en"));
        assert_eq!(agree(Some("ru"), "short").as_deref(), Some("ru"));
        assert_eq!(agree(None, ""), None);
    }

    #[test]
    fn directions() {
        assert_eq!(direction(Some("ar"), ""), Direction::Rtl);
        assert_eq!(direction(None, "שלום עולם"), Direction::Rtl);
        assert_eq!(direction(Some("ar"), "Latin letters"), Direction::Ltr);
    }
}
