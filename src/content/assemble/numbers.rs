//! How a list is numbered (<https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element>).

use crate::article::{Block as Typed, Entry, Numbering};
use crate::html::{Name, NodeId, Tree};

/// The numbers of a list, and the one that comes next.
#[derive(Debug)]
pub(super) struct Numbers {
    ordered: bool,
    start: Option<u32>,
    reversed: bool,
    numbering: Option<Numbering>,
}

impl Numbers {
    pub(super) fn of(tree: &Tree, list: NodeId) -> Self {
        let ordered = tree.name(list) == Name::OL;
        let start = number(tree, list, Name::START).filter(|_| ordered);
        let reversed = ordered && tree.attr(list, Name::REVERSED).is_some();
        let numbering = tree.attr(list, Name::TYPE).filter(|_| ordered).and_then(|kind| match kind.trim() {
            "a" => Some(Numbering::SmallLetters),
            "A" => Some(Numbering::LargeLetters),
            "i" => Some(Numbering::SmallRoman),
            "I" => Some(Numbering::LargeRoman),
            _ => None,
        });
        Self { ordered, start: start.filter(|&start| reversed || start != 1), reversed, numbering }
    }

    /// The number that an item sets itself.
    pub(super) fn of_item(&self, tree: &Tree, item: NodeId) -> Option<u32> {
        number(tree, item, Name::VALUE).filter(|_| self.ordered)
    }

    /// The list of these items, which keep the numbers that do not follow from those before.
    pub(super) fn list(self, mut items: Vec<Entry>) -> Typed {
        let Self { ordered, start, reversed, numbering } = self;
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let mut next = Some(start.unwrap_or(if reversed { count } else { 1 }));
        for item in &mut items {
            item.number = item.number.filter(|&number| next != Some(number));
            let here = item.number.or(next);
            next = here.and_then(|here| if reversed { here.checked_sub(1) } else { here.checked_add(1) });
        }
        Typed::List { ordered, start, reversed, numbering, items }
    }
}

fn number(tree: &Tree, node: NodeId, name: Name) -> Option<u32> {
    tree.attr(node, name).and_then(|number| number.trim().parse().ok())
}
