//! Which acts told by a verb are events to list.

use super::speech::by_speech;
use super::{Verdict, acts, is_done, named, of_nobody, rule, weighty};
use crate::event::article_events::Candidate;
use crate::event::clause::arguments;
use crate::event::clause::context::{Page, is_speech};
use crate::event::lexicon::{Class, lexicon};
use crate::event::taking_part::is_said;
use crate::language::{Dep, Tag};
use crate::model::{Kind, Modality};

pub(super) fn by_verb(page: &Page, candidate: &Candidate, verb: usize) -> Verdict {
    let syntax = page.syntax;
    let trigger = candidate.trigger;
    let subject = arguments::subject(syntax, verb, 0);
    let personal = subject.is_some_and(|subject| lexicon().is("impersonal", syntax.lower(subject)));
    if matches!(syntax.tag(verb), Tag::Vb) && syntax.head(verb).is_none() && subject.is_none() {
        return rule("bare infinitive", false);
    }
    if arguments::misread_compound(syntax, verb).is_some() {
        return rule("a noun taken for a clause", false);
    }
    if embedded_question(page, verb) || is_question(page, verb) {
        return rule("asked, not told", false);
    }
    if charged_with(page, verb) {
        return rule("what someone is blamed for", false);
    }
    if purpose(page, verb) && trigger.light.is_none() && candidate.own.is_none() {
        return rule("purpose", false);
    }
    // "as stated by the ministry", "according to ...": still a statement. "including", "regarding" are prepositions.
    if trigger.class == Class::Speech || (trigger.light.is_some() && is_said(trigger.kind)) {
        return by_speech(page, candidate, verb, personal);
    }
    let bare_participle =
        syntax.dep(verb) == Dep::Acl && trigger.light.is_none() && candidate.own.is_none() && !arguments::is_main_participle(syntax, verb);
    // "a woman born in 1958": says who she is. "It did so in May": no act by itself.
    let birth = syntax.lemma(verb) == "bear" && syntax.dep(verb) == Dep::Acl;
    if birth || syntax.lemma(verb) == "do" && trigger.light.is_none() && syntax.first(verb, &[Dep::Dobj]).is_none() {
        return rule("who someone is, or no act by itself", false);
    }
    let listed = named(candidate) && arguments::listed_behind(syntax, verb).is_some();
    if bare_participle && listed {
        return rule("participle of who is listed", true);
    }
    if bare_participle && !acts(candidate) {
        return rule("participle without actor", false);
    }
    if lexicon().is_state(syntax.lemma(verb)) && trigger.light.is_none() && trigger.class == Class::Weak {
        return rule("state", false);
    }
    let dated = candidate.own.is_some();
    // A chronology tells in the present: "22 May: The court accuses him".
    let chronicle = page.section(verb).is_some();
    let present = (page.simple_present(verb) && !chronicle || page.progressive(verb)) && trigger.light.is_none();
    // "The labour inspectorate is investigating".
    let doing = page.progressive(verb) && weighty(trigger.kind) && candidate.cast.has_subject;
    if present && !dated && !doing {
        let open = candidate.modality == Modality::Hypothetical
            && weighty(trigger.kind)
            && acts(candidate)
            && syntax.by(verb, &[Dep::Mark]).any(|index| syntax.lower(index) == "if");
        return rule("present tense", open);
    }
    if page.habitual(verb) && !dated {
        return rule("habit", false);
    }
    by_modality(page, candidate, verb, personal)
}

/// What is told with a verb in the past or with a modality of its own.
fn by_modality(page: &Page, candidate: &Candidate, verb: usize, personal: bool) -> Verdict {
    let (syntax, trigger, dated) = (page.syntax, candidate.trigger, candidate.own.is_some());
    match candidate.modality {
        Modality::Hypothetical => {
            // "Moscow reserved the right to escort ships": an act, if one that only may be.
            let free = is_free_to(page, verb) && trigger.class == Class::Act && named(candidate);
            let reduced = matches!(syntax.dep(verb), Dep::Acl | Dep::Relcl) && !arguments::is_finite(syntax, verb) && !free;
            let kept = !reduced
                && (named(candidate) || dated || candidate.cast.has_subject && trigger.class == Class::Act)
                && hypothetical_worth(page, candidate, verb);
            rule("possible act", kept)
        }
        Modality::Negated => {
            // "No decision was reached on Monday": nobody by name, but told with its day.
            // "denied reports that aircraft had bombed a column on June 5".
            let told = named(candidate) && (trigger.class != Class::Weak || dated)
                || dated && weighty(trigger.kind) && (trigger.light.is_some() || candidate.cast.has_subject);
            // "Prosecutors have not charged anyone else": so it stands, whoever may do it.
            let until_now = syntax.by(verb, &[Dep::Aux]).any(|aux| lexicon().is("present-have", syntax.lower(aux))) || page.never(verb);
            // "No agreement was reached".
            let nothing = trigger.class != Class::Weak && of_nobody(page, verb);
            let stands = weighty(trigger.kind) && candidate.cast.has_subject && (trigger.class == Class::Act && until_now || nothing);
            rule("denied act", (told || stands) && !nonfinite_complement(page, verb))
        }
        // "About 1,200 workers are to be laid off": to whom it will happen is told, if without a name.
        Modality::Planned if weighty(trigger.kind) && arguments::is_passive(syntax, verb) => rule(
            "planned and undergone",
            match trigger.light {
                Some(_) => trigger.class == Class::Strong,
                None => trigger.class == Class::Act && candidate.cast.has_subject,
            },
        ),
        // "The government will give 500,000 rupees": anyone, if not by a name.
        Modality::Planned => rule("planned act", named(candidate) || dated || candidate.cast.has_subject && trigger.class != Class::Weak),
        Modality::Happened => {
            if trigger.class == Class::Weak {
                let finite = arguments::is_finite(syntax, verb);
                // "Rescue teams pulled a girl from the rubble on Friday evening": nobody by name, but told with its day; or people, or those to
                // whom it was done.
                let past = matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbn);
                let people = described(page, verb) || arguments::is_passive(syntax, verb);
                let told = finite && (dated || people) && candidate.cast.has_subject && !personal && past;
                let narrated = narrated(page, candidate, verb) && !personal;
                return rule(
                    "act without a kind",
                    dated && named(candidate) || (finite && acts(candidate) || told) && main_clause(page, verb) || narrated,
                );
            }
            // "The guarantees have departed from that": what things do is told only by verbs of a kind of their own, or in the simple past.
            let simple = syntax.tag(verb) == Tag::Vbd || arguments::is_passive(syntax, verb);
            rule("told act", named(candidate) || dated || candidate.cast.has_subject && (trigger.kind != Kind::Other || simple))
        }
    }
}

/// "after the probe sprang a leak", "a deal which was carried out the following week", "demonstrators threw paper boats": what happens beside
/// the main clause or is done to something, told in the past of something that is named by a noun.
fn narrated(page: &Page, candidate: &Candidate, verb: usize) -> bool {
    let syntax = page.syntax;
    let noun = |subject: usize| matches!(syntax.tag(subject), Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Wdt | Tag::Wp);
    // "An attack caused casualties": the attack is told by its noun.
    let happens = |subject: usize| lexicon().noun(syntax.lower(subject), syntax.lemma(subject)).is_some();
    let beside = matches!(syntax.dep(verb), Dep::Relcl | Dep::Advcl);
    let to_something = matches!(syntax.dep(verb), Dep::Root | Dep::Conj) && syntax.first(verb, &[Dep::Dobj]).is_some();
    is_done(page, verb)
        && candidate.cast.has_subject
        && (beside || to_something)
        && arguments::subject(syntax, verb, 0).is_some_and(|subject| noun(subject) && !happens(subject))
        && !lexicon().is("mere-course", syntax.lemma(verb))
}

/// Whether the subject of a verb describes people or a body by what they are.
fn described(page: &Page, verb: usize) -> bool {
    let subject = arguments::subject(page.syntax, verb, 0);
    // "The government is to release 212 prisoners".
    let is_to = page.syntax.dep(verb) == Dep::Xcomp && page.syntax.head(verb).is_some_and(|head| page.syntax.lemma(head) == "be");
    (is_to || arguments::is_finite(page.syntax, verb)) && subject.is_some_and(|subject| super::speech::describes_people(page, subject))
}

/// "Has the war begun?": whether a verb is the main verb of a question that does not take for granted that it happened.
fn is_question(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let mut words = syntax.sentence(syntax.sentence_of(verb)).rev();
    let last = words.find(|word| !matches!(syntax.word(*word), "\"" | "”" | "’" | "'"));
    let granted = syntax.by(verb, &[Dep::Advmod]).any(|word| lexicon().is("presupposing", syntax.lower(word)));
    !granted && syntax.head(syntax.first_conjunct(verb)).is_none() && last.is_some_and(|mark| syntax.word(mark) == "?")
}

/// "which countries have committed troops": asked, not told.
fn embedded_question(page: &Page, verb: usize) -> bool {
    let syntax = page.syntax;
    let asks = |subject: usize| {
        matches!(syntax.tag(subject), Tag::Wp) || syntax.by(subject, &[Dep::Det]).any(|det| matches!(syntax.tag(det), Tag::Wdt | Tag::Wp))
    };
    // The parser may take the question for a relative clause.
    let of_asked =
        syntax.dep(verb) == Dep::Relcl && syntax.head(verb).is_some_and(|noun| lexicon().is("open-question", syntax.lemma(noun)));
    of_asked || matches!(syntax.dep(verb), Dep::Pcomp | Dep::Ccomp) && syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).any(asks)
}

fn nonfinite_complement(page: &Page, verb: usize) -> bool {
    page.syntax.dep(verb) == Dep::Pcomp
}

/// "the right to escort ships", "the decision to withdraw": what somebody may do, by a noun.
fn is_free_to(page: &Page, verb: usize) -> bool {
    let noun = page.syntax.head(verb).filter(|_| page.syntax.dep(verb) == Dep::Acl);
    noun.is_some_and(|noun| lexicon().is("free-to", page.syntax.lemma(noun)))
}

/// Possible acts: worth listing if someone threatens, expects or may do them, not if they are only thought of.
fn hypothetical_worth(page: &Page, candidate: &Candidate, verb: usize) -> bool {
    let syntax = page.syntax;
    let finite = arguments::is_finite(syntax, verb);
    let expected = syntax.dep(verb) == Dep::Xcomp && syntax.head(verb).is_some_and(|head| lexicon().is("foretelling", syntax.lemma(head)));
    let dated = candidate.own.is_some();
    let sure = candidate.trigger.class != Class::Weak || (dated && expected);
    // "urged the council to meet", "is allowed to speak with him": what someone is asked or free to do.
    let asked = candidate.trigger.class == Class::Act
        && matches!(syntax.dep(verb), Dep::Xcomp | Dep::Ccomp)
        && syntax.head(verb).is_some_and(|head| is_speech(syntax, head) || lexicon().is("enabling", syntax.lemma(head)));
    // "might be forced to sell the plant", "before deciding whether to appeal", "reserved the right to escort ships".
    let thought_of =
        candidate.trigger.class == Class::Act && named(candidate) && (syntax.dep(verb) == Dep::Xcomp || is_free_to(page, verb));
    // "Mr Hallam could be jailed for life".
    let undergone = arguments::is_passive(syntax, verb) && named(candidate) && candidate.trigger.class == Class::Act;
    // "They instructed their ministers to meet before 31 July".
    let told_to = dated
        && weighty(candidate.trigger.kind)
        && matches!(syntax.dep(verb), Dep::Xcomp | Dep::Ccomp)
        && syntax.head(verb).is_some_and(|head| is_speech(syntax, head));
    (finite && (acts(candidate) || dated || undergone || candidate.cast.has_subject) || expected || told_to) && sure || asked || thought_of
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
            _ => return arguments::is_main_participle(syntax, at),
        }
    }
    false
}
