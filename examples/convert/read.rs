//! Files in: plain or gzip, and never more than a limit of bytes.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde::Serialize;
use tearsheet::Error;

/// Why there is no article, as a line of output carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// A stable word: [`Error::kind`], or `unreadable`, `manifest`, `panic`.
    pub(crate) kind: &'static str,
    /// For people: which input, and what is wrong.
    pub(crate) message: String,
}

impl Failure {
    /// A failure of the library, over a page that came from `input`: a page without a URL has no other name.
    pub(crate) fn of(error: &Error, input: &str) -> Self {
        let message = error.to_string();
        let message = match message.strip_prefix("<page>") {
            Some(rest) => format!("{input}{rest}"),
            None => message,
        };
        Self { kind: error.kind(), message }
    }

    /// A file that can't be read.
    pub(crate) fn unreadable(input: &str, error: &io::Error) -> Self {
        Self { kind: "unreadable", message: format!("{input}: {error}") }
    }
}

/// The bytes of a file; those of a `.gz` file decompressed.
pub(crate) fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let input = path.to_string_lossy();
    let unreadable = |error: io::Error| Failure::unreadable(&input, &error);
    let file = File::open(path).map_err(unreadable)?;
    let gzip = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    let size = file.metadata().map_err(unreadable)?.len();
    if gzip {
        // A file that ends early or isn't gzip at all is told apart from one that the disk doesn't give.
        return read(MultiGzDecoder::new(file), &input, limit, |error| match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
                let error = Error::Corrupt {
                    input: input.to_string(),
                    encoding: "gzip".to_owned(),
                    reason: error.to_string(),
                };
                Failure::of(&error, &input)
            }
            _ => unreadable(error),
        });
    }
    if size > limit as u64 {
        return Err(too_large(&input, Some(size), limit));
    }
    read(file, &input, limit, unreadable)
}

/// All bytes of a stream, or an error once there are more than `limit`.
pub(crate) fn read(
    stream: impl Read,
    input: &str,
    limit: usize,
    failure: impl FnOnce(io::Error) -> Failure,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match stream.take(limit as u64 + 1).read_to_end(&mut bytes) {
        Ok(length) if length > limit => Err(too_large(input, None, limit)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(failure(error)),
    }
}

fn too_large(input: &str, size: Option<u64>, limit: usize) -> Failure {
    Failure::of(&Error::TooLarge { input: input.to_owned(), size, limit: limit as u64 }, input)
}
