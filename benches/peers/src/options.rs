//! The command line.

use std::path::{Path, PathBuf};
use std::time::Duration;

use lexopt::prelude::*;

use crate::ways::{self, Way};

const USAGE: &str = "parse|extract [FOLDER] [--every N] [--rounds N] [--patience SECONDS]";

/// What a started program is to do.
pub(crate) enum Command {
    /// Measure, by workers.
    Measure(Options),
    /// Be a worker.
    Work(&'static Way),
}

/// How to measure.
pub(crate) struct Options {
    /// The ways that are measured, in the tables that they are printed in.
    pub(crate) sections: &'static [&'static [Way]],
    /// Where the pages are.
    pub(crate) folder: PathBuf,
    /// How often each page goes each way.
    pub(crate) rounds: usize,
    /// Each how many-eth page is taken.
    pub(crate) every: usize,
    /// How long one run may take by the clock on the wall.
    pub(crate) patience: Duration,
}

/// Reads the command line.
pub(crate) fn read(rounds: usize) -> Result<Command, lexopt::Error> {
    let mut options =
        Options { sections: &[], folder: corpus(), rounds, every: 1, patience: Duration::from_secs(20) };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("rounds") => options.rounds = arguments.value()?.parse::<usize>()?.max(1),
            Long("every") => options.every = arguments.value()?.parse::<usize>()?.max(1),
            Long("patience") => options.patience = Duration::from_secs(arguments.value()?.parse()?),
            // How a program starts itself: not for the command line of people.
            Long("work") => {
                let name = arguments.value()?.string()?;
                let way = ways::find(&name).ok_or_else(|| format!("no way is named {name}"))?;
                return Ok(Command::Work(way));
            }
            Value(command) if options.sections.is_empty() && command == "parse" => {
                options.sections = &ways::PARSE;
            }
            Value(command) if options.sections.is_empty() && command == "extract" => {
                options.sections = &ways::EXTRACT;
            }
            Value(folder) if !options.sections.is_empty() => options.folder = folder.into(),
            _ => return Err(USAGE.into()),
        }
    }
    if options.sections.is_empty() { Err(USAGE.into()) } else { Ok(Command::Measure(options)) }
}

/// The corpus beside the repository where it is there, else the repository's own pages.
fn corpus() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpus = root.join("../shared/corpus");
    if corpus.is_dir() { corpus } else { root.join("fixtures") }
}
