//! The timeline in a window without a screen: looks, pointer, wheel, keyboard, names for screen readers.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../support/board.rs"]
mod board;
mod desk;

mod around;
mod lanes;
mod pointer;
mod spans;
