//! The rules that decide whether a candidate is an event to list: each with its name, words that it keeps and words that it drops.
//!
//! Every example runs: its word (marked by brackets) must be decided by that very rule.

use super::{Verdict, verdict};
use crate::event::article_events::read_deciding;
use crate::event::tests::article;
use crate::language::analyse;
use crate::time::find;
use std::cell::RefCell;

/// A rule with sentences in which it decides about the word in brackets.
struct Rule {
    name: &'static str,
    /// Listed.
    keeps: &'static [&'static str],
    /// Left out.
    drops: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule { name: "carried by the verb below", keeps: &[], drops: &["France [plans] to build a base in Poland."] },
    Rule {
        name: "direct speech",
        keeps: &["“We [arrested] him on Monday,” Orban said.", "Orban was angry. “Italy has lied to us. It [attacked] Poland.”"],
        drops: &["“They [attacked] us,” Orban said."],
    },
    Rule { name: "headline", keeps: &["# France [attacks] Italy"], drops: &["# Why [attacks] matter"] },
    Rule { name: "only as content of a statement", keeps: &[], drops: &["Orban said that people often [buy] cars."] },
    Rule {
        name: "asked, not told",
        keeps: &[],
        drops: &["There is little clarity on which countries have [sent] troops.", "Has Italy [attacked] Poland?"],
    },
    Rule { name: "what someone is blamed for", keeps: &[], drops: &["Orban was charged with [attacking] Italy."] },
    Rule { name: "purpose", keeps: &[], drops: &["Orban went to Rome to [attack] the plan."] },
    Rule {
        name: "who someone is, or no act by itself",
        keeps: &[],
        drops: &["Rescuers met a woman [born] in Rome in 1958.", "Orban left, as he [did] in 1958."],
    },
    Rule {
        name: "participle of who is listed",
        keeps: &["The deputies [elected] were Ann Roe and Karl Dahl.", "Among those [killed] was Ann Roe."],
        drops: &[],
    },
    Rule { name: "participle without actor", keeps: &[], drops: &["The plan [approved] in Rome pleased Orban."] },
    Rule {
        name: "present tense",
        keeps: &["Germany will not agree if Russia [attacks] Poland."],
        drops: &["Russia [attacks] its neighbours."],
    },
    Rule { name: "habit", keeps: &[], drops: &["Russia always [attacked] its neighbours."] },
    Rule {
        name: "possible act",
        keeps: &[
            "Russia could [attack] Poland.",
            "Orban is expected to [arrest] the minister.",
            "The leaders may [meet] at the talks.",
            "Russia reserved the right to [attack] Poland.",
        ],
        drops: &["Orban could [carry] his lunch."],
    },
    Rule {
        name: "denied act",
        keeps: &[
            "Hungary did not [attack] Poland.",
            "Prosecutors have not [charged] anyone else.",
            "No one has been [arrested].",
            "Nobody [died] in the fire.",
            "No one was [killed] or hurt.",
            "No [agreement] was reached.",
            "The panel never [met].",
            "France denied reports that aircraft had [bombed] the town on Monday.",
        ],
        drops: &["It did not [finish]."],
    },
    Rule { name: "planned and undergone", keeps: &["About 1,200 soldiers are to be [deployed]."], drops: &[] },
    Rule {
        name: "planned act",
        keeps: &["Hungary will [attack] Poland.", "The government will [deport] the men."],
        drops: &["It will [carry] oil."],
    },
    Rule {
        name: "act without a kind",
        keeps: &[
            "Orban [painted] the fence on Monday.",
            "Orban left after the boat [sprang] a leak.",
            "Orban claimed that his passport was [taken] by Italy.",
        ],
        drops: &["The fence [creaked]."],
    },
    Rule {
        name: "told act",
        keeps: &[
            "Russia [attacked] Poland.",
            "The pound [fell] to its lowest level.",
            "Rebels [attacked] a village.",
            "Officials [opened] a bridge.",
        ],
        drops: &["The guarantees have [departed] from that."],
    },
    Rule { name: "nobody in particular says", keeps: &[], drops: &["There we [said] it."] },
    Rule { name: "expected words", keeps: &["Orban is expected to [criticise] the plan."], drops: &["Orban could [say] that."] },
    Rule { name: "words with a date of their own", keeps: &["The view, [voiced] on Monday, pleased Orban."], drops: &[] },
    Rule {
        name: "denied by someone",
        keeps: &["France denied that its troops had [attacked] the town.", "It denied that any [offer] had been made."],
        drops: &["France denied that the fence had [creaked]."],
    },
    Rule { name: "it rejects", keeps: &["It [denied] that the sensors were cut off."], drops: &[] },
    Rule { name: "named speaker", keeps: &["Orban [said] that the plan was dead."], drops: &[] },
    Rule { name: "rejected by nobody named", keeps: &["The deal has been [rejected].", "Italy was not [asked] to join them."], drops: &[] },
    Rule {
        name: "described speaker",
        keeps: &["Officials [said] that the plan was dead.", "Protesters [rejected] the plan.", "The mission [blamed] the rebels."],
        drops: &["The results [say] little."],
    },
    Rule {
        name: "weak noun",
        keeps: &["The former [agreement] between Italy and France on Monday pleased nobody."],
        drops: &["They liked the [agreement]."],
    },
    Rule { name: "events in general", keeps: &[], drops: &["People fear [attacks]."] },
    Rule { name: "unspecific noun", keeps: &[], drops: &["Any [summit] pleases Orban."] },
    Rule {
        name: "event by noun",
        keeps: &[
            "The [summit] pleased Orban.",
            "Orban left after hours of [talks] with officials.",
            "Power failed after missile [attacks] on the grid.",
            "They signed it at a [summit] in Niamey.",
            "Orban was jailed for eight years after a [strike].",
        ],
        drops: &["They know of the [summit].", "It was a rehearsal for an [attack]."],
    },
];

/// What is decided about each candidate, by the first byte of its head.
fn verdicts(text: &str) -> Vec<(usize, Verdict)> {
    let article = article(text);
    let analysis = analyse(text);
    let times = find(article.id, text, &analysis, article.published.as_ref());
    let out = RefCell::new(Vec::new());
    read_deciding(&article, &analysis, &times, |page, candidate| {
        let decided = verdict(page, candidate);
        out.borrow_mut().push((page.syntax.token(candidate.trigger.head).span.start(), decided));
        decided
    });
    out.into_inner()
}

#[test]
fn every_rule_decides_its_examples() {
    let mut wrong = Vec::new();
    for rule in RULES {
        assert!(!rule.keeps.is_empty() || !rule.drops.is_empty(), "{} has no example", rule.name);
        let examples = rule.keeps.iter().map(|text| (text, true)).chain(rule.drops.iter().map(|text| (text, false)));
        for (example, kept) in examples {
            let at = example.find('[').unwrap();
            let found = verdicts(&example.replace(['[', ']'], ""));
            let decided = found.iter().find(|(start, _)| *start == at).map(|(_, verdict)| *verdict);
            if decided != Some(Verdict { rule: rule.name, kept }) {
                wrong.push(format!("{}: {example}: {decided:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_verdict_has_its_rule_in_the_list() {
    let text = include_str!("../../../seeds/002_1014bcaf17bbe8a0.txt");
    for (at, verdict) in verdicts(text) {
        let listed = RULES.iter().any(|rule| rule.name == verdict.rule);
        assert!(listed || NOT_SHOWN.contains(&verdict.rule), "{} at {at}", verdict.rule);
    }
}

/// Rules whose words are hard to show in one sentence: they are asked after others that nearly always decide first.
const NOT_SHOWN: &[&str] = &["metadata", "bare infinitive", "state", "attributive words", "possible event by noun"];
