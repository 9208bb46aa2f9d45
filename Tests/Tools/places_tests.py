import gzip
import hashlib
import json
import os
import pathlib
import pickle
import tempfile
import unittest

from paths import ROOT

import make_places
from gazetteer import airports, cities, cldr, names, runways

ASSETS = pathlib.Path(os.environ.get("PELACAK_ASSETS", ROOT / "Assets"))
HAS_LISTS = (ASSETS / "source" / "cities15000.json").exists()


def city(identity, name, country, place, people=20_000, zone="Asia/Jakarta", other=()):
    return {
        "geonameid": identity, "name": name, "countrycode": country, "latitude": place[0], "longitude": place[1], "population": people,
        "timezone": zone, "admin1code": "04", "alternatenames": list(other),
    }


class NamesTests(unittest.TestCase):
    def test_each_spelling_is_there_once(self):
        found = names.Names()
        for text, language in (("Köln", "e"), ("Koln", "x"), ("Köln", "i"), ("", "e"), ("x" * 97, "e"), ("a|b\tc", "x")):
            found.add(text, language, "g")
        self.assertEqual(found.cell(), "eg:Köln|ig:Köln|xg:a b c")

    def test_of_each_language_one_is_shown(self):
        found = names.Names()
        found.add("Beijing", "e", "g")
        found.add("Peking", "i", "g", shown=False)
        found.add("Beiping", "e", "g")
        self.assertEqual(found.cell(), "eg:Beijing|Ig:Peking|Eg:Beiping")

    def test_a_place_has_a_bounded_number_of_names(self):
        found = names.Names()
        for number in range(1_000):
            found.add(f"N{number}", "x", "g")
        self.assertEqual(len(found.rows), names.MOST)

    def test_other_scripts_are_told_apart(self):
        self.assertTrue(names.is_latin("Łódź-2"))
        self.assertFalse(names.is_latin("Москва"))

    def test_a_wrong_line_of_our_table_is_named(self):
        for wrong in ("city\t1\tA\tid\tB\tours", "town\t1\tA\tid\tB\talso\tours", "city\t1\tA\tde\tB\talso\tours", "city\t1\tA\tid\tB\tsome\tours"):
            with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
                file.write("# head\n" + wrong + "\n")
                file.flush()
                with self.assertRaisesRegex(ValueError, ":2:"):
                    names.own(file.name)

    def test_a_name_for_another_place_is_refused(self):
        with self.assertRaisesRegex(ValueError, "Moskow"):
            names.add_own(names.Names(), [("Moscow", "id", "Moskow", "also", "ours")], "Vienna")

    def test_our_table_is_read(self):
        own = names.own(ROOT / "Tools" / "gazetteer" / "names.tsv")
        self.assertIn(("Moscow", "id", "Moskow", "also", "geonames"), own[("city", "524901")])
        for (_, key), rows in own.items():
            self.assertEqual(len({(row[1], row[2]) for row in rows}), len(rows), key)


class CldrTests(unittest.TestCase):
    def read(self, data):
        with tempfile.NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            return cldr.read(file.name)

    def test_plain_values_are_read(self):
        data = {"territories": {"ID": "Indonesia", "001": "Dunia"}, "time_zones": {"Europe/Vienna": {"city": "Wina"}, "X": {}}}
        self.assertEqual(self.read(pickle.dumps(data)), ({"ID": "Indonesia"}, {"Europe/Vienna": "Wina"}))

    def test_nothing_is_called(self):
        class Bad:
            def __reduce__(self):
                return (os.system, ("true",))

        for data in (pickle.dumps(Bad()), b"", b"\x80\x04.", pickle.dumps([1])):
            with self.assertRaises(ValueError):
                self.read(data)


class CityTests(unittest.TestCase):
    ROWS = [
        city(1, "Vienna", "AT", (48.2, 16.4), 1_700_000, "Europe/Vienna", ["Wien", "VIE", "wei ye na", "Вена"]),
        city(2, "Vienna", "US", (38.9, -77.3), 16_000, "America/New_York"),
        city(3, "Saint John's", "AG", (17.1, -61.8), 24_000, "America/Antigua", ["St. John's"]),
    ]

    def test_a_zone_s_town_is_named_and_no_other_of_that_name(self):
        self.assertEqual(cities.zone_towns(self.ROWS, {}, {"Europe/Vienna": "Wina", "Etc/Unknown": "Vienna"}), {1: "Wina"})

    def test_names_are_shown_in_order_and_codes_are_none(self):
        found = cities.city_names(self.ROWS[0], "Wina", [("Vienna", "id", "Vienna", "also", "ours")])
        self.assertEqual(found.cell(), "eg:Vienna|ic:Wina|Ip:Vienna|xg:Wien")

    def test_capitals_are_found_by_any_spelling_and_contested_ones_are_left_out(self):
        spelled = cities.by_spelling(self.ROWS)
        countries = [{"iso": "AG", "capital": "St. John's"}, {"iso": "AT", "capital": "Vienna"}, {"iso": "IL", "capital": "Vienna"}]
        self.assertEqual(cities.capitals(countries, spelled), {"AG": 3, "AT": 1})


class RunwayTests(unittest.TestCase):
    ROW = {
        "id": "1", "le_ident": "17", "he_ident": "35", "length_ft": "11490", "width_ft": "230", "surface": "CON", "lighted": "1",
        "closed": "0", "le_latitude_deg": "39.220402", "le_longitude_deg": "125.664001", "he_latitude_deg": "39.190201",
        "he_longitude_deg": "125.676003", "le_elevation_ft": "96", "he_elevation_ft": "86", "le_heading_degT": "163",
        "he_heading_degT": "343", "le_displaced_threshold_ft": "", "he_displaced_threshold_ft": "200",
    }
    AIRPORT = (39.2241, 125.67)

    def doubt(self, **changes):
        row = {**self.ROW, **changes}
        return runways.ends(row, self.AIRPORT, float(row["length_ft"] or 0))[1]

    def test_a_runway_s_line(self):
        doubts = {}
        self.assertEqual(
            "\t".join(map(str, runways.line(self.ROW, self.AIRPORT, doubts))),
            "R\t17\t35\t11490\t230\tp\t1\t39.220402\t125.664001\t39.190201\t125.676003\t\t\t96\t86\t\t200")
        self.assertEqual(doubts, {})

    def test_ends_that_contradict_are_not_believed(self):
        self.assertIsNone(self.doubt())
        self.assertEqual(self.doubt(length_ft="5000"), "length")
        self.assertEqual(self.doubt(le_latitude_deg="38.2"), "far")
        self.assertEqual(self.doubt(le_ident="35"), "direction")
        self.assertEqual(self.doubt(le_ident="09"), "direction")

    def test_what_is_out_of_range_is_left_out(self):
        row = {**self.ROW, "length_ft": "900000", "width_ft": "x", "le_latitude_deg": "91", "surface": "???", "le_ident": "north-south"}
        cells = runways.line(row, self.AIRPORT, {})
        self.assertEqual(cells[1:6], ("", "35", "", "", ""))
        self.assertEqual(cells[7:13], ("", "", "", "", "163.0", "343.0"))

    def test_surfaces_have_one_letter(self):
        for text, letter in (("ASPH-G", "p"), ("Turf/Dirt", "u"), ("WATER-E", "w"), ("ICE", "i"), ("UNK", ""), ("", ""), ("X", ""),
                             ("GRAVEL", "u"), ("Concrete", "p")):
            self.assertEqual(runways.surface(text), letter, text)


class AirportTests(unittest.TestCase):
    OURS = {
        "id": "1", "ident": "WIII", "type": "large_airport", "name": "Soekarno-Hatta", "latitude_deg": "-6.1", "longitude_deg": "106.6",
        "elevation_ft": "34", "iso_country": "ID", "municipality": "Jakarta (Tangerang)", "scheduled_service": "yes", "gps_code": "WIII",
        "iata_code": "JKT", "keywords": "WIID, Cengkareng, Жакарта, http://x",
    }
    REGISTER = {
        "icao": "WIII", "iata": "CGK", "name": "Soekarno Hatta", "city": "Jakarta", "country": "ID", "elevation": "35", "lat": "-6", "lon": "106",
        "tz": "Asia/Jakarta",
    }

    def test_both_lists_make_one_airport(self):
        pairs = airports.joined([self.REGISTER, {**self.REGISTER, "icao": "WIXX"}], [self.OURS, {**self.OURS, "id": "2", "ident": "OLD", "gps_code": "", "type": "closed"}])
        self.assertEqual([(bool(one), other and other["icao"]) for one, other in pairs], [(True, "WIII"), (False, "WIXX")])
        airport = airports.Airport(*pairs[0])
        self.assertEqual(
            "\t".join(map(str, airport.cells(()))),
            "A\tWIII\tWIII\tCGK\tID\t-6.10000\t106.60000\t34\tl\t1\tAsia/Jakarta\t\tJakarta (Tangerang)\teo:Soekarno-Hatta|xo:Cengkareng")
        self.assertEqual(airports.Airport(*pairs[1]).kind, "u")

    def test_an_airport_of_a_new_code_is_not_two(self):
        renamed = {**self.REGISTER, "icao": "WINN", "iata": "JKT", "lat": "-6.11", "lon": "106.61"}
        pairs = airports.joined([renamed], [self.OURS])
        self.assertEqual(len(pairs), 1)
        airport = airports.Airport(*pairs[0])
        self.assertEqual((airport.identity, airport.icao, airport.iata, airport.kind), ("WIII", "WINN", "JKT", "l"))
        self.assertEqual(len(airports.joined([{**renamed, "lat": "1"}], [self.OURS])), 2)

    def test_a_code_belongs_to_the_largest(self):
        small = airports.Airport({**self.OURS, "id": "2", "ident": "ID-2", "type": "small_airport"}, None)
        large = airports.Airport(self.OURS, self.REGISTER)
        airports.unique_codes([small, large])
        self.assertEqual((small.icao, large.icao), ("", "WIII"))

    def test_a_town_is_the_city_of_its_name_that_is_near(self):
        spelled = cities.by_spelling([city(5, "Jakarta", "ID", (-6.2, 106.8)), city(6, "Jakarta", "ID", (4, 100), 9_000_000)])
        self.assertEqual(airports.city(airports.Airport(self.OURS, None), spelled), 5)


class FileTests(unittest.TestCase):
    def test_the_same_data_are_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "places.tsv.gz"
            make_places.write(path, b"one\n")
            first = path.read_bytes()
            make_places.write(path, b"one\n")
            self.assertEqual(path.read_bytes(), first)
            self.assertEqual(gzip.decompress(first), b"one\n")
            self.assertEqual([one.name for one in pathlib.Path(folder).iterdir()], ["places.tsv.gz"])

    def test_what_it_is_made_of_is_pinned(self):
        rows = list(make_places.origins(ROOT / "Tools" / "assets.json"))
        self.assertEqual(len(rows), len(make_places.SOURCES) + 1)
        self.assertTrue(all(licence for _, _, licence in rows))


@unittest.skipUnless(HAS_LISTS, "needs the lists that set-up fetches into Assets/source")
class ListTests(unittest.TestCase):
    def test_spellings_said_to_be_geonames_are_its(self):
        rows = json.loads((ASSETS / "source" / "cities15000.json").read_text(encoding="utf-8"))
        for (kind, key), found in names.own(ROOT / "Tools" / "gazetteer" / "names.tsv").items():
            for _, _, name, _, source in found:
                if source == "geonames":
                    self.assertEqual(kind, "city")
                    self.assertIn(name, rows[key]["alternatenames"])

    @unittest.skipUnless((ASSETS / "places.tsv.gz").exists(), "needs Assets/places.tsv.gz, which set-up makes")
    def test_the_file_ends_with_its_own_sum(self):
        data = gzip.decompress((ASSETS / "places.tsv.gz").read_bytes())
        body, end = data[:data.rindex(b"\n", 0, -1) + 1], data[data.rindex(b"\n", 0, -1) + 1:]
        self.assertEqual(end.decode(), f"E\t{body.count(10) - 1}\t{hashlib.sha256(body).hexdigest()}\n")
        # It says first from what, and that no airport or city is in a country it does not know.
        lines = body.decode().splitlines()
        countries = {line.split("\t")[1] for line in lines if line.startswith("C\t")}
        self.assertEqual({line.split("\t")[4] for line in lines if line.startswith("A\t")} - countries, set())


if __name__ == "__main__":
    unittest.main()
