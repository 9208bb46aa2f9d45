"""The verdicts of check_clients.py, and its reader of Beast frames."""
import unittest

import paths  # noqa: F401
from clients import run, verdict

MANY = {f"{number:06x}" for number in range(30)}


class StreamVerdict(unittest.TestCase):
    def seen(self, names):
        return {name: 20 for name in names}

    def test_all_of_the_sure_and_none_but_the_possible(self):
        self.assertIsNone(verdict.of_stream(self.seen(MANY), MANY, MANY))
        self.assertIn("1 of 30", verdict.of_stream(self.seen(MANY - {"000003"}), MANY, MANY))
        self.assertIn("not in the sky", verdict.of_stream(self.seen(MANY | {"ffffff"}), MANY, MANY))

    def test_noise_once_is_passed_over_and_few_prove_nothing(self):
        self.assertIsNone(verdict.of_stream({**self.seen(MANY), "ffffff": 1}, MANY, MANY))
        self.assertIn("only 2", verdict.of_stream(self.seen(MANY), set(list(MANY)[:2]), MANY))


class ListVerdict(unittest.TestCase):
    def test_equal_sets_only(self):
        self.assertIsNone(verdict.of_list(MANY, MANY))
        self.assertIn("missing", verdict.of_list(MANY - {"000001"}, MANY))
        self.assertIn("too many", verdict.of_list(MANY | {"ffffff"}, MANY))
        self.assertIn("only 0", verdict.of_list(set(), set()))
        self.assertIsNone(verdict.of_list(set(), set(), fewest=0))

    def test_values(self):
        self.assertIsNone(verdict.of_values([("a", 1.0, 1.00001), ("b", None, None)], 1e-4))
        self.assertIn("a: 1.0", verdict.of_values([("a", 1.0, 1.1)], 1e-4))
        self.assertIn("b: None", verdict.of_values([("b", None, 1.0)], 1e-4))
        self.assertIn("c:", verdict.of_values([("c", float("nan"), 1.0)], 1e-4))

    def test_a_degree_is_sixty_miles(self):
        self.assertAlmostEqual(verdict.nautical_miles((0, 0), (1, 0)), 60.04, places=2)
        self.assertAlmostEqual(verdict.nautical_miles((0, 179.5), (0, -179.5)), 60.04, places=2)


class BeastFrames(unittest.TestCase):
    SHORT = bytes([0x32, 1, 2, 3, 4, 5, 6, 7, 0x1A, 9, 10, 11, 12, 13, 14])
    LONG = bytes([0x33, 0x1A, 2, 3, 4, 5, 6, 7]) + bytes(range(0x10, 0x1E))

    def wire(self, body):
        return b"\x1a" + body[:1] + body[1:].replace(b"\x1a", b"\x1a\x1a")

    def test_cut_anywhere(self):
        text = self.wire(self.SHORT) + b"\x1a\x31" + bytes(9) + self.wire(self.LONG) + self.wire(self.SHORT)
        for cut in range(len(text) + 1):
            first, rest = run.beast_frames(text[:cut])
            second, _ = run.beast_frames(rest + text[cut:])
            self.assertEqual(first + second, [self.SHORT[8:], self.LONG[8:], self.SHORT[8:]], cut)


if __name__ == "__main__":
    unittest.main()
