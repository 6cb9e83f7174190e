//! Tokens that compare: text in one piece, attributes as pairs.

use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use tearsheet::Limits;

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Plain {
    Doctype { name: Option<String>, public: Option<String>, system: Option<String>, quirks: bool },
    Start { name: String, attributes: Vec<(String, String)>, self_closing: bool, duplicates: bool },
    End { name: String },
    Comment(String),
    Text(String),
    EndOfFile,
}

/// What the sink answers to the first start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    Raw(RawKind),
    Plaintext,
}

/// Takes tokens, and answers start tags as a tree builder would that knows no context.
#[derive(Debug, Default)]
pub(crate) struct Taker {
    pub(crate) tokens: RefCell<Vec<Plain>>,
    first: Cell<Option<First>>,
    foreign: Cell<usize>,
}

impl Taker {
    /// Answers the first start tag so.
    pub(crate) fn answering(first: First) -> Self {
        Self { first: Cell::new(Some(first)), ..Self::default() }
    }

    /// Stands in foreign content from the beginning.
    pub(crate) fn in_foreign_content() -> Self {
        Self { foreign: Cell::new(1), ..Self::default() }
    }

    /// html5ever's CDATA section may give an empty text.
    fn push_text(&self, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut tokens = self.tokens.borrow_mut();
        match tokens.last_mut() {
            Some(Plain::Text(before)) => before.push_str(text),
            _ => tokens.push(Plain::Text(text.to_owned())),
        }
    }

    fn answer(&self, name: &str) -> TokenSinkResult<()> {
        match self.first.take() {
            Some(First::Raw(kind)) => return TokenSinkResult::RawData(kind),
            Some(First::Plaintext) => return TokenSinkResult::Plaintext,
            None => {}
        }
        match name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }
}

impl TokenSink for Taker {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let plain = match token {
            Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::CharacterTokens(text) => {
                self.push_text(&text);
                return TokenSinkResult::Continue;
            }
            Token::NullCharacterToken => {
                self.push_text("\0");
                return TokenSinkResult::Continue;
            }
            Token::DoctypeToken(doctype) => Plain::Doctype {
                name: doctype.name.map(String::from),
                public: doctype.public_id.map(String::from),
                system: doctype.system_id.map(String::from),
                quirks: doctype.force_quirks,
            },
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                if &*tag.name == "svg" {
                    self.foreign.set(self.foreign.get().saturating_sub(1));
                }
                Plain::End { name: tag.name.to_string() }
            }
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                if name == "svg" && !tag.self_closing {
                    self.foreign.set(self.foreign.get() + 1);
                }
                let answer = self.answer(&name);
                self.tokens.borrow_mut().push(Plain::Start {
                    name,
                    attributes: tag
                        .attrs
                        .into_iter()
                        .map(|attr| (attr.name.local.to_string(), attr.value.to_string()))
                        .collect(),
                    self_closing: tag.self_closing,
                    duplicates: tag.had_duplicate_attributes,
                });
                return answer;
            }
            Token::CommentToken(text) => Plain::Comment(text.to_string()),
            Token::EOFToken => Plain::EndOfFile,
        };
        self.tokens.borrow_mut().push(plain);
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.foreign.get() > 0
    }
}

/// Our tokens.
pub(crate) fn ours(text: &str, taker: Taker) -> Vec<Plain> {
    let limits = Limits { attributes: usize::MAX, ..Limits::default() };
    tearsheet::html::tokenize(text, taker, &limits).tokens.into_inner()
}

/// html5ever's tokens.
pub(crate) fn theirs(text: &str, taker: Taker) -> Vec<Plain> {
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(taker, options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.tokens.into_inner()
}
