//! The answer's headers and bytes: what is taken as a page, and how much of it.

use reqwest::Response;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName};

use super::failure;
use super::trip::Trip;
use crate::error::Error;

/// Media types that are, or are often used for, HTML. The core looks at the bytes of what is not plainly HTML.
const PAGES: &[&str] = &["text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain"];

/// Media types that say nothing, as WHATWG's MIME sniffing standard (section 7) has them.
const UNKNOWN: &[&str] = &["unknown/unknown", "application/unknown", "*/*"];

/// Content codings that change the bytes (IANA's registry, and the old names with `x-`).
const COMPRESSED: &[&str] =
    &["gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz"];

/// How gzip (RFC 1952) and zstd (RFC 8878) data begins. No text begins so.
const MAGIC: &[(&[u8], &str)] = &[(b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd")];

/// The `Content-Type` of an answer, where it has one and that is the type of a page.
pub(crate) fn content_type(response: &Response, trip: &Trip<'_>) -> Result<Option<String>, Error> {
    let Some(header) = text(response.headers(), &CONTENT_TYPE) else {
        return Ok(None);
    };
    match media_type(&header) {
        Some(found) if !PAGES.contains(&found.as_str()) => Err(Error::NotHtml { input: trip.at(), found }),
        _ => Ok(Some(header)),
    }
}

/// The media type that a header names, in lower case; `None` for one that names none.
fn media_type(header: &str) -> Option<String> {
    let essence = header.split([';', ',']).next()?.trim().to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/')?;
    let named = !kind.is_empty() && !subtype.is_empty() && !UNKNOWN.contains(&essence.as_str());
    named.then_some(essence)
}

/// The bytes of an answer, decompressed, up to the limit.
pub(crate) async fn read(mut response: Response, trip: &Trip<'_>) -> Result<Vec<u8>, Error> {
    let limit = trip.options.max_bytes;
    let too_large = |size| Error::TooLarge { input: trip.at(), size, limit: limit as u64 };
    // Known for answers that come as they are; compressed ones are counted as they unfold.
    if let Some(size) = response.content_length().filter(|size| *size > limit as u64) {
        return Err(too_large(Some(size)));
    }
    // reqwest takes the header away where it has decompressed.
    let undecoded = text(response.headers(), &CONTENT_ENCODING);
    if let Some(encoding) = undecoded.filter(|header| is_compressed(header)) {
        return Err(still_compressed(trip, &encoding));
    }
    let mut bytes = Vec::new();
    loop {
        let piece = match response.chunk().await {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(error) if failure::is_trailing(&error) => break,
            Err(error) => return Err(failure::reading(&error, trip)),
        };
        if piece.len() > limit.saturating_sub(bytes.len()) {
            return Err(too_large(None));
        }
        bytes.extend_from_slice(&piece);
    }
    // Servers that compress twice say so once.
    match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, encoding)) => Err(still_compressed(trip, encoding)),
        None => Ok(bytes),
    }
}

fn is_compressed(encoding: &str) -> bool {
    encoding.split(',').any(|coding| COMPRESSED.iter().any(|known| coding.trim().eq_ignore_ascii_case(known)))
}

fn still_compressed(trip: &Trip<'_>, encoding: &str) -> Error {
    Error::Corrupt {
        input: trip.at(),
        encoding: encoding.to_owned(),
        reason: "it is compressed more than once, or in a way that was not asked for".to_owned(),
    }
}

/// A header's text; its last line, where it comes more than once.
fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get_all(name).iter().next_back()?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types() {
        for (header, found) in [
            ("text/html", Some("text/html")),
            ("Text/HTML; charset=utf-8", Some("text/html")),
            (" application/pdf ;x", Some("application/pdf")),
            ("text/html, text/html; charset=utf-8", Some("text/html")),
            ("*/*", None),
            ("unknown/unknown", None),
            ("html", None),
            ("", None),
            ("/", None),
            ("; charset=utf-8", None),
        ] {
            assert_eq!(media_type(header).as_deref(), found, "{header:?}");
        }
    }

    #[test]
    fn content_codings() {
        for (header, compressed) in [
            ("GZIP", true),
            ("gzip, gzip", true),
            ("identity, br", true),
            ("x-gzip", true),
            ("identity", false),
            ("utf-8", false),
            ("none", false),
            ("", false),
        ] {
            assert_eq!(is_compressed(header), compressed, "{header:?}");
        }
    }
}
