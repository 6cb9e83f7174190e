//! The elements that consent platforms put into a page.
//!
//! Names as the platforms' own scripts create them; ids and class names are compared whole and in small letters, and
//! numbers at their end don't count (`sp_message_container_123456`).

/// Sorted, for a binary search. An id or a class may have the name.
const ROOTS: &[&str] = &[
    "__tealiumgdprecmodal",
    "_evidon-background",
    "_evidon-banner",
    "_evidon_banner",
    "_iub_cs_banner",
    "adopt-controller-button",
    "amgdprcookie-modal",
    "amzn-cookie-consent",
    "appconsent",
    "as-oil",
    "as-oil-content-overlay",
    "avia-cookie-consent",
    "axeptio_mount",
    "axeptio_overlay",
    "bcee-cookie-banner",
    "borlabs-cookie",
    "borlabscookiebox",
    "brlbs-cmpnt-dialog",
    "cassie-widget",
    "cc--main",
    "cc-banner",
    "cc-cookie-banner",
    "cc-main",
    "cc-window",
    "cc_banner",
    "cc_banner-wrapper",
    "cc_container",
    "cc_dialog",
    "ccc-module",
    "ccc-overlay",
    "ccm-widget",
    "cdk-cookie-banner",
    "ch2-container",
    "ch2-dialog",
    "cky-consent",
    "cky-consent-container",
    "cky-modal",
    "cky-overlay",
    "cl-consent",
    "cm--cookie-banner",
    "cmpbox",
    "cmpcontainer",
    "cmplz-cookiebanner",
    "cmplz-cookiebanner-container",
    "cmplz-manage-consent",
    "cmpwrapper",
    "coi-banner-wrapper",
    "coi-cookie-policy",
    "coi-overlay",
    "coiconsentbanner",
    "coioverlay",
    "cookie-banner",
    "cookie-bar",
    "cookie-bar-wrapper",
    "cookie-consent-banner",
    "cookie-disclosure",
    "cookie-law-info-again",
    "cookie-law-info-bar",
    "cookie-notice",
    "cookie-script",
    "cookieaccept",
    "cookiebanner",
    "cookiebar",
    "cookiebot",
    "cookieboxwrapper",
    "cookiechoiceinfo",
    "cookieconsent",
    "cookieconsent-wrapper",
    "cookiefirst-root",
    "cookieinfo",
    "cookiejsr",
    "cookielawinfo",
    "cookiemanbar",
    "cookienotice",
    "cookiepolicybar",
    "cookies-banner",
    "cookies-consent",
    "cookiescript_badge",
    "cookiescript_injected",
    "cookiescript_injected_wrapper",
    "cookiesjsr",
    "cookiesplus-modal",
    "cookietractor-overlay",
    "cookiewall",
    "cookiewow",
    "cookiex-cc-modal",
    "ct-ultimate-gdpr-cookie-popup",
    "cybotcookiebotdialog",
    "cybotcookiebotdialogbodyunderlay",
    "didomi-host",
    "didomi-notice",
    "didomi-popup",
    "drupal-eu-cookie-compliance",
    "dsgvo-popup",
    "dsgvo-service-control",
    "eu-cookie-compliance-banner",
    "eu-cookie-law",
    "eu_cookie_law_widget",
    "eucookielaw",
    "evidon-banner",
    "evidon-prefdiag-overlay",
    "ez-cookie-dialog",
    "ez-cookie-dialog-wrapper",
    "ez-cookie-notification",
    "fast-cmp-root",
    "fc-consent-root",
    "gdpr-banner",
    "gdpr-consent-tool-wrapper",
    "gdpr-cookie-consent-bar",
    "gdpr-cookie-message",
    "gravitocmp",
    "gravitocmp-modal-layer",
    "hs-banner-parent",
    "hs-eu-cookie-confirmation",
    "iubenda-cs-banner",
    "iubenda-cs-container",
    "ketch-consent",
    "klaro",
    "lanyard_root",
    "lgpd-banner",
    "mol-fe-cmp",
    "moove_gdpr_cookie_info_bar",
    "moove_gdpr_cookie_modal",
    "moove_gdpr_cookie_modal_content",
    "notice-cookie-block",
    "onetrust-banner-sdk",
    "onetrust-consent-sdk",
    "onetrust-pc-dark-filter",
    "onetrust-pc-sdk",
    "optanon",
    "optanon-alert-box-wrapper",
    "orejime",
    "orejime-app",
    "osano-cm-dialog",
    "osano-cm-info-dialog",
    "osano-cm-window",
    "pandectes-banner",
    "pc-banner",
    "pmconsentbanner",
    "privacy-cp-wall",
    "privacymanager",
    "pubconsent",
    "pubtech-cmp",
    "qc-cmp-ui",
    "qc-cmp-ui-container",
    "qc-cmp2-consent-info",
    "qc-cmp2-container",
    "qc-cmp2-main",
    "qc-cmp2-ui",
    "real-cookie-banner",
    "sd-cmp",
    "securiti-cmp-root",
    "sfbx-overlay",
    "shopify-pc__banner",
    "shopify-section-cookies-notice",
    "sibbo-cmp-layout",
    "sirdata-cmp",
    "sncmp-container",
    "sp-cc",
    "sp_message_container",
    "sp_message_panel",
    "sp_veil",
    "tarteaucitron",
    "tarteaucitronalertbig",
    "tarteaucitronroot",
    "tc-privacy-wrapper",
    "tealium-gdpr-ec-modal",
    "termly-code-snippet-support",
    "termly-styles-root",
    "tp-cookie-banner",
    "trustarc-banner-container",
    "trustarc-banner-overlay",
    "truste-consent-content",
    "truste-consent-track",
    "truste_box_overlay",
    "truste_overlay",
    "uc-banner",
    "uc-banner-modal",
    "uniccmp",
    "uniconsent-config",
    "usercentrics-button",
    "usercentrics-cmp-ui",
    "usercentrics-root",
    "wpcc",
    "wpgdprc",
    "wpgdprc-consent-bar",
    "wpgdprc-consent-modal",
    "wt-cli-cookie-banner",
    "wt-cli-cookie-bar",
    "wt-cli-cookie-bar-container",
    "zeus-consent",
];

/// The longest name of the list fits.
const LONGEST: usize = 40;

/// By first letter, the lengths that names of the list have: spares most names the search.
const LENGTHS: [u64; 128] = lengths();

const fn lengths() -> [u64; 128] {
    let mut lengths = [0; 128];
    let mut at = 0;
    while at < ROOTS.len() {
        let name = ROOTS[at].as_bytes();
        lengths[name[0] as usize] |= 1 << name.len();
        at += 1;
    }
    lengths
}

/// Whether a name is that of a platform's element.
pub(in crate::clean) fn is_root(name: &str) -> bool {
    if name.len() < 3 {
        return false;
    }
    let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
    let name = name.get(..name.len() - digits).unwrap_or("").trim_end_matches(['_', '-']);
    let Some(&first) = name.as_bytes().first() else { return false };
    let lengths = LENGTHS.get(usize::from(first.to_ascii_lowercase())).copied().unwrap_or(0);
    if name.len() > LONGEST || lengths & (1 << name.len()) == 0 {
        return false;
    }
    let mut small = [0_u8; LONGEST];
    let Some(slots) = small.get_mut(..name.len()).filter(|slots| slots.len() > 2) else { return false };
    slots.copy_from_slice(name.as_bytes());
    slots.make_ascii_lowercase();
    let name = &*slots;
    ROOTS.binary_search_by(|root| root.as_bytes().cmp(name)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(ROOTS.is_sorted(), "{:?}", ROOTS.windows(2).find(|pair| pair[0] >= pair[1]));
        assert!(ROOTS.len() >= 100);
        assert!(ROOTS.iter().all(|root| root.len() <= LONGEST && *root == root.to_ascii_lowercase()));
    }

    #[test]
    fn whole_names_in_any_case_with_any_number() {
        for name in [
            "onetrust-consent-sdk",
            "CybotCookiebotDialog",
            "sp_message_container_1190284",
            "cmpbox2",
            "tarteaucitronRoot",
        ] {
            assert!(is_root(name), "{name}");
        }
        for name in ["cookie", "ccc-list", "article", "", "klaroline", "é", "my-cookie-notice-about"] {
            assert!(!is_root(name), "{name}");
        }
    }
}
