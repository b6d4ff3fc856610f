#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages of ziping-cli say what `ziping-cli --help` says: each command, each of its options, and
none that is not there.

usage: test_man.py SOURCE_ROOT ZIPING_CLI
"""
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "style"))
from tap import ROOT, Results  # noqa: E402

CLI = sys.argv[2]
PAGES = ("docs/man/ziping-cli.1", "docs/man/zh_CN/ziping-cli.1")
USAGE = re.compile(r"^  (template check|[a-z]+) ", re.M)
OPTION = re.compile(r"--[a-z0-9][a-z0-9-]*")
# Every command takes these; they stand in a section of their own.
COMMON = {"--help", "--version"}


def told(*words):
    return subprocess.run([CLI, *words], capture_output=True, text=True, check=True).stdout


def commands():
    """Options by command, as the program lists them."""
    for name in USAGE.findall(told("--help")):
        yield name, set(OPTION.findall(told(name.split()[0], "--help").split("\n\n", 1)[1])) - COMMON


def plain(text):
    """Without the marks of the page."""
    text = text.replace(r"\-", "-").replace(r"\&", "").replace(r"\|", "")
    return re.sub(r"\\f.|\\.", "", text)


def entries(page):
    """The head of the entry of each command: name and usage."""
    section = re.search(r"^\.SH (?:COMMANDS|命令)$(.*?)^\.SH ", (ROOT / page).read_text(encoding="utf-8"),
                        re.M | re.S).group(1)
    for entry in section.split(".TP\n")[1:]:
        head, _, rest = plain(entry).partition("\n")
        name = re.match(r'\.BR? "?((?:template check)|[a-z]+)', head).group(1)
        yield name, set(OPTION.findall(head)), set(OPTION.findall(rest))


def faults(page):
    expected = dict(commands())
    found = {name: (head, text) for name, head, text in entries(page)}
    yield from (f"{name}: is not there" for name in expected.keys() - found.keys())
    yield from (f"{name}: there is no such command" for name in found.keys() - expected.keys())
    for name in expected.keys() & found.keys():
        head, text = found[name]
        yield from (f"{name}: {option} is missing" for option in sorted(expected[name] - head))
        yield from (f"{name}: there is no {option}" for option in sorted((head | text) - expected[name] - COMMON))


def complaints(page):
    """What the formatter does not understand."""
    done = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-Wbreak", "-z", str(ROOT / page)],
                          capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


def main():
    results = Results()
    for page in PAGES:
        results.add(f"man/{page}", sorted(faults(page)))
    for page in (*PAGES, "docs/man/ziping.1"):
        if shutil.which("groff"):
            results.add(f"man/form/{page}", complaints(page))
    results.finish()


main()
