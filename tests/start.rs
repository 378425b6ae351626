//! Starts the real program on a screen of its own with a fresh user profile, and looks at what it draws.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A screen without a monitor; it goes with this value.
struct Screen(Child, String);

impl Screen {
    /// `None` where there is no Xvfb: said aloud, and a failure where tests must not be skipped.
    fn start() -> Option<Self> {
        let spawned = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut server = match spawned {
            Ok(server) => server,
            Err(error) => {
                assert!(std::env::var_os("CI").is_none(), "Xvfb does not start: {error}");
                eprintln!("skipped: Xvfb does not start ({error})");
                return None;
            }
        };
        // Xvfb chooses a free display and prints its number.
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Some(Self(server, format!(":{}", number.trim())))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn start(screen: &Screen, home: &Path, arguments: &[&str]) -> std::process::Output {
    start_by(&mut Command::new(env!("CARGO_BIN_EXE_dateline")), screen, home, arguments)
}

fn start_by(program: &mut Command, screen: &Screen, home: &Path, arguments: &[&str]) -> std::process::Output {
    let mut program = spawn(program, screen, home, arguments);
    wait_for("the end of the program", || program.try_wait().unwrap().is_some());
    program.wait_with_output().unwrap()
}

fn wait_for(what: &str, mut is_there: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_there() {
        assert!(began.elapsed() < Duration::from_mins(3), "{what} does not come");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn spawn(program: &mut Command, screen: &Screen, home: &Path, arguments: &[&str]) -> Child {
    program
        .args(arguments)
        .env_remove("WAYLAND_DISPLAY")
        .env("DISPLAY", &screen.1)
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A program that is ended with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[test]
fn the_first_start_draws_the_sample_articles_with_either_renderer() {
    let Some(screen) = Screen::start() else { return };
    for renderer in ["wgpu", "glow"] {
        let home = tempfile::tempdir().unwrap();
        let picture = home.path().join("window.png");
        let file = picture.to_str().unwrap();
        let output =
            start(&screen, home.path(), &["--renderer", renderer, "--size", "1280x800", "--screenshot", file, "--exit-after-frames", "5"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{renderer}: {said}");
        let image = image::open(&picture).unwrap_or_else(|error| panic!("{renderer}: {error}: {said}")).into_rgb8();
        assert_eq!(image.dimensions(), (1280, 800), "{renderer}");
        let mut colors: Vec<[u8; 3]> = image.pixels().map(|pixel| pixel.0).collect();
        let middle = image.enumerate_pixels().filter(|(x, y, _)| (300..880).contains(x) && (120..700).contains(y));
        let mut drawn: Vec<[u8; 3]> = middle.map(|(_, _, pixel)| pixel.0).collect();
        for list in [&mut colors, &mut drawn] {
            list.sort_unstable();
            list.dedup();
        }
        assert!(colors.len() > 200, "{renderer}: the window is nearly blank, {} colours", colors.len());
        assert!(drawn.len() > 40, "{renderer}: the timeline is nearly blank, {} colours", drawn.len());
    }
}

/// What the program asks of the network, by strace. `None` where there is no strace: a failure where tests must not be skipped.
fn traced(log: &Path) -> Option<Command> {
    if let Err(error) = Command::new("strace").arg("--version").output() {
        assert!(std::env::var_os("CI").is_none(), "strace does not start: {error}");
        eprintln!("skipped: strace does not start ({error})");
        return None;
    }
    let mut command = Command::new("strace");
    // -D: the process that is started is the program, not strace, so that it can be ended.
    command.args(["-D", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o"]).arg(log).arg(env!("CARGO_BIN_EXE_dateline"));
    Some(command)
}

/// Whom a traced program has called, other than these.
fn called_besides(log: &str, allowed: &[&str]) -> Vec<String> {
    // All are sockets of this computer alone, by name in the file system.
    let is_foreign = |line: &&str| line.contains("socket(") && !line.contains("socket(AF_UNIX");
    let is_other = |line: &&str| line.contains("connect(") && !allowed.iter().any(|peer| line.contains(peer));
    log.lines().filter(|line| is_foreign(line) || is_other(line)).map(ToOwned::to_owned).collect()
}

#[test]
fn nothing_leaves_the_computer() {
    let Some(screen) = Screen::start() else { return };
    let home = tempfile::tempdir().unwrap();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let (seeds, file) = (seeds.to_str().unwrap(), |name: &str| home.path().join(name).to_str().unwrap().to_owned());
    let (picture, events, page) = (file("window.png"), file("events.csv"), file("timeline.pdf"));
    let sessions: [(&str, &[&str]); 3] = [
        ("window", &[seeds, "--screenshot", &picture, "--exit-after-frames", "5"]),
        ("extract", &["extract", seeds, "--format", "csv", "-o", &events]),
        ("render", &["render", seeds, "-o", &page]),
    ];
    for (name, arguments) in sessions {
        let log = home.path().join(name);
        let Some(mut strace) = traced(&log) else { return };
        let output = start_by(&mut strace, &screen, home.path(), arguments);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let log = fs::read_to_string(&log).unwrap();
        // The window looks for a display server and for D-Bus, the C library for the user's home.
        let others = called_besides(&log, &["X11-unix", "wayland-", "bus", "nscd"]);
        assert!(others.is_empty(), "{name}: {others:#?}");
        assert_eq!(log.contains("X11-unix"), name == "window", "{name}: the trace tells what is asked for");
    }
}

/// The window listens for later starts, and a later start calls it: over a socket in the user's own folder of the session, which no
/// other computer and no other user can reach. Nothing else is called, and the later start does not even look for a screen.
#[test]
fn a_second_start_hands_its_project_to_the_first_window_if_the_setting_says_so() {
    let Some(screen) = Screen::start() else { return };
    let home = tempfile::tempdir().unwrap();
    let settings = home.path().join("data/org.dateline.dateline");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("app.ron"), r#"{"app": "(one_window:true,started:true,guided:true)"}"#).unwrap();
    let (log, later) = (home.path().join("first"), home.path().join("later"));
    let Some(mut strace) = traced(&log) else { return };
    let _first = Running(spawn(&mut strace, &screen, home.path(), &[]));
    let socket = home.path().join("org.dateline.Dateline.window");
    wait_for("the socket of the window", || socket.exists());
    let project = home.path().join("second Київ.dateline");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects/v1.dateline"), &project).unwrap();
    let Some(mut strace) = traced(&later) else { return };
    let output = start_by(&mut strace, &screen, home.path(), &[project.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let titles = || Command::new("xdotool").args(["search", "--name", "^second "]).env("DISPLAY", &screen.1).output().unwrap();
    wait_for("the project in the first window", || titles().status.success());
    let (log, later) = (fs::read_to_string(&log).unwrap(), fs::read_to_string(&later).unwrap());
    assert_eq!(called_besides(&log, &["X11-unix", "wayland-", "bus", "nscd", "org.dateline.Dateline.window"]), [""; 0]);
    assert_eq!(called_besides(&later, &["nscd", "org.dateline.Dateline.window"]), [""; 0]);
    assert!(later.contains("org.dateline.Dateline.window") && log.contains("X11-unix"), "the traces tell what is asked for");
}

#[test]
fn a_picture_that_cannot_be_written_is_a_failure_with_its_reason() {
    let Some(screen) = Screen::start() else { return };
    let home = tempfile::tempdir().unwrap();
    let output = start(&screen, home.path(), &["--screenshot", "/no/such/folder/window.png", "--exit-after-frames", "2"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("/no/such/folder/window.png"), "{said}");
    assert!(fs::read_dir(home.path()).is_ok());
}

#[test]
fn without_a_screen_it_says_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--exit-after-frames", "1"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Cannot open a window") && said.contains("dateline extract"), "{said}");
}
