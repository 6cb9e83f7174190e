//! What a page calls itself where its headings don't say: front pages, slogans.

use super::{Heading, Headline, Witness, is_stub};
use crate::article::{Origin, Source};
use crate::metadata::cleaning::cleaned;
use crate::metadata::folding::{Agreement, agreement, folded, same_but_blanks};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::resolve::Resolver;
use crate::metadata::site_name;
use crate::metadata::url::is_home;

impl Resolver<'_> {
    /// The whole title of a front page that starts with the site's name: "The Daily: news for the north".
    pub(super) fn name_of_home(&self, plain: &str) -> Option<String> {
        self.context.url.filter(|url| is_home(url))?;
        let title = self.of(Field::Title).next()?;
        let told = cleaned(&title.value);
        // A bar sets the name apart rather than making it a part of the sentence.
        if told.contains('|') {
            return None;
        }
        let first = site_name::parts_of(&told).first().map(|first| folded(first))?;
        let whole = folded(&told);
        let rest = whole.strip_prefix(&first).is_some_and(|rest| rest.trim() == plain);
        (rest && self.sites.iter().any(|site| same_but_blanks(site, &first))).then_some(told)
    }

    /// The site's name where the title has nothing else: "Home - The Daily".
    pub(super) fn name_of_site(&self) -> (Headline, Option<(Origin, String)>) {
        let named = self.of(Field::Title).next().and_then(|title| {
            let parts = site_name::parts_of(&title.value).into_iter();
            let part = parts.filter(|part| !is_stub(&folded(part))).max_by_key(|part| part.len())?;
            Some((part.to_owned(), (title.origin.clone(), shortened(&title.value))))
        });
        let (text, origin) = named.unzip();
        (Headline { text, place: None }, origin)
    }

    /// What a page that is no article calls itself, title and Open Graph alike: what its first heading shows may be a
    /// slogan that has hardly a word of it.
    pub(super) fn name_of_page(&self, heading: &Heading<'_>, witnesses: &[Witness<'_>]) -> Option<String> {
        let shown = heading.folded.as_str();
        // Every page of some systems has a date in its description as a page.
        let signed = |found: &Found| {
            matches!(found.field, Field::Published | Field::Author)
                && found.origin.source != Source::Page
                && found.origin.path != "WebPage.datePublished"
        };
        let described =
            |witness: &Witness<'_>| witness.found.origin.source == Source::JsonLd && witness.weight >= 4;
        if witnesses.iter().any(described) {
            return None;
        }
        let title = witnesses.iter().find(|witness| witness.found.field == Field::Title)?;
        let told = witnesses
            .iter()
            .find(|witness| witness.found.origin.source == Source::OpenGraph && witness.weight >= 7)?;
        let words = |text: &str| text.split(' ').count();
        let shared =
            shown.split(' ').filter(|word| title.folded.split(' ').any(|other| other == *word)).count();
        let apart = heading.best < Agreement::Partial && told.folded == title.folded;
        // One of them may have a part more.
        let short = if told.folded.len() <= title.folded.len() { told } else { title };
        let same = agreement(&told.folded, &title.folded) >= Agreement::Contained;
        // Not a word of the heading is in the title: a slogan, even where the page is signed.
        if same && heading.best < Agreement::Partial && shared == 0 && short.folded.contains(' ') {
            return Some(short.text.clone());
        }
        if self.findings.found.iter().any(signed) {
            return None;
        }
        let dated = |found: &Found| matches!(found.field, Field::Published | Field::Date);
        let dated = self.findings.found.iter().any(dated);
        let apart = apart && shared * (2 + usize::from(dated)) < words(shown).min(words(&title.folded));
        // Of 25 undated pages of dev whose heading is twice as long as both, 20 are named by these.
        let sentence = words(shown) >= words(&title.folded) * 2 && !dated;
        (same && short.folded.contains(' ') && (apart || sentence)).then(|| short.text.clone())
    }
}
