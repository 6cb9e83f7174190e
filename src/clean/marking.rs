//! One pass over a page: each element is shown to the rules, the marks are collected, and what they take is counted.

use super::looks::{Classes, Kinds, Looks};
use super::statistics::{Statistics, percent};
use super::{
    Rule, advertisement, comments, consent, form, hidden, is_heading, line, navigation, promotion, widget,
};
use crate::html::{Name, NodeId, Step, Tree, is_breaking};

/// A page as the rules see it.
pub(super) struct Page<'t> {
    pub(super) tree: &'t Tree,
    pub(super) statistics: &'t [Statistics],
    /// The statistics of the document.
    pub(super) total: Statistics,
    /// A bit for each rule that was undone.
    pub(super) disabled: u16,
}

/// Marks in the making.
pub(super) struct Marking {
    pub(super) rules: Vec<Option<Rule>>,
    /// The prose that each rule took.
    pub(super) taken: [u32; 12],
}

/// Where in the tree an element stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Below an `article`.
    pub(super) in_article: bool,
    /// Below a `main`.
    pub(super) in_main: bool,
    /// Below `pre` or `code`, where classes are those of a highlighter.
    pub(super) in_code: bool,
    /// Below a heading.
    pub(super) in_heading: bool,
    /// Below an accordion, a tab or another part that unfolds.
    pub(super) in_folded: bool,
}

impl Place {
    /// Below an element that holds the article, as a rule.
    pub(super) fn in_content(self) -> bool {
        self.in_article || self.in_main
    }
}

/// An element under judgement.
pub(super) struct Subject<'p> {
    pub(super) id: NodeId,
    pub(super) name: Name,
    pub(super) looks: Looks<'p>,
    pub(super) own: Statistics,
    pub(super) place: Place,
}

impl<'t> Page<'t> {
    pub(super) fn statistics(&self, id: NodeId) -> Statistics {
        self.statistics.get(id.index()).copied().unwrap_or_default()
    }

    pub(super) fn mark(&self, classes: &mut Classes<'t>) -> Marking {
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
                        looks: Looks::of(tree, id, classes),
                        own: self.statistics(id),
                        place,
                    };
                    consent.enter(&subject);
                    if let Some(rule) =
                        self.rule(&subject, &mut marking).filter(|&rule| self.is_enabled(rule))
                    {
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
                    let held = [article, main, code, heading, folded];
                    if !held.contains(&Some(id)) {
                        continue;
                    }
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

    pub(super) fn is_enabled(&self, rule: Rule) -> bool {
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
        let landmark =
            matches!(subject.name, Name::NAV | Name::HEADER | Name::FOOTER | Name::MENU | Name::TABLE);
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
        let is_words = |id: Option<NodeId>| {
            id.and_then(|id| self.tree.text(id)).is_some_and(|text| text.trim().len() > 20)
        };
        std::iter::once(subject.id)
            .chain(self.tree.ancestors(subject.id))
            .take(8)
            .take_while(|&id| !is_breaking(self.tree.name(id)))
            .any(|id| is_words(self.tree.prev_sibling(id)) || is_words(self.tree.next_sibling(id)))
    }

    /// The share of the page's prose that these hold, in percent.
    pub(super) fn prose_percent(&self, own: Statistics) -> u32 {
        percent(own.prose, self.total.prose)
    }

    /// The rule to undo since the marks leave too little prose, if they do.
    pub(super) fn to_undo(&self, marking: &Marking) -> Option<Rule> {
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
    pub(super) fn set(&mut self, id: NodeId, rule: Rule, prose: u32) {
        if let Some(slot @ None) = self.rules.get_mut(id.index()) {
            *slot = Some(rule);
            if let Some(taken) = self.taken.get_mut(rule as usize) {
                *taken = taken.saturating_add(prose);
            }
        }
    }

    pub(super) fn taken(&self, rule: Rule) -> u32 {
        self.taken.get(rule as usize).copied().unwrap_or(0)
    }

    pub(super) fn is_marked(&self, id: NodeId) -> bool {
        self.rules.get(id.index()).is_some_and(Option::is_some)
    }
}
