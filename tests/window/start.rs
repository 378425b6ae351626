//! What the first start shows, what an empty window says, and what is dropped on it.

use crate::common::{has, open, sample, settle};
use egui_kittest::kittest::Queryable as _;
use std::path::PathBuf;

#[test]
fn the_first_start_shows_the_sample_articles() {
    let window = sample();
    assert_eq!(window.state().board().articles.len(), 5);
    for name in ["5 articles", "19 events", "Russia, country, 6 events", "ACTORS", "ARTICLES", "KINDS", "Open folder…", "Search events"] {
        assert!(has(&window, name), "{name}");
    }
}

#[test]
fn without_articles_the_window_says_what_to_do() {
    let mut window = open(&["/no/such/folder".into()]);
    assert!(has(&window, "From articles to a chronology"));
    window.get_all_by_label("Open sample articles").last().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 5);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_folder_is_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.txt"), "Rain in Paris\n\nIt rained in Paris on Monday.").unwrap();
    let mut window = sample();
    window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(folder.path().to_owned())));
    window.run_steps(2);
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 1);
}
