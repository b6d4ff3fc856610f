#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run commands in turn, once each a round, and print medians and ratios.

  rounds.py [--rounds N] [--figure KEY]... NAME=COMMAND NAME=COMMAND...

Whatever slows the machine down hits all commands alike, so a ratio is taken within a round and the median of
these ratios is printed: the first command against each of the others. Without --figure the time and the largest
memory of the whole command are compared (a command is a line of shell); with it, the figures of that name which
each command prints as a JSON object in its last line. The first round only warms up.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

WALL = "wall ms"
CPU = "cpu ms"
MEMORY = "peak MB"


def run_once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    figures = {
        WALL: (time.perf_counter() - start) * 1e3,
        CPU: (usage.ru_utime + usage.ru_stime) * 1e3,
        MEMORY: usage.ru_maxrss / 1024,
    }
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        sys.exit(f"rounds.py: {command}: exit status {process.returncode}")
    if output.rstrip().endswith("}"):
        figures |= json.loads(output.rstrip().splitlines()[-1])
    return figures


def run(commands, rounds):
    results = {name: [] for name in commands}
    for number in range(-1, rounds):
        for name, command in commands.items():
            figures = run_once(command)
            if number >= 0:
                results[name].append(figures)
    return results


def show(results, keys):
    """A command need not print every figure; what it lacks is left out of its line."""
    first, *others = results
    for name, rounds in results.items():
        known = [key for key in keys if key in rounds[0]]
        medians = (f"{key} {statistics.median(r[key] for r in rounds):10.2f}" for key in known)
        print(f"  {name:26}", "  ".join(medians))
    for name in others:
        shared = [key for key in keys if key in results[first][0] and key in results[name][0]]
        ratios = (
            f"{key} {statistics.median(a[key] / b[key] for a, b in zip(results[first], results[name])):.3f}"
            for key in shared if all(r[key] > 0 for r in results[name]))
        print(f"  {first} / {name}:  ", "   ".join(ratios))
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--figure", action="append")
    parser.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    args = parser.parse_args()

    commands = dict(command.split("=", 1) for command in args.commands)
    show(run(commands, args.rounds), args.figure or [WALL, CPU, MEMORY])


if __name__ == "__main__":
    main()
