#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The OFD of the worked example, as an independent program reads it, beside the PDF of the same pages.

usage: check_ofd.py ZIPING_CLI SOURCE_ROOT
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
NS = {"ofd": "http://www.ofdspec.org/2016"}
MM = 25.4 / 72


def run(*words):
    return subprocess.run([CLI, *map(str, words)], check=True, capture_output=True).stdout


def export(folder, name):
    """Writes the example as OFD and PDF into a folder of its own."""
    target = folder / name
    target.mkdir()
    report = target / "r.ziping"
    run("new", "--template", "changsha-2021", report)
    run("fill", report, ROOT / "data" / "examples" / "full.json")
    run("export", report, "--to", target, "--format", "ofd,pdf")
    return target


def part(archive, name):
    return xml.fromstring(archive.read(name))


def pages_of(archive):
    document = part(archive, "Doc_0/Document.xml")
    return [(page.get("ID"), part(archive, f"Doc_0/{page.get('BaseLoc')}"))
            for page in document.iterfind("ofd:Pages/ofd:Page", NS)]


def numbers(text):
    return [float(word) for word in text.split()]


def distances(text):
    """"g 3 1.5 2" means 1.5 1.5 1.5 2."""
    words, found = (text or "").split(), []
    while words:
        word = words.pop(0)
        times = int(words.pop(0)) if word == "g" else 1
        found += [float(words.pop(0)) if word == "g" else float(word)] * times
    return found


def check_numbers(archive):
    ids = []
    for name in archive.namelist():
        if name.endswith(".xml"):
            ids += [int(node.get("ID")) for node in part(archive, name).iter() if node.get("ID")]
    highest = int(part(archive, "Doc_0/Document.xml").findtext(".//ofd:MaxUnitID", namespaces=NS))
    # A page is numbered where it is listed; everything else once.
    assert len(ids) == len(set(ids)), "two objects have the same number"
    assert max(ids) <= highest, "an object is numbered above MaxUnitID"


def check_fonts(archive):
    resources = part(archive, "Doc_0/PublicRes.xml")
    fonts = {font.get("ID"): font for font in resources.iter(f"{{{NS['ofd']}}}Font")}
    for font in fonts.values():
        data = archive.read(f"Doc_0/Res/{font.findtext('ofd:FontFile', namespaces=NS)}")
        tables = {data[12 + 16 * i:16 + 16 * i] for i in range(int.from_bytes(data[4:6], "big"))}
        assert b"cmap" in tables, f"{font.get('FontName')}: characters cannot be looked up"
    assert {"仿宋_GB2312", "黑体"} <= {font.get("FontName") for font in fonts.values()}
    return fonts


def check_text_objects(page, fonts):
    for text in page.iterfind(".//ofd:TextObject", NS):
        code = text.find("ofd:TextCode", NS)
        assert text.get("Font") in fonts, "a face that is not there"
        assert len(distances(code.get("DeltaX"))) == len(code.text) - 1, f"places of {code.text}"
        assert text.find("ofd:FillColor", NS) is not None


def check_rules(page):
    width, height = numbers(page.findtext(".//ofd:PhysicalBox", namespaces=NS))[2:]
    for path in page.iterfind(".//ofd:PathObject", NS):
        left, top, wide, high = numbers(path.get("Boundary"))
        line = re.fullmatch(r"M (\S+) (\S+) L (\S+) (\S+)", path.findtext("ofd:AbbreviatedData", namespaces=NS))
        x1, y1, x2, y2 = map(float, line.groups())
        assert abs(x1 - x2) < 0.01 or abs(y1 - y2) < 0.01, "a slanted rule"
        assert 0 <= x1 <= wide and 0 <= y2 <= high, "a rule outside of its box"
        assert 0 <= left + x1 and left + x2 <= width and top + y2 <= height, "a rule off the page"


def squeezed(text):
    return sorted(re.sub(r"\s", "", text))


def check_same_text(pages, pdf):
    """Page by page the same characters as the PDF has; the order of columns is the reader's affair."""
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    printed = told.stdout.decode("utf-8").split("\f")[:-1]
    assert len(printed) == len(pages), f"{len(pages)} pages, the PDF has {len(printed)}"
    for number, ((_, page), text) in enumerate(zip(pages, printed), 1):
        written = "".join(code.text for code in page.iterfind(".//ofd:TextCode", NS))
        assert squeezed(written) == squeezed(text), f"page {number} differs from the PDF"


def check_first_line(pages, pdf):
    """The first character of the body stands where the PDF has it."""
    told = subprocess.run(["pdftotext", "-bbox", "-f", "3", "-l", "3", str(pdf), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    left = float(re.search(r'<word xMin="([\d.]+)"', told).group(1)) * MM
    first = pages[2][1].find(".//ofd:TextObject", NS)
    assert abs(numbers(first.get("Boundary"))[0] - left) < 0.5, "the text is shifted"


def check_outline(archive, pages):
    known = {page for page, _ in pages}
    found = list(part(archive, "Doc_0/Document.xml").iter(f"{{{NS['ofd']}}}OutlineElem"))
    assert len(found) >= 10, "the headings are missing"
    for entry in found:
        assert entry.find("ofd:Actions/ofd:Action/ofd:Goto/ofd:Dest", NS).get("PageID") in known


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first, second = export(folder, "first"), export(folder, "second")
        assert (first / "r.ofd").read_bytes() == (second / "r.ofd").read_bytes(), "not the same bytes"

        with zipfile.ZipFile(first / "r.ofd") as archive:
            assert archive.namelist()[0] == "OFD.xml"
            pages = pages_of(archive)
            check_numbers(archive)
            fonts = check_fonts(archive)
            for _, page in pages:
                check_text_objects(page, fonts)
                check_rules(page)
            check_same_text(pages, first / "r.pdf")
            check_first_line(pages, first / "r.pdf")
            check_outline(archive, pages)


main()
