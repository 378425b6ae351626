//! Who takes part in an event and where it took place, read from the trigger's arguments.

use super::arguments::{Arguments, arguments, push_oblique};
use super::context::{Page, is_speech};
use super::lexicon::lexicon;
use super::trigger::Trigger;
use crate::actor::ArticleActors;
use crate::language::{Dep, EntityLabel, Syntax};
use crate::model::{Kind, Role};

/// Participants by local actor, and the place as written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    /// In the order found: agents first.
    pub roles: Vec<(usize, Role)>,
    /// The name of the place.
    pub place: Option<String>,
    /// Whether someone is named or described as acting, actor or not.
    pub has_subject: bool,
}

impl Cast {
    fn add(&mut self, actors: &[usize], role: Role) {
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
    let mut reader = Reader { page, syntax: page.syntax, actors, out: Cast::default() };
    let verb = trigger.verb(page.syntax);
    if let Some(verb) = verb {
        reader.read_verb(trigger, verb);
    }
    if Some(trigger.head) != verb {
        reader.read_noun(trigger);
    }
    reader.place(trigger);
    reader.out
}

struct Reader<'r, 'p, 'a> {
    page: &'r Page<'p, 'a>,
    syntax: &'r Syntax<'a>,
    actors: &'r ArticleActors,
    out: Cast,
}

impl Reader<'_, '_, '_> {
    /// The actors of a phrase; "I" and "we" are whoever is quoted.
    fn who(&self, head: usize) -> Vec<usize> {
        let mut out = Vec::new();
        for conjunct in self.syntax.conjuncts(head) {
            if matches!(self.syntax.lower(conjunct), "i" | "we" | "me" | "us" | "my" | "our") {
                out.extend(self.quoted_speaker(conjunct));
            }
            let denoted = self.actors.denoted(self.syntax, conjunct);
            out.extend(denoted.actors.into_iter().chain(denoted.behind));
        }
        out.dedup();
        out
    }

    fn quoted_speaker(&self, token: usize) -> Vec<usize> {
        let verb = self.page.quotations.speech(token).and_then(|quotation| quotation.verb);
        let subject = verb.and_then(|verb| arguments(self.syntax, verb).agent).filter(|subject| !self.page.quoted(*subject));
        subject.map(|subject| self.actors.denoted_all(self.syntax, subject).actors).unwrap_or_default()
    }

    /// The actors that own or make what a noun names: "Starmer and Macron's proposal", "a US-backed proposal", "Russian airfield".
    fn owners(&self, head: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut out = Vec::new();
        for child in syntax.by(head, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]) {
            out.extend(self.who(child));
            for inner in syntax.by(child, &[Dep::Npadvmod]) {
                out.extend(self.who(inner));
            }
        }
        for preposition in syntax.by(head, &[Dep::Prep]).filter(|index| matches!(syntax.lower(*index), "of" | "by" | "from")) {
            if let Some(object) = syntax.object_of(preposition) {
                out.extend(self.who(object));
            }
        }
        for clause in syntax.by(head, &[Dep::Acl]) {
            if let Some(agent) = arguments(syntax, clause).agent.filter(|agent| *agent != head) {
                out.extend(self.who(agent));
            }
        }
        out
    }

    fn read_verb(&mut self, trigger: &Trigger, verb: usize) {
        let found = arguments(self.syntax, verb);
        let said = is_said(trigger.kind);
        let head_is_noun = trigger.head != verb;
        self.out.has_subject = found.agent.is_some() || (found.passive && found.patient.is_some());
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
            if who.is_empty()
                && matches!(trigger.kind, Kind::Attack | Kind::Deployment | Kind::Rejection | Kind::Disaster | Kind::Economy | Kind::Other)
            {
                who = self.owners(agent);
            }
            self.out.add(&who, role);
        }
        // "as stated by the ministry, A signed": A is told nothing.
        let inherited = found.passive && said && self.syntax.first(verb, &[Dep::Nsubjpass, Dep::Nsubj]).is_none();
        if let Some(patient) = found.patient.filter(|patient| *patient != trigger.head && !inherited) {
            let role = if said { Role::Addressee } else { Role::Patient };
            let mut who = self.who(patient);
            if who.is_empty() && self.takes_owners(trigger, patient) {
                who = self.owners(patient);
            }
            let who: Vec<usize> = who;
            self.out.add(&who, role);
        }
        if let Some(dative) = found.dative {
            let who = self.who(dative);
            self.out.add(&who, if said { Role::Addressee } else { Role::Patient });
        }
        if said && !self.out.roles.iter().any(|(_, role)| *role == Role::Speaker) {
            self.speaker_of_medium(&found);
        }
        self.obliques(trigger, &found, head_is_noun);
        self.content(trigger, verb);
    }

    /// Whether the owners of what is acted on take part: they do if the act touches them.
    fn takes_owners(&self, trigger: &Trigger, patient: usize) -> bool {
        match trigger.kind {
            Kind::Attack
            | Kind::Rejection
            | Kind::Accusation
            | Kind::Sanction
            | Kind::Economy
            | Kind::Appointment
            | Kind::Legal
            | Kind::Other
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
            let medium = matches!(self.syntax.lower(*preposition), "in" | "during" | "through" | "on" | "via")
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
        for (preposition, object) in &found.oblique {
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
                "against" | "on" | "at"
                    if light || matches!(trigger.kind, Kind::Attack | Kind::Sanction | Kind::Accusation | Kind::Legal | Kind::Protest) =>
                {
                    Role::Patient
                }
                "against" if !matches!(trigger.kind, Kind::Warning) => Role::Patient,
                "to" if said || trigger.kind == Kind::Meeting && matches!(syntax.lemma(trigger.head), "talk" | "speak") => Role::Addressee,
                "to" | "for" if matches!(trigger.kind, Kind::Aid | Kind::Economy) => Role::Patient,
                "from" if trigger.kind == Kind::Attack || matches!(trigger.kind, Kind::Economy | Kind::Aid) => Role::Agent,
                "on" | "upon" if trigger.kind == Kind::Demand => Role::Addressee,
                "of" if matches!(trigger.kind, Kind::Accusation) => continue,
                _ => continue,
            };
            if self.is_place(*object) && matches!(syntax.lower(*preposition), "at" | "on") {
                continue;
            }
            let mut who = self.who(*object);
            if who.is_empty() && trigger.kind == Kind::Attack {
                who = self.owners(*object);
            }
            self.out.add(&who, role);
        }
    }

    /// Actors inside what is said: whom a demand, warning or accusation is about, and whom the speaker promises to meet.
    fn content(&mut self, trigger: &Trigger, verb: usize) {
        let syntax = self.syntax;
        if !is_said(trigger.kind) {
            return;
        }
        for clause in syntax.by(verb, &[Dep::Ccomp, Dep::Xcomp]).filter(|clause| !self.page.quoted(*clause)) {
            let inner = arguments(syntax, clause);
            let about = inner.agent.or(inner.patient).filter(|head| syntax.phrase(clause).contains(head));
            if matches!(trigger.kind, Kind::Demand | Kind::Warning | Kind::Accusation)
                && let Some(about) = about
            {
                let who = self.who(about);
                self.out.add(&who, Role::Addressee);
            }
            let own = about.map(|about| self.who(about)).unwrap_or_default();
            let speakers: Vec<usize> = self.out.roles.iter().filter(|(_, role)| *role == Role::Speaker).map(|(actor, _)| *actor).collect();
            if !own.is_empty() && own.iter().all(|actor| speakers.contains(actor)) {
                for (preposition, object) in
                    inner.oblique.iter().filter(|(preposition, _)| matches!(syntax.lower(*preposition), "to" | "with"))
                {
                    let _ = preposition;
                    let who = self.actors.denoted_all(syntax, *object).actors;
                    self.out.add(&who, Role::Mentioned);
                }
                if let Some(patient) = inner.patient {
                    let who = self.actors.denoted_all(syntax, patient).actors;
                    self.out.add(&who, Role::Mentioned);
                }
            }
        }
    }

    fn read_noun(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let said = is_said(trigger.kind);
        let noun = trigger.head;
        let role = if said { Role::Speaker } else { Role::Agent };
        let direct = trigger.light.is_none();
        for child in syntax.by(noun, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]) {
            let who = self.who(child);
            // In "Ukraine's partners' deployment" the owner acts; with a light verb the subject does, and the owner is acted on.
            self.out.add(&who, if direct { role } else { Role::Patient });
            if !who.is_empty() && direct {
                self.out.has_subject = true;
            }
        }
        let mut obliques = Vec::new();
        for preposition in syntax.by(noun, &[Dep::Prep, Dep::Agent]) {
            push_oblique(syntax, preposition, &mut obliques);
        }
        for (preposition, object) in obliques {
            let meeting = matches!(trigger.kind, Kind::Meeting | Kind::Agreement | Kind::Other);
            let role = match syntax.lower(preposition) {
                "by" | "from" => role,
                "between" | "among" | "with" => {
                    if said {
                        Role::Addressee
                    } else {
                        Role::Agent
                    }
                }
                "of" if meeting || trigger.kind == Kind::Deployment => Role::Agent,
                "of" if matches!(trigger.kind, Kind::Attack | Kind::Appointment | Kind::Legal | Kind::Economy) => Role::Patient,
                "of" if trigger.kind == Kind::Warning => {
                    self.threatened_with(object);
                    continue;
                }
                "against" | "on" | "at" => Role::Patient,
                "to" if said => Role::Addressee,
                _ => continue,
            };
            if self.is_place(object) && matches!(syntax.lower(preposition), "at" | "on") {
                continue;
            }
            let mut who = self.who(object);
            if who.is_empty() && matches!(syntax.lower(preposition), "of" | "by" | "on" | "against") && trigger.kind == Kind::Attack {
                who = self.owners(object);
            }
            self.out.add(&who, role);
        }
        if matches!(trigger.kind, Kind::Meeting | Kind::Agreement) {
            self.partners(noun);
        }
        for clause in syntax.by(noun, &[Dep::Acl]).filter(|clause| direct && super::arguments::is_passive(syntax, *clause)) {
            if let Some(agent) = arguments(syntax, clause).agent.filter(|_| {
                matches!(
                    syntax.lemma(clause),
                    "make"
                        | "hold"
                        | "launch"
                        | "carry"
                        | "issue"
                        | "sign"
                        | "conduct"
                        | "stage"
                        | "host"
                        | "organise"
                        | "organize"
                        | "write"
                )
            }) {
                let who = self.who(agent);
                self.out.add(&who, role);
            }
        }
    }

    /// "a declaration "..." with the regime": the parser may hang "with" on any word of the phrase.
    fn partners(&mut self, noun: usize) {
        let syntax = self.syntax;
        for preposition in
            syntax.phrase(noun).filter(|index| syntax.dep(*index) == Dep::Prep && matches!(syntax.lower(*index), "with" | "between"))
        {
            let mut above = syntax.head(preposition);
            while let Some(index) = above.filter(|index| *index != noun && !syntax.is_verb(*index)) {
                above = syntax.head(index);
            }
            if above == Some(noun)
                && let Some(object) = syntax.object_of(preposition)
            {
                let who = self.who(object);
                self.out.add(&who, Role::Agent);
            }
        }
    }

    /// "a warning of a full-scale war with NATO": NATO is warned.
    fn threatened_with(&mut self, noun: usize) {
        let syntax = self.syntax;
        for preposition in syntax.by(noun, &[Dep::Prep]).filter(|index| matches!(syntax.lower(*index), "with" | "against" | "on")) {
            if let Some(object) = syntax.object_of(preposition) {
                let who = self.who(object);
                self.out.add(&who, Role::Addressee);
            }
        }
    }

    fn is_place(&self, head: usize) -> bool {
        if crate::actor::is_city(self.syntax.word(head)) {
            return true;
        }
        let entity = self.syntax.entity(head);
        entity.is_some_and(|entity| matches!(entity.label, EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac))
            && !matches!(entity.map(|entity| entity.label), Some(EntityLabel::Norp))
    }

    /// The place: "in", "at", "near" with a place name, at the trigger, its light verb, or what it acts on.
    fn place(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let mut roots = vec![trigger.head];
        roots.extend(trigger.light);
        if let Some(verb) = trigger.verb(syntax) {
            let found = arguments(syntax, verb);
            if !is_said(trigger.kind) {
                roots.extend(found.patient);
                roots.extend(syntax.by(verb, &[Dep::Xcomp]));
            }
            if trigger.kind == Kind::Attack
                && let Some(patient) = found.patient.filter(|patient| self.is_place(*patient))
            {
                self.out.place = Some(self.place_name(patient));
                return;
            }
        }
        for root in roots {
            for preposition in syntax.by(root, &[Dep::Prep]) {
                let fits = match syntax.lower(preposition) {
                    "in" | "at" | "near" | "outside" | "aboard" | "inside" | "around" => true,
                    "to" | "into" | "towards" => {
                        matches!(trigger.kind, Kind::Deployment | Kind::Aid | Kind::Other | Kind::Meeting) && !is_speech(syntax, root)
                    }
                    _ => false,
                };
                // "on January 6 in Paris"
                let dated =
                    syntax.object_of(preposition).and_then(|date| syntax.by(date, &[Dep::Prep]).find(|inner| syntax.lower(*inner) == "in"));
                let dated = dated
                    .filter(|_| matches!(syntax.lower(preposition), "on" | "in" | "at"))
                    .and_then(|inner| syntax.object_of(inner))
                    .filter(|object| self.is_place(*object));
                if let Some(object) = dated.filter(|_| !is_speech(syntax, root)) {
                    self.out.place = Some(self.place_name(object));
                    return;
                }
                let object = syntax.object_of(preposition).filter(|_| fits);
                let object = object.map(|object| if self.is_place(object) { object } else { self.inner_place(object).unwrap_or(object) });
                if let Some(object) = object.filter(|object| self.is_place(*object)) {
                    self.out.place = Some(self.place_name(object));
                    return;
                }
            }
        }
    }

    /// "in a different part of the White House", "in the southern regions of Ukraine".
    fn inner_place(&self, head: usize) -> Option<usize> {
        let syntax = self.syntax;
        syntax
            .by(head, &[Dep::Prep])
            .filter(|index| matches!(syntax.lower(*index), "of" | "in" | "near"))
            .find_map(|index| syntax.object_of(index).filter(|object| self.is_place(*object)))
            .or_else(|| syntax.by(head, &[Dep::Compound]).find(|index| self.is_place(*index)))
    }

    fn place_name(&self, head: usize) -> String {
        let entity = self.syntax.entity(head);
        let Some(entity) = entity else { return self.syntax.word(head).to_owned() };
        let mut start = entity.start as usize;
        let mut end = entity.end as usize;
        if start + 1 < end && self.syntax.lower(start) == "the" {
            start += 1;
        }
        if start + 1 < end && self.syntax.dep(end - 1) == Dep::Case {
            end -= 1;
        }
        let span = self.syntax.token(start).span.cover(self.syntax.token(end - 1).span);
        span.text(self.syntax.text).to_owned()
    }
}
