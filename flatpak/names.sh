# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder agree on. Read with "."; the caller has set "set -eu".

APP=io.github.ziping.Ziping
RUNTIME=io.github.ziping.Platform
SDK=io.github.ziping.Sdk
# The branch of the runtime is the Debian release that it is made of.
RUNTIME_BRANCH=12
APP_BRANCH=stable
ARCH=$(flatpak --default-arch)

say ()
{
  printf '%s\n' "$*" >&2
}

# run_quietly LOG COMMAND...: shows what the command said only when it fails.
run_quietly ()
{
  log=$1
  shift
  "$@" >"$log" 2>&1 && return 0
  say "failed: $*"
  tail -n 20 "$log" >&2
  return 1
}
