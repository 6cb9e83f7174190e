//! The ways that a page's text goes through a library. Decoding is left out everywhere.

mod articles;
mod tokenizers;
mod trees;

use std::hint::black_box;

pub(crate) use articles::ARTICLES;
pub(crate) use tokenizers::TOKENIZERS;
pub(crate) use trees::TREES;

/// One way.
#[derive(Debug)]
pub(crate) struct Way {
    /// What it is called in tables and on the command line of a worker.
    pub(crate) name: &'static str,
    /// The crate whose version is told.
    pub(crate) package: &'static str,
    /// Sends a text the whole way and drops the result. Whether there was a result, or an error.
    pub(crate) run: fn(&str) -> bool,
}

/// Parsing.
pub(crate) static PARSE: [&[Way]; 2] = [TOKENIZERS, TREES];

/// Extraction.
pub(crate) static EXTRACT: [&[Way]; 1] = [ARTICLES];

/// The way of a name.
pub(crate) fn find(name: &str) -> Option<&'static Way> {
    PARSE.iter().chain(&EXTRACT).copied().flatten().find(|way| way.name == name)
}

/// Has a result made and dropped, whatever the compiler thinks of it.
fn given<T>(result: T) -> bool {
    drop(black_box(result));
    true
}

/// The same, where it may be an error.
fn tried<T, E>(result: Result<T, E>) -> bool {
    black_box(result).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_used_twice() {
        let ways: Vec<&Way> = PARSE.iter().chain(&EXTRACT).copied().flatten().collect();
        for way in &ways {
            assert_eq!(ways.iter().filter(|other| other.name == way.name).count(), 1, "{}", way.name);
        }
    }
}
