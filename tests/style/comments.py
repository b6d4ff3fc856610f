#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every public function is described where it is defined."""

import re

from tap import ROOT, Results, code_only, name_of, read, sources

PROTOTYPE = re.compile(r"^[A-Za-z][\w \t*]*?[ *](zp_\w+) \(([^;{]*)\)[^;{]*;", re.M)
DESCRIBED = re.compile(r"/\*\*\s*(?:\*\s*)?(zp_\w+):")
BY_MACRO = re.compile(r"_(get_type|quark)$")
MACRO_CALL = re.compile(r"^(G_[A-Z_]+|#)", re.M)


def public_functions(header):
    text = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", "", code_only(read(header)), flags=re.M)
    for found in PROTOTYPE.finditer(text):
        name, arguments = found.groups()
        # A verb of the command line is described by its row in the table of verbs.
        is_verb = header.parent.name == "cli" and arguments == "int argc, char **argv"
        if not MACRO_CALL.match(found.group()) and not BY_MACRO.search(name) and not is_verb:
            yield name


def faults(room):
    described = set()
    for path in sources(f"src/{room}"):
        described.update(DESCRIBED.findall(read(path)))
    for header in sources(f"src/{room}", pattern="*.h"):
        if header.name.endswith("-private.h"):
            continue
        for name in public_functions(header):
            if name not in described:
                yield f"{name_of(header)}: {name} has no comment that describes it"


results = Results()
for room in sorted(path.name for path in (ROOT / "src").iterdir() if path.is_dir()):
    results.add(f"/comments/{room}", faults(room))
results.finish()
