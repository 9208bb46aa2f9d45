#!/usr/bin/env python3
"""Asks a running program what nobody would: requests made up from the OpenAPI document, each answer held against it. Run by `make fuzz-api`.

Usage: fuzz_api.py [--examples 200] [--seed N] [--program PATH]
The program shows a simulated sky on loopback, so no source that is made up is connected to: while a simulated source runs a real one is
refused, and those that are paused and removed are a second and a third (Tools/schemathesis.toml). Left out are the live stream, which has
no end, and the trial of sources, which would connect. Status 1 when something was found.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tools"), str(ROOT / "Benchmarks")]
from peers import venv  # noqa: E402
from provision import console  # noqa: E402
from provision.console import Problem, say  # noqa: E402

LEFT_OUT = ("live", "testSource")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=200, help="of each request")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    parser.add_argument("--program", default=os.environ.get("PELACAK", str(ROOT / ".build/release/pelacak")))
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        say(f"{options.program} is not there: run `make run` once, or give --program")
        return 1
    try:
        python = venv.provide("fuzz", ROOT / "Tools" / "fuzz-requirements.txt", "what makes requests up", megabytes=20)
    except Problem as problem:
        say(f"set-up: {problem}")
        return 1
    # What answers on this machine must not decide what is found.
    os.environ["PELACAK_PROBE"] = "none"
    from measure import Server
    skies = ("traffic?aircraft=200", "traffic?aircraft=2", "state-visit")
    with Server(*(word for sky in skies for word in ("--source", f"simulate:{sky}")), program=options.program) as server:
        command = [
            python.parent / "st", "--config-file", "Tools/schemathesis.toml", "run", "Sources/Site/Web/openapi.json",
            "--url", f"http://127.0.0.1:{server.port}", "--max-examples", str(options.examples),
            "--seed", str(options.seed), "--request-timeout", "10", "--generation-database", "none",
        ]
        for name in LEFT_OUT:
            command += ["--exclude-operation-id", name]
        status = subprocess.run(command, cwd=ROOT).returncode
        if server.process.poll() is not None:
            say("the program has ended")
            status = 1
    return status


if __name__ == "__main__":
    console.end_like_ctrl_c()
    sys.exit(main())
