//! Ways to other pages: landmarks, menus, breadcrumbs, pagination, lists of links.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};
use crate::html::Name;

/// Landmarks by element or role.
pub(super) fn landmark(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let share = page.prose_percent(own);
    let marked = match (subject.name, subject.looks.role) {
        (Name::NAV, _) | (_, "navigation" | "menu" | "menubar" | "toolbar") => share < 20,
        (Name::HEADER, _) | (_, "banner") => {
            !subject.place.in_content()
                && share < 10
                && !own.holds(Statistics::HEADLINE | Statistics::ARTICLE)
        }
        (Name::FOOTER, _) | (_, "contentinfo") => {
            !subject.place.in_content()
                && share < 25
                && !own.holds(Statistics::HEADLINE | Statistics::ARTICLE)
        }
        (Name::MENU, _) => own.prose == 0 && own.link_percent() > 50,
        _ => false,
    };
    marked.then_some(Rule::Navigation)
}

/// What its names call navigation.
pub(super) fn named(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let (looks, own) = (&subject.looks, subject.own);
    if own.holds(Statistics::HEADLINE) {
        return None;
    }
    let links = own.link_percent();
    let share = page.prose_percent(own);
    let marked = looks.is(Kinds::BREADCRUMB | Kinds::PAGER) && own.text < 400
        || looks.is(Kinds::SKIP) && own.text < 60
        || looks.is(Kinds::NAVIGATION | Kinds::MENU) && share < 5 && links >= 50
        || looks.is(Kinds::TAGS) && links >= 60 && own.prose == 0
        || looks.is(Kinds::FOOTER)
            && !subject.place.in_content()
            && share < 15
            && own.before * 2 > page.total.text
        || looks.is(Kinds::HEADER) && share == 0 && links >= 40
        || looks.is(Kinds::SIDEBAR) && share < 5 && links >= 50;
    marked.then_some(Rule::Navigation)
}

/// Many links, hardly any other text, no sentences.
pub(super) fn link_list(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let own = subject.own;
    let container = matches!(
        subject.name,
        Name::UL
            | Name::OL
            | Name::DIV
            | Name::SECTION
            | Name::ASIDE
            | Name::TABLE
            | Name::DL
            | Name::P
            | Name::TD
    );
    if !container || own.links < 4 || own.prose > 0 || own.holds(Statistics::HEADLINE) {
        return None;
    }
    let mean = own.link / u32::from(own.links);
    let (links, longest, density) = if subject.place.in_content() { (6, 20, 95) } else { (4, 60, 80) };
    let marked = u32::from(own.links) >= links && mean <= longest && own.link_percent() >= density;
    (marked && own.text * 3 < page.total.text).then_some(Rule::LinkList)
}
