#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles ziping with this system's compiler and puts it into the repository OUT/repo, to run on the
# runtime that runtime.sh made. This system must be the Debian release that the runtime is made of.
#
#     app.sh OUT
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=flatpak/names.sh
. "$here/names.sh"

[ $# = 1 ] || { say "usage: app.sh OUT"; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
source=$here/..
build=$out/app-build
tree=$out/app-tree

compile ()
{
  if [ ! -f "$build/build.ninja" ]; then
    run_quietly "$out/app-setup.log" meson setup "$build" "$source" \
      --prefix=/app --libdir=lib --buildtype=release --strip -Dtests=false
  fi
  run_quietly "$out/app-compile.log" ninja -C "$build"
}

# "flatpak build-init" wants the SDK installed; what it makes is simple enough.
make_tree ()
{
  rm -rf "$tree" "$out/app-stage"
  mkdir -p "$tree/files" "$tree/var/tmp"
  ln -s /run "$tree/var/run"
  cat >"$tree/metadata" <<END
[Application]
name=$APP
runtime=$RUNTIME/$ARCH/$RUNTIME_BRANCH
sdk=$SDK/$ARCH/$RUNTIME_BRANCH
END
  DESTDIR=$out/app-stage run_quietly "$out/app-install.log" meson install -C "$build" --no-rebuild
  cp -a "$out/app-stage/app/." "$tree/files/"
  rm -rf "$out/app-stage"
  glib-compile-schemas "$tree/files/share/glib-2.0/schemas"
}

# The typefaces of official documents, which setup.sh has fetched, travel with the program.
add_fonts ()
{
  for folder in /usr/local/share/ziping/fonts "${XDG_DATA_HOME:-$HOME/.local/share}/ziping/fonts"; do
    [ -d "$folder" ] || continue
    mkdir -p "$tree/files/share/ziping/fonts"
    cp -a "$folder/." "$tree/files/share/ziping/fonts/"
    return
  done
  say "app: the typefaces are not here (build-aux/setup.sh fetches them); going on without"
}

# So that a software centre lists the program.
add_catalogue ()
{
  command -v appstream-compose >/dev/null 2>&1 || return 0
  XDG_DATA_DIRS=/usr/share run_quietly "$out/app-compose.log" appstream-compose \
    --prefix="$tree/files" --origin=flatpak --basename=$APP \
    --output-dir="$tree/files/share/app-info/xmls" \
    --icons-dir="$tree/files/share/app-info/icons/flatpak" $APP ||
    say "app: without an entry for software centres"
}

say "app: compiling"
compile
make_tree
add_fonts
add_catalogue
say "app: putting it into $out/repo"
# A window, and nothing else: no network, no files but those that the user chooses.
run_quietly "$out/app-finish.log" flatpak build-finish "$tree" --command=ziping \
  --socket=wayland --socket=fallback-x11 --share=ipc
run_quietly "$out/app-export.log" flatpak build-export --disable-sandbox --update-appstream \
  "$out/repo" "$tree" $APP_BRANCH
