//! What a fetcher may do, and its defaults.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;

use super::address::Guard;
use super::client::Fetcher;
use super::failure;
use crate::error::Error;

/// What a browser sends: some servers answer 406, or with JSON, without it.
const ACCEPTED: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// The settings of a [`Fetcher`], to be changed before it is built.
///
/// ```
/// use std::time::Duration;
/// use tearsheet::Fetcher;
///
/// let fetcher = Fetcher::builder()
///     .user_agent("newsbot/1.0 (+https://example.org/bot)")
///     .total_timeout(Duration::from_secs(10))
///     .max_bytes(1 << 20)
///     .build()?;
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct FetcherBuilder {
    options: Options,
    pinned: HashMap<String, IpAddr>,
    allow_private: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) user_agent: String,
    pub(crate) connect_timeout: Duration,
    pub(crate) read_timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_bytes: usize,
    pub(crate) max_redirects: usize,
    pub(crate) allow_downgrade: bool,
    pub(crate) guard: Guard,
}

impl Default for FetcherBuilder {
    fn default() -> Self {
        Self {
            options: Options {
                user_agent: concat!("tearsheet/", env!("CARGO_PKG_VERSION")).to_owned(),
                connect_timeout: Duration::from_secs(10),
                read_timeout: Duration::from_secs(15),
                total_timeout: Duration::from_secs(30),
                max_bytes: 10 << 20,
                max_redirects: 10,
                allow_downgrade: false,
                guard: Guard::default(),
            },
            pinned: HashMap::new(),
            allow_private: false,
        }
    }
}

impl FetcherBuilder {
    /// The `User-Agent` header. Default `tearsheet/` and the version; servers like to see who asks, and how to reach
    /// them: `newsbot/1.0 (+https://example.org/bot)`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.options.user_agent = user_agent.into();
        self
    }

    /// Time for one connection: its name, TCP and TLS. Default 10 s.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.options.connect_timeout = limit;
        self
    }

    /// Time between two pieces of the answer; before the first one, counted from the request on, connecting included.
    /// Default 15 s.
    pub fn read_timeout(mut self, limit: Duration) -> Self {
        self.options.read_timeout = limit;
        self
    }

    /// Time for all of a fetch, redirects and body included. It is what ends an answer that keeps trickling. Default
    /// 30 s.
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.options.total_timeout = limit;
        self
    }

    /// Bytes of the page, counted after decompression while they come in. Default 10 MiB.
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.options.max_bytes = limit;
        self
    }

    /// Redirects of one fetch; 0 refuses all. Default 10.
    pub fn max_redirects(mut self, limit: usize) -> Self {
        self.options.max_redirects = limit;
        self
    }

    /// Whether redirects may lead from https to http, where everybody on the way can read and change the page. Default
    /// no.
    pub fn allow_downgrade(mut self, allow: bool) -> Self {
        self.options.allow_downgrade = allow;
        self
    }

    /// Whether addresses outside the public internet may be fetched: this machine, private networks, link-local and
    /// reserved blocks. Default no, for the URL asked for, for every redirect and for what names resolve to; a name
    /// with public and other addresses is reached at its public ones.
    pub fn allow_private_addresses(mut self, allow: bool) -> Self {
        self.allow_private = allow;
        self
    }

    /// Connects to this address for a host name, in place of asking DNS, as curl's `--resolve` does. The address may be
    /// a private one: this lets one host of an intranet in, and no other.
    pub fn resolve(mut self, host: &str, address: IpAddr) -> Self {
        self.pinned.insert(host.to_ascii_lowercase(), address);
        self
    }

    /// The fetcher.
    ///
    /// # Errors
    ///
    /// [`Error::Setup`] where the user agent is no header value, or TLS cannot be set up.
    pub fn build(self) -> Result<Fetcher, Error> {
        let mut options = self.options;
        options.guard = Guard { allow_private: self.allow_private, pinned: Arc::new(self.pinned) };
        Fetcher::new(options)
    }
}

impl Options {
    /// A client of these settings. `idle` is how many unused connections it keeps to a host.
    pub(crate) fn client(&self, idle: usize) -> Result<reqwest::Client, Error> {
        let agent = HeaderValue::from_str(&self.user_agent).map_err(|_| Error::Setup {
            reason: format!("the user agent {:?} is not a header value", self.user_agent),
        })?;
        reqwest::Client::builder()
            .user_agent(agent)
            .default_headers(HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(ACCEPTED))]))
            .connect_timeout(self.connect_timeout)
            .read_timeout(self.read_timeout)
            .redirect(Policy::none())
            // A proxy would resolve names itself, behind the guard's back.
            .no_proxy()
            .dns_resolver(self.guard.clone())
            .pool_max_idle_per_host(idle)
            .build()
            .map_err(|error| Error::Setup { reason: failure::root(&error) })
    }
}
