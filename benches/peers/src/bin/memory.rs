//! Heap of parsers and extractors: `cargo run --release --bin memory -- parse` or `extract`.

use std::alloc::System;
use std::process::ExitCode;

use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait};
use peers::{Measure, table};

/// Counts what is allocated at one time. A block that grows is counted once, with its new size.
#[global_allocator]
static HEAP: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    // Two, and the lesser counts: what a library sets up once for all pages falls to the first page that needs it.
    peers::start(&Measure { of: peak, print: table::memory, rounds: 2 })
}

/// The most bytes that were allocated at one time, beyond those that were before.
fn peak(run: &mut dyn FnMut()) -> u64 {
    HEAP.reset_peak_memory();
    run();
    HEAP.get_peak_memory() as u64
}
