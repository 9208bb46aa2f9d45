"""The Swift toolchain: is it there, and a build with its progress shown."""
import os
import re
import shutil
import signal
import subprocess

from .console import Problem, Progress, say

#: The manifest's tools version.
OLDEST = (6, 2)
_STEP = re.compile(rb"\[(\d+)/(\d+)\]")


def check_present():
    """Raises Problem if there is no Swift, or no git for its packages."""
    for tool, where in (("swift", "swift.org/install"), ("git", "apt-get install git")):
        if not shutil.which(tool):
            raise Problem(f"missing: {tool} ({where})")


def check_version():
    """Raises Problem if Swift is too old or does not start. After the packages: it needs some of their libraries to start."""
    run = subprocess.run(["swift", "--version"], capture_output=True, text=True)
    if run.returncode != 0:
        raise Problem(f"swift does not start: {(run.stderr.strip() or 'no message').splitlines()[-1]}")
    text = run.stdout
    found = re.search(r"Swift version (\d+)\.(\d+)", text)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        raise Problem(f"Swift {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is: {text.splitlines()[0] if text else 'none'}")


def expected_minutes(core_minutes):
    """An honest guess for this machine: core-minutes measured on two cores, spread over at most eight."""
    return max(1, round(core_minutes / min(os.cpu_count() or 1, 8)))


def build(what, command, log, root):
    """Runs a build, shows how far it is, keeps all of its output in `log`; returns (status, seconds).

    Errors of the compiler are shown.
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
            status = process.wait()
        except BaseException:
            _end(process)
            progress.end("stopped")
            raise
    progress.end("done" if status == 0 else f"failed (see {log.relative_to(root)})")
    if status != 0:
        for line in dict.fromkeys(errors):
            say("    " + line)
    return status, progress.seconds


def _end(process):
    """Ends a build with its compilers: swift-build ends its own when asked, and is not asked twice."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    except ProcessLookupError:
        pass


def has_objects(folder):
    """Whether something was built there before."""
    return any(folder.glob("*.build")) if folder.exists() else False
