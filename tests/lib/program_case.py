# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the whole program have in common: reports to work on, the program with a home of its
own, and one line for each case.

The command line of such a test is: ZIPING ZIPING_CLI SOURCE_ROOT
"""
import json
import os
import pathlib
import subprocess
import sys

import cases
import pyatspi
from screen_reader import Program, wait_for

PROGRAM, CLI = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
ROOT = pathlib.Path(sys.argv[3])


def cli(*words):
    return subprocess.run([CLI, *map(str, words)], check=False, capture_output=True, text=True)


def start(folder, *files, **variables):
    """The program with a home of its own."""
    environment = {**os.environ, "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"),
                   "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data"), **variables}
    environment.pop("GTK_A11Y", None)
    return Program([PROGRAM, *map(str, files)], environment, (folder / "log.txt").open("w+b"))


def make_report(folder, example):
    path = folder / "report.ziping"
    assert cli("new", "--template", "changsha-2021", path).returncode == 0
    assert cli("fill", path, ROOT / "data" / "examples" / f"{example}.json").returncode == 0
    return path


def saved(path, cell):
    return json.loads(cli("get", path, cell, "--json").stdout)[cell]["value"]


def press(program, name):
    """A button, as a screen reader presses it."""
    button = wait_for(name, lambda: program.find("push button", name))
    button.queryAction().doAction(0)


def run(tests):
    """Each case in a folder of its own; one failure must not hide the others."""
    # The registry has to be there before the first program looks for it.
    wait_for("the accessibility bus", lambda: pyatspi.Registry.getDesktop(0) is not None)
    cases.main(tests)
