//! All pages, all ways, all rounds.

use std::io;
use std::path::PathBuf;

use crate::options::Options;
use crate::samples::{Cell, Samples};
use crate::ways::Way;
use crate::workers::Worker;

/// Pages between two words on how far it is.
const PROGRESS: usize = 200;

/// Sends each page all ways in turn before the next page is read, in each round beginning with another way:
/// whatever else the machine does meets all alike.
pub(crate) fn samples(pages: &[PathBuf], ways: &[&'static Way], options: &Options) -> io::Result<Samples> {
    pin();
    let mut workers = ways.iter().map(|way| Worker::start(way)).collect::<io::Result<Vec<_>>>()?;
    let mut samples = Samples::default();
    for (at, page) in pages.iter().enumerate() {
        let mut bytes = 0;
        for worker in &mut workers {
            bytes = worker.read(page)?;
        }
        samples.bytes.push(bytes);
        samples.cells.push(rounds(&mut workers, options)?);
        if (at + 1) % PROGRESS == 0 {
            eprintln!("{} of {} pages", at + 1, pages.len());
        }
    }
    Ok(samples)
}

/// Keeps this program and its workers on one core, where the system allows it: the cores of a machine differ by what
/// else runs on them, and a worker that stays on another one would be told apart by that.
fn pin() {
    if let Some(core) = core_affinity::get_core_ids().and_then(|cores| cores.last().copied()) {
        core_affinity::set_for_current(core);
    }
}

/// One page, all ways, in all rounds. A way that fails on a page does not go on with it.
fn rounds(workers: &mut [Worker], options: &Options) -> io::Result<Vec<Cell>> {
    let mut cells = vec![Cell::default(); workers.len()];
    for round in 0..options.rounds {
        for place in 0..workers.len() {
            let at = (place + round) % workers.len();
            let (Some(worker), Some(cell)) = (workers.get_mut(at), cells.get_mut(at)) else { continue };
            if cell.failure.is_none() {
                match worker.run(options.patience)? {
                    Ok(run) => {
                        cell.rounds.push(run.took);
                        cell.given = run.given;
                    }
                    Err(failure) => cell.failure = Some(failure),
                }
            }
        }
    }
    Ok(cells)
}
