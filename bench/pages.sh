#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Layout and PDF of the worked example, the preview after an edit, and the sizes of its files:
#
#     pages.sh BUILD
set -eu

[ $# = 1 ] || { echo "usage: pages.sh BUILD" >&2; exit 2; }
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
cli=$build/src/cli/ziping-cli
ninja -C "$build" bench/bench-pages src/cli/ziping-cli >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cli" new --template changsha-2021 "$work/example.ziping"
"$cli" fill "$work/example.ziping" data/examples/full.json >/dev/null
"$build/bench/bench-pages" "$work/example.ziping"
"$cli" export "$work/example.ziping" --to "$work" --format docx,pdf,ofd,xlsx >/dev/null 2>&1
for format in docx pdf ofd xlsx; do
  printf '%s %s kB\n' "$format" "$(($(wc -c <"$work/example.$format") / 1000))"
done
