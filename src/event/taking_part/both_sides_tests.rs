//! Who takes part where one is meant by another: both of two, the other state, whoever mediates; with sentences of their own.

use crate::event::tests::cast;

#[test]
fn both_are_the_two_told_of_together() {
    let text = "Ann Roe spoke to Lars Dahl and Mara Popa on Monday and told both that she would resign.";
    assert_eq!(cast(text, "told"), ["Ann Roe:speaker", "Lars Dahl:addressee", "Mara Popa:addressee"]);
}

#[test]
fn the_two_men_are_those_of_the_sentence() {
    let text = "Defence Minister Mary Moe flew to Lima on Sunday. President Karl Roe spoke by telephone with President Lars Dahl on Monday, \
        and the two men agreed to sign a treaty.";
    assert_eq!(cast(text, "agreed"), ["Karl Roe:agent", "Lars Dahl:agent"]);
}

#[test]
fn a_border_is_that_of_the_state_accused_beside_it() {
    let text = "On Monday Peru recalled its ambassador, accused Chile of theft and shut the border.";
    assert_eq!(cast(text, "shut"), ["Chile:patient", "Peru:agent"]);
    let text = "Peru expelled two Chilean diplomats on Monday. Chile retaliated on Tuesday.";
    assert_eq!(cast(text, "retaliated"), ["Chile:agent", "Peru:patient"]);
}

#[test]
fn this_takes_up_an_accusation() {
    let text = "Ann Roe accused Chile of lies on Monday. Lars Dahl denied this on Tuesday.";
    assert_eq!(cast(text, "denied"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
    let text = "Ann Roe praised the plan on Monday. Lars Dahl denied this on Tuesday.";
    assert_eq!(cast(text, "denied"), ["Lars Dahl:speaker"]);
}

#[test]
fn a_bare_refusal_answers_a_demand() {
    let text = "Ann Roe asked Lars Dahl for a loan on Monday. Dahl refused.";
    assert_eq!(cast(text, "refused"), ["Ann Roe:addressee", "Lars Dahl:speaker"]);
    let text = "Lars Dahl boarded the ship on Monday. Karl Roe refused to follow him.";
    assert_eq!(cast(text, "refused"), ["Karl Roe:speaker", "Lars Dahl:patient"]);
}

#[test]
fn mediators_take_part_in_talks() {
    let text = "Union-brokered talks between Chile and Peru began in Lima on Monday. The talks brokered by Norway ended on Tuesday.";
    assert!(cast(text, "talks brokered").contains(&"Norway:agent".to_owned()) || cast(text, "ended").contains(&"Norway:agent".to_owned()));
    let text = "Norway hosted secret contacts between Lima and Santiago on Monday.";
    assert_eq!(cast(text, "hosted"), ["Chile:patient", "Norway:agent", "Peru:patient"]);
}

#[test]
fn who_is_invited_to_talks_takes_part() {
    let text = "Ann Roe invited Lars Dahl to a meeting on Wednesday.";
    assert_eq!(cast(text, "meeting"), ["Ann Roe:agent", "Lars Dahl:agent"]);
    let text = "Ann Roe will pay an official visit to Chile on Wednesday.";
    assert!(cast(text, "visit").contains(&"Chile:addressee".to_owned()));
}

#[test]
fn a_session_is_asked_of_the_body_that_meets() {
    let text = "Peru asked for an emergency session of the UN Security Council on Monday.";
    assert_eq!(cast(text, "asked"), ["Peru:speaker", "UN Security Council:addressee"]);
}

#[test]
fn whoever_is_said_to_attack_is_accused() {
    let text = "Peru said on Monday that Chilean troops had shelled a village.";
    assert_eq!(cast(text, "said"), ["Chile:mentioned", "Peru:speaker"]);
}

#[test]
fn a_share_of_a_company_is_the_companys() {
    let text = "Nordhem AG bought 8% of Halden Coal on Monday.";
    assert_eq!(cast(text, "bought"), ["Halden Coal:patient", "Nordhem AG:agent"]);
}

#[test]
fn what_a_spokeswoman_says_is_her_own() {
    let text = "Russian Foreign Ministry spokeswoman Ann Roe told reporters on Monday that she would resign.";
    assert_eq!(cast(text, "told"), ["Ann Roe:speaker"]);
    let text = "This was stated by Russian Foreign Ministry spokeswoman Ann Roe on Monday.";
    assert_eq!(cast(text, "stated"), ["Ann Roe:speaker", "Russia:speaker"]);
}

#[test]
fn security_forces_are_those_of_the_state_at_home() {
    let text = "Peru banned the rally on Monday. Security forces killed seven people on Tuesday.";
    assert_eq!(cast(text, "killed"), ["Peru:agent"]);
}

#[test]
fn both_camps_are_nobody_known() {
    let text = "Peru and Chile signed a treaty on Monday. On Tuesday Ann Roe urged both camps to wait for the result.";
    assert_eq!(cast(text, "urged"), ["Ann Roe:speaker"]);
}

#[test]
fn both_allies_are_the_states_told_of_last() {
    let text = "France and Germany quarrelled over gas on Sunday. President Karl Roe of Peru called on both allies on Monday to stop.";
    assert_eq!(cast(text, "called"), ["France:addressee", "Germany:addressee", "Karl Roe:speaker"]);
}

#[test]
fn a_truce_signed_before_is_that_of_the_two_sides() {
    let text = "Chile and Peru fought over the ridge on Monday. The two sides blamed each other. A truce signed in May expired on Tuesday.";
    assert_eq!(cast(text, "expired"), ["Chile:agent", "Peru:agent"]);
    let text = "Chile shelled the ridge on Monday. A truce signed in May expired on Tuesday.";
    assert_eq!(cast(text, "expired"), [""; 0]);
}

#[test]
fn the_heading_of_a_section_says_whose_army_it_is() {
    let text = "# Peru: talks on hold\nThe army killed two men on Monday.\n# Chile: a strike begins\nThe army arrested a woman on Tuesday.";
    assert!(cast(text, "killed").contains(&"Peru:agent".to_owned()), "{:?}", cast(text, "killed"));
    assert!(cast(text, "arrested").contains(&"Chile:agent".to_owned()), "{:?}", cast(text, "arrested"));
}

#[test]
fn a_pm_is_a_prime_minister() {
    let text = "British PM Ann Roe met Lars Dahl on Monday. The prime minister resigned on Tuesday.";
    assert_eq!(cast(text, "resigned"), ["Ann Roe:agent"]);
}

#[test]
fn the_rebels_are_the_movement_that_is_named() {
    let text = "Fighters of the Karani Front attacked a post on Monday. The rebels seized the town on Tuesday.";
    assert_eq!(cast(text, "seized"), ["Karani Front:agent"]);
    let text =
        "Fighters of the Karani Front attacked a post on Monday. Insurgents of the Azar Front fled. The rebels seized the town on Tuesday.";
    assert_eq!(cast(text, "seized"), [""; 0]);
}

#[test]
fn a_name_before_would_is_its_subject_whatever_it_is_joined_to() {
    let text =
        "Foreign Minister Lars Dahl said that the fleet would be a threat to Chile and Peru would not accept it under any conditions.";
    assert!(cast(text, "accept").iter().any(|one| one.starts_with("Peru:")), "{:?}", cast(text, "accept"));
}
