//! Tells what is no HTML page before anything tries to read it as one.

use memchr::memmem;

/// How much of a page's start is looked at.
const HEAD: usize = 1024;

/// How much of an archive's start is looked at for the names of its members.
const ARCHIVE_HEAD: usize = 4096;

/// First bytes that only one format has. Sources: the WHATWG MIME Sniffing standard and the formats' own.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1A\n", "image/png"),
    (b"\xFF\xD8\xFF", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\x01\0", "image/x-icon"),
    (b"\x1F\x8B", "application/gzip"),
    (b"\x28\xB5\x2F\xFD", "application/zstd"),
    (b"Rar!\x1A\x07", "application/vnd.rar"),
    (b"7z\xBC\xAF\x27\x1C", "application/x-7z-compressed"),
    (b"\xFD7zXZ\0", "application/x-xz"),
    (b"BZh91AY&SY", "application/x-bzip2"),
    (b"\x7FELF", "application/x-elf"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "application/x-ole-storage"),
    (b"\0asm", "application/wasm"),
    (b"\xCA\xFE\xBA\xBE", "application/java-vm"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"\x1A\x45\xDF\xA3", "video/webm"),
    (b"OggS\0", "application/ogg"),
    (b"fLaC\0", "audio/flac"),
    (b"ID3\x02", "audio/mpeg"),
    (b"ID3\x03", "audio/mpeg"),
    (b"ID3\x04", "audio/mpeg"),
];

/// Formats that are text, or begin like text: white space may stand before them.
const TEXT_SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "application/pdf"),
    (b"%!PS-Adobe-", "application/postscript"),
    (b"{\\rtf1", "application/rtf"),
];

/// What the bytes are, if they are clearly a file of another format than HTML: its media type.
pub(super) fn signature(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let by = |start: &[u8], table: &[(&[u8], &'static str)]| {
        table.iter().find(|(signature, _)| start.starts_with(signature)).map(|&(_, found)| found)
    };
    by(bytes, SIGNATURES).or_else(|| by(text, TEXT_SIGNATURES)).or_else(|| container(bytes))
}

/// Formats whose kind stands further inside.
fn container(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(ARCHIVE_HEAD)];
    match bytes.get(..4)? {
        b"PK\x03\x04" => Some(zip(head)),
        b"PK\x05\x06" | b"PK\x07\x08" => Some("application/zip"),
        b"RIFF" => match bytes.get(8..12)? {
            b"WEBP" => Some("image/webp"),
            b"WAVE" => Some("audio/wav"),
            b"AVI " => Some("video/x-msvideo"),
            _ => None,
        },
        [b'M', b'Z', ..] if head[..head.len().min(64)].contains(&0) => {
            Some("application/vnd.microsoft.portable-executable")
        }
        _ if bytes.get(4..8) == Some(b"ftyp") => Some(match bytes.get(8..12) {
            Some(b"avif" | b"avis") => "image/avif",
            Some(b"heic" | b"heix" | b"mif1" | b"msf1") => "image/heic",
            Some(b"qt  ") => "video/quicktime",
            _ => "video/mp4",
        }),
        _ if bytes.get(257..262) == Some(b"ustar") => Some("application/x-tar"),
        _ => None,
    }
}

/// Office documents and books are ZIP archives; the names of their first members tell them apart.
fn zip(head: &[u8]) -> &'static str {
    const MEMBERS: &[(&[u8], &str)] = &[
        (b"mimetypeapplication/epub+zip", "application/epub+zip"),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
        (b"mimetypeapplication/vnd.oasis.opendocument", "application/vnd.oasis.opendocument"),
        (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ];
    MEMBERS
        .iter()
        .find(|(member, _)| memmem::find(head, member).is_some())
        .map_or("application/zip", |&(_, found)| found)
}

/// Whether the start is full of bytes that no text has.
///
/// Of compressed or random data a tenth are "binary data bytes" (WHATWG MIME Sniffing, section 3), of machine code
/// more. Pages do carry a few by accident; what begins with a tag is granted more of them.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    let share = if head.trim_ascii_start().starts_with(b"<") { 4 } else { 50 };
    odd * share > head.len()
}

/// The media type of a `Content-Type` header that rules HTML out.
///
/// Types that servers give to HTML by mistake (`text/plain`, XML, `application/octet-stream`, nothing at all) do
/// not. Textual formats do unless the bytes begin with a tag.
pub(super) fn refused_type(header: &str, bytes: &[u8]) -> Option<String> {
    let essence = header.split([';', ',']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let (kind, format) = essence.split_once('/')?;
    let refused = match kind {
        "image" | "audio" | "video" | "font" | "model" => true,
        "application" if is_document_format(format) => true,
        "application" | "text" if is_textual_format(format) => !bytes.trim_ascii_start().starts_with(b"<"),
        _ => false,
    };
    refused.then_some(essence)
}

fn is_document_format(format: &str) -> bool {
    const NAMES: &[&str] = &[
        "pdf",
        "x-pdf",
        "postscript",
        "rtf",
        "msword",
        "epub+zip",
        "zip",
        "x-zip-compressed",
        "gzip",
        "x-gzip",
        "zstd",
        "x-rar-compressed",
        "vnd.rar",
        "x-7z-compressed",
        "x-tar",
        "x-bzip2",
        "java-archive",
        "wasm",
        "ogg",
        "mp4",
        "x-shockwave-flash",
        "x-msdownload",
    ];
    const FAMILIES: &[&str] =
        &["vnd.ms-", "vnd.openxmlformats-", "vnd.oasis.opendocument", "font-", "x-font"];
    NAMES.contains(&format) || FAMILIES.iter().any(|family| format.starts_with(family))
}

fn is_textual_format(format: &str) -> bool {
    matches!(
        format,
        "json" | "javascript" | "x-javascript" | "ecmascript" | "css" | "csv" | "calendar" | "vcard"
    ) || format.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_other_formats_by_their_first_bytes() {
        let tar = [b"a.html".as_slice(), &[0; 251], b"ustar"].concat();
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"%PDF-1.7\n", Some("application/pdf")),
            (b"\xEF\xBB\xBF\n %PDF-1.7\n", Some("application/pdf")),
            (b"\x89PNG\r\n\x1A\n", Some("image/png")),
            (b"\xFF\xD8\xFF\xE0", Some("image/jpeg")),
            (b"GIF89a", Some("image/gif")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"RIFFs are the backbone of rock", None),
            (b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", Some("application/epub+zip")),
            (
                b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml",
                Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ),
            (b"PK\x03\x04\x14\0a.txt", Some("application/zip")),
            (b"PK is short for penalty kick", None),
            (b"\x1F\x8B\x08", Some("application/gzip")),
            (b"\x28\xB5\x2F\xFD", Some("application/zstd")),
            (b"Rar!\x1A\x07\x01", Some("application/vnd.rar")),
            (b"\x7FELF\x02", Some("application/x-elf")),
            (b"MZ\x90\0\x03", Some("application/vnd.microsoft.portable-executable")),
            (b"MZ is a letter pair", None),
            (b"\0\0\0\x20ftypisom", Some("video/mp4")),
            (b"\0\0\0\x20ftypavif", Some("image/avif")),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Some("application/x-ole-storage")),
            (&tar, Some("application/x-tar")),
            (b"<p>GIF89a %PDF-", None),
            (b"ID3 is a tag", None),
            (b"PK", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(signature(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn tells_binary_data_from_text_with_stray_controls() {
        let noise: Vec<u8> = (0u32..1024).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let stray = [b"plain text ".repeat(50).as_slice(), b"\0\x01"].concat();
        let late = [b"a".repeat(1024), vec![0; 1024]].concat();
        let cases: &[(&[u8], bool)] = &[
            (&noise, true),
            (&stray, false),
            (&late, false),
            (b"a\0b\0c\x01", true),
            (b"<p>a\0b</p>", false),
            (b"<\0\0\0\0\0\0\0", true),
            (b"tab\tline\r\n\x0Cpage \x1B$B", false),
            (b"", false),
        ];
        for (bytes, expected) in cases {
            assert_eq!(is_binary(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn believes_headers_that_rule_html_out() {
        let cases: &[(&str, &[u8], Option<&str>)] = &[
            ("image/svg+xml", b"<svg>", Some("image/svg+xml")),
            ("Application/PDF; x=y", b"<p>", Some("application/pdf")),
            ("application/vnd.ms-excel", b"", Some("application/vnd.ms-excel")),
            ("application/json", b" {\"a\":1}", Some("application/json")),
            ("application/ld+json", b"[]", Some("application/ld+json")),
            ("application/json", b"\n<!doctype html>", None),
            ("text/csv", b"a,b", Some("text/csv")),
            ("text/html; charset=utf-8", b"", None),
            ("application/xhtml+xml", b"", None),
            ("application/vnd.wap.xhtml+xml", b"", None),
            ("application/octet-stream", b"", None),
            ("text/plain", b"", None),
            ("application/rss+xml", b"", None),
            ("html", b"", None),
            ("", b"", None),
        ];
        for (header, bytes, expected) in cases {
            assert_eq!(refused_type(header, bytes).as_deref(), *expected, "{header}");
        }
    }
}
