"""Chromium under watch: software drawing can stop for ever on a busy machine, and then no call to the browser comes back.

A stuck browser is ended by the pid it was started with, another begins, and the test that it held up is run again, said aloud. Only a browser that no
longer answers is replaced; what a test finds wrong stays a failure.
"""

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path

from browser import Skip

# Seconds a test may take, if it does not say its own as its attribute `longest`: most take less than half of it on two slow cores.
LONGEST = 300
# Seconds in which a browser that is alive has painted an empty page.
ALIVE = 60
# Seconds in which the mock, Playwright and a browser have begun; Playwright itself waits half a minute for the browser.
STARTING = 120
# Seconds in which a browser is gone, by itself or ended, and Playwright after it.
CLOSING = ALIVE + 60
# Seconds that a test whose browser was ended may go on, as its waits and what it closes have patience of their own.
LINGERS = 180


class Supervised:
    """The browser of a run; `browser` is the one that answers now, `launched()` gives one more."""

    def __init__(self, launched, longest=LONGEST, alive=ALIVE):
        self.launched, self.longest, self.alive = launched, longest, alive
        self.replaced = 0
        self.start()

    def start(self):
        before = chromiums()
        self.browser = self.launched()
        self.pids = chromiums() - before

    @contextmanager
    def limited(self, seconds):
        """Ends the browser if what stands inside takes longer: every call that waits for it then fails."""
        timer = threading.Timer(seconds, self.end)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def end(self):
        for pid in self.pids & chromiums():
            os.kill(pid, signal.SIGKILL)

    def answers(self):
        """Whether a page can still be opened and painted."""
        try:
            with self.limited(self.alive):
                context = self.browser.new_context()
                page = context.new_page()
                page.set_content("<p>painted</p>")
                page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
                context.close()
        except Exception:  # noqa: BLE001 - whatever it is, this browser is of no more use
            return False
        return self.browser.is_connected()

    def close(self):
        """Ends the browser: by its pids if it does not go when asked."""
        with self.limited(self.alive):
            self.browser.close()

    def run(self, test, longest=None):
        """Runs `test(browser)`; once more with a new browser if this one got stuck meanwhile. Raises what the test raises.

        `longest` are the seconds this one may take each time, if not as many as any.
        """
        longest = longest or self.longest
        try:
            with self.limited(longest):
                return test(self.browser)
        except Skip:
            raise
        except Exception:
            if self.answers():
                raise
        print("the browser no longer answered: another one runs the test again", flush=True)
        self.end()
        self.replaced += 1
        self.start()
        with self.limited(longest):
            return test(self.browser)


def chromiums():
    """Processes of the browser itself, not of its pages, that descend from this one: pids."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
    return {pid for pid in parents if descends(pid, parents) and is_browser(pid)}


def descends(pid, parents):
    for _ in range(64):
        pid = parents.get(pid, 0)
        if pid == os.getpid():
            return True
    return False


def is_browser(pid):
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"chromium" in words[0] and not any(word.startswith(b"--type=") for word in words)
