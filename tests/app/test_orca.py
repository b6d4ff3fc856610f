#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real screen reader says in the program. Skipped where Orca is not installed. Run under
headless.sh.

usage: test_orca.py ZIPING ZIPING_CLI SOURCE_ROOT
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from orca_reader import Orca, is_installed  # noqa: E402
from program_case import make_report, run, start  # noqa: E402
from screen_reader import focus_window, key, type_text, wait_for  # noqa: E402


def with_orca(folder, body):
    """Runs a case in a program that Orca reads out."""
    orca = Orca(folder)
    try:
        program = start(folder, make_report(folder, "reference-printed"))
        try:
            body(program, orca)
        finally:
            program.end()
    finally:
        orca.end()


def after(orca, name):
    orca.forget()
    key(name)
    return orca.hear()


def says(said, *parts):
    """The parts are said one after the other, and nothing else is."""
    assert len(said) == len(parts) and all(part in line for part, line in zip(parts, said)), said


def holds(said, *parts):
    """All the parts are said."""
    assert all(any(part in line for line in said) for part in parts), said


def go_to(program, orca, words, figure):
    program.go_to(words, figure)
    focus_window()
    orca.hear()


def cells(folder):
    """A cell is said once, whole, and in its order; so are an entry that is refused and a locked cell."""
    def body(program, orca):
        go_to(program, orca, "项目支出 实际支出", "288.34")
        holds(after(orca, "Up"), "基本支出, 实际支出, 2,295.70 万元, error, differs from")
        says(after(orca, "Down"), "项目支出, 实际支出, 288.34 万元 text.")
        says(after(orca, "Down"), "部门整体支出, 实际支出, declared 3,653.00 万元, computed 2,584.04 万元, error")
        says(after(orca, "Up"), "项目支出, 实际支出, 288.34 万元 text.")
        says(after(orca, "Left"), "项目支出, 全年预算, 323.46 万元, computed by the program read only text.")
        says(after(orca, "5"), "This cell is computed")
        says(after(orca, "Right"), "项目支出, 实际支出, 288.34 万元 text.")
        type_text("12x")
        says(after(orca, "Return"), "“12x” is not a number")
        says(after(orca, "Escape"), "项目支出, 实际支出, 288.34 万元")

    with_orca(folder, body)


def findings(folder):
    """A correction says what it did; the cell of the next finding is said, not the card that stands out."""
    def body(program, orca):
        go_to(program, orca, "项目支出 实际支出", "288.34")
        holds(after(orca, "Up"), "基本支出, 实际支出, 2,295.70 万元, error")
        holds(after(orca, "alt+Return"), "Accepted; 6 errors became 3")
        holds(after(orca, "ctrl+z"), "3 new errors")
        says(after(orca, "F8"), "部门整体支出, 实际支出, declared 3,653.00 万元")
        holds(after(orca, "F6"), "Findings page tab")
        orca.forget()
        key(*["Tab"] * 8)
        holds(orca.hear(), "Error: 部门整体支出 · 实际支出: differs from the sum of its parts")

    with_orca(folder, body)


def dialogs(folder):
    """A dialog says what it is and where the keyboard is in it; a menu can be walked with the arrows."""
    def body(program, orca):
        go_to(program, orca, "项目支出 实际支出", "288.34")
        holds(after(orca, "Menu"), "Cell menu", "Edit")
        says(after(orca, "Down"), "Clear")
        key("Escape")
        wait_for("the cell again", program.focused_on("288.34"))
        orca.forget()
        key("ctrl+e")
        wait_for("the dialog", lambda: program.find("push button", "Export 3 Files"))
        focus_window()
        holds(orca.hear(), "Export", "6 errors still open")
        key("Tab")
        holds(after(orca, "Tab"), "Formats", "Document to edit (DOCX) check box checked")

    with_orca(folder, body)


if not is_installed():
    print("1..0 # SKIP no Orca")
    sys.exit(0)
run([cells, findings, dialogs])
