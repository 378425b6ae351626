//! Titles by phenomenon: what they must keep to be true and to stand alone.

use crate::event::tests::event;

/// The titles of events by the word that tells them.
fn check(titles: &[(&str, &str, &str)]) {
    for (text, word, title) in titles {
        assert_eq!(event(text, word).title, *title, "{text}");
    }
}

#[test]
fn a_title_keeps_what_makes_its_clause_untrue_without() {
    check(&[
        ("Karl Dahl denied that the navy would escort the ship.", "escort", "Karl Dahl denied that the navy would escort the ship"),
        (
            "Italy will lift those sanctions in 2027 unless a review is opened.",
            "lift",
            "Italy will lift those sanctions in 2027 unless a review is opened",
        ),
        (
            "Rwanda will maintain its measures until the rebels have been disarmed.",
            "disarmed",
            "Rwanda will maintain its measures until the rebels have been disarmed",
        ),
        ("Norway has neither confirmed nor denied the raid.", "denied", "Norway has neither confirmed nor denied the raid"),
        (
            "Ann Roe insisted that observers from Chile monitor the truce.",
            "monitor",
            "Ann Roe insisted that observers from Chile monitor the truce",
        ),
        ("A crisis nearly sank the talks in Lima on Monday.", "sank", "A crisis nearly sank the talks in Lima on Monday"),
        (
            "If the flights go ahead, Chile and Peru will meet again in Geneva in March.",
            "meet",
            "If the flights go ahead, Chile and Peru will meet again in Geneva in March",
        ),
    ]);
}

#[test]
fn a_title_has_the_verb_that_its_participle_or_infinitive_hangs_on() {
    check(&[
        (
            "The rocket blew up on the pad in 2019, destroying a satellite.",
            "destroying",
            "The rocket blew up on the pad in 2019, destroying a satellite",
        ),
        (
            "Cambodia retaliated on Wednesday by banning imports of fruit.",
            "banning",
            "Cambodia retaliated on Wednesday by banning imports of fruit",
        ),
        ("Alexis Tsipras has urged Italy to extend its waters.", "extend", "Alexis Tsipras has urged Italy to extend its waters"),
        ("The United Nations called on Chile to free the captives.", "free", "The United Nations called on Chile to free the captives"),
        ("Moscow reserved the right to escort ships.", "escort", "Moscow reserved the right to escort ships"),
        ("Erdogan is still prepared to meet Macron.", "meet", "Erdogan is prepared to meet Macron"),
    ]);
}

#[test]
fn a_title_keeps_the_adverb_and_the_thing_of_its_verb() {
    check(&[
        ("Karl Dahl stepped down last week.", "stepped", "Karl Dahl stepped down last week"),
        ("The motion fell three votes short on Tuesday.", "fell", "The motion fell three votes short on Tuesday"),
        ("Belarus would bar them, a list it refused to publish.", "refused", "It [Belarus] refused to publish [a list]"),
        ("Italy cut subsidies to the operator Interilhas Norte.", "cut", "Italy cut subsidies to the operator Interilhas Norte"),
    ]);
}

#[test]
fn a_bare_noun_is_told_by_its_clause() {
    check(&[
        ("Josphat Karisa was shot in the leg during the attack.", "attack", "Josphat Karisa was shot in the leg during the attack"),
        (
            "Workers at Aerosolo stayed away after the accident on Monday.",
            "accident",
            "Workers at Aerosolo stayed away after the accident on Monday",
        ),
    ]);
}

#[test]
fn marks_stand_where_two_phrases_meet() {
    check(&[
        (
            "The contract, worth 212 million, was awarded in May 2022.",
            "awarded",
            "The contract, worth 212 million, was awarded in May 2022",
        ),
        ("The China Coast Guard (CCG) on Tuesday seized a vessel.", "seized", "The China Coast Guard (CCG) on Tuesday seized a vessel"),
        ("The minister, Karl Dahl, resigned on Tuesday.", "resigned", "Karl Dahl resigned on Tuesday"),
        (
            "Karl Dahl has not replied; on Monday he warned that he would not sit down with them.",
            "replied",
            "Karl Dahl has not replied; he warned that he would not sit down with them",
        ),
    ]);
}

#[test]
fn a_pronoun_is_not_named_where_the_title_is_clear() {
    check(&[
        ("Chile sent troops. The mission started its work on Monday.", "started", "The mission started its work on Monday"),
        ("Alexis Tsipras has urged Italy to extend its waters.", "urged", "Alexis Tsipras has urged Italy to extend its waters"),
        ("Ann Roe said on Monday that she would resign.", "said", "Ann Roe said on Monday that she would resign"),
    ]);
}

#[test]
fn what_is_said_stands_with_who_says_it() {
    check(&[
        (
            "Ann Roe spoke. In return, she told the jury, the mayor steered the rezoning through council.",
            "told",
            "She [Ann Roe] told the jury, the mayor steered the rezoning through council",
        ),
        (
            "The Antares Dawn, a vessel flagged in the Cook Islands that was carrying Russian fuel oil worth 40 million dollars to the port of Tallinn, was boarded by Estonian commandos, Karl Dahl told reporters.",
            "told",
            "The Antares Dawn was boarded by Estonian commandos, Karl Dahl told reporters",
        ),
    ]);
}

#[test]
fn what_a_relative_clause_leaves_open_is_shown_where_it_would_stand() {
    check(&[
        ("Chile left the talks, a round that Oman has offered to host in March.", "host", "Oman has offered to host [a round] in March"),
        ("The league, whose board meets on March 4, said nothing.", "meets", "[The league’s] board meets on March 4"),
        ("They sailed to Taiwan, with which Kiribati cut ties in 2019.", "cut", "Kiribati cut ties [with Taiwan] in 2019"),
    ]);
}

#[test]
fn reported_words_stand_with_whose_they_are() {
    check(&[
        (
            "Ann Roe said on Monday that Chile would attack the port in May.",
            "attack",
            "Ann Roe said that Chile would attack the port in May",
        ),
        ("The rebels said their men had killed two soldiers.", "killed", "The rebels said their men had killed two soldiers"),
        (
            "According to the navy, the rebels attacked the port on Monday.",
            "attacked",
            "According to the navy, the rebels attacked the port on Monday",
        ),
    ]);
}

#[test]
fn a_long_title_ends_where_a_phrase_ends() {
    check(&[
        (
            "Commission chairman Karl Dahl said the count from the islands, chiefly in Boston and Rotterdam, would be announced in the capital on the last Wednesday of the month with all votes that were cast.",
            "said",
            "Commission chairman Karl Dahl said the count from the islands, chiefly in Boston and Rotterdam, would be announced in the capital",
        ),
        (
            "“I will go anywhere, but I will not go to hear the same number in a different voice from the people who have broken every promise they made to our children and to the farmers of this land,” Ann Roe told a rally.",
            "told",
            "“I will go anywhere, but I will not go to hear the same number in a different voice from the people who have broken every promise…” Ann Roe told a rally",
        ),
    ]);
}

#[test]
fn where_little_is_told_the_title_says_what_was_going_on() {
    check(&[
        ("At least 76 people were killed when the hotel collapsed.", "killed", "At least 76 people were killed when the hotel collapsed"),
        ("The summit in Lima was cancelled on Monday.", "summit", "The summit in Lima was cancelled on Monday"),
        ("The ship was deliberately sunk in 1999.", "sunk", "The ship was deliberately sunk in 1999"),
    ]);
}

#[test]
fn who_is_people_and_what_is_said_is_whole() {
    check(&[
        (
            "Chile's stance against the ministers, who want to send troops to Peru, is firm.",
            "send",
            "The ministers want to send troops to Peru",
        ),
        (
            "The Kremlin has suggested that Ann Roe’s “illegitimacy” as president could prevent a meeting.",
            "suggested",
            "The Kremlin has suggested that Ann Roe’s “illegitimacy” as president could prevent a meeting",
        ),
    ]);
}

#[test]
fn what_somebody_says_stands_with_who_says_it() {
    check(&[
        ("Ann Roe said that Russia was answering with fire.", "answering", "Ann Roe said that Russia was answering with fire"),
        ("At least 14 people were killed, a doctor in Lima said.", "killed", "At least 14 people were killed, a doctor in Lima said"),
        (
            "According to the ministry, Karl Dahl hinted that Chile would send soldiers.",
            "send",
            "According to the ministry, Karl Dahl hinted that Chile would send soldiers",
        ),
        (
            "“Chile deplores the provocation,” Karl Dahl said, urging Peru to tow away the ship.",
            "urging",
            "“Chile deplores the provocation,” Karl Dahl said, urging Peru to tow away the ship",
        ),
        (
            "Ann Roe said the army’s absence showed that it had chosen the battlefield.",
            "chosen",
            "Ann Roe said the army’s absence showed that it had chosen the battlefield",
        ),
    ]);
}

#[test]
fn where_a_clause_would_not_stand_alone_the_sentence_does() {
    check(&[
        (
            "Unifor, which has 620 members in Lima, demanded that they be paid in full.",
            "paid",
            "Unifor, which has 620 members in Lima, demanded that they be paid in full",
        ),
        (
            "Karl Dahl has called off a visit to Lima that was to start on Monday.",
            "start",
            "Karl Dahl has called off a visit to Lima that was to start on Monday",
        ),
        (
            "Karl Dahl was arrested in November when he arrived to see his mother.",
            "arrived",
            "Karl Dahl was arrested in November when he arrived",
        ),
    ]);
}

#[test]
fn what_says_nothing_without_the_rest_of_its_phrase_is_left_out() {
    check(&[
        (
            "Chile raised its key rate to 7 percent on Thursday, more than economists had forecast.",
            "raised",
            "Chile raised its key rate to 7 percent on Thursday",
        ),
        (
            "Ann Roe insisted that Chile would not sit down at the table as long as the ship stays.",
            "insisted",
            "Ann Roe insisted that Chile would not sit down at the table as long as the ship stays",
        ),
    ]);
}

#[test]
fn what_the_text_told_before_stands_in_brackets() {
    check(&[
        (
            "Nordbank AG opened an office in Lima. The company dismissed Karl Dahl on Monday.",
            "dismissed",
            "The company [Nordbank AG] dismissed Karl Dahl on Monday",
        ),
        (
            "Chile signed a contract with the Leeds shipyard. Peru suspended the contract on Monday.",
            "suspended",
            "Peru suspended the contract [with the Leeds shipyard] on Monday",
        ),
        // Of two such things nobody knows which.
        (
            "Chile signed a contract with the Leeds shipyard. Peru signed a contract with the Hull shipyard. Chile suspended the contract on Monday.",
            "suspended",
            "Chile suspended the contract on Monday",
        ),
    ]);
}

#[test]
fn a_condition_that_the_parser_takes_for_what_is_said_is_one() {
    check(&[
        (
            "The union threatened to strike if management did not open negotiations by August.",
            "open negotiations",
            "The union threatened to strike if management did not open negotiations by August",
        ),
        (
            "In Lima, an opposition party, the National Movement of Amhara, said it would challenge the deal.",
            "said",
            "The National Movement of Amhara said it would challenge the deal",
        ),
        (
            "Ann Roe said she had invited Karl Dahl to a meeting on Wednesday.",
            "meeting",
            "Ann Roe said she had invited Karl Dahl to a meeting on Wednesday",
        ),
    ]);
}

#[test]
fn those_stand_with_what_they_hang_on() {
    check(&[(
        "The guarantees for Chile have departed from those set out by Peru in talks in Lima back in 2022.",
        "set out",
        "The guarantees for Chile have departed from those set out by Peru in talks in Lima back in 2022",
    )]);
}
