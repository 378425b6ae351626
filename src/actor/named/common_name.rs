//! Bodies whose name every state has, "police", "the Supreme Court", "the Labour Party": which state's they are.

use crate::actor::article_actors::Names;
use crate::actor::lexicon::lexicon;
use crate::actor::local_actor::{LocalActor, Owner};
use crate::actor::reference::home::Home;
use crate::language::Syntax;
use crate::model::{ActorKind, Article};
use std::collections::BTreeSet;
use std::ops::Range;

/// Whether many states have a body of this name: nothing in it is more than what such a body is and does.
pub(in crate::actor) fn is_common(name: &str) -> bool {
    let lexicon = lexicon();
    let lower = name.to_lowercase().replace('’', "'");
    let is_body = |word: &str| ["body", "lone-body", "common-body"].iter().any(|class| lexicon.is(class, word));
    let tells_what = |word: &str| ["narrowing", "portfolio", "common-name"].iter().any(|class| lexicon.is(class, word));
    lower.split(' ').any(is_body) && lower.split(' ').all(|word| is_body(word) || tells_what(word))
}

/// Says of the bodies with such names whose they are: the state that the text names beside them, or else the one at home.
pub(in crate::actor) fn find_owners(article: &Article, syntax: &Syntax, names: &Names, home: &Home, actors: &mut [LocalActor]) {
    for actor in 0..actors.len() {
        let body = &actors[actor];
        if body.known || !matches!(body.kind, ActorKind::Organisation | ActorKind::Group) || !is_common(&body.name) {
            continue;
        }
        let own = names.named.iter().zip(names.of).filter(|(_, of)| **of == Some(actor)).map(|(named, _)| named);
        let beside: BTreeSet<usize> = own.filter_map(|named| state_beside(syntax, names, &named.tokens)).collect();
        let at_home = || -> BTreeSet<usize> {
            let block = |start: usize| article.blocks.partition_point(|block| block.span.end() <= start);
            body.spans.iter().filter_map(|span| home.of(block(span.start()))).collect()
        };
        let states = if beside.is_empty() { at_home() } else { beside };
        actors[actor].owner = match states.into_iter().collect::<Vec<_>>()[..] {
            [] => Owner::Unknown,
            [state] => Owner::State(actors[state].name.clone()),
            _ => Owner::Several,
        };
    }
}

/// "Peru's Supreme Court", "the Peruvian police", "the Supreme Court of Peru".
fn state_beside(syntax: &Syntax, names: &Names, tokens: &Range<usize>) -> Option<usize> {
    let state = |index: usize| {
        let mention = names.at(index).filter(|_| syntax.sentence_of(index) == syntax.sentence_of(tokens.start))?;
        names.of[mention].filter(|_| names.named[mention].kind == ActorKind::Country)
    };
    let mut before = tokens.start.checked_sub(1);
    if before.is_some_and(|index| matches!(syntax.lower(index), "'s" | "'")) {
        before = tokens.start.checked_sub(2);
    }
    let behind = Some(tokens.end).filter(|of| *of + 1 < syntax.len() && matches!(syntax.lower(*of), "of" | "in"));
    before.and_then(state).or_else(|| behind.and_then(|of| state(of + 1)))
}

#[cfg(test)]
mod tests {
    use super::is_common;
    use crate::actor::tests::actors;

    #[test]
    fn a_name_that_says_only_what_a_body_is_is_common() {
        for name in ["police", "Parliament", "Supreme Court", "National Electoral Commission", "Labour Party", "Ministry of Justice"] {
            assert!(is_common(name), "{name}");
        }
        for name in ["Kestrel AG", "Karani movement", "Bank of England", "Scotland Yard", "Supreme"] {
            assert!(!is_common(name), "{name}");
        }
    }

    /// The police of some articles: id, state, in how many places they are named.
    fn police(texts: &[&str]) -> Vec<(String, Option<String>, usize)> {
        let all = actors(texts).into_iter().filter(|actor| actor.name.eq_ignore_ascii_case("police"));
        let mut police: Vec<_> = all.map(|actor| (actor.id.0, actor.state.map(|state| state.name), actor.mentions.len())).collect();
        police.sort();
        police
    }

    #[test]
    fn the_police_of_two_states_are_two() {
        let peru = "LIMA, Peru — In Peru, police arrested nine men on Monday.";
        let chile = "SANTIAGO, Chile — In Chile, police arrested two men on Monday. The police said so.";
        let of = |state: &str, count: usize| (format!("police ({state})"), Some(state.to_owned()), count);
        let again = "LIMA, Peru — In Peru, police let them go on Tuesday.";
        assert_eq!(police(&[peru, chile, again]), [of("Chile", 2), of("Peru", 2)]);
        assert_eq!(police(&[peru]), [of("Peru", 1)], "the id stays when another state comes");
    }

    #[test]
    fn the_police_of_no_state_are_those_of_the_only_one() {
        let somewhere = "A shop burnt down on Monday. Police arrested two men.";
        let (peru, chile) = ("In Peru, police arrested nine men on Monday.", "In Chile, police arrested two men on Monday.");
        assert_eq!(police(&[peru, somewhere]).len(), 1);
        assert_eq!(police(&[peru, chile, somewhere]).len(), 3);
    }

    #[test]
    fn the_courts_of_an_article_that_tells_of_two_are_not_those_of_one_state() {
        let both = "Peru's Supreme Court met on Monday. Chile's Supreme Court ruled on Tuesday.";
        let courts = actors(&["In Peru, the Supreme Court met on Monday.", both]).into_iter().filter(|actor| actor.name == "Supreme Court");
        let states: Vec<_> = courts.map(|court| court.state.map(|state| state.name)).collect();
        assert_eq!(states.len(), 2);
        assert!(states.contains(&None) && states.contains(&Some("Peru".to_owned())), "{states:?}");
    }
}
