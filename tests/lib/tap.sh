# SPDX-License-Identifier: GPL-3.0-or-later
# Results of a shell script as TAP. Read with "."; $work is a folder of the caller.

count=0
failed=0

# result WORD NAME
result ()
{
  count=$((count + 1))
  [ "$1" = ok ] || failed=$((failed + 1))
  echo "$1 $count $2"
}

# expect NAME COMMAND...: one test.
expect ()
{
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    result ok "$name"
  else
    tail -n 15 "$work/log" | sed 's/^/# /'
    result 'not ok' "$name"
    return 1
  fi
}

fails ()
{
  ! "$@"
}

# says WORDS COMMAND...
says ()
{
  local words=$1
  shift
  "$@" | grep -F -- "$words"
}

# The plan, and the exit status: 1 when a test failed.
tap_end ()
{
  echo "1..$count"
  exit $((failed > 0))
}

# tap_skip REASON: nothing could be tried.
tap_skip ()
{
  echo "1..0 # SKIP $1"
  exit 77
}
