//! How the time grows with the size of hostile pages: `cargo bench --bench hostile -- [NAME]`.
//!
//! Every shape of `tests/pathological` (or those whose name contains NAME) at 5,000, 10,000 and 20,000 repeats, without
//! a time limit. Twice the size should take twice the time: a last column near 4 is a defect, unless `parse` alone
//! shows it too, and it is one of html5ever's.

// A program talks to the terminal.
#![allow(clippy::print_stdout)]

#[path = "../tests/pathological/shapes.rs"]
mod shapes;

use std::hint::black_box;
use std::time::Instant;

use tearsheet::{Extractor, Limits, Page};

const SIZES: [usize; 3] = [5_000, 10_000, 20_000];

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let limits = Limits { time: None, ..Limits::default() };
    let extractor = Extractor::builder().limits(limits).build();
    println!("{:30} {:>9} {:>26} {:>26} {:>7}", "", "", "parse, ms", "extract, ms", "growth");
    for (name, shape) in shapes::SHAPES.iter().filter(|(name, _)| name.contains(&wanted)) {
        let pages = SIZES.map(|size| Page::from_text(shape(size)));
        let bytes = shape(SIZES[2]).len();
        let parse = pages.each_ref().map(|page| fastest(|| drop(black_box(page.tree(&limits)))));
        let extract = pages.each_ref().map(|page| fastest(|| drop(black_box(extractor.extract(page)))));
        println!(
            "{name:30} {bytes:>9} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>7.1}",
            parse[0],
            parse[1],
            parse[2],
            extract[0],
            extract[1],
            extract[2],
            extract[2] / extract[1].max(0.1),
        );
    }
}

/// The fastest of three, in milliseconds.
fn fastest(work: impl Fn()) -> f64 {
    let time = || {
        let started = Instant::now();
        work();
        started.elapsed().as_secs_f64() * 1e3
    };
    (0..3).map(|_| time()).fold(f64::INFINITY, f64::min)
}
