//! The whole window without a screen: found by accessible names, driven by mouse and keyboard.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../support/engine.rs"]
mod engine;

mod accessible;
mod actions;
mod actors;
mod articles;
mod compare;
mod dates;
mod event;
mod filters;
mod new_event;
mod pictures;
mod projects;
mod reading;
mod review;
mod search;
mod settings;
mod source;
mod start;
mod systems;
mod table;
mod timeline;
