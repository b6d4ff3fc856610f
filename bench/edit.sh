#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One edit with its checks in sheets of 500, 5,000 and 50,000 formulas against one edit in HyperFormula.
#
#   sh bench/edit.sh [BUILD [ROUNDS]]
#
# HyperFormula is fetched into a temporary folder with npm unless NODE_PATH names a folder that has it;
# without node, npm or a network the comparison is left out and only ours is shown.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-_build}" && pwd)
rounds=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has_peer ()
{
  node -e "require('hyperformula')" 2>/dev/null
}

fetch_peer ()
{
  export NODE_PATH="$work/node_modules"
  npm install --silent --no-audit --no-fund --prefix "$work" hyperformula@3 >/dev/null 2>&1 && has_peer
}

peer=yes
if ! has_peer && ! fetch_peer; then
  echo "left out: HyperFormula cannot be had here (needs node, npm and a network)"
  peer=no
fi

for formulas in 500 5000 50000; do
  sheet=$work/$formulas.json
  python3 "$here/sheet.py" $formulas >"$sheet"
  echo "one edit with its checks, $formulas formulas"
  set -- "ziping=$build/bench/bench-engine $sheet"
  [ $peer = no ] || set -- "$@" "HyperFormula=node $here/hyperformula.js $sheet"
  /usr/bin/python3 "$here/rounds.py" --rounds "$rounds" --figure edit_us --figure p95_us --figure build_ms "$@"
done
