#!/usr/bin/env python3
"""Every check and test there is, with one honest sum at the end. Run by `make test`.

Usage: test.py [--only PART,…]     parts: format arrows tools swift node browser
All output is kept in .build/test.log; the terminal gets what failed, and the sum. Status 1 if anything failed.
"""
import argparse
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import setup  # noqa: E402
from provision import console, results, toolchain  # noqa: E402
from provision.console import Problem, say  # noqa: E402

ROOT = setup.ROOT
#: Its own folder: tests are compiled with optimisation and -enable-testing, `make run` without the latter.
SCRATCH = ROOT / ".build" / "test"
LOG = ROOT / ".build" / "test.log"
PROGRAM = SCRATCH / "release" / "pelacak"
#: Seconds after which a part is ended as hung.
LONGEST = {"swift": 2400, "node": 300, "tools": 300}
#: The browser says each test as it ends: seconds of silence after which it is hung, however many there are and however slow the machine.
#: A browser begins within 120 (`STARTING` of Tests/Browser/supervised.py), and the test with the most time, 500, is ended as hung after 860
#: (`hung` of Tests/Browser/tests_of_a_file.py). Whoever ends run.py ends its processes too: they see their standard input end.
SILENCE = 1200
#: Tests at once where they start programs and wait for clocks. All at once, as is usual, 1,300 of them are told the time by two threads: on a
#: slow machine connections that wait longer than the program's patience are closed, and tests fail that have no fault.
WIDTH = {"SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH": "8"}
#: Measured on two cores, clean.
TEST_CORE_MINUTES = 16
#: Rooms whose tests reckon and wait for nobody.
PURE = r"^(AeroTests|ModeSTests|RadioTests|TrackingTests|FlightsTests|SimulationTests|VisitsTests|WatchTests|BundlesTests)\."
#: Suites that hold thousands of connections open.
CROWDS = "IdleConnectionTests|HostilePeersTests"
#: Suites of Swift with failures that are run again, alone, for a machine that does other things beside: more at once have a cause.
MOST_AGAIN = 3
#: Lines of Swift Testing worth showing: failures and what they say. What a test is asked with may speak of errors.
_WORTH = re.compile(r"^(✘|↳ (?!Testing Library|Target Platform)|(?![◇✔]).*\b(error|fatal error):|.*recorded an issue)")


def run(name, command, environment=None, show=None, seconds=600, tells=False):
    """Runs a part, keeps its output in the log; returns (text, status, seconds). `show` picks the lines to print at once.

    It is ended after `seconds`; one that tells how it goes, after so many without a line.
    """
    began = time.monotonic()
    lines, shown = [], 0
    with open(LOG, "a", encoding="utf-8") as file:
        file.write(f"\n===== {name}: {' '.join(map(str, command))}\n")
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env={**os.environ, **(environment or {})}, start_new_session=True,
        )

        def end(*_):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

        def hung(*_):
            lines.append(f"{name}: ended after {seconds} s{' of silence' if tells else ''} as hung")
            say("  " + lines[-1])
            end()

        previous = signal.signal(signal.SIGALRM, hung)
        signal.alarm(seconds)
        try:
            for line in process.stdout:
                file.write(line)
                lines.append(line.rstrip("\n"))
                if tells:
                    signal.alarm(seconds)
                if show and show(lines[-1]) and shown < 200:
                    shown += 1
                    say("    " + lines[-1])
            status = process.wait()
        except BaseException:
            end()
            raise
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, previous)
    return "\n".join(lines), status, time.monotonic() - began


def format_part():
    text, status, seconds = run("format", ["swift", "format", "lint", "--strict", "--recursive", "Sources", "Tests", "Package.swift"])
    if status:
        say(text)
    return results.check("format", status, seconds)


def arrows_part():
    text, status, seconds = run("arrows", [sys.executable, "Tools/check_arrows.py"])
    if status:
        say(text)
    return results.check("arrows", status, seconds)


def tools_part():
    text, status, seconds = run(
        "tools", [sys.executable, "-m", "unittest", "discover", "-s", "Tests/Tools", "-p", "*_tests.py"], seconds=LONGEST["tools"]
    )
    if status:
        say(text)
    return results.unittest("tools", text, status, seconds)


def swift_part():
    common = ["-c", "release", "-Xswiftc", "-enable-testing", "--scratch-path", str(SCRATCH)]
    if not toolchain.has_objects(SCRATCH / "release"):
        say(f"  the first build of the tests takes about {toolchain.expected_minutes(TEST_CORE_MINUTES)} minutes here, most of it libraries")
    status, building = toolchain.build("building", ["swift", "build", "--build-tests", *common], ROOT / ".build" / "test-build.log", ROOT)
    if status:
        return results.swift("", status, building)
    texts, worst = [], 0
    # What reckons for minutes apart: who waits for a clock would wait for those. Crowds apart: Foundation reads beyond its list of open files
    # where a program is started while there are over 1,300 of them.
    def tests(choice):
        return run(
            "swift", ["swift", "test", "--skip-build", "--disable-xctest", *choice, *common], show=lambda line: bool(_WORTH.match(line)),
            environment={"PELACAK": str(PROGRAM), **WIDTH}, seconds=LONGEST["swift"],
        )

    for choice in (["--filter", PURE], ["--skip", PURE, "--skip", CROWDS], ["--filter", CROWDS]):
        text, status, seconds = tests(choice)
        texts.append(text)
        worst = worst or status
        building += seconds
    found = results.swift("\n".join(texts), worst, building)
    suites = results.failed_suites("\n".join(texts))
    if not found.names or not 0 < len(suites) <= MOST_AGAIN:
        return found
    say(f"  failed, and run again alone: {', '.join(found.names)}")
    text, status, seconds = tests(["--filter", rf"\.({'|'.join(suites)})/"])
    return results.after_second_run(replace(found, seconds=building + seconds), text, status)


def node_part():
    files = sorted(
        str(path.relative_to(ROOT)) for path in (ROOT / "Tests" / "Web").rglob("*")
        if re.fullmatch(r"(.*[-._])?[Tt]ests?(-.*)?\.m?js|.*Tests?\.m?js|test-.*\.m?js", path.name) and "node_modules" not in path.parts
    )
    if not files:
        return results.Result("node", note="NOT RUN: no tests in Tests/Web yet")
    node = setup.node()
    if node is None:
        return results.Result("node", failed=1, note="no usable node")
    text, status, seconds = run("node", [node, "--test", "--test-reporter=tap", *files], seconds=LONGEST["node"],
                                show=lambda line: bool(re.match(r"\s*not ok ", line)))
    return results.node(text, status, seconds)


def browser_part():
    script = ROOT / "Tests" / "Browser" / "run.py"
    if not script.exists():
        return results.Result("browser", note="NOT RUN: Tests/Browser does not exist yet")
    if not PROGRAM.exists():
        return results.Result("browser", failed=1, note="the program was not built")
    text, status, seconds = run(
        "browser", [setup.VENV / "bin" / "python", script], environment={"PELACAK": str(PROGRAM), "CHROMIUM": setup.chromium() or ""},
        seconds=SILENCE, tells=True, show=lambda line: bool(re.search(r"\b(FAIL|FAILED|failed:|Traceback|Error)", line)),
    )
    return results.counted("browser", text, status, seconds)


PARTS = {
    "format": format_part, "arrows": arrows_part, "tools": tools_part, "swift": swift_part, "node": node_part, "browser": browser_part,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between: " + " ".join(PARTS))
    chosen = parser.parse_args().only.split(",")
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"no such part: {' '.join(sorted(unknown))}")
    began = time.monotonic()
    try:
        toolchain.check_present()
        setup.provide("test")
        toolchain.check_version()
    except Problem as problem:
        say(f"set-up: {problem}")
        return 1
    LOG.write_text("")
    found = []
    for name in PARTS:
        if name in chosen:
            say(f"{name} …")
            found.append(PARTS[name]())
            say(f"  {found[-1]}")
    print(f"\nall output: {LOG.relative_to(ROOT)}; {console.clock(time.monotonic() - began)}")
    for result in found:
        print(result)
    for result in found:
        if result.closing:
            print(result.closing)
    for result in found:
        for name in result.names:
            print(f"failed: {result.name}: {name}")
    failed = sum(result.failed for result in found)
    print(f"{sum(result.passed for result in found)} passed, {failed} failed, {sum(result.skipped for result in found)} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    os.chdir(ROOT)
    console.end_like_ctrl_c()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say("\nstopped")
        sys.exit(130)
