"""What a person sees while waiting: one plain voice for set-up and tests."""
import signal
import sys
import threading
import time


class Problem(Exception):
    """Something the person has to know or do, in one line."""


def say(text):
    print(text, file=sys.stderr, flush=True)


class Progress:
    """A line that is rewritten each second on a terminal, and a plain line now and then elsewhere.

    It goes on by itself: one file may compile for minutes, and a clock that stands still looks like a fault.
    """

    #: Seconds between two plain lines where there is no terminal.
    PLAIN_EVERY = 30

    def __init__(self, what):
        self._what = what
        self._text = "begun"
        self._began = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._over = threading.Event()
        self._clock = threading.Thread(target=self._tick, daemon=True)
        self._clock.start()

    @property
    def seconds(self):
        return time.monotonic() - self._began

    def step(self, text):
        self._text = text

    def _tick(self):
        while not self._over.wait(1 if self._terminal else self.PLAIN_EVERY):
            line = f"  {self._what}: {self._text}, {clock(self.seconds)}"
            if self._terminal:
                print("\r\033[K" + line, end="", file=sys.stderr, flush=True)
            else:
                say(line)

    def end(self, text):
        self._over.set()
        self._clock.join()
        if self._terminal:
            print("\r\033[K", end="", file=sys.stderr)
        say(f"  {self._what}: {text}, {clock(self.seconds)}")


def end_like_ctrl_c():
    """Lets SIGTERM end a script as Ctrl-C does: what it started ends too, and nothing half-made stays."""
    def interrupt(*_):
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGINT, interrupt)


def clock(seconds):
    seconds = int(seconds)
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60:02} s"


def megabytes(count):
    return f"{count / 1_000_000:.1f} MB"
