#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as a clerk has to do with them: opened and saved through the file dialogs, moved away, on a full
disk, several at once. Run under headless.sh.

usage: test_program_files.py ZIPING ZIPING_CLI SOURCE_ROOT
"""
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from program_case import PROGRAM, make_report, press, run, saved, start  # noqa: E402
from screen_reader import focus_window, key, type_text, wait_for  # noqa: E402


def child(program, title):
    return next((window for window in program.root if window.name == title), None)


def titles(program):
    return [window.name for window in program.root]


def chooser(program, title):
    program.opened_file_dialog()
    wait_for(title, lambda: child(program, title))
    focus_window()
    time.sleep(0.3)


def chosen(program, title, name):
    """A name is typed into a file dialog, with the keyboard alone."""
    chooser(program, title)
    key("ctrl+a")
    type_text(name)
    key("Return")
    wait_for(f"{title} is closed", lambda: child(program, title) is None)
    focus_window()


def change(program, figure="2925.70"):
    program.go_to("基本支出 实际支出", "2,295.70")
    focus_window()
    type_text(figure)
    key("Return")
    wait_for("the change", lambda: program.find("label", "1 change not saved"))


def saved_beside(folder):
    """Save As offers the folder of the report, wherever the program was started, and adds the ending."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        change(program)
        key("ctrl+shift+s")
        chosen(program, "Save the Report", "other")
        other = folder / "other.ziping"
        wait_for("the other file", lambda: saved(other, "budget.basic.actual") == "2925.70")
        assert saved(path, "budget.basic.actual") == "2295.70", "the first file was written to"
        key("ctrl+z", "ctrl+s")
        wait_for("the second file", lambda: saved(other, "budget.basic.actual") == "2295.70")
    finally:
        program.end()


def opened_from_dialog(folder):
    """Ctrl+O opens a second report in a window of its own; its dialog begins where the first one is."""
    path = make_report(folder, "reference-printed")
    shutil.copy(path, folder / "second.ziping")
    program = start(folder, path)
    try:
        focus_window()
        key("ctrl+o")
        chooser(program, "Open a Report")
        key("ctrl+l")
        type_text("second.ziping")
        key("Return")
        wait_for("two windows", lambda: len([title for title in titles(program) if "长沙" in title]) == 2)
    finally:
        program.end()


def second_start_joins(folder):
    """A second start with a file opens a window in the first program, one with the same file does not."""
    path = make_report(folder, "reference-printed")
    shutil.copy(path, folder / "second.ziping")
    program = start(folder, path)
    try:
        for name, windows in [("second.ziping", 2), ("report.ziping", 2), ("second.ziping", 2)]:
            subprocess.run([PROGRAM, name], cwd=folder, check=True, timeout=20)
            wait_for(f"{windows} windows", lambda windows=windows: program.root.childCount == windows)
    finally:
        program.end()


def moved_away(folder):
    """A file that was moved away is not written anew without a question, and not lost."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        change(program)
        path.rename(folder / "moved.ziping")
        key("ctrl+s")
        wait_for("the question", lambda: program.find("label", "moved or removed"))
        assert not program.find("label", "replaces what the other program wrote")
        assert not path.exists()
        focus_window()
        key("Escape")
        wait_for("no question", lambda: program.root.childCount == 1)
        (folder / "moved.ziping").rename(path)
        focus_window()
        key("ctrl+s")
        wait_for("the file", lambda: saved(path, "budget.basic.actual") == "2925.70")
    finally:
        program.end()


def one_of_three_changed(folder):
    """Quitting closes what is saved and asks about the one that is not; giving up keeps its window."""
    path = make_report(folder, "reference-printed")
    for name in ("second.ziping", "third.ziping"):
        shutil.copy(path, folder / name)
    program = start(folder, path)
    try:
        change(program)
        for name in ("second.ziping", "third.ziping"):
            subprocess.run([PROGRAM, folder / name], check=True, timeout=20)
        wait_for("three windows", lambda: program.root.childCount == 3)
        focus_window()
        key("ctrl+q")
        wait_for("the question", lambda: child(program, "Save the changes to “report.ziping”?"))
        focus_window()
        key("Escape")
        wait_for("one window", lambda: program.root.childCount == 1)
        focus_window()
        key("ctrl+q")
        wait_for("the question again", lambda: program.find("push button", "Don’t Save"))
        press(program, "Don’t Save")
        assert program.process.wait(20) == 0
        assert saved(path, "budget.basic.actual") == "2295.70"
    finally:
        program.end()


run([saved_beside, opened_from_dialog, second_start_joins, moved_away, one_of_three_changed])
