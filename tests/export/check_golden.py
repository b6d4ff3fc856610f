#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the pages of the worked example against small pictures of them, by darkness, block by block.

usage: check_golden.py ZIPING_CLI SOURCE_ROOT [--write]

Fonts and poppler of another version draw a shade differently: that is let pass. A paragraph, a table or a
line that is missing or moved is not, and the test proves so on every page before it judges. With --write the
pictures are made anew; look at each before they are kept.
"""
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
GOLDEN = ROOT / "tests" / "export" / "golden"
DPI = 30
LINE = round(28.95 / 72 * DPI)
BLOCK = 8
# Of 255: what another version of a font may change in a block, and in how many blocks it may change more.
SHADE, SPOTS = 26, 5
INK = 200
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


def run(*words):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True).stdout


# ---- pictures: rows of bytes, 0 black to 255 white ----

def read_pgm(path):
    head, size, depth, pixels = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    assert (head, depth) == (b"P5", b"255") and len(pixels) == width * height, path
    return [bytearray(pixels[y * width:(y + 1) * width]) for y in range(height)]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def write_png(path, rows):
    """Sixteen shades are enough, and small."""
    packed = b"".join(b"\0" + bytes(value >> 4 << 4 | value >> 4 for value in row) for row in rows)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)) +
                     chunk(b"IDAT", zlib.compress(packed, 9)) + chunk(b"IEND", b""))


def read_png(path):
    """A picture as write_png() makes it: grey, eight bits, no filters, one block of data."""
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    length, name = struct.unpack(">I4s", data[33:41])
    assert name == b"IDAT" and data[24:29] == bytes((8, 0, 0, 0, 0)), f"{path}: not made by this test"
    raw = zlib.decompress(data[41:41 + length])
    return [bytearray(raw[y * (width + 1) + 1:(y + 1) * (width + 1)]) for y in range(height)]


def blocks_of(rows):
    """Mean darkness of blocks that overlap by half, so that an edge does not fall between two."""
    step, found = BLOCK // 2, {}
    for y in range(0, len(rows) - BLOCK + 1, step):
        for x in range(0, len(rows[0]) - BLOCK + 1, step):
            found[y, x] = 255 - sum(sum(row[x:x + BLOCK]) for row in rows[y:y + BLOCK]) / BLOCK ** 2
    return found


def differs(rows, other):
    if (len(rows), len(rows[0])) != (len(other), len(other[0])):
        return True
    one, two = blocks_of(rows), blocks_of(other)
    return sum(abs(one[at] - two[at]) > SHADE for at in one) > SPOTS


# ---- what must be seen, and what must not ----

def inked_rows(rows):
    return [y for y, row in enumerate(rows) if sum(value < INK for value in row) > 6]


def without(rows, first, last):
    blank = bytearray(b"\xff" * len(rows[0]))
    return [bytearray(blank) if first <= y < last else bytearray(row) for y, row in enumerate(rows)]


def moved(rows, first, by):
    blank = bytearray(b"\xff" * len(rows[0]))
    return rows[:first] + [bytearray(blank) for _ in range(by)] + rows[first:len(rows) - by]


def paler(rows):
    """A little thinner everywhere, as another version of a font may be."""
    return [bytearray(255 - (255 - value) * 92 // 100 for value in row) for row in rows]


def smeared(rows):
    """Everything a third of a pixel to the right."""
    return [bytearray((2 * row[x] + row[max(x - 1, 0)]) // 3 for x in range(len(row))) for row in rows]


def prove(name, rows):
    """A test that cannot fail says nothing: it sees a missing and a moved line on this very page."""
    inked = inked_rows(rows)
    if not inked:
        return
    middle = inked[len(inked) // 2]
    expect(differs(rows, without(rows, middle - LINE, middle + 2 * LINE)), f"{name}: a missing paragraph is not seen")
    expect(differs(rows, without(rows, inked[0], inked[-1] + 1)), f"{name}: an empty page is not seen")
    expect(differs(rows, moved(rows, inked[0], LINE)), f"{name}: a page that slipped by a line is not seen")
    expect(not differs(rows, rows), f"{name}: differs from itself")
    expect(not differs(rows, paler(rows)), f"{name}: thinner letters are taken for others")
    expect(not differs(rows, smeared(rows)), f"{name}: a shift by a third of a pixel is taken for more")


# ---- the pages ----

def draw(folder, name, profile, *, data=None, words=()):
    """The pages of the example as pictures by name: name-01 …"""
    report = folder / f"{name}.ziping"
    run(CLI, "new", "--template", "changsha-2021", report)
    run(CLI, "fill", report, ROOT / "data" / "examples" / "full.json")
    if data is not None:
        (folder / "more.json").write_text(data, "utf-8")
        run(CLI, "fill", report, folder / "more.json")
    run(CLI, "export", report, "--to", folder, "--format", "pdf", "--profile", profile, "--bundled-fonts", *words)
    pdf = next(folder.glob(f"{name}*.pdf"))
    run("pdftoppm", "-r", DPI, "-gray", pdf, folder / name)
    return {path.stem: read_pgm(path) for path in sorted(folder.glob(f"{name}-*.pgm"))}


def draw_all(folder):
    official = draw(folder, "official", "official")
    pages = draw(folder, "submit", "submit")
    pages.update((name, official[name]) for name in sorted(official)[:3])
    pages.update(draw(folder, "signoff", "submit", words=("--sign-off",)))
    return pages


def write(folder):
    shutil.rmtree(GOLDEN, ignore_errors=True)
    GOLDEN.mkdir()
    for name, rows in draw_all(folder).items():
        write_png(GOLDEN / f"{name}.png", rows)


def compare(folder):
    pages = draw_all(folder)
    golden = {path.stem: read_png(path) for path in sorted(GOLDEN.glob("*.png"))}
    expect(sorted(pages) == sorted(golden), f"pages {sorted(pages)}, pictures {sorted(golden)}")
    for name, rows in golden.items():
        prove(name, rows)
        expect(name in pages and not differs(rows, pages[name]), f"{name}: the page is not as in its picture")
    return golden


def prove_on_documents(folder, golden):
    """The same with real pages: a shorter paragraph, and a table without its rows."""
    for name, data in (("paragraph", '{"text.duties": "主要职责是工业经济运行。"}'), ("table", '{"indicators": []}')):
        (folder / name).mkdir()
        pages = draw(folder / name, "submit", "submit", data=data)
        changed = [page for page, rows in pages.items() if page not in golden or differs(golden[page], rows)]
        expect(changed, f"a document with less of a {name} is taken for the same")


def main():
    if not shutil.which("pdftoppm"):
        print("pdftoppm is not installed; nothing was tested")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if "--write" in sys.argv:
            write(folder)
            return
        golden = compare(folder)
        prove_on_documents(folder, golden)
    print(f"{len(golden)} pages compared")
    sys.exit(1 if failures else 0)


main()
