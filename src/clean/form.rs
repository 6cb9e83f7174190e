//! Controls and the forms around them.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};
use crate::html::Name;

pub(super) fn form(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let named =
        subject.looks.is(Kinds::LOGIN | Kinds::SEARCH) && own.holds(Statistics::CONTROL) && own.text < 400;
    let marked = match subject.name {
        Name::INPUT
        | Name::SELECT
        | Name::TEXTAREA
        | Name::OPTION
        | Name::DATALIST
        | Name::OPTGROUP
        | Name::KEYGEN => true,
        // A heading may be a button that unfolds its section, and so may a question.
        Name::BUTTON => {
            !subject.place.in_heading
                && own.text < 40
                && !own.holds(Statistics::HEADING | Statistics::PICTURE)
        }
        // Whole pages stand in a form (ASP.NET).
        Name::FORM => page.prose_percent(own) < 20 && !own.holds(Statistics::ARTICLE | Statistics::HEADLINE),
        Name::FIELDSET => own.prose == 0 && own.holds(Statistics::CONTROL),
        Name::SEARCH => own.prose == 0,
        _ => (named || subject.looks.role == "search") && own.prose == 0,
    };
    marked.then_some(Rule::Form)
}
