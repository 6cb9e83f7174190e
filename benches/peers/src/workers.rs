//! A worker as seen from the program that started it.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::ways::Way;

/// The exit code of a Rust program whose main thread has panicked.
const PANICKED: i32 = 101;

/// How a peer fails on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It panicked.
    Panic,
    /// Its process died: of its stack's end, an abort, or for want of memory.
    Death,
    /// It was not awaited any longer.
    Patience,
}

/// One run that came to its end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    /// What it took, as measured by the worker.
    pub(crate) took: u64,
    /// Whether the peer gave a result; if not, it returned an error.
    pub(crate) given: bool,
}

/// A process that sends pages one way.
pub(crate) struct Worker {
    way: &'static Way,
    child: Child,
    lines: Receiver<String>,
}

impl Worker {
    /// Starts this very program as a worker.
    pub(crate) fn start(way: &'static Way) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["--work", way.name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (sender, lines) = channel();
        if let Some(out) = child.stdout.take() {
            // Ends with the worker's output.
            thread::spawn(move || {
                BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
            });
        }
        Ok(Self { way, child, lines })
    }

    /// Has a page read, and gives its bytes.
    pub(crate) fn read(&mut self, page: &Path) -> io::Result<u64> {
        self.tell(&page.to_string_lossy())?;
        let bytes = self.lines.recv().ok().and_then(|line| line.parse().ok());
        bytes.ok_or_else(|| io::Error::other(format!("{} cannot be read", page.display())))
    }

    /// Has the page run. After a failure, a new worker stands in this one's place, without a page.
    pub(crate) fn run(&mut self, patience: Duration) -> io::Result<Result<Run, Failure>> {
        self.tell("")?;
        let failure = match self.lines.recv_timeout(patience) {
            Ok(line) => return run_in(&line).map(Ok).ok_or_else(|| io::ErrorKind::InvalidData.into()),
            Err(RecvTimeoutError::Timeout) => Failure::Patience,
            Err(RecvTimeoutError::Disconnected) if self.child.wait()?.code() == Some(PANICKED) => {
                Failure::Panic
            }
            Err(RecvTimeoutError::Disconnected) => Failure::Death,
        };
        *self = Self::start(self.way)?;
        Ok(Err(failure))
    }

    fn tell(&mut self, line: &str) -> io::Result<()> {
        self.child.stdin.as_mut().map_or(Ok(()), |input| writeln!(input, "{line}"))
    }
}

/// What a worker said of a run.
fn run_in(line: &str) -> Option<Run> {
    let (took, given) = line.split_once(' ')?;
    Some(Run { took: took.parse().ok()?, given: given == "true" })
}

impl Drop for Worker {
    /// Leaves no process behind.
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
