#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What it costs to start with the worked example, beside an empty window and other programs:
#
#     window.sh BUILD [ROUNDS]
set -eu

build=$(cd "${1:?usage: window.sh BUILD [ROUNDS]}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
rounds=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export HOME="$work" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config"
export GSETTINGS_SCHEMA_DIR="$build/data" GSETTINGS_BACKEND=memory
# All are drawn by the processor; most get OpenGL ready nevertheless.
export GDK_BACKEND=x11 GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1
export ZIPING_LOCALE_DIR="$build/po"
# As its users run it, where the machine can.
! locale -a | grep -qi '^zh_CN\.utf-*8$' || export LC_ALL=zh_CN.UTF-8
"$build/src/cli/ziping-cli" new --template changsha-2021 "$work/example.ziping"
"$build/src/cli/ziping-cli" fill "$work/example.ziping" "$here/../data/examples/full.json"

empty=$build/bench/bench-empty-window
set -- "empty window=$empty" "the same, no OpenGL=env GDK_DEBUG=gl-disable GDK_DISABLE=gl,vulkan $empty" \
  "ziping=$build/src/app/ziping $work/example.ziping"
for other in gnome-text-editor gnome-calculator; do
  ! command -v $other >/dev/null 2>&1 || set -- "$@" "$other=$other"
done
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- \
  python3 "$here/window.py" "$rounds" "$@" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
