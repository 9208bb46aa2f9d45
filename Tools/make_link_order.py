#!/usr/bin/env python3
"""Makes Tools/link-order.txt again: make_link_order.py PROGRAM [--out FILE]

PROGRAM is one that Tools/build_static.py built. It decodes a simulated band in the ways people do, under valgrind, which tells each function that runs; the
linker then lays these beside each other. They are half a megabyte of 46, and the kernel maps 64 kB around each one that is reached: lying apart they cost 18 MiB.
A name that is no more costs nothing, a new one that is missing a little memory, so that the file is made again when the figures of docs/performance.md say so.
Needs valgrind and nm.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ORDER = pathlib.Path(__file__).resolve().parent / "link-order.txt"
FUNCTION = re.compile(r"^c?fn=\(\d+\) (.+?)(?:'\d+)?$")
#: Copies that a compiler makes into each file: to ask for all of them would bring unused ones along.
MOST_COPIES = 2
#: How people decode: arguments before the input, and whether it comes through a pipe.
RUNS = (
    (["--output", "avr", "--quiet"], False),
    (["--output", "avr"], False),
    (["--output", "jsonl"], False),
    (["--output", "beast", "--mode-ac", "--effort", "high", "--stats", "{folder}/stats.json"], False),
    (["--output", "avr", "--effort", "low"], True),
    (["--output", "avr", "--start", "now"], True),
    (["--output", "jsonl", "--start", "2024-06-18T12:00:00+07:00", "--receiver", "-6.1,106.8"], True),
)


def ran(program, arguments, samples, piped, folder):
    """Names of the functions that ran, in the order in which they first did."""
    told = folder / "callgrind.out"
    command = [
        "valgrind", "--quiet", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={told}", program, "decode", "--format", "uc8",
        *(argument.format(folder=folder) for argument in arguments), "-" if piped else samples,
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": True}
    if piped:
        subprocess.run(command, input=samples.read_bytes(), **quiet)
    else:
        subprocess.run(command, **quiet)
    return [found[1] for line in told.read_text(encoding="utf-8").splitlines() if (found := FUNCTION.match(line))]


def defined(program):
    """How often each function is defined."""
    run = subprocess.run(["nm", "--defined-only", program], capture_output=True, text=True, check=True)
    rows = (line.split() for line in run.stdout.splitlines())
    return collections.Counter(row[2] for row in rows if len(row) == 3 and row[1] in "tTwW")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--out", type=pathlib.Path, default=ORDER)
    arguments = parser.parse_args()
    for tool in ("valgrind", "nm", "strip"):
        if not shutil.which(tool):
            sys.exit(f"make_link_order: needs {tool}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        samples, program = folder / "band.uc8", folder / "pelacak"
        simulated = [arguments.program, "simulate", "mixed?rate=1500&aircraft=40", "--seconds", "1", "--output", "uc8", "--out", samples]
        subprocess.run(simulated, stderr=subprocess.DEVNULL, check=True)
        # valgrind does not read the debug information of Swift's linker.
        subprocess.run(["strip", "--strip-debug", "-o", program, arguments.program], check=True)
        counts = defined(program)
        names = {}
        for flags, piped in RUNS:
            for function in ran(program, flags, samples, piped, folder):
                if 0 < counts[function] <= MOST_COPIES:
                    names.setdefault(function)
    arguments.out.write_text("".join(f"{function}\n" for function in names), encoding="utf-8")
    print(f"{len(names)} functions: {arguments.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
