#!/usr/bin/env bash
# Installs the .msi in a fresh Windows of Wine, starts the program from there, opens a project by its file type, and removes it: `try-msi.sh MSI`.
set -euo pipefail
msi=$(realpath "${1:?usage: try-msi.sh MSI}")
cd "$(dirname "$0")/../.."
source packaging/cross/windows.sh

wine msiexec /i "$(name "$msi")" /qn || fail "the installer does not end well"
folder="$WINEPREFIX/drive_c/Program Files/Dateline"
[ -s "$folder/dateline.exe" ] || fail "it has installed nothing"
[ -n "$(find "$WINEPREFIX/drive_c" -name 'Dateline.lnk')" ] || fail "nothing stands in the Start menu"
complete "$folder"
picture=$work/window.png
timeout 300 wine "$folder/dateline.exe" --renderer glow --size 1280x800 --screenshot "$(name "$picture")" --exit-after-frames 5 || fail "the program does not start"
bash packaging/looks-drawn.sh "$picture" || fail "the sample is not drawn"
[ -z "${DATELINE_KEEP:-}" ] || cp "$picture" "$DATELINE_KEEP"

# What a double click on a project does.
project="$work/a project in Київ.dateline"
cp tests/projects/v1.dateline "$project"
wine start "$(name "$project")" || fail "nobody opens .dateline files"
opened=
for _ in $(seq 60); do
    sleep 1
    xdotool search --name '^a project in ' >/dev/null 2>&1 && opened=yes && break
done
[ -n "$opened" ] || fail "a double click does not open the project"
echo "a double click opens the project"
close_window

# Files of a program that is still leaving would stay until the next start of Windows.
timeout 60 wineserver --wait || true
rm -f "$folder/bcryptprimitives.dll"
wine msiexec /x "$(name "$msi")" /qn || fail "it cannot be removed"
[ ! -e "$folder" ] || fail "files are left: $(find "$folder")"
if wine reg query 'HKLM\Software\Classes\.dateline' >/dev/null 2>&1; then fail "its file type is left"; fi
echo "installed, started, removed"
