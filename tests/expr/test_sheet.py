#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheet formulas give what the program's own evaluator gives.

Puts the lines of sheet-lines into a workbook, lets LibreOffice recalculate it, and compares.
Usage: test_sheet.py SHEET-LINES. Exit 77 (skipped) without LibreOffice or openpyxl.
"""

import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOLERANCE = 1e-9

# Recalculate whatever the file says it holds.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# A formula that is given a wrong value on purpose: it must be found.
CONTROL = ("control", "公式1", "SUM(1,1)", "n", "3")


def read_lines(program):
    output = subprocess.run([program], check=True, capture_output=True, encoding="utf-8").stdout
    lines = [line.split("\t") for line in output.splitlines()]
    cells = [line[1:] for line in lines if line[0] == "cell"]
    formulas = [line[1:] for line in lines if line[0] == "formula"]
    return cells, formulas + [list(CONTROL)]


def write_workbook(openpyxl, path, cells, formulas):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet, address, kind, value in cells:
        if sheet not in book.sheetnames:
            book.create_sheet(sheet)
        if kind != "e":
            book[sheet][address.replace("$", "")] = float(value) if kind == "n" else value
    places = []
    for name, sheet, formula, kind, value in formulas:
        if sheet not in book.sheetnames:
            book.create_sheet(sheet)
        row = sum(1 for place in places if place[0] == sheet) + 1
        book[sheet].cell(row=row, column=1).value = "=" + formula
        places.append((sheet, row))
    book.save(path)
    return places


def recalculate(folder, path):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
         "xlsx", "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=240)
    return out / path.name


def agrees(kind, expected, found):
    if isinstance(found, datetime.datetime):
        found = (found - datetime.datetime(1899, 12, 30)).days
    if kind == "n":
        return isinstance(found, (int, float)) and not isinstance(found, bool) and \
            abs(float(expected) - found) <= TOLERANCE * max(1, abs(found))
    return (found or "") == expected


def main():
    try:
        import openpyxl
    except ImportError:
        print("1..0 # SKIP openpyxl is missing")
        return 77
    if shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is missing")
        return 77

    cells, formulas = read_lines(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = folder / "formulas.xlsx"
        places = write_workbook(openpyxl, path, cells, formulas)
        book = openpyxl.load_workbook(recalculate(folder, path), data_only=True)
        found = [book[sheet].cell(row=row, column=1).value for sheet, row in places]

    wrong = []
    for (title, _, formula, kind, expected), value in zip(formulas, found):
        if not agrees(kind, expected, value):
            wrong.append(title)
            if title != "control":
                print(f"# {title}: expected {expected!r}, the sheet gives {value!r}: ={formula}")

    compared = len(formulas) - 1
    caught = "control" in wrong
    failed = len(wrong) - (1 if caught else 0)
    print("1..2")
    print(f"{'ok' if failed == 0 else 'not ok'} 1 {compared} formulas agree ({failed} do not)")
    print(f"{'ok' if caught else 'not ok'} 2 a wrong value is noticed")
    return 0 if failed == 0 and caught else 1


if __name__ == "__main__":
    sys.exit(main())
