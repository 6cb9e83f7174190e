//! Measures tearsheet beside other Rust parsers and extractors, each in a process of its own.
//!
//! Two programs, the same commands: `peers` tells time, `memory` tells the peak of the heap, under an allocator
//! that counts. `parse` is tokenizers and trees, `extract` is whole extraction.
//!
//! The program that is started reads no page through any library. It starts itself once more for each way, as a
//! worker (`worker.rs`), and says to one worker at a time what to do: a peer that does not end is killed, and one
//! that panics or overflows its stack takes only itself down.

mod measure;
mod options;
#[path = "../../pages/files.rs"]
mod pages;
mod samples;
pub mod table;
mod versions;
mod ways;
mod worker;
mod workers;

use std::process::ExitCode;

use options::{Command, Options};
pub use samples::{Samples, Section};
use ways::Way;

/// What is measured of one run, and how it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Does what it is given, and says what that took.
    pub of: fn(&mut dyn FnMut()) -> u64,
    /// Prints the samples of one section.
    pub print: fn(&Section<'_>),
    /// Rounds, where the command line does not say.
    pub rounds: usize,
}

/// The whole of a program, but for what it measures.
#[must_use]
pub fn start(measure: &Measure) -> ExitCode {
    let done = match options::read(measure.rounds) {
        Ok(Command::Measure(options)) => run(&options, measure),
        Ok(Command::Work(way)) => worker::work(way, measure.of),
        Err(error) => Err(std::io::Error::other(error)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options, measure: &Measure) -> std::io::Result<()> {
    let mut pages = pages::below(&options.folder)?;
    pages = pages.into_iter().step_by(options.every).collect();
    let ways: Vec<&Way> = options.sections.iter().flat_map(|section| *section).collect();
    let samples = measure::samples(&pages, &ways, options)?;
    println!(
        "{} pages, {:.1} MB, {} rounds, from {}",
        samples.bytes.len(),
        samples.bytes.iter().sum::<u64>() as f64 / 1e6,
        options.rounds,
        options.folder.display()
    );
    let mut first = 0;
    for ways in options.sections {
        println!();
        (measure.print)(&samples.section(first, ways));
        first += ways.len();
    }
    Ok(())
}
