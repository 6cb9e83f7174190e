//! How long extraction takes beside a bare parse: `cargo bench --bench ratios -- [FOLDER] [--rounds N] [--every N]`.
//!
//! FOLDER holds pages (`.html`, `.html.gz`); without one, `../shared/corpus` where it is there, else the fixtures.
//! `--every 10` takes each tenth page. On one thread, each page goes all ways in turn before the next page is read, in
//! as many rounds as asked for (5), each beginning with another way: whatever else the machine does meets all alike.
//! The fastest round of each page is added up as `best`, and the rounds as a whole give `median`.

// A program talks to the terminal.
#![allow(clippy::print_stdout)]

mod pages;

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lexopt::prelude::*;
use pages::WAYS;

struct Options {
    folder: PathBuf,
    rounds: usize,
    every: usize,
}

/// What one way took.
struct Times {
    best: Duration,
    rounds: Vec<Duration>,
    panics: usize,
}

fn main() -> Result<(), lexopt::Error> {
    let options = options()?;
    let paths = pages::below(&options.folder)
        .map_err(|error| lexopt::Error::Custom(format!("{}: {error}", options.folder.display()).into()))?;
    let paths: Vec<PathBuf> = paths.into_iter().step_by(options.every).collect();
    // `readability` may panic, which is told at the end.
    std::panic::set_hook(Box::new(|_| {}));
    let mut times =
        WAYS.map(|_| Times { best: Duration::ZERO, rounds: vec![Duration::ZERO; options.rounds], panics: 0 });
    let (mut read, mut bytes) = (0_usize, 0_usize);
    for text in paths.iter().flat_map(|path| pages::text(path)) {
        read += 1;
        bytes += text.len();
        measure(&text, options.rounds, &mut times);
    }
    println!(
        "{read} pages, {:.1} MB, {} rounds, from {}",
        bytes as f64 / 1e6,
        options.rounds,
        options.folder.display()
    );
    print(&times, bytes);
    Ok(())
}

fn options() -> Result<Options, lexopt::Error> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("../shared/corpus");
    let folder = if corpus.is_dir() { corpus } else { pages::fixtures() };
    let mut options = Options { folder, rounds: 5, every: 1 };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            // Cargo's own.
            Long("bench") => {}
            Long("rounds") => options.rounds = arguments.value()?.parse::<usize>()?.max(1),
            Long("every") => options.every = arguments.value()?.parse::<usize>()?.max(1),
            Value(folder) => options.folder = folder.into(),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(options)
}

/// Sends a page all ways, in every round.
fn measure(text: &str, rounds: usize, times: &mut [Times; WAYS.len()]) {
    let mut best = [Duration::MAX; WAYS.len()];
    for round in 0..rounds {
        for place in 0..WAYS.len() {
            let at = (place + round) % WAYS.len();
            let started = Instant::now();
            let outcome = catch_unwind(|| WAYS[at].1(text));
            let took = started.elapsed();
            best[at] = best[at].min(took);
            times[at].rounds[round] += took;
            times[at].panics += usize::from(outcome.is_err() && round == 0);
        }
    }
    for (time, best) in times.iter_mut().zip(best) {
        time.best += best;
    }
}

fn print(times: &[Times; WAYS.len()], bytes: usize) {
    let per_byte = |time: Duration| time.as_secs_f64() * 1e9 / bytes.max(1) as f64;
    let against = |time: Duration, base: Duration| time.as_secs_f64() / base.as_secs_f64().max(1e-12);
    println!("{:20} {:>10} {:>10} {:>10} {:>12} {:>12}", "", "best", "median", "best", "best", "median");
    println!(
        "{:20} {:>10} {:>10} {:>10} {:>12} {:>12}",
        "", "ns/byte", "ns/byte", "MB/s", "/ scraper", "/ scraper"
    );
    let scraper = &times[0];
    for ((name, _), time) in WAYS.iter().zip(times) {
        let ratios = time.rounds.iter().zip(&scraper.rounds).map(|(&time, &base)| against(time, base));
        let panics =
            if time.panics == 0 { String::new() } else { format!("  ({} pages panicked)", time.panics) };
        println!(
            "{name:20} {:>10.2} {:>10.2} {:>10.1} {:>12.2} {:>12.2}{panics}",
            per_byte(time.best),
            median(time.rounds.iter().map(|&time| per_byte(time))),
            1e3 / per_byte(time.best).max(1e-12),
            against(time.best, scraper.best),
            median(ratios),
        );
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 }
}
