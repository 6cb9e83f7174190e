//! The trees of whole pages: the fixtures, and the corpus where it lies beside the project.

#[path = "../../benches/pages/files.rs"]
mod files;

use std::path::{Path, PathBuf};

use tearsheet::{Limits, Page};

use super::trees::difference;

#[test]
fn trees_of_the_fixtures_are_html5evers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let pages = files::below(&folder).unwrap();
    assert!(pages.len() > 50, "{}", pages.len());
    assert_eq!(differences(&pages), Vec::<String>::new());
}

#[test]
fn documents_of_scraper_are_its_own() {
    for path in files::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")).unwrap() {
        let text = files::text(&path).unwrap();
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
    let pages = files::below(&folder).unwrap();
    // In a build without optimisation a part of them will do.
    let every = if cfg!(debug_assertions) { 40 } else { 1 };
    let pages: Vec<PathBuf> = pages.into_iter().step_by(every).collect();
    eprintln!("{} pages of the corpus", pages.len());
    assert_eq!(differences(&pages), Vec::<String>::new());
}

fn differences(pages: &[PathBuf]) -> Vec<String> {
    pages
        .iter()
        .filter_map(|path| Some(format!("{}: {}", path.display(), difference(&files::text(path).unwrap())?)))
        .collect()
}
