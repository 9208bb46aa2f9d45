"""A handful of places for the mock (docs/http-api.md), found by the beginning of any of their names or by code."""

CREDITS = ["places: GeoNames, CC BY 4.0"]
# Names in English, Indonesian, other; kind; IATA, ICAO; town; country in English, Indonesian; place.
ROWS = [
    (("Jakarta", "Jakarta", "Batavia"), "city", None, None, None, ("ID", "Indonesia", "Indonesia"), (-6.21462, 106.84513)),
    (("Soekarno-Hatta International Airport", None, None), "airport", "CGK", "WIII", "Jakarta", ("ID", "Indonesia", "Indonesia"), (-6.12557, 106.656)),
    (("Moscow", "Moskwa", None), "city", None, None, None, ("RU", "Russia", "Rusia"), (55.75222, 37.61556)),
    (("Amsterdam", "Amsterdam", None), "city", None, None, None, ("NL", "Netherlands", "Belanda"), (52.374, 4.88969)),
]


def entry(row, language):
    names, kind, iata, icao, town, country, place = row
    made = {"kind": kind, "name": (names[1] if language == "id" else None) or names[0], "country": country[0],
            "countryName": country[2 if language == "id" else 1], "latitude": place[0], "longitude": place[1]}
    if kind == "airport":
        made.update(code=icao, icao=icao, iata=iata, size="large", scheduledService=True, elevation=34, city=town)
    else:
        made["population"] = 1_000_000
    return made


def search(query):
    """Status and body of `/api/v1/places`."""
    text = query.get("q", "").strip().lower()
    if not text or query.get("lang", "en") not in ("en", "id"):
        return 400, {"error": "q is 1 to 200 bytes of text", "code": "query"}
    kinds = query.get("kinds", "airport,city,country").split(",")
    found = []
    for row in ROWS:
        names = [*filter(None, row[0]), *filter(None, (row[2], row[3]))]
        if row[1] in kinds and any(name.lower().startswith(text) for name in names):
            code = text.upper() in (row[2], row[3])
            found.append({**entry(row, query.get("lang", "en")), "match": "code" if code else "prefix"})
    return 200, {"isAvailable": True, "places": found[:int(query.get("limit", 8))], "credits": CREDITS}
