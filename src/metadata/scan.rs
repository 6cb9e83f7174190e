//! The one pass over the tree that lets every source see what is its own.

use ::url::Url;

use super::cleaning::cleaned;
use super::found::{Field, Found, Place};
use super::signs::Signs;
use super::{Context, html_meta, json_ld, links, microdata, open_graph, page, rights, text, url};
use crate::article::{Candidate, Rights, Source};
use crate::clean::{Marks, Rule};
use crate::html::{Memo, Name, NodeId, Tree};

/// All that the sources found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) found: Vec<Found>,
    pub(super) scripts: json_ld::Scripts,
    /// Other forms of the page.
    pub(super) links: links::Links,
    /// What the page says of its use.
    pub(super) rights: Rights,
    /// What relative URLs are relative to.
    pub(super) base: Option<Url>,
    /// What entities of other articles said.
    pub(super) strangers: Vec<(Field, Candidate)>,
    /// Regions beside the article, as far as their names tell.
    asides: Vec<Region>,
    /// Bytes of text on the page.
    text: u32,
}

#[derive(Debug, Clone, Copy)]
struct Region {
    node: NodeId,
    start: u32,
    end: u32,
    /// Whether the article's own lines may stand in it: a box of share buttons, a navigation with the date.
    may_be_own: bool,
}

impl Findings {
    /// Whether any region of the page is beside the article.
    pub(super) fn has_asides(&self) -> bool {
        !self.asides.is_empty()
    }

    /// Whether an element is the outermost one of a region beside the article.
    pub(super) fn is_aside(&self, id: NodeId) -> bool {
        self.asides.binary_search_by_key(&id, |region| region.node).is_ok()
    }

    /// Whether a place lies beside the article. A region that holds the headline, or most of the page's text,
    /// is not beside it, whatever its name.
    pub(super) fn is_beside(&self, tree: &Tree, place: &Place, headline: Option<Place>) -> bool {
        let Some(aside) = place.aside else { return false };
        let region = self
            .asides
            .binary_search_by_key(&aside, |region| region.node)
            .ok()
            .and_then(|index| self.asides.get(index));
        let most =
            region.is_some_and(|region| u64::from(region.end - region.start) * 2 > u64::from(self.text));
        let Some(headline) = headline else { return !most };
        // A small box next to the headline is the article's own: breadcrumbs with the date, an `aside` with the
        // byline.
        let own_box = region.is_some_and(|region| {
            let size = region.end - region.start;
            let below = region.start >= headline.at && region.start - headline.at < 800;
            let above = region.end <= headline.at && headline.at - region.end < 150;
            above && size < 120 || below && region.may_be_own && size < 300
        });
        !most && !own_box && !tree.is_within(headline.node, aside)
    }
}

/// What an element's attributes say to the sources.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'t> {
    pub(super) signs: Signs,
    pub(super) rel: Option<&'t str>,
    pub(super) href: Option<&'t str>,
    /// Whether it is an item of microdata or RDFa, or a property of one.
    item: bool,
}

/// Candidates that are kept of one page.
const MOST_FOUND: usize = 3000;

/// Bytes of the longest text that may say who edited or translated.
const TEXT_BYTES: usize = 200;

struct Scan<'a> {
    tree: &'a Tree,
    findings: Findings,
    items: microdata::Items,
    page: page::Page,
    seen: Memo<'a, Signs>,
    /// Regions beside the article that are open here: indices.
    open_asides: Vec<(usize, NodeId)>,
    open_articles: Vec<NodeId>,
    /// Whether the page has told its base.
    based: bool,
    at: u32,
}

/// Collects the candidates of all sources.
pub(super) fn scan(context: &Context<'_>) -> Findings {
    let tree = context.tree;
    let mut scan = Scan {
        tree,
        findings: Findings { base: context.url.cloned(), ..Findings::default() },
        items: microdata::Items::default(),
        page: page::Page::new(tree),
        seen: Memo::new(),
        open_asides: Vec::new(),
        open_articles: Vec::new(),
        based: false,
        at: 0,
    };
    let mut next = Some(tree.root());
    while let Some(id) = next {
        next = if let Some(text) = tree.text(id) {
            let text = text.trim_ascii();
            scan.text(id, text);
            scan.at = scan.at.saturating_add(text.len() as u32);
            scan.after(id)
        } else {
            let goes_on = scan.enter(id, scan.mark(id, context.marks));
            tree.first_child(id).filter(|_| goes_on).or_else(|| scan.leave_to_next(id))
        };
    }
    scan.findings.text = scan.at;
    scan.findings.asides.sort_unstable_by_key(|region| region.node);
    scan.findings
}

impl Scan<'_> {
    /// Whether the page has given as many candidates as any honest page has.
    fn is_full(&self) -> bool {
        self.findings.found.len() >= MOST_FOUND
    }

    fn text(&mut self, id: NodeId, text: &str) {
        if text.len() <= TEXT_BYTES && self.page.is_role(text) && !self.is_full() {
            let place = self.place(id);
            self.page.role(place, &mut self.findings.found);
        }
    }

    /// The rule that says that an element is no content. What is hidden may still be said to machines.
    fn mark(&self, id: NodeId, marks: &Marks) -> Option<Rule> {
        let says = |name| self.tree.attr(id, name).is_some();
        let to_machines = || says(Name::ITEMSCOPE) || says(Name::ITEMPROP);
        marks.rule(id).filter(|&rule| rule != Rule::Hidden || !to_machines())
    }

    /// Gives whether the children are to be walked.
    fn enter(&mut self, id: NodeId, mark: Option<Rule>) -> bool {
        let name = self.tree.name(id);
        match name {
            Name::META => {
                self.meta(id);
                return true;
            }
            Name::LINK => {
                let rel = self.tree.attr(id, Name::REL).unwrap_or("");
                if let Some(href) = self.tree.attr(id, Name::HREF).filter(|_| !self.is_full()) {
                    html_meta::link(rel, href, &mut self.findings.found);
                    self.findings.links.read(self.tree, id, rel, href);
                }
                if self.tree.attr(id, Name::ITEMPROP).is_some() {
                    let place = self.place(id);
                    self.items.enter(self.tree, id, place, &mut self.findings.found);
                }
                return true;
            }
            Name::TITLE if self.tree.is_html(id) => {
                if let Some(title) = text::short_text(self.tree, id, 1000) {
                    let title = cleaned(&title);
                    self.findings.found.push(Found::new(Field::Title, title, Source::HtmlMeta, "title"));
                }
                return false;
            }
            Name::BASE => {
                if let Some(href) = self.tree.attr(id, Name::HREF) {
                    self.base(href);
                }
                return true;
            }
            Name::HTML | Name::BODY => self.root(id),
            Name::SCRIPT => {
                let is_ld = self.tree.attr(id, Name::TYPE).is_some_and(|kind| {
                    kind.get(..19).is_some_and(|head| head.eq_ignore_ascii_case("application/ld+json"))
                });
                if is_ld {
                    let text = self.tree.first_child(id).and_then(|child| self.tree.text(child));
                    self.findings.scripts.read(text.unwrap_or(""));
                }
                return false;
            }
            Name::STYLE | Name::SVG | Name::TEMPLATE => return false,
            _ => {}
        }
        let mut said = Said::default();
        for (attribute, value) in self.tree.attrs(id) {
            match attribute {
                Name::ITEMPROP | Name::ITEMSCOPE | Name::PROPERTY | Name::TYPEOF => said.item = true,
                Name::REL => said.rel = Some(value),
                Name::HREF => said.href = Some(value),
                _ if Signs::stand_in(attribute) => {
                    said.signs = said.signs.with(self.seen.get(value, Signs::of_words));
                }
                _ => {}
            }
        }
        self.regions(id, name, said.signs, mark);
        let in_aside = !self.open_asides.is_empty();
        if self.is_full() || !(said.item || self.page.asks_for(name, said, in_aside)) {
            return true;
        }
        let place = self.place(id);
        if said.item {
            self.items.enter(self.tree, id, place, &mut self.findings.found);
        }
        if !self.items.in_comment() {
            self.page.enter(self.tree, id, said, place, &mut self.findings.found);
        }
        true
    }

    fn regions(&mut self, id: NodeId, name: Name, signs: Signs, mark: Option<Rule>) {
        if name == Name::ARTICLE {
            self.open_articles.push(id);
        }
        if matches!(name, Name::HTML | Name::BODY | Name::MAIN) || !self.open_asides.is_empty() {
            return;
        }
        // "Comment" also is a kind of article, in the name of the element with its date.
        let published = signs.has(Signs::PUBLISHED);
        let mark = mark.filter(|&rule| rule != Rule::Comments || !published);
        // The footer of an article holds its own date and author.
        let foot = name == Name::FOOTER || signs.has(Signs::FOOTER);
        let own_foot = || {
            signs.has(Signs::ENTRY)
                || !self.open_articles.is_empty()
                || self.items.article().is_some()
                || self.tree.parent(id).is_some_and(|above| Signs::of(self.tree, above).has(Signs::ENTRY))
        };
        // An article "with a sidebar" is an article.
        let named = matches!(name, Name::NAV | Name::ASIDE)
            || (signs.has(Signs::COMMENT) && !published)
            || (signs.has(Signs::ASIDE) && name != Name::ARTICLE)
            || (foot && !own_foot());
        // The foot of an entry is the entry's: blogs tell there who wrote it.
        let mark = mark.filter(|&rule| {
            !(rule == Rule::Navigation && foot && name != Name::FOOTER && signs.has(Signs::ENTRY))
        });
        if mark.is_some() || named {
            let may_be_own = match mark {
                None => matches!(name, Name::NAV | Name::ASIDE),
                Some(rule) => matches!(rule, Rule::Share | Rule::Widget | Rule::Navigation),
            };
            let may_be_own = may_be_own
                && name != Name::FOOTER
                && ![Signs::ASIDE, Signs::COMMENT, Signs::FOOTER].into_iter().any(|sign| signs.has(sign));
            let region = Region { node: id, start: self.at, end: self.at, may_be_own };
            self.open_asides.push((self.findings.asides.len(), id));
            self.findings.asides.push(region);
        }
    }

    /// Leaves an element and those above it that end with it, and gives the node that follows.
    fn leave_to_next(&mut self, id: NodeId) -> Option<NodeId> {
        self.leave(id);
        self.after(id)
    }

    /// Leaves the elements that end with a node, and gives the node that follows.
    fn after(&mut self, id: NodeId) -> Option<NodeId> {
        let mut id = id;
        loop {
            if let Some(next) = self.tree.next_sibling(id) {
                return Some(next);
            }
            id = self.tree.parent(id)?;
            self.leave(id);
        }
    }

    fn leave(&mut self, id: NodeId) {
        if let Some(&(index, open)) = self.open_asides.last()
            && open == id
        {
            if let Some(region) = self.findings.asides.get_mut(index) {
                region.end = self.at;
            }
            self.open_asides.pop();
        }
        if self.open_articles.last() == Some(&id) {
            self.open_articles.pop();
        }
        self.items.leave(id);
        self.page.leave(self.tree.name(id), id);
    }

    fn place(&self, id: NodeId) -> Place {
        Place {
            node: id,
            at: self.at,
            aside: self.open_asides.last().map(|&(_, node)| node),
            article: self.open_articles.last().copied().max(self.items.article()),
        }
    }

    /// The first base is the page's (<https://html.spec.whatwg.org/multipage/semantics.html#the-base-element>).
    fn base(&mut self, href: &str) {
        if !std::mem::replace(&mut self.based, true) && href.len() <= url::LONGEST {
            let base = match &self.findings.base {
                Some(base) => base.join(href).ok(),
                None => Url::parse(href).ok(),
            };
            self.findings.base = base.or(self.findings.base.take());
        }
    }

    fn root(&mut self, id: NodeId) {
        let attribute = |name| self.tree.attr(id, name).map(str::trim).filter(|value| !value.is_empty());
        let path = if self.tree.name(id) == Name::HTML { "html[lang]" } else { "body[lang]" };
        if let Some(language) = attribute(Name::LANG).or_else(|| attribute(Name::XML_LANG)) {
            self.findings.found.push(Found::new(Field::Language, language, Source::HtmlMeta, path));
        }
        let dir = self.tree.find_name("dir").and_then(attribute);
        if let Some(dir) = dir {
            self.findings.found.push(Found::new(Field::Direction, dir, Source::HtmlMeta, "[dir]"));
        }
    }

    fn meta(&mut self, id: NodeId) {
        // Some tools that save pages write `value` for `content`.
        let content = self.tree.attr(id, Name::CONTENT).or_else(|| self.tree.attr(id, Name::VALUE));
        let Some(content) = content.filter(|_| !self.is_full()) else { return };
        for attribute in [Name::PROPERTY, Name::NAME, Name::HTTP_EQUIV] {
            let Some(key) = self.tree.attr(id, attribute).filter(|key| key.len() <= 48) else { continue };
            let key = key.trim().to_ascii_lowercase();
            if rights::read(&key, content, &mut self.findings.rights) {
                continue;
            }
            if open_graph::owns(&key) {
                open_graph::read(&key, content, &mut self.findings.found);
            } else {
                html_meta::read(&key, content, &mut self.findings.found);
            }
        }
        if self.tree.attr(id, Name::ITEMPROP).is_some() {
            let place = self.place(id);
            self.items.enter(self.tree, id, place, &mut self.findings.found);
        }
    }
}
