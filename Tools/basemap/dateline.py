"""Mends the cut along the date line.

The source is cut at 179.9 E and 179.9 W, and at 89.9 S. Left alone, a slit stays along the date line; moved just to 180, the
cut edge itself shows as a line. So each run of vertices on the cut goes through 180 and, if the coast goes on at the other side, on
into the tiles' margin.
"""

CUT = 179.9
_NEAR = 1e-4
#: Degrees past 180: wider than a tile's margin at every zoom.
_BEYOND = 6.0
#: Two crossings on opposite sides closer than this in latitude (degrees) are the same coast.
_SAME_COAST = 0.05


def on_cut(point):
    return abs(abs(point[0]) - CUT) < _NEAR


def crossings(rings):
    """Latitudes at which a ring enters or leaves the cut: {+1: [...], -1: [...]} by side."""
    found = {1: [], -1: []}
    for ring in rings:
        for before, after in zip(ring, ring[1:]):
            if on_cut(before) != on_cut(after):
                point = before if on_cut(before) else after
                found[1 if point[0] > 0 else -1].append(point[1])
    return found


def joined(ring, found):
    """The closed ring with its runs on the cut led past 180; crossings meet those of the other side half way."""
    if not any(on_cut(point) for point in ring):
        return ring
    if all(on_cut(point) for point in ring):
        return []
    points = ring[:-1]
    start = next(i for i, point in enumerate(points) if not on_cut(point))
    points = points[start:] + points[:start]
    out, i = [], 0
    while i < len(points):
        if not on_cut(points[i]):
            out.append(points[i])
            i += 1
            continue
        run = i
        while run < len(points) and on_cut(points[run]):
            run += 1
        side = 1 if points[i][0] > 0 else -1
        first = _meeting(points[i][1], found[-side])
        last = _meeting(points[run - 1][1], found[-side])
        out.append((side * 180.0, first))
        if first != last:
            if first != points[i][1] or last != points[run - 1][1]:
                out += [(side * (180 + _BEYOND), first), (side * (180 + _BEYOND), last)]
            out.append((side * 180.0, last))
        i = run
    out.append(out[0])
    return out


def _meeting(latitude, opposite):
    nearest = min(opposite, key=lambda other: abs(other - latitude), default=None)
    if nearest is None or abs(nearest - latitude) > _SAME_COAST:
        return latitude
    return (nearest + latitude) / 2
