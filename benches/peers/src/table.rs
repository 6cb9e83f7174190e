//! The tables.

use crate::samples::{Row, Section};
use crate::versions;

/// Prints nanoseconds.
pub fn time(section: &Section<'_>) {
    println!(
        "{:40} {:>9} {:>9} {:>19} {:>9} {:>9}  pages",
        "CPU time", "best", "median", "rounds", "best", "worst"
    );
    println!(
        "{:40} {:>9} {:>9} {:>19} {:>9} {:>9}  failed",
        "", "ns/byte", "ns/byte", "ns/byte", "/ first", "ms"
    );
    for row in section.rows() {
        let rounds = match row.rounds.as_slice() {
            [least, .., most] => format!("{least:.2}–{most:.2}"),
            _ => String::new(),
        };
        println!(
            "{:40} {:>9.2} {:>9.2} {rounds:>19} {:>9.2} {:>9.1}  {}",
            title(&row),
            row.best,
            row.median(),
            row.ratio,
            row.most as f64 / 1e6,
            failed(&row)
        );
    }
}

/// Prints bytes.
pub fn memory(section: &Section<'_>) {
    println!(
        "{:40} {:>10} {:>10} {:>10} {:>10}  pages",
        "peak of the heap", "all pages", "worst page", "most", "all pages"
    );
    println!("{:40} {:>10} {:>10} {:>10} {:>10}  failed", "", "bytes/byte", "bytes/byte", "MB", "/ first");
    for row in section.rows() {
        println!(
            "{:40} {:>10.2} {:>10.1} {:>10.1} {:>10.2}  {}",
            title(&row),
            row.best,
            row.worst,
            row.most as f64 / 1e6,
            row.ratio,
            failed(&row)
        );
    }
}

fn title(row: &Row) -> String {
    let Row { way, .. } = row;
    format!("{} ({} {})", way.name, way.package, versions::of(way.package))
}

/// How many pages went wrong, and how.
fn failed(row: &Row) -> String {
    let [panics, deaths, waits] = row.failures;
    let counts =
        [(panics, "panicked"), (deaths, "died"), (waits, "without end"), (row.errors, "errors returned")];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    told.join(", ")
}
