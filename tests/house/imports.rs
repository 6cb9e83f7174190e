//! Which rooms a source file uses: its paths from `crate`, `super` and `self`, in imports and in code.

use std::path::Path;

use crate::lexer::{Token, tokens};

/// A file of the library, without its test modules.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path below `src`, with `/`.
    pub(crate) path: String,
    /// The names of the modules it stands in, its own last: `["html", "tree"]`; empty for the crate root.
    pub(crate) module: Vec<String>,
    tokens: Vec<Token>,
    /// The modules that are declared in it for tests only.
    for_tests: Vec<String>,
}

impl Source {
    /// A file by its path below `src`.
    pub(crate) fn new(path: &Path, text: &str) -> Self {
        let mut module: Vec<String> =
            path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let path = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        if module.last().is_some_and(|last| last == "mod" || last == "lib") {
            module.pop();
        }
        let (tokens, for_tests) = without_tests(&tokens(text));
        Self { path, module, tokens, for_tests }
    }

    /// The room it belongs to.
    pub(crate) fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// The modules in files of their own that it declares for tests only, by their full names.
    pub(crate) fn test_modules(&self) -> Vec<Vec<String>> {
        let full = |name: &String| self.module.iter().chain([name]).cloned().collect();
        self.for_tests.iter().map(full).collect()
    }

    /// The rooms it uses and the lines where. What is taken from the crate root is taken from `lib`.
    pub(crate) fn uses(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        // Modules opened in this file: the name, and how many braces were open around it.
        let mut inner: Vec<(String, usize)> = Vec::new();
        let mut braces = 0;
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            match token.text.as_str() {
                "{" => braces += 1,
                "}" => {
                    braces -= 1;
                    inner.pop_if(|(_, around)| *around == braces);
                }
                "mod" if self.text(at + 2) == "{" => inner.push((self.text(at + 1).to_owned(), braces)),
                "crate" | "super" | "self" if self.text(at + 1) == "::" && !self.follows_path(at) => {
                    let opened = inner.iter().map(|(name, _)| name.as_str());
                    let module: Vec<&str> = self.module.iter().map(String::as_str).chain(opened).collect();
                    at = self.path(at, &module, &mut found);
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        found
    }

    /// Follows a path with its groups (`a::{b, c::{d, e}}`) and returns the place behind it.
    fn path(&self, start: usize, module: &[&str], found: &mut Vec<(String, usize)>) -> usize {
        // The module that names are looked up in: that of the path so far, and of each open group.
        let mut here = Some(module.to_vec());
        let mut groups: Vec<Option<Vec<&str>>> = Vec::new();
        let mut at = start;
        loop {
            let Some(token) = self.tokens.get(at) else { return at };
            match token.text.as_str() {
                "{" => groups.push(here.clone()),
                "," if !groups.is_empty() => here = groups.last().cloned().flatten(),
                "}" if groups.len() > 1 => {
                    groups.pop();
                }
                "}" if groups.len() == 1 => return at + 1,
                "as" if !groups.is_empty() => at += 1,
                "crate" => here = Some(Vec::new()),
                "super" => {
                    here.as_mut().and_then(Vec::pop);
                }
                "self" | "::" => {}
                name if here.is_some() && (name == "*" || is_name(name)) => {
                    // Below the root, the room is settled; at the root, the name is the room.
                    let room = here.take().and_then(|module| module.first().map(|room| (*room).to_owned()));
                    found.push((room.unwrap_or_else(|| Self::room_or_root(name)), token.line));
                }
                name if name == "*" || is_name(name) => {}
                _ => return at,
            }
            at += 1;
            if groups.is_empty() && self.text(at) != "::" && self.text(at - 1) != "::" {
                return at;
            }
        }
    }

    /// What a name at the crate root belongs to: a module to itself, a re-exported type to `lib`.
    fn room_or_root(name: &str) -> String {
        if name.starts_with(char::is_lowercase) { name.to_owned() } else { "lib".to_owned() }
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn follows_path(&self, at: usize) -> bool {
        at > 0 && self.text(at - 1) == "::"
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Leaves out every item under `#[cfg(test)]` or `#[test]`; with the names of those that are modules in other files.
fn without_tests(all: &[Token]) -> (Vec<Token>, Vec<String>) {
    let mut kept = Vec::new();
    let mut modules = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if let Some(end) = test_attribute(&all[at..]) {
            let item = &all[at + end..];
            let item = &item[..item_end(item)];
            if let [.., word, name, stop] = item
                && (word.text.as_str(), stop.text.as_str()) == ("mod", ";")
            {
                modules.push(name.text.clone());
            }
            at += end + item.len();
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    (kept, modules)
}

/// The length of an attribute that keeps its item to tests.
fn test_attribute(rest: &[Token]) -> Option<usize> {
    let texts = |n: usize| rest.get(n).map_or("", |token| token.text.as_str());
    if texts(0) != "#" || texts(1) != "[" {
        return None;
    }
    let length = closing(&rest[1..], "[", "]") + 1;
    let inside = &rest[2..length.max(2)];
    let has = |word: &str| inside.iter().any(|token| token.text == word);
    (has("test") && !has("not") && !has("any")).then_some(length)
}

/// The length of an item: up to its semicolon, or the end of its braces.
fn item_end(item: &[Token]) -> usize {
    let mut at = 0;
    while let Some(token) = item.get(at) {
        match token.text.as_str() {
            "[" => at += closing(&item[at..], "[", "]"),
            "(" => at += closing(&item[at..], "(", ")"),
            "{" => return at + closing(&item[at..], "{", "}"),
            ";" => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// The length of what a bracket opens, both brackets included.
fn closing(rest: &[Token], open: &str, close: &str) -> usize {
    let mut depth = 0;
    for (at, token) in rest.iter().enumerate() {
        if token.text == open {
            depth += 1;
        } else if token.text == close {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    rest.len()
}

#[test]
fn paths_are_followed_through_groups_and_modules() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a.rs", "use crate::b::C;", &["b"]),
        ("a.rs", "use crate::{b::{C, D}, e as f, G};", &["b", "e", "lib"]),
        ("a.rs", "use crate::{b::{self, C}, d};", &["b", "d"]),
        ("a.rs", "use crate::*; fn f() { crate::b::c(1) }", &["lib", "b"]),
        ("a.rs", "use super::b::C; use super::{d, e};", &["b", "d", "e"]),
        ("a/x.rs", "use super::y::Z; use self::w::V;", &["a", "a"]),
        ("a/x.rs", "use super::{super::b, y};", &["b", "a"]),
        ("a/mod.rs", "use super::b; use self::x::Y;", &["b", "a"]),
        ("a/x/y.rs", "use super::super::super::b::C; use super::super::z;", &["b", "a"]),
        ("a.rs", "mod m { use super::x; use super::super::b; } use super::c;", &["a", "b", "c"]),
        ("a.rs", "fn f() { if x { } } mod m { fn g() { } } use super::c;", &["c"]),
        ("a.rs", "pub(crate) fn f(&self) { self.x(); Self::y() } pub(in crate::b) fn g() {}", &["b"]),
        ("a.rs", "fn f() -> crate::b::C { match x { crate::d::E => 1, _ => 2 } }", &["b", "d"]),
        ("a.rs", "macro_rules! m { () => { $crate::b::c() } }", &["b"]),
        ("a.rs", "#[cfg(test)] use crate::b; #[test] fn f() { crate::c::d() } use crate::e;", &["e"]),
        ("a.rs", "#[cfg(not(test))] use crate::b;", &["b"]),
        ("lib.rs", "pub use crate::b::C;", &["b"]),
    ];
    for (path, text, expected) in cases {
        let source = Source::new(Path::new(path), text);
        let found: Vec<String> = source.uses().into_iter().map(|(room, _)| room).collect();
        assert_eq!(found, *expected, "{path}: {text}");
    }
}

#[test]
fn modules_for_tests_are_known_by_name() {
    let source =
        Source::new(Path::new("a/mod.rs"), "#[cfg(test)]\nmod tests;\nmod b;\n#[cfg(test)] mod c { }");
    assert_eq!(source.test_modules(), [["a", "tests"]]);
    let root = Source::new(Path::new("lib.rs"), "#[cfg(test)] #[path = \"x.rs\"] mod tests;");
    assert_eq!((root.room(), root.test_modules()), ("lib", vec![vec!["tests".to_owned()]]));
}
