#!/usr/bin/env bash
# Puts a Rust compiler with the source of its standard library into a private folder, out of Debian's packages: `toolchain.sh FOLDER`.
# From that source the standard library can be built for any system. Nothing of the machine's own Rust is touched.
set -euo pipefail
root=${1:?usage: toolchain.sh FOLDER}

[ -x "$root/bin/rustc" ] && "$root/bin/rustc" --version >/dev/null 2>&1 && exit 0
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "no Debian packages on this system" >&2; exit 1; }

# Debian gives its browsers a newer Rust every few months, so that versions move: everything is asked for by name.
names() { apt-cache depends --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces "$1" | sed -n "s/^ *|\?Depends: \($2\)\$/\1/p"; }
find_packages() {
    packages=(rustc-web libstd-rust-web-dev rust-web-src rust-web-clippy)
    apt-cache show "${packages[@]}" >/dev/null 2>&1 || return 1
    local library
    for library in $(names rust-web-clippy 'libstd-rust-web-[0-9.]*'); do
        packages+=("$library")
        for llvm in $(names "$library" 'libllvm[0-9]*'); do packages+=("$llvm"); done
    done
    [ ${#packages[@]} -ge 6 ]
}
find_packages || { apt-get update -qq >/dev/null 2>&1 || true; find_packages; } || { echo "Debian's rustc-web and rust-web-src cannot be had here" >&2; exit 1; }

rm -rf "$root"
mkdir -p "$root/deb" "$root/bin"
root=$(cd "$root" && pwd)
(cd "$root/deb" && apt-get -o APT::Sandbox::User=root -qq download "${packages[@]}" >/dev/null) ||
    { rm -rf "$root"; echo "cannot download ${packages[*]}" >&2; exit 1; }
for package in "$root"/deb/*.deb; do dpkg-deb --extract "$package" "$root"; done
rm -rf "$root/deb"

for tool in rustc clippy-driver; do
    printf '#!/bin/sh\nLD_LIBRARY_PATH=%q${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} exec %q "$@"\n' \
        "$root/usr/lib/x86_64-linux-gnu" "$root/usr/bin/$tool" >"$root/bin/$tool"
    chmod +x "$root/bin/$tool"
done
"$root/bin/rustc" --version
