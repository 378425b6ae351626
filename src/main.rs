//! Hands the arguments to the library and its result to the system.

fn main() {}
