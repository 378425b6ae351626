#!/bin/sh
# Makes the embedded fonts from Debian's package fonts-noto-core (SIL Open Font License 1.1).
# Needs pyftsubset (package fonttools). Run it in this folder; the result is the same every time.
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
export SOURCE_DATE_EPOCH=1608422400 # the date of fonts-noto-core 20201225, near enough to be stable
# Latin with Polish, Turkish and Vietnamese; Greek; Cyrillic; combining marks; punctuation, currency, letterlike signs.
text='U+0020-007E,U+00A0-024F,U+02B0-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20C0,U+2100-214F,U+FB01,U+FB02,U+FFFD'
cut() { # input, output, characters
    pyftsubset "$from/$1" --unicodes="$3" --output-file="$2" --no-hinting --layout-features='kern,liga,mark,mkmk,ccmp,locl,calt,tnum,lnum' \
        --name-IDs='0,1,2,3,4,5,6,13,14' --no-recalc-timestamp
}
cut NotoSans-Regular.ttf NotoSans-Regular.ttf "$text"
cut NotoSans-Bold.ttf NotoSans-Bold.ttf "$text"
# Noto Sans has no arrows, shapes or key signs: take the few that the window shows.
cut NotoSansSymbols2-Regular.ttf NotoSansSymbols2-Regular.ttf 'U+21E7,U+2318,U+2325,U+23CE,U+232B,U+2326,U+25A0,U+25A1,U+25AA,U+25B2,U+25B3,U+25B4,U+25B6,U+25B8,U+25BC,U+25BE,U+25C0,U+25C2,U+25C6,U+25C7,U+25CB,U+25CF,U+2605,U+2606,U+26A0,U+2713,U+2714,U+2715,U+2716'
cut NotoSansMath-Regular.ttf NotoSansMath-Regular.ttf 'U+2190-2194,U+2196-2199,U+2212,U+2248,U+223C,U+2264,U+2265,U+22EE,U+22EF'
