//! The order of the stages: lines, tokens, vectors, tags, tree, entities, attributes, lemmas.

use super::analysis::{Analysis, Entity, Pos, Tag, Token};
use super::attributes::{Morphology, Seen};
use super::encoder::WIDTH;
use super::form::Form;
use super::form_cache::Features;
use super::identify::is_english;
use super::lines::lines;
use super::model::Model;
use super::tokenizer::Piece;
use super::transition::best_move;
use super::tree::Tree;
use crate::model::{Cancelled, Silent, Span, Watch};
use std::collections::HashMap;
use std::ops::Range;

/// Tokens whose vectors are computed together, if their lines allow.
const BATCH: usize = 512;
/// Tokens after which a line is cut at the next end of a sentence, and after which it is cut anywhere.
const LONG: Range<usize> = 2_048..4_096;

/// The analysis of a text: sentences, tokens with tags, heads and lemmas, named entities.
///
/// Each line is analysed by itself. White space is no token; if the model makes a run of white space the head of a
/// token, that token gets the head of the white space.
pub fn analyse(text: &str) -> Analysis {
    analyse_watched(text, &Silent).unwrap_or_default()
}

/// The same, asking every few hundred tokens whether it should stop.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn analyse_watched(text: &str, watch: &dyn Watch) -> Result<Analysis, Cancelled> {
    Analyser::new(Model::shared(), text).run(watch)
}

/// A line, or a piece of a very long one: where it starts in the text, its tokens and their forms.
struct Line {
    start: usize,
    pieces: Vec<Piece>,
    forms: Vec<usize>,
}

/// What is known while a text is analysed.
struct Analyser<'a> {
    model: &'a Model,
    text: &'a str,
    forms: Vec<Form>,
    numbers: HashMap<(&'a str, Option<u32>), usize>,
    lemmas: HashMap<(usize, Pos, Morphology), Box<str>>,
    out: Analysis,
}

impl<'a> Analyser<'a> {
    fn new(model: &'a Model, text: &'a str) -> Self {
        let out = Analysis { english: is_english(text), ..Analysis::default() };
        Self { model, text, forms: Vec::new(), numbers: HashMap::new(), lemmas: HashMap::new(), out }
    }

    fn run(mut self, watch: &dyn Watch) -> Result<Analysis, Cancelled> {
        let mut batch = Vec::new();
        let mut count = 0;
        for range in lines(self.text) {
            let pieces = self.model.tokenizer.tokenize(&self.text[range.clone()], &self.model.classes);
            for pieces in self.cut_long_line(range.start, pieces) {
                let line = self.line(range.start, pieces);
                count += line.pieces.len();
                batch.push(line);
                if count >= BATCH {
                    if watch.cancelled() {
                        return Err(Cancelled);
                    }
                    self.analyse_batch(&batch);
                    batch.clear();
                    count = 0;
                }
            }
        }
        self.analyse_batch(&batch);
        Ok(self.out)
    }

    /// Cut the tokens of a very long line after the end of a sentence, so that time and memory stay in bounds.
    fn cut_long_line(&self, start: usize, pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
        if pieces.len() <= LONG.end {
            return vec![pieces];
        }
        let ends_sentence = |piece: &Piece| {
            let word = &self.text[start + piece.range.start..start + piece.range.end];
            matches!(word, "." | "!" | "?" | "…") && piece.space_after
        };
        let mut cut = Vec::new();
        let mut rest = &pieces[..];
        while rest.len() > LONG.end {
            let end = LONG.clone().find(|&at| ends_sentence(&rest[at])).map_or(LONG.end, |at| at + 1);
            cut.push(rest[..end].to_vec());
            rest = &rest[end..];
        }
        cut.push(rest.to_vec());
        cut
    }

    /// Find the forms of the tokens of a line.
    fn line(&mut self, start: usize, pieces: Vec<Piece>) -> Line {
        let Self { model, text, forms, numbers, .. } = self;
        let number = |piece: &Piece| {
            let word = &text[start + piece.range.start..start + piece.range.end];
            *numbers.entry((word, piece.norm)).or_insert_with(|| {
                let norm = piece.norm.map(|norm| model.tokenizer.norm(norm));
                forms.push(model.vocabulary.form(word, norm, &model.classes));
                forms.len() - 1
            })
        };
        let forms = pieces.iter().map(number).collect();
        Line { start, pieces, forms }
    }

    /// Analyse some lines, whose vectors are computed together.
    fn analyse_batch(&mut self, lines: &[Line]) {
        let features: Vec<Vec<Features>> = lines.iter().map(|line| self.features(line)).collect();
        let features: Vec<&[Features]> = features.iter().map(Vec::as_slice).collect();
        let vectors = self.model.encoder.encode(&features);
        let entity_vectors = self.model.entity_encoder.encode(&features);
        let mut before = 0;
        for (number, line) in lines.iter().enumerate() {
            let count = line.pieces.len();
            self.analyse_line(line, vectors.line(number, before, count), entity_vectors.line(number, before, count));
            before += count;
        }
    }

    fn features(&self, line: &Line) -> Vec<Features> {
        let feature = |(piece, &form): (&Piece, &usize)| {
            let form = &self.forms[form];
            let [norm, prefix, suffix, shape] = form.features;
            [norm, prefix, suffix, shape, u64::from(piece.space_after), u64::from(form.is_space)]
        };
        line.pieces.iter().zip(&line.forms).map(feature).collect()
    }

    fn analyse_line(&mut self, line: &Line, vectors: &[f32], entity_vectors: &[f32]) {
        let model = self.model;
        let is_space: Vec<bool> = line.forms.iter().map(|&form| self.forms[form].is_space).collect();
        let tags = tags(model, vectors);
        let tree = model.parser.parse(&model.parser.parts(vectors), &is_space);
        let recogniser = &model.recogniser;
        let entities = recogniser.recognise(&recogniser.parts(entity_vectors), &tree.starts, &is_space);
        let seen = |token: usize| {
            let form = &self.forms[line.forms[token]];
            Seen { tag: tags[token], dep: tree.dep(token), lower: &form.lower, is_space: form.is_space }
        };
        let seen: Vec<Seen<'_>> = (0..is_space.len()).map(seen).collect();
        let attributes = model.ruler.apply(&seen);
        let place = Places::new(self.out.tokens.len(), &is_space);
        for (token, attributes) in attributes.iter().enumerate() {
            let range = &line.pieces[token].range;
            let Some(span) = Span::new(line.start + range.start, line.start + range.end) else { continue };
            if is_space[token] {
                continue;
            }
            let lemma = match attributes.lemma {
                Some(lemma) => lemma.into(),
                None => self.lemma(line.forms[token], span, attributes.pos, attributes.morphology),
            };
            let (head, dep) = visible_head(&tree, token, &is_space);
            let head = place.of(head);
            self.out.tokens.push(Token { span, lemma, tag: tags[token], pos: attributes.pos, head, dep });
        }
        self.push_sentences(&tree, &place);
        for (start, end, label) in entities {
            let (start, end) = (place.of(start), place.of(end));
            if start < end {
                self.out.entities.push(Entity { start, end, label });
            }
        }
    }

    fn lemma(&mut self, form: usize, span: Span, pos: Pos, morphology: Morphology) -> Box<str> {
        let (model, text) = (self.model, self.text);
        let lower = &self.forms[form].lower;
        let find = || model.lemmatiser.lemma(span.text(text), lower, pos, morphology, &model.classes.alphabetic);
        self.lemmas.entry((form, pos, morphology)).or_insert_with(find).clone()
    }

    fn push_sentences(&mut self, tree: &Tree, place: &Places) {
        let count = tree.starts.len();
        let mut start = 0;
        for end in 1..=count {
            if end == count || tree.starts[end] {
                let range = place.of(start)..place.of(end);
                if !range.is_empty() {
                    self.out.sentences.push(range);
                }
                start = end;
            }
        }
    }
}

/// The best tag of each token.
fn tags(model: &Model, vectors: &[f32]) -> Vec<Tag> {
    let outputs = model.tagger.outputs();
    let mut scores = vec![0.0; vectors.len() / WIDTH * outputs];
    model.tagger.apply(vectors, WIDTH, &mut scores);
    scores.chunks(outputs).filter_map(|scores| best_move(scores, |_| true)).map(|best| model.tags[best]).collect()
}

/// Where the tokens of a line stand among the tokens of the text, which has no white space.
struct Places {
    places: Vec<u32>,
}

impl Places {
    fn new(before: usize, is_space: &[bool]) -> Self {
        let mut place = u32::try_from(before).unwrap_or(u32::MAX);
        let mut places = Vec::with_capacity(is_space.len() + 1);
        for &is_space in is_space {
            places.push(place);
            place += u32::from(!is_space);
        }
        places.push(place);
        Self { places }
    }

    /// The place of a token; for white space, and for the end of the line, that of the next token.
    fn of(&self, token: usize) -> u32 {
        self.places[token]
    }
}

/// The head of a token that is not white space, and the label. A token below white space hangs from what that hangs
/// from; below a white space root it hangs from the first token so placed, which becomes the root.
fn visible_head(tree: &Tree, token: usize, is_space: &[bool]) -> (usize, super::analysis::Dep) {
    let mut head = tree.head(token);
    while is_space[head] && tree.head(head) != head {
        head = tree.head(head);
    }
    if !is_space[head] {
        return (head, tree.dep(token));
    }
    let below = |child: usize| {
        let mut up = tree.head(child);
        while is_space[up] && tree.head(up) != up {
            up = tree.head(up);
        }
        up == head
    };
    let first = (0..is_space.len()).find(|&child| !is_space[child] && below(child)).unwrap_or(token);
    if first == token { (token, super::analysis::Dep::Root) } else { (first, tree.dep(token)) }
}
