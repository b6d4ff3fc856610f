#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a report from the clerk to the leader, through the real program: two copies, three roles, and
somebody who tampers.

usage: test_review.py ZIPING_CLI SOURCE_ROOT
"""
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from cases import main, test  # noqa: E402

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FULL = ROOT / "data" / "examples" / "full.json"
CLERK, REVIEWER, LEADER = "张三", "李四", "王五"
clock = [0]


def tell(command, env=None, stdin=None):
    return subprocess.run([str(word) for word in command], input=stdin, capture_output=True, timeout=120,
                          env={**os.environ, **(env or {})})


def run(*words, code=0, stdin=None, now=None):
    """Runs the program, a minute after the last time, and holds its exit status; returns stdout."""
    clock[0] += 1
    now = now or f"2022-04-08T{8 + clock[0] // 60:02}:{clock[0] % 60:02}:00Z"
    done = tell((CLI, *words), {"ZIPING_NOW": now}, stdin)
    out, run.err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, f"{words}: exit {done.returncode}, expected {code}\n{out[:800]}\n{run.err[:2000]}"
    if code == 2:
        assert run.err.strip(), f"{words}: exit 2 without a word"
    return out


def read(*words, code=0):
    return json.loads(run(*words, "--json", code=code))


def fill(path, data, code=0, by=None):
    words = ("--by", by) if by else ()
    return run("fill", path, "-", *words, code=code, stdin=json.dumps(data, ensure_ascii=False).encode())


def new(folder, name="r.ziping"):
    clock[0] = 0
    path = folder / name
    run("new", "--template", "changsha-2021", path)
    run("fill", path, FULL)
    return path


def submitted(folder):
    path = new(folder)
    run("submit", path, "--by", CLERK)
    return path


def sealed(folder, *more):
    path = submitted(folder)
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", "--opinion", "数据属实", *more)
    run("sign", path, "--by", LEADER, "--role", "leader", "--opinion", "同意报送")
    return path


def copy(path, name):
    other = path.with_name(name)
    other.write_bytes(path.read_bytes())
    return other


def state(path):
    return read("review", path)["state"]


def value(path, cell):
    return json.loads(run("get", path, cell, "--json"))[cell]["value"]


def remarks(path):
    return {r["remark"]: r for r in read("review", path)["remarks"]}


def seal_file(text):
    """A file as somebody with knowledge of the format would close it."""
    start = text.rindex(',\n  "digest": "')
    sum_ = hashlib.sha256(text[:start].encode()).hexdigest()
    return f'{text[:start]},\n  "digest": "sha256:{sum_}"\n}}\n'


@test
def what_is_left_to_do(folder):
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, ROOT / "data" / "examples" / "reference-printed.json")
    before = path.read_bytes()
    left = read("submit", path, "--by", CLERK, code=1)
    assert left["submitted"] is False and left["state"] == "draft"
    needs = {item["check"]: item["needs"] for item in left["left"]}
    assert needs["budget.total.actual.sum"] == "correction" and "note" in needs.values(), needs
    assert path.read_bytes() == before
    assert "budget.total.actual.sum" in run("submit", path, "--by", CLERK, code=1)
    run("submit", path, code=2)


@test
def notes_open_the_way(folder):
    path = folder / "r.ziping"
    run("new", "--template", "changsha-2021", path)
    run("fill", path, ROOT / "data" / "examples" / "reference-corrected.json")
    left = read("submit", path, "--by", CLERK, code=1)["left"]
    assert left and all(item["needs"] == "note" for item in left)
    for item in left:
        run("note", path, item["check"], "年末追加，未及支付", "--by", CLERK)
    assert read("submit", path, "--by", CLERK) == {"file": str(path), "submitted": True, "state": "submitted", "left": []}


@test
def locked_while_in_review(folder):
    path = submitted(folder)
    before = path.read_bytes()
    fill(path, {"unit.name": "改名局"}, code=2)
    assert CLERK in run.err and "locked" in run.err, run.err
    run("note", path, "x", "y", "--by", CLERK, code=2)
    run("submit", path, "--by", CLERK, code=2)
    run("sign", path, "--by", LEADER, "--role", "leader", code=2)
    assert path.read_bytes() == before
    run("submit", path, "--take-back", "--by", CLERK)
    assert state(path) == "draft"
    fill(path, {"unit.name": "改名局"})
    run("submit", path, "--by", CLERK)
    run("remark", path, "unit.name", "名称不对", "--by", REVIEWER)
    run("submit", path, "--take-back", "--by", CLERK, code=2)
    assert REVIEWER in run.err


@test
def the_whole_way(folder):
    path = submitted(folder)
    first = run("remark", path, "projects[1].actual", "与决算表不一致", "--by", REVIEWER).strip()
    run("remark", path, "report", "总体较好", "--by", REVIEWER)
    run("return", path, "--by", REVIEWER, "--reason", "请核对项目支出")
    assert state(path) == "returned"
    todo = remarks(path)[first]
    assert todo["open"] and todo["id"] == "projects[1].actual" and todo["shown"], todo
    fill(path, {"unit.phone": "0731-88660001"}, by=CLERK)
    run("remark", path, first, "已核对", "--by", CLERK, "--done")
    run("remark", path, first, "--by", CLERK, "--done", code=2)
    run("submit", path, "--by", CLERK)
    run("remark", path, first, "仍缺附件", "--by", REVIEWER, "--reopen")
    run("remark", path, first, "附件已补", "--by", CLERK)
    run("remark", path, first, "--by", REVIEWER, "--done")
    assert [r["kind"] for r in remarks(path)[first]["thread"]] == ["done", "reopen", "answer", "done"]
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", "--opinion", "数据属实")
    assert "open" in run.err
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", code=2)
    run("sign", path, "--by", LEADER, "--role", "leader", "--opinion", "同意报送")
    got = read("verify", path)
    assert got["intact"] and got["signed"] and got["valid"] and got["changed"] == [] and state(path) == "final"
    assert [(s["name"], s["role"], s["opinion"]) for s in got["signers"]] == [
        (REVIEWER, "reviewer", "数据属实"), (LEADER, "leader", "同意报送")]
    codes = [s["code"] for s in got["signers"]]
    assert all(re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", c) for c in codes) and codes[0] != codes[1]
    fill(path, {"unit.name": "改名局"}, code=2)
    run("review", path, "--filed", code=2)
    run("review", path, "--filed", "--by", CLERK)
    run("return", path, "--by", LEADER, code=2)
    run("review", path, "--published", "--by", CLERK)
    assert read("verify", path)["valid"] and state(path) == "published"


@test
def same_steps_same_bytes(folder):
    one = sealed(folder).read_bytes()
    other = folder / "again"
    other.mkdir()
    assert sealed(other).read_bytes() == one


@test
def return_takes_seals_off(folder):
    path = sealed(folder)
    run("return", path, "--by", LEADER, "--reason", "重做")
    got = read("verify", path)
    assert got["signed"] is False and got["valid"] is None and got["signers"] == []
    fill(path, {"unit.phone": "0731-1"}, by=CLERK)
    run("submit", path, "--by", CLERK)
    run("sign", path, "--by", REVIEWER, "--role", "reviewer")
    assert read("verify", path)["valid"]


@test
def remarks_follow_their_row(folder):
    path = new(folder)
    rows = json.loads(FULL.read_text("utf-8"))["projects"]
    assert len(rows) >= 2
    run("submit", path, "--by", CLERK)
    row = run("remark", path, "projects[1]", "缺绩效目标", "--by", REVIEWER).strip()
    cell = run("remark", path, "projects[0].actual", "请核对", "--by", REVIEWER).strip()
    run("return", path, "--by", REVIEWER)
    text = path.read_text("utf-8")
    data = json.loads(text)
    data["tables"]["projects"].reverse()
    data.pop("digest")
    data.pop("trail")
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    n = len(rows)
    assert remarks(path)[row]["id"] == f"projects[{n - 2}]"
    assert remarks(path)[cell]["id"] == f"projects[{n - 1}].actual"
    data["tables"]["projects"].pop()
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    assert remarks(path)[cell]["id"] is None


BAD_REMARKS = [("projects[99].actual", "x"), ("projects[0].no_such", "x"), ("no.such", "x"), ("text.no_such", "x"),
               ("unit.name", ""), ("r-00000000", "x"), ("projects[-1]", "x"), ("projects[1]x", "x")]


@test
def bad_remarks(folder):
    path = submitted(folder)
    before = path.read_bytes()
    for place, words in BAD_REMARKS:
        run("remark", path, place, words, "--by", REVIEWER, code=2)
    run("remark", path, "unit.name", "x", code=2)
    run("remark", path, "unit.name", "x", "--done", "--by", REVIEWER, code=2)
    assert path.read_bytes() == before


def tampered(path, change, close=True):
    data = json.loads(path.read_text("utf-8"))
    change(data)
    data["digest"] = data.pop("digest")
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    other = path.with_name("t.ziping")
    other.write_text(seal_file(text) if close else text, "utf-8")
    return other


def key_of(data, prefix):
    return next(key for key in data["review"] if key.startswith(prefix))


def drop_entry(data):
    data["trail"].pop(0)


def cut_trail(data):
    del data["trail"][1:]


def edit_trail(data):
    data["trail"][0]["changes"][0]["after"] = "sha256:00"


TAMPERING = {
    "figure": (lambda d: d["values"].update({"budget.basic.initial": "1"}), "budget.basic.initial"),
    "new figure": (lambda d: d["values"].update({"budget.total.initial": "1"}), "budget.total.initial"),
    "lost figure": (lambda d: d["values"].pop("budget.basic.initial"), "budget.basic.initial"),
    "cell": (lambda d: d["tables"]["projects"][1].update({"actual": "1"}), "projects[1].actual"),
    "lost row": (lambda d: d["tables"]["projects"].pop(0), "projects[0]"),
    "order of rows": (lambda d: d["tables"]["projects"].reverse(), "projects"),
    "text": (lambda d: d["texts"].update({"text.scale" if "text.scale" in d["texts"] else next(iter(d["texts"])): "x"}), "text."),
    "note": (lambda d: d["notes"].append({"finding": "a.b", "text": "x", "author": "y", "time": "z", "figures": {}}), "note:a.b"),
    "unknown member": (lambda d: d.update({"later": "x"}), "later"),
    "other pack": (lambda d: d.update(template_digest="0" * 64), "template_digest"),
    "other unit": (lambda d: d["units"].update(budget="元"), "units"),
    "figure written otherwise": (lambda d: d["values"].update({"report.year": "2021.0"}), "report.year"),
    "opinion": (lambda d: d["review"][key_of(d, "seal/01")].update(opinion="不同意"), "review/seal/01"),
    "name": (lambda d: d["review"][key_of(d, "seal/02")].update(name="赵六"), "review/seal/02"),
    "code": (lambda d: d["review"][key_of(d, "seal/01")].update(code="0000-0000-0000"), "review/seal/01"),
    "one seal": (lambda d: d["review"].pop("seal/01"), "review/seal/01"),
    "what was sent": (lambda d: d["review"]["content"]["values"].update({"budget.basic.initial": "1"}), "review/content"),
    "step": (lambda d: d["review"][key_of(d, "step/")].update(by="赵六"), "review/step/"),
    "remark": (lambda d: d["review"][key_of(d, "remark/")].update(text="很好"), "review/remark/"),
    "history begun later": (drop_entry, "trail"),
    "history cut": (cut_trail, "trail"),
    "history edited": (edit_trail, "trail"),
    "history gone": (lambda d: d.pop("trail"), "trail"),
}


@test
def tampering(folder):
    path = submitted(folder)
    run("remark", path, "unit.name", "核对", "--by", REVIEWER)
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", "--opinion", "同意")
    run("sign", path, "--by", LEADER, "--role", "leader")
    assert read("verify", path)["valid"]
    same = tampered(path, lambda data: None)
    assert same.read_bytes() == path.read_bytes()
    for name, (change, expected) in TAMPERING.items():
        other = tampered(path, change)
        assert other.read_bytes() != path.read_bytes(), name
        got = read("verify", other, code=1)
        assert got["intact"] and got["valid"] is not True, name
        assert any(i == expected or (expected.endswith((".", "/")) and i.startswith(expected)) for i in got["changed"]), (
            name, got["changed"])
        run("verify", other, code=1)
        plain = read("verify", tampered(path, change, close=False), code=1)
        assert plain["intact"] is False and plain["changed"] == got["changed"], name


@test
def every_byte_counts(folder):
    path = sealed(folder)
    whole = path.read_bytes()
    other = folder / "t.ziping"
    chance = random.Random(1)
    tail = range(len(whole) - 120, len(whole))
    places = sorted({chance.randrange(len(whole)) for _ in range(220)} | set(tail))
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        other.write_bytes(bytes(changed))
        done = tell((CLI, "verify", other))
        assert done.returncode in (1, 2), (place, whole[max(0, place - 20):place + 20], done)
    for length in (len(whole) - 1, len(whole) // 2, 0):
        other.write_bytes(whole[:length])
        assert tell((CLI, "verify", other)).returncode in (1, 2)
    other.write_bytes(whole + b"\n")
    assert tell((CLI, "verify", other)).returncode in (1, 2)
    other.write_bytes(whole[:whole.rindex(b',\n  "digest"')] + b"\n}\n")
    assert tell((CLI, "verify", other)).returncode == 1


def make_certificate(folder, name, days=3650, ca=None):
    """name.p12 with password “密码1”, name.pem; signed by itself or by @ca."""
    key, pem, p12 = (folder / f"{name}.{end}" for end in ("key", "pem", "p12"))
    subject = ("-subj", f"/O=某局/CN={name}", "-utf8", "-newkey", "rsa:2048", "-nodes", "-keyout", key)
    if ca is None:
        done = tell(("openssl", "req", "-x509", "-days", days, "-out", pem, *subject))
        assert done.returncode == 0, done
    else:
        request = folder / f"{name}.csr"
        assert tell(("openssl", "req", "-out", request, *subject)).returncode == 0
        done = tell(("openssl", "x509", "-req", "-in", request, "-days", days, "-CA", folder / f"{ca}.pem", "-CAkey",
                     folder / f"{ca}.key", "-CAcreateserial", "-out", pem))
        assert done.returncode == 0, done
    done = tell(("openssl", "pkcs12", "-export", "-inkey", key, "-in", pem, "-out", p12, "-passout", "pass:密码1"))
    assert done.returncode == 0, done
    return p12


@test
def certificates(folder):
    after = "2030-01-01T00:00:00Z"  # in force: they are made now, for years
    make_certificate(folder, "office", days=36500)
    card = make_certificate(folder, REVIEWER, days=36500, ca="office")
    make_certificate(folder, "stranger", days=36500)
    good, wrong = folder / "password", folder / "wrong"
    good.write_text("密码1\n", "utf-8")
    wrong.write_text("密码2\n", "utf-8")
    path = submitted(folder)
    before = path.read_bytes()
    sign = ("sign", path, "--by", REVIEWER, "--role", "reviewer")
    for words, reason, now in (
            (("--p12", card, "--password-file", wrong), "password", after),
            (("--p12", card, "--password-file", good), "expired", "2199-01-01T00:00:00Z"),
            (("--p12", card, "--password-file", good), "not in force", "2001-01-01T00:00:00Z"),
            (("--p12", FULL, "--password-file", good), "PKCS #12", after),
            (("--p12", card, "--password-file", folder / "none"), "none", after),
            (("--p12", folder / "none.p12", "--password-file", good), "none.p12", after),
            (("--p12", card), "belong together", after)):
        run(*sign, *words, code=2, now=now)
        assert reason in run.err, (reason, run.err)
        assert path.read_bytes() == before
    run(*sign, "--p12", card, "--password-file", good, "--opinion", "同意", now=after)
    run("sign", path, "--by", LEADER, "--role", "leader", now="2030-01-02T00:00:00Z")
    signer = read("verify", path)["signers"][0]
    assert signer["signature"] == "good" and REVIEWER in signer["subject"]
    assert read("verify", path, "--ca", folder / "office.pem")["valid"]
    strange = read("verify", path, "--ca", folder / "stranger.pem", code=1)
    assert strange["signers"][0]["signature"] == "untrusted" and not strange["valid"]
    words = run("verify", path, "--ca", folder / "stranger.pem", code=1)
    assert "nothing changed" in words and "not accepted" in words, words
    run("verify", path, "--ca", FULL, code=2)
    confirm(folder, path)
    forge(folder, path)


def confirm(folder, path):
    """OpenSSL says the same without our program."""
    out = folder / "out"
    written = run("signature", path, "--to", out).split()
    assert [pathlib.Path(w).name for w in written] == ["r-1-reviewer.json", "r-1-reviewer.p7s", "r-2-leader.json"]
    run("signature", path, "--to", out, code=2)
    run("signature", path, "--to", out, "--force")
    content, signature = out / "r-1-reviewer.json", out / "r-1-reviewer.p7s"
    verify = ("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-content", content,
              "-CAfile", folder / "office.pem", "-purpose", "any", "-out", folder / "o")
    assert tell(verify).returncode == 0, tell(verify)
    sealed_text = content.read_bytes()
    got = read("verify", path)["signers"]
    assert hashlib.sha256(sealed_text).hexdigest() == got[0]["digest"]
    assert hashlib.sha256((out / "r-2-leader.json").read_bytes()).hexdigest() == got[1]["digest"]
    assert json.loads(sealed_text)["content"]["values"]["unit.name"] == json.loads(FULL.read_text("utf-8"))["unit.name"]
    content.write_bytes(sealed_text.replace("同意".encode(), "不同".encode()))
    assert tell(verify).returncode != 0


def forge(folder, path):
    """Signatures that are altered, of another certificate, or taken off; the file closed again."""
    other_key = ("openssl", "cms", "-sign", "-binary", "-outform", "DER", "-in", folder / "out" / "r-2-leader.json",
                 "-signer", folder / "stranger.pem", "-inkey", folder / "stranger.key", "-out", folder / "forged")
    assert tell(other_key).returncode == 0
    import base64
    forged = base64.b64encode((folder / "forged").read_bytes()).decode()

    def set_signature(text):
        def change(data):
            data["review"]["seal/01"]["signature"] = text
        return change

    good = json.loads(path.read_text("utf-8"))["review"]["seal/01"]["signature"]
    middle = len(good) // 2
    altered = good[:-40] + ("A" if good[-40] != "A" else "B") + good[-39:]
    for text, expected in ((forged, "foreign"), (altered, "altered"), (good[:middle], "altered"), ("", "altered")):
        got = read("verify", tampered(path, set_signature(text)), code=1)
        assert got["signers"][0]["signature"] == expected and got["valid"] is False, (expected, got)
    got = read("verify", tampered(path, lambda d: d["review"]["seal/01"].pop("signature")), code=1)
    assert got["signers"][0]["signature"] == "altered" and not got["valid"]


@test
def signature_of_nothing(folder):
    path = submitted(folder)
    run("signature", path, "--to", folder, code=2)
    run("signature", path, code=2)


@test
def nobody_signs_what_was_not_sent(folder):
    path = new(folder)
    run("sign", path, "--by", REVIEWER, "--role", "reviewer", code=2)
    run("submit", path, "--by", CLERK)
    run("sign", path, "--by", REVIEWER, "--role", "clerk", code=2)
    run("sign", path, "--role", "reviewer", code=2)
    other = tampered(path, lambda d: d["values"].update({"budget.basic.initial": "1"}))
    run("sign", other, "--by", REVIEWER, "--role", "reviewer", code=2)
    assert "budget.basic.initial" in run.err, run.err
    assert read("verify", other, code=1)["changed"] == ["budget.basic.initial"]


@test
def comparing(folder):
    path = new(folder)
    same = copy(path, "same.ziping")
    assert read("compare", path, same)["same"] is True
    other = copy(path, "other.ziping")
    rows = json.loads(FULL.read_text("utf-8"))["projects"]
    rows[0]["actual"] = "1.5"
    rows.append({"name": "新增项目", "actual": "2"})
    texts = [t for t in json.loads(FULL.read_text("utf-8")) if t.startswith("text.")]
    text = texts[0]
    before = json.loads(FULL.read_text("utf-8"))[text]
    after = before.replace(before[3:5], "改动", 1)
    fill(other, {"budget.basic.initial": "12.34", "projects": rows, text: after})
    run("remark", other, "unit.name", "核对", "--by", REVIEWER)
    got = read("compare", path, other, code=1)
    assert got["same"] is False
    found = {d["id"]: d for d in got["differences"]}
    assert found["budget.basic.initial"]["b"] == "12.34" and found["budget.basic.initial"]["kind"] == "figure"
    assert found["projects[0].actual"]["b"] == "1.5"
    added = found[f"projects[{len(rows) - 1}]"]
    assert added["kind"] == "row" and added["a"] is None and "新增项目" in added["b"]
    words = found[text]["words"]
    assert "".join(w["text"] for w in words if w["kind"] != "added") == before
    assert "".join(w["text"] for w in words if w["kind"] != "removed") == after
    assert [w["kind"] for w in words].count("same") >= 2
    assert any(d["kind"] == "remark" for d in got["differences"])
    assert len(found) == 5, found.keys()
    assert "{+改动+}" in run("compare", path, other, code=1)
    run("compare", path, folder / "none", code=2)
    run("submit", same, "--by", CLERK)
    assert [d["kind"] for d in read("compare", path, same, code=1)["differences"]] == ["state"]


@test
def merging_remarks(folder):
    """The clerk took the report back and went on; meanwhile a copy got remarks and was returned."""
    mine = submitted(folder)
    theirs = copy(mine, "theirs.ziping")
    first = run("remark", theirs, "projects[0].actual", "核对", "--by", REVIEWER).strip()
    run("return", theirs, "--by", REVIEWER, "--reason", "见批注")
    run("submit", mine, "--take-back", "--by", CLERK)
    fill(mine, {"budget.basic.carried": "12.5"}, by=CLERK)
    own = run("remark", mine, "report", "自查", "--by", CLERK).strip()
    out = folder / "out.ziping"
    assert read("merge", mine, theirs, "--to", out)["conflicts"] == []
    assert value(out, "budget.basic.carried") == "12.50"
    assert set(remarks(out)) == {first, own}
    assert state(out) == "draft" or state(out) == "returned"
    fill(out, {"budget.basic.carried": "13"}, by=CLERK)
    run("remark", theirs, first, "补充", "--by", REVIEWER)
    run("remark", out, first, "已改", "--by", CLERK, "--done")
    again = folder / "again.ziping"
    run("merge", out, theirs, "--to", again)
    assert [r["text"] for r in remarks(again)[first]["thread"]] == ["补充", "已改"]
    assert remarks(again)[first]["open"] is False
    run("merge", out, theirs, "--to", again, code=2)
    run("merge", out, theirs, "--to", again, "--force")
    run("merge", out, theirs, code=2)


@test
def merging_figures(folder):
    base = submitted(folder)
    run("return", base, "--by", REVIEWER)
    mine, theirs = copy(base, "mine.ziping"), copy(base, "theirs.ziping")
    example = json.loads(FULL.read_text("utf-8"))
    rows = example["projects"]
    text = next(t for t in example if t.startswith("text."))
    my_rows = [dict(r) for r in rows]
    my_rows[0]["actual"] = "1"
    my_rows[1]["goal"] = "我方目标"
    fill(mine, {"budget.basic.initial": "1", "budget.basic.carried": "5", "projects": my_rows, text: "我方文字"}, by=CLERK)
    their_rows = [dict(r) for r in rows]
    their_rows[0]["actual"] = "2"
    their_rows[1]["result"] = "对方结果"
    their_rows.append({"name": "对方新增", "actual": "3"})
    fill(theirs, {"budget.basic.initial": "2", "budget.project.carried": "7", "projects": their_rows, text: "对方文字"},
         by=REVIEWER)
    out = folder / "out.ziping"
    conflicts = {c["id"]: c for c in read("merge", mine, theirs, "--to", out, "--by", CLERK, code=1)["conflicts"]}
    assert set(conflicts) == {"budget.basic.initial", "projects[0].actual", text}, conflicts.keys()
    assert (conflicts["budget.basic.initial"]["mine"], conflicts["budget.basic.initial"]["theirs"]) == ("1", "2")
    for cell, expected in (("budget.basic.initial", "1.00"), ("budget.basic.carried", "5.00"),
                           ("budget.project.carried", "7.00"), ("projects[0].actual", "1.00"),
                           ("projects[1].goal", "我方目标"), ("projects[1].result", "对方结果"),
                           (f"projects[{len(rows)}].name", "对方新增"), (f"projects[{len(rows)}].actual", "3.00")):
        assert value(out, cell) == expected, (cell, value(out, cell))
    told = [r for r in remarks(out).values() if r["open"]]
    assert {r["id"] for r in told} == set(conflicts) and any("对方文字" in r["text"] for r in told)
    assert "budget.basic.initial" in run("merge", mine, theirs, "--to", out, "--force", code=1)


@test
def merging_rows(folder):
    base = submitted(folder)
    run("return", base, "--by", REVIEWER)
    mine, theirs = copy(base, "mine.ziping"), copy(base, "theirs.ziping")
    rows = json.loads(FULL.read_text("utf-8"))["projects"]
    n = len(rows)
    fill(mine, {"projects": [*rows, {"name": "甲", "actual": "1"}]}, by=CLERK)
    fill(theirs, {"projects": [*rows[:n - 1]]}, by=REVIEWER)
    out = folder / "out.ziping"
    assert read("merge", mine, theirs, "--to", out)["conflicts"] == []
    names = [json.loads(run("get", out, f"projects[{i}].name", "--json"))[f"projects[{i}].name"]["value"] for i in range(n)]
    assert names == [r["name"] for r in rows[:n - 1]] + ["甲"], names
    theirs.write_bytes(base.read_bytes())
    fill(theirs, {"projects": [*rows, {"name": "乙", "actual": "2"}]}, by=REVIEWER)
    remark = run("remark", theirs, f"projects[{n}]", "新增", "--by", REVIEWER).strip()
    both = folder / "both.ziping"
    assert read("merge", mine, theirs, "--to", both)["conflicts"] == []
    assert value(both, f"projects[{n}].name") == "乙" and value(both, f"projects[{n + 1}].name") == "甲"
    assert remarks(both)[remark]["id"] == f"projects[{n}]"


@test
def merging_sealed_copies(folder):
    mine = submitted(folder)
    theirs = copy(mine, "theirs.ziping")
    run("sign", theirs, "--by", REVIEWER, "--role", "reviewer")
    own = run("remark", mine, "report", "补充说明", "--by", CLERK).strip()
    out = folder / "out.ziping"
    run("merge", mine, theirs, "--to", out)
    got = read("verify", out)
    assert got["valid"] and len(got["signers"]) == 1 and own in remarks(out)
    run("submit", mine, "--take-back", "--by", CLERK)
    fill(mine, {"budget.basic.carried": "12.5"}, by=CLERK)
    run("merge", mine, theirs, "--to", folder / "no.ziping", code=2)
    assert not (folder / "no.ziping").exists()
    (folder / "other").mkdir()
    other = submitted(folder / "other")
    run("sign", other, "--by", "赵六", "--role", "reviewer")
    run("merge", other, theirs, "--to", folder / "no.ziping", code=2)
    pack = folder / "strange.ziping"
    data = json.loads(mine.read_text("utf-8"))
    data["template_digest"] = "0" * 64
    data.pop("digest")
    data.pop("review")
    data.pop("trail")
    pack.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    run("merge", pack, theirs, "--to", folder / "no.ziping", code=2)


@test
def history(folder):
    path = new(folder)
    assert read("history", path)["changes"] == []
    fill(path, {"budget.basic.initial": "1", "unit.name": "某局"}, by=CLERK)
    fill(path, {"budget.basic.initial": "2"})
    got = read("history", path, "budget.basic.initial")
    assert got["whole"] is True
    assert [(c["by"], c["how"], c["after"]) for c in got["changes"]] == [(CLERK, "imported", "1"), (None, "imported", "2")]
    assert got["changes"][1]["before"] == "1" and got["changes"][0]["time"].startswith("2022-04-08T")
    rows = json.loads(FULL.read_text("utf-8"))["projects"]
    rows[1]["actual"] = "9"
    fill(path, {"projects": rows}, by=CLERK)
    (change,) = read("history", path, "projects[1].actual")["changes"]
    assert change["key"] == "projects#2.actual" and change["after"] == "9"
    assert [c["id"] for c in read("history", path, "projects")["changes"]] == ["projects[1].actual"]
    assert "\t".join((CLERK, "imported", "projects#2.actual")) in run("history", path)
    run("history", path, "no.such", code=2)
    run("history", folder / "none", code=2)


main()
