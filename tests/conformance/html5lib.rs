//! The tokenizer tests of html5lib, where they lie beside the project.

use std::fs;
use std::path::Path;

use html5ever::tokenizer::states::RawKind;
use serde_json::Value;

use super::tokens::{First, Plain, Taker, ours};

#[test]
fn the_tests_of_html5lib_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/html5lib-tests/tokenizer");
    if !folder.is_dir() {
        eprintln!("skipped: no {}", folder.display());
        return;
    }
    let (mut ran, mut skipped) = (0, 0);
    let mut failed = Vec::new();
    for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        // The tests of `xmlViolation` are of a tokenizer that makes tokens fit for XML.
        if path.extension().is_none_or(|ending| ending != "test") || path.ends_with("xmlViolation.test") {
            continue;
        }
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for test in file.as_object().unwrap().values().flat_map(|tests| tests.as_array().unwrap()) {
            let unescape = test["doubleEscaped"].as_bool() == Some(true);
            let expected: Option<Vec<Plain>> =
                test["output"].as_array().unwrap().iter().map(|token| plain(token, unescape)).collect();
            // A text cannot hold half a surrogate pair.
            let (Some(input), Some(expected)) = (text(&test["input"], unescape), expected) else {
                skipped += 1;
                continue;
            };
            let default = vec![Value::from("Data state")];
            for state in test["initialStates"].as_array().unwrap_or(&default) {
                let found = tokens(&input, state.as_str().unwrap(), test["lastStartTag"].as_str());
                let expected = in_one_piece(&expected);
                ran += 1;
                if found != expected {
                    let what = &test["description"];
                    failed.push(format!("{name}: {what} in {state}\n  {expected:?}\n  {found:?}"));
                }
            }
        }
    }
    eprintln!("{ran} tests of html5lib ran, {skipped} with half surrogate pairs cannot");
    assert!(ran > 6_000, "{ran}");
    assert!(failed.is_empty(), "{} of {ran} failed:\n{}", failed.len(), failed.join("\n"));
}

/// The tokens of the input in a state, which a start tag before it brings about.
fn tokens(input: &str, state: &str, last_start: Option<&str>) -> Vec<Plain> {
    let last = last_start.unwrap_or("x-none");
    let first = match state {
        "Data state" => None,
        "PLAINTEXT state" => Some(First::Plaintext),
        "RCDATA state" => Some(First::Raw(RawKind::Rcdata)),
        "RAWTEXT state" => Some(First::Raw(RawKind::Rawtext)),
        "Script data state" => Some(First::Raw(RawKind::ScriptData)),
        "CDATA section state" => {
            return without_end(ours(&format!("<![CDATA[{input}"), Taker::in_foreign_content()));
        }
        other => panic!("unknown state {other}"),
    };
    match first {
        None => without_end(ours(input, Taker::default())),
        Some(first) => {
            let mut tokens = ours(&format!("<{last}>{input}"), Taker::answering(first));
            tokens.remove(0);
            without_end(tokens)
        }
    }
}

fn without_end(mut tokens: Vec<Plain>) -> Vec<Plain> {
    assert_eq!(tokens.pop(), Some(Plain::EndOfFile));
    for token in &mut tokens {
        // The tests don't say whether an attribute stood twice, and give attributes in no order.
        if let Plain::Start { attributes, duplicates, .. } = token {
            *duplicates = false;
            attributes.sort();
        }
    }
    tokens
}

fn in_one_piece(tokens: &[Plain]) -> Vec<Plain> {
    let mut joined: Vec<Plain> = Vec::new();
    for token in tokens {
        match (joined.last_mut(), token) {
            (Some(Plain::Text(before)), Plain::Text(text)) => before.push_str(text),
            _ => joined.push(token.clone()),
        }
    }
    joined
}

fn plain(token: &Value, unescape: bool) -> Option<Plain> {
    let part = |index: usize| text(&token[index], unescape);
    Some(match token[0].as_str()? {
        "DOCTYPE" => Plain::Doctype {
            name: part(1),
            public: part(2),
            system: part(3),
            quirks: token[4].as_bool() == Some(false),
        },
        "StartTag" => {
            let mut attributes = Vec::new();
            for (name, value) in token[2].as_object()? {
                attributes.push((text(&Value::from(name.as_str()), unescape)?, text(value, unescape)?));
            }
            attributes.sort();
            Plain::Start {
                name: part(1)?,
                attributes,
                self_closing: token[3].as_bool() == Some(true),
                duplicates: false,
            }
        }
        "EndTag" => Plain::End { name: part(1)? },
        "Comment" => Plain::Comment(part(1)?),
        "Character" => Plain::Text(part(1)?),
        other => panic!("unknown token {other}"),
    })
}

/// A string of a test, with its own escapes resolved; `None` where it is none, or no text.
fn text(value: &Value, unescape: bool) -> Option<String> {
    let text = value.as_str()?;
    if unescape {
        serde_json::from_str(&format!("\"{}\"", text.replace('"', "\\\""))).ok()
    } else {
        Some(text.to_owned())
    }
}
