//! Keeping the work safe: one thread writes projects and the state that a crash would lose. The window never waits for the disk.

use crate::pipeline::KeptFindings;
use crate::project::{Home, Leftover, Project, ProjectFileError, Seal, Sealed, Shelter, autosave_path, leftovers_in, save};
use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Between two autosaves: a run of quick edits is written once.
const PAUSE: Duration = Duration::from_secs(1);

/// What is to be done.
enum Task {
    /// Look for what earlier windows left behind.
    Look,
    /// Another project is open; this is its file. The state kept for the one before is removed.
    Hold(Option<Home>),
    /// Keep the state here from now on.
    Shelter(Option<Shelter>),
    /// Write the project to this file.
    Save(Box<Save>),
    /// Keep this state.
    Autosave(Box<Project>),
    /// There is nothing that a crash would lose.
    Forget,
}

/// A project on its way to a file.
pub(super) struct Save {
    pub(super) project: Project,
    /// What was found in its articles, to be kept with it.
    pub(super) findings: KeptFindings,
    pub(super) to: PathBuf,
    /// Whether what another program wrote there may be lost.
    pub(super) replace: bool,
}

/// What has come of it.
pub(super) enum News {
    /// Earlier windows left these behind.
    Leftovers(Vec<Leftover>),
    /// This project is in this file now.
    Saved(Box<Project>, PathBuf),
    /// It is not.
    NotSaved(ProjectFileError),
    /// The state could not be kept: a crash would lose it.
    Unsafe(ProjectFileError),
}

/// The thread that writes. Dropping it waits until everything is on disk.
pub(super) struct Keeper {
    tasks: Option<Sender<Task>>,
    news: Receiver<News>,
    thread: Option<JoinHandle<()>>,
    saving: usize,
}

impl Keeper {
    /// Starts the thread. States of projects without a file are kept in `folder`; `wake` is called when there are news.
    pub(super) fn start(folder: Option<PathBuf>, wake: impl Fn() + Send + 'static) -> Self {
        let (tasks, inbox) = channel();
        let (outbox, news) = channel();
        let tell = move |news| {
            if outbox.send(news).is_ok() {
                wake();
            }
        };
        let thread = std::thread::spawn(move || Desk { folder, ..Desk::default() }.work(&inbox, &tell));
        Self { tasks: Some(tasks), news, thread: Some(thread), saving: 0 }
    }

    /// Looks for what earlier windows left behind.
    pub(super) fn look(&self) {
        self.send(Task::Look);
    }

    /// Another project is open; this is its file.
    pub(super) fn hold(&self, home: Option<Home>) {
        self.send(Task::Hold(home));
    }

    /// Keeps the state here from now on; none: in a place of its own, not beside the project's file.
    pub(super) fn shelter(&self, shelter: Option<Shelter>) {
        self.send(Task::Shelter(shelter));
    }

    /// Writes the project to its file.
    pub(super) fn save(&mut self, save: Save) {
        self.saving += 1;
        self.send(Task::Save(Box::new(save)));
    }

    /// Keeps this state soon.
    pub(super) fn autosave(&self, project: Project) {
        self.send(Task::Autosave(Box::new(project)));
    }

    /// There is nothing to lose any more.
    pub(super) fn forget(&self) {
        self.send(Task::Forget);
    }

    /// Whether a save is still going on.
    pub(super) const fn is_saving(&self) -> bool {
        self.saving > 0
    }

    /// The next news.
    pub(super) fn poll(&mut self) -> Option<News> {
        let news = self.news.try_recv().ok()?;
        if matches!(news, News::Saved(..) | News::NotSaved(_)) {
            self.saving = self.saving.saturating_sub(1);
        }
        Some(news)
    }

    fn send(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            tasks.send(task).expect("the thread ends only when this sender is dropped");
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.tasks.take());
        if let Some(thread) = self.thread.take() {
            // A fault in that thread was reported when it happened; there is nobody left to tell.
            drop(thread.join());
        }
    }
}

/// What the thread works with.
#[derive(Default)]
struct Desk {
    /// For states of projects without a file.
    folder: Option<PathBuf>,
    /// The file of the open project.
    home: Option<Home>,
    /// Where its state goes while it has no file, or cannot go beside it.
    shelter: Option<Shelter>,
    /// Whether the place beside the file holds another state, which nobody has decided on yet.
    is_beside_taken: bool,
    /// Where its state was written.
    written: Option<PathBuf>,
    /// Whether the window knows that the state cannot be kept.
    has_told: bool,
}

impl Desk {
    fn work(mut self, inbox: &Receiver<Task>, tell: &dyn Fn(News)) {
        let mut waiting: Option<Box<Project>> = None;
        let mut next = Instant::now();
        loop {
            let task = if waiting.is_some() {
                match inbox.recv_timeout(next.saturating_duration_since(Instant::now())) {
                    Ok(task) => Some(task),
                    Err(RecvTimeoutError::Disconnected) => None,
                    Err(RecvTimeoutError::Timeout) => {
                        self.keep(waiting.take(), tell);
                        next = Instant::now() + PAUSE;
                        continue;
                    }
                }
            } else {
                inbox.recv().ok()
            };
            match task {
                None => return self.keep(waiting, tell),
                Some(Task::Look) => tell(News::Leftovers(self.folder.as_deref().map(leftovers_in).unwrap_or_default())),
                Some(Task::Hold(home)) => {
                    waiting = None;
                    self.forget();
                    (self.home, self.is_beside_taken, self.shelter) = (home, false, None);
                }
                Some(Task::Shelter(shelter)) => {
                    self.is_beside_taken |= shelter.is_none();
                    self.written = shelter.as_ref().map(|shelter| shelter.path().to_owned()).or_else(|| self.written.take());
                    self.shelter = shelter;
                }
                Some(Task::Autosave(project)) => waiting = Some(project),
                Some(Task::Forget) => {
                    waiting = None;
                    self.forget();
                }
                Some(Task::Save(save)) => match self.save(&save) {
                    Ok(()) => {
                        waiting = None;
                        tell(News::Saved(Box::new(save.project), save.to));
                    }
                    Err(error) => tell(News::NotSaved(error)),
                },
            }
        }
    }

    fn save(&mut self, save: &Save) -> Result<(), ProjectFileError> {
        let Save { project, findings, to, replace } = save;
        let findings = self.seal(findings);
        match &mut self.home {
            Some(home) if home.path() == to => home.save(project, findings.as_ref(), *replace)?,
            _ => {
                // Held only once it is written: what fails leaves the project where it was.
                let mut home = Home::chosen(to)?;
                home.save(project, findings.as_ref(), true)?;
                (self.home, self.is_beside_taken) = (Some(home), false);
            }
        }
        self.forget();
        Ok(())
    }

    fn seal(&self, findings: &KeptFindings) -> Option<Sealed> {
        let seal = self.folder.as_deref().and_then(Seal::in_folder)?;
        (!findings.is_empty()).then(|| seal.close(&findings.pack()))
    }

    fn keep(&mut self, project: Option<Box<Project>>, tell: &dyn Fn(News)) {
        let Some(project) = project else { return };
        match self.autosave(&project) {
            Ok(path) => {
                self.has_told = false;
                // It is no longer where it was before.
                if let Some(old) = self.written.replace(path.clone()).filter(|old| *old != path) {
                    fs::remove_file(old).ok();
                }
            }
            Err(error) if !self.has_told => {
                self.has_told = true;
                tell(News::Unsafe(error));
            }
            Err(_) => {}
        }
    }

    /// Beside the file if that can be; else in the folder for projects without one.
    fn autosave(&mut self, project: &Project) -> Result<PathBuf, ProjectFileError> {
        let mut failed = None;
        if let Some(home) = self.home.as_ref().filter(|_| !self.is_beside_taken) {
            let path = autosave_path(home.path());
            match save(project, &path) {
                Ok(()) => return Ok(path),
                Err(error) => failed = Some(error),
            }
        }
        let shelter = match (self.shelter.take(), &self.folder) {
            (Some(shelter), _) => shelter,
            (None, Some(folder)) => Shelter::in_folder(folder)?,
            (None, None) => return Err(failed.unwrap_or(ProjectFileError::NoFolder)),
        };
        let path = self.shelter.insert(shelter).path().to_owned();
        save(project, &path)?;
        Ok(path)
    }

    fn forget(&mut self) {
        if let Some(path) = self.written.take() {
            fs::remove_file(path).ok();
        }
    }
}
