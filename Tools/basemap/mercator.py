"""Web Mercator, the world as a unit square: x east from 180 W, y south from 85.05 N."""
import math

#: Beyond the square's edge (85.0511 deg): what lies further out is clipped away, so that no edge of it shows.
_LIMIT = 86.0


def project(longitude, latitude):
    """(x, y) of a place in degrees; y leaves 0 … 1 beyond 85.05 deg, and stops at 86 deg."""
    latitude = max(-_LIMIT, min(_LIMIT, latitude))
    y = 0.5 - math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / (2 * math.pi)
    return (longitude + 180) / 360, y
