#!/usr/bin/env bash
# Fails if a picture of the window, 1280 by 800, is blank or has no timeline in its middle: `looks-drawn.sh PICTURE`.
set -euo pipefail
picture=${1:?usage: looks-drawn.sh PICTURE}
[ "$(identify -format '%wx%h' "$picture")" = 1280x800 ] || { echo "the picture has another size: $(identify "$picture")" >&2; exit 1; }
all=$(identify -format %k "$picture")
middle=$(convert "$picture" -crop 580x580+300+120 -format %k info:)
echo "window: $all colours, $middle in the middle"
[ "$all" -gt 200 ] && [ "$middle" -gt 40 ] || { echo "the window is nearly blank" >&2; exit 1; }
