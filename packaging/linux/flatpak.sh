#!/usr/bin/env bash
# Builds the Flatpak into a bundle: `flatpak.sh FOLDER`. Needs flatpak-builder, and Flathub for the runtime.
set -euo pipefail
mkdir -p "${1:?usage: flatpak.sh FOLDER}"
folder=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=target/flatpak
mkdir -p "$work"
cargo vendor --locked "$work/vendor" >/dev/null
bash packaging/icons.sh "$work/icons"
flatpak-builder --user --install-deps-from=flathub --force-clean --repo="$work/repo" "$work/build" packaging/linux/org.dateline.Dateline.yml
bundle=$folder/dateline-$(bash packaging/version.sh)-$(uname -m).flatpak
flatpak build-bundle "$work/repo" "$bundle" org.dateline.Dateline
echo "$bundle"
