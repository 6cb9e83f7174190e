//! Marks what is certainly not the article. Nothing is deleted: a mark names its rule, and later stages pass
//! over what is marked.
//!
//! A rule looks at anchored names (see `tokens`), roles, wording and statistics of an element. What would take most
//! of the page's prose is not marked, and if all marks together leave too little prose, the weakest rules are undone.

mod advertisement;
mod comments;
mod consent;
mod form;
mod hidden;
mod labels;
mod legal;
mod line;
mod looks;
mod marking;
mod navigation;
mod promotion;
mod statistics;
mod tokens;
mod widget;

pub(crate) use labels::{announces_comments, announces_stories, leads_to_the_rest};
pub(crate) use legal::opens_legal_notice;

use crate::html::{Name, NodeId, Tree};
use marking::{Marking, Page, Place, Subject};

/// Why an element and all below it is not content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Rule {
    /// Not shown: `hidden`, `display:none`, `aria-hidden`, `template`, closed dialogs, texts for screen readers.
    Hidden = 1,
    /// Asks for consent to cookies and the like: a known platform's root, or a short text that says so.
    Consent,
    /// Landmarks and names of navigation: menus, breadcrumbs, pagination, the page's header and footer.
    Navigation,
    /// A run of links without sentences.
    LinkList,
    /// Share and follow buttons.
    Share,
    /// Newsletters, subscriptions, apps.
    Subscribe,
    /// Related, recommended, popular and latest stories.
    Promotion,
    /// Advertisements and their labels.
    Advertisement,
    /// Controls, log-in and search.
    Form,
    /// Comments of readers.
    Comments,
    /// Calendars, weather, tickers, polls.
    Widget,
}

impl Rule {
    /// The rule's name, as reports show it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Consent => "consent",
            Self::Navigation => "navigation",
            Self::LinkList => "link-list",
            Self::Share => "share",
            Self::Subscribe => "subscribe",
            Self::Promotion => "promotion",
            Self::Advertisement => "advertisement",
            Self::Form => "form",
            Self::Comments => "comments",
            Self::Widget => "widget",
        }
    }

    /// Rules that a page too bare without them does without, the weakest first. Consent is never undone.
    const WEAKEST_FIRST: [Self; 10] = [
        Self::LinkList,
        Self::Widget,
        Self::Promotion,
        Self::Subscribe,
        Self::Share,
        Self::Advertisement,
        Self::Form,
        Self::Navigation,
        Self::Comments,
        Self::Hidden,
    ];
}

/// The marks of one page: one byte a node.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    rules: Vec<Option<Rule>>,
}

impl Marks {
    /// The rule that marked this very element.
    pub(crate) fn rule(&self, id: NodeId) -> Option<Rule> {
        self.rules.get(id.index()).copied().flatten()
    }
}

/// Whether a text, all of it, asks for consent to cookies and the like.
pub(crate) fn asks_for_consent(text: &str) -> bool {
    consent::text_speaks(text)
}

/// Marks the elements of a page. A mark covers everything below its element; what is below is not looked at.
pub(crate) fn mark(tree: &Tree) -> Marks {
    let statistics = statistics::statistics(tree);
    let total = statistics.get(tree.root().index()).copied().unwrap_or_default();
    let mut classes = looks::Classes::new();
    let mut page = Page { tree, statistics: &statistics, total, disabled: 0 };
    loop {
        let marking = page.mark(&mut classes);
        match page.to_undo(&marking) {
            Some(rule) => page.disabled |= 1 << rule as u16,
            None => return Marks { rules: marking.rules },
        }
    }
}

fn is_heading(name: Name) -> bool {
    matches!(name, Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6)
}

#[cfg(test)]
mod tests;
