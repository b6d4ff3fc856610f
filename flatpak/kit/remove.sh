#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 卸载“绩效自评”；报告文件不受影响。 Removes ziping; reports stay where they are.
#
#     sh remove.sh [--system] [--with-settings]    --with-settings: 连同设置和自备表样一起删除
set -eu

scope=--user
data=''
for word in "$@"; do
  case $word in
    --system) scope=--system ;;
    --with-settings) data=--delete-data ;;
    *)
      echo "用法 usage: sh remove.sh [--system] [--with-settings]" >&2
      exit 2
      ;;
  esac
done

for ref in io.github.ziping.Ziping io.github.ziping.Platform; do
  if flatpak info $scope $ref >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    flatpak uninstall $scope -y --noninteractive $data $ref
  fi
done
echo "已卸载 removed"
