//! The cells of a table in their columns, for formats that have no cells over several of them.

use super::is_blank_row;
use crate::article::{Cell, Row};

/// How many empty places cells that reach over several may add, for each cell that is there.
const ADDED: usize = 4;

/// The rows that show something, with every cell in its column; `None` where a cell before or above reaches.
///
/// Rows are as long as their last cell. Cells that would swell the table beyond bounds reach over one column and row.
pub(super) fn grid(rows: &[Row]) -> Vec<Vec<Option<&Cell>>> {
    let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
    let mut left = 64 + ADDED * cells;
    // For each column the rows, from the next on, that a cell above reaches over.
    let mut reached: Vec<u16> = Vec::new();
    let mut out = Vec::new();
    for row in rows.iter().filter(|row| !is_blank_row(row)) {
        let mut line = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            while left > 0 && take_one(&mut reached, line.len()) {
                left -= 1;
                line.push(None);
            }
            let place = line.len();
            line.push(Some(cell));
            let more = usize::from(cell.columns.max(1)) - 1;
            if more <= left {
                left -= more;
                line.resize(line.len() + more, None);
            }
            if cell.rows > 1 {
                if reached.len() < line.len() {
                    reached.resize(line.len(), 0);
                }
                for column in reached.iter_mut().take(line.len()).skip(place) {
                    *column = cell.rows - 1;
                }
            }
        }
        // What reaches beyond the last cell.
        for column in line.len()..reached.len() {
            take_one(&mut reached, column);
        }
        out.push(line);
    }
    out
}

fn take_one(reached: &mut [u16], column: usize) -> bool {
    match reached.get_mut(column) {
        Some(rows) if *rows > 0 => {
            *rows -= 1;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Span;

    fn cell(text: &str, columns: u16, rows: u16) -> Cell {
        Cell { columns, rows, ..Cell::new(false, vec![Span::plain(text)]) }
    }

    fn shown(rows: &[Row]) -> Vec<String> {
        let text = |cell: &Option<&Cell>| cell.map_or("-".to_owned(), |cell| cell.spans[0].text.clone());
        grid(rows).iter().map(|row| row.iter().map(text).collect()).collect()
    }

    #[test]
    fn cells_stand_in_their_columns() {
        let rows = [
            Row::new(vec![cell("a", 2, 1), cell("b", 1, 2)]),
            Row::new(vec![cell("c", 1, 3), cell("d", 1, 1)]),
            Row::new(vec![cell("e", 1, 1), cell("f", 1, 1)]),
            Row::new(vec![cell("g", 1, 1)]),
            Row::new(vec![cell("h", 0, 0), cell("i", 1, 1)]),
        ];
        assert_eq!(shown(&rows), ["a-b", "cd", "-ef", "-g", "hi"]);
    }

    #[test]
    fn wide_cells_can_t_swell_a_table() {
        let rows: Vec<Row> = (0..500).map(|_| Row::new(vec![cell("x", 1000, 1000)])).collect();
        let places: usize = grid(&rows).iter().map(Vec::len).sum();
        assert!(places < 500 * (ADDED + 2) + 64, "{places}");
    }
}
