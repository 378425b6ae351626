//! One place where everything changes: commands of the panels and answers of file dialogs. What comes from the background is
//! taken in [`super::finish`].

use super::actions::time;
use super::chooser::{Answer, Purpose};
use super::job::Request;
use super::window::App;
use crate::export::{self, Format};
use crate::model::{Article, ArticleId, Edit};
use crate::project;
use crate::read::Places;
use crate::ui::banner::Notice;
use crate::ui::dialogs::{ActorEntry, ArticleEntry, DateEntry, DateSuggestion, MergeEntry, OpenDialog};
use crate::view::{Command, Next};
use egui::Context;
use std::path::{Path, PathBuf};

impl App {
    /// Does what a panel asked for.
    pub(super) fn apply(&mut self, ctx: &Context, command: Command) {
        let now = time(ctx);
        match command {
            Command::Action(action) => self.act(ctx, action),
            Command::Edit(edit) => self.edit(&edit),
            Command::NewEvent(own) => self.add_event(ctx, *own),
            Command::TakeBack(event) => self.take_back(event),
            Command::NewFromText(article, selection) => self.add_from_text(ctx, article, selection),
            Command::StepHit { forward } => self.screen.step_hit(forward, self.session.board()),
            Command::Copy { text, what } => {
                ctx.copy_text(text);
                self.talk.message = Some(format!("Copied {what}"));
            }
            Command::Select(event) => self.screen.selection.select(self.session.board(), event),
            Command::Reveal(event) => self.screen.reveal(event, self.session.board(), now),
            Command::Hover(event) => self.screen.selection.hovered = event,
            Command::ShowArticle(article) => self.screen.selection.article = Some(article),
            Command::ShowMention(mention) => self.screen.selection.show_mention(self.session.board(), mention),
            Command::View(view, change) => self.screen.go(view, change, now),
            Command::Lanes(by) => self.set_lanes(by),
            Command::Arrange(change) => self.arrange(change),
            Command::Scale(percent) => ctx.set_zoom_factor(f32::from(percent) / 100.0),
            Command::Guide(step) => self.guide(ctx, step),
            Command::FromPalette(action) => {
                self.talk.dialog = None;
                self.remembered.used(action);
                self.act(ctx, action);
            }
            Command::Table(change) => self.remembered.table.apply(&change),
            Command::Filter(change) => self.filter(change),
            Command::Open { paths, add } => self.open(ctx, paths, add),
            Command::TypedPath { path, add } => self.typed(ctx, &path, add),
            Command::AskDate(article) => self.ask_dates(&[article]),
            Command::AskDates(articles) => self.ask_dates(&articles),
            Command::AskArticle(article) => {
                if let Some(article) = self.session.board().article(article) {
                    self.talk.dialog = Some(OpenDialog::Article(ArticleEntry::new(article)));
                }
            }
            Command::Reread(articles) => self.reread(&articles),
            Command::FindAgain(article) => self.choose(ctx, Purpose::FindAgain(article)),
            Command::AskActor(actor) => self.talk.dialog = Some(OpenDialog::Actor(ActorEntry::new(actor))),
            Command::AskMergeActor(actor) => self.talk.dialog = Some(OpenDialog::MergeActor(MergeEntry::new(actor))),
            Command::Dialog(dialog) => self.open_dialog(dialog),
            Command::CloseDialog => {
                if matches!(self.talk.dialog.take(), Some(OpenDialog::Recovery(_))) {
                    self.leave_leftovers();
                }
            }
            Command::SaveThen(next) => self.save_then(ctx, Some(next), false),
            Command::SaveOver(next) => self.save_then(ctx, next, true),
            Command::Discard(next) => {
                self.session.forget_changes();
                self.keeper.forget();
                self.go_on(ctx, next);
            }
            Command::Recover => {
                self.talk.dialog = None;
                self.recover();
            }
            Command::GiveUpLeftover => {
                self.talk.dialog = None;
                self.give_up_leftover();
            }
            Command::Picture(wish) => self.picture(ctx, wish),
            Command::CancelJob => self.worker.cancel(),
        }
    }

    /// Looks at the files of the articles, and for new ones beside them if that is wanted.
    pub(super) fn look(&mut self) {
        self.lookout.look(Places::of(&self.session.project().reading), self.remembered.looks_for_new);
    }

    /// Reads the files of these articles again. What was decided stays.
    fn reread(&mut self, articles: &[ArticleId]) {
        let project = self.session.project();
        let paths: Vec<PathBuf> = articles.iter().filter_map(|article| Some(project.reading.origins.get(article)?.file.clone())).collect();
        if !paths.is_empty() {
            self.worker.begin(Request::Read { paths, add: Some(project.clone()), instead: None });
        }
    }

    /// Reads the file that a person says is this article's.
    fn found_again(&mut self, article: ArticleId, paths: Vec<PathBuf>) {
        let add = Some(self.session.project().clone());
        self.worker.begin(Request::Read { paths: paths.into_iter().take(1).collect(), add, instead: Some(article) });
    }

    /// Asks for the date of these articles.
    fn ask_dates(&mut self, articles: &[ArticleId]) {
        let board = self.session.board();
        let known: Vec<&Article> = articles.iter().filter_map(|article| board.article(*article)).collect();
        let suggested = known.iter().map(|article| (article.id, date_suggestions(article))).collect();
        let now = match known.as_slice() {
            [only] => only.published.as_ref().map(|published| published.date),
            _ => None,
        };
        if !known.is_empty() {
            self.talk.dialog = Some(OpenDialog::Date(DateEntry::of_articles(suggested, now)));
        }
    }

    /// Makes an edit.
    pub(super) fn edit(&mut self, edit: &Edit) {
        self.session.edit(edit.clone());
        self.after_edit(Some(edit));
    }

    /// Takes the last edit back.
    pub(super) fn undo(&mut self) {
        let edit = self.session.undo();
        self.after_edit(edit.as_ref());
    }

    /// Makes it again.
    pub(super) fn redo(&mut self) {
        let edit = self.session.redo();
        self.after_edit(edit.as_ref());
    }

    fn after_edit(&mut self, edit: Option<&Edit>) {
        self.refresh();
        self.keep_safe();
        if edit.is_some_and(Edit::changes_findings) {
            self.work_out_dates();
        }
    }

    /// Starts to work dates out anew, unless something is being read: then it follows when that is done.
    pub(super) fn work_out_dates(&mut self) {
        let free = self.worker.request().is_none_or(|request| matches!(request, Request::Again(_)));
        if free {
            self.worker.begin(Request::Again(self.session.project().clone()));
        }
    }

    pub(super) fn refresh(&mut self) {
        let had_dates = !self.screen.lanes.is_empty();
        self.screen.refresh(self.session.board());
        if !had_dates {
            self.screen.look_at_all();
        }
    }

    /// Opens a project or reads articles, after asking if edits would be lost.
    pub(super) fn open(&mut self, ctx: &Context, paths: Vec<PathBuf>, add: bool) {
        self.talk.notice = None;
        let is_project = paths.iter().any(|path| project::is_project(path));
        if add && !is_project && !self.session.is_empty() {
            let add = Some(self.session.project().clone());
            self.worker.begin(Request::Read { paths, add, instead: None });
        } else {
            self.when_saved(ctx, Next::Open(paths));
        }
    }

    /// Begins to read instead of what is open.
    pub(super) fn read(&mut self, paths: Vec<PathBuf>) {
        let project = paths.iter().find(|path| project::is_project(path)).cloned();
        self.worker.begin(project.map_or(Request::Read { paths, add: None, instead: None }, Request::Open));
    }

    /// Takes the answer of a file dialog.
    pub(super) fn chosen(&mut self, ctx: &Context, purpose: Purpose, answer: Answer) {
        let paths = match answer {
            Answer::Chosen(paths) => paths,
            Answer::Nothing => return,
            Answer::NoDialog => return self.ask_for_path(purpose),
        };
        match purpose {
            Purpose::Folder { add } => self.open(ctx, paths, add),
            Purpose::Articles => self.open(ctx, paths, true),
            Purpose::Project => self.open(ctx, paths, false),
            Purpose::FindAgain(article) => self.found_again(article, paths),
            Purpose::Save(_) | Purpose::Export(_) | Purpose::Picture(_) => {
                if let Some(path) = paths.first() {
                    self.chosen_to_write(purpose, path);
                }
            }
        }
    }

    /// Writes what a dialog has asked a place for. Of another file than the one chosen it has not asked whether to replace it.
    fn chosen_to_write(&mut self, purpose: Purpose, chosen: &Path) {
        let path = purpose.with_ending(chosen.to_owned());
        let may_replace = path == chosen || !path.exists();
        match purpose {
            Purpose::Picture(_) => self.picture_file(&path, may_replace),
            _ if !may_replace => self.ask_before_replacing(purpose, path),
            Purpose::Save(next) => self.save_to(path, true, next),
            Purpose::Export(format) => self.export_to(&path, format),
            Purpose::Folder { .. } | Purpose::Articles | Purpose::Project | Purpose::FindAgain(_) => {}
        }
    }

    fn export_to(&mut self, path: &Path, format: Format) {
        match export::export_to_file(self.session.board(), format, path) {
            Ok(()) => self.talk.message = Some(format!("Exported {}", path.display())),
            Err(error) => self.talk.notice = Some(Notice::new(error.to_string())),
        }
    }
}

/// The dates that an article may be of: what its file and page say, then what its text gives away. Each date once.
fn date_suggestions(article: &Article) -> Vec<DateSuggestion> {
    let said = article.dates.iter().map(|evidence| {
        let why = format!("{}: \u{201c}{}\u{201d}", evidence.source.words(), evidence.words);
        DateSuggestion { date: evidence.date, why }
    });
    let told = crate::time::own_dates(&article.text).into_iter().map(|own| DateSuggestion { date: own.date, why: own.why });
    let mut all: Vec<DateSuggestion> = Vec::new();
    for suggestion in said.chain(told) {
        if all.iter().all(|known| known.date != suggestion.date) {
            all.push(suggestion);
        }
    }
    all
}
