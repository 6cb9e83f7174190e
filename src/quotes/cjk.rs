//! Chinese and Japanese, whose words stand without blanks: verbs are looked for beside the mark.

use std::ops::Range;

use super::attribution::{Attribution, How, Source};
use super::lexicon::{Flags, Lexicon};
use super::phrase::MentionKind;

/// How far from the mark a verb may stand, in characters.
const REACH: usize = 60;
/// How far after the particle a Japanese verb may stand.
const VERB_REACH: usize = 12;
/// Fewest characters of a quote that no colon announces.
const FEWEST: usize = 5;
/// Words for what somebody is: a name follows the last of them.
const ROLES: [&str; 24] = [
    "发言人",
    "發言人",
    "总统",
    "總統",
    "主席",
    "部长",
    "部長",
    "总理",
    "總理",
    "首相",
    "市长",
    "市長",
    "教授",
    "记者",
    "記者",
    "书记",
    "書記",
    "局长",
    "局長",
    "经理",
    "經理",
    "主任",
    "议员",
    "議員",
];
/// What ends a Chinese subject before its verb.
const BOUNDS: [char; 11] = ['在', '于', '於', '对', '對', '向', '则', '則', '把', '将', '將'];
/// What begins a Chinese according-to phrase.
const ACCORDING: [&str; 6] = ["根据", "根據", "按照", "据", "據", "依"];
/// How someone speaks, right before the verb: `哭着说`.
const MANNERS: [&str; 10] = ["哭着", "笑着", "哭著", "笑著", "曾", "还", "還", "也", "则", "又"];
/// A label has no more characters.
const LABEL: usize = 8;

/// Who says the stretch between `marks`, if a verb beside it tells.
pub(crate) fn attribute(
    text: &str,
    marks: Range<usize>,
    inside: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Attribution> {
    let before = clause_before(text, marks.start);
    let after = clause_after(text, marks.end);
    let long = text.get(inside.clone()).is_some_and(|inside| inside.chars().nth(FEWEST - 1).is_some());
    announced(text, &before, lexicon, long)
        .or_else(|| japanese(text, &before, &after, lexicon))
        .or_else(|| followed(text, &after, inside, lexicon))
        .or_else(|| labelled(text, &before))
        .or_else(|| if long { told_before(text, &before, lexicon) } else { None })
}

/// `王丽：“…”`
fn labelled(text: &str, before: &Range<usize>) -> Option<Attribution> {
    let clause = text.get(before.clone())?;
    let head = clause.trim_end().strip_suffix(['：', ':'])?;
    let plain = !head.is_empty() && head.chars().all(char::is_alphanumeric);
    let colon = before.start + head.len();
    let cue = colon..colon + next_char(text, colon);
    let short = head.chars().nth(LABEL).is_none();
    (plain && short).then(|| Attribution { how: How::Label, ..found(text, cue, before.start..colon) })
}

/// `专家指出，目前情况“…”`, `据警方介绍，该男子“…”`: the verb ends the sentence's first clause.
fn told_before(text: &str, before: &Range<usize>, lexicon: &Lexicon) -> Option<Attribution> {
    let clause = text.get(before.clone())?;
    let comma = clause.find(['，', ','])?;
    let first = clause.get(..comma)?;
    let verb =
        lexicon.verbs_before.iter().filter(|verb| first.ends_with(**verb)).max_by_key(|verb| verb.len())?;
    let at = first.len() - verb.len();
    let cue = before.start + at..before.start + comma;
    let subject = first.get(..at)?;
    let according = ACCORDING.iter().find(|opener| subject.starts_with(**opener));
    let skipped = according.map_or(0, |opener| opener.len());
    if subject.len() <= skipped {
        return None;
    }
    let end = bound(text, before.start + skipped..before.start + at);
    let how = if according.is_some() { How::According } else { How::Before };
    Some(Attribution { how, ..found(text, cue, before.start + skipped..end) })
}

/// The text from the last stop to the mark.
fn clause_before(text: &str, end: usize) -> Range<usize> {
    let head = text.get(..end).unwrap_or_default();
    let mut start = end;
    for (at, c) in head.char_indices().rev().take(REACH) {
        if matches!(c, '。' | '！' | '？' | '」' | '』' | '”' | '\n') {
            break;
        }
        start = at;
    }
    start..end
}

/// The text from the mark to the next stop.
fn clause_after(text: &str, start: usize) -> Range<usize> {
    let tail = text.get(start..).unwrap_or_default();
    let mut end = start;
    for (at, c) in tail.char_indices().take(REACH) {
        if matches!(c, '。' | '！' | '？' | '「' | '『' | '“' | '\n') {
            break;
        }
        end = start + at + c.len_utf8();
    }
    start..end
}

/// `毛宁表示：“…”`.
fn announced(text: &str, before: &Range<usize>, lexicon: &Lexicon, long: bool) -> Option<Attribution> {
    let clause = text.get(before.clone())?;
    let trimmed =
        clause.trim_end_matches(|c: char| matches!(c, '：' | ':' | '，' | ',' | '、') || c.is_whitespace());
    if trimmed.len() == clause.len() && !long {
        return None;
    }
    let verb =
        lexicon.verbs_before.iter().filter(|verb| trimmed.ends_with(**verb)).max_by_key(|verb| verb.len())?;
    let at = before.start + trimmed.len() - verb.len();
    if text.get(before.start..at).is_some_and(|head| head.ends_with(['据', '據'])) {
        // `据说`: hearsay, not speech.
        return None;
    }
    let head = text.get(before.start..at)?;
    let start = head
        .rfind(['，', ',', '、'])
        .map_or(before.start, |comma| comma + next_char(head, comma) + before.start);
    let end = bound(text, start..at);
    Some(found(text, at..at + verb.len(), start..end))
}

/// `首相は「…」と述べた`.
fn japanese(
    text: &str,
    before: &Range<usize>,
    after: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Attribution> {
    let tail = text.get(after.clone())?;
    let rest = tail
        .strip_prefix("と")
        .or_else(|| tail.strip_prefix("って"))
        .or_else(|| tail.strip_prefix("などと"))?;
    let from = after.end - rest.len();
    let reach = rest.char_indices().nth(VERB_REACH).map_or(rest.len(), |(at, _)| at);
    let near = rest.get(..reach)?;
    let (at, verb) =
        lexicon.verbs_after.iter().filter_map(|verb| near.find(verb).map(|at| (at, verb))).min()?;
    // The verb with its ending `た` or `る`.
    let mut end = from + at + verb.len();
    if let Some(c) = text
        .get(end..)
        .and_then(|rest| rest.chars().next())
        .filter(|c| matches!(c, 'た' | 'る' | 'す' | 'う'))
    {
        end += c.len_utf8();
    }
    let clause = text.get(before.clone())?;
    let topic = clause.rfind(['は', 'が', 'も'])?;
    let head = clause.get(..topic)?;
    let start = head.rfind(['、', '，']).map_or(0, |comma| comma + next_char(head, comma));
    Some(found(text, from + at..end, before.start + start..before.start + topic))
}

/// `“…，”舒爾曼在博客中寫道`.
fn followed(
    text: &str,
    after: &Range<usize>,
    inside: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Attribution> {
    let joint = text.get(inside.clone())?.ends_with(['，', ',', '！', '？', '。', '!', '?']);
    let clause = text.get(after.clone())?;
    let start = after.start + (clause.len() - clause.trim_start_matches(['，', ',', ' ']).len());
    let rest = text.get(start..after.end)?;
    // Without a comma, the verb has to end the clause: `“…”他的老師說道`.
    let ends = lexicon.verbs_after.iter().any(|verb| rest.ends_with(verb));
    if !joint && start == after.start && !ends {
        return None;
    }
    let rest = rest.split(['，', '；', ',']).next()?;
    if rest.starts_with(['据', '據']) {
        return None;
    }
    let (at, verb) = lexicon
        .verbs_after
        .iter()
        .filter_map(|verb| rest.find(verb).filter(|at| *at > 0).map(|at| (at, verb)))
        .min_by_key(|(at, verb)| (*at, std::cmp::Reverse(verb.len())))?;
    let end = bound(text, start..start + at);
    Some(found(text, start + at..start + at + verb.len(), start..end))
}

fn next_char(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// The subject's end: before a preposition that opens an adverbial.
fn bound(text: &str, subject: Range<usize>) -> usize {
    let words = text.get(subject.clone()).unwrap_or_default();
    let manner = MANNERS.iter().find(|manner| words.ends_with(**manner) && words.len() > manner.len());
    let end = subject.end - manner.map_or(0, |manner| manner.len());
    let bounds = |(at, _): &(usize, &str)| {
        // `将军`, `將領`: no preposition.
        let rank = words
            .get(*at..)
            .is_some_and(|rest| ["将军", "將軍", "将领", "將領"].iter().any(|rank| rest.starts_with(rank)));
        *at > 0 && !rank
    };
    words.match_indices(BOUNDS).find(bounds).map_or(end, |(at, _)| subject.start + at).min(end)
}

fn found(text: &str, cue: Range<usize>, mention: Range<usize>) -> Attribution {
    let words = text.get(mention.clone()).unwrap_or_default();
    let trimmed = words.trim_matches(|c: char| c.is_whitespace() || c == '”' || c == '」');
    let start = mention.start + words.find(trimmed).unwrap_or(0);
    let bytes = start..start + trimmed.len();
    let role = ROLES.iter().filter_map(|role| trimmed.rfind(role).map(|at| at + role.len())).max();
    let name = role.filter(|at| *at < trimmed.len()).map(|at| start + at..bytes.end);
    let pronoun = matches!(trimmed, "他" | "她" | "彼" | "彼女" | "同氏");
    let source = (!trimmed.is_empty()).then_some(Source {
        kind: if pronoun {
            MentionKind::Pronoun
        } else if name.is_some() {
            MentionKind::Name
        } else {
            MentionKind::Description
        },
        bytes,
        name,
        oblique: false,
        flags: Flags::default(),
    });
    Attribution { how: How::Before, cue: Some(cue), verb: None, source }
}
