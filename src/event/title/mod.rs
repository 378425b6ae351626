//! The title of an event: the shortest clause of its sentence that stands alone, in the original words.
//!
//! Whole phrases are left out (relative clauses, appositions, asides); the words kept stay in their order and form. What the clause hangs on is
//! kept where it would not be true without ("denied that", "if", "is unlikely to"), or no clause ("by banning imports"): `frame`. Where no
//! clause of it stands alone, the whole sentence is: `whole`.
//! Who or what a word means that names nothing stands in brackets (`words`, `thing`), also what a relative clause leaves open (`relative`).

mod around;
mod clause;
mod fit;
mod frame;
mod marks;
mod relative;
#[cfg(test)]
mod tests;
mod thing;
mod whole;
mod words;

use self::words::joined;
use crate::actor::{ArticleActors, MentionForm};
use crate::event::clause::arguments::{is_finite, is_passive};
use crate::event::clause::context::Page;
use crate::event::lexicon::lexicon;
use crate::event::trigger::{Trigger, hyphenated};
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// So many steps up the tree the verb is looked for that tells of what a bare noun names.
const UP: usize = 6;

/// A noun phrase of more words says enough by itself.
const BARE: usize = 7;

/// Makes the title.
pub(crate) fn title(page: &Page, actors: &ArticleActors, trigger: &Trigger) -> String {
    let mut selection = Selection { syntax: page.syntax, actors, kept: BTreeSet::new(), filled: BTreeMap::new() };
    if let Some(verb) = trigger.verb(page.syntax) {
        selection.clause(trigger, verb);
        // "re-elected"
        selection.kept.extend(hyphenated(page.syntax, verb)..verb);
        selection.frame(verb);
        selection.whole_if_needed(verb);
    } else {
        selection.noun(trigger);
        // "the Coalition of the Willing meeting": half a name says nothing.
        let names = selection.kept.iter().filter_map(|index| actors.at(*index)).filter(|mention| mention.form == MentionForm::Name);
        let whole: Vec<usize> = names.flat_map(|mention| mention.tokens.clone()).collect();
        selection.kept.extend(whole);
    }
    selection.things();
    joined(&selection, trigger.verb(page.syntax).unwrap_or(trigger.head))
}

/// The words of a sentence that a title keeps.
pub(super) struct Selection<'s, 'p> {
    pub(super) syntax: &'s Syntax<'p>,
    pub(super) actors: &'s ArticleActors,
    pub(super) kept: BTreeSet<usize>,
    /// What is shown in brackets behind a word, or instead of "whose": what a relative clause leaves open.
    pub(super) filled: BTreeMap<usize, Vec<usize>>,
}

impl Selection<'_, '_> {
    /// Keeps a phrase without its asides.
    pub(super) fn phrase(&mut self, head: usize) {
        phrase(self.syntax, head, &mut self.kept, 0);
    }

    /// The words of a phrase that would be kept.
    pub(super) fn of_phrase(&self, head: usize) -> BTreeSet<usize> {
        let mut kept = BTreeSet::new();
        phrase(self.syntax, head, &mut kept, 0);
        kept
    }

    /// How many words of a phrase would be kept.
    pub(super) fn size(&self, head: usize) -> usize {
        self.of_phrase(head).len()
    }

    /// A noun without light verb: the clause it stands in if short, else its phrase; of a bare noun ("the attack") what happened then.
    fn noun(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let noun = trigger.head;
        let is_subject = matches!(syntax.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
        // "A summit was cancelled", "suspended its contract": its name alone would say that there was one.
        let undone = |verb: &usize| {
            let undoes = |list| lexicon().is(list, syntax.lemma(*verb));
            (is_subject || syntax.dep(noun) == Dep::Dobj) && (undoes("prevention") || undoes("title-undoing"))
        };
        let told = syntax.head(noun).filter(|verb| syntax.is_verb(*verb) && (is_subject && !is_passive(syntax, *verb) || undone(verb)));
        if let Some(verb) = told {
            self.clause(&Trigger { light: Some(verb), ..trigger.clone() }, verb);
            self.frame(verb);
            return;
        }
        self.phrase(noun);
        if !self.is_bare() {
            return;
        }
        let mut way = vec![noun];
        let mut at = noun;
        for _ in 0..UP {
            let Some(above) = syntax.head(at) else { return };
            if is_finite(syntax, above) && syntax.is_verb(above) {
                self.core(above);
                for step in way {
                    self.phrase(step);
                }
                self.frame(above);
                return;
            }
            way.push(above);
            at = above;
        }
    }

    /// Whether what is kept of a noun says too little: a few words that name nobody ("the attack", "a two-day strike").
    fn is_bare(&self) -> bool {
        // "the protests of August 2020" are some; "a meeting on Wednesday" may be any.
        let numbered = self.kept.iter().any(|index| self.syntax.word(*index).starts_with(|c: char| c.is_ascii_digit()));
        let named = |index: &usize| {
            let actor = self.actors.at(*index).is_some_and(|mention| mention.form != MentionForm::Pronoun);
            let dates = self.syntax.entity(*index).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
            actor || self.syntax.pos(*index) == Pos::Propn && (!dates || numbered)
        };
        self.kept.len() <= BARE && !self.kept.iter().any(named)
    }
}

fn phrase(syntax: &Syntax, head: usize, keep: &mut BTreeSet<usize>, depth: usize) {
    keep.insert(head);
    if depth > 30 {
        return;
    }
    for child in syntax.children(head).filter(|child| belongs(syntax, head, *child)) {
        phrase(syntax, child, keep, depth + 1);
    }
}

/// Whether a dependent belongs to its noun and is no aside.
fn belongs(syntax: &Syntax, head: usize, child: usize) -> bool {
    let length = || syntax.phrase(child).len();
    let start = || syntax.phrase(child).start;
    match syntax.dep(child) {
        Dep::Punct => match syntax.word(child) {
            "," => syntax.by(head, &[Dep::Conj, Dep::Amod]).any(|other| other > child),
            mark => matches!(mark, "-" | "\"" | "“" | "”" | "‘" | "’" | "$" | "£" | "€" | "/" | "(" | ")"),
        },
        // "Petrovec, asked for a comment, said": an aside as well.
        Dep::Acl => (length() <= 14 || syntax.has_to(child)) && syntax.comma_before(child).is_none_or(|comma| comma < head),
        // "the operator Interilhas Norte", "the offices of the owner, Orda Coal": a name is no aside of what has none.
        Dep::Appos => {
            let name = syntax.pos(child) == Pos::Propn && syntax.pos(head) != Pos::Propn && is_object(syntax, head);
            child > head && (start() == head + 1 || name && length() <= 5)
        }
        Dep::Relcl => length() <= longest_relative(syntax, head, start()),
        Dep::Parataxis | Dep::Advcl => false,
        _ => true,
    }
}

/// So many words of a relative clause belong to its noun: without "those who rushed to conclude a deal", "the mechanism which brings them
/// back" or "a bill to annul the election" something else is told.
fn longest_relative(syntax: &Syntax, head: usize, start: usize) -> usize {
    let pronoun = matches!(syntax.tag(start), Tag::Wdt | Tag::Wp) || syntax.lower(start) == "that";
    // "against any deal that would leave the land to Chile"
    let indefinite = || syntax.by(head, &[Dep::Det]).any(|det| lexicon().is("title-indefinite", syntax.lower(det)));
    if syntax.tag(start) == Tag::To || lexicon().is("title-hollow", syntax.lower(head)) {
        12
    } else if pronoun && start == head + 1 && is_object(syntax, head) && indefinite() {
        14
    } else if pronoun && start == head + 1 && is_object(syntax, head) {
        7
    } else {
        0
    }
}

fn is_object(syntax: &Syntax, noun: usize) -> bool {
    matches!(syntax.dep(noun), Dep::Dobj | Dep::Pobj)
}
