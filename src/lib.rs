//! Dateline turns a folder of news articles into a chronology.
//!
//! Three columns that know nothing of each other meet in [`model`] below and in [`cli`] and `app` above:
//!
//! ```text
//! find    model <- language <- time, actor <- event <- pipeline -+
//! files   model <- read, project, export ------------------------+-- cli, app
//! screen  model <- view <- ui -----------------------------------+
//! ```

pub mod language;
pub mod model;
pub mod pipeline;
pub mod project;
pub mod read;
#[cfg(feature = "gui")]
pub mod ui;
pub mod view;
pub mod whole_file;
