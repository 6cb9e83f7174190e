//! What `meta` says to machines about the use of the page.
//!
//! <https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag>,
//! <https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/>; `noai` and `noimageai` are DeviantArt's
//! of 2022, which other sites took over.

use url::Url;

use super::url::absolute;
use crate::article::Rights;

/// Directives of one page that are kept.
const MOST: usize = 64;

/// Bytes of the longest directive.
const LONGEST: usize = 64;

/// Reads one `meta` by its key in lower case; gives whether it was one of these.
pub(super) fn read(key: &str, content: &str, rights: &mut Rights) -> bool {
    match key {
        "robots" => {
            for directive in content.split(',') {
                robots(&directive.trim().to_ascii_lowercase(), rights);
            }
        }
        "tdm-reservation" => {
            rights.tdm_reserved = match content.trim() {
                "1" => Some(true),
                "0" => Some(false),
                _ => rights.tdm_reserved,
            };
        }
        "tdm-policy" => rights.tdm_policy = Some(content.trim().to_owned()),
        _ => return false,
    }
    true
}

fn robots(directive: &str, rights: &mut Rights) {
    if directive.is_empty() || directive.len() > LONGEST || rights.robots.len() >= MOST {
        return;
    }
    match directive {
        "noindex" | "none" => rights.no_index = true,
        "noai" => (rights.no_ai, rights.no_image_ai) = (true, true),
        "noimageai" => rights.no_image_ai = true,
        "nosnippet" => rights.max_snippet = Some(0),
        _ => {
            let snippet =
                directive.strip_prefix("max-snippet").and_then(|rest| rest.trim().strip_prefix(':'));
            // The stricter of two counts.
            if let Some(most) = snippet.and_then(|most| most.trim().parse::<u32>().ok()) {
                rights.max_snippet = Some(rights.max_snippet.map_or(most, |known| known.min(most)));
            }
        }
    }
    if !rights.robots.iter().any(|known| known == directive) {
        rights.robots.push(directive.to_owned());
    }
}

/// The rights with the URL of the terms made absolute.
pub(super) fn resolved(rights: &Rights, base: Option<&Url>) -> Rights {
    let tdm_policy = rights.tdm_policy.as_deref().and_then(|policy| absolute(policy, base));
    Rights { tdm_policy, ..rights.clone() }
}
