//! Text that holds no markup: RCDATA, RAWTEXT and scripts.

use memchr::{memchr, memchr2};

use super::characters::{ENDS_NAME, is};
use super::{Receiver, Tokenizer};

/// The kinds of raw text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Raw {
    /// `title` and `textarea`: character references, no markup.
    Rcdata,
    /// `style`, `iframe`, `noframes` and others.
    Rawtext,
    /// `script`.
    Script,
    /// `script` behind a `<!--`.
    EscapedScript,
    /// `script` behind a `<!--` and a `<script`.
    DoubleEscapedScript,
}

impl Tokenizer<'_> {
    /// Raw text up to its end tag, and that tag.
    pub(super) fn raw<R: Receiver>(&mut self, raw: Raw, receiver: &mut R) {
        let start = self.at;
        let end = match raw {
            Raw::Rcdata | Raw::Rawtext => self.end_of_raw_text(start),
            Raw::Script => self.end_of_script(start, Script::Plain),
            Raw::EscapedScript => self.end_of_script(start, Script::Escaped),
            Raw::DoubleEscapedScript => self.end_of_script(start, Script::DoubleEscaped),
        };
        let text = self.slice(start, end.unwrap_or(self.text.len()));
        match raw {
            Raw::Rcdata => self.replaced_text(text, receiver),
            _ => self.verbatim_text(text, receiver),
        }
        match end {
            Some(end) => self.end_tag(end + 2, receiver),
            None => self.at = self.text.len(),
        }
    }

    /// Where the end tag of the element begins, if there is one.
    fn end_of_raw_text(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at += memchr(b'<', self.bytes().get(at..)?)?;
            if self.is_own_end_tag(at) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// Whether what begins at this `<` is an appropriate end tag.
    fn is_own_end_tag(&self, open: usize) -> bool {
        !self.last_start.is_empty()
            && self.byte(open + 1) == Some(b'/')
            && self.is_name_at(open + 2, self.last_start.as_bytes())
    }

    /// Whether this name (in lower case) stands at `at`, and ends there.
    fn is_name_at(&self, at: usize, name: &[u8]) -> bool {
        let end = at + name.len();
        self.bytes().get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(name))
            && self.byte(end).is_some_and(|byte| is(byte, ENDS_NAME))
    }

    /// Where the end tag of the script begins: what stands behind `<!--` and then `<script` does not end it.
    fn end_of_script(&self, from: usize, state: Script) -> Option<usize> {
        let bytes = self.bytes();
        let mut state = state;
        let mut at = from;
        // No dash before this one counts for `-->`.
        let mut first_dash = from;
        loop {
            let rest = bytes.get(at..)?;
            if state == Script::Plain {
                at += memchr(b'<', rest)?;
                if bytes.get(at + 1..).is_some_and(|rest| rest.starts_with(b"!--")) {
                    state = Script::Escaped;
                    first_dash = at + 2;
                    at += 4;
                } else if self.is_own_end_tag(at) {
                    return Some(at);
                } else {
                    at += 1;
                }
                continue;
            }
            at += memchr2(b'<', b'>', rest)?;
            if bytes.get(at) == Some(&b'>') {
                let dashes = at.checked_sub(2).filter(|&dashes| dashes >= first_dash);
                if dashes.is_some_and(|dashes| bytes.get(dashes..at) == Some(b"--")) {
                    state = Script::Plain;
                }
                at += 1;
                continue;
            }
            match state {
                Script::Escaped if self.is_own_end_tag(at) => return Some(at),
                Script::Escaped if self.is_name_at(at + 1, b"script") => {
                    state = Script::DoubleEscaped;
                    at += 8;
                }
                Script::DoubleEscaped
                    if self.byte(at + 1) == Some(b'/') && self.is_name_at(at + 2, b"script") =>
                {
                    state = Script::Escaped;
                    at += 9;
                }
                _ => at += 1,
            }
        }
    }
}

/// The states of script data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Plain,
    Escaped,
    DoubleEscaped,
}
