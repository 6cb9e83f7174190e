//! Tells tables of data from tables that lay the page out.

use super::blocks::{Block, Container, ContainerId, Cut};
use super::features::Features;
use crate::html::Name;

/// Average length of a cell, in characters, from which on a table lays out text rather than holding data.
const LONG_CELL: f32 = 120.0;

/// The nearest table around a block, below `top`, if it is one of data.
pub(crate) fn data_table(
    cut: &Cut,
    features: &Features,
    block: &Block,
    top: ContainerId,
) -> Option<ContainerId> {
    let (id, table) = cut
        .around(block.container)
        .take_while(|&(id, _)| id != top)
        .find(|(_, container)| container.name == Name::TABLE)?;
    is_data(cut, features, id, table).then_some(id)
}

fn is_data(cut: &Cut, features: &Features, id: ContainerId, table: &Container) -> bool {
    let inside = inside(cut, id);
    // A table that holds tables lays them out.
    if inside.iter().any(|container| container.name == Name::TABLE) {
        return false;
    }
    let heads = inside.iter().filter(|container| container.name == Name::TH).count();
    let cells = heads + inside.iter().filter(|container| container.name == Name::TD).count();
    let rows = inside.iter().filter(|container| container.name == Name::TR).count();
    let text = &features.containers[id as usize];
    let blocks = (table.end - table.first).max(1) as f32;
    rows >= 2
        && cells >= 2 * rows
        && text.linked < 0.5 * text.length
        && (text.length / blocks < LONG_CELL || heads >= 2)
}

/// The containers inside a container, in document order.
pub(crate) fn inside(cut: &Cut, id: ContainerId) -> &[Container] {
    let depth = cut.containers[id as usize].depth;
    let after = cut.containers.get(id as usize + 1..).unwrap_or(&[]);
    let end = after.iter().position(|container| container.depth <= depth).unwrap_or(after.len());
    &after[..end]
}
