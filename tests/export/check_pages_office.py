# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays the pages LibreOffice makes of a DOCX beside those of our PDF; used by check_pages.py --office.

LibreOffice 7.4 puts a gap between Chinese characters and figures whatever the file says, so a paragraph
full of figures may take a line more there. Text without figures must break at the same places."""
import json
import os
import pathlib
import re
import subprocess
import sys

FACES = {"FandolFang-Regular": "仿宋_GB2312", "FandolKai-Regular": "楷体_GB2312", "FandolHei-Regular": "黑体",
         "FandolSong-Bold": "方正小标宋简体", "FandolSong-Regular": "宋体"}


def find_fonts():
    folders = [pathlib.Path(os.environ.get("XDG_DATA_HOME", "")) / "ziping" / "fonts"]
    folders += [pathlib.Path(p) / "ziping" / "fonts"
                for p in os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")]
    return next((f for f in folders if (f / "FandolFang-Regular.otf").exists()), None)


def write_font_config(folder, fonts):
    """The faces of the PDF under the names that stand in the DOCX."""
    rules = "".join(f'<match target="scan"><test name="file" compare="contains"><string>{file}</string></test>'
                    f'<edit name="family" mode="assign_replace"><string>{name}</string></edit></match>'
                    for file, name in FACES.items())
    config = folder / "fonts.conf"
    config.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                      f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir>'
                      f'<cachedir>{folder}/cache</cachedir>{rules}</fontconfig>', encoding="utf-8")
    return config


def convert(folder, config, target):
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", "pdf", "--outdir", target / "office", target / "r.docx"],
                   check=True, capture_output=True, timeout=300, env={**os.environ, "FONTCONFIG_FILE": str(config)})
    return target / "office" / "r.pdf"


def lines_of(bodies):
    return [line.text for lines in bodies for line in lines]


def compare_breaks(pages, name, ours, theirs):
    """Full-width text: the same lines on the same pages."""
    pure = re.compile(r"[\u4e00-\u9fff，。]+")
    starts = [[lines[0].text for lines in bodies if pure.fullmatch(lines[0].text)] for bodies in (ours, theirs)]
    pages.expect(len(starts[0]) >= 3, f"{name}: {len(starts[0])} pages begin with full-width text")
    texts = [set(t for t in lines_of(b) if pure.fullmatch(t)) for b in (ours, theirs)]
    common = len(texts[0] & texts[1]) / max(len(texts[0]), 1)
    pages.expect(common > 0.95, f"{name}: {common:.0%} of the full-width lines break at the same places")


def compare_report(pages, name, target, office):
    ours, theirs = pages.pages_of(target / "r.pdf"), pages.pages_of(office)
    pages.check_numbers(f"{name} in LibreOffice", theirs)
    bodies = pages.body_of(ours), pages.body_of(theirs)
    n_lines = [len(lines_of(b)) for b in bodies]
    print(f"# {name}: pages {len(ours)} and {len(theirs)}, of text {len(bodies[0])} and {len(bodies[1])}, "
          f"lines {n_lines[0]} and {n_lines[1]}")
    pages.expect(abs(len(bodies[0]) - len(bodies[1])) <= max(1, len(bodies[0]) // 20), f"{name}: pages of text")
    pages.expect(abs(len(ours) - len(theirs)) <= max(1, len(ours) // 20), f"{name}: pages")
    pages.expect(abs(n_lines[0] - n_lines[1]) <= len(bodies[0]), f"{name}: lines of text {n_lines}")
    for number, lines in enumerate(bodies[1], 1):
        if not any(pages.is_table(line) for line in lines):
            pages.expect(len(lines) <= 22, f"{name} in LibreOffice: page {number} has {len(lines)} lines")
    return bodies


def printed_example():
    """The report as it was printed: more text than in the example, and full of figures."""
    path = pathlib.Path(sys.argv[2]) / "data" / "examples" / "reference-corrected.json"
    return json.loads(path.read_text(encoding="utf-8"))


def compare_counts(pages, folder, config):
    """The paper under a letterhead has as many pages in LibreOffice, the others one more at the most; the sheet for
    signatures has one."""
    for profile, more in (("official", 0), ("public", 1)):
        for name, data in (("example", pages.example()), ("printed", printed_example())):
            target = pages.export(folder, f"{profile}-{name}", data, profile)
            counts = [len(pages.pages_of(path)) for path in (target / "r.pdf", convert(folder, config, target))]
            print(f"# {profile} {name}: pages {counts}")
            pages.expect(0 <= counts[1] - counts[0] <= more, f"{profile} {name}: pages {counts}")
    pages.run(pages.CLI, "export", target / "r.ziping", "--to", target, "--format", "docx", "--sign-off")
    (target / "r-sign-off.docx").rename(target / "r.docx")
    counts = len(pages.pages_of(convert(folder, config, target)))
    pages.expect(counts == 1, f"sign-off sheet: {counts} pages")


def check(pages, folder):
    fonts = find_fonts()
    if fonts is None:
        sys.exit(77)
    config = write_font_config(folder, fonts)
    for name, data in (("example", pages.example()), ("chinese", pages.chinese_report())):
        target = pages.export(folder, name, data)
        bodies = compare_report(pages, name, target, convert(folder, config, target))
        if name == "chinese":
            compare_breaks(pages, name, *bodies)
    compare_counts(pages, folder, config)
