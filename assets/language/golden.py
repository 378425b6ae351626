#!/usr/bin/env python3
"""Write spaCy's analysis of texts as tables, against which `tests/language.rs` checks Dateline's without Python.

    python assets/language/golden.py OUT_FOLDER TEXT...

One token a line: bounds in code points, text, lemma, fine tag, coarse tag, head (number of the token), label, `S` if
the token starts a sentence, and the entity as `B-LABEL`, `I-LABEL` or `O`.
"""

import glob
import os
import sys

from compare import theirs


def main():
    import spacy

    folder, *texts = sys.argv[1:]
    path = next(found for p in sys.path for found in glob.glob(os.path.join(p, "en_core_web_sm*", "en_core_web_sm*-3.8*")))
    nlp = spacy.load(path)
    for name in texts:
        with open(name, encoding="utf-8", newline="") as file:
            tokens, sentences, entities = theirs(nlp, file.read())
        numbers = {span: number for number, span in enumerate(sorted(tokens))}
        out = os.path.join(folder, os.path.splitext(os.path.basename(name))[0] + ".tsv")
        with open(out, "w", encoding="utf-8", newline="") as file:
            for span in sorted(tokens):
                token = tokens[span]
                inside = next((e for e in entities if e[0] <= span[0] and span[1] <= e[1]), None)
                entity = f"{'B' if inside[0] == span[0] else 'I'}-{inside[2]}" if inside else "O"
                row = (*span, token["text"], token["lemma"], token["tag"], token["pos"], numbers[token["head"]],
                       token["dep"], "S" if span[0] in sentences else "-", entity)
                file.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
