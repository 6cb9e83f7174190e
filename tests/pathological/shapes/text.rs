//! What readers of running text may fear: characters, quotations, names.

use super::{Shape, counted, each, name};

/// A paragraph of a piece, many times over.
fn paragraph(n: usize, piece: &str) -> String {
    format!("<p>{}</p>", piece.repeat(n))
}

pub(super) const TEXT: &[Shape] = &[
    // Characters.
    ("nul", |n| paragraph(n, "\0")),
    ("nul mixed", |n| paragraph(n, "a\0")),
    ("ampersand", |n| "&".repeat(n)),
    ("entities", |n| "&amp;".repeat(n)),
    ("broken entities", |n| "&notit;&#x110000;&#xD800;&#99999999999;".repeat(n)),
    ("crlf", |n| "x\r\n".repeat(n)),
    ("combining", |n| format!("<p>a{}", "\u{301}".repeat(n))),
    ("combining words", |n| paragraph(n, "a\u{301}\u{302} ")),
    ("direction marks", |n| paragraph(n, "\u{202e}a\u{2066}")),
    ("right to left", |n| paragraph(n, "«مطر في الشمال»، قالت آن لي. ")),
    ("right to left and left", |n| paragraph(n, "مطر rain גשם ")),
    ("joiners", |n| paragraph(n, "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{ad}")),
    ("blanks", |n| paragraph(n, "\u{3000}\u{a0} ")),
    ("line breaks in a text", |n| paragraph(n, "rain\n\n\t ")),
    ("one word with hyphens", |n| paragraph(n, "rain-")),
    ("one word with dots", |n| paragraph(n, "r.a.")),
    ("one word with apostrophes", |n| paragraph(n, "r’a'")),
    ("one word of large letters", |n| paragraph(n, "RAIN")),
    ("one word of Han", |n| paragraph(n, "雨")),
    ("one word of Thai", |n| paragraph(n, "ฝน")),
    ("initials", |n| paragraph(n, "A. B. ")),
    ("dates", |n| paragraph(n, "5 May 2024 12:00 ")),
    ("digits", |n| paragraph(n, "20240505")),
    ("numbers", |n| paragraph(n, "1,000.50 ")),
    ("abbreviations", |n| paragraph(n, "Dr. Mr. St. e.g. U.S. ")),
    ("colons", |n| paragraph(n, "Ann Lee: ")),
    ("dashes", |n| paragraph(n, "– rain — ")),
    ("dots", |n| paragraph(n, "… ... ")),
    ("brackets in a text", |n| paragraph(n, "((rain) ")),
    // Quotes that open and don't close, and the reverse.
    ("opening marks", |n| paragraph(n, "“")),
    ("closing marks", |n| paragraph(n, "” said ")),
    ("straight marks", |n| paragraph(n, "\" said \" ")),
    ("angled marks", |n| paragraph(n, "«Да», — «нет» ")),
    ("apostrophes", |n| paragraph(n, "' ’ ‘")),
    ("nested marks", |n| format!("<p>{}x{}", "“‘".repeat(n), "’”".repeat(n))),
    ("paragraphs that open", |n| "<p>“It rained all week.</p>".repeat(n)),
    ("names", |n| format!("<p>“It rained,” said {}", "Ann Lee ".repeat(n))),
    // Quotes and speakers.
    ("quotes", |n| "<p>“It rained all week,” said Ann Lee. ".repeat(n)),
    ("speakers that differ", |n| {
        each(n, |i| format!("<p>“It rained all week,” said {} {}.</p>", name(i), name(7 * i)))
    }),
    ("speakers by their last names", |n| {
        each(n, |i| format!("<p>{} {} came. “It rained,” said {}.</p>", name(i), name(7 * i), name(7 * i)))
    }),
    ("speakers of one name", |n| each(n, |i| format!("<p>“It rained all week,” said {} Lee.</p>", name(i)))),
    ("he and she", |n| paragraph(n, "“It rained,” she said. “It did,” he said. ")),
    ("dialogue", |n| "<p>– So it is, said Ann Lee. – And so it stays.</p>".repeat(n)),
];

pub(super) const PLAIN: &[Shape] = &[
    ("plain quotes", |n| "“It rained all week,” said Ann Lee. ".repeat(n)),
    ("plain quotes in paragraphs", |n| "“It rained all week,” said Ann Lee.\n\n".repeat(n)),
    ("plain quotes of many", |n| each(n, |i| format!("“It rained,” said {} {}. ", name(i), name(7 * i)))),
    ("plain quotes far from their speakers", |n| format!("Ann Lee came. {}", "“It rained.” ".repeat(n))),
    ("plain opening marks", |n| "“It rained. ".repeat(n)),
    ("plain opening marks in paragraphs", |n| "“It rained.\n\n".repeat(n)),
    ("plain closing marks", |n| "It rained” said Ann. ".repeat(n)),
    ("plain straight marks", |n| "\"It rained\" ".repeat(n)),
    ("plain marks alone", |n| "\"".repeat(n)),
    ("plain apostrophes", |n| "it's the dogs' day ".repeat(n)),
    ("plain verbs", |n| "said added told asked ".repeat(n)),
    ("plain names", |n| "Ann Lee, ".repeat(n)),
    ("plain names before a quote", |n| format!("{}said: “It rained.”", "Ann Lee ".repeat(n))),
    ("plain names behind a quote", |n| {
        format!("“It rained,” said {}", "the mayor of Brack, Ann Lee, ".repeat(n))
    }),
    ("plain words behind a quote", |n| {
        "“It rained,” and it rained on in the north and the south. ".repeat(n)
    }),
    ("plain words alone", |n| "it rained on in the north ".repeat(n)),
    ("plain colons", |n| "Ann Lee said: “It rained” and: “It did”. ".repeat(n)),
    ("plain labels", |n| "ANN LEE: It rained.\n\nQ: Did it?\n\n".repeat(n)),
    ("plain dashes", |n| "– Det regnade, sade Ann Lee.\n\n".repeat(n)),
    ("plain Cyrillic", |n| "«Шёл дождь», — сказал Иван Петров. ".repeat(n)),
    ("plain Cyrillic dashes", |n| "— Шёл дождь, — сказал Иван Петров. — Он шёл.\n\n".repeat(n)),
    ("plain German", |n| "„Es regnet“, sagte Anna Lehr, „und es bleibt so.“ ".repeat(n)),
    ("plain German verbs apart", |n| "„So ist es“, wies er zurück, ".repeat(n)),
    ("plain French", |n| "« Il pleut », a déclaré Anne Leroy. ".repeat(n)),
    ("plain Turkish", |n| "Ali Kaya, “Yağmur yağıyor” dedi. ".repeat(n)),
    ("plain Chinese", |n| "李安说：“下雨了。”「是的」，他说。".repeat(n)),
    ("plain Japanese", |n| "「雨です」と李さんは述べた。".repeat(n)),
    ("plain Arabic", |n| "قالت آن لي: «مطر في الشمال». ".repeat(n)),
    ("plain Korean", |n| "“비가 온다”고 김민수 씨가 말했다. ".repeat(n)),
    ("plain numbers as words", |n| "twenty-one of thirty two hundred ".repeat(n)),
    ("plain ellipses", |n| "“It … rained,” … said Ann. ".repeat(n)),
    ("plain long quote", |n| format!("“{}”, said Ann Lee.", "It rained in the north. ".repeat(n))),
    ("plain headline again", |n| counted(n, "“It rained on day ", ",” said Ann Lee.\n\n")),
];
