//! The plan of the house, kept true: which room may use which, how long a file may be, what no room is called.
//!
//! The plan is drawn in floors. A room uses rooms on floors below it, or beside it as long as there is no circle.

// Clippy knows functions marked `#[test]` as tests, and not those that they share.
#![allow(clippy::unwrap_used)]

mod imports;
mod lexer;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use imports::Source;

/// The floors from the ground up, with their rooms: folders and files of `src/`.
const FLOORS: &[&[&str]] = &[
    &["article", "language", "error", "limits"],
    &["html", "dates", "quotes", "render", "page"],
    &["metadata", "clean", "decode", "fetch"],
    &["content"],
    &["extract"],
    &["lib", "bulk"],
];

/// The longest file, in lines.
const LONGEST: usize = 500;

/// Files and folders that may be longer: lists of words.
const LISTS: &[&str] = &["lexicon", "wording"];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "misc", "common"];

/// One room's use of another, with the file and line where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Use {
    from: String,
    to: String,
    place: String,
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// What is wrong with these uses, one line each.
fn complaints(uses: &[Use]) -> Vec<String> {
    let mut complaints = BTreeSet::new();
    let mut beside: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for Use { from, to, place } in uses {
        let complaint = match (floor(from), floor(to)) {
            (None, _) => format!("{from} is not on the plan"),
            (_, None) => format!("{to} is not on the plan"),
            (Some(lower), Some(upper)) if lower < upper => {
                format!("{from} (floor {}) uses {to} (floor {})", lower + 1, upper + 1)
            }
            (one, other) => {
                if one == other {
                    beside.entry(from).or_default().insert(to);
                }
                continue;
            }
        };
        complaints.insert(format!("{place}: {complaint}"));
    }
    for &room in beside.keys() {
        let mut reached = BTreeSet::new();
        let mut open = vec![room];
        while let Some(next) = open.pop() {
            open.extend(beside.get(next).into_iter().flatten().filter(|&&to| reached.insert(to)));
        }
        if reached.contains(room) {
            complaints.insert(format!("{room} uses itself in a circle through {reached:?}"));
        }
    }
    complaints.into_iter().collect()
}

/// The Rust files below a folder, sorted.
fn rust_files(top: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of the library, without those that are compiled for tests only.
fn library() -> Vec<Source> {
    let top = root().join("src");
    let sources: Vec<Source> = rust_files(&top)
        .iter()
        .map(|path| Source::new(path.strip_prefix(&top).unwrap(), &fs::read_to_string(path).unwrap()))
        .collect();
    let test_modules: BTreeSet<Vec<String>> = sources.iter().flat_map(Source::test_modules).collect();
    let is_test = |source: &Source| test_modules.iter().any(|module| source.module.starts_with(module));
    sources.into_iter().filter(|source| !is_test(source)).collect()
}

fn uses(sources: &[Source]) -> Vec<Use> {
    let uses = sources.iter().flat_map(|source| {
        let from = source.room().to_owned();
        source.uses().into_iter().map(move |(to, line)| Use {
            from: from.clone(),
            to,
            place: format!("src/{}:{line}", source.path),
        })
    });
    uses.filter(|u| u.from != u.to).collect()
}

#[test]
fn no_import_runs_up_and_there_is_no_circle() {
    let sources = library();
    let rooms: BTreeSet<&str> = sources.iter().map(Source::room).collect();
    let uses = uses(&sources);
    // Were nothing found, nothing would be checked.
    assert!(rooms.len() > 8 && uses.len() > 30, "{} rooms, {} uses", rooms.len(), uses.len());
    let strangers: Vec<_> = rooms.into_iter().filter(|room| floor(room).is_none()).collect();
    assert!(strangers.is_empty(), "not on the plan: {strangers:?}");
    let complaints = complaints(&uses);
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn a_violation_is_found() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("page.rs", "use crate::error::Error;", &[]),
        ("page.rs", "use crate::Error;", &["src/page.rs:1: page (floor 2) uses lib (floor 6)"]),
        (
            "html/tree.rs",
            "\nuse crate::content::Block;",
            &["src/html/tree.rs:2: html (floor 2) uses content (floor 4)"],
        ),
        (
            "html/tree.rs",
            "use super::super::clean;",
            &["src/html/tree.rs:1: html (floor 2) uses clean (floor 3)"],
        ),
        (
            "html/mod.rs",
            "fn f() { super::extract::x() }",
            &["src/html/mod.rs:1: html (floor 2) uses extract (floor 5)"],
        ),
        (
            "error.rs",
            "use crate::{limits::{self, Limits}, page::Page};",
            &["src/error.rs:1: error (floor 1) uses page (floor 2)"],
        ),
        ("error.rs", "use crate::attic::Box;", &["src/error.rs:1: attic is not on the plan"]),
        ("attic.rs", "use crate::error::Error;", &["src/attic.rs:1: attic is not on the plan"]),
        ("error.rs", "// use crate::page;\nconst A: &str = \"crate::page\";", &[]),
        ("error.rs", "#[cfg(test)] mod tests { use crate::page::Page; }", &[]),
        (
            "error.rs",
            "#[cfg(test)] mod tests { } mod b { use super::super::page::Page; }",
            &["src/error.rs:1: error (floor 1) uses page (floor 2)"],
        ),
    ];
    for (path, text, expected) in cases {
        let source = Source::new(Path::new(path), text);
        assert_eq!(complaints(&uses(&[source])), *expected, "{path}: {text}");
    }
}

#[test]
fn a_circle_is_found() {
    let sources = |pairs: &[(&str, &str)]| -> Vec<Source> {
        pairs.iter().map(|(path, text)| Source::new(Path::new(path), text)).collect()
    };
    let chain = [("html/mod.rs", "use crate::dates::D;"), ("dates.rs", "use crate::quotes::Q;")];
    assert_eq!(complaints(&uses(&sources(&chain))), [""; 0]);
    let circle = [chain[0], chain[1], ("quotes/names.rs", "use crate::html::Tree;")];
    let found = complaints(&uses(&sources(&circle)));
    assert!(found.len() == 3 && found[0].contains("in a circle"), "{found:?}");
}

#[test]
fn no_file_is_too_long() {
    let tops = ["src", "tests", "examples", "benches"];
    let files: Vec<PathBuf> = tops.iter().flat_map(|top| rust_files(&root().join(top))).collect();
    assert!(files.len() > 50, "only {} files", files.len());
    let is_list = |file: &Path| file.iter().any(|part| LISTS.iter().any(|list| part == *list));
    let mut long = Vec::new();
    for file in files {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        let inside = file.strip_prefix(root()).unwrap();
        if lines > LONGEST && !is_list(&inside.with_extension("")) {
            long.push(format!("{}: {lines} lines", inside.display()));
        }
    }
    assert!(long.is_empty(), "over {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn no_room_has_an_empty_name() {
    for path in rust_files(&root().join("src")) {
        let inside = path.strip_prefix(root()).unwrap();
        for part in inside.with_extension("").iter() {
            let part = part.to_string_lossy();
            assert!(!EMPTY_NAMES.contains(&&*part), "{}: {part} says nothing", inside.display());
        }
    }
}
