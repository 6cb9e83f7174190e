//! Calendars, weather, tickers, polls.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};
use crate::html::{Name, NodeId, Tree};

pub(super) fn widget(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let named = subject.looks.is(Kinds::CALENDAR | Kinds::WIDGET) && own.text < 1500;
    let small = page.prose_percent(own) < 5 && !own.holds(Statistics::HEADLINE | Statistics::ARTICLE);
    let marked =
        small && (named || subject.name == Name::TABLE && own.text < 400 && is_month(page.tree, subject.id));
    marked.then_some(Rule::Widget)
}

/// A month has 31 cells in six rows, and each may be a link around a few elements.
const NODES: usize = 600;

/// Whether a table is a sheet of a calendar: its cells hold the days 1 to 28, each once at least, and little else.
fn is_month(tree: &Tree, table: NodeId) -> bool {
    let (mut days, mut other) = (0_u32, 0);
    for id in tree.descendants(table).take(NODES) {
        let Some(text) = tree.text(id).map(str::trim).filter(|text| !text.is_empty()) else { continue };
        match text.parse::<u32>() {
            Ok(day @ 1..=31) => days |= 1 << day,
            _ => other += 1,
        }
    }
    days & 0x1fff_fffe == 0x1fff_fffe && other <= 20
}
