#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds ziping and passes all tests: once plainly, once under the address and undefined-behaviour
# sanitizers, and compiles everything with clang. Every warning is an error here. The last line is
# "N passed, N failed", added up over all runs; logs are in _build/meson-logs.
#
#     test.sh        what every change must pass
#     test.sh all    that, and the offline kit in a sandbox and the Debian package on a bare system:
#                    minutes more, and they need namespaces, a mirror of Debian and the administrator
set -u

cd "$(dirname "$0")/.." || exit 2
# The system's own tools first: a Python or meson installed elsewhere may lack modules.
PATH=/usr/bin:/bin:$PATH
export PATH

build=_build
logs=$build/meson-logs
steps=$logs/steps.txt

# step NAME COMMAND...: runs one step and notes whether it passed.
step ()
{
  name=$1
  shift
  printf '== %s\n' "$name"
  if "$@" >"$logs/step.log" 2>&1; then
    printf 'pass %s\n' "$name" >>"$steps"
    return 0
  fi
  cat "$logs/step.log"
  printf 'fail %s\n' "$name" >>"$steps"
  return 1
}

# compile FOLDER OPTION...: configures the folder as told and builds everything in it.
compile ()
{
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" || return 1
  else
    meson setup "$folder" "$@" || return 1
  fi
  ninja -C "$folder" -k 0
}

# run_tests FOLDER LOG OPTION...: runs the tests and keeps their record as LOG.json.
run_tests ()
{
  folder=$1
  log=$2
  shift 2
  meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$log" "$@"
  if [ "$folder" != $build ]; then
    cp "$folder/meson-logs/$log".* $logs/
  fi
}

case ${1:-} in
  '')
    tools='test'
    suites='--no-suite sandbox --no-suite package'
    ;;
  all)
    tools='all'
    suites=''
    ;;
  *)
    echo "usage: test.sh [all]" >&2
    exit 2
    ;;
esac

sh build-aux/setup.sh $tools || exit 2
mkdir -p $logs
rm -f "$steps" $logs/plain.json $logs/sanitized.json

if step 'gcc: everything compiles without a warning' compile $build -Dwerror=true; then
  # Split on purpose: one argument for each word.
  # shellcheck disable=SC2086
  run_tests $build plain $suites
fi
if step 'gcc with sanitizers: everything compiles' \
  compile _build-asan -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1; then
  run_tests _build-asan sanitized --no-suite slow --no-suite style
fi
export CC=clang
step 'clang: everything compiles without a warning' \
  compile _build-clang -Dwerror=true -Doptimization=0
unset CC

python3 build-aux/count-tests.py "$steps" $logs/plain.json $logs/sanitized.json
