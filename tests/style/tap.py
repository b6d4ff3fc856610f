# SPDX-License-Identifier: GPL-3.0-or-later
"""What the style tests share: where the sources are, and how results are printed (TAP)."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path.cwd()
CODE_FOLDERS = ("src", "tests", "bench")
NOT_CODE = re.compile(
    r"""/\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'""", re.S | re.X
)


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def sources(*folders, pattern="*.[ch]"):
    for folder in folders or CODE_FOLDERS:
        yield from sorted((ROOT / folder).rglob(pattern))


def read(path):
    return path.read_text(encoding="utf-8")


def blank(found):
    """What was found, as blanks; lines keep their numbers."""
    return re.sub(r"[^\n]", " ", found.group())


def code_only(text):
    """The text with comments and strings blanked out."""
    return NOT_CODE.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


class Results:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def add(self, name, faults):
        """One subtest, which fails when there are faults."""
        faults = list(faults)
        self.count += 1
        self.failed += bool(faults)
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {self.count} {name}")

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} {name} # SKIP {reason}")

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
