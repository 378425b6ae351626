#!/usr/bin/env bash
# Makes the disk image of Dateline.app, on a Mac: `dmg.sh Dateline.app FOLDER`.
set -euo pipefail
app=$(cd "${1:?usage: dmg.sh Dateline.app FOLDER}" && pwd)
mkdir -p "${2:?usage: dmg.sh Dateline.app FOLDER}"
folder=$(cd "$2" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$app" "$work/Dateline.app"
ln -s /Applications "$work/Applications"
image=$folder/dateline-$(bash packaging/version.sh)-macos-universal.dmg
hdiutil create -volname Dateline -srcfolder "$work" -format UDZO -ov "$image" >&2
echo "$image"
