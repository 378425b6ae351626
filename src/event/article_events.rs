//! The events of one article: candidates, what is kept of them, and how they are dated.

use super::accept::{Verdict, verdict};
use super::clause::arguments::{is_finite, is_passive, subject};
use super::clause::context::{Page, is_speech};
use super::clause::interview::Interview;
use super::clause::modality::Shown;
use super::clause::quotation::Quotations;
use super::dating::anchor::{Anchored, Anchors};
use super::dating::polling_day::is_of_election;
use super::dating::sections::Sections;
use super::lexicon::lexicon;
use super::merge::figures::{Figure, figures};
use super::score::Evidence;
use super::taking_part::{Cast, cast};
use super::title::title;
use super::trigger::{Trigger, candidates};
use crate::actor::{ArticleActors, LocalActor};
use crate::language::{Analysis, Dep, EntityLabel, Pos, Syntax, Tag};
use crate::model::{
    Article, ArticleId, BlockKind, Cancelled, Edtf, Kind, Mention, Modality, Published, Quote, Role, Span, TimeExpression, Watch, When,
};
use crate::time::looks_back;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::ops::Range;

/// What one article tells: owned, so that articles can be read side by side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ArticleFindings {
    /// The article.
    pub article: ArticleId,
    /// The day it was published, if known.
    pub published: Option<Published>,
    /// Its actors.
    pub actors: Vec<LocalActor>,
    /// Its events in reading order.
    pub events: Vec<LocalEvent>,
}

/// One report of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LocalEvent {
    /// Where it stands.
    pub mention: Mention,
    /// The words to show.
    pub title: String,
    /// What kind.
    pub kind: Kind,
    /// Whether it happened.
    pub modality: Modality,
    /// The word that says so.
    pub cue: Option<Span>,
    /// When.
    pub when: When,
    /// Where, as written.
    pub place: Option<String>,
    /// Who, by index into the article's actors.
    pub participants: Vec<(usize, Role)>,
    /// The trigger's dictionary form.
    pub lemma: String,
    /// Whether the trigger is a noun without a light verb.
    pub nominal: bool,
    /// Whether the trigger is a noun with "the" or "this": it may take up an event told before.
    pub definite: bool,
    /// Content words of its clause, folded, sorted.
    pub words: Vec<String>,
    /// How many of what, in its clause.
    pub figures: Vec<Figure>,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// Reads one article. Pure: the same input gives the same findings.
///
/// `times` are the article's time expressions, resolved; `analysis` is of `article.text`.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn read_article(
    article: &Article,
    analysis: &Analysis,
    times: &[TimeExpression],
    watch: &dyn Watch,
) -> Result<ArticleFindings, Cancelled> {
    let syntax = Syntax::new(&article.text, analysis);
    let actors = ArticleActors::read(article, &syntax, watch)?;
    if watch.cancelled() {
        return Err(Cancelled);
    }
    let page = page(article, &syntax, &actors, times);
    let triggers = candidates(&page);
    let nouns: Vec<usize> = triggers.iter().map(|trigger| trigger.head).filter(|head| syntax.is_noun(*head)).collect();
    let anchors = Anchors::new(&syntax, times, |index| nouns.binary_search(&index).is_ok());
    let mut reader = Reader::new(&page, &actors, &anchors);
    for (count, trigger) in triggers.iter().enumerate() {
        if count % 16 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        reader.read(trigger, &triggers, verdict);
    }
    reader.date_headlines();
    reader.date_results();
    let events = reader.out.into_iter().map(|(event, ..)| event).collect();
    Ok(ArticleFindings { article: article.id, published: article.published.clone(), actors: actors.actors, events })
}

/// The parts of an article as the rules ask for them.
fn page<'p, 'a>(article: &'p Article, syntax: &'p Syntax<'a>, actors: &ArticleActors, times: &[TimeExpression]) -> Page<'p, 'a> {
    Page {
        article,
        syntax,
        quotations: Quotations::find(article, syntax, |index| is_speech(syntax, index)),
        interview: Interview::find(article, syntax, actors),
        of_election: is_of_election(syntax),
        sections: Sections::find(article, times),
        looks_back: article.published.as_ref().is_some_and(|published| looks_back(times, &published.date)),
    }
}

/// Reads one article, deciding about candidates by other means: for looking at the rules.
#[cfg(test)]
pub(super) fn read_deciding(
    article: &Article,
    analysis: &Analysis,
    times: &[TimeExpression],
    decide: impl Fn(&Page, &Candidate) -> Verdict,
) {
    let syntax = Syntax::new(&article.text, analysis);
    let actors = ArticleActors::read(article, &syntax, &crate::model::Silent).expect("nothing stops it");
    let page = page(article, &syntax, &actors, times);
    let triggers = candidates(&page);
    let anchors = Anchors::new(&syntax, times, |index| syntax.is_noun(index));
    let mut reader = Reader::new(&page, &actors, &anchors);
    for trigger in &triggers {
        reader.read(trigger, &triggers, &decide);
    }
}

/// Reads the events that these words name, whether or not the rules would find them.
pub(super) fn read_marked(article: &Article, analysis: &Analysis, times: &[TimeExpression], marked: &[Span]) -> ArticleFindings {
    let syntax = Syntax::new(&article.text, analysis);
    let actors = ArticleActors::read(article, &syntax, &crate::model::Silent).expect("nothing stops it");
    let page = page(article, &syntax, &actors, times);
    let found = candidates(&page);
    let anchors = Anchors::new(&syntax, times, |index| syntax.is_noun(index));
    let mut reader = Reader::new(&page, &actors, &anchors);
    for span in marked {
        let inside: Vec<usize> = (0..syntax.len()).filter(|index| span.overlaps(syntax.token(*index).span)).collect();
        let head = inside.iter().copied().find(|index| syntax.head(*index).is_none_or(|head| !inside.contains(&head)));
        let known = found.iter().find(|trigger| inside.contains(&trigger.head));
        let Some(head) = head else { continue };
        let unknown = Trigger { head, light: None, kind: Kind::Other, class: super::lexicon::Class::Weak };
        let trigger = known.cloned().unwrap_or(unknown);
        let before = reader.out.len();
        reader.read(&trigger, std::slice::from_ref(&trigger), |_, _| Verdict { rule: "marked", kept: true });
        for (event, ..) in &mut reader.out[before..] {
            event.mention.trigger = *span;
            event.mention.sentence.span = event.mention.sentence.span.cover(*span);
        }
    }
    let events = reader.out.into_iter().map(|(event, ..)| event).collect();
    ArticleFindings { article: article.id, published: article.published.clone(), actors: actors.actors, events }
}

pub(super) struct Reader<'r, 'p, 'a> {
    pub(super) page: &'r Page<'p, 'a>,
    pub(super) actors: &'r ArticleActors,
    pub(super) anchors: &'r Anchors<'r>,
    pub(super) out: Vec<(LocalEvent, usize, usize)>,
    /// The date that the story has reached: block, date.
    pub(super) running: Option<(usize, Anchored)>,
    /// The day of the article's news, if its first paragraph tells one shortly before the article's own.
    pub(super) news: Option<Anchored>,
    /// Whether that news is of a court or the police.
    pub(super) news_of_court: bool,
    /// Whether something in the text is of the article's own day.
    pub(super) tells_today: bool,
    /// The only bidder and target of whom the article tells, once somebody has asked.
    pub(super) bid: OnceCell<Option<Vec<usize>>>,
}

/// A candidate with all that is known of it before it is kept or dropped.
pub(crate) struct Candidate<'c> {
    /// The trigger.
    pub trigger: &'c Trigger,
    /// Who and where.
    pub cast: Cast,
    /// Whether it happened.
    pub modality: Modality,
    /// The date in its own clause.
    pub own: Option<Anchored>,
    /// Whether a verb below carries the event.
    pub carried: bool,
}

impl<'r, 'p, 'a> Reader<'r, 'p, 'a> {
    fn new(page: &'r Page<'p, 'a>, actors: &'r ArticleActors, anchors: &'r Anchors<'r>) -> Self {
        let today = page.article.published.as_ref().map(|published| published.date);
        let tells_today = today.is_some_and(|today| anchors.tell(today));
        Self { page, actors, anchors, out: Vec::new(), running: None, news: None, news_of_court: false, tells_today, bid: OnceCell::new() }
    }
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, trigger: &Trigger, all: &[Trigger], decide: impl Fn(&Page, &Candidate) -> Verdict) {
        let syntax = self.page.syntax;
        let (modality, cue) = match trigger.verb(syntax) {
            Some(verb) => self.page.verb_modality(verb, 0),
            None => self.page.noun_modality(trigger.head, trigger.kind),
        };
        let (modality, cue) =
            if trigger.light.is_some() && modality == Modality::Happened { self.light_modality(trigger, cue) } else { (modality, cue) };
        // "Further strikes are planned for Thursday"
        let arranged = trigger.light.filter(|light| lexicon().is("appointing", syntax.lemma(*light)));
        let (modality, cue) = match arranged {
            Some(light) if modality == Modality::Happened => (Modality::Planned, Some(light)),
            _ => (modality, cue),
        };
        let own = self.page.own_anchor(self.anchors, trigger);
        let (modality, cue) = self.scheduled(trigger, (modality, cue), own.as_ref());
        let carried = trigger.verb(syntax).is_some_and(|verb| {
            let tells =
                |low: usize| all.binary_search_by_key(&low, |other| other.head).is_ok() || all.iter().any(|other| other.light == Some(low));
            syntax.by(verb, &[Dep::Xcomp]).any(|low| super::trigger::carries(syntax, verb, low) && tells(low))
        });
        let mut candidate = Candidate { trigger, cast: cast(self.page, self.actors, trigger), modality, own, carried };
        self.take_up(&mut candidate);
        self.attacker(&mut candidate);
        self.same_agent(&mut candidate);
        self.reacted_to(&mut candidate);
        self.answered(&mut candidate);
        self.retaliated(&mut candidate);
        self.parties(&mut candidate);
        self.tried(&mut candidate);
        if !decide(self.page, &candidate).kept {
            return;
        }
        self.told_again(&mut candidate);
        self.dealing(&mut candidate);
        self.taken_over(&mut candidate);
        self.own_affairs(&mut candidate);
        let event = self.event(candidate, cue);
        let block = self.page.block_number(trigger.head);
        self.out.push((event, block, trigger.head));
    }

    /// "is expected to visit the region on Thursday": what has its day, or is a meeting, a vote or a change of office, is on the
    /// calendar; other expectations ("is expected to reject") are only possible. A noun or a verb in the
    /// present whose day lies ahead ("back it at a meeting on March 26", "which expires on Friday") names a plan.
    fn scheduled(&self, trigger: &Trigger, shown: Shown, own: Option<&Anchored>) -> Shown {
        let syntax = self.page.syntax;
        // "a consensus on reconvening later this week" has no tense either.
        let gerund = |head: usize| syntax.tag(head) == Tag::Vbg && syntax.dep(head) == Dep::Pcomp;
        let told_ahead = |head: usize| {
            // "is meeting her on Monday"
            syntax.is_noun(head) || self.page.simple_present(head) || self.page.progressive(head) || gerund(head)
        };
        let expected = |cue: usize| syntax.lemma(cue) == "expect" && is_passive(syntax, cue);
        // "is envisaged to be deployed once they sign": the deployment.
        let foreseen = |cue: usize| {
            let first = trigger.verb(syntax).map(|verb| syntax.first_conjunct(verb));
            let below = first.is_some_and(|first| syntax.dep(first) == Dep::Xcomp && syntax.head(first) == Some(cue));
            below && lexicon().is("foreseen", syntax.lemma(cue)) && is_passive(syntax, cue)
        };
        let calendar = own.is_some() || matches!(trigger.kind, Kind::Meeting | Kind::Election | Kind::Appointment);
        match shown {
            (Modality::Hypothetical, Some(cue)) if foreseen(cue) || calendar && expected(cue) => (Modality::Planned, Some(cue)),
            (Modality::Hypothetical, Some(cue)) if own.is_some() && lexicon().is("dated-hope", syntax.lemma(cue)) => {
                (Modality::Planned, Some(cue))
            }
            (Modality::Happened, cue) if told_ahead(trigger.head) && own.is_some_and(|own| self.lies_ahead(&own.when)) => {
                (Modality::Planned, cue)
            }
            _ => shown,
        }
    }

    /// Whether all of a date is later than the day of the article: "on Monday", or "later this week", which begins with that day; "before
    /// the end of the month" as well.
    pub(super) fn lies_ahead(&self, when: &When) -> bool {
        let Some(published) = self.page.article.published.as_ref().map(|published| published.date.bounds()) else { return false };
        let (day, told) = (published.earliest.zip(published.latest), when.bounds());
        let from_now_on = |(start, end)| {
            let begins = told.earliest.is_none_or(|earliest| earliest == start);
            matches!(when.edtf, Edtf::OneOf { .. }) && begins && told.latest.is_some_and(|latest| latest > end)
        };
        told.earliest.zip(published.latest).is_some_and(|(start, end)| start >= end) || day.is_some_and(from_now_on)
    }

    /// "held possible talks": the adjective of the noun counts too.
    fn light_modality(&self, trigger: &Trigger, cue: Option<usize>) -> (Modality, Option<usize>) {
        let no = self.page.syntax.by(trigger.head, &[Dep::Det]).find(|index| self.page.syntax.lower(*index) == "no");
        no.map_or((Modality::Happened, cue), |no| (Modality::Negated, Some(no)))
    }

    /// "It dismissed his claim": legal where "it" is a court.
    fn kind_of_court(&self, candidate: &Candidate) -> Option<Kind> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax).filter(|verb| !is_passive(syntax, *verb))?;
        let pronoun = subject(syntax, verb, 0).filter(|subject| syntax.tag(*subject) == Tag::Prp)?;
        let [actor] = self.actors.at(pronoun)?.actors[..] else { return None };
        let mut words = self.actors.actors[actor].name.split(' ').map(str::to_lowercase);
        words.find_map(|word| lexicon().sense(syntax.lemma(verb), "", &word)).filter(|kind| *kind == Kind::Legal)
    }

    fn event(&mut self, candidate: Candidate, cue: Option<usize>) -> LocalEvent {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        let (when, time, taken) = self.date(&candidate);
        let (first, last) = trigger.tokens(syntax);
        let sentence = syntax.sentence(syntax.sentence_of(trigger.head));
        let sentence_span = syntax.token(sentence.start).span.cover(syntax.token(sentence.end - 1).span);
        let mut trigger_span = syntax.token(first).span.cover(syntax.token(last).span);
        if !sentence_span.contains(trigger_span) {
            trigger_span = syntax.token(trigger.head).span;
        }
        let named = candidate.cast.roles.len();
        let evidence = Evidence {
            dated: candidate.own.is_some(),
            date_taken_up: taken,
            named_participants: named,
            agent: candidate.cast.roles.iter().any(|(_, role)| matches!(role, Role::Agent | Role::Speaker)),
            class: trigger.class,
            quoted: self.page.quoted(trigger.head),
            content: self.page.content_of(trigger.head).is_some(),
            heading: self.page.block(trigger.head) != BlockKind::Paragraph,
            finite: trigger.verb(syntax).is_some_and(|verb| is_finite(syntax, verb)),
            first_block: self.page.block_number(trigger.head) <= 1,
            background: super::dating::is_long_past(&when, self.page.article.published.as_ref()),
        };
        LocalEvent {
            mention: Mention { sentence: Quote { article: self.page.article.id, span: sentence_span }, trigger: trigger_span, time },
            title: title(self.page, self.actors, trigger),
            kind: self.kind_of_court(&candidate).or_else(|| self.kind_at_the_poll(&candidate)).unwrap_or(trigger.kind),
            modality: candidate.modality,
            cue: cue.map(|index| syntax.token(index).span),
            when,
            place: candidate.cast.place,
            participants: candidate.cast.roles,
            lemma: syntax.lemma(trigger.head).to_lowercase(),
            nominal: trigger.light.is_none() && syntax.is_noun(trigger.head),
            definite: trigger.light.is_none()
                && syntax.is_noun(trigger.head)
                && syntax.by(trigger.head, &[Dep::Det]).any(|index| lexicon().is("definite", syntax.lower(index)))
                // "the EU-Balkans meeting" is named anew, and takes up no meeting told before.
                && !syntax.by(trigger.head, &[Dep::Compound, Dep::Nmod]).any(|index| syntax.pos(index) == Pos::Propn),
            words: clause_words(syntax, trigger),
            figures: figures(syntax, clause(syntax, trigger)),
            evidence,
        }
    }
}

/// The tokens of a trigger's clause, at most 25 to either side.
fn clause(syntax: &Syntax, trigger: &Trigger) -> Range<usize> {
    let root = trigger.verb(syntax).unwrap_or(trigger.head);
    let range = syntax.phrase(root);
    range.start.max(root.saturating_sub(25))..range.end.min(root + 25)
}

/// The content words of a trigger's clause: nouns, names, verbs, numbers by lemma; no dates.
fn clause_words(syntax: &Syntax, trigger: &Trigger) -> Vec<String> {
    let dates = |index: usize| syntax.entity(index).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
    let mut words: Vec<String> = clause(syntax, trigger)
        .filter(|index| !dates(*index))
        .filter(|index| matches!(syntax.pos(*index), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Num | Pos::Adj))
        .map(|index| syntax.lemma(index).to_lowercase())
        .filter(|word| word.chars().count() > 1)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
