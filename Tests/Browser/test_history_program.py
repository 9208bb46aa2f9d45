"""The past on the map page with the built program behind it: the tests of `test_history.py` against what it has kept. Needs its path in PELACAK."""

import os
import subprocess
import tempfile

import test_history as history
from browser import Skip, moment, opened, ready, state, wait
from test_history import flown_for, get, link, replayed
from test_program import PROGRAM, served


def test_history_of_the_program(browser, _base, _mock):
    if not os.access(PROGRAM, os.X_OK):
        raise Skip("needs the built program in PELACAK")
    with tempfile.TemporaryDirectory() as folder:
        # Twenty times faster than the air: there is a past to go through after half a minute.
        file = os.path.join(folder, "made.beast")
        subprocess.run([PROGRAM, "simulate", "traffic?aircraft=200", "--hours", "2", "--output", "beast", "--out", file],
                       check=True, timeout=200, stderr=subprocess.DEVNULL)
        with served("--source", f"file:{file}?pace=20&start=2025-06-14T12:00:00Z") as base:
            # The page goes no nearer to the end than ten seconds of this machine, 200 of such a sky; the moment looked up lies 300 in.
            wait(lambda: flown_for(base, 900), timeout=300, step=3)
            for test in (history.test_history_is_marked_and_leads_back_to_live_without_reload, history.test_history_plays_steps_and_holds_its_moment_in_the_link,
                         history.test_history_panel_has_the_days_and_leads_to_one, history.test_history_area_is_drawn_and_listed,
                         history.test_history_is_there_for_keyboard_and_screen_reader):
                test(browser, base, None)


# Five tests of the mock's past one after the other: 144 s beside others on two slow cores.
test_history_of_the_program.longest = 500


def test_history_of_the_program_ends_where_its_clock_is(browser, _base, _mock):
    # The simulated sky's clock is not this machine's: a link to the past opens before any frame of the live sky has come.
    with served("--source", "simulate:traffic?aircraft=200") as base:
        wait(lambda: flown_for(base, 30), timeout=120, step=3)
        path, _one, _seconds = link(base, speed=60)
        with opened(browser, base, path) as page:
            replayed(page)
            page.click("#history-play")
            wait(lambda: page.get_attribute("#history-play", "aria-label") == "Play")
            assert state(page)["at"] <= moment(get(base, "/api/v1/site")["now"])
            assert ready(page) > 0


TESTS = [test_history_of_the_program, test_history_of_the_program_ends_where_its_clock_is]
