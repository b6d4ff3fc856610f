#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in the sandbox, worked with real keys: its files come and go through the portals of the
desktop. flatpak/test.sh starts it, on a display and a bus of its own, with the program installed.

usage: test_sandbox.py FOLDER [SHOTS]

FOLDER belongs to this user and holds report.ziping; SHOTS gets a picture of each dialog.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import pyatspi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from screen_reader import (Program, copy, find_application, key, nodes, shown_windows,  # noqa: E402
                           type_text, wait_for)

APP = "io.github.ziping.Ziping"
FOLDER = pathlib.Path(sys.argv[1])
SHOTS = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
DATA = pathlib.Path.home() / ".var" / "app" / APP / "data" / "ziping"
CELL = "基本支出 实际支出"


def shoot(name):
    if SHOTS:
        subprocess.run(["import", "-window", "root", str(SHOTS / f"{name}.png")], check=False)


class Desk:
    """A folder of the user, with a report in it, and the program that shows it."""

    def __init__(self, folder):
        self.folder = folder
        self.files = folder / "文件"
        self.files.mkdir()
        self.path = self.files / "报告.ziping"
        shutil.copy(FOLDER / "report.ziping", self.path)
        self.program = None

    def start(self, *files):
        words = [word for file in files for word in ("@@", str(file), "@@")]
        self.program = Program(["flatpak", "run", "--user", "--file-forwarding", APP, *words], None,
                               (self.folder / "log.txt").open("w+b"))
        return self.program

    def stop(self):
        """At once, as when the power goes; then what the program has told is looked at."""
        if self.program is None:
            return
        subprocess.run(["flatpak", "kill", APP], check=False)
        self.program.process.wait()
        wait_for("the window to go", lambda: not shown_windows() and find_application("ziping") is None)
        self.program.log.seek(0)
        told = self.program.log.read().decode("utf-8", "replace")
        bad = [line for line in told.splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not bad, bad[:5]

    def names(self):
        return sorted(os.listdir(self.files))


def correct(program):
    program.go_to(CELL, "2,295.70")
    type_text("2925.70")
    key("Return")
    wait_for("fewer errors", lambda: "6 errors" not in program.checks())


def is_corrected(path):
    return path.exists() and '"budget.basic.actual": "2925.7"' in path.read_text(encoding="utf-8")


def host_window(words):
    """Waits for a dialog that the desktop shows for the program, and gives it the keys."""
    def shown():
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", words], capture_output=True,
                              text=True, check=False).stdout.split()
    window = wait_for(f"the desktop's dialog “{words}”", shown)[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
    time.sleep(0.5)
    return window


def press(root, *words):
    """A button of the program or of a dialog, as a screen reader presses it."""
    def found():
        for node in nodes(root):
            if node.getRoleName() == "push button" and all(word in node.name for word in words):
                return node
        return None
    button = wait_for(f"the button {words}", found)
    button.queryAction().doAction(0)


def saved_where_it_came_from(desk):
    """Nothing but the document is left in its folder, however often it is saved."""
    program = desk.start(desk.path)
    correct(program)
    key("ctrl+s")
    wait_for("the file", lambda: is_corrected(desk.path))
    key("ctrl+z", "ctrl+s")
    wait_for("the file as before", lambda: not is_corrected(desk.path))
    assert desk.names() == ["报告.ziping"], desk.names()


def save_as(desk, typed, written):
    program = desk.start(desk.path)
    correct(program)
    key("ctrl+shift+s")
    host_window("Save the Report")
    shoot("save-as")
    key("ctrl+a")
    type_text(str(desk.folder / typed))
    key("Return")
    wait_for("the new file", lambda: is_corrected(desk.folder / written))
    key("ctrl+z", "ctrl+s")
    wait_for("the new file as before", lambda: not is_corrected(desk.folder / written))
    assert sorted(os.listdir(desk.folder)) == sorted([written, "log.txt", "文件"]), os.listdir(desk.folder)


def saved_under_another_name(desk):
    save_as(desk, "copy.ziping", "copy.ziping")


def saved_without_the_ending(desk):
    """The desktop lends the name that was typed and no other."""
    save_as(desk, "copy", "copy")


def exported_to_a_chosen_folder(desk):
    program = desk.start(desk.path)
    wait_for("the checks", program.checks)
    key("ctrl+e")
    wait_for("the export", lambda: program.find("frame", "Export") or program.find("dialog", "Export"))
    shoot("export")
    press(program.root, "hoose")
    host_window("Folder to Export To")
    shoot("export-folder")
    out = desk.folder / "out"
    out.mkdir()
    key("slash")
    time.sleep(1)
    key("ctrl+a")
    copy(str(out))
    key("ctrl+v")
    time.sleep(0.5)
    key("Return")
    wait_for("the folder in the form", lambda: not program.find("label", "Choose where to export to"))
    press(program.root, "xport 3 Files")
    wait_for("the documents", lambda: {".docx", ".pdf", ".xlsx"} <= {path.suffix for path in out.iterdir()})
    wait_for("the end of it", lambda: program.find("push button", "lose"))
    shoot("export-done")
    assert not [path for path in out.iterdir() if path.name.startswith(".")], os.listdir(out)
    assert desk.names() == ["报告.ziping"], desk.names()


def unsaved_work_found_again(desk):
    """What was typed before the program was killed is offered back, and fits the document."""
    correct(desk.start(desk.path))
    time.sleep(1.5)
    desk.stop()
    assert not is_corrected(desk.path), "the file changed by itself"
    program = desk.start()
    shoot("restore")
    press(program.root, "Restore")
    wait_for("the corrected report", lambda: "3 errors" in program.checks())
    key("ctrl+s")
    wait_for("the file", lambda: is_corrected(desk.path))


def own_pack_is_offered(desk):
    """A pack in the program's own folder of this user; flatpak/test.sh has put it there."""
    assert (DATA / "templates" / "our-bureau" / "pack.json").exists()
    program = desk.start()
    key("ctrl+n")
    host_window("New Report")
    for _ in range(6):
        if program.focused() and "Template" in program.focused().name:
            break
        key("shift+Tab")
        time.sleep(0.2)
    key("space")
    wait_for("the pack", lambda: [node for node in nodes(program.root) if "本局表样" in node.name])
    shoot("new")


def choose_file_as_printer(dialog):
    """Some releases of the dialog choose the first printer by themselves, and where keys go then differs."""
    printers = wait_for("the printers", lambda: [node for node in nodes(dialog) if node.getRoleName() == "table"
                                                 and "Print to File" in [cell.name for cell in nodes(node)]])
    printers[0].queryTable().addRowSelection(0)
    wait_for("the name of the file", lambda: [node for node in nodes(dialog) if "output.pdf" in node.name])


def printed_by_the_desktop(desk):
    """The dialog is the desktop's, and so is the printer: a file, which it offers by itself."""
    program = desk.start(desk.path)
    wait_for("the checks", program.checks)
    key("ctrl+p")
    host_window("Print")
    dialog = wait_for("the dialog", lambda: find_application("xdg-desktop-portal-gtk"))
    choose_file_as_printer(dialog)
    shoot("print")
    press(dialog, "Print")
    printed = pathlib.Path("output.pdf")
    pages = wait_for("the pages", lambda: subprocess.run(["pdfinfo", printed], capture_output=True, text=True,
                                                         check=True).stdout)
    printed.unlink()
    assert "(A4)" in pages, pages


TESTS = (saved_where_it_came_from, saved_under_another_name, saved_without_the_ending,
         exported_to_a_chosen_folder, unsaved_work_found_again, own_pack_is_offered, printed_by_the_desktop)


def run(test):
    with tempfile.TemporaryDirectory(dir=FOLDER, ignore_cleanup_errors=True) as folder:
        desk = Desk(pathlib.Path(folder))
        try:
            test(desk)
        except Exception:
            shoot(f"failed-{test.__name__}")
            raise
        finally:
            desk.stop()


def main():
    failed = 0
    wait_for("the accessibility bus", lambda: pyatspi.Registry.getDesktop(0) is not None)
    for test in TESTS:
        try:
            run(test)
            print(f"ok - window/{test.__name__}", flush=True)
        except Exception as fault:  # one failure must not hide the others
            failed += 1
            print(f"# {str(fault)[:2000]}\nnot ok - window/{test.__name__}", flush=True)
    sys.exit(1 if failed else 0)


main()
