"""Reads the rings of an ESRI shapefile of polygons (the .shp alone)."""
import struct


def rings(path):
    """Yields each ring as a list of (longitude, latitude). Raises ValueError if it is not a polygon shapefile."""
    data = path.read_bytes()
    if struct.unpack_from(">I", data)[0] != 9994 or struct.unpack_from("<I", data, 32)[0] != 5:
        raise ValueError(f"{path.name} is not a polygon shapefile")
    at = 100
    while at + 8 <= len(data):
        (words,) = struct.unpack_from(">I", data, at + 4)
        body, at = at + 8, at + 8 + 2 * words
        (kind,) = struct.unpack_from("<I", data, body)
        if kind != 5:
            continue
        part_count, point_count = struct.unpack_from("<II", data, body + 36)
        starts = struct.unpack_from(f"<{part_count}I", data, body + 44) + (point_count,)
        flat = struct.unpack_from(f"<{2 * point_count}d", data, body + 44 + 4 * part_count)
        points = list(zip(flat[::2], flat[1::2]))
        for first, last in zip(starts, starts[1:]):
            yield points[first:last]
