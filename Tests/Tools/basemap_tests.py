import json
import pathlib
import struct
import tempfile
import unittest

import paths  # noqa: F401

from basemap import clip, contested, dateline, geopackage, mbtiles, mvt, places, pyramid, simplify, topology
from basemap.mercator import project


class VectorTileTests(unittest.TestCase):
    LAYERS = {
        "land": [(mvt.POLYGON, [[(0, 0), (4096, 0), (4096, 4096), (0, 4096)], [(10, 10), (10, 20), (20, 20)]], {})],
        "border": [(mvt.LINE, [[(-64, 5), (7, -64), (4160, 4160)], [(1, 1), (2, 2)]], {"reason": "línea"})],
        "place": [(mvt.POINT, [(5, 4095)], {"name": "서울", "pop": 9_700_000, "capital": 1}), (mvt.POINT, [(0, 0)], {"name": "서울"})],
    }

    def test_what_is_written_is_read_again(self):
        self.assertEqual(mvt.read(mvt.tile(self.LAYERS)), self.LAYERS)

    def test_the_specification_s_own_example_is_met(self):
        # MVT 2.1, 4.3.5: a point at (25, 17), a line, a polygon.
        self.assertEqual(mvt._commands(mvt.POINT, [(25, 17)]), [9, 50, 34])
        self.assertEqual(mvt._commands(mvt.LINE, [[(2, 2), (2, 10), (10, 10)]]), [9, 4, 4, 18, 0, 16, 16, 0])
        self.assertEqual(mvt._commands(mvt.POLYGON, [[(3, 6), (8, 12), (20, 34)]]), [9, 6, 12, 18, 10, 12, 24, 44, 15])

    def test_an_empty_tile_is_empty(self):
        self.assertEqual(mvt.tile({"land": []}), b"")
        self.assertEqual(mvt.read(b""), {})

    def test_broken_bytes_are_refused(self):
        whole = mvt.tile(self.LAYERS)
        for cut in (1, 2, 17, len(whole) - 1):
            with self.assertRaises((ValueError, KeyError, IndexError)):
                mvt.read(whole[:cut])


class TopologyTests(unittest.TestCase):
    A = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    B = [(1, 0), (1, 1), (2, 1), (2, 0), (1, 0)]  # turned the other way round

    def arcs(self):
        return topology.arcs([("A", [self.A]), ("B", [self.B])], lambda one, two, middle: ("border", f"{one}{two}"))

    def test_an_edge_used_twice_is_a_border_and_the_rest_is_coast(self):
        found = self.arcs()
        self.assertEqual(sorted(arc.kind for arc in found), ["border", "coast", "coast"])
        border = next(arc for arc in found if arc.kind == "border")
        self.assertEqual(sorted(border.points), [(1, 0), (1, 1)])

    def test_coasts_close_into_one_ring_with_land_to_the_left(self):
        rings = topology.rings([arc.points for arc in self.arcs() if arc.kind == "coast"])
        self.assertEqual(len(rings), 1)
        self.assertEqual(topology.area(rings[0]), 4)

    def test_a_hole_stays_a_hole(self):
        hole = [(0.2, 0.2), (0.4, 0.2), (0.4, 0.4), (0.2, 0.2)]
        found = topology.arcs([("A", [self.A, hole])], None)
        areas = sorted(topology.area(ring) for ring in topology.rings([arc.points for arc in found]))
        self.assertLess(areas[0], 0)
        self.assertEqual(areas[1], 2)

    def test_rings_that_touch_in_a_point_are_two(self):
        other = [(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]
        found = topology.arcs([("A", [self.A]), ("C", [other])], None)
        self.assertEqual(len(topology.rings([arc.points for arc in found])), 2)


class SimplifyTests(unittest.TestCase):
    def test_ends_stay_and_straight_points_go(self):
        points = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.3), (1.5, 0.0), (2.0, 0.0)]
        weights = simplify.weights(points)
        self.assertEqual(simplify.kept(points, weights, 0.2, 10), [(0, 0), (10, 3), (20, 0)])
        self.assertEqual(simplify.kept(points, weights, 1, 10), [(0, 0), (20, 0)])

    def test_a_coarser_zoom_keeps_a_part_of_the_finer(self):
        points = [(i / 50, (i * 7919 % 13) / 100) for i in range(51)]
        weights = simplify.weights(points)
        fine = simplify.kept(points, weights, 0.01, 1000)
        self.assertTrue(set(simplify.kept(points, weights, 0.05, 1000)) <= set(fine))


class ClipTests(unittest.TestCase):
    def test_a_ring_keeps_its_area_over_all_tiles(self):
        ring = [(10, 10), (190, 10), (190, 190), (100, 60), (10, 190), (10, 10)]
        areas = [
            topology.area(part)
            for _, _, parts in clip.tiles([ring], 3, 32, 0, clip.cut_rings) for part in parts
        ]
        self.assertAlmostEqual(sum(areas), topology.area(ring))

    def test_a_line_that_leaves_and_comes_back_is_two_pieces(self):
        line = [({}, [(0, 0), (20, 0), (20, 5), (0, 5)])]
        self.assertEqual([len(points) for _, points in clip.cut_lines(line, 0, -1, 10)], [2, 2])


class DatelineTests(unittest.TestCase):
    def test_a_coast_cut_at_179_9_meets_its_other_half(self):
        east = [(170, 60), (179.9, 60.00), (179.9, 65.00), (170, 65), (170, 60)]
        west = [(-170, 65), (-179.9, 65.02), (-179.9, 60.02), (-170, 60), (-170, 65)]
        found = dateline.crossings([east, west])
        mended = dateline.joined(east, found) + dateline.joined(west, found)
        at_180 = sorted({round(latitude, 3) for longitude, latitude in mended if abs(longitude) == 180})
        self.assertEqual(at_180, [60.01, 65.01])
        self.assertFalse([point for point in mended if 179.8 < abs(point[0]) < 180])
        self.assertTrue([point for point in mended if abs(point[0]) > 180], "the cut edge lies beyond the tiles' edge")

    def test_a_ring_away_from_the_cut_is_as_before(self):
        ring = [(0, 0), (1, 0), (1, 1), (0, 0)]
        self.assertIs(dateline.joined(ring, {1: [], -1: []}), ring)


class ContestedTests(unittest.TestCase):
    def setUp(self):
        self.kind = contested.Classifier([([(10.0, 10.0), (11.0, 10.0)], "someone's claim (Somewhere)")])

    def test_an_agreed_border_is_a_border_and_a_province_s_is_none(self):
        self.assertEqual(self.kind("DEU", "FRA", (7.5, 48.5)), ("border", ""))
        self.assertEqual(self.kind("DEU", "DEU", (9, 50)), ("province", ""))
        self.assertEqual(self.kind("KAB", "KAZ", (63, 46)), ("province", ""))

    def test_a_contested_border_has_its_reason(self):
        self.assertEqual(self.kind("PRK", "KOR", (127, 38))[0], "disputed")
        self.assertEqual(self.kind("KAS", "CHN", (77, 35.5))[0], "disputed")

    def test_a_box_bounds_a_reason(self):
        self.assertEqual(self.kind("UKR", "RUS", (34, 46.1))[0], "disputed")
        self.assertEqual(self.kind("UKR", "RUS", (34, 52))[0], "border")

    def test_a_border_along_a_listed_line_is_that_line(self):
        self.assertEqual(self.kind("AAA", "BBB", (10.5, 10.01)), ("disputed", "someone's claim (Somewhere)"))

    def test_every_own_entry_says_why(self):
        for one, two, _, reason in contested.BORDERS:
            self.assertTrue(one and len(reason) > 4, (one, two))


class PlacesTests(unittest.TestCase):
    def test_names_do_not_crowd_and_the_larger_place_comes_first(self):
        rows = [(10 + i * 0.01, 50, {"name": f"p{i}", "pop": 5_000_000 - i}) for i in range(20)]
        places.rank(rows, project)
        ranks = [row[2]["rank"] for row in rows]
        self.assertEqual(min(ranks), ranks[0])
        self.assertEqual(ranks.count(ranks[0]), 1)
        self.assertTrue(all(0 <= rank <= places.LAST_RANK for rank in ranks))

    def test_indonesian_names_are_given_to_the_place_meant(self):
        source = paths.ROOT / "Assets" / "source" / "cities15000.json"
        if not source.exists():
            self.skipTest("needs assets")
        cities = {row["geonameid"]: row for row in json.loads(source.read_text(encoding="utf-8")).values()}
        for identity, (english, indonesian) in places.INDONESIAN.items():
            self.assertEqual(cities[identity]["name"], english)
            self.assertNotEqual(english, indonesian)

    def test_contested_seats_are_no_capitals(self):
        with tempfile.TemporaryDirectory() as folder:
            cities, countries = pathlib.Path(folder, "a"), pathlib.Path(folder, "b")
            common = {"latitude": 1, "longitude": 2, "population": 123_456}
            cities.write_text(json.dumps({
                "1": {"geonameid": 1, "name": "Seoul", "countrycode": "KR", **common},
                "2": {"geonameid": 2, "name": "Jerusalem", "countrycode": "IL", **common},
                "3": {"geonameid": 3, "name": "Nuuk", "countrycode": "GL", **common},
            }))
            countries.write_text(json.dumps({
                "KR": {"iso": "KR", "capital": "Seoul"}, "IL": {"iso": "IL", "capital": "Jerusalem"}, "GL": {"iso": "GL", "capital": "Nuuk"},
            }))
            found = {row[2]["name"]: row[2] for row in places.places(cities, countries)}
        self.assertEqual(found["Seoul"]["capital"], 1)
        self.assertEqual(found["Seoul"]["pop"], 120_000)
        self.assertNotIn("capital", found["Jerusalem"])
        self.assertNotIn("capital", found["Nuuk"])


class FormatsTests(unittest.TestCase):
    def test_a_geopackage_polygon_is_read(self):
        ring = struct.pack("<I8d", 4, 0, 0, 1, 0, 1, 1, 0, 0)
        polygon = struct.pack("<BII", 1, 3, 1) + ring
        blob = b"GP\0\x03" + struct.pack("<i4d", 4326, 0, 1, 0, 1) + struct.pack("<BII", 1, 6, 1) + polygon
        self.assertEqual(geopackage.parts(blob), [[[(0, 0), (1, 0), (1, 1), (0, 0)]]])
        with self.assertRaises(ValueError):
            geopackage.parts(b"XX" + blob[2:])

    def test_a_pyramid_comes_out_of_the_file_as_it_went_in(self):
        import gzip
        import sqlite3
        world = pyramid.Pyramid()
        square = [(-20, -20), (20, -20), (20, 20), (-20, 20), (-20, -20)]
        hole = [(-5, -5), (-5, 5), (5, 5), (5, -5), (-5, -5)]
        for zoom in (0, 1):
            world.land([pyramid.Chain(square), pyramid.Chain(hole)], zoom)
            world.points("place", [(106.8, -6.2, {"name": "Jakarta"}), (180.0, 0.0, {"name": "edge"})], zoom)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "map.mbtiles")
            mbtiles.write(path, world.encoded(), {"name": "test", "json": {"vector_layers": []}})
            with sqlite3.connect(path) as database:
                self.assertEqual(database.execute("SELECT count(*) FROM tiles").fetchone(), (5461,))
                (packed,) = database.execute("SELECT tile_data FROM tiles WHERE zoom_level = 0").fetchone()
                (south_east,) = database.execute(
                    "SELECT tile_data FROM tiles WHERE zoom_level = 1 AND tile_column = 1 AND tile_row = 0").fetchone()
            database.close()
        layers = mvt.read(gzip.decompress(packed))
        ((kind, rings, _),) = layers["land"]
        self.assertEqual((kind, len(rings)), (mvt.POLYGON, 2))
        self.assertGreater(topology.area(rings[0] + rings[0][:1]), 0, "outer rings run clockwise on the screen")
        self.assertLess(topology.area(rings[1] + rings[1][:1]), 0)
        names = [feature[2]["name"] for feature in mvt.read(gzip.decompress(south_east))["place"]]
        self.assertEqual(names, ["Jakarta"])


if __name__ == "__main__":
    unittest.main()
