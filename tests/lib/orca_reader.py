# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen reader Orca, running without a sound card; what it says is read here."""
import json
import os
import pathlib
import shutil
import subprocess
import time

from screen_reader import wait_for

LIBRARY = pathlib.Path(__file__).resolve().parent
# So long nothing more may be said before something counts as said to the end, in seconds.
QUIET = 0.6
MOST = 6


def is_installed():
    return shutil.which("orca") is not None


class Orca:
    """Running until end() is called; needs a display and a session bus.

    folder: where it keeps its settings and what it said"""

    def __init__(self, folder):
        home = pathlib.Path(folder) / "orca"
        settings = home / "settings"
        settings.mkdir(parents=True)
        self.voice = home / "said.txt"
        self.voice.touch()
        self.heard = 0
        self.write_settings(settings)
        environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
                       "XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache"),
                       "PYTHONPATH": str(LIBRARY), "SILENT_VOICE": str(self.voice)}
        environment.pop("GTK_A11Y", None)
        self.process = subprocess.Popen(["orca", "--replace", "--user-prefs", str(settings)], env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("the screen reader", self.voice.read_text)

    @staticmethod
    def write_settings(folder):
        general = {"enableSpeech": True, "speechServerFactory": "silent_voice", "enableBraille": False,
                   "enableSound": False, "enableKeyEcho": False, "profile": ["Default", "default"],
                   "startingProfile": ["Default", "default"], "activeProfile": ["Default", "default"]}
        profile = {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}
        (folder / "user-settings.conf").write_text(json.dumps(
            {"general": general, "pronunciations": {}, "keybindings": {}, "profiles": {"default": profile}}))

    def forget(self):
        """What was said so far is of no interest."""
        self.heard = len(self.voice.read_text())

    def hear(self):
        """What was said since the last call, once it has come to an end."""
        end = time.monotonic() + MOST
        quiet_since, length = time.monotonic(), -1
        while time.monotonic() < end and (length <= self.heard or time.monotonic() - quiet_since < QUIET):
            if len(text := self.voice.read_text()) != length:
                quiet_since, length = time.monotonic(), len(text)
            time.sleep(0.05)
        said = self.voice.read_text()[self.heard:]
        self.heard += len(said)
        return said.splitlines()

    def end(self):
        self.process.kill()
        self.process.wait()
