//! Who takes part in an event: here in one told by a verb, read from its arguments; in files of their own what a noun, the verbs around
//! and the text before tell.

#[cfg(test)]
mod accuracy;
mod around;
mod attended;
#[cfg(test)]
mod both_sides_tests;
mod broken_ties;
mod companies;
mod dealing;
mod noun;
mod reacted_to;
mod said_about;
mod stand_in;
mod taken_up;
#[cfg(test)]
mod tests;

use crate::actor::{ArticleActors, MentionForm};
use crate::event::clause::arguments::{Arguments, arguments};
use crate::event::clause::context::Page;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::event::trigger::sense;
use crate::language::{Dep, Syntax, Tag};
use crate::model::{ActorKind, Kind, Role};

/// Participants by local actor, and the place as written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    /// In the order found: agents first.
    pub roles: Vec<(usize, Role)>,
    /// The name of the place.
    pub place: Option<String>,
    /// Whether someone is named or described as acting, actor or not.
    pub has_subject: bool,
    /// Whether a pronoun acts, or owns who does: somebody whom the text told of before, named or not.
    pub refers_back: bool,
}

impl Cast {
    pub(super) fn add(&mut self, actors: &[usize], role: Role) {
        for actor in actors {
            if !self.roles.iter().any(|(known, _)| known == actor) {
                self.roles.push((*actor, role));
            }
        }
    }
}

/// Kinds that are said rather than done.
pub(crate) const fn is_said(kind: Kind) -> bool {
    matches!(kind, Kind::Statement | Kind::Accusation | Kind::Warning | Kind::Demand | Kind::Rejection)
}

/// Reads the cast of a trigger.
pub(crate) fn cast(page: &Page, actors: &ArticleActors, trigger: &Trigger) -> Cast {
    let mut reader = Reader { page, syntax: page.syntax, actors, kind: trigger.kind, out: Cast::default() };
    let verb = trigger.verb(page.syntax);
    if let Some(verb) = verb {
        reader.read_verb(trigger, verb);
    }
    if Some(trigger.head) != verb {
        reader.read_noun(trigger);
    }
    reader.employers(trigger);
    reader.attended(trigger);
    reader.place(trigger);
    reader.out
}

/// Whether a phrase is what "by" names in the passive.
fn is_agent_of_passive(syntax: &Syntax, head: usize) -> bool {
    syntax.head(head).is_some_and(|by| syntax.dep(by) == Dep::Agent)
}

pub(super) struct Reader<'r, 'p, 'a> {
    pub(super) page: &'r Page<'p, 'a>,
    pub(super) syntax: &'r Syntax<'a>,
    pub(super) actors: &'r ArticleActors,
    pub(super) kind: Kind,
    pub(super) out: Cast,
}

impl Reader<'_, '_, '_> {
    /// The actors of a phrase; "I" and "we" are whoever is quoted.
    pub(super) fn who(&self, head: usize) -> Vec<usize> {
        let mut out = Vec::new();
        let beside = self.offices_beside(head);
        for conjunct in self.syntax.conjuncts(head).into_iter().chain(beside) {
            if lexicon().is("first-person", self.syntax.lower(conjunct)) {
                out.extend(self.quoted_speaker(conjunct));
            }
            out.extend(self.interviewed(conjunct));
            let denoted = self.actors.denoted(self.syntax, conjunct);
            // "This was stated by the ministry's spokeswoman, Ann Roe" tells what the ministry states; "she said" what she says.
            let by = is_agent_of_passive(self.syntax, head);
            out.extend(denoted.actors.into_iter().chain(denoted.behind.into_iter().filter(|_| by)));
            // Who rejects, hires or is dismissed does or suffers it for the body; what he says is his own.
            if matches!(self.kind, Kind::Rejection | Kind::Appointment | Kind::Legal | Kind::Economy | Kind::Other) {
                out.extend(denoted.employers);
            }
        }
        out.dedup();
        out
    }

    /// "The minister, Ann Roe, and the ambassador, Lars Dahl, met": the parser may join the second office to the first name.
    fn offices_beside(&self, head: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let role = |noun: &usize| crate::actor::is_role(syntax.lower(*noun)) && syntax.by(*noun, &[Dep::Det]).next().is_some();
        let named =
            syntax.by(head, &[Dep::Appos]).filter(|name| crate::actor::is_role(syntax.lower(head)) && self.actors.at(*name).is_some());
        named.flat_map(|name| syntax.by(name, &[Dep::Conj]).filter(role).collect::<Vec<_>>()).collect()
    }

    /// "I" in an answer, "you" in a question: who is interviewed.
    fn interviewed(&self, token: usize) -> Option<usize> {
        self.page.interview.meant(self.syntax.lower(token), self.page.block_number(token)).filter(|_| !self.page.quoted(token))
    }

    fn quoted_speaker(&self, token: usize) -> Vec<usize> {
        let verb = self.page.quotations.speech(token).and_then(|quotation| quotation.verb);
        let subject = verb.and_then(|verb| arguments(self.syntax, verb).agent).filter(|subject| !self.page.quoted(*subject));
        subject.map(|subject| self.actors.denoted_all(self.syntax, subject).actors).unwrap_or_default()
    }

    /// The actors that own or make what a noun names: "Starmer and Macron's proposal", "a US-backed proposal", "Russian airfield".
    pub(super) fn owners(&self, head: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut out = Vec::new();
        // "formed west of Lima"
        if lexicon().is("direction", syntax.lemma(head)) {
            return out;
        }
        for child in syntax.by(head, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]) {
            out.extend(self.who(child));
            for inner in syntax.by(child, &[Dep::Npadvmod]) {
                out.extend(self.who(inner));
            }
        }
        for preposition in syntax.by(head, &[Dep::Prep]).filter(|index| lexicon().is("owner-preposition", syntax.lower(*index))) {
            // "shares in the company"; otherwise "in" tells a place.
            let inside = syntax.lower(preposition) == "in";
            if let Some(object) = syntax.object_of(preposition).filter(|_| !inside || lexicon().is("stake", syntax.lemma(head))) {
                out.extend(self.who(object));
            }
        }
        // "profit at the company", "an attempt to acquire the company"
        for at in syntax.by(head, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "at") {
            let who = syntax.object_of(at).map(|object| self.who(object)).unwrap_or_default();
            out.extend(who.into_iter().filter(|actor| self.actors.actors[*actor].kind == ActorKind::Organisation));
        }
        for clause in syntax.by(head, &[Dep::Acl]).filter(|clause| syntax.tag(*clause) == Tag::Vb) {
            let object = arguments(syntax, clause).patient;
            out.extend(object.map(|object| self.who(object)).unwrap_or_default());
        }
        for clause in syntax.by(head, &[Dep::Acl]) {
            if let Some(agent) = arguments(syntax, clause).agent.filter(|agent| *agent != head) {
                out.extend(self.who(agent));
            }
        }
        out
    }

    fn read_verb(&mut self, trigger: &Trigger, verb: usize) {
        let syntax = self.syntax;
        let found = arguments(self.syntax, verb);
        let said = is_said(trigger.kind);
        let head_is_noun = trigger.head != verb;
        self.out.has_subject = found.agent.is_some() || (found.passive && found.patient.is_some());
        // "It spread to five towns": a happening, not somebody.
        let happens = ["happening", "comes-about"].into_iter().any(|list| lexicon().is(list, syntax.lemma(verb)));
        let someone = |word: &str| lexicon().is("plural-pronoun", word) || !happens && lexicon().is("thing-pronoun", word);
        let back = |word: usize| syntax.sentence_of(word) > 0 && someone(syntax.lower(word));
        self.out.refers_back = found.agent.is_some_and(|agent| back(agent) || syntax.by(agent, &[Dep::Poss]).any(back));
        let faces = self.syntax.lemma(verb) == "face" || self.syntax.lemma(verb) == "suffer" || self.syntax.lemma(verb) == "undergo";
        if let Some(agent) = found.agent.filter(|agent| *agent != trigger.head) {
            let role = if faces {
                Role::Patient
            } else if said {
                Role::Speaker
            } else {
                Role::Agent
            };
            let mut who = self.who(agent);
            // "A, B, and C held": the parser may give one verb several subjects.
            let others = self
                .syntax
                .by(verb, &[Dep::Nsubj])
                .filter(|other| *other != agent && !found.passive)
                .flat_map(|other| self.who(other))
                .collect::<Vec<_>>();
            who.extend(others);
            if who.is_empty() {
                who = self.stand_in(trigger, verb, agent);
            }
            if who.is_empty()
                && matches!(trigger.kind, Kind::Attack | Kind::Deployment | Kind::Rejection | Kind::Disaster | Kind::Economy | Kind::Other)
            {
                who = self.owners(agent);
            }
            self.out.add(&who, role);
        }
        // "as stated by the ministry, A signed": A is told nothing.
        let inherited = found.passive && said && self.syntax.first(verb, &[Dep::Nsubjpass, Dep::Nsubj]).is_none();
        // "the ship left Lomé", "the last soldier left Togo": where, not whom.
        let left = |patient: usize| {
            lexicon().is("leaving", syntax.lemma(verb))
                && self.actors.at(patient).is_some_and(|mention| {
                    mention.form == MentionForm::Capital
                        || mention.actors.iter().all(|actor| self.actors.actors[*actor].kind == ActorKind::Country)
                })
        };
        if let Some(patient) = found.patient.filter(|patient| *patient != trigger.head && !inherited && !left(*patient)) {
            let role = if said { Role::Addressee } else { Role::Patient };
            let who = self.acted_on(trigger, &found, patient);
            self.out.add(&who, role);
            self.supported(trigger, patient);
        }
        self.around(trigger, verb, &found);
        if found.patient.is_none() && !found.passive {
            let who = self.missed_object(verb);
            self.out.add(&who, if said { Role::Addressee } else { Role::Patient });
        }
        self.met_on_the_occasion(verb, &found);
        // "sent ships to Lima": where.
        let sent = trigger.kind == Kind::Deployment;
        let town = |noun: &usize| sent && self.actors.at(*noun).is_some_and(|mention| mention.form == MentionForm::Capital);
        if let Some(dative) = found.dative.filter(|dative| !town(dative)) {
            let who = self.who(dative);
            self.out.add(&who, if said { Role::Addressee } else { Role::Patient });
        }
        if said && !self.out.roles.iter().any(|(_, role)| *role == Role::Speaker) {
            self.speaker_of_medium(&found);
        }
        self.obliques(trigger, &found, head_is_noun);
        if matches!(trigger.kind, Kind::Sanction | Kind::Attack) {
            self.sanctioned(found.patient);
        }
        self.content(trigger, verb);
        self.broken_ties(trigger, verb, &found);
    }

    /// "flew to Lima for a meeting with the minister", "a meeting with the minister at which she handed over a note": with whom.
    fn met_on_the_occasion(&mut self, verb: usize, found: &Arguments) {
        let syntax = self.syntax;
        let meeting = |noun: usize| lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).is_some_and(|(kind, _)| kind == Kind::Meeting);
        let purpose = found.oblique.iter().filter(|(word, _)| syntax.lower(*word) == "for");
        let mut occasions: Vec<usize> = purpose.map(|(_, noun)| *noun).collect();
        // "at which"
        let which = |noun: usize| syntax.tag(noun) == Tag::Wdt;
        if syntax.dep(verb) == Dep::Relcl && found.oblique.iter().any(|(word, noun)| which(*noun) && syntax.lower(*word) == "at") {
            // The parser may hang the clause on the name behind "with".
            let near = syntax.head(verb);
            let above = near.and_then(|name| syntax.head(name)).and_then(|with| syntax.head(with));
            occasions.extend(near.into_iter().chain(above));
        }
        for noun in occasions.into_iter().filter(|noun| meeting(*noun)) {
            for with in syntax.by(noun, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "with") {
                let who = syntax.object_of(with).map(|object| self.who(object)).unwrap_or_default();
                self.out.add(&who, Role::Addressee);
            }
        }
    }

    /// "pledged support for Peru", "promised its help to Peru": for whom.
    fn supported(&mut self, trigger: &Trigger, object: usize) {
        let syntax = self.syntax;
        // "a package of aid"
        let of = syntax.by(object, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "of").find_map(|of| syntax.object_of(of));
        let is_aid = |noun: usize| lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).is_some_and(|(kind, _)| kind == Kind::Aid);
        let aid = is_aid(object) || of.is_some_and(is_aid);
        let supports = matches!(trigger.kind, Kind::Agreement | Kind::Aid) && lexicon().is("support", syntax.lemma(object));
        let gives = aid && matches!(trigger.kind, Kind::Agreement | Kind::Aid | Kind::Other);
        if !gives && !supports {
            return;
        }
        for word in syntax.by(object, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "for" | "to")) {
            let who = syntax.object_of(word).map(|object| self.who(object)).unwrap_or_default();
            self.out.add(&who, Role::Patient);
        }
        // "a package of military aid worth nine million to Peru": the parser hangs "to" on any word of the phrase.
        let worth = syntax.phrase(object).filter(|word| syntax.dep(*word) == Dep::Prep && syntax.lower(*word) == "to");
        let worth = worth.filter(|word| syntax.head(*word).is_some_and(|above| syntax.lower(above) == "worth"));
        let who: Vec<usize> = worth.filter_map(|word| syntax.object_of(word)).flat_map(|state| self.who(state)).collect();
        self.out.add(&who, Role::Patient);
    }

    /// "Ann Roe, chief executive of Halden, resigned": whose office it is takes part, if it is a body. A minister's state does not.
    fn employers(&mut self, trigger: &Trigger) {
        if trigger.kind != Kind::Appointment {
            return;
        }
        let actors = &self.actors.actors;
        let bodies: Vec<usize> = self
            .out
            .roles
            .iter()
            .filter_map(|(actor, _)| actors[*actor].affiliation.as_deref())
            .filter_map(|name| actors.iter().position(|other| other.name == name && other.kind == ActorKind::Organisation))
            .collect();
        self.out.add(&bodies, Role::Patient);
    }

    /// "adopted its 14th package of sanctions against Russia": whom what is imposed is against.
    fn sanctioned(&mut self, imposed: Option<usize>) {
        let syntax = self.syntax;
        let Some(imposed) = imposed else { return };
        // "launched forty drones and two missiles on the town": the parser may hang "on" on either.
        let imposed = syntax.conjuncts(imposed).into_iter();
        for noun in imposed.flat_map(|noun| [Some(noun), sense::amount_of(syntax, noun)]).flatten() {
            for preposition in syntax.by(noun, &[Dep::Prep]).filter(|index| matches!(syntax.lower(*index), "against" | "on")) {
                let who = syntax.object_of(preposition).map(|object| self.who(object)).unwrap_or_default();
                self.out.add(&who, Role::Patient);
            }
        }
    }

    /// Whether the owners of what is acted on take part: they do if the act touches them.
    pub(super) fn takes_owners(&self, trigger: &Trigger, patient: usize) -> bool {
        match trigger.kind {
            Kind::Attack
            | Kind::Rejection
            | Kind::Accusation
            | Kind::Sanction
            | Kind::Economy
            | Kind::Appointment
            | Kind::Legal
            | Kind::Other
            | Kind::Agreement
            | Kind::Aid => true,
            Kind::Statement => {
                lexicon().noun(self.syntax.lower(patient), self.syntax.lemma(patient)).is_some_and(|(kind, _)| is_said(kind))
                    && self.syntax.lemma(trigger.head) != "reiterate"
            }
            _ => false,
        }
    }

    /// "was highlighted in a recent post by Medvedev": who made the medium says it.
    fn speaker_of_medium(&mut self, found: &Arguments) {
        for (preposition, object) in &found.oblique {
            let medium = lexicon().is("medium-preposition", self.syntax.lower(*preposition))
                && lexicon().noun(self.syntax.lower(*object), self.syntax.lemma(*object)).is_some_and(|(kind, _)| is_said(kind));
            if medium {
                let mut who: Vec<usize> = self.syntax.by(*object, &[Dep::Poss]).flat_map(|poss| self.who(poss)).collect();
                for by in self.syntax.phrase(*object).filter(|index| self.syntax.lower(*index) == "by") {
                    who.extend(self.syntax.object_of(by).map(|agent| self.who(agent)).unwrap_or_default());
                }
                self.out.add(&who, Role::Speaker);
            }
        }
    }

    fn obliques(&mut self, trigger: &Trigger, found: &Arguments, light: bool) {
        let syntax = self.syntax;
        let said = is_said(trigger.kind);
        if said {
            self.interviewers(found);
        }
        for (preposition, object) in &found.oblique {
            // "spoke by telephone, according to the agency": the agency tells it.
            if syntax.head(*preposition).is_some_and(|above| syntax.lower(above) == "according") {
                continue;
            }
            let role = match syntax.lower(*preposition) {
                "with" if trigger.kind == Kind::Attack => Role::Mentioned,
                "with" => {
                    if said {
                        Role::Addressee
                    } else {
                        Role::Agent
                    }
                }
                "between" | "among" => Role::Agent,
                "alongside" if !said => Role::Agent,
                // "sued Chile at the court": where, not whom.
                "at" if trigger.kind == Kind::Legal => continue,
                // "flights were cancelled at Lisbon"
                "at" if self.is_place(*object) && trigger.kind != Kind::Accusation => continue,
                "against" | "on" | "at"
                    if light || matches!(trigger.kind, Kind::Attack | Kind::Sanction | Kind::Accusation | Kind::Legal | Kind::Protest) =>
                {
                    Role::Patient
                }
                "against" if !matches!(trigger.kind, Kind::Warning) => Role::Patient,
                "to" if said || trigger.kind == Kind::Meeting && matches!(syntax.lemma(trigger.head), "talk" | "speak") => Role::Addressee,
                "to" | "for" if matches!(trigger.kind, Kind::Aid | Kind::Economy) => Role::Patient,
                "to" if trigger.kind == Kind::Other && lexicon().is("giving", syntax.lemma(trigger.head)) && !self.is_place(*object) => {
                    Role::Addressee
                }
                "from" if self.drawn(trigger, found) => Role::Speaker,
                "from" if matches!(trigger.kind, Kind::Attack | Kind::Economy | Kind::Aid | Kind::Agreement | Kind::Rejection) => {
                    Role::Agent
                }
                // "put a proposal to the leaders of the Front"; "flew to Paris" tells where.
                "to" if matches!(trigger.kind, Kind::Meeting | Kind::Agreement | Kind::Legal | Kind::Deployment)
                    && self.is_someone(*object) =>
                {
                    Role::Addressee
                }
                "on" | "upon" if trigger.kind == Kind::Demand => Role::Addressee,
                "of" if matches!(trigger.kind, Kind::Accusation) => continue,
                _ => continue,
            };
            // "lashed out at Peru", "called on Peru to wait": a state is no place there.
            let aimed = matches!(trigger.kind, Kind::Sanction | Kind::Accusation | Kind::Demand);
            if self.is_place(*object) && !aimed && matches!(syntax.lower(*preposition), "at" | "on") {
                continue;
            }
            let mut who = self.who(*object);
            if who.is_empty() && trigger.kind == Kind::Attack {
                who = self.owners(*object);
            }
            self.out.add(&who, role);
            // "responded with strikes on Tehran": whom they struck.
            if trigger.kind == Kind::Attack && syntax.lower(*preposition) == "with" {
                self.sanctioned(Some(*object));
            }
        }
    }

    /// "drew a protest from Chile": something said is what the verb has for its object.
    fn drawn(&self, trigger: &Trigger, found: &Arguments) -> bool {
        let syntax = self.syntax;
        let said = |noun: usize| lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).is_some_and(|(kind, _)| is_said(kind));
        let object = found.patient.or(Some(trigger.head)).filter(|noun| syntax.is_noun(*noun));
        trigger.verb(syntax).is_some_and(|verb| lexicon().is("drawing", syntax.lemma(verb))) && object.is_some_and(said)
    }

    /// Whether a phrase means persons or bodies and no state or place.
    fn is_someone(&self, head: usize) -> bool {
        let who = self.who(head);
        !who.is_empty() && who.iter().all(|actor| self.actors.actors[*actor].kind != ActorKind::Country) && !self.is_place(head)
    }
}
