//! Lists and tables are decided as a whole.

use super::{Page, Reason};
use crate::content::blocks::{Block, ContainerId, Holds};
use crate::content::hints::Hints;
use crate::html::Name;

impl Page<'_> {
    /// A list belongs to the text where it is not mostly links and text is kept before or after it.
    pub(super) fn lists(&self, reasons: &mut [Reason]) {
        let range = self.range();
        let mut index = range.start;
        while index < range.end {
            if !self.features.blocks[index].in_list {
                index += 1;
                continue;
            }
            let Some(list) = self.list_around(&self.cut.blocks[index]) else {
                index += 1;
                continue;
            };
            let container = &self.cut.containers[list as usize];
            let (first, end) = (container.first as usize, (container.end as usize).min(range.end));
            let end = end.max(index + 1);
            if self.list_belongs(list, first, end, reasons) {
                for (reason, block) in reasons[first..end].iter_mut().zip(&self.cut.blocks[first..end]) {
                    if matches!(*reason, Reason::Short | Reason::Links | Reason::Meta | Reason::NamedMeta)
                        && block.holds == Holds::Text
                    {
                        *reason = Reason::ListItem;
                    }
                }
            } else {
                for reason in &mut reasons[first..end] {
                    if *reason == Reason::Text {
                        *reason = Reason::Links;
                    }
                }
            }
            index = end;
        }
    }

    /// The outermost list around a block, inside the chosen container.
    fn list_around(&self, block: &Block) -> Option<ContainerId> {
        self.cut
            .around(block.container)
            .take_while(|&(id, _)| id != self.chosen)
            .filter(|(_, container)| {
                matches!(container.name, Name::UL | Name::OL | Name::DL | Name::MENU | Name::DIR)
            })
            .last()
            .map(|(id, _)| id)
    }

    fn ends_with_colon(&self, index: usize) -> bool {
        let block = &self.cut.blocks[index];
        let pieces = self.cut.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        let last = pieces
            .iter()
            .rev()
            .filter_map(|piece| self.tree.text(piece.node))
            .find(|text| !text.trim().is_empty());
        last.is_some_and(|text| text.trim_end().ends_with([':', '：']))
    }

    fn list_belongs(&self, list: ContainerId, first: usize, end: usize, reasons: &[Reason]) -> bool {
        let features = &self.features.containers[list as usize];
        if features.length < 1.0 {
            return false;
        }
        let density = features.linked / features.length;
        let around = features.inherited.without_all(self.features.containers[self.chosen as usize].inherited);
        if around.has(Hints::BESIDE | Hints::META | Hints::COMMENTS) && features.good < 0.5 * features.length
        {
            return false;
        }
        // "Three things changed:" announces the list.
        if (self.range().start..first)
            .next_back()
            .is_some_and(|before| reasons[before].keeps() && self.ends_with_colon(before))
        {
            return true;
        }
        let items = (end - first).max(1) as f32;
        // Titles that are links, with summaries: other stories.
        let titles = features.linked_titles as f32;
        if titles >= 2.0 && titles >= 0.25 * items && features.good < 400.0 * titles {
            return false;
        }
        let near = |mut indices: std::iter::Take<Box<dyn Iterator<Item = usize> + '_>>| {
            indices.any(|index| reasons[index].keeps())
        };
        let range = self.range();
        let before: Box<dyn Iterator<Item = usize>> = Box::new((range.start..first).rev());
        let after: Box<dyn Iterator<Item = usize>> = Box::new(end..range.end);
        let surrounded = (near(before.take(3)), near(after.take(3)));
        match density {
            d if d > 0.7 => false,
            d if d > 0.4 => surrounded.0 && surrounded.1 && features.length / items > 40.0,
            _ => surrounded.0 || surrounded.1 || features.good > 0.5 * features.length,
        }
    }

    /// Cells of tables of data, and of layout tables that hold the text.
    pub(super) fn tables(&self, reasons: &mut [Reason]) {
        for index in self.range() {
            let features = &self.features.blocks[index];
            if !features.in_table || reasons[index] != Reason::Short {
                continue;
            }
            if features.is_good() {
                reasons[index] = Reason::Text;
            } else if features.link_density < 0.5 && self.in_data_table(index) {
                reasons[index] = Reason::Cell;
            }
        }
    }

    /// Whether the nearest table is one of data and inside the chosen container.
    fn in_data_table(&self, index: usize) -> bool {
        let table = self.features.data_tables[self.cut.blocks[index].container as usize];
        table.is_some_and(|table| table > self.chosen)
    }
}
