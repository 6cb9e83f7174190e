//! Quotations and who says them.
//!
//! Marks are paired into stretches, each stretch is judged (somebody's words, or a name, a title, a term), the words
//! around it tell the speaker, and the article's names turn short names, pronouns and descriptions into full names.
//! Every step is one pass with bounded windows; nothing backtracks.

mod asides;
mod attribution;
mod before;
mod cjk;
mod class;
mod closing;
mod context;
mod dialogue;
mod distant;
mod filter;
mod labels;
mod lexicon;
mod marks;
mod name_run;
mod names;
mod offsets;
mod outline;
mod passage;
mod phrase;
mod posts;
mod presence;
mod pull;
mod reporting;
mod resolve;
mod slavic;
mod stretch;
mod token;
mod uncased;
mod verb_final;
mod word_numbers;

use std::ops::Range;

use crate::article::{Quote, QuoteKind};
use lexicon::Lexicon;
use names::Named;
use outline::Outline;
use passage::Passage;
pub use posts::of_posts;
use stretch::{Form, Lines, Pairing, Stretch};

/// A text to look for quotations in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The headline: it may hold quotations too, and names the body's persons by short names.
    pub headline: Option<&'a str>,
    /// The body.
    pub text: &'a str,
    /// The body's paragraphs in order; what lies between them is not read.
    pub paragraphs: &'a [Paragraph<'a>],
    /// The language, as a tag such as `en` or `pt-BR`. Without one, or in a language without a lexicon, marks and
    /// structure are all there is to go by.
    pub language: Option<&'a str>,
}

/// A paragraph of a [`Document`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph<'a> {
    /// The index of the body block it belongs to. A gap in these numbers (a picture, an embed) ends a quotation.
    pub block: usize,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its bytes in [`Document::text`].
    pub range: Range<usize>,
    /// Whom the page says a quotation block quotes.
    pub cite: Option<&'a str>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Paragraph,
    /// A heading inside the body.
    Heading,
    /// An item of a list, a cell of a table.
    List,
    /// A quotation set apart.
    Quotation,
}

/// The quotations of a plain text whose paragraphs are separated by blank lines.
///
/// Offsets in the result are Unicode code points of `text`; [`Quote::block`] is the number of the paragraph. A text of
/// 4 GB or more yields nothing.
///
/// ```
/// let quotes = tearsheet::quotes::find("“We will strike,” said Maria Lopez, a union leader.", Some("en"));
/// assert_eq!(quotes[0].text, "We will strike,");
/// assert_eq!(quotes[0].speaker.as_ref().unwrap().name.as_deref(), Some("Maria Lopez"));
/// ```
#[must_use]
pub fn find(text: &str, language: Option<&str>) -> Vec<Quote> {
    let paragraphs: Vec<Paragraph<'_>> = paragraphs(text)
        .into_iter()
        .enumerate()
        .map(|(block, range)| Paragraph { block, kind: ParagraphKind::Paragraph, range, cite: None })
        .collect();
    find_in(&Document { headline: None, text, paragraphs: &paragraphs, language })
}

/// The quotations of a document, those of its headline first.
#[must_use]
pub fn find_in(document: &Document<'_>) -> Vec<Quote> {
    let longest = document.text.len().max(document.headline.map_or(0, str::len));
    if u32::try_from(longest).is_err() {
        return Vec::new();
    }
    let lexicon = Lexicon::of(document.language);
    let body = Layout::of(document.text, document.paragraphs, lexicon);
    let whole = document.headline.map(|headline| {
        [Paragraph { block: 0, kind: ParagraphKind::Paragraph, range: 0..headline.len(), cite: None }]
    });
    let headline =
        document.headline.zip(whole.as_ref()).map(|(text, whole)| (Layout::of(text, whole, lexicon), whole));
    let marked = |layout: &Layout<'_>| !layout.stretches.is_empty();
    if !marked(&body) && !headline.as_ref().is_some_and(|(headline, _)| marked(headline)) {
        return Vec::new();
    }
    let body =
        if body.tokens.is_empty() { Layout::read(document.text, document.paragraphs, lexicon) } else { body };
    let (outline, lines) = body.outline(lexicon);
    let names = Named::new(&outline);
    let mut quotes = Vec::new();
    if let Some((headline, whole)) = headline {
        let (outline, lines) = headline.outline(lexicon);
        quotes = Passage::new(&outline, &lines, whole, &names, true).quotes();
    }
    let body = Passage::new(&outline, &lines, document.paragraphs, &names, false).quotes();
    let groups = quotes.iter().map(|quote| quote.group + 1).max().unwrap_or(0);
    quotes.extend(body.into_iter().map(|mut quote| {
        quote.group += groups;
        quote
    }));
    pull::fold(quotes, document)
}

/// The paragraphs of a plain text: what stands between blank lines.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            if end > start {
                found.push(start..end);
            }
            start = at + line.len();
        } else {
            end = at + line.len();
        }
        at += line.len();
    }
    if end > start {
        found.push(start..end);
    }
    found
}

/// The tokens of a text and the stretches among them.
struct Layout<'t> {
    text: &'t str,
    tokens: Vec<token::Token>,
    lines: Vec<Lines>,
    stretches: Vec<Stretch>,
}

impl<'t> Layout<'t> {
    /// Nothing at all of a text that has no stretch for sure.
    fn of(text: &'t str, paragraphs: &[Paragraph<'_>], lexicon: &'static Lexicon) -> Self {
        let speaks = |paragraph: &Paragraph<'_>| presence::may_speak(text, paragraph, lexicon.options);
        if paragraphs.iter().any(speaks) || presence::may_interview(text, paragraphs) {
            Self::read(text, paragraphs, lexicon)
        } else {
            Self { text, tokens: Vec::new(), lines: Vec::new(), stretches: Vec::new() }
        }
    }

    fn read(text: &'t str, paragraphs: &[Paragraph<'_>], lexicon: &'static Lexicon) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut lines = Vec::with_capacity(paragraphs.len());
        let mut marks = Vec::new();
        for paragraph in paragraphs {
            let first = outline::narrow(tokens.len());
            let range = paragraph.range.clone();
            token::tokenize(text, range.start, range.end, lexicon.options, &mut tokens, &mut marks);
            if tokens.len() > first as usize {
                let end = outline::narrow(tokens.len() - 1);
                lines.push(Lines { first, end, kind: paragraph.kind, block: paragraph.block });
            } else {
                // A range that is no part of the text: an empty paragraph keeps the numbers in step.
                tokens.push(token::Token {
                    start: 0,
                    end: 0,
                    kind: token::TokenKind::Break,
                    spaced: true,
                    upper: false,
                });
                lines.push(Lines { first, end: first, kind: paragraph.kind, block: paragraph.block });
            }
        }
        let signs = marks::signs(text, &tokens, &marks, &lines);
        let pairing = Pairing { text, tokens: &tokens, paragraphs: &lines, lexicon };
        let marked = pairing.stretches(&signs);
        let stretches = with_unmarked(text, &tokens, &lines, lexicon, marked);
        Self { text, tokens, lines, stretches }
    }

    fn outline(self, lexicon: &'static Lexicon) -> (Outline<'t>, Vec<Lines>) {
        (Outline::new(self.text, lexicon, self.tokens, self.stretches), self.lines)
    }
}

/// Adds the speech that dashes or a block set off, where no marks do.
fn with_unmarked(
    text: &str,
    tokens: &[token::Token],
    lines: &[Lines],
    lexicon: &Lexicon,
    marked: Vec<Stretch>,
) -> Vec<Stretch> {
    let mut all = Vec::with_capacity(marked.len());
    let mut marked = marked.into_iter().peekable();
    let labelled = labels::stretches(text, tokens, lines, lexicon);
    for (number, line) in lines.iter().enumerate() {
        let speech = if let Some(said) = labelled.get(&number) {
            vec![*said]
        } else if line.kind == ParagraphKind::Quotation {
            let same = |other: Option<&Lines>| {
                other.is_some_and(|other| other.block == line.block && other.kind == line.kind)
            };
            let starts = !number.checked_sub(1).is_some_and(|before| same(lines.get(before)));
            let mut end = line.end;
            if starts {
                let mut last = line;
                for later in lines.iter().skip(number + 1).take_while(|later| same(Some(later))) {
                    last = later;
                }
                // The signature is no part of what is said; the break before it is.
                let signed = last.first > line.first && is_signature(tokens, last);
                end = if signed { last.first - 1 } else { last.end };
            }
            let free = marked.peek().is_none_or(|stretch| stretch.from >= end);
            if starts && free && end > line.first {
                vec![Stretch { from: line.first, to: end, first: line.first, end, form: Form::Block }]
            } else {
                Vec::new()
            }
        } else if lexicon.options.dialogue || lexicon.options.elision {
            dialogue::stretches(text, tokens, line, lexicon)
        } else {
            Vec::new()
        };
        // Marks inside speech are inside it; marks that began before are not broken.
        let blocked = all.last().is_some_and(|last: &Stretch| last.to > line.first);
        if !speech.is_empty() && !blocked {
            let end = speech.last().map_or(line.end, |last| last.to).max(line.end);
            let mut said = speech.into_iter().peekable();
            while let Some(stretch) = marked.next_if(|stretch| stretch.from < end) {
                while let Some(before) = said.next_if(|said| said.to <= stretch.from) {
                    all.push(before);
                }
                // What the author's words name between the dashes stays.
                if said.peek().is_none_or(|said| stretch.to <= said.from) && stretch.to <= end {
                    all.push(stretch);
                }
            }
            all.extend(said);
        } else {
            while let Some(stretch) = marked.next_if(|stretch| stretch.from < line.end) {
                all.push(stretch);
            }
        }
    }
    all
}

/// Whether a line is a dash and a name.
fn is_signature(tokens: &[token::Token], line: &Lines) -> bool {
    /// A signature has no more tokens.
    const LONGEST: u32 = 10;
    let kind = |at: u32| tokens.get(at as usize).map(|token| token.kind);
    let named = tokens.get(line.first as usize + 1).is_some_and(|token| token.upper);
    kind(line.first) == Some(token::TokenKind::Dash) && named && line.end - line.first <= LONGEST
}

/// Whether the words of a quotation are a sentence or a part of one.
fn kind_of(direct: bool) -> QuoteKind {
    if direct { QuoteKind::Direct } else { QuoteKind::Partial }
}
