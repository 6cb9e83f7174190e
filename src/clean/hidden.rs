//! What no reader sees.

use super::looks::Kinds;
use super::statistics::Statistics;
use super::{Page, Rule, Subject};
use crate::html::{Name, NodeId, Tree};

/// An `aria-hidden` part with this many letters is more than decoration: it can be the article behind an overlay.
const DECORATION: u32 = 100;

pub(super) fn hidden(page: &Page<'_>, subject: &Subject<'_>) -> Option<Rule> {
    let (looks, own) = (&subject.looks, subject.own);
    let hidden = match subject.name {
        Name::TEMPLATE | Name::SCRIPT | Name::STYLE => true,
        Name::NOSCRIPT => !has_picture(page.tree, subject.id),
        Name::DIALOG => {
            page.tree.find_name("open").is_none_or(|open| page.tree.attr(subject.id, open).is_none())
        }
        _ => {
            (looks.hidden || is_undisplayed(looks.style)) && !is_folded(subject)
                || looks.aria_hidden && own.text < DECORATION && !subject.place.in_heading && own.prose == 0
                || looks.is(Kinds::SCREEN_READER) && own.text < DECORATION && !subject.place.in_heading
        }
    };
    // Scripts show what style sheets hide: half of the page is more likely collapsed or faded than gone.
    let most = page.prose_percent(own) > 40;
    (hidden && !most && !(own.holds(Statistics::HEADLINE) && own.prose > 0)).then_some(Rule::Hidden)
}

/// Whether prose is out of sight only until a reader unfolds it, or a script puts it into its place.
fn is_folded(subject: &Subject<'_>) -> bool {
    let looks = &subject.looks;
    // Parts that React streams behind the page have the ids `S:0`, `S:1` …
    let streamed = looks.id.starts_with("S:") && subject.own.text > 0;
    let panel = looks.is(Kinds::FOLDED) || matches!(looks.role, "region" | "tabpanel");
    let inside = subject.place.in_content() || subject.place.in_folded;
    streamed || panel && subject.own.link_percent() < 50 || inside && subject.own.prose > 0
}

/// Whether an inline style takes the element off the page.
fn is_undisplayed(style: &str) -> bool {
    // Only two properties can, so that the others need no reading.
    let may = |declaration: &&str| {
        let first = declaration.bytes().find(|byte| !byte.is_ascii_whitespace());
        first.is_some_and(|byte| matches!(byte, b'd' | b'D' | b'v' | b'V' | 0x0b | 0x80..))
    };
    let mut declarations = style.split(';').filter(may).filter_map(|declaration| declaration.split_once(':'));
    !style.is_empty()
        && declarations.any(|(property, value)| {
            let value = value.split('!').next().unwrap_or("").trim();
            let property = property.trim();
            property.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none")
                || property.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden")
        })
}

/// Whether a `noscript` holds a picture or a film that a script would have loaded, rather than a counter's pixel.
fn has_picture(tree: &Tree, noscript: NodeId) -> bool {
    tree.descendants(noscript).take(200).any(|id| match tree.name(id) {
        Name::IMG => {
            let small = |name| {
                tree.attr(id, name).is_some_and(|size| matches!(size.trim(), "0" | "1" | "1px" | "0px"))
            };
            let style = tree.attr(id, Name::STYLE).unwrap_or("");
            !(small(Name::WIDTH) || small(Name::HEIGHT) || is_undisplayed(style))
        }
        Name::VIDEO | Name::PICTURE | Name::AUDIO => true,
        _ => false,
    })
}
