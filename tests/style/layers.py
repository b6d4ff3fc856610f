#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of src/ use each other one way only, and the toolkit stays in the window program."""

import re

from tap import ROOT, Results, code_only, line_of, name_of, read, sources

# A room and what it may use besides itself.
BELOW = {"base": set(), "expr": {"base"}, "template": {"base", "expr"}, "journal": {"base"}}
for room in ("report", "check", "document", "export", "review", "session"):
    BELOW[room] = set(BELOW)
BELOW["cli"] = BELOW["app"] = set(BELOW)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^">]+)[">]', re.M)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita)\b")
GENERATED = {"zp-resources.h"}
EXTERN = re.compile(r"^\s*extern\b(?!\s*\"C\")", re.M)


def fault_of(room, quote, name):
    """What is wrong with one include, or None."""
    if quote == "<":
        if TOOLKIT.match(name) and room != "app":
            return "the toolkit belongs to app"
        return None
    if ".." in name.split("/"):
        return "no ../ in includes"
    if name in GENERATED:
        return None
    if "/" not in name:
        return 'written "room/name.h"'
    if not (ROOT / "src" / name).is_file():
        return "there is no such header"
    other = name.split("/")[0]
    if other == room:
        return None
    if other not in BELOW[room]:
        return f"{room} may not use {other}"
    if name.endswith("-private.h"):
        return f"private to {other}"
    return None


def include_faults(room):
    for path in sources(f"src/{room}"):
        text = read(path)
        for found in INCLUDE.finditer(text):
            fault = fault_of(room, *found.groups())
            if fault:
                line = line_of(text, found.start())
                yield f"{name_of(path)}:{line}: {found.group(2)}: {fault}"


def part_faults():
    """A part of the window uses the parts listed above it."""
    parts = re.findall(r"subdir\('(\w+)'\)", read(ROOT / "src" / "app" / "meson.build"))
    for path in sources("src/app"):
        part = path.relative_to(ROOT / "src" / "app").parts[0]
        for found in INCLUDE.finditer(read(path)):
            room, *rest = found.group(2).split("/")
            if room != "app" or rest[0] == part:
                continue
            if parts.index(rest[0]) > parts.index(part):
                yield f"{name_of(path)}: {part} may not use {rest[0]}"
            elif found.group(2).endswith("-private.h"):
                yield f"{name_of(path)}: {found.group(2)} is private to {rest[0]}"


def extern_faults():
    """A declaration in a .c file would go around the headers."""
    for path in sources("src", pattern="*.c"):
        text = code_only(read(path))
        for found in EXTERN.finditer(text):
            yield f"{name_of(path)}:{line_of(text, found.start())}: declared outside a header"


def unlisted_faults(room):
    """A source that no meson.build of its room lists is never compiled."""
    listed = set()
    for build in (ROOT / "src" / room).rglob("meson.build"):
        listed.update(re.findall(r"'(?:[\w-]+/)*([\w-]+\.c)'", read(build)))
    for path in sources(f"src/{room}", pattern="*.c"):
        if path.name not in listed:
            yield f"{name_of(path)}: in no meson.build"


results = Results()
rooms = sorted(path.name for path in (ROOT / "src").iterdir() if path.is_dir())
results.add("/layers/every-room-is-known", (f"src/{room}" for room in rooms if room not in BELOW))
for room in rooms:
    if room in BELOW:
        results.add(f"/layers/{room}/includes", include_faults(room))
        results.add(f"/layers/{room}/all-compiled", unlisted_faults(room))
results.add("/layers/app/parts", part_faults())
results.add("/layers/no-extern", extern_faults())
results.finish()
