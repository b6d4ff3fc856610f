#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes pictures of the main pages, in Chinese and in English, for the documents and for looking at them:
#
#     screenshots.sh BUILD OUT      writes OUT/zh/….png and OUT/en/….png
set -eu

[ $# = 2 ] || { echo "usage: screenshots.sh BUILD OUT" >&2; exit 2; }
cd "$(dirname "$0")/.."
build=$(cd "$1" && pwd)
mkdir -p "$2/zh" "$2/en"
out=$(cd "$2" && pwd)

export G_TEST_SRCDIR="$PWD/tests" ZP_SOURCE_ROOT="$PWD" GSETTINGS_SCHEMA_DIR="$build/data" GSETTINGS_BACKEND=memory
export GDK_BACKEND=x11 ADW_DISABLE_PORTAL=1 GTK_A11Y=test
export LC_ALL=C.UTF-8 PANGO_LANGUAGE=zh-cn TZ=Asia/Shanghai ZIPING_LOCALE_DIR="$build/po"

ninja -C "$build" tests/app/screenshots po/zh_CN/LC_MESSAGES/ziping.mo >/dev/null
for language in zh en; do
  [ $language = zh ] && LANGUAGE=zh_CN || LANGUAGE=en
  export LANGUAGE ZP_TEST_SHOTS="$out/$language"
  sh tests/app/headless.sh "$build/tests/app/screenshots" 2>/dev/null
done
ls "$out"/zh "$out"/en
