//! From bytes to text: what is no page is refused, and the encoding of what is one is found.
//!
//! The order of evidence: byte order mark, HTTP header, the page's own declaration, validity as UTF-8, detection.
//! A claim is taken only where the bytes can bear it. Of 4,469 pages measured, 127 are UTF-8 with characters beyond
//! ASCII and call themselves something else: in all 111 whose known text tells the two readings apart, UTF-8 is right.
//! Three call themselves UTF-8 and are windows-1252. So:
//!
//! - bytes that are valid UTF-8, or nearly so, with characters beyond ASCII, are UTF-8 whatever is claimed;
//! - a claim of UTF-8 falls where less than a third of the sequences is whole; else the others become U+FFFD;
//! - a claim of windows-1252, which servers make without looking, falls where letters stand in rows as in no Latin
//!   text;
//! - a claim of a multi-byte encoding falls where more than a tenth of what it yields is U+FFFD;
//! - where header and page claim different encodings and both can be, detection decides; else the header does.

mod detect;
#[cfg(test)]
mod html5lib;
mod prescan;
mod sniff;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, WINDOWS_1252};

use crate::error::Error;
use crate::limits::Limits;
use crate::page::{Content, Page, saved_url};

/// How far the standard's prescan looks for a declaration.
const PRESCAN: usize = 1024;

/// How far it is looked for in pages that are not UTF-8: many old ones have comments and scripts before it.
const LATE_PRESCAN: usize = 16 << 10;

/// How much of a page is weighed, from its first byte beyond ASCII on: more than nearly any page has.
const EVIDENCE: usize = 1 << 20;

/// A page's text.
#[derive(Debug)]
pub(crate) struct Decoded<'p> {
    /// The text, without a byte order mark; borrowed where the bytes are valid UTF-8.
    pub(crate) text: Cow<'p, str>,
    /// The encoding's name in the WHATWG Encoding standard.
    pub(crate) encoding: &'static str,
    /// What told the encoding.
    pub(crate) found_by: FoundBy,
}

/// What told a page's encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FoundBy {
    /// A byte order mark.
    Bom,
    /// The charset of the HTTP `Content-Type`.
    Http,
    /// A `meta` of the page, or its XML declaration.
    Meta,
    /// The bytes are UTF-8, and nothing said so.
    Utf8,
    /// Statistics of the bytes.
    Detection,
    /// The caller: the page was given as text.
    Given,
}

#[derive(Clone, Copy)]
struct Claim {
    encoding: &'static Encoding,
    by: FoundBy,
}

/// The text of a page.
///
/// # Errors
///
/// [`Error::Empty`], [`Error::TooLarge`] and [`Error::NotHtml`].
pub(crate) fn decode<'p>(page: &'p Page<'_>, limits: &Limits) -> Result<Decoded<'p>, Error> {
    let decoded = match &page.content {
        Content::Text(text) => {
            admit(page, text.as_bytes(), limits)?;
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), found_by: FoundBy::Given }
        }
        Content::Bytes(bytes) => {
            admit(page, bytes, limits)?;
            decode_bytes(bytes, page)
        }
    };
    if decoded.text.trim_start().is_empty() {
        return Err(Error::Empty { input: page.name().to_owned() });
    }
    Ok(decoded)
}

/// Refuses what is empty, too large or no HTML.
fn admit(page: &Page<'_>, bytes: &[u8], limits: &Limits) -> Result<(), Error> {
    let input = || page.name().to_owned();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty { input: input() });
    }
    if bytes.len() > limits.bytes {
        let (size, limit) = (bytes.len() as u64, limits.bytes as u64);
        return Err(Error::TooLarge { input: input(), size: Some(size), limit });
    }
    if let Some(found) = sniff::signature(bytes) {
        return Err(Error::NotHtml { input: input(), found: found.to_owned() });
    }
    if let Some(found) = page.content_type.as_deref().and_then(|header| sniff::refused_type(header, bytes)) {
        return Err(Error::NotHtml { input: input(), found });
    }
    let is_utf16 = utf16_mark(bytes).is_some() || detect::utf16(bytes).is_some();
    if !is_utf16 && sniff::is_binary(bytes) {
        return Err(Error::NotHtml { input: input(), found: "binary data".to_owned() });
    }
    Ok(())
}

fn utf16_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes).filter(|&(encoding, _)| encoding != UTF_8)
}

fn decode_bytes<'p>(bytes: &'p [u8], page: &Page<'_>) -> Decoded<'p> {
    if let Some((encoding, mark)) = utf16_mark(bytes) {
        return read(&bytes[mark..], encoding, FoundBy::Bom);
    }
    if let Some(encoding) = detect::utf16(bytes) {
        return read(bytes, encoding, FoundBy::Detection);
    }
    let (body, mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(body) => (body, Some(Claim { encoding: UTF_8, by: FoundBy::Bom })),
        None => (bytes, None),
    };
    let header = page.content_type.as_deref().and_then(|header| prescan::charset_label(header.as_bytes()));
    let claims = [
        mark,
        header.and_then(prescan::encoding_of).map(|encoding| Claim { encoding, by: FoundBy::Http }),
        declared(body, PRESCAN),
    ];
    match std::str::from_utf8(body) {
        Ok(text) => settle_valid(text, claims),
        Err(_) => settle_invalid(body, claims, page),
    }
}

/// What the page declares in its first `reach` bytes.
fn declared(body: &[u8], reach: usize) -> Option<Claim> {
    let encoding = prescan::prescan(&body[..body.len().min(reach)])?;
    Some(Claim { encoding, by: FoundBy::Meta })
}

/// The encoding of bytes that are valid UTF-8. ASCII alone bears any claim, and may be ISO-2022-JP.
fn settle_valid(text: &str, claims: [Option<Claim>; 3]) -> Decoded<'_> {
    let first = claims.into_iter().flatten().next();
    let as_utf8 = |by| Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), found_by: by };
    match first {
        Some(claim) if claim.encoding == UTF_8 => as_utf8(claim.by),
        Some(claim) if text.is_ascii() => read(text.as_bytes(), claim.encoding, claim.by),
        None if text.is_ascii() && detect::iso_2022_jp(text.as_bytes()) => {
            read(text.as_bytes(), ISO_2022_JP, FoundBy::Detection)
        }
        _ => {
            let second = claims.into_iter().flatten().find(|claim| claim.encoding == UTF_8);
            as_utf8(second.map_or(FoundBy::Utf8, |claim| claim.by))
        }
    }
}

/// The encoding of bytes that are not valid UTF-8.
fn settle_invalid<'p>(body: &'p [u8], mut claims: [Option<Claim>; 3], page: &Page<'_>) -> Decoded<'p> {
    if claims[2].is_none() {
        claims[2] = declared(body, LATE_PRESCAN);
    }
    let utf8 = claims.into_iter().flatten().find(|claim| claim.encoding == UTF_8);
    let mut legacy: Vec<Claim> =
        claims.into_iter().flatten().filter(|claim| claim.encoding != UTF_8).collect();
    let first = Encoding::ascii_valid_up_to(body);
    let evidence = &body[first..body.len().min(first + EVIDENCE)];
    let fit = detect::Utf8Fit::of(evidence);
    match utf8 {
        Some(claim) if fit.supports_claim() => return read(body, UTF_8, claim.by),
        _ if fit.refutes_claim() || (legacy.is_empty() && fit.is_likely()) => {
            return read(body, UTF_8, FoundBy::Utf8);
        }
        _ => {}
    }
    let guess = || detect::guess(body, top_level_domain(page, body).as_deref());
    if let [header, meta] = legacy[..]
        && header.encoding != meta.encoding
        && detect::speaks_for(guess(), meta.encoding)
    {
        legacy.swap(0, 1);
    }
    match legacy.into_iter().find(|claim| bears_out(evidence, claim.encoding)) {
        Some(claim) => read(body, claim.encoding, claim.by),
        None => read(body, guess(), FoundBy::Detection),
    }
}

/// Whether the bytes make sense in an encoding.
fn bears_out(evidence: &[u8], encoding: &'static Encoding) -> bool {
    if encoding.is_single_byte() {
        return encoding != WINDOWS_1252 || detect::reads_as_latin(evidence);
    }
    let (text, has_errors) = encoding.decode_without_bom_handling(evidence);
    let broken = || text.matches('\u{FFFD}').count();
    let beyond_ascii = || text.chars().filter(|c| !c.is_ascii()).count();
    !has_errors || broken() * 10 <= beyond_ascii()
}

fn read<'p>(body: &'p [u8], encoding: &'static Encoding, by: FoundBy) -> Decoded<'p> {
    let (text, _) = encoding.decode_without_bom_handling(body);
    Decoded { text, encoding: encoding.name(), found_by: by }
}

/// The last label of the page's host, in lower case: `ru`, `xn--p1ai`.
fn top_level_domain(page: &Page<'_>, body: &[u8]) -> Option<String> {
    let saved = || saved_url(&String::from_utf8_lossy(&body[..body.len().min(4096)]));
    let url = page.url.clone().or_else(saved)?;
    let url = url::Url::parse(&url).ok()?;
    let label = url.domain()?.trim_end_matches('.').rsplit('.').next()?;
    Some(label.to_ascii_lowercase())
}
