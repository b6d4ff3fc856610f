#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the offline kit, installs it for a user that has nothing, and works with it in the sandbox.
#
#     test.sh [FOLDER [SHOTS]]     FOLDER keeps the runtime, so that the next run is faster
#                                  SHOTS gets pictures of the window and of the desktop's dialogs
#
# Prints TAP; the exit status is 0 passed, 1 failed, 77 this system cannot run it (and why).
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
# shellcheck source=tests/lib/tap.sh
. "$root/tests/lib/tap.sh"
shots=${2:-}
keep=${1:-}
out=${keep:-$(mktemp -d)}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
portal=there

clean_up ()
{
  [ "$portal" = there ] || fusermount3 -u -z "$XDG_RUNTIME_DIR/doc" 2>/dev/null
  rm -rf "$work"
  [ -n "$keep" ] || rm -rf "$out"
}
trap clean_up EXIT

for tool in flatpak ostree bwrap apt-get dpkg-deb meson ninja localedef xvfb-run dbus-run-session; do
  command -v $tool >/dev/null || tap_skip "$tool is not installed"
done
refusal=$(bwrap --unshare-user-try --unshare-pid --unshare-net --unshare-ipc --ro-bind / / \
  --proc /proc --dev /dev true 2>&1) || tap_skip "no namespaces here: ${refusal%%$'\n'*}"
[ "$(df -Pm "$out" | awk 'NR == 2 { print $4 }')" -ge 2000 ] || tap_skip "less than 2 GB are free"
apt-cache show libgtk-4-1 >/dev/null 2>&1 || tap_skip "no lists of packages (apt-get update)"

# A user who has nothing: own home, no session of the caller.
# shellcheck source=flatpak/names.sh
. "$here/names.sh"
export HOME=$work/home LC_ALL=C.UTF-8
mkdir -p "$HOME" "$work/reports"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GTK_A11Y GTK_USE_PORTAL ADW_DISABLE_PORTAL G_DEBUG
unset GDK_BACKEND GDK_DEBUG GSETTINGS_BACKEND GSETTINGS_SCHEMA_DIR XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME
unset MALLOC_CHECK_ MALLOC_PERTURB_
export XDG_RUNTIME_DIR=/run/user/$(id -u)
if ! mkdir -p -m 700 "$XDG_RUNTIME_DIR" 2>/dev/null || [ ! -w "$XDG_RUNTIME_DIR" ]; then
  export XDG_RUNTIME_DIR=$work/run
  mkdir -m 700 "$XDG_RUNTIME_DIR"
fi
# The documents of a session that this user has open are left alone.
mountpoint -q "$XDG_RUNTIME_DIR/doc" || portal=none
user_data=$HOME/.var/app/$APP/data/ziping
reports=$work/reports

# with_bus COMMAND...: flatpak asks the system bus for parental controls; where there is none, the
# session bus answers that there are none.
with_bus ()
{
  dbus-run-session -- sh -c '
    [ -S /run/dbus/system_bus_socket ] || export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
    exec "$@"' sh "$@"
}

# sandboxed COMMAND ARGUMENT...: with the permissions that every user has, and no more.
sandboxed ()
{
  local command=$1
  shift
  with_bus flatpak run --user --command="$command" $APP "$@"
}

# with_folder ARGUMENT...: ziping-cli, to which the folder of reports is given.
with_folder ()
{
  with_bus flatpak run --user --filesystem="$reports" --command=ziping-cli $APP "$@"
}

# The kit from a folder with a space and Chinese in its name, as USB sticks have.
install_from_stick ()
{
  mkdir -p "$work/U 盘"
  cp -al "$work/kit" "$work/U 盘/安装盘" && with_bus sh "$work/U 盘/安装盘/install.sh" "$@"
}

# A later build in the same kit; the runtime is as it was.
make_upgrade ()
{
  sh "$here/app.sh" "$out" &&
    flatpak build-bundle --arch="$ARCH" "$out/repo" "$work/new.flatpak" $APP $APP_BRANCH &&
    mv "$work/new.flatpak" "$work/kit/ziping-$ARCH.flatpak" &&
    (cd "$work/kit" && sha256sum -- *.flatpak install.sh remove.sh >SHA256SUMS)
}

damaged_kit_is_noticed ()
{
  mkdir "$work/damaged"
  cp "$work/kit/"* "$work/damaged/" && echo x >>"$work/damaged/ziping-$ARCH.flatpak"
  sh "$work/damaged/install.sh"
  local status=$?
  rm -rf "$work/damaged"
  [ $status = 5 ]
}

# Into a folder of this test instead of that of the system; only the administrator may.
system_wide ()
{
  export FLATPAK_SYSTEM_DIR=$work/system
  with_bus sh "$work/kit/install.sh" --system && flatpak info --system $APP &&
    with_bus flatpak run --system --command=ziping-cli $APP --version &&
    with_bus sh "$work/kit/remove.sh" --system && fails flatpak info --system $APP
  local status=$?
  unset FLATPAK_SYSTEM_DIR
  rm -rf "$work/system"
  return $status
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

# Of the interfaces only "lo" is there, and that leads to nobody.
no_network ()
{
  sandboxed sh -c 'while read -r name rest; do
    case $name in lo:* | Inter-* | face*) ;; *:*) echo "$name"; exit 1 ;; esac; done </proc/net/dev'
}

main_job ()
{
  with_folder new --template changsha-2021 --force "$reports/r.ziping" &&
    with_folder fill "$reports/r.ziping" "$reports/data.json" &&
    with_folder check "$reports/r.ziping" &&
    with_folder export "$reports/r.ziping" --to "$reports" --format docx,pdf,xlsx,ofd,txt --force &&
    for format in docx pdf xlsx ofd txt; do [ -s "$reports/r.$format" ] || return 1; done
}

# The five faces of an official document are those of the kit, not what the system has.
official_faces ()
{
  pdffonts "$reports/r.pdf" >"$work/fonts" && cat "$work/fonts" || return 1
  for face in FandolFang FandolKai FandolHei FandolSong-Bold FandolSong-Regular; do
    grep -q "+$face.* yes yes " "$work/fonts" || { echo "$face is missing"; return 1; }
  done
}

input_methods ()
{
  sandboxed sh -c 'set -- /usr/lib/*/gtk-4.0/4.0.0/immodules/libim-*.so; echo "$@"' >"$work/modules"
  grep ibus "$work/modules" && grep fcitx "$work/modules"
}

forwarded_file ()
{
  with_bus flatpak run --user --file-forwarding --command=ziping-cli $APP check @@ "$reports/报告.ziping" @@
  [ $? = 1 ]
}

own_pack ()
{
  mkdir -p "$user_data/templates/our-bureau"
  cp "$root/tests/flatpak/our-bureau/pack.json" "$user_data/templates/our-bureau/" &&
    says our-bureau sandboxed ziping-cli templates
}

# On a display, with the portals of a desktop; each line of it is a test.
window ()
{
  cp "$reports/报告.ziping" "$reports/report.ziping"
  (cd "$reports" && PYTHONDONTWRITEBYTECODE=1 timeout 300 sh "$root/tests/app/headless.sh" \
    /usr/bin/python3 "$root/tests/flatpak/test_sandbox.py" "$reports" ${shots:+"$shots"}) 2>"$work/window-log" |
    while read -r line; do echo "$line"; done >"$work/window"
  grep -q '^ok' "$work/window" || tail -n 15 "$work/window-log" | sed 's/^/# /'
  while read -r line; do
    case $line in
      'ok - '*) result ok "${line#ok - }" ;;
      'not ok - '*) result 'not ok' "${line#not ok - }" ;;
      '#'*) echo "$line" ;;
    esac
  done <"$work/window"
  expect 'window' [ "$(grep -c '^ok - ' "$work/window")" = 7 ]
}

# What the window and its dialogs need beyond flatpak itself.
lacks ()
{
  [ "$portal" = none ] || { echo "this user has a session whose portal is in the way"; return; }
  [ -w /dev/fuse ] || { echo "/dev/fuse cannot be used"; return; }
  [ -x /usr/libexec/xdg-desktop-portal-gtk ] || { echo "xdg-desktop-portal-gtk is not installed"; return; }
  for tool in fusermount3 xdotool xclip pdfinfo; do
    command -v $tool >/dev/null || { echo "$tool is not installed"; return; }
  done
  /usr/bin/python3 -c 'import pyatspi' 2>/dev/null || echo "python3-pyatspi is not installed"
}

expect 'kit' sh "$here/kit.sh" "$out" "$work/kit" || tap_end
expect 'kit/a damaged file is noticed' damaged_kit_is_noticed
expect 'install/empty home, odd path' install_from_stick || tap_end
expect 'install/again changes nothing' says '已是这个版本' with_bus sh "$work/kit/install.sh"
expect 'install/no remote on a network' no_network_remote
if [ "$(id -u)" = 0 ]; then
  expect 'install/for everybody' system_wide
fi
expect 'sandbox/least privilege' least_privilege
expect 'sandbox/no network' no_network
expect 'sandbox/version' sandboxed ziping-cli --version
cp "$root/data/examples/reference-corrected.json" "$reports/data.json"
expect 'sandbox/main job in all formats' main_job
if [ -d /usr/local/share/ziping/fonts ]; then
  expect 'sandbox/official faces' official_faces
fi
expect 'sandbox/input methods' input_methods
expect 'sandbox/files of the host are hidden' fails sandboxed ziping-cli check "$reports/r.ziping"
cp "$root/data/examples/reference-printed.json" "$reports/data.json"
with_folder new --template changsha-2021 "$reports/报告.ziping" >/dev/null 2>&1
with_folder fill "$reports/报告.ziping" "$reports/data.json" >/dev/null 2>&1
expect 'sandbox/own pack' own_pack
lacking=$(lacks)
if [ -z "$lacking" ]; then
  expect 'portal/a file by its name' forwarded_file
  window
else
  result ok "portal # SKIP $lacking"
  result ok "window # SKIP $lacking"
fi
expect 'upgrade' make_upgrade
expect 'upgrade/installs' says '已升级 upgraded: 绩效自评' with_bus sh "$work/kit/install.sh"
expect 'upgrade/packs stay' says our-bureau sandboxed ziping-cli templates
expect 'remove' with_bus sh "$work/kit/remove.sh"
expect 'remove/nothing is left' fails flatpak info --user $APP
expect 'remove/packs stay' [ -e "$user_data/templates/our-bureau/pack.json" ]
tap_end
