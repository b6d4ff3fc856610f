# SPDX-License-Identifier: GPL-3.0-or-later
"""The made-up pack of expr-fixture.h, and the types of formulas over it, worked out a second time."""

from fractions import Fraction

UNITS = {"元": Fraction(1), "万元": Fraction(10000), "亿元": Fraction(10**8), "%": Fraction(1, 100)}
KINDS = ("基建", "运转")
MODES = ("单位自评", "中介机构评价")
GRADES = ("优", "良", "中", "差")
GRID_ROWS = ("basic", "project", "total")
GRID_LABELS = ("基本支出", "项目支出", "合计")


class Wrong(Exception):
    """The formula has to be refused."""


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
