//! The date of an event: of its own clause, of an event that it takes up, of the occasion or the story that it belongs to, or
//! the article's.

pub(super) mod anchor;
mod before;
mod beside;
mod by_occasion;
mod distance;
mod handed_on;
pub(super) mod own_anchor;
pub(super) mod polling_day;
pub(super) mod sections;
#[cfg(test)]
mod tests;

use self::anchor::Anchored;
use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::lexicon::{Class, lexicon};
use crate::event::taking_part::is_said;
use crate::language::{Dep, Tag};
use crate::model::words::edtf_words;
use crate::model::{Basis, BlockKind, Edtf, Kind, Modality, Precision, Published, Role, Span, When};
use crate::time::{Stance, when_reported};
use chrono::TimeDelta;

/// The longest time between news and the article that tells it, in days.
const NEWS: i64 = 2;

impl Reader<'_, '_, '_> {
    pub(super) fn date(&mut self, candidate: &Candidate) -> (When, Option<Span>, bool) {
        let block = self.page.block_number(candidate.trigger.head);
        let published = self.page.article.published.as_ref();
        // "postponed the meeting until July", "put off a decision to 19 June": a day to come is not that of what has happened.
        let to_come = |own: &Anchored| {
            let past =
                candidate.trigger.verb(self.page.syntax).is_some_and(|verb| matches!(self.page.syntax.tag(verb), Tag::Vbd | Tag::Vbn));
            let ends = own.when.bounds().latest.zip(published.and_then(|published| published.date.bounds().latest));
            let open = matches!(own.when.edtf, Edtf::Interval { from: None, .. }) || self.lies_ahead(&own.when);
            past && candidate.modality == Modality::Happened && open && ends.is_some_and(|(end, day)| end > day)
        };
        if let Some(own) = candidate.own.as_ref().filter(|own| !to_come(own)) {
            let told =
                candidate.modality == Modality::Happened && !is_said(candidate.trigger.kind) && !self.page.quoted(candidate.trigger.head);
            // "the board, which met on Monday night": the story does not go on from there.
            let aside = candidate.trigger.verb(self.page.syntax).is_some_and(|verb| self.page.syntax.dep(verb) == Dep::Relcl);
            if told && !aside && own.when.precision() <= Precision::Day && is_past(&own.when, published) {
                self.running = Some((block, own.clone()));
            }
            if told && !aside {
                self.note_news(candidate, own);
            }
            let when = self.going_on(self.closed(own.when.clone(), candidate), candidate);
            return (ahead(when, candidate.modality, published), Some(own.span), false);
        }
        if let Some(taken) = self.event_taken_up(candidate.trigger) {
            let goes_on = candidate.modality == Modality::Happened && is_past(&taken.0, published) && self.goes_on(candidate);
            if let Some(span) = taken.1.filter(|_| goes_on) {
                self.running = Some((block, Anchored { when: taken.0.clone(), span }));
            }
            let why = once("", &taken.0.why, "; taken from the event told before");
            return (When { why, ..taken.0 }, taken.1, true);
        }
        let beside = self.told_on(candidate).or_else(|| self.within_hours(candidate)).or_else(|| self.on_the_eve(candidate));
        if let Some(told) = beside.or_else(|| self.inside_dated(candidate)).or_else(|| self.handed_on(candidate)) {
            return told;
        }
        let occasion = self.occasion(candidate);
        // In a look back the story goes on over the end of a paragraph, with what was said as well.
        let looks_back = self.page.looks_back && self.told_as_past(candidate) && !self.page.quoted(candidate.trigger.head);
        let running = self.running.as_ref().filter(|(at, _)| looks_back || *at == block && self.goes_on(candidate));
        // What this paragraph has come to counts more than what another told of the same people.
        if let Some((_, running)) = running.filter(|_| occasion.as_ref().is_none_or(|(_, at)| *at != block)) {
            let why = once("the story goes on from ", &running.when.why, "");
            return (When { why, ..running.when.clone() }, Some(running.span), true);
        }
        if let Some(section) = self.under_date(candidate) {
            return section;
        }
        if let Some((occasion, _)) = occasion {
            let why = once("told with what ", &occasion.when.why, " dates");
            return (When { why, ..occasion.when }, Some(occasion.span), true);
        }
        let stance = match candidate.modality {
            Modality::Planned | Modality::Hypothetical => Stance::Future,
            // "It would not close any factory": what is denied lies ahead.
            Modality::Negated if candidate.trigger.verb(self.page.syntax).is_some_and(|verb| self.page.looks_ahead(verb)) => Stance::Future,
            // "Its panel never met": at no time until now.
            Modality::Negated if candidate.trigger.verb(self.page.syntax).is_some_and(|verb| self.page.never(verb)) => Stance::Past,
            _ if looks_back || self.page.background(candidate.trigger, candidate.modality) => Stance::Past,
            _ => Stance::News,
        };
        // Before a court they speak on the day of the sentence; and where nothing is told of the article's own day, all do on that of the news.
        let speak =
            (self.news_of_court || self.morning_paper()) && self.told_as_past(candidate) && !self.page.quoted(candidate.trigger.head);
        if let Some(news) = self.news.as_ref().filter(|_| stance == Stance::News && (speak || self.goes_on(candidate))) {
            let why = format!("no time is told; the article's news is of {}", edtf_words(&news.when.edtf));
            return (When { why, ..news.when.clone() }, Some(news.span), true);
        }
        if let Some(plan) = self.planned_beside(candidate) {
            return plan;
        }
        (when_reported(published, stance), None, false)
    }

    /// "22 May: The court accuses him": what stands in a section of a chronology was then, unless it was over by then or still to come.
    fn under_date(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let section = self.page.section(candidate.trigger.head)?;
        let why = format!("it stands under {}", section.when.why);
        let verb = candidate.trigger.verb(syntax);
        let to_come = matches!(candidate.modality, Modality::Planned | Modality::Hypothetical)
            || candidate.modality == Modality::Negated && verb.is_some_and(|verb| self.page.looks_ahead(verb));
        let edtf = match section.when.edtf {
            Edtf::On(day) if to_come => Edtf::since(day),
            Edtf::On(day) if self.page.background(candidate.trigger, candidate.modality) => Edtf::until(day),
            edtf => edtf,
        };
        Some((When { edtf, basis: Basis::Relative, why }, Some(section.span), true))
    }

    /// "A court sentenced him yesterday", in the first paragraph: what the article goes on to tell was yesterday as well.
    fn note_news(&mut self, candidate: &Candidate, own: &Anchored) {
        let syntax = self.page.syntax;
        let blocks = &self.page.article.blocks;
        let lead =
            blocks.iter().position(|block| block.kind == BlockKind::Paragraph) == Some(self.page.block_number(candidate.trigger.head));
        let main =
            candidate.trigger.verb(syntax).is_some_and(|verb| matches!(syntax.dep(syntax.first_conjunct(verb)), Dep::Root | Dep::Ccomp));
        let day = own.when.bounds().earliest.zip(own.when.bounds().latest).filter(|(from, to)| *to - *from <= TimeDelta::days(1));
        let published = self.page.article.published.as_ref().and_then(|published| published.date.bounds().earliest);
        let Some(((day, _), published)) = day.zip(published).filter(|_| lead && main && self.news.is_none()) else { return };
        if (1..=NEWS).contains(&(published.date() - day.date()).num_days()) {
            self.news_of_court = candidate.trigger.kind == Kind::Legal;
            self.news = Some(Anchored { when: When { edtf: Edtf::day(day.date()), ..own.when.clone() }, span: own.span });
        }
    }

    /// Whether the news is of yesterday, and nothing in the text of the article's own day.
    fn morning_paper(&self) -> bool {
        let news = self.news.as_ref().and_then(|news| news.when.bounds().earliest);
        let published = self.page.article.published.as_ref().and_then(|published| published.date.bounds().earliest);
        !self.tells_today && news.zip(published).is_some_and(|(news, day)| (day.date() - news.date()).num_days() == 1)
    }

    /// A headline tells the news of the first paragraph: it was on its day.
    pub(super) fn date_headlines(&mut self) {
        let Some(news) = &self.news else { return };
        for (event, _, head) in &mut self.out {
            let headline = self.page.block(*head) == BlockKind::Title && event.modality == Modality::Happened;
            if headline && event.when.basis == Basis::Reported && matches!(event.when.edtf, Edtf::On(_)) {
                let why = format!("no time is told; the article's news is of {}", edtf_words(&news.when.edtf));
                event.when = When { why, ..news.when.clone() };
                event.mention.time = Some(news.span);
            }
        }
    }

    /// The day on which the same actor acted or spoke, told before in this article: what is told of it next in the simple past
    /// belongs to that occasion, if it is the article's news (at most a week before it).
    fn occasion(&self, candidate: &Candidate) -> Option<(Anchored, usize)> {
        let published = self.page.article.published.as_ref()?.date.bounds().earliest?;
        if !self.told_as_past(candidate) || self.page.background(candidate.trigger, candidate.modality) {
            return None;
        }
        // Before a court whoever is judged takes part as much as who judges.
        let takes_part =
            |role: Role, kind: Kind| matches!(role, Role::Agent | Role::Speaker) || kind == Kind::Legal && role == Role::Patient;
        let own = candidate.cast.roles.iter().filter(|(_, role)| takes_part(*role, candidate.trigger.kind));
        let actors: Vec<usize> = own.map(|(actor, _)| *actor).collect();
        let news = |event: &LocalEvent| {
            let day = event.when.bounds();
            day.earliest
                .zip(day.latest)
                .is_some_and(|(from, to)| to - from <= TimeDelta::days(1) && from <= published && published - from <= TimeDelta::days(7))
        };
        let block = self.page.block_number(candidate.trigger.head);
        // "He pledged to go": said, whatever kind of event a promise is.
        let said = is_said(candidate.trigger.kind) || candidate.trigger.class == Class::Speech;
        let (event, at, _) = self.out.iter().rev().find(|(event, at, head)| {
            // "stepped down on Thursday, a week after it recalled its hams": what else it did was on Thursday.
            let aside = *at != block && matches!(self.page.syntax.dep(*head), Dep::Advcl | Dep::Relcl | Dep::Acl | Dep::Pcomp);
            let court = event.kind == Kind::Legal && event.evidence.date_taken_up;
            // "Afterwards she declared ... She dismissed ...": in the same paragraph.
            let carried = *at == block && event.evidence.date_taken_up;
            (event.evidence.dated || court || carried)
                && !aside
                && event.modality == Modality::Happened
                // What someone says he need not say on the day on which he acts, unless he meets someone.
                && (said == is_said(event.kind) || said && event.kind == Kind::Meeting)
                && event.participants.iter().any(|(other, role)| actors.contains(other) && takes_part(*role, event.kind))
                // What another paragraph told of long ago does not keep the news from going on.
                && (*at == block || news(event))
        })?;
        // "In a speech on 17 March he said ... He did not threaten war": however long ago, if the paragraph goes on with it.
        let goes_on = *at == block && said && is_said(event.kind) && event.when.precision() <= Precision::Day;
        let found = || Anchored { when: event.when.clone(), span: event.mention.time.unwrap_or(event.mention.trigger) };
        (news(event) || goes_on).then(|| (found(), *at))
    }

    /// Whether a clause tells what happened, or did not, in the simple past.
    fn told_as_past(&self, candidate: &Candidate) -> bool {
        let syntax = self.page.syntax;
        let Some(verb) = candidate.trigger.verb(syntax) else { return false };
        let helped = |by: &[Dep], words: &[&str]| syntax.by(verb, by).any(|aux| words.contains(&syntax.lower(aux)));
        match candidate.modality {
            Modality::Happened | Modality::Negated if syntax.tag(verb) == Tag::Vbd => true,
            Modality::Happened | Modality::Negated if syntax.tag(verb) == Tag::Vbn => helped(&[Dep::Auxpass], &["was", "were"]),
            Modality::Negated => syntax.tag(verb) == Tag::Vb && helped(&[Dep::Aux], &["did"]),
            _ => false,
        }
    }

    /// Whether a clause carries a dated story on: told in the simple past, not said by anyone.
    fn goes_on(&self, candidate: &Candidate) -> bool {
        self.told_as_past(candidate) && !is_said(candidate.trigger.kind) && !self.page.quoted(candidate.trigger.head)
    }

    /// "said that it had sent three notes since August": all of them by the article's day. "Has boycotted it since August" has no end.
    fn closed(&self, when: When, candidate: &Candidate) -> When {
        let syntax = self.page.syntax;
        let Edtf::Interval { from: Some(from), to: None } = when.edtf else { return when };
        let Some(Edtf::On(day)) = self.page.article.published.as_ref().map(|published| published.date) else { return when };
        let verb = candidate.trigger.verb(syntax).filter(|_| candidate.modality == Modality::Happened);
        let done = verb.is_some_and(|verb| {
            let passive = syntax.by(verb, &[Dep::Auxpass]).next().is_some();
            self.page.past_perfect(verb) && !passive && !lexicon().is_state(syntax.lemma(verb))
        });
        let ends = from.unit.bounds().earliest < day.unit.bounds().earliest;
        if done && ends { When { edtf: Edtf::Interval { from: Some(from), to: Some(day) }, ..when } } else { when }
    }

    /// "the search will continue until Friday": from the article's day on.
    fn going_on(&self, when: When, candidate: &Candidate) -> When {
        let syntax = self.page.syntax;
        let Edtf::Interval { from: None, to: Some(end) } = when.edtf else { return when };
        let Some(Edtf::On(day)) = self.page.article.published.as_ref().map(|published| published.date) else { return when };
        let goes_on = candidate.trigger.verb(syntax).is_some_and(|verb| lexicon().is("going-on", syntax.lemma(verb)));
        let open = candidate.modality == Modality::Planned && day.unit.bounds().earliest < end.unit.bounds().earliest;
        if goes_on && open { When { edtf: Edtf::Interval { from: Some(day), to: Some(end) }, ..when } } else { when }
    }
}

/// A reason put into words, unless it is put so already (a date may be handed on more than once) or says that no words tell it.
fn once(before: &str, why: &str, after: &str) -> String {
    let so_already = why.starts_with(before) && why.ends_with(after);
    if so_already || why.starts_with("no time is told") { why.to_owned() } else { format!("{before}{why}{after}") }
}

/// What is planned, possible or denied "by the end of June", if that is still to come, lies between the article's day and that end.
fn ahead(when: When, modality: Modality, published: Option<&Published>) -> When {
    let Edtf::OneOf { from: None, to: Some(end) } = when.edtf else { return when };
    // "It did not intend to close any site before 2022": so does what is denied.
    if modality == Modality::Happened {
        return when;
    }
    let Edtf::OneOf { from: Some(day), .. } = when_reported(published, Stance::Future).edtf else { return when };
    let after = Edtf::On(end).bounds().latest > Edtf::On(day).bounds().latest;
    if after { When { edtf: Edtf::OneOf { from: Some(day), to: Some(end) }, ..when } } else { when }
}

pub(super) fn is_past(when: &When, published: Option<&Published>) -> bool {
    let Some(published) = published else { return true };
    match (when.bounds().latest, published.date.bounds().latest) {
        (Some(end), Some(day)) => end < day && when.edtf != Edtf::Unknown,
        _ => false,
    }
}

/// Whether an event was over a month or more before the article appeared.
pub(super) fn is_long_past(when: &When, published: Option<&Published>) -> bool {
    let end = when.bounds().latest.filter(|_| when.bounds().earliest.is_some());
    let day = published.and_then(|published| published.date.bounds().earliest);
    end.zip(day).is_some_and(|(end, day)| day - end > TimeDelta::days(30))
}
