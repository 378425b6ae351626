//! The title of an event: the shortest clause of its sentence that stands alone, in the original words.
//!
//! Whole phrases are left out (relative clauses, appositions, asides); the words kept stay in their order and form. What the clause hangs on is
//! kept where it would not be true without ("denied that", "if", "is unlikely to"), or no clause ("by banning imports"): `title_frame`.

use super::arguments::{is_finite, is_passive};
use super::context::Page;
use super::lexicon::lexicon;
use super::title_words::joined;
use super::trigger::{Trigger, hyphenated};
use crate::actor::{ArticleActors, MentionForm};
use crate::language::{Dep, Pos, Syntax, Tag};
use std::collections::BTreeSet;

/// So many steps up the tree the verb is looked for that tells of what a bare noun names.
const UP: usize = 6;

/// A noun phrase of more words says enough by itself.
const BARE: usize = 7;

/// Makes the title.
pub(crate) fn title(page: &Page, actors: &ArticleActors, trigger: &Trigger) -> String {
    let mut selection = Selection { syntax: page.syntax, actors, kept: BTreeSet::new() };
    if let Some(verb) = trigger.verb(page.syntax) {
        selection.clause(trigger, verb);
        // "re-elected"
        selection.kept.extend(hyphenated(page.syntax, verb)..verb);
        selection.frame(verb);
    } else {
        selection.noun(trigger);
        // "the Coalition of the Willing meeting": half a name says nothing.
        let names = selection.kept.iter().filter_map(|index| actors.at(*index)).filter(|mention| mention.form == MentionForm::Name);
        let whole: Vec<usize> = names.flat_map(|mention| mention.tokens.clone()).collect();
        selection.kept.extend(whole);
    }
    joined(page.syntax, actors, &selection.kept, trigger.verb(page.syntax).unwrap_or(trigger.head))
}

/// The words of a sentence that a title keeps.
pub(super) struct Selection<'s, 'p> {
    pub(super) syntax: &'s Syntax<'p>,
    pub(super) actors: &'s ArticleActors,
    pub(super) kept: BTreeSet<usize>,
}

/// Dependents that can be left out of a noun phrase.
const ASIDE: &[Dep] = &[Dep::Relcl, Dep::Appos, Dep::Parataxis, Dep::Punct, Dep::Advcl];

impl Selection<'_, '_> {
    /// Keeps a phrase without its asides.
    pub(super) fn phrase(&mut self, head: usize) {
        phrase(self.syntax, head, &mut self.kept, 0);
    }

    /// How many words of a phrase would be kept.
    pub(super) fn size(&self, head: usize) -> usize {
        let mut kept = BTreeSet::new();
        phrase(self.syntax, head, &mut kept, 0);
        kept.len()
    }

    /// A noun without light verb: the clause it stands in if short, else its phrase; of a bare noun ("the attack") what happened then.
    fn noun(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let noun = trigger.head;
        let told = syntax
            .head(noun)
            .filter(|verb| matches!(syntax.dep(noun), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_verb(*verb) && !is_passive(syntax, *verb));
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
        let named = |index: &usize| {
            let actor = self.actors.at(*index).is_some_and(|mention| mention.form != MentionForm::Pronoun);
            actor || self.syntax.pos(*index) == Pos::Propn
        };
        self.kept.len() <= BARE && !self.kept.iter().any(named)
    }
}

fn phrase(syntax: &Syntax, head: usize, keep: &mut BTreeSet<usize>, depth: usize) {
    keep.insert(head);
    if depth > 30 {
        return;
    }
    for child in syntax.children(head) {
        let dep = syntax.dep(child);
        let quote_or_hyphen =
            dep == Dep::Punct && matches!(syntax.word(child), "-" | "\"" | "“" | "”" | "‘" | "’" | "$" | "£" | "€" | "/" | "(" | ")");
        let listed = dep == Dep::Punct && syntax.word(child) == "," && syntax.by(head, &[Dep::Conj, Dep::Amod]).any(|other| other > child);
        // "Petrovec, asked for a comment, said": an aside as well.
        let start = syntax.phrase(child).start;
        let apart = start.checked_sub(1).is_some_and(|comma| comma > head && syntax.word(comma) == ",");
        let long_clause = dep == Dep::Acl && (apart || syntax.phrase(child).len() > 14);
        // "the operator Interilhas Norte", "the offices of the owner, Orda Coal": a name is no aside of what has none.
        let name = syntax.pos(child) == Pos::Propn && syntax.pos(head) != Pos::Propn && matches!(syntax.dep(head), Dep::Dobj | Dep::Pobj);
        let tight = dep == Dep::Appos && child > head && (start == head + 1 || name && syntax.phrase(child).len() <= 5);
        // "those who rushed to conclude a deal", "triggered the mechanism which brings them back": without it something else is told.
        let pronoun = matches!(syntax.tag(start), Tag::Wdt | Tag::Wp) || syntax.lower(start) == "that";
        let restricts = pronoun && start == head + 1 && matches!(syntax.dep(head), Dep::Dobj | Dep::Pobj);
        let short = if lexicon().is("title-hollow", syntax.lower(head)) {
            12
        } else if restricts {
            7
        } else {
            0
        };
        // "a bill to annul the election"
        let short = if syntax.tag(start) == Tag::To { 12 } else { short };
        let needed = dep == Dep::Relcl && syntax.phrase(child).len() <= short;
        if quote_or_hyphen || listed || tight || needed || (!ASIDE.contains(&dep) && !long_clause) {
            phrase(syntax, child, keep, depth + 1);
        }
    }
}
