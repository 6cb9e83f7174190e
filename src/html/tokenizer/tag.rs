//! Tags and their attributes.

use std::collections::HashSet;

use memchr::memchr3;

use super::characters::{CHANGES, DECODES, ENDS_ATTRIBUTE, ENDS_NAME, ENDS_VALUE, SPACE, is, scan};
use super::{Next, Receiver, Tokenizer, reference};

/// A start or end tag. Its name and the names of its attributes are in lower case.
pub(in super::super) struct Tag<'t> {
    pub(in super::super) name: &'t str,
    pub(in super::super) self_closing: bool,
    /// Whether an attribute stood twice; only the first is kept.
    pub(in super::super) has_duplicates: bool,
    list: &'t [Span],
    text: &'t str,
    decoded: &'t str,
}

impl<'t> Tag<'t> {
    /// Names and values of the attributes, in their order.
    pub(in super::super) fn attributes(&self) -> impl ExactSizeIterator<Item = (&'t str, &'t str)> + use<'t> {
        let (text, decoded) = (self.text, self.decoded);
        self.list.iter().map(move |span| (span.name.of(text, decoded), span.value.of(text, decoded)))
    }
}

#[derive(Clone, Copy)]
struct Span {
    name: Part,
    value: Part,
}

/// A part of the input or, where something had to be changed, of the decoded text.
#[derive(Clone, Copy)]
struct Part {
    start: usize,
    end: usize,
    is_decoded: bool,
}

impl Part {
    const EMPTY: Self = Self { start: 0, end: 0, is_decoded: false };

    fn of<'t>(self, text: &'t str, decoded: &'t str) -> &'t str {
        let source = if self.is_decoded { decoded } else { text };
        source.get(self.start..self.end).unwrap_or("")
    }
}

/// The attributes of the tag that is being read.
pub(super) struct Attributes {
    list: Vec<Span>,
    decoded: String,
    /// The names, once there are many: looking through the list each time would take time square in their number.
    names: HashSet<Box<str>>,
    most: usize,
}

/// From this many attributes on, names are looked up in a set.
const MANY: usize = 24;

impl Attributes {
    pub(super) fn new(most: usize) -> Self {
        Self { list: Vec::new(), decoded: String::new(), names: HashSet::new(), most }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.decoded.clear();
        self.names.clear();
    }

    /// Whether the tag has an attribute of this name already.
    fn has(&mut self, name: Part, text: &str) -> bool {
        let (list, decoded) = (&self.list, &self.decoded);
        let name = name.of(text, decoded);
        if list.len() < MANY {
            return list.iter().any(|span| span.name.of(text, decoded) == name);
        }
        if self.names.is_empty() {
            self.names.extend(list.iter().map(|span| Box::from(span.name.of(text, decoded))));
        }
        !self.names.insert(name.into())
    }

    fn is_full(&self) -> bool {
        self.list.len() >= self.most
    }

    /// A name: lower case, U+0000 replaced.
    fn name(&mut self, text: &str, start: usize, end: usize, met: u8) -> Part {
        if met & CHANGES == 0 {
            return Part { start, end, is_decoded: false };
        }
        let from = self.decoded.len();
        push_name(text.get(start..end).unwrap_or(""), &mut self.decoded);
        Part { start: from, end: self.decoded.len(), is_decoded: true }
    }

    fn value(&mut self, text: &str, start: usize, end: usize, needs_decoding: bool) -> Part {
        if !needs_decoding {
            return Part { start, end, is_decoded: false };
        }
        let from = self.decoded.len();
        let raw = text.get(start..end).unwrap_or("");
        reference::decode_attribute(raw, &mut self.decoded);
        Part { start: from, end: self.decoded.len(), is_decoded: true }
    }
}

/// Adds a name as the standard spells it.
fn push_name(name: &str, out: &mut String) {
    out.extend(name.chars().map(|c| if c == '\0' { '\u{fffd}' } else { c.to_ascii_lowercase() }));
}

/// What the rest of a tag said.
struct Rest {
    self_closing: bool,
    has_duplicates: bool,
}

impl Tokenizer<'_> {
    /// A start tag whose name begins at `name`.
    pub(super) fn start_tag<R: Receiver>(&mut self, name: usize, receiver: &mut R) {
        self.attributes.clear();
        let (end, met) = scan(self.bytes(), name, ENDS_NAME);
        self.last_start.clear();
        if met & CHANGES == 0 {
            self.last_start.push_str(self.text.get(name..end).unwrap_or(""));
        } else {
            push_name(self.text.get(name..end).unwrap_or(""), &mut self.last_start);
        }
        let Some(rest) = self.attributes(end) else {
            return;
        };
        self.next = receiver.start_tag(&Tag {
            name: &self.last_start,
            self_closing: rest.self_closing,
            has_duplicates: rest.has_duplicates,
            list: &self.attributes.list,
            text: self.text,
            decoded: &self.attributes.decoded,
        });
    }

    /// An end tag whose name begins at `name`; whatever state it ends, data comes next.
    pub(super) fn end_tag<R: Receiver>(&mut self, name: usize, receiver: &mut R) {
        self.attributes.clear();
        let (end, met) = scan(self.bytes(), name, ENDS_NAME);
        let part = self.attributes.name(self.text, name, end, met);
        let Some(rest) = self.attributes(end) else {
            return;
        };
        self.next = Next::Data;
        receiver.end_tag(&Tag {
            name: part.of(self.text, &self.attributes.decoded),
            self_closing: rest.self_closing,
            has_duplicates: rest.has_duplicates,
            list: &self.attributes.list,
            text: self.text,
            decoded: &self.attributes.decoded,
        });
    }

    /// Reads attributes up to the tag's end, from behind its name. At the end of the input there is no tag.
    fn attributes(&mut self, from: usize) -> Option<Rest> {
        let mut rest = Rest { self_closing: false, has_duplicates: false };
        let mut at = from;
        loop {
            match self.byte(at) {
                Some(b'>') => break,
                Some(b'/') if self.byte(at + 1) == Some(b'>') => {
                    rest.self_closing = true;
                    at += 1;
                    break;
                }
                Some(b'/') => at += 1,
                Some(byte) if is(byte, SPACE) => at += 1,
                Some(_) => at = self.attribute(at, &mut rest),
                None => {
                    self.at = self.text.len();
                    return None;
                }
            }
        }
        self.at = at + 1;
        Some(rest)
    }

    /// Reads one attribute; gives where it ends.
    fn attribute(&mut self, start: usize, rest: &mut Rest) -> usize {
        let bytes = self.text.as_bytes();
        // A `=` that stands first is part of the name.
        let first = if bytes.get(start) == Some(&b'=') { start + 1 } else { start };
        let (name_end, met) = scan(bytes, first, ENDS_ATTRIBUTE);
        let (behind, _) = skip_space(bytes, name_end);
        let (value, end) = if bytes.get(behind) == Some(&b'=') {
            self.attribute_value(behind + 1)
        } else {
            (Value::NONE, behind)
        };
        if self.attributes.is_full() {
            return end;
        }
        let name = self.attributes.name(self.text, start, name_end, met);
        if self.attributes.has(name, self.text) {
            rest.has_duplicates = true;
            return end;
        }
        let value = self.attributes.value(self.text, value.start, value.end, value.needs_decoding);
        self.attributes.list.push(Span { name, value });
        end
    }

    /// Finds the value behind a `=`, and where the attribute ends.
    fn attribute_value(&self, from: usize) -> (Value, usize) {
        let bytes = self.text.as_bytes();
        let (start, first) = skip_space(bytes, from);
        match first {
            Some(b'>') | None => (Value::NONE, start),
            Some(quote @ (b'"' | b'\'')) => {
                let start = start + 1;
                let mut needs_decoding = false;
                let mut at = start;
                loop {
                    let Some(found) = memchr3(quote, b'&', 0, bytes.get(at..).unwrap_or(&[])) else {
                        // The input ends inside the tag, which is dropped.
                        return (Value::NONE, bytes.len());
                    };
                    at += found;
                    if bytes.get(at) == Some(&quote) {
                        return (Value { start, end: at, needs_decoding }, at + 1);
                    }
                    needs_decoding = true;
                    at += 1;
                }
            }
            Some(_) => {
                let (end, met) = scan(bytes, start, ENDS_VALUE);
                (Value { start, end, needs_decoding: met & DECODES != 0 }, end)
            }
        }
    }
}

/// A value in the input.
struct Value {
    start: usize,
    end: usize,
    needs_decoding: bool,
}

impl Value {
    const NONE: Self = Self { start: Part::EMPTY.start, end: Part::EMPTY.end, needs_decoding: false };
}

/// The first place at or after `from` that is no white space, and its byte.
fn skip_space(bytes: &[u8], from: usize) -> (usize, Option<u8>) {
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if !is(byte, SPACE) {
            return (at, Some(byte));
        }
        at += 1;
    }
    (at, None)
}
