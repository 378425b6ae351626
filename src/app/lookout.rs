//! Looks at the files of the articles in the background: when the window gets the focus, when asked and, if wanted, every ten
//! seconds. The window is woken only if there is something new to see.

use crate::read::{Places, Sight, look};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Between two looks while folders are watched.
const PAUSE: Duration = Duration::from_secs(10);

/// What is looked at, and what was seen last.
pub(super) struct Lookout {
    outbox: Sender<(u64, Sight)>,
    inbox: Receiver<(u64, Sight)>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// The look that counts; results of earlier ones are dropped, and a watch that is not this one ends.
    number: Arc<AtomicU64>,
    looking: bool,
    /// What was seen.
    pub(super) sight: Sight,
}

impl Lookout {
    /// Nothing seen yet; `wake` is called when a look has ended.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (outbox, inbox) = channel();
        Self { outbox, inbox, wake: Arc::new(wake), number: Arc::default(), looking: false, sight: Sight::default() }
    }

    /// Begins to look at these places; with `watch`, again and again and for new articles as well. A disk that does not answer
    /// keeps nobody waiting.
    pub(super) fn look(&mut self, places: Places, watch: bool) {
        let number = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        if places.is_empty() {
            (self.looking, self.sight) = (false, Sight::default());
            return;
        }
        self.looking = true;
        let (outbox, wake, current) = (self.outbox.clone(), Arc::clone(&self.wake), Arc::clone(&self.number));
        std::thread::spawn(move || {
            let mut last = None;
            while current.load(Ordering::Relaxed) == number {
                let sight = look(&places, watch);
                if last.as_ref() != Some(&sight) {
                    // If the window has gone, nobody waits for the answer.
                    if outbox.send((number, sight.clone())).is_err() {
                        return;
                    }
                    wake();
                    last = Some(sight);
                }
                if !watch {
                    return;
                }
                std::thread::sleep(PAUSE);
            }
        });
    }

    /// Takes in what has been seen.
    pub(super) fn poll(&mut self) {
        while let Ok((number, sight)) = self.inbox.try_recv() {
            if number == self.number.load(Ordering::Relaxed) {
                (self.looking, self.sight) = (false, sight);
            }
        }
    }

    /// Whether a look is going on that nobody has heard of yet.
    pub(super) const fn is_looking(&self) -> bool {
        self.looking
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        self.number.store(u64::MAX, Ordering::Relaxed);
    }
}
