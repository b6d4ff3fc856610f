#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a stranger tries who has only read what the program promises.

usage: test_odd.py ZIPING_CLI SOURCE_ROOT
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import zipfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from cases import main, test  # noqa: E402

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLES = ROOT / "data" / "examples"


def run(*words, code=0, stdin=None, env=None):
    """Runs the program and holds its exit status; returns stdout."""
    done = subprocess.run([CLI, *map(str, words)], input=stdin, capture_output=True,
                          env={**os.environ, **(env or {})}, timeout=120)
    out, run.err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, f"{words}: exit {done.returncode}, expected {code}\n{out[:500]}\n{run.err[:2000]}"
    return out


def filled(folder, data=None, name="r.ziping"):
    path = folder / name
    run("new", "--template", "changsha-2021", path)
    if data is None:
        run("fill", path, EXAMPLES / "full.json")
    else:
        fill(path, data)
    return path


def fill(path, data, code=0):
    return run("fill", path, "-", code=code, stdin=json.dumps(data, ensure_ascii=False).encode())


def get(path, *ids):
    return {i: cell["value"] for i, cell in json.loads(run("get", path, *ids, "--json")).items()}


@test
def null_empties_a_table(folder):
    path = filled(folder)
    assert get(path, "projects[0].name")
    fill(path, {"projects": None})
    run("get", path, "projects[0].name", code=2)
    assert get(path, "projects.total.actual") == {"projects.total.actual": None}


@test
def what_is_wrong_in_the_data_is_said_once(folder):
    path = filled(folder, {})
    fill(path, {"projects[0].actual": "5", "no.such": "1", "budget": {"basic": "1"}}, code=2)
    for word in ("projects[0].actual", "no.such", "budget"):
        line = next(line for line in run.err.split("\n") if word in line)
        assert line.count(word) == 1, line
    assert "standard input" in run.err
    run("fill", path, "-", code=2, stdin=b"{")
    assert "standard input" in run.err
    fill(path, {f"no.such{i}": "1" for i in range(150)}, code=2)
    assert "50 more" in run.err, run.err[-300:]


@test
def help_says_the_usage_once(folder):
    for verb in ("new", "fill", "check", "sign"):
        text = run(verb, "--help", env={"LANGUAGE": ""})
        assert "[OPTION" not in text and f"ziping-cli {verb} " in text and "--help" in text, text


@test
def blanks_are_no_note(folder):
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, EXAMPLES / "reference-corrected.json")
    before = path.read_bytes()
    for text in ("", "  \n", "\u3000"):
        run("remark", path, "report", text, "--by", "张三", code=2)
        run("note", path, "projects.cover", text, "--by", "张三", code=2)
    assert path.read_bytes() == before


@test
def rates_differ_by_percentage_points(folder):
    path = filled(folder, {"budget.basic.initial": "100", "budget.basic.actual": "80"})
    assert "percentage points" in run("check", path, env={"LANGUAGE": ""})


@test
def no_format_is_no_export(folder):
    path = filled(folder)
    for formats in ("", ",", "txt,"):
        run("export", path, "--to", folder / "out", "--format", formats, code=2)
    assert not (folder / "out").exists()


@test
def rows_by_their_lasting_number(folder):
    """What the history prints can be asked for."""
    path = filled(folder)
    name = get(path, "projects[1].name")["projects[1].name"]
    assert get(path, "projects#2.name") == {"projects[1].name": name}
    assert name in run("explain", path, "projects#2.rate")
    for verb in ("get", "explain"):
        run(verb, path, "projects#99.rate", code=2)
    run("submit", path, "--by", "张三")
    for place in ("projects#2.actual", "projects#3"):
        run("remark", path, place, "请核对", "--by", "李四")
    for place in ("projects#99.actual", "projects#2.nothing", "budget#1", "projects#"):
        run("remark", path, place, "请核对", "--by", "李四", code=2)
    assert {r["id"] for r in json.loads(run("review", path, "--json"))["remarks"]} == {"projects[1].actual", "projects[2]"}


@test
def remarks_stay_with_their_row(folder):
    """A table filled again in another order is the same table."""
    path = filled(folder)
    data = json.loads((EXAMPLES / "full.json").read_text("utf-8"))
    run("remark", path, "projects[1].actual", "请核对", "--by", "李四")
    data["projects"].insert(0, {"name": "新项目", "initial": "1"})
    fill(path, data)
    (remark,) = json.loads(run("review", path, "--json"))["remarks"]
    assert remark["id"] == "projects[2].actual" and data["projects"][2]["name"] in remark["label"], remark
    before = path.read_bytes()
    fill(path, data)
    assert path.read_bytes() == before


@test
def places_have_names(folder):
    path, other = filled(folder), filled(folder, name="other.ziping")
    fill(other, {"text.duties": "另有职责。"})
    for difference in json.loads(run("compare", path, other, "--json", code=1))["differences"]:
        assert difference["label"] == "主要职能职责", difference
    for conflict in json.loads(run("merge", path, other, "--to", folder / "m.ziping", "--json", code=1))["conflicts"]:
        assert conflict["label"] == "主要职能职责", conflict
    for place in ("projects", "text.duties"):
        run("remark", path, place, "请补充", "--by", "李四")
    assert {r["label"] for r in json.loads(run("review", path, "--json"))["remarks"]} == {"项目", "主要职能职责"}


@test
def a_name_is_something_to_read(folder):
    path = filled(folder)
    before = path.read_bytes()
    for name in ("", "  ", "张\n三", "\u3000"):
        run("submit", path, "--by", name, code=2)
        run("remark", path, "report", "x", "--by", name, code=2)
        run("note", path, "projects.cover", "x", "--by", name, code=2)
        assert "--by" in run.err
    assert path.read_bytes() == before


@test
def days_are_those_of_the_reader(folder):
    path = filled(folder)
    run("submit", path, "--by", "张三", env={"ZIPING_NOW": "2022-04-08T20:00:00Z"})
    there = {"TZ": "Asia/Shanghai"}
    assert "2022-04-09 04:00" in run("review", path, env=there)
    fill(path, {"unit.name": "x"}, code=2)
    run("fill", path, EXAMPLES / "full.json", code=2, env=there)
    assert "2022-04-09" in run.err and "2022-04-08" not in run.err, run.err


def texts_of(path):
    """What can be read in a file by whoever takes it apart."""
    data = path.read_bytes()
    yield data
    if path.suffix in (".docx", ".xlsx", ".ofd"):
        with zipfile.ZipFile(path) as members:
            yield from (members.read(name) for name in members.namelist())
    if path.suffix == ".pdf":
        yield subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
        for piece in data.split(b"stream\n")[1:]:
            try:
                yield zlib.decompressobj().decompress(piece)
            except zlib.error:
                continue


@test
def a_pack_of_odd_things(folder):
    """Made by the page on packs alone; in the version for the public nothing private can be found."""
    packs = folder / "home" / "ziping" / "templates"
    packs.mkdir(parents=True)
    (packs / "odd-2024").symlink_to(ROOT / "tests" / "cli" / "packs" / "odd-2024")
    env = {"XDG_DATA_HOME": str(folder / "home")}
    run("template", "check", packs / "odd-2024", env=env)
    path, data = folder / "r.ziping", folder / "data.json"
    run("new", "--template", "odd-2024", path, env=env)
    secrets = {"unit.secret": "绝密字", "unit.amount": "777.77", "g.x.b": "55.5555", "g.y.a": "66.6666",
               "g.y.b": "44.4444", "text.secret": "绝密段落"}
    told = "自由段{unit.secret}和{unit.amount}、{t.total.w}、{g.y.a}。{unit.nothing}"
    data.write_text(json.dumps({
        **secrets, "unit.name": "明局", "report.mode": ["自评", "别的"], "report.date": "2025-03", "g.x.a": "1",
        "g.x.n": "3.25", "text.free": told, "t": [
            {"name": "甲", "v": "1", "w": "88.88", "m": "3户", "u": "户", "up": "2"},
            {"name": "乙", "v": "2", "w": "99.99", "up": "9"}]}, ensure_ascii=False), "utf-8")
    run("fill", path, data, env=env)
    assert "\t2025-03\t" in run("get", path, "report.date", env=env)
    run("check", path, env=env, code=1)
    run("note", path, "limit", "绝密说明", "--by", "绝密人", env=env)
    formats = ("docx", "pdf", "xlsx", "ofd", "txt")
    for profile in ("submit", "public"):
        run("export", path, "--to", folder / profile, "--format", ",".join(formats), "--profile", profile, env=env)
    hidden = ("绝密", "777.77", "1555.54", "55.5555", "555555", "44.4444", "444444", "66.6666", "666666", "88.88", "99.99",
              "188.87", "99.9999", "999999.0")
    for suffix in formats:
        texts = [*texts_of(folder / "submit" / f"r.{suffix}")]
        assert any("绝密字".encode() in text for text in texts), suffix
        for text in texts_of(folder / "public" / f"r.{suffix}"):
            for secret in hidden:
                assert secret.encode() not in text, (suffix, secret)
    text = (folder / "submit" / "r.txt").read_text("utf-8")
    for words in ("☑自评 □中介 ☑别的", "10000.0000", "{unit.nothing}", "2025年3月"):
        assert words in text, (words, text)


@test
def one_word_for_one_thing(folder):
    """The program and the sheet 校验 call the severities the same."""
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, EXAMPLES / "reference-printed.json")
    run("export", path, "--to", folder, "--format", "xlsx")
    chinese = {"LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN", "ZIPING_LOCALE_DIR": str(pathlib.Path(CLI).resolve().parents[2] / "po")}
    counts = run("check", path, code=1, env=chinese).split("\n")[0].split("，", 1)[1]
    assert any(counts.encode() in text for text in texts_of(folder / "r.xlsx")), counts


@test
def offenders_of_a_sample_have_lines(folder):
    pack = folder / "odd-2024"
    shutil.copytree(ROOT / "tests" / "cli" / "packs" / "odd-2024", pack)
    sample = pack / "samples" / "ok.json"
    text = sample.read_text("utf-8").replace('"t": [', '"no.such": "1",\n "g.x.a": "a",\n "t": [')
    sample.write_text(text, "utf-8")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "no.such" in line or "g.x.a" in line]
    out = run("template", "check", pack, code=2)
    for number in lines:
        assert f"odd-2024/samples/ok.json:{number}: " in out, (number, out)


main()
