//! Mistakes of the parser that its own tags contradict, mended before anyone reads the tree.

use super::{Analysis, Dep, Pos, Tag};
use std::ops::Range;

/// A prefix that is no word: the treebank that the model learnt from leaves it on its verb.
const PREFIX: &str = "re";

/// Head and relation of each token.
pub(super) type Links = Vec<(u32, Dep)>;

/// The tree of an analysis, mended. Never makes a cycle.
pub(super) fn mended(text: &str, analysis: &Analysis) -> Links {
    let mut links: Links = analysis.tokens.iter().map(|token| (token.head, token.dep)).collect();
    for range in &analysis.sentences {
        let end = (range.end as usize).min(links.len());
        for verb in (range.start as usize).min(end)..end {
            join_prefix(text, analysis, &mut links, verb, range.start as usize..end);
            if stands_apart(text, analysis, &links, verb) {
                links[verb].1 = Dep::Parataxis;
            }
            if let Some(name) = subject_before(text, analysis, &links, verb, range.start as usize) {
                links[name] = (u32::try_from(verb).unwrap_or(links[name].0), Dep::Nsubj);
            }
            if let Some(beside) = told_alike(text, analysis, &links, verb, range.start as usize) {
                links[verb].0 = u32::try_from(beside).unwrap_or(links[verb].0);
            }
        }
    }
    links
}

/// The tag of a token, mended: "will close a mill and cut 310 jobs" tells of one plan, though "cut" could be of the past.
pub(super) fn mended_tag(text: &str, analysis: &Analysis, links: &Links, verb: usize) -> Tag {
    let token = &analysis.tokens[verb];
    let (head, dep) = links[verb];
    let head = head as usize;
    let alike = token.tag == Tag::Vbd && dep == Dep::Conj && head < verb && analysis.tokens[head].tag == Tag::Vb;
    if !alike || !token.span.text(text).eq_ignore_ascii_case(&token.lemma) {
        return token.tag;
    }
    let of = |child: usize, by: usize, deps: &[Dep]| links[child].0 as usize == by && deps.contains(&links[child].1);
    let near = head.saturating_sub(8)..verb;
    let modal = near.clone().any(|aux| of(aux, head, &[Dep::Aux]) && matches!(analysis.tokens[aux].tag, Tag::Md | Tag::To));
    let subject = near.into_iter().any(|child| of(child, verb, &[Dep::Nsubj, Dep::Nsubjpass]));
    if modal && !subject { Tag::Vb } else { token.tag }
}

/// "Ann Roe was re-elected": the tokenizer cuts at the hyphen, and the parser takes "re" for a verb or an adjective of its own. The verb behind
/// takes its place, and what hangs on "re", the hyphen, or a "was" that lost its verb hangs on the verb.
fn join_prefix(text: &str, analysis: &Analysis, links: &mut Links, verb: usize, sentence: Range<usize>) {
    let token = |index: usize| &analysis.tokens[index];
    let Some(prefix) = verb.checked_sub(2).filter(|prefix| *prefix >= sentence.start) else { return };
    let hyphen = verb - 1;
    let glued = token(prefix).span.end() == token(hyphen).span.start() && token(hyphen).span.end() == token(verb).span.start();
    let is_prefix = token(prefix).span.text(text).eq_ignore_ascii_case(PREFIX) && token(hyphen).span.text(text) == "-";
    if !glued || !is_prefix || token(verb).pos != Pos::Verb {
        return;
    }
    let at = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    // At most "was" above "re" above the hyphen.
    for _ in 0..3 {
        let above = links[verb].0 as usize;
        if !sentence.contains(&above) {
            return;
        }
        let beside = [prefix, hyphen].iter().any(|part| links[*part].0 as usize == above);
        let passive = token(verb).tag == Tag::Vbn && above < prefix && &*token(above).lemma == "be" && beside && links[verb].1 != Dep::Conj;
        if above != prefix && above != hyphen && !passive {
            break;
        }
        let (head, dep) = links[above];
        links[verb] = if head as usize == above { (at(verb), dep) } else { (head, dep) };
        links[above] = (at(verb), if passive { Dep::Auxpass } else { Dep::Dep });
        let moved = sentence.clone().filter(|child| *child != verb && *child != above && links[*child].0 as usize == above);
        for child in moved.collect::<Vec<_>>() {
            let dep = if passive && links[child].1 == Dep::Nsubj { Dep::Nsubjpass } else { links[child].1 };
            links[child] = (at(verb), dep);
        }
    }
    for part in [prefix, hyphen] {
        // Where the verb hangs on what hangs on the part, they stay as they are.
        if hangs_below(links, verb, part) {
            continue;
        }
        for child in sentence.clone().filter(|child| *child != verb && *child != part) {
            if links[child].0 as usize == part {
                links[child].0 = at(verb);
            }
        }
        links[part] = (at(verb), Dep::Dep);
    }
}

/// "He denied that a request had been made, and ruled out talks", "will ask about a boat that entered the zone, came close and fired": a
/// verb in the past joins none without that tense. The verb that it joins instead: the last one of its tense before it, or the one above.
fn told_alike(text: &str, analysis: &Analysis, links: &Links, verb: usize, start: usize) -> Option<usize> {
    let tag = |index: usize| analysis.tokens[index].tag;
    let (head, dep) = links[verb];
    let head = head as usize;
    if tag(verb) != Tag::Vbd || dep != Dep::Conj || head >= verb || head < start || !matches!(tag(head), Tag::Vb | Tag::Vbn | Tag::Vbg) {
        return None;
    }
    let mut before = verb.checked_sub(1)?;
    while before > head && matches!(tag(before), Tag::Cc | Tag::Rb) {
        before -= 1;
    }
    // "said the battalion had held out and vowed that it would": what is said anew is said by who spoke before.
    let says = || (verb + 1..links.len().min(verb + 30)).any(|index| links[index].0 as usize == verb && links[index].1 == Dep::Ccomp);
    if analysis.tokens[before].span.text(text) != "," && !says() {
        return None;
    }
    if let Some(between) = (head + 1..before).rev().find(|index| tag(*index) == Tag::Vbd && !hangs_below(links, *index, verb)) {
        return Some(between);
    }
    let mut at = head;
    for _ in 0..12 {
        let above = links[at].0 as usize;
        if above == at || above < start || above >= verb {
            return None;
        }
        if tag(above) == Tag::Vbd {
            return Some(above);
        }
        at = above;
    }
    None
}

/// "As reported by the broadcaster RTN, General Roe responded": a main verb without a subject has for it the name before it, which the
/// parser took for another name of what stands before the comma.
fn subject_before(text: &str, analysis: &Analysis, links: &Links, verb: usize, start: usize) -> Option<usize> {
    let token = |index: usize| &analysis.tokens[index];
    let main = links[verb].0 as usize == verb && matches!(token(verb).tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let subject = |index: usize| {
        links[index].0 as usize == verb && matches!(links[index].1, Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass | Dep::Expl)
    };
    if !main || (start..links.len().min(verb + 40)).any(subject) {
        return None;
    }
    let mut name = verb.checked_sub(1).filter(|before| *before >= start)?;
    while name > start && (token(name).tag == Tag::Rb || matches!(links[name].1, Dep::Aux | Dep::Auxpass | Dep::Neg)) {
        name -= 1;
    }
    let (head, dep) = links[name];
    let head = head as usize;
    let apposed = token(name).pos == Pos::Propn && dep == Dep::Appos && (start..name).contains(&head);
    let comma = (head..name).any(|index| token(index).span.text(text) == ",");
    // The verb must not hang on the name itself.
    (apposed && comma && links[head].0 as usize != name).then_some(name)
}

/// "Algeria refused a request; Paris denied having made one": what stands before a semicolon is said by nobody behind it.
fn stands_apart(text: &str, analysis: &Analysis, links: &Links, verb: usize) -> bool {
    let (head, dep) = links[verb];
    let head = head as usize;
    let past = matches!(analysis.tokens[verb].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn);
    let mark = |index: usize| analysis.tokens[index].span.text(text);
    dep == Dep::Ccomp
        && past
        && head > verb
        && head < links.len()
        && (verb..head).any(|index| mark(index) == ";")
        && !(verb..head).any(|index| matches!(mark(index), "\"" | "”" | "’"))
}

/// Whether a token hangs somewhere below another.
fn hangs_below(links: &Links, mut token: usize, above: usize) -> bool {
    for _ in 0..200 {
        let head = links[token].0 as usize;
        if head == above {
            return true;
        }
        if head == token || head >= links.len() {
            return false;
        }
        token = head;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::{Syntax, analyse};

    /// The word that `word` hangs on.
    fn head<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        let analysis = analyse(text);
        let syntax = Syntax::new(text, &analysis);
        let index = (0..syntax.len()).find(|index| syntax.word(*index) == word).unwrap();
        syntax.head(index).map(|head| syntax.word(head).to_owned()).map(|word| &text[text.find(&word).unwrap()..][..word.len()])
    }

    #[test]
    fn a_name_before_the_main_verb_is_its_subject() {
        let text = "As reported by the state broadcaster RTN, junta leader General Oumarou Tankari responded in a televised address.";
        assert_eq!(head(text, "Tankari"), Some("responded"));
    }

    #[test]
    fn a_verb_with_a_prefix_is_one_verb() {
        for (text, verb, subject) in [
            ("Ann Roe was re-elected with 60,760 votes.", "elected", "Roe"),
            ("Karl Dahl and Ann Roe were successfully re-elected.", "elected", "Dahl"),
            ("The party re-elected Ann Roe as its leader.", "elected", "party"),
            ("The talks were re-opened on Monday.", "opened", "talks"),
        ] {
            assert_eq!(head(text, subject), Some(verb), "{text}");
            assert_eq!(head(text, verb), None, "{text}");
        }
        assert_eq!(head("The party re-elected Ann Roe as its leader.", "Roe"), Some("elected"));
        let text = "The party has re-elected Ann Roe.";
        let analysis = analyse(text);
        let syntax = Syntax::new(text, &analysis);
        assert!(!syntax.is_passive((0..syntax.len()).find(|index| syntax.word(*index) == "elected").unwrap()));
    }

    #[test]
    fn nobody_behind_a_semicolon_says_what_stands_before_it() {
        let text = "Algeria refused a French request to cross its land, according to state radio; Paris denied having made one.";
        let analysis = analyse(text);
        let syntax = Syntax::new(text, &analysis);
        let refused = (0..syntax.len()).find(|index| syntax.word(*index) == "refused").unwrap();
        assert_ne!(syntax.dep(refused), super::Dep::Ccomp);
    }

    #[test]
    fn a_verb_in_the_past_joins_one_in_the_past() {
        let text = "He denied that the navy would escort the ship, saying no such request had been made, and ruled out any talks.";
        assert_eq!(head(text, "ruled"), Some("denied"));
        let text = "Peru will ask the council on Friday to condemn Chile for a boat which entered its zone on Monday, came within sight of a vessel chartered by Shell and ordered its crew to leave.";
        assert_eq!(head(text, "came"), Some("entered"));
    }
}
