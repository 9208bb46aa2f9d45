"""Tests/Browser/run.py with made-up files of tests and a browser that is none."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

BROWSER = pathlib.Path(__file__).resolve().parents[1] / "Browser"

#: What stands for Playwright: a browser that can be launched and closed, slowly if the environment says so.
PLAYWRIGHT = '''
import os
import time
from unittest.mock import MagicMock

import supervised

if os.environ.get("SLOW") == "launching":
    supervised.STARTING = 1
if os.environ.get("SLOW") == "closing":
    supervised.CLOSING = 1


class Browser:
    def close(self):
        if os.environ.get("SLOW") == "closing":
            time.sleep(60)

    def new_context(self):
        return MagicMock()

    def is_connected(self):
        return True


class Chromium:
    def launch(self, **_):
        if os.environ.get("SLOW") == "launching":
            time.sleep(60)
        return Browser()


class Playwright:
    chromium = Chromium()


class sync_playwright:
    def __enter__(self):
        return Playwright()

    def __exit__(self, *_):
        pass
'''
DRIVER = '''
import sys
sys.path.insert(0, {browser!r})
import run
{before}
if __name__ == "__main__":
    sys.exit(run.main(sys.argv[1:], {files!r}))
'''
#: Every file of tests begins so. Each process tells the tests which one it is; the driver, which only asks for names, does nothing else.
HEAD = '''
import os, subprocess, sys, time
import supervised, tests_of_a_file
from browser import Skip
supervised.ALIVE = supervised.STARTING = supervised.LINGERS = 0.2
FOLDER = os.path.dirname(__file__)


def runs(name):
    """Counts how often a test ran."""
    with open(os.path.join(FOLDER, name), "a") as file:
        file.write("x")
    return os.path.getsize(os.path.join(FOLDER, name))


def orphan(**more):
    """A process that outlives this one, and holds the pipe."""
    process = subprocess.Popen(["sleep", "60"], **more)
    print("orphan:", process.pid, flush=True)

'''
TAIL = '\nTESTS = [one for name, one in list(globals().items()) if name.startswith("test_")]\n'
PASSES = "def test_that_passes(*_): pass\n"


def gone(pid, patience=10):
    """Whether a process has ended, or does so soon."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            state = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.05)
    return False


class BrowserRunTests(unittest.TestCase):
    def begun(self, files, *arguments, before="", **environment):
        """A run of these files, by name without `test_`, in two processes at once if it does not say otherwise."""
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        (self.folder / "playwright").mkdir()
        (self.folder / "playwright" / "__init__.py").write_text("")
        (self.folder / "playwright" / "sync_api.py").write_text(PLAYWRIGHT)
        for name, text in files.items():
            (self.folder / f"test_{name}.py").write_text(HEAD + text + TAIL)
        driver = self.folder / "driver.py"
        driver.write_text(DRIVER.format(browser=str(BROWSER), before=before, files=[f"test_{name}" for name in files]))
        process = subprocess.Popen(
            [sys.executable, driver, "--base-url", "http://127.0.0.1:9", "--at-once", "2", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1", **environment}, process_group=0,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def told(self, files, *arguments, **more):
        """What a run says, and its status. It has half a minute: nothing may hold it up."""
        process = self.begun(files, *arguments, **more)
        text, _ = process.communicate(timeout=30)
        return text, process.returncode

    def runs(self, name):
        return (self.folder / name).stat().st_size

    def assert_sum(self, text, passed, failed, skipped):
        self.assertEqual(text.splitlines()[-1], f"{passed} passed, {failed} failed, {skipped} skipped", text)

    def assert_orphans_are_gone(self, text):
        pids = re.findall(r"orphan: (\d+)", text)
        self.assertTrue(pids, text)
        for pid in pids:
            self.assertTrue(gone(pid), text)

    def test_what_was_told_is_counted(self):
        skipped = "def test_that_is_skipped(*_): raise Skip('needs a thing')\n"
        # What is written beside without an end of line hides no outcome.
        beside = "def test_with_words_beside(*_): os.write(1, b'half a line')\n"
        text, status = self.told({"one": PASSES + skipped, "two": beside + PASSES})
        self.assertEqual(status, 0, text)
        self.assert_sum(text, 3, 0, 1)
        self.assertIn('skipped: that is skipped: "needs a thing"', text)

    def test_what_fails_beside_others_and_passes_alone_is_spared(self):
        once = "def test_once_wrong(*_): assert runs('once') > 1, 'this is wrong'\n"
        text, status = self.told({"one": once + PASSES, "two": PASSES})
        self.assertEqual((status, self.runs("once")), (0, 2), text)
        self.assert_sum(text, 3, 0, 0)
        self.assertIn("failed beside others and passed alone: once wrong\n", text)

    def test_what_is_skipped_the_second_time_has_failed(self):
        # Before it another one passes its second run.
        text, status = self.told({"one": """
def test_once_wrong(*_):
    assert runs('once') > 1, 'this is wrong'

def test_then_skipped(*_):
    if runs('then') > 1:
        raise Skip('no longer here')
    raise AssertionError('this is wrong')
"""})
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 1, 1, 0)
        self.assertIn("failed: then skipped\n", text)

    def test_what_does_not_end_is_ended_and_the_rest_has_its_turn(self):
        hangs = "def test_that_hangs(*_): time.sleep(60)\ntest_that_hangs.longest = 0.5\n"
        text, status = self.told({"one": hangs + PASSES}, "--at-once", "1")
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 1, 1, 0)
        self.assertIn("FAILED: that hangs (line unknown): its process ended with status 1", text)
        self.assertIn("in test_that_hangs", text)

    def test_a_test_s_own_limit_holds_for_it_alone(self):
        own = "def test_with_time(*_): time.sleep(1.2)\ntest_with_time.longest = 20\ndef test_without(*_): time.sleep(60)\nsupervised.LONGEST = 0.3\n"
        text, _ = self.told({"one": own}, "--at-once", "1")
        self.assert_sum(text, 1, 1, 0)
        self.assertIn("failed: without\n", text)

    def test_a_browser_that_does_not_begin_holds_nothing_up(self):
        text, status = self.told({"one": PASSES}, "--at-once", "1", SLOW="launching")
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 0, 1, 0)
        self.assertIn("FAILED: that passes (line unknown): its process ended with status 1 before its turn", text)

    def test_a_browser_that_does_not_end_is_a_failure_of_its_own(self):
        text, status = self.told({"one": PASSES}, "--at-once", "1", SLOW="closing")
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 1, 1, 0)
        self.assertIn("failed: test_one as a whole\n", text)

    def test_who_outlives_a_process_holds_nothing_up(self):
        leaves = "def test_that_leaves(*_):\n    orphan()\n    orphan(start_new_session=True)\n"
        crashes = "def test_that_crashes(*_):\n    orphan()\n    orphan(start_new_session=True)\n    os._exit(3)\n"
        text, _ = self.told({"one": leaves + PASSES, "two": crashes + PASSES})
        self.assert_sum(text, 3, 1, 0)
        self.assertIn("FAILED: that crashes (line unknown): its process ended with status 3", text)
        self.assert_orphans_are_gone(text)

    def test_a_process_that_cannot_be_started_is_a_failure(self):
        before = """
begin = run.subprocess.Popen

def refused(command, **more):
    if "test_two" in command:
        raise OSError("no more processes")
    return begin(command, **more)

run.subprocess.Popen = refused
"""
        text, status = self.told({"one": PASSES, "two": PASSES + "def test_other(*_): pass\n"}, before=before)
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 1, 3, 0)
        self.assertIn("no more processes", text)
        for name in ("that passes", "other", "test_two as a whole"):
            self.assertIn(f"failed: {name}\n", text)

    def test_a_test_of_which_nothing_is_told_has_failed(self):
        silent = "if sys.argv[0].endswith('tests_of_a_file.py'): sys.modules['__main__'].outcome = lambda *_: 'nothing'\n"
        text, status = self.told({"one": PASSES, "two": silent + PASSES}, "--at-once", "1")
        self.assertEqual(status, 1, text)
        self.assert_sum(text, 1, 1, 0)
        self.assertIn("FAILED: that passes (line unknown): nothing was told of it", text)
        # Nor is a thread that ends a good end.
        text, status = self.told({"one": PASSES}, before="run.run_surely = None")
        self.assertEqual(status, 1, text)

    def test_two_tests_of_one_name_are_told(self):
        text, status = self.told({"one": PASSES + "test_again = test_that_passes\n"})
        self.assertNotEqual(status, 0)
        self.assertIn("two tests of test_one have one name", text)

    LONG = "def test_long(*_):\n    print('worker:', os.getpid())\n    orphan()\n    orphan(start_new_session=True)\n    time.sleep(60)\n"

    def interrupted(self, end):
        process = self.begun({"one": self.LONG, "two": self.LONG, "three": PASSES})
        text = ""
        while text.count("orphan:") < 4:
            line = process.stdout.readline()
            self.assertTrue(line, text)
            text += line
        end(process)
        text += process.communicate(timeout=30)[0]
        return text, process.returncode

    def test_ended_it_ends_what_it_started(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            text, status = self.interrupted(lambda process: process.send_signal(number))
            self.assertEqual((status, text.splitlines()[-1]), (130, "stopped"), text)
            self.assertNotIn("that passes", text)
            self.assert_orphans_are_gone(text)

    def test_killed_with_its_group_its_processes_end_too(self):
        text, _ = self.interrupted(lambda process: os.killpg(process.pid, signal.SIGKILL))
        workers = re.findall(r"worker: (\d+)", text)
        self.assertEqual(len(workers), 2, text)
        for pid in workers:
            self.assertTrue(gone(pid), text)
        self.assert_orphans_are_gone(text)


class FilesTests(unittest.TestCase):
    def test_every_file_of_tests_is_named(self):
        text = (BROWSER / "run.py").read_text()
        for path in BROWSER.glob("test_*.py"):
            self.assertIn(f'"{path.stem}"', text)


if __name__ == "__main__":
    unittest.main()
