#!/usr/bin/env python3
"""Drives the pages in Chromium: run.py [--base-url URL] [--screenshots DIR] [--only WORD] [--at-once N]

Each file of tests runs in a process of its own, with a browser and a mock of the site (none with --base-url), as many at once as there are cores. A process
whose test does not end says where it stands and is ended; the file's other tests go on. A test of which nothing was told has failed. Needs PyPI playwright
and pillow, and axe-playwright-python for accessibility.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path

import tests_of_a_file
from tests_of_a_file import BEGUN, LEFT, MARK, end_marked, said, tests

#: The files whose tests take longest first, so that the last ones are short.
FILES = (
    "test_history_program", "test_history", "test_program", "test_flights", "test_map", "test_visits", "test_pages", "test_identity", "test_dossier",
    "test_watches", "test_outlets", "test_places", "test_receiver", "test_watch_program", "test_visit_program", "test_operations", "test_contract",
    "test_editions", "test_visit_editions", "test_objections", "test_supervised",
)
#: Those that start a site of their own, and have nothing to ask one that runs elsewhere.
OWN = (
    "test_history_program", "test_program", "test_watch_program", "test_visit_program", "test_operations", "test_contract", "test_editions", "test_supervised",
)
#: Tests that failed beside others and are run again alone: more at once have a cause.
MOST_AGAIN = 3
#: What the line says that a test ends with.
TOLD = {"passed": re.compile(r"passed: (.+) \(\d+ s\)$"), "skipped": re.compile(r'skipped: (.+?): "'), "failed": re.compile(r"FAILED: (.+?) \(line")}


class Tally:
    """What came of the tests, told as they end, by several threads. `outcomes` has it by (file, name as it is told)."""

    def __init__(self):
        self.lock = threading.Lock()
        self.outcomes = {}
        self.replaced = 0

    def heard(self, file, line):
        with self.lock:
            for outcome, words in TOLD.items():
                # What failed once stays so, whatever is said of it later.
                if (found := words.match(line)) and self.outcomes.get((file, found[1])) != "failed":
                    self.outcomes[file, found[1]] = outcome
            self.replaced += "the browser no longer answered" in line
            print(line, flush=True)

    def failed(self, file, name, reason):
        self.heard(file, f"FAILED: {name} (line unknown): {reason}")

    def those(self, outcome):
        """The tests with this outcome, in the order in which they ended."""
        return [test for test, one in self.outcomes.items() if one == outcome]


class Stopped(Exception):
    """No process is started any more."""


class Worker:
    """A process of `tests_of_a_file.py` at the head of a group. Whatever it started ends with it: else that would keep its pipe open, and us reading."""

    def __init__(self, arguments, base_url):
        self.mark = uuid.uuid4().hex
        self.process = subprocess.Popen(
            # Its standard input says nothing, and ends when this process does.
            [sys.executable, tests_of_a_file.__file__, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace", process_group=0, env={**os.environ, "PELACAK_BASE_URL": base_url or "", MARK: self.mark},
        )
        self.watch = threading.Thread(target=self.clear_up, daemon=True)
        self.watch.start()

    def clear_up(self):
        # Not reaped, its number stays that of its group.
        os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)
        self.end()

    def end(self):
        """Ends it and all it started. Not to be called once it is reaped."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        # A browser has a group of its own.
        end_marked(self.mark)

    def lines(self):
        """What it says, without empty lines."""
        for line in self.process.stdout:
            if line := line.rstrip("\n"):
                yield line

    def reap(self):
        self.watch.join()
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Workers:
    """The processes under way."""

    def __init__(self, base_url):
        self.base_url = base_url
        self.lock = threading.Lock()
        self.running = set()
        self.stopped = False

    @contextmanager
    def one(self, *arguments):
        """A process, which has ended and has its return code afterwards. Raises `Stopped`, and what keeps it from starting."""
        with self.lock:
            if self.stopped:
                raise Stopped
            worker = Worker(arguments, self.base_url)
            self.running.add(worker)
        try:
            yield worker
        except BaseException:
            worker.end()
            raise
        finally:
            worker.watch.join()
            with self.lock:
                self.running.discard(worker)
            worker.reap()

    def stop(self):
        """Ends all of them; no other one starts."""
        with self.lock:
            self.stopped = True
            for worker in self.running:
                worker.end()


def run_file(file, wanted, workers, tally):
    """Runs the tests of a file by name, in as many processes as are needed for each to have its turn."""
    while wanted:
        under_way, last = None, ""
        with workers.one(file, *wanted) as worker:
            for line in worker.lines():
                if line.startswith(BEGUN):
                    under_way = line.removeprefix(BEGUN)
                elif line.startswith(LEFT):
                    under_way = None
                    wanted = wanted[1:]
                else:
                    last = line
                    tally.heard(file, line)
        if workers.stopped:
            return
        status = worker.process.returncode
        if under_way:
            # Hung or crashed: what it was about has failed, the rest has its turn.
            tally.failed(file, said(under_way), f"its process ended with status {status}: {last}")
            wanted = wanted[1:]
            continue
        for name in wanted:
            tally.failed(file, said(name), f"its process ended with status {status} before its turn: {last}")
        if status and not wanted:
            tally.failed(file, f"{file} as a whole", f"its process ended with status {status} after its last test: {last}")
        return


def run_surely(file, wanted, workers, tally):
    """Runs the tests of a file; what keeps them from running is told as a failure."""
    try:
        run_file(file, wanted, workers, tally)
    except Stopped:
        pass
    except Exception as error:  # noqa: BLE001 - the other files go on
        tally.failed(file, f"{file} as a whole", f"the runner: {' '.join(repr(error).split())}")


def in_parallel(at_once, work):
    """Does the pieces of work in order, `at_once` side by side. Interrupted, it begins no more of them."""
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
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    except BaseException:
        left.clear()
        raise


def tell_lost(chosen, tally):
    """A test of which nothing was told has failed."""
    for file, names in chosen.items():
        for name in names:
            if (file, said(name)) not in tally.outcomes:
                tally.failed(file, said(name), "nothing was told of it")


def run_again(chosen, workers, tally):
    """Runs what failed beside others once more, each alone; those that pass now."""
    failed = tally.those("failed")
    if not 0 < len(failed) <= MOST_AGAIN:
        return []
    print(f"run again alone: {', '.join(name for _, name in failed)}", flush=True)
    spared = []
    for file, name in failed:
        again = Tally()
        run_surely(file, [one for one in chosen[file] if said(one) == name], workers, again)
        if again.outcomes == {(file, name): "passed"}:
            spared.append((file, name))
            print(f"failed beside others and passed alone: {name}", flush=True)
    return spared


def take_screenshots(folder, workers, tally):
    with workers.one("--screenshots", folder) as worker:
        for line in worker.lines():
            tally.heard("screenshots", line)
    if worker.process.returncode:
        tally.failed("screenshots", "screenshots", f"their process ended with status {worker.process.returncode}")


def run(options, chosen, workers):
    """Runs the chosen tests, names by file, and tells the sum; the status to end with."""
    tally = Tally()
    in_parallel(options.at_once, [lambda file=file, names=names: run_surely(file, names, workers, tally) for file, names in chosen.items()])
    tell_lost(chosen, tally)
    spared = run_again(chosen, workers, tally) if options.at_once > 1 else []
    if options.screenshots:
        take_screenshots(options.screenshots, workers, tally)
    if tally.replaced:
        print(f"browsers that got stuck and were replaced: {tally.replaced}")
    failed = [test for test in tally.those("failed") if test not in spared]
    for _, name in failed:
        print(f"failed: {name}")
    passed = len(tally.those("passed")) + len(spared)
    print(f"{passed} passed, {len(failed)} failed, {len(tally.those('skipped'))} skipped")
    return 1 if failed or not passed else 0


def every_file():
    assert set(FILES) == {path.stem for path in Path(__file__).parent.glob("test_*.py")}, "FILES names every file of tests"
    return FILES


def main(arguments=None, files=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base-url")
    parser.add_argument("--screenshots")
    parser.add_argument("--only", default="", help="tests with this word in their name")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes side by side")
    options = parser.parse_args(arguments)
    files = [file for file in files or every_file() if not (options.base_url and file in OWN)]
    chosen = {file: names for file in files if (names := [name for name in tests(file) if options.only in name])}
    workers = Workers(options.base_url)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return run(options, chosen, workers)
    except KeyboardInterrupt:
        print("stopped", flush=True)
        return 130
    finally:
        workers.stop()


if __name__ == "__main__":
    sys.exit(main())
