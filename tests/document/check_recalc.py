#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every stored value of the spreadsheet attachment is what its formula gives.

Writes the attachment of every example with write-book, lets LibreOffice recalculate it whatever the
file says it holds, and compares cell by cell. One value is falsified first: it must be noticed.
Usage: check_recalc.py WRITE-BOOK. Exit 77 (skipped) without LibreOffice or openpyxl.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

EXAMPLES = ("full", "reference-corrected", "reference-printed")
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


def main():
    try:
        import openpyxl
    except ImportError:
        print("1..0 # SKIP openpyxl is missing")
        return 77
    if shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is missing")
        return 77

    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = [folder / f"{example}.xlsx" for example in EXAMPLES]
        for example, path in zip(EXAMPLES, paths):
            subprocess.run([sys.argv[1], example, str(path)], check=True)
        control = folder / "control.xlsx"
        falsified = falsify(paths[0], control)
        out = recalculate(folder, [*paths, control])

        print(f"1..{len(paths) + 1}")
        for number, path in enumerate(paths, 1):
            wrong, n_formulas = differences(openpyxl, path, out / path.name)
            good = not wrong and n_formulas > 100
            failed += not good
            print(f"{'ok' if good else 'not ok'} {number} {path.stem}: {n_formulas} formulas, "
                  f"{len(wrong)} cells differ")
            for line in wrong[:40]:
                print(f"# {line}")
        wrong, _ = differences(openpyxl, control, out / control.name)
        caught = falsified and len(wrong) >= 1
        failed += not caught
        print(f"{'ok' if caught else 'not ok'} {len(paths) + 1} a wrong value is noticed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
