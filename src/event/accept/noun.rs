//! Which nouns without a light verb name events to list.

use super::{Verdict, named, rule, weighty};
use crate::event::article_events::Candidate;
use crate::event::clause::context::{Page, is_speech, verb_entry};
use crate::event::lexicon::{Class, lexicon};
use crate::event::trigger::sense;
use crate::language::{Dep, Tag};
use crate::model::{Kind, Modality};

pub(super) fn by_noun(page: &Page, candidate: &Candidate) -> Verdict {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let noun = trigger.head;
    let dated = candidate.own.is_some();
    // "after hours of talks" is as good as "after talks".
    let amount = syntax.head(noun).and_then(|of| syntax.head(of)).filter(|amount| sense::amount_of(syntax, *amount) == Some(noun));
    let place = amount.unwrap_or(noun);
    let head = syntax.head(place);
    let dep = syntax.dep(place);
    if trigger.class == Class::Weak {
        let modified = syntax.by(noun, &[Dep::Amod]).any(|child| lexicon().is("past-adjective", syntax.lower(child)));
        let own_date = dated && named(candidate) && (dep != Dep::Pobj || !subordinate_preposition(page, noun));
        // "The next decision is due on May 24".
        let due = dated && dep == Dep::Nsubj && head.is_some_and(|be| is_due(page, be));
        return rule("weak noun", own_date || due || (modified && named(candidate) && dep != Dep::Pobj));
    }
    let occasion = matches!(dep, Dep::Pobj | Dep::Dobj)
        && head.is_some_and(|preposition| lexicon().is("occasion-preposition", syntax.lower(preposition)));
    let plural_generic = syntax.tag(noun) == Tag::Nns
        && !(occasion && trigger.kind == Kind::Attack && on_something(page, noun))
        && syntax.by(noun, &[Dep::Det, Dep::Poss, Dep::Amod]).next().is_none()
        && !named(candidate)
        && !dated
        && !with_people(page, noun);
    if plural_generic {
        return rule("events in general", false);
    }
    let recent = syntax
        .by(noun, &[Dep::Amod])
        .any(|child| lexicon().is("past-adjective", syntax.lower(child)) || lexicon().is("planned-adjective", syntax.lower(child)));
    let subject = matches!(dep, Dep::Nsubj | Dep::Nsubjpass) && head.is_some_and(|verb| syntax.is_verb(verb) && !is_speech(syntax, verb));
    let any = syntax.by(noun, &[Dep::Det]).any(|child| lexicon().is("unspecific", syntax.lower(child)));
    if any || (candidate.modality == Modality::Hypothetical && !weighty(trigger.kind)) {
        return rule("unspecific noun", false);
    }
    if candidate.modality == Modality::Hypothetical {
        let kept = (trigger.kind == Kind::Deployment && (subject || dep == Dep::Attr || named(candidate)))
            || (named(candidate) && (subject || dated))
            // "regarding a possible meeting between Zelensky and Putin": who would meet is told.
            || (trigger.kind == Kind::Meeting && candidate.cast.roles.len() > 1);
        return rule("possible event by noun", kept);
    }
    let kept = dated
        || (recent && (named(candidate) || candidate.cast.place.is_some() || matches!(trigger.kind, Kind::Attack | Kind::Disaster)))
        || (occasion && trigger.kind == Kind::Meeting && candidate.cast.place.is_some())
        || (occasion && (named(candidate) || with_people(page, noun) || trigger.kind == Kind::Attack && on_something(page, noun)))
        || (subject && (named(candidate) || verb_tells(page, candidate, head)))
        || (named(candidate) && matches!(dep, Dep::Dobj | Dep::Attr | Dep::Conj) && trigger.kind != Kind::Agreement)
        // "jailed for eight years after a strike", "on top of a drought": one of which the text tells, whatever for. "By accident" is none.
        || (dep == Dep::Pobj && told_by_the_way(page, candidate, noun))
        || (trigger.kind == Kind::Deployment && matches!(dep, Dep::Attr | Dep::Nsubj | Dep::Nsubjpass));
    rule("event by noun", kept)
}

/// Whether a noun behind a preposition is one thing that happened: not what somebody talks about ("agreed on a truce"), not what something
/// was for ("a rehearsal for an attack"), and not what the verb above tells ("drones launched in an attack", "hosted them for a meeting").
fn told_by_the_way(page: &Page, candidate: &Candidate, noun: usize) -> bool {
    let (syntax, kind) = (page.syntax, candidate.trigger.kind);
    let Some(preposition) = syntax.head(noun).filter(|_| kind != Kind::Other && !subordinate_preposition(page, noun)) else { return false };
    let verb = syntax.head(preposition).filter(|verb| syntax.is_verb(*verb));
    let told_above = verb.and_then(|verb| verb_entry(syntax, verb)).is_some_and(|(above, _)| above == kind);
    let told_elsewhere = match syntax.lower(preposition) {
        "for" => kind != Kind::Meeting,
        "in" => kind == Kind::Attack,
        _ => false,
    };
    !told_above && !told_elsewhere && (named(candidate) || syntax.first(noun, &[Dep::Det]).is_some())
}

/// "is due on May 24": the verb of it.
fn is_due(page: &Page, be: usize) -> bool {
    let syntax = page.syntax;
    syntax.lemma(be) == "be"
        && syntax.by(be, &[Dep::Acomp]).any(|due| syntax.lower(due) == "due" && syntax.first(due, &[Dep::Xcomp]).is_none())
}

/// "talks with allied nations": nobody by name, yet an occasion.
fn with_people(page: &Page, noun: usize) -> bool {
    let syntax = page.syntax;
    syntax
        .by(noun, &[Dep::Prep])
        .filter(|index| matches!(syntax.lower(*index), "with" | "between"))
        .any(|index| syntax.object_of(index).is_some_and(|object| crate::actor::is_people(syntax.lower(object))))
}

/// "after missile attacks on the grid": what was attacked is told.
fn on_something(page: &Page, noun: usize) -> bool {
    page.syntax.by(noun, &[Dep::Prep]).any(|index| lexicon().is("target-preposition", page.syntax.lower(index)))
}

/// "a recent attack caused casualties", "multiple explosions were heard".
fn verb_tells(page: &Page, candidate: &Candidate, verb: Option<usize>) -> bool {
    let syntax = page.syntax;
    verb.is_some_and(|verb| !page.simple_present(verb) && !lexicon().is_state(syntax.lemma(verb))) && weighty(candidate.trigger.kind)
}

fn subordinate_preposition(page: &Page, noun: usize) -> bool {
    page.syntax.head(noun).is_some_and(|preposition| lexicon().is("topic-preposition", page.syntax.lower(preposition)))
}
