#!/usr/bin/env bash
# Makes dateline-VERSION-linux-MACHINE.tar.gz, to be unpacked into any prefix: `tar.sh PROGRAM FOLDER`.
set -euo pipefail
program=$(realpath "${1:?usage: tar.sh PROGRAM FOLDER}")
mkdir -p "${2:?usage: tar.sh PROGRAM FOLDER}"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.."
name=dateline-$(bash packaging/version.sh)-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash packaging/linux/install.sh "$program" "$work/$name"
# The same files give the same archive.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct 2>/dev/null || echo 0)" -C "$work" -c "$name" | gzip -9 -n >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
