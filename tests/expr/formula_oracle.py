#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reckons thousands of random formulas with fractions and compares every result with the program's.

Types, values, missing operands, intervals and operands are all worked out here a second time, from the
description of the format. Usage: formula_oracle.py PROGRAM [SEED [FORMULAS]]
"""

import datetime
import random
import subprocess
import sys
from fractions import Fraction

from formula_types import COLUMNS, NAMES, TOTALS, UNITS, Wrong, type_of
from formula_values import EPOCH, Report, Unknown, cell_id, round_half_up
from formula_writer import Writer

FORMULAS_A_REPORT = 200


def figure_text(dice, kind, places, key):
    if kind.sort == "date":
        return (datetime.date(2021, 1, 1) + datetime.timedelta(dice.randrange(600))).isoformat()
    if kind.options:
        return dice.choice(kind.options)
    if kind.sort == "text":
        return dice.choice(NAMES) if key in ("name", "project") else "来源" + str(dice.randrange(3))
    if key == "year":
        return "2021"
    if key == "target" and dice.random() < 0.3:
        return "长期"
    if key == "problem":
        return str(dice.randrange(1, 5))
    if dice.random() < 0.1:
        return "0"
    digits = dice.randrange(-2000, 40000) if kind.sort == "money" else dice.randrange(0, 12000)
    if places == 0:
        return str(digits)
    sign = "-" if digits < 0 else ""
    return "%s%d.%02d" % (sign, abs(digits) // 100, abs(digits) % 100)


def parse_figure(kind, text):
    if kind.sort == "date":
        return Fraction((datetime.date.fromisoformat(text) - EPOCH).days)
    if kind.sort == "text" or text == "长期":
        return text
    return Fraction(text) * UNITS.get(kind.unit, 1)


def exists(block, row, key):
    if row == "total":
        return key in TOTALS
    return block != "budget" or key != "score" or row == 2


def make_report(dice, lines):
    report = Report()
    report.rows.update(report=1, rules=1)
    report.rows["projects"] = dice.randrange(1, 5)
    report.rows["funds"] = dice.randrange(1, 6)
    lines.append("new")
    for block, columns in COLUMNS.items():
        rows = list(range(report.rows[block]))
        for row in rows + (["total"] if block == "projects" else []):
            for key, (kind, places) in columns.items():
                if not exists(block, row, key):
                    continue
                # The last row is never quite empty, so that the program knows it is there.
                at_least = 1 if row == len(rows) - 1 and key in ("name", "source") else 0
                for verb, figures, chance in (("set", report.values, max(0.75, at_least)),
                                              ("prior", report.priors, 0.5)):
                    if dice.random() < chance:
                        text = figure_text(dice, kind, places, key)
                        figures[(block, row, key)] = parse_figure(kind, text)
                        lines.append("%s\t%s\t%s" % (verb, cell_id((block, row, key)), text))
    return report


def reckon(report, node):
    """What the program should print, or None for a formula it should refuse."""
    try:
        type_of(node)
    except Wrong:
        return None
    report.bits = 0
    value = report.value(node)
    try:
        bounds = report.interval(node)
    except Unknown:
        bounds = None
    cells = []
    report.cells(node, cells)
    return value, bounds, cells, report.bits


def read_value(text):
    word, _, rest = text.partition(" ")
    if word == "number":
        exact, rounded = rest.split(" ")
        value = Fraction(exact)
        if rounded != "range" and round_half_up(value, Fraction(6)) != Fraction(rounded):
            raise AssertionError("rounded %s" % text)
        return value
    if word == "text":
        return rest
    return {"true": True, "false": False, "missing": None, "overflow": "overflow"}[word]


def disagree(expected, answer):
    value_text, bounds_text, cells_text = answer.split("\t")
    if expected is None or value_text.startswith("error"):
        return None if expected is None and value_text in ("error 2", "error 3") else "refused or not"
    value, bounds, cells, bits = expected
    got = read_value(value_text)
    if got == "overflow":
        return None if bits > 90 else "overflow"
    if type(got) is not type(value) or got != value:
        return "value %s" % (value,)
    got_bounds = None
    if bounds_text != "none":
        got_bounds = tuple(Fraction(end) for end in bounds_text.split(" "))
    if got_bounds != bounds and not (got_bounds is None and bits > 60):
        return "bounds %s" % (bounds,)
    if cells_text.split() != cells:
        return "cells %s" % cells
    return None


def ask(program, lines):
    run = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True,
                         encoding="utf-8", check=True)
    return run.stdout.splitlines()


def make_formulas(dice, wanted):
    """Lines for the program, and for each formula its text with what should come of it."""
    writer = Writer(dice)
    lines, formulas = [], []
    while len(formulas) < wanted:
        report = make_report(dice, lines)
        for _ in range(FORMULAS_A_REPORT):
            sort = dice.choice(("number", "money", "score", "date", "text", "truth"))
            node = writer.make(sort, dice.randrange(1, 6))
            formula = writer.spell(node)
            if len(formula) > 1000:
                continue
            rows = (dice.randrange(3), dice.randrange(report.rows["projects"]))
            report.at = dict(zip(("budget", "projects"), rows))
            lines.append("eval\t%d\t%d\t%s" % (rows + (formula,)))
            formulas.append((formula, reckon(report, node)))
    return lines, formulas


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20211231
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
    lines, formulas = make_formulas(random.Random(seed), wanted)
    answers = ask(sys.argv[1], lines)
    assert len(answers) == len(formulas), "%d answers" % len(answers)

    wrong = 0
    for (formula, expected), answer in zip(formulas, answers):
        complaint = disagree(expected, answer)
        wrong += complaint is not None
        if complaint and wrong <= 10:
            print("# %s\n#   program: %s\n#   here: %s" % (formula, answer, complaint))

    results = [expected for _, expected in formulas if expected is not None]
    refused = len(formulas) - len(results)
    missing = sum(value is None for value, _, _, _ in results)
    bounded = sum(bounds is not None for _, bounds, _, _ in results)
    overflows = sum(answer.startswith("overflow") for answer in answers)
    print("# %d formulas, %d refused, %d missing, %d with bounds, %d overflows"
          % (len(formulas), refused, missing, bounded, overflows))
    telling = overflows < len(formulas) // 50 and min(refused, missing, bounded) > len(formulas) // 20
    ok = telling and wrong == 0
    print("1..1\n%s 1 - formulas agree with fractions" % ("ok" if ok else "not ok"))
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
