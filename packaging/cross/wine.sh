#!/usr/bin/env bash
# Starts a dateline.exe under Wine, on a screen and in a Windows of its own, and looks at what it does: `wine.sh dateline.exe dateline`.
# The second program is that of this system: both must find the same.
# DATELINE_KEEP names a file for the picture of the window.
set -euo pipefail
given=$(realpath "${1:?usage: wine.sh dateline.exe dateline}")
here=$(realpath "${2:?usage: wine.sh dateline.exe dateline}")
cd "$(dirname "$0")/../.."
source packaging/cross/windows.sh
mkdir "$work/program" "$work/linux"
exe=$work/program/dateline.exe
cp "$given" "$exe"
complete "$work/program"
run() { timeout 300 wine "$exe" "$@"; }

run --version | tr -d '\r' | grep -q '^dateline [0-9]' || fail "--version says nothing"

# The same findings, byte for byte, on both systems.
for format in jsonl json csv md; do
    "$here" extract seeds --format "$format" >"$work/linux/$format"
    run extract seeds --format "$format" >"$work/out"
    cmp "$work/linux/$format" "$work/out" || fail "extract gives other bytes on Windows ($format)"
done
run extract "$(name "$PWD/seeds")" --format csv -o "$(name "$work/file.csv")"
cmp "$work/linux/csv" "$work/file.csv" || fail "extract writes other bytes into a file on Windows"
echo "extract: $(wc -l <"$work/linux/jsonl") events, the same bytes in 4 formats"

# A file name in several scripts, longer than the 260 characters that Windows once allowed.
long=$work/$(printf 'a folder with a long name, %.0s' 1 2 3 4 5 6 7)end/$(printf 'Київ 東京, %.0s' 1 2 3 4 5 6 7 8)end
mkdir -p "$long"
cp seeds/*.txt seeds/articles.csv "$long/"
run extract "$(name "$long")" --format csv >"$work/out"
cmp "$work/linux/csv" "$work/out" || fail "a long name with any Unicode is not read"
echo "names: ${#long} characters of several scripts"

# The first start draws the sample; the picture must have a timeline in its middle.
picture=$work/window.png
run --renderer glow --size 1280x800 --screenshot "$(name "$picture")" --exit-after-frames 5 || fail "the window does not end well"
bash packaging/looks-drawn.sh "$picture" || fail "the sample is not drawn"
[ -z "${DATELINE_KEEP:-}" ] || cp "$picture" "$DATELINE_KEEP"

# An ordinary start, closed by the button of its window, leaves its settings where Windows keeps them.
run --renderer glow &
program=$!
close_window
wait "$program" || fail "an ordinary start does not end well"
settings=$(find "$WINEPREFIX/drive_c/users" -path '*/AppData/Roaming/org.dateline.Dateline/data/app.ron')
[ -s "$settings" ] || fail "no settings in AppData/Roaming: $(find "$WINEPREFIX/drive_c/users" -name '*.ron')"
grep -q 'started:true' "$settings" || fail "the settings say nothing of the start"
echo "settings: $(sed 's/.*drive_c/C:/' <<<"$settings")"
