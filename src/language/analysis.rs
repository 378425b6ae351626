//! What the analysis of a text consists of: tokens with tags and heads, sentences, named entities.

use crate::model::Span;
use std::ops::Range;

/// The analysis of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every token, in order. White space is none.
    pub tokens: Vec<Token>,
    /// Ranges of tokens, in order; together they cover all tokens.
    pub sentences: Vec<Range<u32>>,
    /// Named entities, in order, without overlap.
    pub entities: Vec<Entity>,
    /// Whether the text is English, as far as can be told.
    pub english: bool,
}

/// A word or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// Its dictionary form.
    pub lemma: Box<str>,
    /// Fine tag of the Penn Treebank.
    pub tag: Tag,
    /// Coarse tag of Universal Dependencies.
    pub pos: Pos,
    /// The index of the token it depends on; its own index for the root of a sentence.
    pub head: u32,
    /// How it depends on its head.
    pub dep: Dep,
}

/// A named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// First token.
    pub start: u32,
    /// The token after the last one.
    pub end: u32,
    /// What it is.
    pub label: EntityLabel,
}

/// Generates an enum with the names that its scheme uses in files.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the names are those of the scheme")]
        pub enum $name { $($variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// As the scheme writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($word => Ok(Self::$variant),)+ _ => Err(()) }
            }
        }
    };
}

labels! {
    /// Fine part-of-speech tags: the Penn Treebank's as OntoNotes 5 uses them.
    Tag {
        Dollar = "$", OpenQuote = "``", CloseQuote = "''", Comma = ",", LeftBracket = "-LRB-", RightBracket = "-RRB-", Period = ".", Colon = ":",
        Add = "ADD", Afx = "AFX", Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX", Fw = "FW", Hyph = "HYPH", In = "IN", Jj = "JJ", Jjr = "JJR",
        Jjs = "JJS", Ls = "LS", Md = "MD", Nfp = "NFP", Nn = "NN", Nnp = "NNP", Nnps = "NNPS", Nns = "NNS", Pdt = "PDT", Pos = "POS",
        Prp = "PRP", PrpPoss = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM", To = "TO", Uh = "UH", Vb = "VB",
        Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Wdt = "WDT", Wp = "WP", WpPoss = "WP$", Wrb = "WRB", Xx = "XX",
        Space = "_SP",
    }
}

labels! {
    /// Coarse part-of-speech tags of Universal Dependencies 2.
    Pos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ", Noun = "NOUN", Num = "NUM",
        Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X", Space = "SPACE",
    }
}

labels! {
    /// Dependency labels of the `ClearNLP` scheme, as OntoNotes is converted to.
    Dep {
        Root = "ROOT", Acl = "acl", Acomp = "acomp", Advcl = "advcl", Advmod = "advmod", Agent = "agent", Amod = "amod", Appos = "appos",
        Attr = "attr", Aux = "aux", Auxpass = "auxpass", Case = "case", Cc = "cc", Ccomp = "ccomp", Compound = "compound", Conj = "conj",
        Csubj = "csubj", Csubjpass = "csubjpass", Dative = "dative", Dep = "dep", Det = "det", Dobj = "dobj", Expl = "expl", Intj = "intj",
        Mark = "mark", Meta = "meta", Neg = "neg", Nmod = "nmod", Npadvmod = "npadvmod", Nsubj = "nsubj", Nsubjpass = "nsubjpass",
        Nummod = "nummod", Oprd = "oprd", Parataxis = "parataxis", Pcomp = "pcomp", Pobj = "pobj", Poss = "poss", Preconj = "preconj",
        Predet = "predet", Prep = "prep", Prt = "prt", Punct = "punct", Quantmod = "quantmod", Relcl = "relcl", Xcomp = "xcomp",
    }
}

labels! {
    /// The 18 entity types of OntoNotes 5.
    EntityLabel {
        Cardinal = "CARDINAL", Date = "DATE", Event = "EVENT", Fac = "FAC", Gpe = "GPE", Language = "LANGUAGE", Law = "LAW", Loc = "LOC",
        Money = "MONEY", Norp = "NORP", Ordinal = "ORDINAL", Org = "ORG", Percent = "PERCENT", Person = "PERSON", Product = "PRODUCT",
        Quantity = "QUANTITY", Time = "TIME", WorkOfArt = "WORK_OF_ART",
    }
}

impl Analysis {
    /// The tokens of a sentence with the index of the first one.
    pub fn sentence(&self, range: &Range<u32>) -> (usize, &[Token]) {
        let range = range.start as usize..range.end as usize;
        (range.start, self.tokens.get(range).unwrap_or_default())
    }

    /// The span from the first to the last token of a range, or `None` if it is empty.
    pub fn span(&self, range: &Range<u32>) -> Option<Span> {
        let (_, tokens) = self.sentence(range);
        Some(tokens.first()?.span.cover(tokens.last()?.span))
    }
}
