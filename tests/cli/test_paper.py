#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The review on paper, through the real program: sign-off sheet, check code, history and remarks in the documents.

usage: test_paper.py ZIPING_CLI SOURCE_ROOT
"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from cases import main, test  # noqa: E402

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FULL = ROOT / "data" / "examples" / "full.json"
CLERK, REVIEWER, LEADER = "张三", "李四", "王五"
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def run(*words, code=0, stdin=None, now="2022-04-08T01:00:00Z"):
    done = subprocess.run([CLI, *map(str, words)], input=stdin, capture_output=True, timeout=120,
                          env={**os.environ, "ZIPING_NOW": now})
    run.err = done.stderr.decode("utf-8")
    assert done.returncode == code, f"{words}: exit {done.returncode}, expected {code}\n{run.err[:2000]}"
    return done.stdout.decode("utf-8")


def new(folder):
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, FULL)
    return path


def sealed(folder):
    path = new(folder)
    run("fill", path, "-", "--by", CLERK, stdin='{"unit.phone": "0731-88886666"}'.encode())
    run("remark", path, "budget.total.initial", "核对批复文件", "--by", REVIEWER)
    run("submit", path, "--by", CLERK)
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", "--opinion", "数据属实")
    out = run("sign", path, "--by", LEADER, "--role", "leader", "--opinion", "同意报送", now="2022-04-08T18:03:00Z")
    return path, CODE.search(out).group()


def export(path, *words):
    out = path.with_name("out")
    run("export", path, "--to", out, "--force", *words)
    return out


def text_of(path):
    return path.read_text("utf-8")


def parts_of(path, *wanted):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
                if not wanted or any(part in name for part in wanted)}


@test
def sheet_of_a_sealed_report(folder):
    path, code = sealed(folder)
    out = export(path, "--sign-off", "--format", "txt,pdf,docx,ofd")
    assert sorted(p.name for p in out.iterdir()) == [f"r-sign-off.{kind}" for kind in ("docx", "ofd", "pdf", "txt")]
    text = text_of(out / "r-sign-off.txt")
    for wanted in ("审签单", code, CLERK, REVIEWER, "数据属实", LEADER, "同意报送", "2022-04-09 02:03", "单位盖章"):
        assert wanted in text, f"{wanted}: not in\n{text}"
    document = parts_of(out / "r-sign-off.docx", "word/document.xml")["word/document.xml"]
    assert code in document and "titlePg" in document
    assert len(re.findall(r"Page_\d+/Content.xml", " ".join(parts_of(out / "r-sign-off.ofd")))) == 1


@test
def sheet_before_anybody_signed(folder):
    path = new(folder)
    run("export", path, "--to", folder / "out", "--sign-off")
    assert [p.name for p in (folder / "out").iterdir()] == ["r-sign-off.pdf"]
    text = text_of(export(path, "--sign-off", "--format", "txt") / "r-sign-off.txt")
    assert "尚未审签" in text and "单位负责人" in text and not CODE.search(text)


@test
def sheet_of_a_returned_report(folder):
    path, _ = sealed(folder)
    run("return", path, "--by", LEADER, "--reason", "补充说明")
    text = text_of(export(path, "--sign-off", "--format", "txt") / "r-sign-off.txt")
    assert "尚未审签" in text and CLERK not in text and not CODE.search(text)


@test
def sheet_is_no_spreadsheet(folder):
    path = new(folder)
    for words in (("--format", "xlsx"), ("--attach",)):
        run("export", path, "--to", folder / "out", "--sign-off", *words, code=2)
        assert "sign-off" in run.err, run.err
    assert not (folder / "out").exists()


@test
def check_code_on_cover_and_sheets(folder):
    path, code = sealed(folder)
    out = export(path, "--format", "txt,xlsx")
    assert code in text_of(out / "r.txt")
    sheets = parts_of(out / "r.xlsx", "worksheets/sheet")
    assert sheets and all(f"校验码 {code}" in sheet for sheet in sheets.values())


@test
def no_check_code_without_seal(folder):
    path = new(folder)
    out = export(path, "--format", "txt,xlsx")
    assert "校验码" not in text_of(out / "r.txt")
    assert not any("校验码" in part for part in parts_of(out / "r.xlsx").values())


@test
def no_check_code_once_changed(folder):
    """Somebody who tampers gets no paper with the code of what was signed."""
    path, code = sealed(folder)
    text = path.read_text("utf-8")
    assert "数据属实" in text
    tampered = text.replace('"unit.phone": "0731-88886666"', '"unit.phone": "0731-11111111"')
    assert tampered != text
    start = tampered.rindex(',\n  "digest": "')
    path.write_text(f'{tampered[:start]},\n  "digest": "sha256:{hashlib.sha256(tampered[:start].encode()).hexdigest()}"\n}}\n',
                    "utf-8")
    run("verify", path, code=1)
    out = export(path, "--format", "txt,xlsx")
    assert not CODE.search(text_of(out / "r.txt"))
    assert not any(code in part for part in parts_of(out / "r.xlsx").values())
    sheet = text_of(export(path, "--sign-off", "--format", "txt") / "r-sign-off.txt")
    assert code not in sheet and "签后已改" in sheet, sheet


@test
def history_and_remarks_in_the_spreadsheet(folder):
    path, _ = sealed(folder)
    parts = parts_of(export(path, "--format", "xlsx") / "r.xlsx")
    names = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"])
    assert names[-2:] == ["批注", "修改记录"] and "数据" in names and "校验" in names, names
    strings = parts["xl/sharedStrings.xml"]
    for wanted in ("0731-88886666", "0000-0000000", "联系电话", "送审", "审核签字", "负责人签字", "核对批复文件",
                   "批注：部门整体支出年初预算"):
        assert wanted in strings, wanted
    comments = [part for name, part in parts.items() if "comments" in name and "核对批复文件" in part]
    assert len(comments) == 3, len(comments)


@test
def nothing_of_the_review_for_the_public(folder):
    path, code = sealed(folder)
    out = export(path, "--format", "txt,xlsx", "--profile", "public")
    parts = parts_of(out / "r.xlsx")
    assert "修改记录" not in parts["xl/workbook.xml"] and "批注" not in parts["xl/workbook.xml"]
    for part in [text_of(out / "r.txt"), *parts.values()]:
        for hidden in (code, REVIEWER, "核对批复文件"):
            assert hidden not in part


@test
def same_bytes_whatever_the_time_zone(folder):
    path, _ = sealed(folder)
    files = []
    for zone in ("UTC", "America/New_York"):
        os.environ["TZ"] = zone
        out = export(path, "--sign-off", "--format", "docx,pdf", "--bundled-fonts")
        files.append([(out / f"r-sign-off.{kind}").read_bytes() for kind in ("docx", "pdf")])
    assert files[0] == files[1]


main()
