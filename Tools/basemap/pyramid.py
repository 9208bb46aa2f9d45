"""Layers of arcs, rings and points, cut into tiles of every zoom."""
from . import clip, mvt, simplify, topology
from .mercator import project

LAST_ZOOM = 6
#: Tiles overlap by this many units, so that no edge of a cut shows.
_MARGIN = 64
#: Simplification in units of a tile (4096): about a sixth of a pixel at its own zoom.
_TOLERANCE = 1.2
#: Twice the area in square units below which an island or lake is left out.
_LEAST_AREA = 40


class Chain:
    """Points on the unit square with the tolerance up to which each stays."""

    __slots__ = ("points", "weights", "properties")

    def __init__(self, points, properties=None):
        self.points = [project(*point) for point in points]
        self.weights = simplify.weights(self.points)
        self.properties = properties or {}

    def at(self, zoom):
        scale = mvt.EXTENT << zoom
        return simplify.kept(self.points, self.weights, _TOLERANCE / scale, scale)


class Pyramid:
    """Collects the features of every tile."""

    def __init__(self):
        self._tiles = {}

    def land(self, chains, zoom):
        directed = [points for chain in chains if len(points := chain.at(zoom)) > 1]
        self.polygons("land", topology.rings(directed), zoom)

    def polygons(self, layer, rings, zoom):
        """Rings in world units, counter-clockwise on a map with north up; tiles want them the other way round."""
        big = [ring for ring in rings if len(ring) >= 4 and abs(topology.area(ring)) >= _LEAST_AREA]
        for x, y, inside in clip.tiles(big, zoom, mvt.EXTENT, _MARGIN, clip.cut_rings):
            parts = [_local(ring[:0:-1], x, y) for ring in inside]
            parts = _nested([part for part in parts if len(part) >= 3])
            if parts:
                self._layer(zoom, x, y, layer).append((mvt.POLYGON, parts, {}))

    def lines(self, layer, chains, zoom):
        """One feature for each set of properties, with all its pieces."""
        shapes = [(chain.properties, points) for chain in chains if len(points := chain.at(zoom)) > 1]
        for x, y, inside in clip.tiles(shapes, zoom, mvt.EXTENT, _MARGIN, clip.cut_lines):
            grouped = {}
            for properties, points in inside:
                part = _local(points, x, y)
                if len(part) > 1:
                    grouped.setdefault(tuple(sorted(properties.items())), []).append(part)
            for key, parts in grouped.items():
                self._layer(zoom, x, y, layer).append((mvt.LINE, parts, dict(key)))

    def points(self, layer, rows, zoom):
        """Rows of (longitude, latitude, properties), each in the one tile it lies in."""
        size = 1 << zoom
        for longitude, latitude, properties in rows:
            x, y = project(longitude, latitude)
            column, row = int(x * size) % size, int(y * size)
            if 0 <= row < size:
                place = (int(x * size % 1 * mvt.EXTENT), int((y * size - row) * mvt.EXTENT))
                self._layer(zoom, column, row, layer).append((mvt.POINT, [place], properties))

    def encoded(self):
        """{(z, x, y): bytes}; every tile of every zoom, open sea too, so that no reader takes it for an error."""
        return {
            (z, x, y): mvt.tile(self._tiles.get((z, x, y), {}))
            for z in range(LAST_ZOOM + 1) for x in range(1 << z) for y in range(1 << z)
        }

    def _layer(self, z, x, y, name):
        return self._tiles.setdefault((z, x, y), {}).setdefault(name, [])


def _local(points, x, y):
    left, top = x * mvt.EXTENT, y * mvt.EXTENT
    out = []
    for px, py in points:
        point = (round(px) - left, round(py) - top)
        if not out or out[-1] != point:
            out.append(point)
    return out


def _nested(parts):
    """Outer rings (clockwise on the screen: positive area with y down), each followed by its holes."""
    outer, holes = [], []
    for part in parts:
        area = topology.area(part + part[:1])
        if area > 0:
            outer.append((area, part, []))
        elif area < 0:
            holes.append(part)
    outer.sort(key=lambda entry: entry[0])
    for hole in holes:
        for _, ring, inside in outer:
            if any(_contains(ring, point) for point in hole[:1]):
                inside.append(hole)
                break
    return [part for _, ring, inside in reversed(outer) for part in (ring, *inside)]


def _contains(ring, point):
    px, py = point
    inside = False
    bx, by = ring[-1]
    for ax, ay in ring:
        if (ay > py) != (by > py) and px < (bx - ax) * (py - ay) / (by - ay) + ax:
            inside = not inside
        bx, by = ax, ay
    return inside
