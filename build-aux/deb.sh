#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a Debian package of this tree for this system, for offices that do not use Flatpak:
#
#     deb.sh OUT      OUT: the folder that gets ziping_VERSION_ARCH.deb
set -eu

cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: deb.sh OUT" >&2; exit 2; }
for tool in dpkg-buildpackage dh; do
  command -v $tool >/dev/null 2>&1 ||
    { echo "deb: $tool is not installed; install the packages dpkg-dev and debhelper" >&2; exit 2; }
done
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The build leaves files all over the tree, so it works on a copy.
mkdir "$work/ziping"
tar -c --exclude=./.git --exclude='./_build*' --exclude=./out . | tar -x -C "$work/ziping"
# The typefaces of official documents, which setup.sh has fetched, travel with the program.
for folder in /usr/local/share/ziping/fonts "${XDG_DATA_HOME:-$HOME/.local/share}/ziping/fonts"; do
  [ -d "$folder" ] && cp -a "$folder" "$work/ziping/fonts" && break
done
if ! (cd "$work/ziping" && dpkg-buildpackage -b -us -uc) >"$work/log" 2>&1; then
  tail -n 30 "$work/log" >&2
  exit 1
fi
for file in "$work"/ziping_*.deb; do
  cp "$file" "$out/"
  printf '%s\n' "$out/${file##*/}"
done
