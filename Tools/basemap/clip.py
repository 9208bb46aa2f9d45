"""Cuts rings and lines into tiles by halving, so that a long coast is not walked once for every tile."""


def tiles(shapes, zoom, extent, margin, cut):
    """Yields (x, y, shapes inside) for each tile that has any. Shapes are in units of 1/extent tile at this zoom."""
    yield from _halved(shapes, 0, 0, 1 << zoom, 1 << zoom, extent, margin, cut)


def _halved(shapes, x0, y0, x1, y1, extent, margin, cut):
    if not shapes:
        return
    if x1 - x0 == 1 and y1 - y0 == 1:
        yield x0, y0, shapes
        return
    axis = 0 if x1 - x0 >= y1 - y0 else 1
    low, high = (x0, x1) if axis == 0 else (y0, y1)
    middle = (low + high) // 2
    for first, last in ((low, middle), (middle, high)):
        inside = cut(shapes, axis, first * extent - margin, last * extent + margin)
        box = (first, y0, last, y1) if axis == 0 else (x0, first, x1, last)
        yield from _halved(inside, *box, extent, margin, cut)


def cut_rings(rings, axis, low, high):
    """Sutherland-Hodgman against one strip. Rings are closed."""
    out = []
    for ring in rings:
        values = [point[axis] for point in ring]
        least, most = min(values), max(values)
        if most < low or least > high:
            continue
        if least < low:
            ring = _kept_side(ring, axis, low, 1)
        if most > high and ring:
            ring = _kept_side(ring, axis, high, -1)
        if len(ring) >= 4:
            out.append(ring)
    return out


def _kept_side(ring, axis, limit, side):
    out = []
    before = ring[0]
    was_in = (before[axis] - limit) * side >= 0
    for point in ring[1:]:
        is_in = (point[axis] - limit) * side >= 0
        if is_in != was_in:
            out.append(_crossing(before, point, axis, limit))
        if is_in:
            out.append(point)
        before, was_in = point, is_in
    if out and out[0] != out[-1]:
        out.append(out[0])
    return out


def cut_lines(lines, axis, low, high):
    """The pieces of each (properties, points) inside one strip."""
    out = []
    for properties, points in lines:
        values = [point[axis] for point in points]
        least, most = min(values), max(values)
        if most < low or least > high:
            continue
        if least >= low and most <= high:
            out.append((properties, points))
            continue
        piece = []
        for a, b in zip(points, points[1:]):
            segment = _segment(a, b, axis, low, high)
            if segment is None:
                continue
            if piece and piece[-1] == segment[0]:
                piece.append(segment[1])
            else:
                if len(piece) > 1:
                    out.append((properties, piece))
                piece = list(segment)
        if len(piece) > 1:
            out.append((properties, piece))
    return out


def _segment(a, b, axis, low, high):
    for limit, side in ((low, 1), (high, -1)):
        a_in, b_in = (a[axis] - limit) * side >= 0, (b[axis] - limit) * side >= 0
        if not a_in and not b_in:
            return None
        if not a_in:
            a = _crossing(b, a, axis, limit)
        elif not b_in:
            b = _crossing(a, b, axis, limit)
    return a, b


def _crossing(a, b, axis, limit):
    t = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + t * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)
