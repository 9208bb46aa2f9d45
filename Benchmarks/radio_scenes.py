"""Generated scenes for the radio benchmark, their truth, and how answers are scored against it. Everything here is synthetic."""
import collections
import os
import re
import subprocess
import sys

SHARED = os.environ.get("SHARED", "../shared")
GENERATOR = os.path.join(SHARED, "tools/gen_modes_iq.py")
# Not used for tuning, nor by the shared answers (1 to 30, 101 to 105), nor by what docs/radio.md and docs/performance.md told before.
SEED = int(os.environ.get("SEED", "731900"))
GENERATOR_POLYNOMIAL = 0xFFF409


def make(folder, *arguments):
    """One scene as `uc8` at 2.4 MS/s with its truth beside it, unless it is there; the path, or `None` where the generator cannot run."""
    path = os.path.join(folder, "_".join(str(word).lstrip("-") for word in arguments) + ".uc8")
    if os.path.exists(path + ".done"):
        return path
    command = [os.environ.get("GENERATOR_PYTHON", sys.executable), GENERATOR, *map(str, arguments[:1]), path, *map(str, arguments[1:])]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        print(f"skipped {os.path.basename(path)}: needs {GENERATOR} and numpy", file=sys.stderr)
        return None
    open(path + ".done", "w").close()
    return path


def truth(path):
    """Rows (SNR in dB, overlapped, address, hex)."""
    rows = []
    for line in open(path + ".truth"):
        if not line.startswith("#"):
            parts = line.split()
            rows.append((float(parts[2]), parts[3] == "1", parts[5], parts[6]))
    return rows


def answers(text):
    """The frames in the output of a decoder that writes AVR."""
    return [frame.upper() for frame in re.findall(r"^\*([0-9A-Fa-f]{14,28});", text, re.M)]


def remainder(frame):
    """What a frame leaves when it is divided by the generator of Mode S."""
    rest = 0
    for byte in bytes.fromhex(frame):
        for bit in range(7, -1, -1):
            rest = rest << 1 | byte >> bit & 1
            if rest >> 24:
                rest = rest & 0xFFFFFF ^ GENERATOR_POLYNOMIAL
    return rest


def address(frame):
    """Whose frame it is, as its own bits or its parity say."""
    return frame[2:8] if int(frame[:2], 16) >> 3 in (11, 17, 18) else f"{remainder(frame):06X}"


class Score:
    """Found and false of one decoder in one scene: an answer is spent on one truth frame of the same content."""

    def __init__(self, rows, decoded):
        left = collections.Counter(decoded)
        known = {row[2] for row in rows}
        self.all, self.overlapped = [], []
        for _, overlapped, _, frame in rows:
            hit = left[frame] > 0
            left[frame] -= hit
            self.all.append(hit)
            if overlapped:
                self.overlapped.append(hit)
        surplus = collections.Counter(decoded) - collections.Counter(row[3] for row in rows)
        self.false = sum(surplus.values())
        self.wrong_address = sum(count for frame, count in surplus.items() if address(frame) not in known)

    @property
    def found(self):
        return sum(self.all)


def percent(hits):
    return f"{100 * sum(hits) / len(hits):5.1f} %" if hits else "    -  "
