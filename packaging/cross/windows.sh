#!/usr/bin/env bash
# Sourced by the scripts that try the program under Wine: a fresh Windows and a screen of its own, which go with the script.
work=$(mktemp -d)
server=
tidy() {
    wineserver --kill 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap tidy EXIT
fail() { echo "FAILED: $1" >&2; exit 1; }

mkdir "$work/home"
export HOME=$work/home WINEPREFIX=$work/windows WINEDEBUG=-all LC_ALL=C.UTF-8 WINEDLLOVERRIDES="mscoree,mshtml=" LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
PATH=$PATH:/usr/lib/wine

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || fail "Xvfb does not start"
DISPLAY=:$(cat "$work/display")
export DISPLAY
wineboot --init >/dev/null 2>&1 || fail "Wine cannot make a Windows"

# What Wine 8 lacks and Windows has, into the folder of the program.
complete() {
    [ -e "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ] ||
        x86_64-w64-mingw32-gcc -shared -O2 -o "$1/bcryptprimitives.dll" packaging/cross/bcryptprimitives.c -ladvapi32
}
# Windows' own name of a file of ours.
name() { printf 'Z:%s' "${1//\//\\}"; }
is_running() { wine tasklist 2>/dev/null | grep -q dateline.exe; }
# Closes the window as the button of its frame does, and waits until the program has left.
close_window() {
    local _
    for _ in $(seq 60); do sleep 0.5; ! is_running || break; done
    for _ in $(seq 60); do
        sleep 1
        wine taskkill /im dateline.exe >/dev/null 2>&1 || true
        sleep 1
        is_running || return 0
    done
    fail "the window does not close"
}
