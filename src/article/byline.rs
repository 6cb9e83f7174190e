use serde::{Deserialize, Serialize};

/// One of those named in the byline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Author {
    /// The name as the page prints it: academic titles and degrees stay, offices, employers, places and labels are
    /// cut.
    pub name: String,
    /// A person or an organisation.
    pub kind: AuthorKind,
    /// What they did.
    pub role: AuthorRole,
    /// The absolute URL of their page.
    pub url: Option<String>,
}

impl Author {
    /// A writer who is a person.
    pub fn person(name: impl Into<String>) -> Self {
        Self { name: name.into(), kind: AuthorKind::Person, role: AuthorRole::Writer, url: None }
    }
}

/// A person or an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AuthorKind {
    /// A person.
    #[default]
    Person,
    /// An agency, a desk, the site itself.
    Organization,
}

/// What somebody named in the byline did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AuthorRole {
    /// Wrote it.
    #[default]
    Writer,
    /// Took the pictures.
    Photographer,
    /// Edited it.
    Editor,
    /// Contributed reporting.
    Contributor,
    /// Translated it.
    Translator,
}
