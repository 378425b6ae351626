//! Whose deed or word an event is about: "accepted the offer", "called the remarks absurd", "she replied".

use super::is_said;
use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::clause::arguments::arguments;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::{ActorKind, Kind, Role};

/// So many sentences back what is reacted to may have been told.
const BACK: usize = 16;

/// So many sentences back an unnamed "remark" or an answered word may have been said.
const JUST: usize = 2;

/// The fewest letters that a noun and the word that told the same have in common: "proposal", "propose".
const STEM: usize = 4;

impl Reader<'_, '_, '_> {
    /// "Peru offered to host talks. Chile accepted the offer": Peru's, whose offer it is.
    pub(in crate::event) fn reacted_to(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let Some(verb) = candidate.trigger.verb(syntax).filter(|verb| lexicon().is("reacting", syntax.lemma(*verb))) else { return };
        let found = arguments(syntax, verb);
        let about = found.oblique.iter().filter(|(word, _)| matches!(syntax.lower(*word), "on" | "to" | "upon")).map(|(_, object)| *object);
        // "called the raid “piracy”": the parser may hang the raid on what it is called.
        let named = found.patient.into_iter().flat_map(|called| syntax.by(called, &[Dep::Nmod]).collect::<Vec<_>>());
        let objects: Vec<usize> = found.patient.into_iter().chain(about).chain(named).collect();
        let role = if is_said(candidate.trigger.kind) { Role::Addressee } else { Role::Patient };
        // "denied this", "denied the allegation": who is denied has accused.
        let denies = lexicon().is("denying", syntax.lemma(verb));
        if self.taken_up_by_pronoun(verb) {
            let event = self.said_before(verb, candidate).filter(|event| !denies || event.kind == Kind::Accusation);
            if let Some(event) = event {
                add(candidate, event, role);
            }
            return;
        }
        for noun in objects.into_iter().filter(|noun| self.is_told_again(*noun)) {
            let Some(event) = self.told_by(noun, candidate).filter(|event| !denies || event.kind == Kind::Accusation) else { continue };
            add(candidate, event, role);
            return;
        }
    }

    /// "denied this", "called that “a lie”": what somebody has just said, by a pronoun behind the verb.
    fn taken_up_by_pronoun(&self, verb: usize) -> bool {
        let syntax = self.page.syntax;
        let pronoun = Some(verb + 1).filter(|next| *next + 1 < syntax.len() && lexicon().is("taking-up", syntax.lower(*next)));
        pronoun.is_some_and(|pronoun| {
            let bare = syntax.children(pronoun).next().is_none() && syntax.by(verb, &[Dep::Prt]).next().is_none();
            let object = syntax.dep(pronoun) == Dep::Dobj && bare;
            let next = pronoun + 1;
            let called = matches!(syntax.tag(next), Tag::OpenQuote) || lexicon().is("indefinite", syntax.lower(next));
            object || called && lexicon().is("naming", syntax.lemma(verb))
        })
    }

    /// "Roe demanded an apology. Dahl replied that": Roe, to whom he replies.
    pub(in crate::event) fn answered(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let head = candidate.trigger.head;
        // "Roe asked him for a loan. He refused."
        let bare = syntax.by(head, &[Dep::Dobj, Dep::Xcomp, Dep::Ccomp, Dep::Prep]).next().is_none();
        let refuses = bare && lexicon().is("refusing", syntax.lemma(head));
        let answers = is_said(candidate.trigger.kind) && (lexicon().is("answering", syntax.lemma(head)) || refuses);
        let addressed = candidate.cast.roles.iter().any(|(_, role)| *role == Role::Addressee);
        // "Asked by journalists whether he would stay, Dahl replied that": those who asked.
        let asked = |clause: usize| lexicon().is("questioned", syntax.lemma(clause)) && syntax.tag(clause) == Tag::Vbn;
        let asked = syntax.by(head, &[Dep::Advcl]).find(|clause| asked(*clause));
        if let Some(clause) = asked.filter(|_| answers && !addressed) {
            let who = arguments(syntax, clause).agent.map(|agent| self.actors.denoted_all(syntax, agent).actors);
            candidate.cast.add(&who.unwrap_or_default(), Role::Addressee);
            return;
        }
        if !answers || addressed || self.page.quoted(head) || syntax.tag(head) == Tag::Vb {
            return;
        }
        let asked = |event: &&LocalEvent| !refuses || event.kind == Kind::Demand || lexicon().is("offering", &event.lemma);
        if let Some(event) = self.said_before(head, candidate).filter(asked) {
            add(candidate, event, Role::Addressee);
        }
    }

    /// "Peru expelled two envoys. Chile responded in kind", "Chile retaliated": the state that acted just before.
    pub(in crate::event) fn retaliated(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let head = candidate.trigger.head;
        let kind = syntax.by(head, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "in").filter_map(|word| syntax.object_of(word));
        let in_kind = kind.into_iter().any(|noun| syntax.lower(noun) == "kind");
        let state = |actor: usize| self.actors.actors[actor].kind == ActorKind::Country;
        let own: Vec<usize> = candidate.cast.roles.iter().map(|(actor, _)| *actor).collect();
        let strikes_back = lexicon().is("retaliating", syntax.lemma(head)) || in_kind && lexicon().is("answering", syntax.lemma(head));
        if !strikes_back || own.len() != 1 || !state(own[0]) || syntax.tag(head) == Tag::Vb {
            return;
        }
        let near = |other: usize| syntax.sentence_of(other) + JUST >= syntax.sentence_of(head);
        let mut before = self.out.iter().rev().filter(|(_, _, other)| *other < head).take_while(|(_, _, other)| near(*other));
        let acted = before.find_map(|(event, ..)| {
            let agent = |(_, role): &&(usize, Role)| matches!(role, Role::Agent | Role::Speaker);
            let mut states = event.participants.iter().filter(agent).map(|(actor, _)| *actor);
            states.find(|actor| state(*actor) && !own.contains(actor))
        });
        candidate.cast.add(&acted.into_iter().collect::<Vec<_>>(), Role::Patient);
    }

    /// "The talks broke down", "the accord was signed in May": those who were told to take part in the same talks or accord before.
    pub(in crate::event) fn told_again(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        if !candidate.cast.roles.is_empty() {
            return;
        }
        let trigger = candidate.trigger;
        let found = trigger.verb(syntax).map(|verb| arguments(syntax, verb)).unwrap_or_default();
        let noun = Some(trigger.head).filter(|head| syntax.is_noun(*head)).or(found.patient).or(found.agent);
        let Some(noun) = noun.filter(|noun| self.is_told_again(*noun)) else { return };
        let word = syntax.lemma(noun).to_lowercase();
        let kind = lexicon().noun(syntax.lower(noun), &word).map(|(kind, _)| kind);
        if !kind.is_some_and(|kind| matches!(kind, Kind::Meeting | Kind::Agreement | Kind::Sanction | Kind::Protest)) {
            return;
        }
        let same = |event: &LocalEvent| event.lemma == word && event.participants.len() > 1;
        if let Some((event, ..)) = self.out.iter().rev().find(|(event, ..)| same(event)) {
            candidate.cast.roles.clone_from(&event.participants);
        }
    }

    /// "The signatories condemned it": those of the meeting or accord told of last.
    pub(in crate::event) fn parties(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let Some(verb) = candidate.trigger.verb(syntax) else { return };
        let subject = arguments(syntax, verb).agent.filter(|subject| lexicon().is("party-to", syntax.lower(*subject)));
        let Some(subject) = subject.filter(|subject| self.is_told_again(*subject)) else { return };
        if !self.actors.denoted(syntax, subject).actors.is_empty() {
            return;
        }
        let signed = syntax.lower(subject) == "signatories";
        let accord = |event: &LocalEvent| {
            let told = if signed { event.lemma == "sign" } else { event.kind == Kind::Meeting };
            told && event.participants.len() > 1
        };
        if let Some((event, ..)) = self.out.iter().rev().find(|(event, ..)| accord(event)) {
            let role = if is_said(candidate.trigger.kind) { Role::Speaker } else { Role::Agent };
            let who: Vec<usize> = event.participants.iter().filter(|(_, role)| *role == Role::Agent).map(|(actor, _)| *actor).collect();
            candidate.cast.add(&who, role);
        }
    }

    /// Whether a noun takes up something told before: "the offer", "this proposal", without an owner of its own.
    fn is_told_again(&self, noun: usize) -> bool {
        let syntax = self.page.syntax;
        let the = |det: usize| lexicon().is("definite", syntax.lower(det));
        let before = noun.checked_sub(1).is_some_and(|before| syntax.dep(noun) == Dep::Nmod && the(before));
        let definite = before || syntax.by(noun, &[Dep::Det]).any(the);
        let owned = syntax.by(noun, &[Dep::Poss, Dep::Amod, Dep::Compound]).any(|owner| self.actors.at(owner).is_some());
        let of = syntax.by(noun, &[Dep::Prep]).any(|word| matches!(syntax.lower(word), "by" | "of" | "from"));
        syntax.is_noun(noun) && syntax.tag(noun) != Tag::Prp && definite && !owned && !of
    }

    /// The event that a noun takes up: told with the same word, or said just before if the noun is one for what is said.
    fn told_by(&self, noun: usize, candidate: &Candidate) -> Option<&LocalEvent> {
        let syntax = self.page.syntax;
        let word = syntax.lemma(noun).to_lowercase();
        let near = |head: usize| syntax.sentence_of(head) + BACK >= syntax.sentence_of(noun);
        let same = self
            .out
            .iter()
            .rev()
            .take_while(|(_, _, head)| near(*head))
            .find(|(event, _, head)| *head != noun && same_stem(&event.lemma, &word) && others(event, candidate).next().is_some());
        let said = lexicon().is("utterance", &word);
        let attacked = |event: &LocalEvent| event.kind == Kind::Attack && others(event, candidate).next().is_some();
        let raid = lexicon().noun(syntax.lower(noun), &word).is_some_and(|(kind, _)| kind == Kind::Attack);
        let raid = self.out.iter().rev().find(|(event, ..)| raid && self.only_attacker().is_some() && attacked(event));
        same.or(raid).map(|(event, ..)| event).or_else(|| self.said_before(noun, candidate).filter(|_| said))
    }

    /// What somebody else said last.
    fn said_before(&self, index: usize, candidate: &Candidate) -> Option<&LocalEvent> {
        let syntax = self.page.syntax;
        let near = |head: usize| syntax.sentence_of(head) + JUST >= syntax.sentence_of(index);
        // "As the radio reported, Dahl replied": not to the radio.
        let source = |head: usize| syntax.dep(head) == Dep::Advcl && syntax.by(head, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "as");
        let mut before =
            self.out.iter().rev().filter(|(_, _, head)| *head < index && !source(*head)).take_while(|(_, _, head)| near(*head));
        before.find(|(event, ..)| is_said(event.kind) && others(event, candidate).next().is_some()).map(|(event, ..)| event)
    }
}

/// Those who did or said what an event tells and take no part in another one yet.
fn others<'e>(event: &'e LocalEvent, candidate: &Candidate) -> impl Iterator<Item = usize> + 'e {
    let known: Vec<usize> = candidate.cast.roles.iter().map(|(actor, _)| *actor).collect();
    let doing = event.participants.iter().filter(|(_, role)| matches!(role, Role::Agent | Role::Speaker));
    doing.map(|(actor, _)| *actor).filter(move |actor| !known.contains(actor))
}

/// Gives a candidate those whose deed or word it is about.
fn add(candidate: &mut Candidate, event: &LocalEvent, role: Role) {
    let who: Vec<usize> = others(event, candidate).collect();
    candidate.cast.add(&who, role);
}

/// Whether two words have their beginning in common: "proposal" and "propose".
fn same_stem(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let shorter = one.chars().count().min(other.chars().count());
    one == other || shared >= STEM && shared + 2 >= shorter
}
