//! Plain data: the words of Dateline as types. No logic beyond what keeps a value valid; no disk, clock or window.

mod actor;
mod article;
mod board;
mod cell;
mod curation;
mod disagreement;
mod edit;
mod edtf;
mod event;
mod extraction;
mod quote;
mod reading;
mod span;
mod time_expression;
mod warning;
mod watch;
mod when;
pub mod words;

pub use actor::{Actor, ActorId, ActorKind, ActorRole};
pub use article::{Article, ArticleId, Block, BlockKind, DateEvidence, DateSource, Published};
pub use board::Board;
pub use cell::harmless_cell;
pub use curation::Curation;
pub use disagreement::{Aspect, Disagreement, Side};
pub use edit::{Change, Edit, Field};
pub use edtf::{Bounds, CalendarUnit, Edtf, EdtfError, Moment, Precision};
pub use event::{Event, EventId, Kind, Modality, Participant, Role};
pub use extraction::Extraction;
pub use quote::{Mention, Quote};
pub use reading::Reading;
pub use span::{CodePoints, Span};
pub use time_expression::{TimeExpression, Timex3};
pub use warning::{Severity, Warning};
pub use watch::{Cancelled, Silent, Watch};
pub use when::{Basis, When};
