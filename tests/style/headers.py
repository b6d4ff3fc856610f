#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header can be included alone: headers.py ROOT COMPILER... -- FLAG..."""

import concurrent.futures
import os
import subprocess
import sys

from tap import ROOT, Results, name_of, sources

SPLIT = sys.argv.index("--")
COMPILER = sys.argv[2:SPLIT]
FLAGS = sys.argv[SPLIT + 1 :]


def fault_of(header):
    """What the compiler says about a file that includes this header and nothing else."""
    include = header.relative_to(ROOT / "src").as_posix()
    run = subprocess.run(
        [*COMPILER, "-std=gnu17", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
         "-Wno-unused-parameter", *FLAGS, f"-I{ROOT / 'src'}", "-x", "c", "-"],
        input=f'#include "{include}"\n',
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{name_of(header)}: {run.stderr.strip().splitlines()[:3]}" if run.returncode else None


results = Results()
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for room in sorted(path.name for path in (ROOT / "src").iterdir() if path.is_dir()):
        if room != "app":
            found = pool.map(fault_of, sources(f"src/{room}", pattern="*.h"))
            results.add(f"/headers/{room}", filter(None, found))
results.finish()
