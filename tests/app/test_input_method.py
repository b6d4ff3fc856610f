#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese typed with a real input method (IBus with libpinyin): while it composes, the keys are its own.
Skipped where it is not installed. Run under headless.sh.

usage: test_input_method.py ZIPING ZIPING_CLI SOURCE_ROOT
"""
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from program_case import make_report, run, saved, start  # noqa: E402
from screen_reader import focus_window, key, type_text, wait_for  # noqa: E402

ENGINE = pathlib.Path("/usr/share/ibus/component/libpinyin.xml")
MODULES, MODULE = pathlib.Path("/usr/lib"), "*/gtk-4.0/*/immodules/libim-ibus.so"


class InputMethod:
    """A daemon with settings of its own, on the bus of the test."""

    def __init__(self, folder):
        home = folder / "ibus"
        self.environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
                            "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
        home.mkdir()
        self.daemon = subprocess.Popen(["ibus-daemon", "--panel=disable", "--emoji-extension=disable"],
                                       env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.address = wait_for("the input method", self.find_address)

    def ask(self, *words):
        return subprocess.run(["ibus", *words], env=self.environment, check=False, capture_output=True,
                              text=True).stdout.strip()

    def find_address(self):
        address = self.ask("address")
        return address if address.startswith("unix:") else None

    def choose_engine(self):
        self.ask("engine", "libpinyin")
        return self.ask("engine") == "libpinyin"

    def end(self):
        self.daemon.terminate()
        self.daemon.wait()


def composing(folder, body):
    """Runs a case in a program that takes its keys through the input method."""
    path = make_report(folder, "full")
    method = InputMethod(folder)
    try:
        program = start(folder, path, GTK_IM_MODULE="ibus", IBUS_ADDRESS=method.address)
        try:
            focus_window()
            wait_for("the engine", method.choose_engine)
            body(program, path)
        finally:
            program.end()
    finally:
        method.end()


def keep(program, path, cell, text):
    key("ctrl+s")
    wait_for(f"{text} in the file", lambda: saved(path, cell) == text)


def keys_stay_in_cell(folder):
    """Arrows, Escape and Enter go to what is composed; the cell is neither left nor given up."""
    def body(program, path):
        program.go_to("单位负责人", "张某")
        focus_window()
        wait_for("the cell", program.focused_on("单位负责人"))
        type_text("nihao")
        key("Down", "Up", "Left", "Right", "space")
        type_text("shijie")
        key("Escape")
        type_text("abc")
        key("Return")
        key("Return")
        wait_for("the cell below", program.focused_on("填表人"))
        keep(program, path, "unit.leader", "你好abc")

    composing(folder, body)


def first_keys_are_kept(folder):
    """In a cell that only has the cursor the first letter is part of what is composed, however slowly it
    is typed."""
    def body(program, path):
        program.go_to("单位负责人", "张某")
        focus_window()
        wait_for("the cell", program.focused_on("单位负责人"))
        for letter in "nihao":
            key(letter)
            program.focused()
        key("space", "Return")
        wait_for("the cell below", program.focused_on("填表人"))
        keep(program, path, "unit.leader", "你好")

    composing(folder, body)


def long_text(folder):
    """The same in a cell of several lines, where the arrows would also move the caret."""
    def body(program, path):
        program.go_to("产业运行监测经费 完成情况", "526")
        focus_window()
        wait_for("the cell", program.focused_on("完成情况"))
        type_text("nihao")
        key("Down", "Up", "space", "Tab")
        wait_for("the next cell", lambda: "完成情况" not in program.focused().name)
        keep(program, path, "projects[0].result", "你好")

    composing(folder, body)


if not ENGINE.exists() or not any(MODULES.glob(MODULE)) or shutil.which("ibus-daemon") is None:
    print("1..0 # SKIP no IBus with libpinyin and its module for GTK 4")
    sys.exit(0)
run([keys_stay_in_cell, first_keys_are_kept, long_text])
