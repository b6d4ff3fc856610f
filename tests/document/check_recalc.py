#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every stored value of the spreadsheet attachment is what its formula gives.

Writes the attachment of every example with write-book, lets LibreOffice recalculate it whatever the
file says it holds, and compares cell by cell. One value is falsified first: it must be noticed. Then
a figure is changed in the workbook by hand, and everything that is calculated from it must come out
as the program gives it for a report with that figure.
Usage: check_recalc.py WRITE-BOOK. Exit 77 (skipped) without LibreOffice or openpyxl.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

SMALL = {
    "unit.name": "某局", "unit.salary": "7", "report.year": "2021", "report.date": "2022-04-08",
    "budget.basic.initial": "100.005", "budget.basic.adjust": "-20.5", "budget.basic.actual": "60",
    "budget.project.initial": "—", "budget.project.actual": "12.345678", "budget.basic.rate": "75",
    "assets.fixed.amount": "120.5", "assets.cash.amount": "4567.89",
    "projects": [
        {"name": "甲/乙", "kind": "甲类", "initial": "60.125", "actual": "51.0049"},
        {"name": "*", "kind": "乙类", "initial": "0", "actual": "—"},
        {"name": "丙", "actual": "30"}],
    "indicators": [
        {"project": "甲/乙", "level1": "产出", "name": "a", "target": "90%", "weight": "10"},
        {"project": "*", "level1": "产出", "name": "b", "target": "好", "weight": "20.5"},
        {"project": "*", "level1": "效益", "name": "=1+1", "target": "12.5", "due": "2021-12-31"}],
}
EXAMPLES = {"full": {}, "reference-corrected": {}, "reference-printed": {}, "small": SMALL}

# The figure changed by hand: where it stands in the first column of its block, and its new value.
CHANGED_ROW = "基本支出"
CHANGED_BLOCK = "部门整体支出预算与执行"
CHANGED_LABEL = "实际支出（万元）"
CHANGED = {"budget.basic.actual": "1999.99"}
TOLERANCE = 1e-9

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# A formula with a number for its stored value.
STORED = re.compile(rb"(<f>[^<]*</f><v>)([0-9.]+)(</v>)")
FALSE_VALUE = b"987654"


def falsify(source, target):
    """A copy of the file in which one stored value of one formula is wrong."""
    done = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if not done and item.filename.startswith("xl/worksheets/"):
                data, n = STORED.subn(rb"\g<1>" + FALSE_VALUE + rb"\g<3>", data, count=1)
                done = n > 0
            new.writestr(item, data)
    return done


def write(example, path, data):
    subprocess.run([sys.argv[1], example, str(path), json.dumps(data)], check=True)


def recalculate(folder, paths):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
         "xlsx", "--outdir", str(out), *map(str, paths)],
        check=True, capture_output=True, timeout=280)
    return out


def same(stored, found):
    numbers = (int, float)
    if isinstance(stored, numbers) and isinstance(found, numbers):
        return abs(stored - found) <= TOLERANCE * max(1, abs(stored))
    return (stored or "") == (found or "")


def differences(openpyxl, path, recalculated):
    """Cells whose stored value is not what the formula gives, and how many formulas there are."""
    stored = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    found = openpyxl.load_workbook(recalculated, data_only=True)
    wrong, n_formulas = [], 0
    for sheet in stored.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                formula = formulas[sheet.title][cell.coordinate].value
                n_formulas += isinstance(formula, str) and formula.startswith("=")
                value = found[sheet.title][cell.coordinate].value
                if not same(cell.value, value):
                    wrong.append(f"{sheet.title}!{cell.coordinate}: {cell.value!r} stored, "
                                 f"{value!r} calculated: {formula}")
    return wrong, n_formulas


def find_changed(sheet):
    """The cell of the figure that is changed: by the labels beside and above it."""
    block = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == CHANGED_BLOCK)
    row = next(row for row in range(block, sheet.max_row) if sheet.cell(row, 1).value == CHANGED_ROW)
    column = next(column for column in range(1, sheet.max_column)
                  if sheet.cell(block + 1, column).value == CHANGED_LABEL)
    return sheet.cell(row, column)


def change(openpyxl, source, target):
    book = openpyxl.load_workbook(source)
    find_changed(book["数据"]).value = float(*CHANGED.values())
    book.save(target)


def calculated_differences(openpyxl, wanted, recalculated):
    """Calculated cells that are not what the program stores for the changed report."""
    formulas = openpyxl.load_workbook(wanted)
    stored = openpyxl.load_workbook(wanted, data_only=True)
    found = openpyxl.load_workbook(recalculated, data_only=True)
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not (isinstance(cell.value, str) and cell.value.startswith("=")):
                    continue
                pair = [book[sheet.title][cell.coordinate].value for book in (stored, found)]
                if not same(*pair):
                    yield f"{sheet.title}!{cell.coordinate}: {pair[0]!r} wanted, {pair[1]!r} found"


class Results:
    def __init__(self):
        self.n = 0
        self.failed = 0

    def add(self, good, text, lines=()):
        self.n += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.n} {text}")
        for line in list(lines)[:40]:
            print(f"# {line}")


def main():
    try:
        import openpyxl
    except ImportError:
        print("1..0 # SKIP openpyxl is missing")
        return 77
    if shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is missing")
        return 77

    results = Results()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = {example: folder / f"{example}.xlsx" for example in EXAMPLES}
        control, changed, wanted = (folder / f"{n}.xlsx" for n in ("control", "changed", "wanted"))
        for example, path in paths.items():
            write(example, path, EXAMPLES[example])
        write("full", wanted, CHANGED)
        falsified = falsify(paths["full"], control)
        change(openpyxl, paths["full"], changed)
        out = recalculate(folder, [*paths.values(), control, changed])

        for example, path in paths.items():
            wrong, n_formulas = differences(openpyxl, path, out / path.name)
            results.add(not wrong and n_formulas > 20,
                        f"{example}: {n_formulas} formulas, {len(wrong)} cells differ", wrong)
        wrong, _ = differences(openpyxl, control, out / control.name)
        results.add(falsified and wrong, "a wrong value is noticed")
        wrong = list(calculated_differences(openpyxl, wanted, out / changed.name))
        results.add(not wrong, "a figure changed by hand changes the others", wrong)
        unmoved = list(calculated_differences(openpyxl, wanted, out / paths["full"].name))
        results.add(len(unmoved) > 5, f"{len(unmoved)} others depend on it")
    print(f"1..{results.n}")
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
