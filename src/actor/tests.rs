//! Actors by phenomenon, with sentences of their own.

use super::{ArticleActors, LocalActor, link};
use crate::language::{Syntax, analyse};
use crate::model::{Actor, ActorKind, Article, ArticleId, Block, BlockKind, DateSource, Published, Silent, Span};

fn local_article(text: &str) -> Article {
    let published = Published { date: "2025-06-12".parse().unwrap(), source: DateSource::Sidecar, span: None, note: None };
    let blocks = Span::new(0, text.len()).map(|span| Block { span, kind: BlockKind::Paragraph }).into_iter().collect();
    Article {
        id: ArticleId::of(text),
        path: "a.txt".into(),
        title: None,
        publisher: None,
        url: None,
        dates: Vec::new(),
        published: Some(published),
        text: text.into(),
        blocks,
    }
}

fn local(text: &str) -> (ArticleId, Vec<LocalActor>) {
    let article = local_article(text);
    let analysis = analyse(text);
    (article.id, ArticleActors::read(&article, &Syntax::new(text, &analysis), &Silent).unwrap().actors)
}

pub(super) fn actors(texts: &[&str]) -> Vec<Actor> {
    let locals: Vec<_> = texts.iter().map(|text| local(text)).collect();
    let views: Vec<_> = locals.iter().map(|(id, actors)| (*id, actors.as_slice())).collect();
    link(&views, &Silent).unwrap().actors
}

pub(super) fn names(texts: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = actors(texts).into_iter().map(|actor| actor.name).collect();
    names.sort();
    names
}

#[test]
fn the_field_of_an_office_is_no_part_of_a_name() {
    assert_eq!(
        names(&["Environment Minister Carla Whitmer praised the plan, and the consultant Lars Dahl blamed her."]),
        ["Carla Whitmer", "Lars Dahl"]
    );
}

#[test]
fn what_a_body_is_and_who_heads_it_is_no_part_of_its_name() {
    assert_eq!(
        names(&["Chief Executive Maja Dahl praised the New Dawn party, and Halden Coal sued it."]),
        ["Halden Coal", "Maja Dahl", "New Dawn"]
    );
}

#[test]
fn an_office_and_its_field_before_a_name_are_no_part_of_it() {
    assert_eq!(
        names(&["Foreign Office Spokesperson Ms. Ann Roe spoke. Norway's Defense Minister Lars Dahl-Moe met her."]),
        ["Ann Roe", "Lars Dahl-Moe", "Norway"]
    );
    assert_eq!(names(&["Its president, No Tae-woo, left."]), ["No Tae-woo"]);
}

#[test]
fn a_body_of_a_state_is_no_body_of_its_own() {
    assert_eq!(names(&["The Danish Foreign Ministry protested. Norway's Ministry of Defence did not."]), ["Denmark", "Norway"]);
}

#[test]
fn half_a_land_is_the_land_that_was_named() {
    assert_eq!(names(&["North Korea fired. The North stopped."]), ["North Korea"]);
}

#[test]
fn a_village_acts_for_nobody() {
    assert_eq!(names(&["Troops from Norway fired on the village of Lunde. A patrol visited Lunde."]), ["Norway"]);
}

#[test]
fn titles_are_roles_not_names() {
    let found = actors(&["Russian Foreign Minister Sergey Lavrov met Mr Sanchez."]);
    let lavrov = found.iter().find(|actor| actor.name == "Sergey Lavrov").unwrap();
    assert_eq!(lavrov.roles[0].text, "Russian Foreign Minister");
    assert_eq!(lavrov.kind, ActorKind::Person);
}

#[test]
fn a_family_name_means_its_only_bearer() {
    assert_eq!(names(&["Emmanuel Macron spoke. Macron left.", "Macron returned."]), ["Emmanuel Macron"]);
}

#[test]
fn persons_of_one_family_name_stay_apart() {
    assert_eq!(
        names(&["Dmitry Medvedev spoke.", "Daniil Medvedev won.", "Mr Medvedev slept."]),
        ["Daniil Medvedev", "Dmitry Medvedev", "Medvedev"]
    );
}

#[test]
fn spellings_and_seats_of_power_meet_across_articles() {
    let found = actors(&[
        "Volodymyr Zelensky met Sergei Lavrov. The Kremlin objected.",
        "Volodymyr Zelenskyy warned Sergey Lavrov. Moscow shrugged.",
    ]);
    let names: Vec<&str> = found.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names.contains(&"Russia"));
}

#[test]
fn a_quoted_coalition_is_a_group_even_in_lower_case() {
    let found = actors(&["The so-called \"coalition of the willing\" met. Russia fears the coalition of the willing."]);
    let group = found.iter().find(|actor| actor.name == "Coalition of the willing").unwrap();
    assert_eq!((group.kind, group.mentions.len()), (ActorKind::Group, 2));
}

#[test]
fn rebels_are_not_their_state() {
    let found = actors(&["Afghan rebels attacked a convoy. Afghanistan protested."]);
    assert!(found.iter().any(|actor| actor.name == "Afghan rebels" && actor.kind == ActorKind::Group));
}

#[test]
fn a_city_is_no_person() {
    assert!(!names(&["Odesa was attacked. Residents of Odesa fled."]).contains(&"Odesa".to_owned()));
}

#[test]
fn an_acronym_means_the_only_body_with_these_initials() {
    let found = actors(&["General Motors sold cars.", "GM sold trucks."]);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn storms_and_diseases_are_no_actors() {
    let found = names(&["Hurricane Milton struck Florida. An Ebola outbreak killed nine people in Uganda."]);
    assert!(!found.iter().any(|name| name.contains("Milton") || name.contains("Ebola")), "{found:?}");
}

#[test]
fn the_company_is_the_one_that_the_article_is_about() {
    let text = "Halden Motors cut its forecast. Halden Motors bought Voltra. Halden Motors was criticised by rival Kesten AG. The company refused to comment.";
    let found = actors(&[text]);
    let halden = found.iter().find(|actor| actor.name == "Halden Motors").unwrap();
    assert_eq!(halden.mentions.len(), 4);
}

#[test]
fn a_man_is_not_just_anyone_named_before() {
    let found = actors(&["Matshidiso Moeti spoke in Mubende. The man died on Monday."]);
    assert_eq!(found.iter().find(|actor| actor.name == "Matshidiso Moeti").unwrap().mentions.len(), 1);
}

#[test]
fn a_council_of_one_state_is_not_the_one_of_that_name_elsewhere() {
    let found = names(&["Dmitry Medvedev is deputy chairman of Russia’s Security Council."]);
    assert!(!found.iter().any(|name| name.starts_with("UN ")), "{found:?}");
}

#[test]
fn names_that_only_the_words_beside_them_give_away_are_found() {
    assert!(names(&["The opposition politician Ilya Yashin, who was freed, spoke in Bonn."]).contains(&"Ilya Yashin".to_owned()));
    assert!(names(&["Sumar, a junior partner in the coalition, demanded an investigation."]).contains(&"Sumar".to_owned()));
}

#[test]
fn someone_told_of_before_the_name_is_the_one_who_is_named_next() {
    let told = |text: &str| {
        let found = actors(&[text]).into_iter().find(|actor| actor.name == "Ivan Petrov").unwrap();
        found.mentions.len()
    };
    for (lead, mentions) in [
        ("A former minister was jailed on Tuesday. Ivan Petrov, 54, had taken bribes.", 2),
        ("A man has been charged with murder. Ivan Petrov, 31, of Leeds, is due in court on Monday.", 2),
        ("A minister resigned on Monday. Ivan Petrov, who became a minister in 2019, gave no reason.", 2),
        // No sign that it is the same man, another sex, or somebody who was named already.
        ("A former minister was jailed on Tuesday. Ivan Petrov welcomed the verdict.", 1),
        ("A woman was jailed on Tuesday. Judge Ivan Petrov, 54, spoke of a grave crime.", 1),
        ("Ivan Petrov resigned. A minister was jailed on Tuesday.", 1),
    ] {
        assert_eq!(told(lead), mentions, "{lead}");
    }
}

#[test]
fn companies_are_told_from_persons_by_what_they_own_and_what_they_are_called() {
    let kind =
        |text: &str, name: &str| actors(&[text]).into_iter().find(|actor| actor.name == name).unwrap_or_else(|| panic!("{text}")).kind;
    assert_eq!(kind("Halvorsen Packaging cut 900 jobs. Halvorsen had warned of losses.", "Halvorsen Packaging"), ActorKind::Organisation);
    assert_eq!(kind("Brantholm AB raised its bid. Brantholm declined to comment.", "Brantholm AB"), ActorKind::Organisation);
    assert_eq!(kind("Paolo Ferrante sold his stake. Ferrante's shares were worth a billion.", "Paolo Ferrante"), ActorKind::Person);
}

#[test]
fn letters_behind_a_name_and_the_generation_are_known() {
    assert_eq!(names(&["Louise Marchetti KC defended him. Ms Marchetti appealed."]), ["Louise Marchetti"]);
    assert_eq!(names(&["Donald Trump spoke. Donald Trump Jr. spoke later. Mr Trump left."]), ["Donald Trump", "Donald Trump Jr."]);
}

#[test]
fn bodies_of_the_union_go_by_one_word_once_they_are_named_in_full() {
    assert_eq!(names(&["The European Commission met. France objected, and the Commission gave in."]), ["European Commission", "France"]);
    // Another parliament than that of the Union, which is not named.
    let found = names(&["Parliament rejected the deal with the European Union. The Commission"]);
    assert!(!found.iter().any(|name| name == "European Parliament"), "{found:?}");
}

/// Whether these are among the names of a text, and those are not.
fn check(text: &str, there: &[&str], absent: &[&str]) {
    let found = names(&[text]);
    assert!(there.iter().all(|name| found.iter().any(|own| own == name)), "{text}: {found:?}");
    assert!(!absent.iter().any(|name| found.iter().any(|own| own == name)), "{text}: {found:?}");
}

#[test]
fn titles_of_several_words_are_no_part_of_a_name() {
    check("State Sen. Carla Whitmer said no. U.S. District Judge Loretta Pruitt agreed.", &["Carla Whitmer", "Loretta Pruitt"], &[]);
    check("Brigadier General Anna Kowalski said that no one was left.", &["Anna Kowalski"], &[]);
}

#[test]
fn a_shortened_name_of_a_body_means_the_body() {
    let text = "Investigators billed Hocking Valley Health Partners in May. Hocking Valley settled the suit in July.";
    check(text, &["Hocking Valley Health Partners"], &["Hocking Valley"]);
    let text = "The state fined the Ohio Farmers Alliance in May. The Alliance said on Monday that it would sue.";
    check(text, &["Ohio Farmers Alliance"], &["Alliance"]);
    check("Boeing Commercial Airplanes grew in May. Boeing hired 500 people in June.", &["Boeing"], &[]);
}

#[test]
fn what_stands_beside_a_name_tells_what_it_is() {
    check("Lars Henrik Aamodt, 66, will be barred from the sport.", &["Lars Henrik Aamodt"], &[]);
    check("Unison, which represents most of the staff, said that it would sue.", &["Unison"], &[]);
    check("Islamist militants attacked a port.", &[], &["Islamist"]);
}

#[test]
fn the_fullest_form_of_a_name_is_shown() {
    check("Brantholm AB raised its bid. Brantholm declined to comment.", &["Brantholm AB"], &["Brantholm"]);
    check("The Trans-Alpine Rail Agency (TARA) closed a line. TARA denied a report.", &["Trans-Alpine Rail Agency"], &["TARA"]);
}

#[test]
fn bodies_are_found_by_their_last_word_and_by_the_noun_before_them() {
    check("Ana Roe of the Civic Front won. The Front cheered.", &["Civic Front"], &["Front"]);
    check("The charity Nord Relief said that it would wait.", &["Nord Relief"], &[]);
    check("The opposition Democratic Left called on Mayor Carla Roe to resign.", &["Democratic Left"], &["Democratic"]);
    check("Its finance chief, Per-Olof Dahl, ruled out a third offer.", &["Per-Olof Dahl"], &[]);
    check("Brazilians voted on Sunday.", &[], &["Brazilians"]);
}

#[test]
fn a_family_name_said_once_belongs_to_both() {
    let text = "The brothers Carl and Lee Dahl fled. The Dahls were found on Monday. The brothers denied it.";
    let found = actors(&[text]);
    let carl = found.iter().find(|actor| actor.name == "Carl Dahl").unwrap();
    assert_eq!(carl.mentions.len(), 3, "{found:?}");
}

#[test]
fn the_client_is_the_one_whose_lawyer_speaks() {
    let found = actors(&["Paul Dahl was charged in May. Dahl's solicitor, Ann Lee, said that her client was innocent."]);
    assert_eq!(found.iter().find(|actor| actor.name == "Paul Dahl").unwrap().mentions.len(), 3, "{found:?}");
}

#[test]
fn a_probe_is_told_of_as_its_agency() {
    let text = "The Nordic Space Agency lost a probe on Monday. The probe Tui had landed in May. Tui was built in Oslo.";
    check(text, &["Nordic Space Agency"], &["Tui"]);
}

#[test]
fn ships_and_storms_are_nobody() {
    assert_eq!(names(&["Denmark sent the frigate Freya. Cyclone Freda battered Fiji."]), ["Denmark", "Fiji"]);
}

#[test]
fn a_movement_and_its_followers_are_one() {
    assert_eq!(names(&["Peru met the Karani movement. The Karanis withdrew on Monday."]), ["Karani movement", "Peru"]);
}

#[test]
fn bodies_by_number_by_people_and_by_what_they_are() {
    assert_eq!(names(&["Union No. 4, which represents them, voted. Police arrested nine."]), ["Police", "Union No. 4"]);
    assert_eq!(names(&["The leftist People's Front marched. The Front said it would vote."]), ["People's Front"]);
    assert_eq!(names(&["The European rowing union met on Monday."]), ["European rowing union"]);
    assert_eq!(names(&["Leeds-based Halvor Pelagic rejected it."]), ["Halvor Pelagic"]);
}

#[test]
fn a_name_may_be_cut_for_privacy() {
    assert_eq!(names(&["An engineer identified as Radek M. was arrested on Monday."]), ["Radek M."]);
}

#[test]
fn a_bare_family_name_is_of_whom_it_was_told_in_full() {
    let text = "Ann Dahl and her brother Karl left. Dahl said she was content. Karl Dahl stayed.";
    let found = actors(&[text]);
    assert_eq!(found.iter().find(|actor| actor.name == "Ann Dahl").map(|actor| actor.mentions.len()), Some(2));
}

#[test]
fn letters_of_another_language_mean_the_body_before_them() {
    let text = "Chile's Intelligence and Security Service (KDS) raided a house. The KDS said it was done.";
    check(text, &["Intelligence and Security Service"], &["KDS"]);
    check(
        "The Bright Garment Makers and Exporters Association (BGMEA) denied it.",
        &["Bright Garment Makers and Exporters Association"],
        &[],
    );
}

#[test]
fn agreements_and_possessors_are_no_part_of_bodies() {
    check("Chile signed the Geneva Agreement on Monday.", &["Chile"], &["Geneva Agreement"]);
    check("Ann Roe resigned. Roe's Forward Union Party will vote.", &["Ann Roe", "Forward Union Party"], &[]);
    check("The UN refugee agency said that it would wait.", &["UN refugee agency"], &["United Nations"]);
}

#[test]
fn small_and_breakaway_states_are_states() {
    let text = "Barbados met Vanuatu. The Transnistrian envoys left. The Democratic Republic of Congo waited.";
    check(text, &["Barbados", "Vanuatu", "Transnistria", "Democratic Republic of Congo"], &[]);
}

#[test]
fn a_longer_name_is_not_cut() {
    check("The National Democratic Front of the Isles signed it.", &["National Democratic Front of the Isles"], &["Front of the isles"]);
    check("Lt. Col. Rommel Abucay denied it.", &["Rommel Abucay"], &[]);
    check("Neighbouring Mali voted on Monday.", &["Mali"], &["Neighbouring Mali"]);
    check("Cyclone Freda struck on Monday. Freda had formed in the west.", &[], &["Freda"]);
}

/// The actor that a word in the last sentence of a text means.
fn meant(text: &str, word: &str) -> Option<String> {
    let article = local_article(text);
    let analysis = analyse(text);
    let syntax = Syntax::new(text, &analysis);
    let read = ArticleActors::read(&article, &syntax, &Silent).unwrap();
    let at = (0..syntax.len()).rev().find(|index| syntax.lower(*index) == word).unwrap();
    read.at(at).map(|mention| read.actors[mention.actors[0]].name.clone())
}

#[test]
fn a_body_is_only_what_the_text_calls_it() {
    let union =
        "The union Mar Azul called a strike at Nordbank AG. The strike was the doing of Mar Azul. Ann Roe of Mar Azul blamed the company.";
    assert_eq!(meant(union, "company").as_deref(), Some("Nordbank AG"));
    let builder = "Halden Coal Ltd sank a dredger. Ann Roe said that the insurer refused.";
    assert_eq!(meant(builder, "insurer"), None);
    let paper = "Halden Coal Ltd denied it. Ann Roe told this newspaper that she would wait.";
    assert_eq!(meant(paper, "newspaper"), None);
    let own = "Norwegian Prime Minister Ann Roe met Dahl in Sweden. Sweden waited. Roe said that her government would sue.";
    assert_eq!(meant(own, "government").as_deref(), Some("Norway"));
}

#[test]
fn an_age_between_commas_tells_a_person() {
    assert_eq!(names(&["In Zvečan, Milica, 54, a teacher, was packing the car."]), ["Milica"]);
}
