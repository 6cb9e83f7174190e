//! Rendering: what a parser reads back is what the body says.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bodies;
mod html;
mod markdown;
mod options;
mod reading;
