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

UNITS = {"元": Fraction(1), "万元": Fraction(10000), "亿元": Fraction(10**8), "%": Fraction(1, 100)}
KINDS = ("基建", "运转")
MODES = ("单位自评", "中介机构评价")
GRADES = ("优", "良", "中", "差")
GRID_ROWS = ("basic", "project", "total")
GRID_LABELS = ("基本支出", "项目支出", "合计")
EPOCH = datetime.date(1970, 1, 1)
OPERATORS = {"or": 1, "and": 2, "not": 3, "=": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4,
             "+": 5, "-": 5, "*": 6, "/": 6, "negate": 7}


class Wrong(Exception):
    """The formula has to be refused."""


class Unknown(Exception):
    """No interval."""


class Type:
    def __init__(self, sort, unit="", zero=False, options=None):
        self.sort, self.unit, self.zero, self.options = sort, unit, zero, options

    def is_figure(self):
        return self.sort in ("number", "money", "score")

    def label(self):
        return self.unit if self.sort == "number" and self.unit not in ("", "%") else ""


def column(sort, unit="", places=0, options=None):
    return (Type(sort, unit, False, options), places)


MONEY = column("money", "万元", 2)
COLUMNS = {
    "report": {"year": column("number"), "date": column("date"), "name": column("text"),
               "mode": column("text", options=MODES)},
    "rules": {"execution": column("score", "分", 2), "pass": column("number", "%", 2)},
    "budget": {"initial": MONEY, "adjust": MONEY, "final": MONEY, "actual": MONEY,
               "rate": column("number", "%", 2), "score": column("score", "分", 2)},
    "projects": {"name": column("text"), "kind": column("text", options=KINDS), "initial": MONEY,
                 "issued": MONEY, "actual": MONEY, "rate": column("number", "%", 2),
                 "people": column("number", "人"), "target": column("number"), "done": column("date"),
                 "weight": column("score", "分", 2)},
    "funds": {"project": column("text"), "source": column("text"), "actual": column("money", "元", 2),
              "problem": column("number")},
}
SPECIAL = {"#": Type("number"), "label": Type("text"), "key": Type("text")}
TOTALS = ("initial", "issued", "actual", "rate")
NAMES = ("甲项目", "乙项目", "丙项目", "没有的项目")


# Types

def combine(a, b):
    if a.zero and b.zero:
        return a
    if a.zero or b.zero:
        other = b if a.zero else a
        if other.is_figure() or other.sort == "date":
            return Type(other.sort, other.unit, False, other.options)
        raise Wrong
    numeric = ("number", "score")
    if a.sort in numeric and b.sort in numeric:
        if a.label() and b.label() and a.label() != b.label():
            raise Wrong
        if a.sort != b.sort:
            return Type("score", "分")
        return Type(a.sort, a.label() or b.label() or ("%" if "%" in (a.unit, b.unit) else a.unit))
    if a.sort != b.sort:
        raise Wrong
    return Type(a.sort, a.unit, False, a.options if a.options == b.options else None)


def product(a, b):
    if not a.is_figure() or not b.is_figure():
        raise Wrong
    sorts = [a.sort, b.sort]
    if sorts.count("money") == 2:
        raise Wrong
    if "money" in sorts:
        return Type("money", a.unit if a.sort == "money" else b.unit)
    if "score" in sorts:
        return Type("score", "分")
    labels = [t.label() for t in (a, b) if t.label()]
    return Type("number", labels[0] if len(labels) == 1 else "")


def quotient(a, b):
    if not a.is_figure() or not b.is_figure():
        raise Wrong
    if a.zero:
        return Type("number")
    if b.sort == "money":
        if a.sort != "money":
            raise Wrong
        return Type("number")
    if a.sort == b.sort:
        same = (a.unit == "%") == (b.unit == "%") and bool(a.label()) == bool(b.label())
        if a.sort != "number" or same:
            return Type("number")
    return Type(a.sort, a.unit)


def demand(condition):
    if not condition:
        raise Wrong


def figure_type(node):
    kind = type_of(node)
    demand(kind.is_figure())
    return kind


def common_type(nodes):
    kinds = [type_of(node) for node in nodes]
    result = kinds[0]
    for kind in kinds[1:]:
        result = combine(result, kind)
    return result


def type_call(name, args):
    if name == "if":
        demand(type_of(args[0]).sort == "truth")
        return common_type(args[1:])
    if name in ("min", "max"):
        result = common_type(args)
        demand(result.is_figure() or result.sort == "date")
        return result
    if name in ("abs", "floor"):
        return figure_type(args[0])
    if name == "round":
        demand(type_of(args[1]).sort == "number")
        return figure_type(args[0])
    if name == "ratio":
        demand(common_type(args).is_figure())
        return Type("number")
    if name == "coalesce":
        return common_type(args)
    if name == "empty":
        type_of(args[0])
        return Type("truth")
    if name == "prior":
        return type_of(args[0])
    if name == "year":
        demand(type_of(args[0]).sort == "date")
        return Type("number")
    for arg in args:
        demand(type_of(arg).sort == "number")
    return Type("date")


def type_aggregate(node):
    _, name, _, inside, where = node
    kind = type_of(inside) if inside else None
    demand(reads_visit(inside) or reads_visit(where) or inside is None)
    if where:
        demand(type_of(where).sort == "truth")
    if name == "count":
        demand(kind is None or kind.sort != "truth")
        return Type("number")
    if name == "one":
        return kind
    demand(kind.is_figure() or (name != "sum" and kind.sort == "date"))
    return kind


def reads_visit(node):
    if not isinstance(node, tuple):
        return isinstance(node, list) and any(reads_visit(n) for n in node)
    if node[0] == "cell" and node[2] == "visit":
        return True
    return any(reads_visit(part) for part in node[1:])


def type_binary(sign, left, right):
    a, b = type_of(left), type_of(right)
    if sign in ("and", "or"):
        demand(a.sort == "truth" and b.sort == "truth")
        return Type("truth")
    if sign == "*":
        return product(a, b)
    if sign == "/":
        return quotient(a, b)
    result = combine(a, b)
    if sign in ("+", "-"):
        if result.sort == "date":
            demand(sign == "-" and not a.zero and not b.zero)
            return Type("number")
        demand(result.is_figure())
        return result
    if sign in ("=", "!="):
        for text, choice in ((left, b), (right, a)):
            demand(text[0] != "text" or choice.options is None or text[1] in choice.options)
    else:
        demand(result.sort not in ("text", "truth"))
    return Type("truth")


def type_of(node):
    what = node[0]
    if what == "number":
        digits, suffix = node[1], node[2]
        return Type("money" if suffix.endswith("元") else "number", suffix,
                    Fraction(digits) == 0 and suffix == "")
    if what == "text":
        return Type("text")
    if what == "cell":
        return SPECIAL.get(node[5]) or COLUMNS[node[3]][node[5]][0]
    if what == "not":
        demand(type_of(node[1]).sort == "truth")
        return Type("truth")
    if what == "negate":
        return figure_type(node[1])
    if what == "band":
        combine(figure_type(node[1]), Type("score", "分") if node[2] == "grade" else Type("number", "%"))
        return Type("text", options=GRADES) if node[2] == "grade" else Type("number", "%")
    if what == "call":
        return type_call(node[1], node[2])
    if what == "aggregate":
        return type_aggregate(node)
    return type_binary(what, node[1], node[2])


# Values: None is missing or unknown

class Report:
    def __init__(self):
        self.values, self.priors = {}, {}
        self.rows = {"budget": 3, "projects": 0, "funds": 0}
        self.at = {}
        self.visit = None
        self.bits = 0

    def address(self, node):
        _, _, how, block, row, name = node
        if how == "visit":
            row = self.visit
        elif how == "row":
            row = self.at[block]
        return (block, row, name)

    def read(self, node):
        block, row, name = self.address(node)
        if name == "#":
            return Fraction(row + 1)
        if name == "label":
            return GRID_LABELS[row]
        if name == "key":
            return GRID_ROWS[row]
        return self.values.get((block, row, name))

    def matching(self, node):
        _, _, block, _, where = node
        outer = self.visit
        for row in range(self.rows[block]):
            self.visit = row
            if where is None or self.value(where) is True:
                yield
        self.visit = outer

    def number(self, node):
        value = self.value(node)
        return value if isinstance(value, Fraction) else None

    def value(self, node):
        result = self.reckon(node)
        if isinstance(result, Fraction):
            self.bits = max(self.bits, result.numerator.bit_length() + result.denominator.bit_length())
        return result

    def reckon(self, node):
        what = node[0]
        if what == "number":
            return Fraction(node[1]) * UNITS.get(node[2], 1)
        if what == "text":
            return node[1]
        if what == "cell":
            return self.read(node)
        if what == "not":
            inner = self.value(node[1])
            return None if inner is None else not inner
        if what == "negate":
            inner = self.number(node[1])
            return None if inner is None else -inner
        if what == "band":
            return band(self.number(node[1]), node[2])
        if what == "call":
            return self.call(node[1], node[2])
        if what == "aggregate":
            return self.aggregate(node)
        return self.binary(node)

    def binary(self, node):
        sign = node[0]
        if sign in ("and", "or"):
            sides = [self.value(node[1]), self.value(node[2])]
            if (sign == "or") in sides:
                return sign == "or"
            return None if None in sides else sign == "and"
        if sign in ("+", "-", "*", "/"):
            return arithmetic(sign, self.number(node[1]), self.number(node[2]))
        return compare(sign, self.value(node[1]), self.value(node[2]))

    def call(self, name, args):
        if name == "if":
            branch = 1 if self.value(args[0]) is True else 2
            return self.value(args[branch]) if branch < len(args) else None
        if name == "coalesce":
            return next((v for v in map(self.value, args) if v is not None), None)
        if name == "empty":
            return self.value(args[0]) is None
        if name == "prior":
            return self.priors.get(self.address(args[0]))
        numbers = [self.number(arg) for arg in args]
        if name in ("min", "max"):
            there = [n for n in numbers if n is not None]
            return (min if name == "min" else max)(there) if there else None
        if None in numbers:
            return None
        if name == "abs":
            return abs(numbers[0])
        if name == "ratio":
            return arithmetic("/", *numbers)
        if name == "year":
            return Fraction((EPOCH + datetime.timedelta(int(numbers[0]))).year)
        if name == "date":
            return make_date(numbers)
        step = UNITS.get(type_of(args[0]).unit, Fraction(1))
        if name == "floor":
            return numbers[0] / step // 1 * step
        return round_half_up(numbers[0] / step, numbers[1]) * step

    def aggregate(self, node):
        _, name, _, inside, _ = node
        values = [self.value(inside) if inside else True for _ in self.matching(node)]
        if name == "one":
            return values[0] if len(values) == 1 else None
        if name == "count":
            return Fraction(len([v for v in values if v is not None]))
        there = [v for v in values if isinstance(v, Fraction)]
        if not there:
            return None
        total = {"sum": sum, "min": min, "max": max}[name](there)
        return Fraction(total)

    # Intervals: None is missing; a pair else; Unknown is raised where there is none

    def interval(self, node):
        what = node[0]
        if what == "cell":
            return self.widen(self.number(node), node)
        if what == "negate":
            inner = self.interval(node[1])
            return inner and (-inner[1], -inner[0])
        if what == "+":
            return add_intervals([self.interval_or_unknown(n) for n in node[1:]])
        if what in ("-", "*", "/"):
            return self.combine_intervals(what, node[1], node[2])
        if what == "call":
            return self.interval_call(node)
        if what == "aggregate" and node[1] != "count":
            return self.interval_aggregate(node)
        return self.point(node)

    def interval_or_unknown(self, node):
        try:
            return self.interval(node)
        except Unknown:
            return "unknown"

    def point(self, node):
        value = self.number(node)
        return None if value is None else (value, value)

    def widen(self, value, node):
        if value is None:
            return None
        kind, places = COLUMNS[node[3]].get(node[5], (None, 0))
        half = Fraction(1, 2 * 10**places) * UNITS.get(kind.unit, 1) if places > 0 else 0
        return (value - half, value + half)

    def combine_intervals(self, sign, left, right):
        a, b = self.interval_or_unknown(left), self.interval_or_unknown(right)
        if a is None or b is None:
            return None
        if "unknown" in (a, b):
            raise Unknown
        if sign == "/":
            if b == (0, 0):
                return None
            if b[0] <= 0 <= b[1]:
                raise Unknown
        corners = [arithmetic(sign, x, y) for x in a for y in b]
        return (min(corners), max(corners))

    def interval_call(self, node):
        _, name, args = node
        if name == "if":
            branch = 1 if self.value(args[0]) is True else 2
            return self.interval(args[branch]) if branch < len(args) else None
        if name == "coalesce":
            taken = [arg for arg in args if self.value(arg) is not None]
            return self.interval(taken[0]) if taken else None
        if name in ("min", "max"):
            return extreme_interval(name, [self.interval_or_unknown(arg) for arg in args])
        if name == "ratio":
            return self.combine_intervals("/", *args)
        if name == "prior":
            return self.widen(self.number(node), args[0])
        if name not in ("abs", "round", "floor"):
            return self.point(node)
        inner = self.interval(args[0])
        if inner is None:
            return None
        if name == "abs":
            ends = [abs(end) for end in inner]
            return (Fraction(0) if inner[0] < 0 < inner[1] else min(ends), max(ends))
        step = UNITS.get(type_of(args[0]).unit, Fraction(1))
        if name == "floor":
            return tuple(end / step // 1 * step for end in inner)
        places = self.number(args[1])
        if places is None:
            return None
        ends = tuple(round_half_up(end / step, places) for end in inner)
        return None if None in ends else tuple(end * step for end in ends)

    def interval_aggregate(self, node):
        inner = [self.interval_or_unknown(node[3]) for _ in self.matching(node)]
        if node[1] == "one":
            if len(inner) != 1 or inner[0] is None:
                return None
            if inner[0] == "unknown":
                raise Unknown
            return inner[0]
        return add_intervals(inner) if node[1] == "sum" else extreme_interval(node[1], inner)

    # Operands

    def cells(self, node, out):
        if node is None or node[0] in ("number", "text"):
            return
        if node[0] == "cell":
            if node[5] not in SPECIAL:
                out.append(cell_id(self.address(node)))
        elif node[0] == "aggregate":
            for _ in self.matching(node):
                self.cells(node[3], out)
        elif node[0] == "call":
            self.cells_of_call(node[1], node[2], out)
        else:
            for part in node[1:]:
                if isinstance(part, tuple):
                    self.cells(part, out)

    def cells_of_call(self, name, args, out):
        if name == "prior":
            return
        if name == "if":
            branch = 1 if self.value(args[0]) is True else 2
            args = [args[0]] + args[branch:branch + 1]
        for arg in args:
            self.cells(arg, out)
            if name == "coalesce" and self.value(arg) is not None:
                return


def cell_id(address):
    block, row, name = address
    if block in ("report", "rules"):
        return "%s.%s" % (block, name)
    if row == "total":
        return "%s.total.%s" % (block, name)
    if block == "budget":
        return "%s.%s.%s" % (block, GRID_ROWS[row], name)
    return "%s[%d].%s" % (block, row, name)


def known(intervals):
    if "unknown" in intervals:
        raise Unknown
    return [i for i in intervals if i is not None]


def add_intervals(intervals):
    there = known(intervals)
    return (sum(i[0] for i in there), sum(i[1] for i in there)) if there else None


def extreme_interval(name, intervals):
    there = known(intervals)
    pick = min if name == "min" else max
    return (pick(i[0] for i in there), pick(i[1] for i in there)) if there else None


def band(figure, scale):
    if figure is None:
        return None
    if scale == "grade":
        return next((text for limit, text in zip((90, 80, 60), GRADES) if figure >= limit), "差")
    if figure >= Fraction(95, 100):
        return Fraction(1)
    return Fraction(1, 2) if figure >= Fraction(60, 100) else None


def arithmetic(sign, a, b):
    if sign == "+" and (a is None or b is None):
        return b if a is None else a
    if a is None or b is None or (sign == "/" and b == 0):
        return None
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[sign]()


def compare(sign, a, b):
    if a is None or b is None or type(a) is not type(b):
        return None
    if sign == "=":
        return a == b
    if sign == "!=":
        return a != b
    if isinstance(a, str):
        return None
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]


def make_date(numbers):
    if any(n.denominator != 1 for n in numbers):
        return None
    try:
        day = datetime.date(*map(int, numbers))
    except (ValueError, OverflowError):
        return None
    return Fraction((day - EPOCH).days) if day.year >= 1900 else None


def round_half_up(figure, places):
    if places.denominator != 1 or not 0 <= places <= 6:
        return None
    scaled = abs(figure) * 10**int(places)
    whole = (scaled + Fraction(1, 2)) // 1
    return (whole if figure >= 0 else -whole) / Fraction(10**int(places))


# Formulas

class Writer:
    """Makes formulas, most of them of the sort that is asked for."""

    def __init__(self, dice):
        self.dice = dice

    def make(self, sort, depth, block=None):
        dice = self.dice
        if dice.random() < 0.004:
            sort = dice.choice(("number", "money", "score", "date", "text", "truth"))
        if sort == "truth":
            return self.truth(depth, block)
        if depth <= 0 or dice.random() < 0.2:
            return self.leaf(sort, block)
        if block is None and dice.random() < 0.2:
            return self.aggregate(sort, depth)
        if dice.random() < 0.25:
            return self.shared_call(sort, depth, block)
        return getattr(self, sort)(depth, block)

    def cell(self, wanted, block):
        found = []
        for name, columns in COLUMNS.items():
            for key, (kind, _) in columns.items():
                if kind.sort == wanted:
                    found += self.spellings(name, key, block)
        if wanted == "number":
            found += self.specials("#", block)
        if wanted == "text":
            found += [("cell", "@budget." + key, "row", "budget", None, key) for key in ("label", "key")]
        visits = [node for node in found if node[2] == "visit"]
        return self.dice.choice(visits if visits and self.dice.random() < 0.6 else found)

    def specials(self, key, block):
        found = [("cell", "@" + key, "row", "projects", None, key),
                 ("cell", "@budget." + key, "row", "budget", None, key)]
        if block:
            found.append(("cell", block + "." + key, "visit", block, None, key))
        return found

    def spellings(self, block, key, visited):
        found = []
        if block in ("report", "rules"):
            return [("cell", "%s.%s" % (block, key), "cell", block, 0, key),
                    ("cell", "@%s.%s" % (block, key), "cell", block, 0, key)]
        if block == visited:
            found.append(("cell", "%s.%s" % (block, key), "visit", block, None, key))
        if block == "budget":
            found.append(("cell", "@budget." + key, "row", block, None, key))
            for row, name in enumerate(GRID_ROWS):
                if key != "score" or name == "total":
                    found.append(("cell", "budget.%s.%s" % (name, key), "cell", block, row, key))
        if block == "projects":
            found.append(("cell", "@" + key, "row", block, None, key))
            found.append(("cell", "@projects." + key, "row", block, None, key))
            if key in TOTALS:
                found.append(("cell", "projects.total." + key, "cell", block, "total", key))
        return found

    def leaf(self, sort, block):
        dice = self.dice
        if dice.random() < 0.7:
            return self.cell(sort, block)
        if sort == "number":
            return dice.choice([("number", "0", ""), ("number", "1", ""), ("number", "100", "%"),
                                ("number", "2.5", ""), ("number", "60", "%"), ("number", "0.125", ""),
                                ("number", str(dice.randrange(200)), dice.choice(("", "%"))),
                                ("number", "0", "%")])
        if sort == "money":
            return dice.choice([("number", "0", ""), ("number", "12.34", "万元"), ("number", "5", "元"),
                                ("number", "0.01", "亿元"), ("number", "0.00", "")])
        if sort == "text":
            return ("text", dice.choice(NAMES + KINDS + GRADES + ("",)))
        if sort == "score":
            return dice.choice([("number", "90", ""), ("number", "0", ""), ("number", "7.5", "")])
        return self.date(1, block)

    def truth(self, depth, block):
        dice = self.dice
        pick = dice.random()
        if depth > 0 and pick < 0.25:
            return (dice.choice(("and", "or")), self.make("truth", depth - 1, block),
                    self.make("truth", depth - 1, block))
        if depth > 0 and pick < 0.35:
            return ("not", self.make("truth", depth - 1, block))
        sort = dice.choice(("number", "money", "score", "date", "text"))
        if pick < 0.45:
            return ("call", "empty", [self.make(sort, depth - 1, block)])
        signs = ("=", "!=") if sort == "text" else ("=", "!=", "<", "<=", ">", ">=")
        if sort == "text" and dice.random() < 0.3:
            return self.match(block)
        return (dice.choice(signs), self.make(sort, depth - 1, block), self.make(sort, depth - 1, block))

    def match(self, block):
        column_key = {"projects": "name", "funds": "project"}.get(block)
        if column_key is None:
            return ("=", self.cell("text", block), self.cell("text", block))
        column_node = ("cell", "%s.%s" % (block, column_key), "visit", block, None, column_key)
        key = self.dice.choice([("cell", "@name", "row", "projects", None, "name"),
                                ("text", self.dice.choice(NAMES))])
        return ("=",) + ((column_node, key) if self.dice.random() < 0.5 else (key, column_node))

    def shared_call(self, sort, depth, block):
        dice = self.dice
        pick = dice.random()
        if pick < 0.45:
            args = [self.make("truth", depth - 1, block)]
            args += [self.make(sort, depth - 1, block) for _ in range(dice.choice((1, 2, 2)))]
            return ("call", "if", args)
        if pick < 0.7:
            return ("call", "coalesce",
                    [self.make(sort, depth - 1, block) for _ in range(dice.choice((1, 2, 3)))])
        if pick < 0.8:
            node = self.cell(sort, block)
            return ("call", "prior", [node]) if node[5] not in SPECIAL else node
        if sort == "text":
            return ("band", self.make(dice.choice(("score", "number")), depth - 1, block), "grade")
        return ("call", dice.choice(("min", "max")),
                [self.make(sort, depth - 1, block) for _ in range(dice.choice((2, 2, 3)))])

    def figure(self, sort, depth, block):
        dice = self.dice
        pick = dice.random()
        one = self.make(sort, depth - 1, block)
        if pick < 0.45:
            return (dice.choice(("+", "+", "-")), one, self.make(sort, depth - 1, block))
        if pick < 0.55:
            return ("negate", one)
        if pick < 0.65:
            return ("call", "abs", [one])
        if pick < 0.72:
            return ("call", "round", [one, ("number", str(dice.randrange(5)), "")])
        if pick < 0.79:
            return ("call", "floor", [one])
        number = self.make("number", depth - 1, block)
        if pick < 0.9:
            return ("*", one, number) if dice.random() < 0.5 else ("*", number, one)
        return ("/", one, number)

    def number(self, depth, block):
        dice = self.dice
        if dice.random() < 0.6:
            return self.figure("number", depth, block)
        sort = dice.choice(("number", "money", "score"))
        pair = [self.make(sort, depth - 1, block), self.make(sort, depth - 1, block)]
        return dice.choice([("call", "ratio", pair), ("/", pair[0], pair[1]),
                            ("band", self.make("number", depth - 1, block), "ladder"),
                            ("call", "year", [self.make("date", depth - 1, block)]),
                            ("-", self.make("date", depth - 1, block),
                             self.make("date", depth - 1, block))])

    def money(self, depth, block):
        return self.figure("money", depth, block)

    def score(self, depth, block):
        return self.figure("score", depth, block)

    def text(self, depth, block):
        return self.leaf("text", block)

    def date(self, depth, block):
        dice = self.dice
        if dice.random() < 0.4:
            return self.cell("date", block)
        year = ("cell", "report.year", "cell", "report", 0, "year")
        return ("call", "date", [dice.choice((year, ("number", "2020", ""))),
                                 ("number", str(dice.randrange(14)), ""),
                                 ("number", str(dice.randrange(32)), "")])

    def aggregate(self, sort, depth):
        dice = self.dice
        block = dice.choice(("projects", "projects", "funds", "budget"))
        where = self.make("truth", depth - 2, block) if dice.random() < 0.5 else None
        if where and dice.random() < 0.3:
            where = self.match(block)
        if sort == "number" and dice.random() < 0.4:
            inside = None
            if dice.random() < 0.5:
                inside = self.make(dice.choice(("number", "money", "text")), depth - 2, block)
                if inside[0] == "cell" and "." not in inside[1] and inside[1][0] != "@":
                    inside = None
            return ("aggregate", "count", block, inside, where)
        names = {"text": ("one",), "date": ("one", "min", "max")}.get(sort, ("sum", "sum", "min", "max", "one"))
        return ("aggregate", dice.choice(names), block, self.make(sort, depth - 1, block), where)

    # Spelling, with no more parentheses than the grammar needs, and now and then more

    def spell(self, node, least=0):
        text, level = self.spell_bare(node)
        if level < least or self.dice.random() < 0.03:
            return "(" + text + ")"
        return text

    def spell_bare(self, node):
        what = node[0]
        if what == "number":
            return node[1] + node[2], 8
        if what == "text":
            return "'" + node[1] + "'", 8
        if what == "cell":
            return node[1], 8
        if what == "call":
            return "%s(%s)" % (node[1], ", ".join(self.spell(arg) for arg in node[2])), 8
        if what == "band":
            return "band(%s, %s)" % (self.spell(node[1]), node[2]), 8
        if what == "aggregate":
            _, name, block, inside, where = node
            text = self.spell(inside) if inside else block
            return "%s(%s%s)" % (name, text, " where " + self.spell(where) if where else ""), 8
        level = OPERATORS[what]
        if what == "not":
            return "not " + self.spell(node[1], 4), level
        if what == "negate":
            return "-" + self.spell(node[1], 8), level
        least = level + 1 if level == 4 else level
        space = self.dice.choice(("", " ")) if what not in ("and", "or") else " "
        return (self.spell(node[1], least) + space + what + space + self.spell(node[2], level + 1), level)


# Reports

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
    return "%s%d.%02d" % ("-" if digits < 0 else "", abs(digits) // 100, abs(digits) % 100) if places else str(digits)


def parse_figure(kind, text):
    if kind.sort == "date":
        return Fraction((datetime.date.fromisoformat(text) - EPOCH).days)
    if kind.sort == "text" or text == "长期":
        return text
    return Fraction(text) * UNITS.get(kind.unit, 1)


def make_report(dice, lines):
    report = Report()
    report.rows["projects"] = dice.randrange(1, 5)
    report.rows["funds"] = dice.randrange(1, 6)
    lines.append("new")
    for block, columns in COLUMNS.items():
        rows = list(range(report.rows.get(block, 1))) + (["total"] if block == "projects" else [])
        for row in rows:
            for key, (kind, places) in columns.items():
                if (row == "total" and key not in TOTALS) or (block == "budget" and key == "score" and row != 2):
                    continue
                for verb, figures, chance in (("set", report.values, 0.75), ("prior", report.priors, 0.5)):
                    if dice.random() < chance or (verb == "set" and row == report.rows.get(block, 1) - 1 and key in ("name", "source")):
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
    got_bounds = None if bounds_text == "none" else tuple(Fraction(end) for end in bounds_text.split(" "))
    if got_bounds != bounds and not (got_bounds is None and bits > 60):
        return "bounds %s" % (bounds,)
    if cells_text.split() != cells:
        return "cells %s" % cells
    return None


def main():
    program = sys.argv[1]
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20211231)
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
    writer = Writer(dice)
    lines, formulas, expected = [], [], []
    report = None
    while len(formulas) < wanted:
        if len(formulas) % 200 == 0 and (not formulas or len(formulas) != len(expected) or report is None
                                         or report.made != len(formulas)):
            report = make_report(dice, lines)
            report.made = len(formulas)
        node = writer.make(dice.choice(("number", "money", "score", "date", "text", "truth")),
                           dice.randrange(1, 6))
        formula = writer.spell(node)
        if len(formula) > 1000:
            continue
        report.at = {"budget": dice.randrange(3), "projects": dice.randrange(report.rows["projects"])}
        lines.append("eval\t%d\t%d\t%s" % (report.at["budget"], report.at["projects"], formula))
        formulas.append(formula)
        expected.append(reckon(report, node))
    run = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True,
                         encoding="utf-8", check=True)
    answers = run.stdout.splitlines()
    assert len(answers) == len(formulas), "%d answers" % len(answers)
    wrong = 0
    for formula, expect, answer in zip(formulas, expected, answers):
        complaint = disagree(expect, answer)
        if complaint:
            wrong += 1
            if wrong <= 10:
                print("# %s\n#   program: %s\n#   here: %s" % (formula, answer, complaint))
    refused = sum(1 for e in expected if e is None)
    missing = sum(1 for e in expected if e is not None and e[0] is None)
    overflow = sum(1 for a in answers if a.startswith("overflow"))
    bounded = sum(1 for e in expected if e is not None and e[1] is not None)
    print("# %d formulas, %d refused, %d missing, %d with bounds, %d overflows"
          % (len(formulas), refused, missing, bounded, overflow))
    assert overflow < len(formulas) // 50 and missing > 100 and refused > 50 and bounded > 1000
    print("1..1\n%s 1 - formulas agree with fractions" % ("not ok" if wrong else "ok"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
