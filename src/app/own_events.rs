//! Events that the person adds: at a place of the timeline, or from words of an article.

use super::job::Request;
use super::window::App;
use crate::model::{ActorId, ArticleId, Board, Draft, Edit, EventId, OwnEvent, Participant, Role, Span};
use crate::view::new_event::date_at;
use egui::Context;

impl App {
    /// Adds an event, and gives its title the cursor.
    pub(super) fn add_event(&mut self, ctx: &Context, own: OwnEvent) {
        let event = EventId::own(self.session.project().edits.applied().len());
        self.edit(&Edit::Add { event, own: Box::new(own) });
        self.remembered.right = true;
        self.widgets.event.begin(event);
        self.screen.reveal(event, self.session.board(), super::actions::time(ctx));
        let is_shown = self.session.board().event_index(event).is_some_and(|at| self.screen.shown.get(at) == Some(&true));
        if !is_shown {
            self.talk.message = Some("The filters leave the new event out of the timeline.".to_owned());
        }
    }

    /// Adds an event in the middle of what is in view; as precise as the zoom.
    pub(super) fn add_event_in_view(&mut self, ctx: &Context) {
        let view = self.screen.target();
        let width = f64::from(ctx.content_rect().width()) * 0.6;
        let when = date_at(&self.screen.lanes, view, width, view.start.midpoint(view.end));
        self.add_event(ctx, OwnEvent::untitled(when));
    }

    /// Takes a new event back of which nothing has been said.
    pub(super) fn take_back(&mut self, event: EventId) {
        let is_last = matches!(self.session.project().edits.applied().last(), Some(Edit::Add { event: last, .. }) if *last == event);
        if is_last {
            self.undo();
            self.widgets.event.end();
        }
    }

    /// Begins to understand words of an article as an event. While something else is worked on, they are taken as they are.
    pub(super) fn add_from_text(&mut self, ctx: &Context, article: ArticleId, selection: Span) {
        let Some(article) = self.session.board().article(article) else { return };
        if self.worker.request().is_none() {
            self.worker.begin(Request::Draft(Box::new(article.clone()), selection));
        } else {
            let draft = Draft::of_words(article, selection);
            self.drafted(ctx, &draft);
        }
    }

    /// The words are understood: adds the event that they tell.
    pub(super) fn drafted(&mut self, ctx: &Context, draft: &Draft) {
        let own = own_event(self.session.board(), draft);
        self.add_event(ctx, own);
        self.widgets.source.clear_selection();
    }
}

/// The event of a draft, with the board's actors.
fn own_event(board: &Board, draft: &Draft) -> OwnEvent {
    let mut participants: Vec<Participant> = Vec::new();
    for (spans, role) in &draft.participants {
        let actor = actor_of(board, draft.mention.article(), spans);
        if let Some(actor) = actor.filter(|actor| participants.iter().all(|known| known.actor != **actor)) {
            participants.push(Participant { actor: actor.clone(), role: *role });
        }
    }
    // Whoever stands in the selection and was not understood to take part is mentioned in it.
    for actor in &board.actors {
        let inside =
            |quote: &crate::model::Quote| quote.article == draft.mention.article() && draft.mention.sentence.span.contains(quote.span);
        if actor.mentions.iter().any(inside) && participants.iter().all(|known| known.actor != actor.id) {
            participants.push(Participant { actor: actor.id.clone(), role: Role::Mentioned });
        }
    }
    OwnEvent {
        title: draft.title.clone(),
        when: draft.when.edtf,
        why: draft.when.why.clone(),
        kind: draft.kind,
        modality: draft.modality,
        place: draft.place.clone(),
        participants,
        tags: std::collections::BTreeSet::new(),
        quotes: vec![draft.mention.clone()],
    }
}

/// The actor that is named at most of these places of an article.
fn actor_of<'a>(board: &'a Board, article: ArticleId, spans: &[Span]) -> Option<&'a ActorId> {
    let named = |actor: &crate::model::Actor| {
        actor.mentions.iter().filter(|quote| quote.article == article && spans.iter().any(|span| span.overlaps(quote.span))).count()
    };
    board
        .actors
        .iter()
        .map(|actor| (named(actor), actor))
        .filter(|(count, _)| *count > 0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, actor)| &actor.id)
}
