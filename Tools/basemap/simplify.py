"""Douglas and Peucker, once for all zooms: each point gets the tolerance up to which it stays."""


def weights(points):
    """For each point the largest tolerance at which Douglas-Peucker keeps it; the ends stay always (infinity)."""
    result = [0.0] * len(points)
    result[0] = result[-1] = float("inf")
    stack = [(0, len(points) - 1, float("inf"))]
    while stack:
        first, last, bound = stack.pop()
        if last - first < 2:
            continue
        ax, ay = points[first]
        dx, dy = points[last][0] - ax, points[last][1] - ay
        length = dx * dx + dy * dy
        best, place = -1.0, first + 1
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            if length:
                t = (px * dx + py * dy) / length
                if t >= 1:
                    px, py = px - dx, py - dy
                elif t > 0:
                    px, py = px - t * dx, py - t * dy
            distance = px * px + py * py
            if distance > best:
                best, place = distance, i
        weight = min(bound, best**0.5)
        result[place] = weight
        stack.append((first, place, weight))
        stack.append((place, last, weight))
    return result


def kept(points, weight, tolerance, scale):
    """The points that stay at a tolerance, rounded to whole units of `scale`; repeated points once."""
    out = []
    for (x, y), w in zip(points, weight):
        if w > tolerance:
            point = (round(x * scale), round(y * scale))
            if not out or out[-1] != point:
                out.append(point)
    return out
