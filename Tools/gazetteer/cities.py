"""Countries and cities: GeoNames' lists, named by CLDR and by our own table."""
import json

from basemap.places import INDONESIAN as SHOWN
from gazetteer import names
from gazetteer.names import ENGLISH, INDONESIAN, UNSAID, Names

#: States that are no more, still in GeoNames' list.
_GONE = ("AN", "CS")
#: Whose seat of government is itself contested: none is given.
_CONTESTED = ("EH", "IL", "PS")
#: Zones whose town in CLDR is an island or a country, not the city of that zone.
_NO_TOWN = ("Etc/", "Indian/", "Atlantic/")
#: Where a zone was named anew.
_RENAMED = {"Asia/Rangoon": "Asia/Yangon", "Europe/Kiev": "Europe/Kyiv", "Asia/Saigon": "Asia/Ho_Chi_Minh"}


def _load(path):
    with open(path, encoding="utf-8") as file:
        return list(json.load(file).values())


def by_spelling(rows):
    """{(country, folded name): rows}, with all names GeoNames has."""
    found = {}
    for row in rows:
        for name in dict.fromkeys(map(names.folded, [row["name"], *row["alternatenames"]])):
            if name:
                found.setdefault((row["countrycode"], name), []).append(row)
    return found


def _largest(rows):
    return max(rows, key=lambda row: (row["population"], -row["geonameid"]), default=None)


def capitals(countries, spelled):
    """{country: GeoNames identity of its capital}, where the city is in the list."""
    found = {}
    for row in countries:
        city = _largest(spelled.get((row["iso"], names.folded(row["capital"])), []))
        if city and row["iso"] not in _CONTESTED:
            found[row["iso"]] = city["geonameid"]
    return found


def zone_towns(rows, english, indonesian):
    """{GeoNames identity: Indonesian name in CLDR}: the town that gives a time zone its name, if a city of that zone has the name."""
    zones = {}
    for row in rows:
        zones.setdefault(row["timezone"], []).append(row)
    found = {}
    for zone, name in sorted(indonesian.items()):
        if zone.startswith(_NO_TOWN):
            continue
        zone = _RENAMED.get(zone, zone)
        town = english.get(zone, zone.rsplit("/", 1)[-1].replace("_", " "))
        wanted = names.folded(town)
        city = _largest([
            row for row in zones.get(zone, ()) if wanted in (names.folded(one) for one in (row["name"], *row["alternatenames"]))
        ])
        if city and names.folded(name) != names.folded(city["name"]):
            found[city["geonameid"]] = name
    return found


def _is_name(text):
    """Whether an alternative name can be shown: no transliteration (those begin small), no code, Latin letters."""
    return text[:1].isupper() and not (len(text) <= 4 and text.isupper()) and names.is_latin(text)


def city_names(row, zone_town, own):
    """Shown: the English name, the Indonesian one of the map, else of CLDR. Then all others."""
    found = Names()
    found.add(row["name"], ENGLISH, "g")
    if shown := SHOWN.get(row["geonameid"]):
        found.add(shown[1], INDONESIAN, "p" if names.folded(shown[1]) != names.folded(zone_town or "") else "c")
    if zone_town:
        found.add(zone_town, INDONESIAN, "c")
    names.add_own(found, own, row["name"])
    for text in row["alternatenames"]:
        if _is_name(text):
            found.add(text, UNSAID, "g")
    return found


def country_names(row, english, indonesian, own):
    found = Names()
    shown = english.get(row["iso"], row["name"])
    found.add(shown, ENGLISH, "c" if row["iso"] in english else "g")
    if row["iso"] in indonesian:
        found.add(indonesian[row["iso"]], INDONESIAN, "c")
    names.add_own(found, own, shown)
    found.add(row["name"], ENGLISH, "g")
    return found


class Gazetteer:
    """Countries and cities with their names, the cities findable by any spelling."""

    def __init__(self, cities_path, countries_path, english, indonesian, own):
        self.cities = sorted(_load(cities_path), key=lambda row: row["geonameid"])
        self.countries = sorted((row for row in _load(countries_path) if row["iso"] not in _GONE), key=lambda row: row["iso"])
        self.spelled = by_spelling(self.cities)
        self.capitals = capitals(self.countries, self.spelled)
        towns = zone_towns(self.cities, english[1], indonesian[1])
        self.names = {row["geonameid"]: city_names(row, towns.get(row["geonameid"]), own.get(("city", str(row["geonameid"])), ()))
                      for row in self.cities}
        self.country_names = {row["iso"]: country_names(row, english[0], indonesian[0], own.get(("country", row["iso"]), ()))
                              for row in self.countries}

    def lines(self):
        """Their lines of the file, countries first."""
        for row in self.countries:
            capital = self.capitals.get(row["iso"], "")
            yield ("C", row["iso"], row["iso3"], row["isonumeric"] or "", row["population"], capital, self.country_names[row["iso"]].cell())
        seats = set(self.capitals.values())
        for row in self.cities:
            identity = row["geonameid"]
            yield (
                "T", identity, row["countrycode"], row["admin1code"], f"{row['latitude']:.5f}", f"{row['longitude']:.5f}",
                row["population"], row["timezone"], int(identity in seats), self.names[identity].cell(),
            )
