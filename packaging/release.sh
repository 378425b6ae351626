#!/usr/bin/env bash
# Builds the released program, without the builder's paths in it: `release.sh [TARGET]`. Prints where it is.
set -euo pipefail
cd "$(dirname "$0")/.."
host=$(rustc -vV | sed -n 's/^host: //p')
target=${1:-$host}
# Panics and backtraces name source files. What they name must not tell where the builder keeps them.
registry=${CARGO_HOME:-$HOME/.cargo}
native() { if command -v cygpath >/dev/null; then cygpath --windows "$1"; else printf '%s' "$1"; fi; }
separator=$'\x1f'
flags="--remap-path-prefix=$(native "$registry")=cargo"
flags+="${separator}--remap-path-prefix=$(native "$PWD")=dateline"
flags+="${separator}--remap-path-prefix=$(native "$(rustc --print sysroot)")=rust"
[ -z "${CARGO_ENCODED_RUSTFLAGS:-}" ] || flags=$CARGO_ENCODED_RUSTFLAGS$separator$flags
CARGO_ENCODED_RUSTFLAGS=$flags cargo build --release --locked --target "$target" --bin dateline "${@:2}" >&2
program=${CARGO_TARGET_DIR:-target}/$target/release/dateline
[[ $target == *windows* ]] && program+=.exe
bash packaging/check-paths.sh "$program" >&2
echo "$program"
