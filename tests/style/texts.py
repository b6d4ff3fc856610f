#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text for people is listed, and translated completely and with care."""

import gettext
import pathlib
import re
import subprocess
import tempfile

from tap import ROOT, Results, read

BRACES = re.compile(r"\{\w+\}")
HAN = "\u4e00-\u9fff"
WESTERN = re.compile(f"[{HAN}][,;:?!](?![\\w%/])")
EXTRACT = str(ROOT / "build-aux" / "extract-texts.sh")


def output_of(*command):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def listed_faults():
    listed = [line for line in read(ROOT / "po" / "POTFILES").splitlines() if line[:1] not in "#"]
    present = output_of("sh", EXTRACT, "--list").stdout.split()
    for name in sorted(set(listed) ^ set(present)):
        yield f"{name}: run build-aux/update-po.sh"


def complete_faults(po, template):
    run = output_of("msgcmp", str(po), str(template))
    if run.returncode:
        yield from run.stdout.splitlines()
    statistics = output_of("msgfmt", "--statistics", "-o", "/dev/null", str(po)).stdout
    if "untranslated" in statistics or "fuzzy" in statistics:
        yield statistics.strip()


def format_faults(po, compiled):
    run = output_of("msgfmt", "--check", "-o", str(compiled), str(po))
    if run.returncode:
        yield from run.stdout.splitlines()


def pairs(compiled):
    with open(compiled, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    for source, text in catalogue.items():
        if source:
            yield source[0] if isinstance(source, tuple) else source, text


def wording_faults(compiled):
    for source, text in pairs(compiled):
        source = source.split("\x04")[-1]  # without its context
        if sorted(BRACES.findall(source)) != sorted(BRACES.findall(text)):
            yield f"other placeholders: {text!r}"
        if WESTERN.search(text):
            yield f"western punctuation after Chinese: {text!r}"
        if text.endswith("。") != (source.endswith(".") and " " in source):
            yield f"full stop: {source!r}: {text!r}"
        if re.search("[A-Za-z]{3}", source) and not re.search(f"[{HAN}]", text) and " " in source:
            yield f"not translated: {text!r}"


results = Results()
results.add("/texts/listed", listed_faults())
with tempfile.TemporaryDirectory() as folder:
    template = pathlib.Path(folder) / "ziping.pot"
    run = output_of("sh", EXTRACT, str(template))
    results.add("/texts/extract", run.stdout.splitlines())
    for po in sorted((ROOT / "po").glob("*.po")):
        compiled = pathlib.Path(folder) / f"{po.stem}.mo"
        results.add(f"/texts/{po.stem}/complete", complete_faults(po, template))
        results.add(f"/texts/{po.stem}/formats", format_faults(po, compiled))
        results.add(f"/texts/{po.stem}/wording", wording_faults(compiled))
results.finish()
