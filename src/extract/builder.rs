use super::Extractor;
use crate::limits::Limits;

/// Builds an [`Extractor`].
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    pub(super) extractor: Extractor,
}

impl ExtractorBuilder {
    /// What one page may cost. Default: [`Limits::default`].
    pub fn limits(mut self, limits: Limits) -> Self {
        self.extractor.limits = limits;
        self
    }

    /// The language of the pages, a BCP 47 tag: it goes before what a page says of itself, but not before what its
    /// text shows. Default: none.
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.extractor.language = Some(tag.into());
        self
    }

    /// Whether [`Article::provenance`](crate::Article::provenance) is filled. Default: no.
    pub fn provenance(mut self, wanted: bool) -> Self {
        self.extractor.provenance = wanted;
        self
    }

    /// Another model than the built-in one, for `training/` alone; `shorten` takes all but so many
    /// texts of an article away.
    #[cfg(feature = "training")]
    #[doc(hidden)]
    pub fn model(mut self, bytes: &[u8], shorten: Option<usize>) -> Self {
        let mut model = crate::content::Model::read(bytes).unwrap_or_default();
        model.shorten = shorten;
        self.extractor.model = Some(std::sync::Arc::new(model));
        self
    }

    /// The names of the features, for `training/` alone.
    #[cfg(feature = "training")]
    #[doc(hidden)]
    #[must_use]
    pub fn feature_names() -> &'static [&'static str] {
        crate::content::Model::feature_names()
    }

    /// The extractor.
    #[must_use]
    pub fn build(self) -> Extractor {
        self.extractor
    }
}
