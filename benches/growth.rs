//! What hostile pages cost, counted and not timed: `cargo bench --bench growth -- [NAME [REPEATS]]`.
//!
//! Every shape of `tests/pathological` (or those whose name contains NAME) goes the whole way from bytes to renderings, or
//! as plain text to its quotations, with its piece N times (REPEATS) and 4 N times. The program runs itself under
//! valgrind's callgrind, which counts instructions: no machine and no load changes what comes out. It fails where a
//! shape's cost grows too fast, and names the shape. Without valgrind it fails too, and says so.

// A program talks to the terminal, and stops where what it needs is not there.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, clippy::panic)]

#[path = "../tests/pathological/shapes/mod.rs"]
mod shapes;

use std::hint::black_box;
use std::process::{Child, Command, ExitCode, Stdio};
use std::{env, fs, thread};

use tearsheet::{Extractor, Limits, Page, quotes};

/// How often as much 4 N repeats may cost as N: 4 is linear, 16 square. Linear shapes come to 3 to 5, one near 6 at this size.
const MOST: f64 = 6.0;

/// N: few enough that all shapes are counted in a minute or two.
const REPEATS: &str = "250";

/// Instructions that are none: pages differ by so many for reasons that are no growth.
const LEAST: u64 = 100_000;

/// What the program is called with to be counted, before NAME, REPEATS, its part of the shapes and the number of parts.
const COUNTED: &str = "--counted";

/// A shape, what is done with it, and how many times as often its piece is repeated.
type Work = (&'static str, fn(usize) -> String, fn(&str), usize);

fn works(name: &str) -> Vec<Work> {
    // Past the limits of depth and attributes at N already: within them the tree builder's work is square.
    let markup = shapes::markup().map(|&(name, shape)| (name, shape, page as fn(&str), 4));
    let pages = shapes::pages().map(|&(name, shape)| (name, shape, page as fn(&str), 1));
    let texts = shapes::texts().map(|&(name, shape)| (name, shape, text as fn(&str), 1));
    markup.chain(pages).chain(texts).filter(|(known, ..)| known.contains(name)).collect()
}

fn page(shape: &str) {
    let limits = Limits { time: None, ..Limits::default() };
    let extractor = Extractor::builder().limits(limits).provenance(true).build();
    let page = Page::from_bytes(shapes::in_an_article(shape).into_bytes()).url("https://daily.example/rain");
    // A page of U+0000 is refused.
    if let Ok(article) = extractor.extract(&page) {
        black_box((article.to_text(), article.to_markdown(), article.to_html(), article.to_json()));
    }
}

fn text(shape: &str) {
    black_box(quotes::find(shape, None));
}

/// Callgrind counts what happens in here, and knows it by its name.
#[inline(never)]
fn counted(work: fn(&str), shape: &str) {
    work(black_box(shape));
    black_box(());
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [COUNTED, name, repeats, part, parts] => run(name, number(repeats), number(part), number(parts)),
        [] => count("", REPEATS),
        [name] => count(name, REPEATS),
        [name, repeats] => count(name, repeats),
        _ => panic!("usage: growth [NAME [REPEATS]]"),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("REPEATS is a number")
}

/// Does the work of one part of the shapes, to be counted: each without its piece, with it, and with four times as many.
fn run(name: &str, repeats: usize, part: usize, parts: usize) -> ExitCode {
    // What is made at the first use of all is no part of a shape's cost.
    works("quotes").iter().for_each(|(_, shape, work, _)| work(&shape(1)));
    for (_, shape, work, times) in works(name).into_iter().skip(part).step_by(parts) {
        for size in [0, times * repeats, times * 4 * repeats] {
            counted(work, &shape(size));
        }
    }
    ExitCode::SUCCESS
}

/// Counts, prints and judges.
fn count(name: &str, repeats: &str) -> ExitCode {
    let works = works(name);
    let parts = thread::available_parallelism().map_or(1, usize::from).clamp(1, works.len().max(1));
    let folder = env::temp_dir().join(format!("growth-{}", std::process::id()));
    fs::create_dir(&folder).expect("a folder for the counts");
    let start = |part: usize| {
        let out = folder.join(part.to_string());
        let child = Command::new("valgrind")
            .args(["--tool=callgrind", "--combine-dumps=yes"])
            // Counts inside of it alone, and writes down what it counted before it counts anew.
            .args(["--toggle-collect=growth::counted", "--dump-before=growth::counted"])
            .arg(format!("--callgrind-out-file={}", out.display()))
            .arg(env::current_exe().expect("the program's own path"))
            .args([COUNTED, name, repeats, &part.to_string(), &parts.to_string()])
            .stderr(Stdio::null())
            .spawn();
        (child, out)
    };
    let children: Vec<_> = (0..parts).map(start).collect();
    let mut counts = Vec::new();
    for (child, out) in children {
        if !child.and_then(|mut child: Child| child.wait()).is_ok_and(|status| status.success()) {
            eprintln!("valgrind failed, or is not installed");
            return ExitCode::FAILURE;
        }
        counts.push(totals(&fs::read_to_string(out).expect("counts")));
    }
    fs::remove_dir_all(&folder).expect("the folder of the counts");

    let mut failed = 0;
    println!("{:45} {:>8} {:>14} {:>6}", "", "bytes", "instructions", "growth");
    for (index, (name, shape, _, times)) in works.iter().enumerate() {
        let [nothing, once, four] = counts[index % parts][3 * (index / parts)..][..3] else {
            panic!("{name}: no count")
        };
        let bytes = shape(times * 4 * number(repeats)).len();
        let growth = four.saturating_sub(nothing) as f64 / once.saturating_sub(nothing).max(LEAST) as f64;
        let verdict = if growth > MOST { "  too fast" } else { "" };
        println!("{name:45} {bytes:>8} {four:>14} {growth:>6.1}{verdict}");
        failed += u32::from(growth > MOST);
    }
    println!("{} shapes, {failed} of them grow too fast", works.len());
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The counts of a file of callgrind's: one a call, behind what was counted before the first.
fn totals(text: &str) -> Vec<u64> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("totals: "));
    lines.skip(1).map(|line| line.trim().parse().expect("a count")).collect()
}
