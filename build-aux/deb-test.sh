#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package and lives with it on a bare Debian in a folder: installed over an older
# version, used, removed, purged. Needs the administrator, debootstrap, and a mirror of Debian.
#
#     deb-test.sh [FOLDER]     FOLDER keeps the bare system, so that the next run is faster
#
# Prints TAP; the exit status is 0 passed, 1 failed, 77 this system cannot run it (and why).
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
# shellcheck source=tests/lib/tap.sh
. "$root/tests/lib/tap.sh"
keep=${1:-}
work=$(mktemp -d)
bare=${keep:-$work}/bare.tar
system=$work/system
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

clean_up ()
{
  ! mountpoint -q "$system/proc" || umount -l "$system/proc"
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

[ "$(id -u)" = 0 ] || tap_skip "only the administrator can make a system in a folder"
for tool in debootstrap dpkg-buildpackage dh dpkg-deb mountpoint; do
  command -v $tool >/dev/null || tap_skip "$tool is not installed"
done
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(CODENAME) $(SITE)' 'Created-By: Packages' 2>/dev/null |
  awk -v suite="$release" '$1 == suite { print $2; exit }')
[ -n "$mirror" ] || tap_skip "no mirror of $release is known (apt-get update)"
[ "$(df -Pm "$work" | awk 'NR == 2 { print $4 }')" -ge 3000 ] || tap_skip "less than 3 GB are free"

inside ()
{
  chroot "$system" env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# A clerk, who is nobody special.
as_clerk ()
{
  inside setpriv --reuid=4711 --regid=4711 --clear-groups env HOME=/srv/clerk "$@"
}

make_bare ()
{
  [ ! -f "$bare" ] || return 0
  mkdir -p "$(dirname "$bare")"
  debootstrap --variant=minbase --include=ca-certificates "$release" "$work/bare" "$mirror" &&
    tar -C "$work/bare" -cf "$bare.part" . && mv "$bare.part" "$bare" && rm -rf "$work/bare"
}

make_system ()
{
  make_bare && mkdir -p "$system" && tar -C "$system" -xf "$bare" || return 1
  cp /etc/resolv.conf "$system/etc/" 2>/dev/null
  mount -t proc proc "$system/proc" || return 1
  mkdir -p "$system/srv/clerk" && chown 4711:4711 "$system/srv/clerk"
  inside apt-get -q -y update
}

# The same files under a lower version.
make_older ()
{
  dpkg-deb -R "$package" "$work/older" &&
    sed -i 's/^Version: .*/Version: 0.0.9/' "$work/older/DEBIAN/control" &&
    dpkg-deb -b "$work/older" "$system/older.deb"
}

# A bare system has no Chinese typeface; the PC of an office has.
install_file ()
{
  inside apt-get -q -y install --no-install-recommends "$1" fonts-wqy-microhei
}

version_is ()
{
  says "$1" inside dpkg-query -W -f '${Version}' ziping
}

main_job ()
{
  cp "$root/data/examples/reference-corrected.json" "$system/srv/clerk/data.json"
  as_clerk ziping-cli new --template changsha-2021 /srv/clerk/r.ziping &&
    as_clerk ziping-cli fill /srv/clerk/r.ziping /srv/clerk/data.json &&
    as_clerk ziping-cli check /srv/clerk/r.ziping &&
    as_clerk ziping-cli export /srv/clerk/r.ziping --to /srv/clerk --format docx,pdf,xlsx,ofd,txt &&
    for format in docx pdf xlsx ofd txt; do [ -s "$system/srv/clerk/r.$format" ] || return 1; done
}

# On a display of this system, which the other one reaches over its socket without a file.
window ()
{
  xvfb-run -a -s '-screen 0 1366x768x24' sh -c '
    install -m 644 "$XAUTHORITY" "$1/srv/clerk/authority"
    chroot "$1" setpriv --reuid=4711 --regid=4711 --clear-groups env -i PATH=/usr/bin HOME=/srv/clerk \
      LC_ALL=C.UTF-8 LANGUAGE=zh_CN DISPLAY="$DISPLAY" XAUTHORITY=/srv/clerk/authority \
      ziping /srv/clerk/r.ziping &
    for pause in 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1; do
      sleep $pause
      [ -n "$(xdotool search --onlyvisible --name . 2>/dev/null)" ] && shown=yes && break
    done
    sleep 2
    [ -z "$2" ] || import -window root "$2/deb-window.png"
    kill $!
    wait
    [ "${shown:-no}" = yes ]' sh "$system" "$keep"
}

# As the triggers of other packages leave the system.
known_to_the_system ()
{
  [ -e "$system/usr/share/applications/io.github.ziping.Ziping.desktop" ] &&
    grep -q 'vnd.ziping' "$system/usr/share/mime/globs2" &&
    grep -q 'io.github.ziping.Ziping' "$system/usr/share/glib-2.0/schemas/gschemas.compiled" &&
    [ -e "$system/usr/share/man/man1/ziping-cli.1.gz" ]
}

# No file of that name, and no mention in what the system makes of such files.
nothing_left ()
{
  local left
  left=$(find "$system/etc" "$system/usr" "$system/var" "$system/opt" -iname '*ziping*' ! -path '*/cache/apt/*'
    grep -rl ziping "$system/usr/share/mime" "$system/usr/share/glib-2.0" "$system/usr/share/applications" \
      "$system/usr/share/icons/hicolor" "$system/etc" 2>/dev/null)
  echo "$left"
  [ -z "$left" ] && fails inside dpkg-query -W ziping
}

expect 'package' sh "$here/deb.sh" "$work/out" || tap_end
package=$(echo "$work"/out/ziping_*.deb)
if command -v lintian >/dev/null; then
  expect 'package/lintian finds no error' lintian --fail-on error "$package"
else
  result ok 'package/lintian finds no error # SKIP lintian is not installed'
fi
expect 'bare system' make_system || tap_end
expect 'older version' make_older && cp "$package" "$system/new.deb" || tap_end
expect 'installs' install_file /older.deb || tap_end
expect 'upgrades' install_file /new.deb
expect 'upgrades/version' version_is "$(dpkg-deb -f "$package" Version)"
expect 'known to the system' known_to_the_system
expect 'main job' main_job
if command -v xvfb-run >/dev/null && command -v xdotool >/dev/null; then
  expect 'window' window
else
  result ok 'window # SKIP xvfb or xdotool is not installed'
fi
expect 'removes' inside apt-get -q -y remove ziping
expect 'removes/nothing is left' nothing_left
expect 'installs again' install_file /new.deb
expect 'purges' inside apt-get -q -y purge ziping
expect 'purges/nothing is left' nothing_left
expect 'purges/reports stay' [ -s "$system/srv/clerk/r.ziping" ]
tap_end
