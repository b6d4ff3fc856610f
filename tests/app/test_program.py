#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program as a person uses it who sees nothing and has no mouse: everything is read through
the accessibility tree, and everything is done with real keys. Run under headless.sh.

usage: test_program.py ZIPING ZIPING_CLI SOURCE_ROOT
"""
import ctypes.util
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from program_case import cli, make_report, press, run, saved, start  # noqa: E402
from screen_reader import copy, focus_window, key, nodes, role_of, type_text, wait_for  # noqa: E402

# Roles that a person acts on; each must have a name.
ACTED_ON = {"push button", "toggle button", "check box", "entry", "text", "table cell", "list item", "link",
            "combo box", "radio button", "page tab"}


def reached_by_name(folder):
    """Each thing to act on has a name, on every page."""
    program = start(folder, make_report(folder, "reference-printed"))
    try:
        nameless = set()
        for _ in range(12):
            for node in nodes(program.root):
                if role_of(node) in ACTED_ON and not node.name.strip():
                    nameless.add(f"{role_of(node)} in {role_of(node.parent)} {node.parent.name!r}")
            key("ctrl+Next")
            time.sleep(0.3)
        assert not nameless, sorted(nameless)
    finally:
        program.end()


def graphics_libraries(folder, **variables):
    """Those that a window has loaded."""
    program = start(folder, **variables)
    try:
        loaded = pathlib.Path(f"/proc/{program.process.pid}/maps").read_text(encoding="utf-8")
        return set(re.findall(r"/(lib(?:GLX?|EGL|gallium|LLVM)[-.\w]*|\w+_dri\.so)", loaded))
    finally:
        program.end()


def drawn_without_a_graphics_card(folder):
    """Unless it is wished for. A machine of tests may have no OpenGL at all: then there is nothing to see."""
    assert not graphics_libraries(folder), "OpenGL is got ready and never used"
    if ctypes.util.find_library("GL"):
        minor = ctypes.CDLL("libgtk-4.so.1").gtk_get_minor_version()
        wish = "ngl" if minor >= 14 else "gl"
        assert graphics_libraries(folder, GSK_RENDERER=wish), "the wish is not heard"


def corrected_by_typing(folder):
    """A figure is typed; the total, the findings and the file follow; it is taken back and done again."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        assert "6 errors" in program.checks()
        editor = program.go_to("基本支出 实际支出", "2,295.70")
        assert "错误" in editor.name or "error" in editor.name, editor.name
        type_text("2925.70")
        key("Return")
        wait_for("fewer errors", lambda: "6 errors" not in program.checks())
        wait_for("the cell below", program.focused_on("288.34"))
        key("ctrl+z")
        wait_for("the errors again", lambda: "6 errors" in program.checks())
        key("ctrl+shift+z")
        wait_for("fewer errors again", lambda: "6 errors" not in program.checks())
        key("ctrl+s")
        wait_for("the file", lambda: saved(path, "budget.basic.actual") == "2925.70")
    finally:
        program.end()


def findings_by_key(folder):
    """F8 leads to the figure of the first finding, Alt+Return takes the correction."""
    program = start(folder, make_report(folder, "reference-printed"))
    try:
        key("F8")
        wait_for("the figure", program.focused_on("2,295.70"))
        key("alt+Return")
        wait_for("fewer errors", lambda: "6 errors" not in program.checks())
        key("ctrl+z")
        wait_for("the errors again", lambda: "6 errors" in program.checks())
    finally:
        program.end()


def pasted_block(folder):
    """A block from a spreadsheet goes in as one step."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        program.go_to("基本支出 年初预算", "2,570.00")
        copy("2571\t760\r\n317\t7\r\n")
        key("ctrl+v")
        wait_for("the figure", lambda: program.find("text", "2,571.00") or program.find("table cell", "2,571.00"))
        key("ctrl+s")
        wait_for("the file", lambda: saved(path, "budget.project.adjust") == "7.00")
        assert saved(path, "budget.basic.initial") == "2571.00"
        key("ctrl+z", "ctrl+s")
        wait_for("all four back", lambda: saved(path, "budget.project.adjust") == "6.88"
                 and saved(path, "budget.basic.initial") == "2570.00")
    finally:
        program.end()


def cleaned_paste(folder):
    """What has to be changed in a block is shown before it goes in."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        program.go_to("基本支出 年初预算", "2,570.00")
        copy("２,571.00元\t760\r\n")
        key("ctrl+v")
        press(program, "Paste")
        wait_for("it has gone in", lambda: program.find("label", "Pasted"))
        focus_window()
        key("ctrl+s")
        wait_for("the file", lambda: saved(path, "budget.basic.adjust") == "760.00")
        assert saved(path, "budget.basic.initial") == "0.26", saved(path, "budget.basic.initial")
    finally:
        program.end()


def rows_by_key(folder):
    """A row is doubled, moved, removed, and all of it taken back."""
    path = make_report(folder, "full")
    program = start(folder, path)

    def third_is(figure):
        key("ctrl+s")
        wait_for(f"{figure} in row 3", lambda: saved(path, "indicators[2].actual") == figure)

    try:
        program.go_to("重点企业监测户数 实际完成值", "526")
        key("ctrl+d")
        third_is("3")
        key("alt+Down")
        third_is("526")
        key("ctrl+minus")
        third_is("97.5")
        key("ctrl+z", "ctrl+z")
        third_is("3")
    finally:
        program.end()


def changed_by_another_program(folder):
    """The file is changed meanwhile: saving asks, and does what is answered."""
    path = make_report(folder, "reference-printed")
    program = start(folder, path)
    try:
        program.go_to("基本支出 实际支出", "2,295.70")
        type_text("2925.70")
        key("Return")
        (folder / "other.json").write_text('{"budget.project.adjust": "7"}')
        assert cli("fill", path, folder / "other.json").returncode == 0
        key("ctrl+s")
        wait_for("the question", lambda: program.find("push button", "Save Mine"))
        assert saved(path, "budget.basic.actual") == "2295.70", "saved without a word"
        press(program, "Save Mine")
        wait_for("mine", lambda: saved(path, "budget.basic.actual") == "2925.70")
        assert saved(path, "budget.project.adjust") == "6.88"
    finally:
        program.end()


def make_damaged(folder):
    path = make_report(folder, "reference-printed")
    whole = path.read_bytes()
    path.write_bytes(whole[:len(whole) * 3 // 4])
    return path


def salvage(folder, path):
    program = start(folder, path)
    press(program, "Read What Can Be Used")
    wait_for("the checks", lambda: program.find("push button", "Checks:"))
    return program


def damaged_file(folder):
    """A file that was cut off says so, gives what can be read, and stays as it is."""
    path = make_damaged(folder)
    part = path.read_bytes()
    program = salvage(folder, path)
    try:
        program.go_to("基本支出 实际支出", "2,295.70")
        assert path.read_bytes() == part, "the damaged file was written to"
    finally:
        program.end()


def type_and_kill(program):
    program.go_to("基本支出 实际支出", "2,295.70")
    type_text("2925.70")
    key("Return")
    wait_for("fewer errors", lambda: "6 errors" not in program.checks())
    time.sleep(1.5)
    kill(program)


def kill(program):
    program.process.kill()
    program.process.wait()


def salvaged_work_found_again(folder):
    """What was read of a damaged file and what was typed into it is offered back after a crash."""
    type_and_kill(salvage(folder, make_damaged(folder)))
    again = start(folder)
    try:
        press(again, "Restore")
        wait_for("the checks", lambda: again.find("push button", "Checks:"))
        again.go_to("基本支出 实际支出", "2,925.70")
    finally:
        again.end()


def salvaged_and_untouched(folder):
    """What was read of a damaged file is offered back even when nothing was typed."""
    kill(salvage(folder, make_damaged(folder)))
    again = start(folder)
    try:
        wait_for("the offer", lambda: again.find("label", "what could be read of the damaged file"))
        press(again, "Restore")
        wait_for("the checks", lambda: again.find("push button", "Checks:"))
        again.go_to("基本支出 实际支出", "2,295.70")
    finally:
        again.end()


def unsaved_work_found_again(folder):
    """What was typed before the program was killed is offered back."""
    path = make_report(folder, "reference-printed")
    type_and_kill(start(folder, path))
    again = start(folder)
    try:
        wait_for("the offer", lambda: again.find("push button", "Restore"))
        assert saved(path, "budget.basic.actual") == "2295.70", "the file changed by itself"
    finally:
        again.end()


run([reached_by_name, drawn_without_a_graphics_card, corrected_by_typing, findings_by_key, pasted_block,
     cleaned_paste, rows_by_key, changed_by_another_program, damaged_file, salvaged_work_found_again,
     salvaged_and_untouched, unsaved_work_found_again])
