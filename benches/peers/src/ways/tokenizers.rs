//! Tokenizers alone, into a sink that keeps nothing.

use html5ever::interface::TokenizerResult;
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{Way, given};

/// The first is the one that others are compared with.
pub(crate) const TOKENIZERS: &[Way] = &[
    Way { name: "html5ever tokens", package: "html5ever", run: |text| given(html5ever(text, Nothing)) },
    Way {
        name: "tearsheet tokens",
        package: "tearsheet",
        run: |text| given(tearsheet::html::tokenize(text, Nothing, &tearsheet::Limits::default())),
    },
];

/// html5ever's tokenizer over a whole text, as its own driver runs it.
fn html5ever<S: TokenSink>(text: &str, sink: S) -> S {
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink
}

/// Drops each token.
///
/// As a tree builder without scripting does, it says what the contents of `script`, `style`, `title` and the like
/// are: read as markup, they would be other work than any parser has.
struct Nothing;

impl TokenSink for Nothing {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            TagToken(Tag { kind: TagKind::StartTag, name, .. }) => match name {
                local_name!("script") => TokenSinkResult::RawData(RawKind::ScriptData),
                local_name!("title") | local_name!("textarea") => TokenSinkResult::RawData(RawKind::Rcdata),
                local_name!("style")
                | local_name!("iframe")
                | local_name!("xmp")
                | local_name!("noembed")
                | local_name!("noframes") => TokenSinkResult::RawData(RawKind::Rawtext),
                local_name!("plaintext") => TokenSinkResult::Plaintext,
                _ => TokenSinkResult::Continue,
            },
            _ => TokenSinkResult::Continue,
        }
    }
}
