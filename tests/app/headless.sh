#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a display and a session bus of its own, without a keyboard or a screen.
# The display comes first: a bus that starts without one starts services that wait for it.
set -u

exec xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp" dbus-run-session -- "$@"
