#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A key press in a table of 500 rows, until the new total is on the screen:
#
#     big-table.sh BUILD
set -eu

build=$(cd "${1:?usage: big-table.sh BUILD}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export HOME="$work" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config"
export GSETTINGS_SCHEMA_DIR="$build/data" GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8
export GDK_BACKEND=x11 ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0 GTK_A11Y=test

make_report ()
{
  python3 - "$2" >"$work/data.json" <<'END'
import json
import sys
rows = [{"level1": "产出指标", "level2": "数量指标", "name": f"指标{i}", "operator": "≥", "target": str(100 + i),
         "actual": str(101 + i), "weight": "0.1"} for i in range(int(sys.argv[1]))]
print(json.dumps({"indicators": rows}))
END
  "$build/src/cli/ziping-cli" new --template changsha-2021 "$work/$1.ziping"
  "$build/src/cli/ziping-cli" fill "$work/$1.ziping" "$here/../data/examples/full.json"
  "$build/src/cli/ziping-cli" fill "$work/$1.ziping" "$work/data.json"
  cp "$work/$1.ziping" "$work/$1-2.ziping"
}

make_report big 500
make_report small 20
sh "$here/../tests/app/headless.sh" "$build/bench/bench-big-table" "$work/big.ziping" "$work/small.ziping" \
  "$work/big-2.ziping" "$work/small-2.ziping" >"$work/out" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
sed -n '/cpu ms/,$p' "$work/out"
