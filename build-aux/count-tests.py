#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up test runs: count-tests.py STEPS LOG.json...

STEPS holds a line "pass NAME" or "fail NAME" for each step beside the tests. A LOG is what `meson test`
writes, one JSON value a line; each subtest of a TAP test counts by itself. A missing LOG is a run that
did not happen; the step before it has failed then. Tests that were skipped or failed are named; the last
line printed is "N passed, N failed". The exit status is 1 when anything failed or nothing passed.
"""

import json
import pathlib
import re
import sys

TAP_LINE = re.compile(r"^(not )?ok\b\s*\d*\s*(?:-\s*)?(.*)((?:\n#.*){0,3})", re.M)
TAP_PLAN = re.compile(r"^1\.\.(\d+)", re.M)
DIRECTIVE = re.compile(r"#\s*(skip|todo)\b", re.I)
PASSED = ("OK", "EXPECTEDFAIL")


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add(self, outcome, name):
        if outcome == "pass":
            self.passed += 1
        elif outcome == "skip":
            self.skipped.append(name)
        else:
            self.failed.append(name)


def subtests(stdout):
    """Outcome and name of each subtest of a TAP stream; with the name of a failure, what is said of it."""
    for negated, rest, remarks in TAP_LINE.findall(stdout):
        directive = DIRECTIVE.search(rest)
        name = rest.split("#")[0].strip()
        if directive and directive.group(1).lower() == "skip":
            yield "skip", name
        elif directive or not negated:
            yield "pass", name
        else:
            yield "fail", name + remarks


def plain_outcome(result):
    if result == "SKIP":
        return "skip"
    return "pass" if result in PASSED else "fail"


def add_test(tally, run, test):
    """Counts one test program; what goes wrong outside its subtests is one more failure."""
    where = f"{run}: {test['name']}"
    stdout = test.get("stdout") or ""
    found = list(subtests(stdout)) if TAP_PLAN.search(stdout) else []
    for outcome, name in found:
        tally.add(outcome, f"{where}: {name}")

    seen_failure = any(outcome == "fail" for outcome, _ in found)
    outcome = plain_outcome(test["result"])
    if not found or (outcome == "fail" and not seen_failure):
        tally.add(outcome, f"{where} ({test['result'].lower()})")


def add_log(tally, path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            add_test(tally, path.stem, json.loads(line))


def add_steps(tally, path):
    for line in path.read_text(encoding="utf-8").splitlines():
        outcome, _, name = line.partition(" ")
        tally.add(outcome, name)


def main():
    steps, *logs = map(pathlib.Path, sys.argv[1:])
    tally = Tally()
    add_steps(tally, steps)
    for log in logs:
        if log.exists():
            add_log(tally, log)

    for name in tally.skipped:
        print(f"skipped: {name}")
    for name in tally.failed:
        print(f"FAILED: {name}")
    print(f"{len(tally.skipped)} skipped")
    print(f"{tally.passed} passed, {len(tally.failed)} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
