//! Quotes of news sentences in every language that has a lexicon: `quotes/news.txt`.

use tearsheet::quotes::find;

/// A text and what is to be found in it: the quotes with their speakers.
struct Case {
    language: String,
    text: String,
    expected: Vec<(String, String)>,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut language = "";
    for line in include_str!("quotes/news.txt").lines() {
        if let Some(code) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            language = code;
        } else if let Some(text) = line.strip_prefix("> ") {
            let text = text.replace(" / ", "\n\n");
            cases.push(Case { language: language.to_owned(), text, expected: Vec::new() });
        } else if let Some(quote) = line.strip_prefix("= ") {
            let (quote, speaker) = quote.split_once(" :: ").unwrap_or((quote, ""));
            if let Some(case) = cases.last_mut() {
                case.expected.push((quote.to_owned(), speaker.to_owned()));
            }
        }
    }
    cases
}

#[test]
fn news_sentences_tell_their_speakers() {
    let mut faults = Vec::new();
    for case in cases() {
        let found: Vec<(String, String)> = find(&case.text, Some(&case.language))
            .into_iter()
            .map(|quote| {
                let speaker = quote.speaker.map(|who| who.name.unwrap_or(who.mention));
                (quote.text, speaker.unwrap_or_default())
            })
            .collect();
        if found != case.expected {
            faults.push(format!(
                "[{}] {}\n  expected {:?}\n  found    {found:?}",
                case.language, case.text, case.expected
            ));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_language_has_sentences() {
    let cases = cases();
    for code in
        ["en", "ru", "uk", "de", "fr", "es", "it", "pt", "pl", "nl", "cs", "sv", "tr", "ar", "zh", "ja"]
    {
        let own = || cases.iter().filter(|case| case.language == code);
        assert!(own().count() >= 4 && own().any(|case| case.expected.is_empty()), "{code}");
    }
}
