#!/usr/bin/env bash
# Lays the program and what a Linux desktop wants to know of it below a prefix: `install.sh PROGRAM PREFIX` (for example /usr or ~/.local).
# Every Linux package is made of this. Needs rsvg-convert, or the icons that icons.sh has made before in DATELINE_ICONS.
set -euo pipefail
program=$(realpath "${1:?usage: install.sh PROGRAM PREFIX}")
mkdir -p "${2:?usage: install.sh PROGRAM PREFIX}"
prefix=$(realpath "$2")
cd "$(dirname "$0")/../.."
id=org.dateline.Dateline

put() { install -D -m 644 "$1" "$prefix/$2"; }
install -D -m 755 "$program" "$prefix/bin/dateline"
put packaging/linux/$id.desktop share/applications/$id.desktop
put packaging/linux/$id.metainfo.xml share/metainfo/$id.metainfo.xml
put packaging/linux/$id.mime.xml share/mime/packages/$id.xml
put assets/icon/dateline.svg share/icons/hicolor/scalable/apps/$id.svg
icons=${DATELINE_ICONS:-$(mktemp -d)}
[ -n "${DATELINE_ICONS:-}" ] || bash packaging/icons.sh "$icons"
for size in 16 24 32 48 64 128 256; do put "$icons/$size.png" "share/icons/hicolor/${size}x$size/apps/$id.png"; done
[ -n "${DATELINE_ICONS:-}" ] || rm -r "$icons"
mkdir -p "$prefix/share/man/man1"
gzip -9 -n <packaging/linux/dateline.1 >"$prefix/share/man/man1/dateline.1.gz"
chmod 644 "$prefix/share/man/man1/dateline.1.gz"
put packaging/linux/copyright share/doc/dateline/copyright
python3 packaging/licences.py "$(rustc -vV | sed -n 's/^host: //p')" "$prefix/share/doc/dateline/licences.txt"
put README.md share/doc/dateline/README.md
put CHANGELOG.md share/doc/dateline/CHANGELOG.md
