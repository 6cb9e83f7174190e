//! Reporters as Chinese, Japanese and Korean papers name them: in a line of their own, in the parentheses of a
//! dateline, or in those that end the text.

use super::person::is_unspaced;
use super::{Named, lexicon};
use crate::article::{AuthorKind, AuthorRole};

/// Characters of a dateline: "（某某社北京5月5日电 记者王小明）" stands in the first of the text.
const START_CHARS: usize = 60;

/// Characters between the parentheses that end a text.
const END_CHARS: usize = 40;

/// Bytes of the longest line that names nothing but reporters.
const LINE_BYTES: usize = 120;

/// The names of a line that says of which paper they are the reporters: "某某日报记者 王小明 李华", "홍길동 기자".
pub(super) fn in_line(line: &str) -> Option<Vec<Named>> {
    paper_and_reporters(line).or_else(|| korean(line).filter(|_| line.len() <= LINE_BYTES))
}

fn paper_and_reporters(line: &str) -> Option<Vec<Named>> {
    let (paper, rest) = ["记者", "記者"].iter().find_map(|label| line.split_once(label))?;
    let paper = paper.trim_matches(|c: char| !c.is_alphanumeric());
    let is_paper =
        paper.chars().count() <= 16 && paper.chars().all(|c| is_unspaced(c) || matches!(c, ' ' | '·' | '/'));
    let rest = rest.split(['/', '／']).next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> =
        rest.split([' ', '、', '\u{3000}', ',', '，']).filter(|part| !part.is_empty()).collect();
    let good = is_paper && (1..=6).contains(&parts.len()) && parts.iter().all(|part| is_name(part));
    good.then(|| parts.iter().map(|part| named(part, AuthorRole::Writer)).collect())
}

/// The reporters that the dateline of a text names.
pub(in crate::metadata) fn at_start(text: &str) -> Option<Vec<Named>> {
    let end = text.char_indices().nth(START_CHARS).map_or(text.len(), |(at, _)| at);
    let start = text.get(..end)?;
    let inner = start.find(['(', '（']).and_then(|open| {
        let rest = start.get(open..)?;
        let close = rest.find([')', '）'])?;
        rest.get(..close)?.chars().next().and_then(|c| rest.get(c.len_utf8()..close))
    });
    let names = inner.filter(|inner| says_reporter(inner)).and_then(in_parentheses);
    names.map(|(names, _)| names).or_else(|| korean(start))
}

/// Those that the parentheses at the end of a text name, and whether they say what these people are.
pub(in crate::metadata) fn at_end(text: &str) -> Option<(Vec<Named>, bool)> {
    let text = text.trim_end();
    let open = match text.chars().next_back()? {
        ')' | '）' => text.rfind(['(', '（'])?,
        '】' => text.rfind('【')?,
        _ => return None,
    };
    let mut inner = text.get(open..)?.chars();
    let first = inner.next();
    inner.next_back();
    let inner = inner.as_str();
    if inner.chars().count() > END_CHARS {
        return None;
    }
    if first == Some('【') {
        // Japanese papers: "【山田太郎】".
        let parts: Vec<&str> = inner.split(['、', '・', ',', '，']).map(str::trim).collect();
        let full = |part: &&str| (3..=5).contains(&part.chars().count()) && part.chars().all(is_han);
        let names = parts.iter().map(|part| named(part, AuthorRole::Writer)).collect();
        let japanese = text.chars().any(|c| matches!(c, '\u{3041}'..='\u{3096}'));
        return (japanese && parts.iter().all(full) && parts.len() <= 4).then_some((names, true));
    }
    in_parentheses(inner)
}

fn says_reporter(text: &str) -> bool {
    ["记者", "記者", "通讯员", "通訊員"].iter().any(|label| text.contains(label))
}

/// What stands between parentheses: "某报记者 王小明 李华", "王小明 上海报道", "责编：王小明", "王小明/文 李华/摄".
fn in_parentheses(inner: &str) -> Option<(Vec<Named>, bool)> {
    let mut names: Vec<Named> = Vec::new();
    let (mut role, mut labelled) = (AuthorRole::Writer, false);
    let mut half: Option<&str> = None;
    for part in inner.split(|c: char| {
        c.is_whitespace() || matches!(c, '、' | ',' | '，' | ';' | '；' | '/' | '／' | ':' | '：')
    }) {
        let mut part = part;
        for (label, said) in LABELS {
            if let Some(at) = part.rfind(label) {
                // What stands before the label is the paper.
                part = part.get(at + label.len()..).unwrap_or("");
                (role, labelled) = (*said, true);
                break;
            }
        }
        if part.is_empty() {
            continue;
        }
        if ["摄", "攝", "摄影", "攝影", "供图", "图", "圖"].contains(&part) {
            if let Some(last) = names.last_mut() {
                last.role = AuthorRole::Photographer;
            }
            continue;
        }
        if part == "文" || ["报道", "報道", "報導", "供稿", "电"].iter().any(|end| part.ends_with(end))
        {
            labelled = true;
            continue;
        }
        // A blank stretches names of two signs: "李 华".
        if part.chars().all(is_han) && part.chars().nth(1).is_none() {
            half = match half.take() {
                Some(first) => {
                    names.push(named(&format!("{first}{part}"), role));
                    None
                }
                None => Some(part),
            };
            continue;
        }
        if !is_name(part) || half.is_some() {
            return None;
        }
        names.push(named(part, role));
    }
    let begins = |named: &Named| named.name.chars().next().is_some_and(|c| lexicon::SURNAMES.contains(c));
    let good = labelled || names.iter().all(|named| begins(named) && named.name.chars().count() <= 3);
    ((1..=6).contains(&names.len()) && good && half.is_none()).then_some((names, labelled))
}

/// What stands before names in Chinese parentheses; the longest first where one ends with another.
const LABELS: &[(&str, AuthorRole)] = &[
    ("记者", AuthorRole::Writer),
    ("記者", AuthorRole::Writer),
    ("通讯员", AuthorRole::Writer),
    ("通訊員", AuthorRole::Writer),
    ("责任编辑", AuthorRole::Editor),
    ("責任編輯", AuthorRole::Editor),
    ("责编", AuthorRole::Editor),
    ("責編", AuthorRole::Editor),
    ("编辑", AuthorRole::Editor),
    ("編輯", AuthorRole::Editor),
];

/// Chinese names with nothing but blanks between them; a blank also stretches a name of two signs: "王小明 李 华".
/// Each begins with a common surname, which tells them from a Japanese name in two parts.
pub(super) fn names_in_a_row(text: &str) -> Option<Vec<String>> {
    if !text.contains(is_blank) || !text.chars().all(|c| is_han(c) || is_blank(c)) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    let mut words = text.split(is_blank).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let mut name = word.to_owned();
        if word.chars().nth(1).is_none() {
            name.push_str(words.next().filter(|next| next.chars().nth(1).is_none())?);
        }
        let begins = name.chars().next().is_some_and(|c| lexicon::SURNAMES.contains(c));
        if !begins || name.chars().count() > 3 {
            return None;
        }
        names.push(name);
    }
    Some(names).filter(|names| names.len() > 1 || text.chars().count() == 3)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

fn named(name: &str, role: AuthorRole) -> Named {
    Named { name: name.to_owned(), kind: AuthorKind::Person, role }
}

fn is_name(part: &str) -> bool {
    (2..=4).contains(&part.chars().count()) && part.chars().all(is_unspaced)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Korean reporters: three syllables before the word for reporter.
fn korean(text: &str) -> Option<Vec<Named>> {
    if !text.contains("기자") && !text.contains("특파원") {
        return None;
    }
    let mut before = "";
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, ']' | ')' | '=' | '|' | '/')) {
        let token = token.trim_matches(|c: char| !c.is_alphanumeric());
        if token.is_empty() {
            continue;
        }
        let office = ["기자", "특파원"].iter().find_map(|office| token.strip_suffix(office));
        // "홍길동기자" or "홍길동 기자", "홍길동 인턴기자".
        let whole = office.map(|rest| if is_full(rest) { rest } else { before });
        let offices = ["", "인턴", "선임", "전문", "수습", "객원"];
        let named_here = office.is_some_and(|rest| is_full(rest) || offices.contains(&rest));
        if let Some(list) = whole.filter(|_| named_here) {
            let parts: Vec<&str> = list.split(['·', '・', ',']).collect();
            if parts.iter().all(|part| is_full(part)) {
                return Some(parts.iter().map(|part| named(part, AuthorRole::Writer)).collect());
            }
        }
        before = token;
    }
    None
}

fn is_full(part: &str) -> bool {
    part.chars().count() == 3 && part.chars().all(is_hangul)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(read: Option<Vec<Named>>) -> Vec<String> {
        read.unwrap_or_default().into_iter().map(|named| named.name).collect()
    }

    #[test]
    fn reporters_of_a_paper_are_named_behind_it() {
        let cases: &[(&str, &[&str])] = &[
            ("某某日报记者 王小明 李华", &["王小明", "李华"]),
            ("整合 某某日报·某某点记者 王小明", &["王小明"]),
            ("某某新闻·某某商报记者王小明/文 受访者供图", &["王小明"]),
            ("他告诉记者，他仍然在那里", &[]),
            ("记者在现场看到很多人都来了", &[]),
            ("홍길동 기자", &["홍길동"]),
            ("홍길동기자 hong@daily.example", &["홍길동"]),
            ("홍길동·김철수 기자", &["홍길동", "김철수"]),
            ("오늘 기자 회견이 열렸다", &[]),
            ("출입 기자", &[]),
        ];
        for (line, expected) in cases {
            assert_eq!(names(in_line(line)), *expected, "{line}");
        }
    }

    #[test]
    fn datelines_name_reporters() {
        let cases: &[(&str, &[&str])] = &[
            ("据某某社北京5月5日电（记者 王小明）记者近日了解到", &["王小明"]),
            ("本报讯（实习记者 王小明 李华 记者张三）昨日", &["王小明", "李华", "张三"]),
            ("(서울=한국통신) 홍길동 기자 = 비가 내렸다", &["홍길동"]),
            ("[서울=한국통신]홍길동 기자 = 비가 내렸다", &["홍길동"]),
            ("昨日（5月4日）下雨", &[]),
            ("记者（王小明）", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(names(at_start(text)), *expected, "{text}");
        }
    }

    #[test]
    fn parentheses_at_the_end_name_who_wrote_it() {
        use AuthorRole::{Editor, Photographer, Writer};
        type Case = (&'static str, &'static [(&'static str, AuthorRole)], bool);
        let cases: &[Case] = &[
            ("下雨了。（某报记者 王小明）", &[("王小明", Writer)], true),
            ("下雨了。（某报记者 王小明 李 华）", &[("王小明", Writer), ("李华", Writer)], true),
            ("下雨了。(王小明 上海报道)", &[("王小明", Writer)], true),
            ("下雨了。（王小明 李华 ）", &[("王小明", Writer), ("李华", Writer)], false),
            ("下雨了。（责编：王小明、李华）", &[("王小明", Editor), ("李华", Editor)], true),
            ("下雨了。（王小明/文 李华/摄）", &[("王小明", Writer), ("李华", Photographer)], true),
            ("雨が降った。【山田太郎、鈴木花子】", &[("山田太郎", Writer), ("鈴木花子", Writer)], true),
            ("下雨了。（完）", &[], false),
            ("下雨了。（未完待续）", &[], false),
            ("下雨了。（2024年）", &[], false),
            ("下雨了。", &[], false),
        ];
        for (text, expected, labelled) in cases {
            let (read, said) = at_end(text).unwrap_or_default();
            let read: Vec<(&str, AuthorRole)> =
                read.iter().map(|named| (named.name.as_str(), named.role)).collect();
            assert_eq!((read, said), (expected.to_vec(), *labelled), "{text}");
        }
    }
}
