"""The order in which functions are linked: what valgrind tells is read, and what lies in the repository is of use."""
import pathlib
import unittest

import paths  # noqa: F401
import build_static
import make_link_order


class LinkOrderTests(unittest.TestCase):
    def test_functions_are_read_and_what_else_valgrind_tells_is_not(self):
        told = ["fn=(12) $s5Radio11DemodulatorV4scan", "cfn=(3) swift_retain'2", "fn=(12)", "cfi=(4)", "calls=1 0", "16 3"]
        self.assertEqual([m[1] for line in told if (m := make_link_order.FUNCTION.match(line))], ["$s5Radio11DemodulatorV4scan", "swift_retain"])

    def test_the_order_names_each_function_once_and_what_decodes(self):
        names = make_link_order.ORDER.read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(names), len(set(names)))
        self.assertTrue(all(name and " " not in name and "/" not in name for name in names))
        self.assertTrue(any(name.startswith("$s5Radio11Demodulator") for name in names))

    def test_the_linker_is_told_of_it(self):
        named = [option for option in build_static.LINKER if option.startswith("--symbol-ordering-file=")]
        self.assertEqual([pathlib.Path(option.split("=")[1]) for option in named], [make_link_order.ORDER])


if __name__ == "__main__":
    unittest.main()
