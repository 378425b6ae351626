//! Progress on standard error while a person waits at a terminal; nothing otherwise.

use crate::model::Watch;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A bar for one stage of the work. It goes when it is dropped.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(stage: &'static str) -> Self {
        // Hidden unless standard error is a terminal.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
        let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos} / {human_len}  {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        bar.set_message(stage);
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }
}

impl Watch for Progress {
    fn step(&self, done: usize, total: usize, _name: &str) {
        self.0.set_length(total as u64);
        self.0.set_position(done as u64);
    }

    fn cancelled(&self) -> bool {
        false
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
