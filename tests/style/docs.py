#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documentation names what the tables of the program hold, its links lead somewhere, and the pack it
shows is in order: docs.py ROOT ZIPING-CLI."""

import pathlib
import re
import subprocess
import sys
import tempfile

from tap import ROOT, Results, read

KEY_ROW = re.compile(r'^  \{ [A-Z][A-Z_ |\n]*, "(\w+)"', re.M)
FUNCTION_ROW = re.compile(r'\[ZP_FUNCTION_\w+\] = \{ "(\w+)"')
VERB_ROW = re.compile(r'^  \{ "(\w+)", "[^"]*", N_', re.M)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)?(?:#([^)]+))?\)")
PACK_FILE = re.compile(r"`([\w/]+\.json)`\n\n```json\n(.*?)```", re.S)
HEADING = re.compile(r"^#+ (.+)$", re.M)


def not_named(source, pattern, page, form):
    """Names in a table of the program that a page does not show in the given form."""
    names = pattern.findall(read(ROOT / source))
    if not names:
        yield f"{source}: the table was not found"
    text = read(ROOT / page)
    for name in sorted(set(names)):
        if not re.search(form.format(name), text):
            yield f"{page}: {name} is not described"


def anchors(path):
    for heading in HEADING.findall(read(path)):
        yield re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


def link_faults():
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        for target, anchor in LINK.findall(read(page)):
            path = page.parent / target if target else page
            if not path.exists():
                yield f"{page.name}: {target} does not exist"
            elif anchor and anchor not in anchors(path):
                yield f"{page.name}: {target}#{anchor} does not exist"


def small_pack_faults(cli):
    """The pack at the end of the page on packs, written out and checked by the program."""
    shown = PACK_FILE.findall(read(ROOT / "docs/pack-format.md"))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in shown:
            path = pathlib.Path(folder) / "demo" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        run = subprocess.run(
            [cli, "template", "check", f"{folder}/demo"], capture_output=True, text=True, check=False
        )
    if run.returncode:
        yield from (run.stdout + run.stderr).splitlines()


results = Results()
results.add(
    "/docs/pack-keys",
    not_named("src/template/zp-pack-keys.c", KEY_ROW, "docs/pack-format.md", r'[`"]{}[`"]'),
)
results.add(
    "/docs/functions",
    not_named("src/expr/zp-expr-function.c", FUNCTION_ROW, "docs/pack-format.md", r"`{}\b"),
)
results.add("/docs/verbs", not_named("src/cli/zp-cli.c", VERB_ROW, "docs/cli.md", r"(?m)^## {}$"))
results.add("/docs/links", link_faults())
results.add("/docs/small-pack", small_pack_faults(sys.argv[2]))
results.finish()
