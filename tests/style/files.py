#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files are clean: UTF-8, no stray blanks, a licence line, no marks of unfinished work and no path
of somebody's machine; JSON files are strictly valid."""

import json
import re

from tap import ROOT, Results, line_of, name_of

FOLDERS = ("src", "tests", "bench", "build-aux", "data", "po", "docs", "flatpak", ".ci")
TEXT = {".c", ".h", ".py", ".sh", ".md", ".json", ".build", ".po", ".xml", ".ui", ".css", ".txt", ""}
LICENSED = {".c", ".h", ".py", ".sh"}
# In two pieces, so that the patterns do not find themselves; lee is a made-up user of the tests.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE = re.compile(r"(?<![\w.$}])/(?:wo" r"rk|ho" r"me|ro" r"ot|Us" r"ers)/(?!lee/)[\w.]")


def text_files():
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and path.name != "LICENSE":
            yield path
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path


def shape_faults(files):
    for path, text in files:
        if text and not text.endswith("\n"):
            yield f"{name_of(path)}: no newline at the end"
        if "\r" in text or "\ufeff" in text:
            yield f"{name_of(path)}: carriage return or byte order mark"
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip() and path.suffix != ".po":
                yield f"{name_of(path)}:{number}: blanks at the end of the line"
            if "\t" in line and path.suffix in LICENSED:
                yield f"{name_of(path)}:{number}: tab"


def licence_faults(files):
    for path, text in files:
        head = text.split("\n", 3)[:3]
        if path.suffix in LICENSED and not any("SPDX-License-Identifier" in line for line in head):
            yield f"{name_of(path)}: no licence line"


def found_faults(files, pattern):
    for path, text in files:
        for found in pattern.finditer(text):
            yield f"{name_of(path)}:{line_of(text, found.start())}: {found.group()}"


def refuse_duplicates(members):
    keys = [key for key, _ in members]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"key “{key}” stands twice")
    return dict(members)


def refuse_constant(name):
    raise ValueError(f"{name} is no JSON")


def json_faults(files):
    for path, text in files:
        if path.suffix != ".json" or "tests" in path.parts:
            continue
        try:
            json.loads(text, object_pairs_hook=refuse_duplicates, parse_constant=refuse_constant)
        except ValueError as error:
            yield f"{name_of(path)}: {error}"


def read_all():
    """The readable files, and what is wrong with the others."""
    files, faults = [], []
    for path in text_files():
        try:
            files.append((path, path.read_bytes().decode("utf-8")))
        except UnicodeDecodeError as error:
            faults.append(f"{name_of(path)}: {error}")
    return files, faults


results = Results()
files, unreadable = read_all()
results.add("/files/utf-8", unreadable)
results.add("/files/shape", shape_faults(files))
results.add("/files/licence", licence_faults(files))
results.add("/files/finished", found_faults(files, UNFINISHED))
results.add("/files/no-machine", found_faults(files, MACHINE))
results.add("/files/json", json_faults(files))
results.finish()
