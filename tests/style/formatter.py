#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The formatter has nothing to change. Exit status 77 (skipped) without clang-format-14."""

import collections
import re
import shutil
import subprocess
import sys

from tap import ROOT, Results, sources

FORMATTER = "clang-format-14"
PLACE = re.compile(rf"^{re.escape(str(ROOT))}/(.*?):\d+:\d+: error:", re.M)


def faults(folder):
    paths = [str(path) for path in sources(folder)]
    if not paths:
        return
    run = subprocess.run(
        [FORMATTER, "--dry-run", "-Werror", "--style=file", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    places = collections.Counter(PLACE.findall(run.stderr))
    for path, count in places.items():
        yield f"{path}: {count} places; run {FORMATTER} -i"
    if run.returncode and not places:
        yield run.stderr.strip()


if shutil.which(FORMATTER) is None:
    print(f"1..0 # SKIP {FORMATTER} is not installed")
    sys.exit(77)

results = Results()
rooms = sorted(path for path in (ROOT / "src").iterdir() if path.is_dir())
for folder in [f"src/{room.name}" for room in rooms] + ["tests", "bench"]:
    results.add(f"/formatter/{folder}", faults(folder))
results.finish()
