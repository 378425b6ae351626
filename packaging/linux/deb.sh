#!/usr/bin/env bash
# Makes the Debian package with cargo-deb, by [package.metadata.deb] in Cargo.toml: `deb.sh PROGRAM FOLDER`.
set -euo pipefail
program=$(realpath "${1:?usage: deb.sh PROGRAM FOLDER}")
mkdir -p "${2:?usage: deb.sh PROGRAM FOLDER}"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.."
version=$(bash packaging/version.sh)
# Where Cargo.toml looks for what goes in.
root=target/deb-root
rm -rf "$root"
bash packaging/linux/install.sh "$program" "$root/usr"
# Debian's own names and places for these.
rm "$root/usr/share/doc/dateline/copyright"
gzip -9 -n <"$root/usr/share/doc/dateline/CHANGELOG.md" >"$root/usr/share/doc/dateline/changelog.gz"
rm "$root/usr/share/doc/dateline/CHANGELOG.md"
date=$(date --utc --rfc-email --date="@$(git log -1 --format=%ct 2>/dev/null || echo 0)")
printf 'dateline (%s-1) unstable; urgency=medium\n\n  * What is new stands in CHANGELOG.md.\n\n -- The Dateline developers <developers@dateline.invalid>  %s\n' \
    "$version" "$date" >"$root/changelog"
cargo deb --locked --no-build --no-strip --output "$folder/"
