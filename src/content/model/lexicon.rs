//! The words of class, id, role and itemprop, looked up by their hash in a learned table.
//!
//! The table gives for each slot how much a word speaks for text of the article (positive) or against it. Words
//! fall into slots by hash; a slot that two words share says what both together say.

use url::Url;

use crate::html::{Memo, Name, NodeId, Tree};

/// Slots of the table: for the words of elements, for those of the URL, and for those of the whole page.
pub(crate) const SLOTS: usize = ELEMENTS + 2 * PAGES;
const ELEMENTS: usize = 8192;
const PAGES: usize = 4096;

/// Words of one element that are looked up; more are decoration.
const MOST_WORDS: usize = 28;

/// Longer words are made up by programs.
const LONGEST: usize = 24;

/// Bytes of one value that are read. Many blocks may begin in the same element, so its names must not cost without end.
const MOST_BYTES: usize = 2048;

/// What the words of an element say.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Said {
    pub(crate) mean: f32,
    pub(crate) least: f32,
    pub(crate) most: f32,
}

/// Looks up the words of elements.
pub(crate) struct Reader<'a> {
    table: &'a [i8],
    tree: &'a Tree,
    classes: Memo<'a, Sum>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(table: &'a [i8], tree: &'a Tree) -> Self {
        Self { table, tree, classes: Memo::new() }
    }

    /// Looks up the words of an element.
    pub(crate) fn say(&mut self, node: NodeId) -> Said {
        let table = self.table;
        let mut sum = Sum::default();
        for (name, value) in self.tree.attrs(node) {
            match (name, salt(name)) {
                (Name::CLASS, Some(salt)) => {
                    sum = sum.with(self.classes.get(value, |value| Sum::of(table, value, salt)));
                }
                (_, Some(salt)) => sum = sum.with(Sum::of(table, value, salt)),
                (_, None) => {}
            }
        }
        // Of very many words the first count, over all attributes.
        if sum.words as usize > MOST_WORDS {
            return sum_up(table, |give| each_slot(self.tree, node, give));
        }
        sum.said()
    }
}

/// What the words of a value say, in sixteenths; whole numbers, so that values can be added up in any order.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    words: u32,
    slots: u32,
    sum: i32,
    least: i32,
    most: i32,
}

impl Sum {
    fn of(table: &[i8], value: &str, salt: u32) -> Self {
        let mut sum = Self::default();
        each_word(value, |word, before| {
            sum.words += 1;
            each_slot_of(word, before, salt, |slot| {
                let value = i32::from(table.get(slot).copied().unwrap_or(0));
                sum.slots += 1;
                sum.sum += value;
                sum.least = sum.least.min(value);
                sum.most = sum.most.max(value);
            });
        });
        sum
    }

    fn with(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            slots: self.slots + other.slots,
            sum: self.sum + other.sum,
            least: self.least.min(other.least),
            most: self.most.max(other.most),
        }
    }

    fn said(self) -> Said {
        let sixteenths = |value: i32| value as f32 / 16.0;
        Said {
            mean: sixteenths(self.sum) / self.slots.max(1) as f32,
            least: sixteenths(self.least),
            most: sixteenths(self.most),
        }
    }
}

/// Looks up what gives slots.
pub(crate) fn sum_up(table: &[i8], slots: impl FnOnce(&mut dyn FnMut(usize))) -> Said {
    let mut said = Said::default();
    let mut count = 0.0;
    slots(&mut |slot| {
        let value = f32::from(table.get(slot).copied().unwrap_or(0)) / 16.0;
        said.mean += value;
        said.least = said.least.min(value);
        said.most = said.most.max(value);
        count += 1.0;
    });
    if count > 0.0 {
        said.mean /= count;
    }
    said
}

/// Gives the slots of the words of a page's URL: those of the host, and those of the parts of the path that are
/// names rather than headlines.
pub(crate) fn each_url_slot(url: &Url, give: &mut dyn FnMut(usize)) {
    let mut word = |word: u32, _: Option<u32>| give(ELEMENTS + (slot(word) & (PAGES - 1)));
    if let Some(host) = url.host_str() {
        // The last two labels are the site's name.
        let labels = host.split('.').count().saturating_sub(2);
        host.split('.').take(labels).for_each(|label| each_word(label, &mut word));
    }
    for (depth, part) in url.path().split('/').filter(|part| !part.is_empty()).take(8).enumerate() {
        let words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            word(BASIS ^ part.len() as u32, None);
        } else if words <= 2 {
            each_word(part, &mut word);
        } else {
            word(BASIS ^ (32 + words.min(6) as u32 + 8 * depth.min(3) as u32), None);
        }
    }
}

/// Gives the slots of the words that a page says of itself: in the classes of `html` and `body`, as Open Graph's type
/// and as JSON-LD's.
pub(crate) fn each_page_slot(tree: &Tree, entity: Option<&str>, give: &mut dyn FnMut(usize)) {
    let mut left = 2 * MOST_WORDS;
    let mut put = |text: &str, salt: u32| {
        each_word(text, |word, before| {
            if left > 0 {
                left -= 1;
                give(ELEMENTS + PAGES + (slot(word ^ salt) & (PAGES - 1)));
                if let Some(before) = before {
                    let pair = (before.rotate_left(7) ^ word).wrapping_mul(PRIME) ^ salt;
                    give(ELEMENTS + PAGES + (slot(pair) & (PAGES - 1)));
                }
            }
        });
    };
    // What is not said says nothing: old pages have neither, whatever their kind.
    put(entity.unwrap_or(""), 1);
    put(open_graph_type(tree).unwrap_or(""), 2);
    for name in [Name::HTML, Name::BODY] {
        if let Some(node) = tree.find(tree.root(), name) {
            put(tree.attr(node, Name::CLASS).unwrap_or(""), 3);
            put(tree.attr(node, Name::ID).unwrap_or(""), 3);
        }
    }
}

fn open_graph_type(tree: &Tree) -> Option<&str> {
    let head = tree.find(tree.root(), Name::HEAD)?;
    let metas = tree.children(head).filter(|&id| tree.name(id) == Name::META);
    let mut types = metas.filter(|&id| tree.attr(id, Name::PROPERTY) == Some("og:type"));
    types.next().and_then(|id| tree.attr(id, Name::CONTENT))
}

/// Gives the slots of an element's words: of each word, and of each two that stand side by side.
pub(crate) fn each_slot(tree: &Tree, node: NodeId, give: &mut dyn FnMut(usize)) {
    let mut left = MOST_WORDS;
    for (name, value) in tree.attrs(node) {
        let Some(salt) = salt(name) else { continue };
        each_word(value, |word, before| {
            if left > 0 {
                left -= 1;
                each_slot_of(word, before, salt, &mut *give);
            }
        });
    }
}

/// What sets the words of an attribute apart from those of others; `None` where they are not looked up.
fn salt(name: Name) -> Option<u32> {
    match name {
        Name::CLASS | Name::ID => Some(0),
        Name::ITEMPROP => Some(0x9e37_79b9),
        Name::ROLE => Some(0x85eb_ca6b),
        _ => None,
    }
}

/// Gives the slot of a word, and that of the pair with the word before it.
fn each_slot_of(word: u32, before: Option<u32>, salt: u32, mut give: impl FnMut(usize)) {
    give(slot(word ^ salt));
    if let Some(before) = before {
        give(slot((before.rotate_left(7) ^ word).wrapping_mul(PRIME) ^ salt));
    }
}

const PRIME: u32 = 0x0100_0193;
const BASIS: u32 = 0x811c_9dc5;

fn slot(hash: u32) -> usize {
    ((hash ^ (hash >> 15)) as usize) & (ELEMENTS - 1)
}

/// Gives the hash (FNV-1a) of each word, with that of the word before it in the same class. `postBody`,
/// `post-body` and `post_body` are two words; digits are no part of words.
fn each_word(value: &str, mut give: impl FnMut(u32, Option<u32>)) {
    let (mut hash, mut len) = (BASIS, 0);
    let mut before = None;
    let mut was_lower = false;
    for byte in value.bytes().take(MOST_BYTES).chain([b' ']) {
        let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
        let ends = !letter || (was_lower && byte.is_ascii_uppercase());
        if ends && len > 0 {
            if (2..=LONGEST).contains(&len) {
                give(hash, before);
                before = Some(hash);
            }
            (hash, len) = (BASIS, 0);
        }
        if byte.is_ascii_whitespace() {
            before = None;
        }
        if letter {
            hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
            len += 1;
        }
        was_lower = byte.is_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(value: &str) -> usize {
        let mut count = 0;
        each_word(value, |_, _| count += 1);
        count
    }

    #[test]
    fn long_values_are_read_in_part() {
        assert_eq!(words(&"ab ".repeat(MOST_BYTES)), MOST_BYTES.div_ceil(3));
    }

    #[test]
    fn words_are_split_at_marks_and_capitals() {
        for (value, count) in [("postBody", 2), ("post-body wide_2", 3), ("", 0), ("a 1 b", 0), ("HTML", 1)] {
            assert_eq!(words(value), count, "{value}");
        }
        let mut hashes = Vec::new();
        each_word("postBody post-body", |word, before| hashes.push((word, before)));
        assert_eq!(hashes[..2], hashes[2..]);
    }
}
