#!/usr/bin/env bash
# Puts Dateline.app together, on any system: `app.sh PROGRAM FOLDER`. On a Mac it is signed ad hoc, without which Apple silicon starts nothing.
set -euo pipefail
program=$(realpath "${1:?usage: app.sh PROGRAM FOLDER}")
mkdir -p "${2:?usage: app.sh PROGRAM FOLDER}"
folder=$(cd "$2" && pwd)
cd "$(dirname "$0")/../.."
version=$(bash packaging/version.sh)

app=$folder/Dateline.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp "$program" "$app/Contents/MacOS/dateline"
chmod 755 "$app/Contents/MacOS/dateline"
sed "s/@VERSION@/$version/; /^<!--/d" packaging/macos/Info.plist >"$app/Contents/Info.plist"
printf 'APPL????' >"$app/Contents/PkgInfo"
icons=$(mktemp -d)
bash packaging/icons.sh "$icons"
cp "$icons/dateline.icns" "$app/Contents/Resources/dateline.icns"
rm -r "$icons"
python3 packaging/licences.py aarch64-apple-darwin "$app/Contents/Resources/licences.txt"
if command -v codesign >/dev/null; then codesign --force --sign - "$app"; fi
echo "$app"
