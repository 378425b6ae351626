#!/usr/bin/env bash
# The other two systems, checked from Linux: macOS by check and Clippy, Windows by Clippy and a build (GNU) that wine.sh starts. What is of
# one compiler for Windows alone (MSVC) the project has none of; the workflows build and test with that on Windows itself.
# Needs a standard library for these systems: rustup's if it is installed, else one built from Debian's source. Where neither can be had
# nothing is checked, which is a failure in CI only.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=packaging/cross
out=target/cross
mac=aarch64-apple-darwin gnu=x86_64-pc-windows-gnu

skip() {
    if [ -n "${CI:-}" ]; then echo "FAILED: $1" >&2; exit 1; fi
    echo "skipped: $1"
    exit 0
}
step() { printf -- '-- %s (%ss)\n' "$1" "$SECONDS"; }

# Started programs must think in bearable time, but nobody waits for compilers that optimise what hardly runs: only what reads, packs and
# draws is optimised. Two runs in one folder build nothing twice.
quick=(--config 'profile.dev.package."*".opt-level=0' --config 'profile.dev.package."*".debug-assertions=false')
for package in core alloc std egui epaint emath ecolor vello_cpu memchr miniz_oxide sha2; do
    quick+=(--config "profile.dev.package.$package.opt-level=1")
done
cargo_for() {
    local command=$1 target=$2
    shift 2
    env "${compiler[@]}" CARGO_TARGET_DIR="$out" CARGO_PROFILE_DEV_DEBUG=0 cargo "$command" --locked --target "$target" \
        "${quick[@]}" "${std[@]}" "$@"
}

installed=$(rustc --print sysroot)/lib/rustlib
std=() compiler=() driver=clippy-driver
# Separates the arguments of Clippy's driver.
and=__CLIPPY_HACKERY__
strict=-D${and}warnings$and
if [ -d "$installed/$mac/lib" ] && [ -d "$installed/$gnu/lib" ]; then
    echo "with the standard libraries that rustup has installed"
else
    [ "$(uname -sm)" = "Linux x86_64" ] || skip "no standard library for the other systems; rustup target add $mac $gnu"
    step "Rust with the source of its standard library"
    bash "$here/toolchain.sh" "$out/toolchain" || skip "no standard library for the other systems"
    tools=$PWD/$out/toolchain/bin
    # Only for what is built here: anything else would be built anew with another compiler.
    compiler=("RUSTC=$tools/rustc" RUSTC_BOOTSTRAP=1)
    std=(-Zbuild-std=std,panic_abort)
    # Warnings are errors, but not those that a later Clippy than the one known here has invented: Debian's version moves by itself.
    known=96 driver=$tools/clippy-driver
    [ "$("$tools/rustc" --version | sed 's/^rustc 1\.\([0-9]*\).*/\1/')" -le "$known" ] || strict=
fi
# What cargo-clippy does: the driver in the compiler's place, for the packages of the workspace. It compiles as well, so that what is built
# needs no check of its own.
linted() { RUSTC_WORKSPACE_WRAPPER=$driver CLIPPY_ARGS=$strict cargo_for "$@"; }

step "macOS: check and Clippy of the program"
linted check "$mac"

step "Windows (GNU): Clippy and build"
for tool in x86_64-w64-mingw32-gcc wine Xvfb convert; do
    command -v "$tool" >/dev/null || skip "$tool is not installed (Debian: gcc-mingw-w64-x86-64 wine wine64 xvfb imagemagick)"
done
linted build "$gnu"
step "Windows (GNU): started under Wine"
# Its findings are compared with those of this system's program. The one that `cargo test` makes: after the tests it is there already, while
# `cargo build` would make another, without the features that the tests' own crates ask for.
cargo test --locked --no-run --test cli
bash "$here/wine.sh" "$out/$gnu/debug/dateline.exe" "${CARGO_TARGET_DIR:-target}/debug/dateline"
if command -v wixl >/dev/null; then
    step "Windows (GNU): installed under Wine"
    bash packaging/windows/try-msi.sh "$(bash packaging/windows/msi.sh "$out/$gnu/debug/dateline.exe" "$out")"
elif [ -n "${CI:-}" ]; then
    skip "wixl is not installed"
fi
step "The other systems are done"
