#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No binary floating point on the way of figures: only where pages are measured, and where a figure is
handed to the spreadsheet library."""

import re

from tap import ROOT, Results, blank, code_only, line_of, name_of, read, sources

FLOATING = re.compile(
    r"\b(double|float|gdouble|gfloat|atof|strtod|strtof|g_strtod|g_ascii_strtod|g_ascii_dtostr"
    r"|g_ascii_formatd|floor|ceil|round|lround|fabs|pow)\b(?!\s*;)"
)
ALLOWED = re.compile(r"^src/(export/|app/|document/zp-(book|geometry)|session/zp-(page-text|preview))")
# The one way out, for the spreadsheet library and for drawing.
TO_DOUBLE = re.compile(r"^double[ \n]zp_decimal_to_double \([^;{]*\)(?:;|\n\{.*?^\})", re.M | re.S)


def faults(room):
    for path in sources(f"src/{room}"):
        name = name_of(path)
        if ALLOWED.match(name):
            continue
        text = TO_DOUBLE.sub(blank, code_only(read(path)))
        for found in FLOATING.finditer(text):
            start = text.rfind("\n", 0, found.start()) + 1
            line = text[start : text.find("\n", start)]
            yield f"{name}:{line_of(text, found.start())}: {line.strip()}"


results = Results()
for room in sorted(path.name for path in (ROOT / "src").iterdir() if path.is_dir()):
    results.add(f"/figures/{room}", faults(room))
results.finish()
