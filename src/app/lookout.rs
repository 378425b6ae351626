//! Looks at the files of the articles in the background: when the window gets the focus, and when asked.

use crate::model::{ArticleId, Origin};
use crate::read::{Sight, look};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What is looked at, and what was seen last.
pub(super) struct Lookout {
    outbox: Sender<(u64, Sight)>,
    inbox: Receiver<(u64, Sight)>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// The look that counts; results of earlier ones are dropped.
    number: u64,
    looking: bool,
    /// What was seen.
    pub(super) sight: Sight,
}

impl Lookout {
    /// Nothing seen yet; `wake` is called when a look has ended.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (outbox, inbox) = channel();
        Self { outbox, inbox, wake: Arc::new(wake), number: 0, looking: false, sight: Sight::default() }
    }

    /// Begins to look at these files and, with `for_new`, beside them. A disk that does not answer keeps nobody waiting.
    pub(super) fn look(&mut self, origins: BTreeMap<ArticleId, Origin>, for_new: bool) {
        self.number += 1;
        if origins.is_empty() {
            (self.looking, self.sight) = (false, Sight::default());
            return;
        }
        self.looking = true;
        let (number, outbox, wake) = (self.number, self.outbox.clone(), Arc::clone(&self.wake));
        std::thread::spawn(move || {
            // If the window has gone, nobody waits for the answer.
            if outbox.send((number, look(&origins, for_new))).is_ok() {
                wake();
            }
        });
    }

    /// Takes in what has been seen.
    pub(super) fn poll(&mut self) {
        while let Ok((number, sight)) = self.inbox.try_recv() {
            if number == self.number {
                (self.looking, self.sight) = (false, sight);
            }
        }
    }

    /// Whether a look is going on.
    pub(super) const fn is_looking(&self) -> bool {
        self.looking
    }
}
