//! The kept words of a title put together: names behind pronouns and nouns, what else is shown in brackets, a cut if too long.

use super::Selection;
use super::fit::{LONGEST, ROOM, fitted, limit, without_stumps};
use super::marks::with_marks;
use crate::actor::{ArticleActors, LocalMention, MentionForm};
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::collections::{BTreeMap, BTreeSet};

/// Joins the words of a title; `trigger` is the word that stays when it is cut.
pub(super) fn joined(selection: &Selection, trigger: usize) -> String {
    let syntax = selection.syntax;
    let shown = Shown { syntax, actors: selection.actors, filled: &selection.filled };
    let kept = with_marks(syntax, &selection.kept);
    let mut text = shown.text(&kept);
    // "a break fee of £35m.": the stop of the sentence.
    if text.rsplit(' ').next().is_some_and(|last| last.chars().any(|c| c.is_ascii_digit())) {
        text.truncate(text.strip_suffix('.').map_or(text.len(), str::len));
    }
    if text.chars().count() > LONGEST {
        text = shortened(&shown, &kept, trigger);
    }
    capitalised(&opened(text))
}

/// The first letter as a capital, also behind a bracket or a mark.
fn capitalised(text: &str) -> String {
    let first = text.find(char::is_alphanumeric).unwrap_or(0);
    let mut letters = text[first..].chars();
    text[..first].chars().chain(letters.next().into_iter().flat_map(char::to_uppercase)).chain(letters).collect()
}

/// With the mark that opens a quotation whose beginning is in a sentence before.
fn opened(text: String) -> String {
    if text.matches('”').count() > text.matches('“').count() {
        format!("“{text}")
    } else if text.matches('"').count() % 2 == 1 {
        format!("\"{text}")
    } else {
        text
    }
}

/// Leaves out whole phrases at the end of what is told, and keeps by whom; cuts what is too long even so.
fn shortened(shown: &Shown, kept: &[usize], trigger: usize) -> String {
    if let Some((at, content)) = quoted_before(shown.syntax, kept, trigger) {
        let by = shown.text(&kept[at..]);
        let length = by.chars().count();
        if length <= ROOM * 2 / 3 {
            let room = ROOM.saturating_sub(length + 1).max(ROOM / 3);
            return format!("{} {by}", cut_to(shown, &kept[..at], content, room, ","));
        }
    }
    cut_to(shown, kept, trigger, ROOM, "")
}

/// The words that fit. A quotation that is cut says so; `joint` stands before what follows one that is not.
fn cut_to(shown: &Shown, told: &[usize], trigger: usize, room: usize, joint: &str) -> String {
    let (mut kept, is_cut) = fitted(shown, told, trigger, room);
    let mut text = shown.text(&kept);
    let is_over = text.chars().count() > limit(room);
    if is_over {
        while kept.len() > 1 && text.chars().count() > limit(room) {
            kept.pop();
            text = shown.text(&kept);
        }
        without_stumps(shown.syntax, &mut kept);
        text = shown.text(&kept);
    }
    if !is_cut && !is_over {
        return text;
    }
    let text = text.trim_end_matches([',', ' ', ':', ';', '"', '“']);
    let straight = text.matches('"').count() % 2 == 1;
    let curly = text.matches('“').count() > text.matches('”').count();
    match (straight, curly) {
        (true, _) => format!("{text}…\""),
        (_, true) => format!("{text}…”"),
        _ if is_over => format!("{text}…"),
        _ => format!("{text}{joint}"),
    }
}

/// How words are shown.
pub(super) struct Shown<'s, 'p> {
    pub(super) syntax: &'s Syntax<'p>,
    actors: &'s ArticleActors,
    filled: &'s BTreeMap<usize, Vec<usize>>,
}

impl Shown<'_, '_> {
    /// The words as a title shows them.
    pub(super) fn text(&self, kept: &[usize]) -> String {
        let (syntax, actors) = (self.syntax, self.actors);
        let mut text = String::new();
        let mut shown: Option<Vec<usize>> = None;
        let mut meant: Vec<&str> = Vec::new();
        let mut waiting: Option<String> = None;
        for (place, &index) in kept.iter().enumerate() {
            let touches = touches(syntax, kept, place);
            // "He [Karl Dahl]'ll": a name does not come between the parts of a word.
            if let Some(name) = waiting.take_if(|_| !touches || !syntax.word(index).starts_with(['\'', '’'])) {
                text.push_str(&name);
            }
            // What stood between two marks was left out.
            if syntax.word(index) == "," && text.ends_with([',', ':', ';']) {
                continue;
            }
            let closes = syntax.word(index) == "\"" && text.matches('"').count() % 2 == 1;
            if !text.is_empty() && !touches && !closes && !matches!(syntax.word(index), "," | ":" | ";" | "”") {
                text.push(' ');
            }
            let open = self.filled.get(&index).map(|words| words_of(syntax, words));
            // "[Chile’s] navy": "whose" is no word for a clause that stands alone.
            if let Some(owner) = open.as_ref().filter(|_| syntax.tag(index) == Tag::WpPoss) {
                text.extend(["[", owner, genitive(owner), "]"]);
                continue;
            }
            text.push_str(syntax.word(index));
            text.extend(open.map(|open| format!(" [{open}]")));
            if let Some(name) = self.meant(kept, index) {
                let known = shown.iter().flatten().any(|actor| actors.actors[*actor].name == name);
                if !known && !meant.contains(&name) {
                    waiting = Some(format!(" [{name}]"));
                    meant.push(name);
                }
                continue;
            }
            let pronoun = |mention: &&LocalMention| mention.form == MentionForm::Pronoun && !in_part(syntax, actors, index, mention);
            let Some(mention) = actors.at(index).filter(pronoun) else { continue };
            if shown.as_ref() != Some(&mention.actors) && !is_clear(syntax, actors, &kept[..place], (index, mention)) {
                let names: Vec<&str> = mention.actors.iter().map(|actor| actors.actors[*actor].name.as_str()).collect();
                let names = names.join(", ");
                let possessive = if syntax.tag(index) == Tag::PrpPoss { genitive(&names) } else { "" };
                waiting = Some(format!(" [{names}{possessive}]"));
                shown = Some(mention.actors.clone());
            }
        }
        text.extend(waiting);
        text
    }

    /// "The company [Nordbank] would pay": who is meant by a noun that names nobody, if its phrase ends there and the title does not name
    /// him elsewhere. Not of words that mostly mean somebody else than they seem to ("the board", "the man").
    fn meant(&self, kept: &[usize], index: usize) -> Option<&str> {
        let (syntax, actors) = (self.syntax, self.actors);
        let mention = actors.at(index).filter(|mention| mention.form == MentionForm::Nominal && mention.tokens.contains(&index))?;
        let [actor] = mention.actors[..] else { return None };
        let noun = syntax.lower(index);
        let place = syntax.pos(index) == Pos::Propn && !crate::actor::is_role(noun) && !crate::actor::is_body(noun);
        let vague = place || lexicon().is("title-vague", noun);
        let names = |word: &usize| {
            let named = actors.at(*word).filter(|other| !matches!(other.form, MentionForm::Pronoun | MentionForm::Nominal));
            named.is_some_and(|named| syntax.dominates(index, *word) || named.actors.contains(&actor))
        };
        let goes_on = |word: &usize| *word > index && syntax.dominates(index, *word);
        let told = kept.iter().any(|word| names(word) || goes_on(word));
        (!vague && !told).then(|| actors.actors[actor].name.as_str())
    }
}

/// What makes an owner of a name: "Roe’s", "the United States’".
fn genitive(name: &str) -> &'static str {
    if name.ends_with('s') { "’" } else { "’s" }
}

/// Whether a word stands right behind the one shown before it, without a blank.
fn touches(syntax: &Syntax, words: &[usize], place: usize) -> bool {
    place > 0 && words[place - 1] + 1 == words[place] && syntax.is_glued(words[place])
}

/// Words as they stand in the text, side by side.
fn words_of(syntax: &Syntax, words: &[usize]) -> String {
    let mut text = String::new();
    for (place, &index) in words.iter().enumerate() {
        if place > 0 && !touches(syntax, words, place) {
            text.push(' ');
        }
        text.push_str(syntax.word(index));
    }
    text
}

/// "attacked Roe and Peru's allies, accusing them", "Peru's envoys were told to take their bags": Roe or Peru alone is not what "them" says,
/// unless it is of several by its name: "the Houthis".
fn in_part(syntax: &Syntax, actors: &ArticleActors, index: usize, mention: &LocalMention) -> bool {
    let [only] = mention.actors[..] else { return false };
    let actor = &actors.actors[only];
    let several = actor.kind != ActorKind::Person && actor.name.ends_with('s') && actor.kind != ActorKind::Country;
    let speaks = syntax.dep(index) == Dep::Nsubj && syntax.head(index).is_some_and(|verb| is_speech(syntax, verb));
    lexicon().is("plural-pronoun", syntax.lower(index))
        && !several
        && !speaks
        && !lexicon().is("several-by-name", &actor.name.to_lowercase())
}

/// Whether the subject that a title has already is what its pronoun stands for: "The mission started its work".
fn is_clear(syntax: &Syntax, actors: &ArticleActors, before: &[usize], (pronoun, mention): (usize, &LocalMention)) -> bool {
    // Nobody else has been named whom it could mean.
    let person = |actors_of: &[usize]| actors_of.iter().all(|actor| actors.actors[*actor].kind == ActorKind::Person);
    let alike = |named: &&LocalMention| {
        named.form != MentionForm::Pronoun
            && named.form != MentionForm::Adjective
            && (named.actors.len() > 1) == (mention.actors.len() > 1)
            && person(&named.actors) == person(&mention.actors)
    };
    let others: BTreeSet<&Vec<usize>> =
        before.iter().filter_map(|index| actors.at(*index)).filter(alike).map(|named| &named.actors).collect();
    if others.len() == 1 && others.contains(&mention.actors) {
        return true;
    }
    let subject = |index: &&usize| matches!(syntax.dep(**index), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_noun(**index);
    let Some(&subject) = before.iter().rev().find(subject) else { return false };
    if let Some(named) = actors.at(subject).filter(|named| named.form != MentionForm::Pronoun) {
        return named.actors == mention.actors;
    }
    let several = matches!(syntax.tag(subject), Tag::Nns | Tag::Nnps) || syntax.by(subject, &[Dep::Conj]).next().is_some();
    let lower = syntax.lower(pronoun);
    if several {
        lexicon().is("plural-pronoun", lower)
    } else {
        lexicon().is("thing-pronoun", lower) && !crate::actor::is_role(syntax.lower(subject))
    }
}

/// Where the words of whoever speaks begin, behind what is quoted, and the verb of what is quoted.
fn quoted_before(syntax: &Syntax, kept: &[usize], trigger: usize) -> Option<(usize, usize)> {
    let content = syntax.by(trigger, &[Dep::Ccomp, Dep::Xcomp]).find(|clause| *clause < trigger)?;
    let end = syntax.phrase(content).end;
    let mut at = kept.iter().position(|index| *index >= end)?;
    while at < kept.len() && matches!(syntax.word(kept[at]), "," | "\"" | "”" | "’" | "." | "?" | "!") {
        at += 1;
    }
    (at > 0 && kept.get(at..)?.contains(&trigger)).then_some((at, content))
}
