//! Decisions on actors and articles: what the board shows after them, and what holds for any of them in any order.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use dateline::model::{
    Actor, ActorEdit, ActorId, ActorKind, Article, ArticleEdit, ArticleId, Block, BlockKind, Board, Change, Edit, Event, EventId,
    Extraction, Hue, Kind, Mention, Modality, Participant, Quote, Role, Span, When,
};
use dateline::project::{self, EditLog};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Actors by their names; the first is the one they are known by.
const NAMES: [&[&str]; 5] =
    [&["Mira Okonkwo", "Okonkwo"], &["Harbour Union", "Union", "HU"], &["Vestmar", "Northport"], &["Jonas Lindqvist"], &["Ada Okonkwo"]];

/// A report: the article, and who takes part under which name (actor, name). "He" is nobody's name.
const REPORTS: [&[&[(usize, usize)]]; 3] = [
    &[&[(0, 0), (1, 0)], &[(0, 1)], &[(2, 1), (3, 0)], &[(1, 2), (2, 0)]],
    &[&[(1, 1), (1, 2)], &[(4, 0), (0, 1)], &[(2, 1)]],
    &[&[(3, 0)], &[(3, 0), (2, 0)], &[(0, 0), (2, 1), (4, 0)]],
];

fn id(number: usize) -> ActorId {
    ActorId(NAMES[number][0].to_owned())
}

fn extraction() -> Extraction {
    let mut extraction = Extraction::default();
    let mut mentions: Vec<Vec<Quote>> = vec![Vec::new(); NAMES.len()];
    for (number, reports) in REPORTS.iter().enumerate() {
        let (mut text, mut told) = (format!("Report {number}. "), Vec::new());
        for report in *reports {
            let start = text.len();
            let mut named = Vec::new();
            for (actor, name) in *report {
                let at = text.len();
                text.push_str(NAMES[*actor][*name]);
                named.push((*actor, Span::new(at, text.len()).unwrap()));
                text.push_str(" and ");
            }
            let trigger = text.len();
            text.push_str("met.");
            told.push((Span::new(start, text.len()).unwrap(), Span::new(trigger, trigger + 3).unwrap(), named));
            text.push(' ');
        }
        // Told without a name: the name before it decides.
        let start = text.len();
        text.push_str("He left.");
        let last = told.last().unwrap().2[0].0;
        told.push((Span::new(start, text.len()).unwrap(), Span::new(start + 3, start + 7).unwrap(), vec![]));
        let article = ArticleId::of(&text);
        for (at, (sentence, trigger, named)) in told.iter().enumerate() {
            for (actor, span) in named {
                mentions[*actor].push(Quote { article, span: *span });
            }
            let mut who: Vec<usize> = named.iter().map(|(actor, _)| *actor).collect();
            if named.is_empty() {
                who.push(last);
            }
            who.dedup();
            let role = |place: usize| Role::ALL[(at + place) % Role::ALL.len()];
            let mention = Mention { sentence: Quote { article, span: *sentence }, trigger: *trigger, time: None };
            extraction.events.push(Event {
                id: EventId::of(article, *trigger),
                title: sentence.text(&text).to_owned(),
                kind: Kind::Meeting,
                modality: Modality::Happened,
                when: When::default(),
                place: None,
                participants: who.iter().enumerate().map(|(place, actor)| Participant { actor: id(*actor), role: role(place) }).collect(),
                mentions: vec![mention],
                confidence: 1.0,
                confidence_why: String::new(),
                importance: 1.0,
                importance_why: String::new(),
                disagreements: vec![],
            });
        }
        let blocks = vec![Block { span: Span::new(0, text.trim_end().len()).unwrap(), kind: BlockKind::Paragraph }];
        let path = format!("{number}.txt");
        let (title, publisher) = (Some(format!("Report {number}")), None);
        let text = Arc::from(text);
        extraction.articles.push(Article { id: article, path, title, publisher, url: None, published: None, dates: vec![], text, blocks });
    }
    // As they are found: in order of articles and places.
    for mentions in &mut mentions {
        mentions.sort_unstable();
    }
    let most = mentions.iter().map(Vec::len).max().unwrap();
    for (number, mentions) in mentions.into_iter().enumerate() {
        extraction.actors.push(Actor {
            id: id(number),
            name: NAMES[number][0].to_owned(),
            state: None,
            kind: ActorKind::Person,
            aliases: NAMES[number][1..].iter().map(|name| (*name).to_owned()).collect(),
            roles: vec![],
            importance: Actor::weight(&mentions, REPORTS.len(), most),
            mentions,
        });
    }
    extraction.actors.sort_by(|a, b| b.importance.total_cmp(&a.importance).then_with(|| a.id.cmp(&b.id)));
    extraction
}

fn of(actor: usize, decision: ActorEdit) -> Edit {
    Edit::Actor { actor: id(actor), decision }
}

fn shown(edits: &[Edit]) -> Board {
    project::board(extraction(), edits)
}

/// Everything that is shown, in words.
fn look(board: &Board) -> String {
    let Board { articles, events, hidden, actors, times, warnings, stray, curation, .. } = board;
    let actor_part = (&board.hidden_actors, &board.actor_curation, &board.apart, &board.hues, &board.removed);
    format!("{articles:#?}{events:#?}{hidden:#?}{actors:#?}{times:?}{warnings:?}{stray:?}{curation:#?}{actor_part:#?}")
}

fn parts(event: &Event) -> BTreeSet<&str> {
    event.participants.iter().map(|participant| participant.actor.0.as_str()).collect()
}

#[test]
fn a_merged_actor_has_all_names_mentions_and_parts() {
    let (before, after) = (shown(&[]), shown(&[of(0, ActorEdit::Absorb(id(4)))]));
    assert_eq!(after.actors.len(), before.actors.len() - 1);
    let actor = after.actor(&id(0)).unwrap();
    assert_eq!(actor.aliases, ["Ada Okonkwo", "Okonkwo"]);
    assert_eq!(actor.mentions.len(), before.actor(&id(0)).unwrap().mentions.len() + before.actor(&id(4)).unwrap().mentions.len());
    assert_eq!(after.actor_curation[&id(0)].merged, ["Ada Okonkwo"]);
    for (old, new) in before.events.iter().zip(&after.events) {
        let given: BTreeSet<&str> = parts(old).into_iter().map(|name| if name == "Ada Okonkwo" { "Mira Okonkwo" } else { name }).collect();
        assert_eq!(parts(new), given, "{}", new.title);
        assert_eq!(new.participants.len(), given.len(), "nobody takes part twice");
    }
    // The one who is in an event twice now has the stronger role.
    let both = after.events.iter().find(|event| event.title.starts_with("Ada Okonkwo and Okonkwo")).unwrap();
    let old = before.event(both.id).unwrap();
    assert_eq!(both.participants[0].role, old.participants.iter().map(|one| one.role).min().unwrap());
}

#[test]
fn what_was_merged_by_hand_is_taken_apart_as_it_was() {
    let (before, after) = (shown(&[]), shown(&[of(0, ActorEdit::Absorb(id(4))), of(0, ActorEdit::SplitOff("Ada Okonkwo".to_owned()))]));
    for number in 0..NAMES.len() {
        assert_eq!(after.actor(&id(number)), before.actor(&id(number)));
    }
    assert_eq!(after.events.iter().map(parts).collect::<Vec<_>>(), before.events.iter().map(parts).collect::<Vec<_>>());
    assert!(after.apart.contains(&(id(4), id(0))), "it is not suggested again");
}

#[test]
fn a_name_split_off_takes_its_mentions_and_what_they_tell() {
    let board = shown(&[of(0, ActorEdit::SplitOff("Okonkwo".to_owned()))]);
    let (old, new) = (board.actor(&id(0)).unwrap(), board.actor(&ActorId("Okonkwo".to_owned())).unwrap());
    assert_eq!((old.aliases.as_slice(), new.mentions.len(), old.mentions.len()), (&[][..], 2, 2));
    let of = |words: &str| parts(board.events.iter().find(|event| event.title.starts_with(words)).unwrap());
    assert_eq!(of("Mira Okonkwo and Harbour"), BTreeSet::from(["Mira Okonkwo", "Harbour Union"]));
    assert_eq!(of("Okonkwo and met"), BTreeSet::from(["Okonkwo"]));
    assert_eq!(of("Ada Okonkwo and Okonkwo"), BTreeSet::from(["Ada Okonkwo", "Okonkwo"]));
    // "He" in the third article comes after "Mira Okonkwo".
    let last = board.events.last().unwrap();
    assert_eq!((last.title.as_str(), parts(last)), ("He left.", BTreeSet::from(["Mira Okonkwo"])));
    // "He" of an actor whose last name was split off goes with it.
    let union = shown(&[self::of(1, ActorEdit::SplitOff("HU".to_owned()))]);
    let he = union.events.iter().find(|event| event.title == "He left.").unwrap();
    assert_eq!(parts(he), BTreeSet::from(["HU"]));
    // A name it does not have cannot be split off: the decision is kept and listed.
    assert_eq!(shown(&[self::of(0, ActorEdit::SplitOff("Nobody".to_owned()))]).stray.len(), 1);
}

#[test]
fn names_kinds_and_hues_are_given_and_taken_back() {
    let rename = |name: &str| of(2, ActorEdit::Rename(name.to_owned()));
    let board = shown(&[rename("Kingdom of Vestmar"), rename("Vestmar (state)"), of(2, ActorEdit::Kind(Some(ActorKind::Country)))]);
    let actor = board.actor(&id(2)).unwrap();
    assert_eq!((actor.name.as_str(), actor.kind), ("Vestmar (state)", ActorKind::Country));
    assert_eq!(actor.aliases, ["Northport", "Vestmar"], "the name that was found still finds it");
    assert_eq!(board.actor_curation[&id(2)].found_name.as_deref(), Some("Vestmar"));
    let back = shown(&[rename("Kingdom"), rename(""), of(2, ActorEdit::Kind(Some(ActorKind::Group))), of(2, ActorEdit::Kind(None))]);
    assert_eq!(back.actors, shown(&[]).actors);
    let coloured = shown(&[of(2, ActorEdit::Colour(Some(Hue::Sky)))]);
    assert_eq!(coloured.hue(coloured.actor_index(&id(2)).unwrap()), Hue::Sky);
}

#[test]
fn the_others_keep_their_hues_when_an_actor_goes() {
    let before = shown(&[]);
    let hue = |board: &Board, actor: &ActorId| board.hue(board.actor_index(actor).unwrap());
    for after in [shown(&[of(1, ActorEdit::Hide)]), shown(&[of(0, ActorEdit::Absorb(id(1)))])] {
        for actor in &after.actors {
            assert_eq!(hue(&after, &actor.id), hue(&before, &actor.id), "{}", actor.name);
        }
    }
}

#[test]
fn a_hidden_actor_leaves_its_events_and_comes_back_with_them() {
    let board = shown(&[of(3, ActorEdit::Hide)]);
    assert_eq!((board.events.len(), board.hidden_actors.len()), (shown(&[]).events.len(), 1));
    assert!(board.actor(&id(3)).is_none() && board.events.iter().all(|event| !parts(event).contains(NAMES[3][0])));
    let mut back = shown(&[of(3, ActorEdit::Hide), of(3, ActorEdit::Show)]);
    back.actor_curation.clear();
    assert_eq!(look(&back), look(&shown(&[])));
}

#[test]
fn decisions_find_an_actor_that_later_articles_have_given_another_id() {
    let mut later = extraction();
    // The commonest spelling has changed: the actor has the other name now.
    let actor = later.actors.iter_mut().find(|actor| actor.id == id(1)).unwrap();
    (actor.id, actor.name, actor.aliases) =
        (ActorId("Union".to_owned()), "Union".to_owned(), vec!["HU".to_owned(), "Harbour Union".to_owned()]);
    for one in later.events.iter_mut().flat_map(|event| &mut event.participants).filter(|one| one.actor == id(1)) {
        one.actor = ActorId("Union".to_owned());
    }
    let event = later.events[0].id;
    let set = Change::Participants(vec![Participant { actor: id(1), role: Role::Agent }]);
    let edits = [of(1, ActorEdit::Colour(Some(Hue::Slate))), of(0, ActorEdit::Absorb(id(1))), Edit::Change { event, change: set }];
    let board = project::board(later.clone(), &edits);
    assert_eq!((board.stray.len(), board.actors.len()), (0, NAMES.len() - 1));
    assert_eq!(parts(board.event(event).unwrap()), BTreeSet::from(["Mira Okonkwo"]));
    // One that is gone altogether: kept and listed.
    later.actors.retain(|actor| actor.id != ActorId("Union".to_owned()));
    assert_eq!(project::board(later, &edits[..2]).stray.len(), 2);
}

#[test]
fn what_a_person_says_of_an_event_after_a_split_stands() {
    let event = extraction().events.iter().find(|event| event.title.starts_with("Okonkwo and met")).unwrap().id;
    let set = Change::Participants(vec![Participant { actor: id(0), role: Role::Speaker }]);
    let split = of(0, ActorEdit::SplitOff("Okonkwo".to_owned()));
    let board = shown(&[split.clone(), Edit::Change { event, change: set.clone() }]);
    assert_eq!(parts(board.event(event).unwrap()), BTreeSet::from(["Mira Okonkwo"]));
    // What was found stays beside it, divided as well.
    assert_eq!(parts(board.curation(event).unwrap().found.as_ref().unwrap()), BTreeSet::from(["Okonkwo"]));
}

#[test]
fn a_removed_article_takes_what_only_it_tells() {
    let all = shown(&[]);
    let [first, second, _] = [0, 1, 2].map(|at| all.articles[at].id);
    let shared = (all.events[0].id, all.events.iter().find(|event| event.mentions[0].article() == second).unwrap().id);
    let merge = Edit::Merge { into: shared.0, event: shared.1 };
    let remove = Edit::Article { article: first, decision: ArticleEdit::Remove };
    let note = Edit::Note { event: shared.0, text: "key".to_owned() };
    let board = shown(&[merge.clone(), note.clone(), remove.clone()]);
    assert_eq!((board.articles.len(), board.removed.len(), board.stray.len()), (2, 1, 0));
    let event = board.event(shared.0).expect("another article tells it too");
    assert!(event.mentions.iter().all(|mention| mention.article() == second));
    assert_eq!(board.curation(event.id).unwrap().note, "key");
    assert!(board.events.iter().all(|event| event.mentions.iter().all(|mention| mention.article() != first)));
    assert!(board.actors.iter().all(|actor| actor.mentions.iter().all(|quote| quote.article != first)));
    let back = Edit::Article { article: first, decision: ArticleEdit::Return };
    assert_eq!(look(&shown(&[merge.clone(), note.clone(), remove, back])), look(&shown(&[merge, note])));
    let named = shown(&[Edit::Article { article: first, decision: ArticleEdit::Publisher("The Sound Gazette".to_owned()) }]);
    assert_eq!(named.articles[0].publisher.as_deref(), Some("The Sound Gazette"));
}

fn decision() -> impl Strategy<Value = Edit> {
    let actor = 0..NAMES.len();
    let of_actor = (actor.clone(), actor, 0..9_usize, 0..3_usize).prop_map(|(actor, other, what, name)| {
        let alias = NAMES[actor][name % NAMES[actor].len()].to_owned();
        of(
            actor,
            match what {
                0 | 1 => ActorEdit::Absorb(id(other)),
                2 | 3 => ActorEdit::SplitOff(alias),
                4 => ActorEdit::Rename(format!("{alias} {other}")),
                5 => ActorEdit::Hide,
                6 => ActorEdit::Show,
                7 => ActorEdit::Colour(Some(Hue::turn(other))),
                _ => ActorEdit::Kind(Some(ActorKind::ALL[other % 4])),
            },
        )
    });
    let of_article = (0..3_usize, 0..3_usize).prop_map(|(article, what)| {
        let article = extraction().articles[article].id;
        let decision = [ArticleEdit::Remove, ArticleEdit::Return, ArticleEdit::Title("Title".to_owned())][what].clone();
        Edit::Article { article, decision }
    });
    let of_event = (0..12_usize, 0..3_usize, 0..NAMES.len()).prop_map(|(at, what, actor)| {
        let event = extraction().events[at].id;
        match what {
            0 => Edit::Hide { event },
            1 => Edit::Change { event, change: Change::Participants(vec![Participant { actor: id(actor), role: Role::Agent }]) },
            _ => Edit::Restore { event, field: dateline::model::Field::Participants },
        }
    });
    prop_oneof![4 => of_actor, 1 => of_article, 1 => of_event]
}

/// The actors that a decision is about.
fn about(edit: &Edit) -> Vec<ActorId> {
    match edit {
        Edit::Actor { actor, decision: ActorEdit::Absorb(other) } => vec![actor.clone(), other.clone()],
        Edit::Actor { actor, .. } => vec![actor.clone()],
        _ => vec![],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn undo_restores_the_board_exactly(edits in prop::collection::vec(decision(), 0..8), last in decision()) {
        let mut log = EditLog::default();
        for edit in edits {
log.push(edit);
}
        let before = look(&shown(log.applied()));
        log.push(last.clone());
        let with = look(&shown(log.applied()));
        log.undo();
        prop_assert_eq!(look(&shown(log.applied())), before);
        log.redo();
        prop_assert_eq!(look(&shown(log.applied())), with, "redo of {:?}", last);
    }

    #[test]
    fn independent_decisions_hold_in_any_order(one in decision(), other in decision()) {
        let (mine, theirs) = (about(&one), about(&other));
        let is_apart = |edit: &Edit| !mine.is_empty() && matches!(edit, Edit::Article { .. } | Edit::Hide { .. });
        prop_assume!(is_apart(&other) || (!mine.is_empty() && !theirs.is_empty() && mine.iter().all(|actor| !theirs.contains(actor))));
        let ways = [shown(&[one.clone(), other.clone()]), shown(&[other, one])].map(|mut board| {
            board.stray.sort_by_key(|edit| format!("{edit:?}"));
            look(&board)
        });
        prop_assert_eq!(&ways[0], &ways[1]);
    }

    #[test]
    fn no_event_loses_a_part_and_nobody_takes_part_who_is_not_there(edits in prop::collection::vec(decision(), 0..8), last in decision()) {
        let before = shown(&edits);
        let after = shown(&[edits, vec![last.clone()]].concat());
        for event in after.events.iter().chain(&after.hidden) {
            let known = |actor: &ActorId| after.actor(actor).is_some();
            prop_assert!(event.participants.iter().all(|one| known(&one.actor)), "{:?}", event.participants);
            prop_assert_eq!(parts(event).len(), event.participants.len(), "each once");
            prop_assert!(!event.mentions.is_empty());
        }
        if let Edit::Actor { decision: ActorEdit::Absorb(_) | ActorEdit::SplitOff(_), .. } = &last {
            for event in &before.events {
                let now = after.event(event.id).unwrap();
                for one in parts(event) {
                    let is_hidden = after.hidden_actors.iter().any(|actor| actor.id.0 == one);
                    let gone = after.actor(&ActorId(one.to_owned())).is_none();
                    let is_split = matches!(&last, Edit::Actor { decision: ActorEdit::SplitOff(_), .. });
                    prop_assert!(is_hidden || gone || is_split || parts(now).contains(one), "{} has lost {}", now.title, one);
                }
                let merged_into_hidden = !after.hidden_actors.is_empty();
                prop_assert!(event.participants.is_empty() || !now.participants.is_empty() || merged_into_hidden);
            }
        }
    }
}
