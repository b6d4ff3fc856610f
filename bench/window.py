#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts programs with a window in turns and compares what the start costs.

usage: window.py ROUNDS NAME=COMMAND...     (the first one is the floor)

Each program runs until its window is there and for a second more; then its share of the memory (PSS) is
read and it is killed, and the kernel tells the processor time that it used. Needs a display and a session
bus of its own: window.sh makes both.
"""
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import time

PATIENCE = 20


def windows():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True,
                           text=True, check=False)
    return set(found.stdout.split())


def end(program):
    """Kills the program; in milliseconds, the processor time of it and of what it ran."""
    program.kill()
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    return (used.ru_utime + used.ru_stime) * 1000


def pss_mib(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def start(command):
    before = windows()
    begun = time.monotonic()
    program = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not windows() - before:
            if time.monotonic() - begun > PATIENCE or program.poll() is not None:
                sys.exit(f"no window came: {command}")
            time.sleep(0.01)
        shown = (time.monotonic() - begun) * 1000
        time.sleep(1)
        memory = pss_mib(program.pid)
        return shown, end(program), memory
    finally:
        if program.poll() is None:
            end(program)


def main():
    rounds = int(sys.argv[1])
    # In the middle of the screen the pointer would call up a tooltip of whatever is below it.
    subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)
    programs = dict(word.split("=", 1) for word in sys.argv[2:])
    results = {name: [] for name in programs}
    for command in programs.values():
        start(command)
    for _ in range(rounds):
        for name, command in programs.items():
            results[name].append(start(command))

    floor = results[next(iter(programs))]
    print(f"{'':24}{'window ms':>10}{'cpu ms':>8}{'PSS MiB':>9}{'cpu x':>7}{'PSS x':>7}")
    for name, runs in results.items():
        shown, cpu, pss = (statistics.median(values) for values in zip(*runs))
        cpu_ratio = statistics.median(mine[1] / base[1] for mine, base in zip(runs, floor))
        pss_ratio = statistics.median(mine[2] / base[2] for mine, base in zip(runs, floor))
        print(f"{name:24}{shown:10.0f}{cpu:8.0f}{pss:9.1f}{cpu_ratio:7.2f}{pss_ratio:7.2f}")


main()
