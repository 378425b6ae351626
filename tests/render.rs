//! Pictures of the timeline: nothing missing, nothing covered, the same on each run; and what the command line says about them.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/board.rs"]
mod board;

use assert_cmd::Command;
use board::Plan;
use dateline::model::{Board, Cancelled, Watch};
use dateline::picture::{PictureError, picture};
use dateline::view::{LaneBy, Lanes, PictureFormat, PictureOptions};
use resvg::usvg::{Group, Node, Options, Tree, roxmltree::Document};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Nobody looks on, and nobody stops it.
struct Alone;

impl Watch for Alone {
    fn step(&self, _done: usize, _total: usize, _name: &str) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// Somebody has stopped it already.
struct Stopped;

impl Watch for Stopped {
    fn step(&self, _done: usize, _total: usize, _name: &str) {}

    fn cancelled(&self) -> bool {
        true
    }
}

const SMALL: Plan = Plan { events: 60, actors: 7, days: 200, undated_every: 9 };

fn draw(board: &Board, by: LaneBy, options: &PictureOptions, format: PictureFormat) -> Vec<u8> {
    picture(board, &Lanes::build(board, &[], by), options, format, &Alone).unwrap()
}

fn svg(board: &Board, by: LaneBy, options: &PictureOptions) -> String {
    String::from_utf8(draw(board, by, options, PictureFormat::Svg)).unwrap()
}

/// The events that have a mark, by their ids, and how many are only counted.
fn shown(svg: &str) -> (BTreeSet<String>, usize) {
    let document = Document::parse(svg).unwrap();
    let of = |class: &'static str| document.descendants().filter(move |node| node.attribute("class") == Some(class));
    let ids = of("event").map(|node| node.attribute("data-id").unwrap().to_owned()).collect();
    (ids, of("cluster").map(|node| node.attribute("data-id").unwrap().parse::<usize>().unwrap()).sum())
}

fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text().map(str::to_owned));
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_dated_event_has_a_mark_with_its_whole_title_in_every_division() {
    let board = board::board(SMALL);
    let dated: Vec<_> = board.events.iter().filter(|event| event.when.bounds().earliest.or(event.when.bounds().latest).is_some()).collect();
    let undated = board.events.len() - dated.len();
    assert!(undated > 0);
    for by in LaneBy::ALL {
        let svg = svg(&board, by, &PictureOptions::default());
        let ids: BTreeSet<String> = dated.iter().map(|event| event.id.to_string()).collect();
        assert_eq!(shown(&svg), (ids, 0), "{by:?}");
        let words = words(&svg);
        for event in &dated {
            assert!(words.contains(&event.title), "{} by {by:?}", event.title);
        }
        assert!(words.contains(&format!("undated: {undated}")) && words.contains(&format!("Undated: {undated}")));
        assert!(words.contains(&format!("Sources: {}", board.articles.len())));
    }
}

fn texts<'a>(group: &'a Group, out: &mut Vec<(resvg::usvg::Rect, &'a str)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, out),
            Node::Text(text) => out.push((text.abs_bounding_box(), text.chunks()[0].text())),
            _ => {}
        }
    }
}

#[test]
fn no_text_covers_another_and_none_leaves_the_sheet() {
    let board = board::board(Plan { events: 300, ..SMALL });
    for (by, width) in [(LaneBy::Actor, None), (LaneBy::One, Some(900.0)), (LaneBy::Kind, Some(2400.0))] {
        let svg = svg(&board, by, &PictureOptions { width, ..PictureOptions::default() });
        let mut options = Options::default();
        let fonts = Arc::get_mut(&mut options.fontdb).unwrap();
        for (_, bytes) in &dateline::view::FONT_FILES {
            fonts.load_font_data(bytes.to_vec());
        }
        let tree = Tree::from_str(&svg, &options).unwrap();
        let mut all = Vec::new();
        texts(tree.root(), &mut all);
        assert!(all.len() > 300);
        all.sort_by(|a, b| a.0.top().total_cmp(&b.0.top()));
        for (at, (one, text)) in all.iter().enumerate() {
            assert!(one.left() >= 0.0 && one.right() <= tree.size().width() && one.bottom() <= tree.size().height(), "{text}");
            for (other, below) in all[at + 1..].iter().take_while(|(other, _)| other.top() < one.bottom()) {
                // Letters of neighbouring lines may touch, words may not.
                let over = one.bottom().min(other.bottom()) - one.top().max(other.top());
                let beside = one.right().min(other.right()) - one.left().max(other.left());
                assert!(over < 6.0 || beside < 0.5, "{text:?} and {below:?} overlap by {beside} in {by:?} at {width:?}");
            }
        }
    }
}

#[test]
fn a_sheet_of_a_given_size_counts_what_it_does_not_show() {
    let board = board::board(Plan { events: 400, ..SMALL });
    let options = PictureOptions { width: Some(1000.0), height: Some(500.0), ..PictureOptions::default() };
    let svg = svg(&board, LaneBy::One, &options);
    assert!(svg.contains("width=\"1000\" height=\"500\""));
    let (ids, counted) = shown(&svg);
    let lanes = Lanes::build(&board, &[], LaneBy::One);
    assert_eq!(ids.len() + counted, lanes.len());
    let many = self::svg(&board, LaneBy::Actor, &options);
    assert!(words(&many).contains("more lane"), "{}", words(&many));
}

#[test]
fn a_range_shows_what_crosses_it_and_says_how_much() {
    let board = board::board(SMALL);
    let lanes = Lanes::build(&board, &[], LaneBy::One);
    let (start, end) = lanes.core().unwrap();
    let range = (start, start.midpoint(end));
    let crossing = |at: usize| lanes.extent(at).is_some_and(|extent| extent.end > range.0 && extent.start < range.1);
    let inside: BTreeSet<String> = (0..board.events.len()).filter(|at| crossing(*at)).map(|at| board.events[at].id.to_string()).collect();
    assert!(!inside.is_empty() && inside.len() < lanes.len());
    let svg = svg(&board, LaneBy::One, &PictureOptions { range: Some(range), ..PictureOptions::default() });
    assert_eq!(shown(&svg), (inside.clone(), 0));
    assert!(words(&svg).contains(&format!("{} of {} events", inside.len(), lanes.len())));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let board = board::board(SMALL);
    for format in PictureFormat::ALL {
        let options = PictureOptions { scale: 0.5, dark: true, ..PictureOptions::default() };
        let once = draw(&board, LaneBy::Actor, &options, format);
        assert!(once == draw(&board, LaneBy::Actor, &options, format), "{format:?}");
    }
}

#[test]
fn a_png_has_as_many_pixels_as_asked() {
    let board = board::board(SMALL);
    let options = PictureOptions { width: Some(800.0), height: Some(450.0), scale: 1.5, ..PictureOptions::default() };
    let png = draw(&board, LaneBy::Kind, &options, PictureFormat::Png);
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((&png[1..4], side(16), side(20)), (&b"PNG"[..], 1200, 675));
    let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
    let colors: BTreeSet<[u8; 3]> = pixels.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    assert!(colors.len() > 40, "the picture is nearly empty: {} colours", colors.len());
    let huge = PictureOptions { width: Some(90_000.0), scale: 8.0, ..PictureOptions::default() };
    let refused = picture(&board, &Lanes::build(&board, &[], LaneBy::One), &huge, PictureFormat::Png, &Alone);
    assert!(matches!(refused, Err(PictureError::TooLarge { width: 720_000, .. })));
}

#[test]
fn a_pdf_has_more_pages_for_more_events() {
    let pages = |events: usize, width: Option<f32>| {
        let pdf = draw(
            &board::board(Plan { events, ..SMALL }),
            LaneBy::Actor,
            &PictureOptions { width, ..PictureOptions::default() },
            PictureFormat::Pdf,
        );
        assert!(pdf.starts_with(b"%PDF-1.") && pdf.ends_with(b"%%EOF"));
        let text = String::from_utf8_lossy(&pdf);
        text.match_indices("/MediaBox").count()
    };
    let few = pages(20, None);
    assert!((2..=4).contains(&few), "{few}");
    assert!(pages(400, None) > 2 * few);
    assert!(pages(20, Some(6000.0)) > few);
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let board = board::board(SMALL);
    let lanes = Lanes::build(&board, &[], LaneBy::One);
    let ask = |options: &PictureOptions, format| picture(&board, &lanes, options, format, &Alone).unwrap_err().to_string();
    let width = PictureOptions { width: Some(3.0), ..PictureOptions::default() };
    assert!(ask(&width, PictureFormat::Svg).contains("3 points"));
    let scale = PictureOptions { scale: f32::NAN, ..PictureOptions::default() };
    assert!(ask(&scale, PictureFormat::Png).contains("scale"));
    let nothing = Board::default();
    let empty = picture(&nothing, &Lanes::build(&nothing, &[], LaneBy::One), &PictureOptions::default(), PictureFormat::Svg, &Alone);
    assert!(empty.unwrap_err().to_string().contains("no event has a date"));
    for format in PictureFormat::ALL {
        let stopped = picture(&board, &lanes, &PictureOptions::default(), format, &Stopped);
        assert!(matches!(stopped, Err(PictureError::Cancelled(Cancelled))), "{format:?}");
    }
}

#[test]
fn thousands_of_events_are_all_there() {
    let board = board::board(Plan { events: 2000, actors: 40, days: 900, undated_every: 50 });
    let lanes = Lanes::build(&board, &[], LaneBy::Actor);
    let (ids, counted) = shown(&svg(&board, LaneBy::Actor, &PictureOptions::default()));
    assert_eq!((ids.len(), counted), (lanes.len(), 0));
}

#[test]
fn the_small_picture_is_as_it_was() {
    let board = board::board(Plan { events: 9, actors: 3, days: 40, undated_every: 5 });
    let options = PictureOptions { width: Some(900.0), title: "Nine & more".to_owned(), ..PictureOptions::default() };
    insta::assert_snapshot!("small_svg", svg(&board, LaneBy::Actor, &options));
}

/// One run in a folder of its own: exit code, standard error, folder.
fn dateline(arguments: &str, files: &[(&str, &str)]) -> (i32, String, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    let output = command.current_dir(&folder).args(arguments.split_whitespace()).output().unwrap();
    assert_eq!(output.stdout, b"", "pictures go to files");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap(), folder)
}

const STORY: (&str, &str) =
    ("in/story.txt", "date 2025-03-17\n\nMinisters met in Oslo on Thursday. The union will protest in London on 20 March 2025.\n");

#[test]
fn the_command_line_draws_every_format() {
    for (name, head) in [("a.svg", &b"<svg"[..]), ("b.png", b"\x89PNG"), ("c.PDF", b"%PDF")] {
        let (code, err, folder) = dateline(&format!("render in -o {name} --lanes kind --theme dark"), &[STORY]);
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        assert!(fs::read(folder.path().join(name)).unwrap().starts_with(head), "{name}");
    }
    let (code, _, folder) = dateline("render in -o t.svg --range 2025-03-20 --title Spring --width 800", &[STORY]);
    let svg = fs::read_to_string(folder.path().join("t.svg")).unwrap();
    assert_eq!(code, 0);
    assert!(svg.contains(">Spring<") && svg.contains("width=\"800\"") && svg.contains("protest"), "{svg}");
    assert_eq!(svg.matches("class=\"event\"").count(), 1, "only the one in the range: {svg}");
}

#[test]
fn the_command_line_tells_what_is_wrong_and_writes_nothing() {
    for (arguments, code, words) in [
        ("render in", 2, "--output"),
        ("render in -o a.gif", 2, "must end in .svg, .png or .pdf"),
        ("render in -o a.pdf --height 500", 2, "--height does not go with a PDF"),
        ("render in -o a.svg --range 2025-03-17/..", 2, "--range needs a beginning and an end"),
        ("render in -o a.svg --lanes colour", 2, "actor, article, kind, place, tag, one"),
        ("render in -o a.svg --width 10", 1, "10 points are not between"),
        ("render in -o a.png --scale 99", 1, "a scale of 99"),
        ("render nowhere -o a.svg", 1, "No article could be read"),
        ("render in -o nowhere/a.svg", 1, "Cannot write the picture"),
    ] {
        let (got, err, folder) = dateline(arguments, &[STORY]);
        assert_eq!(got, code, "{arguments}: {err}");
        assert!(err.contains(words), "{arguments}: {err}");
        assert!(fs::read_dir(folder.path()).unwrap().all(|entry| entry.unwrap().file_name() == Path::new("in")), "{arguments}");
    }
    let (code, err, folder) = dateline("render in -o a.svg", &[STORY, ("in/empty.txt", "")]);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("skipped empty.txt") && folder.path().join("a.svg").exists(), "{err}");
}
