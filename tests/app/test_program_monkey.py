#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who presses whatever there is, quickly and without looking: keys of the keyboard table, clicks all
over the page, blocks from other programs. The program goes on, answers, and warns of nothing. What is
pressed follows from a seed. Run under headless.sh.

usage: test_program_monkey.py ZIPING ZIPING_CLI SOURCE_ROOT [SEED [SECONDS]]
"""
import pathlib
import random
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from program_case import make_report, run, start  # noqa: E402
from screen_reader import copy, focus_window, shown_windows  # noqa: E402

SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 5
SECONDS = int(sys.argv[5]) if len(sys.argv) > 5 else 12
PATIENCE = 20

# Often, and seldom because it opens something; nothing that ends the program or leads to other files.
MOVES = "Tab shift+Tab Return Up Down Left Right Escape ctrl+Next ctrl+Prior".split()
KEYS = ("shift+Return shift+Up shift+Down shift+Left shift+Right ctrl+a F2 Delete minus F1 ctrl+z ctrl+shift+z "
        "ctrl+c ctrl+x ctrl+v F8 shift+F8 alt+Return alt+Left alt+Right F6 shift+F6 F9 shift+F9 ctrl+Return alt+Up "
        "alt+Down ctrl+d ctrl+minus ctrl+j ctrl+s Menu space BackSpace Home End ctrl+Home ctrl+End Prior Next").split()
OPENING = "ctrl+k ctrl+shift+v ctrl+e ctrl+comma ctrl+alt+m F10".split()
TYPED = ["1", "2925.70", "abc", "--5", "12.345.6", "0", "99999999999", "2022-4-20"]
COPIED = ["1\t2\n3\t4\n", "甲\r\n乙\r\n丙\r\n", '"a\nb"\tc\n', "（30）\t100%\t5万\n", "据查，2,886.58万元", "合计\t1\t2\n", "x" * 500,
          "\n".join("\t".join(str(row * column) for column in range(9)) for row in range(30))]


def press(name):
    subprocess.run(["xdotool", "key", name], check=True)


def click(choice):
    place = str(choice.randint(10, 1340)), str(choice.randint(70, 740))
    button = choice.choice(["1", "1", "1", "1", "3", "4", "5"])
    subprocess.run(["xdotool", "mousemove", *place, "click", button], check=True)


def act(choice):
    what = choice.random()
    if what < 0.35:
        press(choice.choice(MOVES))
    elif what < 0.65:
        press(choice.choice(KEYS))
    elif what < 0.68:
        press(choice.choice(OPENING))
    elif what < 0.78:
        subprocess.run(["xdotool", "type", "--", choice.choice(TYPED)], check=True)
    elif what < 0.85:
        copy(choice.choice(COPIED))
        press("ctrl+v")
    else:
        click(choice)


def answers(program):
    """It does something that can be waited for: it has a window that a reader can ask for its name."""
    before = time.monotonic()
    assert program.root.childCount > 0
    assert program.root.getChildAtIndex(0).name
    return time.monotonic() - before


def pressed_at_random(folder):
    choice = random.Random(SEED)
    program = start(folder, make_report(folder, "full"))
    n_done = 0
    try:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and program.process.poll() is None:
            n_done += 1
            act(choice)
            if n_done % 20 == 0 and shown_windows():
                focus_window()
        assert program.process.poll() is None, f"ended with {program.process.returncode} after {n_done}"
        assert answers(program) < PATIENCE
        assert not program.warnings(), program.warnings()[:5]
    finally:
        program.process.kill()
        program.process.wait()


run([pressed_at_random])
