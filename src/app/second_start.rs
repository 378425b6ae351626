//! A second start finds the window that is open and hands it what it was to open, if that window is set to take it.
//!
//! They speak over a socket that only this user on this computer can reach (a named pipe on Windows), never over a network: one
//! line of JSON with the paths, and one line of answer.

use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{Listener, ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Longer than this nobody waits for the other window: then there is a second one.
const PATIENCE: Duration = Duration::from_secs(2);
/// More bytes than any list of paths that a system hands to a program.
const LONGEST: u64 = 4 << 20;
const TAKEN: &str = "taken";
const REFUSED: &str = "refused";

/// What a second start was to open.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Request {
    /// In the form of the system, so that any name a file can have arrives as it is.
    paths: Vec<OsString>,
}

/// The window's ear for later starts. By default it hears nothing.
#[derive(Default)]
pub(super) struct Ear {
    takes: Arc<AtomicBool>,
    arrived: Option<Receiver<Vec<PathBuf>>>,
}

impl Ear {
    /// Begins to listen. Where an earlier window listens, or the system lets nobody, this one hears nothing.
    pub(super) fn open(takes: bool, wake: impl Fn() + Send + 'static) -> Self {
        place().map_or_else(Self::default, |place| Self::open_at(&place, takes, wake))
    }

    fn open_at(place: &Path, takes: bool, wake: impl Fn() + Send + 'static) -> Self {
        let takes = Arc::new(AtomicBool::new(takes));
        let (sender, arrived) = channel();
        if let Ok(listener) = listen(place) {
            let takes = Arc::clone(&takes);
            std::thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    // One that says nothing must not keep the next one waiting.
                    let (takes, sender) = (takes.load(Ordering::Relaxed), sender.clone());
                    let (done, answered) = channel();
                    std::thread::spawn(move || {
                        answer(stream, takes, &sender).ok();
                        done.send(()).ok();
                    });
                    answered.recv_timeout(PATIENCE).ok();
                    wake();
                }
            });
        }
        Self { takes, arrived: Some(arrived) }
    }

    /// Whether it takes what later starts were to open, as the setting says.
    pub(super) fn set_takes(&self, takes: bool) {
        self.takes.store(takes, Ordering::Relaxed);
    }

    /// What a later start was to open; nothing but a wish to see the window if it is empty.
    pub(super) fn poll(&self) -> Option<Vec<PathBuf>> {
        self.arrived.as_ref()?.try_recv().ok()
    }
}

/// Hands these paths to the window that is open. `false` if there is none, or if it does not take them.
pub(super) fn hand_over(paths: &[PathBuf]) -> bool {
    place().is_some_and(|place| hand_over_at(&place, paths))
}

fn hand_over_at(place: &Path, paths: &[PathBuf]) -> bool {
    // The other window has another working directory.
    let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone()).into_os_string();
    let request = Request { paths: paths.iter().map(absolute).collect() };
    let place = place.to_owned();
    let (sender, answered) = channel();
    // A window that is stopped takes calls and never answers.
    std::thread::spawn(move || sender.send(ask(&place, &request).unwrap_or(false)));
    answered.recv_timeout(PATIENCE).unwrap_or(false)
}

fn ask(place: &Path, request: &Request) -> io::Result<bool> {
    let mut stream = Stream::connect(name(place)?)?;
    stream.write_all(&serde_json::to_vec(request)?)?;
    stream.write_all(b"\n")?;
    stream.flush()?;
    let mut line = String::new();
    BufReader::new(stream.take(64)).read_line(&mut line)?;
    Ok(line.trim_end() == TAKEN)
}

fn answer(mut stream: Stream, takes: bool, sender: &Sender<Vec<PathBuf>>) -> io::Result<()> {
    let mut line = Vec::new();
    BufReader::new((&mut stream).take(LONGEST)).read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    let accepted = takes && sender.send(request.paths.into_iter().map(PathBuf::from).collect()).is_ok();
    writeln!(stream, "{}", if accepted { TAKEN } else { REFUSED })
}

fn listen(place: &Path) -> io::Result<Listener> {
    match ListenerOptions::new().name(name(place)?).create_sync() {
        // What a crash has left behind answers nobody.
        Err(error) if error.kind() == ErrorKind::AddrInUse && Stream::connect(name(place)?).is_err() => {
            ListenerOptions::new().name(name(place)?).try_overwrite(true).max_spin_time(PATIENCE).create_sync()
        }
        listener => listener,
    }
}

#[cfg(unix)]
fn name(place: &Path) -> io::Result<Name<'_>> {
    use interprocess::local_socket::{GenericFilePath, ToFsName as _};
    place.to_fs_name::<GenericFilePath>()
}

#[cfg(windows)]
fn name(place: &Path) -> io::Result<Name<'_>> {
    use interprocess::local_socket::{GenericNamespaced, ToNsName as _};
    place.as_os_str().to_ns_name::<GenericNamespaced>()
}

/// The socket, in a folder that is this user's alone: that of the session, else the program's own.
#[cfg(unix)]
fn place() -> Option<PathBuf> {
    let session = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute() && folder.is_dir());
    let folder = session.or_else(|| eframe::storage_dir(super::run::APP_ID))?;
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join(format!("{}.window", super::run::APP_ID)))
}

/// The name of the pipe: one for each user, as all users of a computer share its pipes.
#[cfg(windows)]
fn place() -> Option<PathBuf> {
    let user = std::env::var("USERNAME").ok()?;
    Some(PathBuf::from(format!("{}.{user}", super::run::APP_ID)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt as _;

    #[test]
    fn a_window_takes_what_a_second_start_was_to_open_only_if_it_is_set_to() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("window");
        assert!(!hand_over_at(&place, &[]), "nobody is there");
        let (woken, wakes) = channel();
        let ear = Ear::open_at(&place, false, move || woken.send(()).unwrap());
        let name = PathBuf::from(OsString::from_vec(b"/tmp/\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2 \xff\n\".dateline".to_vec()));
        assert!(!hand_over_at(&place, std::slice::from_ref(&name)));
        wakes.recv_timeout(PATIENCE).unwrap();
        assert_eq!(ear.poll(), None);
        ear.set_takes(true);
        assert!(hand_over_at(&place, &[name.clone(), PathBuf::from("b")]));
        wakes.recv_timeout(PATIENCE).unwrap();
        assert_eq!(ear.poll(), Some(vec![name, std::env::current_dir().unwrap().join("b")]));
    }

    #[test]
    fn the_first_window_keeps_listening_and_what_a_crash_left_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("window");
        let first = Ear::open_at(&place, true, || {});
        let second = Ear::open_at(&place, true, || {});
        assert!(hand_over_at(&place, &[]));
        assert_eq!((first.poll(), second.poll()), (Some(Vec::new()), None));
        let left = folder.path().join("left");
        drop(std::os::unix::net::UnixListener::bind(&left).unwrap());
        assert!(left.exists() && !hand_over_at(&left, &[]));
        let ear = Ear::open_at(&left, true, || {});
        assert!(hand_over_at(&left, &[]));
        assert_eq!(ear.poll(), Some(Vec::new()));
    }

    #[test]
    fn nonsense_is_not_taken_and_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("window");
        let ear = Ear::open_at(&place, true, || {});
        for line in ["\n", "{}\n", "\u{0}", "[1,2\n"] {
            let mut stream = Stream::connect(name(&place).unwrap()).unwrap();
            stream.write_all(line.as_bytes()).unwrap();
        }
        assert!(hand_over_at(&place, &[]));
        assert_eq!(ear.poll(), Some(Vec::new()));
        assert_eq!(ear.poll(), None);
    }
}
