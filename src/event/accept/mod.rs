//! Which candidates a careful chronologist would list: happenings placed in time, not states, opinions or generic truths.

mod noun;
#[cfg(test)]
mod rules;
mod speech;
mod verb;

use self::noun::by_noun;
use self::verb::by_verb;
use crate::event::article_events::Candidate;
use crate::event::clause::arguments;
use crate::event::clause::context::Page;
use crate::event::lexicon::{Class, lexicon};
use crate::language::{Dep, Tag};
use crate::model::{BlockKind, Kind, Modality, Role};

/// What was decided about a candidate, and by which rule; `accept_rules.rs` lists all with examples that run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The rule's name.
    pub rule: &'static str,
    /// Whether it is an event to list.
    pub kept: bool,
}

/// A verdict by a rule.
pub(super) const fn rule(rule: &'static str, kept: bool) -> Verdict {
    Verdict { rule, kept }
}

/// Decides about one candidate: the first rule that has a say.
pub(crate) fn verdict(page: &Page, candidate: &Candidate) -> Verdict {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    if candidate.carried {
        return rule("carried by the verb below", false);
    }
    if page.block(trigger.head) == BlockKind::Metadata {
        return rule("metadata", false);
    }
    if page.quoted(trigger.head) {
        return rule("direct speech", in_quotation(page, candidate));
    }
    if page.block(trigger.head) != BlockKind::Paragraph {
        return rule("headline", in_heading(page, candidate));
    }
    let content = page.content_of(trigger.head).filter(|speech| *speech != trigger.head && Some(*speech) != trigger.light);
    if let Some(speech) = content {
        if let Some(kept) = denied(page, candidate, speech) {
            return rule("denied by someone", kept);
        }
        if !(candidate.own.is_some() || in_content(page, candidate, speech)) {
            return rule("only as content of a statement", false);
        }
    }
    match trigger.verb(syntax) {
        Some(verb) if trigger.light.is_some() || syntax.is_verb(trigger.head) => by_verb(page, candidate, verb),
        _ => by_noun(page, candidate),
    }
}

pub(super) fn acts(candidate: &Candidate) -> bool {
    candidate.cast.roles.iter().any(|(_, role)| matches!(role, Role::Agent | Role::Speaker))
}

/// Whether someone takes part whom the text names, or has told of before.
pub(super) fn named(candidate: &Candidate) -> bool {
    !candidate.cast.roles.is_empty() || candidate.cast.refers_back
}

/// Kinds that a reader wants even if only possible.
pub(super) const fn weighty(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Attack
            | Kind::Deployment
            | Kind::Meeting
            | Kind::Agreement
            | Kind::Sanction
            | Kind::Election
            | Kind::Aid
            | Kind::Protest
            | Kind::Rejection
            | Kind::Appointment
            | Kind::Legal
            | Kind::Disaster
    )
}

/// Direct speech: only what it places in time itself, or tells by itself as done by or to somebody with a name.
fn in_quotation(page: &Page, candidate: &Candidate) -> bool {
    let state = lexicon().is_state(page.syntax.lemma(candidate.trigger.head));
    let verb = candidate.trigger.verb(page.syntax);
    // "We demanded an explanation": what was asked, refused or promised before.
    let told = candidate.trigger.class == Class::Speech && acts(candidate) && verb.is_some_and(|verb| page.syntax.tag(verb) == Tag::Vbd);
    // "The union left the talks. It struck on": a sentence of the quotation that tells an act.
    let done = |verb: usize| is_done(page, verb) && matches!(page.syntax.dep(verb), Dep::Root | Dep::Conj);
    let narrated = candidate.trigger.class == Class::Act && named(candidate) && verb.is_some_and(done);
    (candidate.own.is_some() || (told || narrated) && candidate.modality == Modality::Happened)
        && !state
        && candidate.modality != Modality::Hypothetical
        && verb.is_some()
}

/// Headlines: a finite verb, or "to" with an infinitive, and an actor.
fn in_heading(page: &Page, candidate: &Candidate) -> bool {
    let syntax = page.syntax;
    let Some(verb) = candidate.trigger.verb(syntax) else { return false };
    let headline = matches!(syntax.tag(verb), Tag::Vbz | Tag::Vbp | Tag::Vbd | Tag::Vb) || arguments::is_passive(syntax, verb);
    headline
        && (named(candidate) || weighty(candidate.trigger.kind) && syntax.tag(verb) != Tag::Vb)
        && !lexicon().is_state(syntax.lemma(verb))
        && syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_some()
        && matches!(syntax.dep(verb), Dep::Root | Dep::Conj | Dep::Ccomp)
}

/// Whether the subject of a verb may be whoever says it: "it would ballot members".
fn of_speaker(page: &Page, verb: usize) -> bool {
    arguments::subject(page.syntax, verb, 0).is_some_and(|subject| lexicon().is("speaker-again", page.syntax.lower(subject)))
}

/// "No one was killed", "no contract has been signed": whether a verb is told of nobody or nothing.
pub(super) fn of_nobody(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let no = |subject: usize| syntax.by(subject, &[Dep::Det]).any(|det| syntax.lower(det) == "no");
    arguments::subject(syntax, verb, 0).is_some_and(|subject| lexicon().is("nobody", syntax.lower(subject)) || no(subject))
}

/// Whether the subject is "they": several of whom one speaks.
fn of_them(page: &Page, verb: usize) -> bool {
    arguments::subject(page.syntax, verb, 0).is_some_and(|subject| page.syntax.lower(subject) == "they")
}

/// "denied that it had ignored the warnings": what is denied is told by the denial. `None` for what nobody denies.
fn denied(page: &Page, candidate: &Candidate, speech: usize) -> Option<bool> {
    let syntax = page.syntax;
    let verb = candidate.trigger.verb(syntax).filter(|verb| arguments::is_finite(syntax, *verb) && !page.simple_present(*verb))?;
    let so = candidate.modality == Modality::Negated && syntax.is_verb(speech) && lexicon().is("denial", syntax.lemma(speech));
    let trigger = candidate.trigger;
    let told = weighty(trigger.kind) || trigger.light.is_some() || trigger.class == Class::Speech || of_speaker(page, verb);
    so.then(|| acts(candidate) || told && candidate.cast.has_subject)
}

/// "said the site will be sold", "donors might suspend their funding", "urged it to meet": in the content of a statement, acts of a kind of
/// their own, whatever their modality, and plans of any kind.
fn acts_told(page: &Page, candidate: &Candidate, verb: Option<usize>) -> bool {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let Some(verb) = verb else { return false };
    let told = match candidate.modality {
        Modality::Happened | Modality::Negated => is_told_in_the_past(page, verb),
        // "European leaders buying a war": no clause of its own.
        Modality::Planned | Modality::Hypothetical => syntax.tag(verb) != Tag::Vbg || page.progressive(verb),
    };
    // "Land could form part of it": what nobody does says little.
    let telling = trigger.class == Class::Act && (trigger.kind != Kind::Other || acts(candidate) || candidate.own.is_some());
    let plan = candidate.modality == Modality::Planned && syntax.dep(verb) != Dep::Relcl;
    told && (telling || plan) && (candidate.cast.has_subject || named(candidate))
}

/// Whether a verb has a tense that tells what was done.
fn is_told_in_the_past(page: &Page, verb: usize) -> bool {
    arguments::is_finite(page.syntax, verb) && !page.simple_present(verb) && !page.progressive(verb)
}

/// Whether a verb tells in the past, or as a participle of it, what was done: "left", "was taken", "have left".
pub(super) fn is_done(page: &Page, verb: usize) -> bool {
    is_told_in_the_past(page, verb) && matches!(page.syntax.tag(verb), Tag::Vbd | Tag::Vbn)
}

/// The content of a statement without a date of its own: weighty acts by or to someone named, told as done or as planned.
fn in_content(page: &Page, candidate: &Candidate, speech: usize) -> bool {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let verb = trigger.verb(syntax);
    if verb.is_some_and(|verb| page.habitual(verb)) {
        return false;
    }
    if !syntax.is_verb(speech) {
        // "Russia's view that ...": an opinion.
        return false;
    }
    // "said it would ask the court to annul the vote", "said that Berlin had requested the mission".
    if trigger.class == Class::Speech {
        let past = verb.is_some_and(|verb| !page.simple_present(verb) && !page.progressive(verb));
        return match candidate.modality {
            Modality::Planned => acts(candidate) && trigger.kind != Kind::Statement,
            Modality::Happened => past && candidate.cast.has_subject,
            _ => false,
        };
    }
    if verb.is_none() {
        return trigger.class == Class::Strong && (named(candidate) || candidate.cast.place.is_some() || trigger.kind == Kind::Deployment);
    }
    if acts_told(page, candidate, verb) {
        return true;
    }
    // "claims that her passport was taken away from her": no kind of its own, but done by or to somebody with a name.
    let narrated = trigger.class == Class::Weak && candidate.modality == Modality::Happened && named(candidate);
    if narrated && verb.is_some_and(|verb| is_done(page, verb) && matches!(syntax.dep(verb), Dep::Ccomp | Dep::Conj)) {
        return true;
    }
    // "added that no agreement had been reached".
    let undone = candidate.modality == Modality::Negated
        && trigger.class != Class::Weak
        && verb.is_some_and(|verb| arguments::is_passive(syntax, verb) && of_nobody(page, verb));
    let told = match candidate.modality {
        Modality::Happened => verb.is_some_and(|verb| !page.simple_present(verb) && !page.progressive(verb)),
        Modality::Planned => true,
        // "said that no talks would be held": a plan denied. What merely was not done, or will not be accepted, is no event.
        Modality::Negated => {
            let planned = matches!(
                trigger.kind,
                Kind::Economy
                    | Kind::Deployment
                    | Kind::Meeting
                    | Kind::Election
                    | Kind::Aid
                    | Kind::Sanction
                    | Kind::Appointment
                    | Kind::Legal
            );
            // "said they had not held talks".
            let own = trigger.class != Class::Weak
                && verb.is_some_and(|verb| page.past_perfect(verb) && (of_speaker(page, verb) || of_them(page, verb)));
            own || planned && verb.is_some_and(|verb| page.looks_ahead(verb)) || undone
        }
        Modality::Hypothetical => {
            // "warned that it could hold a drill", "threatened to go on strike": a threat of its own.
            let threatened = lexicon().verb(syntax.lemma(speech)).is_some_and(|(kind, _)| kind == Kind::Warning) && acts(candidate);
            let told = |verb: usize| arguments::is_finite(syntax, verb) || threatened && syntax.dep(verb) == Dep::Xcomp;
            (trigger.kind == Kind::Deployment && named(candidate) || threatened) && verb.is_some_and(told)
        }
    };
    // "said that 63 people had taken part": counted, if not named.
    let counted = verb.is_some_and(|verb| {
        let patient = arguments::arguments(syntax, verb).patient;
        arguments::is_finite(syntax, verb) && patient.is_some_and(|patient| syntax.first(patient, &[Dep::Nummod]).is_some())
    });
    let counted = counted && matches!(candidate.modality, Modality::Happened | Modality::Planned);
    told && weighty(trigger.kind) && (named(candidate) || counted || undone)
}
