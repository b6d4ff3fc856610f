#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a Flatpak runtime of the Debian packages that ziping needs and nothing else, and puts it into
# the repository OUT/repo. Installs nothing on this system.
#
#     runtime.sh OUT
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=flatpak/names.sh
. "$here/names.sh"

[ $# = 1 ] || { say "usage: runtime.sh OUT"; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
root=$out/runtime-root
packages_folder=$out/runtime-packages

# What the program links, what GTK loads by itself, the input methods of Chinese desktops (without
# theirs nobody types Chinese under X11), and a Chinese typeface for a PC that has none.
packages="
  libc6 libc-bin dash tzdata
  libgtk-4-1 libgtk-4-common libadwaita-1-0
  libxlsxwriter4 libxml2 libzip4 libharfbuzz-subset0 libcairo2 libfontconfig1 libgnutls30
  gsettings-desktop-schemas adwaita-icon-theme hicolor-icon-theme shared-mime-info
  librsvg2-common libgdk-pixbuf2.0-bin libglib2.0-bin
  ibus-gtk4 fcitx5-frontend-gtk4
  fontconfig fontconfig-config fonts-wqy-microhei"

# Packages that install or start a system. A sandbox does neither.
left_out="
  adduser base-passwd cdebconf coreutils dbus dbus-bin dbus-daemon dbus-session-bus-common
  dbus-system-bus-common dbus-user-session dconf-gsettings-backend dconf-service debconf debianutils
  dmsetup dpkg gcc-12-base gettext-base hwdata init-system-helpers libapparmor1 libargon2-1 libaudit-common
  libaudit1 libcap-ng0 libcryptsetup12 libdb5.3 libdconf1 libdevmapper1.02.1 libfdisk1 libip4tc2 libjson-c5
  libkmod2 libnss-systemd libpam-modules libpam-modules-bin libpam-runtime libpam0g libpopt0 libproc2-0
  libsemanage-common libsemanage2 libsepol2 libsystemd-shared login mawk mount openssl passwd perl-base
  procps sed sensible-utils systemd tar ucf util-linux"

# Resolved against an empty system, so that the answer does not depend on this one.
download_packages ()
{
  rm -rf "$packages_folder"
  mkdir -p "$packages_folder/partial"
  : >"$out/empty-status"
  # shellcheck disable=SC2086
  run_quietly "$out/download.log" apt-get -q -y --no-install-recommends --download-only \
    -o Dir::State::status="$out/empty-status" -o Dir::Cache::archives="$packages_folder/" \
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root -o Acquire::Retries=3 install $packages
}

# /bin, /sbin and /lib are names for the folders in /usr, as in Debian itself.
make_skeleton ()
{
  rm -rf "$root"
  mkdir -p "$root/etc"
  for folder in bin sbin lib lib64; do
    mkdir -p "$root/usr/$folder"
    ln -s usr/$folder "$root/$folder"
  done
}

unpack_packages ()
{
  for file in "$packages_folder"/*.deb; do
    name=$(dpkg-deb -f "$file" Package)
    case " $(echo $left_out) " in *" $name "*) continue ;; esac
    dpkg-deb --fsys-tarfile "$file" | tar -x -C "$root" --keep-directory-symlink --no-same-owner
    printf '%s %s\n' "$name" "$(dpkg-deb -f "$file" Version)" >>"$root/usr/package-versions"
  done
}

inside ()
{
  bwrap --unshare-all --bind "$root" / --proc /proc --dev /dev --tmpfs /tmp \
    --setenv PATH /usr/bin:/usr/sbin --setenv LANG C.UTF-8 "$@"
}

# What the packages' own scripts would have made when they are installed.
make_caches ()
{
  libraries=/usr/lib/$(cd "$root/usr/lib" && echo *-linux-gnu)
  ln -sf dash "$root/usr/bin/sh"
  ln -sf ../sbin/ldconfig "$root/usr/bin/ldconfig"
  inside "$libraries/glib-2.0/glib-compile-schemas" /usr/share/glib-2.0/schemas
  inside "$libraries/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders" --update-cache
  inside update-mime-database /usr/share/mime
  mkdir -p "$root/usr/lib/locale"
  localedef -i zh_CN -f UTF-8 --no-archive "$root/usr/lib/locale/zh_CN.utf8" || true
}

# Flatpak lays the font caches of the host over /usr/share/fonts, so fonts of the runtime that lie
# there are looked up in the wrong cache and not found.
set_up_fonts ()
{
  mv "$root/usr/share/fonts" "$root/usr/share/runtime-fonts"
  sed -i -e 's|<dir>/usr/share/fonts</dir>|<dir>/usr/share/runtime-fonts</dir>|' \
    -e '/<dir>.usr.local.share.fonts/d' "$root/etc/fonts/fonts.conf"
  cat >"$root/etc/fonts/conf.d/05-host-fonts.conf" <<'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
</fontconfig>
END
  for file in "$root"/usr/share/fontconfig/conf.avail/*.conf; do
    case ${file##*/} in
      10-hinting-slight* | 10-yes-antialias* | [2-9]?-*)
        ln -sf "/usr/share/fontconfig/conf.avail/${file##*/}" "$root/etc/fonts/conf.d/${file##*/}"
        ;;
    esac
  done
  rm -f "$root"/etc/fonts/conf.d/70-yes-bitmaps*.conf
}

# Whoever passes the runtime on must pass on the licences too: those files stay.
trim ()
{
  mv "$root/usr/share/doc" "$root/doc"
  for folder in man info lintian bug menu gtk-doc bash-completion debconf perl5 zsh; do
    rm -rf "$root/usr/share/$folder"
  done
  (cd "$root/doc" && find . -name copyright | while read -r file; do
    install -D -m 644 "$file" "$root/usr/share/doc/$file"
  done)
  rm -rf "$root/doc" "$root"/usr/games "$root"/usr/local "$root"/usr/src \
    "$root"/usr/share/i18n "$root"/usr/lib/systemd "$root"/usr/lib/udev
  find "$root/usr/share/locale" -mindepth 1 -maxdepth 1 ! -name zh_CN ! -name locale.alias \
    -exec rm -rf {} +
  # Flatpak fills these in for each sandbox.
  (cd "$root/etc" && rm -rf ld.so.cache ld.so.conf.d passwd group shadow machine-id resolv.conf hosts \
    localtime init.d default apt dpkg logrotate.d cron*)
  : >"$root/etc/ld.so.conf"
}

export_runtime ()
{
  tree=$out/runtime-tree
  rm -rf "$tree"
  mkdir -p "$tree/files"
  cp -al "$root/usr" "$tree/usr"
  cp -al "$root/etc" "$tree/usr/etc"
  # The runtime has no OpenGL, which would be half of it.
  cat >"$tree/metadata" <<END
[Runtime]
name=$RUNTIME
runtime=$RUNTIME/$ARCH/$RUNTIME_BRANCH
sdk=$SDK/$ARCH/$RUNTIME_BRANCH
END
  [ -d "$out/repo" ] || ostree --repo="$out/repo" init --mode=archive-z2
  run_quietly "$out/export-runtime.log" flatpak build-export --runtime --no-update-summary \
    --disable-sandbox "$out/repo" "$tree" "$RUNTIME_BRANCH"
  ostree --repo="$out/repo" prune --refs-only --depth=0 >/dev/null
  flatpak build-update-repo "$out/repo" >/dev/null
}

say "runtime: downloading packages"
download_packages
say "runtime: unpacking"
make_skeleton
unpack_packages
make_caches
set_up_fonts
trim
say "runtime: putting it into $out/repo"
export_runtime
