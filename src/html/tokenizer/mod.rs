//! The tokenizer of the HTML standard (<https://html.spec.whatwg.org/multipage/parsing.html#tokenization>), for a text
//! that is in memory as a whole.
//!
//! The standard's states are places in the code here: a function reads a construct to its end by looking for the few
//! bytes that matter there, and a token is a slice of the input wherever nothing in it has to be decoded. Parse errors
//! are not told. Line ends are `\n` before the tokenizer begins ([`normalised`]).

mod characters;
mod declaration;
mod forward;
mod raw;
mod reference;
mod tag;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use memchr::memchr;

pub(super) use declaration::Doctype;
pub use forward::tokenize;
pub(super) use forward::{attribute, forward, raw_state};
pub(super) use raw::Raw;
pub(super) use tag::Tag;

/// What takes the tokens.
pub(super) trait Receiver {
    /// A start tag; the answer says how to read on.
    fn start_tag(&mut self, tag: &Tag<'_>) -> Next;
    fn end_tag(&mut self, tag: &Tag<'_>);
    /// Text without U+0000.
    fn text(&mut self, text: &str);
    /// A U+0000 where the tree builder is to decide about it.
    fn null(&mut self);
    /// A comment as it stands in the input: U+0000 is not replaced.
    fn comment(&mut self, text: &str);
    fn doctype(&mut self, doctype: Doctype);
    fn end_of_file(&mut self);
    /// Whether there is an adjusted current node and it is not in HTML's namespace, so that `<![CDATA[` opens a section.
    fn in_foreign_content(&self) -> bool;
    /// Asked before each token, with the bytes consumed so far: `false` ends the input there.
    fn goes_on(&mut self, consumed: usize) -> bool;
}

/// The state to read on in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Data,
    Raw(Raw),
    PlainText,
}

/// The input with `\r\n` and `\r` as `\n` (<https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>).
pub(super) fn normalised(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'\r', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let (clean, mut rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len());
    out.push_str(clean);
    while let Some(after) = rest.strip_prefix('\r') {
        out.push('\n');
        let after = after.strip_prefix('\n').unwrap_or(after);
        let end = memchr(b'\r', after.as_bytes()).unwrap_or(after.len());
        let (line, next) = after.split_at(end);
        out.push_str(line);
        rest = next;
    }
    Cow::Owned(out)
}

/// Sends the tokens of `text`, whose line ends are normalised, to `receiver`. Of each tag at most `attributes` are kept.
pub(super) fn run<R: Receiver>(text: &str, receiver: &mut R, attributes: usize) {
    let mut tokenizer = Tokenizer::new(text, attributes);
    while tokenizer.at < text.len() {
        if !receiver.goes_on(tokenizer.at) {
            break;
        }
        match tokenizer.next {
            Next::Data => tokenizer.data(receiver),
            Next::Raw(raw) => tokenizer.raw(raw, receiver),
            Next::PlainText => tokenizer.plain_text(receiver),
        }
    }
    receiver.end_of_file();
}

pub(super) struct Tokenizer<'i> {
    text: &'i str,
    at: usize,
    next: Next,
    /// Whether the input has a U+0000 at all; nearly none has.
    has_null: bool,
    /// The name of the last start tag, which is the one whose end tag ends raw text.
    last_start: String,
    attributes: tag::Attributes,
    /// Where text is put together that differs from the input.
    scratch: String,
}

impl<'i> Tokenizer<'i> {
    fn new(text: &'i str, attributes: usize) -> Self {
        Self {
            text,
            at: 0,
            next: Next::Data,
            has_null: memchr(0, text.as_bytes()).is_some(),
            last_start: String::new(),
            attributes: tag::Attributes::new(attributes),
            scratch: String::new(),
        }
    }

    fn bytes(&self) -> &'i [u8] {
        self.text.as_bytes()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes().get(at).copied()
    }

    /// A part of the input; both ends stand before ASCII characters or at an end.
    fn slice(&self, start: usize, end: usize) -> &'i str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The data state: text up to the next markup, and that markup.
    fn data<R: Receiver>(&mut self, receiver: &mut R) {
        let start = self.at;
        let mut from = start;
        let markup = loop {
            let Some(found) = memchr(b'<', self.bytes().get(from..).unwrap_or(&[])) else {
                break self.text.len();
            };
            let open = from + found;
            match self.byte(open + 1) {
                Some(b'/') if self.byte(open + 2).is_some() => break open,
                Some(next) if next.is_ascii_alphabetic() || matches!(next, b'!' | b'?') => break open,
                _ => from = open + 1,
            }
        };
        if start < markup {
            self.data_text(start, markup, receiver);
        }
        self.at = markup;
        match self.byte(markup + 1) {
            None => self.at = self.text.len(),
            Some(b'/') => match self.byte(markup + 2) {
                Some(b'>') => self.at = markup + 3,
                Some(name) if name.is_ascii_alphabetic() => self.end_tag(markup + 2, receiver),
                _ => self.bogus_comment(markup + 2, receiver),
            },
            Some(b'!') => self.declaration(markup + 2, receiver),
            Some(b'?') => self.bogus_comment(markup + 1, receiver),
            Some(_) => self.start_tag(markup + 1, receiver),
        }
    }

    /// Text with character references, in which U+0000 is a token of its own.
    fn data_text<R: Receiver>(&mut self, start: usize, end: usize, receiver: &mut R) {
        let mut rest = self.slice(start, end);
        if self.has_null {
            while let Some((before, after)) = rest.split_once('\0') {
                self.decoded_text(before, receiver);
                receiver.null();
                rest = after;
            }
        }
        self.decoded_text(rest, receiver);
    }

    /// Text with character references, in which U+0000 is replaced.
    fn replaced_text<R: Receiver>(&mut self, text: &str, receiver: &mut R) {
        if self.has_null && memchr(0, text.as_bytes()).is_some() {
            self.decoded_text(&text.replace('\0', "\u{fffd}"), receiver);
        } else {
            self.decoded_text(text, receiver);
        }
    }

    fn decoded_text<R: Receiver>(&mut self, text: &str, receiver: &mut R) {
        if text.is_empty() {
            return;
        }
        match memchr(b'&', text.as_bytes()) {
            None => receiver.text(text),
            Some(first) => {
                self.scratch.clear();
                reference::decode(text, first, false, &mut self.scratch);
                receiver.text(&self.scratch);
            }
        }
    }

    /// Text without character references, in which U+0000 is replaced.
    fn verbatim_text<R: Receiver>(&mut self, text: &str, receiver: &mut R) {
        if text.is_empty() {
            return;
        }
        if self.has_null && memchr(0, text.as_bytes()).is_some() {
            receiver.text(&text.replace('\0', "\u{fffd}"));
        } else {
            receiver.text(text);
        }
    }

    /// The PLAINTEXT state never ends.
    fn plain_text<R: Receiver>(&mut self, receiver: &mut R) {
        let rest = self.slice(self.at, self.text.len());
        self.at = self.text.len();
        self.verbatim_text(rest, receiver);
    }
}
