"""Runways of OurAirports, what contradicts itself left out."""
import csv
import gzip
import math
import re

#: Beginnings of the surface in OurAirports' many spellings; the first that fits. p paved, u unpaved, w water, i ice or snow.
_SURFACES = (
    ("w", "WAT"), ("i", "ICE|SNOW"),
    ("p", "ASP|CON|BIT|PEM|TAR|MAC|PAVED|PER|BRI|COP|SEALED|ASF|MET|C$|B$"),
    ("u", "TURF|GR|GV|DIRT|SAN|CLA|EARTH|COR|SOIL|LAT|GROUND|COM|PI|TER|UNPAVED|MUD|TREATED|CRUSHED|SOD|ROCK|STONE|SHELL|CAL|SIL|G$|N$|S$"),
)
_NUMBERED = re.compile(r"(\d{1,2})[LRCW]?$")


def surface(text):
    """One letter, or nothing if the list does not say."""
    text = text.strip().upper()
    return next((letter for letter, pattern in _SURFACES if re.match(pattern, text)), "")


def distance(one, other):
    """Metres between two places given as (latitude, longitude)."""
    a, b, c, d = map(math.radians, (*one, *other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6_371_008.8 * math.asin(min(1, math.sqrt(half)))


def bearing(one, other):
    """Degrees true from one place to another."""
    a, b, c, d = map(math.radians, (*one, *other))
    y = math.sin(d - b) * math.cos(c)
    x = math.cos(a) * math.sin(c) - math.sin(a) * math.cos(c) * math.cos(d - b)
    return math.degrees(math.atan2(y, x)) % 360


def _number(text, low, high):
    try:
        value = float(text)
    except ValueError:
        return None
    return value if low <= value <= high else None


def _place(row, end):
    latitude = _number(row[f"{end}_latitude_deg"], -90, 90)
    longitude = _number(row[f"{end}_longitude_deg"], -180, 180)
    return None if latitude is None or longitude is None else (latitude, longitude)


def _turned(one, other):
    return abs((one - other + 180) % 360 - 180)


def ends(row, airport, length):
    """Both ends of a runway as (latitude, longitude), or the reason why they are not believed; None, None if there are none.

    A threshold far from the airport, two that do not lie a runway's length apart, or a direction against the number painted on it is
    a mistake of the list. The number is magnetic, and near the poles true: so the room of 60 degrees, up to 65 degrees of latitude.
    """
    low, high = _place(row, "le"), _place(row, "he")
    if low is None or high is None:
        return None, None
    if max(distance(low, airport), distance(high, airport)) > 15_000:
        return None, "far"
    apart = distance(low, high)
    if length and abs(apart - length * 0.3048) > 150 + 0.15 * length * 0.3048:
        return None, "length"
    painted = _NUMBERED.match(row["le_ident"].strip().upper())
    if painted and abs(airport[0]) < 65 and apart > 100 and _turned(bearing(low, high), 10 * int(painted[1])) > 60:
        return None, "direction"
    return (low, high), None


def _designator(text):
    text = re.sub(r"[^A-Z0-9]", "", text.upper())
    return text if 1 <= len(text) <= 4 else ""


def _cell(value, digits=0):
    return "" if value is None else f"{value:.{digits}f}"


def line(row, airport, doubts):
    """One runway's line; `doubts` counts what was not believed."""
    length = _number(row["length_ft"], 1, 30_000)
    found, doubt = ends(row, airport, length)
    if doubt:
        doubts[doubt] = doubts.get(doubt, 0) + 1
    cells = ["R", _designator(row["le_ident"]), _designator(row["he_ident"]), _cell(length), _cell(_number(row["width_ft"], 1, 2_000)),
             surface(row["surface"]), int(row["lighted"] == "1")]
    for place in found or ((None, None), (None, None)):
        cells += [_cell(place[0], 6), _cell(place[1], 6)]
    # A heading is taken from the list only where the ends do not say it.
    headings = (None, None) if found or doubt else (_number(row[f"{end}_heading_degT"], 0, 360) for end in ("le", "he"))
    cells += [_cell(value, 1) for value in headings]
    for what, low, high in (("elevation_ft", -1_500, 20_000), ("displaced_threshold_ft", 1, 10_000)):
        cells += [_cell(_number(row[f"{end}_{what}"], low, high)) for end in ("le", "he")]
    return tuple(cells)


def read(path):
    """{OurAirports' identity of the airport: rows of its open runways}; pads of helicopters are none."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["closed"] != "1" and not row["le_ident"].upper().startswith("H"):
                found.setdefault(row["airport_ref"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (-(_number(row["length_ft"], 1, 30_000) or 0), row["le_ident"], int(row["id"])))
    return found
