//! The languages that most pages are in, told by the small words that no sentence of theirs does without. Where
//! these are plain, nothing needs to be weighed letter by letter.

/// Words that are frequent in one of these languages and none, or rare, in the others, in lower case. What they
/// share with their neighbours (`de`, `in`, `на`) tells nothing and is left out.
const LEXICON: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "that", "with", "are", "from", "have", "this", "were", "which", "their",
            "but", "they", "has",
        ],
    ),
    (
        "de",
        &[
            "und", "nicht", "mit", "ist", "eine", "auf", "für", "dem", "sich", "auch", "das", "zu", "im",
            "einen", "von", "werden", "wird", "aus", "dass",
        ],
    ),
    ("pl", &["w", "się", "że", "jest", "przez", "nie", "oraz", "dla", "był", "są", "ich", "tym", "jego"]),
    ("ru", &["что", "его", "это", "был", "они", "как", "для", "их", "она", "так"]),
    (
        "fr",
        &["les", "des", "une", "du", "dans", "est", "pour", "qui", "pas", "sur", "aux", "au", "avec", "ces"],
    ),
    ("es", &["el", "los", "las", "y", "del", "más", "con", "su", "por", "como", "pero", "fue", "una"]),
    ("it", &["che", "per", "della", "delle", "non", "sono", "nel", "gli", "alla", "dei", "è", "anche"]),
    ("pt", &["em", "uma", "não", "com", "ao", "dos", "foi", "são", "pela", "pelo", "seu", "sua", "também"]),
];

/// Of a hundred words, how many must be the language's.
const LEAST_SHARE: usize = 8;

/// Fewer words are left to the letters.
const LEAST_WORDS: usize = 20;

/// Bytes of the longest word that fits a key.
const LONGEST: usize = 8;

/// The language whose words stand in a text often, and those of no other.
pub(super) fn plain_language(text: &str) -> Option<&'static str> {
    let mut counts = [0_usize; LEXICON.len()];
    let mut words = 0;
    for word in text.as_bytes().split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        words += usize::from(!word.is_empty());
        if let Some(count) = find(word).and_then(|language| counts.get_mut(language)) {
            *count += 1;
        }
    }
    let (language, &most) = counts.iter().enumerate().max_by_key(|&(_, count)| count)?;
    let others = counts.iter().sum::<usize>() - most;
    let plain = words >= LEAST_WORDS && most * 100 >= words * LEAST_SHARE && others * 5 <= most;
    LEXICON.get(language).filter(|_| plain).map(|&(tag, _)| tag)
}

/// The language of a word, whatever its case in ASCII.
fn find(word: &[u8]) -> Option<usize> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let word = key(word);
    let mut slot = slot_of(word);
    loop {
        match TABLE[slot] {
            (0, _) => return None,
            (key, language) if key == word => return Some(usize::from(language)),
            _ => slot = (slot + 1) & MASK,
        }
    }
}

const MASK: usize = 511;

/// The words as keys, each with its language's place in the lexicon.
static TABLE: [(u64, u8); MASK + 1] = table();

const fn key(word: &[u8]) -> u64 {
    let (mut key, mut i) = (0, 0);
    while i < word.len() {
        key = key << 8 | word[i].to_ascii_lowercase() as u64;
        i += 1;
    }
    key
}

const fn slot_of(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize & MASK
}

const fn table() -> [(u64, u8); MASK + 1] {
    let mut table = [(0, 0); MASK + 1];
    let mut language = 0;
    while language < LEXICON.len() {
        let words = LEXICON[language].1;
        let mut i = 0;
        while i < words.len() {
            let key = key(words[i].as_bytes());
            let mut slot = slot_of(key);
            while table[slot].0 != 0 {
                slot = (slot + 1) & MASK;
            }
            table[slot] = (key, language as u8);
            i += 1;
        }
        language += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_of_one_language() {
        let mut seen = std::collections::HashSet::new();
        for (language, (_, words)) in LEXICON.iter().enumerate() {
            for word in *words {
                assert!(word.len() <= LONGEST && seen.insert(word), "{word}");
                assert_eq!(find(word.as_bytes()), Some(language), "{word}");
            }
        }
    }

    #[test]
    fn plain_texts_are_told_and_others_left() {
        let cases = [
            (
                "The council of the town has said that the road from the bridge will be closed, but they have no date.",
                Some("en"),
            ),
            (
                "Die Straße wird für eine Woche gesperrt, sagte der Sprecher, und auch die Brücke ist nicht frei von \
                 Schäden, mit denen sich der Rat befassen will.",
                Some("de"),
            ),
            (
                "Gatan stängs i en vecka, sade talesmannen, och inte heller bron är fri från skador som rådet vill \
                 behandla på måndag kväll i stadshuset.",
                None,
            ),
            ("The and of.", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(plain_language(text), expected, "{text}");
        }
    }
}
