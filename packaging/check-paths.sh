#!/usr/bin/env bash
# Fails if a program holds a path of whoever built it: `check-paths.sh PROGRAM`.
set -euo pipefail
cd "$(dirname "$0")/.."
native() { if command -v cygpath >/dev/null; then cygpath --windows "$1"; else printf '%s' "$1"; fi; }
found=0
for folder in "$PWD" "${CARGO_HOME:-$HOME/.cargo}" "$HOME" "$(rustc --print sysroot)"; do
    count=$(grep --text --only-matching --fixed-strings -- "$(native "$folder")" "$1" | wc -l)
    if [ "$folder" != / ] && [ "$count" -gt 0 ]; then echo "$1 holds $folder $count times" >&2; found=1; fi
done
exit $found
