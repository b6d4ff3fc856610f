#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The texts for people in the sources:
#     extract-texts.sh --list    the sources that have any, as they stand in po/POTFILES
#     extract-texts.sh FILE      the texts themselves, as a template for translations
set -eu

cd "$(dirname "$0")/.."

list_code ()
{
  grep -rlE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|ngettext) ?\("' src --include='*.[ch]' | LC_ALL=C sort
}

list_interfaces ()
{
  grep -rl 'translatable="yes"' src --include='*.ui' | LC_ALL=C sort
}

if [ "${1:-}" = --list ]; then
  { list_code && list_interfaces; } | LC_ALL=C sort
  exit
fi

list_code | xgettext --files-from=- --output="$1" --from-code=UTF-8 --language=C \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --add-comments=Translators \
  --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=ngettext:1:pass-c-format \
  --flag=ngettext:2:pass-c-format --flag=g_set_error:4:c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_append_printf:2:c-format --flag=g_prefix_error:2:c-format \
  --package-name=ziping --sort-by-file
list_interfaces | xgettext --files-from=- --output="$1" --join-existing --from-code=UTF-8 \
  --language=Glade --package-name=ziping --sort-by-file 2>"$1.log" || { cat "$1.log" >&2; exit 1; }
# Where GTK's own rules for such files are not installed, gettext says that it takes its own.
rm -f "$1.log"
# The time of extraction would change every translation each time.
sed -i '/^"POT-Creation-Date:/d' "$1"
