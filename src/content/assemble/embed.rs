//! What is set in from elsewhere, told by its host.

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
    ("rutube.ru", EmbedKind::Video),
    ("vk.com", EmbedKind::Video),
    ("vkvideo.ru", EmbedKind::Video),
    ("ok.ru", EmbedKind::Video),
    ("brightcove.net", EmbedKind::Video),
    ("jwplatform.com", EmbedKind::Video),
    ("twitch.tv", EmbedKind::Video),
    ("bilibili.com", EmbedKind::Video),
    ("ted.com", EmbedKind::Video),
    ("streamable.com", EmbedKind::Video),
    ("tiktok.com", EmbedKind::Video),
    ("soundcloud.com", EmbedKind::Audio),
    ("spotify.com", EmbedKind::Audio),
    ("podcasts.apple.com", EmbedKind::Audio),
    ("megaphone.fm", EmbedKind::Audio),
    ("acast.com", EmbedKind::Audio),
    ("libsyn.com", EmbedKind::Audio),
    ("twitter.com", EmbedKind::Post),
    ("x.com", EmbedKind::Post),
    ("instagram.com", EmbedKind::Post),
    ("facebook.com", EmbedKind::Post),
    ("t.me", EmbedKind::Post),
    ("bsky.app", EmbedKind::Post),
    ("threads.net", EmbedKind::Post),
    ("reddit.com", EmbedKind::Post),
    ("openstreetmap.org", EmbedKind::Map),
    ("google.com/maps", EmbedKind::Map),
    ("maps.google.com", EmbedKind::Map),
    ("yandex.ru/map", EmbedKind::Map),
    ("datawrapper.dwcdn.net", EmbedKind::Other),
    ("flourish.studio", EmbedKind::Other),
    ("infogram.com", EmbedKind::Other),
    ("documentcloud.org", EmbedKind::Other),
    ("scribd.com", EmbedKind::Other),
    ("docs.google.com", EmbedKind::Other),
    ("codepen.io", EmbedKind::Other),
];

/// The embed of a frame, a film or a recording.
pub(super) fn embed(tree: &Tree, node: NodeId, base: &Base<'_>) -> Option<Block> {
    let address = [Name::SRC, Name::DATA_SRC, Name::DATA_LAZY_SRC, Name::DATA, Name::DATA_URL];
    let own = |node: NodeId| {
        address.iter().filter_map(|&name| tree.attr(node, name)).find_map(|value| base.resource(value))
    };
    match tree.name(node) {
        name @ (Name::VIDEO | Name::AUDIO) => {
            let sources = || tree.descendants(node).filter(|&id| tree.name(id) == Name::SOURCE).find_map(own);
            let kind = if name == Name::VIDEO { EmbedKind::Video } else { EmbedKind::Audio };
            own(node).or_else(sources).map(|url| Block::Embed { kind, url })
        }
        // The last link of a post's placeholder is the post's own.
        Name::BLOCKQUOTE => {
            let named =
                [Name::DATA_INSTGRM_PERMALINK, Name::CITE].iter().find_map(|&name| tree.attr(node, name));
            let links = || tree.descendants(node).filter_map(|id| tree.attr(id, Name::HREF)).last();
            let url = named.or_else(links).and_then(|address| base.resource(address))?;
            Some(Block::Embed { kind: EmbedKind::Post, url })
        }
        _ => {
            let url = own(node)?;
            let rest = url.split_once("://").map_or("", |(_, rest)| rest);
            let kind = HOSTS.iter().find(|(host, _)| is_at(rest, host)).map(|&(_, kind)| kind)?;
            Some(Block::Embed { kind, url })
        }
    }
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
