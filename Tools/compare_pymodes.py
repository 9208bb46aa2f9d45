#!/usr/bin/env python3
"""Compare `pelacak decode --output jsonl` with pyModeS 3.6.1, frame by frame.

usage: compare_pymodes.py RECORDING.csv DECODED.jsonl

RECORDING.csv holds `unix_time,hex` lines (Beast prefixes and 0x1a doubling are undone), DECODED.jsonl what pelacak printed for the
same frames. Every field both know is compared; every class of difference is printed with its count and one example.
Needs pyModeS 3.6.1 (`pip install pyModeS==3.6.1`). Exit status 1 when a position of a DF17 frame differs by more than 1e-4 degrees.
"""
import collections
import json
import sys

import pyModeS


def frames(path):
    """Yield (time, hex) of a recording."""
    with open(path, encoding="utf-8-sig") as lines:
        for line in lines:
            parts = line.strip().split(",")
            try:
                time = float(parts[0])
            except ValueError:
                continue
            text = parts[1].upper()
            if text.startswith("1A3"):
                text = text[18:]
            yield time, text


def main():
    recording, decoded = sys.argv[1:3]
    ours = collections.defaultdict(list)
    for line in open(decoded, encoding="utf-8"):
        if line.strip():
            entry = json.loads(line)
            ours[entry["raw"]].append(entry)
    decoder = pyModeS.PipeDecoder()
    differences = collections.Counter()
    examples = {}
    aircraft = [set(), set()]
    same = collections.Counter()
    worst = 0.0

    def note(kind, example):
        differences[kind] += 1
        examples.setdefault(kind, example)

    compared = 0
    for time, text in frames(recording):
        theirs = dict(decoder.decode(text, timestamp=time))
        mine = next((entry for entry in ours[text] if abs(entry["time"] - time) < 1e-4), None)
        if theirs.get("df") == 17 and theirs.get("crc_valid"):
            aircraft[1].add(theirs["icao"])
            if mine:
                aircraft[0].add(mine["icao"])
        if mine is None:
            note(("frame", f"DF{theirs.get('df')} only pyModeS"), text)
            continue
        compared += 1
        where = f"DF{mine['df']}" + (f" TC{mine['typecode']}" if "typecode" in mine else "")
        for key in sorted(set(mine) & set(theirs) - {"raw", "time", "receiver"}):
            a, b = mine[key], theirs[key]
            if b is None:
                note((key, f"{where}: only ours"), (text, a))
                continue
            if key in ("latitude", "longitude"):
                gap = abs(a - b)
                worst = max(worst, gap) if mine["df"] == 17 else worst
                equal = gap <= 1e-4
            elif isinstance(a, (int, float)) and isinstance(b, (int, float)):
                equal = abs(a - b) < 1e-6
            else:
                equal = a == b
            if equal:
                same[key] += 1
            else:
                note((key, where), (text, a, b))
        for key in ("latitude", "callsign", "altitude", "squawk"):
            if key in mine and theirs.get(key) is None and key not in theirs:
                note((key, f"{where}: only ours"), (text, mine[key]))
            if theirs.get(key) is not None and key not in mine:
                note((key, f"{where}: only pyModeS"), (text, theirs[key]))
    print(f"compared {compared} frames; DF17 aircraft: ours {len(aircraft[0])}, pyModeS {len(aircraft[1])},",
          "the same" if aircraft[0] == aircraft[1] else f"differ: {aircraft[0] ^ aircraft[1]}")
    print("equal:", ", ".join(f"{key} {count}" for key, count in sorted(same.items())))
    print(f"largest difference of a DF17 coordinate: {worst:.7f} degrees")
    for (key, where), count in sorted(differences.items()):
        print(f"{key:24} {where:28} {count:6}  {examples[(key, where)]}")
    return 1 if worst > 1e-4 else 0


if __name__ == "__main__":
    sys.exit(main())
