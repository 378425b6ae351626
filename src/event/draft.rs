//! What an event told by words that a person has selected would be.

use super::article_events::{ArticleFindings, LocalEvent, read_marked};
use super::clause::context::{Page, is_speech};
use super::clause::interview::Interview;
use super::clause::quotation::Quotations;
use super::dating::sections::Sections;
use super::{score, trigger};
use crate::language::{Analysis, Syntax};
use crate::model::{Article, Draft, Edtf, Mention, Role, Span, TimeExpression};
use crate::time::{Stance, when_reported};

/// Understands `selection` in the context of its article: the trigger, time, actors and place that it would have had, had the
/// rules found it. `times` are the article's time expressions; `findings` are its events as found. The selection must lie in the
/// article's text.
pub fn draft(
    article: &Article,
    analysis: &Analysis,
    times: &[TimeExpression],
    findings: Option<&ArticleFindings>,
    selection: Span,
) -> Draft {
    let known = findings.and_then(|findings| best(findings, selection).map(|event| (event.clone(), &findings.actors)));
    if let Some((event, actors)) = known {
        return finish(article, times, actors, &event, selection);
    }
    let syntax = Syntax::new(&article.text, analysis);
    let quotations = Quotations::find(article, &syntax, |index| is_speech(&syntax, index));
    let page = Page {
        article,
        syntax: &syntax,
        quotations,
        interview: Interview::default(),
        sections: Sections::default(),
        looks_back: false,
        of_election: false,
    };
    let span_of = |index: usize| syntax.token(index).span;
    let triggers: Vec<Span> =
        trigger::candidates(&page).iter().map(|trigger| span_of(trigger.head)).filter(|span| selection.contains(*span)).collect();
    // Without a word that names an event the whole selection does.
    let marked = if triggers.is_empty() { vec![selection] } else { triggers };
    let read = read_marked(article, analysis, times, &marked);
    match best(&read, selection) {
        Some(event) => finish(article, times, &read.actors, event, selection),
        None => bare(article, times, selection),
    }
}

/// The event in the selection that the text tells most clearly: one with its time rather than the saying of it.
fn best(findings: &ArticleFindings, selection: Span) -> Option<&LocalEvent> {
    let inside = findings.events.iter().filter(|event| selection.contains(event.mention.trigger));
    let sure = |event: &LocalEvent| {
        let is_dated = event.mention.time.is_some_and(|time| selection.contains(time));
        score::confidence(&event.evidence, event.modality) + if is_dated { 1.0 } else { 0.0 }
    };
    inside.reduce(|best, event| if sure(event) > sure(best) { event } else { best })
}

fn finish(article: &Article, times: &[TimeExpression], actors: &[crate::actor::LocalActor], event: &LocalEvent, selection: Span) -> Draft {
    let plain = bare(article, times, selection);
    // A time that was selected with it is meant; one from elsewhere is only taken if the clause itself has none.
    let own = event.mention.time.is_some_and(|time| selection.overlaps(time));
    let (when, time) =
        if plain.mention.time.is_some() && !own { (plain.when, plain.mention.time) } else { (event.when.clone(), event.mention.time) };
    let named = |actor: usize| actors.get(actor).map(|actor| actor.spans.clone()).unwrap_or_default();
    let mut participants: Vec<(Vec<Span>, Role)> = event.participants.iter().map(|(actor, role)| (named(*actor), *role)).collect();
    for (at, actor) in actors.iter().enumerate() {
        let is_new = event.participants.iter().all(|(known, _)| *known != at);
        if is_new && actor.spans.iter().any(|span| selection.contains(*span)) {
            participants.push((actor.spans.clone(), Role::Mentioned));
        }
    }
    // A whole sentence gets the title that it would have had; a few words of it were chosen for what they say.
    let is_whole = selection.contains(event.mention.sentence.span) || plain.title.ends_with('…');
    Draft {
        mention: Mention { trigger: event.mention.trigger, time, ..plain.mention },
        title: if is_whole && !event.title.is_empty() { event.title.clone() } else { plain.title },
        when,
        kind: event.kind,
        modality: event.modality,
        place: event.place.clone(),
        participants,
    }
}

/// What the selection gives without an event in it: its words, and the first time expression that has a date.
fn bare(article: &Article, times: &[TimeExpression], selection: Span) -> Draft {
    let dated = |time: &&TimeExpression| selection.overlaps(time.quote.span) && time.when.edtf != Edtf::Unknown;
    let mut draft = Draft::of_words(article, selection);
    match times.iter().find(dated) {
        Some(time) => {
            draft.mention.time = Some(time.quote.span);
            draft.when = time.when.clone();
        }
        None => draft.when = when_reported(article.published.as_ref(), Stance::News),
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::read_article;
    use crate::language::analyse;
    use crate::model::{ArticleId, Block, BlockKind, DateSource, Kind, Modality, Published, Silent};

    const TEXT: &str = "Military chiefs of thirty countries will meet in London on Thursday. Rain fell on the roof of the Bolshoi theatre on 3 March 2024, \
        and Vladimir Putin stayed at home.";

    fn selected(words: &str, has_findings: bool) -> (Draft, Vec<String>) {
        let published = Published { date: "2025-03-17".parse().unwrap(), source: DateSource::Sidecar, span: None, note: None };
        let whole = Span::of(TEXT, 0..TEXT.len()).unwrap();
        let article = Article {
            id: ArticleId::of(TEXT),
            path: "a.txt".into(),
            title: None,
            publisher: None,
            url: None,
            published: Some(published),
            dates: Vec::new(),
            text: TEXT.into(),
            blocks: vec![Block { span: whole, kind: BlockKind::Paragraph }],
        };
        let analysis = analyse(TEXT);
        let times = crate::time::find(article.id, TEXT, &analysis, article.published.as_ref());
        let found = read_article(&article, &analysis, &times, &Silent).unwrap();
        let start = TEXT.find(words).unwrap();
        let span = Span::of(TEXT, start..start + words.len()).unwrap();
        let draft = draft(&article, &analysis, &times, has_findings.then_some(&found), span);
        let names = draft.participants.iter().map(|(spans, role)| format!("{}:{}", spans[0].text(TEXT), role.as_str())).collect();
        (draft, names)
    }

    #[test]
    fn a_sentence_gives_what_extraction_finds_in_it() {
        for has_findings in [true, false] {
            let (draft, _) = selected("Military chiefs of thirty countries will meet in London on Thursday.", has_findings);
            assert_eq!((draft.kind, draft.modality, draft.when.edtf.to_string()), (Kind::Meeting, Modality::Planned, "2025-03-20".into()));
            assert_eq!((draft.place.as_deref(), draft.mention.trigger.text(TEXT)), (Some("London"), "meet"));
            assert!(draft.title.contains("will meet in London") && !draft.title.ends_with('.'), "{}", draft.title);
        }
    }

    #[test]
    fn words_that_no_rule_takes_for_an_event_give_their_time_and_actors() {
        let (draft, names) = selected(
            "the Bolshoi theatre on 3 March 2024, \
        and Vladimir Putin",
            true,
        );
        assert_eq!(
            (draft.when.edtf.to_string(), draft.title.as_str()),
            ("2024-03-03".into(), "the Bolshoi theatre on 3 March 2024, and Vladimir Putin")
        );
        assert_eq!(draft.mention.time.map(|time| time.text(TEXT)), Some("3 March 2024"));
        assert!(names.contains(&"Vladimir Putin:mentioned".to_owned()), "{names:?}");
        let (draft, _) = selected("home", true);
        assert_eq!(draft.title, "home");
    }
}
