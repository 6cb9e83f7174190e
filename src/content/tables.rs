//! Tells tables of data from tables that lay the page out.

use super::blocks::{Container, ContainerId, Cut};
use super::features::ContainerFeatures;
use crate::html::Name;

/// Average length of a cell, in letters, from which on a table lays out text rather than holding data.
const LONG_CELL: f32 = 120.0;

/// What a table holds, tables inside it apart.
#[derive(Debug, Clone, Copy, Default)]
struct Census {
    rows: u32,
    cells: u32,
    heads: u32,
    /// A table that holds tables lays them out.
    tables: u32,
}

/// For each container the nearest table around it, if that is one of data. One pass, parents first.
pub(super) fn data_tables(cut: &Cut, features: &[ContainerFeatures]) -> Vec<Option<ContainerId>> {
    let mut nearest: Vec<Option<ContainerId>> = Vec::with_capacity(cut.containers.len());
    let mut census: Vec<(ContainerId, Census)> = Vec::new();
    let mut order = vec![0_usize; cut.containers.len()];
    for (id, container) in cut.containers.iter().enumerate() {
        let around = if id == 0 { None } else { nearest[container.parent as usize] };
        let own = (container.name == Name::TABLE).then_some(id as ContainerId);
        if let Some(table) = around {
            let (_, counts) = &mut census[order[table as usize]];
            match container.name {
                Name::TR => counts.rows += 1,
                Name::TD => counts.cells += 1,
                Name::TH => {
                    counts.cells += 1;
                    counts.heads += 1;
                }
                Name::TABLE => counts.tables += 1,
                _ => {}
            }
        }
        if let Some(table) = own {
            order[id] = census.len();
            census.push((table, Census::default()));
        }
        nearest.push(own.or(around));
    }
    for table in &mut nearest {
        *table = table.filter(|&id| {
            let (_, counts) = &census[order[id as usize]];
            is_data(&cut.containers[id as usize], &features[id as usize], counts)
        });
    }
    nearest
}

fn is_data(table: &Container, features: &ContainerFeatures, counts: &Census) -> bool {
    let blocks = (table.end - table.first).max(1) as f32;
    counts.tables == 0
        && counts.rows >= 2
        && counts.cells >= 2 * counts.rows
        && features.linked < 0.5 * features.length
        && (features.length / blocks < LONG_CELL || counts.heads >= 2)
}

/// The containers inside a container, in document order.
pub(super) fn inside(cut: &Cut, id: ContainerId) -> &[Container] {
    let depth = cut.containers[id as usize].depth;
    let after = cut.containers.get(id as usize + 1..).unwrap_or(&[]);
    let end = after.iter().position(|container| container.depth <= depth).unwrap_or(after.len());
    &after[..end]
}
