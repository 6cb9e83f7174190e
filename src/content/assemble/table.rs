//! A table of data with all its cells, empty ones too.

use super::Assembly;
use super::spans::join;
use crate::article::{Block, Cell, Row};
use crate::content::blocks::{ContainerId, Holds};
use crate::content::tables::inside;
use crate::html::Name;

impl Assembly<'_> {
    /// The table of this container.
    pub(super) fn table(&self, id: ContainerId) -> Block {
        let mut rows: Vec<Row> = Vec::new();
        for container in inside(self.cut, id) {
            match container.name {
                Name::TR => rows.push(Row::default()),
                Name::TD | Name::TH => {
                    let mut cell = Cell::new(container.name == Name::TH, Vec::new());
                    for block in &self.cut.blocks[container.first as usize..container.end as usize] {
                        if block.holds == Holds::Text {
                            join(&mut cell.spans, self.spans(block), " ");
                        }
                    }
                    match rows.last_mut() {
                        Some(row) => row.cells.push(cell),
                        None => rows.push(Row::new(vec![cell])),
                    }
                }
                _ => {}
            }
        }
        rows.retain(|row| row.cells.iter().any(|cell| !cell.spans.is_empty()));
        Block::Table { rows }
    }
}
