#!/usr/bin/env bash
# What packages and workflows say, checked as far as that needs no release build: `check.sh`, or `check.sh PROGRAM` to make the
# Linux packages of it as well.
set -euo pipefail
cd "$(dirname "$0")/.."
id=org.dateline.Dateline
fail() { echo "FAILED: $1" >&2; exit 1; }
# A tool that is not here is a failure in CI only.
have() {
    command -v "$1" >/dev/null && return 0
    [ -z "${CI:-}" ] || fail "$1 is not installed"
    echo "skipped: $1 is not installed"
    return 1
}

# One name of the program everywhere.
grep -q "^pub(super) const APP_ID: &str = \"$id\";" src/app/run.rs || fail "the program calls itself otherwise than $id"
for file in packaging/linux/*.desktop packaging/linux/*.metainfo.xml packaging/linux/*.mime.xml packaging/linux/*.yml packaging/macos/Info.plist packaging/windows/dateline.wxs; do
    case $file in packaging/linux/*) [[ $(basename "$file") == "$id".* ]] || fail "$file is not named after $id" ;; esac
    [[ $file == *.mime.xml ]] || grep -q "$id" "$file" || fail "$file does not name $id"
done
grep -q "<release version=\"$(bash packaging/version.sh)\"" packaging/linux/$id.metainfo.xml || fail "the metainfo file does not know this version"

have desktop-file-validate && desktop-file-validate packaging/linux/$id.desktop
have appstreamcli && appstreamcli validate --no-net packaging/linux/$id.metainfo.xml
have xmllint && xmllint --noout packaging/linux/*.xml packaging/macos/Info.plist packaging/windows/dateline.wxs packaging/windows/dateline.manifest assets/icon/*.svg
for script in .ci/run packaging/*.sh packaging/*/*.sh; do bash -n "$script"; done

# The icon is what its drawings are.
if have rsvg-convert && have identify; then
    icons=$(mktemp -d)
    bash packaging/icons.sh "$icons"
    for size in 16 32 48 256; do [ "$(identify -format '%wx%h' "$icons/$size.png")" = "${size}x$size" ] || fail "the icon of $size pixels is wrong"; done
    difference=$(compare -metric AE "$icons/256.png" assets/icon/dateline-256.png null: 2>&1 || true)
    [ "$difference" = 0 ] || echo "note: assets/icon/dateline-256.png differs from its drawing in $difference pixels; packaging/icons.sh --update"
    rm -r "$icons"
fi

# The look for paths of whoever builds finds one, and finds none where there is none.
sample=$(mktemp)
printf 'accessible/root/org\0%s/src/main.rs\0' dateline >"$sample"
bash packaging/check-paths.sh "$sample" || fail "a path of the builder is found where there is none"
printf 'x\0%s/src/main.rs\0' "$PWD" >"$sample"
if bash packaging/check-paths.sh "$sample" 2>/dev/null; then fail "a path of the builder is not found"; fi
rm "$sample"

# Linters of workflows, from PyPI.
tools=target/workflow-tools
if [ ! -x $tools/bin/zizmor ]; then
    python3 -m venv $tools && $tools/bin/pip install -q zizmor==1.32.0 check-jsonschema==0.39.0 || echo "the linters of workflows could not be installed"
fi
if [ -x $tools/bin/zizmor ]; then
    $tools/bin/zizmor --offline --quiet .github/workflows
    $tools/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
elif [ -n "${CI:-}" ]; then
    fail "the linters of workflows could not be installed"
fi
if ! grep -rhE '^ *- ?uses:|^ *uses:' .github/workflows | grep -vE '@[0-9a-f]{40} # v' ; then echo "every action is pinned by its hash"; else fail "an action is not pinned"; fi

if [ $# -gt 0 ]; then
    out=target/packages
    bash packaging/linux/tar.sh "$1" "$out"
    bash packaging/linux/deb.sh "$1" "$out"
    if have lintian; then lintian --fail-on error --suppress-tags bogus-mail-host "$out"/*.deb; fi
fi
