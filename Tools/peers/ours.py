"""Runs `pelacak decode` on frames in memory and lines its answers up with them."""
import json
import os
import pathlib
import subprocess
import tempfile

from provision.console import Problem

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The program: PELACAK, else the release build."""
    return os.environ.get("PELACAK") or str(ROOT / ".build" / "release" / "pelacak")


def beast(frames, times, start):
    """A Beast file of the frames: 12 MHz ticks, 0x1A doubled. The first tick is not 0, for that says that there is no time."""
    parts = []
    for frame, time in zip(frames, times):
        payload = bytes.fromhex(frame)
        kind = b"3" if len(payload) == 14 else b"2"
        body = (1 + round((time - start) * 12_000_000)).to_bytes(6, "big") + b"\x80" + payload
        parts.append(b"\x1a" + kind + body.replace(b"\x1a", b"\x1a\x1a"))
    return b"".join(parts)


def decode(frames, times, receiver=None, introduced=()):
    """One entry for each frame: what ours printed for it, or None. Nothing is repaired, so that all read the same bits.

    The frames of `introduced`, as (time, frame), are read too, each before the first frame that is not older; their lines are left out.
    """
    merged = sorted(
        [(time, 0, frame, -1) for time, frame in introduced]
        + [(time, 1, frame, index) for index, (time, frame) in enumerate(zip(times, frames))],
        key=lambda entry: (entry[0], entry[1]),
    )
    start = merged[0][0]
    with tempfile.TemporaryDirectory() as place:
        file = pathlib.Path(place) / "frames.beast"
        file.write_bytes(beast([entry[2] for entry in merged], [entry[0] for entry in merged], start))
        command = [program(), "decode", "--quiet", "--fix", "none", "--clock", "12mhz", "--start", f"{start:.6f}", "--output", "jsonl"]
        if receiver:
            command.append("--receiver=%s,%s" % receiver)
        run = subprocess.run([*command, str(file)], capture_output=True, text=True)
    if run.returncode != 0:
        raise Problem(f"{' '.join(command)} failed: {run.stderr.strip()}")
    return _aligned(merged, [json.loads(line) for line in run.stdout.splitlines() if line], len(frames))


def _aligned(merged, lines, count):
    """Lines come in the order of the frames, some frames without one."""
    answers, position = [None] * count, 0
    for time, _, frame, index in merged:
        if position == len(lines):
            break
        line = lines[position]
        if line["raw"] == frame and abs(line["time"] - time) < 2e-6:
            position += 1
            if index >= 0:
                answers[index] = line
    if position != len(lines):
        raise Problem(f"line {position + 1} of ours fits no frame: {lines[position]}")
    return answers
