//! What can be typed, as clap reads it.

use crate::export::Format;
use crate::model::Edtf;
use crate::view::words::DateOrder;
use crate::view::{DatedBy, LaneBy, PageSize, PictureFormat, Renderer, ThemeChoice, WindowOptions};
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser as _;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Turns a folder of news articles into a chronology: dated events on a timeline, each linked to the sentence that tells it.
#[derive(Debug, Parser)]
#[command(name = "dateline", version = crate::VERSION, args_conflicts_with_subcommands = true, after_help = AFTER_HELP, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) window: WindowArguments,
}

const AFTER_HELP: &str = "\
Examples:
  dateline                         open the window
  dateline articles/               open the window with the articles of a folder
  dateline work.dateline           open the window with a project
  dateline extract articles/ -o events.csv
                                   write the events of a folder as a spreadsheet
  dateline render articles/ -o timeline.pdf
                                   draw the timeline of a folder

Everything stays on this computer. A folder may hold articles.csv (file,published,title,publisher,url,note), which says
when its articles were published; \"published\" is a date such as 2025-03-20, 2025-03 or 2025-03-20~ (about).";

/// What runs without a window.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the events of articles to standard output or to a file
    Extract(ExtractArguments),
    /// Print the analysis of the language: tokens, tags, lemmas, trees, sentences and named entities
    Parse(ParseArguments),
    /// Draw the timeline of articles into a file, as SVG, PNG or PDF
    Render(RenderArguments),
    /// Print the time expressions of texts, after TIMEX3
    Times(TimesArguments),
}

/// `dateline extract`
#[derive(Debug, Args)]
#[command(after_help = EXTRACT_HELP)]
pub(super) struct ExtractArguments {
    /// Folders, articles (.txt, .md) or projects (.dateline)
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// When the articles were published, as EDTF (2025-03-20, 2025-03, 2025-03-20~), whatever they say themselves
    #[arg(long, value_name = "EDTF")]
    pub(super) published: Option<Edtf>,
    /// The form of the output [default: by the ending of FILE, else jsonl]
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    pub(super) format: Option<Format>,
    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

const EXTRACT_HELP: &str = "\
Examples:
  dateline extract articles/ > events.jsonl
  dateline extract articles/ -o events.csv
  dateline extract story.txt --published 2025-03-17 --format md

Forms:
  jsonl  one event a line, for scripts; places are counted in Unicode code points
  json   articles, events, actors, time expressions and warnings in one object
  csv    one event a row, for spreadsheets
  md     a chronology to read

Exit codes: 0 all well, 1 failed, 2 bad usage, 3 finished, but some inputs were skipped (each is named with its reason).";

/// `dateline parse`
#[derive(Debug, Args)]
#[command(after_help = PARSE_HELP)]
pub(super) struct ParseArguments {
    /// Articles (.txt, .md) or folders
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl", value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Read texts from standard input, one JSON object {"id","text"} a line
    #[arg(long)]
    pub(super) jsonl: bool,
}

const PARSE_HELP: &str = "\
Prints one JSON object a text:
  {\"id\",\"tokens\":[{\"start\",\"end\",\"text\",\"lemma\",\"tag\",\"pos\",\"head\",\"dep\"}],\"sentences\":[[start,end]],\"entities\":[{\"start\",\"end\",\"label\"}]}

Bounds of tokens are counted in Unicode code points; heads, sentences and entities are counted in tokens. Tags are those
of the Penn Treebank and of Universal Dependencies, labels those of ClearNLP and OntoNotes 5.";

/// `dateline render`
#[derive(Debug, Args)]
#[command(after_help = RENDER_HELP)]
pub(super) struct RenderArguments {
    /// Folders, articles (.txt, .md) or projects (.dateline)
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Write to this file, whole or not at all; its ending says the format: .svg, .png or .pdf
    #[arg(short, long, value_name = "FILE", value_parser = picture_path)]
    pub(super) output: (PathBuf, PictureFormat),
    /// When the articles were published, as EDTF, whatever they say themselves
    #[arg(long, value_name = "EDTF")]
    pub(super) published: Option<Edtf>,
    /// What the lanes are divided by
    #[arg(long, value_name = "WHAT", default_value = "actor", value_parser = lanes_parser())]
    pub(super) lanes: LaneBy,
    /// By which date events stand: of their happening, or of the first article that tells them
    #[arg(long, value_name = "DATE", default_value = "happening", value_parser = dated_by_parser())]
    pub(super) dated_by: DatedBy,
    /// Fold long empty spans
    #[arg(long)]
    pub(super) fold: bool,
    /// How dates are written
    #[arg(long, value_name = "ORDER", default_value = "dmy", value_parser = order_parser())]
    pub(super) dates: DateOrder,
    /// Only this range, as an EDTF interval (2025-03-17/2025-05) or one date (2025, 2025-03)
    #[arg(long, value_name = "EDTF")]
    pub(super) range: Option<Edtf>,
    /// Width in points; of a PDF the width of all pages side by side [default: as wide as the titles need]
    #[arg(long, value_name = "N")]
    pub(super) width: Option<f32>,
    /// Height in points, SVG and PNG only: what has no room is then counted [default: as high as all events need]
    #[arg(long, value_name = "N")]
    pub(super) height: Option<f32>,
    /// Pixels a point, PNG only
    #[arg(long, value_name = "N", default_value = "2")]
    pub(super) scale: f32,
    /// Light or dark
    #[arg(long, value_name = "NAME", default_value = "light", value_parser = paper_parser())]
    pub(super) theme: ThemeChoice,
    /// The paper of a PDF, turned sideways
    #[arg(long, value_name = "SIZE", default_value = "a4", value_parser = page_parser())]
    pub(super) page: PageSize,
    /// What stands above the timeline [default: the name of the first PATH]
    #[arg(long, value_name = "WORDS")]
    pub(super) title: Option<String>,
}

const RENDER_HELP: &str = "\
Examples:
  dateline render articles/ -o timeline.svg
  dateline render articles/ -o timeline.pdf --page letter
  dateline render work.dateline -o spring.png --range 2025-03/2025-05 --lanes kind --scale 3

Without --height every event stands in the picture with its title: the picture is as wide and as high as it must be. No
window is opened and no graphics card is needed; the same articles and options give the same file.

Exit codes: 0 all well, 1 failed, 2 bad usage, 3 finished, but some inputs were skipped (each is named with its reason).";

/// `dateline times`
#[derive(Debug, Args)]
#[command(after_help = TIMES_HELP)]
pub(super) struct TimesArguments {
    /// Articles (.txt, .md) or folders
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl", value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Read texts from standard input, one JSON object {"id","dct","text"} a line; "dct" is the date of the text as EDTF
    #[arg(long)]
    pub(super) jsonl: bool,
    /// When the texts were published, as EDTF: of articles whatever they say themselves, of lines if they have no "dct"
    #[arg(long, value_name = "EDTF")]
    pub(super) published: Option<Edtf>,
}

const TIMES_HELP: &str = "\
Prints one JSON object a text:
  {\"id\",\"timexes\":[{\"start\",\"end\",\"type\",\"value\"}]}

Types and values are those of TIMEX3 (ISO 24617-1); places are counted in Unicode code points, the end exclusive.

Examples:
  dateline times articles/
  dateline times story.txt --published 2025-03-17
  echo '{\"id\":1,\"dct\":\"2025-03-17\",\"text\":\"They will meet on Thursday.\"}' | dateline times --jsonl";

/// `dateline [PATH...]`
#[derive(Debug, Args)]
pub(super) struct WindowArguments {
    /// Folders or articles to open, or one project; without any, what was open last
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Open a window of its own, also where the settings say one window for everything
    #[arg(long)]
    new_window: bool,
    /// Write a picture of the window to this file (PNG) before leaving
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,
    /// Leave after drawing N frames
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    exit_after_frames: Option<u64>,
    /// What draws the window
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = renderer_parser())]
    renderer: Renderer,
    /// Light, dark, or as the system has it
    #[arg(long, value_name = "NAME", default_value = "system", value_parser = theme_parser())]
    theme: ThemeChoice,
    /// Size of the window in points, for example 1280x800
    #[arg(long, value_name = "WxH", value_parser = size)]
    size: Option<(f32, f32)>,
}

impl WindowArguments {
    pub(super) fn options(self) -> WindowOptions {
        let Self { paths, new_window, screenshot, exit_after_frames, renderer, theme, size } = self;
        WindowOptions { paths, new_window, screenshot, exit_after_frames, renderer, theme, size }
    }
}

fn format_parser() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::ending))
        .map(|word| Format::ALL.into_iter().find(|format| format.ending() == word).unwrap_or_default())
}

fn picture_path(text: &str) -> Result<(PathBuf, PictureFormat), String> {
    let path = PathBuf::from(text);
    PictureFormat::of_path(&path)
        .map(|format| (path, format))
        .ok_or_else(|| "the name of the file must end in .svg, .png or .pdf".to_owned())
}

fn lanes_parser() -> impl clap::builder::TypedValueParser<Value = LaneBy> {
    PossibleValuesParser::new(LaneBy::ALL.map(LaneBy::as_str))
        .map(|word| LaneBy::ALL.into_iter().find(|by| by.as_str() == word).unwrap_or_default())
}

fn paper_parser() -> impl clap::builder::TypedValueParser<Value = ThemeChoice> {
    PossibleValuesParser::new(["light", "dark"]).map(|word| if word == "dark" { ThemeChoice::Dark } else { ThemeChoice::Light })
}

fn dated_by_parser() -> impl clap::builder::TypedValueParser<Value = DatedBy> {
    PossibleValuesParser::new([DatedBy::Happening, DatedBy::Publication].map(DatedBy::as_str))
        .map(|word| if word == "publication" { DatedBy::Publication } else { DatedBy::Happening })
}

fn order_parser() -> impl clap::builder::TypedValueParser<Value = DateOrder> {
    PossibleValuesParser::new(["dmy", "mdy", "iso"]).map(|word| match word.as_str() {
        "mdy" => DateOrder::MonthDayYear,
        "iso" => DateOrder::Iso,
        _ => DateOrder::DayMonthYear,
    })
}

fn page_parser() -> impl clap::builder::TypedValueParser<Value = PageSize> {
    PossibleValuesParser::new(["a4", "letter"]).map(|word| if word == "letter" { PageSize::Letter } else { PageSize::A4 })
}

fn renderer_parser() -> impl clap::builder::TypedValueParser<Value = Renderer> {
    PossibleValuesParser::new(["auto", "wgpu", "glow"]).map(|word| match word.as_str() {
        "wgpu" => Renderer::Wgpu,
        "glow" => Renderer::Glow,
        _ => Renderer::Auto,
    })
}

fn theme_parser() -> impl clap::builder::TypedValueParser<Value = ThemeChoice> {
    PossibleValuesParser::new(["system", "light", "dark"]).map(|word| match word.as_str() {
        "light" => ThemeChoice::Light,
        "dark" => ThemeChoice::Dark,
        _ => ThemeChoice::System,
    })
}

/// The sides of a window, in points, that a screen can have.
const SIDES: std::ops::RangeInclusive<f32> = 100.0..=16_384.0;

fn size(text: &str) -> Result<(f32, f32), String> {
    let sides = text.split_once(['x', 'X']).and_then(|(width, height)| Some((width.trim().parse().ok()?, height.trim().parse().ok()?)));
    sides
        .filter(|(width, height)| SIDES.contains(width) && SIDES.contains(height))
        .ok_or_else(|| format!("write width x height in points, each from {} to {}, for example 1280x800", SIDES.start(), SIDES.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn everything_about_the_window_can_be_said() {
        let line = "dateline a b --new-window --screenshot s.png --exit-after-frames 3 --renderer glow --theme dark --size 1280x800";
        let options = Arguments::try_parse_from(line.split(' ')).unwrap().window.options();
        let wanted = WindowOptions {
            paths: vec!["a".into(), "b".into()],
            new_window: true,
            screenshot: Some("s.png".into()),
            exit_after_frames: Some(3),
            renderer: Renderer::Glow,
            theme: ThemeChoice::Dark,
            size: Some((1280.0, 800.0)),
        };
        assert_eq!(options, wanted);
        assert_eq!(Arguments::try_parse_from(["dateline"]).unwrap().window.options(), WindowOptions::default());
    }

    #[test]
    fn impossible_sizes_are_refused() {
        for text in ["", "1280", "1280x", "x", "0x0", "-1x800", "1e9x800", "NaNx800"] {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
