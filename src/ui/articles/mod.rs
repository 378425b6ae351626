//! The list of articles: title, publisher, date and how it is known, number of events; one or many at once.

mod chosen;
mod files;
mod panel;
mod row;

pub use chosen::ArticlesState;
pub use files::Files;
pub use panel::articles_ui;
pub use row::date_words;
