//! Work on many threads, with results in the order of the inputs.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Inputs on the way at a time, for each thread: enough to keep working behind one slow page, few enough that
/// memory stays bounded.
const WINDOW: usize = 16;

/// Calls `work` for every input on `threads` threads, and `done` for every result on this one, in input order.
///
/// Between an input's being taken and its result's being handed to `done` there are at most [`WINDOW`] inputs a
/// thread. Stops at the first error of `done`.
pub(crate) fn in_order<I: Send, R: Send>(
    inputs: impl Iterator<Item = I> + Send,
    threads: usize,
    work: impl Fn(I) -> R + Sync,
    mut done: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let (results, arrived) = mpsc::channel();
    // An input is taken against a ticket, which comes back when the result has been handed on.
    let (tickets, free) = mpsc::channel();
    for _ in 0..threads * WINDOW {
        let _ = tickets.send(());
    }
    let source = Mutex::new((inputs.enumerate(), free));
    thread::scope(|scope| {
        for _ in 0..threads {
            let (results, source, work) = (results.clone(), &source, &work);
            scope.spawn(move || {
                loop {
                    let next = {
                        let mut source = source.lock().unwrap_or_else(PoisonError::into_inner);
                        // Without the other end, the writer has stopped.
                        if source.1.recv().is_err() {
                            return;
                        }
                        source.0.next()
                    };
                    let Some((place, input)) = next else { return };
                    if results.send((place, work(input))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(results);
        let outcome = write(&arrived, &tickets, &mut done);
        // The threads stop at their next ticket or result.
        drop(tickets);
        drop(arrived);
        outcome
    })
}

fn write<R>(
    arrived: &mpsc::Receiver<(usize, R)>,
    tickets: &mpsc::Sender<()>,
    done: &mut impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut place = 0;
    for (at, result) in arrived {
        waiting.insert(at, result);
        while let Some(result) = waiting.remove(&place) {
            done(result)?;
            place += 1;
            // Where no thread is left to take it, there is no input left either.
            let _ = tickets.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_and_none_is_lost() {
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let work = |n: usize| {
                // Uneven work, so that later inputs are ready first.
                (0..(n * 7919) % 5000).fold(n, |sum, _| std::hint::black_box(sum))
            };
            in_order(0..1000, threads, work, |n| {
                seen.push(n);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, (0..1000).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn no_more_than_the_window_is_on_the_way() {
        let taken = AtomicUsize::new(0);
        let mut written = 0;
        let inputs = (0..2000).inspect(|_| {
            taken.fetch_add(1, Ordering::SeqCst);
        });
        in_order(
            inputs,
            3,
            |n| n,
            |_| {
                assert!(taken.load(Ordering::SeqCst) <= written + 3 * WINDOW);
                written += 1;
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(written, 2000);
    }

    #[test]
    fn an_error_of_the_writer_ends_the_run() {
        let mut written = 0;
        let outcome = in_order(
            0..,
            2,
            |n: u64| n,
            |_| {
                written += 1;
                if written == 100 { Err(io::Error::other("disk full")) } else { Ok(()) }
            },
        );
        assert_eq!(outcome.unwrap_err().to_string(), "disk full");
        assert_eq!(written, 100);
    }
}
