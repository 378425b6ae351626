//! An invented collection for tests and benchmarks: the same on every machine, of any size, with every kind of date.

use chrono::{Datelike as _, Days, NaiveDate};
use dateline::model::{
    Actor, ActorId, ActorKind, Article, ArticleId, Basis, Block, BlockKind, Board, Edtf, Event, EventId, Kind, Mention, Modality,
    Participant, Quote, Role, Span, When,
};
use std::sync::Arc;

/// Knuth's MMIX generator: good enough to scatter things, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        self.next() as f64 / f64::from(1_u32 << 31)
    }
}

const NAMES: [(&str, ActorKind); 24] = [
    ("Mira Okonkwo", ActorKind::Person),
    ("Harbour Union of Vestmar", ActorKind::Organisation),
    ("Vestmar", ActorKind::Country),
    ("Jonas Lindqvist", ActorKind::Person),
    ("Council of the Six Ports", ActorKind::Organisation),
    ("Tallis Energy", ActorKind::Organisation),
    ("Norrland", ActorKind::Country),
    ("Ada Brennan", ActorKind::Person),
    ("Coast Guard", ActorKind::Group),
    ("Władysław Żmijewski", ActorKind::Person),
    ("Ministry of Fisheries", ActorKind::Organisation),
    ("Fishermen of the north coast", ActorKind::Group),
    ("Σοφία Παπαδάκη", ActorKind::Person),
    ("Court of Appeal", ActorKind::Organisation),
    ("Олена Гончар", ActorKind::Person),
    ("Green Shore Movement", ActorKind::Group),
    ("Samir Haddad", ActorKind::Person),
    ("Bank of Vestmar", ActorKind::Organisation),
    ("Ilse van der Meer", ActorKind::Person),
    ("Observers", ActorKind::Group),
    ("Nguyễn Thị Hạnh", ActorKind::Person),
    ("Sound Ferry Company", ActorKind::Organisation),
    ("Southmark", ActorKind::Country),
    ("Tomás Echeverría", ActorKind::Person),
];

const PHRASES: [(&str, Kind); 20] = [
    ("says the talks are close to an end", Kind::Statement),
    ("blames the port authority for the spill", Kind::Accusation),
    ("warns of a closed strait in winter", Kind::Warning),
    ("calls for an inquiry into the contract", Kind::Demand),
    ("rejects the offer of the Six Ports", Kind::Rejection),
    ("meets the ministers of three states", Kind::Meeting),
    ("signs an agreement on fishing rights", Kind::Agreement),
    ("sends 40 tonnes of fuel to the islands", Kind::Aid),
    ("moves two patrol ships to the sound", Kind::Deployment),
    ("fires on a trawler off the cape", Kind::Attack),
    ("marches through the capital against the levy", Kind::Protest),
    ("bars ships of the company from its ports", Kind::Sanction),
    ("wins the vote in the northern district", Kind::Election),
    ("takes over as head of the authority", Kind::Appointment),
    ("files a suit over the lost cargo", Kind::Legal),
    ("cuts its forecast for the year", Kind::Economy),
    ("is hit by the worst storm in a century", Kind::Disaster),
    ("opens the rebuilt lighthouse", Kind::Other),
    ("agrees to talk again", Kind::Meeting),
    ("says nothing has been decided", Kind::Statement),
];

const PLACES: [&str; 9] =
    ["Vestmar", "Northport", "Cape Halden", "the Sound", "Six Ports", "Kirkholm", "the islands", "Southmark", "Łomża"];

/// What to invent.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    /// How many events.
    pub(crate) events: usize,
    /// How many actors; at least 1.
    pub(crate) actors: usize,
    /// Over how many days from 1 July 2023 on.
    pub(crate) days: u64,
    /// Every n-th event has no date; 0 for none.
    pub(crate) undated_every: usize,
}

/// Invents a board.
pub(crate) fn board(plan: Plan) -> Board {
    let mut random = Random(42);
    let first = NaiveDate::from_ymd_opt(2023, 7, 1).expect("a date");
    let actors: Vec<Actor> = (0..plan.actors).map(actor).collect();
    let mut board = Board::default();
    board.actors = actors;
    while board.events.len() < plan.events {
        let count = (3 + random.below(14)).min(plan.events - board.events.len());
        article(&mut board, count, first, plan, &mut random);
    }
    board.articles.sort_by(|a, b| a.path.cmp(&b.path));
    board.events.sort_by_key(|event| event.when.bounds().earliest.or(event.when.bounds().latest).map_or((1, None), |at| (0, Some(at))));
    board.indexed()
}

fn actor(number: usize) -> Actor {
    let (name, kind) = NAMES[number % NAMES.len()];
    let name = if number < NAMES.len() { name.to_owned() } else { format!("{name} {}", number / NAMES.len() + 1) };
    Actor {
        id: ActorId(name.to_lowercase()),
        name,
        state: None,
        kind,
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions: Vec::new(),
        importance: 1.0 / (1.0 + number as f64),
    }
}

fn article(board: &mut Board, count: usize, first: NaiveDate, plan: Plan, random: &mut Random) {
    // News comes in bursts: three in four articles stand near one of seven days.
    let around = plan.days / 8 * (1 + random.next() % 7);
    let day = if random.below(4) == 0 {
        random.next() % plan.days
    } else {
        (around + random.next() % 12 + random.next() % 12).min(plan.days - 1)
    };
    let published = first.checked_add_days(Days::new(day)).expect("a date");
    let number = board.articles.len();
    let mut text = format!("Report {number} of {published}\n\n");
    let mut drafts = Vec::new();
    for _ in 0..count {
        let (phrase, kind) = PHRASES[random.below(PHRASES.len())];
        let mut who: Vec<usize> = (0..=random.below(3)).map(|_| zipf(plan.actors, random)).collect();
        who.sort_unstable();
        who.dedup();
        let title = format!("{} {phrase}", board.actors[who[0]].name);
        let start = text.len();
        text.push_str(&title);
        text.push_str(", according to two people who were there and asked not to be named.");
        let end = text.len();
        text.push(' ');
        drafts.push((title, kind, who, Span::new(start, end).expect("words")));
    }
    let id = ArticleId::of(&text);
    for (title, kind, who, sentence) in drafts {
        let trigger = Span::new(sentence.start(), sentence.start() + title.len()).expect("words");
        let at = board.events.len();
        let when = if plan.undated_every > 0 && at % plan.undated_every == plan.undated_every - 1 {
            When::unknown("the article has no date")
        } else {
            when(published, random)
        };
        board.events.push(Event {
            id: EventId::of(id, trigger),
            title,
            kind,
            modality: [
                Modality::Happened,
                Modality::Happened,
                Modality::Happened,
                Modality::Planned,
                Modality::Hypothetical,
                Modality::Negated,
            ][random.below(12).saturating_sub(6)],
            when,
            place: (random.below(3) > 0).then(|| PLACES[random.below(PLACES.len())].to_owned()),
            participants: who.into_iter().map(|who| Participant { actor: board.actors[who].id.clone(), role: Role::Agent }).collect(),
            mentions: vec![Mention { sentence: Quote { article: id, span: sentence }, trigger, time: None }],
            confidence: random.unit(),
            confidence_why: String::new(),
            importance: random.unit(),
            importance_why: String::new(),
            disagreements: vec![],
        });
    }
    let span = Span::new(0, text.len()).expect("words");
    board.articles.push(Article {
        id,
        path: format!("{number:05}.txt"),
        title: Some(format!("Report {number} of {published}")),
        publisher: Some("The Sound Gazette".to_owned()),
        url: None,
        dates: Vec::new(),
        published: None,
        text: Arc::from(text),
        blocks: vec![Block { span, kind: BlockKind::Paragraph }],
    });
}

/// A few are in the news all the time: the chance of each is about that of one over its rank.
fn zipf(count: usize, random: &mut Random) -> usize {
    let share = random.unit();
    let mut rank = 0;
    let mut limit = 1.0;
    let end = (count as f64).powf(share);
    while limit + 1.0 <= end && rank + 1 < count {
        rank += 1;
        limit += 1.0;
    }
    rank
}

fn when(published: NaiveDate, random: &mut Random) -> When {
    let day = |days: u64| published.checked_sub_days(Days::new(days)).expect("a date");
    let later = |days: u64| published.checked_add_days(Days::new(days)).expect("a date");
    let back = random.next() % 9;
    let (text, basis, why) = match random.below(26) {
        0..=9 => (day(back).to_string(), Basis::Relative, format!("\"{}\" in an article of {published}", day(back).weekday())),
        10..=12 => (day(back).to_string(), Basis::Stated, "the day is given in full".to_owned()),
        13..=14 => (published.to_string(), Basis::Reported, format!("no words say when; the article is of {published}")),
        15 => (format!("{}T{:02}:30", day(back), 6 + random.below(16)), Basis::Stated, "day and time are given".to_owned()),
        16 => (format!("{}~", day(10 + back)), Basis::Relative, "\"about ten days ago\"".to_owned()),
        17 => (day(40).format("%Y-%m").to_string(), Basis::Relative, "\"last month\"".to_owned()),
        18 => (format!("[..{published}]"), Basis::Reported, "background in an article of that day".to_owned()),
        19 => (format!("[{published}..]"), Basis::Reported, "told as still to come".to_owned()),
        20 => (format!("[{}..{}]", day(9), day(3)), Basis::Relative, "\"last week\"".to_owned()),
        21 => (format!("{}/{}", day(6 + back * 3), day(2)), Basis::Relative, "\"from Monday to Friday\"".to_owned()),
        22 => (later(3 + back).to_string(), Basis::Relative, "\"next week\"".to_owned()),
        23 => (day(100 + back * 30).format("%Y-%m~").to_string(), Basis::Stated, "\"around\" a month".to_owned()),
        24 if back == 0 => (format!("{}/..", day(200)), Basis::Stated, "\"since\" a day".to_owned()),
        24 if back == 1 => (published.year().to_string(), Basis::Stated, "\"in\" a year".to_owned()),
        _ => (day(back).to_string(), Basis::Assigned, "set by you".to_owned()),
    };
    When { edtf: text.parse::<Edtf>().expect("an EDTF date"), basis, why }
}
