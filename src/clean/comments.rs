//! What readers wrote below the article.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};

pub(super) fn comments(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let (looks, own) = (&subject.looks, subject.own);
    let named = looks.is(Kinds::COMMENTS_HOST | Kinds::COMMENTS);
    // Comments come last: what stands before most of the prose is the article's, or an empty counter.
    let late = own.before * 4 >= page.total.text || own.prose == 0;
    (named && late && !own.holds(Statistics::HEADLINE)).then_some(Rule::Comments)
}
