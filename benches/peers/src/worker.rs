//! A process that sends pages one way, as it is told on its standard input.
//!
//! | line in | line out |
//! | --- | --- |
//! | the path of a page | its bytes, as UTF-8 |
//! | an empty line | what a run over that page took, and whether the peer gave a result: `1834 true` |
//!
//! A worker ends with its input. It may also end by a panic or a signal, which says what became of the page.

use std::io::{self, BufRead, Write};
use std::path::Path;

use crate::pages;
use crate::ways::Way;

/// Works until there is no more to do.
pub(crate) fn work(way: &Way, measure: fn(&mut dyn FnMut()) -> u64) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut text = String::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.is_empty() {
            warm(&text);
            let mut given = false;
            let took = measure(&mut || given = (way.run)(&text));
            writeln!(out, "{took} {given}")?;
        } else {
            text = pages::text(Path::new(&line))?;
            writeln!(out, "{}", text.len())?;
        }
        out.flush()?;
    }
    Ok(())
}

/// Brings the text near: other workers have run since this one did, which is no part of what is measured.
fn warm(text: &str) {
    std::hint::black_box(text.bytes().map(u64::from).sum::<u64>());
}
