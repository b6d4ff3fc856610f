#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs the main job: with a display the window, else the worked
# example is checked and exported into out/. May be run again at any time. ZIPING_BUILD and ZIPING_OUT name
# other folders than _build and out.
set -eu

cd "$(dirname "$0")/.."
# The system's own tools first: a Python or meson installed elsewhere may lack modules.
PATH=/usr/bin:/bin:$PATH
export PATH

build=${ZIPING_BUILD:-_build}
out=${ZIPING_OUT:-out}
cli=$build/src/cli/ziping-cli
window=$build/src/app/ziping
schemas=$build/data/gschemas.compiled
template=changsha-2021
example=$out/example.ziping
printed=$out/as-printed.ziping

translation=$build/po/zh_CN/LC_MESSAGES/ziping.mo
ZIPING_LOCALE_DIR=$(realpath -m "$build")/po
export ZIPING_LOCALE_DIR

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
  zh*)
    chinese=yes
    # A bare system knows no locale of China; this one is always there and takes translations too.
    LC_ALL=C.UTF-8
    LANGUAGE=zh_CN
    export LC_ALL LANGUAGE
    ;;
  *) chinese=no ;;
esac

# say ENGLISH CHINESE
say ()
{
  if [ $chinese = yes ]; then
    printf '%s\n' "$2"
  else
    printf '%s\n' "$1"
  fi
}

# Only what runs is compiled; the tests are left to test.sh.
build_programs ()
{
  [ -f "$build/build.ninja" ] || meson setup "$build" || return 1
  targets="${cli#"$build/"} ${translation#"$build/"}"
  targets="$targets ${window#"$build/"} ${schemas#"$build/"}"
  # shellcheck disable=SC2086
  ninja -C "$build" $targets
}

compile ()
{
  log=$(mktemp)
  if ! build_programs >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# make_report FILE DATA
make_report ()
{
  "$cli" new --template $template --force "$1"
  "$cli" fill "$1" "$2"
}

open_window ()
{
  [ -e "$example" ] || make_report "$example" data/examples/reference-corrected.json
  GSETTINGS_SCHEMA_DIR=$(realpath "${schemas%/*}")
  export GSETTINGS_SCHEMA_DIR
  say "Opening the window with $example." "打开窗口：$example。"
  exec "$window" "$example"
}

# The summary and the first findings, which blank lines part.
show_start ()
{
  awk -v RS= 'NR <= 5 { print $0 "\n" }' "$1" | sed 's/^/  /'
}

# Findings are what this is about, so exit status 1 is no failure here.
show_printed ()
{
  make_report "$printed" data/examples/reference-printed.json
  say "The same report as it was first printed, with its slips. What the check says first:" \
    "同一份报告最初印出的样子（含笔误）。检查首先指出："
  "$cli" check "$printed" >"$out/as-printed-check.txt" || [ $? = 1 ]
  show_start "$out/as-printed-check.txt"
  say "All of it: $out/as-printed-check.txt" "全部结果见 $out/as-printed-check.txt"
}

export_example ()
{
  make_report "$example" data/examples/reference-corrected.json
  say "The worked example, corrected, is in $example. Checking it:" \
    "更正后的示例报告在 $example。检查结果："
  "$cli" check "$example" >"$out/example-check.txt"
  show_start "$out/example-check.txt"
  written=$("$cli" export "$example" --to "$out" --format docx,pdf,xlsx,ofd,txt --force)
  say "Written:" "已写出："
  printf '%s\n' "$written" | while read -r path; do
    printf '  %s (%s)\n' "$path" "$(du -h --apparent-size "$path" | cut -f1)"
  done
}

sh build-aux/setup.sh
mkdir -p "$out"
say "Building." "正在编译。"
compile

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x "$window" ]; then
  open_window
fi

show_printed
echo
export_example
echo
say "Done. Next: $cli --help, or README.md." "完成。下一步：$cli --help，或看 README.zh_CN.md。"
