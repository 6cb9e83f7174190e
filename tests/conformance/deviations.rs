//! Where html5ever does otherwise than the standard, and we do not.

use std::cell::Cell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use scraper::{Html, HtmlTreeSink};

/// Whether scraper, by html5ever 0.40, makes another document of this text than the standard, and so than
/// `Page::to_scraper`. Two ways are known; the reference for our own trees, `parse_with_html5ever`, is held to the
/// standard in both.
///
/// - It keeps a newline. By the standard (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>) a
///   newline is dropped that is the next token behind the start tag of `pre`, `listing` or `textarea`. html5ever's
///   tokenizer sends parse errors as tokens, and its tree builder (`process_token`) takes one for that next token: in
///   `<pre></>\n`, where `</>` is an error and no token, the newline stays. Our tokenizer tells no errors.
/// - It drops a U+FEFF inside the text. The first one is a byte order mark, which decoding removes
///   (<https://encoding.spec.whatwg.org/#decode>); all others are characters. html5ever's `Tokenizer::feed` drops one
///   wherever it begins, and it begins again behind each `</script>` and each `<meta charset>`.
pub(crate) fn deviates(text: &str) -> bool {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let watch = Watch { builder, place: Cell::new(Place::Elsewhere), keeps_newline: Cell::new(false) };
    let tokenizer = Tokenizer::new(watch, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let mut drops_mark = false;
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {
        drops_mark |= input.peek() == Some('\u{feff}');
    }
    tokenizer.end();
    drops_mark || tokenizer.sink.keeps_newline.get()
}

/// Where a token stands.
#[derive(Clone, Copy)]
enum Place {
    Elsewhere,
    /// Behind a start tag that drops a newline.
    BehindTag,
    /// And behind errors after it.
    BehindError,
}

/// Looks at the tokens of a tree builder.
struct Watch<S> {
    builder: S,
    place: Cell<Place>,
    keeps_newline: Cell<bool>,
}

impl<S: TokenSink> TokenSink for Watch<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        let place = match (&token, self.place.get()) {
            (Token::TagToken(tag), _)
                if tag.kind == TagKind::StartTag && matches!(&*tag.name, "pre" | "listing" | "textarea") =>
            {
                Place::BehindTag
            }
            (Token::ParseError(_), Place::BehindTag | Place::BehindError) => Place::BehindError,
            (Token::CharacterTokens(text), Place::BehindError) if text.starts_with('\n') => {
                self.keeps_newline.set(true);
                Place::Elsewhere
            }
            _ => Place::Elsewhere,
        };
        self.place.set(place);
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
