#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole pieces of work as a clerk does them with the keyboard alone: exporting, reading the pages,
rewriting a passage, rows of a table, searching, and the way through the review. Run under headless.sh.

usage: test_program_work.py ZIPING ZIPING_CLI SOURCE_ROOT
"""
import json
import pathlib
import subprocess
import sys

import pyatspi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from program_case import cli, make_report, run, saved, start  # noqa: E402
from screen_reader import (copy, focus_window, key, nodes, role_of, shown_windows,  # noqa: E402
                           take_keyboard, type_text, wait_for)

MANY = 40


def child(program, title):
    return next((window for window in program.root if window.name == title), None)


def focused_in(frame):
    for node in nodes(frame):
        if node.getState().contains(pyatspi.STATE_FOCUSED):
            return node
    return None


def dialog(program, title):
    """A window that has come up, with the keyboard in it."""
    frame = wait_for(title, lambda: child(program, title))
    wait_for(f"the keyboard in {title}", lambda: take_keyboard() and focused_in(frame))
    return frame


def gone(program, title):
    """A window is closed, and another one of the program has the keyboard."""
    wait_for(f"{title} is closed", lambda: child(program, title) is None)
    wait_for("the keyboard in the program", lambda: take_keyboard() and program.focused())


def step_to(frame, step, *words):
    """Presses a key until what has the focus is called so."""
    for _ in range(MANY):
        before = wait_for("the focus", lambda: focused_in(frame))
        if all(word in before.name for word in words):
            return before
        key(step)
        wait_for("another focus", lambda before=before: focused_in(frame) != before)
    raise AssertionError(f"no {words} on the way with {step}")


def paste(text):
    copy(text)
    key("ctrl+v")


def exported_by_key(folder):
    """Formats are chosen and files written beside the report with keys alone."""
    program = start(folder, make_report(folder, "full"))
    try:
        program.go_to("基本支出 实际支出", "2,011.38")
        focus_window()
        key("ctrl+e")
        frame = dialog(program, "Export")
        assert program.find("label", str(folder)), "the folder of the report is not offered"
        step_to(frame, "Tab", "Plain text")
        key("space")
        wait_for("one file more", lambda: program.find("push button", "Export 4 Files"))
        step_to(frame, "Tab", "Export 4 Files")
        key("Return")
        wait_for("the result", lambda: program.find("label", "4 files written"))
        names = sorted(path.name for path in folder.iterdir() if path.stem == "report")
        assert names == ["report.docx", "report.pdf", "report.txt", "report.xlsx", "report.ziping"], names
        assert all((folder / name).stat().st_size > 1000 for name in names)
        assert "2,011.38" in (folder / "report.txt").read_text()
        key("Return")
        gone(program, "Export")
        wait_for("the cell again", program.focused_on("2,011.38"))
    finally:
        program.end()


def folder_chosen_by_key(folder):
    """Another folder is chosen; a file that is there already stays."""
    program = start(folder, make_report(folder, "full"))
    out = folder / "out"
    out.mkdir()
    (out / "report.docx").write_text("kept")
    try:
        focus_window()
        key("ctrl+e")
        frame = dialog(program, "Export")
        step_to(frame, "Tab", "hoose")
        key("Return")
        program.opened_file_dialog()
        dialog(program, "Folder to Export To")
        type_text(str(out))
        key("Return")
        gone(program, "Folder to Export To")
        wait_for("the folder", lambda: program.find("label", str(out)))
        step_to(frame, "Tab", "Export 3 Files")
        key("Return")
        wait_for("the result", lambda: program.find("label", "3 files written", str(out)))
        assert (out / "report.docx").read_text() == "kept"
        assert len(list(out.iterdir())) == 4, list(out.iterdir())
    finally:
        program.end()


def click(x, y):
    subprocess.run(["xdotool", "mousemove", "--sync", str(x), str(y), "click", "1"], check=True)


def points_of(page):
    """Places on a page, line by line."""
    area = page.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    for across in (0.5, 0.6, 0.7, 0.4):
        for y in range(area.y + area.height - 30, area.y + 30, -9):
            yield area.x + int(area.width * across), y


def figure_at(program, place):
    """A click on a figure leads to its cell, one on a text into the text, one on the paper nowhere."""
    click(*place)
    try:
        return wait_for("a cell", program.focused_on("万元"), patience=0.4)
    except AssertionError:
        return None


def open_pages(program):
    """From a cell to the pages beside it, with keys only."""
    program.go_to("基本支出 实际支出", "2,011.38")
    focus_window()
    key("F6")
    wait_for("the tabs", program.focused_on("Findings"))
    key("Right")
    wait_for("the tab", program.focused_on("Preview"))
    key("space")
    return wait_for("the pages", lambda: program.find("document text", "Preview, page"))


def page_to_cell(folder):
    """The pages open with keys; a click on a figure there goes to its cell."""
    program = start(folder, make_report(folder, "full"))
    try:
        page = open_pages(program)
        hits = (figure_at(program, place) for place in points_of(page))
        assert next(filter(None, hits), None) is not None, "no figure was hit"
    finally:
        program.end()


def name_after(program, step, before):
    """What is heard after a key; the same again where a figure stands twice in a row."""
    key(step)
    try:
        return wait_for("another name", lambda: {program.focused().name} - {before}, patience=1).pop()
    except AssertionError:
        return before


def page_walked_by_key(folder):
    """Figures of the pages are gone over with keys, heard by name, and lead to their cells."""
    program = start(folder, make_report(folder, "full"))
    try:
        open_pages(program)
        heard = step_to(program.root, "Tab", "Preview, page").name
        while not heard.endswith("万元"):
            heard = name_after(program, "Right", heard)
        key("Return")
        wait_for("its cell", lambda: role_of(program.focused()) != "document text")
        wait_for("its figure", program.focused_on(heard.split(", ")[-1].removesuffix(" 万元")))
    finally:
        program.end()


def text_of(node):
    return node.queryText().getText(0, -1)


def passage_rewritten(folder):
    """What is written into a passage stays beside its live figures, is taken back, kept, and read again."""
    path = make_report(folder, "full")
    program = start(folder, path)
    try:
        go_to_text(program, "整体支出规模")
        key("Home")
        paste("据查，")
        wait_for("the words", lambda: "据查，" in text_of(program.focused()))
        key("ctrl+z")
        wait_for("the automatic text", lambda: "据查，" not in text_of(program.focused()))
        key("ctrl+shift+z")
        wait_for("the words again", lambda: "据查，" in text_of(program.focused()))
        key("ctrl+s")
        wait_for("the file", lambda: "据查，" in (saved(path, "text.scale") or ""))
        assert "{budget." in saved(path, "text.scale"), saved(path, "text.scale")
    finally:
        program.end()
    (folder / "other.json").write_text('{"budget.basic.actual": "2000.00"}')
    assert cli("fill", path, folder / "other.json").returncode == 0
    program = start(folder, path)
    try:
        go_to_text(program, "整体支出规模")
        wait_for("the words", lambda: "据查，" in text_of(program.focused()))
        assert "2,000.00万元" in text_of(program.focused()), "the figure no longer follows its cell"
    finally:
        program.end()


def go_to_text(program, words):
    focus_window()
    key("ctrl+k")
    wait_for("the palette", lambda: program.find("frame", "Search"))
    paste(words)
    wait_for("the passage in the list", lambda: program.find("list item", words))
    key("Return")
    gone(program, "Search")
    wait_for("the text", lambda: role_of(program.focused()) == "text" and "万元" in text_of(program.focused()))


def project_rows(folder):
    """项目: a row is put in, named, moved, doubled and removed."""
    path = make_report(folder, "full")
    program = start(folder, path)

    def rows_are(*names):
        def condition():
            key("ctrl+s")
            return [saved(path, f"projects[{number}].name") for number in range(len(names))] == list(names)
        wait_for(f"{names}", condition)

    first, second = saved(path, "projects[0].name"), saved(path, "projects[1].name")
    try:
        program.go_to(f"{first} 年初预算", "260.00")
        focus_window()
        key("ctrl+Return")
        wait_for("the new row", program.focused_on("Row 2"))
        type_text("abc")
        key("Return")
        rows_are(first, "abc", second)
        key("Up")
        wait_for("the row above", program.focused_on("Row 2"))
        key("alt+Up")
        rows_are("abc", first, second)
        key("ctrl+d")
        rows_are("abc", "abc（2）", first, second)
        key("ctrl+minus")
        rows_are("abc", first, second)
        key("ctrl+z")
        rows_are("abc", "abc（2）", first, second)
    finally:
        program.end()


def found_by_words(folder):
    """Ctrl+K finds a cell by some of its words, and a command, which is done."""
    program = start(folder, make_report(folder, "full"))
    try:
        program.go_to("项目支出 追加", "17.50")
        gone(program, "Search")
        key("ctrl+k")
        wait_for("the palette", lambda: program.find("frame", "Search"))
        type_text("keyboard short")
        wait_for("the command", lambda: program.find("list item", "Keyboard Shortcuts"))
        key("Return")
        wait_for("what it does", lambda: len(shown_windows()) > 1)
    finally:
        program.end()


def review_command(program, words):
    """A command of the review, through the menu."""
    focus_window()
    key("F10")
    wait_for("the menu", program.focused_on("New Report"))
    step_to(program.root, "Down", "Review and Signature")
    key("Right")
    step_to(program.root, "Down", words)
    key("Return")


def can_press(program, name):
    return program.find("push button", name).getState().contains(pyatspi.STATE_SENSITIVE)


def be(program, name):
    """Who works here is asked once."""
    dialog(program, "Name")
    paste(name)
    wait_for("the name", lambda: can_press(program, "Go On"))
    key("Return")
    gone(program, "Name")


def submit(folder, path):
    program = start(folder, path)
    try:
        review_command(program, "Send for Review")
        be(program, "张三")
        dialog(program, "Send the report for review?")
        key("Return")
        wait_for("it is sent", lambda: state_of(path) == "submitted")
    finally:
        program.end()


def state_of(path):
    return json.loads(cli("review", path, "--json").stdout)["state"]


def send_back(folder, path):
    program = start(folder, path)
    try:
        review_command(program, "Return")
        be(program, "李四")
        dialog(program, "Return the Report")
        paste("请核对联系电话")
        wait_for("the reason", lambda: can_press(program, "Return Return"))
        key("ctrl+Return")
        wait_for("it is returned", lambda: state_of(path) == "returned")
    finally:
        program.end()


def mend(folder, path):
    program = start(folder, path)
    try:
        wait_for("the reason", lambda: program.find("label", "请核对联系电话"))
        program.go_to("联系电话", "0000-0000000")
        focus_window()
        wait_for("the cell", program.focused_on("联系电话"))
        type_text("0731-0000000")
        key("Return", "ctrl+s")
        wait_for("the file", lambda: saved(path, "unit.phone") == "0731-0000000")
    finally:
        program.end()


def sign(folder, path, name, signed):
    program = start(folder, path)
    try:
        review_command(program, "Sign…")
        be(program, name)
        frame = dialog(program, "Sign the Report")
        step_to(frame, "Tab", "_Sign")
        key("Return")
        wait_for("it is signed", lambda: len(json.loads(cli("verify", path, "--json").stdout)["signers"]) == signed)
    finally:
        program.end()


def through_review(folder):
    """Sent, returned, mended, sent again and signed, each by somebody else at a desk of their own."""
    path = make_report(folder, "full")
    submit(folder, path)
    send_back(folder, path)
    mend(folder, path)
    submit(folder, path)
    sign(folder, path, "李四", 1)
    sign(folder, path, "王五", 2)
    told = json.loads(cli("verify", path, "--json").stdout)
    assert told["signed"] and told["valid"] and told["intact"] and not told["changed"], told
    assert [signer["name"] for signer in told["signers"]] == ["李四", "王五"], told


run([exported_by_key, folder_chosen_by_key, page_to_cell, page_walked_by_key, passage_rewritten, project_rows,
     found_by_words, through_review])
