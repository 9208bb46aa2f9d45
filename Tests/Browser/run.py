#!/usr/bin/env python3
"""Drives the pages in Chromium: run.py [--base-url URL] [--screenshots DIR] [--only WORD]

Without --base-url a mock of the site is started. Needs PyPI playwright and pillow, and axe-playwright-python for accessibility.
"""

import argparse
import sys
import time
import traceback

import mock_site
import test_contract
import test_dossier
import test_flights
import test_history
import test_identity
import test_map
import test_operations
import test_pages
import test_places
import test_program
import test_supervised
import test_visits
import test_watch_program
import test_watches
from browser import DESKTOP, PHONE, Skip, launch, opened, ready
from playwright.sync_api import sync_playwright
from supervised import Supervised


def screenshots(browser, base, folder):
    """Every page, wide and narrow, dark and light, in both languages."""
    from pathlib import Path

    Path(folder).mkdir(parents=True, exist_ok=True)
    pages = (("/", "map"), ("/flights", "flights"), ("/airport?id=WIII", "airport"), ("/visits", "visits"), ("/visit?id=v1", "visit-draft"), ("/visit?id=v2", "visit"), ("/alerts", "alerts"), ("/watches", "watches"), ("/watches?new=relay-pair", "rule"), ("/outlets", "outlets"), ("/sources", "sources"), ("/about", "about"), ("/api", "api"), ("/sign-in", "sign-in"))
    for path, name in pages:
        for size, viewport in (("wide", DESKTOP), ("narrow", PHONE)):
            for theme in ("dark", "light"):
                for language in ("en", "id"):
                    with opened(browser, base, f"{path}#lang={language}", viewport=viewport, theme=theme, touch=size == "narrow") as page:
                        if path == "/":
                            ready(page)
                        page.wait_for_timeout(2500 if path == "/" else 800)
                        page.screenshot(path=f"{folder}/{name}-{size}-{theme}-{language}.png")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url")
    parser.add_argument("--screenshots")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    mock = None if options.base_url else mock_site.start(["--port", "0"])
    base = (options.base_url or f"http://127.0.0.1:{mock.server_address[1]}").rstrip("/")
    passed = failed = skipped = 0
    with sync_playwright() as playwright:
        chromium = Supervised(lambda: launch(playwright.chromium))
        own = test_supervised.TESTS + test_program.TESTS + test_watch_program.TESTS + test_contract.TESTS + test_operations.TESTS
        tests = test_map.TESTS + test_pages.TESTS + test_history.TESTS + test_identity.TESTS + test_places.TESTS + test_flights.TESTS + test_visits.TESTS + test_dossier.TESTS + test_watches.TESTS + ([] if options.base_url else own)
        for test in tests:
            name = test.__name__.removeprefix("test_").replace("_", " ")
            if options.only not in test.__name__:
                continue
            began = time.monotonic()
            try:
                chromium.run(lambda browser, test=test: test(browser, base, mock))
            except Skip as reason:
                skipped += 1
                print(f'skipped: {name}: "{reason}"', flush=True)
            except Exception as error:  # noqa: BLE001 - every failure is one line and the rest goes on
                failed += 1
                where = traceback.extract_tb(error.__traceback__)
                lines = " > ".join(str(one.lineno) for one in where if "test_" in one.filename and one.name != "<lambda>")
                print(f"FAILED: {name} (line {lines}): {error}", flush=True)
            else:
                passed += 1
                print(f"passed: {name} ({time.monotonic() - began:.0f} s)", flush=True)
        if options.screenshots:
            screenshots(chromium.browser, base, options.screenshots)
        chromium.browser.close()
    if chromium.replaced:
        print(f"browsers that got stuck and were replaced: {chromium.replaced}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
