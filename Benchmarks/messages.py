"""Decoding frames to full records on one core: microseconds and allocations a message, and ratios to rs1090 and pyModeS.

Ours reads a Beast file of the long recording, repeated with its clock going on; the CPU of the same command on an empty file is taken off.
The others get lists that are in memory already, and only their call is timed. All runs take turns on the same core; medians of five.
"""
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Tools")]
from measure import PROGRAM  # noqa: E402
from peers import ours, recordings, venv  # noqa: E402
from provision.console import Problem  # noqa: E402

REPEATS = int(os.environ.get("REPEATS", "20"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
PEERS = {"rs1090 0.7.0, decode(list)": "rs1090", "pyModeS 3.6.1, decode(list)": "batch", "pyModeS 3.6.1, PipeDecoder": "pipe"}


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def cpu_seconds(command):
    """User + system seconds of a command on one core."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, preexec_fn=one_core)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def told_seconds(command):
    """What a command says it took, on one core."""
    return float(subprocess.run(command, capture_output=True, check=True, text=True, preexec_fn=one_core).stdout)


def repeated(recording, times):
    """The Beast bytes of a recording, that many times one after the other."""
    first, length = recording.times[0], recording.times[-1] - recording.times[0] + 1
    return b"".join(
        ours.beast(recording.frames, [time + length * turn for time in recording.times], first) for turn in range(times)
    )


def allocations(shim, command):
    """How often a command asked for memory."""
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, text=True,
                         env={**os.environ, "LD_PRELOAD": str(shim)})
    return int(run.stderr.rsplit("allocations: ", 1)[1].split()[0])


def make_shim(folder):
    """The counting library, or None where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        return None
    shim = folder / "count_allocations.so"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", shim, ROOT / "Benchmarks" / "count_allocations.c"], check=True)
    return shim


def outputs():
    """The forms of output to time: full records if the program has them, and JSON lines."""
    text = subprocess.run([PROGRAM, "decode", "--help"], capture_output=True, text=True).stdout
    if re.search(r"\brecords\b", text):
        return ["records", "jsonl"]
    print("this program has no --output records: JSON lines alone are timed")
    return ["jsonl"]


def main():
    modes = recordings.folder()
    if modes is None:
        print("skipped: needs recordings")
        return 0
    recording = recordings.long_flight(modes)
    count = len(recording.frames)
    try:
        python = venv.provide()
    except Problem as problem:
        print(f"without the other decoders: {problem}")
        python = None
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / "empty.beast").write_bytes(b"")
        (folder / "once.beast").write_bytes(repeated(recording, 1))
        (folder / "many.beast").write_bytes(repeated(recording, REPEATS))
        (folder / "frames.txt").write_text("".join(f"{time} {frame}\n" for time, frame in zip(recording.times, recording.frames)))

        def decode(output, file):
            return [PROGRAM, "decode", "--quiet", "--clock", "12mhz", "--output", output, str(folder / file)]

        forms = outputs()
        runs = {}
        for output in forms:
            runs[output, "many"] = lambda output=output: cpu_seconds(decode(output, "many.beast"))
            runs[output, "empty"] = lambda output=output: cpu_seconds(decode(output, "empty.beast"))
        for name, who in PEERS.items() if python else ():
            runs[name] = lambda who=who: told_seconds([python, ROOT / "Benchmarks" / "peer_messages.py", who, folder / "frames.txt"])
        seconds = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, run in runs.items():
                seconds[name].append(run())
        seconds = {name: statistics.median(values) for name, values in seconds.items()}

        print(f"{count:,} messages, ours {REPEATS} times, one core, medians of {ROUNDS}, CPU = user + system")
        mine = {output: (seconds[output, "many"] - seconds[output, "empty"]) / (count * REPEATS) for output in forms}
        for output in forms:
            start = 1e3 * seconds[output, "empty"]
            print(f"{'ours, --output ' + output:34} {1e6 * mine[output]:8.3f} us a message   (start {start:.0f} ms taken off)")
        for name in PEERS if python else ():
            ratios = ", ".join(f"{seconds[name] / count / mine[output]:.1f} x ours ({output})" for output in forms)
            print(f"{name:34} {1e6 * seconds[name] / count:8.3f} us a message   {ratios}")

        shim = make_shim(folder)
        if shim is None:
            print("allocations: not counted, no C compiler here")
            return 0
        for output in forms:
            once, many = allocations(shim, decode(output, "once.beast")), allocations(shim, decode(output, "many.beast"))
            each = (many - once) / (count * (REPEATS - 1))
            print(f"allocations, --output {output}: {once:,} for {count:,} messages, {many:,} for {count * REPEATS:,}: {each:.6f} a message")
    return 0


if __name__ == "__main__":
    sys.exit(main())
