"""What a person sees while waiting: one plain voice for set-up and tests."""
import sys
import time


class Problem(Exception):
    """Something the person has to know or do, in one line."""


def say(text):
    print(text, file=sys.stderr, flush=True)


class Progress:
    """A line that is rewritten on a terminal, and a plain line now and then elsewhere."""

    #: Seconds between two plain lines where there is no terminal.
    PLAIN_EVERY = 30

    def __init__(self, what):
        self._what = what
        self._began = time.monotonic()
        self._said = self._began
        self._terminal = sys.stderr.isatty()

    @property
    def seconds(self):
        return time.monotonic() - self._began

    def step(self, text):
        line = f"  {self._what}: {text}, {clock(self.seconds)}"
        if self._terminal:
            print("\r\033[K" + line, end="", file=sys.stderr, flush=True)
        elif time.monotonic() - self._said >= self.PLAIN_EVERY:
            self._said = time.monotonic()
            say(line)

    def end(self, text):
        if self._terminal:
            print("\r\033[K", end="", file=sys.stderr)
        say(f"  {self._what}: {text}, {clock(self.seconds)}")


def clock(seconds):
    seconds = int(seconds)
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60:02} s"


def megabytes(count):
    return f"{count / 1_000_000:.1f} MB"
