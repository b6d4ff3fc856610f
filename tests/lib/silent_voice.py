# SPDX-License-Identifier: GPL-3.0-or-later
"""A voice for the screen reader Orca that makes no sound: what it would say goes into the file that
SILENT_VOICE names, a line for each utterance.

Orca loads this module when it is told that this is its speech server; see orca_reader.py.
"""
import os

from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    """The names are those that Orca calls."""

    @staticmethod
    def getFactoryName():
        return "silent"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        del info
        return SpeechServer()

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["silent", "silent"]

    def speak(self, text=None, acss=None, interrupt=True):
        del acss, interrupt
        if text:
            with open(os.environ["SILENT_VOICE"], "a", encoding="utf-8") as voice:
                voice.write(text.replace("\n", " ") + "\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character, acss)

    def speakKeyEvent(self, event, acss=None):
        pass

    def stop(self):
        pass

    def updateCapitalizationStyle(self):
        pass

    def updatePunctuationLevel(self):
        pass
