//! Words around time expressions and what they decide, read once from the embedded list.

use crate::language::sections;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The lists; what each is for stands in the file.
#[derive(Debug, Default)]
pub(in crate::time) struct Context {
    pub(in crate::time) numbered: HashSet<&'static str>,
    pub(in crate::time) counted: HashSet<&'static str>,
    pub(in crate::time) seasonal: HashSet<&'static str>,
    /// Beginnings of words.
    pub(in crate::time) money: Vec<&'static str>,
    pub(in crate::time) ahead: HashSet<&'static str>,
    pub(in crate::time) arranged: HashSet<&'static str>,
    pub(in crate::time) conditions: HashSet<&'static str>,
    pub(in crate::time) said: HashSet<&'static str>,
    pub(in crate::time) traded: HashSet<&'static str>,
    pub(in crate::time) moved: HashSet<&'static str>,
}

static CONTEXT: LazyLock<Context> = LazyLock::new(read);

/// The lists, read at first use.
pub(in crate::time) fn context() -> &'static Context {
    &CONTEXT
}

fn read() -> Context {
    let all = sections(include_str!("../../../assets/lexicon/time/en-context.txt"));
    let of = |class: &str| all.iter().filter(|(name, _)| *name == class).map(|(_, word)| *word).collect::<Vec<_>>();
    let set = |class: &str| of(class).into_iter().collect::<HashSet<_>>();
    Context {
        numbered: set("numbered"),
        counted: set("counted"),
        seasonal: set("seasonal"),
        money: of("money"),
        ahead: set("ahead"),
        arranged: set("arranged"),
        conditions: set("conditions"),
        said: set("said"),
        traded: set("traded"),
        moved: set("moved"),
    }
}
