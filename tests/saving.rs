//! No work is lost: a program killed while it saves, a disk that takes no more, two programs at one file.
//!
//! The saving programs are this test program itself, started again with [`SAVE_TO`].
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use dateline::model::{Article, ArticleId, Block, BlockKind, Edit, Reading, Span};
use dateline::project::{self, Project, autosave_path};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// Where the program started again saves; how often is in [`TIMES`].
const SAVE_TO: &str = "DATELINE_TEST_SAVE_TO";
const TIMES: &str = "DATELINE_TEST_TIMES";

/// A project with an article of so many words, and so many edits.
fn state(words: usize, edits: usize) -> Project {
    let text = "talks ".repeat(words);
    let id = ArticleId::of(&text);
    let block = Block { span: Span::of(&text, 0..text.len()).unwrap(), kind: BlockKind::Paragraph };
    let article = Article {
        id,
        path: "Київ.txt".to_owned(),
        title: None,
        publisher: None,
        url: None,
        published: None,
        dates: Vec::new(),
        text: Arc::from(text),
        blocks: vec![block],
    };
    let mut project = Project::new(Reading { articles: vec![article], ..Reading::default() });
    for _ in 0..edits {
        project.edits.push(Edit::SetPublished { article: id, date: "2025-03-17".parse().unwrap() });
    }
    project
}

/// Not a test of its own: what the other tests start and kill. Tells on standard output how many edits are saved.
#[test]
fn a_program_that_saves() {
    let Some(path) = std::env::var_os(SAVE_TO) else { return };
    let times: usize = std::env::var(TIMES).unwrap().parse().unwrap();
    let path = Path::new(&path);
    let before = project::load(path).map_or(0, |project| project.edits.all().len());
    for edits in before + 1..=before + times {
        match project::save(&state(2000, edits), path) {
            Ok(()) => println!("\nsaved {edits}"),
            Err(error) => println!("\nfailed {error}"),
        }
        std::io::stdout().flush().unwrap();
    }
}

fn saver(program: &mut Command, path: &Path, times: usize) -> Child {
    program.args(["--exact", "a_program_that_saves", "--nocapture"]).env(SAVE_TO, path).env(TIMES, times.to_string());
    program.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// The numbers of edits that the program said it had saved.
fn told(child: Child) -> Vec<usize> {
    let lines = BufReader::new(child.stdout.unwrap()).lines().map_while(Result::ok);
    lines.filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).collect()
}

#[test]
fn a_program_killed_while_saving_leaves_the_old_or_the_new_state() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.dateline");
    let (mut saves, mut kills, mut random) = (0, 0, 1914_u64);
    while saves < 500 {
        let mut child = saver(&mut Command::new(std::env::current_exe().unwrap()), &path, 1000);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros(5_000 + (random >> 33) % 120_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let told = told(child);
        kills += 1;
        saves += told.len();
        match (project::load(&path), told.last()) {
            (Ok(project), Some(last)) => {
                let edits = project.edits.all().len();
                assert!(edits == *last || edits == last + 1, "{edits} edits are in the file, {last} were said to be");
            }
            (loaded, None) => assert!(loaded.is_ok() || !path.exists(), "{loaded:?}"),
            (Err(error), Some(_)) => panic!("{error}"),
        }
    }
    assert!(kills > 5, "only {kills} kills for {saves} saves");
}

/// The system itself stops the write at every single byte of the file: once with an error, once by ending the program.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_state() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.dateline");
    project::save(&state(1, 1), &path).unwrap();
    let old = std::fs::read(&path).unwrap();
    let exe = std::env::current_exe().unwrap();
    let size = old.len() + 12_000;
    // The file is 12 KB; near its ends every byte is tried, between them every 97th.
    let offsets = (0..64).chain((64..size - 200).step_by(97)).chain(size - 200..size - 64);
    for (nth, limit) in offsets.enumerate() {
        let is_error = nth % 2 == 0;
        let mut program = Command::new("bash");
        program.arg("-c").arg(if is_error {
            r#"trap '' XFSZ; exec prlimit --fsize="$0" -- "$@""#
        } else {
            r#"exec prlimit --fsize="$0" -- "$@""#
        });
        program.arg(limit.to_string()).arg(&exe);
        let mut child = saver(&mut program, &path, 1);
        child.wait().unwrap();
        assert_eq!(told(child), [0; 0], "{limit} bytes are not enough");
        assert_eq!(std::fs::read(&path).unwrap(), old, "after {limit} bytes");
    }
    assert!(project::load(&path).is_ok());
    let mut child = saver(&mut Command::new(exe), &path, 1);
    child.wait().unwrap();
    assert_eq!(told(child), [2]);
}

#[test]
fn a_killed_program_locks_nobody_out_and_its_state_is_offered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.dateline");
    project::save(&state(3, 1), &path).unwrap();
    project::save(&state(3, 2), &autosave_path(&path)).unwrap();
    let opened = project::open(&path).unwrap();
    assert!(opened.home.is_some());
    assert_eq!(opened.leftover.unwrap().project, state(3, 2));
    assert_eq!(opened.project, state(3, 1));
}
