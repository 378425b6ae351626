#!/usr/bin/env bash
# Makes the Windows installer, on Linux by wixl, on Windows by WiX 3: `msi.sh dateline.exe FOLDER`.
set -euo pipefail
program=$(realpath "${1:?usage: msi.sh dateline.exe FOLDER}")
mkdir -p "${2:?usage: msi.sh dateline.exe FOLDER}"
folder=$(realpath "$2")
cd "$(dirname "$0")/../.."
version=$(bash packaging/version.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(command -v python3 || command -v python)" packaging/licences.py x86_64-pc-windows-gnu "$work/licences.txt"
msi=$folder/dateline-$version-windows-x86_64.msi
cp packaging/windows/dateline.wxs assets/icon/dateline.ico "$work/"
cp "$program" "$work/dateline.exe"
cd "$work"
if command -v wixl >/dev/null; then
    wixl --arch x64 -D "Version=$version" --output "$msi" dateline.wxs
else
    # Without conversion of options that look like paths to Git's shell.
    export MSYS2_ARG_CONV_EXCL='*'
    "${WIX:?neither wixl nor WiX 3 is here}/bin/candle.exe" -nologo -arch x64 "-dVersion=$version" -out dateline.wixobj dateline.wxs >&2
    "$WIX/bin/light.exe" -nologo -spdb -out "$(cygpath --windows "$msi")" dateline.wixobj >&2
fi
echo "$msi"
