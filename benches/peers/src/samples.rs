//! What was measured, and what it comes to.

use crate::ways::Way;
use crate::workers::Failure;

/// One page on one way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// What each round took: nanoseconds or bytes.
    pub(crate) rounds: Vec<u64>,
    /// Whether the peer gave a result; if not, it returned an error, or failed.
    pub(crate) given: bool,
    /// How it failed, if it did.
    pub(crate) failure: Option<Failure>,
}

/// All that was measured.
#[derive(Debug, Default)]
pub struct Samples {
    /// The bytes of each page, as UTF-8.
    pub(crate) bytes: Vec<u64>,
    /// One row for each page, in it one cell for each way.
    pub(crate) cells: Vec<Vec<Cell>>,
}

impl Samples {
    /// Those of some ways that follow each other.
    pub(crate) fn section<'s>(&'s self, first: usize, ways: &'static [Way]) -> Section<'s> {
        Section { samples: self, first, ways }
    }
}

/// What is printed as one table: its first way is the one that others are compared with.
#[derive(Debug)]
pub struct Section<'s> {
    samples: &'s Samples,
    first: usize,
    ways: &'static [Way],
}

/// One line of a table. All but the counts is over the pages that the way has got through.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) way: &'static Way,
    /// The best round of each page, added up, per byte.
    pub(crate) best: f64,
    /// Each round, per byte, sorted.
    pub(crate) rounds: Vec<f64>,
    /// `best` over that of the first way, on the pages that both have got through.
    pub(crate) ratio: f64,
    /// The most per byte of any page, in its best round.
    pub(crate) worst: f64,
    /// The most of any page, in its best round.
    pub(crate) most: u64,
    /// Pages that an error was returned for.
    pub(crate) errors: usize,
    /// Pages that it panicked on, died on, and was not awaited on.
    pub(crate) failures: [usize; 3],
}

impl Section<'_> {
    /// The lines of the table.
    pub(crate) fn rows(&self) -> Vec<Row> {
        self.ways.iter().enumerate().map(|(at, way)| self.row(at, way)).collect()
    }

    fn row(&self, at: usize, way: &'static Way) -> Row {
        let done: Vec<(u64, &Cell)> = self.pages(at).filter(|(_, cell)| cell.failure.is_none()).collect();
        let bytes = done.iter().map(|(bytes, _)| bytes).sum();
        let rounds = done.iter().map(|(_, cell)| cell.rounds.len()).min().unwrap_or(0);
        let round = |round: usize| done.iter().filter_map(|(_, cell)| cell.rounds.get(round)).sum();
        let mut rounds: Vec<f64> = (0..rounds).map(|at| quotient(round(at), bytes)).collect();
        rounds.sort_by(f64::total_cmp);
        let failed = |kind| self.pages(at).filter(|(_, cell)| cell.failure == Some(kind)).count();
        Row {
            way,
            best: quotient(done.iter().map(|(_, cell)| best(cell)).sum(), bytes),
            rounds,
            ratio: self.ratio(at),
            worst: done.iter().map(|(bytes, cell)| quotient(best(cell), *bytes)).fold(0.0, f64::max),
            most: done.iter().map(|(_, cell)| best(cell)).max().unwrap_or(0),
            errors: done.iter().filter(|(_, cell)| !cell.given).count(),
            failures: [Failure::Panic, Failure::Death, Failure::Patience].map(failed),
        }
    }

    fn ratio(&self, at: usize) -> f64 {
        let both = self.pages(at).zip(self.pages(0)).map(|((_, cell), (_, base))| (cell, base));
        let (own, base) = both
            .filter(|(cell, base)| cell.failure.is_none() && base.failure.is_none())
            .fold((0, 0), |(own, all), (cell, base)| (own + best(cell), all + best(base)));
        quotient(own, base)
    }

    /// The bytes of each page, and what it took on one way.
    fn pages(&self, at: usize) -> impl Iterator<Item = (u64, &Cell)> {
        let cells = self.samples.cells.iter().filter_map(move |cells| cells.get(self.first + at));
        self.samples.bytes.iter().copied().zip(cells)
    }
}

impl Row {
    /// The round in the middle, per byte.
    pub(crate) fn median(&self) -> f64 {
        let middle = self.rounds.len() / 2;
        let at = |at: usize| self.rounds.get(at).copied().unwrap_or(0.0);
        if self.rounds.len() % 2 == 1 {
            at(middle)
        } else {
            (at(middle.saturating_sub(1)) + at(middle)) / 2.0
        }
    }
}

fn best(cell: &Cell) -> u64 {
    cell.rounds.iter().copied().min().unwrap_or(0)
}

fn quotient(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ways::TREES;

    /// Two pages of 10 and 30 bytes; the second way panics on the second.
    #[test]
    fn pages_that_failed_count_on_neither_side_of_a_ratio() {
        let cell = |rounds: &[u64], failure| Cell { rounds: rounds.to_vec(), given: true, failure };
        let samples = Samples {
            bytes: vec![10, 30],
            cells: vec![
                vec![cell(&[20, 10], None), cell(&[50, 40], None)],
                vec![cell(&[30, 60], None), cell(&[999], Some(Failure::Panic))],
            ],
        };
        let rows = samples.section(0, TREES.get(..2).unwrap_or(&[])).rows();
        assert_eq!((rows[0].best, rows[0].ratio, rows[0].failures), (1.0, 1.0, [0, 0, 0]));
        assert_eq!((rows[0].rounds.as_slice(), rows[0].median()), ([1.25, 1.75].as_slice(), 1.5));
        assert_eq!((rows[1].best, rows[1].ratio, rows[1].failures), (4.0, 4.0, [1, 0, 0]));
        assert_eq!((rows[1].worst, rows[1].most), (4.0, 40));
    }
}
