//! The one error type of the crate.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

/// Why no article came back.
///
/// Every variant names its input (the page's URL, its path, or `<page>`) and carries the figures that
/// explain it, so that a line in a log is enough to act on. No dependency's type is part of it.
/// New variants come in minor releases: a `match` needs a wildcard arm.
///
/// ```
/// let error = tearsheet::extract("", Some("https://example.org/a")).unwrap_err();
/// assert_eq!(error.kind(), "empty");
/// assert_eq!(error.to_string(), "https://example.org/a: the page is empty");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No byte, or white space alone.
    #[error("{input}: the page is empty")]
    Empty {
        /// Which input.
        input: String,
    },
    /// More bytes than [`Limits::bytes`](crate::Limits::bytes) allows.
    #[error("{input}: {} bytes, over the limit of {limit}", AtLeast(*.size))]
    TooLarge {
        /// Which input.
        input: String,
        /// The size in bytes; where reading stopped at the limit, `None`.
        size: Option<u64>,
        /// The limit in bytes.
        limit: u64,
    },
    /// The bytes are not HTML: a PDF, an image, an archive, or the server says so.
    #[error("{input}: not an HTML page, but {found}")]
    NotHtml {
        /// Which input.
        input: String,
        /// What it is instead: a media type (`application/pdf`), or `binary data`.
        found: String,
    },
    /// A URL that does not parse, or has no host.
    #[error("{url:?} is not a URL that can be used: {reason}")]
    InvalidUrl {
        /// The text given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A URL whose scheme is neither `http` nor `https`.
    #[error("{url}: only http and https are fetched, not {scheme}")]
    UnsupportedScheme {
        /// The URL.
        url: String,
        /// Its scheme.
        scheme: String,
    },
    /// No connection, or one that broke before the page was whole.
    #[error("{url}: {reason}")]
    Unreachable {
        /// The URL asked for.
        url: String,
        /// What the network or TLS layer said.
        reason: String,
    },
    /// A time-out while fetching.
    #[error("{url}: no answer within {limit:?} ({phase})")]
    Timeout {
        /// The URL asked for.
        url: String,
        /// Which limit ran out.
        phase: TimeoutPhase,
        /// How long it was.
        limit: Duration,
    },
    /// The server answered with a status other than success.
    #[error("{url}: the server answered with status {status}")]
    Status {
        /// The URL that was asked last, after redirects.
        url: String,
        /// The HTTP status code.
        status: u16,
    },
    /// A host that is, or resolves to, an address that is not on the public internet: this machine, its own
    /// network, a cloud's metadata service.
    #[error("{url}: leads to {address}, which is not a public address")]
    BlockedAddress {
        /// The URL asked for.
        url: String,
        /// The address; that of a redirect's target, where one led there.
        address: IpAddr,
    },
    /// A redirect to where this fetcher does not go.
    #[error("{url}: the redirect to {target} is not followed: {reason}")]
    RefusedRedirect {
        /// The URL asked for.
        url: String,
        /// Where the server sent us, absolute where it is a URL.
        target: String,
        /// What is wrong with it.
        reason: String,
    },
    /// More redirects than allowed, or a circle of them.
    #[error("{url}: more than {limit} redirects")]
    TooManyRedirects {
        /// The URL asked for first.
        url: String,
        /// The limit.
        limit: usize,
    },
    /// A body that does not decode as its `Content-Encoding` or its file ending says.
    #[error("{input}: the {encoding} data does not decode: {reason}")]
    Corrupt {
        /// Which input.
        input: String,
        /// The encoding: `gzip`, `br`, `zstd`, `deflate`; `compressed` where it is one of those.
        encoding: String,
        /// What the decoder said.
        reason: String,
    },
    /// The fetcher could not be set up (TLS, runtime, a header value).
    #[error("the fetcher cannot be set up: {reason}")]
    Setup {
        /// What is wrong.
        reason: String,
    },
}

/// Which of a fetcher's time limits ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeoutPhase {
    /// Until the connection stood.
    Connect,
    /// Between two pieces of the answer.
    Read,
    /// The whole fetch, redirects included.
    Total,
}

impl fmt::Display for TimeoutPhase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "connecting",
            Self::Read => "reading",
            Self::Total => "in all",
        })
    }
}

struct AtLeast(Option<u64>);

impl fmt::Display for AtLeast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(size) => write!(f, "{size}"),
            None => f.write_str("too many"),
        }
    }
}

impl Error {
    /// A short stable word for the variant, as the bulk output's `error.kind` has it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::NotHtml { .. } => "not_html",
            Self::InvalidUrl { .. } => "invalid_url",
            Self::UnsupportedScheme { .. } => "unsupported_scheme",
            Self::Unreachable { .. } => "unreachable",
            Self::Timeout { .. } => "timeout",
            Self::Status { .. } => "status",
            Self::BlockedAddress { .. } => "blocked_address",
            Self::RefusedRedirect { .. } => "refused_redirect",
            Self::TooManyRedirects { .. } => "too_many_redirects",
            Self::Corrupt { .. } => "corrupt",
            Self::Setup { .. } => "setup",
        }
    }
}
