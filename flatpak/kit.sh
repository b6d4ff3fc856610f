#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a folder for a USB stick that installs ziping on a PC without a network:
#
#     kit.sh OUT KIT      OUT: where the runtime and the program are made (kept for the next time)
#                         KIT: the folder for the stick
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=flatpak/names.sh
. "$here/names.sh"

[ $# = 2 ] || { say "usage: kit.sh OUT KIT"; exit 2; }
mkdir -p "$1" "$2"
out=$(cd "$1" && pwd)
kit=$(cd "$2" && pwd)

# The runtime is kept as long as it is the one that runtime.sh would make.
recipe=$(cksum <"$here/runtime.sh")
if [ "$(cat "$out/runtime-recipe" 2>/dev/null)" != "$recipe" ]; then
  sh "$here/runtime.sh" "$out"
  printf '%s\n' "$recipe" >"$out/runtime-recipe"
fi
sh "$here/app.sh" "$out"

say "kit: packing the program and the runtime"
flatpak build-bundle --arch="$ARCH" "$out/repo" "$kit/ziping-$ARCH.flatpak" $APP $APP_BRANCH
flatpak build-bundle --arch="$ARCH" --runtime "$out/repo" "$kit/ziping-runtime-$ARCH.flatpak" \
  $RUNTIME $RUNTIME_BRANCH
cp "$here/kit/install.sh" "$here/kit/remove.sh" "$here/kit/安装说明.txt" "$kit/"
(cd "$kit" && sha256sum -- *.flatpak install.sh remove.sh >SHA256SUMS)
say "kit: $kit"
