//! The encoding that a page declares about itself, read from its first bytes without a parser.
//!
//! This is "prescan a byte stream to determine its encoding" of the WHATWG HTML standard (section 13.2.3.2), with
//! its two sub-algorithms "get an attribute" and "extracting a character encoding from a `meta` element", and
//! "get an XML encoding" as the fallback. One difference: labels of the standard's `replacement` encoding
//! (`hz-gb-2312`, `iso-2022-kr`) count as no label, because replacing the whole page by U+FFFD serves nobody here.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use memchr::{memchr, memmem};

/// The encoding declared in `head`, which is as much of the page's start as the caller wants searched.
pub(super) fn prescan(head: &[u8]) -> Option<&'static Encoding> {
    scan_tags(head).or_else(|| xml_encoding(head))
}

/// The encoding that a label names for bytes whose markup is ASCII, which UTF-16 is not: it stands for UTF-8, and
/// `x-user-defined` for windows-1252.
pub(super) fn encoding_of(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label_no_replacement(label)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

/// The label after `charset=` in a `content` attribute or a `Content-Type` header.
pub(super) fn charset_label(value: &[u8]) -> Option<&[u8]> {
    let mut rest = value;
    loop {
        let at = rest.windows(7).position(|word| word.eq_ignore_ascii_case(b"charset"))?;
        rest = rest[at + 7..].trim_ascii_start();
        if let Some(label) = rest.strip_prefix(b"=") {
            let label = label.trim_ascii_start();
            return match label.first()? {
                quote @ (b'"' | b'\'') => memchr(*quote, &label[1..]).map(|end| &label[1..=end]),
                _ => label.split(|&byte| byte == b';' || byte.is_ascii_whitespace()).next(),
            };
        }
    }
}

fn scan_tags(head: &[u8]) -> Option<&'static Encoding> {
    let mut scan = Scan { bytes: head, position: 0 };
    loop {
        scan.position += memchr(b'<', scan.rest())?;
        let rest = scan.rest();
        if rest.starts_with(b"<!--") {
            // The two hyphens of the end may be those of the start: `<!-->` is a whole comment.
            scan.position += 2;
            scan.position += memmem::find(scan.rest(), b"-->")? + 3;
        } else if starts_meta(rest) {
            scan.position += 5;
            if let Some(encoding) = scan.meta()? {
                return Some(encoding);
            }
        } else if starts_tag(rest) {
            scan.position += rest.iter().position(|&byte| is_space(byte) || byte == b'>')?;
            while scan.attribute()?.is_some() {}
        } else if matches!(rest.get(1), Some(b'!' | b'/' | b'?')) {
            scan.position += memchr(b'>', rest)?;
        } else {
            scan.position += 1;
        }
    }
}

fn starts_meta(rest: &[u8]) -> bool {
    rest.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"<meta"))
        && rest.get(5).is_some_and(|&byte| is_space(byte) || byte == b'/')
}

fn starts_tag(rest: &[u8]) -> bool {
    let name = rest.get(1..).unwrap_or_default();
    name.strip_prefix(b"/").unwrap_or(name).first().is_some_and(u8::is_ascii_alphabetic)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// A place in the bytes. Its methods give `None` where the bytes end, which ends the whole prescan.
struct Scan<'b> {
    bytes: &'b [u8],
    position: usize,
}

impl<'b> Scan<'b> {
    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) -> Option<()> {
        self.position += self.rest().iter().position(|&byte| !skipped(byte))?;
        Some(())
    }

    /// The attributes of one `meta` tag, and the encoding they declare.
    fn meta(&mut self) -> Option<Option<&'static Encoding>> {
        let (mut seen_pragma, mut seen_content, mut seen_charset) = (false, false, false);
        let mut is_content_type = false;
        let mut from_content = None;
        let mut from_charset = None;
        while let Some((name, value)) = self.attribute()? {
            // Of attributes with the same name the first counts.
            if name.eq_ignore_ascii_case(b"http-equiv") && !seen_pragma {
                seen_pragma = true;
                is_content_type = value.eq_ignore_ascii_case(b"content-type");
            } else if name.eq_ignore_ascii_case(b"content") && !seen_content {
                seen_content = true;
                from_content = charset_label(value).and_then(encoding_of);
            } else if name.eq_ignore_ascii_case(b"charset") && !seen_charset {
                seen_charset = true;
                from_charset = encoding_of(value);
            }
        }
        // A `charset` attribute, even one that names nothing, goes before `content`.
        Some(if seen_charset { from_charset } else { from_content.filter(|_| is_content_type) })
    }

    /// The next attribute's name and value; `Some(None)` at the end of the tag.
    fn attribute(&mut self) -> Option<Option<(&'b [u8], &'b [u8])>> {
        self.skip(|byte| is_space(byte) || byte == b'/')?;
        if self.byte()? == b'>' {
            return Some(None);
        }
        let start = self.position;
        // An equals sign that comes first belongs to the name.
        self.position += 1;
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'=' | b'/' | b'>'))?;
        let name = &self.bytes[start..self.position];
        self.skip(is_space)?;
        if self.byte()? != b'=' {
            return Some(Some((name, b"")));
        }
        self.position += 1;
        self.skip(is_space)?;
        let start = self.position;
        let value = match self.byte()? {
            quote @ (b'"' | b'\'') => {
                let end = start + 1 + memchr(quote, &self.bytes[start + 1..])?;
                self.position = end + 1;
                &self.bytes[start + 1..end]
            }
            _ => {
                self.skip(|byte| !is_space(byte) && byte != b'>')?;
                &self.bytes[start..self.position]
            }
        };
        Some(Some((name, value)))
    }
}

/// The encoding of an XML declaration at the very start.
fn xml_encoding(head: &[u8]) -> Option<&'static Encoding> {
    let declaration = head.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..memchr(b'>', declaration)?];
    let after = &declaration[memmem::find(declaration, b"encoding")? + 8..];
    let label = after.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let quote = label.first().copied().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let label = &label[1..];
    encoding_of(&label[..memchr(quote, label)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_declared_encoding() {
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"<meta charset=koi8-r>", Some("KOI8-R")),
            (b"<META CHARSET = 'Koi8-R' >", Some("KOI8-R")),
            (b"<meta/charset=koi8-r/>", None),
            (b"<meta/charset=koi8-r />", Some("KOI8-R")),
            (b"<metacharset=koi8-r>", None),
            (b"<meta =charset=koi8-r charset=big5>", Some("Big5")),
            (b"<meta charset=bogus><meta charset=koi8-r>", Some("KOI8-R")),
            (b"<meta charset=big5 charset=koi8-r>", Some("Big5")),
            (
                b"<meta content='text/html; charset=big5' charset=koi8-r http-equiv=content-type>",
                Some("KOI8-R"),
            ),
            (b"<meta content='text/html; charset=big5' charset=bogus http-equiv=content-type>", None),
            (
                b"<meta content='a;charset=big5' content='a;charset=koi8-r' http-equiv=content-type>",
                Some("Big5"),
            ),
            (b"<meta content='text/html; charset=big5'>", None),
            (b"<meta http-equiv=refresh content='text/html; charset=big5'>", None),
            (b"<meta http-equiv=Content-Type content='text/html; charset charset = \"big5\"'>", Some("Big5")),
            (b"<meta http-equiv=Content-Type content='text/html; charset=\"big5'>", None),
            (b"<meta http-equiv=Content-Type content='charset=big5;x'>", Some("Big5")),
            (b"<!--><meta charset=koi8-r>", Some("KOI8-R")),
            (b"<!-- <meta charset=big5> --><meta charset=koi8-r>", Some("KOI8-R")),
            (b"<!-- <meta charset=big5>", None),
            (b"<!doctype html <meta charset=big5><meta charset=koi8-r>", Some("KOI8-R")),
            (b"</p title='>'><meta charset=koi8-r>", Some("KOI8-R")),
            (b"<a title='<meta charset=big5>'><meta charset=koi8-r>", Some("KOI8-R")),
            (b"a < b <3 <meta charset=koi8-r>", Some("KOI8-R")),
            (b"<meta charset=utf-16be>", Some("UTF-8")),
            (b"<meta charset=x-user-defined>", Some("windows-1252")),
            (b"<meta charset=hz-gb-2312>", None),
            (b"<meta charset=koi8-r", None),
            (b"<meta charset='koi8-r", None),
            (b"<meta charset", None),
            (b"<", None),
            (b"", None),
            (b"<?xml version='1.0' encoding = \"shift_jis\"?><html>", Some("Shift_JIS")),
            (b"<?xml version='1.0' encoding='big5'?><meta charset=koi8-r>", Some("KOI8-R")),
            (b" <?xml version='1.0' encoding='big5'?>", None),
            (b"<?xml version='1.0' encoding=big5?>", None),
            (b"<?xml version='1.0' encoding='big5", None),
        ];
        for (head, expected) in cases {
            let found = prescan(head).map(Encoding::name);
            assert_eq!(found, *expected, "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn reads_the_charset_of_a_header() {
        let cases: &[(&[u8], Option<&[u8]>)] = &[
            (b"text/html; charset=utf-8", Some(b"utf-8")),
            (b"text/html;CharSet = \"UTF-8\"; x=y", Some(b"UTF-8")),
            (b"text/html; charset=utf-8; charset=big5", Some(b"utf-8")),
            (b"text/html; charset", None),
            (b"text/html; charset=", None),
            (b"text/html; charset=\"utf-8", None),
            (b"text/html", None),
            (b"", None),
        ];
        for (header, expected) in cases {
            assert_eq!(charset_label(header), *expected, "{}", String::from_utf8_lossy(header));
        }
    }
}
