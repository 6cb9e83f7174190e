//! `dump` writes the features of the blocks of pages, `predict` runs pages as the bulk example does; both with the
//! model of each page's fold.
//!
//! ```text
//! roles dump    --corpus DIR --out DIR [--models DIR --folds FILE] [--shorten N] SET…
//! roles predict --corpus DIR --out DIR [--models DIR --folds FILE] SET…
//! roles names
//! ```
//!
//! FILE has a line `set<TAB>id<TAB>fold` a page; DIR has `fold0.bin` …, and `all.bin` for pages that are in no fold.

use std::collections::HashMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tearsheet::{Extractor, ExtractorBuilder, Page};

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(Default)]
struct Orders {
    command: String,
    corpus: PathBuf,
    out: PathBuf,
    models: Option<PathBuf>,
    folds: Option<PathBuf>,
    shorten: Option<usize>,
    sets: Vec<String>,
}

impl Orders {
    fn read() -> Outcome<Self> {
        let mut args = std::env::args().skip(1);
        let mut orders = Self { command: args.next().ok_or("no command")?, ..Self::default() };
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or(format!("{arg} needs a value"));
            match arg.as_str() {
                "--corpus" => orders.corpus = value()?.into(),
                "--out" => orders.out = value()?.into(),
                "--models" => orders.models = Some(value()?.into()),
                "--shorten" => orders.shorten = Some(value()?.parse()?),
                "--folds" => orders.folds = Some(value()?.into()),
                _ => orders.sets.push(arg),
            }
        }
        Ok(orders)
    }
}

/// The extractors by the name of their model.
struct Extractors {
    by_fold: HashMap<String, Extractor>,
    folds: HashMap<(String, String), String>,
    otherwise: Extractor,
}

impl Extractors {
    fn read(orders: &Orders) -> Outcome<Self> {
        let otherwise = Extractor::builder().model(&[], orders.shorten).build();
        let mut all = Self { by_fold: HashMap::new(), folds: HashMap::new(), otherwise };
        if let Some(file) = &orders.folds {
            for line in fs::read_to_string(file)?.lines() {
                let parts: Vec<&str> = line.split('\t').collect();
                if let [set, id, fold] = parts[..] {
                    all.folds.insert((set.to_owned(), id.to_owned()), fold.to_owned());
                }
            }
        }
        if let Some(folder) = &orders.models {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                let name =
                    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if path.extension().is_some_and(|ending| ending == "bin") {
                    let extractor = Extractor::builder().model(&fs::read(&path)?, orders.shorten).build();
                    match name.strip_prefix("fold") {
                        Some(fold) => drop(all.by_fold.insert(fold.to_owned(), extractor)),
                        None if name == "all" => all.otherwise = extractor,
                        None => {}
                    }
                }
            }
        }
        Ok(all)
    }

    fn for_page(&self, set: &str, id: &str) -> &Extractor {
        let fold = self.folds.get(&(set.to_owned(), id.to_owned()));
        fold.and_then(|fold| self.by_fold.get(fold)).unwrap_or(&self.otherwise)
    }
}

struct Entry {
    id: String,
    url: Option<String>,
    html: Vec<u8>,
}

fn entries(corpus: &Path, set: &str) -> Outcome<Vec<(String, Option<String>, PathBuf)>> {
    let folder = corpus.join(set);
    let mut entries = Vec::new();
    for line in BufReader::new(File::open(folder.join("manifest.jsonl"))?).lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let text = |key: &str| line[key].as_str().map(str::to_owned);
        let id = text("id").ok_or("a line without an id")?;
        entries.push((id, text("url"), folder.join(text("path").ok_or("a line without a path")?)));
    }
    Ok(entries)
}

fn open(id: String, url: Option<String>, path: &Path) -> Outcome<Entry> {
    let bytes = fs::read(path)?;
    let mut html = Vec::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut html)?;
    } else {
        html = bytes;
    }
    Ok(Entry { id, url, html })
}

impl Entry {
    fn page(&self) -> Page<'_> {
        let page = Page::from_bytes(self.html.as_slice());
        match &self.url {
            Some(url) => page.url(url),
            None => page,
        }
    }
}

/// Writes `SET.f32` (the rows, one after the other), `SET.slots` (for each row a count and its slots, `u16`) and
/// `SET.jsonl` (a page a line, with the text of each row, what decided, whether it was kept, and how likely it was found).
fn dump(orders: &Orders, extractors: &Extractors, set: &str) -> Outcome<()> {
    let file = |ending: &str| File::create(orders.out.join(format!("{set}.{ending}"))).map(BufWriter::new);
    let (mut rows, mut slots, mut pages) = (file("f32")?, file("slots")?, file("jsonl")?);
    for (id, url, path) in entries(&orders.corpus, set)? {
        let entry = open(id, url, &path)?;
        let explained = extractors.for_page(set, &entry.id).explain(&entry.page());
        let blocks = explained.map(|(_, blocks)| blocks).unwrap_or_default();
        let mut texts = Vec::new();
        for block in blocks.iter().filter(|block| !block.features.is_empty()) {
            for value in &block.features {
                rows.write_all(&value.to_le_bytes())?;
            }
            slots.write_all(&(block.slots.len() as u16).to_le_bytes())?;
            for slot in &block.slots {
                slots.write_all(&slot.to_le_bytes())?;
            }
            texts.push(json!([block.text, block.reason, block.kept, block.likely]));
        }
        writeln!(pages, "{}", json!({ "id": entry.id, "blocks": texts }))?;
    }
    Ok(())
}

/// Writes `SET.jsonl` as the bulk example does, so that the scorer can read it.
fn predict(orders: &Orders, extractors: &Extractors, set: &str) -> Outcome<()> {
    let mut out = BufWriter::new(File::create(orders.out.join(format!("{set}.jsonl")))?);
    for (id, url, path) in entries(&orders.corpus, set)? {
        let entry = open(id, url, &path)?;
        let line = match extractors.for_page(set, &entry.id).extract(&entry.page()) {
            Ok(article) => json!({ "id": entry.id, "article": article }),
            Err(error) => {
                json!({ "id": entry.id, "article": null, "error": { "message": error.to_string() } })
            }
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn main() -> Outcome<()> {
    let orders = Orders::read()?;
    if orders.command == "names" {
        println!("{}", json!(ExtractorBuilder::feature_names()));
        return Ok(());
    }
    fs::create_dir_all(&orders.out)?;
    let extractors = Extractors::read(&orders)?;
    for set in &orders.sets {
        match orders.command.as_str() {
            "dump" => dump(&orders, &extractors, set)?,
            "predict" => predict(&orders, &extractors, set)?,
            other => return Err(format!("no such command: {other}").into()),
        }
    }
    Ok(())
}
