"""The tests of one file, one after the other, in this process: tests_of_a_file.py FILE NAME… | --screenshots DIR

Tells `begun: NAME`, what came of it, and `left: NAME`, a line each; `run.py` reads that. A test that does not end although its browser was taken away prints
where every thread stands, and ends the process.
"""

import faulthandler
import importlib
import os
import sys
import time
import traceback
from pathlib import Path

import mock_site
from browser import DESKTOP, PHONE, Skip, launch, opened, ready
from playwright.sync_api import sync_playwright
from supervised import ALIVE, LONGEST, Supervised

BEGUN, LEFT = "begun: ", "left: "
#: Seconds after which nothing comes any more: a test has its time twice, each with a look whether the browser is alive.
HUNG = 2 * (LONGEST + ALIVE) + 60

PAGES = (
    ("/", "map"), ("/flights", "flights"), ("/airport?id=WIII", "airport"), ("/visits", "visits"), ("/visit?id=v1", "visit-draft"), ("/visit?id=v2", "visit"),
    ("/alerts", "alerts"), ("/watches", "watches"), ("/watches?new=relay-pair", "rule"), ("/outlets", "outlets"), ("/sources", "sources"), ("/about", "about"),
    ("/api", "api"), ("/sign-in", "sign-in"),
)


def tests(file):
    """A file's tests by name, in its order."""
    return {test.__name__: test for test in importlib.import_module(file).TESTS}


def screenshots(browser, base, folder):
    """Every page, wide and narrow, dark and light, in both languages."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for path, name in PAGES:
        for size, viewport in (("wide", DESKTOP), ("narrow", PHONE)):
            for theme in ("dark", "light"):
                for language in ("en", "id"):
                    with opened(browser, base, f"{path}#lang={language}", viewport=viewport, theme=theme, touch=size == "narrow") as page:
                        if path == "/":
                            ready(page)
                        page.wait_for_timeout(2500 if path == "/" else 800)
                        page.screenshot(path=f"{folder}/{name}-{size}-{theme}-{language}.png")


def outcome(chromium, test, base, mock):
    """Runs a test; the line that says what came of it."""
    name = test.__name__.removeprefix("test_").replace("_", " ")
    began = time.monotonic()
    try:
        chromium.run(lambda browser: test(browser, base, mock))
    except Skip as reason:
        return f'skipped: {name}: "{reason}"'
    except Exception as error:  # noqa: BLE001 - every failure is one line and the rest goes on
        where = traceback.extract_tb(error.__traceback__)
        lines = " > ".join(str(one.lineno) for one in where if "test_" in one.filename and one.name != "<lambda>")
        return f"FAILED: {name} (line {lines}): {' '.join(str(error).split())}"
    return f"passed: {name} ({time.monotonic() - began:.0f} s)"


def main(arguments):
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
                print(f"{BEGUN}{name.removeprefix('test_').replace('_', ' ')}", flush=True)
                faulthandler.dump_traceback_later(HUNG, exit=True)
                print(outcome(chromium, all_of_it[name], base, mock), flush=True)
                faulthandler.cancel_dump_traceback_later()
                print(f"{LEFT}{name}", flush=True)
        chromium.browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
