#!/usr/bin/env bash
# Installs the Debian package in a clean system, starts it there as an ordinary user, and removes it without a trace: `try-deb.sh DEB`.
# Needs root, debootstrap, Xvfb and ImageMagick. DATELINE_KEEP names a file for the picture of the window.
set -euo pipefail
deb=$(realpath "${1:?usage: try-deb.sh DEB}")
here=$(cd "$(dirname "$0")/.." && pwd)
# Whatever is mounted below goes with the process.
if [ -z "${TRY_DEB_INSIDE:-}" ]; then exec env TRY_DEB_INSIDE=yes unshare --mount --propagation private bash "$0" "$deb"; fi
work=$(mktemp -d /var/tmp/try-deb.XXXXXX)
root=$work/root
server=
tidy() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    for folder in tmp/.X11-unix proc dev; do umount -R "$root/$folder" 2>/dev/null || true; done
    # Nothing is removed while anything of this machine is still to be seen below.
    if grep -q " $root/" /proc/self/mountinfo; then echo "still mounted: $root" >&2; else rm -rf "$work"; fi
}
trap tidy EXIT
fail() { echo "FAILED: $1" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
traces() { (cd "$root" && find . -xdev -iname '*dateline*' -not -path './home/*' -not -path './proc/*' -not -path './tmp/*'; grep -rl dateline usr/share/applications usr/share/mime 2>/dev/null || true) | sort; }

debootstrap --variant=minbase "${TRY_DEB_SUITE:-bookworm}" "$root" >"$work/log" || { tail "$work/log" >&2; fail "no clean system"; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
cp "$deb" "$root/tmp/dateline.deb"
inside apt-get update -qq
inside dpkg-query --show --showformat '${Package}\n' | sort >"$work/before"
inside apt-get install -y -qq --no-install-recommends /tmp/dateline.deb >"$work/log" 2>&1 || { tail "$work/log" >&2; fail "it cannot be installed"; }
inside dpkg-query --show --showformat '${Package}\n' | sort >"$work/after"
echo "installed with $(comm -13 "$work/before" "$work/after" | wc -l) packages"
inside useradd --create-home reader

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -ac 3>"$work/display" 2>/dev/null &
server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_reader() { inside setpriv --reuid reader --regid reader --clear-groups env HOME=/home/reader DISPLAY=":$(cat "$work/display")" LIBGL_ALWAYS_SOFTWARE=1 "$@"; }
as_reader dateline --version
as_reader timeout 120 dateline --size 1280x800 --screenshot /home/reader/window.png --exit-after-frames 5 || fail "the window does not open"
bash "$here/looks-drawn.sh" "$root/home/reader/window.png"
[ -z "${DATELINE_KEEP:-}" ] || cp "$root/home/reader/window.png" "$DATELINE_KEEP"
[ -n "$(traces)" ] || fail "the search for traces finds nothing where the package is"

inside apt-get purge -y -qq dateline >"$work/log" 2>&1 || { tail "$work/log" >&2; fail "it cannot be removed"; }
[ -z "$(traces)" ] || fail "traces are left: $(traces)"
echo "removed without a trace"
