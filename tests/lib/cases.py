# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases of a test in Python: collected as they are defined, each run in a folder of its own, one line of TAP
for each."""
import pathlib
import sys
import tempfile

TESTS = []


def test(function):
    """Makes a case of a function that takes a folder."""
    TESTS.append(function)
    return function


def tell_fault(error):
    line = error.__traceback__
    while line.tb_next is not None:
        line = line.tb_next
    words = f"line {line.tb_lineno}: {error!r}"[:2000].replace("\\n", "\n")
    print("\n".join("# " + part for part in words.split("\n")), flush=True)


def main(tests=None):
    """Runs the cases and ends the program; one failure must not hide the others."""
    tests, failed = TESTS if tests is None else tests, 0
    print(f"1..{len(tests)}")
    for number, function in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                function(pathlib.Path(folder))
                print(f"ok {number} {function.__name__}", flush=True)
            except Exception as error:
                failed += 1
                print(f"not ok {number} {function.__name__}")
                tell_fault(error)
    sys.exit(1 if failed else 0)
