//! Who takes part, by phenomenon, with sentences of their own.

use crate::event::tests::{cast, event};
use crate::model::Modality;

#[test]
fn what_was_told_before_has_its_author() {
    let text = "Peru offered on Monday to host talks. Chile accepted the offer on Tuesday.";
    assert_eq!(cast(text, "accepted"), ["Chile:agent", "Peru:patient"]);
    let text = "Ann Roe demanded an apology on Monday. Lars Dahl replied that he would resign.";
    assert_eq!(cast(text, "replied"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
}

#[test]
fn who_speaks_after_talks_took_part_in_them() {
    let text = "Norway will buy gas, Prime Minister Ann Roe said on Thursday after a meeting with Ambassador Lars Dahl.";
    assert_eq!(cast(text, "meeting"), ["Ann Roe:agent", "Lars Dahl:agent"]);
}

#[test]
fn an_interview_addresses_who_leads_it() {
    let text = "Ann Roe said in an interview with the newspaper Le Figaro on Monday that she would resign.";
    assert_eq!(cast(text, "said"), ["Ann Roe:speaker", "Le Figaro:addressee"]);
}

#[test]
fn a_promise_is_made_to_somebody() {
    let text = "Kenya promised on Monday to defend Uganda.";
    assert_eq!(cast(text, "promised"), ["Kenya:speaker", "Uganda:mentioned"]);
}

#[test]
fn forces_with_whose_are_of_the_noun_before() {
    let text = "The raiders came from Sudan, whose navy attacked Kenya on Monday.";
    assert_eq!(cast(text, "attacked"), ["Kenya:patient", "Sudan:agent"]);
}

#[test]
fn an_unnamed_ministry_is_its_state() {
    let text = "Denmark's parliament met on Monday. The Danish Foreign Ministry said on Tuesday that it was content.";
    assert_eq!(cast(text, "said"), ["Denmark:speaker"]);
}

#[test]
fn weapons_belong_to_the_only_attacker() {
    let text = "Russia attacked Ukraine on Monday.\nIn Sumy, a drone struck a clinic on Tuesday.";
    assert!(cast(text, "struck").contains(&"Russia:agent".to_owned()));
    let text = "Russia attacked Ukraine on Monday. Ukraine shot down 40 drones on Tuesday.";
    assert_eq!(cast(text, "shot down"), ["Russia:patient", "Ukraine:agent"]);
}

#[test]
fn holders_of_one_office_act_together() {
    let text = "President Ann Roe of Chile met President Lars Dahl of Peru on Monday. The presidents signed a treaty.";
    assert_eq!(cast(text, "signed"), ["Ann Roe:agent", "Lars Dahl:agent"]);
    let text = "President Ann Roe of Chile spoke on Monday. President Lars Dahl of Peru was absent. \
        A meeting between the Presidents of Chile and Peru took place on Tuesday.";
    assert_eq!(cast(text, "meeting"), ["Ann Roe:agent", "Lars Dahl:agent"]);
    let text = "President Ann Roe of Chile spoke on Monday. Peru's president, Lars Dahl, thanked his Chilean colleague on Tuesday.";
    assert_eq!(cast(text, "thanked"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
}

#[test]
fn each_side_is_both() {
    let text = "Peru fought Chile on Monday. Each side accused the other of lies on Tuesday.";
    let accused = cast(text, "accused");
    assert!(accused.iter().any(|who| who.starts_with("Peru")) && accused.iter().any(|who| who.starts_with("Chile")), "{accused:?}");
}

#[test]
fn who_is_threatened_stands_behind_if() {
    let text = "Ann Roe threatened on Monday that she would close the pass if Norway bought submarines.";
    assert_eq!(cast(text, "threatened"), ["Ann Roe:speaker", "Norway:addressee"]);
}

#[test]
fn what_is_proposed_is_asked_of_somebody() {
    let text = "The minister Ann Roe proposed on Monday that Norway should open its ports.";
    assert_eq!(cast(text, "proposed"), ["Ann Roe:speaker", "Norway:addressee"]);
}

#[test]
fn what_is_left_is_a_place() {
    let text = "The last Spanish soldier left Kenya in May 2021.";
    assert_eq!(cast(text, "left"), ["Spain:agent"]);
}

#[test]
fn a_person_who_speaks_for_an_office_is_who() {
    let text = "Ann Roe, a spokeswoman for the ministry, who accused Norway of lies on Monday, resigned.";
    assert_eq!(cast(text, "accused"), ["Ann Roe:speaker", "Norway:addressee"]);
}

#[test]
fn in_an_interview_the_answers_are_of_whom_the_text_tells_first() {
    let text = "Ann Roe, the mayor of Lunde, resigned on Monday.\nQ: Why did the party dismiss you?\nA: Lars Dahl accused me on Sunday.\nQ: What now?";
    assert_eq!(cast(text, "accused"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
    assert_eq!(cast(text, "dismiss"), ["Ann Roe:addressee"]);
}

#[test]
fn talks_and_truces_are_of_those_who_dealt() {
    let text = "Peru and Chile agreed on Monday to share water. The talks had opened in May.";
    assert_eq!(cast(text, "opened"), ["Chile:agent", "Peru:agent"]);
}

#[test]
fn a_takeover_is_of_bidder_and_target() {
    let text = "Nordhem Steel's takeover by Halvorsen Packaging was announced in May. The regulator cleared the takeover on Monday.";
    assert_eq!(cast(text, "cleared"), ["Halvorsen Packaging:patient", "Nordhem Steel:patient"]);
}

#[test]
fn what_a_company_tells_of_itself_is_its_own() {
    let text = "Operating profit fell to 3 million euros in May, Nordhem Steel said on Monday.";
    assert_eq!(cast(text, "fell"), ["Nordhem Steel:agent"]);
}

#[test]
fn one_travels_to_meet_somebody() {
    let text = "Ann Roe flew to Lima on Monday for a meeting with Lars Dahl.";
    assert_eq!(cast(text, "flew"), ["Ann Roe:agent", "Lars Dahl:addressee"]);
}

#[test]
fn whoever_is_identified_by_a_name_is_meant_after() {
    let text = "At the centre of the affair is an engineer identified only as Radek M., who had worked in Lunde. A court jailed the engineer \
                on Monday.";
    assert_eq!(cast(text, "jailed"), ["Radek M.:patient"]);
}

#[test]
fn whoever_is_told_to_act_owns_what_is_acted_with() {
    let text = "The United Nations urged Togo on Monday to recall its ambassador.";
    assert_eq!(event(text, "urged").title, "The United Nations urged Togo on Monday to recall its [Togo’s] ambassador");
}

#[test]
fn who_stands_beside_somebody_is_somebody_else() {
    let text = "The minister, Lars Dahl, attacked Ann Roe and Peru’s other allies on Monday, accusing them of lying.";
    assert_eq!(cast(text, "attacked"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
    assert_eq!(cast(text, "accusing"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
}

#[test]
fn members_act_for_the_whole() {
    let text = "The Northern League consists of nine countries that pledged support for Chile on Monday.";
    assert_eq!(cast(text, "pledged"), ["Chile:patient", "Northern League:agent"]);
}

#[test]
fn the_closest_ally_is_whoever_spoke_before() {
    let text = "Foreign Minister Lars Dahl met President Ann Roe. Dahl said on Monday that talks would go on. The rest, Roe’s closest ally insisted, could wait.";
    assert_eq!(cast(text, "insisted"), ["Lars Dahl:speaker"]);
}

#[test]
fn talks_before_a_press_conference_are_another_occasion() {
    let text = "Prime Minister Ann Roe stressed the need for calm during a press conference following talks with allied nations in Lima.";
    assert_eq!(cast(text, "conference"), ["Ann Roe:agent"]);
    assert_eq!(cast(text, "talks"), ["Ann Roe:agent"]);
    assert_ne!(event(text, "conference").title, event(text, "talks").title);
}

#[test]
fn participants_of_a_meeting_are_no_meeting() {
    let text = "Ann Roe noted consensus among meeting participants on gathering again in Lima on Monday.";
    assert_eq!(cast(text, "gathering"), [""; 0]);
}

#[test]
fn talks_and_truces_name_their_parties() {
    let text = "The talks, which bring together Peru, Chile and Bolivia, were held in Lima on Monday.";
    assert_eq!(cast(text, "talks"), ["Bolivia:agent", "Chile:agent", "Peru:agent"]);
    let text = "A truce that Peru and Chile concluded in May collapsed on Monday.";
    assert_eq!(cast(text, "collapsed"), ["Chile:agent", "Peru:agent"]);
    let text = "Kenya declined on Monday to extend its contract with Siemens.";
    assert!(cast(text, "declined").contains(&"Siemens:patient".to_owned()));
    let text = "Norway brokered a mechanism between Peru and Chile on Monday.";
    assert_eq!(cast(text, "brokered"), ["Chile:patient", "Norway:agent", "Peru:patient"]);
}

#[test]
fn an_agency_that_tells_it_takes_no_part() {
    let text = "Ann Roe spoke to Lars Dahl by telephone on Sunday, according to the Nordic Press Agency.";
    assert_eq!(cast(text, "spoke"), ["Ann Roe:agent", "Lars Dahl:addressee"]);
}

#[test]
fn an_answer_goes_to_those_who_asked() {
    let text = "Lars Dahl demanded an apology on Monday. Asked by reporters whether she would resign, Ann Roe replied that she would not.";
    assert_eq!(cast(text, "replied"), ["Ann Roe:speaker"]);
}

#[test]
fn somebody_else_may_have_asked_or_forced() {
    let text = "Ann Roe was arrested in Lima on Monday at Chile's request.";
    assert_eq!(cast(text, "arrested"), ["Ann Roe:patient", "Chile:agent"]);
    let text = "In July 2023, Norway forced Chile to withdraw 45 envoys.";
    assert!(cast(text, "withdraw").contains(&"Norway:agent".to_owned()));
}

#[test]
fn who_was_telephoned_is_promised_something() {
    let text = "The minister Ann Roe telephoned Lars Dahl on Sunday and promised two ships.";
    assert_eq!(cast(text, "promised"), ["Ann Roe:agent", "Lars Dahl:addressee"]);
}

#[test]
fn one_of_several_is_named() {
    let text = "Ten people, including the former mayor Lars Dahl, were arrested on Monday.";
    assert_eq!(cast(text, "arrested"), ["Lars Dahl:patient"]);
    let text = "Four people were arrested in May, among them a deputy mayor of Lunde, Lars Dahl, and the banker Ann Roe.";
    assert_eq!(cast(text, "arrested"), ["Ann Roe:patient", "Lars Dahl:patient"]);
}

#[test]
fn whose_country_is_his_state() {
    let text = "Norway's foreign minister, Ann Roe, whose country abandoned its own plan on Monday, was absent.";
    assert_eq!(cast(text, "abandoned"), ["Norway:agent"]);
}

#[test]
fn his_trial_is_of_him() {
    let text = "Lars Dahl was arrested in May. His trial opened on Monday.";
    assert_eq!(cast(text, "opened"), ["Lars Dahl:patient"]);
}

#[test]
fn the_two_countries_are_those_of_the_sentence_before() {
    let text =
        "Peru met Chile in May. Norway's prime minister will visit Kenya on Monday. The two countries will sign a treaty on Tuesday.";
    assert_eq!(cast(text, "sign"), ["Kenya:agent", "Norway:agent"]);
}

#[test]
fn the_navy_is_that_of_the_minister_who_speaks_of_it() {
    let text =
        "The government of Peru met on Monday. Chilean Defence Minister Ann Roe denied that the navy would escort the ship on Tuesday.";
    assert_eq!(cast(text, "escort"), ["Chile:agent"]);
}

#[test]
fn an_envoy_may_be_told_of_before_his_name() {
    let text = "Norway summoned Chile's ambassador on Monday. Ambassador Lars Dahl was handed a note.";
    assert_eq!(cast(text, "summoned"), ["Lars Dahl:patient", "Norway:agent"]);
    let text = "Chile may recall its ambassador from Peru on Monday.";
    assert_eq!(cast(text, "recall"), ["Chile:agent"]);
}

#[test]
fn persons_named_one_after_the_other_all_take_part() {
    let text = "The talks were attended on Monday by Chilean Foreign Minister Ann Roe, Peruvian Deputy Prime Minister Lars Dahl and \
        Kenyan Foreign Minister Eva Moe.";
    assert_eq!(cast(text, "attended").len(), 3);
}

#[test]
fn one_expresses_ones_own_intent() {
    let text = "Peruvian officials are expressing their intent to send tanks to Chile.";
    let planned = event(text, "send");
    assert_eq!(
        (planned.modality, planned.title.as_str()),
        (Modality::Planned, "Peruvian officials are expressing their intent to send tanks to Chile")
    );
    assert_eq!(cast(text, "send"), ["Chile:patient", "Peru:agent"]);
}

#[test]
fn those_present_are_named_after_the_meeting() {
    let text = "President Ann Roe of Peru hosted Chancellor Lars Dahl and several other Asian leaders in Lima on Monday. Among those present were President Mara Popa and Karl Lund.";
    assert_eq!(cast(text, "hosted"), ["Ann Roe:agent", "Karl Lund:patient", "Lars Dahl:patient", "Mara Popa:patient"]);
}

#[test]
fn ties_are_with_somebody() {
    assert_eq!(cast("Chile suspended trade with Peru on Monday.", "suspended"), ["Chile:agent", "Peru:patient"]);
    assert_eq!(cast("Chile broke off relations with Peru in May.", "broke off"), ["Chile:agent", "Peru:patient"]);
}

#[test]
fn a_hyphen_joins_two_who_talk() {
    assert_eq!(cast("Chilean-Peruvian talks took place in Lunde on Monday.", "talks"), ["Chile:patient", "Peru:patient"]);
}

#[test]
fn who_is_said_to_be_something_does_it() {
    let text = "Ann Roe was the first mayor to phone Lars Dahl on Monday.";
    assert_eq!(cast(text, "phone"), ["Ann Roe:agent", "Lars Dahl:patient"]);
    let text = "Lars Dahl is a former policeman who was jailed in 2022.";
    assert_eq!(cast(text, "jailed"), ["Lars Dahl:patient"]);
}

#[test]
fn who_is_called_on_is_not_who_calls() {
    let text = "Lars Dahl accused Karl Moe of theft and called on him to resign on Monday.";
    assert_eq!(cast(text, "called"), ["Karl Moe:addressee", "Lars Dahl:speaker"]);
}

#[test]
fn a_warning_in_the_middle_is_about_the_sentence() {
    let text = "Karl Moe spoke on Monday. Peru, he warned, would be crushed.";
    assert_eq!(cast(text, "warned"), ["Karl Moe:speaker", "Peru:addressee"]);
}

#[test]
fn a_second_phrase_with_on_names_another() {
    let text = "Chile called on Peru to wait, and on Bolivia to leave, on Monday.";
    assert_eq!(cast(text, "called"), ["Bolivia:addressee", "Chile:speaker", "Peru:addressee"]);
}

#[test]
fn who_fights_alongside_fights_too() {
    assert_eq!(cast("Kenya fought alongside Uganda in May.", "fought"), ["Kenya:agent", "Uganda:agent"]);
}

#[test]
fn two_men_are_not_their_state() {
    assert!(cast("Two Peruvian men were charged with theft on Monday.", "charged").is_empty());
}

#[test]
fn a_storm_does_nothing_to_a_state() {
    assert!(cast("Cyclone Freda struck northern Chile on Monday.", "struck").is_empty());
}

#[test]
fn nobody_refuses_to_attend_himself() {
    let text = "Talks with Peru were planned in Lima. Chile refused to attend them on Monday.";
    assert_eq!(event(text, "refused").title, "Chile refused to attend them on Monday");
}
