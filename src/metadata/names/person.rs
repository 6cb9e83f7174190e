//! Whether a few words are a person, an organisation, or neither.

use super::Trust;
use super::words::Sense;
use crate::article::AuthorKind;
use crate::metadata::folding::{folded, same_but_blanks};
use crate::metadata::url::is_host;

/// Words of the longest name.
const MOST_WORDS: usize = 5;

/// A name with its kind; offices, places and titles around it cut off.
pub(super) fn read(text: &str, trust: Trust, sites: &[String]) -> Option<(String, AuthorKind)> {
    // An account behind the name: "Jane Doe @jane".
    let text = text.split_once(" @").map_or(text, |(name, _)| name);
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || (!c.is_alphanumeric() && !matches!(c, '.' | ')' | '’' | '\''))
    });
    let text = text.trim_matches(|c: char| matches!(c, '.' | '’' | '\'') && !text.ends_with("r."));
    if text.is_empty()
        || text.contains(['@', '<', '>', '{', '}', '=', '#', '?', '!', '_']) && trust < Trust::Field
    {
        return None;
    }
    if text.contains('@') || (is_host(text) && trust < Trust::Field) {
        return None;
    }
    if is_organisation(text, sites) {
        return (trust > Trust::Line && text.split(' ').count() <= 7 && !has_date_digits(text))
            .then(|| (text.to_owned(), AuthorKind::Organization));
    }
    let name = without_surroundings(text);
    if is_office(&name) {
        // Where nothing but an author stands, an office is what the site signs with.
        let signs = trust == Trust::Field
            && (2..=4).contains(&text.split(' ').count())
            && !text.to_lowercase().contains("author");
        return signs.then(|| (text.to_owned(), AuthorKind::Organization));
    }
    if is_slug(&name) || name.len() < text.len() && is_of_agency(&folded(&name)) {
        return None;
    }
    is_plausible(&name, trust).then_some((name, AuthorKind::Person))
}

/// Whether a name begins with a common given name.
pub(in crate::metadata) fn has_given_name(name: &str) -> bool {
    bare(name)
        .split([' ', '-'])
        .next()
        .is_some_and(|first| Sense::of(&first.to_lowercase()).has(Sense::GIVEN))
}

/// A name without academic titles before it and degrees behind it: "Dr. Jane Doe, MD" and "Jane Doe" are one.
pub(in crate::metadata) fn bare(name: &str) -> &str {
    let mut name = name.split(',').next().unwrap_or(name);
    while let Some((first, rest)) = name.split_once(' ')
        && is_academic(first)
    {
        name = rest;
    }
    name.trim()
}

/// Whether words name an office: "Wellness Writer".
fn is_office(name: &str) -> bool {
    let ending = name.rsplit(' ').next().unwrap_or("");
    let last = ending.to_lowercase();
    let first = name.split(' ').next().unwrap_or("");
    let begins = first.to_lowercase();
    // "Jane Ma" has no degree.
    let is_surname =
        || last.len() == 2 && ending.contains(char::is_lowercase) && name.split(' ').count() == 2;
    Sense::of(&last).has(Sense::OFFICE)
        && !is_surname()
        && !(is_degree(ending, "") && name.split(' ').count() > 2)
        || ["leiter", "leiterin", "sprecher", "sprecherin", "referent", "referentin"]
            .iter()
            .any(|ending| begins.ends_with(ending))
        || Sense::of(&first.to_ascii_lowercase()).has(Sense::OFFICE_START)
        || last.ends_with("-based")
}

/// Whether a line says an office and little else: "Staff Engineer, Northern Rivers".
pub(in crate::metadata) fn is_office_line(line: &str) -> bool {
    let mut words = line.split([' ', ',', '&', '/']).filter(|word| !word.is_empty());
    line.len() <= 80
        && line.split(' ').count() <= 10
        && !line.ends_with(['.', '?', '!'])
        && words.by_ref().take(6).any(|word| {
            let sense = Sense::of(&word.to_lowercase());
            sense.has(Sense::OFFICE) && !sense.has(Sense::ORGANISATION) && word.chars().count() > 2
        })
}

/// Whether a word is an address's form of a name: `jane-doe`.
fn is_slug(name: &str) -> bool {
    name.contains('-') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn has_date_digits(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() > 4
}

/// Whether a text names an agency or stands for nobody.
pub(super) fn is_agency(text: &str) -> bool {
    Sense::of(&folded(text)).has(Sense::AGENCY)
}

/// Whether a folded text is an agency's name, or holds one that nobody is called.
fn is_of_agency(plain: &str) -> bool {
    let agencies = ["reuters", "associated press", "agence france presse", "press association"];
    Sense::of(plain).has(Sense::AGENCY)
        || agencies.iter().any(|agency| plain.len() < agency.len() + 20 && plain.contains(agency))
}

/// Whether a text names an organisation: an agency, the site, a desk.
pub(in crate::metadata) fn is_organisation(text: &str, sites: &[String]) -> bool {
    let plain = folded(text);
    if is_of_agency(&plain) {
        return true;
    }
    if sites.iter().any(|site| *site == plain || same_but_blanks(site, &plain)) || is_host(text) {
        return true;
    }
    let lower = text.to_lowercase();
    if lower.starts_with("the ") && lower.split(' ').count() > 1 || has_unspaced_ending(text) {
        return true;
    }
    let words = lower.split(' ').count();
    // "North River Garden Based Learning Network"
    let last = Sense::of(lower.rsplit(' ').next().unwrap_or(""));
    if words > 3 && last.has(Sense::ORGANISATION) && !last.has(Sense::OFFICE) && !has_given_name(text) {
        return true;
    }
    // "Daily UK" is of "The Daily".
    let of_site = |site: &String| {
        site.len() >= 5
            && plain.strip_prefix(site.as_str()).is_some_and(|rest| rest.starts_with(' ') && rest.len() <= 4)
            && text.ends_with(char::is_uppercase)
    };
    if sites.iter().any(of_site) {
        return true;
    }
    lower.split([' ', '-']).enumerate().any(|(index, word)| {
        let word = word.trim_matches(',');
        // "Jane Doe News Editor" is a person with an office.
        let sense = Sense::of(word);
        (sense.has(Sense::ORGANISATION) || has_ending(word))
            && (index < 2 || words <= 3 && !sense.has(Sense::OFFICE))
    })
}

/// Whether a word of Chinese, Japanese or Korean ends as those for papers, agencies and offices do.
fn has_unspaced_ending(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "网",
        "報社",
        "报社",
        "日报",
        "日報",
        "晚报",
        "新闻",
        "新聞",
        "電視台",
        "电视台",
        "编辑部",
        "編集部",
        "編輯部",
        "委员会",
        "政府",
        "中心",
        "大学",
        "公司",
        "通信",
        "通訊社",
        "通信社",
        "社",
        "局",
        "뉴스",
        "신문",
        "일보",
        "방송",
        "통신",
        "편집부",
        "경제",
    ];
    let long = text.chars().nth(2).is_some();
    long && !text.is_ascii() && !text.contains(' ') && ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Whether a German word ends as those for associations and papers do: "Caritasverband", "Volksblatt".
fn has_ending(word: &str) -> bool {
    const ENDINGS: &[&str] =
        &["stiftung", "verband", "verbandes", "verein", "gesellschaft", "zeitung", "blatt", "redaktion"];
    ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// What Korean, Chinese and Japanese bylines set after a name: reporter, correspondent, editor.
const OFFICES_AFTER: &[&str] =
    &["기자", "특파원", "논설위원", "편집장", "통신원", "記者", "记者", "特派員", "編集委員"];

/// Cuts titles before a name, offices and places after it.
fn without_surroundings(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|word| is_title(word)) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|word| OFFICES_AFTER.contains(word)) {
        words.pop();
    }
    let end = words.iter().enumerate().position(|(index, word)| {
        let lower = word.to_lowercase();
        let for_the =
            lower == "for" && words.get(index + 1).is_some_and(|next| next.eq_ignore_ascii_case("the"));
        index >= 2 && for_the
            || index >= 1
                && Sense::of(&lower).has(Sense::END)
                && word.starts_with(char::is_lowercase)
                && !particle_follows(&words, index)
            || index >= 2 && Sense::of(&lower).has(Sense::OFFICE)
            || index >= 2 && Sense::of(lower.trim_matches(':')).has(Sense::NEVER)
            || index >= 2 && word.starts_with(|c: char| c.is_ascii_digit())
            // "Jane Doe In" is what is left of "By Jane Doe In News".
            || index >= 2 && index + 1 == words.len() && matches!(*word, "In" | "On" | "At" | "From")
    });
    let end = end.unwrap_or(words.len());
    // "Jane Doe PhD": a degree stays.
    let degrees = words.get(end..).unwrap_or(&[]).iter().take_while(|word| is_degree(word, "")).count();
    words.truncate(end + degrees);
    words.join(" ").trim_end_matches([',', '-', '–', ':', ';']).trim().to_owned()
}

/// "der" and "zur" end a name only where they don't lead on to one: "Eva von der Heide".
fn particle_follows(words: &[&str], index: usize) -> bool {
    let Some(word) = words.get(index).map(|word| word.to_lowercase()) else { return false };
    let before = index.checked_sub(1).and_then(|at| words.get(at)).map(|word| word.to_lowercase());
    Sense::of(&word).has(Sense::PARTICLE)
        && before.is_some_and(|before| Sense::of(&before).has(Sense::PARTICLE))
        || matches!(word.as_str(), "zur" | "zum" | "der")
}

/// Titles of courtesy and callings, which are no part of a name.
fn is_title(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "mr."
            | "mrs."
            | "ms."
            | "mr"
            | "mrs"
            | "ms"
            | "herr"
            | "frau"
            | "rechtsanwalt"
            | "rechtsanwältin"
            | "rev."
    )
}

/// Whether a part behind a name is nothing but degrees: "MD", "M.D. FACLM". Behind a degree any abbreviation is one.
pub(super) fn is_degree(part: &str, name: &str) -> bool {
    let capitals = |word: &str| {
        word.chars().filter(|c| c.is_uppercase()).count() >= 2
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '®'))
            && word.chars().count() <= 7
    };
    let known = |word: &str| {
        let word = word.to_lowercase().replace(['.', '®'], "");
        matches!(
            word.as_str(),
            "md" | "phd"
                | "dphil"
                | "rd"
                | "rdn"
                | "ms"
                | "ma"
                | "msc"
                | "bsc"
                | "mba"
                | "mph"
                | "dvm"
                | "vmd"
                | "dds"
                | "dmd"
                | "jd"
                | "esq"
                | "cpa"
                | "cfp"
                | "cfa"
                | "cepf"
                | "cscs"
                | "lcsw"
                | "lmft"
                | "rn"
                | "bsn"
                | "msn"
                | "pharmd"
                | "psyd"
                | "edd"
                | "mfa"
                | "llm"
                | "faap"
                | "facp"
                | "cpt"
                | "cpp"
        )
    };
    let mut follows =
        name.contains(',') || name.rsplit(' ').next().is_some_and(|last| capitals(last) && known(last));
    !part.is_empty()
        && part.split_whitespace().all(|word| {
            let good = capitals(word) && (follows || known(word)) || word.eq_ignore_ascii_case("esq.");
            follows |= good;
            good
        })
}

/// Academic titles, which stay with the name as the page writes it.
fn is_academic(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "dr." | "dr" | "prof." | "prof" | "professor" | "dipl.-ing." | "mag." | "ing." | "med." | "h.c."
    )
}

/// Whether words look like one person's name.
pub(in crate::metadata) fn is_plausible(name: &str, trust: Trust) -> bool {
    let chars = name.chars().count();
    if !(2..=60).contains(&chars)
        || name.chars().any(|c| {
            matches!(
                c,
                '@' | '/'
                    | '\\'
                    | '<'
                    | '>'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | ':'
                    | '?'
                    | '!'
                    | '%'
                    | '#'
                    | '…'
                    | '*'
            )
        })
    {
        return false;
    }
    if trust < Trust::Link && name.chars().any(char::is_numeric) {
        return false;
    }
    if name.chars().filter(|c| c.is_numeric()).count() > 3 || !name.chars().any(char::is_alphabetic) {
        return false;
    }
    if name.chars().all(|c| is_unspaced(c) || matches!(c, '・' | ' ' | '·')) {
        return (2..=if trust == Trust::Line { 4 } else { 12 }).contains(&chars);
    }
    // Korean names are three syllables, as a rule.
    if name.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')) {
        return (2..=4).contains(&chars);
    }
    let words: Vec<&str> = bare(name).split_whitespace().collect();
    let most = if trust == Trust::Line { 4 } else { MOST_WORDS };
    if words.len() > most || (trust < Trust::Link && words.len() < 2) {
        return false;
    }
    let is_short_date = |word: &str| {
        word.len() <= 6 && Sense::of(&word.trim_matches('.').to_lowercase()).has(Sense::SHORT_DATE)
    };
    if words.len() > 1 && words.iter().all(|word| is_short_date(word))
        || trust < Trust::Field && name.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    // "April Doe" is a name, "April Updates" and "May 5" are none.
    let is_month = |word: &str| matches!(word, "april" | "june" | "august" | "may" | "mai" | "juli");
    let named_so =
        trust >= Trust::Byline && words.len() == 2 && !name.bytes().any(|byte| byte.is_ascii_digit());
    let never = words.iter().enumerate().any(|(index, word)| {
        let lower = word.to_lowercase();
        let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
        Sense::of(lower).has(Sense::NEVER)
            && !((trust == Trust::Field || named_so && index == 0) && is_month(lower))
    });
    if never {
        return false;
    }
    if trust == Trust::Field || trust == Trust::Link && words.len() == 1 {
        return true;
    }
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_none_or(|c| !c.is_lowercase());
    // "In the Talk, von" is what is left of a line whose names stand elsewhere.
    let label_ends = words.len() > 1
        && words.last().is_some_and(|word| {
            matches!(word.to_lowercase().as_str(), "von" | "by" | "par" | "por" | "door")
        });
    !label_ends
        && words.first().is_some_and(|word| capital(word))
        && words.last().is_some_and(|word| capital(word))
        && words.iter().all(|word| capital(word) || Sense::of(&word.to_lowercase()).has(Sense::PARTICLE))
}

/// Whether a character's script writes without blanks between words.
pub(in crate::metadata) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{e00}'..='\u{e7f}')
}
