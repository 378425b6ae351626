//! All findings in a set of articles. Never edited by hand.

use super::{Actor, ActorId, Article, ArticleId, Event, TimeExpression, Warning};
use serde::{Deserialize, Serialize};

/// What the articles say, as far as Dateline understands them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The articles, by path.
    pub articles: Vec<Article>,
    /// Every time expression, by article and place.
    pub times: Vec<TimeExpression>,
    /// Every event: by earliest date, the undated last, then by place.
    pub events: Vec<Event>,
    /// Every actor, most important first.
    pub actors: Vec<Actor>,
    /// What was left out or is doubtful.
    pub warnings: Vec<Warning>,
}

impl Extraction {
    /// The article with this id.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// The actor with this id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }
}
