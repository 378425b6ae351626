#!/usr/bin/env bash
# Makes the icon in the forms that systems want, from its two drawings: `icons.sh FOLDER`; `icons.sh --update` renews those in assets/icon.
# Up to 32 pixels the simpler drawing is used. Needs rsvg-convert; for .ico ImageMagick; for .icns png2icns or, on macOS, iconutil.
set -euo pipefail
cd "$(dirname "$0")/.."
update=
[ "${1:?usage: icons.sh FOLDER or --update}" = --update ] && update=yes && set -- "$(mktemp -d)"
mkdir -p "$1"
out=$(cd "$1" && pwd)

for size in 16 24 32 48 64 128 256 512 1024; do
    drawing=dateline
    [ "$size" -le 32 ] && drawing=dateline-small
    rsvg-convert --width "$size" --height "$size" "assets/icon/$drawing.svg" --output "$out/$size.png"
done
if command -v convert >/dev/null; then
    convert "$out"/{16,24,32,48,64,256}.png "$out/dateline.ico"
fi
if command -v png2icns >/dev/null; then
    png2icns "$out/dateline.icns" "$out"/{16,32,48,128,256,512,1024}.png >/dev/null
elif command -v iconutil >/dev/null; then
    set=$out/dateline.iconset
    mkdir -p "$set"
    for size in 16 32 128 256 512; do
        cp "$out/$size.png" "$set/icon_${size}x$size.png"
        cp "$out/$((size * 2)).png" "$set/icon_${size}x$size@2x.png"
    done
    iconutil --convert icns --output "$out/dateline.icns" "$set"
fi

if [ -n "$update" ]; then
    # What the program itself needs when it is built: its window's icon, and the one in the .exe.
    cp "$out/256.png" assets/icon/dateline-256.png
    cp "$out/dateline.ico" assets/icon/dateline.ico
    rm -r "$out"
fi
