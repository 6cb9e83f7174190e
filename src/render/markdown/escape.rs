//! Text that can't become markup, and the other things that stand in a line.

use super::flanking::{Class, class};

/// Where inline text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph: lines may be broken, and the start of each could be taken for a block.
    Paragraph,
    /// On one line, after the mark of a heading or in the description of a picture.
    Line,
    /// In the cell of a table.
    Cell,
}

/// How far the present line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing on it.
    Start,
    /// That many digits: a full stop would make a list of it.
    Digits(usize),
    /// Anything else.
    Inside,
}

/// Writes inline text.
pub(super) struct Writer<'o> {
    out: &'o mut String,
    prefix: &'o str,
    pub(super) place: Place,
    line: Line,
}

impl<'o> Writer<'o> {
    pub(super) fn new(out: &'o mut String, prefix: &'o str, place: Place) -> Self {
        let line = if place == Place::Paragraph { Line::Start } else { Line::Inside };
        Self { out, prefix, place, line }
    }

    /// Writes markup.
    pub(super) fn syntax(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.line = Line::Inside;
    }

    /// Breaks the line where the page broke it.
    pub(super) fn line_break(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        match self.place {
            Place::Paragraph => {
                self.out.push_str("\\\n");
                self.out.push_str(self.prefix);
                self.line = Line::Start;
            }
            Place::Line => self.out.push(' '),
            Place::Cell => self.out.push_str("<br>"),
        }
    }

    /// Writes text so that it reads as it is.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        let mut before = None;
        loop {
            if self.line != Line::Inside {
                let (done, left) = rest.split_at(self.line_start(rest));
                before = done.chars().next_back().or(before);
                rest = left;
            }
            let Some(at) = rest.bytes().position(is_special) else {
                self.out.push_str(rest);
                return;
            };
            let (plain, tail) = rest.split_at(at);
            self.out.push_str(plain);
            let mut chars = tail.chars();
            let Some(c) = chars.next() else { return };
            before = plain.chars().next_back().or(before);
            rest = chars.as_str();
            if c == '\n' {
                rest = rest.trim_start();
                self.line_break();
            } else {
                self.character(c, before, rest);
            }
            before = Some(c);
        }
    }

    /// Writes a character that may be markup; `before` and `after` are its surroundings in the same text. What is
    /// beyond the text is not known, so at its edges everything is escaped that could ever need it.
    fn character(&mut self, c: char, before: Option<char>, after: &str) {
        let next = after.chars().next();
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
            // Inside a word an underscore never delimits.
            '_' => !(is_other(before) && is_other(next)),
            '<' => next.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => may_be_reference(after),
            // Before a link it would make a picture.
            '!' => next.is_none(),
            // After the bracket of a link it would make a footnote.
            '^' => before.is_none(),
            // At the end of a heading it would be the heading's closing mark.
            '#' => self.place == Place::Line && next.is_none_or(|c| c == '#' || c.is_whitespace()),
            '\0' => {
                self.out.push(char::REPLACEMENT_CHARACTER);
                return;
            }
            // White space that Markdown doesn't know as such, or not inside a line.
            c if c.is_whitespace() && !is_space_separator(c) => {
                self.out.push(' ');
                return;
            }
            _ => false,
        };
        if escaped {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    /// Escapes what would make a block of a line that starts with `rest`; how much of it has been written.
    fn line_start(&mut self, rest: &str) -> usize {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        let mut following = after.chars();
        let Some(c) = following.next() else {
            self.out.push_str(number);
            if digits > 0 {
                let before = if let Line::Digits(count) = self.line { count } else { 0 };
                self.line = Line::Digits(before + digits);
            }
            return rest.len();
        };
        let next = following.next();
        let ends = next.is_none_or(char::is_whitespace);
        self.out.push_str(number);
        let escaped = if digits > 0 || matches!(self.line, Line::Digits(_)) {
            matches!(c, '.' | ')') && ends
        } else {
            match c {
                // A quotation, a definition or the second row of a table.
                '>' | ':' => true,
                // Lists, rules, underlines of headings, metadata, the second row of a table.
                '-' | '+' | '=' => ends || next.is_some_and(|c| c.is_ascii_punctuation()),
                '#' => ends || next == Some('#'),
                _ => false,
            }
        };
        if escaped {
            self.out.push('\\');
        }
        self.line = Line::Inside;
        digits
    }

    /// Writes a code span.
    pub(super) fn code(&mut self, code: &str) {
        let fence = "`".repeat(longest_backtick_run(code) + 1);
        let padding = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.syntax(&fence);
        self.out.push_str(padding);
        for c in code.chars() {
            match c {
                '\0' => self.out.push(char::REPLACEMENT_CHARACTER),
                '|' if self.place == Place::Cell => self.out.push_str("\\|"),
                c if c.is_whitespace() && c != '\u{a0}' => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        self.out.push_str(padding);
        self.out.push_str(&fence);
    }

    /// Writes the end of a link or picture, from the bracket on. The URL is one of [`url`](super::super::url).
    pub(super) fn destination(&mut self, url: &str) {
        self.syntax("](");
        let escape_brackets = !has_plain_brackets(url);
        for (at, c) in url.char_indices() {
            let escaped = match c {
                '\\' => true,
                '(' | ')' => escape_brackets,
                '|' => self.place == Place::Cell,
                '&' => may_be_reference(url.get(at + 1..).unwrap_or_default()),
                _ => false,
            };
            if escaped {
                self.out.push('\\');
            }
            self.out.push(c);
        }
        self.out.push(')');
    }
}

/// Bytes at which [`Writer::character`] is asked; the last three begin the white space outside of ASCII that is
/// written as a blank.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'~' | b'|' | b'<' | b'&' | b'!' | b'^' | b'#' | 0 | b'\t'
            ..=b'\r' | 0xC2 | 0xE2
    )
}

fn is_space_separator(c: char) -> bool {
    class(c) == Class::Space && !c.is_ascii_control()
}

fn is_other(c: Option<char>) -> bool {
    c.is_some_and(|c| class(c) == Class::Other)
}

/// Whether an ampersand before `after` could begin a character reference. The longest name has 31 letters.
fn may_be_reference(after: &str) -> bool {
    let body = after.strip_prefix('#').unwrap_or(after);
    let length = body.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    match body.as_bytes().get(length) {
        Some(byte) => *byte == b';' && length > 0,
        None => true,
    }
}

/// Whether the round brackets of a URL can stand as they are: in pairs, and not deeply nested.
fn has_plain_brackets(url: &str) -> bool {
    let mut depth = 0_usize;
    for byte in url.bytes() {
        match byte {
            b'(' if depth == 3 => return false,
            b'(' => depth += 1,
            b')' if depth == 0 => return false,
            b')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

pub(super) fn longest_backtick_run(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for byte in text.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
