#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job through the real program, as a finance office's scripts drive it.

usage: test_cli.py ZIPING_CLI SOURCE_ROOT
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from cases import main, test  # noqa: E402

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLES = ROOT / "data" / "examples"


def run(*words, code=0, stdin=None, env=None, cwd=None):
    """Runs the program and holds its exit status; returns stdout."""
    done = subprocess.run([CLI, *map(str, words)], input=stdin, capture_output=True, cwd=cwd,
                          env={**os.environ, **(env or {})}, timeout=120)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, f"{words}: exit {done.returncode}, expected {code}\n{out[:500]}\n{err[:2000]}"
    if code == 2:
        assert err.strip(), f"{words}: exit 2 without a word"
    run.err = err
    return out


def new(folder, name="r.ziping"):
    path = folder / name
    run("new", "--template", "changsha-2021", path)
    return path


def filled(folder, example, name="r.ziping"):
    path = new(folder, name)
    run("fill", path, EXAMPLES / f"{example}.json")
    return path


def fill(path, data, code=0):
    return run("fill", path, "-", code=code, stdin=json.dumps(data, ensure_ascii=False).encode())


def get(path, *ids):
    return json.loads(run("get", path, *ids, "--json"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def findings(path, code):
    return {f["check"]: f for f in json.loads(run("check", path, "--json", code=code))["findings"]}


@test
def help_and_version(folder):
    assert "check" in run("--help")
    assert run("--version").startswith("ziping-cli ")
    for verb in ("new", "fill", "get", "explain", "check", "note", "export", "verify", "templates"):
        assert verb in run(verb, "--help")
    run(code=2)
    run("nonsense", code=2)
    run("check", code=2)
    run("check", "--nonsense", folder / "x", code=2)


@test
def templates(folder):
    packs = json.loads(run("templates", "--json"))
    pack = next(p for p in packs if p["id"] == "changsha-2021")
    assert {"title", "region", "year", "version"} <= set(pack)
    for field in ("unit.name", "report.date", "staff.regular.rate", "budget.total.rate", "basic.total.actual",
                  "three_public.total.change", "public.meeting.budget", "procurement.rate", "income.total.final",
                  "projects.total.issued", "assets.fixed.increase", "disposals.total.amount", "score.grade"):
        assert field in pack["fields"], field
    for table in ("projects", "activities", "asset_groups", "disposals", "achievements", "indicators",
                  "project_indicators", "buildings", "subunits", "problems", "measures"):
        assert table in pack["tables"], table
    assert pack["texts"] and all(t.startswith("text.") for t in pack["texts"])
    assert "changsha-2021" in run("templates")


@test
def new_refuses_to_overwrite(folder):
    path = new(folder)
    before = digest(path)
    fill(path, {"unit.name": "某局"})
    changed = digest(path)
    assert changed != before
    run("new", "--template", "changsha-2021", path, code=2)
    assert digest(path) == changed
    run("new", "--template", "changsha-2021", "--force", path)
    assert digest(path) == before
    run("new", "--template", "no-such-pack", folder / "x.ziping", code=2)
    run("new", folder / "x.ziping", code=2)
    run("new", "--template", "changsha-2021", folder / "no" / "x.ziping", code=2)
    assert not (folder / "x.ziping").exists()


@test
def year(folder):
    path = folder / "y.ziping"
    run("new", "--template", "changsha-2021", "--year", "2023", path)
    assert get(path, "report.year")["report.year"]["value"] == "2023"
    run("new", "--template", "changsha-2021", "--year", "soon", folder / "z.ziping", code=2)


@test
def figures_in_many_spellings(folder):
    path = new(folder)
    fill(path, {"budget.basic.initial": "3.65亿元", "budget.basic.adjust": "-１，２３４．５０", "budget.basic.actual": "36500万元",
                "budget.project.initial": 316.58, "budget.project.adjust": "（30）", "budget.project.actual": "2,570.00",
                "budget.basic.carried": "—", "staff.admin.posts": "69人", "public.office.budget": "12000元"})
    got = get(path)
    assert got["budget.basic.initial"]["value"] == "36500.00"
    assert got["budget.basic.adjust"]["value"] == "-1234.50"
    assert got["budget.basic.actual"]["value"] == "36500.00"
    assert got["budget.project.initial"]["value"] == "316.58"
    assert got["budget.project.adjust"]["value"] == "-30.00"
    assert got["budget.project.actual"]["value"] == "2570.00"
    assert got["budget.basic.carried"]["value"] == "—"
    assert got["budget.project.carried"]["value"] is None
    assert got["staff.admin.posts"]["value"] == "69"
    assert got["public.office.budget"]["value"] == "1.20"
    assert got["budget.basic.final"]["value"] == "35265.50"
    fill(path, {"budget.basic.initial": None})
    assert get(path, "budget.basic.initial")["budget.basic.initial"]["value"] is None


BAD = {"budget.basic.initial": "7,00.0,77", "budget.basic.adjust": "12.3.4", "budget.basic.actual": "1e999",
       "budget.project.initial": "9" * 100, "budget.project.actual": True, "staff.admin.posts": "68.5",
       "no.such.id": "1", "projects": {"name": "x"}, "unit.name": 5, "report.date": "2022-02-30",
       "text.nothing": "x", "measures": [{"nothing": "1"}], "activities": ["x"]}


@test
def all_or_nothing(folder):
    path = new(folder)
    before = digest(path)
    fill(path, {**BAD, "budget.basic.carried": "5"}, code=2)
    for offender in BAD:
        assert offender in run.err, offender
    assert digest(path) == before
    for text in (b"", b"{", b"[1]", b"{\"a\": 1, \"a\": 2}", b"{\"unit.name\": \"\xff\"}", b"[" * 100000,
                 b"{\"unit.name\": 'x'}", b"{\"unit.name\": NaN}"):
        run("fill", path, "-", code=2, stdin=text)
    run("fill", path, folder / "none.json", code=2)
    assert digest(path) == before
    assert sorted(os.listdir(folder)) == ["r.ziping"]


@test
def declared_and_computed(folder):
    path = filled(folder, "reference-printed")
    total = get(path, "budget.total.actual")["budget.total.actual"]
    assert (total["value"], total["computed"], total["declared"]) == ("3653.00", "2584.04", "3653.00")
    assert total["unit"] == "万元" and total["label"]
    group = get(path, "three_public.total.budget")["three_public.total.budget"]
    assert (group["value"], group["computed"]) == ("55.00", None)
    assert get(path, "projects[1].rate")["projects[1].rate"]["value"] == "93.17"
    run("get", path, "budget.total.nothing", code=2)
    run("get", path, "projects[99].rate", code=2)


@test
def exact_half_up(folder):
    path = new(folder)
    fill(path, {"achievements": [{"theme": "甲", "name": "基站", "target": "20000", "actual": "19663", "unit": "个"}]})
    assert get(path, "achievements[0].rate")["achievements[0].rate"]["value"] == "98.32"
    fill(path, {"basic.wages.actual": "2094.65", "basic.family.actual": "614.82"})
    assert get(path, "basic.personnel.actual")["basic.personnel.actual"]["value"] == "2709.47"


@test
def printed_report(folder):
    path = filled(folder, "reference-printed")
    report = json.loads(run("check", path, "--json", code=1))
    assert report["template"] == "changsha-2021" and isinstance(report["template_version"], str)
    assert report["summary"]["error"] == sum(f["severity"] == "error" for f in report["findings"])
    found = {f["check"]: f for f in report["findings"]}
    assert found["budget.total.actual.sum"]["severity"] == "error"
    assert found["budget.total.adjust.sum"]["severity"] == "rounding"
    assert found["projects.cover"]["severity"] == "warning"
    order = ["error", "warning", "rounding", "info"]
    ranks = [order.index(f["severity"]) for f in report["findings"]]
    assert ranks == sorted(ranks)
    hints = []
    for finding in report["findings"]:
        for hint in finding["hints"]:
            assert finding["check"] in hint["repairs"] and hint["breaks"] == []
            if hint["cell"] not in [h["cell"] for h in hints]:
                hints.append(hint)
    assert [(h["cell"], h["kind"], h["from"], h["to"], h["certainty"]) for h in hints[:2]] == [
        ("budget.basic.actual", "transposition", "2295.70", "2925.70", "likely"),
        ("budget.total.actual", "wrong-quantity", "3653.00", "3214.04", "likely")]
    assert "transposition" not in run("check", path, code=1)


@test
def corrected_report(folder):
    path = filled(folder, "reference-corrected")
    found = findings(path, 0)
    assert not [f for f in found.values() if f["severity"] == "error"]
    assert found["budget.basic.balance.calc"]["severity"] == "rounding"


@test
def several_files(folder):
    good, bad = filled(folder, "full", "a.ziping"), filled(folder, "reference-printed", "b.ziping")
    reports = json.loads(run("check", good, bad, "--json", code=1))
    assert [r["file"] for r in reports] == [str(good), str(bad)]
    assert len(run("check", good, bad, code=1).strip().split("\n")) == 2
    run("check", good, folder / "none.ziping", code=2)


@test
def notes(folder):
    path = filled(folder, "reference-corrected")
    run("note", path, "projects.cover", "其余为零星项目", "--by", "张三")
    note = findings(path, 0)["projects.cover"]["note"]
    assert note["text"] == "其余为零星项目" and note["author"] == "张三" and note["valid"] is True
    fill(path, {"budget.project.actual": "288.35"})
    assert findings(path, 0)["projects.cover"]["note"]["valid"] is False
    fill(path, {"budget.project.actual": "288.34"})
    assert findings(path, 0)["projects.cover"]["note"]["valid"] is True
    before = digest(path)
    run("note", path, "no.such", "x", "--by", "张三", code=2)
    run("note", path, "projects.cover", "x", code=2)
    assert digest(path) == before


@test
def documents_speak_for_everybody(folder):
    """The language and the place of the user change what the program says, not what it writes."""
    path = filled(folder, "reference-printed")
    fill(path, {"projects": [{"initial": "5", "actual": "3"}], "budget.basic.actual": "2295.70",
                "text.duties": "帐户" * 700, "unit.leader": None, "report.date": None})
    run("note", path, "projects.cover", "其余为零星项目", "--by", "张三")
    fill(path, {"budget.project.actual": "288.35"})
    chinese = {"LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN", "ZIPING_LOCALE_DIR": str(pathlib.Path(CLI).resolve().parents[2] / "po")}
    plain = {"LC_ALL": "C", "LANG": "C", "LANGUAGE": ""}
    assert run("--help", env=chinese) != run("--help", env=plain)
    written = {}
    for number, env in enumerate((plain, {**plain, "TZ": "America/Los_Angeles"}, chinese, {**chinese, "TZ": "UTC"},
                                  {**chinese, "TZ": "Pacific/Kiritimati"})):
        to = folder / str(number)
        run("export", path, "--to", to, "--format", "docx,pdf,xlsx,ofd,txt", env=env)
        for file in to.iterdir():
            assert written.setdefault(file.name, file.read_bytes()) == file.read_bytes(), (file.name, env)
    assert len(written) == 5


@test
def explaining(folder):
    path = filled(folder, "reference-printed")
    text = run("explain", path, "budget.total.actual")
    for word in ("2,295.70", "288.34", "2,584.04", "3,653.00", "budget.basic.actual", "budget.project.actual"):
        assert word in text, word
    assert "3,653.00" in run("explain", path, "budget.total.rate")
    assert run("explain", path, "budget.basic.actual")
    run("explain", path, "nothing", code=2)


@test
def same_content_same_bytes(folder):
    a, b = filled(folder, "full", "a.ziping"), filled(folder, "full", "b.ziping")
    assert digest(a) == digest(b)
    fill(a, {"unit.name": "另一局"})
    fill(a, {"unit.name": json.loads((EXAMPLES / "full.json").read_text("utf-8"))["unit.name"]})
    assert digest(a) == digest(b)
    text = a.read_text("utf-8")
    document = json.loads(text)
    assert document["format"] == "ziping" and document["version"] == 1
    assert max(text.count("\n"), 1) > 100


@test
def unknown_members_are_kept(folder):
    path = new(folder)
    later = '"later": {"a": [1, 2.50, "x"], "b": null}'
    path.write_text(path.read_text("utf-8").replace("{", "{" + later + ",", 1), "utf-8")
    fill(path, {"unit.name": "某局"})
    assert "2.50" in path.read_text("utf-8")
    document = json.loads(path.read_text("utf-8"))
    assert document["later"] == json.loads("{" + later + "}")["later"]
    document["version"] = 2
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    before = digest(path)
    run("check", path, code=2)
    fill(path, {"unit.name": "某局"}, code=2)
    assert digest(path) == before


@test
def unknown_members_at_every_level(folder):
    path = new(folder)
    fill(path, {"unit.name": "某局", "projects": [{"name": "甲", "initial": "1"}, {"name": "乙"}]})
    document = json.loads(path.read_text("utf-8"))
    later = {"a": [1, "x"], "b": None}
    document["later"] = later
    document["values"]["later"] = later
    document["tables"]["projects"][0]["#later"] = "甲的"
    document["texts"]["later"] = later
    document["units"]["#later"] = "x"
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    fill(path, {"unit.name": "改名局", "unit.phone": "1"})
    saved = json.loads(path.read_text("utf-8"))
    assert saved["later"] == saved["values"]["later"] == saved["texts"]["later"] == later
    assert saved["tables"]["projects"][0]["#later"] == "甲的" and saved["units"]["#later"] == "x"
    assert list(saved["values"]).index("later") > 0
    run("verify", path)
    document["values"]["unit.nam"] = "x"
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    run("check", path, code=2)
    assert "unit.nam" in run.err


@test
def damaged_documents(folder):
    path = filled(folder, "full")
    whole = path.read_bytes()
    bad = folder / "bad.ziping"
    for content in (b"", b"{}", whole[:len(whole) // 2], whole + b"x", b"\xff" + whole, b"PK\x03\x04", b"null",
                    whole.replace(b"changsha-2021", b"changsha-1999"), b"[" * 200000,
                    whole.replace(b'"budget.basic.initial": "', b'"budget.basic.initial": "' + b"9" * 100)):
        bad.write_bytes(content)
        for words in (("check", bad), ("get", bad), ("verify", bad), ("export", bad, "--to", folder / "o")):
            run(*words, code=2)
        assert bad.read_bytes() == content
    run("check", folder / "none.ziping", code=2)
    run("check", folder, code=2)
    big = folder / "big.ziping"
    with open(big, "wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    run("check", big, code=2)
    run("check", path, env={"LC_ALL": "C"})


@test
def verifying(folder):
    path = filled(folder, "full")
    whole = {"intact": True, "signed": False, "valid": None, "signers": [], "changed": []}
    assert json.loads(run("verify", path, "--json")) == whole
    text = path.read_text("utf-8")
    path.write_text(text.replace('"unit.name": "', '"unit.name": "某'), "utf-8")
    assert json.loads(run("verify", path, "--json", code=1))["intact"] is False


@test
def proof_reading(folder):
    """Slips of the pen are told on standard error with their place; what is written does not change for them."""
    path = filled(folder, "full")
    run("export", path, "--to", folder / "clean", "--format", "txt")
    assert "text.duties" not in run.err, run.err
    fill(path, {"text.duties": "截止2021年12月31日,我局人員到位"})
    run("export", path, "--to", folder / "out", "--format", "txt")
    for found in ("“截止”", "“,”", "“員”", "(text.duties)"):
        assert found in run.err, (found, run.err)
    assert "截止2021年12月31日,我局人員到位" in (folder / "out" / "r.txt").read_text("utf-8")
    fill(path, {"text.duties": "员員" * 60})
    run("export", path, "--to", folder / "many", "--format", "txt")
    assert run.err.count("\n") < 60, run.err


@test
def exporting(folder):
    path = filled(folder, "reference-corrected")
    out = folder / "out"
    printed = run("export", path, "--to", out, "--format", "docx,pdf,xlsx,ofd,txt").split()
    assert sorted(os.listdir(out)) == ["r.docx", "r.ofd", "r.pdf", "r.txt", "r.xlsx"]
    assert sorted(printed) == sorted(str(out / n) for n in os.listdir(out))
    first = {n: digest(out / n) for n in os.listdir(out)}
    run("export", path, "--to", out, "--format", "docx", code=2)
    run("export", path, "--to", out, "--format", "docx,pdf,xlsx,ofd,txt", "--force", env={"TZ": "Pacific/Auckland"})
    assert {n: digest(out / n) for n in os.listdir(out)} == first
    run("export", path, "--to", folder / "p", "--profile", "public")
    run("export", path, "--to", folder / "q", "--profile", "public", "--attach", code=2)
    run("export", path, "--to", folder / "q", "--format", "abc", code=2)
    run("export", path, "--to", folder / "q", "--profile", "abc", code=2)
    run("export", path, code=2)
    assert not (folder / "q").exists()
    text = (out / "r.txt").read_text("utf-8")
    for figure in ("3,214.04", "2,925.70", "87.98%", "79.02%", "98.32%"):
        assert figure in text, figure
    for heading in "一二三四五六七八九十":
        assert f"{heading}、" in text, heading


@test
def export_never_loses_a_file(folder):
    path = filled(folder, "full")
    out = folder / "out"
    out.mkdir()
    (out / "r.pdf").write_text("mine")
    run("export", path, "--to", out, "--format", "docx,pdf", code=2)
    assert sorted(os.listdir(out)) == ["r.pdf"] and (out / "r.pdf").read_text() == "mine"
    other = folder / "x"
    other.mkdir()
    twin = other / "r.ziping"
    twin.write_bytes(path.read_bytes())
    run("export", path, twin, "--to", folder / "both", code=2)
    run("export", path, "--to", path, code=2)


@test
def template_checking(folder):
    run("template", "check", ROOT / "data" / "templates" / "changsha-2021")
    pack = folder / "bad"
    pack.mkdir()
    (pack / "pack.json").write_text('{ "format": 1, "id": "bad", "version": 1, "titel": "x" }')
    run("template", "check", pack, code=2)
    run("template", "check", folder / "none", code=2)


@test
def every_offender_of_a_pack(folder):
    pack = folder / "bad"
    pack.mkdir()
    head = '{ "format": 1, "id": "bad", "version": 1, "title": "x", "region": "y", "year": 2022 }'
    (pack / "pack.json").write_text(head)
    (pack / "data.json").write_text('{ "blocks": [\n  { "fields": "a", "labl": "x" },\n  { "grid": "b" }\n] }')
    (pack / "checks.json").write_text('{ "checks": [\n\n  { "check": "c", }\n] }')
    out = run("template", "check", pack, code=2)
    assert "bad/checks.json:3: " in out, out
    (pack / "checks.json").write_text('{ "checks": [] }')
    out = run("template", "check", pack, code=2)
    for place in ("bad/data.json:2: ", "bad/data.json:3: "):
        assert place in out, out
    problems = json.loads(run("template", "check", pack, "--json", code=2))
    assert {p["line"] for p in problems if p["file"] == "bad/data.json"} >= {2, 3}
    (pack / "pack.json").write_bytes(b"\xff" + head.encode())
    assert "bad/pack.json:1: " in run("template", "check", pack, code=2)


@test
def reports_of_another_pack(folder):
    """Not installed, installed with errors, of another version, of another content."""
    home = folder / "home" / "ziping" / "templates" / "mine"
    home.mkdir(parents=True)
    env = {"XDG_DATA_HOME": str(folder / "home")}
    path = folder / "m.ziping"
    change = folder / "change.json"
    change.write_text('{"unit.name": "改名局"}', "utf-8")
    checks = home / "checks.json"

    def write_pack(version, **more):
        (home / "pack.json").write_text(json.dumps({
            "format": 1, "id": "mine", "version": version, "title": "自用", "region": "某县", "year": 2022,
            "extends": ["changsha-2021@1"], **more}, ensure_ascii=False), "utf-8")

    def only_read(*words):
        before = digest(path)
        run("check", path, env=env)
        assert all(word in run.err for word in words), run.err
        run("fill", path, change, code=2, env=env)
        assert all(word in run.err for word in words), run.err
        assert digest(path) == before

    write_pack(2)
    run("new", "--template", "mine", path, env=env)
    (home / "samples").mkdir()
    (home / "samples" / "a.json").write_text("no JSON")
    run("fill", path, change, env=env)
    assert not run.err, run.err
    checks.write_text('{ "checks": [ { "check": "budget.total.rate.calc", "severity": "info" } ] }')
    only_read("mine", "version 2", "another copy")
    checks.unlink()
    write_pack(1)
    only_read("mine", "version 2", "version 1")
    write_pack(2, colour="x")
    for words in (("check", path), ("get", path), ("fill", path, change), ("verify", path)):
        run(*words, code=2, env=env)
        assert "mine/pack.json:1: " in run.err and "version 2" in run.err, run.err
    for words in (("check", path), ("get", path), ("fill", path, change), ("verify", path)):
        run(*words, code=2)
        assert "mine" in run.err and "version 2" in run.err and "not installed" in run.err, run.err


@test
def user_packs(folder):
    home = folder / "home" / "ziping" / "templates" / "mine"
    home.mkdir(parents=True)
    (home / "pack.json").write_text(json.dumps({
        "format": 1, "id": "mine", "version": 1, "title": "自用", "region": "某县", "year": 2022,
        "extends": ["changsha-2021@1"]}, ensure_ascii=False), "utf-8")
    env = {"XDG_DATA_HOME": str(folder / "home")}
    assert "mine" in [p["id"] for p in json.loads(run("templates", "--json", env=env))]
    path = folder / "m.ziping"
    run("new", "--template", "mine", path, env=env)
    run("check", path, env=env)
    run("check", path, code=2)
    assert "mine" in run.err


@test
def odd_places(folder):
    path = folder / ("长" * 60 + ".ziping")
    run("new", "--template", "changsha-2021", path)
    run("fill", path, EXAMPLES / "full.json")
    run("export", path, "--to", folder / "出 口", "--format", "txt")
    link = folder / "link.ziping"
    link.symlink_to(path)
    fill(link, {"unit.name": "改名局"})
    assert link.is_symlink()
    assert get(path, "unit.name")["unit.name"]["value"] == "改名局"
    os.chmod(path, 0o640)
    fill(path, {"unit.name": "某局"})
    assert path.stat().st_mode & 0o777 == 0o640
    fifo = folder / "fifo.ziping"
    os.mkfifo(fifo)
    run("check", fifo, code=2)


main()
