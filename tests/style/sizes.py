#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file has one purpose and can be read in one sitting."""

from tap import CODE_FOLDERS, Results, name_of, read, sources

LONG = 350
TOO_LONG = 700


def faults(folder):
    for path in sources(folder):
        lines = read(path).count("\n")
        if lines > TOO_LONG:
            yield f"{name_of(path)}: {lines} lines, at most {TOO_LONG}"
        elif lines > LONG:
            print(f"# long: {name_of(path)}: {lines} lines")


results = Results()
for folder in CODE_FOLDERS:
    results.add(f"/sizes/{folder}", faults(folder))
results.finish()
