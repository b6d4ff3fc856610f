#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings po/ up to date with the sources: POTFILES, then every translation. New and changed texts are
# left empty for a translator; the last line for each language says how many.
set -eu

cd "$(dirname "$0")/.."

{
  echo "# Written by build-aux/update-po.sh: every source with a text for people."
  sh build-aux/extract-texts.sh --list
} >po/POTFILES

template=$(mktemp)
trap 'rm -f "$template"' EXIT
sh build-aux/extract-texts.sh "$template"

grep -v '^#' po/LINGUAS | while read -r language; do
  msgmerge --quiet --update --backup=none --no-wrap --no-fuzzy-matching --add-location=file \
    --lang="$language" "po/$language.po" "$template"
  msgattrib --no-obsolete --no-wrap --add-location=file --output-file="po/$language.po" \
    "po/$language.po"
  printf '%s: ' "$language"
  msgfmt --check --statistics --output-file=/dev/null "po/$language.po" 2>&1
done
