#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the offline kit, installs it for a user that has nothing, and works with it in the sandbox.
#
#     test.sh [FOLDER]     FOLDER keeps the runtime, so that the next run takes seconds
#
# Prints TAP; the exit status is 0 passed, 1 failed, 77 this system cannot run it (and why).
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
count=0
failed=0
display_server=''

keep=${1:-}
out=${keep:-$(mktemp -d)}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)

finish ()
{
  [ -z "$display_server" ] || kill "$display_server" 2>/dev/null
  rm -rf "$work"
  [ -n "$keep" ] || rm -rf "$out"
  echo "1..$count"
  exit "${1:-$((failed > 0))}"
}

cannot ()
{
  echo "1..0 # SKIP $1"
  finish 77 >/dev/null
}

# expect NAME COMMAND...: one test.
expect ()
{
  local name=$1 word='ok'
  shift
  count=$((count + 1))
  if ! "$@" >"$work/log" 2>&1; then
    word='not ok'
    failed=$((failed + 1))
    tail -n 15 "$work/log" | sed 's/^/# /'
  fi
  echo "$word $count $name"
  [ "$word" = ok ]
}

for tool in flatpak ostree bwrap apt-get dpkg-deb meson ninja localedef xvfb-run dbus-run-session; do
  command -v $tool >/dev/null || cannot "$tool is not installed"
done
refusal=$(bwrap --unshare-user-try --unshare-pid --unshare-net --unshare-ipc --ro-bind / / \
  --proc /proc --dev /dev true 2>&1) || cannot "no namespaces here: ${refusal%%$'\n'*}"
[ "$(df -Pm "$out" | awk 'NR == 2 { print $4 }')" -ge 1500 ] || cannot "less than 1.5 GB are free"
apt-cache show libgtk-4-1 >/dev/null 2>&1 || cannot "no lists of packages (apt-get update)"

# A user who has nothing: own home, no session of the caller.
# shellcheck source=flatpak/names.sh
. "$here/names.sh"
export HOME=$work/home LC_ALL=C.UTF-8
mkdir -p "$HOME"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_STATE_HOME
export XDG_RUNTIME_DIR=/run/user/$(id -u)
if ! mkdir -p -m 700 "$XDG_RUNTIME_DIR" 2>/dev/null || [ ! -w "$XDG_RUNTIME_DIR" ]; then
  export XDG_RUNTIME_DIR=$work/run
  mkdir -m 700 "$XDG_RUNTIME_DIR"
fi

# with_bus COMMAND...: flatpak asks the system bus for parental controls; where there is none, the
# session bus answers that there are none.
with_bus ()
{
  dbus-run-session -- sh -c '
    [ -S /run/dbus/system_bus_socket ] || export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
    exec "$@"' sh "$@"
}

in_sandbox ()
{
  with_bus flatpak run --user --filesystem="$work/reports" --command=ziping-cli $APP "$@"
}

fails ()
{
  ! "$@"
}

no_network_remote ()
{
  fails sh -c 'flatpak remotes --user --columns=url | grep -E "^https?:"'
}

least_privilege ()
{
  local permissions
  permissions=$(flatpak info --user --show-permissions $APP) || return 1
  echo "$permissions"
  fails grep -qE 'filesystems|network|bus|devices=all' <<<"$permissions"
}

main_job ()
{
  local folder=$work/reports
  in_sandbox new --template changsha-2021 --force "$folder/r.ziping" &&
    in_sandbox fill "$folder/r.ziping" "$folder/data.json" &&
    in_sandbox check "$folder/r.ziping" &&
    in_sandbox export "$folder/r.ziping" --to "$folder" --format docx,pdf,xlsx --force &&
    [ -s "$folder/r.docx" ] && [ -s "$folder/r.pdf" ] && [ -s "$folder/r.xlsx" ]
}

# The window opens a report and is told to close; a warning of a library fails.
window ()
{
  local status=0
  GSK_RENDERER=cairo timeout 60 xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- sh -c '
    flatpak run --user --filesystem="$1" "$2" "$1/r.ziping" &
    for pause in 1 1 1 1 1 1 1 1 1 1; do
      sleep $pause
      [ -n "$(xdotool search --onlyvisible --name . 2>/dev/null)" ] && shown=yes && break
    done
    flatpak kill "$2"
    wait
    [ "${shown:-no}" = yes ]' sh "$work/reports" $APP || status=$?
  return $status
}

expect 'kit' sh "$here/kit.sh" "$out" "$work/kit" || finish
expect 'kit/a damaged file is noticed' fails sh -c "
  cp -r '$work/kit' '$work/damaged' && echo x >>'$work/damaged/ziping-$ARCH.flatpak' &&
  sh '$work/damaged/install.sh'"
rm -rf "$work/damaged"
expect 'install/empty home' with_bus sh "$work/kit/install.sh" || finish
expect 'install/again changes nothing' with_bus sh "$work/kit/install.sh"
expect 'install/no remote on a network' no_network_remote
expect 'sandbox/least privilege' least_privilege
expect 'sandbox/version' in_sandbox --version
mkdir -p "$work/reports"
cp "$root/data/examples/reference-corrected.json" "$work/reports/data.json"
expect 'sandbox/main job' main_job
expect 'sandbox/files of the host are hidden' fails \
  with_bus flatpak run --user --command=ziping-cli $APP check "$work/reports/r.ziping"
expect 'sandbox/window' window
expect 'remove' with_bus sh "$work/kit/remove.sh"
expect 'remove/nothing is left' fails flatpak info --user $APP
finish
