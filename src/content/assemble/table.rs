//! A table of data with all its cells, empty ones too.

use super::Assembly;
use super::spans::join;
use crate::article::{Block, Cell, Row};
use crate::content::blocks::{ContainerId, Holds};
use crate::content::tables::inside;
use crate::html::{Name, NodeId};

/// The most rows or columns that a cell reaches over. The standard allows 1000 columns.
const MOST: u16 = 1000;

impl Assembly<'_> {
    /// The table of this container.
    pub(super) fn table(&self, id: ContainerId) -> Block {
        let mut rows: Vec<Row> = Vec::new();
        let mut caption = None;
        for container in inside(self.cut, id) {
            match container.name {
                Name::CAPTION => {
                    let text = self.tree.text_content(container.node);
                    caption = Some(text).filter(|text| !text.is_empty());
                }
                Name::TR => rows.push(Row::default()),
                Name::TD | Name::TH => {
                    let mut cell = Cell::new(container.name == Name::TH, Vec::new());
                    cell.columns = self.reach(container.node, Name::COLSPAN);
                    cell.rows = self.reach(container.node, Name::ROWSPAN);
                    for index in container.first as usize..container.end as usize {
                        let block = &self.cut.blocks[index];
                        if block.holds == Holds::Text {
                            join(&mut cell.spans, self.spans(index), " ");
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
        Block::Table { caption: caption.or_else(|| self.figure_caption(id)), rows }
    }

    fn reach(&self, cell: NodeId, name: Name) -> u16 {
        let told = self.tree.attr(cell, name).and_then(|value| value.trim().parse::<u16>().ok());
        told.unwrap_or(1).clamp(1, MOST)
    }

    /// The caption of the figure that a table stands in.
    fn figure_caption(&self, id: ContainerId) -> Option<String> {
        let table = self.cut.containers[id as usize].node;
        let figure =
            self.tree.ancestors(table).take(3).find(|&above| self.tree.name(above) == Name::FIGURE)?;
        let caption = self.tree.children(figure).find(|&child| self.tree.name(child) == Name::FIGCAPTION)?;
        Some(self.tree.text_content(caption)).filter(|text| !text.is_empty())
    }
}
