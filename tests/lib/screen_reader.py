# SPDX-License-Identifier: GPL-3.0-or-later
"""A running program as a person uses it who sees nothing and has no mouse: read through the
accessibility tree, worked with real keys. Needs a display and a session bus; see tests/app/headless.sh.
"""
import subprocess
import time

import pyatspi

PATIENCE = 20

# What the toolkit says to a reader that asks for more than it can tell, and of its own scroll bars when
# a page changes its height while it is laid out.
NOT_OURS = ["Screen coordinates not supported", "Trying to snapshot GtkGizmo"]

# Of the arrows beside the folders in the toolkit's file dialog.
FILE_DIALOGS = "Trying to snapshot GtkButton"


def key(*names):
    subprocess.run(["xdotool", "key", *names], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", text], check=True)


def copy(text):
    """Into the clipboard: the keyboard has no Chinese."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # The program asks what there is as soon as it hears of it; pasted before the answer, nothing comes.
    time.sleep(0.2)


def wait_for(what, condition, patience=PATIENCE):
    """The first true result of the condition; a person would wait too, but not for ever."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = condition()
        except Exception:  # a node may go while it is read
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain: {what}")


def nodes(root):
    if root is None:
        return
    yield root
    for index in range(root.childCount):
        yield from nodes(root.getChildAtIndex(index))


def role_of(node):
    """Its role by name; newer releases of AT-SPI have a shorter one for a push button."""
    name = node.getRoleName()
    return "push button" if name == "button" else name


def find_application(name):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        if application is not None and application.name == name:
            return application
    return None


def shown_windows():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True,
                          text=True, check=False).stdout.split()


def take_keyboard():
    """Whether the newest window has the keyboard now. It may be closing just then."""
    window = shown_windows()[-1]
    subprocess.run(["xdotool", "windowfocus", window], capture_output=True, check=False)
    found = subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True, check=False)
    return found.stdout.strip() == window


def focus_window():
    """Without a window manager nobody else does."""
    wait_for("a window with the keyboard", take_keyboard)


class Program:
    """The running program, by what a screen reader sees of it.

    command: the program and its arguments; log: an open file for what it prints."""

    def __init__(self, command, environment, log, patience=PATIENCE):
        self.log = log
        self.not_ours = list(NOT_OURS)
        self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        self.root = wait_for("the program", lambda: find_application("ziping"), patience)
        wait_for("its window", lambda: self.find("frame"))
        focus_window()

    def find_all(self, role, *words):
        return [node for node in nodes(self.root) if role_of(node) == role
                and all(word in node.name for word in words)]

    def find(self, role, *words):
        found = self.find_all(role, *words)
        return found[0] if found else None

    def focused(self):
        for node in nodes(self.root):
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return node
        return None

    def focused_on(self, *words):
        def condition():
            node = self.focused()
            return node if node is not None and all(word in node.name for word in words) else None
        return condition

    def checks(self):
        """What the button with the checks says."""
        return wait_for("the checks", lambda: self.find("push button", "Checks:")).name

    def go_to(self, words, figure):
        """By the palette, as somebody does who knows the name of a cell. The keyboard has no Chinese."""
        key("ctrl+k")
        wait_for("the palette", lambda: self.find("frame", "Search"))
        copy(words)
        key("ctrl+v")
        wait_for("the cell in the list", lambda: self.find("list item", *words.split()))
        key("Return")
        # Without a window manager nobody gives the keyboard back to the page.
        return wait_for("the cell", lambda: take_keyboard() and self.focused_on(figure)())

    def told(self):
        """Everything it has printed."""
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def warnings(self):
        return [line for line in self.told().splitlines() if ("CRITICAL" in line or "WARNING" in line)
                and not any(words in line for words in self.not_ours)]

    def opened_file_dialog(self):
        """What the toolkit says of its own dialog is not held against the program."""
        self.not_ours.append(FILE_DIALOGS)

    def end(self):
        self.process.terminate()
        status = self.process.wait(PATIENCE)
        assert not self.warnings(), self.warnings()[:5]
        assert status in (0, -15), f"ended with {status}: {self.told()[-500:]}"
