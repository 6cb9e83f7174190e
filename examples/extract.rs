//! Prints the article of one page: `extract INPUT [--format markdown|text|html|json|explain] [--url URL]`.

// Talking to the terminal is what a program does, and a library does not.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "convert/read.rs"]
mod read;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use lexopt::prelude::*;
use read::Failure;
use serde_json::json;
use tearsheet::article::{Explained, VerdictKind};
use tearsheet::{Article, Extractor, Limits, Page};

const USAGE: &str = "\
usage: extract INPUT [--format markdown|text|html|json|explain] [--url URL]

INPUT is a URL (with --features fetch), a file (a .gz one is decompressed), or - for standard input.
--format  what is printed; markdown unless told otherwise; explain gives a JSON line for each block of the page:
          whether it is in the article, what decided, how likely the model finds it, and what counted most
--url     the page's own address: relative links are resolved against it";

struct Options {
    input: String,
    url: Option<String>,
    format: Format,
}

#[derive(Clone, Copy)]
enum Format {
    Article(fn(&Article) -> String),
    Explanation,
}

fn main() -> ExitCode {
    let outcome = match options() {
        Ok(Some(options)) => run(&options).map_err(|failure| (1, failure.message)),
        Ok(None) => {
            println!("{USAGE}");
            Ok(())
        }
        Err(error) => Err((2, format!("{error}\n\n{USAGE}"))),
    };
    let Err((code, said)) = outcome else { return ExitCode::SUCCESS };
    eprintln!("extract: {said}");
    ExitCode::from(code)
}

fn options() -> Result<Option<Options>, lexopt::Error> {
    let (mut input, mut url, mut format) = (None, None, Format::Article(Article::to_markdown));
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("url") => url = Some(arguments.value()?.string()?),
            Long("format") => {
                format = match arguments.value()?.string()?.as_str() {
                    "markdown" => Format::Article(Article::to_markdown),
                    "text" => Format::Article(Article::to_text),
                    "html" => Format::Article(Article::to_html),
                    "json" => Format::Article(Article::to_json_pretty),
                    "explain" => Format::Explanation,
                    other => return Err(format!("no format {other:?}").into()),
                }
            }
            Value(value) if input.is_none() => input = Some(value.string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    let input = input.ok_or("no INPUT given")?;
    Ok(Some(Options { input, url, format }))
}

fn run(options: &Options) -> Result<(), Failure> {
    let input = if options.input == "-" { "<stdin>" } else { &options.input };
    let mut page = page(input)?;
    if let Some(url) = &options.url {
        page = page.url(url);
    }
    let extractor = Extractor::default();
    let (article, blocks) = match options.format {
        Format::Article(_) => extractor.extract(&page).map(|article| (article, Vec::new())),
        Format::Explanation => extractor.explain(&page),
    }
    .map_err(|error| Failure::of(&error, input))?;
    if let Some(partial) = &article.partial {
        eprintln!(
            "extract: {input}: cut short after {} bytes, limit {}",
            partial.bytes_read,
            json!(partial.limit)
        );
    }
    if article.verdict.kind != VerdictKind::Article {
        let verdict = &article.verdict;
        eprintln!("extract: {input}: not an article but {}: {}", json!(verdict.kind), verdict.reason);
    }
    let printed = match options.format {
        Format::Article(format) => format(&article),
        Format::Explanation => lines(&blocks),
    };
    match writeln!(io::stdout(), "{}", printed.trim_end()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::unreadable("<stdout>", &error))
        }
        _ => Ok(()),
    }
}

fn lines(blocks: &[Explained]) -> String {
    blocks.iter().map(|block| format!("{}\n", json!(block))).collect()
}

fn page(input: &str) -> Result<Page<'static>, Failure> {
    let limit = Limits::default().bytes;
    let bytes = match input {
        "<stdin>" => {
            read::read(io::stdin().lock(), input, limit, |error| Failure::unreadable(input, &error))?
        }
        _ if input.contains("://") => return fetch(input),
        _ => read::read_file(Path::new(input), limit)?,
    };
    Ok(Page::from_bytes(bytes))
}

#[cfg(feature = "fetch")]
fn fetch(url: &str) -> Result<Page<'static>, Failure> {
    let fetcher = tearsheet::Fetcher::builder().build();
    fetcher.and_then(|fetcher| fetcher.fetch_blocking(url)).map_err(|error| Failure::of(&error, url))
}

#[cfg(not(feature = "fetch"))]
fn fetch(url: &str) -> Result<Page<'static>, Failure> {
    let run = format!("cargo run --release --features fetch --example extract -- {url}");
    Err(Failure { kind: "setup", message: format!("{url}: this build does not fetch; run\n  {run}") })
}
