//! Quotes with their speakers: the hand-written items, the motivating page, offsets, and any input in linear time.

use proptest::prelude::*;
use serde_json::Value;
use tearsheet::article::{Block, EmbedKind, Quote, QuoteKind};
use tearsheet::quotes::{Document, Paragraph, ParagraphKind, find, find_in};

/// Items of `quotes/hand.jsonl` that do not come out wholly right yet. One that starts passing must leave the list.
const EXPECTED_FAILURES: [&str; 0] = [];

fn speaker(quote: &Quote) -> Option<&str> {
    quote.speaker.as_ref().map(|who| who.name.as_deref().unwrap_or(&who.mention))
}

/// What is wrong with an item, if anything.
fn fault(item: &Value) -> Option<String> {
    let text = item["text"].as_str().unwrap_or_default();
    let quotes = find(text, item["lang"].as_str());
    let gold = item["quotes"].as_array().map_or(&[][..], Vec::as_slice);
    let found: Vec<_> = quotes.iter().map(|quote| &quote.text).collect();
    if quotes.len() != gold.len() {
        return Some(format!("{} quotes instead of {}: {found:?}", quotes.len(), gold.len()));
    }
    for (quote, gold) in quotes.iter().zip(gold) {
        let kind = if quote.kind == QuoteKind::Direct { "direct" } else { "partial" };
        let who = quote.speaker.as_ref();
        let right_speaker = speaker(quote) == gold["speaker"].as_str()
            || who.map(|who| who.mention.as_str()) == gold["speaker"].as_str();
        let right_mention = gold["speaker_mention"].is_null()
            || who.map(|who| who.mention.as_str()) == gold["speaker_mention"].as_str();
        let right = quote.text == gold["text"].as_str().unwrap_or_default()
            && gold["start"] == quote.start
            && gold["end"] == quote.end
            && gold["kind"] == kind
            && right_speaker
            && right_mention
            && quote.cue.as_deref() == gold["cue"].as_str();
        if !right {
            return Some(format!("{gold} came out as {quote:?}"));
        }
    }
    None
}

#[test]
fn hand_written_items_come_out_right() {
    let mut faults = Vec::new();
    let mut wrong = Vec::new();
    for line in include_str!("quotes/hand.jsonl").lines().filter(|line| !line.is_empty()) {
        let item: Value = serde_json::from_str(line).unwrap();
        if let Some(fault) = fault(&item) {
            let id = item["id"].as_str().unwrap().to_owned();
            faults.push(format!("{id}: {fault}"));
            wrong.push(id);
        }
    }
    assert_eq!(wrong, EXPECTED_FAILURES, "the wrong ones:\n{}", faults.join("\n"));
}

/// The article of the motivating page.
const PAGE: [&str; 8] = [
    "Russian President Vladimir Putin and North Korean leader Kim Jong Un sat down for talks on Wednesday at Russia’s Vostochny Cosmodrome space center, where Putin told reporters the two «have a lot» to discuss.",
    "“I am very glad to see and welcome you again in Russia. This time, as we agreed, at the Vostochny Cosmodrome,” Putin said while seated alongside Kim. «Of course, we need to talk about issues of economic cooperation, humanitarian issues, and the situation in the region. We have a lot of questions [to discuss].»",
    "Kim thanked Putin for his invite to the country and said the two countries have «many issues» that they can cooperate on.",
    "«As you said, the agenda between our countries, including the political, economic, and cultural issues; and there are many issues that our two countries need to cooperate and for us to receive help on in our war of independence as the people of our countries anticipate.",
    "In this situation, I believe this moment will serve to raise our bilateral relations to the next step, to a new height,» Kim said.",
    "The North Korean leader went on tell Putin it was an honor the meeting was being held «at this special place, a space launch site which is like the heart of the space power, which your country has the status of, and giving this opportunity for us to have a deeper understanding of space power’s today and tomorrow.”",
    "Kim also praised Russia for having «stood up against the hegemonic forces» to defend its sovereignty and security, a veiled reference to the US and the West, and said he has expressed «the full and unconditional support to all that Russia does in response.»",
    "Ahead of the meeting, US officials warned that a potential arms deal could see Pyongyang provide weapons for Moscow to use in the war against Ukraine.",
];

#[test]
fn the_motivating_page_is_complete() {
    let text = PAGE.join("\n\n");
    let mut at = 0;
    let paragraphs: Vec<Paragraph<'_>> = PAGE
        .iter()
        .enumerate()
        .map(|(block, paragraph)| {
            let range = at..at + paragraph.len();
            at = range.end + 2;
            Paragraph { block, kind: ParagraphKind::Paragraph, range, cite: None }
        })
        .collect();
    let quotes = find_in(&Document {
        headline: Some("«I will always be standing with Russia,» says Kim, as talks begin with Putin"),
        text: &text,
        paragraphs: &paragraphs,
        language: Some("en"),
    });
    let (putin, kim) = ("Vladimir Putin", "Kim Jong Un");
    let expected = [
        ("I will always", kim, QuoteKind::Direct, true),
        ("have a lot", putin, QuoteKind::Partial, false),
        ("I am very glad", putin, QuoteKind::Direct, false),
        ("Of course", putin, QuoteKind::Direct, false),
        ("many issues", kim, QuoteKind::Partial, false),
        ("As you said", kim, QuoteKind::Direct, false),
        ("at this special", kim, QuoteKind::Partial, false),
        ("stood up", kim, QuoteKind::Partial, false),
        ("the full and", kim, QuoteKind::Partial, false),
    ];
    assert_eq!(quotes.len(), expected.len(), "{quotes:#?}");
    for (quote, (start, name, kind, in_headline)) in quotes.iter().zip(expected) {
        assert!(quote.text.starts_with(start), "{quote:?}");
        assert_eq!(speaker(quote), Some(name), "{quote:?}");
        assert_eq!(quote.kind, kind, "{quote:?}");
        assert_eq!(quote.in_headline, in_headline);
    }
    assert!(quotes[5].text.ends_with("to a new height,"));
    assert_eq!(quotes[2].group, quotes[3].group);
    assert_ne!(quotes[3].group, quotes[4].group);
    assert_eq!(quotes[6].block, Some(5));
}

/// Sentences and the speaker of their last quote; `None` where there is no quote.
const SPEAKERS: [(&str, &str, Option<&str>); 34] = [
    // The clause that closes the sentence.
    ("en", "The harbour was “a total mess” after the second storm, Olga Brandt said.", Some("Olga Brandt")),
    (
        "en",
        "The cuts mean “the end of the line” for the depot, said Paul Reyes, a driver from Leeds.",
        Some("Paul Reyes"),
    ),
    ("en", "“No more delays,” aside from the ferry itself, said the mayor, Lena Ortiz.", Some("Lena Ortiz")),
    // Apposition stays with its verb.
    (
        "en",
        "“It is over,” Olga Brandt, the harbour master, said in an interview with Paul Reyes.",
        Some("Olga Brandt"),
    ),
    ("en", "“It is over,” Olga Brandt, 61, told The Evening Herald.", Some("Olga Brandt")),
    // Whose words they are.
    ("en", "Olga Brandt’s call for a “clean break” split the council.", Some("Olga Brandt")),
    (
        "en",
        "Susan Brandt spoke for an hour. Her promise to “rebuild every pier” drew applause.",
        Some("Susan Brandt"),
    ),
    // Contractions of pronouns.
    (
        "en",
        "Paul Reyes left early. Before lunch he’d said the room was “too cold by half”.",
        Some("Paul Reyes"),
    ),
    // The pronoun of a sentence that opens with a name.
    (
        "en",
        "“It rained,” Paul Reyes said. Robert Hale told the inquiry in May that he felt “rather let down”.",
        Some("Robert Hale"),
    ),
    // A participle beside its name, a list of verbs, a name that opens the sentence.
    ("en", "The film shows Paul Reyes asking, “Who will pay for all of this?”", Some("Paul Reyes")),
    ("en", "Olga Brandt mocked a young reporter, called the paper “a rag for fools”.", Some("Olga Brandt")),
    // Datelines, signatures, labels behind a dash.
    (
        "en",
        "PORT ELLEN (News Desk) — Minister Olga Brandt will speak of a “long hard winter”.",
        Some("Olga Brandt"),
    ),
    ("en", "“Every pier will be built again by spring.”\n\n- Brandt.\n\nThe council agreed.", Some("Brandt")),
    ("en", "The vote is near - Olga Brandt: “We have the numbers and the will.”", Some("Olga Brandt")),
    // A verb that no table knows.
    ("en", "“We will never sign such a paper,” harrumphed Olga Brandt.", Some("Olga Brandt")),
    ("de", "„Das glaubt uns doch niemand mehr“, witzelte Martin Albers.", Some("Martin Albers")),
    ("it", "\"Questa strada non la facciamo più\", ha ironizzato Carla Neri.", Some("Carla Neri")),
    // Shows, films, terms.
    ("en", "On “The Morning Hour,” Olga Brandt played the piano.", None),
    ("en", "She came for her first film, “The Quarry.”", None),
    ("en", "The pipes run past the “wet” side of the dam.", None),
    // German: inverted, split, participle last, reported.
    ("de", "„Das Dorf bleibt“, so Ortsvorsteher Martin Albers.", Some("Martin Albers")),
    (
        "de",
        "Martin Albers kam spät. Die neue Brücke lobte er als „Glücksfall für das Dorf“.",
        Some("Martin Albers"),
    ),
    (
        "de",
        "Martin Albers hatte die Rolle der Bauern betont: „Ohne sie steht alles still.“",
        Some("Martin Albers"),
    ),
    (
        "de",
        "Den Plan stellte der Landrat Martin Albers in Frage: „Das zahlt am Ende das Dorf.“",
        Some("Martin Albers"),
    ),
    (
        "de",
        "Wie Martin Albers in Celle erklärte, ist der Plan „vom Tisch und vergessen“.",
        Some("Martin Albers"),
    ),
    (
        "de",
        "Martin Albers kritisierte den Plan. Das Geld sei „längst an anderer Stelle verbaut“.",
        Some("Martin Albers"),
    ),
    (
        "de",
        "Der neue Landrat gab bekannt: „Wir bauen die Brücke noch in diesem Jahr.“",
        Some("Der neue Landrat"),
    ),
    ("de", "Die Wiese nennt man „Teufelswiese“.", None),
    ("de", "Der Turm, der früher „Langer Hans“ hieß, steht noch.", None),
    ("de", "In der „Harzer Rundschau“ schreibt Martin Albers über Brücken.", None),
    ("de", "„Das Wasser steigt seit Tagen“, heißt es in der Mitteilung.", Some("der Mitteilung")),
    // Russian: the object of an outlet, a name far before its verb.
    ("ru", "«Мы закончим мост к весне и ни днём позже», — цитирует ТАСС собеседника.", Some("собеседника")),
    (
        "ru",
        "Марк, слесарь из депо, не назвавший фамилию, опасаясь начальства, назвал смену «очень тяжёлой».",
        Some("Марк"),
    ),
    ("ru", "«Мост стоит на месте и будет стоять», — усмехнулся Олег Брандт.", Some("Олег Брандт")),
];

#[test]
fn speakers_are_found_where_the_sentence_names_them() {
    let mut faults = Vec::new();
    for (language, text, expected) in SPEAKERS {
        let quotes = find(text, Some(language));
        let found = quotes.last().and_then(|quote| quote.speaker.as_ref());
        let found = found.map(|who| who.name.as_deref().unwrap_or(&who.mention));
        if found != expected || quotes.is_empty() != expected.is_none() {
            faults.push(format!("{text}\n  {found:?}, not {expected:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_quotation_block_is_the_speech_it_is_announced_as() {
    let text = "Minister Anna Kowalska wrote:\n\nWe will rebuild the bridge.\n\nNothing else was said.";
    let paragraphs = [
        Paragraph { block: 0, kind: ParagraphKind::Paragraph, range: 0..29, cite: None },
        Paragraph { block: 1, kind: ParagraphKind::Quotation, range: 31..58, cite: None },
        Paragraph { block: 2, kind: ParagraphKind::Paragraph, range: 60..text.len(), cite: None },
    ];
    let quotes = find_in(&Document { headline: None, text, paragraphs: &paragraphs, language: Some("en") });
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert_eq!(quotes[0].text, "We will rebuild the bridge.");
    assert_eq!(speaker(&quotes[0]), Some("Anna Kowalska"));
}

#[test]
fn a_pull_quote_is_folded_into_its_sentence() {
    let text = "“The bridge will be rebuilt,” said Anna Kowalska.\n\n“The bridge will be rebuilt”";
    let first = text.find("\n\n").unwrap();
    let paragraphs = [
        Paragraph { block: 0, kind: ParagraphKind::Paragraph, range: 0..first, cite: None },
        Paragraph { block: 1, kind: ParagraphKind::Quotation, range: first + 2..text.len(), cite: None },
    ];
    let quotes = find_in(&Document { headline: None, text, paragraphs: &paragraphs, language: Some("en") });
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert_eq!(quotes[0].block, Some(0));
}

#[test]
fn posts_of_a_page_are_quotes_of_their_accounts() {
    let page = include_str!("../fixtures/embeds--posts.html");
    let article = tearsheet::extract(page, Some("https://www.marshgazette.example/n/posts")).unwrap();
    let posts = tearsheet::quotes::of_posts(&article.body);
    let told: Vec<(&str, Option<&str>)> =
        posts.iter().map(|quote| (quote.text.as_str(), speaker(quote))).collect();
    assert_eq!(
        told,
        [
            ("It is looking at me.", Some("Harbour Master")),
            ("It sings. We have it on tape.", Some("Marsh Institute")),
            ("no bread today", Some("@baker")),
        ]
    );
    for quote in &posts {
        let block = &article.body[quote.block.unwrap()];
        assert!(matches!(block, Block::Embed { kind: EmbedKind::Post, .. }));
    }
}

#[test]
fn a_mention_never_ends_inside_a_character() {
    let text = "По словам М。, решение суда «никого не удивило».";
    let quotes = find(text, Some("ru"));
    let who = quotes[0].speaker.as_ref().unwrap();
    let mention: String = text.chars().skip(who.start).take(who.end - who.start).collect();
    assert_eq!((mention.as_str(), who.mention.as_str()), ("М", "М"));
}

#[test]
fn a_verb_may_open_the_text() {
    let quotes = find("Sagte der Mann: „Das reicht uns jetzt.“", Some("de"));
    assert_eq!(speaker(&quotes[0]), Some("der Mann"));
}

#[test]
fn a_language_without_a_lexicon_has_marks_only() {
    let quotes = find("„Dit is een hele zin met woorden.“", Some("xx"));
    assert!(quotes.iter().all(|quote| quote.speaker.is_none()));
}

#[test]
fn large_inputs_of_one_kind_end() {
    const LARGE: usize = 10 << 20;
    const SMALL: usize = 96 << 10;
    for (unit, length) in [
        ("\"", LARGE),
        ("a", LARGE),
        ("'", SMALL),
        ("“", SMALL),
        ("«a» ", SMALL),
        ("’s ", SMALL),
        ("— сказал ", SMALL),
        ("said ", SMALL),
        ("“a \n\n", SMALL),
        ("Kim ", SMALL),
        ("said “a b c d e f” and ", SMALL),
        ("(", SMALL),
        ("the of ", SMALL),
        ("「", SMALL),
        ("Kim: a\n\n", SMALL),
        ("– säger, ", SMALL),
        ("«a b c d» сообщили в ", SMALL),
        ("als „a“ genannt stellte ", SMALL),
        ("Назвав «a b», Иван Петров сказал ", SMALL),
        ("قال «أ ب ت ث» ", SMALL),
        ("“a b c” dedi Kim, ", SMALL),
        ("said a.b", SMALL),
    ] {
        let text = unit.repeat(length / unit.len());
        let languages: &[&str] =
            if length == LARGE { &["en"] } else { &["en", "ru", "de", "fr", "ja", "sv", "pl", "tr", "ar"] };
        for language in languages {
            let quotes = find(&text, Some(language));
            assert!(quotes.len() <= text.len() / 2);
        }
    }
}

#[test]
fn a_quotation_block_of_many_lines_ends() {
    let lines = 400_000;
    let text = "a\n".repeat(lines);
    let paragraphs: Vec<Paragraph<'_>> = (0..lines)
        .map(|line| Paragraph {
            block: 0,
            kind: ParagraphKind::Quotation,
            range: 2 * line..2 * line + 1,
            cite: Some("Kim"),
        })
        .collect();
    let quotes =
        find_in(&Document { headline: None, text: &text, paragraphs: &paragraphs, language: Some("en") });
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].text.len(), text.len() - 1);
}

proptest! {
    #[test]
    fn offsets_are_code_points_of_the_text(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "“", "”", "\"", "'", "’", "«", "»", "„", "‘", " ", " ", ",", ".", "!", "—", ":", "\n\n", "said", "Kim Jong Un",
            "he", "сказал", "Путин", "Kim", "word", "日本", "「", "」", "と述べた", "é", "𝄞", "of", "the", "according to", "-",
            "précise-t-il", "по словам", "(", ")", "who", "told", "President", "als", "nannte", "genannt", "hatte", "dedi",
            "قال", "سامي", "säger", "Q: ", "как", "сообщили в", "stellte", "fest", "Назвав", "Иван Петров", "a.b",
        ]), 0..80),
        language in prop::sample::select(vec![
            "en", "ru", "de", "fr", "es", "pl", "uk", "ja", "zh", "nl", "cs", "sv", "tr", "ar", "it", "pt", "xx",
        ]),
    ) {
        let text = pieces.concat();
        let points: Vec<char> = text.chars().collect();
        let mut last = 0;
        for quote in find(&text, Some(language)) {
            let inside: String = points[quote.start..quote.end].iter().collect();
            prop_assert_eq!(&inside, &quote.text);
            prop_assert!(quote.start >= last);
            prop_assert!((0.0..=1.0).contains(&quote.confidence));
            last = quote.end;
            if let Some(who) = &quote.speaker {
                let mention: String = points[who.start..who.end].iter().collect();
                prop_assert_eq!(&mention, &who.mention);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in ".{0,400}", language in prop::sample::select(vec!["en", "ru", "de", "fr", "zh"])) {
        let points = text.chars().count();
        for quote in find(&text, Some(language)) {
            prop_assert!(quote.start <= quote.end && quote.end <= points);
        }
    }
}
