//! Slots of advertisements and sponsors.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};

pub(super) fn advertisement(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let named = subject.looks.is(Kinds::ADVERTISEMENT);
    (named && page.prose_percent(own) < 15 && !own.holds(Statistics::HEADLINE)).then_some(Rule::Advertisement)
}
