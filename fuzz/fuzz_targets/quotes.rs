//! Any text gives quotes whose places hold their words, whatever the language is said to be.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tearsheet::quotes;

/// The languages with a lexicon, and one without.
const LANGUAGES: [&str; 17] =
    ["en", "ru", "de", "fr", "es", "it", "pt", "pl", "uk", "zh", "ja", "nl", "cs", "sv", "tr", "ar", "xx"];
/// What quotations are made of; odd inputs are numbers of these.
const PIECES: [&str; 64] = [
    "“",
    "”",
    "„",
    "«",
    "»",
    "\"",
    "'",
    "’",
    "‘",
    "''",
    "「",
    "」",
    "—",
    " — ",
    "–",
    "-",
    ", ",
    ". ",
    ": ",
    "? ",
    "!",
    "…",
    "\n\n",
    "\n",
    " ",
    "(",
    ")",
    "Ida Moll",
    " said ",
    "said",
    " who ",
    " was called by ",
    "U.S. ",
    "Mr. ",
    "according to ",
    " der ",
    " sagte ",
    "Als ",
    " bezeichnete ",
    "die Rede",
    ", so ",
    "сказал ",
    "который ",
    "по словам ",
    "Ивана Петрова",
    ", dit le maire",
    "a-t-il dit",
    "Selon lui",
    "l’",
    "jego zdaniem ",
    "powiedział ",
    "premier ",
    "ministro ",
    "说",
    "：",
    "，",
    "据",
    "把",
    "から",
    "と述べた",
    "قال ",
    "dedi",
    "Q: ",
    "a ",
];

fuzz_target!(|input: &[u8]| {
    let (&first, rest) = input.split_first().unwrap_or((&0, &[]));
    let language = LANGUAGES[usize::from(first >> 1) % LANGUAGES.len()];
    let text = if first & 1 == 0 {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        rest.iter().map(|&piece| PIECES[usize::from(piece) % PIECES.len()]).collect()
    };
    let points: Vec<char> = text.chars().collect();
    for quote in quotes::find(&text, Some(language)) {
        let inside: String = points[quote.start..quote.end].iter().collect();
        assert_eq!(inside, quote.text);
        if let Some(speaker) = quote.speaker {
            let mention: String = points[speaker.start..speaker.end].iter().collect();
            assert_eq!(mention, speaker.mention);
        }
    }
});
