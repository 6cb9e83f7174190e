//! One fetch under way.

use std::net::IpAddr;

use url::Url;

use super::builder::Options;
use super::target::{self, Refusal};
use crate::error::{Error, TimeoutPhase};

/// The URL asked for, and the one that its redirects have led to.
#[derive(Debug)]
pub(crate) struct Trip<'a> {
    pub(crate) options: &'a Options,
    pub(crate) asked: Url,
    pub(crate) at: Url,
}

impl<'a> Trip<'a> {
    pub(crate) fn new(options: &'a Options, asked: Url) -> Self {
        Self { options, at: asked.clone(), asked }
    }

    /// How errors name the URL asked for.
    pub(crate) fn asked(&self) -> String {
        target::name(&self.asked)
    }

    /// How errors, and the page, name the URL that redirects led to.
    pub(crate) fn at(&self) -> String {
        target::name(&self.at)
    }

    pub(crate) fn timeout(&self, phase: TimeoutPhase) -> Error {
        let limit = match phase {
            TimeoutPhase::Connect => self.options.connect_timeout,
            TimeoutPhase::Read => self.options.read_timeout,
            TimeoutPhase::Total => self.options.total_timeout,
        };
        Error::Timeout { url: self.asked(), phase, limit }
    }

    pub(crate) fn unreachable(&self, reason: &str) -> Error {
        let reason = if self.at == self.asked {
            reason.to_owned()
        } else {
            format!("redirected to {}: {reason}", self.at())
        };
        Error::Unreachable { url: self.asked(), reason }
    }

    pub(crate) fn blocked(&self, address: IpAddr) -> Error {
        Error::BlockedAddress { url: self.asked(), address }
    }

    pub(crate) fn refused(&self, refusal: Refusal) -> Error {
        Error::RefusedRedirect { url: self.asked(), target: refusal.target, reason: refusal.reason }
    }

    pub(crate) fn too_many_redirects(&self) -> Error {
        Error::TooManyRedirects { url: self.asked(), limit: self.options.max_redirects }
    }
}
