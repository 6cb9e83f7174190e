//! Rust source as tokens, as far as imports need it: comments, strings and characters are left out.

/// A token and its line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = at + skipped(&chars[at..]);
        if end > at {
            line += chars[at..end].iter().filter(|&&c| c == '\n').count();
            at = end;
            continue;
        }
        let rest = &chars[at..];
        let word = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
        let length = if word > 0 {
            word
        } else if rest.starts_with(&[':', ':']) {
            2
        } else {
            1
        };
        tokens.push(Token { text: rest[..length].iter().collect(), line });
        at += length;
    }
    tokens
}

/// How many characters at the start are no token: white space, a comment, a literal, a lifetime.
fn skipped(rest: &[char]) -> usize {
    match rest {
        [c, ..] if c.is_whitespace() => 1,
        ['/', '/', ..] => rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
        ['/', '*', ..] => block_comment(rest),
        ['"', ..] => string(rest),
        ['b' | 'c', '"', ..] => 1 + string(&rest[1..]),
        ['r', '"' | '#', ..] => raw_string(rest, 1),
        ['b' | 'c', 'r', '"' | '#', ..] => raw_string(rest, 2),
        ['b', '\'', ..] => 1 + character(&rest[1..]),
        ['\'', ..] => character(rest),
        _ => 0,
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `r"…"`, `r#"…"#`; 0 for a raw identifier.
fn raw_string(rest: &[char], prefix: usize) -> usize {
    let hashes = rest[prefix..].iter().take_while(|&&c| c == '#').count();
    let start = prefix + hashes + 1;
    if rest.get(start - 1) != Some(&'"') {
        return 0;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let length = rest[start..].windows(end.len()).position(|window| window == end);
    length.map_or(rest.len(), |length| start + length + end.len())
}

/// `'a'` and `'\u{e9}'`, or the mark and name of a lifetime.
fn character(rest: &[char]) -> usize {
    match rest {
        ['\'', '\\', _, more @ ..] => {
            let close = more.iter().position(|&c| c == '\'');
            close.map_or(rest.len(), |close| close + 4)
        }
        ['\'', _, '\'', ..] => 3,
        _ => 1 + rest[1..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count(),
    }
}

#[test]
fn literals_and_comments_are_no_tokens() {
    let cases = [
        ("a::b", "a :: b"),
        ("a // b\nc", "a c"),
        ("a /* b /* c */ d */ e", "a e"),
        ("f(\"b \\\" c\", d)", "f ( , d )"),
        ("r\"\\\" a", "a"),
        ("r#\"a\"b\"# c b\"x\" br##\"y\"## d", "c d"),
        ("'a' 'b '\\'' c '\\u{e9}' b'\"' d '\"' e", "c d e"),
        ("&'static str", "& str"),
        ("for_b\"x\"", "for_b"),
        ("r#fn", "r # fn"),
        ("let x = 1.0e5;", "let x = 1 . 0e5 ;"),
    ];
    for (source, expected) in cases {
        let found: Vec<String> = tokens(source).into_iter().map(|token| token.text).collect();
        assert_eq!(found.join(" "), expected, "{source}");
    }
    let lines: Vec<usize> = tokens("a\n/*\n*/ b \"\n\" c").into_iter().map(|token| token.line).collect();
    assert_eq!(lines, [1, 3, 4]);
}
