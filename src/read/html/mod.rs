//! Web pages saved as files: their main text with its headings, and what they say of their own date.
//!
//! A page is parsed by the algorithm of the HTML standard, so that broken markup reads as browsers show it. What is quoted later
//! is the text made here, not the file: offsets count in it.

mod charset;
mod dates;
mod dom;
mod main_text;
mod page;
mod words;

pub(super) use charset::declared;
pub(super) use dates::day_in_path;
pub(super) use page::page;
