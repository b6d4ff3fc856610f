#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates in the files that the program writes, by report and by SOURCE_DATE_EPOCH, and that formats made together
are the same as those made alone.

usage: check_source_date.py ZIPING_CLI SOURCE_ROOT
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FORMATS = ["docx", "pdf", "xlsx"]
EPOCH = "1000000000"  # 2001-09-09 01:46:40 UTC, still the 8th in Los Angeles


def run(*words, epoch=None, zone="UTC"):
    environment = {**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    return subprocess.run([CLI, *map(str, words)], env=environment, capture_output=True, text=True)


def must(*words, **settings):
    result = run(*words, **settings)
    assert result.returncode == 0, (words, result.stderr)


def make_report(path, data):
    must("new", "--template", "changsha-2021", path)
    path.with_suffix(".json").write_text(json.dumps(data), encoding="utf-8")
    must("fill", path, path.with_suffix(".json"))


def export(report, target, formats=FORMATS, **settings):
    must("export", report, "--to", target, "--format", ",".join(formats), **settings)
    return {name: (target / f"{report.stem}.{name}").read_bytes() for name in formats}


def created(target, report, name):
    path = target / f"{report.stem}.{name}"
    if name == "pdf":
        # The objects of the file are packed; poppler unpacks them.
        text = subprocess.run(["pdfinfo", "-isodates", path], check=True, capture_output=True, text=True,
                              env={**os.environ, "TZ": "UTC"}).stdout
        return re.search(r"CreationDate: +(\S{10})", text).group(1)
    core = zipfile.ZipFile(path).read("docProps/core.xml").decode()
    return re.search(r"<dcterms:created[^>]*>(.{10})", core).group(1)


def expect_dates(folder, report, wanted, **settings):
    target = pathlib.Path(tempfile.mkdtemp(dir=folder))
    export(report, target, **settings)
    for name in FORMATS:
        got = created(target, report, name)
        assert got == wanted, (report.stem, name, settings, got, wanted)


def expect_refusal(folder, report, epoch):
    target = folder / "refused"
    result = run("export", report, "--to", target, epoch=epoch)
    assert result.returncode == 2, (epoch, result.returncode)
    assert "SOURCE_DATE_EPOCH" in result.stderr and epoch in result.stderr, result.stderr
    assert not target.exists(), epoch


def expect_same_bytes(folder, report):
    together = export(report, folder / "together")
    for name in FORMATS:
        assert export(report, folder / "alone", [name])[name] == together[name], name
    for number in range(5):
        assert export(report, folder / f"again{number}") == together, number


with tempfile.TemporaryDirectory() as work:
    folder = pathlib.Path(work)
    dated, undated = folder / "dated.ziping", folder / "undated.ziping"
    make_report(dated, {"report.year": "2021", "report.date": "2022-04-20"})
    make_report(undated, {"report.year": "2021"})

    for zone in ("UTC", "Asia/Shanghai", "America/Los_Angeles"):
        expect_dates(folder, dated, "2022-04-20", zone=zone)
        expect_dates(folder, dated, "2022-04-20", zone=zone, epoch=EPOCH)
        expect_dates(folder, undated, "2001-09-09", zone=zone, epoch=EPOCH)
        expect_dates(folder, undated, "2022-01-01", zone=zone)
    for epoch in ("", "soon", "1.5", "-1", "253402300800", "99999999999999999999"):
        expect_refusal(folder, dated, epoch)
        expect_refusal(folder, undated, epoch)
    expect_same_bytes(folder, dated)
