#!/usr/bin/env python3
"""Writes Tests/TestSupport/Vectors/live-frames.json: frames as hex with what they hold, for the Swift encoder and the page's decoder.

The bytes come from mock_frames.py, which was written from docs/http-api.md alone.
"""

import json
from pathlib import Path

import mock_frames as frames

TARGET = Path(__file__).resolve().parents[1] / "TestSupport/Vectors/live-frames.json"
NAMES = {"speed": "groundSpeed", "rate": "verticalRate", "altitude": "barometricAltitude"}


def named(row):
    return {NAMES.get(key, key): value for key, value in row.items()}


A = {"address": 0x7C1A2B, "latitude": 52_308_600, "longitude": 4_763_900, "altitude": 1480, "speed": 4512, "track": 16384, "rate": -10, "flags": 0x0010, "age": 4}
B = {**{"address": 0x12A00F3, "flags": 0x00DA, "age": 321}, **frames.UNKNOWN, "latitude": -6_125_500, "longitude": 179_999_999}
C = {**{"address": 0xD00001, "flags": 0x0007, "age": 12}, **frames.UNKNOWN, "altitude": -40, "rate": 0}
D = {"address": 0x8A04C1, "latitude": -90_000_000, "longitude": -180_000_000, "altitude": 0, "speed": 0, "track": 65534, "rate": 32767, "flags": 0x0330, "age": 65534}


def main():
    out = []

    def add(name, data, kind, **holds):
        out.append({"name": name, "hex": data.hex(), "kind": kind, "headerFlags": data[5], **holds})

    add("nothing in the sky", frames.full(1_718_700_000_000.0, 0, []), 1, time=1_718_700_000_000.0, sequence=0, aircraft=[])
    rows = [A, B, C, D]
    add("four aircraft, simulated", frames.full(1_718_700_000_250.5, 41, rows, 1), 1, time=1_718_700_000_250.5, sequence=41, aircraft=[named(row) for row in rows])
    moved = [{"address": A["address"], "dlat": -32768, "dlon": 32767, "age": 1}]
    values = [{**A, "altitude": 1481, "flags": 0x0050}]
    new = [{**C, "address": 0xABCDEF, "latitude": 1, "longitude": -1}]
    keys = ("address", "altitude", "speed", "track", "rate", "flags")
    add(
        "a change: one moved and changed, one new, one gone", frames.change(1_718_700_001_250.5, 42, moved, values, new, [B["address"]], 1), 2,
        time=1_718_700_001_250.5, sequence=42,
        moved=[{"address": A["address"], "latitudeDifference": -32768, "longitudeDifference": 32767, "age": 1}],
        values=[named({key: row[key] for key in keys}) for row in values], full=[named(row) for row in new], gone=[B["address"]],
    )
    heard = [{"address": C["address"], "age": 0}, {"address": D["address"], "age": 65534}]
    add("a change: two heard again, of which nothing else changed", frames.change(1_718_700_002_250.5, 43, [], [], [], [], 1, heard), 2,
        time=1_718_700_002_250.5, sequence=43, moved=[], values=[], full=[], gone=[], heard=heard)
    add("a change without anything, not yet known whether real", frames.change(1_718_700_002_000.0, 0xFFFFFFFF, [], [], [], [], 2), 2,
        time=1_718_700_002_000.0, sequence=0xFFFFFFFF, moved=[], values=[], full=[], gone=[])
    add("time and delay", frames.time(1_718_700_015_000.0, 0.75), 5, time=1_718_700_015_000.0, delay=0.75)
    body = {
        "source": "docs/http-api.md, GET /api/v1/live; written by Tests/Browser/make_vectors.py",
        "units": "the integers of the columns: 1e-6 deg, 25 ft, 0.1 kt, 360/65536 deg, 64 ft/min, 0.1 s; not known is the extreme value",
        "frames": out,
    }
    TARGET.write_text(json.dumps(body, indent=1) + "\n")


if __name__ == "__main__":
    main()
