//! What an element's attributes say, read in one pass over them.

use super::consent::is_root;
use super::is_heading;
use super::tokens::{Sense, Senses, senses};
use crate::html::{Memo, Name, NodeId, Tree};

/// The attributes that rules ask for, and the kinds that the element's names suggest.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks<'t> {
    pub(super) id: &'t str,
    /// A class is that of a consent platform's root.
    pub(super) platform: bool,
    pub(super) role: &'t str,
    pub(super) style: &'t str,
    pub(super) hidden: bool,
    pub(super) aria_hidden: bool,
    pub(super) aria_modal: bool,
    /// Kinds that a class, the id or a component's name suggests: see the constants of [`Kinds`].
    pub(super) kinds: u32,
}

/// Kinds of elements, a bit each.
pub(super) struct Kinds;

impl Kinds {
    pub(super) const ADVERTISEMENT: u32 = 1;
    pub(super) const SHARE: u32 = 1 << 1;
    pub(super) const SUBSCRIBE: u32 = 1 << 2;
    pub(super) const RELATED: u32 = 1 << 3;
    pub(super) const EXCHANGE: u32 = 1 << 4;
    pub(super) const NAVIGATION: u32 = 1 << 5;
    pub(super) const BREADCRUMB: u32 = 1 << 6;
    pub(super) const PAGER: u32 = 1 << 7;
    pub(super) const SKIP: u32 = 1 << 8;
    pub(super) const FOOTER: u32 = 1 << 9;
    pub(super) const HEADER: u32 = 1 << 10;
    pub(super) const SIDEBAR: u32 = 1 << 11;
    pub(super) const COMMENTS: u32 = 1 << 12;
    pub(super) const COMMENTS_HOST: u32 = 1 << 13;
    pub(super) const LOGIN: u32 = 1 << 14;
    pub(super) const SEARCH: u32 = 1 << 15;
    pub(super) const CALENDAR: u32 = 1 << 16;
    pub(super) const WIDGET: u32 = 1 << 17;
    pub(super) const CONSENT: u32 = 1 << 18;
    pub(super) const MODAL: u32 = 1 << 19;
    pub(super) const TAGS: u32 = 1 << 20;
    pub(super) const SCREEN_READER: u32 = 1 << 21;
    pub(super) const MENU: u32 = 1 << 22;
    pub(super) const PROMO: u32 = 1 << 23;
    pub(super) const FOLDED: u32 = 1 << 24;
    /// A link "read more", but also what unfolds by one.
    pub(super) const READ_MORE: u32 = 1 << 25;
}

impl<'t> Looks<'t> {
    pub(super) fn of(tree: &'t Tree, element: NodeId, classes: &mut Classes<'t>) -> Self {
        let mut looks = Self::default();
        for (name, value) in tree.attrs(element) {
            match name {
                Name::ID => {
                    looks.id = value;
                    // Ids of headings and sections are often the heading's text: `respond-to-review-comments`.
                    let words =
                        if is_heading(tree.name(element)) { Senses::default() } else { senses(value) };
                    if words.pieces < 4 || words.known * 2 > words.pieces {
                        looks.kinds |= kinds(words);
                    }
                }
                Name::CLASS => {
                    let told = classes.get(value, Told::by);
                    looks.kinds |= told.kinds;
                    looks.platform = told.platform;
                }
                Name::DATA_COMPONENT | Name::DATA_TESTID => looks.kinds |= kinds(senses(value)),
                Name::ROLE => looks.role = value.trim(),
                Name::HIDDEN => looks.hidden = !value.eq_ignore_ascii_case("until-found"),
                Name::ARIA_HIDDEN => looks.aria_hidden = value.eq_ignore_ascii_case("true"),
                Name::ARIA_MODAL => looks.aria_modal = value.eq_ignore_ascii_case("true"),
                Name::STYLE => looks.style = value,
                _ => {}
            }
        }
        looks
    }

    pub(super) fn is(&self, kinds: u32) -> bool {
        self.kinds & kinds != 0
    }
}

/// What a `class` attribute says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    kinds: u32,
    platform: bool,
}

impl Told {
    fn by(value: &str) -> Self {
        let mut told = Self::default();
        for class in value.split_ascii_whitespace() {
            told.kinds |= class_kinds(class);
            told.platform |= is_root(class);
        }
        told
    }
}

/// What the `class` attributes of a page say.
pub(super) type Classes<'t> = Memo<'t, Told>;

/// The kinds that one class suggests. `top-[var(--nav-height)]` is a style sheet's value, not a name.
fn class_kinds(class: &str) -> u32 {
    if class.as_bytes().contains(&b'[') { 0 } else { kinds(senses(class)) }
}

/// The kinds that one name suggests.
fn kinds(words: Senses) -> u32 {
    // Most names say nothing. `has-ads`, `no-sidebar` speak of something else, `tag-newsletter` of the subject.
    if words.all == 0 || words.has(Sense::NEGATION) && !words.has(Sense::SR) {
        return 0;
    }
    if words.first & Sense::TAXONOMY != 0
        && words.pieces > 1
        && words.last & (Sense::LIST | Sense::BUTTONS) == 0
    {
        return 0;
    }
    RULES.iter().filter(|(applies, _)| applies(words)).fold(0, |all, (_, kind)| all | kind)
}

type Condition = fn(Senses) -> bool;

/// What senses must come together for a kind.
const RULES: &[(Condition, u32)] = &[
    (|w| w.has(Sense::AD | Sense::SPONSOR), Kinds::ADVERTISEMENT),
    (is_share, Kinds::SHARE),
    (|w| w.has(Sense::NEWSLETTER | Sense::SUBSCRIBE) || is_app(w), Kinds::SUBSCRIBE),
    (is_related, Kinds::RELATED),
    (|w| w.has(Sense::EXCHANGE), Kinds::EXCHANGE),
    (|w| w.has(Sense::NAV), Kinds::NAVIGATION),
    (|w| w.has(Sense::MENU), Kinds::MENU),
    (|w| w.has(Sense::BREADCRUMB), Kinds::BREADCRUMB),
    (|w| w.has(Sense::PAGER), Kinds::PAGER),
    (
        |w| w.has(Sense::SKIP) && (w.pieces == 1 || w.has(Sense::BUTTONS | Sense::CONTENT | Sense::NAV)),
        Kinds::SKIP,
    ),
    (|w| w.last & Sense::FOOTER != 0 || w.first & Sense::FOOTER != 0, Kinds::FOOTER),
    (|w| w.has(Sense::HEADER), Kinds::HEADER),
    (|w| w.has(Sense::SIDEBAR), Kinds::SIDEBAR),
    (|w| w.has(Sense::COMMENT), Kinds::COMMENTS),
    (|w| w.has(Sense::COMMENTS_HOST), Kinds::COMMENTS_HOST),
    (|w| w.has(Sense::LOGIN), Kinds::LOGIN),
    (|w| w.has(Sense::SEARCH), Kinds::SEARCH),
    (|w| w.has(Sense::CALENDAR), Kinds::CALENDAR),
    (|w| w.has(Sense::WIDGET), Kinds::WIDGET),
    (is_consent, Kinds::CONSENT),
    (|w| w.has(Sense::MODAL), Kinds::MODAL),
    (|w| w.has(Sense::TAGS) || w.has(Sense::TAXONOMY) && w.last & Sense::LIST != 0, Kinds::TAGS),
    (|w| w.has(Sense::SCREEN_READER) || w.has(Sense::SR) && w.has(Sense::ONLY), Kinds::SCREEN_READER),
    (|w| w.has(Sense::PROMO), Kinds::PROMO),
    (|w| w.has(Sense::FOLDED), Kinds::FOLDED),
    (|w| w.has(Sense::READ) && w.has(Sense::MORE), Kinds::READ_MORE),
];

fn is_share(words: Senses) -> bool {
    words.has(Sense::SHARE)
        || words.has(Sense::SOCIAL)
            && (words.pieces == 1 || words.has(Sense::BUTTONS | Sense::FOLLOW | Sense::LIST))
        || words.has(Sense::FOLLOW) && words.has(Sense::BUTTONS)
}

fn is_app(words: Senses) -> bool {
    words.has(Sense::APP) && words.has(Sense::DOWNLOAD)
}

fn is_related(words: Senses) -> bool {
    let items = words.has(Sense::ITEMS);
    words.has(Sense::RELATED | Sense::RECOMMEND | Sense::POPULAR)
        || words.has(Sense::MORE) && items
        || words.has(Sense::READ) && words.has(Sense::NEXT | Sense::ALSO)
        || words.first & Sense::TOP != 0 && words.last & Sense::STORIES != 0 && words.pieces == 2
        || words.has(Sense::LATEST | Sense::MOST) && items
        || words.has(Sense::ALSO) && words.has(Sense::LIKE)
}

/// A cookie alone may be eaten; with a banner, a notice or a law it asks for consent.
fn is_consent(words: Senses) -> bool {
    words.has(Sense::COOKIE) && words.has(Sense::NOTICE | Sense::GDPR | Sense::CONSENT)
        || words.has(Sense::GDPR) && (words.pieces == 1 || words.has(Sense::NOTICE | Sense::CONSENT))
        || words.has(Sense::CONSENT) && (words.pieces == 1 || words.has(Sense::NOTICE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_suggest_kinds() {
        for (name, expected) in [
            ("post-share-buttons", Kinds::SHARE),
            ("social", Kinds::SHARE),
            ("more-from-author", Kinds::RELATED),
            ("readNext", Kinds::RELATED),
            ("cookie-notice", Kinds::CONSENT),
            ("sr-only", Kinds::SCREEN_READER),
            ("visually-hidden", Kinds::SCREEN_READER),
            ("screen-reader-text", Kinds::SCREEN_READER),
            ("skip-to-content", Kinds::SKIP),
            ("no-sidebar", 0),
            ("has-ads", 0),
            ("tag-newsletter", 0),
            ("category-cookies", 0),
            ("cookie-recipe", 0),
            ("social-policy", 0),
            ("header", 0),
            ("widget", 0),
            ("banner", 0),
            ("section", 0),
            ("more", 0),
            ("article-top", 0),
            ("top-[var(--nav-height)]", 0),
            ("news", 0),
        ] {
            assert_eq!(class_kinds(name), expected, "{name}");
        }
    }
}
