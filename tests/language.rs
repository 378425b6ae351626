//! The analysis of English: equal to spaCy's, token for token, and sound for any text at all.

use dateline::language::{Analysis, analyse};
use dateline::model::CodePoints;
use proptest::prelude::*;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// An analysis in the form that `assets/language/golden.py` writes of spaCy's.
fn table(text: &str, analysis: &Analysis) -> String {
    let points = CodePoints::new(text);
    let mut out = String::new();
    for (number, token) in (0_u32..).zip(&analysis.tokens) {
        let start = if analysis.sentences.iter().any(|sentence| sentence.start == number) { "S" } else { "-" };
        let entity = match analysis.entities.iter().find(|entity| (entity.start..entity.end).contains(&number)) {
            Some(entity) => format!("{}-{}", if entity.start == number { "B" } else { "I" }, entity.label.as_str()),
            None => "O".to_owned(),
        };
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{start}\t{entity}",
            points.from_byte(token.span.start()),
            points.from_byte(token.span.end()),
            token.span.text(text),
            token.lemma,
            token.tag.as_str(),
            token.pos.as_str(),
            token.head,
            token.dep.as_str(),
        )
        .expect("a string takes everything");
    }
    out
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn seeds() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder("seeds"))
        .expect("the sample articles are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    found.sort();
    assert_eq!(found.len(), 5);
    found
}

#[test]
fn equals_spacy_on_the_sample_articles_and_on_hard_text() {
    for path in seeds().into_iter().chain([folder("tests/language/hard.txt")]) {
        let text = std::fs::read_to_string(&path).expect("the text can be read");
        let name = path.with_extension("tsv");
        let golden = folder("tests/language").join(name.file_name().expect("a file has a name"));
        let golden = std::fs::read_to_string(golden).expect("its golden table is there");
        let ours = table(&text, &analyse(&text));
        for (line, (our, their)) in ours.lines().zip(golden.lines()).enumerate() {
            assert_eq!(our, their, "line {} of {}", line + 1, path.display());
        }
        assert_eq!(ours.lines().count(), golden.lines().count());
    }
}

#[test]
fn lines_do_not_see_each_other() {
    let (first, second) = ("Talks began in Geneva", "The minister left on Friday.");
    let together = analyse(&format!("{first}\n{second}"));
    let (mut apart, alone) = (analyse(first), analyse(second));
    let (tokens, shift) = (u32::try_from(apart.tokens.len()).expect("few"), first.len() + 1);
    assert_eq!(together.tokens[..apart.tokens.len()], apart.tokens[..]);
    for (token, expected) in together.tokens.iter().skip(apart.tokens.len()).zip(&alone.tokens) {
        assert_eq!((token.head, token.dep, token.tag), (expected.head + tokens, expected.dep, expected.tag));
        assert_eq!(token.span.start(), expected.span.start() + shift);
    }
    apart.sentences.extend(alone.sentences.iter().map(|range| range.start + tokens..range.end + tokens));
    assert_eq!(together.sentences, apart.sentences);
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let texts: Vec<String> = seeds().iter().map(|path| std::fs::read_to_string(path).expect("readable")).collect();
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    let one: Vec<Analysis> = lines.iter().map(|line| analyse(line)).collect();
    for threads in [2, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        let many: Vec<Analysis> = pool.install(|| lines.par_iter().rev().map(|line| analyse(line)).collect());
        assert!(one.iter().eq(many.iter().rev()));
    }
}

#[test]
fn other_languages_are_recognised() {
    let english = "The foreign minister said on Thursday that the talks in Geneva would go on next week.";
    let others = [
        "Der Außenminister sagte am Donnerstag, dass die Gespräche in Genf nächste Woche weitergehen würden.",
        "Le ministre des Affaires étrangères a déclaré jeudi que les pourparlers de Genève se poursuivraient.",
        "El ministro de Asuntos Exteriores dijo el jueves que las conversaciones en Ginebra continuarían.",
        "Министр иностранных дел заявил в четверг, что переговоры в Женеве продолжатся на следующей неделе.",
        "外交部长周四表示，日内瓦会谈将于下周继续进行，各方将继续努力达成协议，并感谢东道国的安排与支持。",
    ];
    assert!(analyse(english).english);
    for text in ["", "17 March 2025", "TASS", "Kyiv, Odesa, Lviv"] {
        assert!(analyse(text).english, "{text}");
    }
    for text in others {
        let analysis = analyse(text);
        assert!(!analysis.english, "{text}");
        assert!(!analysis.tokens.is_empty());
    }
}

/// What holds for every analysis.
fn check(text: &str) {
    let analysis = analyse(text);
    let count = u32::try_from(analysis.tokens.len()).expect("fewer than 2^32 tokens");
    let mut end = 0;
    for token in &analysis.tokens {
        assert!(token.span.start() >= end && token.span.end() <= text.len());
        assert!(text.is_char_boundary(token.span.start()) && text.is_char_boundary(token.span.end()));
        assert!(text[end..token.span.start()].chars().all(is_space), "only white space is left out");
        assert!(!token.span.text(text).chars().all(is_space) && token.head < count);
        end = token.span.end();
    }
    assert!(text[end..].chars().all(is_space));
    let mut next = 0;
    for sentence in &analysis.sentences {
        assert!(sentence.start == next && sentence.end > next);
        next = sentence.end;
        let (first, tokens) = analysis.sentence(sentence);
        let own = |(number, token): (usize, &dateline::language::Token)| token.head as usize == number;
        assert!((first..).zip(tokens).any(own), "a sentence has a root");
    }
    assert_eq!(next, count);
    let mut free = 0;
    for entity in &analysis.entities {
        assert!(free <= entity.start && entity.start < entity.end && entity.end <= count);
        free = entity.end;
    }
}

/// White space, with the information separators that Unicode does not count among it.
fn is_space(char: char) -> bool {
    char.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&char)
}

#[test]
fn long_tokens_and_long_lines_are_sound_and_quick() {
    let begin = std::time::Instant::now();
    for part in ["a", "(", ".", "a@", "a.", "-", "x_", "://", "\u{301}", "😀", "9"] {
        check(&part.repeat(100_000 / part.len()));
    }
    check(&"He left on Friday. ".repeat(4_000));
    assert!(begin.elapsed().as_secs() < 120, "the time is linear in the length: {:?}", begin.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_is_sound(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn arbitrary_bytes_are_sound(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn text_of_awkward_pieces_is_sound(parts in proptest::collection::vec(prop_oneof![
        "[a-zA-Z]{1,8}", "[0-9.,:/%$-]{1,6}", "[ \\t\\n\\r\u{a0}\u{2028}\u{1c}]{1,3}", "[()\\[\\]'\"’“”…–—.!?;:<>=*_^-]{1,4}",
        Just("n't".to_owned()), Just("'s".to_owned()), Just("U.S.".to_owned()), Just("a.m.".to_owned()), Just(":-)".to_owned()),
        Just("http://x.org/a".to_owned()), Just("👨‍👩‍👧".to_owned()), Just("\u{feff}".to_owned()), Just("İ".to_owned()),
    ], 0..40)) {
        check(&parts.concat());
    }
}
