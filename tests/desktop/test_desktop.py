#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop is told of the program, judged by the desktop's own tools.

usage: test_desktop.py SOURCE_ROOT
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "style"))
from tap import ROOT, Results  # noqa: E402

APP = "io.github.ziping.Ziping"
FOLDER = ROOT / "data" / "desktop"
TYPE = "application/vnd.ziping+json"


def complaints(*command, env=None):
    """The lines that a tool prints when it is not content."""
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(env or {})})
    return (done.stdout + done.stderr).splitlines() if done.returncode else []


def content_type(home, name, text):
    path = home / name
    path.write_text(text, encoding="utf-8")
    told = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(path)], capture_output=True, text=True,
        env={**os.environ, "XDG_DATA_HOME": str(home)}, check=True).stdout
    return told.rsplit("content-type:", 1)[-1].strip()


def document_type(results):
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        packages = home / "mime" / "packages"
        packages.mkdir(parents=True)
        (packages / f"{APP}.xml").write_bytes((FOLDER / f"{APP}.mime.xml").read_bytes())
        results.add("mime/builds", complaints("update-mime-database", str(home / "mime")))
        for name, text, expected in (
            ("报告.ziping", "{}", TYPE),
            ("by-content", '{\n  "format": "ziping",\n  "version": 1\n}\n', TYPE),
            ("other.json", '{ "format": "other" }', "application/json"),
        ):
            found = content_type(home, name, text)
            results.add(f"mime/{name}", [] if found == expected else [f"{found}, not {expected}"])


def lacking(metainfo):
    """What a software centre wants to show: each text in both languages, and pictures that are there."""
    root = ElementTree.parse(metainfo).getroot()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("name", "summary", "description/p", "description/ul/li", "screenshots/screenshot/image",
                "screenshots/screenshot/caption", "releases/release/description/p"):
        found = [node.get(language) for node in root.findall(tag)]
        if not found or found.count(None) != found.count("zh_CN"):
            yield f"{tag}: not in both languages"
    for tag in ("content_rating", "branding/color", "launchable", "developer", "url", "releases/release"):
        if root.find(tag) is None:
            yield f"{tag}: missing"
    version = root.find("releases/release").get("version")
    for image in root.iter("image"):
        _, _, path = image.text.partition(f"/v{version}/")
        if not path or not (ROOT / path).is_file():
            yield f"{image.text}: no such picture here"


def main():
    results = Results()
    results.add("entry", complaints("desktop-file-validate", str(FOLDER / f"{APP}.desktop")))
    metainfo = str(FOLDER / f"{APP}.metainfo.xml")
    results.add("metainfo/appstreamcli", complaints("appstreamcli", "validate", "--no-net", metainfo))
    results.add("metainfo/appstream-util",
                complaints("appstream-util", "validate-relax", "--nonet", metainfo))
    results.add("metainfo/complete", list(lacking(metainfo)))
    results.add("settings", complaints("glib-compile-schemas", "--strict", "--dry-run", str(ROOT / "data")))
    with tempfile.TemporaryDirectory() as folder:
        for icon in sorted((FOLDER / "icons").glob("*.svg")):
            picture = str(pathlib.Path(folder) / "icon.png")
            results.add(f"icon/{icon.stem}", complaints("rsvg-convert", "-w", "64", "-o", picture, str(icon)))
    document_type(results)
    results.finish()


main()
