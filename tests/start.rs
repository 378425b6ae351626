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
    let mut program = program
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
        .unwrap();
    let began = Instant::now();
    while program.try_wait().unwrap().is_none() {
        if began.elapsed() > Duration::from_mins(3) {
            program.kill().ok();
            panic!("the program does not leave by itself: {:?}", program.wait_with_output());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    program.wait_with_output().unwrap()
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
    command.args(["-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o"]).arg(log).arg(env!("CARGO_BIN_EXE_dateline"));
    Some(command)
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
        // The window looks for a display server and for D-Bus, the C library for the user's home: all are sockets of this computer alone.
        let foreign: Vec<&str> = log.lines().filter(|line| line.contains("socket(") && !line.contains("socket(AF_UNIX")).collect();
        assert!(foreign.is_empty(), "{name}: {foreign:#?}");
        let meant =
            |line: &&str| line.contains("connect(") && !["X11-unix", "wayland-", "bus", "nscd"].iter().any(|peer| line.contains(peer));
        let others: Vec<&str> = log.lines().filter(meant).collect();
        assert!(others.is_empty(), "{name}: {others:#?}");
        assert_eq!(log.contains("X11-unix"), name == "window", "{name}: the trace tells what is asked for");
    }
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
