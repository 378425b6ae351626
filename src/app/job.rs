//! Work in the background: one thread, one job at a time; late results of an old job are dropped.

use super::engine::Engine;
use super::fault::where_to_read;
use crate::model::{Article, ArticleId, Board, Cancelled, Draft, Extraction, Given, Reading, Span, Watch};
use crate::picture::{PictureError, picture_to_file};
use crate::pipeline::KeptFindings;
use crate::project::{Home, Leftover, Opened, Project};
use crate::ui::status::Progress;
use crate::view::{Lanes, PictureFormat, PictureOptions};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// What is said when the program itself is at fault.
const FAULT: &str = "Dateline made a mistake while reading and stopped it. What was open is unchanged. Open the articles in smaller parts to find the one that causes it, and please report it.";

/// What is to be done.
#[derive(Clone, Debug)]
pub(super) enum Request {
    /// Read these files and folders; with `add`, in addition to the project.
    Read {
        /// Files and folders.
        paths: Vec<PathBuf>,
        /// What is open and stays open.
        add: Option<Project>,
        /// The article whose file this is, as a person says.
        instead: Option<ArticleId>,
    },
    /// The sample articles.
    Sample,
    /// Open a project file.
    Open(PathBuf),
    /// Extract again, because a date has changed.
    Again(Project),
    /// Take up what an earlier window could not save: as the open project, or as one without a file.
    Recover {
        /// The state.
        project: Project,
        /// Whether it belongs to the open project's file.
        is_of_file: bool,
    },
    /// Draw the timeline into a file.
    Picture(Box<PictureJob>),
    /// Understand words of an article as an event.
    Draft(Box<Article>, Span),
}

/// Everything that a picture is made of.
#[derive(Clone, Debug)]
pub(super) struct PictureJob {
    /// What is shown.
    pub(super) board: Board,
    /// The same, divided into lanes.
    pub(super) lanes: Lanes,
    /// What it is to be.
    pub(super) options: PictureOptions,
    /// In which format.
    pub(super) format: PictureFormat,
    /// The file.
    pub(super) path: PathBuf,
    /// What the findings followed from when it was asked for.
    pub(super) given: Given,
}

impl Request {
    const fn verb(&self) -> &'static str {
        match self {
            Self::Read { .. } | Self::Sample | Self::Open(_) | Self::Recover { .. } => "Reading",
            Self::Again(_) => "Working out dates",
            Self::Picture(_) => "Drawing",
            Self::Draft(..) => "Reading the selection",
        }
    }
}

/// What comes back.
pub(super) enum Outcome {
    /// Finished.
    Done(Box<Found>),
    /// The picture is in its file.
    Drawn,
    /// The words have been understood, as far as they can be.
    Drafted(Option<Box<Draft>>),
    /// A project could not be opened: why, and what to do.
    Failed(String),
    /// Stopped by the user.
    Cancelled,
}

/// A project with what was found in it.
pub(super) struct Found {
    pub(super) project: Project,
    pub(super) extraction: Extraction,
    /// The findings of single articles, to be kept with the project.
    pub(super) kept: KeptFindings,
    /// Articles that were read again with another text: which, and what stands in their place.
    pub(super) renewed: Vec<(ArticleId, ArticleId)>,
    /// Its file, if one was opened and no other window holds it.
    pub(super) home: Option<Home>,
    /// What an earlier window could not save in that file.
    pub(super) leftover: Option<Leftover>,
}

enum Message {
    Step(Progress),
    End(Outcome),
}

/// The background thread and what is known of its job.
pub(super) struct Worker {
    requests: Sender<(u64, Request, Arc<AtomicBool>)>,
    messages: Receiver<(u64, Message)>,
    number: u64,
    job: Option<Job>,
}

struct Job {
    request: Request,
    stop: Arc<AtomicBool>,
    progress: Progress,
}

impl Worker {
    /// Starts the thread. It ends when the worker is dropped. `wake` is called after every message.
    pub(super) fn start(mut engine: Box<dyn Engine>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (requests, inbox) = channel::<(u64, Request, Arc<AtomicBool>)>();
        let (outbox, messages) = channel();
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        std::thread::spawn(move || {
            for (number, request, stop) in inbox {
                let verb = request.verb();
                let watch = Reporter { number, verb, stop, outbox: outbox.clone(), wake: Arc::clone(&wake) };
                // A fault in reading one article must cost neither the window nor the user's work.
                let worked = catch_unwind(AssertUnwindSafe(|| work(engine.as_mut(), request, &watch)));
                let outcome = worked
                    .map_or_else(|_| Outcome::Failed(format!("{FAULT}{}", where_to_read())), |done| done.unwrap_or(Outcome::Cancelled));
                if outbox.send((number, Message::End(outcome))).is_err() {
                    return;
                }
                wake();
            }
        });
        Self { requests, messages, number: 0, job: None }
    }

    /// Begins a job; the one before is stopped and its result dropped.
    pub(super) fn begin(&mut self, request: Request) {
        self.cancel();
        self.number += 1;
        let stop = Arc::new(AtomicBool::new(false));
        let progress = Progress { verb: request.verb(), ..Progress::default() };
        let sent = self.requests.send((self.number, request.clone(), Arc::clone(&stop)));
        self.job = sent.is_ok().then_some(Job { request, stop, progress });
    }

    /// Asks the job to stop. Its end still comes as a message.
    pub(super) fn cancel(&self) {
        if let Some(job) = &self.job {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    /// What the job is, while one runs.
    pub(super) fn request(&self) -> Option<&Request> {
        self.job.as_ref().map(|job| &job.request)
    }

    /// Where the job is, while one runs.
    pub(super) fn progress(&self) -> Option<&Progress> {
        self.job.as_ref().map(|job| &job.progress)
    }

    /// Takes what has come in; the job and its outcome if it has ended.
    pub(super) fn poll(&mut self) -> Option<(Request, Outcome)> {
        while let Ok((number, message)) = self.messages.try_recv() {
            if number != self.number {
                continue;
            }
            match message {
                Message::Step(progress) => {
                    if let Some(job) = &mut self.job {
                        job.progress = progress;
                    }
                }
                Message::End(outcome) => {
                    return self.job.take().map(|job| (job.request, outcome));
                }
            }
        }
        None
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.cancel();
    }
}

fn work(engine: &mut dyn Engine, request: Request, watch: &Reporter) -> Result<Outcome, Cancelled> {
    let (mut home, mut leftover, mut renewed) = (None, None, Vec::new());
    let project = match request {
        Request::Sample => Project::new(engine.sample()),
        Request::Read { paths, add, instead } => {
            let mut reading = engine.read(&paths, watch)?;
            // The same text in another place: what is known of the article stays, only the place is another one.
            reading.articles.retain(|article| Some(article.id) != instead);
            match add {
                Some(project) => {
                    renewed = renewed_by(&project.reading, &reading, instead);
                    let mut all = project.reading.with(reading);
                    for (old, new) in &renewed {
                        all.replace(*old, *new);
                    }
                    Project { reading: all, ..project }
                }
                None => Project::new(reading),
            }
        }
        Request::Open(path) => match engine.open(&path) {
            Ok(opened) => {
                let project;
                Opened { project, home, leftover, .. } = opened;
                project
            }
            Err(message) => return Ok(Outcome::Failed(message)),
        },
        Request::Again(project) | Request::Recover { project, .. } => project,
        Request::Picture(job) => return draw(&job, watch),
        Request::Draft(article, selection) => {
            return engine.draft(&article, selection, watch).map(|draft| Outcome::Drafted(draft.map(Box::new)));
        }
    };
    let extraction = engine.extract(&project.reading, &project.given(), watch)?;
    Ok(Outcome::Done(Box::new(Found { project, extraction, kept: engine.kept(), renewed, home, leftover })))
}

fn draw(job: &PictureJob, watch: &Reporter) -> Result<Outcome, Cancelled> {
    match picture_to_file(&job.board, &job.lanes, &job.options, job.format, &job.path, watch) {
        Ok(()) => Ok(Outcome::Drawn),
        Err(PictureError::Cancelled(cancelled)) => Err(cancelled),
        Err(error) => Ok(Outcome::Failed(error.to_string())),
    }
}

/// Articles of before whose files have another text now: those with the same file, and the one that a person has found again.
fn renewed_by(before: &Reading, later: &Reading, instead: Option<ArticleId>) -> Vec<(ArticleId, ArticleId)> {
    let is_new = |id: ArticleId| before.articles.iter().all(|article| article.id != id);
    let mut pairs: Vec<(ArticleId, ArticleId)> = Vec::new();
    for (new, origin) in later.origins.iter().filter(|(new, _)| is_new(**new)) {
        let same_file = before.origins.iter().find(|(_, known)| known.file == origin.file).map(|(old, _)| *old);
        pairs.extend(same_file.or(instead).map(|old| (old, *new)));
    }
    pairs
}

struct Reporter {
    number: u64,
    verb: &'static str,
    stop: Arc<AtomicBool>,
    outbox: Sender<(u64, Message)>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Watch for Reporter {
    fn step(&self, done: usize, total: usize, name: &str) {
        let progress = Progress { verb: self.verb, done, total, name: name.to_owned() };
        if self.outbox.send((self.number, Message::Step(progress))).is_ok() {
            (self.wake)();
        }
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
