//! Events by phenomenon, each with sentences of its own, read with the real analysis and the real dates.

use super::{Chronology, chronology, read_article};
use crate::language::analyse;
use crate::model::{Article, ArticleId, Block, BlockKind, DateSource, Event, Kind, Modality, Published, Role, Silent, Span};
use crate::time::find;

/// An article of Thu 12 June 2025; every line is a paragraph, one that starts with `# ` a heading, with `## ` the title.
pub(super) fn article(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let kind = match line.find("# ") {
            Some(0) => BlockKind::Heading,
            Some(1) => BlockKind::Title,
            _ => BlockKind::Paragraph,
        };
        let words = line.trim_start_matches('#').trim_start();
        blocks.extend(Span::new(at + line.len() - words.len(), at + line.len()).map(|span| Block { span, kind }));
        at += line.len() + 1;
    }
    let published = Published { date: "2025-06-12".parse().unwrap(), source: DateSource::Sidecar, span: None, note: None };
    Article {
        id: ArticleId::of(text),
        path: "a.txt".into(),
        title: None,
        publisher: None,
        url: None,
        published: Some(published),
        dates: Vec::new(),
        text: text.into(),
        blocks,
    }
}

pub(super) fn read(texts: &[&str]) -> Chronology {
    let findings: Vec<_> = texts
        .iter()
        .map(|text| {
            let article = article(text);
            let analysis = analyse(text);
            let times = find(article.id, text, &analysis, article.published.as_ref());
            read_article(&article, &analysis, &times, &Silent).unwrap()
        })
        .collect();
    chronology(&findings, &Silent).unwrap()
}

/// The event whose trigger holds `word`.
pub(super) fn event(text: &str, word: &str) -> Event {
    let found = read(&[text]);
    let told = |event: &&Event| event.mentions.iter().any(|mention| mention.trigger.text(text).contains(word));
    found.events.iter().find(told).unwrap_or_else(|| panic!("no event {word:?} in {text:?}: {:?}", triggers(text))).clone()
}

fn triggers(text: &str) -> Vec<String> {
    let mut spans: Vec<Span> = read(&[text]).events.iter().flat_map(|event| event.mentions.iter().map(|mention| mention.trigger)).collect();
    spans.sort_unstable();
    spans.into_iter().map(|span| span.text(text).to_owned()).collect()
}

/// "name:role", sorted.
pub(super) fn cast(text: &str, word: &str) -> Vec<String> {
    let mut cast: Vec<String> = event(text, word).participants.iter().map(|one| format!("{}:{}", one.actor, one.role.as_str())).collect();
    cast.sort();
    cast
}

#[test]
fn a_light_verb_joins_its_noun() {
    let text = "France and Germany held a summit in Berlin on 3 June 2025.";
    assert_eq!(triggers(text), ["held a summit"]);
    let found = event(text, "summit");
    assert_eq!((found.kind, found.when.edtf.to_string(), found.place.as_deref()), (Kind::Meeting, "2025-06-03".to_owned(), Some("Berlin")));
    assert_eq!(event("Poland issued a stark warning to Belarus.", "warning").kind, Kind::Warning);
    assert_eq!(event("Tusk took aim at Viktor Orban.", "took aim").kind, Kind::Accusation);
    assert_eq!(event("Merz took a call from Donald Trump on Monday.", "call").kind, Kind::Meeting);
}

#[test]
fn states_opinions_and_truths_are_no_events() {
    for text in [
        "Norway has a long coast.",
        "Poland wants peace.",
        "Water boils at 100 degrees.",
        "Orban views the plan as vital.",
        "Turkey always defends its interests.",
    ] {
        assert_eq!(triggers(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn passives_relative_clauses_and_conjunction_keep_their_roles() {
    assert_eq!(cast("Two drones launched by Iran were shot down by Israel on Monday.", "shot down"), ["Iran:patient", "Israel:agent"]);
    assert_eq!(cast("Kenya criticised Uganda, which had arrested three officials.", "arrested"), ["Uganda:agent"]);
    assert_eq!(cast("Egypt condemned the raid and recalled its envoy.", "condemned"), ["Egypt:speaker"]);
    assert_eq!(cast("Egypt condemned the raid and expelled Sudanese diplomats.", "expelled"), ["Egypt:agent", "Sudan:patient"]);
    assert_eq!(cast("Brazil and Chile signed a treaty with Peru.", "signed"), ["Brazil:agent", "Chile:agent", "Peru:agent"]);
}

#[test]
fn who_is_told_of_by_a_word_takes_part() {
    let text = "Paul Dahl met Ann Lee on Monday. They signed a deal on Tuesday.";
    assert_eq!(cast(text, "signed"), ["Ann Lee:agent", "Paul Dahl:agent"]);
    let text = "Brantholm AB sued Halden Motors in May. A court ordered both companies to settle. The European Commission fined both companies \
                on Monday.";
    assert_eq!(cast(text, "fined"), ["Brantholm AB:patient", "European Commission:agent", "Halden Motors:patient"]);
    let text = "Observers sent by the African Union left Khartoum on Tuesday.";
    assert!(cast(text, "left").contains(&"African Union:agent".to_owned()));
}

#[test]
fn those_who_were_arrested_are_not_the_police() {
    let text = "The North Moor Constabulary arrested five who had chained themselves to a gate. They were released on Wednesday.";
    assert!(!cast(text, "released").iter().any(|one| one.contains("Constabulary")));
}

#[test]
fn the_body_whose_office_it_is_takes_part_in_appointments() {
    let text = "Halden Motors had a bad year. Its finance chief, Ann Lee, resigned on Monday.";
    assert!(cast(text, "resigned").contains(&"Halden Motors:agent".to_owned()), "{:?}", cast(text, "resigned"));
}

#[test]
fn a_bloc_for_or_against_a_nation_is_not_that_nation() {
    assert!(!cast("The pro-Russian Dawn bloc boycotted the vote.", "boycotted").iter().any(|who| who.starts_with("Russia")));
    assert!(cast("The European regulator ordered a review.", "ordered").is_empty());
}

#[test]
fn modality_follows_auxiliaries_and_governors() {
    let modality = |text: &str, word: &str| event(text, word).modality;
    assert_eq!(modality("Macron will meet Merz in Paris on Friday.", "meet"), Modality::Planned);
    assert_eq!(modality("Japan plans to deploy troops to Okinawa.", "deploy"), Modality::Planned);
    assert_eq!(modality("Japan may deploy troops to Okinawa.", "deploy"), Modality::Hypothetical);
    assert_eq!(modality("Iran threatened war if Israel attacks Tehran.", "attacks"), Modality::Hypothetical);
    assert_eq!(modality("Spain did not attend the meeting.", "attend"), Modality::Negated);
    assert_eq!(modality("Rutte failed to meet Erdogan in Ankara.", "meet"), Modality::Negated);
    assert_eq!(modality("Ukrainian forces claimed to have destroyed a Russian bridge.", "destroyed"), Modality::Happened);
    assert_eq!(modality("Hungary is expected to reject the plan.", "reject"), Modality::Hypothetical);
    assert_eq!(modality("French troops are envisaged to be deployed in Lebanon.", "deployed"), Modality::Planned);
    assert_eq!(modality("France denied that its troops had attacked the town.", "attacked"), Modality::Negated);
    assert_eq!(modality("France denied reports that its troops had attacked the town on Monday.", "attacked"), Modality::Negated);
    assert_eq!(modality("Orban would meet Merz on Friday, she said.", "meet"), Modality::Planned);
    assert_eq!(modality("If nobody wins, Orban will meet Merz.", "meet"), Modality::Hypothetical);
    assert_eq!(modality("A meeting between Orban and Merz had been due to take place on Saturday.", "meeting"), Modality::Planned);
}

#[test]
fn speech_is_attributed_across_quotation_marks_and_pronouns() {
    let text = "“We will never yield,” Maduro said. “They want our oil,” he added.";
    assert_eq!(cast(text, "said"), ["Maduro:speaker"]);
    assert_eq!(cast(text, "added"), ["Maduro:speaker"]);
    assert_eq!(triggers(text), ["said", "added"]);
}

#[test]
fn direct_speech_gives_events_only_with_a_date() {
    let text = "Trump told reporters: “I will talk to Vladimir Putin on Friday. We fight for peace.”";
    assert_eq!(triggers(text), ["told", "talk"]);
    assert_eq!(cast(text, "talk"), ["Trump:agent", "Vladimir Putin:addressee"]);
}

#[test]
fn attribution_behind_the_news_leaves_the_news_an_event() {
    let text = "Gunmen killed four policemen in Lagos, officials said.";
    assert!(triggers(text).contains(&"killed".to_owned()));
}

#[test]
fn a_title_stands_alone_and_names_its_pronouns() {
    let text = "Giorgia Meloni arrived in Tunis. She, as everybody had expected for weeks, met Kais Saied.";
    assert_eq!(event(text, "met").title, "She [Giorgia Meloni] met Kais Saied");
    let text = "The ministry of Poland protested. Norway and Chile plan to build their own base.";
    assert_eq!(event(text, "build").title, "Norway and Chile plan to build their [Norway, Chile’s] own base");
    let text = "Lars Lokke, the leader of the Moderates, resigned on Monday after the vote.";
    assert_eq!(event(text, "resigned").title, "Lars Lokke resigned on Monday after the vote");
}

#[test]
fn words_with_two_senses_get_their_kind_from_their_objects() {
    assert_eq!(event("The minister attacked the plan, accusing Brussels of greed.", "attacked").kind, Kind::Accusation);
    assert_eq!(event("Rebels attacked a base in Mali.", "attacked").kind, Kind::Attack);
    assert_eq!(event("A hurricane killed nine people in Cuba.", "killed").kind, Kind::Disaster);
    assert_eq!(event("Syria fired two missiles on Monday.", "fired").kind, Kind::Attack);
    assert_eq!(event("Tesla fired its finance chief on Monday.", "fired").kind, Kind::Appointment);
    assert_eq!(event("Police opened fire in Dhaka.", "fire").kind, Kind::Attack);
    assert_eq!(event("Nigeria said that Niger must return the plane.", "said").kind, Kind::Demand);
}

#[test]
fn roles_fit_kinds_and_no_finding_is_without_a_place() {
    let text = "Kenya accused Uganda of spying. Uganda rejected the claim on Monday.";
    for event in read(&[text]).events {
        assert!(!event.mentions.is_empty());
        for mention in &event.mentions {
            assert!(mention.sentence.span.contains(mention.trigger));
        }
        assert!(event.participants.iter().any(|one| one.role == Role::Speaker), "{}", event.title);
        assert!((0.0..=1.0).contains(&event.confidence) && (0.0..=1.0).contains(&event.importance));
    }
}

#[test]
fn what_people_do_without_a_name_is_told_with_its_day() {
    let text = "Rescue teams pulled a girl from the rubble on 3 March 2025.";
    assert_eq!(event(text, "pulled").when.edtf.to_string(), "2025-03-03");
    let text = "The health ministry warned that the death toll could rise.";
    assert_eq!(event(text, "warned").kind, Kind::Warning);
    assert_eq!(event("The army denied the allegation.", "denied").kind, Kind::Rejection);
}

#[test]
fn strikes_of_workers_are_protests() {
    let text = "Rail workers went on strike across Britain on 3 June 2025. Further strikes are planned for 5 June 2025.";
    assert_eq!(event(text, "went on strike").kind, Kind::Protest);
    let further = event(text, "strikes");
    assert_eq!((further.kind, further.modality), (Kind::Protest, Modality::Planned));
    assert_eq!(event("Israel launched strikes on Gaza on 3 June 2025.", "launched strikes").kind, Kind::Attack);
}

#[test]
fn a_spacecraft_is_no_inquiry() {
    assert_eq!(event("NASA launched a probe to Europa on 3 June 2025.", "launched").kind, Kind::Other);
    assert_eq!(event("Italy launched a probe into the crash on 3 June 2025.", "launched a probe").kind, Kind::Legal);
}

#[test]
fn what_someone_is_charged_with_and_what_something_was_for_is_not_told_as_done() {
    let found = triggers("Adrian Ionescu was charged with accepting bribes. Petra Lindqvist called Tomas Brandt to congratulate him.");
    assert_eq!(found, ["charged", "called"]);
}

#[test]
fn a_name_in_apposition_is_the_subject_of_the_title() {
    let text = "His lawyer, Maria Popa, accused Romania of hiding evidence.";
    assert_eq!(event(text, "accused").title, "Maria Popa accused Romania of hiding evidence");
    let text = "Tomas Brandt, a former judge who was jailed in 2019, resigned.";
    assert_eq!(event(text, "jailed").title, "Tomas Brandt was jailed in 2019");
}

#[test]
fn who_is_arrested_does_not_arrest() {
    let found = read(&["Adrian Ionescu resigned. His arrest on 3 June 2025 shocked Romania."]);
    let arrest = found.events.iter().find(|event| event.title.contains("arrest")).unwrap();
    assert!(arrest.participants.iter().any(|one| one.role == Role::Patient));
    assert!(!arrest.participants.iter().any(|one| one.role == Role::Agent));
}

#[test]
fn a_title_keeps_both_marks_of_a_quotation_or_none() {
    let text = "The participants of the \"Coalition of the Willing\" signed a declaration \"Reliable Security Guarantees for a Strong and \
        Lasting Peace that no one in the whole of Europe and far beyond it had ever expected to see\" on 6 January 2026.";
    let title = event(text, "signed a declaration").title;
    assert!(title.contains("\"Coalition of the Willing\""), "{title}");
    assert_eq!(title.matches('"').count() % 2, 0, "{title}");
}

#[test]
fn amounts_and_completing_words_tell_the_kind() {
    for (text, word, kind) in [
        ("The EU adopted a package of sanctions against Russia.", "adopted", Kind::Sanction),
        ("Donald Trump was found guilty on Monday.", "found", Kind::Legal),
        ("Maia Sandu received 42 percent of the vote.", "received", Kind::Election),
        ("Maia Sandu won a second term.", "won", Kind::Election),
        ("Mike Johnson called the ruling a blow.", "called", Kind::Statement),
        ("A court ordered Google to pay a fine.", "ordered", Kind::Legal),
        ("Germany freed Vadim Krasikov on Monday.", "freed", Kind::Legal),
        ("Germany blocked the adoption of the law.", "blocked", Kind::Rejection),
        ("Heavy rain hit Valencia on Tuesday.", "hit", Kind::Disaster),
        ("The US paused arms deliveries on Tuesday.", "paused", Kind::Aid),
    ] {
        assert_eq!(event(text, word).kind, kind, "{text}");
    }
}

#[test]
fn whom_sanctions_are_against_takes_part() {
    assert_eq!(cast("The EU adopted a package of sanctions against Russia.", "adopted"), ["European Union:agent", "Russia:patient"]);
}

#[test]
fn what_is_expected_on_a_day_is_planned() {
    assert_eq!(event("Pedro Sanchez is expected to visit Valencia on Friday.", "visit").modality, Modality::Planned);
    assert_eq!(event("A final vote is expected on July 17.", "vote").modality, Modality::Planned);
    assert_eq!(event("Vladimir Putin is expected to reject the plan.", "reject").modality, Modality::Hypothetical);
    assert_eq!(
        event("The Supreme Court is expected to rule by the end of June.", "rule").when.edtf.to_string(),
        "[2025-06-12..2025-06-30]"
    );
}

#[test]
fn a_main_verb_that_looks_like_a_participle_is_told() {
    assert_eq!(cast("His successor, Donald Trump, posted on Truth Social that he was ready.", "posted"), ["Donald Trump:speaker"]);
}

#[test]
fn a_relative_clause_has_its_antecedent_in_the_title() {
    let text = "The list names 27 tankers which France accuses of carrying oil.";
    assert!(event(text, "accuses").title.contains("tankers"), "{}", event(text, "accuses").title);
    let text = "Emmanuel Macron praised the pact on migration that Italy signed in May.";
    assert_eq!(event(text, "signed").title, "Italy signed [the pact on migration] in May");
}

#[test]
fn harm_done_by_nature_is_a_disaster() {
    assert_eq!(event("At least 143 people were killed after an earthquake struck Nepal on Monday.", "killed").kind, Kind::Disaster);
    assert_eq!(event("At least 143 people were killed after gunmen stormed the town on Monday.", "killed").kind, Kind::Attack);
}

#[test]
fn company_decides_the_kind() {
    let kind = |text, word| event(text, word).kind;
    assert_eq!(kind("Marko Pesic was released on bail on Monday.", "released"), Kind::Legal);
    assert_eq!(kind("The case will be heard at the High Court on 7 July.", "heard"), Kind::Legal);
    assert_eq!(kind("Poland shut its busiest border crossing on Monday.", "shut"), Kind::Sanction);
    assert_eq!(kind("China offered aid to Nepal.", "offered"), Kind::Aid);
}

#[test]
fn speakers_are_found_behind_the_verb_and_behind_long_titles() {
    assert_eq!(
        cast("\u{201c}We were not informed,\u{201d} complained its regional head, Thomas Burkhardt.", "complained"),
        ["Thomas Burkhardt:speaker"]
    );
    let text = "\u{201c}We have food,\u{201d} the director of the World Food Programme in Sudan, Carla Mendes, said.";
    assert_eq!(cast(text, "said"), ["Carla Mendes:speaker"]);
    let text = "The two sides have agreed to a truce, Egypt's foreign minister announced on Monday.";
    assert_eq!(cast(text, "announced"), ["Egypt:speaker"]);
    let text = "The sides have accepted a truce proposed by the United States, Egypt's foreign minister announced on Monday.";
    assert_eq!(event(text, "announced").title, "Egypt's foreign minister announced on Monday");
}

#[test]
fn acts_that_only_may_come_are_kept_if_they_weigh() {
    let open = |text, word| event(text, word).modality;
    assert_eq!(open("A new round of consultations may be held in Moscow in July.", "consultations"), Modality::Hypothetical);
    assert_eq!(open("Craig Hallam could be jailed for life.", "jailed"), Modality::Hypothetical);
    assert_eq!(open("Belarus warned that it could close two border crossings.", "close"), Modality::Hypothetical);
    assert_eq!(triggers("Fighting continued on Monday."), ["Fighting continued"]);
}

#[test]
fn what_has_yet_to_come_and_what_was_ruled_out_did_not_happen() {
    let modality = |text: &str, word: &str| event(text, word).modality;
    assert_eq!(modality("Britain has yet to sign the treaty with Norway.", "sign"), Modality::Negated);
    assert_eq!(modality("A ceasefire between Iran and Israel has never come into force.", "ceasefire"), Modality::Negated);
    assert_eq!(modality("Starmer said that no British troops would be deployed to Ukraine.", "deployed"), Modality::Negated);
    assert_eq!(modality("No decision was reached in Brussels on Monday.", "decision"), Modality::Negated);
}

#[test]
fn a_day_that_lies_ahead_makes_a_plan() {
    let planned = |text: &str, word: &str| {
        let found = event(text, word);
        (found.modality, found.when.edtf.to_string())
    };
    let on = |day: &str| (Modality::Planned, day.to_owned());
    assert_eq!(planned("The deal awaits approval at a meeting of Norway's parliament on June 26.", "meeting"), on("2025-06-26"));
    assert_eq!(planned("The contract with Siemens expires on 30 June.", "expires"), on("2025-06-30"));
    let text = "Starmer prepared a summit of ministers later this week in Paris.";
    assert_eq!(event(text, "summit").modality, Modality::Planned);
}

#[test]
fn the_subject_or_object_tells_what_kind_of_event_a_verb_names() {
    let kind = |text: &str, word: &str| event(text, word).kind;
    assert_eq!(kind("A drone slammed into a block of flats in Kyiv on Monday.", "slammed"), Kind::Attack);
    assert_eq!(kind("Typhoon Haiyan flattened Tacloban in 2013.", "flattened"), Kind::Disaster);
    assert_eq!(kind("An anonymous donor gave $400,000 to the Red Cross on Monday.", "gave"), Kind::Aid);
    assert_eq!(kind("Siemens posted record earnings on Monday.", "posted"), Kind::Economy);
    assert_eq!(kind("Russia responded with a massive strike on Ukraine.", "responded"), Kind::Attack);
    assert_eq!(kind("The jury cleared Jane Doe of fraud on Monday.", "cleared"), Kind::Legal);
    assert_eq!(kind("The first batch of missiles was handed over to Ukraine on Monday.", "handed over"), Kind::Aid);
    assert_eq!(kind("The coalition was set up by France in May.", "set up"), Kind::Agreement);
}

#[test]
fn as_many_are_meant_as_are_counted() {
    let text = "Donald Trump called Vladimir Putin on Monday, Dmitry Peskov said. The two leaders will meet in Budapest.";
    assert_eq!(cast(text, "meet"), ["Donald Trump:agent", "Vladimir Putin:agent"]);
    let text = "Orban criticised French President Emmanuel Macron and UK Prime Minister Keir Starmer. He urged these leaders to resign.";
    assert_eq!(cast(text, "urged"), ["Emmanuel Macron:addressee", "Keir Starmer:addressee", "Orban:speaker"]);
    let text = "Regarding a possible meeting between Volodymyr Zelensky and Vladimir Putin, Orban said that he was ready.";
    assert_eq!(cast(text, "meeting"), ["Vladimir Putin:agent", "Volodymyr Zelensky:agent"]);
}

#[test]
fn acts_told_by_the_noun_of_a_verb_are_events() {
    let found = |text: &str, word: &str| {
        let found = event(text, word);
        (found.kind, found.when.edtf.to_string())
    };
    assert_eq!(found("Serbia protested at the closing of a post office on 3 June.", "closing"), (Kind::Economy, "2025-06-03".to_owned()));
    let text = "On Tuesday night there was an exchange of artillery fire near Bure.";
    assert_eq!(found(text, "exchange"), (Kind::Attack, "2025-06-10".to_owned()));
    assert_eq!(found("The envoy is expected in Ankara next Monday.", "expected"), (Kind::Meeting, "2025-06-16".to_owned()));
    assert_eq!(triggers("Orban said that no contract had been signed."), ["said", "contract had been signed"]);
    assert_eq!(event("The ministry called the plan “unacceptable”.", "called").kind, Kind::Statement);
}

#[test]
fn a_phase_is_of_the_kind_of_what_has_it() {
    for (text, word, kind) in [
        ("The ceasefire between Peru and Chile collapsed on Monday.", "collapsed", Kind::Agreement),
        ("Talks between Peru and Chile, which began in May, have been suspended.", "suspended", Kind::Meeting),
        ("Consultations between Peru and Chile, which broke off in May, will resume on Monday.", "broke off", Kind::Meeting),
        ("The armed conflict in Chile broke out in March 1992.", "broke out", Kind::Attack),
        ("The foreign minister, Ann Roe, arrived in Lima on Monday.", "arrived", Kind::Meeting),
        ("Ann Roe flew to Lima on Monday for a meeting with Lars Dahl.", "flew", Kind::Meeting),
        ("The truce which Peru and Chile reached on Tuesday is holding.", "reached", Kind::Agreement),
        ("A ceasefire between Peru and Chile fell apart the following January.", "fell", Kind::Agreement),
        ("HMS Dauntless left Portsmouth on Thursday.", "left", Kind::Deployment),
        ("Five people were killed after Tropical Cyclone Freddy struck Malawi on Monday.", "killed", Kind::Disaster),
    ] {
        assert_eq!(event(text, word).kind, kind, "{text}");
    }
}

#[test]
fn not_until_some_day_is_on_it_and_is_meeting_is_to_come() {
    let arrested = event("Ann Roe was not arrested until June 2023.", "arrested");
    assert_eq!((arrested.modality, arrested.when.edtf.to_string()), (Modality::Happened, "2023-06".to_owned()));
    assert_eq!(event("Ann Roe is meeting Lars Dahl on Saturday.", "meeting").modality, Modality::Planned);
    assert_eq!(event("Peru refused a request by Chile on Monday; Chile denied having made one.", "refused").modality, Modality::Happened);
}

#[test]
fn what_a_court_does_is_legal_by_a_pronoun_too() {
    let text = "The Supreme Court of Chile freed Anna Roe on Monday. It dismissed her claim for damages.";
    assert_eq!(event(text, "dismissed").kind, Kind::Legal);
    assert_eq!(event("Chile freed Anna Roe on Monday. It dismissed her claim for damages.", "dismissed").kind, Kind::Rejection);
}
