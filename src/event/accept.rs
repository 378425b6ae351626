//! Which candidates a careful chronologist would list: happenings placed in time, not states, opinions or generic truths.

use super::article_events::Candidate;
use super::context::{Page, is_speech};
use super::lexicon::{Class, lexicon};
use super::participants::is_said;
use crate::language::{Dep, Tag};
use crate::model::{BlockKind, Kind, Modality, Role};

/// Decides about one candidate.
pub(crate) fn accepted(page: &Page, candidate: &Candidate) -> bool {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    if candidate.carried || page.block(trigger.head) == BlockKind::Metadata {
        return false;
    }
    if page.quoted(trigger.head) {
        return in_quotation(page, candidate);
    }
    if page.block(trigger.head) != BlockKind::Paragraph {
        return in_heading(page, candidate);
    }
    let content = page.content_of(trigger.head).filter(|speech| *speech != trigger.head && Some(*speech) != trigger.light);
    if let Some(speech) = content
        && !(candidate.own.is_some() || in_content(page, candidate, speech))
    {
        return false;
    }
    match trigger.verb(syntax) {
        Some(verb) if trigger.light.is_some() || syntax.is_verb(trigger.head) => by_verb(page, candidate, verb),
        _ => by_noun(page, candidate),
    }
}

fn acts(candidate: &Candidate) -> bool {
    candidate.cast.roles.iter().any(|(_, role)| matches!(role, Role::Agent | Role::Speaker))
}

fn named(candidate: &Candidate) -> bool {
    !candidate.cast.roles.is_empty()
}

/// Kinds that a reader wants even if only possible.
const fn weighty(kind: Kind) -> bool {
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

/// Direct speech: only what it places in time itself.
fn in_quotation(page: &Page, candidate: &Candidate) -> bool {
    let state = lexicon().is_state(page.syntax.lemma(candidate.trigger.head));
    candidate.own.is_some() && !state && candidate.modality != Modality::Hypothetical && candidate.trigger.verb(page.syntax).is_some()
}

/// Headlines: a finite verb, or "to" with an infinitive, and an actor.
fn in_heading(page: &Page, candidate: &Candidate) -> bool {
    let syntax = page.syntax;
    let Some(verb) = candidate.trigger.verb(syntax) else { return false };
    let headline = matches!(syntax.tag(verb), Tag::Vbz | Tag::Vbp | Tag::Vbd | Tag::Vb) || super::arguments::is_passive(syntax, verb);
    headline
        && (named(candidate) || weighty(candidate.trigger.kind))
        && !lexicon().is_state(syntax.lemma(verb))
        && syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_some()
        && matches!(syntax.dep(verb), Dep::Root | Dep::Conj | Dep::Ccomp)
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
    if trigger.class == Class::Speech {
        return named(candidate)
            && candidate.modality == Modality::Happened
            && verb.is_some_and(|verb| !page.simple_present(verb) && !page.progressive(verb))
            && acts(candidate);
    }
    if verb.is_none() {
        return trigger.class == Class::Strong && (named(candidate) || candidate.cast.place.is_some() || trigger.kind == Kind::Deployment);
    }
    let told = match candidate.modality {
        Modality::Happened => verb.is_some_and(|verb| !page.simple_present(verb) && !page.progressive(verb)),
        Modality::Planned => true,
        Modality::Negated => false,
        Modality::Hypothetical => {
            trigger.kind == Kind::Deployment && named(candidate) && verb.is_some_and(|verb| super::arguments::is_finite(syntax, verb))
        }
    };
    // "said that 63 people had been detained": counted, if not named.
    let counted = verb.is_some_and(|verb| {
        let patient = super::arguments::arguments(syntax, verb).patient;
        super::arguments::is_finite(syntax, verb) && patient.is_some_and(|patient| syntax.first(patient, &[Dep::Nummod]).is_some())
    });
    told && weighty(trigger.kind) && (named(candidate) || counted && candidate.modality == Modality::Happened)
}

fn by_verb(page: &Page, candidate: &Candidate, verb: usize) -> bool {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let subject = super::arguments::subject(syntax, verb, 0);
    let personal = subject.is_some_and(|subject| lexicon().is("impersonal", syntax.lower(subject)));
    if matches!(syntax.tag(verb), Tag::Vb) && syntax.head(verb).is_none() && subject.is_none() {
        return false;
    }
    if embedded_question(page, verb) {
        return false;
    }
    if charged_with(page, verb) || (purpose(page, verb) && trigger.light.is_none() && candidate.own.is_none()) {
        return false;
    }
    // "as stated by the ministry", "according to ...": still a statement. "including", "regarding" are prepositions.
    if trigger.class == Class::Speech || (trigger.light.is_some() && is_said(trigger.kind)) {
        return by_speech(page, candidate, verb, personal);
    }
    let bare_participle = syntax.dep(verb) == Dep::Acl
        && trigger.light.is_none()
        && candidate.own.is_none()
        && !super::arguments::is_main_participle(syntax, verb);
    if bare_participle && !acts(candidate) {
        return false;
    }
    if lexicon().is_state(syntax.lemma(verb)) && trigger.light.is_none() && trigger.class == Class::Weak {
        return false;
    }
    let dated = candidate.own.is_some();
    let present = (page.simple_present(verb) || page.progressive(verb)) && trigger.light.is_none();
    if present && !dated && !(page.progressive(verb) && weighty(trigger.kind) && acts(candidate)) {
        return candidate.modality == Modality::Hypothetical
            && weighty(trigger.kind)
            && acts(candidate)
            && syntax.by(verb, &[Dep::Mark]).any(|index| syntax.lower(index) == "if");
    }
    if page.habitual(verb) && !dated {
        return false;
    }
    match candidate.modality {
        Modality::Hypothetical => {
            let reduced = matches!(syntax.dep(verb), Dep::Acl | Dep::Relcl) && !super::arguments::is_finite(syntax, verb);
            (weighty(trigger.kind) || (dated && trigger.class != Class::Weak) || (dated && acts(candidate)))
                && !reduced
                && (named(candidate) || dated || trigger.kind == Kind::Deployment)
                && hypothetical_worth(page, candidate, verb)
        }
        Modality::Negated => (named(candidate) && (trigger.class != Class::Weak || dated)) && !nonfinite_complement(page, verb),
        // "About 1,200 workers are to be laid off": to whom it will happen is told, if without a name.
        Modality::Planned if weighty(trigger.kind) && super::arguments::is_passive(syntax, verb) => match trigger.light {
            Some(_) => trigger.class == Class::Strong,
            None => trigger.class == Class::Act && candidate.cast.has_subject,
        },
        Modality::Planned => (named(candidate) || dated) && (trigger.class != Class::Weak || dated || acts(candidate)),
        Modality::Happened => {
            if trigger.class == Class::Weak {
                let finite = super::arguments::is_finite(syntax, verb);
                // "Rescue teams pulled a girl from the rubble on Friday evening": nobody by name, but told with its day.
                let told = finite && dated && candidate.cast.has_subject && !personal && syntax.first(verb, &[Dep::Dobj]).is_some();
                return dated && named(candidate) || (finite && acts(candidate) || told) && main_clause(page, verb);
            }
            let weighty_and_told = weighty(trigger.kind) && candidate.cast.has_subject;
            // "The pound fell to its lowest level": markets have no names.
            let economic =
                trigger.kind == Kind::Economy && syntax.tag(verb) == Tag::Vbd && candidate.cast.has_subject && main_clause(page, verb);
            named(candidate) || dated || weighty_and_told || economic
        }
    }
}

/// "which countries have committed troops": asked, not told.
fn embedded_question(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let asks = |subject: usize| {
        matches!(syntax.tag(subject), Tag::Wp) || syntax.by(subject, &[Dep::Det]).any(|det| matches!(syntax.tag(det), Tag::Wdt | Tag::Wp))
    };
    matches!(syntax.dep(verb), Dep::Pcomp | Dep::Ccomp) && syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).any(asks)
}

fn nonfinite_complement(page: &Page, verb: usize) -> bool {
    page.syntax.dep(verb) == Dep::Pcomp
}

/// Possible acts: worth listing if someone threatens, expects or may do them, not if they are only thought of.
fn hypothetical_worth(page: &Page, candidate: &Candidate, verb: usize) -> bool {
    let syntax = page.syntax;
    let finite = super::arguments::is_finite(syntax, verb);
    let expected = syntax.dep(verb) == Dep::Xcomp && syntax.head(verb).is_some_and(|head| lexicon().is("foretelling", syntax.lemma(head)));
    let dated = candidate.own.is_some();
    let sure = candidate.trigger.class != Class::Weak || (dated && expected);
    (finite && (acts(candidate) || dated) || expected) && sure
}

/// "charged with accepting bribes", "criticised for failing to act": what someone is held to have done.
fn charged_with(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let blamed = |outer: usize| lexicon().is("blaming", syntax.lemma(outer));
    syntax.dep(verb) == Dep::Pcomp && syntax.head(verb).and_then(|preposition| syntax.head(preposition)).is_some_and(blamed)
}

/// "met to discuss the crisis": what something was done for, and not told as done.
fn purpose(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let infinitive = syntax.tag(verb) == Tag::Vb && syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.lower(aux) == "to");
    let plain = syntax.head(verb).is_some_and(|head| {
        syntax.is_verb(head)
            && !is_speech(syntax, head)
            && !lexicon().is_state(syntax.lemma(head))
            && !matches!(syntax.lemma(head), "become" | "take")
    });
    infinitive && plain && syntax.dep(verb) == Dep::Advcl
}

fn main_clause(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let mut at = verb;
    for _ in 0..4 {
        match syntax.dep(at) {
            Dep::Conj => match syntax.head(at) {
                Some(head) => at = head,
                None => return true,
            },
            Dep::Root | Dep::Ccomp | Dep::Parataxis | Dep::Advcl => return true,
            _ => return super::arguments::is_main_participle(syntax, at),
        }
    }
    false
}

fn by_speech(page: &Page, candidate: &Candidate, verb: usize, personal: bool) -> bool {
    let syntax = page.syntax;
    if personal && !super::arguments::is_passive(syntax, verb) && !acts(candidate) {
        return false;
    }
    if matches!(candidate.modality, Modality::Hypothetical) {
        // Only what someone is expected to say.
        return acts(candidate)
            && syntax.dep(verb) == Dep::Xcomp
            && syntax.head(verb).is_some_and(|head| lexicon().is("expected-saying", syntax.lemma(head)))
            && candidate.trigger.kind != Kind::Statement;
    }
    let attributive = matches!(syntax.dep(verb), Dep::Relcl | Dep::Acl) && !super::arguments::is_finite(syntax, verb);
    if attributive && candidate.own.is_none() && !acts(candidate) {
        return false;
    }
    let speaker = candidate.cast.roles.iter().any(|(_, role)| *role == Role::Speaker);
    if speaker || acts(candidate) {
        // "what he described as": no statement of its own.
        let fused =
            syntax.dep(verb) == Dep::Pcomp && syntax.by(verb, &[Dep::Dobj, Dep::Nsubj]).any(|index| matches!(syntax.tag(index), Tag::Wp));
        return !fused;
    }
    let finite = super::arguments::is_finite(syntax, verb);
    let inanimate = super::arguments::subject(syntax, verb, 0).is_some_and(|subject| {
        !page.quoted(subject) && lexicon().is("inanimate", syntax.lower(subject)) && !super::arguments::is_passive(syntax, verb)
    });
    let described = super::arguments::subject(syntax, verb, 0).is_some_and(|subject| describes_people(page, subject));
    let passive = super::arguments::is_passive(syntax, verb);
    // Whoever demands, warns, accuses or rejects: a group, or someone the article does not name, does it to someone named.
    let group = super::arguments::subject(syntax, verb, 0).is_some_and(|subject| {
        !page.quoted(subject)
            && (matches!(syntax.tag(subject), Tag::Nns | Tag::Nnp | Tag::Nnps) || syntax.is_noun(subject) && named(candidate))
    });
    if finite && group && !inanimate && !passive && candidate.trigger.kind != Kind::Statement && !page.simple_present(verb) {
        return true;
    }
    // "The deal has been rejected": by whom may stay open, unlike with words merely said.
    let rejected = passive && finite && candidate.trigger.kind != Kind::Statement && !page.simple_present(verb);
    if rejected && candidate.modality == Modality::Happened {
        return true;
    }
    finite
        && !inanimate
        && (described
            || (passive && (candidate.own.is_some() || lexicon().is("said-by-nobody", syntax.lemma(verb))))
            || candidate.own.is_some())
}

/// "some", "officials", "the statement": people or their words.
fn describes_people(page: &Page, subject: usize) -> bool {
    let syntax = page.syntax;
    let lower = syntax.lower(subject);
    if crate::actor::is_role(syntax.lemma(subject)) && syntax.by(subject, &[Dep::Det, Dep::Poss, Dep::Compound, Dep::Amod]).next().is_some()
    {
        return true;
    }
    let quantity = lexicon().is("sayer", lower);
    // "the health ministry", "the army", "prosecutors"
    let body = crate::actor::is_body(lower) && syntax.by(subject, &[Dep::Det, Dep::Poss, Dep::Compound, Dep::Amod]).next().is_some();
    quantity || body || syntax.token(subject).tag == Tag::Nns && !page.quoted(subject) && (crate::actor::is_people(lower))
}

fn by_noun(page: &Page, candidate: &Candidate) -> bool {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let noun = trigger.head;
    let dated = candidate.own.is_some();
    // "after hours of talks" is as good as "after talks".
    let amount = syntax.head(noun).and_then(|of| syntax.head(of)).filter(|amount| super::sense::amount_of(syntax, *amount) == Some(noun));
    let place = amount.unwrap_or(noun);
    let head = syntax.head(place);
    let dep = syntax.dep(place);
    if trigger.class == Class::Weak {
        let modified = syntax.by(noun, &[Dep::Amod]).any(|child| lexicon().is("past-adjective", syntax.lower(child)));
        let own_date = dated && named(candidate) && (dep != Dep::Pobj || !subordinate_preposition(page, noun));
        return own_date || (modified && named(candidate) && dep != Dep::Pobj);
    }
    let plural_generic =
        syntax.tag(noun) == Tag::Nns && syntax.by(noun, &[Dep::Det, Dep::Poss, Dep::Amod]).next().is_none() && !named(candidate) && !dated;
    if plural_generic {
        return false;
    }
    let recent = syntax
        .by(noun, &[Dep::Amod])
        .any(|child| lexicon().is("past-adjective", syntax.lower(child)) || lexicon().is("planned-adjective", syntax.lower(child)));
    let occasion = matches!(dep, Dep::Pobj | Dep::Dobj)
        && head.is_some_and(|preposition| lexicon().is("occasion-preposition", syntax.lower(preposition)));
    let subject = matches!(dep, Dep::Nsubj | Dep::Nsubjpass) && head.is_some_and(|verb| syntax.is_verb(verb) && !is_speech(syntax, verb));
    let any = syntax.by(noun, &[Dep::Det]).any(|child| lexicon().is("unspecific", syntax.lower(child)));
    if any || (candidate.modality == Modality::Hypothetical && !weighty(trigger.kind)) {
        return false;
    }
    if candidate.modality == Modality::Hypothetical {
        return (trigger.kind == Kind::Deployment && (subject || dep == Dep::Attr || named(candidate)))
            || (named(candidate) && (subject || dated));
    }
    dated
        || (recent && (named(candidate) || candidate.cast.place.is_some() || matches!(trigger.kind, Kind::Attack | Kind::Disaster)))
        || (occasion && (named(candidate) || with_people(page, noun)))
        || (subject && (named(candidate) || verb_tells(page, candidate, head)))
        || (named(candidate) && matches!(dep, Dep::Dobj | Dep::Attr | Dep::Conj) && trigger.kind != Kind::Agreement)
        || (trigger.kind == Kind::Deployment && matches!(dep, Dep::Attr | Dep::Nsubj | Dep::Nsubjpass))
}

/// "talks with allied nations": nobody by name, yet an occasion.
fn with_people(page: &Page, noun: usize) -> bool {
    let syntax = page.syntax;
    syntax
        .by(noun, &[Dep::Prep])
        .filter(|index| matches!(syntax.lower(*index), "with" | "between"))
        .any(|index| syntax.object_of(index).is_some_and(|object| crate::actor::is_people(syntax.lower(object))))
}

/// "a recent attack caused casualties", "multiple explosions were heard".
fn verb_tells(page: &Page, candidate: &Candidate, verb: Option<usize>) -> bool {
    let syntax = page.syntax;
    verb.is_some_and(|verb| !page.simple_present(verb) && !lexicon().is_state(syntax.lemma(verb))) && weighty(candidate.trigger.kind)
}

fn subordinate_preposition(page: &Page, noun: usize) -> bool {
    page.syntax.head(noun).is_some_and(|preposition| lexicon().is("topic-preposition", page.syntax.lower(preposition)))
}
