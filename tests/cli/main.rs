//! The command line as scripts use it: what goes in, what comes out, and what each kind of bad input gets told.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod case;

mod dates;
mod extract;
mod input;
mod projects;
mod times;
mod usage;
