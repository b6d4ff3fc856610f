#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile every file below data/templates into a GResource, so that adding a pack needs no list."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import xml.sax.saxutils

PREFIX = "/io/github/ziping/Ziping"


def list_files(folder):
    return sorted(p for p in (folder / "templates").rglob("*") if p.is_file() and p.name[0] != ".")


def write_xml(folder, files, target):
    lines = ["<gresources>", f'  <gresource prefix="{PREFIX}">']
    for path in files:
        name = xml.sax.saxutils.escape(path.relative_to(folder).as_posix())
        lines.append(f"    <file>{name}</file>")
    lines += ["  </gresource>", "</gresources>", ""]
    target.write_text("\n".join(lines), encoding="utf-8")


def compile_one(compiler, folder, source, target, option):
    subprocess.run(
        [compiler, f"--sourcedir={folder}", f"--target={target}", option, "--c-name", "zp_resources",
         source],
        check=True)


def write_depfile(depfile, target, folder, files):
    """The folders are named too: their time changes when a file is added or taken away."""
    folders = [p for p in (folder / "templates").rglob("*") if p.is_dir()]
    names = [str(p).replace(" ", "\\ ") for p in [folder / "templates", *folders, *files]]
    depfile.write_text(f"{target}: {' '.join(names)}\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    parser.add_argument("--depfile", required=True, type=pathlib.Path)
    parser.add_argument("source")
    parser.add_argument("header")
    args = parser.parse_args()

    files = list_files(args.folder)
    with tempfile.TemporaryDirectory() as temporary:
        xml_file = pathlib.Path(temporary) / "ziping.gresource.xml"
        write_xml(args.folder, files, xml_file)
        compile_one(args.compiler, args.folder, xml_file, args.source, "--generate-source")
        compile_one(args.compiler, args.folder, xml_file, args.header, "--generate-header")
    write_depfile(args.depfile, args.source, args.folder, files)


if __name__ == "__main__":
    sys.exit(main())
