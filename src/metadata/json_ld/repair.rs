//! Makes JSON out of what pages put into JSON-LD scripts.
//!
//! One pass over the bytes, tried only after a strict reading has failed. It keeps what is legal as it is and
//! mends: comments, CDATA and HTML comment marks around the data, raw control characters in strings, escapes
//! that JSON doesn't know, quotation marks inside strings, trailing and doubled commas, missing ends.

/// The text as JSON, as far as it can be mended.
pub(super) fn repaired(text: &str) -> String {
    let unescaped;
    let mut text = unwrapped(text);
    if !text.contains('"') && text.contains("&quot;") {
        unescaped = text.replace("&quot;", "\"").replace("&amp;", "&").replace("&#39;", "'");
        text = &unescaped;
    }
    let mut mender = Mender { out: String::with_capacity(text.len() + 16), open: Vec::new() };
    mender.run(text);
    mender.out
}

/// The data without what is put around it for old browsers.
fn unwrapped(text: &str) -> &str {
    let start = text.find(['{', '[']).unwrap_or(text.len());
    // `<![CDATA[` and `//<![CDATA[` hold a bracket of their own.
    let start = match text.find("<![CDATA[") {
        Some(at) if at < start => {
            let after = at + "<![CDATA[".len();
            text.get(after..).and_then(|rest| rest.find(['{', '['])).map_or(text.len(), |more| after + more)
        }
        _ => start,
    };
    text.get(start..).unwrap_or("")
}

struct Mender {
    out: String,
    /// The brackets that are open.
    open: Vec<char>,
}

/// Where the first thing that is neither white space nor comment starts.
fn skip_blank(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let after = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").map_or("", |(_, after)| after)
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

impl Mender {
    fn run(&mut self, text: &str) {
        let mut rest = skip_blank(text);
        while let Some(c) = rest.chars().next() {
            let tail = rest.get(c.len_utf8()..).unwrap_or("");
            match c {
                '"' => {
                    rest = skip_blank(self.string(tail));
                    continue;
                }
                '{' | '[' => {
                    self.open.push(if c == '{' { '}' } else { ']' });
                    self.out.push(c);
                }
                '}' | ']' => {
                    self.drop_comma();
                    match self.open.pop() {
                        Some(expected) => self.out.push(expected),
                        None => return,
                    }
                    if self.open.is_empty() {
                        // What follows may be a further value; a reader of several takes them in turn.
                        self.out.push('\n');
                    }
                }
                ',' => {
                    if !self.out.ends_with([',', '{', '[', ':', '\n']) {
                        self.out.push(',');
                    }
                }
                ';' | '<' if self.open.is_empty() => return,
                c if c.is_control() => {}
                c => self.out.push(c),
            }
            rest = skip_blank(tail);
        }
        self.drop_comma();
        if self.out.ends_with(':') {
            self.out.push_str("null");
        }
        while let Some(end) = self.open.pop() {
            self.drop_comma();
            self.out.push(end);
        }
    }

    fn drop_comma(&mut self) {
        while self.out.ends_with(',') {
            self.out.pop();
        }
    }

    /// Copies a string whose opening mark has been read; gives what follows its closing mark.
    fn string<'t>(&mut self, text: &'t str) -> &'t str {
        self.out.push('"');
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some((_, next @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't'))) => {
                        self.out.push('\\');
                        self.out.push(next);
                    }
                    Some((place, 'u')) => {
                        let digits = text.get(place + 1..place + 5).unwrap_or("");
                        if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                            self.out.push_str("\\u");
                        } else {
                            self.out.push('u');
                        }
                    }
                    Some((_, next)) => self.plain(next),
                    None => break,
                },
                '"' => {
                    let rest = text.get(at + 1..).unwrap_or("");
                    if ends_string(rest) {
                        self.out.push('"');
                        return rest;
                    }
                    self.out.push_str("\\\"");
                }
                c => self.plain(c),
            }
        }
        self.out.push('"');
        ""
    }

    fn plain(&mut self, c: char) {
        match c {
            '\n' => self.out.push_str("\\n"),
            '\t' => self.out.push_str("\\t"),
            c if c.is_control() => self.out.push(' '),
            c => self.out.push(c),
        }
    }
}

/// Whether a quotation mark with this after it closes a string: a mark that the author forgot to escape has
/// more text after it.
fn ends_string(rest: &str) -> bool {
    let rest = rest.trim_start();
    match rest.chars().next() {
        None | Some(':' | '}' | ']' | '/') => true,
        Some(',') => {
            let next = rest.get(1..).unwrap_or("").trim_start();
            next.starts_with(['"', '{', '[', '}', ']', '-', '/', ','])
                || next.starts_with(|c: char| c.is_ascii_digit())
                || ["true", "false", "null"].iter().any(|word| next.starts_with(word))
        }
        // The comma is missing: a further key follows on its own line.
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_json_is_mended() {
        let cases = [
            ("<!-- {\"a\": 1} -->", r#"{"a":1}"#),
            ("//<![CDATA[\n{\"a\": [1, 2,], }\n//]]>", r#"{"a":[1,2]}"#),
            ("{\"a\": \"one\ntwo\ttab\u{1}\"}", r#"{"a":"one\ntwo\ttab "}"#),
            (r#"{"a": "it\'s"}"#, r#"{"a":"it's"}"#),
            (r#"{"a": "the "best" day", "b": 2}"#, r#"{"a":"the \"best\" day","b":2}"#),
            ("{/* x */ \"a\": 1, // y\n \"b\": 2}", r#"{"a":1,"b":2}"#),
            ("{&quot;a&quot;: &quot;b&quot;}", r#"{"a":"b"}"#),
            (r#"{"a": {"b": "c""#, r#"{"a":{"b":"c"}}"#),
            (r#"{"a":1};"#, r#"{"a":1}"#),
        ];
        for (broken, expected) in cases {
            let mended = repaired(broken);
            let first = serde_json::Deserializer::from_str(&mended).into_iter::<serde_json::Value>().next();
            let value = first.and_then(Result::ok).unwrap_or_default();
            assert_eq!(value.to_string(), expected, "{broken} -> {mended}");
        }
    }
}
