//! Single lines that say themselves what they are: "Read also: …", "Advertisement", a heading "Related articles".

use super::labels::{ADVERTISEMENT, RELATED, SUBSCRIBE};
use super::statistics::{Statistics, letters};
use super::{Marking, Page, Rule, Subject};
use crate::html::{Name, NodeId, Step, Tree, is_breaking};

/// The longest line looked at, in letters, the longest that does nothing but invite to subscribe, and the longest
/// phrase, in bytes.
const LINE: u32 = 300;
const INVITATION: u32 = 140;
const PHRASE: usize = 96;
/// So many nodes of a line are looked at: nested lines would cost time square in their depth.
const STEPS: usize = 64;

pub(super) fn line(page: &Page<'_>, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
    let own = subject.own;
    if own.text < 2 || own.text > LINE || !is_block(subject.name) {
        return None;
    }
    if !is_line(page.tree, subject.id) {
        return None;
    }
    let may = may_open(page.tree, subject.id);
    if may & INVITES != 0 && own.text <= INVITATION && invites_to_subscribe(page.tree, subject.id) {
        return Some(Rule::Subscribe);
    }
    if may & ANNOUNCES == 0 {
        return None;
    }
    let opening = Opening::of(page.tree, subject.id);
    let rest = opening.rest_after(own.text);
    match opening.phrase()? {
        Rule::Advertisement if rest == 0 => Some(Rule::Advertisement),
        Rule::Promotion if rest == 0 && own.text < 60 => mark_list_after(page, subject, marking),
        // The rest of the line is the other story's headline, as a link.
        Rule::Promotion if opening.is_cut && own.link * 10 >= rest * 8 && own.link >= 15 => {
            Some(Rule::Promotion)
        }
        _ => None,
    }
}

/// The beginnings of all phrases as a table of hashes, with what they begin: spares most lines the search.
static BEGINNINGS: [u8; 4096] = beginnings();
/// Phrases of [`ADVERTISEMENT`] and [`RELATED`].
const ANNOUNCES: u8 = 1;
/// Phrases of [`SUBSCRIBE`].
const INVITES: u8 = 2;
/// So many bytes of a phrase are hashed; a shorter phrase and a shorter line end in zeros.
const HASHED: usize = 4;

const fn beginnings() -> [u8; 4096] {
    let mut table = [0; 4096];
    let lists = [(ADVERTISEMENT, ANNOUNCES), (RELATED, ANNOUNCES), (SUBSCRIBE, INVITES)];
    let mut list = 0;
    while list < lists.len() {
        let (phrases, kind) = lists[list];
        let mut at = 0;
        while at < phrases.len() {
            let phrase = phrases[at].as_bytes();
            let mut beginning = [0; HASHED];
            let mut byte = 0;
            while byte < HASHED && byte < phrase.len() {
                beginning[byte] = phrase[byte];
                byte += 1;
            }
            table[hash(beginning)] |= kind;
            at += 1;
        }
        list += 1;
    }
    table
}

/// Below 4,096.
const fn hash(beginning: [u8; HASHED]) -> usize {
    (u32::from_le_bytes(beginning).wrapping_mul(0x9e37_79b1) >> 20) as usize
}

/// What kinds of phrases a line's first bytes begin.
fn may_open(tree: &Tree, line: NodeId) -> u8 {
    let mut bytes = [0_u8; 16];
    let mut len = 0;
    let mut taken = 0;
    let texts = tree.descendants(line).take(STEPS).filter_map(|id| tree.text(id));
    'line: for text in texts {
        for c in text.chars() {
            let letter = if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() };
            if taken == 0 && !letter {
                continue;
            }
            taken += 1;
            if c.is_ascii() {
                bytes[len] = c.to_ascii_lowercase() as u8;
                len += 1;
            } else {
                for small in c.to_lowercase() {
                    let Some(slots) = bytes.get_mut(len..len + small.len_utf8()) else { break };
                    small.encode_utf8(slots);
                    len += small.len_utf8();
                }
            }
            if len >= HASHED || taken == HASHED {
                break 'line;
            }
        }
    }
    BEGINNINGS[hash([bytes[0], bytes[1], bytes[2], bytes[3]])]
}

/// Whether a line starts as those do that ask the reader to subscribe or to follow.
fn invites_to_subscribe(tree: &Tree, line: NodeId) -> bool {
    let start: String = tree
        .descendants(line)
        .take(STEPS)
        .filter_map(|id| tree.text(id))
        .flat_map(str::chars)
        .skip_while(|c| !c.is_alphanumeric())
        .take(PHRASE / 2)
        .flat_map(char::to_lowercase)
        .collect();
    SUBSCRIBE.iter().any(|phrase| start.starts_with(phrase))
}

/// Whether an element of this name can be a line.
fn is_block(name: Name) -> bool {
    matches!(
        name,
        Name::P
            | Name::DIV
            | Name::LI
            | Name::H2
            | Name::H3
            | Name::H4
            | Name::H5
            | Name::H6
            | Name::DT
            | Name::TD
            | Name::ASIDE
            | Name::SECTION
            | Name::HEADER
            | Name::FIGCAPTION
            | Name::BLOCKQUOTE
            | Name::CENTER
    )
}

/// Whether no block is in a block.
fn is_line(tree: &Tree, block: NodeId) -> bool {
    !tree.children(block).take(12).any(|child| is_breaking(tree.name(child)) && tree.name(child) != Name::BR)
}

/// The label of a list of other stories: marks the list that follows it, or that it opens.
fn mark_list_after(page: &Page<'_>, subject: &Subject<'_>, marking: &mut Marking) -> Option<Rule> {
    let tree = page.tree;
    let is_list = |id: NodeId| {
        let list = page.statistics(id);
        list.links >= 1
            && list.link_percent() >= 60
            && page.prose_percent(list) < 10
            && !list.holds(Statistics::HEADLINE)
            && !matches!(tree.name(id), Name::BODY | Name::MAIN | Name::HTML)
    };
    let mut list = None;
    // The label may be wrapped: its list is then next to the wrapper.
    for holder in std::iter::once(subject.id).chain(tree.ancestors(subject.id)).take(3) {
        let next = std::iter::successors(tree.next_sibling(holder), |&id| tree.next_sibling(id))
            .find(|&id| tree.is_element(id) && page.statistics(id).text > 0);
        if let Some(next) = next {
            list = Some(next).filter(|&next| is_list(next));
            break;
        }
    }
    let list = list?;
    if page.is_enabled(Rule::Promotion) {
        marking.set(list, Rule::Promotion, page.statistics(list).prose);
    }
    Some(Rule::Promotion)
}

/// The first bytes of a line in small letters, as far as a phrase can reach.
struct Opening {
    bytes: [u8; PHRASE],
    len: usize,
    /// Letters of the whole line that are in the phrase.
    letters: u32,
    /// Whether the phrase ends at a colon or where a link begins or ends.
    is_cut: bool,
    rule: Option<Rule>,
}

impl Opening {
    fn of(tree: &Tree, line: NodeId) -> Self {
        let mut opening = Self { bytes: [0; PHRASE], len: 0, letters: 0, is_cut: false, rule: None };
        let mut cuts = [0_usize; 8];
        let mut cut = 0;
        let mut blank = false;
        'walk: for step in tree.walk(line).take(2 * STEPS) {
            let Step::Enter(id) = step else { continue };
            let Some(text) = tree.text(id) else { continue };
            if let Some(slot) = cuts.get_mut(cut).filter(|_| opening.len > 0) {
                *slot = opening.len;
                cut += 1;
            }
            for c in text.chars() {
                if crate::html::is_space(c) {
                    blank = opening.len > 0;
                    continue;
                }
                // Arrows, bullets and the like before the first letter.
                if opening.len == 0 && !c.is_alphanumeric() {
                    continue;
                }
                let mut encoded = [0; 4];
                for small in
                    Some(' ').filter(|_| std::mem::take(&mut blank)).into_iter().chain(c.to_lowercase())
                {
                    let bytes = small.encode_utf8(&mut encoded).as_bytes();
                    let Some(slots) = opening.bytes.get_mut(opening.len..opening.len + bytes.len()) else {
                        break 'walk;
                    };
                    slots.copy_from_slice(bytes);
                    opening.len += bytes.len();
                }
            }
        }
        opening.find(&cuts);
        opening
    }

    fn find(&mut self, cuts: &[usize]) {
        let text = std::str::from_utf8(self.bytes.get(..self.len).unwrap_or(&[])).unwrap_or("");
        for (phrases, rule) in [(ADVERTISEMENT, Rule::Advertisement), (RELATED, Rule::Promotion)] {
            // The longest phrase: "read more" opens "read more on this".
            let found = phrases
                .iter()
                .filter(|phrase| {
                    text.as_bytes().first() == phrase.as_bytes().first() && text.starts_with(**phrase)
                })
                .max_by_key(|phrase| phrase.len());
            let Some(phrase) = found else { continue };
            let rest = text.get(phrase.len()..).unwrap_or("");
            let after = rest.trim_start();
            let cut = after.starts_with([':', '：', '|', '>', '»', '→', '–', '—', '-', '▸', '▶', '…', '·']);
            self.is_cut = cut
                || cuts.iter().any(|&at| at == phrase.len() || at == phrase.len() + rest.len() - after.len());
            let ended = after.trim_matches(|c: char| !c.is_alphanumeric());
            let whole = ended.is_empty() && self.len < PHRASE - 8;
            self.letters = if whole { u32::MAX } else { letters(phrase) };
            self.rule = Some(rule);
            return;
        }
    }

    fn phrase(&self) -> Option<Rule> {
        self.rule
    }

    /// Letters of the line after the phrase.
    fn rest_after(&self, line: u32) -> u32 {
        line.saturating_sub(self.letters)
    }
}
