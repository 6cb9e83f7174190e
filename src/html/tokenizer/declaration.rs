//! What begins with `<!` or is a comment by mistake.

use memchr::memmem;
use memchr::{memchr, memchr2};

use super::characters::{SPACE, is};
use super::{Receiver, Tokenizer};

/// A doctype.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Doctype {
    pub(in super::super) name: Option<String>,
    pub(in super::super) public: Option<String>,
    pub(in super::super) system: Option<String>,
    pub(in super::super) forces_quirks: bool,
}

impl Tokenizer<'_> {
    /// The markup declaration open state; `from` is behind the `<!`.
    pub(super) fn declaration<R: Receiver>(&mut self, from: usize, receiver: &mut R) {
        let rest = self.bytes().get(from..).unwrap_or(&[]);
        if rest.starts_with(b"--") {
            self.comment(from + 2, receiver);
        } else if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype")) {
            self.doctype(from + 7, receiver);
        } else if rest.starts_with(b"[CDATA[") && receiver.in_foreign_content() {
            self.cdata(from + 7, receiver);
        } else {
            self.bogus_comment(from, receiver);
        }
    }

    /// All up to the next `>` is a comment.
    pub(super) fn bogus_comment<R: Receiver>(&mut self, from: usize, receiver: &mut R) {
        let found = memchr(b'>', self.bytes().get(from..).unwrap_or(&[]));
        let end = found.map_or(self.text.len(), |found| from + found);
        receiver.comment(self.slice(from, end));
        self.at = (end + 1).min(self.text.len());
    }

    /// A comment whose text begins at `from`.
    fn comment<R: Receiver>(&mut self, from: usize, receiver: &mut R) {
        let rest = self.slice(from, self.text.len());
        let (text, length) = match rest.as_bytes() {
            [b'>', ..] => ("", 1),
            [b'-', b'>', ..] => ("", 2),
            bytes => match comment_end(bytes) {
                Some((end, length)) => (rest.get(..end).unwrap_or(""), end + length),
                None => (unfinished_comment(rest), rest.len()),
            },
        };
        receiver.comment(text);
        self.at = from + length;
    }

    fn cdata<R: Receiver>(&mut self, from: usize, receiver: &mut R) {
        let rest = self.slice(from, self.text.len());
        let end = memmem::find(rest.as_bytes(), b"]]>");
        let mut text = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
        while let Some((before, after)) = text.split_once('\0') {
            self.verbatim_text(before, receiver);
            receiver.null();
            text = after;
        }
        self.verbatim_text(text, receiver);
        self.at = end.map_or(self.text.len(), |end| from + end + 3);
    }

    fn doctype<R: Receiver>(&mut self, from: usize, receiver: &mut R) {
        let mut reader = Reader { bytes: self.bytes(), at: from };
        let doctype = reader.doctype();
        self.at = reader.at.min(self.text.len());
        receiver.doctype(doctype);
    }
}

/// Where the comment's text ends, and how long its mark is: `-->` or `--!>`.
fn comment_end(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        at += memchr(b'>', bytes.get(at..)?)?;
        let before = bytes.get(..at)?;
        if before.ends_with(b"--") {
            return Some((at - 2, 3));
        }
        if before.ends_with(b"--!") {
            return Some((at - 3, 4));
        }
        at += 1;
    }
}

/// A comment that the input's end ends: what could have begun its mark is not part of it.
fn unfinished_comment(text: &str) -> &str {
    ["--!", "--", "-"].iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text)
}

/// Reads a doctype, state by state: there is one a page.
struct Reader<'i> {
    bytes: &'i [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) -> Option<u8> {
        while self.peek().is_some_and(|byte| is(byte, SPACE)) {
            self.at += 1;
        }
        self.peek()
    }

    /// The bytes up to one of these; they are not consumed.
    fn until(&mut self, is_end: impl Fn(u8) -> bool) -> &[u8] {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let length = rest.iter().position(|&byte| is_end(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or(&[])
    }

    fn doctype(&mut self) -> Doctype {
        let mut doctype = Doctype::default();
        doctype.forces_quirks = !self.parts(&mut doctype);
        self.until(|byte| byte == b'>');
        self.at += 1;
        doctype
    }

    /// Reads name and identifiers; gives whether they are in order.
    fn parts(&mut self, doctype: &mut Doctype) -> bool {
        if matches!(self.skip_space(), None | Some(b'>')) {
            return false;
        }
        let name = self.until(|byte| byte == b'>' || is(byte, SPACE)).to_ascii_lowercase();
        doctype.name = Some(text(&name));
        match self.skip_space() {
            None => return false,
            Some(b'>') => return true,
            Some(_) => {}
        }
        let word = self.bytes.get(self.at..self.at + 6).unwrap_or(&[]);
        if word.eq_ignore_ascii_case(b"system") {
            self.at += 6;
            return self.identifier(&mut doctype.system) && self.is_at_end();
        }
        if !word.eq_ignore_ascii_case(b"public") {
            return false;
        }
        self.at += 6;
        if !self.identifier(&mut doctype.public) {
            return false;
        }
        match self.skip_space() {
            None => false,
            Some(b'>') => true,
            Some(_) => self.identifier(&mut doctype.system) && self.is_at_end(),
        }
    }

    /// A quoted identifier. It is kept even where it is not in order.
    fn identifier(&mut self, out: &mut Option<String>) -> bool {
        let Some(quote @ (b'"' | b'\'')) = self.skip_space() else {
            return false;
        };
        self.at += 1;
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let end = memchr2(quote, b'>', rest);
        *out = Some(text(rest.get(..end.unwrap_or(rest.len())).unwrap_or(&[])));
        self.at += end.unwrap_or(rest.len());
        if self.peek() == Some(quote) {
            self.at += 1;
            return true;
        }
        false
    }

    /// Whether the doctype may end here. What else stands behind the system identifier is no reason for quirks, but the
    /// end of the input is.
    fn is_at_end(&mut self) -> bool {
        self.skip_space().is_some()
    }
}

/// The bytes, which are whole characters, with U+0000 replaced.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\0', "\u{fffd}")
}
