#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures pages: of the worked example, of long and hostile reports and of an empty one.

usage: check_pages.py ZIPING_CLI SOURCE_ROOT [--office]

Reads the PDF back with poppler, as an office would lay a ruler on it (GB/T 9704-2012). With --office,
LibreOffice sets the DOCX of the same reports, and its pages are laid beside.
"""
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
NS = {"x": "http://www.w3.org/1999/xhtml"}
MM = 72 / 25.4
TOP, LEFT, WIDTH, HEIGHT = 37 * MM, 28 * MM, 156 * MM, 225 * MM
PITCH, CHARACTER, HALF_MM = 28.95, 15.79, 0.5 * MM
NO_START = "，。、；：？！）〕》〉】”’…·～％%℃"
NO_END = "（〔《〈【“‘"
HANGING = "，。、；："
BLANK_RIGHT = "，。、；：）》〉〕】”’"
HEADING = re.compile(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.(?!\d))[^，。：]*$")
Line = collections.namedtuple("Line", "text x right y bottom")
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


def run(*words):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True).stdout


# ---- reports ----

def sentence(dice):
    words = "加强预算绩效管理，提高财政资金使用效益；按季度开展运行监测（含重点企业）、“三公”经费、《管理办法》"
    parts = []
    for _ in range(dice.randint(3, 12)):
        start = dice.randrange(len(words) - 4)
        parts.append(words[start:start + dice.randint(2, 9)].strip("，；、（）“”《》") or "资金")
        kind = dice.random()
        if kind < 0.3:
            parts.append(f"{dice.randint(1, 9999):,}.{dice.randint(0, 99):02d}万元")
        elif kind < 0.45:
            parts.append(f"{dice.randint(0, 100)}.{dice.randint(0, 99):02d}%")
        elif kind < 0.55:
            parts.append("（湘财绩〔2020〕7号）")
        elif kind < 0.65:
            parts.append("“三公”经费")
        parts.append(dice.choice("，，；、"))
    return "".join(parts)[:-1] + "。"


def paragraph(dice, length):
    text = ""
    while len(text) < length:
        text += sentence(dice)
    return text


def example():
    return json.loads((ROOT / "data" / "examples" / "full.json").read_text(encoding="utf-8"))


def long_report(seed, n_rows):
    dice, data = random.Random(seed), example()
    for name in ("duties", "asset_reason", "asset_income", "asset_use"):
        data["text." + name] = paragraph(dice, dice.choice((200, 900)))
    data["text.results"] = paragraph(dice, 5000)
    first = data["projects"][0]
    for i in range(n_rows):
        name = f"第{i + 1}号专项{dice.choice(('', '工作经费', '信息系统运行维护和安全等级保护测评服务采购经费'))}"
        data["projects"].append(dict(first, name=name, goal=sentence(dice), result=sentence(dice)))
    data["indicators"] += [dict(data["indicators"][-1], name=f"第{i + 1}项指标{sentence(dice)}", weight="0",
                                reason=paragraph(dice, dice.choice((10, 10, 300))), level2=f"{i % 7}类指标")
                           for i in range(n_rows)]
    data["problems"] = [{"title": f"第{i + 1}个问题" + "绩效目标设定不够细化" * (i % 4), "text": paragraph(dice, 150)}
                        for i in range(9)]
    data["measures"] = [{"title": f"第{i + 1}项措施", "text": paragraph(dice, 150)} for i in range(5)]
    return data


def chinese_report():
    """Full-width characters only, but for the figures the pack puts in: every line has 28."""
    dice, data = random.Random(7), example()
    pieces = "加强预算绩效管理提高财政资金使用效益按季度开展运行监测"
    text = "".join(dice.choice(pieces) + ("，" if i % 23 == 22 else "") for i in range(3000)) + "。"
    data["text.results"] = text
    return data


def export(folder, name, data, profile="submit"):
    target = folder / name
    target.mkdir()
    report = target / "r.ziping"
    run(CLI, "new", "--template", "changsha-2021", report)
    if data is not None:
        (target / "r.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        run(CLI, "fill", report, target / "r.json")
    run(CLI, "export", report, "--to", target, "--format", "pdf,docx,txt", "--profile", profile, "--bundled-fonts")
    return target


# ---- pages ----

def pages_of(path):
    root = xml.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", run("pdftotext", "-bbox", path, "-")))
    return [page_lines(page) for page in root.iterfind(".//x:page", NS)]


def page_lines(page):
    """Size of the page and its lines from top to bottom; words of one line are side by side. The edge of a
    landscape page, where its number lies, is a line of its own."""
    words = [(w.text or "", *(float(w.get(k)) for k in ("xMin", "xMax", "yMin", "yMax")))
             for w in page.iterfind("x:word", NS)]
    width, height = float(page.get("width")), float(page.get("height"))
    edge = [w for w in words if width > height and w[2] < 35 * MM - HALF_MM]
    return width, height, join_words([w for w in words if w not in edge]) + [
        Line("".join(w[0] for w in sorted(edge, key=lambda w: w[3])), min(w[1] for w in edge), max(w[2] for w in edge),
             min(w[3] for w in edge), max(w[4] for w in edge)) for edge in [edge] if edge]


def join_words(words):
    lines = []
    for text, x, right, y, bottom in sorted(words, key=lambda w: (w[3] + w[4]) / 2):
        middle = (y + bottom) / 2
        if lines and abs(middle - lines[-1][0]) < 5:
            lines[-1][1].append((x, text, right, y, bottom))
        else:
            lines.append((middle, [(x, text, right, y, bottom)]))
    found = []
    for _, parts in lines:
        parts.sort()
        found.append(Line("".join(p[1] for p in parts), parts[0][0], max(p[2] for p in parts),
                          min(p[3] for p in parts), max(p[4] for p in parts)))
    return found


def body_of(pages):
    """Lines of the text on each page between cover and annexes, without page number."""
    bodies = []
    for width, height, lines in pages[1:]:
        inside = [line for line in lines if line.bottom < TOP + HEIGHT + 6]
        if width > height or (inside and re.match(r"^附件\d*$", inside[0].text)):
            break
        bodies.append(inside)
    return bodies


def blank_half(mark, marks):
    """A mark gives up its blank half where the line is squeezed; what is seen of it stays inside."""
    return CHARACTER / 2 if mark in marks else 0


def is_table(line):
    return line.bottom - line.y < 13


def check_numbers(name, pages):
    expect(all("—" not in line.text for line in pages[0][2] if line.y > TOP + HEIGHT), f"{name}: the cover has a number")
    for number, (width, height, lines) in enumerate(pages[1:], 1):
        if width > height:
            turned = lines[-1]
            expect(turned.text == f"—{number}—", f"{name}: number of landscape page {number}: {turned.text}")
            at = height - 26 * MM - 14 - turned.bottom if number % 2 else turned.y - LEFT - 14
            expect(abs(at) < HALF_MM, f"{name}: page number {number} is {at:.1f} pt off")
            dash = (turned.x + turned.right) / 2
            expect(abs(dash - 28 * MM) < 4, f"{name}: page number {number} lies at {dash:.1f}")
            continue
        foot = [line for line in lines if line.y > TOP + HEIGHT]
        expect([line.text for line in foot] == [f"—{number}—"], f"{name}: page number {number}")
        for line in foot:
            dash = (line.y + line.bottom) / 2
            expect(abs(dash - (TOP + HEIGHT + 7 * MM)) < 4, f"{name}: height of page number {number}: {dash}")
            at = LEFT + WIDTH - 14 - line.right if number % 2 else line.x - LEFT - 14
            expect(abs(at) < HALF_MM, f"{name}: page number {number} is {at:.1f} pt off")


def check_lines(name, bodies):
    for number, lines in enumerate(bodies, 1):
        text = [line for line in lines if not is_table(line)]
        expect(len(lines) <= 22 or len(text) < len(lines), f"{name}: page {number} has {len(lines)} lines")
        for line in text:
            where = f"{name}, page {number}: “{line.text[:12]}…{line.text[-6:]}”"
            hangs = CHARACTER if line.text[-1] in HANGING else blank_half(line.text[-1], BLANK_RIGHT)
            squeezed = blank_half(line.text[0], NO_END)
            expect(line.text[0] not in NO_START, f"{where} starts with a mark")
            expect(line.text[-1] not in NO_END, f"{where} ends with an opening mark")
            expect(line.x > LEFT - HALF_MM - squeezed, f"{where} stands in the left margin: {line.x:.1f}")
            expect(line.right < LEFT + WIDTH + HALF_MM + hangs, f"{where} stands in the right margin: {line.right:.1f}")
            expect(line.y > TOP - HALF_MM and line.bottom < TOP + HEIGHT + 2, f"{where} stands outside of the type area")
        for line, following in zip(text, text[1:]):
            check_break(f"{name}, page {number}", line.text, following.text)
            step = following.y - line.y
            expect(step > 20, f"{name}, page {number}: lines lie {step:.1f} pt apart")
    for number, lines in enumerate(bodies[:-1], 1):
        last = lines[-1].text if lines else ""
        listed = any("附件：" in line.text for line in lines)
        expect(listed or not HEADING.match(last), f"{name}: the heading “{last}” stands at the foot of page {number}")


def check_break(where, line, following):
    digit = line[-1].isdigit()
    expect(not (digit and following[0].isdigit() and not re.match(r"^\d+\.(?!\d)", following)),
           f"{where}: a number is split: {line[-8:]} | {following[:8]}")
    for unit in ("万元", "%", "％", "亿元"):
        expect(not (digit and following.startswith(unit)), f"{where}: {line[-8:]} is parted from {unit}")


def check_full_lines(name, bodies, wanted):
    """Pages of nothing but body text have 22 lines; lines of nothing but full-width text 28 characters."""
    full = [lines for lines in bodies if len(lines) == 22]
    expect(len(full) >= wanted, f"{name}: {len(full)} full pages")
    for lines in full:
        steps = [b.y - a.y for a, b in zip(lines, lines[1:]) if abs(b.bottom - b.y - (a.bottom - a.y)) < 0.1]
        expect(all(abs(step - PITCH) < 0.3 for step in steps), f"{name}: lines are {min(steps)} to {max(steps)} apart")
    pure = [line for lines in bodies for line in lines
            if re.fullmatch(r"[\u4e00-\u9fff，]+", line.text) and line.x < LEFT + 2 and line.right > LEFT + WIDTH - 2]
    hanging = [line for line in pure if line.right > LEFT + WIDTH + 2]
    counts = collections.Counter(len(line.text) - (line in hanging) for line in pure)
    expect(len(pure) >= 50, f"{name}: {len(pure)} full lines")
    expect(set(counts) <= {26, 27, 28, 29} and counts[28] > 0.9 * len(pure), f"{name}: characters of full lines: {counts}")


def check_tables(name, path):
    """The head stands on every page of a table, and no row is on two."""
    pages = [re.sub(r"[ \t]", "", page) for page in run("pdftotext", "-layout", path, "-").decode().split("\f")]
    listed = [page for page in pages if re.search(r"^\d+第\d+号专项", page, re.M)]
    expect(len(listed) > 2, f"{name}: the table has {len(listed)} pages")
    for page in listed:
        expect("序号项目名称" in page, f"{name}: a page of the table has no head")
    scored = [page for page in pages if re.search(r"第\d+项指标", page)]
    expect(len(scored) > 2 and all("一级指标" in page for page in scored), f"{name}: a page of the form has no head")


def squeeze(text):
    return re.sub(r"[\s\u3000]", "", text)


def check_text(name, folder):
    """Everything that stands in the plain text stands in the PDF."""
    raw = re.sub(r"—\d+—", "", squeeze(run("pdftotext", "-raw", folder / "r.pdf", "-").decode()))
    plain = (folder / "r.txt").read_text(encoding="utf-8")
    cover, plain = plain.split("报告日期", 1)
    expect(all(squeeze(part) in raw for line in cover.splitlines() for part in line.split("：")), f"{name}: the cover")
    plain = re.sub(r"^-+$", "", plain.split("\n", 1)[1], flags=re.M)
    got, wanted = collections.Counter(raw), collections.Counter(squeeze(plain))
    missing = {c: n - got[c] for c, n in wanted.items() if got[c] < n}
    expect(not missing, f"{name}: characters are missing: {missing}")
    for line in plain.splitlines():
        if line.startswith("\u3000\u3000") and not line.startswith("\u3000\u3000\u3000"):
            expect(squeeze(line) in raw, f"{name}: missing “{line[:30]}”")


def check_report(name, folder):
    pages = pages_of(folder / "r.pdf")
    bodies = body_of(pages)
    check_numbers(name, pages)
    check_lines(name, bodies)
    check_text(name, folder)
    return bodies


def check_without_cover(name, folder):
    """A document under a letterhead or for the public has no cover, and is counted from its first page."""
    pages = [(0, 0, [])] + pages_of(folder / "r.pdf")
    check_numbers(name, pages)
    check_lines(name, body_of(pages))
    return pages


def check_profiles(folder):
    official = check_without_cover("official", export(folder, "official", example(), "official"))
    first = [line.text for line in official[1][2]]
    expect(first[0] == "某市某局" and "长沙市财政局：" in first, f"official: the first page begins {first[:3]}")
    expect("印发" in official[-1][2][-2].text, "official: no imprint on the last page")
    public = check_without_cover("public", export(folder, "public", example(), "public"))
    text = "".join(line.text for page in public for line in page[2])
    expect("0000-0000000" not in text, "public: a telephone number is printed")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        if "--office" in sys.argv:
            import check_pages_office
            check_pages_office.check(sys.modules["__main__"], folder)
        else:
            check_report("example", export(folder, "example", example()))
            check_report("empty", export(folder, "empty", None))
            check_full_lines("chinese", check_report("chinese", export(folder, "chinese", chinese_report())), 3)
            for seed, n_rows in ((1, 12), (2, 150)):
                target = export(folder, f"long-{seed}", long_report(seed, n_rows))
                check_report(f"long-{seed}", target)
            check_profiles(folder)
            check_tables("long-2", target / "r.pdf")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    if not shutil.which("pdftotext") or ("--office" in sys.argv and not shutil.which("soffice")):
        sys.exit(77)
    main()
