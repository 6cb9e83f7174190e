//! The encoding tests of html5lib, where they are present beside the repository.

use std::path::PathBuf;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{LATE_PRESCAN, declared, decode};
use crate::{Limits, Page};

/// Cases that need more than the bytes, by a piece of their data, with the reason.
const EXCLUDED: &[(&str, &str)] =
    &[("'<meta charset=\"ISO-8859-' + '2\">'", "a script writes the declaration in two pieces")];

fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/html5lib-tests/encoding");
    beside.is_dir().then_some(beside)
}

/// `#data`, lines, `#encoding`, a name; and again.
fn cases(file: &[u8]) -> Vec<(Vec<u8>, String)> {
    let mut cases: Vec<(Vec<u8>, String)> = Vec::new();
    let mut in_data = false;
    for line in file.split_inclusive(|&byte| byte == b'\n') {
        match line.trim_ascii_end() {
            b"#data" => {
                cases.push((Vec::new(), String::new()));
                in_data = true;
            }
            b"#encoding" => in_data = false,
            text => {
                let Some(case) = cases.last_mut() else { continue };
                if in_data {
                    case.0.extend_from_slice(line);
                } else {
                    case.1.push_str(&String::from_utf8_lossy(text));
                }
            }
        }
    }
    cases
}

#[test]
fn declarations_are_found_as_html5lib_expects() {
    let Some(folder) = folder() else {
        println!("skipped: no html5lib-tests beside the repository");
        return;
    };
    let (mut ran, mut excluded, mut failed) = (0, 0, Vec::new());
    for name in ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat", "scripted/tests1.dat"] {
        for (data, expected) in cases(&std::fs::read(folder.join(name)).unwrap()) {
            let text = String::from_utf8_lossy(&data);
            if let Some((_, reason)) = EXCLUDED.iter().find(|(piece, _)| text.contains(piece)) {
                println!("excluded from {name}: {reason}");
                excluded += 1;
                continue;
            }
            // Their default is windows-1252; ours looks at the bytes, so that the declaration alone is compared.
            let mark = Encoding::for_bom(&data).map(|(encoding, _)| encoding);
            let declaration = || declared(&data, LATE_PRESCAN).map(|claim| claim.encoding);
            let found = mark.or_else(declaration).unwrap_or(WINDOWS_1252).name();
            if !found.eq_ignore_ascii_case(Encoding::for_label(expected.as_bytes()).unwrap().name()) {
                failed.push(format!("{name}: {found} for {expected}: {text}"));
            }
            ran += 1;
        }
    }
    println!("{ran} encoding cases ran, {excluded} excluded");
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
    assert!(ran > 70, "the files hold over 70 cases");
}

#[test]
fn the_chardet_sample_is_detected() {
    let Some(sample) = folder().and_then(|folder| std::fs::read(folder.join("chardet/test_big5.txt")).ok())
    else {
        println!("skipped: no html5lib-tests beside the repository");
        return;
    };
    let page = Page::from_bytes(sample);
    assert_eq!(decode(&page, &Limits::default()).unwrap().encoding, "Big5");
}
