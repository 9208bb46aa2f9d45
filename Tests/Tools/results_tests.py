import unittest

import paths  # noqa: F401

from provision import results


class ResultsTests(unittest.TestCase):
    SWIFT = """◇ Test run started.
◇ Test a() started.
✔ Test a() passed after 0.001 seconds.
➜ Test b() skipped: "needs recordings"
➜ Suite Two skipped: "needs recordings"
➜ Test "a name with words" skipped: "needs recordings"
➜ Test h() skipped.
✘ Test d() recorded an issue at X.swift:4:5: Expectation failed: 1 == 2
✘ Test d() failed after 0.002 seconds with 1 issue.
✘ Test e(bit:) with 112 test cases failed after 0.002 seconds with 3 issues.
✘ Suite S failed after 0.003 seconds with 4 issues.
✘ Test run with 6 tests in 2 suites failed after 0.003 seconds with 4 issues.
"""

    def test_skipped_swift_tests_are_not_passed_ones(self):
        found = results.swift(self.SWIFT, 1, 2)
        self.assertEqual((found.passed, found.failed, found.skipped), (1, 2, 3))
        self.assertIn("2 × needs recordings", found.note)
        self.assertTrue(found.closing.startswith("✘ Test run with 6 tests"))

    def test_a_swift_test_that_fails_twice_stays_a_failure(self):
        first = results.swift(self.SWIFT, 1, 2)
        self.assertEqual(first.names, ("d()", "e(bit:)"))
        self.assertEqual(results.failed_suites(self.SWIFT), ["S"])
        once = "✔ Test d() passed after 0.1 seconds.\n✘ Test e(bit:) with 112 test cases failed after 0.1 seconds with 1 issue.\n"
        found = results.after_second_run(first, once + "✘ Test run with 2 tests in 1 suite failed after 0.1 seconds with 1 issue.\n", 1)
        self.assertEqual((found.passed, found.failed, found.names), (2, 1, ("e(bit:)",)))
        self.assertIn("failed beside others and passed alone: d()", found.note)

    def test_a_second_run_must_reach_what_failed_and_end_well(self):
        first = results.swift(self.SWIFT, 1, 2)
        self.assertEqual(results.after_second_run(first, "", 0).failed, 2)
        both = "✔ Test d() passed after 0.1 seconds.\n✔ Test e(bit:) with 112 test cases passed after 0.1 seconds.\n"
        self.assertEqual(results.after_second_run(first, both, 1).failed, 2)
        self.assertEqual(results.after_second_run(first, both, 0).failed, 0)

    def test_a_crash_is_a_failure(self):
        found = results.swift("◇ Test run started.\n✔ Test a() passed after 0.1 seconds.\n", 1, 2)
        self.assertEqual(found.failed, 1)
        self.assertIn("stopped before its end", found.note)

    def test_node_s_summary_is_read(self):
        text = "# tests 9\n# pass 6\n# fail 1\n# cancelled 0\n# skipped 2\n# todo 0\n"
        found = results.node(text, 1, 0)
        self.assertEqual((found.passed, found.failed, found.skipped), (6, 1, 2))

    def test_unittest_s_summary_is_read(self):
        found = results.unittest("tools", "Ran 12 tests in 0.1s\n\nFAILED (failures=1, errors=2, skipped=3)\n", 1, 0)
        self.assertEqual((found.passed, found.failed, found.skipped), (6, 3, 3))
        self.assertEqual(results.unittest("tools", "Ran 4 tests in 0.1s\n\nOK\n", 0, 0).passed, 4)
        # What a test prints about the browser's is none of its own.
        found = results.unittest("tools", "failed: a page\nRan 4 tests in 0.1s\n\nOK\n", 0, 0)
        self.assertEqual((found.names, found.note), ((), ""))

    def test_a_count_without_failures_does_not_hide_a_bad_end(self):
        self.assertEqual(results.counted("browser", "3 passed, 0 failed, 1 skipped", 1, 0).failed, 1)
        self.assertEqual(results.counted("browser", "", 1, 0).failed, 1)
        self.assertEqual(results.counted("browser", "x\n3 passed, 0 failed, 1 skipped\n", 0, 0).passed, 3)
        both = "failed beside others and passed alone: a map\nfailed: a page\n3 passed, 1 failed, 0 skipped\n"
        found = results.counted("browser", both, 1, 0)
        self.assertEqual((found.failed, found.names, found.note), (1, ("a page",), "failed beside others and passed alone: a map"))


if __name__ == "__main__":
    unittest.main()
