//! How long work tells where it is, and how it is stopped.

/// Watches long work. It is called between articles and several times a second within long ones, from any thread.
pub trait Watch: Sync {
    /// `done` of `total` articles are finished; the last one was `name`.
    fn step(&self, done: usize, total: usize, name: &str);

    /// Whether the work should stop.
    fn cancelled(&self) -> bool;
}

/// The watch of those who just wait: shows nothing, stops nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Watch for Silent {
    fn step(&self, _done: usize, _total: usize, _name: &str) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// The work was stopped by its watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;
