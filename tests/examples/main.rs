//! The two programs as a user runs them: what they print, what they say of bad input, how they exit.
//!
//! Cargo builds the examples along with `cargo test`, and not for `cargo test --test examples`: there, these tests
//! are skipped with a note, unless `TEARSHEET_EXAMPLES=required` is set, as in `.ci/run`.

// Clippy knows functions marked `#[test]` as tests, and not those that they share.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod convert;
mod extract;

// The modules of `convert`, for their unit tests: Cargo doesn't both build an example and test it.
#[allow(dead_code)]
#[path = "../../examples/convert/inputs.rs"]
mod inputs;
#[allow(dead_code)]
#[path = "../../examples/convert/line.rs"]
mod line;
#[allow(dead_code)]
#[path = "../../examples/convert/order.rs"]
mod order;
#[allow(dead_code)]
#[path = "../../examples/convert/read.rs"]
mod read;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;

/// A page that is an article.
const PAGE: &str = "<!doctype html><html lang=en><head><title>Rain in the north | The Daily</title></head><body>\
    <nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport</a></li></ul></nav>\
    <article><h1>Rain in the north</h1>\
    <p>It rained for most of the week in the north, the weather service said on Monday, and the rivers rose.</p>\
    <p>The service expects <a href=/sun>more sun</a> in the second half of the month, with <b>warm</b> winds.</p>\
    <p>Farmers in the valley welcomed the rain, which had been long in coming after a dry and windy spring.</p>\
    </article></body></html>";

/// The program of an example, if it has been built beside this test.
fn program(name: &str) -> Option<Command> {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap().join("examples");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if path.is_file() {
        return Some(Command::new(path));
    }
    let required = std::env::var("TEARSHEET_EXAMPLES").is_ok_and(|value| value == "required");
    assert!(!required, "{} has not been built", path.display());
    eprintln!("skipped: {} has not been built (cargo build --examples)", path.display());
    None
}

/// What a program left behind.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// Runs an example; `None` where it isn't built.
fn run<A: AsRef<OsStr>>(name: &str, arguments: &[A], stdin: &[u8]) -> Option<Ran> {
    let mut command = program(name)?;
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.args(arguments).spawn().unwrap();
    // A program that ends without reading closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(!err.contains("panicked"), "{err}");
    Some(Ran { code: status.code().unwrap(), out, err })
}

/// A folder of its own for a test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tearsheet-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
