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
mod line;
mod looks;
mod navigation;
mod promotion;
mod statistics;
mod tokens;
mod widget;

use crate::html::{Name, NodeId, Step, Tree, is_breaking};
use looks::{Kinds, Looks};
use statistics::{Statistics, percent};

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

/// Marks the elements of a page. A mark covers everything below its element; what is below is not looked at.
pub(crate) fn mark(tree: &Tree) -> Marks {
    let statistics = statistics::statistics(tree);
    let total = statistics.get(tree.root().index()).copied().unwrap_or_default();
    let mut page = Page { tree, statistics: &statistics, total, disabled: 0 };
    loop {
        let marking = page.mark();
        match page.to_undo(&marking) {
            Some(rule) => page.disabled |= 1 << rule as u16,
            None => return Marks { rules: marking.rules },
        }
    }
}

/// A page as the rules see it.
struct Page<'t> {
    tree: &'t Tree,
    statistics: &'t [Statistics],
    /// The statistics of the document.
    total: Statistics,
    /// A bit for each rule that was undone.
    disabled: u16,
}

/// Marks in the making.
struct Marking {
    rules: Vec<Option<Rule>>,
    /// The prose that each rule took.
    taken: [u32; 12],
}

/// Where in the tree an element stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// Below an `article`.
    in_article: bool,
    /// Below a `main`.
    in_main: bool,
    /// Below `pre` or `code`, where classes are those of a highlighter.
    in_code: bool,
    /// Below a heading.
    in_heading: bool,
    /// Below an accordion, a tab or another part that unfolds.
    in_folded: bool,
}

impl Place {
    /// Below an element that holds the article, as a rule.
    fn in_content(self) -> bool {
        self.in_article || self.in_main
    }
}

/// An element under judgement.
struct Subject<'p> {
    id: NodeId,
    name: Name,
    looks: Looks<'p>,
    own: Statistics,
    place: Place,
}

impl Page<'_> {
    fn statistics(&self, id: NodeId) -> Statistics {
        self.statistics.get(id.index()).copied().unwrap_or_default()
    }

    fn mark(&self) -> Marking {
        let tree = self.tree;
        let mut marking = Marking { rules: vec![None; tree.len()], taken: [0; 12] };
        let mut consent = consent::Candidates::default();
        let mut place = Place::default();
        // The elements that set a flag of `place`, to be cleared when they are left.
        let (mut article, mut main, mut code, mut heading, mut folded) = (None, None, None, None, None);
        let mut walk = tree.walk(tree.root());
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) => {
                    if let Some(text) = tree.text(id) {
                        consent.look(self, id, text, place);
                        continue;
                    }
                    let subject = Subject {
                        id,
                        name: tree.name(id),
                        looks: Looks::of(tree, id),
                        own: self.statistics(id),
                        place,
                    };
                    consent.enter(&subject);
                    if let Some(rule) = self.rule(&subject, &mut marking).filter(|&rule| self.is_enabled(rule)) {
                        marking.set(id, rule, subject.own.prose);
                        walk.skip_children(id);
                        continue;
                    }
                    match subject.name {
                        Name::ARTICLE if article.is_none() => (article, place.in_article) = (Some(id), true),
                        Name::MAIN if main.is_none() => (main, place.in_main) = (Some(id), true),
                        Name::PRE | Name::CODE if code.is_none() => (code, place.in_code) = (Some(id), true),
                        name if is_heading(name) && heading.is_none() => {
                            (heading, place.in_heading) = (Some(id), true);
                        }
                        _ => {}
                    }
                    if folded.is_none() && subject.looks.is(Kinds::FOLDED) {
                        (folded, place.in_folded) = (Some(id), true);
                    }
                }
                Step::Leave(id) => {
                    for (holder, flag) in [
                        (&mut article, &mut place.in_article),
                        (&mut main, &mut place.in_main),
                        (&mut code, &mut place.in_code),
                        (&mut heading, &mut place.in_heading),
                        (&mut folded, &mut place.in_folded),
                    ] {
                        if *holder == Some(id) {
                            (*holder, *flag) = (None, false);
                        }
                    }
                }
            }
        }
        consent.mark(self, &mut marking);
        marking
    }

    fn is_enabled(&self, rule: Rule) -> bool {
        self.disabled & (1 << rule as u16) == 0
    }

    /// The rule for an element, the surest first.
    fn rule(&self, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
        if matches!(subject.name, Name::HTML | Name::BODY | Name::HEAD | Name::NONE) {
            return None;
        }
        hidden::hidden(self, subject)
            .or_else(|| consent::named(self, subject))
            .or_else(|| form::form(self, subject))
            .filter(|_| subject.name != Name::MAIN)
            .or_else(|| self.soft_rule(subject, marking))
    }

    fn soft_rule(&self, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
        if subject.place.in_code || subject.name == Name::MAIN || subject.place.in_heading {
            return None;
        }
        let told = subject.looks.kinds != 0 || !subject.looks.role.is_empty();
        let landmark = matches!(subject.name, Name::NAV | Name::HEADER | Name::FOOTER | Name::MENU | Name::TABLE);
        let rule = if told || landmark { self.told_rule(subject) } else { None };
        rule.filter(|_| self.may_go(subject))
            .or_else(|| line::line(self, subject, marking))
            .or_else(|| navigation::link_list(self, subject))
    }

    /// By the element's names and role, for the most part.
    fn told_rule(&self, subject: &Subject<'_>) -> Option<Rule> {
        navigation::landmark(self, subject)
            .or_else(|| comments::comments(self, subject))
            .or_else(|| advertisement::advertisement(self, subject))
            .or_else(|| promotion::share(self, subject))
            .or_else(|| promotion::subscribe(self, subject))
            .or_else(|| promotion::promotion(self, subject))
            .or_else(|| navigation::named(self, subject))
            .or_else(|| widget::widget(self, subject))
    }

    /// Whether an element is small enough for a rule that can err, and no part of a sentence.
    fn may_go(&self, subject: &Subject<'_>) -> bool {
        let own = subject.own;
        if self.prose_percent(own) > 35 {
            return false;
        }
        if is_heading(subject.name) && own.holds(Statistics::HEADLINE) {
            return false;
        }
        !self.is_inside_prose(subject)
    }

    /// Whether an inline element stands in a paragraph.
    fn is_inside_prose(&self, subject: &Subject<'_>) -> bool {
        if is_breaking(subject.name) {
            return false;
        }
        let is_words = |id: Option<NodeId>| id.and_then(|id| self.tree.text(id)).is_some_and(|text| text.trim().len() > 20);
        std::iter::once(subject.id)
            .chain(self.tree.ancestors(subject.id))
            .take_while(|&id| !is_breaking(self.tree.name(id)))
            .any(|id| is_words(self.tree.prev_sibling(id)) || is_words(self.tree.next_sibling(id)))
    }

    /// The share of the page's prose that these hold, in percent.
    fn prose_percent(&self, own: Statistics) -> u32 {
        percent(own.prose, self.total.prose)
    }

    /// The rule to undo since the marks leave too little prose, if they do.
    fn to_undo(&self, marking: &Marking) -> Option<Rule> {
        /// Prose enough for an article.
        const ENOUGH: u32 = 300;
        let taken: u32 = marking.taken.iter().sum();
        let left = self.total.prose.saturating_sub(taken);
        let soft: u32 = Rule::WEAKEST_FIRST.iter().map(|&rule| marking.taken(rule)).sum();
        if left >= ENOUGH || left * 3 >= soft {
            return None;
        }
        Rule::WEAKEST_FIRST.into_iter().find(|&rule| marking.taken(rule) > 0 && self.is_enabled(rule))
    }
}

impl Marking {
    fn set(&mut self, id: NodeId, rule: Rule, prose: u32) {
        if let Some(slot @ None) = self.rules.get_mut(id.index()) {
            *slot = Some(rule);
            if let Some(taken) = self.taken.get_mut(rule as usize) {
                *taken = taken.saturating_add(prose);
            }
        }
    }

    fn taken(&self, rule: Rule) -> u32 {
        self.taken.get(rule as usize).copied().unwrap_or(0)
    }

    fn is_marked(&self, id: NodeId) -> bool {
        self.rules.get(id.index()).is_some_and(Option::is_some)
    }
}

fn is_heading(name: Name) -> bool {
    matches!(name, Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6)
}

#[cfg(test)]
mod tests;
