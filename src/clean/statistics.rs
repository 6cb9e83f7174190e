//! What the rules need to know of an element: how much text it holds, how much of that is links, how much is prose.
//!
//! One walk, no recursion: counts of open elements lie on a stack, and each element's are written to a flat `Vec` when
//! it is left.

use crate::html::{Name, NodeId, Tree, is_breaking};

/// Counts of one element and all below it.
///
/// Lengths are in letters: characters other than white space, where an ideograph, a kana or a Hangul syllable counts
/// as three, since it says about as much as three letters do.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Statistics {
    /// Text.
    pub(super) text: u32,
    /// Text inside of links.
    pub(super) link: u32,
    /// Text of paragraphs: runs outside of links that are long and have sentences.
    pub(super) prose: u32,
    /// Text of the page before the element.
    pub(super) before: u32,
    /// Links, up to 65,535.
    pub(super) links: u16,
    /// Paragraphs (runs that count as prose), up to 65,535.
    pub(super) paragraphs: u16,
    /// What is at or below the element: see the constants.
    pub(super) holds: u8,
}

impl Statistics {
    /// An `article` or a `main`.
    pub(super) const ARTICLE: u8 = 1;
    /// An `h1`.
    pub(super) const HEADLINE: u8 = 2;
    /// A heading below `h1`.
    pub(super) const HEADING: u8 = 4;
    /// A control of a form.
    pub(super) const CONTROL: u8 = 8;
    /// A picture or a video.
    pub(super) const PICTURE: u8 = 16;

    pub(super) fn holds(&self, what: u8) -> bool {
        self.holds & what != 0
    }

    /// The share of the text that is in links, in percent.
    pub(super) fn link_percent(&self) -> u32 {
        percent(self.link, self.text)
    }

    fn add(&mut self, below: &Self) {
        self.text = self.text.saturating_add(below.text);
        self.link = self.link.saturating_add(below.link);
        self.prose = self.prose.saturating_add(below.prose);
        self.links = self.links.saturating_add(below.links);
        self.paragraphs = self.paragraphs.saturating_add(below.paragraphs);
        self.holds |= below.holds;
    }
}

/// `part` of `whole` in percent; 0 of nothing.
pub(super) fn percent(part: u32, whole: u32) -> u32 {
    if part == 0 {
        return 0;
    }
    (u64::from(part) * 100).checked_div(u64::from(whole)).unwrap_or(0) as u32
}

/// A run of prose has at least this many letters if it ends a sentence …
const SENTENCE: u32 = 50;
/// … and this many if no mark of a sentence's end is in it (Thai, captions, headings of a sort).
const LONG_RUN: u32 = 160;

/// Text directly in a block, not in the blocks below it.
#[derive(Default, Clone, Copy)]
struct Run {
    text: u32,
    link: u32,
    ends: bool,
}

struct Open {
    id: NodeId,
    total: Statistics,
    run: Run,
    in_link: bool,
}

impl Open {
    /// Whether the run counts as a paragraph.
    fn is_prose(&self, name: Name) -> bool {
        let run = self.run;
        let plain = run.text - run.link;
        // A paragraph may be one long link; a card that is a link around paragraphs is none.
        let linked = !self.in_link && name == Name::P && run.text >= LONG_RUN;
        let long = plain * 2 > run.text && plain >= SENTENCE;
        long && (run.ends || plain >= LONG_RUN) || linked && run.ends
    }
}

/// The statistics of every element, by [`NodeId::index`].
pub(super) fn statistics(tree: &Tree) -> Vec<Statistics> {
    let all = vec![Statistics::default(); tree.len()];
    let mut count = Count { tree, all, open: Vec::with_capacity(64), seen: 0 };
    let mut next = Some(tree.root());
    while let Some(id) = next {
        next = match tree.text(id) {
            Some(text) => {
                count.read(text);
                count.after(id)
            }
            None => {
                let name = tree.name(id);
                count.enter(id, name);
                tree.first_child(id).filter(|_| !is_silent(name)).or_else(|| {
                    count.leave();
                    count.after(id)
                })
            }
        };
    }
    count.all
}

/// The state of the walk.
struct Count<'t> {
    tree: &'t Tree,
    all: Vec<Statistics>,
    open: Vec<Open>,
    /// Letters of the page so far.
    seen: u32,
}

impl Count<'_> {
    fn read(&mut self, text: &str) {
        let bytes = Bytes::of(text);
        let letters = bytes.letters;
        let Some(top) = self.open.last_mut().filter(|_| letters > 0) else { return };
        self.seen = self.seen.saturating_add(letters);
        top.total.text = top.total.text.saturating_add(letters);
        top.run.text = top.run.text.saturating_add(letters);
        if top.in_link {
            top.total.link = top.total.link.saturating_add(letters);
            top.run.link = top.run.link.saturating_add(letters);
        }
        top.run.ends = top.run.ends || (letters > 1 && bytes.has_sentence_end(text));
    }

    fn enter(&mut self, id: NodeId, name: Name) {
        let above = self.open.last().is_some_and(|top| top.in_link);
        let is_link = name == Name::A && self.tree.attr(id, Name::HREF).is_some();
        let total = Statistics {
            before: self.seen,
            links: u16::from(is_link),
            holds: holds(name),
            ..Statistics::default()
        };
        self.open.push(Open { id, total, run: Run::default(), in_link: above || is_link });
    }

    /// Leaves the elements that end with a node, and gives the node that follows.
    fn after(&mut self, id: NodeId) -> Option<NodeId> {
        let mut id = id;
        loop {
            if let Some(next) = self.tree.next_sibling(id) {
                return Some(next);
            }
            id = self.tree.parent(id)?;
            self.leave();
        }
    }

    /// Leaves the innermost open element.
    fn leave(&mut self) {
        let Some(mut left) = self.open.pop() else { return };
        let name = self.tree.name(left.id);
        let inline = !is_breaking(name);
        let mut own = left.total;
        if left.is_prose(name) {
            own.prose = own.prose.saturating_add(left.run.text);
            own.paragraphs = own.paragraphs.saturating_add(1);
        }
        if let Some(slot) = self.all.get_mut(left.id.index()) {
            *slot = own;
        }
        // The run of an inline element goes on in its block, which counts it.
        if !inline {
            left.total = own;
        }
        // What a `noscript` holds stands elsewhere on the page, as a rule.
        let Some(above) = self.open.last_mut().filter(|_| !matches!(name, Name::NOSCRIPT | Name::TEMPLATE))
        else {
            return;
        };
        above.total.add(&left.total);
        if inline {
            above.run.text = above.run.text.saturating_add(left.run.text);
            above.run.link = above.run.link.saturating_add(left.run.link);
            above.run.ends |= left.run.ends;
        }
    }
}

/// Elements whose text nobody reads as such.
fn is_silent(name: Name) -> bool {
    matches!(
        name,
        Name::HEAD
            | Name::SCRIPT
            | Name::STYLE
            | Name::SELECT
            | Name::DATALIST
            | Name::TEXTAREA
            | Name::IFRAME
            | Name::SVG
            | Name::OBJECT
    )
}

fn holds(name: Name) -> u8 {
    match name {
        Name::ARTICLE | Name::MAIN => Statistics::ARTICLE,
        Name::H1 => Statistics::HEADLINE,
        Name::H2 | Name::H3 | Name::H4 => Statistics::HEADING,
        Name::INPUT | Name::SELECT | Name::TEXTAREA | Name::BUTTON => Statistics::CONTROL,
        Name::IMG | Name::PICTURE | Name::VIDEO | Name::IFRAME => Statistics::PICTURE,
        _ => 0,
    }
}

/// Characters other than ASCII white space; those of U+3000 to U+D7FF (kana, ideographs, Hangul) count as three.
pub(super) fn letters(text: &str) -> u32 {
    Bytes::of(text).letters
}

/// What the bytes of a text tell, in one pass.
struct Bytes {
    /// See [`letters`].
    letters: u32,
    /// A byte that begins a mark of U+0580 or above is among them.
    high: bool,
}

/// Bytes of one step: the loop over them runs on vectors, and what it counts is below 256.
const BLOCK: usize = 32;

impl Bytes {
    fn of(text: &str) -> Self {
        let mut all = Self { letters: 0, high: false };
        let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
        blocks.iter().for_each(|block| all.add(block));
        let (words, rest) = rest.as_chunks::<8>();
        words.iter().for_each(|word| all.add_word(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            // Zeros count nothing.
            let word = match text.as_bytes().last_chunk::<8>() {
                Some(last) => u64::from_le_bytes(*last) >> (8 * (8 - rest.len())),
                None => rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
            };
            all.add_word(word);
        }
        all
    }

    fn add(&mut self, block: &[u8; BLOCK]) {
        let (mut sum, mut high) = (0_u8, 0_u8);
        for &byte in block {
            let starts = u8::from(byte & 0xc0 != 0x80) & u8::from(byte > b' ');
            let wide = u8::from(byte.wrapping_sub(0xe3) <= 0xed - 0xe3);
            sum += starts + 2 * wide;
            high |= u8::from(byte >= 0xd6);
        }
        self.letters += u32::from(sum);
        self.high |= high != 0;
    }

    /// The same of eight bytes in one number.
    fn add_word(&mut self, word: u64) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = ONES << 7;
        let low = word & !HIGH;
        // In the high bit of each byte: whether its low seven bits are at least so much.
        let at_least = |bits: u64| low + ONES * (0x80 - bits);
        let starts = (word & word << 1 | !word & at_least(u64::from(b' ') + 1)) & HIGH;
        let wide = word & at_least(0x63) & !at_least(0x6e) & HIGH;
        let counts = (starts >> 7) + (wide >> 6);
        self.letters += (counts.wrapping_mul(ONES) >> 56) as u32;
        self.high |= word & at_least(0x56) & HIGH != 0;
    }

    /// Whether a mark that ends a sentence stands before white space, a quotation mark or the end, or is one of those
    /// that no other use is made of.
    fn has_sentence_end(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        memchr::memchr3_iter(b'.', b'!', b'?', bytes).any(|at| {
            bytes
                .get(at + 1)
                .is_none_or(|&next| next <= b' ' || matches!(next, b'"' | b'\'' | b')') || next >= 0x80)
        }) || self.high && has_high_end(bytes)
    }
}

/// Whether one of `。！？…।؟۔։።` is among these bytes.
fn has_high_end(bytes: &[u8]) -> bool {
    let two = |at: usize| matches!(bytes.get(at..at + 2), Some([0xd6, 0x89] | [0xd8, 0x9f] | [0xdb, 0x94]));
    let three = |at: usize| {
        matches!(
            bytes.get(at..at + 3),
            Some(
                [0xe0, 0xa5, 0xa4]
                    | [0xe1, 0x8d, 0xa2]
                    | [0xe2, 0x80, 0xa6]
                    | [0xe3, 0x80, 0x82]
                    | [0xef, 0xbc, 0x81 | 0x9f]
            )
        )
    };
    memchr::memchr3_iter(0xe2, 0xe3, 0xef, bytes).any(three)
        || memchr::memchr3_iter(0xd6, 0xd8, 0xdb, bytes).any(two)
        || memchr::memchr2_iter(0xe0, 0xe1, bytes).any(three)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::parse;
    use crate::limits::Limits;

    #[test]
    fn counts_letters() {
        for (text, expected) in
            [("", 0), (" a b\n", 2), ("Мир", 3), ("東京", 6), ("한국", 6), ("é…", 2), ("ไทย", 3)]
        {
            assert_eq!(letters(text), expected, "{text}");
        }
        for length in 0..40 {
            assert_eq!(letters(&"a".repeat(length)), length as u32);
        }
        assert_eq!(letters(&"東".repeat(1000)), 3000);
    }

    #[test]
    fn finds_the_ends_of_sentences() {
        for text in ["It ends.", "One. Two", "«Да!»", "終わり。", "ख़त्म।", "He said \"no.\" Then"]
        {
            assert!(Bytes::of(text).has_sentence_end(text), "{text}");
        }
        for mark in "。！？…।؟۔։።".chars() {
            assert!(
                has_high_end(format!("{mark}a").as_bytes()) && has_high_end(format!("é{mark}").as_bytes())
            );
        }
        assert!(!has_high_end("é，、“”（）".as_bytes()));
        for text in ["example.org/a", "3.14", "no end", "まだ"] {
            assert!(!Bytes::of(text).has_sentence_end(text), "{text}");
        }
    }

    #[test]
    fn adds_up_what_is_below() {
        let sentence = "The harbour was closed on Tuesday after a crane had fallen into the water near the old lighthouse. ";
        let html = format!(
            "<body><nav><a href=a>Home</a> <a href=b>News</a></nav><article><h1>Crane falls</h1>\
             <p>{sentence}<a href=c>More</a> came.</p></article><noscript>{sentence}</noscript>\
             <a href=d><div>{sentence}</div></a>"
        );
        let (tree, _) = parse(&html, &Limits::default());
        let all = statistics(&tree);
        let at = |name| all[tree.find(tree.root(), name).unwrap().index()];
        let length = letters(sentence);
        assert_eq!((at(Name::NAV).text, at(Name::NAV).link, at(Name::NAV).links), (8, 8, 2));
        assert_eq!(at(Name::ARTICLE).prose, length + 9);
        assert_eq!(at(Name::ARTICLE).paragraphs, 1);
        assert_eq!(at(Name::BODY).prose, length + 9, "neither the noscript nor the linked card is prose");
        assert_eq!(at(Name::NOSCRIPT).text, length);
        assert_eq!(at(Name::BODY).text, 8 + 10 + length + 9 + length);
        assert!(at(Name::BODY).holds(Statistics::ARTICLE) && !at(Name::NAV).holds(Statistics::HEADLINE));
        assert_eq!(at(Name::P).before, 18);
    }
}
