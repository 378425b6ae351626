//! Which words told of with a verb of saying are statements to list: those of someone named or described.

use super::{Verdict, acts, named, rule};
use crate::event::article_events::Candidate;
use crate::event::clause::arguments;
use crate::event::clause::context::Page;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::{Kind, Modality, Role};

pub(super) fn by_speech(page: &Page, candidate: &Candidate, verb: usize, personal: bool) -> Verdict {
    let syntax = page.syntax;
    // "It denied that sensors had been cut off": a body of which the text has told, whichever it is.
    let body = arguments::subject(syntax, verb, 0).is_some_and(|subject| syntax.lower(subject) == "it")
        && candidate.trigger.kind == Kind::Rejection
        && arguments::is_finite(syntax, verb)
        && candidate.modality == Modality::Happened;
    if body {
        return rule("it rejects", true);
    }
    if personal && !arguments::is_passive(syntax, verb) && !acts(candidate) {
        return rule("nobody in particular says", false);
    }
    if matches!(candidate.modality, Modality::Hypothetical) {
        // Only what someone is expected to say.
        let expected = acts(candidate)
            && syntax.dep(verb) == Dep::Xcomp
            && syntax.head(verb).is_some_and(|head| lexicon().is("expected-saying", syntax.lemma(head)))
            && candidate.trigger.kind != Kind::Statement;
        return rule("expected words", expected);
    }
    let attributive = matches!(syntax.dep(verb), Dep::Relcl | Dep::Acl) && !arguments::is_finite(syntax, verb);
    // "That plan, announced in March, led to a walkout".
    if attributive && candidate.own.is_some() && lexicon().is("said-by-nobody", syntax.lemma(verb)) {
        return rule("words with a date of their own", syntax.tag(verb) == Tag::Vbn);
    }
    if attributive && candidate.own.is_none() && !acts(candidate) {
        return rule("attributive words", false);
    }
    let speaker = candidate.cast.roles.iter().any(|(_, role)| *role == Role::Speaker);
    if speaker || acts(candidate) {
        // "what he described as": no statement of its own.
        let fused =
            syntax.dep(verb) == Dep::Pcomp && syntax.by(verb, &[Dep::Dobj, Dep::Nsubj]).any(|index| matches!(syntax.tag(index), Tag::Wp));
        return rule("named speaker", !fused);
    }
    let finite = arguments::is_finite(syntax, verb);
    let inanimate = arguments::subject(syntax, verb, 0).is_some_and(|subject| {
        !page.quoted(subject) && lexicon().is("inanimate", syntax.lower(subject)) && !arguments::is_passive(syntax, verb)
    });
    let described = arguments::subject(syntax, verb, 0).is_some_and(|subject| describes_people(page, subject));
    let passive = arguments::is_passive(syntax, verb);
    // "The deal has been rejected": by whom may stay open, unlike with words merely said.
    let rejected = passive && finite && candidate.trigger.kind != Kind::Statement && !page.simple_present(verb);
    // "Asmara was not invited to the talks": nor who did not.
    if rejected && (candidate.modality == Modality::Happened || named(candidate)) {
        return rule("rejected by nobody named", true);
    }
    // "The mission blamed the rebels", "insiders ruled it out": whoever they are.
    let somebody = arguments::subject(syntax, verb, 0)
        .is_some_and(|subject| matches!(syntax.tag(subject), Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps) && !page.quoted(subject))
        && !page.simple_present(verb);
    let kept = finite
        && !inanimate
        && (described
            || somebody && !passive
            || (passive && (candidate.own.is_some() || lexicon().is("said-by-nobody", syntax.lemma(verb))))
            || candidate.own.is_some());
    rule("described speaker", kept)
}

/// "some", "officials", "the statement": people or their words.
pub(super) fn describes_people(page: &Page, subject: usize) -> bool {
    let syntax = page.syntax;
    let lower = syntax.lower(subject);
    if (crate::actor::is_role(syntax.lemma(subject)) || crate::actor::is_role(lower))
        && syntax.by(subject, &[Dep::Det, Dep::Poss, Dep::Compound, Dep::Amod]).next().is_some()
    {
        return true;
    }
    let quantity = lexicon().is("sayer", lower);
    // "the health ministry", "the army", "prosecutors"
    let body = crate::actor::is_body(lower) && syntax.by(subject, &[Dep::Det, Dep::Poss, Dep::Compound, Dep::Amod]).next().is_some();
    quantity || body || syntax.tag(subject) == Tag::Nns && !page.quoted(subject) && (crate::actor::is_people(lower))
}
