"""Encodes the frames of `/api/v1/live` as docs/http-api.md describes them (the mock's side; nothing of the page is used)."""

import json
import struct
from array import array

I32 = -0x8000_0000
I16 = -0x8000
U16 = 0xFFFF
UNKNOWN = {"latitude": I32, "longitude": I32, "altitude": I16, "speed": U16, "track": U16, "rate": I16}
QUANTITIES = ("altitude", "speed", "track", "rate", "flags")
TYPES = {
    "address": "I", "latitude": "i", "longitude": "i", "altitude": "h", "speed": "H", "track": "H", "rate": "h", "flags": "H", "age": "H",
}


def frame(kind, payload, flags=0):
    """The header and the payload."""
    return struct.pack("<IBBH", len(payload), kind, flags, 0) + payload


def column(rows, name):
    """One column of encoded rows."""
    return array(TYPES[name], [row[name] for row in rows]).tobytes()


def full(time_ms, sequence, rows, flags=0):
    """Kind 1; `rows` are dictionaries with the integers of the columns."""
    head = struct.pack("<dII", time_ms, len(rows), sequence)
    names = ("address", "latitude", "longitude") + QUANTITIES + ("age",)
    return frame(1, head + b"".join(column(rows, name) for name in names), flags)


def change(time_ms, sequence, moved, values, new, gone, flags=0, heard=()):
    """Kind 2; `moved` are dictionaries with `address`, `dlat`, `dlon`, `age`; `heard` with `address` and `age`."""
    head = struct.pack("<dIIIIII", time_ms, sequence, len(moved), len(values), len(new), len(gone), len(heard))
    wide = [
        column(moved, "address"), column(values, "address"), column(new, "address"), column(new, "latitude"),
        column(new, "longitude"), array("I", gone).tobytes(), column(heard, "address"),
    ]
    narrow = [
        array("h", [row["dlat"] for row in moved]).tobytes(), array("h", [row["dlon"] for row in moved]).tobytes(), column(moved, "age"),
        *[column(values, name) for name in QUANTITIES],
        *[column(new, name) for name in QUANTITIES], column(new, "age"), column(heard, "age"),
    ]
    return frame(2, head + b"".join(wide + narrow), flags)


def strings(rows, flags=0):
    """Kind 3."""
    return frame(3, json.dumps({"rows": rows}).encode(), flags)


def event(body, flags=0):
    """Kind 4."""
    return frame(4, json.dumps(body).encode(), flags)


def time(time_ms, delay, flags=0):
    """Kind 5."""
    return frame(5, struct.pack("<dd", time_ms, delay), flags)


def hex_of(address):
    """Six digits, with a tilde when not ICAO's."""
    return ("~" if address & 0x1000000 else "") + f"{address & 0xFFFFFF:06x}"
