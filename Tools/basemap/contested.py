"""Which borders are contested, and why.

The source draws who holds the ground. A border that is not agreed between its neighbours, or that other states do not accept, is
drawn dashed: the 46 lines the source has itself, and the borders below. Nothing here says who is right, and no label of the
basemap names an area.
"""
from collections import defaultdict

#: Parts of the source that are no country of their own in it: a lease, or a region with its own customs.
FOLDED = {"KAB": "KAZ", "USG": "CUB", "HKG": "CHN", "MAC": "CHN", "ALD": "FIN"}

#: (one, other, box or None, reason); a box is (west, south, east, north) in degrees. Codes are those of the source.
BORDERS = (
    ("KOS", "SRB", None, "Kosovo declared independence in 2008; Serbia and others do not recognise it"),
    ("MAR", "SAH", None, "the status of Western Sahara is not settled"),
    ("CYN", "CYP", None, "buffer zone of 1974; Northern Cyprus is recognised by one state"),
    ("CYN", "ESB", None, "buffer zone of 1974; Northern Cyprus is recognised by one state"),
    ("SOL", "SOM", None, "Somaliland declared independence in 1991; Somalia claims it"),
    ("ISR", "PSX", None, "armistice line of 1949, not an agreed border"),
    ("ISR", "SYR", None, "disengagement line of 1974 on the Golan"),
    ("ISR", "LBN", None, "withdrawal line of 2000, not an agreed border"),
    ("RUS", "UKR", (32.0, 44.0, 37.0, 46.5), "Crimea, annexed in 2014; most states hold it to be Ukraine"),
    ("IND", "PAK", (72.5, 32.2, 81.0, 37.5), "line of control in Kashmir"),
    ("CHN", "IND", None, "line of actual control, not an agreed border"),
    ("CHN", "PAK", None, "agreement of 1963, not accepted by India"),
    ("CHN", "BTN", None, "not an agreed border"),
    ("KAS", None, None, "Siachen glacier, claimed by India and Pakistan"),
    ("KOR", "PRK", None, "military demarcation line of 1953, an armistice line"),
    ("EGY", "SDN", (31.0, 21.5, 37.5, 23.5), "Halaib and Bir Tawil"),
    ("SDN", "SDS", (27.5, 9.2, 29.2, 10.3), "Abyei"),
    ("KEN", "SDS", None, "Ilemi triangle"),
    ("GUY", "VEN", None, "Venezuela claims the land west of the Essequibo"),
    ("BLZ", "GTM", None, "before the International Court of Justice"),
    ("ARM", "AZE", None, "front line and Soviet boundary, being delimited"),
    ("ARG", "CHL", (-73.9, -50.8, -72.5, -48.9), "southern ice field, not delimited"),
    ("KHM", "THA", (102.4, 14.0, 105.3, 14.7), "temples of the Dangrek range"),
    ("ESP", "GIB", None, "Spain claims Gibraltar"),
    ("ESP", "MAR", None, "Morocco claims Ceuta and Melilla"),
)

_CELL = 0.05
#: A border closer than this to a line of the source's list (degrees) is that line.
_NEAR = 0.02


class Classifier:
    """Names the kind of the edge between two owners: province, border or disputed."""

    def __init__(self, listed):
        """`listed`: the source's own list, pairs of (points of longitude and latitude, reason)."""
        self._cells = defaultdict(list)
        for line, reason in listed:
            for a, b in zip(line, line[1:]):
                steps = 1 + int(max(abs(a[0] - b[0]), abs(a[1] - b[1])) / (_CELL / 2))
                for i in range(steps + 1):
                    t = i / steps
                    x, y = a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
                    self._cells[(int(x // _CELL), int(y // _CELL))].append((x, y, reason))
        self._pairs = defaultdict(list)
        for one, two, box, reason in BORDERS:
            self._pairs[frozenset((one, two))].append((box, reason))

    def __call__(self, one, two, middle):
        one, two = FOLDED.get(one, one), FOLDED.get(two, two)
        if one == two:
            return ("province", "")
        if reason := self._listed(middle):
            return ("disputed", reason)
        for pair in (frozenset((one, two)), frozenset((one, None)), frozenset((two, None))):
            for box, reason in self._pairs.get(pair, ()):
                if box is None or (box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]):
                    return ("disputed", reason)
        return ("border", "")

    def _listed(self, point):
        cx, cy = int(point[0] // _CELL), int(point[1] // _CELL)
        for x in (cx - 1, cx, cx + 1):
            for y in (cy - 1, cy, cy + 1):
                for place in self._cells.get((x, y), ()):
                    if abs(place[0] - point[0]) < _NEAR and abs(place[1] - point[1]) < _NEAR:
                        return place[2]
        return None
