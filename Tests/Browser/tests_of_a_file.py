"""The tests of one file, one after the other, in this process: tests_of_a_file.py FILE NAME… | --screenshots DIR

Tells `begun: NAME`, what came of it, and `left: NAME`, a line each; `run.py` reads that. What does not end, a test although its browser was taken away or
the beginning and the end of a browser, prints where every thread stands, and ends the process.
"""

import faulthandler
import importlib
import os
import signal
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path

import mock_site
import supervised
from browser import DESKTOP, PHONE, Skip, launch, opened, ready
from playwright.sync_api import sync_playwright
from supervised import Supervised

BEGUN, LEFT = "begun: ", "left: "
#: The variable by which `run.py` finds what its processes started. Where it is set, standard input ends when `run.py` does.
MARK = "BROWSER_TESTS_OF"

PAGES = (
    ("/", "map"), ("/flights", "flights"), ("/airport?id=WIII", "airport"), ("/visits", "visits"), ("/visit?id=v1", "visit-draft"), ("/visit?id=v2", "visit"),
    ("/alerts", "alerts"), ("/watches", "watches"), ("/watches?new=relay-pair", "rule"), ("/outlets", "outlets"), ("/sources", "sources"), ("/about", "about"),
    ("/api", "api"), ("/sign-in", "sign-in"),
)


def tests(file):
    """A file's tests by name, in its order."""
    found = importlib.import_module(file).TESTS
    named = {test.__name__: test for test in found}
    assert len(named) == len(found), f"two tests of {file} have one name"
    return named


def said(name):
    """A test's name as it is told."""
    return name.removeprefix("test_").replace("_", " ")


def longest(test):
    """Seconds a test may take."""
    return getattr(test, "longest", supervised.LONGEST)


def hung(test):
    """Seconds after which nothing comes of a test any more: it had its time, the browser was looked after and another one begun."""
    return longest(test) + supervised.ALIVE + supervised.STARTING + supervised.LINGERS


def within(seconds):
    """From now on the process has so many seconds until this is called again: then it says where it stands, and ends."""
    faulthandler.dump_traceback_later(seconds, exit=True)


def marked(mark):
    """The other processes that have a mark in their environment: pids."""
    words, pids = f"{MARK}={mark}".encode(), []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            with suppress(OSError):
                if words in (folder / "environ").read_bytes().split(b"\0"):
                    pids.append(int(folder.name))
    return pids


def end_marked(mark):
    """Ends the other processes with a mark. What one of them started just now is found by another look."""
    for _ in range(5):
        if not (pids := marked(mark)):
            return
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def end_with_runner():
    """Ends this process, and all it started, when `run.py` is gone, however that ended."""
    runner = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)

    def end():
        try:
            while os.read(runner, 64):
                pass
            # Playwright gives a browser a group of its own.
            end_marked(os.environ[MARK])
        finally:
            if os.getpgrp() == os.getpid():
                os.killpg(0, signal.SIGKILL)
            os._exit(1)

    threading.Thread(target=end, daemon=True).start()


def tell(line):
    """Says a line that is one, whatever others wrote before it to the same pipe."""
    print(f"\n{line}", flush=True)


def screenshots(browser, base, folder):
    """Every page, wide and narrow, dark and light, in both languages."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for path, name in PAGES:
        for size, viewport in (("wide", DESKTOP), ("narrow", PHONE)):
            for theme in ("dark", "light"):
                for language in ("en", "id"):
                    within(supervised.LONGEST)
                    with opened(browser, base, f"{path}#lang={language}", viewport=viewport, theme=theme, touch=size == "narrow") as page:
                        if path == "/":
                            ready(page)
                        page.wait_for_timeout(2500 if path == "/" else 800)
                        page.screenshot(path=f"{folder}/{name}-{size}-{theme}-{language}.png")


def outcome(chromium, test, base, mock):
    """Runs a test; the line that says what came of it."""
    name = said(test.__name__)
    began = time.monotonic()

    def once(browser):
        within(hung(test))
        test(browser, base, mock)

    try:
        chromium.run(once, longest(test))
    except Skip as reason:
        return f'skipped: {name}: "{reason}"'
    except Exception as error:  # noqa: BLE001 - every failure is one line and the rest goes on
        where = traceback.extract_tb(error.__traceback__)
        lines = " > ".join(str(one.lineno) for one in where if "test_" in one.filename and one.name != "<lambda>")
        return f"FAILED: {name} (line {lines}): {' '.join(str(error).split())}"
    return f"passed: {name} ({time.monotonic() - began:.0f} s)"


def close(chromium):
    within(supervised.CLOSING)
    try:
        chromium.close()
    except Exception as error:  # noqa: BLE001 - every test has been told: a browser that leaves badly is no failure of theirs
        tell(f"the browser left badly: {' '.join(str(error).split())}")


def main(arguments):
    if MARK in os.environ:
        end_with_runner()
    within(supervised.STARTING)
    given = os.environ.get("PELACAK_BASE_URL")
    mock = None if given else mock_site.start(["--port", "0"])
    base = (given or f"http://127.0.0.1:{mock.server_address[1]}").rstrip("/")
    with sync_playwright() as playwright:
        chromium = Supervised(lambda: launch(playwright.chromium))
        if arguments[0] == "--screenshots":
            screenshots(chromium.browser, base, arguments[1])
        else:
            all_of_it = tests(arguments[0])
            for name in arguments[1:]:
                tell(f"{BEGUN}{name}")
                tell(outcome(chromium, all_of_it[name], base, mock))
                tell(f"{LEFT}{name}")
        close(chromium)


if __name__ == "__main__":
    main(sys.argv[1:])
