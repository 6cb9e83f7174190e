//! A picture with its URL, size, caption and credit.

use super::address::Base;
use crate::article::Image;
use crate::html::{Name, NodeId, Tree};

/// Pictures at most this wide or high are spacers, icons and tracking pixels.
const SMALL: u32 = 60;

/// Class and id words of pictures that are never content.
const DECORATION: &[&str] =
    &["avatar", "logo", "icon", "emoji", "gravatar", "spacer", "pixel", "spinner", "loader", "badge", "flag"];

/// The picture of an `img` element; `None` where it is decoration or names no URL.
pub(super) fn picture(tree: &Tree, img: NodeId, base: &Base<'_>, lazy: &[Name]) -> Option<Image> {
    if is_decoration(tree, img) {
        return None;
    }
    let url = source(tree, img, base, lazy)?;
    if is_placeholder(&url) {
        return None;
    }
    let mut image = Image::new(url);
    image.alt = tree.attr(img, Name::ALT).map(str::trim).filter(|alt| !alt.is_empty()).map(str::to_owned);
    image.width = size(tree, img, Name::WIDTH);
    image.height = size(tree, img, Name::HEIGHT);
    let small = |size: Option<u32>| size.is_some_and(|size| size <= SMALL);
    (!small(image.width) && !small(image.height)).then_some(image)
}

fn is_decoration(tree: &Tree, img: NodeId) -> bool {
    [Name::CLASS, Name::ID].iter().filter_map(|&name| tree.attr(img, name)).any(|value| {
        value
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| DECORATION.iter().any(|decoration| word.eq_ignore_ascii_case(decoration)))
    })
}

fn size(tree: &Tree, img: NodeId, name: Name) -> Option<u32> {
    let value = tree.attr(img, name)?.trim();
    value.strip_suffix("px").unwrap_or(value).parse().ok()
}

/// The best URL that an image offers: the largest of its `srcset` or of its `picture`'s sources, the lazy
/// loader's attributes, `src`, and the image that a `noscript` beside it holds.
fn source(tree: &Tree, img: NodeId, base: &Base<'_>, lazy: &[Name]) -> Option<String> {
    let sets = [Name::SRCSET, Name::DATA_SRCSET, Name::DATA_LAZY_SRCSET];
    let address = |node: NodeId, name: Name| tree.attr(node, name).and_then(|value| base.resource(value));
    let set = |node: NodeId| {
        sets.iter().filter_map(|&name| tree.attr(node, name)).find_map(|value| largest(value, base))
    };
    let sources = || {
        let picture = tree.parent(img).filter(|&parent| tree.name(parent) == Name::PICTURE)?;
        tree.children(picture).filter(|&child| tree.name(child) == Name::SOURCE).find_map(set)
    };
    let noscript = || {
        let real = in_noscript(tree, img)?;
        set(real).or_else(|| address(real, Name::SRC))
    };
    set(img)
        .or_else(sources)
        .or_else(|| lazy.iter().find_map(|&name| address(img, name)))
        .or_else(noscript)
        .or_else(|| address(img, Name::SRC))
}

/// The picture in the `noscript` beside an image, or beside the element that holds nothing else: what a reader without
/// scripts sees, where the image itself waits for one.
fn in_noscript(tree: &Tree, img: NodeId) -> Option<NodeId> {
    let beside = |node: NodeId| {
        let skip_text = |next: fn(&Tree, NodeId) -> Option<NodeId>| {
            std::iter::successors(next(tree, node), move |&at| next(tree, at)).find(|&at| tree.is_element(at))
        };
        [skip_text(Tree::next_sibling), skip_text(Tree::prev_sibling)]
            .into_iter()
            .flatten()
            .find(|&at| tree.name(at) == Name::NOSCRIPT)
    };
    let parent = || {
        tree.parent(img)
            .filter(|&parent| matches!(tree.name(parent), Name::PICTURE | Name::SPAN | Name::DIV | Name::A))
    };
    let noscript = beside(img).or_else(|| parent().and_then(beside))?;
    tree.descendants(noscript).find(|&node| {
        let small = |name| size(tree, node, name).is_some_and(|size| size <= SMALL);
        tree.name(node) == Name::IMG && !small(Name::WIDTH) && !small(Name::HEIGHT)
    })
}

/// The attributes of a page in which scripts find the pictures that they load.
pub(super) fn lazy_attributes(tree: &Tree) -> Vec<Name> {
    let known = [Name::DATA_SRC, Name::DATA_LAZY_SRC, Name::DATA_ORIGINAL];
    known.into_iter().chain(LAZY.iter().filter_map(|name| tree.find_name(name))).collect()
}

/// Attributes in which scripts find the picture that they load, besides those that have a name of their own.
const LAZY: &[&str] = &[
    "data-large-file",
    "data-full-src",
    "data-hi-res-src",
    "data-lazy",
    "data-image",
    "data-img-src",
    "data-original-src",
    "data-src-large",
    "data-src-medium",
    "data-src-pc",
    "data-defer-src",
    "data-flickity-lazyload",
    "data-actualsrc",
    "data-echo",
    "data-ll-src",
    "data-lazyload",
    "data-ezsrc",
    "data-cfsrc",
    "nitro-lazy-src",
];

/// Whether a URL is that of the picture which stands in until the real one is loaded.
fn is_placeholder(url: &str) -> bool {
    const NAMES: &[&str] = &[
        "blank",
        "spacer",
        "placeholder",
        "transparent",
        "pixel",
        "1x1",
        "lazy",
        "lazyload",
        "loading",
        "loader",
        "grey",
        "empty",
        "dummy",
        "clear",
        "trans",
        "px",
    ];
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let file = path.rsplit('/').next().unwrap_or(path);
    let (name, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    matches!(ending, "gif" | "png" | "svg" | "webp")
        && NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// What two URLs of one picture have in common: the address without the parameters and endings that tell its size.
pub(super) fn identity(url: &str) -> String {
    const SIZES: &[&str] = &[
        "w", "h", "width", "height", "wid", "hei", "q", "quality", "qlt", "auto", "fit", "crop", "resize",
        "format", "fm", "fmt", "dpr", "strip", "ssl", "size", "s", "rect", "ixlib", "ixid", "cs", "zoom",
        "op_usm", "imwidth", "imheight", "imbypass", "sharp", "usm", "impolicy", "im",
    ];
    let url = url.split('#').next().unwrap_or(url);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let (front, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let name = name.split_once('@').map_or(name, |(name, _)| name);
    let name = match name.rsplit_once('-') {
        Some((plain, size)) if is_size(size) => plain,
        _ => name,
    };
    let mut identity = format!("{front}/{name}.{ending}");
    for parameter in query.split('&') {
        let key = parameter.split('=').next().unwrap_or(parameter);
        if !key.is_empty() && !SIZES.iter().any(|size| key.eq_ignore_ascii_case(size)) {
            identity.push('&');
            identity.push_str(parameter);
        }
    }
    identity
}

/// `1024x683`, `scaled`.
fn is_size(word: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    word == "scaled" || word.split_once('x').is_some_and(|(width, height)| digits(width) && digits(height))
}

/// The largest picture of a `srcset`, by width or density.
fn largest(srcset: &str, base: &Base<'_>) -> Option<String> {
    let mut best: Option<(f32, &str)> = None;
    let mut rest = srcset.trim();
    // URLs may hold commas: a candidate ends with a comma after white space or after its descriptor.
    while !rest.is_empty() {
        let (url, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (descriptor, next) = match url.strip_suffix(',') {
            Some(_) => ("", tail),
            None => tail.split_once(',').unwrap_or((tail, "")),
        };
        let weight = descriptor.trim().trim_end_matches(['w', 'x']).parse().unwrap_or(1.0);
        let url = url.trim_end_matches(',');
        if !url.is_empty() && !url.starts_with("data:") && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, url));
        }
        rest = next.trim_start();
    }
    best.and_then(|(_, url)| base.resource(url))
}

/// Tells caption and credit apart: a credit starts with a label (`Photo:`, `Foto:`, `Фото:`, `©`) or stands in
/// parentheses or after a slash at the end.
pub(super) fn caption_and_credit(text: &str) -> (Option<String>, Option<String>) {
    const LABELS: &[&str] = &[
        "photo:",
        "photos:",
        "photo by",
        "photograph:",
        "photograph by",
        "image:",
        "image credit:",
        "credit:",
        "picture:",
        "foto:",
        "fotos:",
        "bild:",
        "фото:",
        "фото ",
        "фотография:",
        "изображение:",
        "crédit:",
        "crédits:",
        "crédit photo:",
        "crédito:",
        "créditos:",
        "source:",
        "quelle:",
        "źródło:",
        "fot.",
        "fot:",
        "zdjęcie:",
        "copyright:",
        "©",
        "(c)",
        "写真:",
        "写真：",
        "图:",
        "图：",
        "사진=",
        "사진:",
        "φωτογραφία:",
        "kuva:",
        "bilde:",
        "foto ",
    ];
    let lower = text.to_lowercase();
    let clean = |part: &str| {
        let part = part.trim().trim_matches(['(', ')', '[', ']', '|', '/', '—', '–', '-']).trim();
        (!part.is_empty()).then(|| part.to_owned())
    };
    // Lower case can change a text's length; offsets then can't be carried over.
    if lower.len() != text.len() {
        return (clean(text), None);
    }
    let found = LABELS
        .iter()
        .filter_map(|label| {
            let at = lower.find(label)?;
            let before = lower.get(..at)?.chars().next_back();
            let starts = before.is_none_or(|c| !c.is_alphanumeric());
            starts.then_some((at, label.len()))
        })
        .min();
    match found {
        Some((at, len)) => {
            let (caption, credit) = (text.get(..at).unwrap_or(text), text.get(at + len..).unwrap_or(""));
            // A label in the middle of a long sentence is a word of the caption.
            if credit.chars().count() > 100 { (clean(text), None) } else { (clean(caption), clean(credit)) }
        }
        None => (clean(text), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_and_credits_come_apart() {
        let cases = [
            ("The bridge at dawn. Photo: Ann Lee", Some("The bridge at dawn."), Some("Ann Lee")),
            ("© dpa", None, Some("dpa")),
            ("Мост на рассвете (Фото: ТАСС)", Some("Мост на рассвете"), Some("ТАСС")),
            ("The photograph shows a bridge", Some("The photograph shows a bridge"), None),
            ("", None, None),
        ];
        for (text, caption, credit) in cases {
            let (c, d) = caption_and_credit(text);
            assert_eq!((c.as_deref(), d.as_deref()), (caption, credit), "{text}");
        }
    }

    #[test]
    fn sizes_do_not_tell_pictures_apart() {
        let cases = [
            ("https://a.b/c.jpg?w=640&q=80", "https://a.b/c.jpg?w=1280", true),
            ("https://a.b/c-300x200.jpg", "http://a.b/c.jpg", true),
            ("https://a.b/c@2x.png", "https://a.b/c.png", true),
            ("https://a.b/c.php?id=1", "https://a.b/c.php?id=2", false),
            ("https://a.b/c-1.jpg", "https://a.b/c-2.jpg", false),
            ("https://a.b/c/1.jpg", "https://a.b/d/1.jpg", false),
        ];
        for (a, b, same) in cases {
            assert_eq!(identity(a) == identity(b), same, "{a} {b}");
        }
    }

    #[test]
    fn the_largest_of_a_set_is_taken() {
        let base = Base::new(None);
        let cases = [
            ("https://a.example/1,2.jpg 320w, https://a.example/3.jpg 640w", Some("https://a.example/3.jpg")),
            ("https://a.example/1.jpg, https://a.example/2.jpg 2x", Some("https://a.example/2.jpg")),
            ("data:image/gif;base64,AA 1w", None),
            ("", None),
        ];
        for (set, expected) in cases {
            assert_eq!(largest(set, &base).as_deref(), expected, "{set}");
        }
    }
}
