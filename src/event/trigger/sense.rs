//! Senses of verbs: what kind of event a word tells depends on its object, its subject or what is said.

use crate::event::clause::arguments::{is_passive, subject};
use crate::event::clause::context::is_speech;
use crate::event::lexicon::{Class, Entry, lexicon};
use crate::event::taking_part::is_said;
use crate::language::{Dep, Entity, EntityLabel, Syntax, Tag};
use crate::model::Kind;

/// What a verb acts on: its object, or its subject in the passive. "The act, which the House passed": what the pronoun stands for.
fn patient(syntax: &Syntax, verb: usize) -> Option<usize> {
    let object = syntax.first(verb, &[Dep::Dobj]).or_else(|| subject(syntax, verb, 0).filter(|_| is_passive(syntax, verb)))?;
    // "the ruling which the court is expected to deliver"
    let above = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Xcomp).unwrap_or(verb);
    let pronoun = matches!(syntax.tag(object), Tag::Wdt | Tag::Wp) && syntax.dep(above) == Dep::Relcl;
    if pronoun { syntax.head(above) } else { Some(object) }
}

/// The kind that the object, the completing word or the subject of a verb gives it by the list of senses.
pub(crate) fn by_company(syntax: &Syntax, verb: usize, lemma: &str) -> Option<Kind> {
    let patient = patient(syntax, verb);
    let word = |index: usize| syntax.lemma(index).to_lowercase();
    let of_amount = patient.and_then(|amount| amount_of(syntax, amount));
    let entity = patient.and_then(|index| syntax.entity(index)).and_then(|entity| match entity.label {
        EntityLabel::Person => Some("*person".to_owned()),
        EntityLabel::Money => Some("*money".to_owned()),
        _ => None,
    });
    // "Fieraru was dismissed": a name that the tagger does not know.
    let unknown = patient.filter(|name| syntax.tag(*name) == Tag::Nnp && syntax.entity(*name).is_none()).map(|_| "*person".to_owned());
    // "released the nine": a number that stands for people.
    let counted = patient.filter(|index| syntax.tag(*index) == Tag::Cd).map(|_| "*number".to_owned());
    // "the vessel sank": nothing; "received 20 vehicles": a thing, neither guest nor amount.
    let kind_of_object = match patient {
        None => Some("*none".to_owned()),
        Some(object) if is_thing(syntax, object) => Some("*thing".to_owned()),
        Some(_) => None,
    };
    let completing = syntax.first(verb, &[Dep::Oprd, Dep::Acomp]);
    // "released on bail", "appeared before magistrates".
    let beside = syntax.by(verb, &[Dep::Prep]).filter(|index| lexicon().is("sense-preposition", syntax.lower(*index)));
    let beside = beside.filter_map(|index| syntax.object_of(index)).map(word);
    // "Work was halted by the judge": in the passive, who does it.
    let doer = syntax.first(verb, &[Dep::Agent]).and_then(|by| syntax.object_of(by));
    let subject = doer.or_else(|| subject(syntax, verb, 0));
    let who = subject.map(word).unwrap_or_default();
    // "Typhoon Haiyan levelled the town": the name says what it is.
    let disaster = |index: &usize| matches!(lexicon().noun(syntax.lower(*index), syntax.lemma(*index)), Some((Kind::Disaster, _)));
    let natural = subject.and_then(|name| syntax.by(name, &[Dep::Compound]).find(disaster)).map(word).unwrap_or_default();
    // "Judge Ann Lee ordered": so does the title.
    let titles: Vec<String> = subject.into_iter().flat_map(|name| syntax.by(name, &[Dep::Compound])).map(word).collect();
    let objects: Vec<String> = patient
        .map(word)
        .into_iter()
        .chain(of_amount.map(word))
        .chain(completing.map(word))
        .chain(entity)
        .chain(unknown)
        .chain(counted)
        .chain(beside)
        .chain(kind_of_object)
        .collect();
    let named = |entity: &Entity| matches!(entity.label, EntityLabel::Person | EntityLabel::Org | EntityLabel::Gpe | EntityLabel::Norp);
    let name = subject.and_then(|who| syntax.entity(who)).filter(|entity| named(entity)).map(|_| "*name".to_owned()).unwrap_or_default();
    let by_subject = |verb: &str| [&who, &natural, &name].into_iter().chain(&titles).find_map(|who| lexicon().sense(verb, "", who));
    let sense = |verb: &str| {
        // "Floodwater blocked the entrance": nature means nothing by it, whatever it does; and a judge judges.
        let by_itself = by_subject(verb).filter(|kind| matches!(kind, Kind::Disaster | Kind::Legal));
        by_itself.or_else(|| objects.iter().find_map(|object| lexicon().sense(verb, object, ""))).or_else(|| by_subject(verb))
    };
    // "handed over", "set up": with its particle a verb may be another one, and so it may with its preposition: "filed for bankruptcy".
    let particle = syntax.first(verb, &[Dep::Prt]).map(|particle| format!("{lemma}_{}", syntax.lower(particle)));
    let by_particle = || particle.as_ref().and_then(|joined| with_preposition(syntax, verb, joined).or_else(|| sense(joined)));
    by_particle().or_else(|| with_preposition(syntax, verb, lemma)).or_else(|| sense(lemma))
}

/// "filed for bankruptcy", "emerged from administration", "walked out of the talks": the kind of a verb joined with its preposition.
fn with_preposition(syntax: &Syntax, verb: usize, lemma: &str) -> Option<Kind> {
    let sense = |joined: &str, object: usize| lexicon().sense(joined, &syntax.lemma(object).to_lowercase(), "");
    syntax.by(verb, &[Dep::Prep]).find_map(|preposition| {
        let joined = format!("{lemma}_{}", syntax.lower(preposition));
        if let Some(object) = syntax.object_of(preposition) {
            return sense(&joined, object);
        }
        // "out of", "away from".
        let second = syntax.first(preposition, &[Dep::Prep])?;
        sense(&format!("{joined}_{}", syntax.lower(second)), syntax.object_of(second)?)
    })
}

/// What a noun of an amount is an amount of: "sanctions" in "a package of sanctions".
pub(crate) fn amount_of(syntax: &Syntax, noun: usize) -> Option<usize> {
    let amount = lexicon().is("amount", &syntax.lemma(noun).to_lowercase());
    let of = syntax.by(noun, &[Dep::Prep]).find(|index| amount && syntax.lower(*index) == "of")?;
    syntax.object_of(of)
}

/// The kind of a verb whose sense its object, its subject or what is said decides.
pub(crate) fn refine(syntax: &Syntax, verb: usize, lemma: &str, entry: Entry) -> Entry {
    let patient = patient(syntax, verb);
    // "called the minister a liar" rings nobody up.
    let names = entry == (Kind::Statement, Class::Speech) && lexicon().is("naming", lemma);
    if let Some(kind) = by_company(syntax, verb, lemma).filter(|_| !names) {
        // "set fire to": its company makes a word sure; "appealed against the sentence": and something done of something said.
        let done = entry.1 == Class::Speech && !is_said(kind);
        return (kind, if entry.1 == Class::Weak || done { Class::Act } else { entry.1 });
    }
    if let Some(kind) = by_phase(syntax, verb, lemma).or_else(|| is_visit(syntax, verb).then_some(Kind::Meeting)) {
        return (kind, if entry.1 == Class::Weak { Class::Act } else { entry.1 });
    }
    // "capsized, killing a passenger": what an accident does is part of it.
    let above = syntax.head(verb).filter(|_| matches!(syntax.dep(verb), Dep::Advcl | Dep::Conj) && lexicon().is("harm", lemma));
    let by_accident = above.is_some_and(|above| {
        let kind = by_company(syntax, above, &syntax.lemma(above).to_lowercase());
        kind.or_else(|| lexicon().verb(&syntax.lemma(above).to_lowercase()).map(|(kind, _)| kind)) == Some(Kind::Disaster)
    });
    if by_accident {
        return (Kind::Disaster, entry.1);
    }
    if lemma == "die" && dies_of_age(syntax, verb) {
        return (Kind::Other, entry.1);
    }
    let bare = lexicon().is("bare-election", lemma) && syntax.first(verb, &[Dep::Dobj, Dep::Ccomp, Dep::Xcomp]).is_none();
    if bare && syntax.tag(verb) == Tag::Vbd && !syntax.by(verb, &[Dep::Prep]).any(|index| syntax.lower(index) == "to") {
        return (Kind::Election, Class::Act);
    }
    let by_nature = lexicon().is("harm", lemma) && patient.is_some();
    if by_nature && struck_by_nature(syntax, verb) {
        return (Kind::Disaster, entry.1);
    }
    if lexicon().is("verbal-attack", lemma) && is_verbal_attack(syntax, verb) {
        return (Kind::Accusation, Class::Speech);
    }
    match entry {
        (Kind::Statement, Class::Speech) => (content_kind(syntax, verb), entry.1),
        (Kind::Other, class) => by_field(syntax, verb).map_or(entry, |kind| (kind, if class == Class::Weak { Class::Act } else { class })),
        _ => entry,
    }
}

/// "A frigate followed her", "the dividend was halved": a verb that by itself is of no kind is of that of who does it, or of what it is done to.
pub(super) fn by_field(syntax: &Syntax, verb: usize) -> Option<Kind> {
    let word = |index: usize| syntax.lemma(index).to_lowercase();
    let object = || patient(syntax, verb).and_then(|object| lexicon().sense("*", &word(object), ""));
    let doer = syntax.first(verb, &[Dep::Agent]).and_then(|by| syntax.object_of(by)).or_else(|| subject(syntax, verb, 0))?;
    // "HMS Kent", "a navy ship": the word in front says it.
    let mut words = std::iter::once(doer).chain(syntax.by(doer, &[Dep::Compound]));
    object().or_else(|| words.find_map(|who| lexicon().sense("*", "", &word(who))))
}

/// Kinds of what has phases, by the class that lists its nouns.
const PHASES: [(&str, Kind); 8] = [
    ("phase-deployment", Kind::Deployment),
    ("phase-meeting", Kind::Meeting),
    ("phase-agreement", Kind::Agreement),
    ("phase-attack", Kind::Attack),
    ("phase-aid", Kind::Aid),
    ("phase-economy", Kind::Economy),
    ("phase-disaster", Kind::Disaster),
    ("phase-sanction", Kind::Sanction),
];

/// "The ceasefire collapsed", "has postponed its visit", "talks, which began in November, have been suspended": a verb that tells only of a
/// phase is of the kind of what begins, goes on or ends.
fn by_phase(syntax: &Syntax, verb: usize, lemma: &str) -> Option<Kind> {
    // "fell apart": the parser may take the particle for an adverb.
    let beside = || syntax.by(verb, &[Dep::Advmod]).find(|word| *word == verb + 1);
    let particle = syntax.first(verb, &[Dep::Prt]).or_else(beside).map(|particle| format!("{lemma}_{}", syntax.lower(particle)));
    let particle = particle.filter(|joined| lexicon().is("phase", joined) || syntax.first(verb, &[Dep::Prt]).is_some());
    if !lexicon().is("phase", particle.as_deref().unwrap_or(lemma)) {
        return None;
    }
    let own = patient(syntax, verb).or_else(|| subject(syntax, verb, 0))?;
    let noun = amount_of(syntax, own).unwrap_or(own);
    let listed = |noun: usize| {
        let named = |class: &str| lexicon().is(class, &syntax.lemma(noun).to_lowercase()) || lexicon().is(class, syntax.lower(noun));
        PHASES.iter().find(|(class, _)| named(class)).map(|(_, kind)| *kind)
    };
    // "the search operation": the first word says which.
    let listed = syntax.by(noun, &[Dep::Compound]).find_map(listed).or_else(|| listed(noun));
    let event = || lexicon().noun(syntax.lower(noun), &syntax.lemma(noun).to_lowercase()).map(|(kind, _)| kind);
    // An operation, a campaign or a release may be anything.
    let vague = |kind: &Kind| is_said(*kind) || matches!(kind, Kind::Other | Kind::Attack | Kind::Economy);
    listed.or_else(|| event().filter(|kind| !vague(kind)))
}

/// "The foreign minister flew to Lima", "arrived in Quito on a visit": whoever goes in an office, or for that, meets somebody.
fn is_visit(syntax: &Syntax, verb: usize) -> bool {
    if !lexicon().is("travel", syntax.lemma(verb)) {
        return false;
    }
    let place = |word: usize| {
        let object = syntax.object_of(word).filter(|_| matches!(syntax.lower(word), "to" | "in"));
        object.is_some_and(|object| match syntax.entity(object) {
            Some(entity) => matches!(entity.label, EntityLabel::Gpe),
            // "flew to Quetta": the tagger does not know every town.
            None => syntax.tag(object) == Tag::Nnp,
        })
    };
    if !syntax.by(verb, &[Dep::Prep]).any(place) {
        return false;
    }
    let meets = |noun: usize| matches!(lexicon().noun(syntax.lower(noun), syntax.lemma(noun)), Some((Kind::Meeting, _)));
    let errand =
        syntax.by(verb, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "on" | "for")).filter_map(|word| syntax.object_of(word));
    let purpose = || syntax.by(verb, &[Dep::Advcl, Dep::Xcomp, Dep::Conj]).any(|clause| lexicon().is("visit-verb", syntax.lemma(clause)));
    let office = || {
        subject(syntax, verb, 0).is_some_and(|who| {
            let parts = syntax.by(who, &[Dep::Appos, Dep::Compound]).chain([who]);
            parts.into_iter().any(|part| crate::actor::is_role(syntax.lower(part)) || syntax.lower(part) == "delegation")
        })
    };
    errand.into_iter().any(meets) || purpose() || office()
}

/// Whether a noun names neither a person, a state, a body nor an amount.
fn is_thing(syntax: &Syntax, noun: usize) -> bool {
    matches!(syntax.tag(noun), Tag::Nn | Tag::Nns)
        && syntax.entity(noun).is_none_or(|entity| !matches!(entity.label, EntityLabel::Person | EntityLabel::Money | EntityLabel::Percent))
        && !lexicon().is("measure", syntax.lemma(noun))
        && !crate::actor::is_role(syntax.lemma(noun))
        && !crate::actor::is_people(syntax.lower(noun))
        && !crate::actor::is_body(syntax.lower(noun))
}

/// "He died the following year": one person, of nothing that is told.
fn dies_of_age(syntax: &Syntax, verb: usize) -> bool {
    let one = subject(syntax, verb, 0).is_some_and(|who| {
        let singular = matches!(syntax.tag(who), Tag::Nnp) && syntax.first(who, &[Dep::Nummod, Dep::Conj]).is_none();
        singular || syntax.tag(who) == Tag::Prp && lexicon().is("speaker-again", syntax.lower(who))
    });
    let harm = |noun: usize| {
        matches!(lexicon().noun(syntax.lower(noun), syntax.lemma(noun)), Some((Kind::Disaster | Kind::Attack, _)))
            || lexicon().is("cause-of-death", syntax.lemma(noun))
    };
    let told = syntax.phrase(verb).any(harm);
    one && !told
}

/// What a statement does by its content: "said that X must" demands, "said it would boycott" threatens, "says it will not accept" rejects.
fn content_kind(syntax: &Syntax, verb: usize) -> Kind {
    let Some(clause) = syntax.by(verb, &[Dep::Ccomp]).find(|clause| *clause > verb) else { return Kind::Statement };
    let modal = |class| syntax.by(clause, &[Dep::Aux]).any(|aux| lexicon().is(class, syntax.lower(aux)));
    let negated = syntax.by(clause, &[Dep::Neg]).next().is_some();
    let own = syntax.first(clause, &[Dep::Nsubj]).is_some_and(|subject| matches!(syntax.tag(subject), Tag::Prp));
    let lemma = syntax.lemma(clause).to_lowercase();
    if modal("obligation-auxiliary") && !own {
        return Kind::Demand;
    }
    if modal("consent-auxiliary") && own && negated && lexicon().is("consent", lemma.as_str()) {
        return Kind::Rejection;
    }
    let hostile = matches!(lexicon().verb(&lemma), Some((Kind::Attack | Kind::Sanction | Kind::Protest, _)))
        || lexicon().is("hostile", lemma.as_str());
    let unless = syntax.by(clause, &[Dep::Advcl]).any(|inner| syntax.by(inner, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "unless"));
    if own && !negated && modal("announcing-auxiliary") && (hostile || unless) {
        return Kind::Warning;
    }
    Kind::Statement
}

/// Whether a clause begins with a conjunction of this class.
pub(crate) fn begins_with(syntax: &Syntax, clause: usize, class: &str) -> bool {
    syntax.by(clause, &[Dep::Mark, Dep::Advmod]).any(|index| index < clause && lexicon().is(class, syntax.lower(index)))
}

fn struck_by_nature(syntax: &Syntax, verb: usize) -> bool {
    let cause = subject(syntax, verb, 0).into_iter().chain(syntax.first(verb, &[Dep::Agent]).and_then(|index| syntax.object_of(index)));
    // "killed after an earthquake struck".
    let clauses = syntax.by(verb, &[Dep::Advcl]).filter(|clause| begins_with(syntax, *clause, "harm-time"));
    let by_clause: Vec<usize> = clauses.filter_map(|clause| subject(syntax, clause, 0)).collect();
    cause
        .into_iter()
        .chain(syntax.by(verb, &[Dep::Prep]).filter_map(|index| syntax.object_of(index)))
        .chain(by_clause)
        // "Tropical Cyclone Freddy"
        .flat_map(|noun| syntax.by(noun, &[Dep::Compound]).chain([noun]).collect::<Vec<_>>())
        .any(|noun| matches!(lexicon().noun(syntax.lower(noun), syntax.lemma(noun)), Some((Kind::Disaster, _))))
}

/// "has attacked the prime minister ..., accusing him of": words, not weapons.
fn is_verbal_attack(syntax: &Syntax, verb: usize) -> bool {
    let about_words = |index: usize| is_speech(syntax, index);
    let clause = syntax.by(verb, &[Dep::Advcl, Dep::Conj]).any(about_words);
    let manner = syntax
        .by(verb, &[Dep::Prep])
        .any(|index| lexicon().is("manner-preposition", syntax.lower(index)) && syntax.object_of(index).is_some());
    let criticised = syntax.first(verb, &[Dep::Dobj]).is_some_and(|object| lexicon().is("criticised", syntax.lemma(object)));
    clause || manner || criticised
}
