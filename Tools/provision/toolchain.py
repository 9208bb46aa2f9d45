"""The Swift toolchain: is it there, and a build with its progress shown."""
import os
import re
import shutil
import signal
import subprocess

from .console import Problem, Progress, clock, say

#: The manifest's tools version.
OLDEST = (6, 2)
_STEP = re.compile(rb"\[(\d+)/(\d+)\]")


def check():
    """Raises Problem if there is no Swift new enough, or no git for its packages."""
    for tool, where in (("swift", "swift.org/install"), ("git", "apt-get install git")):
        if not shutil.which(tool):
            raise Problem(f"missing: {tool} ({where})")
    text = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version (\d+)\.(\d+)", text)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        raise Problem(f"Swift {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is: {text.splitlines()[0] if text else 'none'}")


def expected_minutes(core_minutes):
    """An honest guess for this machine: core-minutes measured on two cores, spread over at most eight."""
    return max(1, round(core_minutes / min(os.cpu_count() or 1, 8)))


def build(what, command, log, root, watch=None):
    """Runs a build, shows how far it is, keeps all of its output in `log`.

    `watch` gets each whole line. Returns (status, seconds). Errors of the compiler are shown.
    """
    progress = Progress(what)
    errors = []
    with open(log, "wb") as file:
        process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            for line in process.stdout:
                file.write(line)
                file.flush()
                if found := _STEP.match(line):
                    done, total = int(found[1]), int(found[2])
                    progress.step(f"{done} of {total} steps")
                elif b"error:" in line and len(errors) < 30:
                    errors.append(line.decode(errors="replace").rstrip())
                if watch:
                    watch(line.decode(errors="replace").rstrip("\n"))
            status = process.wait()
        except BaseException:
            # The compiler's own children too.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            raise
    progress.end("done" if status == 0 else f"failed (see {log.relative_to(root)})")
    if status != 0:
        for line in dict.fromkeys(errors):
            say("    " + line)
    return status, progress.seconds


def has_objects(folder):
    """Whether something was built there before."""
    return any(folder.glob("*.build")) if folder.exists() else False


__all__ = ["build", "check", "clock", "expected_minutes", "has_objects"]
