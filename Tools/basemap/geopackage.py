"""Reads rings and lines from a GeoPackage (OGC 12-128: SQLite with a header before ISO WKB)."""
import sqlite3
import struct

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def features(path, table, columns):
    """Yields (values of `columns`, parts) for each row of `table` that has a geometry.

    A part is a list of rings for polygons (outer ring first, then holes) and a list with one line for lines;
    points are (longitude, latitude) in degrees.
    """
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        names = "".join(f', "{name}"' for name in columns)
        for geometry, *values in database.execute(f'SELECT geom{names} FROM "{table}" ORDER BY fid'):
            if geometry is not None:
                yield values, parts(geometry)
    finally:
        database.close()


def parts(blob):
    """The parts of one GeoPackage geometry. Raises ValueError on anything but lines and polygons."""
    if blob[:2] != b"GP":
        raise ValueError("not a GeoPackage geometry")
    envelope = (blob[3] >> 1) & 7
    if envelope >= len(_ENVELOPE_BYTES):
        raise ValueError("unknown envelope")
    return _geometry(blob, 8 + _ENVELOPE_BYTES[envelope])[0]


def _geometry(blob, at):
    order = "<" if blob[at] else ">"
    kind, count = struct.unpack_from(order + "II", blob, at + 1)
    at += 9
    if kind == 2:
        line, at = _points(blob, at, order, count)
        return [[line]], at
    if kind == 3:
        rings = []
        for _ in range(count):
            (length,) = struct.unpack_from(order + "I", blob, at)
            ring, at = _points(blob, at + 4, order, length)
            rings.append(ring)
        return [rings], at
    if kind in (4, 5, 6, 7):
        found = []
        for _ in range(count):
            more, at = _geometry(blob, at)
            found += more
        return found, at
    raise ValueError(f"geometry kind {kind} is not read here")


def _points(blob, at, order, count):
    flat = struct.unpack_from(f"{order}{2 * count}d", blob, at)
    return list(zip(flat[::2], flat[1::2])), at + 16 * count
