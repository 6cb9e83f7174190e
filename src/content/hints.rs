//! What the class, id, role and itemprop of an element suggest about the text in it.
//!
//! Attributes are split into whole words (`post-body`, `postBody` and `post_body` are `post` and `body`), and
//! whole words are looked up: `nav` is not `navigate`. A hint is soft; it weighs, it never decides alone.

use crate::html::{Memo, Name, NodeId, Tree};

/// What an element's names suggest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    flags: u16,
}

impl Hints {
    /// The article's body: `articleBody`, `entry-content`.
    pub(crate) const BODY: u16 = 1;
    /// Around an article: `article`, `post`, `story`, `content`, `main`.
    pub(crate) const ARTICLE: u16 = 2;
    /// Beside the article: `sidebar`, `footer`, `related`, `promo`.
    pub(crate) const BESIDE: u16 = 4;
    /// A picture's caption or credit.
    pub(crate) const CAPTION: u16 = 8;
    /// Byline, date, section, tags: facts about the article.
    pub(crate) const META: u16 = 16;
    /// The summary below the headline.
    pub(crate) const STANDFIRST: u16 = 32;
    /// Readers' comments.
    pub(crate) const COMMENTS: u16 = 64;
    /// A pull quote: words of the article set large.
    pub(crate) const PULL_QUOTE: u16 = 128;
    /// A correction, an update, an editor's note.
    pub(crate) const NOTICE: u16 = 256;

    /// The hints that hold for everything inside an element.
    pub(crate) const LOCAL: u16 = Self::BESIDE
        | Self::CAPTION
        | Self::META
        | Self::STANDFIRST
        | Self::COMMENTS
        | Self::PULL_QUOTE
        | Self::NOTICE;

    pub(crate) fn has(self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    pub(crate) fn only(self, flags: u16) -> Self {
        Self { flags: self.flags & flags }
    }

    pub(crate) fn without(self, flags: u16) -> Self {
        Self { flags: self.flags & !flags }
    }

    /// These hints less those of `other`.
    pub(crate) fn without_all(self, other: Self) -> Self {
        Self { flags: self.flags & !other.flags }
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self { flags: self.flags | other.flags }
    }
}

/// Reads the hints of elements.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    tree: &'t Tree,
    classes: Memo<'t, u16>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(tree: &'t Tree) -> Self {
        Self { tree, classes: Memo::new() }
    }

    /// Reads the hints of an element.
    pub(crate) fn read(&mut self, node: NodeId) -> Hints {
        let mut flags = match self.tree.name(node) {
            Name::ARTICLE | Name::MAIN => Hints::ARTICLE,
            Name::ASIDE | Name::FOOTER | Name::NAV => Hints::BESIDE,
            Name::FIGCAPTION | Name::CAPTION => Hints::CAPTION,
            _ => 0,
        };
        // The classes of code are options of a highlighter: `toolbar`, `caption`.
        let is_code = matches!(self.tree.name(node), Name::PRE | Name::CODE);
        for (name, value) in self.tree.attrs(node) {
            match name {
                Name::CLASS | Name::ID if is_code => {}
                Name::CLASS => flags |= self.classes.get(value, words),
                Name::ID => flags |= words(value),
                Name::ITEMPROP => flags |= item_property(value),
                Name::ROLE if value == "main" || value == "article" => flags |= Hints::ARTICLE,
                Name::ROLE if value == "complementary" => flags |= Hints::BESIDE,
                _ => {}
            }
        }
        Hints { flags }
    }
}

fn item_property(value: &str) -> u16 {
    match value.trim() {
        "articleBody" | "reviewBody" => Hints::BODY,
        "description" => Hints::STANDFIRST,
        "author" | "datePublished" | "dateModified" | "headline" | "keywords" | "articleSection" => {
            Hints::META
        }
        "caption" => Hints::CAPTION,
        "comment" => Hints::COMMENTS,
        _ => 0,
    }
}

/// Looks up the words of a class or id attribute.
fn words(value: &str) -> u16 {
    value.split_ascii_whitespace().take(24).fold(0, |flags, class| flags | words_of_class(class))
}

/// Longer words are not looked up.
const WORD: usize = 16;

/// A word in small letters.
#[derive(Clone, Copy, Default)]
struct Word {
    letters: [u8; WORD],
    len: usize,
}

impl Word {
    fn bytes(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or(&[])
    }
}

/// Looks up the words of one class, and each with the one before it. `post-body`, `post_body` and `postBody` are two
/// words.
fn words_of_class(class: &str) -> u16 {
    let bytes = class.as_bytes();
    let mut flags = 0;
    let mut previous = Word::default();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut word = Word::default();
        let mut small = false;
        while let Some(&byte) = bytes.get(at) {
            if !byte.is_ascii_alphanumeric() || small && byte.is_ascii_uppercase() {
                break;
            }
            if let Some(letter) = word.letters.get_mut(at - start) {
                *letter = byte.to_ascii_lowercase();
            }
            small = byte.is_ascii_lowercase();
            at += 1;
        }
        match at - start {
            0 => at += 1,
            1..=WORD => {
                word.len = at - start;
                // `has-sidebar` and `sidebar-none` speak of the page, not of the element.
                if matches!(
                    word.bytes(),
                    b"no" | b"none" | b"has" | b"with" | b"without" | b"hide" | b"hidden" | b"is"
                ) {
                    return 0;
                }
                flags |= look_up(word.bytes()) | look_up_pair(previous.bytes(), word.bytes());
                previous = word;
            }
            _ => previous = Word::default(),
        }
    }
    flags
}

fn look_up(word: &[u8]) -> u16 {
    match word {
        b"articlebody" | b"bodytext" | b"storybody" | b"entrycontent" | b"articletext" | b"postcontent"
        | b"articlecontent" => Hints::BODY,
        b"article" | b"post" | b"story" | b"entry" | b"main" | b"hentry" | b"artikel" | b"articulo"
        | b"articolo" | b"noticia" | b"content" | b"blog" | b"text" | b"body" => Hints::ARTICLE,
        b"sidebar" | b"footer" | b"related" | b"recommend" | b"recommended" | b"recommendations"
        | b"promo" | b"promotion" | b"trending" | b"popular" | b"mostread" | b"newsletter" | b"subscribe"
        | b"share" | b"sharing" | b"social" | b"sponsor" | b"sponsored" | b"advert" | b"advertisement"
        | b"ads" | b"ad" | b"nav" | b"navigation" | b"menu" | b"breadcrumb" | b"breadcrumbs"
        | b"pagination" | b"pager" | b"cookie" | b"consent" | b"outbrain" | b"taboola" | b"teaser"
        | b"teasers" | b"rail" | b"aside" | b"masthead" | b"disclaimer" | b"copyright" | b"signup"
        | b"paywall" | b"login" | b"modal" | b"popup" | b"toolbar" | b"shoutbox" | b"bio" | b"infobox"
        | b"factbox" => Hints::BESIDE,
        b"caption" | b"credit" | b"credits" | b"figcaption" | b"imagecaption" | b"photocredit"
        | b"bildunterschrift" | b"legende" => Hints::CAPTION,
        b"byline" | b"author" | b"authors" | b"autor" | b"dateline" | b"date" | b"timestamp" | b"time"
        | b"tags" | b"tag" | b"meta" | b"metadata" | b"published" | b"kicker" | b"category" | b"rubric"
        | b"postmeta" | b"readtime" | b"datum" => Hints::META,
        b"standfirst" | b"dek" | b"subtitle" | b"subheadline" | b"subhead" | b"summary" | b"deck"
        | b"intro" | b"excerpt" | b"lede" | b"lead" | b"teasertext" | b"vorspann" | b"chapo"
        | b"sottotitolo" => Hints::STANDFIRST,
        b"comment" | b"comments" | b"disqus" | b"commentlist" | b"kommentar" | b"kommentare"
        | b"komentarz" | b"komentarze" | b"koment" | b"coment" | b"opinie" | b"comentario"
        | b"comentarios" | b"commentaires" | b"commenti" | b"reacties" | b"yorumlar" | b"replies"
        | b"respond" => Hints::COMMENTS,
        b"pullquote" | b"blockquote" => 0,
        b"correction" | b"corrections" | b"clarification" | b"editorsnote" => Hints::NOTICE,
        _ => 0,
    }
}

fn look_up_pair(first: &[u8], second: &[u8]) -> u16 {
    match (first, second) {
        (
            b"article" | b"story" | b"post" | b"entry" | b"news" | b"artikel" | b"single" | b"page"
            | b"detail",
            b"body" | b"content" | b"text" | b"copy" | b"main" | b"contents",
        ) => Hints::BODY,
        (b"body" | b"content", b"text" | b"copy" | b"body" | b"main") => Hints::BODY,
        (b"rich", b"text") | (b"text", b"body" | b"content") | (b"td", b"post") => Hints::BODY,
        (b"pull", b"quote") | (b"quote", b"pull") => Hints::PULL_QUOTE,
        (b"most", b"read" | b"popular" | b"viewed") | (b"read", b"more" | b"next" | b"also") => Hints::BESIDE,
        (b"editors" | b"editor", b"note") => Hints::NOTICE,
        (
            b"photo" | b"image" | b"img" | b"media" | b"picture",
            b"caption" | b"credit" | b"text" | b"description",
        ) => Hints::CAPTION,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_count() {
        let cases = [
            ("articleBody", Hints::BODY | Hints::ARTICLE),
            ("post-content wide", Hints::BODY | Hints::ARTICLE),
            ("navigate-here header shareholder", 0),
            ("sidebar_left", Hints::BESIDE),
            ("PhotoCaption", Hints::CAPTION),
            ("c-byline__author", Hints::META),
            ("has-sidebar sidebar-none", 0),
            ("", 0),
        ];
        for (class, flags) in cases {
            assert_eq!(words(class), flags, "{class}");
        }
    }
}
