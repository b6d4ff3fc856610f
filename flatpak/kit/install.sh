#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 在不联网的电脑上安装或升级“绩效自评”。 Installs or upgrades ziping without a network.
#
#     sh install.sh             只给当前用户安装 (for this user)
#     sh install.sh --system    给本机所有用户安装，需要管理员 (for everybody; needs the administrator)
#
# 退出码 exit status: 2 用法 usage, 3 没有 flatpak, 4 架构不符 other processor, 5 文件损坏 damaged, 6 安装失败 failed
set -eu

cd "$(dirname "$0")"
LC_ALL=C.UTF-8
export LC_ALL

app=io.github.ziping.Ziping
runtime=io.github.ziping.Platform

# stop STATUS CHINESE ENGLISH
stop ()
{
  printf '%s\n%s\n' "$2" "$3" >&2
  exit "$1"
}

case ${1:-} in
  '') scope=--user ;;
  --system) scope=--system ;;
  *) stop 2 "用法：sh install.sh [--system]" "usage: sh install.sh [--system]" ;;
esac

command -v flatpak >/dev/null 2>&1 ||
  stop 3 "本机没有 flatpak，请管理员先安装。" "flatpak is not installed here; ask the administrator for it."
arch=$(flatpak --default-arch)
[ -f "ziping-$arch.flatpak" ] && [ -f "ziping-runtime-$arch.flatpak" ] ||
  stop 4 "本机处理器是 $arch，这个安装盘里没有适用的文件。" "This PC has a processor $arch; nothing here is made for it."
# Both bundles must be among the sums, and every sum must be right.
{
  grep -q "  ziping-$arch.flatpak\$" SHA256SUMS && grep -q "  ziping-runtime-$arch.flatpak\$" SHA256SUMS &&
    sha256sum -c --quiet SHA256SUMS
} >/dev/null 2>&1 ||
  stop 5 "安装盘里的文件已损坏，请重新拷贝。" "Files of this kit are damaged; copy them again."

commit_of ()
{
  flatpak info "$scope" -c "$1" 2>/dev/null || echo none
}

# put FILE REF NAME: installs or upgrades. Flatpak calls it an error when the very same is there already,
# and says so in its last line.
put ()
{
  before=$(commit_of "$2")
  log=$(mktemp)
  status=0
  flatpak install "$scope" -y --noninteractive --bundle "$1" >"$log" 2>&1 || status=$?
  last=$(tail -n 1 "$log")
  if [ $status != 0 ] && { [ "$before" = none ] || [ "${last%already installed*}" = "$last" ]; }; then
    cat "$log" >&2
    rm -f "$log"
    stop 6 "$3 没有装上，原因见上。" "$2 could not be installed; the reason stands above."
  fi
  rm -f "$log"
  if [ "$before" = none ]; then
    echo "已安装 installed: $3"
  elif [ "$before" = "$(commit_of "$2")" ]; then
    echo "已是这个版本 already this version: $3"
  else
    echo "已升级 upgraded: $3"
  fi
}

put "ziping-runtime-$arch.flatpak" "$runtime" "运行环境"
put "ziping-$arch.flatpak" "$app" "绩效自评"
echo "完成。在程序菜单里找“绩效自评”。 Done: look for 绩效自评 in the menu."
