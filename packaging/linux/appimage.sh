#!/usr/bin/env bash
# Makes the AppImage: `appimage.sh PROGRAM FOLDER`. Needs appimagetool, which brings the part that starts the program.
# Libraries of the desktop (display server, OpenGL, D-Bus) are those of the machine: none is inside.
set -euo pipefail
program=$(realpath "${1:?usage: appimage.sh PROGRAM FOLDER}")
mkdir -p "${2:?usage: appimage.sh PROGRAM FOLDER}"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.."
id=org.dateline.Dateline
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash packaging/linux/install.sh "$program" "$work/usr"
ln -s usr/bin/dateline "$work/AppRun"
ln -s "usr/share/applications/$id.desktop" "$work/$id.desktop"
cp assets/icon/dateline-256.png "$work/$id.png"
image=$folder/dateline-$(bash packaging/version.sh)-linux-$(uname -m).AppImage
ARCH=$(uname -m) appimagetool --no-appstream "$work" "$image"
echo "$image"
