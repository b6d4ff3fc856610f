#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving and exporting while calls fail and the program is killed: nothing may be lost or half written.

    test_save.py ZIPING-CLI LIBFAIL-IO [LIBASAN]

LIBASAN is the runtime of the address sanitizer, where the program is built with it.

Each call of each kind fails once, until a run comes through without reaching the chosen one. After every
run the document is the old one byte for byte, or holds the new values and is intact; every exported file
is the old one, or whole; an error has exit status 2 and a message; no other file is left behind.
Prints TAP.
"""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from functools import partial

TEMPLATE = "changsha-2021"
FORMATS = ("docx", "pdf", "xlsx")
KILLS = 100
KILL_SECONDS = 20
MAX_CALLS = 500
TIMEOUT = 60

# What fails, how, and whether the new content may be in place nevertheless: a folder is synced last.
FAULTS = (
    ("open", {"ZP_FAIL_ERRNO": errno.EACCES}, False),
    ("open", {"ZP_FAIL_ERRNO": errno.EMFILE}, False),
    ("write", {"ZP_FAIL_ERRNO": errno.ENOSPC}, False),
    ("write", {"ZP_FAIL_ERRNO": errno.EIO}, False),
    ("write", {"ZP_FAIL_ERRNO": errno.EINTR}, False),
    ("write", {"ZP_FAIL_SHORT": 1}, False),
    ("ftruncate", {"ZP_FAIL_ERRNO": errno.EIO}, False),
    ("fsync", {"ZP_FAIL_ERRNO": errno.EIO}, True),
    ("rename", {"ZP_FAIL_ERRNO": errno.EACCES}, False),
    ("close", {"ZP_FAIL_ERRNO": errno.EIO}, False),
)


def data_for(seed):
    rows = [
        {"name": f"项目{seed}-{i}", "initial": f"{(i * 7919 * seed) % 100003 / 100:.2f}"}
        for i in range(200)
    ]
    return {
        "unit.name": f"长沙市第{seed}单位",
        "budget.basic.initial": f"{1000 + seed}.00",
        "projects": rows,
    }


class Failure(Exception):
    pass


def expect(truth, *what):
    if not truth:
        raise Failure(" ".join(str(x) for x in what))


class Bench:
    """A folder with one report in it, and the program."""

    def __init__(self, root, cli, library, *runtime):
        self.cli = cli
        self.preload = " ".join([*runtime, library])
        self.folder = os.path.join(root, "work")
        self.home = os.path.join(root, "home")
        self.mark = os.path.join(root, "mark")
        self.file = os.path.join(self.folder, "report.ziping")
        self.out = os.path.join(self.folder, "out")
        self.data = {}
        for path in (self.folder, self.home, self.out):
            os.mkdir(path)
        for seed in (1, 2):
            self.data[seed] = os.path.join(root, f"data-{seed}.json")
            with open(self.data[seed], "w", encoding="utf-8") as file:
                json.dump(data_for(seed), file, ensure_ascii=False)

    def environment(self, extra):
        names = {f"XDG_{kind}_HOME": os.path.join(self.home, kind.lower()) for kind in
                 ("CACHE", "CONFIG", "DATA", "STATE")}
        return {**os.environ, **names, "HOME": self.home, **{k: str(v) for k, v in extra.items()}}

    def start(self, *args, **extra):
        return subprocess.Popen(
            [self.cli, *args],
            env=self.environment(extra),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *args, **extra):
        process = self.start(*args, **extra)
        try:
            out, err = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failure("hangs:", *args, extra) from None
        return process.returncode, out, err

    def must(self, *args):
        code, out, err = self.run(*args)
        expect(code == 0, *args, "exit status", code, err.decode(errors="replace"))
        return out

    def run_failing(self, args, call, at, how):
        """Runs with the chosen call failing; also tells whether it was reached."""
        if os.path.exists(self.mark):
            os.unlink(self.mark)
        code, _, err = self.run(
            *args,
            LD_PRELOAD=self.preload,
            ZP_FAIL_CALL=call,
            ZP_FAIL_AT=at,
            ZP_FAIL_UNDER=self.folder,
            ZP_FAIL_MARK=self.mark,
            **how,
        )
        return code, err, os.path.exists(self.mark)

    def fill(self, seed):
        return ("fill", self.file, self.data[seed])

    def values(self):
        """What the report holds, or nothing when it cannot be read."""
        code, out, _ = self.run("get", self.file, "--json")
        return out if code == 0 else None

    def intact(self):
        return self.run("verify", self.file)[0] in (0, 1)

    def strays(self):
        names = set(os.listdir(self.folder)) - {"report.ziping", "out"}
        exported = {f"report.{kind}" for kind in FORMATS}
        return names | (set(os.listdir(self.out)) - exported)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def check_code(code, err, where):
    expect(code in (0, 2), where, "exit status", code)
    expect(code == 0 or err.strip(), where, "fails without a message")


def check_document(bench, old, new_values, where):
    """Tells whether the document is the old one or the new one; it must be one of them."""
    expect(os.path.exists(bench.file), where, "the document is gone")
    if read(bench.file) == old:
        return "old"
    expect(bench.intact(), where, "the document is damaged")
    expect(bench.values() == new_values, where, "the document is neither old nor new")
    return "new"


def sweep_fill(bench, old, new_values, call, how, may_be_new):
    for at in range(1, MAX_CALLS):
        where = f"fill, {call} {at} {how}:"
        write(bench.file, old)
        code, err, reached = bench.run_failing(bench.fill(2), call, at, how)
        check_code(code, err, where)
        state = check_document(bench, old, new_values, where)
        expect(code != 0 or state == "new", where, "said to be saved, but is not")
        expect(code == 0 or state == "old" or may_be_new, where, "said to have failed, but is saved")
        expect(not bench.strays(), where, "leaves", bench.strays())
        if not reached:
            expect(code == 0, where, "fails though no call failed", err)
            return f"{at - 1} calls"
        bench.must(*bench.fill(2))
    raise Failure(f"fill, {call}: no end")


def is_whole(path):
    if path.endswith(".pdf"):
        content = read(path)
        return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def sweep_export(bench, document, call, how):
    paths = [os.path.join(bench.out, f"report.{kind}") for kind in FORMATS]
    args = ("export", bench.file, "--to", bench.out, "--format", ",".join(FORMATS), "--force")
    for at in range(1, MAX_CALLS):
        where = f"export, {call} {at} {how}:"
        for path in paths:
            write(path, b"old")
        code, err, reached = bench.run_failing(args, call, at, how)
        check_code(code, err, where)
        for path in paths:
            expect(os.path.exists(path), where, path, "is gone")
            is_old = read(path) == b"old"
            expect(is_old or is_whole(path), where, path, "is half written")
            expect(code != 0 or not is_old, where, path, "said to be exported, but is not")
        expect(read(bench.file) == document, where, "the document has changed")
        expect(not bench.strays(), where, "leaves", bench.strays())
        if not reached:
            expect(code == 0, where, "fails though no call failed", err)
            return f"{at - 1} calls"
    raise Failure(f"export, {call}: no end")


def kill_at_random(bench, values):
    """The document is never put back: what one kill leaves is what the next save meets."""
    chance = random.Random(1)
    seed = 2
    bench.must(*bench.fill(1))
    started = time.monotonic()
    bench.must(*bench.fill(2))
    usual = time.monotonic() - started
    rounds = 0
    outcomes = {"old": 0, "new": 0}
    while rounds < KILLS and time.monotonic() - started < KILL_SECONDS:
        rounds += 1
        other = 3 - seed
        old = read(bench.file)
        process = bench.start(*bench.fill(other))
        time.sleep(chance.uniform(0, 1.2 * usual))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        where = f"kill {rounds}:"
        state = check_document(bench, old, values[other], where)
        expect(process.returncode != 0 or state == "new", where, "said to be saved, but is not")
        expect(len(bench.strays()) <= 1, where, "leaves", bench.strays())
        outcomes[state] += 1
        seed = other if state == "new" else seed
    bench.must(*bench.fill(3 - seed))
    expect(not bench.strays(), "after the kills, a save leaves", bench.strays())
    return f"{rounds} kills, {outcomes}"


def prepare(bench):
    """Makes the report; returns its bytes with the first data, and the values for either."""
    bench.must("new", "--template", TEMPLATE, bench.file)
    values = {}
    for seed in (2, 1):
        bench.must(*bench.fill(seed))
        values[seed] = bench.values()
    expect(values[1] != values[2], "both data files give the same values")
    return read(bench.file), values


def named(kind, call, how):
    detail = "short" if "ZP_FAIL_SHORT" in how else errno.errorcode[how["ZP_FAIL_ERRNO"]]
    return f"{kind} {call} {detail}"


def tests(bench):
    old, values = prepare(bench)
    for call, how, may_be_new in FAULTS:
        test = partial(sweep_fill, bench, old, values[2], call, how, may_be_new)
        yield named("fill", call, how), test
    bench.must(*bench.fill(1))
    document = read(bench.file)
    for call, how, _ in FAULTS:
        yield named("export", call, how), partial(sweep_export, bench, document, call, how)
    yield "kill", partial(kill_at_random, bench, values)


def main():
    programs = [os.path.abspath(path) for path in sys.argv[1:]]
    number = 0
    bad = 0
    with tempfile.TemporaryDirectory(prefix="zp-save-") as root:
        for name, test in tests(Bench(os.path.realpath(root), *programs)):
            number += 1
            try:
                detail = test()
                print(f"ok {number} - {name}\n# {detail}", flush=True)
            except Failure as failure:
                bad += 1
                print(f"not ok {number} - {name}\n# {failure}", flush=True)
    print(f"1..{number}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
