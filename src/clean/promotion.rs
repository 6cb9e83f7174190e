//! What a site says in its own interest around the article: share, subscribe, read more.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};

/// Share and follow buttons: labels, no prose.
pub(super) fn share(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let named = subject.looks.is(Kinds::SHARE);
    let small = own.text < 400 && page.prose_percent(own) < 5;
    (named && small && !own.holds(Statistics::HEADLINE | Statistics::ARTICLE)).then_some(Rule::Share)
}

/// Newsletters, subscriptions, applications.
pub(super) fn subscribe(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let named = subject.looks.is(Kinds::SUBSCRIBE);
    let small = own.text < 1500 && page.prose_percent(own) < 20;
    (named && small && !own.holds(Statistics::HEADLINE | Statistics::ARTICLE)).then_some(Rule::Subscribe)
}

/// Other stories: related, recommended, popular, latest; teaser exchanges.
pub(super) fn promotion(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let (looks, own) = (&subject.looks, subject.own);
    if own.holds(Statistics::HEADLINE) {
        return None;
    }
    let share = page.prose_percent(own);
    let marked = looks.is(Kinds::EXCHANGE) && share < 30
        || looks.is(Kinds::RELATED) && share < 25
        || looks.is(Kinds::PROMO) && share < 10 && own.text * 4 < page.total.text
        || looks.is(Kinds::READ_MORE) && own.prose == 0 && own.text < 300;
    marked.then_some(Rule::Promotion)
}
