//! CPU time of parsers and extractors: `cargo run --release -- parse` or `extract`.

use std::process::ExitCode;

use cpu_time::ThreadTime;
use peers::{Measure, table};

fn main() -> ExitCode {
    peers::start(&Measure { of: nanoseconds, print: table::time, rounds: 5 })
}

/// The time that this thread was on a processor.
fn nanoseconds(run: &mut dyn FnMut()) -> u64 {
    let started = ThreadTime::now();
    run();
    u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX)
}
