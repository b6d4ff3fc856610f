# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random formulas, most of them well formed, and spells them."""

from formula_types import COLUMNS, GRADES, GRID_ROWS, KINDS, NAMES, SPECIAL, TOTALS

OPERATORS = {"or": 1, "and": 2, "not": 3, "=": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4,
             "+": 5, "-": 5, "*": 6, "/": 6, "negate": 7}


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
            found += [("cell", "@budget." + key, "row", "budget", None, key)
                      for key in ("label", "key")]
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
        sides = [self.make(sort, depth - 1, block) for _ in range(2)]
        return (dice.choice(signs), sides[0], sides[1])

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
        names = {"text": ("one",), "date": ("one", "min", "max")}
        names = names.get(sort, ("sum", "sum", "min", "max", "one"))
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
        sides = (self.spell(node[1], least), self.spell(node[2], level + 1))
        return (space + what + space).join(sides), level
