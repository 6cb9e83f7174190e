//! Rendering: what a parser reads back is what the body says.

mod bodies;
mod html;
mod markdown;
mod options;
mod reading;
