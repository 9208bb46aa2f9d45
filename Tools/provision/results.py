"""Counts what the test runners say, so that a skipped test is never taken for a passed one."""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """What one runner found. `closing` is its own last line; `names` are those of the tests that failed."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    closing: str = ""
    note: str = ""
    names: tuple = ()

    def __str__(self):
        text = f"{self.name:<14} {self.passed:>5} passed {self.failed:>4} failed {self.skipped:>4} skipped  {self.seconds:6.0f} s"
        return f"{text}  {self.note}" if self.note else text


def check(name, status, seconds, note=""):
    """A check that is right or wrong as a whole counts as one test."""
    return Result(name, passed=int(status == 0), failed=int(status != 0), seconds=seconds, note=note)


_SWIFT_RUN = re.compile(r"^. Test run with (\d+) tests? .*(passed|failed) after")
_SWIFT_FAILED = re.compile(r"^✘ Test (?!run |case )(.+?) (?:with \d+ test cases? )?failed after")
_SWIFT_SUITE = re.compile(r"^✘ Suite (\w+) failed after")
_SWIFT_SKIPPED = re.compile(r"^(?:➜|⇥|\S+) Test (?!run )(.+?) skipped(?:: \"(.*)\")?\.?$")


def swift(text, status, seconds):
    """Swift Testing's output. Its closing line counts skipped tests as passed; here they are not."""
    total, closing, failed, skipped, reasons = 0, "", [], [], {}
    for line in text.splitlines():
        if found := _SWIFT_RUN.match(line):
            total += int(found[1])
            closing = line
        elif found := _SWIFT_FAILED.match(line):
            failed.append(found[1])
        elif found := _SWIFT_SKIPPED.match(line):
            skipped.append(found[1])
            reasons[found[2] or "no reason"] = reasons.get(found[2] or "no reason", 0) + 1
    note = ", ".join(f"{count} × {reason}" for reason, count in sorted(reasons.items()))
    count = len(failed)
    if status != 0 and count == 0:
        # Did not build, crashed or hung: that is a failure too, whatever was counted.
        count, note = 1, (note + "; " if note else "") + ("stopped before its end" if not closing else "ended with an error")
    passed = max(0, total - len(failed) - len(skipped))
    return Result("swift", passed, count, len(skipped), seconds, closing or "no test run", note, tuple(failed))


def failed_suites(text):
    """The Swift suites in which something failed, in order."""
    return sorted({found[1] for line in text.splitlines() if (found := _SWIFT_SUITE.match(line))})


def after_second_run(first, text, status):
    """What is to be said of Swift tests some of which were run again alone: what fails twice, or did not end, stays a failure."""
    again = swift(text, status, 0)
    stays = [name for name in first.names if name in again.names or not _passed(name, text)]
    if status != 0 and not stays:
        return first
    spared = [name for name in first.names if name not in stays]
    note = "; ".join(filter(None, [first.note, *(f"failed beside others and passed alone: {name}" for name in spared)]))
    return Result(
        first.name, first.passed + len(spared), len(stays), first.skipped, first.seconds + again.seconds, first.closing, note, tuple(stays)
    )


def _passed(name, text):
    """Whether it is said of a Swift test that it passed."""
    return re.search(rf"^✔ Test {re.escape(name)} (with \d+ test cases? )?passed after", text, flags=re.MULTILINE) is not None


def node(text, status, seconds):
    """The summary of node's runner (TAP)."""
    def number(name):
        return sum(int(found) for found in re.findall(rf"^# {name} (\d+)$", text, flags=re.MULTILINE))

    failed = number("fail") + number("cancelled")
    if status != 0 and failed == 0:
        failed = 1
    return Result("node", number("pass"), failed, number("skipped") + number("todo"), seconds)


def unittest(name, text, status, seconds):
    """Python's unittest."""
    found = re.findall(r"^Ran (\d+) tests?", text, flags=re.MULTILINE)
    total = sum(map(int, found))

    def number(what):
        last = re.findall(rf"{what}=(\d+)", text.rsplit("Ran ", 1)[-1])
        return sum(map(int, last))

    failed = number("failures") + number("errors")
    skipped = number("skipped")
    passed = max(0, total - failed - skipped)
    if status != 0 and failed == 0:
        failed = 1
    return Result(name, passed, failed, skipped, seconds)


def counted(name, text, status, seconds):
    """A runner that ends with `N passed, N failed, N skipped`; one that does not counts as one test."""
    found = re.findall(r"(\d+) passed, (\d+) failed, (\d+) skipped", text)
    if not found:
        return check(name, status, seconds, "gave no count")
    passed, failed, skipped = map(int, found[-1])
    if status != 0 and failed == 0:
        failed = 1
    notes = "; ".join(re.findall(r"^failed beside others and passed alone: .*$", text, re.MULTILINE))
    names = tuple(re.findall(r"^failed: (.*)$", text, re.MULTILINE))
    return Result(name, passed, failed, skipped, seconds, note=notes, names=names)
