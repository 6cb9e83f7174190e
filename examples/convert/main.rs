//! Converts many pages to JSON lines: `convert INPUT -o OUT.jsonl [--threads N] [--no-progress]`.
//!
//! One line an input, in input order, errors as lines:
//! `{"id", "path", "url", "article", "error": {"kind", "message"} | null, "seconds"}`.

// Talking to the terminal is what a program does, and a library does not.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod inputs;
mod line;
mod order;
mod read;

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use lexopt::prelude::*;
use tearsheet::{Extractor, Limits};

use inputs::Inputs;
use line::Line;
use read::Failure;

const USAGE: &str = "\
usage: convert INPUT -o OUT.jsonl [--threads N] [--no-progress]

INPUT is a folder (its .html, .htm and .xhtml files, also as .gz, in all folders below)
or a manifest, JSON lines {\"id\", \"path\", \"url\"} with paths relative to the manifest.
-o, --output   the file to write, or - for standard output
--threads      how many threads; as many as there are cores unless told otherwise
--no-progress  no progress bar, which is shown on a terminal only";

struct Options {
    input: PathBuf,
    output: PathBuf,
    threads: usize,
    progress: bool,
}

#[derive(Default)]
struct Tally {
    pages: u64,
    errors: u64,
    bytes: u64,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("convert: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let opened = inputs(&options).and_then(|inputs| Ok((inputs, output(&options.output)?)));
    let (inputs, output) = match opened {
        Ok(opened) => opened,
        Err(failure) => {
            eprintln!("convert: {}", failure.message);
            return ExitCode::from(2);
        }
    };
    match run(&options, inputs, output) {
        Ok(tally) if tally.errors == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("convert: {}: {error}", options.output.display());
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Option<Options>, lexopt::Error> {
    let (mut input, mut output, mut progress) = (None, None, true);
    let mut threads = thread::available_parallelism().map_or(1, usize::from);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Short('o') | Long("output") => output = Some(PathBuf::from(arguments.value()?)),
            Long("threads") => {
                threads = arguments.value()?.parse()?;
                if !(1..=1024).contains(&threads) {
                    return Err("--threads takes a number from 1 to 1024".into());
                }
            }
            Long("no-progress") => progress = false,
            Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
            _ => return Err(argument.unexpected()),
        }
    }
    let input = input.ok_or("no INPUT given")?;
    let output = output.ok_or("no output given: -o OUT.jsonl, or -o - for standard output")?;
    Ok(Some(Options { input, output, threads, progress }))
}

fn inputs(options: &Options) -> Result<Inputs, Failure> {
    let inputs = Inputs::open(&options.input)?;
    let (input, output) = (fs::canonicalize(&options.input), fs::canonicalize(&options.output));
    let refuse =
        |reason: &str| Failure { kind: "usage", message: format!("{}: {reason}", options.input.display()) };
    match &inputs {
        _ if output.is_ok_and(|output| input.is_ok_and(|input| input == output)) => {
            Err(refuse("is the output too, and would be overwritten"))
        }
        Inputs::Folder(pages) if pages.len() == 0 => {
            Err(refuse("no .html, .htm or .xhtml file in this folder"))
        }
        _ => Ok(inputs),
    }
}

fn output(path: &Path) -> Result<Box<dyn Write>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdout().lock()));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let file = fs::create_dir_all(folder).and_then(|()| File::create(path));
    let file = file.map_err(|error| Failure::unreadable(&path.to_string_lossy(), &error))?;
    Ok(Box::new(BufWriter::new(file)))
}

fn run(options: &Options, inputs: Inputs, mut output: Box<dyn Write>) -> io::Result<Tally> {
    let limits = Limits::default();
    let extractor = Extractor::builder().limits(limits).build();
    let started = Instant::now();
    let bar = bar(options, &inputs);
    let mut tally = Tally::default();
    order::in_order(
        inputs,
        options.threads,
        |input| Line::of(&input, limits.bytes, &|page| extractor.extract(page)),
        |line| {
            tally.pages += 1;
            tally.errors += u64::from(line.failed);
            tally.bytes += line.bytes as u64;
            bar.inc(1);
            output.write_all(line.json.as_bytes())?;
            output.write_all(b"\n")
        },
    )?;
    output.flush()?;
    bar.finish_and_clear();
    let seconds = started.elapsed().as_secs_f64();
    let rate = tally.bytes as f64 / 1e6 / seconds.max(1e-9);
    let Tally { pages, errors, .. } = tally;
    eprintln!(
        "{pages} pages, {errors} errors, {seconds:.1} s, {rate:.1} MB/s on {} threads",
        options.threads
    );
    Ok(tally)
}

/// A bar on a terminal; elsewhere, and where the output itself goes to the terminal, one that isn't drawn.
fn bar(options: &Options, inputs: &Inputs) -> ProgressBar {
    let crossed = options.output == Path::new("-") && io::stdout().is_terminal();
    if !options.progress || crossed || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} pages  {per_sec}  {eta} left");
    let bar = ProgressBar::new(inputs.total().unwrap_or(0));
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
