//! Posts of social networks set into a body: their words, and whose account they are of.

use crate::article::{Block, EmbedKind, Quote, QuoteKind, Speaker, SpeakerKind};

/// The network itself names the account: the words are nobody else's.
const SURE: f32 = 0.95;
/// What networks put behind the words of a post.
const LINKS: [&str; 5] = ["http://", "https://", "pic.twitter.com/", "pic.x.com/", "t.co/"];

/// What the posts set into a body say: the words of each with its account as the speaker.
///
/// The words of a post are no part of [`Article::text`](crate::Article::text), so they are not among
/// [`Article::quotes`](crate::Article::quotes) either: the offsets here are Unicode code points of the caption of the
/// embed, whose index is [`Quote::block`]. All are [`QuoteKind::Direct`]. Posts whose caption does not tell both words
/// and account give nothing.
///
/// ```
/// use tearsheet::article::{Block, EmbedKind};
///
/// let post = Block::Embed {
///     kind: EmbedKind::Post,
///     url: "https://social.example/harbour/1".to_owned(),
///     caption: Some("No ferry today. — Harbour Office (@harbour) May 4, 2026".to_owned()),
/// };
/// let quotes = tearsheet::quotes::of_posts(&[post]);
/// assert_eq!(quotes[0].text, "No ferry today.");
/// assert_eq!(quotes[0].speaker.as_ref().unwrap().name.as_deref(), Some("Harbour Office"));
/// ```
#[must_use]
pub fn of_posts(body: &[Block]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for (index, block) in body.iter().enumerate() {
        let Block::Embed { kind: EmbedKind::Post, caption: Some(caption), .. } = block else { continue };
        let Some(mut quote) = signed(caption).or_else(|| addressed(caption)) else { continue };
        quote.block = Some(index);
        quote.group = u32::try_from(quotes.len()).unwrap_or(u32::MAX);
        quotes.push(quote);
    }
    quotes
}

/// `WORDS — Harbour Office (@harbour) May 4, 2026`, as the embed codes of most networks write it.
fn signed(caption: &str) -> Option<Quote> {
    let at = caption.rfind("(@")?;
    let close = at + caption.get(at..)?.find(')')? + 1;
    let head = caption.get(..at)?;
    let (dash, sign) = head.char_indices().rev().find(|(_, c)| matches!(c, '—' | '–'))?;
    let start = dash + sign.len_utf8();
    let name = caption.get(start..at)?;
    let mention_start = start + (name.len() - name.trim_start().len());
    let name = name.trim();
    let mut quote = words(caption, 0, dash)?;
    quote.speaker = Some(account(caption, mention_start, close, (!name.is_empty()).then_some(name))?);
    Some(quote)
}

/// `@harbour WORDS ♬ original sound`, as films of an account are embedded.
fn addressed(caption: &str) -> Option<Quote> {
    let start = caption.len() - caption.trim_start().len();
    let rest = caption.get(start..)?.strip_prefix('@')?;
    let handle = rest.find(char::is_whitespace)? + start + 1;
    let end = caption.find('♬').filter(|&end| end > handle).unwrap_or(caption.len());
    let mut quote = words(caption, handle, end)?;
    quote.speaker = Some(account(caption, start, handle, None)?);
    Some(quote)
}

/// The words between two bytes of the caption, without the links that close them.
fn words(caption: &str, start: usize, end: usize) -> Option<Quote> {
    let mut text = caption.get(start..end)?.trim_end();
    while let Some((head, last)) = text.rsplit_once(char::is_whitespace) {
        if !LINKS.iter().any(|link| last.starts_with(link)) {
            break;
        }
        text = head.trim_end();
    }
    let start = start + (text.len() - text.trim_start().len());
    let text = text.trim_start();
    let link = LINKS.iter().any(|link| text.starts_with(link)) && !text.contains(char::is_whitespace);
    if link || !text.contains(char::is_alphanumeric) {
        return None;
    }
    let first = points(caption, start)?;
    let mut quote = Quote::new(text, QuoteKind::Direct, first, first + text.chars().count());
    quote.confidence = SURE;
    Some(quote)
}

fn account(caption: &str, start: usize, end: usize, name: Option<&str>) -> Option<Speaker> {
    let mention = caption.get(start..end)?;
    let first = points(caption, start)?;
    let mut speaker = Speaker::new(mention, SpeakerKind::Name, first, first + mention.chars().count());
    speaker.name = name.map(str::to_owned);
    Some(speaker)
}

/// Code points before a byte.
fn points(caption: &str, at: usize) -> Option<usize> {
    caption.get(..at).map(|head| head.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_tell_words_and_accounts() {
        for (caption, expected) in [
            (
                "Kein Schiff — heute. pic.twitter.com/abc — Hafen Ö (@hafen) May 4, 2026",
                Some(("Kein Schiff — heute.", "Hafen Ö (@hafen)", Some("Hafen Ö"))),
            ),
            ("@baker no bread today ♬ original sound", Some(("no bread today", "@baker", None))),
            ("Nothing — (@quiet) May 4", Some(("Nothing", "(@quiet)", None))),
            ("A post shared by Baker (@baker)", None),
            ("https://t.co/x — Harbour (@h) May 4", None),
            ("— Harbour (@h", None),
            ("@baker", None),
            ("", None),
        ] {
            let post = Block::Embed {
                kind: EmbedKind::Post,
                url: "https://a.example/".to_owned(),
                caption: Some(caption.to_owned()),
            };
            let quotes = of_posts(&[Block::Separator, post]);
            let found = quotes.first().map(|quote| {
                let who = quote.speaker.as_ref().unwrap();
                let cut = |start: usize, end: usize| {
                    caption.chars().skip(start).take(end - start).collect::<String>()
                };
                assert_eq!(cut(quote.start, quote.end), quote.text);
                assert_eq!(cut(who.start, who.end), who.mention);
                assert_eq!(quote.block, Some(1));
                (quote.text.as_str(), who.mention.as_str(), who.name.as_deref())
            });
            assert_eq!(found, expected, "{caption}");
        }
    }
}
