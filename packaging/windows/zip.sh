#!/usr/bin/env bash
# Makes dateline-VERSION-windows-x86_64.zip: `zip.sh dateline.exe FOLDER`.
set -euo pipefail
program=$(realpath "${1:?usage: zip.sh dateline.exe FOLDER}")
mkdir -p "${2:?usage: zip.sh dateline.exe FOLDER}"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.."
name=dateline-$(bash packaging/version.sh)-windows-x86_64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
cp "$program" "$work/$name/dateline.exe"
cp README.md CHANGELOG.md "$work/$name/"
python=$(command -v python3 || command -v python)
"$python" packaging/licences.py x86_64-pc-windows-gnu "$work/$name/licences.txt"
rm -f "$folder/$name.zip"
(cd "$work" && "$python" -m zipfile -c "$folder/$name.zip" "$name")
echo "$folder/$name.zip"
