"""The watch over the browser itself: one that got stuck is replaced, and what a test finds wrong is not."""

import os
import signal

from browser import launch
from supervised import Supervised


def test_a_stuck_browser_is_replaced_and_its_test_run_again(browser, _base, _mock):
    own = Supervised(lambda: launch(browser.browser_type), longest=5, alive=5)
    runs = []

    def stuck_once(one):
        runs.append(one)
        if len(runs) == 1:
            for pid in own.pids:
                os.kill(pid, signal.SIGSTOP)
        return one.new_page().evaluate("1 + 1")

    assert own.run(stuck_once) == 2 and own.replaced == 1 and runs[0] is not runs[1]
    runs.clear()

    def wrong(one):
        runs.append(one)
        raise AssertionError("this is wrong")

    try:
        own.run(wrong)
    except AssertionError as error:
        assert str(error) == "this is wrong" and len(runs) == 1 and own.replaced == 1
    else:
        raise AssertionError("a failure was passed over")
    own.browser.close()


TESTS = [test_a_stuck_browser_is_replaced_and_its_test_run_again]
