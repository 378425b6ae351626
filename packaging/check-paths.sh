#!/usr/bin/env bash
# Fails if a program holds a path of whoever built it: `check-paths.sh PROGRAM`.
set -euo pipefail
cd "$(dirname "$0")/.."
native() { if command -v cygpath >/dev/null; then cygpath --windows "$1"; else printf '%s' "$1"; fi; }
# As plain text for a pattern.
plain() { sed 's/[][\.*^$+?(){}|\\/]/\\&/g' <<<"$1"; }
found=0
for folder in "$PWD" "${CARGO_HOME:-$HOME/.cargo}" "$HOME" "$(rustc --print sysroot)"; do
    [ "$folder" != / ] || continue
    # The whole name of a folder: "/org/a11y/atspi/accessible/root/" is not in "/root". That nothing is found is no failure.
    count=$({ grep --text --only-matching --extended-regexp -- "(^|[^[:alnum:]_])$(plain "$(native "$folder")")[/\\]" "$1" || true; } | wc -l)
    if [ "$count" -gt 0 ]; then echo "$1 holds $folder $count times" >&2; found=1; fi
done
exit $found
