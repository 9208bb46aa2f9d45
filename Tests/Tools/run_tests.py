import importlib.util
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

import paths  # noqa: F401

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "Tools"


def runner():
    """Tools/test.py, whose name the standard library has too."""
    spec = importlib.util.spec_from_file_location("pelacak_test_runner", TOOLS / "test.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class RunTests(unittest.TestCase):
    def told(self, program, tells):
        tool = runner()
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(tool, "LOG", pathlib.Path(folder) / "log"):
            with mock.patch.object(tool, "say"):
                return tool.run("part", [sys.executable, "-u", "-c", program], seconds=4, tells=tells)

    SLOW = "import time\nfor n in range(6): print(n); time.sleep(1)"
    SILENT = "import time\nprint(0); time.sleep(60)"

    def test_who_tells_how_it_goes_may_take_its_time(self):
        text, status, seconds = self.told(self.SLOW, tells=True)
        self.assertEqual((status, text.split()), (0, ["0", "1", "2", "3", "4", "5"]))
        self.assertGreater(seconds, 4)

    def test_who_does_not_is_ended(self):
        text, status, _ = self.told(self.SLOW, tells=False)
        self.assertNotEqual(status, 0)
        self.assertIn("ended after 4 s as hung", text)

    def test_silence_is_ended(self):
        text, status, seconds = self.told(self.SILENT, tells=True)
        self.assertNotEqual(status, 0)
        self.assertIn("of silence as hung", text)
        self.assertLess(seconds, 50)


if __name__ == "__main__":
    unittest.main()
