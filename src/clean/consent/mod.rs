//! Banners, walls and dialogs that ask for consent to cookies.
//!
//! Known platforms are told by their roots. Any other banner is told by what it says, where it stands and what it is
//! not: it has no headline and no article in it, it is short or a dialog, it is the page's first or last text, and its
//! siblings are no paragraphs. An article about cookies has one of these at most.

mod platforms;
mod wording;

pub(super) use platforms::is_root;

use super::looks::Kinds;
use super::statistics::{Statistics, percent};
use super::{Marking, Page, Place, Rule, Subject};
use crate::html::{Name, NodeId, Tree, is_breaking};

/// A banner without a telling name has at most this many letters.
const BANNER: u32 = 1300;
/// A dialog, which can list purposes and partners, has at most this many.
const DIALOG: u32 = 15_000;
/// Texts shorter than this say nothing.
const SHORTEST: usize = 20;
/// So many texts of a page are judged.
const MOST: usize = 24;
/// So many bytes of a page's texts are searched.
const SEARCHED: usize = 64 << 10;

/// By the names of the element.
pub(super) fn named(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let (looks, own) = (&subject.looks, subject.own);
    if own.holds(Statistics::ARTICLE) || own.text > DIALOG * 2 {
        return None;
    }
    let root = looks.platform || is_root(looks.id);
    // A word that others use too needs the text to agree.
    let named = looks.is(Kinds::CONSENT)
        && own.text < DIALOG
        && !own.holds(Statistics::HEADLINE)
        && (page.prose_percent(own) < 10 || speaks(page.tree, subject.id));
    (root || named).then_some(Rule::Consent)
}

/// The texts of a page that may belong to a banner, collected on the way.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// The texts, a line break after each.
    buffer: String,
    /// Where in the buffer a text starts, the element around it, and the dialog that it stands in.
    texts: Vec<(usize, NodeId, Option<NodeId>)>,
    /// The dialog that the walk is in, and where its text ends.
    dialog: Option<(NodeId, u32)>,
}

impl Candidates {
    pub(super) fn enter(&mut self, subject: &Subject<'_>) {
        let own = subject.own;
        if self.dialog.is_some_and(|(_, end)| own.before >= end) {
            self.dialog = None;
        }
        let looks = &subject.looks;
        let told = looks.aria_modal || matches!(looks.role, "dialog" | "alertdialog");
        let named = looks.is(Kinds::MODAL | Kinds::CONSENT) && own.text < DIALOG;
        let small = !own.holds(Statistics::ARTICLE) && own.text > 0;
        if self.dialog.is_none() && small && (told || named) {
            self.dialog = Some((subject.id, own.before.saturating_add(own.text)));
        }
    }

    /// Takes a text down if it stands where banners stand and has a word of theirs.
    pub(super) fn look(&mut self, page: &Page<'_>, parent_of: NodeId, text: &str, place: Place) {
        if text.len() < SHORTEST || self.buffer.len() > SEARCHED || place.in_code {
            return;
        }
        let Some(parent) = page.tree.parent(parent_of) else { return };
        let before = page.statistics(parent).before;
        let total = page.total.text;
        let first = before < 600 || percent(before, total) < 10;
        let last = percent(before, total) >= 60 || total.saturating_sub(before) < 1500;
        let dialog = self.dialog.map(|(id, _)| id);
        if dialog.is_some() || !place.in_article && (first || last) {
            self.texts.push((self.buffer.len(), parent, dialog));
            self.buffer.push_str(text);
            self.buffer.push('\n');
        }
    }

    /// Marks the banners around the texts.
    pub(super) fn mark(&self, page: &Page<'_>, marking: &mut Marking) {
        let hits = self.hits();
        for &(parent, dialog) in &hits {
            if page.tree.ancestors(parent).chain([parent]).any(|id| marking.is_marked(id)) {
                continue;
            }
            let banner = || root(page, parent, &hits).filter(|&root| !is_among_paragraphs(page, root));
            let roots = dialog.into_iter().chain(banner());
            if let Some(root) = roots.into_iter().find(|&root| speaks(page.tree, root)) {
                marking.set(root, Rule::Consent, page.statistics(root).prose);
            }
        }
    }

    /// The texts with a word of banners, in the order of the page.
    fn hits(&self) -> Vec<(NodeId, Option<NodeId>)> {
        let mut hits = Vec::new();
        wording::find_hints(self.buffer.as_bytes(), 4 * MOST, |at| {
            hits.push(self.texts.partition_point(|text| text.0 <= at).saturating_sub(1));
        });
        hits.sort_unstable();
        hits.dedup();
        hits.truncate(MOST);
        hits.iter().filter_map(|&at| self.texts.get(at)).map(|text| (text.1, text.2)).collect()
    }
}

/// The largest element around a text that can be a banner and nothing else.
fn root(page: &Page<'_>, parent: NodeId, hits: &[(NodeId, Option<NodeId>)]) -> Option<NodeId> {
    let mut root = None;
    let mut id = parent;
    loop {
        let own = page.statistics(id);
        let name = page.tree.name(id);
        let whole = matches!(name, Name::BODY | Name::HTML | Name::MAIN | Name::ARTICLE | Name::NONE);
        if whole || own.text > BANNER || own.holds(Statistics::HEADLINE | Statistics::ARTICLE) {
            break;
        }
        if let Some(inner) = root {
            let inner: Statistics = page.statistics(inner);
            let texts = hits.iter().filter(|(text, _)| {
                let before = page.statistics(*text).before;
                before >= own.before && before < own.before + own.text
            });
            // Paragraphs that say nothing of cookies are somebody else's.
            if usize::from(own.paragraphs) > texts.count().max(usize::from(inner.paragraphs)) {
                break;
            }
            // A headline without h1, a menu, a list of links.
            if own.text > inner.text * 3 + 120 || own.link - inner.link > 200 {
                break;
            }
        }
        if is_breaking(name) || root.is_some() {
            root = Some(id);
        }
        match page.tree.parent(id) {
            Some(above) => id = above,
            None => break,
        }
    }
    root
}

/// Whether an element is one of several paragraphs.
fn is_among_paragraphs(page: &Page<'_>, root: NodeId) -> bool {
    let Some(parent) = page.tree.parent(root) else { return false };
    let name = page.tree.name(root);
    matches!(name, Name::P | Name::LI | Name::TD | Name::BLOCKQUOTE | Name::DD)
        && page
            .tree
            .children(parent)
            .any(|id| id != root && page.tree.name(id) == name && page.statistics(id).prose > 0)
}

/// Whether what an element says asks for consent, in one of the languages.
pub(super) fn speaks(tree: &Tree, root: NodeId) -> bool {
    /// The first so many bytes say it.
    const ENOUGH: usize = 8000;
    let mut text = String::with_capacity(512);
    let mut blank = false;
    for id in tree.descendants(root).take(20_000) {
        if let Some(piece) = tree.text(id) {
            crate::html::push_folded(&mut text, piece, &mut blank);
            blank = true;
            if text.len() > ENOUGH {
                break;
            }
        }
    }
    text_speaks(&text)
}

/// Whether a text asks for consent.
pub(super) fn text_speaks(text: &str) -> bool {
    /// In a text of less characters two phrases are enough.
    const SHORT: usize = 450;
    let small = text.to_lowercase();
    let pairs = Pairs::of(small.as_bytes());
    let short = small.chars().count() < SHORT;
    let has = |phrase: &str| {
        let phrase = phrase.as_bytes();
        pairs.may_hold(phrase) && memchr::memmem::find(small.as_bytes(), phrase).is_some()
    };
    let count = |phrases: &[&str]| phrases.iter().filter(|phrase| has(phrase)).count();
    wording::WORDINGS.iter().any(|wording| {
        wording.subject.iter().any(|subject| has(subject)) && {
            let (voice, answer) = (count(wording.voice), count(wording.answer));
            voice >= 1 && (answer >= 1 && voice + answer >= 3 || voice + answer >= 2 && short)
        }
    })
}

/// The pairs of neighbouring bytes in a text, as a set of hashes: most phrases have one that the text hasn't.
struct Pairs([u64; 16]);

impl Pairs {
    fn of(text: &[u8]) -> Self {
        let mut pairs = Self([0; 16]);
        for (&first, &second) in text.iter().zip(text.iter().skip(1)) {
            let hash = Self::hash(first, second);
            pairs.0[hash / 64] |= 1 << (hash % 64);
        }
        pairs
    }

    /// Whether a phrase may stand in the text.
    fn may_hold(&self, phrase: &[u8]) -> bool {
        phrase.iter().zip(phrase.iter().skip(1)).all(|(&first, &second)| {
            let hash = Self::hash(first, second);
            self.0[hash / 64] & (1 << (hash % 64)) != 0
        })
    }

    /// Below 1,024.
    fn hash(first: u8, second: u8) -> usize {
        usize::from(first & 0x1f) << 5 | usize::from(second & 0x1f)
    }
}

#[cfg(test)]
mod tests;
