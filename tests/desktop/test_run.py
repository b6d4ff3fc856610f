#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first command that anybody tries, build-aux/run.sh: with a display it opens the worked example,
without one it checks and exports it. Run under headless.sh.

usage: test_run.py SOURCE_ROOT BUILD_ROOT
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import pyatspi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from screen_reader import Program, nodes, wait_for  # noqa: E402

ROOT, BUILD = map(pathlib.Path, sys.argv[1:3])
COMMAND = ["sh", str(ROOT / "build-aux" / "run.sh")]
# The build is checked, and done where something is missing.
PATIENCE = 300


def environment(folder, **more):
    """As a person has it: nothing is told to the program beside where it may write."""
    plain = {name: os.environ[name] for name in ("PATH", "DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
             if name in os.environ}
    return {**plain, "HOME": str(folder), "ZIPING_BUILD": str(BUILD), "ZIPING_OUT": str(folder / "产出 out"),
            "LC_ALL": "C.UTF-8", **more}


def shows_the_example(folder):
    program = Program(COMMAND, environment(folder, LC_ALL="zh_CN.UTF-8"), (folder / "log.txt").open("w+b"), PATIENCE)
    try:
        wait_for("the report", lambda: program.find("frame", "长沙市工业和信息化局"))
        words = {node.name for node in nodes(program.root)}
        assert "概览" in words, "the window does not speak Chinese"
    finally:
        program.end()
    assert "打开窗口" in (folder / "log.txt").read_text(encoding="utf-8")


def works_without_a_display(folder):
    plain = environment(folder)
    for name in ("DISPLAY", "XAUTHORITY"):
        plain.pop(name, None)
    done = subprocess.run(COMMAND, env=plain, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-1500:]
    assert "is probably" in done.stdout, "the slips of the printed report are not shown"
    names = sorted(path.suffix for path in (folder / "产出 out").glob("example.*"))
    assert names == [".docx", ".ofd", ".pdf", ".txt", ".xlsx", ".ziping"], names


def main():
    tests = [shows_the_example, works_without_a_display]
    failed = 0
    wait_for("the accessibility bus", lambda: pyatspi.Registry.getDesktop(0) is not None)
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {number} {test.__name__}", flush=True)
            except Exception as fault:  # one failure must not hide the others
                failed += 1
                print(f"# {str(fault)[:2000]}\nnot ok {number} {test.__name__}", flush=True)
    sys.exit(1 if failed else 0)


main()
