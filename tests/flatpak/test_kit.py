#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts of the offline kit do and say, with a flatpak that only notes what it is told.
flatpak/test.sh does the same with the real one, where there are namespaces for it.

usage: test_kit.py SOURCE_ROOT
"""
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "style"))
from tap import ROOT, Results  # noqa: E402

APP = "io.github.ziping.Ziping"
RUNTIME = "io.github.ziping.Platform"
SCRIPTS = ("install.sh", "remove.sh")
# Keeps what is installed as a file "SCOPE-REF" with the sum of its bundle. As the real one, it calls it
# an error when the very same is there already, and says so in its last line.
FAKE = """#!/bin/sh
echo "$*" >>"$FAKE_STATE/calls"
[ "${1:-}" != --default-arch ] || { echo "${FAKE_ARCH:-x86_64}"; exit; }
verb=$1
scope=$2
for last; do :; done
case $verb in
  info) cat "$FAKE_STATE/$scope-$last" 2>/dev/null ;;
  install)
    case $last in *runtime*) ref=%s ;; *) ref=%s ;; esac
    sum=$(cksum <"$last")
    echo "Warning: Treating remote fetch error as non-fatal since it is already installed" >&2
    [ -z "${FAKE_BROKEN:-}" ] || { echo "error: no space" >&2; exit 1; }
    [ "$sum" != "$(cat "$FAKE_STATE/$scope-$ref" 2>/dev/null)" ] ||
      { echo "error: $ref is already installed" >&2; exit 1; }
    echo "$sum" >"$FAKE_STATE/$scope-$ref" ;;
  uninstall) rm "$FAKE_STATE/$scope-$last" ;;
esac
""" % (RUNTIME, APP)


class Pc:
    """A stick with a kit, and a PC with flatpak or without."""

    def __init__(self, folder, name="U 盘/安装盘", flatpak=True):
        self.stick = folder / name
        self.state = folder / "state"
        self.bin = folder / "bin"
        for path in (self.stick, self.state, self.bin):
            path.mkdir(parents=True)
        for tool in ("sh", "dirname", "sha256sum", "tail", "mktemp", "rm", "cat", "cksum", "grep"):
            (self.bin / tool).symlink_to(shutil.which(tool))
        if flatpak:
            (self.bin / "flatpak").write_text(FAKE, encoding="utf-8")
            (self.bin / "flatpak").chmod(0o755)
        for script in SCRIPTS:
            shutil.copy(ROOT / "flatpak" / "kit" / script, self.stick)
        self.put("ziping-runtime-x86_64.flatpak", "runtime 1")
        self.put("ziping-x86_64.flatpak", "program 1")

    def put(self, name, content):
        """As kit.sh does: a bundle, and the sums of all of them."""
        (self.stick / name).write_text(content, encoding="utf-8")
        names = sorted(path.name for path in self.stick.glob("*.flatpak")) + list(SCRIPTS)
        (self.stick / "SHA256SUMS").write_text("".join(
            f"{hashlib.sha256((self.stick / name).read_bytes()).hexdigest()}  {name}\n" for name in names))

    def run(self, script, *words, **environment):
        done = subprocess.run(
            ["sh", str(self.stick / script), *words], capture_output=True, text=True, cwd="/",
            env={"PATH": str(self.bin), "HOME": str(self.state), "FAKE_STATE": str(self.state), **environment})
        return done.returncode, done.stdout + done.stderr

    def installed(self):
        return sorted(path.name for path in self.state.glob("--*"))

    def calls(self, verb):
        lines = (self.state / "calls").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.startswith(verb)]


def expect(told, status, *words):
    assert told[0] == status, f"exit status {told[0]}, not {status}: {told[1]}"
    for word in words:
        assert word in told[1], f"“{word}” is not said: {told[1]}"


def for_this_user(folder):
    pc = Pc(folder)
    expect(pc.run("install.sh"), 0, "已安装 installed: 运行环境", "已安装 installed: 绩效自评", "完成")
    assert pc.installed() == [f"--user-{RUNTIME}", f"--user-{APP}"], pc.installed()
    runtime, app = pc.calls("install")
    assert "runtime" in runtime and "runtime" not in app, "the runtime comes first"


def for_everybody(folder):
    pc = Pc(folder)
    expect(pc.run("install.sh", "--system"), 0, "完成")
    assert pc.installed() == [f"--system-{RUNTIME}", f"--system-{APP}"], pc.installed()
    expect(pc.run("remove.sh", "--system"), 0, "已卸载")
    assert pc.installed() == []


def again_and_upgraded(folder):
    pc = Pc(folder)
    pc.run("install.sh")
    expect(pc.run("install.sh"), 0, "已是这个版本 already this version: 运行环境",
           "已是这个版本 already this version: 绩效自评")
    pc.put("ziping-x86_64.flatpak", "program 2")
    expect(pc.run("install.sh"), 0, "already this version: 运行环境", "已升级 upgraded: 绩效自评")


def removed(folder):
    pc = Pc(folder)
    pc.run("install.sh")
    expect(pc.run("remove.sh"), 0, "已卸载 removed")
    assert pc.installed() == []
    assert not [line for line in pc.calls("uninstall") if "--delete-data" in line], "settings stay"
    expect(pc.run("remove.sh"), 0, "已卸载 removed")


def removed_with_settings(folder):
    pc = Pc(folder)
    pc.run("install.sh")
    expect(pc.run("remove.sh", "--with-settings"), 0)
    assert all("--delete-data" in line for line in pc.calls("uninstall"))


def damaged(folder):
    pc = Pc(folder)
    with (pc.stick / "ziping-x86_64.flatpak").open("a", encoding="utf-8") as bundle:
        bundle.write("x")
    expect(pc.run("install.sh"), 5, "已损坏", "damaged")
    assert pc.installed() == []


def script_damaged(folder):
    pc = Pc(folder)
    (pc.stick / "remove.sh").write_text("rm -rf ~\n", encoding="utf-8")
    expect(pc.run("install.sh"), 5, "已损坏")


def sum_missing(folder):
    pc = Pc(folder)
    (pc.stick / "SHA256SUMS").unlink()
    expect(pc.run("install.sh"), 5, "已损坏")


def bundle_without_sum(folder):
    pc = Pc(folder)
    sums = pc.stick / "SHA256SUMS"
    sums.write_text("".join(line + "\n" for line in sums.read_text().splitlines() if "runtime" not in line))
    expect(pc.run("install.sh"), 5, "已损坏")
    assert pc.installed() == []


def without_flatpak(folder):
    expect(Pc(folder, flatpak=False).run("install.sh"), 3, "没有 flatpak", "not installed")


def other_processor(folder):
    expect(Pc(folder).run("install.sh", FAKE_ARCH="aarch64"), 4, "aarch64")


def not_installable(folder):
    """Another error than that it is there already is an error, whatever else is said."""
    expect(Pc(folder).run("install.sh", FAKE_BROKEN="yes"), 6, "error: no space", "没有装上")


def upgrade_fails(folder):
    pc = Pc(folder)
    pc.run("install.sh")
    pc.put("ziping-x86_64.flatpak", "program 2")
    expect(pc.run("install.sh", FAKE_BROKEN="yes"), 6, "error: no space")


def wrong_word(folder):
    pc = Pc(folder)
    expect(pc.run("install.sh", "--all"), 2, "用法")
    expect(pc.run("remove.sh", "--all"), 2, "用法")


def name_begins_with_a_hyphen(folder):
    expect(Pc(folder, name="-u 盘$HOME'").run("install.sh"), 0, "完成")


def instructions(folder):
    """The page on the stick names the scripts, and each option that they know."""
    text = (ROOT / "flatpak" / "kit" / "安装说明.txt").read_text(encoding="utf-8")
    for word in ("install.sh", "remove.sh", "--system", "--with-settings", "SHA256SUMS", APP):
        assert word in text, f"{word} is not explained"


TESTS = (for_this_user, for_everybody, again_and_upgraded, removed, removed_with_settings, damaged,
         script_damaged, sum_missing, bundle_without_sum, without_flatpak, other_processor, not_installable, upgrade_fails,
         wrong_word, name_begins_with_a_hyphen, instructions)


def main():
    results = Results()
    for test in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                results.add(f"kit/{test.__name__}", [])
            except AssertionError as fault:
                results.add(f"kit/{test.__name__}", [str(fault)])
    results.finish()


main()
