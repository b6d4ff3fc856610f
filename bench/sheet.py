#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up sheet of about N formulas, the same every time, as rows of cells in JSON.

  sheet.py N >SHEET.json

Twenty lines make a group. A line has budget, addition and spending (A B C) and four formulas: their sum (D), the
rate in percent (E), the balance (F), whether it is overspent (I). A group ends in its subtotals, nine formulas;
the sheet ends in three grand totals over all subtotals.
"""
import json
import random
import sys

LINES = 20
FORMULAS_OF_LINE = 4
FORMULAS_OF_SUBTOTAL = 9
FORMULAS_OF_TOTAL = 3


def rate(row):
    return f"=IF(D{row}=0,0,ROUND(C{row}/D{row}*100,2))"


def line(row, rand):
    budget, added = rand.randrange(1_000_000), rand.randrange(100_000)
    spent = rand.randrange(budget + added + 1)
    figures = [figure / 100 for figure in (budget, added, spent)]
    return figures + [f"=A{row}+B{row}", rate(row), f"=D{row}-C{row}", "", "", f"=IF(F{row}<0,1,0)"]


def subtotal(row):
    def total(column):
        return f"SUM({column}{row - LINES}:{column}{row - 1})"

    agrees = f"IF(ABS(D{row}-A{row}-B{row})<0.005,0,1)"
    return [f"={total(column)}" for column in "ABCD"] + [
        rate(row), f"={total('F')}", f"=D{row}", f"=C{row}", f"={total('I')}+{agrees}"]


def make_rows(n_formulas):
    per_group = LINES * FORMULAS_OF_LINE + FORMULAS_OF_SUBTOTAL
    rand = random.Random(2021)
    rows = []
    for _ in range(max(1, round((n_formulas - FORMULAS_OF_TOTAL) / per_group))):
        for _ in range(LINES):
            rows.append(line(len(rows) + 1, rand))
        rows.append(subtotal(len(rows) + 1))
    last = len(rows)
    rows.append(["", "", f"=SUM(H1:H{last})", f"=SUM(G1:G{last})", rate(last + 1)])
    return rows


if __name__ == "__main__":
    json.dump(make_rows(int(sys.argv[1])), sys.stdout)
