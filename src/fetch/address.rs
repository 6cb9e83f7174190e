//! Which addresses a fetcher connects to.
//!
//! A page's author chooses where its links and redirects lead. Without this guard they could read what only this
//! machine can reach: `localhost`, the router, a cloud's metadata service at 169.254.169.254.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// Blocks of IPv4 that are not the public internet, as (first address, prefix length). From IANA's IPv4 Special-Purpose
/// Address Registry, and multicast (RFC 5771).
const RESERVED_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8),       // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),      // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),   // carrier-grade NAT
    (Ipv4Addr::new(127, 0, 0, 0), 8),     // loopback
    (Ipv4Addr::new(169, 254, 0, 0), 16),  // link-local, cloud metadata
    (Ipv4Addr::new(172, 16, 0, 0), 12),   // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),    // IETF protocol assignments
    (Ipv4Addr::new(192, 0, 2, 0), 24),    // documentation
    (Ipv4Addr::new(192, 88, 99, 0), 24),  // 6to4 relays
    (Ipv4Addr::new(192, 168, 0, 0), 16),  // private
    (Ipv4Addr::new(198, 18, 0, 0), 15),   // benchmarking
    (Ipv4Addr::new(198, 51, 100, 0), 24), // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),  // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 4),     // multicast
    (Ipv4Addr::new(240, 0, 0, 0), 4),     // reserved, broadcast
];

/// Global unicast (RFC 4291): all that is handed out on the public internet lies in it.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Blocks within [`GLOBAL_V6`] that are not the public internet. From IANA's IPv6 Special-Purpose Address Registry.
const RESERVED_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // IETF protocol assignments, Teredo among them
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), // 6to4: reaches any IPv4 address
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
];

/// Addresses that stand for the IPv4 address in their last 32 bits: IPv4-mapped, and the well-known prefix of NAT64
/// (RFC 6052), by which IPv6-only networks reach IPv4 sites.
const EMBEDS_V4: &[(Ipv6Addr, u32)] =
    &[(Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96), (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96)];

/// Whether an address is on the public internet.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => {
            if EMBEDS_V4.iter().any(|block| contains_v6(*block, v6)) {
                let [.., a, b, c, d] = v6.octets();
                return is_public_v4(Ipv4Addr::new(a, b, c, d));
            }
            contains_v6(GLOBAL_V6, v6) && !RESERVED_V6.iter().any(|block| contains_v6(*block, v6))
        }
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    // No block has a prefix of 0 bits, so the shift is below 32.
    !RESERVED_V4.iter().any(|(first, prefix)| (address.to_bits() ^ first.to_bits()) >> (32 - prefix) == 0)
}

fn contains_v6((first, prefix): (Ipv6Addr, u32), address: Ipv6Addr) -> bool {
    (address.to_bits() ^ first.to_bits()) >> (128 - prefix) == 0
}

/// The check of hosts, and the resolver that holds names to it.
///
/// It takes both: reqwest connects to literal addresses without asking a resolver, and a name shows where it leads only
/// when it is resolved. What the resolver lets through is what is connected to, so an answer cannot change between check
/// and use.
#[derive(Debug, Clone, Default)]
pub(crate) struct Guard {
    pub(crate) allow_private: bool,
    /// Names whose address the caller has given, in lower case. They are let through.
    pub(crate) pinned: Arc<HashMap<String, IpAddr>>,
}

impl Guard {
    /// The address that forbids a URL: its host, where that is a literal address and not public.
    pub(crate) fn forbidden(&self, url: &Url) -> Option<IpAddr> {
        let address = match url.host()? {
            Host::Ipv4(address) => IpAddr::V4(address),
            Host::Ipv6(address) => IpAddr::V6(address),
            Host::Domain(_) => return None,
        };
        (!self.allow_private && !is_public(address)).then_some(address)
    }

    /// The addresses of a name that may be connected to.
    fn admit(&self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Refused> {
        let refused = found.iter().map(SocketAddr::ip).find(|ip| !self.allow_private && !is_public(*ip));
        let mut admitted = found;
        admitted.retain(|found| self.allow_private || is_public(found.ip()));
        match refused {
            Some(address) if admitted.is_empty() => Err(Refused(address)),
            _ => Ok(admitted),
        }
    }
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let name = name.as_str();
            // Port 0 stands for the URL's own port.
            let found = match guard.pinned.get(&name.to_ascii_lowercase()) {
                Some(address) => vec![SocketAddr::new(*address, 0)],
                None => guard.admit(tokio::net::lookup_host((name, 0)).await?.collect())?,
            };
            if found.is_empty() {
                return Err(io::Error::new(io::ErrorKind::NotFound, "the name has no address").into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// A name all of whose addresses are refused; the first of them.
#[derive(Debug)]
pub(crate) struct Refused(pub(crate) IpAddr);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a public address", self.0)
    }
}

impl std::error::Error for Refused {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_addresses() {
        for text in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2001:200::1",
            "2a00:1450::1",
            "3ffe::1",
            "::ffff:1.1.1.1",
            "64:ff9b::1.1.1.1",
        ] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn other_addresses() {
        for text in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:1ff:ffff::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "ff02::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn literal_hosts_in_every_notation() {
        let guard = Guard::default();
        for url in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.0.0.1./",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://１２７.0.0.1/",
        ] {
            let url = Url::parse(url).unwrap();
            assert!(guard.forbidden(&url).is_some(), "{url}");
            assert_eq!(Guard { allow_private: true, ..Guard::default() }.forbidden(&url), None, "{url}");
        }
        for url in ["http://1.1.1.1/", "http://example.org/", "http://localhost/", "http://[2606:4700::1]/"] {
            assert_eq!(guard.forbidden(&Url::parse(url).unwrap()), None, "{url}");
        }
    }

    #[test]
    fn a_name_keeps_its_public_addresses() {
        let at = |texts: &[&str]| -> Vec<SocketAddr> {
            texts.iter().map(|text| SocketAddr::new(text.parse().unwrap(), 0)).collect()
        };
        let guard = Guard::default();
        assert_eq!(guard.admit(at(&["10.0.0.1", "1.1.1.1"])).unwrap(), at(&["1.1.1.1"]));
        assert_eq!(guard.admit(at(&["::1", "10.0.0.1"])).unwrap_err().0, IpAddr::V6(Ipv6Addr::LOCALHOST));
        assert_eq!(guard.admit(Vec::new()).unwrap(), Vec::new());
        let open = Guard { allow_private: true, ..Guard::default() };
        assert_eq!(open.admit(at(&["10.0.0.1"])).unwrap(), at(&["10.0.0.1"]));
    }
}
