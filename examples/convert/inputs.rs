//! What is to be converted: the pages of a folder, or the lines of a manifest.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::vec;

use serde::Deserialize;
use serde_json::Value;

use super::read::Failure;

/// The longest line of a manifest, in bytes.
const LINE_LIMIT: u64 = 1 << 20;

/// One input: what its line of output says of it, and the file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) id: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) url: Option<String>,
    /// The file, or why there is none.
    pub(crate) file: Result<PathBuf, Failure>,
}

impl Input {
    fn failed(path: Option<String>, failure: Failure) -> Self {
        Self { id: None, path, url: None, file: Err(failure) }
    }
}

/// The inputs, in the order of the manifest or of the sorted paths.
#[derive(Debug)]
pub(crate) enum Inputs {
    Folder(vec::IntoIter<Input>),
    Manifest(Manifest),
}

impl Inputs {
    /// Looks into a folder, or opens a manifest.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let unreadable = |error| Failure::unreadable(&path.to_string_lossy(), &error);
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            return Ok(Self::Folder(folder(path).into_iter()));
        }
        let reader = BufReader::new(File::open(path).map_err(unreadable)?);
        Ok(Self::Manifest(Manifest { path: path.to_owned(), reader: Some(reader), line: 0 }))
    }

    /// How many there are, for the progress bar: a manifest is counted by its lines.
    pub(crate) fn total(&self) -> io::Result<u64> {
        match self {
            Self::Folder(inputs) => Ok(inputs.len() as u64),
            Self::Manifest(manifest) => {
                let mut reader = BufReader::new(File::open(&manifest.path)?);
                let mut lines = 0;
                while reader.skip_until(b'\n')? > 0 {
                    lines += 1;
                }
                Ok(lines)
            }
        }
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        match self {
            Self::Folder(inputs) => inputs.next(),
            Self::Manifest(manifest) => manifest.next(),
        }
    }
}

/// A file of JSON lines `{"id", "path", "url"}`, read as it is used.
#[derive(Debug)]
pub(crate) struct Manifest {
    path: PathBuf,
    /// `None` after an error.
    reader: Option<BufReader<File>>,
    line: usize,
}

#[derive(Deserialize)]
struct Row {
    id: Option<Value>,
    path: String,
    url: Option<String>,
}

impl Manifest {
    /// The next line that isn't blank.
    fn next(&mut self) -> Option<Input> {
        loop {
            let reader = self.reader.as_mut()?;
            let mut line = Vec::new();
            self.line += 1;
            match reader.take(LINE_LIMIT).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.reader = None;
                    return Some(self.failed(&error.to_string()));
                }
            }
            if line.len() as u64 == LINE_LIMIT && !line.ends_with(b"\n") {
                // An error here comes back at the next line.
                let _ = reader.skip_until(b'\n');
                return Some(self.failed(&format!("longer than {LINE_LIMIT} bytes")));
            }
            let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
            if !line.trim_ascii().is_empty() {
                return Some(self.row(line));
            }
        }
    }

    fn row(&self, line: &[u8]) -> Input {
        let row: Row = match serde_json::from_slice(line) {
            Ok(row) => row,
            Err(error) => {
                // serde_json counts lines too, and there is only one here.
                let reason = error.to_string();
                return self.failed(reason.split(" at line ").next().unwrap_or(&reason));
            }
        };
        let id = match row.id {
            Some(Value::String(id)) => id,
            Some(Value::Number(id)) => id.to_string(),
            None => stem(&row.path),
            Some(other) => return self.failed(&format!("the id is neither a string nor a number: {other}")),
        };
        let file = Ok(self.path.parent().unwrap_or(Path::new("")).join(&row.path));
        Input { id: Some(id), path: Some(row.path), url: row.url, file }
    }

    fn failed(&self, reason: &str) -> Input {
        let message = format!("{}, line {}: {reason}", self.path.display(), self.line);
        Input::failed(None, Failure { kind: "manifest", message })
    }
}

/// The pages in a folder and the folders in it, sorted by path. Symbolic links are left alone.
fn folder(top: &Path) -> Vec<Input> {
    let mut pages = Vec::new();
    let mut failures = Vec::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                failures.push((folder, error));
                continue;
            }
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
                Ok((path, kind)) if kind.is_dir() => folders.push(path),
                Ok((path, kind)) if kind.is_file() && is_page(&path) => pages.push(path),
                Ok(_) => {}
                Err(error) => failures.push((folder.clone(), error)),
            }
        }
    }
    pages.sort();
    let shown = |path: &Path| path.strip_prefix(top).unwrap_or(path).to_string_lossy().into_owned();
    let failures = failures.into_iter().map(|(folder, error)| {
        Input::failed(Some(shown(&folder)), Failure::unreadable(&folder.to_string_lossy(), &error))
    });
    let pages = pages.into_iter().map(|file| {
        let path = shown(&file);
        Input { id: Some(stem(&path)), path: Some(path), url: None, file: Ok(file) }
    });
    failures.chain(pages).collect()
}

fn is_page(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    name != stem(&name)
}

/// A file's name without its endings: `html`, `htm` or `xhtml`, and `gz` after it.
fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let cut = |name: &'_ str, ending: &str| -> Option<usize> {
        let at = name.len().checked_sub(ending.len()).filter(|&at| at > 0)?;
        name.get(at..).filter(|end| end.eq_ignore_ascii_case(ending)).map(|_| at)
    };
    let plain = cut(name, ".gz").map_or(name, |at| &name[..at]);
    let page = [".html", ".htm", ".xhtml"].iter().find_map(|ending| cut(plain, ending));
    page.map_or(name, |at| &plain[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_name_without_its_endings() {
        let cases = [
            ("a.html", "a"),
            ("x/y/a.b.html.gz", "a.b"),
            ("A.HTM.GZ", "A"),
            ("страница.xhtml", "страница"),
            ("a.txt", "a.txt"),
            ("a.txt.gz", "a.txt.gz"),
            (".html", ".html"),
            ("a", "a"),
            ("", ""),
        ];
        for (path, expected) in cases {
            assert_eq!(stem(path), expected, "{path}");
        }
    }
}
