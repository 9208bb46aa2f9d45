#!/usr/bin/env python3
"""Drives the pages in Chromium: run.py [--base-url URL] [--screenshots DIR] [--only WORD] [--at-once N]

Each file of tests runs in a process of its own, with a browser and a mock of the site (none with --base-url), as many at once as there are cores. A process
whose test does not end says where it stands and is ended; the file's other tests go on. Needs PyPI playwright and pillow, and axe-playwright-python for
accessibility.
"""

import argparse
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import tests_of_a_file
from tests_of_a_file import BEGUN, LEFT, tests

#: The files whose tests take longest first, so that the last ones are short.
FILES = (
    "test_history", "test_program", "test_flights", "test_map", "test_visits", "test_pages", "test_identity", "test_dossier", "test_watches",
    "test_places", "test_watch_program", "test_operations", "test_contract", "test_supervised",
)
#: Those that start a site of their own, and have nothing to ask one that runs elsewhere.
OWN = ("test_program", "test_watch_program", "test_operations", "test_contract", "test_supervised")
#: Tests that failed beside others and are run again alone: more at once have a cause.
MOST_AGAIN = 3


class Tally:
    """What came of the tests, told as they end, by several threads."""

    def __init__(self):
        self.lock = threading.Lock()
        self.passed, self.skipped, self.replaced = 0, 0, 0
        self.failed = {}

    def heard(self, file, line):
        with self.lock:
            if line.startswith("passed: "):
                self.passed += 1
            elif line.startswith("skipped: "):
                self.skipped += 1
            elif found := re.match(r"FAILED: (.+?) \(line", line):
                self.failed[found[1]] = file
            elif "the browser no longer answered" in line:
                self.replaced += 1
            print(line, flush=True)


def run_file(file, wanted, options, tally):
    """Runs the tests of a file by name, in as many processes as are needed for each to have its turn."""
    while wanted:
        command = [sys.executable, tests_of_a_file.__file__, file, *wanted]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env={**os.environ, "PELACAK_BASE_URL": options.base_url or ""},
        )
        under_way, last = None, ""
        for line in process.stdout:
            line = line.rstrip("\n")
            if line.startswith(BEGUN):
                under_way = line.removeprefix(BEGUN)
                continue
            if line.startswith(LEFT):
                under_way = None
                wanted = wanted[1:]
                continue
            last = line or last
            tally.heard(file, line)
        status = process.wait()
        if under_way is None and status == 0:
            return
        # Hung or crashed: what it was about has failed, the rest has its turn.
        tally.heard(file, f"FAILED: {under_way or f'{file} as a whole'} (line unknown): its process ended with status {status}: {last}")
        wanted = wanted[1:] if under_way else []


def in_parallel(at_once, work):
    """Does the pieces of work in order, `at_once` side by side."""
    left = list(work)
    lock = threading.Lock()

    def go_on():
        while True:
            with lock:
                if not left:
                    return
                piece = left.pop(0)
            piece()

    threads = [threading.Thread(target=go_on) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base-url")
    parser.add_argument("--screenshots")
    parser.add_argument("--only", default="", help="tests with this word in their name")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes side by side")
    options = parser.parse_args()
    assert set(FILES) == {path.stem for path in Path(__file__).parent.glob("test_*.py")}, "FILES names every file of tests"
    tally = Tally()
    files = [file for file in FILES if not (options.base_url and file in OWN)]
    chosen = {file: [name for name in tests(file) if options.only in name] for file in files}
    in_parallel(options.at_once, [lambda file=file: run_file(file, chosen[file], options, tally) for file in files if chosen[file]])
    failed = dict(tally.failed)
    spared = []
    if options.at_once > 1 and 0 < len(failed) <= MOST_AGAIN:
        print(f"run again alone: {', '.join(failed)}", flush=True)
        again = Tally()
        for name, file in failed.items():
            wanted = [one for one in chosen[file] if one.removeprefix("test_").replace("_", " ") == name]
            run_file(file, wanted, options, again)
            if wanted and again.passed and name not in again.failed:
                spared.append(name)
    for name in spared:
        print(f"failed beside others and passed alone: {name}")
    if options.screenshots:
        subprocess.run([sys.executable, tests_of_a_file.__file__, "--screenshots", options.screenshots], check=True,
                       env={**os.environ, "PELACAK_BASE_URL": options.base_url or ""})
    if tally.replaced:
        print(f"browsers that got stuck and were replaced: {tally.replaced}")
    passed, lost = tally.passed + len(spared), len(failed) - len(spared)
    for name in failed:
        if name not in spared:
            print(f"failed: {name}")
    print(f"{passed} passed, {lost} failed, {tally.skipped} skipped")
    return 1 if lost or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
