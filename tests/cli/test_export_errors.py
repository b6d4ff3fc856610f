#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports that cannot be written, through the real program: nothing old is lost, nothing half-written stays.

usage: test_export_errors.py ZIPING_CLI SOURCE_ROOT
"""
import os
import pathlib
import resource
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from cases import main, test  # noqa: E402

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FORMATS = ("docx", "ofd", "pdf", "txt", "xlsx")


def limit_files(size):
    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return set_limit


def run(*words, code=0, before=None, **env):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, timeout=120, preexec_fn=before,
                          env={**os.environ, **env})
    run.err = done.stderr.decode("utf-8")
    assert done.returncode == code, f"{words}: exit {done.returncode}, expected {code}\n{run.err[:2000]}"
    if code == 2:
        assert run.err.strip(), f"{words}: exit 2 without a word"
    return done.stdout.decode("utf-8")


def new(folder):
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, ROOT / "data" / "examples" / "full.json")
    return path


def files_in(folder):
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


@test
def folder_cannot_be_made(folder):
    path = new(folder)
    (folder / "taken").write_text("a file")
    run("export", path, "--to", folder / "taken" / "out", code=2)
    assert "taken" in run.err and files_in(folder) == ["r.ziping", "taken"]


@test
def folder_cannot_be_written(folder):
    path, out = new(folder), folder / "out"
    out.mkdir()
    out.chmod(0o500)
    if os.geteuid() == 0:
        out = pathlib.Path("/proc/self")
    run("export", path, "--to", out, "--format", "txt", code=2)
    assert "r.txt" in run.err, run.err
    assert files_in(folder) == ["r.ziping"]


@test
def old_files_are_kept(folder):
    path, out = new(folder), folder / "out"
    out.mkdir()
    (out / "r.pdf").write_text("old")
    run("export", path, "--to", out, "--format", ",".join(FORMATS), code=2)
    assert "r.pdf" in run.err and files_in(out) == ["r.pdf"] and (out / "r.pdf").read_text() == "old"


@test
def disk_full_before_the_first(folder):
    """The spreadsheet cannot be made: none of the old files is touched, even those that could be."""
    path, out, temp = new(folder), folder / "out", folder / "temp"
    temp.mkdir()
    out.mkdir()
    for kind in FORMATS:
        (out / f"r.{kind}").write_text("old " + kind)
    run("export", path, "--to", out, "--format", ",".join(FORMATS), "--force", code=2, before=limit_files(4096),
        TMPDIR=str(temp))
    assert files_in(out) == [f"r.{kind}" for kind in FORMATS] and files_in(temp) == []
    for kind in FORMATS:
        assert (out / f"r.{kind}").read_text() == "old " + kind


@test
def disk_full_while_writing(folder):
    """A file that does not fit leaves its old one whole, and no temporary file beside it."""
    path, out = new(folder), folder / "out"
    run("export", path, "--to", out, "--format", "pdf")
    before = (out / "r.pdf").read_bytes()
    run("export", path, "--to", out, "--format", "pdf", "--profile", "public", "--force", code=2,
        before=limit_files(len(before) // 4))
    assert (out / "r.pdf").read_bytes() == before and files_in(out) == ["r.pdf"]


@test
def no_temporary_folder(folder):
    path, out = new(folder), folder / "out"
    run("export", path, "--to", out, "--format", "docx,xlsx", code=2, TMPDIR="/nonexistent")
    assert not out.exists() or files_in(out) == []


main()
