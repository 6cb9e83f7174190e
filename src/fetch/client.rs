//! The fetcher.

use std::sync::{Arc, OnceLock};

use reqwest::header::{HeaderValue, LOCATION};
use reqwest::{Client, Response};
use tokio::runtime::{Builder, Handle};

use super::builder::{FetcherBuilder, Options};
use super::trip::Trip;
use super::{body, failure, target};
use crate::error::{Error, TimeoutPhase};
use crate::page::Page;

/// Fetches pages by HTTP and HTTPS.
///
/// It promises: no scheme but http and https, at no hop; no address outside the public internet, unless allowed; no more
/// bytes, seconds and redirects than its limits; no cookies, no proxy from the environment, one GET request a hop.
/// A page comes as the server's bytes, decompressed and otherwise unchanged, with the `Content-Type` header, the URL
/// after redirects and the time by the system's clock.
///
/// Clones share their connections.
///
/// ```no_run
/// # async fn run() -> Result<(), tearsheet::Error> {
/// let fetcher = tearsheet::Fetcher::builder().user_agent("newsbot/1.0 (+https://example.org/bot)").build()?;
/// let page = fetcher.fetch("https://example.org/news/1").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Fetcher {
    options: Arc<Options>,
    client: Client,
    blocking: Arc<OnceLock<Result<Client, Error>>>,
}

impl Fetcher {
    /// A fetcher to be set up.
    pub fn builder() -> FetcherBuilder {
        FetcherBuilder::default()
    }

    pub(crate) fn new(options: Options) -> Result<Self, Error> {
        // For a fetcher of one or a few hosts: what a browser keeps.
        let client = options.client(6)?;
        Ok(Self { options: Arc::new(options), client, blocking: Arc::default() })
    }

    /// Fetches a page, inside a tokio runtime that has its IO and time drivers on.
    ///
    /// # Errors
    ///
    /// - [`Error::InvalidUrl`], [`Error::UnsupportedScheme`]: before anything is sent.
    /// - [`Error::BlockedAddress`], [`Error::RefusedRedirect`], [`Error::TooManyRedirects`]: the server leads where this
    ///   fetcher does not go.
    /// - [`Error::Unreachable`], [`Error::Timeout`]: no answer, or not all of it.
    /// - [`Error::Status`], [`Error::NotHtml`], [`Error::TooLarge`], [`Error::Corrupt`]: an answer, and no page.
    /// - [`Error::Setup`]: outside a tokio runtime.
    pub async fn fetch(&self, url: &str) -> Result<Page<'static>, Error> {
        if Handle::try_current().is_err() {
            return Err(Error::Setup {
                reason: "fetch takes a tokio runtime; fetch_blocking does without".to_owned(),
            });
        }
        self.fetch_by(&self.client, url).await
    }

    /// Fetches a page and waits for it.
    ///
    /// Each call opens a connection of its own. For many pages of one host, [`fetch`](Self::fetch) is faster.
    ///
    /// # Errors
    ///
    /// Those of [`fetch`](Self::fetch), and [`Error::Setup`] on a thread of a tokio runtime (one of `spawn_blocking`
    /// counts), where waiting would stop other tasks.
    pub fn fetch_blocking(&self, url: &str) -> Result<Page<'static>, Error> {
        if Handle::try_current().is_ok() {
            return Err(Error::Setup {
                reason: "fetch_blocking was called inside a tokio runtime: await fetch there, or call it on a thread \
                         of its own"
                    .to_owned(),
            });
        }
        // Connections live on the runtime that opened them, which ends with this call: none is kept.
        let client = self.blocking.get_or_init(|| self.options.client(0)).as_ref().map_err(Clone::clone)?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Error::Setup { reason: error.to_string() })?;
        let page = runtime.block_on(self.fetch_by(client, url));
        // Dropped, it would wait for a name that is still being resolved, past any time limit.
        runtime.shutdown_background();
        page
    }

    async fn fetch_by(&self, client: &Client, url: &str) -> Result<Page<'static>, Error> {
        let mut trip = Trip::new(&self.options, target::parse(url)?);
        match tokio::time::timeout(self.options.total_timeout, follow(client, &mut trip)).await {
            Ok(page) => page,
            Err(_) => Err(trip.timeout(TimeoutPhase::Total)),
        }
    }
}

/// Goes from redirect to redirect until there is a page.
async fn follow(client: &Client, trip: &mut Trip<'_>) -> Result<Page<'static>, Error> {
    for _ in 0..=trip.options.max_redirects {
        if let Some(address) = trip.options.guard.forbidden(&trip.at) {
            return Err(trip.blocked(address));
        }
        let response =
            client.get(trip.at.clone()).send().await.map_err(|error| failure::sending(&error, trip))?;
        match location(&response) {
            Some(location) => {
                trip.at = target::redirect(&trip.at, location, trip.options.allow_downgrade)
                    .map_err(|refusal| trip.refused(refusal))?;
            }
            None => return page(response, trip).await,
        }
    }
    Err(trip.too_many_redirects())
}

/// The `Location` of a redirect. Other answers may carry one too, to no effect.
fn location(response: &Response) -> Option<&[u8]> {
    matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308)
        .then(|| response.headers().get(LOCATION))
        .flatten()
        .map(HeaderValue::as_bytes)
}

async fn page(response: Response, trip: &Trip<'_>) -> Result<Page<'static>, Error> {
    let status = response.status();
    if !status.is_success() {
        return Err(Error::Status { url: trip.at(), status: status.as_u16() });
    }
    let content_type = body::content_type(&response, trip)?;
    let bytes = body::read(response, trip).await?;
    let mut page = Page::from_bytes(bytes).url(trip.at()).fetched(now());
    page.content_type = content_type;
    Ok(page)
}

/// The system's time to the second, as RFC 3339.
fn now() -> String {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_rfc_3339_to_the_second() {
        let now = now();
        assert_eq!(now.len(), "2024-05-05T09:30:00Z".len(), "{now}");
        assert!(now.ends_with('Z'), "{now}");
    }
}
