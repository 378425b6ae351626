//! Dates of events by phenomenon, read with the real analysis and the real dates; the articles are of Thu 12 June 2025.

use crate::event::tests::event;
use crate::model::{Kind, Modality};

/// The dates of events by the word that tells them.
fn check(dates: &[(&str, &str, &str)]) {
    for (text, word, date) in dates {
        assert_eq!(event(text, word).when.edtf.to_string(), *date, "{text}");
    }
}

#[test]
fn the_date_is_the_one_that_governs_the_trigger() {
    let date = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    let text = "Sweden said on Tuesday that Finland had signed the treaty on 2 May 2025.";
    assert_eq!((date(text, "said"), date(text, "signed")), ("2025-06-10".to_owned(), "2025-05-02".to_owned()));
    assert_eq!(date("Scholz resigned.", "resigned"), "2025-06-12");
    assert_eq!(date("Italy will deploy troops to Lebanon.", "deploy"), "[2025-06-12..]");
    assert_eq!(date("Earlier, Meloni had repeatedly warned Libya.", "warned"), "[..2025-06-11]");
    assert_eq!(date("Germany postponed the summit until 3 July.", "postponed"), "2025-06-12");
    assert_eq!(date("The ferry struck a reef and capsized on Sunday.", "struck"), "2025-06-08");
    assert_eq!(date("Germany demanded a congress in a letter sent on Sunday.", "demanded"), "2025-06-08");
    assert_eq!(
        date("Profit fell to 97 million euros in the three months to the end of March from 71 million a year earlier.", "fell"),
        "2025-01/2025-03"
    );
    assert_eq!(date("France did not intend to close any embassy before 2028.", "close"), "[2025-06-12..2027]");
}

#[test]
fn a_definite_event_has_the_date_of_the_one_told_before() {
    let text = "On 27 March 2025, a summit of the Arab League was held in Cairo. Israel did not take part in the event.";
    let absent = event(text, "take part");
    assert_eq!((absent.when.edtf.to_string(), absent.kind, absent.modality), ("2025-03-27".to_owned(), Kind::Meeting, Modality::Negated));
    let text = "Trump hosted Macron on 2 June. He interrupted this meeting.";
    assert_eq!(event(text, "interrupted").when.edtf.to_string(), "2025-06-02");
}

#[test]
fn what_an_actor_does_next_belongs_to_the_same_occasion() {
    let text = "Macron spoke to reporters on Tuesday.\nMacron said that the talks were useful.";
    assert_eq!(event(text, "said").when.edtf.to_string(), "2025-06-10");
}

#[test]
fn the_occasion_that_opens_a_sentence_dates_it() {
    let text = "In the first round, which was held on May 20, Maia Sandu received 42 percent of the vote.";
    assert_eq!(event(text, "received").when.edtf.to_string(), "2025-05-20");
}

#[test]
fn a_clause_of_the_occasion_dates_the_event() {
    let date = |text, word| event(text, word).when.edtf.to_string();
    let text = "Armenia has boycotted the meetings since November 2022, when it suspended its participation.";
    assert_eq!(date(text, "suspended"), "2022-11");
    assert_eq!(date(text, "boycotted"), "2022-11/..");
    assert_eq!(date("Thousands of people died when two quakes hit Nepal in April 2015.", "died"), "2015-04");
    assert_eq!(date("At least 143 people were killed after an earthquake struck Nepal on Monday.", "killed"), "2025-06-09");
    assert_eq!(date("A truce declared last November lasted less than a day.", "truce"), "2024-11");
}

#[test]
fn how_long_a_thing_lasts_is_not_its_date() {
    let text = "Samuel Okoro passed a medical on 3 June 2025 and agreed a contract until 2029.";
    assert_eq!(event(text, "agreed").when.edtf.to_string(), "2025-06-03");
}

#[test]
fn a_day_reaches_the_verb_from_what_it_takes_part_in() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    assert_eq!(day("Erin Moore won Saturday's vote in Halifax.", "won"), "2025-06-07");
    assert_eq!(day("Oleh Petrenko was appointed to head the delegation last month.", "appointed"), "2025-05");
}

#[test]
fn distance_dates_what_it_is_counted_from() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    let text = "These comments come just days after Donald Trump hosted Mr Macron in Washington.";
    assert_eq!(day(text, "hosted"), "[2025-06-06~..2025-06-10~]");
    let text = "India announced on 23 April that the treaty was suspended, a day after the attack in Srinagar.";
    assert_eq!(day(text, "attack"), "2025-04-22");
}

#[test]
fn what_is_told_on_a_day_was_over_by_then_or_lay_ahead() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    assert_eq!(day("The army of Kenya said on Monday that it had attacked a base in Somalia.", "attacked"), "[..2025-06-09]");
    assert_eq!(day("On 3 June, the government of Norway announced that 40 soldiers would be deployed.", "deployed"), "[2025-06-03..]");
    assert_eq!(day("Chile closed the border on 12 May after gunmen killed two officers.", "killed"), "[..2025-05-12]");
    assert_eq!(day("The ferry was boarded on 3 June by Chinese officers who arrested the captain.", "arrested"), "2025-06-03");
}

#[test]
fn a_paragraph_stays_on_the_day_that_it_has_come_to() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    let text = "The ferry was boarded on 3 June by Chinese officers. Nobody was arrested. The ship was released in the afternoon.";
    assert_eq!((day(text, "arrested"), day(text, "released")), ("2025-06-03".to_owned(), "2025-06-03".to_owned()));
    let text = "In a speech on 17 March, Orban said that the border was closed. He did not threaten Poland.";
    assert_eq!(day(text, "threaten"), "2025-03-17");
}

#[test]
fn words_are_of_the_day_on_which_they_reach_the_public() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    let text = "Orban has said in an interview with the newspaper Bild, which came out on Tuesday, that the plan is dead.";
    assert_eq!(day(text, "said"), "2025-06-10");
    assert_eq!(
        day("An emergency summit, convened in Doha on Monday in response to that strike, condemned Israel.", "condemned"),
        "2025-06-09"
    );
    assert_eq!(day("Qatar Airways suspended its flights to Baghdad again, as it already did in May 2023.", "suspended"), "2025-06-12");
}

#[test]
fn an_occasion_dates_what_is_done_at_it() {
    let day = |text: &str, word: &str| event(text, word).when.edtf.to_string();
    assert_eq!(day("Siemens would oppose the merger at the meeting on 26 August, it said.", "oppose"), "2025-08-26");
    assert_eq!(day("Sanchez has never been paid since the 2014 explosion in Cadiz.", "explosion"), "2014");
    assert_eq!(day("The treaty of 1960 was suspended by India.", "suspended"), "2025-06-12");
    // Whoever came on a day need not have spoken on it.
    assert_eq!(day("Macron arrived in Rome on Tuesday. Macron said that the talks were useful.", "said"), "2025-06-12");
}

#[test]
fn hours_later_is_the_day_told_before() {
    let text = "Norway expelled two diplomats on Monday. Hours later Sweden recalled its ambassador.";
    assert_eq!(event(text, "recalled").when.edtf.to_string(), "2025-06-09");
}

#[test]
fn an_answer_to_a_charge_of_long_ago_is_as_old() {
    let text = "Peru closed the crossing on 9 May after its army accused Chilean forces of shelling a village in Tacna, killing eleven people. Chile denied the accusation.";
    let date = |word| event(text, word).when.edtf.to_string();
    assert_eq!((date("denied"), date("killing")), ("2025-05-09~".to_owned(), "[..2025-05-09]".to_owned()));
    let text = "Peru closed the crossing on 9 May. Chile lodged a protest then as well.";
    assert_eq!(event(text, "lodged").when.edtf.to_string(), "2025-05-09~");
}

#[test]
fn what_had_happened_since_some_day_was_over_by_now() {
    let date = |text, word| event(text, word).when.edtf.to_string();
    assert_eq!(date("Peru said that Chile had sent three notes since April.", "sent"), "2025-04/2025-06-12");
    assert_eq!(date("Peru has boycotted the meetings since April.", "boycotted"), "2025-04/..");
}

#[test]
fn what_goes_on_until_some_day_goes_on_from_now() {
    let text = "The mayor, Ann Roe, said that the search operation would continue until Saturday evening.";
    assert_eq!(event(text, "continue").when.edtf.to_string(), "2025-06-12/2025-06-14");
}

#[test]
fn a_noun_with_a_year_of_its_own_leaves_the_next_to_the_verb() {
    let date = |text, word| event(text, word).when.edtf.to_string();
    assert_eq!(date("Chile, which acknowledged its part in the 1973 coup in 2021, was silent.", "acknowledged"), "2021");
    assert_eq!(date("Brazil, which moved troops to the border during the crisis of 2023, has offered talks.", "moved"), "2023");
    assert_eq!(date("Halden withdrew its forecast for 2026.", "withdrew"), "2025-06-12");
    assert_eq!(date("Uganda closed the Lunde crossing on Tuesday.", "closed"), "2025-06-10");
    assert_eq!(date("Chile, which pledged to complete it at a summit in 1999, was silent.", "pledged"), "1999");
}

#[test]
fn an_act_in_an_aside_after_another_is_of_its_month() {
    let text = "Angola, which abandoned its mediation after the rebels pulled out of talks in March 2024, was silent.";
    assert_eq!(event(text, "abandoned").when.edtf.to_string(), "2024-03");
}

#[test]
fn what_is_done_afterwards_is_of_the_day_of_the_paragraph_before() {
    let text = "The meeting of defence chiefs in Lima closed on Friday.\nSpeaking to reporters afterwards, the commissioner, Ann Roe, declared that a day had been settled.";
    assert_eq!(event(text, "declared").when.edtf.to_string(), "2025-06-06");
}

#[test]
fn an_act_during_the_attack_is_of_its_day() {
    let text = "Gunmen attacked a van in Lima on Monday. A guard, Lars Dahl, was shot in the leg during the attack.";
    assert_eq!(event(text, "shot").when.edtf.to_string(), "2025-06-09");
}

#[test]
fn an_agreement_does_from_its_signing_on_what_it_does() {
    let text = "A protocol between Peru and Chile signed in Quito in 1970 ended the dispute.";
    assert_eq!(event(text, "ended").when.edtf.to_string(), "1970");
    let text = "Peru declined to renew the protocol in 1982.";
    assert_eq!(event(text, "declined").when.edtf.to_string(), "1982");
}

#[test]
fn talks_that_did_not_take_place_were_planned_for_a_day() {
    let text = "Talks between Peru and Chile that had been planned for 5 May did not take place.";
    assert_eq!(event(text, "Talks").when.edtf.to_string(), "2025-05-05");
}

#[test]
fn a_year_of_comparison_dates_nothing() {
    let text = "The Liberal Party won 13 seats, three fewer than in 2021.";
    assert_eq!(event(text, "won").when.edtf.to_string(), "2025-06-12");
}

#[test]
fn under_a_date_it_was_then() {
    let text = "# 22 May\nThe Supreme Court accuses Anna Roe of treason. Italy recalls its ambassador the same evening.\n# 24 May\nChile grants Roe asylum. Roe \
                will meet Macron.\n25 May: Mexico expels the ambassador of Chile.";
    let date = |word| event(text, word).when.edtf.to_string();
    assert_eq!(date("accuses"), "2025-05-22");
    assert_eq!(date("recalls"), "2025-05-22");
    assert_eq!(date("grants"), "2025-05-24");
    assert_eq!(date("meet"), "[2025-05-24..]");
    assert_eq!(date("expels"), "2025-05-25");
}

#[test]
fn a_date_behind_a_verb_of_saying_or_before_a_clause_is_not_that_of_the_clause() {
    let date = |text, word| event(text, word).when.edtf.to_string();
    assert_eq!(date("The talks have no date, although Macron said on Tuesday he was ready to return to Cairo.", "said"), "2025-06-10");
    let text = "Anna Roe was sentenced to 15 years in prison by the High Court yesterday, more than six years after a clerk noticed that money was missing.";
    assert_eq!(date(text, "sentenced"), "2025-06-11");
}

#[test]
fn a_look_back_stays_in_its_story() {
    let text = "Twenty years ago this week, France and Italy nearly lost two lives on a lake.\nOn 14 June Italy seized a French boat. France demanded its \
                return.\nOn 15 June a French ship left Toulon. Italy recalled its ambassador.\nOn the 17th, Macron met Conte. On 18 June 2005 they signed a \
                protocol. In August 2005 the boat sailed again. In 2006 it sank.";
    let date = |word| event(text, word).when.edtf.to_string();
    assert_eq!(date("seized"), "2005-06-14");
    assert_eq!(date("demanded"), "2005-06-14");
    assert_eq!(date("recalled"), "2005-06-15");
    assert_eq!(date("met"), "2005-06-17");
}

#[test]
fn a_day_right_before_a_name_is_no_part_of_it() {
    for text in ["On 4 June Italy expelled the envoy.", "On June 4 Italy expelled the envoy.", "On 4 June Macron expelled the envoy."] {
        assert_eq!(event(text, "expelled").when.edtf.to_string(), "2025-06-04", "{text}");
    }
}

#[test]
fn what_stands_inside_a_dated_clause_was_then_or_earlier() {
    let date = |text, word| event(text, word).when.edtf.to_string();
    assert_eq!(date("Italy closed the border on 3 June, accusing Chile of theft.", "accusing"), "2025-06-03");
    assert_eq!(date("In May 2024 the court freed Anna Roe, who accused Italy of theft.", "accused"), "2024-05");
    assert_eq!(date("On 3 June the court freed Anna Roe, whom Italy had arrested.", "arrested"), "[..2025-06-03]");
    assert_eq!(date("Anna Roe, who accused Italy of theft, resigned on 3 June.", "accused"), "2025-06-12");
}

#[test]
fn what_is_planned_beside_a_plan_is_for_its_day() {
    let text = "Macron will travel to Ankara on 29 July, where he will meet Meloni.";
    assert_eq!(event(text, "meet").when.edtf.to_string(), "2025-07-29");
}

#[test]
fn where_nothing_is_of_today_all_speak_on_the_day_of_the_news() {
    let date = |text: &str| event(text, "condemned").when.edtf.to_string();
    let text = "Italy expelled Anna Roe on Wednesday.\nMacron condemned the step.";
    assert_eq!(date(text), "2025-06-11");
    assert_eq!(date(&format!("{text}\nChile recalled its ambassador on Thursday.")), "2025-06-12");
}

#[test]
fn a_headline_is_of_the_day_of_the_news() {
    let text = "## Macron meets Merz\nItaly expelled Anna Roe on Wednesday.\nChile recalled its ambassador on Thursday.";
    assert_eq!(event(text, "meets").when.edtf.to_string(), "2025-06-11");
}

#[test]
fn a_day_reaches_the_verb_from_what_stands_between() {
    check(&[
        // Behind what was done it for.
        ("NATO sent a frigate to patrol the area in January.", "sent", "2025-01"),
        ("Ann Roe was arrested on her way to work on 6 March.", "arrested", "2025-03-06"),
        // Behind a noun that has no day of its own.
        ("The party announced that it would submit a motion of no confidence next week.", "submit", "[2025-06-16..2025-06-22]"),
        ("NASA celebrated the launch of the shuttle Tuesday.", "celebrated", "2025-06-10"),
        // In front of all.
        (
            "In October 2019, investigators searching the firm's offices in San Isidro found a notebook in which payments were listed.",
            "found",
            "2019-10",
        ),
        ("Last December President Maduro held a referendum.", "held a referendum", "2024-12"),
        ("When the firm went bankrupt in 2009, workers took a pay cut and Allen County lent it $2 million.", "lent", "2009"),
        // Between a verb in the present and the end.
        ("China welcomes the deal which Chile and Peru reached in Lima, Peru's capital, on Tuesday on trade.", "reached", "2025-06-10"),
    ]);
}

#[test]
fn an_occasion_has_the_day_on_which_it_is_held() {
    check(&[
        ("The leaders may meet on the sidelines of the European summit, which will take place in Tirana on 16 July.", "meet", "2025-07-16"),
        ("Caricom leaders will discuss the crisis at their summit in Georgetown, which starts on 25 June.", "discuss", "2025-06-25"),
        ("Talks between the armies of Chile and Peru in Lima, held last Thursday, produced no result.", "Talks", "2025-06-05"),
        ("Chile and Peru held two rounds of talks.\nTwo rounds of talks, in March and April, ended without a result.", "ended", "2025-03"),
        ("He threatened to boycott the next round of talks, scheduled for 16 July in Doha.", "boycott", "2025-07-16"),
        ("Egypt's trade minister, Nermine Shahat, flew to Brussels last Thursday for a meeting with Ann Roe.", "meeting", "2025-06-05"),
    ]);
    let talks = event("Foreign minister Ann Roe arrived in Suva on Monday for two days of talks with Karl Dahl.", "talks");
    assert_eq!((talks.when.edtf.to_string(), talks.modality), ("[2025-06-09..]".to_owned(), Modality::Planned));
}

#[test]
fn a_beginning_and_a_condition_are_bounds() {
    check(&[
        ("Roe said that 1340 cases had been confirmed since the first was detected on 6 January.", "confirmed", "2025-01-06/.."),
        ("China has mediated since the clashes of last December.", "mediated", "2024-12/.."),
        ("Germany said it will repeal the law if it wins in October.", "repeal", "[2025-10..]"),
    ]);
}

#[test]
fn within_hours_and_on_the_eve_count_from_what_was_told_before() {
    let text = "Germany expelled a diplomat of Chile on Monday. Chile closed its embassy within hours.";
    assert_eq!(event(text, "closed").when.edtf.to_string(), "2025-06-09");
    let text = "Peru held a referendum on 1 June. On the eve of the vote, Ann Roe left the party.";
    assert_eq!(event(text, "left").when.edtf.to_string(), "2025-05-31");
}

#[test]
fn a_plan_goes_on_behind_and() {
    let cut = event("Cascades Inc. will close its mill early next year and cut 310 jobs.", "cut");
    assert_eq!((cut.when.edtf.to_string(), cut.modality), ("[2026-01..2026-05]".to_owned(), Modality::Planned));
}
