#!/usr/bin/env python3
"""Writes one text with the licences of everything that is inside a program: licences.py TARGET FILE."""

import json
import pathlib
import re
import subprocess
import sys

WANTED = re.compile(r"^(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|UNLICENSE|OFL)", re.IGNORECASE)
RULE = "\n" + "=" * 100 + "\n"


def linked_packages(target):
    """The packages whose code is linked in: those reached over normal dependencies, without build scripts and tests."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    root = metadata["resolve"]["root"]
    found, waiting = set(), [root]
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            is_linked = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if is_linked and dependency["pkg"] not in found:
                found.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    return sorted((packages[package] for package in found), key=lambda package: (package["name"], package["version"]))


def texts_of(folder):
    files = sorted(path for path in folder.iterdir() if WANTED.match(path.name))
    files = [inner for path in files for inner in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return [path.read_text(encoding="utf-8", errors="replace").strip() for path in files if path.is_file()]


def main(target, out):
    project = pathlib.Path(__file__).resolve().parent.parent
    own = ["LICENSE-MIT", "LICENSE-APACHE", "assets/SOURCES.md", "assets/language/LICENSE", "assets/language/LICENSES_SOURCES", "assets/names/README.md", "assets/fonts/OFL.txt"]
    parts = ["Dateline is licensed under MIT or Apache-2.0, as you like. What is inside it has these licences."]
    parts += [f"{name}\n\n{(project / name).read_text(encoding='utf-8').strip()}" for name in own]
    packages = linked_packages(target)
    lines = [f"{package['name']} {package['version']}: {package['license'] or 'see its text'}" for package in packages]
    parts.append("Libraries\n\n" + "\n".join(lines))
    # Most texts stand in many packages: each is printed once, below the names of those that have it.
    users = {}
    for package in packages:
        for text in texts_of(pathlib.Path(package["manifest_path"]).parent):
            users.setdefault(text, []).append(package["name"])
    for text, names in users.items():
        parts.append(f"{', '.join(dict.fromkeys(names))}\n\n{text}")
    pathlib.Path(out).write_text(RULE.join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: licences.py TARGET FILE")
    main(*sys.argv[1:])
