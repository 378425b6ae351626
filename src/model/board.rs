//! Extraction and edits together: what is shown.

use super::{
    Actor, ActorCuration, ActorId, ActorRole, Article, ArticleId, Curation, Edit, Edtf, Event, EventId, Filter, Hue, TimeExpression,
    Warning,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is shown: the findings after the user's decisions, with look-ups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The articles, by path.
    pub articles: Vec<Article>,
    /// The events shown: by earliest date, the undated last.
    pub events: Vec<Event>,
    /// Events that the user has hidden, in the same order.
    pub hidden: Vec<Event>,
    /// The actors, most important first.
    pub actors: Vec<Actor>,
    /// Every time expression, by article and place.
    pub times: Vec<TimeExpression>,
    /// What was left out or is doubtful.
    pub warnings: Vec<Warning>,
    /// Edits whose target is gone; kept in the log and listed here.
    pub stray: Vec<Edit>,
    /// What the user has made of events, those hidden among them.
    pub curation: BTreeMap<EventId, Curation>,
    /// The filters that the user has saved, by name.
    pub filters: BTreeMap<String, Filter>,
    /// Actors that the user has hidden, most important first.
    pub hidden_actors: Vec<Actor>,
    /// What the user has made of actors.
    pub actor_curation: BTreeMap<ActorId, ActorCuration>,
    /// Pairs of actors that are not the same, as the user says; the lesser id first.
    pub apart: BTreeSet<(ActorId, ActorId)>,
    /// The hue of each actor, in their order.
    pub hues: Vec<Hue>,
    /// Articles that the user has removed, by path.
    pub removed: Vec<Article>,
    /// Actors that went into others, with the ids that these have.
    pub actors_now: BTreeMap<ActorId, ActorId>,
    /// Articles that were read again with another text, with what stands in their places.
    pub articles_now: BTreeMap<ArticleId, ArticleId>,
    event_at: HashMap<EventId, usize>,
    actor_at: HashMap<ActorId, usize>,
    article_at: HashMap<ArticleId, usize>,
}

impl Board {
    /// Builds the look-ups. Call after the lists are filled.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.event_at = self.events.iter().enumerate().map(|(at, event)| (event.id, at)).collect();
        self.actor_at = self.actors.iter().enumerate().map(|(at, actor)| (actor.id.clone(), at)).collect();
        self.article_at = self.articles.iter().enumerate().map(|(at, article)| (article.id, at)).collect();
        self
    }

    /// The shown event with this id.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.event_at.get(&id).map(|at| &self.events[*at])
    }

    /// What the user has made of this event, if anything.
    pub fn curation(&self, id: EventId) -> Option<&Curation> {
        self.curation.get(&id)
    }

    /// Whether a person has added this event.
    pub fn is_own(&self, id: EventId) -> bool {
        self.curation(id).is_some_and(|curation| curation.is_own)
    }

    /// Its place in `events`.
    pub fn event_index(&self, id: EventId) -> Option<usize> {
        self.event_at.get(&id).copied()
    }

    /// The actor with this id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actor_at.get(id).map(|at| &self.actors[*at])
    }

    /// How an actor is shown; its id if the board has lost it.
    pub fn actor_label<'a>(&'a self, id: &'a ActorId) -> Cow<'a, str> {
        self.actor(id).map_or(Cow::Borrowed(id.0.as_str()), Actor::label)
    }

    /// Its place in `actors`.
    pub fn actor_index(&self, id: &ActorId) -> Option<usize> {
        self.actor_at.get(id).copied()
    }

    /// When a role was said of an actor: the date of the article that gives it.
    pub fn role_date(&self, role: &ActorRole) -> Option<Edtf> {
        self.article(role.quote.article).and_then(|article| article.published.as_ref()).map(|published| published.date)
    }

    /// The hue of the actor at this place.
    pub fn hue(&self, index: usize) -> Hue {
        self.hues.get(index).copied().unwrap_or(Hue::turn(index))
    }

    /// The article with this id.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.article_at.get(&id).map(|at| &self.articles[*at])
    }
}
