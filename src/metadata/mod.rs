//! STUB
use crate::article::*;
use crate::clean::Marks;
use crate::html::*;
use std::collections::BTreeMap;
pub(crate) struct Context<'a> { pub(crate) tree: &'a Tree, #[allow(unused)] pub(crate) marks: &'a Marks, #[allow(unused)] pub(crate) url: Option<&'a url::Url>, #[allow(unused)] pub(crate) fetched: Option<&'a str>, pub(crate) language: Option<&'a str> }
#[derive(Default)]
pub(crate) struct Metadata {
    pub(crate) headline: Option<String>, pub(crate) kicker: Option<String>, pub(crate) standfirst: Option<String>, pub(crate) authors: Vec<Author>,
    pub(crate) published: Option<Moment>, pub(crate) modified: Option<Moment>, pub(crate) site: Option<Site>, pub(crate) source: Option<Site>,
    pub(crate) canonical_url: Option<String>, pub(crate) amp_url: Option<String>, pub(crate) language: Option<String>,
    pub(crate) section: Option<String>, pub(crate) tags: Vec<String>, pub(crate) license: Option<String>, pub(crate) access: Access, pub(crate) images: Vec<Image>,
    pub(crate) article_body: Option<String>, pub(crate) word_count: Option<u32>, pub(crate) entity: Option<String>, pub(crate) og_type: Option<String>, pub(crate) title: Option<String>,
    pub(crate) headline_node: Option<NodeId>, pub(crate) leave_out: Vec<NodeId>, pub(crate) provenance: BTreeMap<String, Provenance>,
}
pub(crate) fn collect(c: &Context<'_>) -> Metadata {
    let mut m = Metadata::default();
    let t = c.tree;
    m.title = t.find(t.root(), Name::TITLE).map(|n| t.text_content(n));
    m.headline_node = t.find(t.root(), Name::H1);
    m.headline = m.headline_node.map(|n| t.text_content(n)).or(m.title.clone());
    for n in t.descendants(t.root()) {
        if t.name(n) == Name::HTML { m.language = t.attr(n, Name::LANG).map(str::to_owned); }
        if t.name(n) == Name::SCRIPT && t.attr(n, Name::TYPE).is_some_and(|x| x.contains("ld+json")) {
            let s: String = t.children(n).filter_map(|c| t.text(c)).collect();
            if let Ok(v) = serde_json::from_str::<serde_json::Value>(&s) {
                let mut st = vec![&v];
                while let Some(v) = st.pop() { match v { serde_json::Value::Array(a) => st.extend(a), serde_json::Value::Object(o) => { if let Some(b) = o.get("articleBody").and_then(|b| b.as_str()) { m.article_body = Some(b.to_owned()); } if let Some(g) = o.get("@graph") { st.push(g) } if let Some(g) = o.get("@type").and_then(|g| g.as_str()) { m.entity = Some(g.to_owned()) } } _ => {} } }
            }
        }
        if t.name(n) == Name::META && t.attr(n, Name::PROPERTY) == Some("og:type") { m.og_type = t.attr(n, Name::CONTENT).map(str::to_owned); }
    }
    let _ = c.language;
    m
}
