//! What is set in from elsewhere, told by its host, its element or the names of its placeholder.

use url::Url;

use super::address::Base;
use crate::article::{Block, EmbedKind};
use crate::html::{Name, NodeId, Tree};

/// Hosts whose frames are content. Frames of other hosts are advertisements more often than not.
const HOSTS: &[(&str, EmbedKind)] = &[
    ("youtube.com", EmbedKind::Video),
    ("youtube-nocookie.com", EmbedKind::Video),
    ("youtu.be", EmbedKind::Video),
    ("vimeo.com", EmbedKind::Video),
    ("dailymotion.com", EmbedKind::Video),
    ("dai.ly", EmbedKind::Video),
    ("rutube.ru", EmbedKind::Video),
    ("vk.com/video", EmbedKind::Video),
    ("vkvideo.ru", EmbedKind::Video),
    ("ok.ru", EmbedKind::Video),
    ("dzen.ru", EmbedKind::Video),
    ("my.mail.ru/video", EmbedKind::Video),
    ("brightcove.net", EmbedKind::Video),
    ("brightcove.com", EmbedKind::Video),
    ("jwplatform.com", EmbedKind::Video),
    ("jwplayer.com", EmbedKind::Video),
    ("kaltura.com", EmbedKind::Video),
    ("wistia.net", EmbedKind::Video),
    ("wistia.com", EmbedKind::Video),
    ("vidyard.com", EmbedKind::Video),
    ("loom.com", EmbedKind::Video),
    ("twitch.tv", EmbedKind::Video),
    ("rumble.com", EmbedKind::Video),
    ("odysee.com", EmbedKind::Video),
    ("bilibili.com", EmbedKind::Video),
    ("youku.com", EmbedKind::Video),
    ("v.qq.com", EmbedKind::Video),
    ("nicovideo.jp", EmbedKind::Video),
    ("tv.naver.com", EmbedKind::Video),
    ("tv.kakao.com", EmbedKind::Video),
    ("ted.com", EmbedKind::Video),
    ("streamable.com", EmbedKind::Video),
    ("coub.com", EmbedKind::Video),
    ("facebook.com/plugins/video.php", EmbedKind::Video),
    ("soundcloud.com", EmbedKind::Audio),
    ("spotify.com", EmbedKind::Audio),
    ("podcasts.apple.com", EmbedKind::Audio),
    ("music.apple.com", EmbedKind::Audio),
    ("megaphone.fm", EmbedKind::Audio),
    ("acast.com", EmbedKind::Audio),
    ("libsyn.com", EmbedKind::Audio),
    ("simplecast.com", EmbedKind::Audio),
    ("buzzsprout.com", EmbedKind::Audio),
    ("podbean.com", EmbedKind::Audio),
    ("spreaker.com", EmbedKind::Audio),
    ("omny.fm", EmbedKind::Audio),
    ("art19.com", EmbedKind::Audio),
    ("transistor.fm", EmbedKind::Audio),
    ("anchor.fm", EmbedKind::Audio),
    ("podigee.io", EmbedKind::Audio),
    ("podigee.com", EmbedKind::Audio),
    ("ausha.co", EmbedKind::Audio),
    ("audioboom.com", EmbedKind::Audio),
    ("ivoox.com", EmbedKind::Audio),
    ("mixcloud.com", EmbedKind::Audio),
    ("deezer.com", EmbedKind::Audio),
    ("bandcamp.com", EmbedKind::Audio),
    ("castbox.fm", EmbedKind::Audio),
    ("twitter.com", EmbedKind::Post),
    ("x.com", EmbedKind::Post),
    ("instagram.com", EmbedKind::Post),
    ("facebook.com", EmbedKind::Post),
    ("t.me", EmbedKind::Post),
    ("vk.com", EmbedKind::Post),
    ("bsky.app", EmbedKind::Post),
    ("threads.net", EmbedKind::Post),
    ("threads.com", EmbedKind::Post),
    ("reddit.com", EmbedKind::Post),
    ("redditmedia.com", EmbedKind::Post),
    ("tiktok.com", EmbedKind::Post),
    ("linkedin.com/embed", EmbedKind::Post),
    ("pinterest.com", EmbedKind::Post),
    ("weibo.com", EmbedKind::Post),
    ("openstreetmap.org", EmbedKind::Map),
    ("google.com/maps", EmbedKind::Map),
    ("maps.google.com", EmbedKind::Map),
    ("yandex.ru/map", EmbedKind::Map),
    ("mapbox.com", EmbedKind::Map),
    ("arcgis.com", EmbedKind::Map),
    ("umap.openstreetmap.fr", EmbedKind::Map),
    ("komoot.com", EmbedKind::Map),
    ("datawrapper.dwcdn.net", EmbedKind::Other),
    ("flourish.studio", EmbedKind::Other),
    ("infogram.com", EmbedKind::Other),
    ("tableau.com", EmbedKind::Other),
    ("observablehq.com", EmbedKind::Other),
    ("knightlab.com", EmbedKind::Other),
    ("documentcloud.org", EmbedKind::Other),
    ("scribd.com", EmbedKind::Other),
    ("slideshare.net", EmbedKind::Other),
    ("issuu.com", EmbedKind::Other),
    ("docs.google.com", EmbedKind::Other),
    ("codepen.io", EmbedKind::Other),
    ("jsfiddle.net", EmbedKind::Other),
    ("codesandbox.io", EmbedKind::Other),
    ("gist.github.com", EmbedKind::Other),
    ("sketchfab.com", EmbedKind::Other),
];

/// Elements of their own for what is set in: their name, the attribute with the id, what stands before the id.
const ELEMENTS: &[(&str, &str, &str, EmbedKind)] = &[
    ("lite-youtube", "videoid", "https://www.youtube.com/embed/", EmbedKind::Video),
    ("youtube-video", "video-id", "https://www.youtube.com/embed/", EmbedKind::Video),
    ("lite-vimeo", "videoid", "https://player.vimeo.com/video/", EmbedKind::Video),
    ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/", EmbedKind::Video),
    ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/", EmbedKind::Video),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/", EmbedKind::Video),
    ("amp-video", "src", "", EmbedKind::Video),
    ("amp-video-iframe", "src", "", EmbedKind::Video),
    ("amp-audio", "src", "", EmbedKind::Audio),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/", EmbedKind::Audio),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/", EmbedKind::Post),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/", EmbedKind::Post),
    ("amp-facebook", "data-href", "", EmbedKind::Post),
    ("amp-tiktok", "data-src", "", EmbedKind::Post),
    ("amp-reddit", "data-src", "", EmbedKind::Post),
];

/// Names of frames of their own, whose host tells what they are.
const FRAMES: &[&str] = &["amp-iframe"];

/// The names of such elements that a page has.
pub(super) fn own_elements(tree: &Tree) -> Vec<Name> {
    ELEMENTS
        .iter()
        .map(|&(name, ..)| name)
        .chain(FRAMES.iter().copied())
        .filter_map(|name| tree.find_name(name))
        .collect()
}

/// The embed of a frame, a film, a recording, a post.
pub(super) fn embed(tree: &Tree, node: NodeId, base: &Base<'_>) -> Option<Block> {
    let (kind, url) = match tree.name(node) {
        name @ (Name::VIDEO | Name::AUDIO) => {
            let sources = || tree.descendants(node).filter(|&id| tree.name(id) == Name::SOURCE);
            let kind = if name == Name::VIDEO { EmbedKind::Video } else { EmbedKind::Audio };
            (kind, address(tree, node, base).or_else(|| sources().find_map(|id| address(tree, id, base)))?)
        }
        Name::BLOCKQUOTE => (EmbedKind::Post, post(tree, node, base)?),
        // A widget that a script puts into its place.
        Name::SCRIPT => {
            let path = tree.find_name("data-telegram-post").and_then(|name| tree.attr(node, name))?;
            (EmbedKind::Post, base.resource(&format!("https://t.me/{path}"))?)
        }
        Name::DIV => {
            let class = ["fb-post", "fb-video"]
                .into_iter()
                .find(|name| tree.classes(node).any(|class| class == *name))?;
            let url = tree.attr(node, Name::DATA_HREF).and_then(|href| base.resource(href))?;
            (if class == "fb-video" { EmbedKind::Video } else { EmbedKind::Post }, url)
        }
        name => match own_element(tree, node, tree.name_text(name), base) {
            Some(found) => found,
            None => framed(tree, node, base)?,
        },
    };
    let caption = (tree.name(node) == Name::BLOCKQUOTE).then(|| words(tree, node)).flatten();
    Some(Block::Embed { kind, url, caption })
}

/// The address of a frame or a source, wherever a script may wait for a reader's consent with it.
fn address(tree: &Tree, node: NodeId, base: &Base<'_>) -> Option<String> {
    const WAITING: &[&str] = &[
        "data-litespeed-src",
        "data-cmp-src",
        "data-cookieblock-src",
        "data-src-cmplz",
        "data-cookie-src",
        "data-consent-src",
        "data-embed-src",
        "data-iframe-src",
        "data-original-src",
    ];
    let known = [Name::SRC, Name::DATA_SRC, Name::DATA_LAZY_SRC, Name::DATA, Name::DATA_URL];
    let waiting = WAITING.iter().filter_map(|name| tree.find_name(name));
    known
        .into_iter()
        .chain(waiting)
        .filter_map(|name| tree.attr(node, name))
        .find_map(|value| base.resource(value))
}

fn framed(tree: &Tree, node: NodeId, base: &Base<'_>) -> Option<(EmbedKind, String)> {
    let url = address(tree, node, base)?;
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    // Servers of Mastodon have hosts of their own; the class is what their embed code gives the frame.
    if tree.classes(node).any(|class| class == "mastodon-embed") {
        return Some((EmbedKind::Post, url));
    }
    let kind = HOSTS.iter().find(|(host, _)| is_at(rest, host)).map(|&(_, kind)| kind)?;
    // The plugins of Facebook name the post in a parameter.
    let post = rest.split_once('?').filter(|(path, _)| is_at(path, "facebook.com/plugins")).and_then(|_| {
        let url = Url::parse(&url).ok()?;
        let href = url.query_pairs().find(|(name, _)| name == "href").map(|(_, value)| value.into_owned());
        href.and_then(|href| base.resource(&href))
    });
    Some((kind, post.unwrap_or(url)))
}

fn own_element(tree: &Tree, node: NodeId, name: &str, base: &Base<'_>) -> Option<(EmbedKind, String)> {
    let &(_, attribute, front, kind) = ELEMENTS.iter().find(|(element, ..)| *element == name)?;
    let id = tree.find_name(attribute).and_then(|attribute| tree.attr(node, attribute))?.trim();
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if front.is_empty() {
        return Some((kind, base.resource(id)?));
    }
    (!id.is_empty() && id.chars().all(is_id)).then(|| (kind, format!("{front}{id}")))
}

/// The URL of a post by its placeholder: the attribute that names it, else its last link, which is the post's own.
fn post(tree: &Tree, node: NodeId, base: &Base<'_>) -> Option<String> {
    let by_uri = || {
        let uri = tree.find_name("data-bluesky-uri").and_then(|name| tree.attr(node, name))?;
        let (profile, post) = uri.strip_prefix("at://")?.split_once("/app.bsky.feed.post/")?;
        base.resource(&format!("https://bsky.app/profile/{profile}/post/{post}"))
    };
    let attributes =
        ["data-embed-url", "data-text-post-permalink"].into_iter().filter_map(|name| tree.find_name(name));
    let named = [Name::DATA_INSTGRM_PERMALINK, Name::CITE].into_iter().chain(attributes);
    let named = named.filter_map(|name| tree.attr(node, name)).find_map(|address| base.resource(address));
    let links = || tree.descendants(node).filter_map(|id| tree.attr(id, Name::HREF)).last();
    named.or_else(by_uri).or_else(|| links().and_then(|address| base.resource(address)))
}

/// The words of a post, where its placeholder has them.
fn words(tree: &Tree, node: NodeId) -> Option<String> {
    /// A placeholder is no article.
    const LONGEST: usize = 2000;
    // These only ask to look at the post elsewhere.
    if tree.classes(node).any(|class| matches!(class, "instagram-media" | "text-post-media")) {
        return None;
    }
    Some(tree.text_content(node)).filter(|text| !text.is_empty() && text.len() <= LONGEST)
}

/// Whether an address without its scheme is at a host (or host and path), or a host below it.
fn is_at(address: &str, host: &str) -> bool {
    let (own, _) = address.split_once('/').unwrap_or((address, ""));
    let (wanted, path) = host.split_once('/').unwrap_or((host, ""));
    let under = own == wanted || own.strip_suffix(wanted).is_some_and(|front| front.ends_with('.'));
    under && address.get(own.len()..).is_some_and(|tail| tail.trim_start_matches('/').starts_with(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_whole() {
        assert!(is_at("www.youtube.com/embed/x", "youtube.com"));
        assert!(!is_at("notyoutube.com/embed/x", "youtube.com"));
        assert!(is_at("www.google.com/maps/embed?pb=1", "google.com/maps"));
        assert!(!is_at("www.google.com/ads", "google.com/maps"));
    }
}
