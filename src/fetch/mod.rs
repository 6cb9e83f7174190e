//! Pages from the network, under limits of time, size and reach.
//!
//! One request is one [`trip::Trip`]: the URL asked for and the URL that redirects have led to. Redirects are followed
//! here and not by reqwest, so that every hop passes the same checks as the first URL.

mod address;
mod body;
mod builder;
mod client;
mod failure;
mod target;
mod trip;

pub use builder::FetcherBuilder;
pub use client::Fetcher;
