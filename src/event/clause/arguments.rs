//! Who does what to whom in the tree: subjects and objects across passives, relative clauses, conjunction and control.

use crate::event::lexicon::{Class, lexicon};
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};

/// The arguments of a verb as heads of phrases. Conjuncts are not listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Who acts.
    pub agent: Option<usize>,
    /// What is acted on.
    pub patient: Option<usize>,
    /// To whom, for two objects: "gave Ukraine tanks".
    pub dative: Option<usize>,
    /// Prepositional phrases: the preposition and its object.
    pub oblique: Vec<(usize, usize)>,
    /// Whether the verb is passive.
    pub passive: bool,
}

/// The arguments of the verb `verb`.
pub(crate) fn arguments(syntax: &Syntax, verb: usize) -> Arguments {
    let mut out = Arguments { passive: is_passive(syntax, verb), ..Arguments::default() };
    let subject = subject(syntax, verb, 0);
    let by = syntax.first(verb, &[Dep::Agent]).and_then(|index| syntax.object_of(index));
    if out.passive {
        out.patient = listed_behind(syntax, verb).or(subject);
        out.agent = by;
    } else {
        out.agent = subject;
        out.patient =
            syntax.first(verb, &[Dep::Dobj]).map(|object| antecedent(syntax, object, verb)).filter(|object| Some(*object) != subject);
    }
    if out.patient.is_none() && !out.passive {
        // An object clause counts only through its own event.
        out.patient = gap(syntax, verb);
    }
    out.dative = syntax.first(verb, &[Dep::Dative]).map(|index| syntax.object_of(index).unwrap_or(index));
    // "calls on Chile to wait, and on Peru to go": the second phrase is joined to the first.
    let joined = |word: &usize| syntax.tag(*word) == Tag::In && syntax.object_of(*word).is_some();
    let prepositions = syntax.by(verb, &[Dep::Prep, Dep::Agent]);
    let inner = syntax.by(verb, &[Dep::Prep]).flat_map(|word| syntax.by(word, &[Dep::Conj]).collect::<Vec<_>>());
    for preposition in prepositions.chain(syntax.by(verb, &[Dep::Conj]).chain(inner).filter(joined)) {
        push_oblique(syntax, preposition, &mut out.oblique);
    }
    out
}

/// "The candidates elected were Ann Roe and Karl Dahl", "among those killed was Ann Roe": who they are stands on the other side of "were".
pub(crate) fn listed_behind(syntax: &Syntax, verb: usize) -> Option<usize> {
    let noun = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Acl && syntax.tag(verb) == Tag::Vbn)?;
    let be = |index: usize| syntax.head(index).filter(|be| syntax.lemma(*be) == "be");
    match syntax.dep(noun) {
        Dep::Nsubj => be(noun).and_then(|be| syntax.first(be, &[Dep::Attr])).filter(|name| syntax.pos(*name) == Pos::Propn),
        Dep::Pobj => {
            let among = syntax.head(noun).filter(|word| lexicon().is("among", syntax.lower(*word)))?;
            be(among).and_then(|be| syntax.first(be, &[Dep::Nsubj, Dep::Attr])).filter(|name| syntax.pos(*name) == Pos::Propn)
        }
        _ => None,
    }
}

/// Adds a preposition with its object, also through "according to" and "along with".
pub(crate) fn push_oblique(syntax: &Syntax, preposition: usize, out: &mut Vec<(usize, usize)>) {
    if let Some(object) = syntax.object_of(preposition) {
        out.push((preposition, object));
    }
    for inner in syntax.by(preposition, &[Dep::Prep]) {
        if let Some(object) = syntax.object_of(inner) {
            out.push((inner, object));
        }
    }
}

/// Whether a verb is passive, also without auxiliary: "drones launched by Russia", "arrested and charged".
pub(crate) fn is_passive(syntax: &Syntax, verb: usize) -> bool {
    if syntax.is_passive(verb) || headline_passive(syntax, verb) {
        return true;
    }
    if syntax.tag(verb) != Tag::Vbn || syntax.first(verb, &[Dep::Aux, Dep::Nsubj]).is_some() {
        return false;
    }
    match (syntax.dep(verb), syntax.head(verb)) {
        (Dep::Acl, _) => !is_main_participle(syntax, verb),
        (Dep::Conj, Some(head)) if syntax.is_verb(head) => is_passive(syntax, head),
        (Dep::Advcl | Dep::Ccomp | Dep::Xcomp, _) => {
            syntax.first(verb, &[Dep::Agent]).is_some() || syntax.first(verb, &[Dep::Dobj]).is_none()
        }
        _ => false,
    }
}

/// "His successor, Donald Trump, posted that ...": the main verb of a sentence that has no other, which the parser took for a
/// participle of its subject.
pub(crate) fn is_main_participle(syntax: &Syntax, verb: usize) -> bool {
    let Some(noun) = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Acl && syntax.tag(verb) == Tag::Vbn) else { return false };
    let someone = crate::actor::is_role(syntax.lemma(noun))
        || std::iter::once(noun).chain(syntax.by(noun, &[Dep::Appos])).any(|index| syntax.pos(index) == Pos::Propn);
    let ends = syntax.sentence(syntax.sentence_of(verb)).next_back().is_some_and(|last| syntax.pos(last) == Pos::Punct);
    if told_beside(syntax, noun, verb) {
        return true;
    }
    someone
        && ends
        && syntax.head(noun).is_none()
        && syntax.is_noun(noun)
        && verb > noun + 2
        && syntax.word(verb - 1) == ","
        && syntax.first(verb, &[Dep::Agent]).is_none()
        && syntax.first(verb, &[Dep::Dobj, Dep::Ccomp, Dep::Xcomp, Dep::Prep]).is_some()
}

/// "They have agreed, the foreign minister announced on Monday": a verb of saying that the parser took for a participle of its subject,
/// and the subject for an apposition.
pub(crate) fn told_beside(syntax: &Syntax, noun: usize, verb: usize) -> bool {
    let says = lexicon().verb(syntax.lemma(verb)).is_some_and(|(_, class)| class == Class::Speech);
    says && syntax.comma_before(noun).is_some()
        && verb == noun + 1
        && syntax.dep(noun) == Dep::Appos
        && syntax.first(verb, &[Dep::Agent, Dep::Dobj]).is_none()
}

/// `"...," complained its head`: the speaker behind the verb, which the parser took for its object.
fn inverted_subject(syntax: &Syntax, verb: usize) -> Option<usize> {
    let says = lexicon().verb(syntax.lemma(verb)).is_some_and(|(_, class)| class == Class::Speech);
    let quote = verb.checked_sub(1).is_some_and(|before| matches!(syntax.word(before), "\"" | "\u{201d}" | "''" | "\u{2019}"));
    let finite = matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp);
    syntax.first(verb, &[Dep::Dobj]).filter(|object| says && quote && finite && *object > verb)
}

/// "He offered his condolences, said he had called and left": the parser takes what was done first for what is said.
fn serial_subject(syntax: &Syntax, verb: usize) -> Option<usize> {
    let comma = verb.checked_sub(1).filter(|before| syntax.word(*before) == "," && syntax.tag(verb) == Tag::Vbd)?;
    let first = syntax.by(verb, &[Dep::Ccomp]).find(|clause| *clause < comma && syntax.tag(*clause) == Tag::Vbd)?;
    let more = syntax.by(verb, &[Dep::Ccomp]).any(|clause| clause > verb);
    let quoted = syntax.phrase(first).any(|word| matches!(syntax.word(word), "\"" | "“" | "”"));
    syntax.first(first, &[Dep::Nsubj]).filter(|_| more && !quoted)
}

/// "Barra appointed as chief": headlines leave out "is".
fn headline_passive(syntax: &Syntax, verb: usize) -> bool {
    let range = syntax.sentence(syntax.sentence_of(verb));
    let headline = syntax.head(verb).is_none() && range.clone().next_back().is_some_and(|last| syntax.pos(last) != Pos::Punct);
    let bare = matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbn)
        && syntax.first(verb, &[Dep::Dobj, Dep::Aux, Dep::Ccomp, Dep::Xcomp, Dep::Prt]).is_none();
    headline && bare && lexicon().is("headline-passive", syntax.lemma(verb))
}

/// The head of the subject phrase of a verb, its own or the one that the tree passes on.
pub(crate) fn subject(syntax: &Syntax, verb: usize, depth: usize) -> Option<usize> {
    if depth > 6 {
        return None;
    }
    if let Some(own) = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]) {
        // "The Red Cross operating in Iraq said": the parser may take the participle for the subject.
        if syntax.is_verb(own)
            && let Some(inner) = syntax.first(own, &[Dep::Nsubj])
        {
            return Some(inner);
        }
        return Some(antecedent(syntax, own, verb));
    }
    let Some(head) = syntax.head(verb) else {
        return inverted_subject(syntax, verb)
            .or_else(|| serial_subject(syntax, verb))
            .or_else(|| misplaced_subject(syntax, verb))
            .or_else(|| subject_as_adverb(syntax, verb));
    };
    let before_modal = name_before_modal(syntax, verb);
    match syntax.dep(verb) {
        Dep::Conj | Dep::Ccomp if before_modal.is_some() => before_modal,
        Dep::Conj if syntax.is_verb(head) => subject(syntax, head, depth + 1),
        Dep::Xcomp | Dep::Ccomp if syntax.is_verb(head) => {
            let object = syntax.first(head, &[Dep::Dobj, Dep::Dative]).filter(|_| lexicon().is("object-control", syntax.lemma(head)));
            let lower_passive = is_passive(syntax, head).then(|| syntax.first(head, &[Dep::Nsubjpass])).flatten();
            object.or(lower_passive).or_else(|| subject(syntax, head, depth + 1))
        }
        Dep::Xcomp => syntax.head(head).filter(|verb| syntax.is_verb(*verb)).and_then(|verb| subject(syntax, verb, depth + 1)),
        Dep::Advcl | Dep::Parataxis | Dep::Dep if syntax.is_verb(head) && !is_finite(syntax, verb) => subject(syntax, head, depth + 1),
        Dep::Acl if syntax.is_noun(head) => {
            // "his decision to go": who decides goes; "troops fighting": the troops fight.
            if syntax.tag(verb) == Tag::Vb { owner_or_governor(syntax, head, depth) } else { Some(head) }
        }
        Dep::Relcl => Some(head),
        // "should it do so, its secretary, Ann Roe, cautioned on Monday": the parser takes the main verb for the lesser one.
        Dep::Advcl if syntax.word(verb.saturating_sub(1)) == "," => misplaced_subject(syntax, verb),
        Dep::Pcomp => {
            let outer = syntax.head(head)?;
            if let Some(people) = misread_compound(syntax, outer) {
                return Some(people);
            }
            if syntax.is_verb(outer) {
                let object = syntax.first(outer, &[Dep::Dobj]).filter(|_| lexicon().is("object-preposition", syntax.lower(head)));
                object.or_else(|| subject(syntax, outer, depth + 1))
            } else {
                owner_or_governor(syntax, outer, depth)
            }
        }
        _ => None,
    }
}

/// "consensus among meeting participants on building": "among" takes no clause, so what the parser took for one is a noun with another
/// before it. The noun.
pub(crate) fn misread_compound(syntax: &Syntax, participle: usize) -> Option<usize> {
    let among = syntax.head(participle).filter(|_| syntax.dep(participle) == Dep::Pcomp && syntax.tag(participle) == Tag::Vbg)?;
    let noun = syntax.first(participle, &[Dep::Dobj]).filter(|noun| *noun == participle + 1)?;
    matches!(syntax.lower(among), "among" | "amongst" | "between").then_some(noun)
}

/// The name directly before a main verb to which the parser gave no subject: "In talks on Ukraine, Starmer emphasized".
fn misplaced_subject(syntax: &Syntax, verb: usize) -> Option<usize> {
    if !matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp) {
        return None;
    }
    let mut before = verb.checked_sub(1)?;
    while matches!(syntax.pos(before), Pos::Adv | Pos::Aux | Pos::Part) {
        before = before.checked_sub(1)?;
    }
    // "its secretary, Ann Roe, a member of the board, told": a name with an apposition, closed by a comma.
    if syntax.word(before) == "," {
        return apposed_before(syntax, before, verb);
    }
    // "In the garden of the hotel, Ana Roe of the League climbed": the person, not the body behind "of".
    let owner =
        syntax.head(before).filter(|of| syntax.dep(before) == Dep::Pobj && syntax.lower(*of) == "of").and_then(|of| syntax.head(of));
    if let Some(person) = owner.filter(|noun| syntax.pos(*noun) == Pos::Propn && syntax.dep(*noun) == Dep::Appos) {
        return Some(person);
    }
    let name =
        syntax.pos(before) == Pos::Propn && matches!(syntax.dep(before), Dep::Appos | Dep::Pobj | Dep::Conj | Dep::Npadvmod | Dep::Nmod);
    (name && syntax.sentence_of(before) == syntax.sentence_of(verb)).then_some(before)
}

/// "a threat to Russia and Moscow would not accept it": the parser may join the name to what stands before "and".
fn name_before_modal(syntax: &Syntax, verb: usize) -> Option<usize> {
    let modal = syntax.by(verb, &[Dep::Aux]).find(|aux| syntax.tag(*aux) == Tag::Md)?;
    let name = modal.checked_sub(1).filter(|name| syntax.pos(*name) == Pos::Propn && syntax.dep(*name) == Dep::Conj)?;
    let joined = syntax.head(name).filter(|other| syntax.dep(*other) == Dep::Pobj)?;
    (name == joined + 2).then_some(name)
}

/// "Aldous, who holds a visa, was held": the name that begins the sentence, taken for an adverb.
fn subject_as_adverb(syntax: &Syntax, verb: usize) -> Option<usize> {
    let first = syntax.sentence(syntax.sentence_of(verb)).start;
    let who = |clause: usize| syntax.by(clause, &[Dep::Nsubj]).any(|who| syntax.lower(who) == "who");
    let hangs = syntax.dep(first) == Dep::Advmod && syntax.head(first) == Some(verb);
    (hangs && syntax.by(first, &[Dep::Relcl]).any(who)).then_some(first)
}

/// The name in apposition, or with one, that ends at the comma before a verb.
fn apposed_before(syntax: &Syntax, comma: usize, verb: usize) -> Option<usize> {
    let mut at = comma.checked_sub(1)?;
    for _ in 0..8 {
        if syntax.sentence_of(at) != syntax.sentence_of(verb) || syntax.is_verb(at) {
            return None;
        }
        // "In Lima, an opposition party, the National Movement, said": the parser may join the name to what the party is.
        let beside = syntax.dep(at) == Dep::Conj && syntax.head(at).is_some_and(|noun| syntax.dep(noun) == Dep::Appos);
        if syntax.pos(at) == Pos::Propn && (syntax.dep(at) == Dep::Appos || beside) {
            return Some(at);
        }
        at = syntax.head(at)?;
    }
    None
}

/// "praised his decision to go": who decides. "French officials express their intent to go": one expresses one's own.
fn owner_or_governor(syntax: &Syntax, noun: usize, depth: usize) -> Option<usize> {
    let owner = syntax.first(noun, &[Dep::Poss]);
    let expresses = syntax.head(noun).is_some_and(|verb| lexicon().is("expressing-ones-own", syntax.lemma(verb)));
    let own = expresses && owner.is_some_and(|owner| syntax.tag(owner) == Tag::PrpPoss);
    let governor = || governor_subject(syntax, noun, depth);
    if own { governor().or(owner) } else { owner.or_else(governor) }
}

/// The subject of the verb whose object a noun is: in "they announced plans to go" they go.
fn governor_subject(syntax: &Syntax, noun: usize, depth: usize) -> Option<usize> {
    let verb = syntax.head(noun).filter(|verb| syntax.is_verb(*verb) && syntax.dep(noun) == Dep::Dobj)?;
    subject(syntax, verb, depth + 1)
}

/// What a relative pronoun stands for.
fn antecedent(syntax: &Syntax, index: usize, verb: usize) -> usize {
    if !matches!(syntax.tag(index), Tag::Wdt | Tag::Wp) && syntax.lower(index) != "that" {
        return index;
    }
    let mut clause = verb;
    for _ in 0..6 {
        match (syntax.dep(clause), syntax.head(clause)) {
            (Dep::Relcl, Some(head)) => {
                return people_within(syntax, head, index).unwrap_or_else(|| agreeing(syntax, housed(syntax, head, index, verb), verb));
            }
            (Dep::Conj | Dep::Xcomp | Dep::Ccomp, Some(head)) => clause = head,
            _ => return index,
        }
    }
    index
}

/// "their stance against the leaders, who want troops": the people in the phrase of a thing that "who" cannot mean.
fn people_within(syntax: &Syntax, noun: usize, pronoun: usize) -> Option<usize> {
    let people = |word: usize| crate::actor::is_role(syntax.lemma(word)) || crate::actor::is_people(syntax.lower(word));
    let thing = syntax.pos(noun) == Pos::Noun && !people(noun) && lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).is_none();
    let who = thing && syntax.lower(pronoun) == "who";
    (noun + 1..pronoun).rev().find(|word| who && syntax.is_noun(*word) && people(*word))
}

/// "the Sports Court in Lausanne, which ruled", "the mayor of Lyon, who left": the name or noun before the town where it is.
fn housed(syntax: &Syntax, town: usize, pronoun: usize, verb: usize) -> usize {
    let place = syntax.entity(town).is_some_and(|entity| matches!(entity.label, EntityLabel::Gpe | EntityLabel::Loc));
    let inside = syntax.head(town).filter(|word| syntax.dep(town) == Dep::Pobj && matches!(syntax.lower(*word), "in" | "of"));
    let above = inside.and_then(|word| syntax.head(word)).filter(|above| place && syntax.is_noun(*above));
    let someone = syntax.lower(pronoun) == "who" || lexicon().verb(syntax.lemma(verb)).is_some() && !is_passive(syntax, verb);
    // "a spokesman for the shipping office, who accused": a person, not the office.
    let office =
        syntax.head(town).filter(|_| syntax.dep(town) == Dep::Pobj && syntax.lower(pronoun) == "who").and_then(|word| syntax.head(word));
    if let Some(role) = office.filter(|noun| crate::actor::is_body(syntax.lower(town)) && crate::actor::is_role(syntax.lower(*noun))) {
        return role;
    }
    // "Ann Roe of Halden Bank, who left": a person, not the bank.
    let of_body = syntax.entity(town).is_some_and(|entity| entity.label == EntityLabel::Org) && syntax.lower(pronoun) == "who";
    let person =
        syntax.head(town).filter(|word| of_body && syntax.dep(town) == Dep::Pobj && matches!(syntax.lower(*word), "of" | "at" | "from"));
    if let Some(person) = person.and_then(|word| syntax.head(word)).filter(|above| syntax.pos(*above) == Pos::Propn) {
        return person;
    }
    // "the summit in Lima, which opens on Monday".
    let event = |noun: &usize| lexicon().noun(syntax.lower(*noun), syntax.lemma(*noun)).is_some();
    if let Some(occasion) = above.filter(|above| event(above) && lexicon().is("happening", syntax.lemma(verb))) {
        return occasion;
    }
    match above {
        Some(above) if someone && (syntax.pos(above) == Pos::Propn || syntax.lower(pronoun) == "who") => above,
        _ => town,
    }
}

/// "guarantees for Ukraine, which have departed": the noun further up that agrees with the verb in number.
fn agreeing(syntax: &Syntax, noun: usize, verb: usize) -> usize {
    let plural_verb = syntax.tag(verb) == Tag::Vbp
        || syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).any(|aux| lexicon().is("plural-auxiliary", syntax.lower(aux)));
    let plural = |noun: usize| matches!(syntax.tag(noun), Tag::Nns | Tag::Nnps) || syntax.by(noun, &[Dep::Conj]).next().is_some();
    if !plural_verb || plural(noun) || syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.tag(aux) == Tag::Md) {
        return noun;
    }
    let mut at = noun;
    while syntax.dep(at) == Dep::Pobj {
        let Some(above) = syntax.head(at).and_then(|preposition| syntax.head(preposition)).filter(|above| syntax.is_noun(*above)) else {
            break;
        };
        if plural(above) {
            return above;
        }
        at = above;
    }
    noun
}

/// The object that a relative clause without pronoun leaves open: "the call he took".
pub(in crate::event) fn gap(syntax: &Syntax, verb: usize) -> Option<usize> {
    let head = (syntax.dep(verb) == Dep::Relcl).then(|| syntax.head(verb)).flatten()?;
    let own_subject = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass])?;
    let relative = matches!(syntax.tag(own_subject), Tag::Wdt | Tag::Wp) || syntax.lower(own_subject) == "that";
    let adverbial = syntax.by(verb, &[Dep::Advmod]).any(|index| syntax.tag(index) == Tag::Wrb);
    (!relative && !adverbial).then_some(head)
}

/// Whether a verb has a tense of its own.
pub(crate) fn is_finite(syntax: &Syntax, verb: usize) -> bool {
    matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbp | Tag::Vbz | Tag::Md)
        || syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).any(|aux| matches!(syntax.tag(aux), Tag::Vbd | Tag::Vbp | Tag::Vbz | Tag::Md))
        || (syntax.dep(verb) == Dep::Conj
            && syntax.tag(verb) == Tag::Vbn
            && syntax.head(verb).is_some_and(|head| syntax.is_verb(head) && is_finite(syntax, head)))
        || is_main_participle(syntax, verb)
}
