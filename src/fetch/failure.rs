//! What reqwest's errors mean.

use std::error::Error as StdError;
use std::io;

use super::address::Refused;
use super::trip::Trip;
use crate::error::{Error, TimeoutPhase};

/// Why no answer came.
pub(crate) fn sending(error: &reqwest::Error, trip: &Trip<'_>) -> Error {
    if let Some(Refused(address)) = chain(error).find_map(|cause| cause.downcast_ref::<Refused>()) {
        return trip.blocked(*address);
    }
    if error.is_timeout() {
        let connecting = error.is_connect();
        return trip.timeout(if connecting { TimeoutPhase::Connect } else { TimeoutPhase::Read });
    }
    let root = root(error);
    if error.is_builder() {
        // What the URL standard allows and HTTP does not: one over 64 KiB, for instance.
        return Error::InvalidUrl { url: trip.at(), reason: root };
    }
    trip.unreachable(&if error.is_dns() {
        format!("the name does not resolve: {root}")
    } else if error.is_connect() {
        format!("no connection: {root}")
    } else {
        format!("no answer: {root}")
    })
}

/// Why a body broke off.
pub(crate) fn reading(error: &reqwest::Error, trip: &Trip<'_>) -> Error {
    if error.is_timeout() {
        return trip.timeout(TimeoutPhase::Read);
    }
    // Errors of the network come wrapped in hyper's, those of the decoders do not. reqwest does not say which decoder
    // it was.
    let cause = chain(error).find(|cause| !cause.is::<reqwest::Error>());
    if cause.is_some_and(<dyn StdError>::is::<io::Error>) {
        return Error::Corrupt { input: trip.at(), encoding: "compressed".to_owned(), reason: root(error) };
    }
    trip.unreachable(&format!("the answer broke off: {}", root(error)))
}

/// Whether the page is whole and something follows its compressed data: a line break, mostly. tower-http, which decodes
/// for reqwest, reports that where it comes in a packet of its own, and else takes it; browsers take it. The error has no
/// type, only its text.
pub(crate) fn is_trailing(error: &reqwest::Error) -> bool {
    root(error) == "there are extra bytes after body has been decompressed"
}

/// The innermost cause: the outer ones say "error sending request" and no more.
pub(crate) fn root(error: &reqwest::Error) -> String {
    chain(error).last().map_or_else(|| error.to_string(), ToString::to_string)
}

/// An error's causes, the error itself first.
fn chain(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |cause| (*cause).source())
}
