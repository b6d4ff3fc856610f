#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building (and, with "test", testing) ziping needs on Debian 12, and the typefaces of
# official documents. Does nothing, and needs no network, where everything is there already.
#
#     setup.sh         what the program and its build need
#     setup.sh test    that, and what the tests need
#     setup.sh all     that, and what the offline kit, the Debian package, typing with an input
#                      method and listening with a screen reader need to be made and tried
set -eu

# libc6-dev is named because gcc only recommends it, and recommendations are not installed; libminizip-dev
# because libxlsxwriter of Debian 13 asks for it without naming it. The last ones are what a window shows:
# typefaces and icons, which newer releases keep as SVG only.
build_packages="
  gcc libc6-dev meson ninja-build pkg-config gettext python3
  libglib2.0-dev libxlsxwriter-dev libminizip-dev libzip-dev libxml2-dev libgnutls28-dev
  libcairo2-dev libharfbuzz-dev libfontconfig-dev libgtk-4-dev libadwaita-1-dev
  fontconfig fonts-noto-cjk adwaita-icon-theme librsvg2-common"

# The sanitizers' libraries come with gcc. LibreOffice recalculates the workbook and opens the
# documents that the tests made; the Python modules make and read the same formats independently.
test_packages="
  clang openssl clang-format-14 libxml2-utils poppler-utils qpdf strace
  desktop-file-utils appstream appstream-util shared-mime-info librsvg2-bin libglib2.0-bin
  xvfb xauth dbus at-spi2-core python3-pyatspi xdotool xclip
  libreoffice-calc-nogui libreoffice-writer-nogui
  python3-openpyxl python3-docx python3-xlsxwriter"

# Flatpak with the portals of a desktop, Debian's tools for packages and for a bare system, an input
# method to type Chinese with, and a screen reader to hear what it says.
kit_packages="
  flatpak flatpak-builder ostree bubblewrap fuse3 xdg-desktop-portal xdg-desktop-portal-gtk locales imagemagick
  dpkg-dev debhelper lintian debootstrap ibus ibus-libpinyin ibus-gtk4 orca"

font_package=texlive-lang-chinese
font_files="FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf
  FandolSong-Bold.otf FandolSong-Regular.otf"
font_source=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
font_licence=usr/share/doc/texlive-doc/fonts/fandol
font_folder=/usr/local/share/ziping/fonts

say ()
{
  printf 'setup: %s\n' "$*" >&2
}

can_be_root ()
{
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >&2
}

# try COMMAND...: up to three times, since mirrors fail now and then.
try ()
{
  for pause in 5 15 0; do
    "$@" && return 0
    sleep "$pause"
  done
  return 1
}

# missing PACKAGE...: prints those that are not installed.
missing ()
{
  installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^.i  *//p')
  for package in "$@"; do
    printf '%s\n' "$installed" | grep -qxF "$package" || printf '%s ' "$package"
  done
}

install_packages ()
{
  absent=$(missing "$@")
  [ -n "$absent" ] || return 0

  if ! can_be_root; then
    say "these packages are missing, and neither root nor sudo is there to install them: $absent"
    return 1
  fi
  say "installing $absent"
  try apt update || say "the package lists could not be renewed; going on with the old ones"
  # Split on purpose: one argument for each package.
  # shellcheck disable=SC2086
  try apt install --no-install-recommends $absent
}

has_fonts ()
{
  for file in $font_files; do
    [ -r "$1/$file" ] || return 1
  done
}

# Copies the files out of the package, which lies in the current folder, to the folder $1.
unpack_fonts ()
{
  dpkg-deb --fsys-tarfile "$font_package"_*.deb |
    tar -x "./$font_source" "./$font_licence" || return 1
  $2 mkdir -p "$1"
  for file in $font_files; do
    $2 install -m 644 "$font_source/$file" "$1/" || return 1
  done
  $2 install -m 644 "$font_licence"/COPYING* "$font_licence"/README* "$1/"
}

# An official document is set in 仿宋, 楷体, 黑体 and 宋体. The Fandol faces are the free ones that
# cover GB 2312 in all of them. Debian has them only inside a package of 49 MB that depends on the
# whole of TeX Live, so the five files are taken out of the package and nothing is installed. They
# stay separate and unchanged, beside their licence (GPL-3 with the font exception).
install_fonts ()
{
  own_folder=${XDG_DATA_HOME:-$HOME/.local/share}/ziping/fonts
  for folder in "$font_folder" "/$font_source" "$own_folder"; do
    ! has_fonts "$folder" || return 0
  done

  target=$font_folder
  runner=as_root
  if ! can_be_root; then
    target=$own_folder
    runner='env'
  fi

  say "fetching the typefaces of official documents into $target"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if ! apt-cache show "$font_package" >/dev/null 2>&1 && can_be_root; then
    try apt update || true
  fi
  (cd "$work" && try apt-get -q -o Acquire::Retries=3 -o APT::Sandbox::User= \
    download "$font_package" >&2 && unpack_fonts "$target" "$runner")
}

# The lists of packages are split into arguments on purpose.
# shellcheck disable=SC2086
if ! command -v dpkg-query >/dev/null 2>&1; then
  say "this is not Debian; install the equivalents of:" $build_packages
  [ -z "${1:-}" ] || say "and for the tests:" $test_packages
  [ "${1:-}" != all ] || say "and for the packages:" $kit_packages
  exit 0
fi

case ${1:-} in
  '') packages=$build_packages ;;
  test) packages="$build_packages $test_packages" ;;
  all) packages="$build_packages $test_packages $kit_packages" ;;
  *)
    say "usage: setup.sh [test|all]"
    exit 2
    ;;
esac

# shellcheck disable=SC2086
install_packages $packages
install_fonts ||
  say "the typefaces could not be fetched; documents will be set in the nearest installed ones"
