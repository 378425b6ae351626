//! What happened, was said, is planned or was denied.

use super::{ActorId, ArticleId, Disagreement, Mention, Span, When};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// Names an event by the article and the trigger that tell it first, so that edits survive re-reading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventId(u64);

impl EventId {
    /// The id of the event that `trigger` names in `article`.
    pub fn of(article: ArticleId, trigger: Span) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(article.bytes());
        hasher.update((trigger.start() as u64).to_le_bytes());
        hasher.update((trigger.end() as u64).to_le_bytes());
        Self::first_of(hasher)
    }

    /// The id of an event that a person adds as edit number `place` of the project's log: nothing is ever found under it.
    pub fn own(place: usize) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"an event of a person's own");
        hasher.update((place as u64).to_le_bytes());
        Self::first_of(hasher)
    }

    /// An id for a quote that is split off an event where every other id it could have is in use: one for each `number`.
    pub fn apart(article: ArticleId, trigger: Span, number: usize) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"a quote on its own");
        hasher.update(article.bytes());
        hasher.update((trigger.start() as u64).to_le_bytes());
        hasher.update((trigger.end() as u64).to_le_bytes());
        hasher.update((number as u64).to_le_bytes());
        Self::first_of(hasher)
    }

    fn first_of(hasher: Sha256) -> Self {
        let digest = hasher.finalize();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        Self(u64::from_be_bytes(first))
    }

    /// As a number, for widget ids.
    pub const fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({self})")
    }
}

impl From<EventId> for String {
    fn from(id: EventId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for EventId {
    type Error = &'static str;

    fn try_from(hex: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&hex, 16).map(Self).map_err(|_| "an event id has 16 hexadecimal digits")
    }
}

/// Something placed in time, quoted from at least one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Of the earliest mention.
    pub id: EventId,
    /// Original words that stand alone; at most trimmed.
    pub title: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether it happened.
    pub modality: Modality,
    /// Its place in time.
    pub when: When,
    /// Where, if the text says so: the name as written.
    pub place: Option<String>,
    /// Who takes part, most important first.
    pub participants: Vec<Participant>,
    /// Every report of it; empty only if a person has added it without one.
    pub mentions: Vec<Mention>,
    /// From 0 to 1: how sure the finding is.
    pub confidence: f64,
    /// What the confidence rests on, in words: "2 articles, explicit date, named agent".
    #[serde(default)]
    pub confidence_why: String,
    /// From 0 to 1: how much a reader would want it in a short list.
    pub importance: f64,
    /// What the importance rests on, in words: "attack, 2 of 5 articles, at the head of an article".
    #[serde(default)]
    pub importance_why: String,
    /// What the reports of it tell differently; empty if nothing.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
}

impl Event {
    /// How many articles report it.
    pub fn article_count(&self) -> usize {
        let mut articles: Vec<ArticleId> = self.mentions.iter().map(Mention::article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.len()
    }

    /// Drops sides that none of its articles tells any more, and what nobody disputes any more.
    pub fn settle_disagreements(&mut self) {
        let Self { mentions, disagreements, .. } = self;
        for disagreement in disagreements.iter_mut() {
            for side in &mut disagreement.sides {
                side.quotes.retain(|quote| mentions.iter().any(|mention| mention.article() == quote.article));
            }
            disagreement.sides.retain(|side| !side.quotes.is_empty());
        }
        disagreements.retain(|disagreement| disagreement.sides.len() > 1);
    }
}

/// An actor in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: Role,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it, as in files and on screen.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

words! {
    /// How an actor takes part.
    Role {
        /// Does it.
        Agent = "agent",
        /// It is done to.
        Patient = "patient",
        /// Says it.
        Speaker = "speaker",
        /// Is told.
        Addressee = "addressee",
        /// Is named in it without a part of its own.
        Mentioned = "mentioned",
    }
}

words! {
    /// What kind of thing an event is. Where PLOVER has the same category, ours equals it.
    Kind {
        /// Something said that is none of the next four.
        Statement = "statement",
        /// PLOVER ACCUSE: blame, criticism, charge in words.
        Accusation = "accusation",
        /// PLOVER THREATEN: a warning or threat.
        Warning = "warning",
        /// PLOVER DEMAND (REQUEST): a call for action.
        Demand = "demand",
        /// PLOVER REJECT: a refusal or denial of what others want.
        Rejection = "rejection",
        /// PLOVER CONSULT: a meeting, call, visit, negotiation.
        Meeting = "meeting",
        /// PLOVER AGREE: an agreement, treaty, promise kept in writing.
        Agreement = "agreement",
        /// PLOVER AID: material help.
        Aid = "aid",
        /// PLOVER MOBILIZE: troops or police sent, built up, withdrawn.
        Deployment = "deployment",
        /// PLOVER ASSAULT: use of force, fighting, killing.
        Attack = "attack",
        /// PLOVER PROTEST: demonstration, strike, riot.
        Protest = "protest",
        /// PLOVER SANCTION: sanction, ban, expulsion, reduced relations.
        Sanction = "sanction",
        /// An election or vote.
        Election = "election",
        /// Someone takes or leaves an office.
        Appointment = "appointment",
        /// Courts, arrests, laws, investigations (PLOVER COERCE and INVESTIGATE among them).
        Legal = "legal",
        /// Business, markets, money.
        Economy = "economy",
        /// Accidents and natural disasters.
        Disaster = "disaster",
        /// Anything else that is placed in time.
        Other = "other",
    }
}

words! {
    /// Whether it happened.
    Modality {
        /// Told as a fact.
        Happened = "happened",
        /// Told as sure to come: "will meet".
        Planned = "planned",
        /// Told as possible: "if", "could".
        Hypothetical = "hypothetical",
        /// Told as not so: "did not", "denied".
        Negated = "negated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Aspect, Quote, Side};

    #[test]
    fn a_side_goes_with_the_last_report_that_tells_it() {
        let span = Span::new(0, 1).unwrap();
        let quote = |text: &str| Quote { article: ArticleId::of(text), span };
        let side = |text: &str| Side { says: text.to_owned(), quotes: vec![quote(text)] };
        let mut event = Event {
            id: EventId::of(ArticleId::of("a"), span),
            title: String::new(),
            kind: Kind::Attack,
            modality: Modality::Happened,
            when: When::default(),
            place: None,
            participants: vec![],
            mentions: ["a", "b"].map(|text| Mention { sentence: quote(text), trigger: span, time: None }).to_vec(),
            confidence: 1.0,
            confidence_why: String::new(),
            importance: 1.0,
            importance_why: String::new(),
            disagreements: vec![Disagreement { about: Aspect::Number, sides: vec![side("a"), side("b")] }],
        };
        event.settle_disagreements();
        assert_eq!(event.disagreements[0].sides.len(), 2);
        event.mentions.pop();
        event.settle_disagreements();
        assert_eq!(event.disagreements, []);
    }
}
