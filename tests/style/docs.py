#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documentation names what the tables of the program hold, and its links lead somewhere."""

import re

from tap import ROOT, Results, read

KEY_ROW = re.compile(r'^  \{ [A-Z][A-Z_ |\n]*, "(\w+)"', re.M)
FUNCTION_ROW = re.compile(r'\[ZP_FUNCTION_\w+\] = \{ "(\w+)"')
VERB_ROW = re.compile(r'^  \{ "(\w+)", "[^"]*", N_', re.M)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)?(?:#([^)]+))?\)")
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
results.finish()
