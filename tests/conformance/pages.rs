//! The trees of whole pages: the fixtures, and the corpus where it lies beside the project.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use tearsheet::{Limits, Page};

use super::trees::difference;

#[test]
fn trees_of_the_fixtures_are_html5evers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let pages = pages(&folder);
    assert!(pages.len() > 50, "{}", pages.len());
    assert_eq!(differences(&pages), Vec::<String>::new());
}

#[test]
fn documents_of_scraper_are_its_own() {
    for path in pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")) {
        let text = text(&path);
        let ours = Page::from_text(text.as_str()).to_scraper(&Limits::default()).unwrap();
        assert!(ours == scraper::Html::parse_document(&text), "{}", path.display());
    }
}

#[test]
fn trees_of_the_corpus_are_html5evers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        eprintln!("skipped: no {}", folder.display());
        return;
    }
    let pages = pages(&folder);
    // In a build without optimisation a part of them will do.
    let every = if cfg!(debug_assertions) { 40 } else { 1 };
    let pages: Vec<PathBuf> = pages.into_iter().step_by(every).collect();
    eprintln!("{} pages of the corpus", pages.len());
    assert_eq!(differences(&pages), Vec::<String>::new());
}

fn differences(pages: &[PathBuf]) -> Vec<String> {
    pages
        .iter()
        .filter_map(|path| Some(format!("{}: {}", path.display(), difference(&text(path))?)))
        .collect()
}

fn pages(top: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".html") || name.ends_with(".html.gz") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

fn text(path: &Path) -> String {
    let mut bytes = Vec::new();
    let mut file = File::open(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "gz") {
        MultiGzDecoder::new(file).read_to_end(&mut bytes).unwrap();
    } else {
        file.read_to_end(&mut bytes).unwrap();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
