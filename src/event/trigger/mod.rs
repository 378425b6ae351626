//! Words that name events: verbs with an eventive sense, event nouns, and light verbs joined to their noun.

pub(super) mod sense;

use crate::event::clause::arguments::{is_finite, is_passive, subject};
use crate::event::clause::context::{Page, verb_entry};
use crate::event::lexicon::{Class, lexicon};
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};
use crate::model::Kind;

/// The most tokens from a noun to the verb that is told of it in the passive: "contract would have been signed".
const PASSIVE: usize = 4;

/// A word or light-verb phrase that may name an event.
#[derive(Clone, Debug)]
pub(crate) struct Trigger {
    /// The word that tells what happened: the verb, or the noun of a light verb.
    pub head: usize,
    /// The light verb, if any.
    pub light: Option<usize>,
    /// What kind of event.
    pub kind: Kind,
    /// How sure the word alone is.
    pub class: Class,
}

impl Trigger {
    /// The verb that carries tense and arguments, if there is one.
    pub(crate) fn verb(&self, syntax: &Syntax) -> Option<usize> {
        self.light.or_else(|| syntax.is_verb(self.head).then_some(self.head))
    }

    /// First and last token of the trigger: light verb and noun together if they stand close, else the one that tells more.
    pub(crate) fn tokens(&self, syntax: &Syntax) -> (usize, usize) {
        let Some(light) = self.light else {
            let particle = syntax.by(self.head, &[Dep::Prt]).find(|particle| *particle == self.head + 1);
            return (hyphenated(syntax, self.head), particle.unwrap_or(self.head));
        };
        let (first, last) = (light.min(self.head), light.max(self.head));
        let length = syntax.token(last).span.end() - syntax.token(first).span.start();
        // "no contract has been signed": what happened to the noun stands close behind it.
        let close = light < self.head
            || light - self.head <= PASSIVE && (first..last).all(|index| syntax.word(index).chars().all(char::is_alphanumeric));
        // "the pact, which was signed in 2021": the verb says it, and so far from its noun it stands for both.
        if light > self.head && !close && lexicon().is("tells-itself", syntax.lemma(light)) {
            return (light, light);
        }
        if close && length <= 40 { (hyphenated(syntax, first), last) } else { (hyphenated(syntax, self.head), self.head) }
    }
}

/// The first token of a word written with hyphens: "counter-attacks".
pub(super) fn hyphenated(syntax: &Syntax, head: usize) -> usize {
    let mut first = head;
    while first >= 2 && syntax.word(first - 1) == "-" && syntax.is_glued(first) && syntax.is_glued(first - 1) {
        first -= 2;
    }
    first
}

/// What an article as a whole tells of, where that decides what one of its words means.
struct About {
    /// People "on strike", strikers, a walkout.
    work_stops: bool,
    /// A court.
    court: bool,
}

/// Words of courts that an article about one holds at least.
const MANY_COURT_WORDS: usize = 3;

impl About {
    fn read(syntax: &Syntax) -> Self {
        let stoppage = |index: usize| {
            lexicon().is("stoppage", syntax.lemma(index))
                || (syntax.lower(index) == "strike" && index > 0 && syntax.lower(index - 1) == "on")
        };
        let court_words = (0..syntax.len()).filter(|index| lexicon().is("court-word", syntax.lemma(*index)));
        Self { work_stops: (0..syntax.len()).any(stoppage), court: court_words.take(MANY_COURT_WORDS).count() == MANY_COURT_WORDS }
    }
}

/// All candidates in order of their heads.
pub(crate) fn candidates(page: &Page) -> Vec<Trigger> {
    let syntax = page.syntax;
    let mut out = Vec::new();
    let mut used = vec![false; syntax.len()];
    let about = About::read(syntax);
    for index in 0..syntax.len() {
        if !is_lexical_verb(syntax, index) || used[index] {
            continue;
        }
        if let Some(trigger) = light_phrase(syntax, &about, index) {
            used[trigger.head] = true;
            used[index] = true;
            out.push(trigger);
        }
    }
    for index in (0..syntax.len()).filter(|index| !used[*index]).collect::<Vec<_>>() {
        if is_lexical_verb(syntax, index) {
            out.extend(verb_trigger(syntax, index));
        } else if matches!(syntax.tag(index), Tag::Nn | Tag::Nns) || (syntax.pos(index) == Pos::Noun) {
            out.extend(noun_trigger(syntax, &about, index));
        }
    }
    out.sort_by_key(|trigger| trigger.head);
    let doubled: Vec<usize> =
        out.iter().filter(|trigger| is_subject_of_same_kind(syntax, trigger, &out)).map(|trigger| trigger.head).collect();
    out.retain(|trigger| doubled.binary_search(&trigger.head).is_err());
    out
}

/// "strikes continue to target": one event, told by the verb.
fn is_subject_of_same_kind(syntax: &Syntax, trigger: &Trigger, all: &[Trigger]) -> bool {
    if trigger.light.is_some() || !syntax.is_noun(trigger.head) {
        return false;
    }
    let first = syntax.first_conjunct(trigger.head);
    if !matches!(syntax.dep(first), Dep::Nsubj) {
        return false;
    }
    let Some(mut verb) = syntax.head(first) else { return false };
    if let Some(below) = syntax.first(verb, &[Dep::Xcomp]).filter(|below| carries(syntax, verb, *below)) {
        verb = below;
    }
    let other = all.binary_search_by_key(&verb, |other| other.head).ok().map(|index| &all[index]);
    other.is_some_and(|other| other.kind == trigger.kind && other.class != Class::Weak)
}

/// Whether a token is a verb that stands for itself: no auxiliary, no participle before a noun.
fn is_lexical_verb(syntax: &Syntax, index: usize) -> bool {
    let word = syntax.word(index);
    // "re" and "-" of "re-entered" are no verbs of their own.
    let whole =
        word.chars().filter(|c| c.is_alphabetic()).count() > 2 || word.eq_ignore_ascii_case("go") || word.eq_ignore_ascii_case("do");
    whole
        && syntax.is_verb(index)
        && syntax.pos(index) != Pos::Adj
        && !matches!(
            syntax.dep(index),
            Dep::Aux | Dep::Auxpass | Dep::Amod | Dep::Compound | Dep::Prep | Dep::Punct | Dep::Case | Dep::Nmod
        )
        && syntax.tag(index) != Tag::Md
}

fn event_noun(syntax: &Syntax, index: usize) -> Option<(Kind, Class)> {
    if !syntax.is_noun(index) {
        return None;
    }
    let (first, lower, lemma) = (hyphenated(syntax, index), syntax.lower(index), syntax.lemma(index));
    let part = || lexicon().noun(lower, lemma);
    if first == index {
        return part();
    }
    // "run-off": the whole word says it, not its last part.
    let before: String = (first..index).map(|part| syntax.lower(part)).collect();
    lexicon().noun(&format!("{before}{lower}"), &format!("{before}{lemma}")).or_else(part)
}

/// "Fighting continued": a noun in all but its tag.
fn gerund(syntax: &Syntax, index: usize) -> Option<(Kind, Class)> {
    let alone = syntax.tag(index) == Tag::Vbg && syntax.children(index).next().is_none();
    alone.then(|| lexicon().noun(syntax.lower(index), syntax.lower(index))).flatten()
}

/// "held a summit", "was held", "took aim", "a meeting can take place", "fighting continues".
fn light_phrase(syntax: &Syntax, about: &About, verb: usize) -> Option<Trigger> {
    let lexicon = lexicon();
    let lemma = syntax.lemma(verb).to_lowercase();
    let particle = syntax.first(verb, &[Dep::Prt]).map(|particle| format!("{lemma}_{}", syntax.lower(particle)));
    let is_light = |noun: usize| {
        let (lower, base) = (syntax.lower(noun), syntax.lemma(noun));
        particle.as_deref().and_then(|joined| lexicon.light(joined, lower, base)).or_else(|| lexicon.light(&lemma, lower, base))
            == Some(true)
    };
    // "went on strike": the preposition belongs to the light verb.
    let with_preposition = syntax.by(verb, &[Dep::Prep]).find_map(|preposition| {
        let noun = syntax.object_of(preposition)?;
        let joined = format!("{lemma}_{}", syntax.lower(preposition));
        (lexicon.light(&joined, syntax.lower(noun), syntax.lemma(noun)) == Some(true)).then_some(noun)
    });
    if let Some(noun) = with_preposition
        && let Some((kind, _)) = event_noun(syntax, noun)
    {
        let kind = if syntax.lemma(noun) == "strike" { Kind::Protest } else { kind };
        return Some(Trigger { head: noun, light: Some(verb), kind, class: Class::Strong });
    }
    let taken_place = lemma == "take" && syntax.by(verb, &[Dep::Dobj]).any(|object| syntax.lower(object) == "place");
    // "A hearing is set for November", but "The talks are set".
    let set_for = || syntax.by(verb, &[Dep::Prep]).any(|index| syntax.lower(index) == "for");
    let arranged = is_passive(syntax, verb) && lexicon.is("arranging", lemma.as_str()) && (lemma != "set" || set_for());
    let happens = taken_place || arranged || lexicon.is("happening", lemma.as_str());
    let happens = happens && syntax.first(verb, &[Dep::Xcomp]).is_none();
    if happens
        && let Some(noun) = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass, Dep::Csubj]).map(|noun| relative_of(syntax, verb, noun))
        && let Some((kind, _)) = event_noun(syntax, noun).or_else(|| gerund(syntax, noun)).filter(|(_, class)| *class != Class::Light)
    {
        let kind = if is_work_stoppage(syntax, about, noun) { Kind::Protest } else { kind };
        let kind = if is_court_hearing(syntax, about, noun) { Kind::Legal } else { kind };
        return Some(Trigger { head: noun, light: Some(verb), kind, class: Class::Strong });
    }
    let named = syntax.by(verb, &[Dep::Dobj]).find(|object| event_noun(syntax, *object).is_some());
    let object = named
        .or_else(|| syntax.first(verb, &[Dep::Dobj]))
        .or_else(|| is_passive(syntax, verb).then(|| subject(syntax, verb, 0)).flatten())?;
    // "a new round of consultations may be held".
    let object = sense::amount_of(syntax, object).filter(|of| event_noun(syntax, *of).is_some()).unwrap_or(object);
    if !is_light(object) {
        return None;
    }
    let (mut kind, _) = event_noun(syntax, object).filter(|_| !is_spacecraft(syntax, object))?;
    if syntax.lower(object) == "part" {
        // "took part in the talks": what matters is what in.
        let inside = syntax.by(verb, &[Dep::Prep]).chain(syntax.by(object, &[Dep::Prep])).find_map(|index| syntax.object_of(index));
        kind = inside
            .and_then(|noun| event_noun(syntax, noun))
            .map(|(kind, _)| kind)
            .filter(|kind| *kind != Kind::Other)
            .unwrap_or(Kind::Meeting);
    }
    if lexicon.is("signing-verb", lemma.as_str()) && kind == Kind::Statement {
        kind = Kind::Agreement;
    }
    let to_call = syntax.lemma(object) == "call" && lexicon.is("calling-verb", lemma.as_str());
    if to_call && !syntax.by(object, &[Dep::Prep]).any(|index| syntax.lower(index) == "for") {
        kind = Kind::Meeting;
    }
    if kind == Kind::Other
        && syntax.by(object, &[Dep::Prep]).chain(syntax.by(verb, &[Dep::Prep, Dep::Agent])).any(|index| syntax.lower(index) == "between")
    {
        kind = Kind::Meeting;
    }
    // "launched her independent bid": for an office, not for a company.
    if syntax.lemma(object) == "bid" && noun_with(syntax, object, "candidacy-modifier") {
        kind = Kind::Election;
    }
    let strikers = noun_with(syntax, object, "stoppage-modifier")
        || subject(syntax, verb, 0).is_some_and(|who| lexicon.is("striker", syntax.lemma(who)));
    kind = match (lemma.as_str(), syntax.lemma(object)) {
        ("open", "fire") => Kind::Attack,
        ("lodge", "protest") => Kind::Accusation,
        (_, "appeal") if lexicon.is("appealing-verb", lemma.as_str()) => Kind::Legal,
        (_, "strike" | "strikes") if strikers => Kind::Protest,
        // "launched a furious attack on Britain, accusing it of lies": with words.
        (_, "attack" | "assault" | "broadside") if noun_with(syntax, object, "in-words") => Kind::Accusation,
        _ => kind,
    };
    // "a signing ceremony": the narrower word tells the kind.
    if kind == Kind::Other
        && let Some(narrower) = syntax.by(object, &[Dep::Compound]).find_map(|index| lexicon.noun(syntax.lower(index), syntax.lemma(index)))
    {
        kind = narrower.0;
    }
    Some(Trigger { head: object, light: Some(verb), kind, class: Class::Strong })
}

/// "the War of the Pacific, which began in 1879": the noun that the pronoun stands for.
fn relative_of(syntax: &Syntax, verb: usize, noun: usize) -> usize {
    let pronoun = matches!(syntax.tag(noun), Tag::Wdt | Tag::Wp);
    subject(syntax, verb, 0).filter(|_| pronoun).unwrap_or(noun)
}

/// A strike in an article that tells of people "on strike", of strikers or of a walkout; "a two-day strike", "a strike at the plant".
fn is_work_stoppage(syntax: &Syntax, about: &About, noun: usize) -> bool {
    let days = |index: usize| matches!(syntax.lower(index).rsplit('-').next(), Some("day" | "hour" | "week"));
    let at_work = |index: usize| {
        syntax.lower(index) == "at" && syntax.object_of(index).is_some_and(|place| lexicon().is("workplace", syntax.lemma(place)))
    };
    if syntax.lemma(noun) == "strike"
        && (syntax.by(noun, &[Dep::Amod, Dep::Compound, Dep::Nmod]).any(days) || syntax.by(noun, &[Dep::Prep]).any(at_work))
    {
        return true;
    }
    syntax.lemma(noun) == "strike" && about.work_stops
}

/// "launches probe to icy moon", "the Juice probe": no inquiry.
fn is_spacecraft(syntax: &Syntax, noun: usize) -> bool {
    let towards = |index: usize| lexicon().is("direction-preposition", syntax.lower(index));
    let verb = syntax.head(noun).filter(|verb| syntax.is_verb(*verb) && syntax.dep(noun) == Dep::Dobj);
    let after = syntax.by(noun, &[Dep::Prep]).chain(verb.into_iter().flat_map(|verb| syntax.by(verb, &[Dep::Prep])));
    syntax.lemma(noun) == "probe"
        && (after.into_iter().any(towards)
            || syntax.by(noun, &[Dep::Compound]).any(|index| syntax.pos(index) == Pos::Propn || syntax.lower(index) == "space"))
}

/// Whether a noun has a word of this class as its first part: "hunger strike".
fn noun_with(syntax: &Syntax, noun: usize, class: &str) -> bool {
    syntax.by(noun, &[Dep::Compound, Dep::Amod]).any(|index| lexicon().is(class, syntax.lower(index)))
}

/// "The envoy is expected in Pristina on Monday": to come there; "results are expected on Wednesday".
fn expected(syntax: &Syntax, verb: usize) -> Option<Kind> {
    let alone = is_passive(syntax, verb) && syntax.first(verb, &[Dep::Xcomp, Dep::Ccomp]).is_none();
    let is_date = |place: usize| syntax.entity(place).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
    let there = |index: usize| {
        matches!(syntax.lower(index), "in" | "at")
            && syntax.object_of(index).is_some_and(|place| syntax.pos(place) == Pos::Propn && !is_date(place))
    };
    let comes = syntax.by(verb, &[Dep::Prep]).any(there);
    (alone && syntax.lemma(verb) == "expect").then_some(if comes { Kind::Meeting } else { Kind::Other })
}

/// "the closing of a post office", "the handing over of two suspects": an act told by the noun of its verb.
fn act_as_noun(syntax: &Syntax, noun: usize) -> Option<(Kind, Class)> {
    let stem = syntax.lower(noun).strip_suffix("ing").filter(|stem| stem.len() > 2)?;
    let definite = syntax.by(noun, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
    let of = syntax.by(noun, &[Dep::Prep]).find(|index| syntax.lower(*index) == "of").filter(|_| definite)?;
    let object = syntax.object_of(of).map(|object| syntax.lemma(object).to_lowercase()).unwrap_or_default();
    let particle = syntax.first(noun, &[Dep::Prt]).map(|particle| format!("_{}", syntax.lower(particle))).unwrap_or_default();
    let single = stem.char_indices().next_back().map(|(at, last)| (&stem[..at], last)).filter(|(rest, last)| rest.ends_with(*last));
    let bases = [Some(stem.to_owned()), Some(format!("{stem}e")), single.map(|(rest, _)| rest.to_owned())];
    bases.into_iter().flatten().map(|base| base + &particle).find_map(|verb| {
        let (kind, class) = lexicon().verb(&verb)?;
        let kind = lexicon().sense(&verb, &object, "").unwrap_or(kind);
        (class == Class::Act).then_some((kind, Class::Strong))
    })
}

fn verb_trigger(syntax: &Syntax, verb: usize) -> Option<Trigger> {
    let lemma = syntax.lemma(verb).to_lowercase();
    let entry = expected(syntax, verb).map(|kind| (kind, Class::Act)).or_else(|| verb_entry(syntax, verb));
    let (kind, class) = match entry {
        Some(entry) => sense::refine(syntax, verb, &lemma, entry),
        None => match sense::by_company(syntax, verb, &lemma) {
            Some(kind) => (kind, Class::Act),
            None if lexicon().is_state(&lemma) => return None,
            None => sense::by_field(syntax, verb).map_or((Kind::Other, Class::Weak), |kind| (kind, Class::Act)),
        },
    };
    Some(Trigger { head: verb, light: None, kind, class })
}

/// "an explosion of methane", "a gas blast", "a factory explosion": nobody's attack.
fn is_accident(syntax: &Syntax, noun: usize) -> bool {
    let bursts = lexicon().is("burst", syntax.lemma(noun));
    let of = syntax.by(noun, &[Dep::Prep]).filter(|index| syntax.lower(*index) == "of").filter_map(|of| syntax.object_of(of));
    bursts && (noun_with(syntax, noun, "accident-modifier") || of.into_iter().any(|of| lexicon().is("accident-modifier", syntax.lower(of))))
}

/// "a restitution hearing": its first part tells what kind of hearing.
fn is_court_hearing(syntax: &Syntax, about: &About, noun: usize) -> bool {
    let hearing = lexicon().is("court-hearing", syntax.lemma(noun));
    // In an article about a court, unless it is one of parliament.
    let in_court = about.court && !noun_with(syntax, noun, "parliament-modifier");
    hearing && (noun_with(syntax, noun, "court-modifier") || in_court)
}

fn noun_trigger(syntax: &Syntax, about: &About, noun: usize) -> Option<Trigger> {
    let (mut kind, mut class) = event_noun(syntax, noun).or_else(|| act_as_noun(syntax, noun))?;
    // "an exchange of artillery fire".
    let of_fire = syntax.by(noun, &[Dep::Prep]).filter_map(|of| syntax.object_of(of)).any(|of| lexicon().is("shots", syntax.lemma(of)));
    if syntax.lemma(noun) == "exchange" && of_fire {
        (kind, class) = (Kind::Attack, Class::Strong);
    }
    let by_wire = syntax.lemma(noun) == "call" && syntax.by(noun, &[Dep::Compound]).any(|index| lexicon().is("wire", syntax.lower(index)));
    if by_wire {
        (kind, class) = (Kind::Meeting, Class::Strong);
    }
    if is_work_stoppage(syntax, about, noun) {
        kind = Kind::Protest;
    }
    if is_court_hearing(syntax, about, noun) {
        kind = Kind::Legal;
    }
    if kind == Kind::Attack && is_accident(syntax, noun) {
        kind = Kind::Disaster;
    }
    if class == Class::Light
        || is_spacecraft(syntax, noun)
        || syntax.dep(noun) == Dep::Compound
        || syntax.dep(noun) == Dep::Amod
        || syntax.dep(noun) == Dep::Nmod && syntax.head(noun).is_some_and(|head| head > noun && syntax.is_noun(head))
    {
        return None;
    }
    Some(Trigger { head: noun, light: None, kind, class })
}

/// Whether a verb only passes its tense to the one below: "plan to establish", "continued to target".
pub(crate) fn carries(syntax: &Syntax, verb: usize, below: usize) -> bool {
    let lexicon = lexicon();
    let lemma = syntax.lemma(verb);
    let linked = syntax.head(below) == Some(verb) && syntax.dep(below) == Dep::Xcomp;
    linked && (lexicon.is("implicative", lemma) || lexicon.is("carrier", lemma)) && lemma != "claim" && !is_finite(syntax, below)
}
