#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest for a build with the SDK of GNOME, and what it must agree with.

usage: test_manifest.py SOURCE_ROOT
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "style"))
from tap import ROOT, Results  # noqa: E402

APP = "io.github.ziping.Ziping"
MANIFEST = ROOT / "flatpak" / f"{APP}.yml"
# A window, and nothing else.
ALLOWED = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc"}


def first(path, pattern):
    return re.search(pattern, (ROOT / path).read_text(encoding="utf-8"), re.M).group(1)


def read_by_flatpak_builder():
    return json.loads(subprocess.run(["flatpak-builder", "--show-manifest", str(MANIFEST)], capture_output=True,
                                     text=True, check=True).stdout)


def privileges(manifest):
    return [word for word in manifest["finish-args"] if word not in ALLOWED]


def sources(manifest):
    """Each download is pinned; the program itself is this tree."""
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                continue
            if source["type"] != "archive" or not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                yield f"{module['name']}: not pinned by a sum"
            if not source.get("url", "").startswith("https://"):
                yield f"{module['name']}: not from a safe address"


def versions():
    """The version stands in four files."""
    expected = first("meson.build", r"version: '([^']+)'")
    found = {
        "debian/changelog": first("debian/changelog", r"^ziping \(([^)]+)\)"),
        "metainfo": first(f"data/desktop/{APP}.metainfo.xml", r'<release version="([^"]+)"'),
        "man page": first("docs/man/ziping-cli.1", r'"ziping ([^"]+)"'),
        "NEWS.md": first("NEWS.md", r"^## (?:\[)?v?([0-9][0-9.]*)"),
    }
    return [f"{name}: {version}, not {expected}" for name, version in found.items() if version != expected]


def main():
    results = Results()
    text = MANIFEST.read_text(encoding="utf-8")
    results.add("manifest/no-placeholder", re.findall(r"0{12,}", text))
    results.add("manifest/versions-agree", versions())
    if shutil.which("flatpak-builder"):
        manifest = read_by_flatpak_builder()
        results.add("manifest/id", [] if manifest["id"] == APP else [manifest["id"]])
        results.add("manifest/least-privilege", privileges(manifest))
        results.add("manifest/sources", list(sources(manifest)))
    results.finish()


main()
