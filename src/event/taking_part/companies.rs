//! What concerns companies without naming them: the bid that the text has told of, and what a body tells of itself.

use super::is_said;
use crate::event::article_events::{Candidate, Reader};
use crate::event::clause::arguments::arguments;
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Pos, Tag};
use crate::model::{ActorKind, Kind, Role};

/// So many clauses up the verb of saying may stand.
const UP: usize = 6;

impl Reader<'_, '_, '_> {
    /// "The regulator cleared the takeover": of whom and by whom, as the text says elsewhere.
    pub(in crate::event) fn taken_over(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        if is_said(trigger.kind) && trigger.kind != Kind::Rejection {
            return;
        }
        let found = trigger.verb(syntax).map(|verb| arguments(syntax, verb)).unwrap_or_default();
        let nouns = [Some(trigger.head).filter(|head| syntax.is_noun(*head)), found.patient, found.agent];
        let known = |noun: &usize| {
            let told = |det: usize| lexicon().is("definite", syntax.lower(det));
            let owned = syntax.by(*noun, &[Dep::Poss]).next().is_some();
            // "came back with a higher bid"
            let again = syntax.by(*noun, &[Dep::Amod]).any(|word| syntax.tag(word) == Tag::Jjr);
            owned || again || syntax.by(*noun, &[Dep::Det]).any(told)
        };
        let bid = |noun: &usize| lexicon().is("takeover", syntax.lemma(*noun)) && syntax.is_noun(*noun);
        if !nouns.into_iter().flatten().any(|noun| bid(&noun) && known(&noun)) {
            return;
        }
        let Some(pair) = self.bid.get_or_init(|| self.bidder_and_target()) else { return };
        // Who else bids is told of with other companies.
        let company = |actor: &usize| self.actors.actors[*actor].kind == ActorKind::Organisation;
        let roles = &candidate.cast.roles;
        let another = roles.iter().filter(|(actor, role)| company(actor) && *role == Role::Agent && !pair.contains(actor)).count();
        if another == 0 || matches!(trigger.kind, Kind::Legal | Kind::Rejection) {
            candidate.cast.add(pair, Role::Patient);
        }
    }

    /// "the takeover of Halden by Nordhem": the only two companies of which the text says so.
    fn bidder_and_target(&self) -> Option<Vec<usize>> {
        let syntax = self.page.syntax;
        let parties = |noun: usize| {
            // The parser may hang "by" on the name behind "of".
            let own =
                |word: &usize| matches!(syntax.dep(*word), Dep::Prep | Dep::Agent) && lexicon().is("bid-preposition", syntax.lower(*word));
            let on_noun = |word: &usize| syntax.head(*word).is_some_and(|head| head == noun || syntax.pos(head) == Pos::Propn);
            let within = syntax.phrase(noun).filter(own).filter(on_noun);
            let heads = syntax.by(noun, &[Dep::Poss]).chain(within.filter_map(|word| syntax.object_of(word)));
            let mut who: Vec<usize> = heads.flat_map(|head| self.actors.denoted_all(syntax, head).actors).collect();
            who.retain(|actor| self.actors.actors[*actor].kind == ActorKind::Organisation);
            who.sort_unstable();
            who.dedup();
            who
        };
        let bids = (0..syntax.len()).filter(|noun| syntax.is_noun(*noun) && lexicon().is("takeover", syntax.lemma(*noun)));
        let mut pairs: Vec<Vec<usize>> = bids.map(parties).filter(|who| who.len() == 2).collect();
        pairs.sort();
        pairs.dedup();
        (pairs.len() == 1).then(|| pairs.remove(0))
    }

    /// "Profit fell to 3 million, the brewer said", "Roe said that two lines had been closed": what a body tells without saying whose,
    /// its own spokesman or chief speaking, is its own.
    pub(in crate::event) fn own_affairs(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        let Some(verb) = trigger.verb(syntax).filter(|_| candidate.cast.roles.is_empty()) else { return };
        if is_said(trigger.kind) || matches!(trigger.kind, Kind::Attack | Kind::Disaster | Kind::Election | Kind::Legal | Kind::Protest) {
            return;
        }
        let found = arguments(syntax, verb);
        let thing = |noun: usize| {
            let people = crate::actor::is_people(syntax.lower(noun)) || crate::actor::is_role(syntax.lemma(noun));
            let someone = people || crate::actor::is_body(syntax.lower(noun)) || lexicon().is("human", syntax.lemma(noun));
            syntax.is_noun(noun) && !someone && syntax.pos(noun) == Pos::Noun && self.actors.at(noun).is_none()
        };
        let own = if found.passive { found.agent.is_none() && found.patient.is_some_and(thing) } else { found.agent.is_some_and(thing) };
        if !own || !found.passive && trigger.kind != Kind::Economy {
            return;
        }
        let mut at = verb;
        for _ in 0..UP {
            let Some(above) = syntax.head(at) else { return };
            if syntax.dep(at) == Dep::Ccomp && is_speech(syntax, above) {
                let speakers = arguments(syntax, above).agent.map(|agent| self.actors.denoted_all(syntax, agent).actors);
                let mut bodies: Vec<usize> = speakers.unwrap_or_default().into_iter().filter_map(|actor| self.body_of(actor)).collect();
                // "The food agency said that a plant had been shut": no business of its own.
                bodies.retain(|body| trigger.kind != Kind::Economy || !self.is_official(*body));
                candidate.cast.add(&bodies, Role::Agent);
                return;
            }
            at = above;
        }
    }

    /// "the Food Agency": no company.
    fn is_official(&self, actor: usize) -> bool {
        let last = self.actors.actors[actor].name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        crate::actor::is_word("official-body", &last)
    }

    /// A company or body itself, or the one in which a person holds an office.
    fn body_of(&self, actor: usize) -> Option<usize> {
        let all = &self.actors.actors;
        let body = |actor: usize| all[actor].kind == ActorKind::Organisation;
        if body(actor) {
            return Some(actor);
        }
        let name = all[actor].affiliation.as_ref()?;
        all.iter().position(|other| other.name == *name).filter(|other| body(*other))
    }
}
