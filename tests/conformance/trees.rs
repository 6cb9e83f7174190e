//! Our trees beside those that html5ever's tokenizer gives.

use tearsheet::html::{Name, Step, Tree, parse_with_html5ever};
use tearsheet::{Limits, Page};

/// A step of a walk that compares; neighbouring texts are one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Open(String, Vec<(String, String)>),
    Close,
    Text(String),
}

/// The tree in its order.
pub(crate) fn parts(tree: &Tree) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for step in tree.walk(tree.root()) {
        let Step::Enter(id) = step else {
            parts.push(Part::Close);
            continue;
        };
        match (tree.text(id), parts.last_mut()) {
            (Some(text), Some(Part::Text(before))) => before.push_str(text),
            (Some(text), _) => parts.push(Part::Text(text.to_owned())),
            (None, _) => {
                let named = |name: Name| tree.name_text(name).to_owned();
                let attributes =
                    tree.attrs(id).map(|(name, value)| (named(name), value.to_owned())).collect();
                parts.push(Part::Open(named(tree.name(id)), attributes));
            }
        }
    }
    parts
}

/// Where the two trees of a page begin to differ.
pub(crate) fn difference(text: &str) -> Option<String> {
    let limits = Limits { time: None, depth: 4096, attributes: 4096, ..Limits::default() };
    let ours = parts(&Page::from_text(text).tree(&limits).ok()?);
    let theirs = parts(&parse_with_html5ever(text));
    if ours == theirs {
        return None;
    }
    let at = ours.iter().zip(&theirs).take_while(|(ours, theirs)| ours == theirs).count();
    Some(format!("at {at}: {:?} instead of {:?}", ours.get(at), theirs.get(at)))
}
