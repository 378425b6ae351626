//! Who may import whom: three columns that meet in `model` below and in `cli` and `app` above.
//!
//! Reads the sources, so that a breach is named with its line. That the core has no window in it is proven by the compiler
//! as well: it builds without the feature `gui`.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of the program with the parts it may name. `*`: everything but those after the dash.
const MAY_IMPORT: &[(&str, &str)] = &[
    ("model", ""),
    ("whole_file", ""),
    ("word_list", ""),
    ("language", "model"),
    ("time", "model word_list language"),
    ("actor", "model word_list language"),
    ("event", "model word_list language time actor"),
    ("pipeline", "model language time actor event"),
    ("read", "model word_list"),
    ("project", "model whole_file"),
    ("export", "model whole_file"),
    ("view", "model"),
    ("picture", "model view whole_file"),
    ("ui", "model view"),
    ("cli", "model whole_file language time actor event pipeline read project export view picture"),
    ("app", "model whole_file language time actor event pipeline read project export view picture ui"),
    ("lib", "cli app view"),
    ("main", ""),
];

/// What only some parts may name: disk, clock and threads outside, the window in `ui` and `app`.
const MAY_NAME: &[(&str, &str)] = &[
    ("std::fs", "read project export cli app whole_file"),
    ("File::open", "read project export cli app whole_file"),
    ("std::thread", "cli app"),
    ("SystemTime::now", "app"),
    ("Instant::now", "app"),
    ("egui", "ui app"),
    ("eframe", "app"),
    ("rfd::", "app"),
];

#[test]
fn imports_follow_the_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut breaches = Vec::new();
    for file in sources(&root) {
        let below = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        breaches.extend(check(&below, &fs::read_to_string(&file).unwrap()));
    }
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_part_of_the_program_has_a_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let part = name.trim_end_matches(".rs");
        assert!(allowed(part).is_some(), "src/{name} has no rule in MAY_IMPORT");
    }
}

#[test]
fn breaches_are_found() {
    for (file, line) in [
        ("model/span.rs", "use crate::language::Analysis;"),
        ("read/walk.rs", "    let x = crate::project::load(path);"),
        ("read/mod.rs", "use super::export::Format;"),
        ("time/en/rules.rs", "use super::super::super::event::Trigger;"),
        ("view/marks.rs", "use crate::{model::Event, ui::theme};"),
        ("view/marks.rs", "fn color() -> egui::Color32 {"),
        ("time/find.rs", "let text = std::fs::read(path);"),
        ("app/state.rs", "use crate::cli::start;"),
    ] {
        assert_eq!(check(file, line).len(), 1, "{file}: {line}");
    }
    for (file, line) in [
        ("event/trigger.rs", "use crate::{language::Token, model::Span};"),
        ("event/trigger.rs", "// see crate::view"),
        ("read/walk.rs", "use super::sidecar::SIDECAR;"),
        ("read/walk.rs", "use std::fs;"),
        ("ui/theme.rs", "use egui::Color32;"),
        ("model/span.rs", "#[cfg(test)]\nmod tests { use std::fs; }"),
    ] {
        assert_eq!(check(file, line), [""; 0], "{file}: {line}");
    }
}

/// What egui copies stays inside the window unless eframe is built with this; no window test can see it.
#[test]
fn the_window_shares_the_clipboard_of_the_system() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let eframe = manifest.lines().find(|line| line.starts_with("eframe = ")).unwrap();
    assert!(eframe.contains("\"clipboard\""), "{eframe}");
}

/// Words of a language are data: no part of the time tagger holds three or more of them in a row, nor a pattern three in one slot.
#[test]
fn lists_of_words_are_data() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/time");
    let mut lists = Vec::new();
    for file in sources(&root) {
        let source = fs::read_to_string(&file).unwrap();
        lists.extend(word_lists(&source).into_iter().map(|list| format!("{}: {list}", file.display())));
    }
    assert!(lists.is_empty(), "these belong in assets/lexicon/time:\n{}", lists.join("\n"));
}

#[test]
fn lists_of_words_are_found() {
    for source in [
        "matches!(word, \"in\" | \"on\" | \"at\")",
        "const A: [&str; 3] = [\n    \"in\",\n    \"on\",\n    \"at\",\n];",
        "patterns: &[\"~in|on|at? DATE\"]",
    ] {
        assert_eq!(word_lists(source).len(), 1, "{source}");
    }
    for source in [
        "found.any(&[\"in\", \"on\"])",
        "// \"in\", \"on\", \"at\"",
        "patterns: &[\"in|on DATE|MONTH\"]",
        "&[(\"in\", 1), (\"on\", 2), (\"at\", 3)]",
        "#[cfg(test)]\nconst A: &[&str] = &[\"in\", \"on\", \"at\"];",
    ] {
        assert_eq!(word_lists(source), [""; 0], "{source}");
    }
}

/// Three or more words in literals beside each other, or in one slot of a pattern.
fn word_lists(source: &str) -> Vec<String> {
    let word = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_lowercase() || "-'.".contains(c))
    };
    let lines = source.lines().take_while(|line| line.trim() != "#[cfg(test)]").filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "");
    let (mut found, mut run) = (Vec::new(), Vec::new());
    let mut close = |run: &mut Vec<&str>| {
        if run.len() >= 3 {
            found.push(run.join(" "));
        }
        run.clear();
    };
    let mut slots = Vec::new();
    // Between quotation marks stand code and literals in turn.
    for (place, part) in code.split('"').enumerate() {
        if place % 2 == 0 {
            if part.contains(|c: char| !c.is_whitespace() && !",|b".contains(c)) {
                close(&mut run);
            }
        } else if word(part) {
            run.push(part);
        } else {
            close(&mut run);
            let several = |slot: &&str| slot.trim_matches(['~', '?']).split('|').filter(|choice| word(choice)).count() >= 3;
            slots.extend(part.split(' ').filter(several).map(str::to_owned));
        }
    }
    close(&mut run);
    found.extend(slots);
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn allowed(part: &str) -> Option<Vec<&'static str>> {
    MAY_IMPORT.iter().find(|(name, _)| *name == part).map(|(_, may)| may.split(' ').collect())
}

/// Every breach in a source file, with its line.
fn check(file: &str, source: &str) -> Vec<String> {
    let part = file.split('/').next().unwrap().trim_end_matches(".rs");
    let may = allowed(part).unwrap_or_default();
    let module: Vec<&str> = file.trim_end_matches(".rs").split('/').filter(|name| *name != "mod").collect();
    let mut breaches = Vec::new();
    let mut in_tests = file.ends_with("/tests.rs");
    for (number, line) in source.lines().enumerate() {
        in_tests |= line.trim() == "#[cfg(test)]";
        let code = line.split("//").next().unwrap();
        let mut tell = |what: &str| breaches.push(format!("src/{file}:{}: {part} must not name {what}: {}", number + 1, line.trim()));
        for name in named_parts(code, &module) {
            if name != part && !may.contains(&name) {
                tell(name);
            }
        }
        for (name, parts) in MAY_NAME {
            if !in_tests && code.contains(name) && !parts.split(' ').any(|one| one == part) {
                tell(name);
            }
        }
    }
    breaches
}

/// The parts of the program that a line names by `crate::part`, `crate::{part::...}` or enough `super::`.
fn named_parts<'a>(code: &'a str, module: &[&str]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        names.extend(heads(&code[at + "crate::".len()..]));
    }
    let mut at = 0;
    while let Some(found) = code[at..].find("super::") {
        let start = at + found;
        let mut rest = &code[start..];
        let mut steps = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            rest = after;
            steps += 1;
        }
        if steps >= module.len() {
            names.extend(heads(rest));
        }
        at = code.len() - rest.len();
    }
    names.retain(|name| allowed(name).is_some() && !matches!(*name, "lib" | "main"));
    names
}

/// The first name of a path, or of each path in a group.
fn heads(path: &str) -> Vec<&str> {
    let word = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(group) = path.strip_prefix('{') else { return vec![&path[..word(path)]] };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let one = group[start..at].trim_start();
                found.push(&one[..word(one)]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}
