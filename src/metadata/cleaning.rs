//! Text for readers out of machines' fields.

use std::borrow::Cow;

/// Character references that were escaped once or twice too often, so that the parser left them: `&amp;quot;`.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..3 {
        if !text.contains('&') {
            break;
        }
        let once = unescaped_once(&text);
        if once.len() == text.len() {
            break;
        }
        text = Cow::Owned(once);
    }
    text
}

fn unescaped_once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, reference)) = rest.split_once('&') {
        out.push_str(head);
        let end = reference.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| reference.get(..end)).and_then(reference_of) {
            Some(c) => {
                out.push(c);
                rest = end.and_then(|end| reference.get(end + 1..)).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = reference;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference_of(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        // The C1 range is windows-1252 (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state).
        let code = match code {
            0x91 => 0x2018,
            0x92 => 0x2019,
            0x93 => 0x201c,
            0x94 => 0x201d,
            0x96 => 0x2013,
            0x97 => 0x2014,
            0x85 => 0x2026,
            other => other,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        "laquo" => '«',
        "raquo" => '»',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "shy" => '\u{ad}',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "euro" => '€',
        "pound" => '£',
        "deg" => '°',
        "middot" => '·',
        "bull" => '•',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "aacute" => 'á',
        "eacute" => 'é',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "ntilde" => 'ñ',
        "agrave" => 'à',
        "egrave" => 'è',
        "igrave" => 'ì',
        "ograve" => 'ò',
        "ugrave" => 'ù',
        "acirc" => 'â',
        "ecirc" => 'ê',
        "icirc" => 'î',
        "ocirc" => 'ô',
        "ucirc" => 'û',
        "ccedil" => 'ç',
        "atilde" => 'ã',
        "otilde" => 'õ',
        "aring" => 'å',
        "oslash" => 'ø',
        "aelig" => 'æ',
        "euml" => 'ë',
        "iuml" => 'ï',
        _ => return None,
    })
}

/// Text for readers out of a machine's field: references decoded, tags dropped, white space folded.
pub(super) fn cleaned(text: &str) -> String {
    let text = unescaped(text);
    let text = if text.contains('<') { Cow::Owned(without_tags(&text)) } else { text };
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') && !text.contains("  ") {
        return text.trim_ascii().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        // The ideographic space parts the halves of Japanese headlines.
        if (c.is_whitespace() && c != '\u{3000}') || c == '\u{feff}' {
            blank = true;
        } else if !c.is_control() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}') {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push(c);
        }
    }
    match out.trim() {
        trimmed if trimmed.len() < out.len() => trimmed.to_owned(),
        _ => out,
    }
}

/// Drops `<b>`, `</b>`, `<br/>`; a `<` that no letter or slash follows stays, and one that no `>` closes.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('<') {
        out.push_str(head);
        if !tail.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) {
            out.push('<');
            rest = tail;
            continue;
        }
        let Some((_, after)) = tail.split_once('>') else {
            out.push('<');
            rest = tail;
            break;
        };
        out.push(' ');
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_decode_twice() {
        assert_eq!(unescaped("A &amp;quot;B&amp;quot; &#8211; C & D &bogus; E"), "A \"B\" – C & D &bogus; E");
        assert_eq!(cleaned(" A <b>bold</b>\n move &lt;i&gt;x "), "A bold move x");
        assert_eq!(cleaned("1 < 2"), "1 < 2");
    }
}
