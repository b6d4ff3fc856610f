# SPDX-License-Identifier: GPL-3.0-or-later
"""Values, intervals and operands of formulas, worked out a second time with fractions."""

import datetime
from fractions import Fraction

from formula_types import COLUMNS, GRADES, GRID_LABELS, GRID_ROWS, SPECIAL, UNITS, type_of

EPOCH = datetime.date(1970, 1, 1)


class Unknown(Exception):
    """No interval."""


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
