"""Places with the zoom from which each is worth a label."""
import json

#: (English name in GeoNames, Indonesian name) by GeoNames identity, where the two differ.
INDONESIAN = {
    1880252: ("Singapore", "Singapura"),
    281184: ("Jerusalem", "Yerusalem"),
    360630: ("Cairo", "Kairo"),
    524901: ("Moscow", "Moskwa"),
    264371: ("Athens", "Athena"),
    2761369: ("Vienna", "Wina"),
    3067696: ("Prague", "Praha"),
    756135: ("Warsaw", "Warsawa"),
    2618425: ("Copenhagen", "Kopenhagen"),
    2800866: ("Brussels", "Brussel"),
    2660646: ("Geneva", "Jenewa"),
    2747373: ("The Hague", "Den Haag"),
    2267057: ("Lisbon", "Lisboa"),
    683506: ("Bucharest", "Bukares"),
    104515: ("Makkah", "Mekkah"),
    98182: ("Baghdad", "Bagdad"),
    170654: ("Damascus", "Damaskus"),
    112931: ("Tehran", "Teheran"),
    2507480: ("Algiers", "Aljir"),
    3169070: ("Rome", "Roma"),
    792680: ("Belgrade", "Beograd"),
}

#: Territories and contested seats in GeoNames' list of countries whose chief town is not marked as a national capital.
NOT_NATIONAL = frozenset((
    "AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR PS RE "
    "SH SJ SX TC TF TK UM VG VI WF YT AN CS IL").split())

#: At most one label in this many units (4096 to a tile) around, so that names do not crowd.
_ROOM = 640
#: Fewest people for a label at zoom 0, 1, 2, …; national capitals need none from zoom 3.
_PEOPLE = (8_000_000, 5_000_000, 2_000_000, 700_000, 250_000, 80_000, 30_000)
#: The rank of a place that found no room anywhere.
LAST_RANK = 10


def places(cities_path, countries_path):
    """Rows of (longitude, latitude, properties), best first.

    `rank` is the first zoom, 0 … 10, at which the place has room for its label; `pop` its people to two digits; `capital` is 1 for the
    seat of government of a state, where the seat is not itself contested.
    """
    with open(countries_path, encoding="utf-8") as file:
        capitals = {
            (row["iso"], row["capital"]) for row in json.load(file).values() if row["iso"] not in NOT_NATIONAL
        }
    with open(cities_path, encoding="utf-8") as file:
        rows = list(json.load(file).values())
    found = []
    for row in rows:
        properties = {"name": row["name"], "pop": _rounded(int(row["population"]))}
        if indonesian := INDONESIAN.get(row["geonameid"]):
            properties["name_id"] = indonesian[1]
        if (row["countrycode"], row["name"]) in capitals:
            properties["capital"] = 1
        found.append((row["longitude"], row["latitude"], properties))
    found.sort(key=lambda row: (-row[2].get("capital", 0), -row[2]["pop"], row[2]["name"], row[0]))
    return found


def _rounded(people):
    """Two digits say enough on a map, and pack better."""
    step = 10 ** max(0, len(str(people)) - 2)
    return people // step * step


def rank(rows, project):
    """Adds `rank` to the properties of rows, by room and size."""
    waiting = sorted(rows, key=lambda row: (-row[2]["pop"] * (1 + 3 * row[2].get("capital", 0)), row[0], row[1]))
    taken = {}
    for zoom in range(LAST_RANK + 1):
        units = 4096 << zoom
        cells = {}
        for x, y in taken.values():
            cells.setdefault((int(x * units // _ROOM), int(y * units // _ROOM)), []).append((x * units, y * units))
        fewest = _PEOPLE[zoom] if zoom < len(_PEOPLE) else 0
        rest = []
        for row in waiting:
            people, capital = row[2]["pop"], row[2].get("capital", 0)
            x, y = project(row[0], row[1])
            if (people < fewest and not (capital and zoom >= 3)) or _crowded(cells, x * units, y * units):
                rest.append(row)
                continue
            row[2]["rank"] = zoom
            taken[id(row)] = (x, y)
            cells.setdefault((int(x * units // _ROOM), int(y * units // _ROOM)), []).append((x * units, y * units))
        waiting = rest
    for row in waiting:
        row[2]["rank"] = LAST_RANK


def _crowded(cells, x, y):
    cx, cy = int(x // _ROOM), int(y // _ROOM)
    for i in (cx - 1, cx, cx + 1):
        for j in (cy - 1, cy, cy + 1):
            for px, py in cells.get((i, j), ()):
                if abs(px - x) < _ROOM and abs(py - y) < _ROOM * 0.5:
                    return True
    return False
