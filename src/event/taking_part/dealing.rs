//! Whose talks, truce or contract an event tells of that names nobody: those who deal with each other in the text.

use crate::actor::MentionForm;
use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::clause::arguments::arguments;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::{ActorKind, Kind, Modality, Role};

impl Reader<'_, '_, '_> {
    /// "The talks had opened in May", "the truce was signed in Lima": those who talked or agreed last, else the two whom the text has
    /// told of as two sides.
    pub(in crate::event) fn dealing(&self, candidate: &mut Candidate) {
        if !candidate.cast.roles.is_empty() {
            return;
        }
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        let found = trigger.verb(syntax).map(|verb| arguments(syntax, verb)).unwrap_or_default();
        let nouns = [Some(trigger.head).filter(|head| syntax.is_noun(*head)), found.patient, found.agent];
        let Some(noun) = nouns.into_iter().flatten().find(|noun| self.is_dealing(*noun)) else { return };
        let who = self.who_dealt(noun).or_else(|| self.two_sides(noun)).unwrap_or_default();
        candidate.cast.add(&who, Role::Agent);
    }

    /// Whether a noun names talks or an agreement that the text takes for known and whose parties it does not name here.
    fn is_dealing(&self, noun: usize) -> bool {
        let syntax = self.page.syntax;
        let word = syntax.lemma(noun).to_lowercase();
        if !lexicon().is("dealing", &word) && !lexicon().is("dealing", syntax.lower(noun)) {
            return false;
        }
        let mut dets = syntax.by(noun, &[Dep::Det]).peekable();
        // "Talks broke down", "a first truce"
        let bare = dets.peek().is_none() && matches!(syntax.tag(noun), Tag::Nns);
        let again = syntax.by(noun, &[Dep::Amod]).any(|word| lexicon().is("one-of-a-series", syntax.lower(word)));
        // "a truce signed in May", where the text speaks of two sides
        let agreed = |clause: usize| lexicon().is("concluding", syntax.lemma(clause)) || lexicon().is("planned-for", syntax.lemma(clause));
        let again = again || syntax.by(noun, &[Dep::Acl]).any(agreed) && self.two_sides(noun).is_some();
        let known = bare || again || dets.any(|det| lexicon().is("definite", syntax.lower(det)));
        let with = syntax.by(noun, &[Dep::Prep]).any(|word| matches!(syntax.lower(word), "with" | "between" | "among" | "by"));
        let owned = syntax.by(noun, &[Dep::Poss, Dep::Compound, Dep::Amod]).any(|owner| self.actors.at(owner).is_some());
        known && !with && !owned
    }

    /// Those who met or agreed in the event told last that has at least two of them and no third kind of part.
    fn who_dealt(&self, noun: usize) -> Option<Vec<usize>> {
        let syntax = self.page.syntax;
        let deals = |event: &LocalEvent| matches!(event.kind, Kind::Meeting | Kind::Agreement) && event.modality != Modality::Negated;
        let near = |head: usize| syntax.sentence_of(head) + NEAR >= syntax.sentence_of(noun);
        let before = self.out.iter().rev().take_while(|(_, _, head)| near(*head)).filter(|(event, ..)| deals(event));
        let mut parties = before.map(|(event, ..)| {
            let of = event.participants.iter().filter(|(_, role)| *role != Role::Mentioned).map(|(actor, _)| *actor);
            of.collect::<Vec<usize>>()
        });
        let talks = lexicon().noun(syntax.lower(noun), &syntax.lemma(noun).to_lowercase()).is_some_and(|(kind, _)| kind == Kind::Meeting);
        parties.find_map(|who| {
            let person = |actor: &usize| self.actors.actors[*actor].kind == ActorKind::Person;
            if who.len() == 2 && (talks || !who.iter().any(person)) { Some(who) } else { self.states_behind(&who) }
        })
    }

    /// "Roe met Dahl. ... The contract was signed": the two states for which they hold office.
    fn states_behind(&self, who: &[usize]) -> Option<Vec<usize>> {
        let all = &self.actors.actors;
        let state = |actor: &usize| {
            let name = all[*actor].affiliation.as_ref()?;
            all.iter().position(|other| other.kind == ActorKind::Country && other.name == *name)
        };
        let mut states: Vec<usize> = who.iter().filter_map(state).collect();
        states.dedup();
        (who.len() == 2 && states.len() == 2).then_some(states)
    }

    /// "The two sides", told of before, or else later, as two states or bodies.
    fn two_sides(&self, noun: usize) -> Option<Vec<usize>> {
        let sides = |mention: &&crate::actor::LocalMention| {
            let body = |actor: &usize| self.actors.actors[*actor].kind != ActorKind::Person;
            mention.form == MentionForm::Nominal && mention.actors.len() == 2 && mention.actors.iter().all(body)
        };
        let all = || self.actors.mentions.iter().filter(sides);
        let before = all().rev().find(|mention| mention.tokens.start < noun);
        before.or_else(|| all().next()).map(|mention| mention.actors.clone())
    }
}

/// So many sentences back the talks may have been told of.
const NEAR: usize = 12;
