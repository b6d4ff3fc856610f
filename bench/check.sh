#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# All checks of the worked example against a process that only opens the report and computes it.
#
#   sh bench/check.sh [BUILD [ROUNDS]]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-_build}" && pwd)
rounds=${2:-21}
cli=$build/src/cli/ziping-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for example in full reference-printed; do
  "$cli" new --template changsha-2021 "$work/$example.ziping"
  "$cli" fill "$work/$example.ziping" "$here/../data/examples/$example.json"
  echo "ziping-cli check, data/examples/$example.json"
  /usr/bin/python3 "$here/rounds.py" --rounds "$rounds" \
    "check=$cli check $work/$example.ziping" \
    "open and compute=$build/bench/bench-floor-check $work/$example.ziping"
done
